"""Other generators, given the same content and the same pages to make."""
