"""The values of arguments: what each must look like, and what to say of one that does not."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from ombrelle.cli.words import Words


def day_type(said: Words) -> Callable[[str], date]:
    """A day written `2026-11-23`."""

    def day(word: str) -> date:
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise argparse.ArgumentTypeError(said.say("usage-date", word=word)) from None

    return day


def count_type(said: Words) -> Callable[[str], int]:
    """A positive whole number."""

    def count(word: str) -> int:
        if not word.isascii() or not word.isdigit() or int(word) < 1:
            raise argparse.ArgumentTypeError(said.say("usage-number", word=word))
        return int(word)

    return count


def port_type(said: Words) -> Callable[[str], int]:
    """The number of a port."""

    def port(word: str) -> int:
        if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= 65535:
            raise argparse.ArgumentTypeError(said.say("usage-port", word=word))
        return int(word)

    return port


def assignment_type(said: Words) -> Callable[[str], tuple[str, str]]:
    """A field and its value, written `field=value`."""

    def assignment(word: str) -> tuple[str, str]:
        field, equals, value = word.partition("=")
        if not equals or not field.strip() or not value.strip():
            raise argparse.ArgumentTypeError(said.say("usage-assignment", word=word))
        return field.strip(), value.strip()

    return assignment


def url_type(said: Words) -> Callable[[str], str]:
    """A whole address, without the slash at its end."""

    def url(word: str) -> str:
        parts = urlsplit(word)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            raise argparse.ArgumentTypeError(said.say("usage-url", word=word))
        return word.rstrip("/")

    return url
