"""Faults of names: each at its place, with the nearest that exists, all in one run."""

from __future__ import annotations

from pathlib import Path

from ombrelle.problems import Problem
from tests.support.small import copied, found, library_of, write


def values(problem: Problem) -> dict[str, object]:
    return dict(problem.values)


def changed(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def faults(root: Path) -> list[Problem]:
    return found(library_of(root)[1])


ALPHA = "quartiers/haute-rive/startups/alpha.yaml"


def test_a_reference_to_nothing_is_told_with_the_nearest_id(tmp_path: Path) -> None:
    """Line and column are those of the value in its list."""
    root = copied("rich", tmp_path)
    changed(root, ALPHA, "hosted_by: [halle]", "hosted_by: [hale]")
    (fault,) = faults(root)
    assert fault.code == "unknown-reference"
    assert values(fault) == {"value": "hale", "kind": "actor", "near": "halle"}
    line = (root / ALPHA).read_text(encoding="utf-8").splitlines()[fault.location.line - 1]
    assert line[fault.location.column - 1 :].startswith("hale]")


def test_a_reference_is_to_a_kind(tmp_path: Path) -> None:
    """The id of a startup where an actor is asked names nothing, and is not proposed."""
    root = copied("rich", tmp_path)
    changed(root, ALPHA, "hosted_by: [halle]", "hosted_by: [beta]")
    (fault,) = faults(root)
    assert (fault.code, values(fault)["near"]) == ("unknown-reference", "")


def test_a_term_that_the_vocabulary_lacks_is_told_with_the_nearest(tmp_path: Path) -> None:
    """The choices are named too."""
    root = copied("rich", tmp_path)
    changed(root, ALPHA, "sectors: [health, deeptech]", "sectors: [health, deptech]")
    (fault,) = faults(root)
    assert fault.code == "unknown-term"
    assert values(fault) == {
        "value": "deptech",
        "vocabulary": "sectors",
        "near": "deeptech",
        "choices": "health, fintech, deeptech",
    }


def test_a_vocabulary_that_is_missing_is_named(tmp_path: Path) -> None:
    """Without its file no value can be right: the file is what to add."""
    root = copied("smallest", tmp_path)
    (root / "content/vocabularies/quartier-statuses.yaml").unlink()
    (fault,) = faults(root)
    assert (fault.code, values(fault)) == ("vocabulary-missing", {"vocabulary": "quartier-statuses"})


def test_a_picture_that_is_missing_is_told_with_the_nearest(tmp_path: Path) -> None:
    """Only the media of the entry's own district are proposed."""
    root = copied("rich", tmp_path)
    changed(root, ALPHA, "logo: embleme.svg", "logo: embleme.png")
    (fault,) = faults(root)
    assert (fault.code, values(fault)["near"]) == ("media-missing", "embleme.svg")


def test_a_text_without_its_source_form_is_told(tmp_path: Path) -> None:
    """What is only in English cannot be translated from French."""
    root = copied("rich", tmp_path)
    changed(root, "content/services/accueil.yaml", "title: {fr: Accueil national, en:", "title: {en:")
    (fault,) = faults(root)
    assert fault.code == "source-form-missing"
    assert values(fault) == {"lang": "fr", "field": "title"}


def test_a_slug_needs_no_source_form(tmp_path: Path) -> None:
    """An address may have its own word in one language only: the id stands in the others."""
    root = copied("rich", tmp_path)
    assert "slug: {en: alpha-care}" in (root / ALPHA).read_text(encoding="utf-8")
    assert faults(root) == []


def test_a_translation_without_its_source_is_told(tmp_path: Path) -> None:
    """A text that exists only in another language has nothing to be compared with."""
    root = copied("rich", tmp_path)
    (root / "content/pages/about.fr.md").unlink()
    (fault,) = faults(root)
    assert (fault.code, values(fault)) == ("source-text-missing", {"lang": "fr"})


def test_two_entries_of_one_id_name_both_files(tmp_path: Path) -> None:
    """The second in order of path is told, with the path of the first, and the first stands."""
    root = copied("rich", tmp_path)
    beta = (root / "quartiers/haute-rive/startups/beta.yaml").read_text(encoding="utf-8")
    write(root, "quartiers/port-clair/startups/beta.yaml", beta)
    library, problems = library_of(root)
    (fault,) = found(problems)
    assert fault.code == "same-id"
    assert fault.location.path == "quartiers/port-clair/startups/beta.yaml"
    assert values(fault)["other"] == "quartiers/haute-rive/startups/beta.yaml"
    assert library.by_key["startup:beta"].district == "haute-rive"


def test_pages_of_two_districts_may_have_one_id(tmp_path: Path) -> None:
    """A page is named within its district."""
    root = copied("rich", tmp_path)
    page = (root / "quartiers/haute-rive/pages/venir.fr.md").read_text(encoding="utf-8")
    write(root, "quartiers/port-clair/pages/venir.fr.md", page)
    library, problems = library_of(root)
    assert found(problems) == []
    assert {"page:haute-rive/venir", "page:port-clair/venir"} <= set(library.by_key)


def test_a_folder_without_its_district_is_told_once(tmp_path: Path) -> None:
    """Entries in a folder that has no quartier.yaml belong nowhere; one message says so."""
    root = copied("rich", tmp_path)
    for name in ("un", "deux"):
        text = (root / "quartiers/haute-rive/startups/beta.yaml").read_text(encoding="utf-8")
        own = text.replace("beta.example", f"{name}.example").replace("Une", name)
        write(root, f"quartiers/nulle-part/startups/{name}.yaml", own)
    (fault,) = faults(root)
    assert (fault.code, values(fault)) == ("district-without-facts", {"district": "nulle-part"})


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    """A broken file does not hide the faults of others, nor make those that name it wrong."""
    root = copied("rich", tmp_path)
    changed(root, ALPHA, "founded: 2013-11", "founded: 2013-31-12")
    changed(root, "content/actors/pole-eau.yaml", "services: [fund]", "services: [found]")
    changed(root, "content/events/conference.yaml", "kind: conference", "kind: conferences")
    changed(root, "quartiers/haute-rive/quartier.yaml", "totem: halle", "totem: hal")
    codes = sorted(fault.code for fault in faults(root))
    assert codes == ["swapped-date", "unknown-reference", "unknown-term", "unknown-term"]
