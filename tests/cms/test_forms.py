"""What the forms of the content manager make of a file: they show it, and write back only what was edited."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ombrelle.kinds import BY_NAME
from ombrelle.load import load
from ombrelle.load.discover import Role, discover
from ombrelle.problems import Problems
from ombrelle.schemas.choices import choices_of
from ombrelle.schemas.cms_fields import Forms
from ombrelle.sources.yaml import parse
from tests.support.tools import ROOT

SCRIPT = ROOT / "tests/support/cms_forms.mjs"

STARTUP = """\
# Une entreprise d’exemple.
name: "Exemple"    # son nom
place: {city: Rennes, postcode: 06000}
website: https://exemple.example

founded: 2013
status: active
sectors: [health, deeptech]  # les siens
# La première phrase.
pitch:
  fr: 'Établie à Rennes : 3 personnes.'
  en: Based in Rennes.
funding:
  # Une levée.
  - {date: 2014-03, amount: 2500000.50, source: {title: Le registre}}
  - date: 2015
    amount: 10
    source:
      title: Le registre
extra:
  interne: [1, 2]
draft: no
source: {title: "lafrenchtech/data, 2018", url: "https://exemple.example/a#b"}
as_of: 2018-02
"""


@cache
def forms() -> Forms:
    problems = Problems()
    content = load(ROOT, discover(ROOT, problems), problems)
    assert content is not None
    return Forms(choices_of(content), "content/media")


def job(
    text: str, kind: str = "startup", extension: str = "yaml", edits: Sequence[Any] = ()
) -> dict[str, Any]:
    model = BY_NAME[kind]
    fields = forms().facts(model.facts) if extension == "yaml" else forms().text(titled=model.text_required)
    return {"extension": extension, "fields": fields, "text": text, "edits": list(edits)}


def done(jobs: Sequence[dict[str, Any]]) -> Any:
    run = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps(jobs), capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def edited(text: str, *edits: Any, kind: str = "startup", extension: str = "yaml") -> str:
    (result,) = done([job(text, kind, extension, edits)])
    return str(result["text"])


def changed(before: str, after: str) -> list[str]:
    """The lines that differ."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_an_unedited_file_keeps_its_bytes() -> None:
    """Opened and saved, every fact and every text of the content is byte for byte what it was."""
    entries = [
        file for file in discover(ROOT, Problems()) if file.role in {Role.FACTS, Role.TEXT} and file.kind
    ]
    texts = [(ROOT / file.path).read_text(encoding="utf-8") for file in entries]
    jobs = [
        job(text, file.kind.name, Path(file.path).suffix[1:])
        for file, text in zip(entries, texts, strict=True)
        if file.kind
    ]
    results = done(jobs)
    assert len(results) > 250
    wrong = {
        file.path: changed(text, result["text"])
        for file, text, result in zip(entries, texts, results, strict=True)
        if result["text"] != text
    }
    assert wrong == {}


def test_the_hardest_file_keeps_its_bytes() -> None:
    """Comments, quotes, flow and block, free keys and zeros first stay as they are."""
    assert edited(STARTUP) == STARTUP


def test_a_form_shows_text() -> None:
    """A year, a postcode and an amount are shown as they are written, yes and no as yes and no."""
    (result,) = done([job(STARTUP)])
    form = result["form"]
    assert form["founded"] == "2013"
    assert form["place"] == {"city": "Rennes", "postcode": "06000"}
    assert form["funding"][0]["amount"] == "2500000.50"
    assert form["draft"] is False


@pytest.mark.parametrize(
    ("way", "value", "lines"),
    [
        (["founded"], "2013-11", ["-founded: 2013", "+founded: 2013-11"]),
        (["name"], "Autre", ['-name: "Exemple"    # son nom', '+name: "Autre"    # son nom']),
        (
            ["place", "city"],
            "Saint-Malo, intra-muros",
            [
                "-place: {city: Rennes, postcode: 06000}",
                '+place: {city: "Saint-Malo, intra-muros", postcode: 06000}',
            ],
        ),
        (["pitch", "en"], "Now: in Brest.", ["-  en: Based in Rennes.", '+  en: "Now: in Brest."']),
        (
            ["pitch", "fr"],
            "L’autre.",
            ["-  fr: 'Établie à Rennes : 3 personnes.'", "+  fr: 'L’autre.'"],
        ),
        (["funding", 1, "amount"], "12", ["-    amount: 10", "+    amount: 12"]),
        (["draft"], True, ["-draft: no", "+draft: true"]),
        (["founded"], "", ["-founded: 2013"]),
        (["stage"], "seed", ["+stage: seed"]),
        (
            ["sectors"],
            ["health"],
            ["-sectors: [health, deeptech]  # les siens", "+sectors: [health] # les siens"],
        ),
    ],
)
def test_only_what_was_edited_changes(way: list[Any], value: Any, lines: list[str]) -> None:
    """A field that is changed, emptied or filled changes its own line, with its quotes and its comment."""
    assert changed(STARTUP, edited(STARTUP, [way, value])) == lines


def test_a_text_for_every_language_stays_one() -> None:
    """A text for every language is shown as such, and becomes a map when a language is given."""
    text = "name: H7\nkind: coworking\nsummary: Un lieu.\nsource: {title: Le registre}\nas_of: 2019\n"
    (result,) = done([job(text, "actor")])
    assert result["form"]["name"] == {"same": "H7"}
    assert changed(text, edited(text, [["name", "same"], "H8"], kind="actor")) == ["-name: H7", "+name: H8"]
    given = edited(text, [["name"], {"fr": "Le H7", "en": "H7"}], kind="actor")
    assert parse(given).value["name"] == {"fr": "Le H7", "en": "H7"}


def test_a_new_entry_holds_what_was_filled_in() -> None:
    """Empty fields, empty groups and a no that says nothing are not written."""
    filled = [
        [["name"], "Exemple"],
        [["website"], ""],
        [["place"], {"city": "", "name": None}],
        [["draft"], False],
        [["sectors"], ["health"]],
        [["pitch"], {"fr": "Un mot : deux.", "en": ""}],
        [["markets"], []],
    ]
    text = edited("", *filled)
    assert text == 'name: Exemple\nsectors: [health]\npitch:\n  fr: "Un mot : deux."\n'


def test_a_text_changes_where_it_was_edited() -> None:
    """The head and the body of a text are edited apart, and the gap between them stays."""
    text = '---\ntitle: "Le titre : un"\nsummary: Une phrase.\n---\n\n## Un\n\n- a\n- b\n'
    assert edited(text, kind="news", extension="md") == text
    body = edited(text, [["body"], "## Deux\n"], kind="news", extension="md")
    assert body == text.replace("## Un\n\n- a\n- b\n", "## Deux\n")
    title = edited(text, [["title"], "Autre : deux"], kind="news", extension="md")
    assert title == text.replace("Le titre : un", "Autre : deux")


def test_a_text_without_a_head_stays_without() -> None:
    """A text that is words alone gets a head when it has something to say there."""
    text = "Une *phrase*.\n"
    assert edited(text, kind="quartier", extension="md") == text
    headed = edited(text, [["summary"], "Un mot."], kind="quartier", extension="md")
    assert headed == "---\nsummary: Un mot.\n---\n\nUne *phrase*.\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("  name: a # un\n  status: active\n", "  name: b # un\n  status: active\n"),
        ("{name: a, status: active}\n", "{name: b, status: active}\n"),
        ("# Rien encore.\n", "# Rien encore.\nname: b\n"),
        ("name: a", "name: b"),
        ("name:\nstatus: active\n", "name: b\nstatus: active\n"),
        ("name: >\n  a\n  a\n# fin\n", "name: >-\n  b\n# fin\n"),
    ],
)
def test_other_layouts_are_kept(source: str, expected: str) -> None:
    """A file that is indented, on one line, empty or without its last line break is edited as well."""
    assert edited(source, [["name"], "b"]) == expected


def test_what_is_not_yaml_is_not_opened() -> None:
    """A file whose YAML is broken is refused rather than rewritten."""
    with pytest.raises(AssertionError, match="YAML"):
        edited("name: [a\nb: c\n")


AWKWARD = (
    *(
        "a: b",
        "a #b",
        "- a",
        "? a",
        "@a",
        "`a`",
        "%a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "a:",
        ": a",
        "#a",
        "'a'",
        '"a"',
    ),
    *(
        "[a]",
        "{a}",
        "a, b",
        "a]",
        "}",
        ",",
        "yes",
        "no",
        "null",
        "~",
        "true",
        "2013",
        "06000",
        "1_000",
        "1e3",
    ),
    *(
        "0x10",
        "12:30",
        "2013-11-27",
        "---",
        "...",
        "=",
        "<<",
        "é",
        "e\u0301",
        "« a »",
        "a\u202f!",
        "العربية",
        "日本",
    ),
    *(
        "a\nb",
        "a\n\nb",
        "a\n  b",
        "a\tb",
        "a\\b",
        "a\\nb",
        "a" * 300,
        "mot " * 60 + "fin",
        "🙂",
        "it's",
        'say "a"',
    ),
)


@pytest.mark.parametrize(
    ("source", "form", "read"),
    [
        ("name: a\n", ["name"], ["name"]),
        ('name: "a"\n', ["name"], ["name"]),
        ("name: 'a'\n", ["name"], ["name"]),
        ("name: |-\n  a\n  b\n", ["name"], ["name"]),
        ("place: {city: a, name: b}\n", ["place", "city"], ["place", "city"]),
        ("place: {city: 'a', name: b}\n", ["place", "city"], ["place", "city"]),
        ("place:\n  city: a\n  name: b\n", ["place", "city"], ["place", "city"]),
        ("funding:\n  - {date: 2014, source: {title: a}}\n", ["funding", 0, "source", "title"], None),
        ("status: active\n", ["name"], ["name"]),
        ("status: active\n", ["pitch"], ["pitch", "fr"]),
        ("pitch: a\n", ["pitch"], ["pitch", "fr"]),
        ("markets: [a]\n", ["markets"], ["markets", 1]),
    ],
)
def test_what_is_filled_in_is_what_is_read(source: str, form: list[Any], read: list[Any] | None) -> None:
    """Whatever a person writes, wherever it stands, our loader reads just that, and the rest is as it was."""
    shapes: dict[str, Any] = {"pitch": lambda text: {"fr": text}, "markets": lambda text: ["FR", text]}
    shape = shapes.get(str(form[0]), lambda text: text)
    jobs = [job(source, edits=[[form, shape(text)]]) for text in AWKWARD]
    wrong = {}
    for text, result in zip(AWKWARD, done(jobs), strict=True):
        parsed = parse(result["text"])
        value = parsed.value
        for key in read or form:
            value = value[key] if value is not None else None
        others = {key: each for key, each in (parsed.value or {}).items() if key != form[0]}
        expected = {key: each for key, each in parse(source).value.items() if key != form[0]}
        if value != text or parsed.faults or others != expected:
            wrong[text] = result["text"]
    assert wrong == {}
