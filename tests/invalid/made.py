"""Faults that a folder of files cannot hold, or that no content can provoke: made, and proved, here."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

from ombrelle.audit import Built, audit, read_page
from ombrelle.compare.proposal import Blob, Proposal
from ombrelle.compare.verdict import judge, rights_of
from ombrelle.load.faults import report
from ombrelle.problems import Problems
from ombrelle.sources.document import read_document

SITE = "content/site.yaml"
ADDRESS = "https://exemple.example"


def no_site(root: Path) -> None:
    (root / SITE).unlink()


def folder_for_file(root: Path) -> None:
    (root / SITE).unlink()
    (root / SITE).mkdir()


def heavy_file(root: Path) -> None:
    (root / "content/pages/about.fr.md").write_text("Un mot.\n" * 150_000, encoding="utf-8")


def long_text(root: Path) -> None:
    page = root / "content/pages/about.fr.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nUn mot.\n" * 10_000, encoding="utf-8")


def many_values(root: Path) -> None:
    startup = root / "quartiers/lyon/startups/exemple.yaml"
    extra = "".join(f"  a{number}: b\n" for number in range(1_500))
    startup.write_text(f"{startup.read_text(encoding='utf-8')}extra:\n{extra}", encoding="utf-8")


def many_blocks(root: Path) -> None:
    _blocks(root, "```ombrelle cards\nentries: [startup:exemple]\n```\n\n" * 61)


def long_block(root: Path) -> None:
    entries = "  - startup:exemple\n" * 1_100
    _blocks(root, f"```ombrelle cards\nentries:\n{entries}```\n")


def _blocks(root: Path, text: str) -> None:
    page = root / "content/pages/about.fr.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")


def shortcut(root: Path) -> None:
    home = root / "quartiers/lyon/startups"
    (home / "autre.yaml").symlink_to(home / "exemple.yaml")


def image_for_text(root: Path) -> None:
    (root / "content/pages/logo.fr.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


def other_encoding(root: Path) -> None:
    startup = root / "quartiers/lyon/startups/exemple.yaml"
    text = startup.read_text(encoding="utf-8").replace("d’exemple", "à essayer")
    startup.write_bytes(text.encode("latin-1"))


def line_ends_of_windows(root: Path) -> None:
    startup = root / "quartiers/lyon/startups/exemple.yaml"
    startup.write_bytes(startup.read_bytes().replace(b"\n", b"\r\n"))


def heavy_picture(root: Path) -> None:
    (root / "content/media").mkdir()
    with (root / "content/media/halle.jpg").open("wb") as file:
        file.truncate(21_000_000)


def heavy_document(root: Path) -> None:
    (root / "content/media").mkdir()
    with (root / "content/media/dossier.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(21_000_000)


def words_in_other_encoding(root: Path) -> None:
    words = root / "themes/marque-ombrelle/locale/fr.po"
    words.write_bytes(words.read_text(encoding="utf-8").replace("lieux", "étés").encode("latin-1"))


MADE: Mapping[str, Callable[[Path], None]] = {
    "site-missing": no_site,
    "unreadable-file": folder_for_file,
    "file-too-large": heavy_file,
    "text-too-long": long_text,
    "yaml-too-many-values": many_values,
    "too-many-blocks": many_blocks,
    "block-too-long": long_block,
    "symbolic-link": shortcut,
    "not-a-text": image_for_text,
    "not-utf-8": other_encoding,
    "media-too-heavy": heavy_document,
    "picture-too-heavy": heavy_picture,
    "windows-line-ends": line_ends_of_windows,
    "catalogue-unreadable": words_in_other_encoding,
}
"""What git cannot keep on every machine, what is too heavy, and what is no text: changes to the base."""


def unforeseen_value() -> Problems:
    """A constraint that no model has today: what pydantic says of it is not worded, and is still told."""

    class Model(BaseModel):
        amount: Annotated[int, Field(multiple_of=10)]

    problems = Problems()
    document = read_document("exemple.yaml", "amount: 25\n", problems)
    assert document is not None
    try:
        Model.model_validate(document.data)
    except ValidationError as error:
        report(error, document, "startup", Model, problems)
    return problems


def built(listed: Collection[str] | None = None, **pages: str) -> Problems:
    """What the audit says of pages by language, given as heads and bodies, and of the paths in a sitemap."""
    read = {
        f"{lang}/index.html": read_page(
            f"{lang}/index.html", f'<html lang="{lang}"><head>{page}</html>'.encode()
        )
        for lang, page in pages.items()
    }
    problems = Problems()
    addresses = None if listed is None else {f"{ADDRESS}{path}" for path in listed}
    audit(Built(read, set(read), ADDRESS, addresses), problems)
    return problems


def original(path: str, rest: str = "</head>", *, is_indexed: bool = True) -> str:
    """A page whose original is at `path`."""
    robots = "" if is_indexed else '<meta name="robots" content="noindex">'
    return f'<link rel="canonical" href="{ADDRESS}{path}">{robots}{rest}'


def alternates(**addresses: str) -> str:
    """A head that names other languages, by their code (`x` for the default) and path."""
    links = (
        f'<link rel="alternate" hreflang="{"x-default" if lang == "x" else lang}" href="{ADDRESS}{path}">'
        for lang, path in addresses.items()
    )
    return "".join(links) + "</head>"


def proposed(*, before: Mapping[str, str], after: Mapping[str, str]) -> Problems:
    """What a district’s team is told of a proposal, given as the texts of its files before and after."""
    rules = "maintainers: maintainers\nfiles:\n" + "".join(
        f"  - {{pattern: {pattern}, kind: {kind}, teams: [{team}]}}\n"
        for pattern, kind, team in (
            ("'**'", "program", "maintainers"),
            ("quartiers/lyon/**", "district", "quartier-lyon"),
        )
    )
    rules += "fields: [{pattern: quartiers/lyon/quartier.yaml, fields: [status], teams: [umbrella]}]\n"
    base, start, head = (
        {path: Blob("100644", text, len(text)) for path, text in {"owners.yaml": rules, **files}.items()}
        for files in (before, before, after)
    )
    problems = Problems()
    made = Proposal(base, start, head, lambda blob: blob.id.encode())
    rights = rights_of(made, problems)
    assert rights is not None, list(problems)
    judge(made, rights, {"quartier-lyon"}, problems)
    return problems


_HOME = "quartiers/lyon"
_FR, _EN = "/fr/", "/en/"
_BOTH = alternates(fr=_FR, en=_EN, x=_FR)
_BORROWED = '</head><main lang="en">'
_LINKS = f'{_BOTH}<a href="{_FR}">fr</a><a href="{_EN}">en</a>'

PROVED: Mapping[str, Callable[[], Problems]] = {
    "value-not-understood": unforeseen_value,
    "owned-by-another": lambda: proposed(
        before={"netlify.toml": "[build]\n"}, after={"netlify.toml": "[build]\ncommand = ''\n"}
    ),
    "field-of-another": lambda: proposed(
        before={f"{_HOME}/quartier.yaml": "status: labelled\n"},
        after={f"{_HOME}/quartier.yaml": "status: renewed\n"},
    ),
    "unsafe-name": lambda: proposed(before={}, after={f"{_HOME}/startups/nul.yaml": "name: Nul\n"}),
    "name-twice": lambda: proposed(
        before={f"{_HOME}/media/halle.png": "x"},
        after={f"{_HOME}/media/halle.png": "x", f"{_HOME}/media/Halle.png": "y"},
    ),
    "policy-broken": lambda: built(fr='</head><p style="color:red">Rouge</p>'),
    "dead-link": lambda: built(fr='</head><a href="/fr/absent/">Absent</a>'),
    "dead-anchor": lambda: built(fr='</head><a href="/fr/#absent">Absent</a>'),
    "alternate-default-missing": lambda: built(fr=alternates(fr=_FR, en=_EN), en=_BOTH),
    "alternate-self-missing": lambda: built(fr=alternates(en=_EN, x=_EN), en=alternates(en=_EN, x=_EN)),
    "alternate-dead": lambda: built(fr=alternates(fr=_FR, de="/de/", x=_FR)),
    "alternate-not-reciprocal": lambda: built(fr=_BOTH, en="</head>"),
    "alternate-other-language": lambda: built(fr=alternates(fr=_FR, de=_EN, x=_FR), en=_BOTH),
    "canonical-wrong": lambda: built(fr=original("/de/", is_indexed=False), en=original(_EN)),
    "borrower-offered": lambda: built(fr=original(_EN, _BORROWED), en=original(_EN)),
    "borrowed-unmarked": lambda: built(fr=original(_EN, is_indexed=False), en=original(_EN)),
    "original-hidden": lambda: built(fr=original(_FR, is_indexed=False), en=original(_EN)),
    "alternate-borrower": lambda: built(
        fr=original(_FR, _LINKS), en=original(_FR, f'{_LINKS}<main lang="fr">')
    ),
    "translation-unlinked": lambda: built(fr=original(_FR, _BOTH), en=original(_EN, _LINKS)),
    "anchors-differ": lambda: built(
        fr=original(_FR, f'{_LINKS}<h2 id="lieux">'), en=original(_EN, f'{_LINKS}<h2 id="places">')
    ),
    "sitemap-lacks": lambda: built([_EN], fr=original(_FR), en=original(_EN)),
    "sitemap-surplus": lambda: built(
        [_FR, _EN], fr=original(_EN, _BORROWED, is_indexed=False), en=original(_EN)
    ),
}
"""Faults that no content can provoke, or that no disk need hold: the stage that tells them is called."""


def copy_site(base: Path, overlay: Path, root: Path) -> None:
    """The base site with the files of an overlay over it."""
    for source in (base, overlay):
        for top in ("content", "quartiers", "themes"):
            if (source / top).is_dir():
                shutil.copytree(source / top, root / top, dirs_exist_ok=True)
