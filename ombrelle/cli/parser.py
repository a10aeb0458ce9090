"""The arguments of each command, and what to say of those that are not understood."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from ombrelle.cli.words import Words

COMMANDS = ("build", "check", "serve", "new", "words")
KINDS = ("quartier", "startup", "actor", "event", "news", "page")


def parse(arguments: Sequence[str], said: Words) -> argparse.Namespace:
    """Read the arguments; SystemExit 2 with a word of explanation for wrong use. No command means `build`."""
    given = list(arguments)
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help"}):
        given.insert(0, "build")
    return _parser(said).parse_args(given)


class _Parser(argparse.ArgumentParser):
    """Explains wrong use in the language of the user."""

    said: Words

    def error(self, message: str) -> NoReturn:
        print(self.said.say("usage-fault", detail=_explain(message, self.said)), file=sys.stderr)
        self.print_usage(sys.stderr)
        sys.exit(2)


def _explain(message: str, said: Words) -> str:
    unknown = re.search(r"unrecognized arguments: (.+)", message)
    if unknown:
        return said.say("usage-unknown", word=unknown[1])
    choice = re.search(r"invalid choice: '?([^']*?)'? \(choose from (.+)\)", message)
    if choice:
        return said.say("usage-choice", word=choice[1], choices=choice[2].replace("'", ""))
    return message.rpartition(": ")[2] if "argument" in message else message


def _parser(said: Words) -> argparse.ArgumentParser:
    _Parser.said = said
    parser = _Parser(
        prog="ombrelle", description=said.say("description"), epilog=said.say("help-command"), add_help=False
    )
    _add_help(parser, said)
    commands = parser.add_subparsers(dest="command", metavar="{" + ",".join(COMMANDS) + "}", required=True)
    for name in COMMANDS:
        command = commands.add_parser(name, help=said.say(f"help-{name}"), add_help=False)
        _add_help(command, said)
        command.add_argument("--lang", choices=("fr", "en"), help=said.say("help-lang"))
        command.add_argument("--root", type=Path, default=Path(), metavar="DIR", help=said.say("help-root"))
        _ADD[name](command, said)
    return parser


def _add_help(parser: argparse.ArgumentParser, said: Words) -> None:
    parser.add_argument("-h", "--help", action="help", help=said.say("help-help"))


def _add_build(parser: argparse.ArgumentParser, said: Words) -> None:
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help=said.say("help-out"))
    parser.add_argument(
        "--base-url", type=_url(said), default=None, metavar="URL", help=said.say("help-base-url")
    )
    parser.add_argument("--jobs", type=_count(said), default=None, metavar="N", help=said.say("help-jobs"))
    parser.add_argument("--manifest", type=Path, default=None, metavar="FILE", help=said.say("help-manifest"))
    _add_day(parser, said)
    parser.add_argument("--drafts", action="store_true", help=said.say("help-drafts"))


def _add_day(parser: argparse.ArgumentParser, said: Words) -> None:
    parser.add_argument("--theme", type=Path, default=None, metavar="DIR", help=said.say("help-theme"))
    parser.add_argument(
        "--date", type=_day(said), default=None, metavar="YYYY-MM-DD", help=said.say("help-date")
    )


def _add_check(parser: argparse.ArgumentParser, said: Words) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=said.say("help-paths"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=said.say("help-format"))
    _add_day(parser, said)
    parser.add_argument("--drafts", action="store_true", help=said.say("help-drafts"))


def _add_serve(parser: argparse.ArgumentParser, said: Words) -> None:
    parser.add_argument("--port", type=_port(said), default=8000, metavar="N", help=said.say("help-port"))
    _add_day(parser, said)
    parser.add_argument("--no-drafts", dest="drafts", action="store_false", help=said.say("help-no-drafts"))


def _add_new(parser: argparse.ArgumentParser, said: Words) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="KIND", help=said.say("help-kind"))
    parser.add_argument("id", metavar="ID", help=said.say("help-id"))
    parser.add_argument("--quartier", default=None, metavar="ID", help=said.say("help-quartier"))
    parser.add_argument("--title", default=None, metavar="TEXT", help=said.say("help-title"))
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_assignment(said),
        metavar="FIELD=VALUE",
        help=said.say("help-set"),
    )
    parser.add_argument(
        "--date", type=_day(said), default=None, metavar="YYYY-MM-DD", help=said.say("help-day-of-news")
    )


def _add_words(parser: argparse.ArgumentParser, said: Words) -> None:
    parser.add_argument("--theme", type=Path, default=None, metavar="DIR", help=said.say("help-theme"))


def _day(said: Words) -> Callable[[str], date]:
    def day(word: str) -> date:
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise argparse.ArgumentTypeError(said.say("usage-date", word=word)) from None

    return day


def _count(said: Words) -> Callable[[str], int]:
    def count(word: str) -> int:
        if not word.isascii() or not word.isdigit() or int(word) < 1:
            raise argparse.ArgumentTypeError(said.say("usage-number", word=word))
        return int(word)

    return count


def _port(said: Words) -> Callable[[str], int]:
    def port(word: str) -> int:
        if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= 65535:
            raise argparse.ArgumentTypeError(said.say("usage-port", word=word))
        return int(word)

    return port


def _assignment(said: Words) -> Callable[[str], tuple[str, str]]:
    def assignment(word: str) -> tuple[str, str]:
        field, equals, value = word.partition("=")
        if not equals or not field.strip() or not value.strip():
            raise argparse.ArgumentTypeError(said.say("usage-assignment", word=word))
        return field.strip(), value.strip()

    return assignment


def _url(said: Words) -> Callable[[str], str]:
    def url(word: str) -> str:
        parts = urlsplit(word)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            raise argparse.ArgumentTypeError(said.say("usage-url", word=word))
        return word.rstrip("/")

    return url


_ADD: dict[str, Callable[[Any, Words], None]] = {
    "build": _add_build,
    "check": _add_check,
    "serve": _add_serve,
    "new": _add_new,
    "words": _add_words,
}
