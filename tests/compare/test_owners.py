"""Who is asked to review what: the rules as the code host reads them, and the committed file current."""

from __future__ import annotations

from functools import cache

import pytest

from ombrelle.cli import main
from ombrelle.cli.common import repository_of
from ombrelle.compare.owners import FILE, code_owners, districts_of, owner_of
from ombrelle.kinds import BY_NAME
from ombrelle.kinds.base import FrontMatter, Model
from ombrelle.load.rights import Rights, rights_here
from ombrelle.problems import Problems
from tests.support.small import SITES, copied
from tests.support.tools import ROOT


@cache
def rights() -> Rights:
    problems = Problems()
    found = rights_here(ROOT, problems)
    assert found is not None, list(problems)
    return found


def test_the_committed_file_is_current() -> None:
    """Made anew, it is the same: `python build.py codeowners`."""
    made = code_owners(rights(), districts_of(ROOT), repository_of(ROOT))
    assert (ROOT / FILE).read_text(encoding="utf-8") == made


def test_each_district_has_its_line_after_the_rest() -> None:
    """The last pattern that matches a file decides."""
    districts = districts_of(SITES / "smallest")
    lines = code_owners(rights(), districts, "https://github.com/essai/site").split("\n")
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "* @essai/maintainers"
    after = rules.index("/quartiers/ @essai/umbrella") + 1
    assert rules[after] == "/quartiers/val-clair/ @essai/quartier-val-clair"
    assert "/content/ @essai/umbrella" in rules
    assert "/*.lock @essai/maintainers" in rules


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("quartiers/lyon/quartier.yaml", "@ombrelle/quartier-lyon"),
        ("quartiers/lyon", "@ombrelle/umbrella"),
        ("quartiers/Ly on/quartier.yaml", "@ombrelle/umbrella"),
        ("content/site.yaml", "@ombrelle/umbrella"),
        ("ombrelle/build.py", "@ombrelle/maintainers"),
        ("owners.yaml", "@ombrelle/maintainers"),
    ],
)
def test_a_file_has_one_owner(path: str, owner: str) -> None:
    """A name that is no district makes no team."""
    assert owner_of(path, rights(), ["lyon"], "") == owner


def test_fields_that_are_reserved_exist() -> None:
    """A field that is misspelled in the rules would be reserved to nobody."""
    models: dict[str, type[Model]] = {
        "quartier.yaml": BY_NAME["quartier"].facts,
        "quartier.*.md": FrontMatter,
        "*.yaml": BY_NAME["startup"].facts,
    }
    for rule in rights().fields:
        model = models[rule.pattern.rsplit("/", 1)[1]]
        assert set(rule.fields) <= set(model.model_fields)


def test_without_rules_nothing_is_written(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says which file it is made from; faults in that are told at their line."""
    root = copied("smallest", tmp_path_factory.mktemp("site"))
    assert main(["codeowners", "--root", str(root), "--lang", "en"]) == 2
    assert "owners.yaml" in capsys.readouterr().err
    (root / "owners.yaml").write_text("maintainers: m\nfiles:\n  - {pattern: x, kind: y}\n", encoding="utf-8")
    assert main(["codeowners", "--root", str(root), "--lang", "en"]) == 1
    assert "owners.yaml:3:24  error  unknown-choice" in capsys.readouterr().err
    assert not (root / FILE).exists()
