"""Languages: which there are, the theme's words in each, and values as their readers write them.

Importing the package itself imports nothing: take what is needed from its modules, of which `speech` is free
of Babel, so that a command that only speaks starts fast.
"""
