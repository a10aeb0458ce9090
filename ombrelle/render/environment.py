"""Jinja, one environment per language, all sharing the compiled templates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from ombrelle.i18n.catalogues import Catalogue
from ombrelle.i18n.languages import Languages
from ombrelle.render.borrowed import Words
from ombrelle.render.filters import filters


class CompiledTemplates(BytecodeCache):
    """The code of the templates in memory: each is compiled once, whatever the number of languages."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name and file of a template as they are: a path may hold what UTF-8 cannot."""
        return f"{name}\0{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template that another environment compiled."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template for the other environments."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def make_environment(
    folders: tuple[Path, ...], catalogue: Catalogue, languages: Languages, compiled: CompiledTemplates
) -> Environment:
    """The environment of one language. Nothing in it changes, and it has neither clock nor query."""
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    install: Any = environment
    words = Words(catalogue)
    install.install_gettext_callables(
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
    )
    environment.filters.update(filters(catalogue.lang, languages))
    return environment
