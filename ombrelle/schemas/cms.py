"""The configuration of the content manager: one for the umbrella, one for each district.

A district is kept by its own team, which sees its own files only. Facts and texts are collections apart,
since they are files apart: `<id>.yaml` once, `<id>.<lang>.md` per language. What an entry cannot do without
is made here; what may come beside it, a first text or the facts of a piece of news, is added by hand and then
edited here. References are choices among the entries of the day: a relation of the content manager knows one
folder, and a kind lies in as many as there are districts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ombrelle.kinds import KINDS
from ombrelle.kinds.base import Kind, Scope
from ombrelle.kinds.values import LocalText
from ombrelle.load.discover import CONTENT, QUARTIERS
from ombrelle.load.rights import Rights
from ombrelle.paths import ID_LENGTH
from ombrelle.schemas.choices import Choices
from ombrelle.schemas.cms_fields import Forms
from ombrelle.schemas.words import word

Config = dict[str, Any]

_BACKENDS: Mapping[str, str] = {"github.com": "github", "gitlab.com": "gitlab"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What all configurations share: the files, the repository that holds them, the site that they make.

    `rights` say which fields of a file another team decides; None where that is not known.
    """

    choices: Choices
    backend: Mapping[str, str]
    title: str
    site_url: str
    rights: Rights | None = None

    def configs(self) -> Iterator[tuple[str, Config]]:
        """The configuration of the umbrella, under "", and of each district, under its id."""
        umbrella = _Folder(self.choices, CONTENT, Scope.UMBRELLA, self.rights)
        yield "", self._config(umbrella, self.title)
        for district, name in self.choices.entries.get("quartier", {}).items():
            folder = _Folder(self.choices, f"{QUARTIERS}/{district}", Scope.DISTRICT, self.rights)
            yield district, self._config(folder, f"{name} · {self.title}")

    def _config(self, folder: _Folder, title: str) -> Config:
        return {
            "load_config_file": False,
            "backend": dict(self.backend),
            "publish_mode": "editorial_workflow",
            "app_title": title,
            "site_url": self.site_url,
            "media_folder": folder.media,
            "public_folder": "/media",
            "show_preview_links": False,
            "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": ID_LENGTH},
            "i18n": {
                "structure": "multiple_files",
                "locales": list(self.choices.languages),
                "default_locale": self.choices.source,
                "initial_locales": "default",
            },
            "editor": {"preview": False},
            "output": {"omit_empty_optional_fields": True},
            "collections": list(folder.collections()),
        }


def backend_of(repository: str | None) -> Mapping[str, str] | None:
    """Where the files are, from the address of their repository; None for a host that is not known."""
    parts = urlsplit(repository or "")
    name = _BACKENDS.get(parts.hostname or "")
    repo = parts.path.strip("/").removesuffix(".git")
    return {"name": name, "repo": repo} if name and "/" in repo else None


@dataclass(frozen=True, slots=True)
class _Folder:
    """The files of the umbrella or of a district, as collections."""

    choices: Choices
    path: str
    scope: Scope
    rights: Rights | None = None

    @property
    def media(self) -> str:
        return f"{self.path}/media"

    def collections(self) -> Iterator[Config]:
        for kind in KINDS:
            if not kind.folder:
                yield from self._of_district(kind) if self.scope is Scope.DISTRICT else ()
            elif self.scope in kind.scopes:
                yield self._facts(kind)
                yield self._texts(kind)

    def _of_district(self, kind: Kind) -> Iterator[Config]:
        """The one entry that is not in a folder of its kind: its files have names of their own."""
        for form, name, suffix in (
            (self._facts(kind), f"{word(kind.name)} : faits", "yaml"),
            (self._texts(kind), f"{word(kind.name)} : texte", "{{locale}}.md"),
        ):
            file = {
                "name": form["name"],
                "label": name,
                "file": f"{self.path}/{kind.name}.{suffix}",
                "fields": form["fields"],
                **({"i18n": True} if "i18n" in form else {}),
            }
            kept = {key: form[key] for key in ("name", "format", "i18n") if key in form}
            yield kept | {"label": name, "files": [file]}

    def _facts(self, kind: Kind) -> Config:
        title = kind.facts.title_field
        is_local = title and kind.facts.model_fields[title].annotation is LocalText
        identifier = f"{title}.{self.choices.source}" if is_local else title or "slug"
        return self._collection(kind, "facts", "yaml") | {
            "label": f"{word(kind.name)} : faits",
            "identifier_field": identifier,
            "slug": f"{{{{{identifier}}}}}" if title else "{{slug}}",
            "create": not kind.text_required,
            "fields": self._forms(kind, "yaml").facts(kind.facts),
        }

    def _texts(self, kind: Kind) -> Config:
        day = "{{year}}-{{month}}-{{day}}-" if kind.dated else ""
        return self._collection(kind, "text", "md") | {
            "label": f"{word(kind.name)} : textes",
            "identifier_field": "title",
            "slug": f"{day}{{{{title}}}}",
            "create": kind.text_required,
            "i18n": True,
            "fields": self._forms(kind, f"{self.choices.source}.md").text(titled=kind.text_required),
        }

    def _collection(self, kind: Kind, role: str, extension: str) -> Config:
        """What the collections of a kind share. Entries are told by their ids: a title has as many forms."""
        name = f"{kind.name}-{role}"
        return {
            "name": name,
            "folder": f"{self.path}/{kind.folder}",
            "extension": extension,
            # The program takes a format for one with a head by its name.
            "format": name if extension == "yaml" else f"{name}-frontmatter",
            "summary": "{{slug}}",
            "media_folder": f"/{self.media}",
            "public_folder": "media",
        }

    def _forms(self, kind: Kind, suffix: str) -> Forms:
        """The forms of the files of a kind that end so. Of all that they can be called, any name will do."""
        file = f"{self.path}/{kind.folder}/x.{suffix}" if kind.folder else f"{self.path}/{kind.name}.{suffix}"
        district = self.path.rpartition("/")[2]
        rules = self.rights.reserved(file, (district,)) if self.rights else ()
        return Forms(self.choices, self.media, {name: rule.owner for rule in rules for name in rule.fields})
