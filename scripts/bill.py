"""The bill of materials of what the site is built with: `python -m scripts.bill` writes `sbom.cdx.json`.

The form is CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/, made from the locks alone: the packages of
Python of `requirements.lock`, and those of npm that the content manager is bundled from. Tools of the tests
are not in it. The same locks give the same bytes: there is no date, and the serial number is made from them.
"""

from __future__ import annotations

import base64
import json
import re
import uuid
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
FILE = "sbom.cdx.json"
PYTHON_LOCK, NPM_LOCK = "requirements.lock", "package-lock.json"
_PACKAGE = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^    #(?: via)? +(?P<name>[\w.-]+)(?P<file> \(.*\))?$")
_SELF = "ombrelle"

Component = dict[str, Any]
Edge = tuple[str, str]
"""The reference of a package, and that of one that it needs."""


def bill(root: Path) -> dict[str, Any]:
    """The bill of the locks of a folder."""
    locks = [(root / name).read_text(encoding="utf-8") for name in (PYTHON_LOCK, NPM_LOCK)]
    python, npm = _python(locks[0]), _npm(json.loads(locks[1])["packages"])
    components = sorted(python[0] + npm[0], key=_reference)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, ''.join(locks))}",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": _SELF, "name": _SELF}},
        "components": components,
        "dependencies": _dependencies([_SELF, *map(_reference, components)], {*python[1], *npm[1]}),
    }


def written(root: Path) -> str:
    """The bill as the file holds it."""
    return json.dumps(bill(root), indent=1, ensure_ascii=False) + "\n"


def _python(lock: str) -> tuple[list[Component], list[Edge]]:
    """The packages of a lock of pip; some have several versions, for several versions of Python."""
    parts = [(found, part) for part in re.split(r"\n(?=[\w.-]+==)", lock) if (found := _PACKAGE.match(part))]
    named: dict[str, list[str]] = {_SELF: [_SELF]}
    components, edges = [], []
    for found, part in parts:
        hashes = [{"alg": "SHA-256", "content": each} for each in _HASH.findall(part)]
        components.append(_component("pypi", found["name"], found["version"], hashes))
        named.setdefault(found["name"], []).append(_reference(components[-1]))
    for component, (_, part) in zip(components, parts, strict=True):
        via = (match["name"] for line in part.splitlines() if (match := _VIA.match(line)))
        edges += [(other, _reference(component)) for name in via for other in named.get(name, ())]
    return components, edges


def _npm(packages: dict[str, Any]) -> tuple[list[Component], list[Edge]]:
    """The packages of a lock of npm that are not of the tests."""
    used = {path: each for path, each in packages.items() if path and not each.get("dev")}
    made = {
        path: _component("npm", _name(path), each["version"], [_integrity(each["integrity"])])
        for path, each in used.items()
    }
    references = {path: _reference(each) for path, each in made.items()} | {"": _SELF}
    edges = [
        (references[path], references[found])
        for path in references
        for name in _needed(packages[path])
        if (found := _resolved(path, name, references))
    ]
    return list({_reference(each): each for each in made.values()}.values()), edges


def _resolved(path: str, name: str, known: Collection[str]) -> str:
    """Where the package at a path finds another: in its own folder, else in those above; "" if nowhere."""
    while True:
        candidate = f"{path}/node_modules/{name}".lstrip("/")
        if candidate in known or not path:
            return candidate if candidate in known else ""
        path = path.rpartition("node_modules/")[0].rstrip("/")


def _needed(package: dict[str, Any]) -> set[str]:
    return {*package.get("dependencies", {}), *package.get("optionalDependencies", {})}


def _name(path: str) -> str:
    return path.rpartition("node_modules/")[2]


def _reference(component: Component) -> str:
    return str(component["bom-ref"])


def _integrity(written: str) -> dict[str, str]:
    """A hash as npm writes it, `sha512-` and base64, as CycloneDX does."""
    algorithm, _, value = written.partition("-")
    return {"alg": f"SHA-{algorithm.removeprefix('sha')}", "content": base64.b64decode(value).hex()}


def _component(kind: str, name: str, version: str, hashes: list[dict[str, str]]) -> Component:
    """A package; its reference is its address as a package: https://github.com/package-url/purl-spec."""
    purl = f"pkg:{kind}/{quote(name, safe='/')}@{version}"
    unique = [dict(pair) for pair in dict.fromkeys(tuple(each.items()) for each in hashes)]
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "hashes": unique,
    }


def _dependencies(references: Iterable[str], edges: Collection[Edge]) -> list[dict[str, Any]]:
    """What each package needs."""
    return [
        {"ref": reference, "dependsOn": sorted(other for one, other in edges if one == reference)}
        for reference in sorted(references)
    ]


if __name__ == "__main__":
    (ROOT / FILE).write_text(written(ROOT), encoding="utf-8")
