"""The arguments of each command, and what to say of those that are not understood."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from ombrelle.cli.values import assignment_type, count_type, day_type, port_type, url_type
from ombrelle.cli.words import Words

Options = Any
"""A group of arguments; argparse does not make its type public."""

COMMANDS = (
    "build",
    "check",
    "diff",
    "explain",
    "verify",
    "rollback",
    "serve",
    "new",
    "rename",
    "addresses",
    "import",
    "translations",
    "words",
    "schemas",
    "codeowners",
    "calendar",
)
DONE = ("translations", "done")
"""A command of two words; argparse takes them for one."""
TRANSLATION_FORMATS = ("text", "json", "markdown", "html")
TRANSLATION_STATES = ("missing", "untranslated", "stale", "orphan", "unrecorded", "complete")
FORMATS = ("text", "json", "github", "sarif", "markdown")
IMPORTED = ("startup", "actor", "service", "programme", "event", "news", "story", "page")
KINDS = ("quartier", *IMPORTED)
TRANSLATION = "translation"


def parse(arguments: Sequence[str], said: Words) -> argparse.Namespace:
    """Read the arguments; SystemExit 2 with a word of explanation for wrong use. No command means `build`."""
    given = list(arguments)
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help"}):
        given.insert(0, "build")
    if tuple(given[:2]) == DONE:
        given[:2] = ["_".join(DONE)]
    return _parser(said).parse_args(given)


class _Parser(argparse.ArgumentParser):
    """Explains use and wrong use in the language of the user."""

    def __init__(self, said: Words, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=partial(_Formatter, said=said), **settings)
        self.said = said
        self.options = self.add_argument_group(said.say("options"))
        self.options.add_argument("-h", "--help", action="help", help=said.say("help-help"))

    def error(self, message: str) -> NoReturn:
        """Say what is not understood, and how the command is written."""
        print(self.said.say("usage-fault", detail=_explain(message, self.said)), file=sys.stderr)
        self.print_usage(sys.stderr)
        sys.exit(2)


class _Formatter(argparse.HelpFormatter):
    """Help whose own words are those of the user's language."""

    def __init__(self, prog: str, said: Words) -> None:
        super().__init__(prog, width=100)
        self._said = said

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self._said.say("usage") if prefix is None else prefix)


_COMPLAINTS = (
    (r"unrecognized arguments: (?P<word>.+)", "usage-unknown"),
    (r"invalid choice: '?(?P<word>[^']*?)'? \(choose from (?P<choices>.+)\)", "usage-choice"),
    (r"argument (?P<word>\S+): expected one argument", "usage-value-missing"),
    (r"the following arguments are required: (?P<word>.+)", "usage-required"),
)
"""What argparse says, and the sentence of ours that says it in the user's language."""


def _explain(message: str, said: Words) -> str:
    for pattern, sentence in _COMPLAINTS:
        found = re.search(pattern, message)
        if found:
            return said.say(
                sentence, **{name: text.replace("'", "") for name, text in found.groupdict().items()}
            )
    return message.partition(": ")[2] or message


def _parser(said: Words) -> argparse.ArgumentParser:
    parser = _Parser(
        said, prog="ombrelle", description=said.say("description"), epilog=said.say("help-command")
    )
    make: Any = partial(_Parser, said)
    commands = parser.add_subparsers(
        title=said.say("commands"),
        dest="command",
        metavar="{" + ",".join(COMMANDS) + "}",
        required=True,
        parser_class=make,
    )
    for name in COMMANDS:
        _fill(name, commands.add_parser(name, help=said.say(f"help-{name}")), said)
    done = commands.add_parser("_".join(DONE), prog=" ".join((parser.prog, *DONE)))
    _fill("_".join(DONE), done, said)
    return parser


def _fill(name: str, parser: _Parser, said: Words) -> None:
    """Add the options of every command, then those of one."""
    options = parser.options
    options.add_argument("--lang", choices=("fr", "en"), help=said.say("help-lang"))
    options.add_argument("--root", type=Path, default=Path(), metavar="DIR", help=said.say("help-root"))
    _ADD[name](options, said)


def _add_build(options: Options, said: Words) -> None:
    options.add_argument("--out", type=Path, default=None, metavar="DIR", help=said.say("help-out"))
    options.add_argument(
        "--base-url", type=url_type(said), default=None, metavar="URL", help=said.say("help-base-url")
    )
    options.add_argument(
        "--jobs", type=count_type(said), default=None, metavar="N", help=said.say("help-jobs")
    )
    options.add_argument(
        "--manifest", type=Path, default=None, metavar="FILE", help=said.say("help-manifest")
    )
    _add_day(options, said)
    options.add_argument("--drafts", action="store_true", help=said.say("help-drafts"))
    options.add_argument("--pseudo", action="store_true", help=said.say("help-pseudo"))
    options.add_argument(
        "--no-drawings", dest="is_drawn", action="store_false", help=said.say("help-no-drawings")
    )
    options.add_argument("--no-search", dest="search", action="store_false", help=said.say("help-no-search"))
    options.add_argument("--no-cache", action="store_true", help=said.say("help-no-cache"))
    options.add_argument("--keep", type=count_type(said), default=0, metavar="N", help=said.say("help-keep"))
    options.add_argument("--executor", choices=("dask",), default="", help=said.say("help-executor"))
    options.add_argument("--scheduler", default="", metavar="URL", help=said.say("help-scheduler"))
    options.add_argument("--shared-disk", dest="is_shared", action="store_true", help=said.say("help-shared"))
    options.add_argument("--timings", action="store_true", help=said.say("help-timings"))


def _add_day(options: Options, said: Words) -> None:
    options.add_argument("--theme", type=Path, default=None, metavar="DIR", help=said.say("help-theme"))
    options.add_argument(
        "--date", type=day_type(said), default=None, metavar="YYYY-MM-DD", help=said.say("help-date")
    )


def _add_check(options: Options, said: Words) -> None:
    options.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=said.say("help-paths"))
    options.add_argument("--format", choices=FORMATS, default="text", help=said.say("help-format"))
    options.add_argument("--fix", action="store_true", help=said.say("help-fix"))
    options.add_argument("--dry-run", action="store_true", help=said.say("help-fix-dry-run"))
    options.add_argument("--https", action="store_true", help=said.say("help-https"))
    options.add_argument("--base", default=None, metavar="REV", help=said.say("help-rights-base"))
    options.add_argument("--as", dest="team", default=None, metavar="TEAM", help=said.say("help-as"))
    options.add_argument("--head", default=None, metavar="REV", help=said.say("help-head"))
    _add_day(options, said)
    options.add_argument("--drafts", action="store_true", help=said.say("help-drafts"))


def _add_diff(options: Options, said: Words) -> None:
    options.add_argument("base", metavar="BASE", help=said.say("help-base"))
    options.add_argument(
        "--preview-url", type=url_type(said), default=None, metavar="URL", help=said.say("help-preview-url")
    )
    _add_day(options, said)
    options.add_argument("--drafts", action="store_true", help=said.say("help-drafts"))


def _add_explain(options: Options, said: Words) -> None:
    options.add_argument("address", metavar="URL", help=said.say("help-address"))
    options.add_argument(
        "--base-url", type=url_type(said), default=None, metavar="URL", help=said.say("help-base-url")
    )
    _add_day(options, said)
    options.add_argument("--drafts", action="store_true", help=said.say("help-drafts"))


def _add_verify(options: Options, said: Words) -> None:
    options.add_argument("--out", type=Path, default=None, metavar="DIR", help=said.say("help-out"))
    options.add_argument(
        "--url", type=url_type(said), default=None, metavar="URL", help=said.say("help-verify-url")
    )
    options.add_argument(
        "--manifest", type=Path, default=None, metavar="FILE", help=said.say("help-verify-manifest")
    )


def _add_rollback(options: Options, said: Words) -> None:
    options.add_argument("--out", type=Path, default=None, metavar="DIR", help=said.say("help-out"))
    options.add_argument("--to", type=count_type(said), default=None, metavar="N", help=said.say("help-to"))
    options.add_argument("--list", action="store_true", help=said.say("help-kept-list"))


def _add_serve(options: Options, said: Words) -> None:
    options.add_argument(
        "--port", type=port_type(said), default=8000, metavar="N", help=said.say("help-port")
    )
    _add_day(options, said)
    options.add_argument("--no-drafts", dest="drafts", action="store_false", help=said.say("help-no-drafts"))


def _add_new(options: Options, said: Words) -> None:
    kinds = (*KINDS, TRANSLATION)
    options.add_argument("kind", choices=kinds, metavar="KIND", help=said.say("help-kind"))
    options.add_argument("id", metavar="ID", help=said.say("help-id"))
    options.add_argument(
        "into", nargs="?", default=None, metavar="LANGUAGE", help=said.say("help-into-language")
    )
    options.add_argument("--quartier", default=None, metavar="ID", help=said.say("help-quartier"))
    options.add_argument("--title", default=None, metavar="TEXT", help=said.say("help-title"))
    options.add_argument(
        "--set",
        action="append",
        default=[],
        type=assignment_type(said),
        metavar="FIELD=VALUE",
        help=said.say("help-set"),
    )
    options.add_argument(
        "--date", type=day_type(said), default=None, metavar="YYYY-MM-DD", help=said.say("help-day-of-news")
    )


def _add_rename(options: Options, said: Words) -> None:
    options.add_argument("old", metavar="OLD", help=said.say("help-old"))
    options.add_argument("new", metavar="NEW", help=said.say("help-new-name"))
    options.add_argument("--dry-run", action="store_true", help=said.say("help-dry-run"))
    _add_day(options, said)
    options.set_defaults(drafts=False)


def _add_addresses(options: Options, said: Words) -> None:
    _add_day(options, said)
    options.set_defaults(drafts=False)


def _add_import(options: Options, said: Words) -> None:
    options.add_argument("file", type=Path, metavar="FILE", help=said.say("help-table"))
    options.add_argument("--kind", choices=IMPORTED, required=True, help=said.say("help-import-kind"))
    options.add_argument("--quartier", default=None, metavar="ID", help=said.say("help-quartier"))
    options.add_argument("--map", type=Path, default=None, metavar="FILE", help=said.say("help-map"))
    options.add_argument("--dry-run", action="store_true", help=said.say("help-dry-run"))
    options.set_defaults(date=None)


def _add_translations(options: Options, said: Words) -> None:
    options.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=said.say("help-translated"))
    options.add_argument("--language", default=None, metavar="LANGUAGE", help=said.say("help-into"))
    options.add_argument(
        "--format", choices=TRANSLATION_FORMATS, default="text", help=said.say("help-translations-format")
    )
    options.add_argument(
        "--state", choices=TRANSLATION_STATES, default=None, help=said.say("help-translations-state")
    )


def _add_translations_done(options: Options, said: Words) -> None:
    options.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=said.say("help-done"))
    options.add_argument("--language", default=None, metavar="LANGUAGE", help=said.say("help-into"))
    options.add_argument("--unneeded", action="store_true", help=said.say("help-unneeded"))


def _add_words(options: Options, said: Words) -> None:
    options.add_argument("--theme", type=Path, default=None, metavar="DIR", help=said.say("help-theme"))


def _add_schemas(options: Options, said: Words) -> None:
    """Nothing of its own: it reads the content and writes beside it."""


def _add_codeowners(options: Options, said: Words) -> None:
    """Nothing of its own: it reads the names of folders and writes one file."""


def _add_calendar(options: Options, said: Words) -> None:
    options.add_argument(
        "--days", type=count_type(said), default=None, metavar="N", help=said.say("help-days")
    )
    options.add_argument(
        "--date", type=day_type(said), default=None, metavar="YYYY-MM-DD", help=said.say("help-date")
    )
    options.add_argument(
        "--format", choices=("text", "json"), default="text", help=said.say("help-calendar-format")
    )


_ADD: dict[str, Callable[[Options, Words], None]] = {
    "build": _add_build,
    "check": _add_check,
    "diff": _add_diff,
    "explain": _add_explain,
    "verify": _add_verify,
    "rollback": _add_rollback,
    "serve": _add_serve,
    "new": _add_new,
    "rename": _add_rename,
    "addresses": _add_addresses,
    "import": _add_import,
    "translations": _add_translations,
    "translations_done": _add_translations_done,
    "words": _add_words,
    "schemas": _add_schemas,
    "codeowners": _add_codeowners,
    "calendar": _add_calendar,
}
