"""The schemas and the committed settings in the language server that VS Code runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from ombrelle.cli import main
from tests.cli.test_new import GIVEN
from tests.serve.small_site import write_small_site
from tests.support.language_server import Editor, editing
from tests.support.tools import ROOT

STARTUPS = (f"quartiers/lyon/startups/essai-{number}.yaml" for number in count(1))
"""Names of files that are only in the editor. The server takes a name that comes again for the same text."""

SOUND = """\
name: Exemple
website: https://exemple.example
founded: 2013
status: active
sectors: [health]
pitch: {fr: Une startup d’exemple.}
source: {title: Le registre}
as_of: 2018-02
"""


def sections(flat: dict[str, Any]) -> dict[str, Any]:
    """The settings of a file, `yaml.hover`, as the editor hands them out: by section."""
    found: dict[str, Any] = {}
    for key, value in flat.items():
        section, _, name = key.partition(".")
        found.setdefault(section, {})[name] = value
    found["yaml"]["schemaStore"] = {"enable": found["yaml"].pop("schemaStore.enable")}
    found["yaml"]["format"] = {"enable": found["yaml"].pop("format.enable")}
    return found


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    with editing(ROOT, sections(settings)) as started:
        yield started


def test_a_sound_file_has_no_fault(editor: Editor) -> None:
    """A year, a month and a short text, each by its own form, are nothing to complain of."""
    assert editor.open(next(STARTUPS), SOUND) == []


def test_real_files_have_no_fault(editor: Editor) -> None:
    """One file of each schema, as it is committed."""
    for path in (
        "content/site.yaml",
        "content/vocabularies/regions.yaml",
        "content/actors/tes.yaml",
        "content/events/exemple-ceremonie.yaml",
        "content/news/2017-06-29-station-f.yaml",
        "content/pages/invest.yaml",
        "content/programmes/excellence.yaml",
        "content/stories/batiments-totems.yaml",
        "quartiers/lyon/quartier.yaml",
        "quartiers/lyon/services/exemple-premiers-pas.yaml",
        "quartiers/rennes-saint-malo/startups/cailabs.yaml",
    ):
        assert editor.open(path, (ROOT / path).read_text(encoding="utf-8")) == [], path


def test_fields_are_proposed_in_a_startup(editor: Editor) -> None:
    """On an empty line the fields that are not there yet are proposed, with what they say in French."""
    startup = next(STARTUPS)
    editor.open(startup, SOUND)
    proposed = {item["label"]: item for item in editor.complete(startup, 8, 0)}
    assert {"stage", "funding", "hosted_by", "draft"} <= set(proposed)
    assert not {"name", "founded", "sectors"} & set(proposed)
    assert "L’argent levé" in json.dumps(proposed["funding"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("line", "word", "said"),
    [
        ("status: ", "acquired", "Rachetée"),
        ("stage: ", "series-a", "Série A"),
        ("programmes:\n  - ", "excellence", ""),
    ],
)
def test_values_are_proposed(editor: Editor, line: str, word: str, said: str) -> None:
    """The words of a vocabulary are proposed with their names in French, the ids of entries too."""
    text = line if line.startswith("status") else SOUND + line
    startup = next(STARTUPS)
    editor.open(startup, text)
    lines = text.split("\n")
    proposed = {item["label"]: item for item in editor.complete(startup, len(lines) - 1, len(lines[-1]))}
    assert word in proposed
    assert said in json.dumps(proposed[word], ensure_ascii=False)


def test_a_field_is_explained_in_french(editor: Editor) -> None:
    """Over a key: its name and what it says; over a term: its name."""
    startup = next(STARTUPS)
    editor.open(startup, SOUND)
    assert "Création" in editor.hover(startup, 2, 3)
    assert "Quand elle a été créée" in editor.hover(startup, 2, 3)
    assert "Santé" in editor.hover(startup, 4, 12)


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        ("fondee: 2013", "fondee"),
        ("stage: tres-jeune", "tres-jeune"),
        ("place: Lyon", "Lyon"),
        ("founded_on: 2022-31-12", "founded_on"),
        ("publish_on: 2022-31-12", "2022-31-12"),
    ],
)
def test_a_fault_is_told_at_its_place(editor: Editor, fault: str, key: str) -> None:
    """A wrong key, a word of no list, a text for a group and a swapped date are told where they stand."""
    found = editor.open(next(STARTUPS), f"{SOUND}{fault}\n")
    assert len(found) == 1
    start = found[0]["range"]["start"]
    assert (start["line"], start["character"]) == (8, fault.index(key))


def test_a_missing_field_is_told(editor: Editor) -> None:
    """What must be there and is not is told by its name."""
    found = editor.open(next(STARTUPS), SOUND.replace("status: active\n", ""))
    assert ["status" in fault["message"] for fault in found] == [True]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("quartier", "quartiers/essai/quartier.yaml"),
        ("startup", "quartiers/brumes/startups/essai.yaml"),
        ("event", "quartiers/brumes/events/essai.yaml"),
        ("actor", "content/actors/essai.yaml"),
        ("news", "content/news/2026-11-20-essai.yaml"),
    ],
)
def test_what_new_writes_does_without_settings(tmp_path: Path, kind: str, path: str) -> None:
    """In an editor that knows nothing of the folder, the first line of a file names its schema."""
    site = write_small_site(tmp_path)
    assert main(["new", kind, "essai", "--root", str(site), *GIVEN[kind]]) == 0
    text = (site / path).read_text(encoding="utf-8")
    with editing(ROOT, {"yaml": {"schemaStore": {"enable": False}}}) as bare:
        place = path.replace("essai", "essai-sans-reglages")
        assert bare.open(place, text) == []
        (fault,) = bare.open(place.replace("sans", "sans-autres"), f"{text}inconnu: 2013\n")
        assert fault["range"]["start"]["line"] == text.count("\n")
