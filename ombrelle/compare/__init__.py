"""What a pull request changes: the site before and after, built and compared."""
