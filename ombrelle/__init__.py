"""Ombrelle: a static site generator for an umbrella brand and its districts."""

__version__ = "0.1.0"
