"""The command line: reads the arguments, calls one command, gives its exit code.

0 published (warnings allowed), 1 faults in the content and nothing published, 2 wrong use, 3 a bug of ours,
130 interrupted, 141 when the program that reads the output has read enough. Each command is imported when it
is called, so that the program starts fast.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from ombrelle.cli.parser import parse
from ombrelle.cli.words import words
from ombrelle.environment import missing_package
from ombrelle.i18n.speech import spoken_language

__all__ = ["main"]

FAULTS, WRONG_USE, BUG, INTERRUPTED, UNREAD = 1, 2, 3, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    _speak_anywhere()
    given = list(sys.argv[1:] if arguments is None else arguments)
    said = words(spoken_language(_language(given), os.environ))
    options = parse(given, said)
    if package := missing_package():
        print(said.say("no-packages", package=package), file=sys.stderr)
        return WRONG_USE
    try:
        command = import_module(f"ombrelle.cli.{options.command}_command")
        code: int = command.run(options, said)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"\n{said.say('interrupted')}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # What is still to be written goes nowhere, or Python would complain of it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    except OSError as error:
        from ombrelle.cli.disk import words_of

        print(words_of(error, said), file=sys.stderr)
        return WRONG_USE
    except Exception:
        import traceback

        traceback.print_exc()
        print(said.say("bug"), file=sys.stderr)
        return BUG
    return code


def _speak_anywhere() -> None:
    """Let a terminal that lacks a letter or a no-break space show something else in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _language(arguments: Sequence[str]) -> str | None:
    """The language asked for, known before the arguments are read: the help is in it too."""
    for index, argument in enumerate(arguments):
        if argument == "--lang":
            return arguments[index + 1] if index + 1 < len(arguments) else None
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None
