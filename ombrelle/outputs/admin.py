"""The content manager at /admin/: forms over the files of the repository, for those who know no Git.

Its program is bundled from the pinned packages when Node.js is there, and kept in `.cache` under the hash of
what it is made from. Where it cannot be made, or where `content/site.yaml` names no repository that it could
write to, the site goes without.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from pathlib import Path

from ombrelle.kinds.site import Site
from ombrelle.load.rights import rights_here
from ombrelle.outputs.output import Output
from ombrelle.problems import Problems
from ombrelle.schemas.choices import choices_of
from ombrelle.schemas.cms import Desk, backend_of
from ombrelle.views.edition import Edition

FOLDER = "admin"
_SCRIPTS = "scripts/admin"
_LOCK = "package-lock.json"
_PACKAGE = "node_modules/@sveltia/cms"
_CACHE = ".cache/admin"
_PATIENCE = 120
"""Seconds after which a bundle that takes two is given up."""

_SERVICES: Mapping[str, tuple[str, str]] = {
    "github": (
        "https://api.github.com",
        "https://avatars.githubusercontent.com",
    ),
    "gitlab": ("https://gitlab.com", "https://gitlab.com"),
}
"""Whom the program speaks to, and whence the pictures of people come, by repository host."""


def outputs(edition: Edition) -> Iterator[Output]:
    """The pages of the content manager, their configurations and the program."""
    site = edition.library.site
    backend = backend_of(site.repository)
    bundle = _bundle(edition.root) if backend else None
    if backend is None or bundle is None:
        return
    prefix = edition.routes.prefix
    title = site.name.pick(edition.library.languages.source.chain).text
    rights = rights_here(edition.root, Problems())
    desk = Desk(choices_of(edition.library.content), backend, title, edition.routes.base_url, rights)
    for home, config in desk.configs():
        base = f"{FOLDER}/{home}/" if home else f"{FOLDER}/"
        yield Output(f"{base}index.html", _page(f"{prefix}/", base, str(config["app_title"])))
        yield Output(f"{base}config.json", (json.dumps(config, ensure_ascii=False) + "\n").encode())
    for path, content in _files(bundle):
        yield Output(f"{FOLDER}/{path}", content)


def policy(site: Site) -> str:
    """The content security policy of /admin/, "" for a site without: its program writes styles as it goes."""
    backend = backend_of(site.repository)
    if backend is None:
        return ""
    service, pictures = _SERVICES[backend["name"]]
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob: {pictures}",
            "media-src 'self' blob:",
            "font-src 'self' data:",
            f"connect-src 'self' data: blob: {service}",
            "worker-src 'self' blob:",
            "manifest-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "upgrade-insecure-requests",
        )
    )


def absence(root: Path, site: Site) -> str:
    """Why a site that names its repository goes without: a sentence of the command line, by its key.

    "" for a site that names none: it has asked for nothing.
    """
    if not site.repository:
        return ""
    if backend_of(site.repository) is None:
        return "admin-unknown-host"
    if shutil.which("node") is None:
        return "admin-no-node"
    return "admin-no-bundle" if (root / _PACKAGE).is_dir() else "admin-no-packages"


def _page(root: str, base: str, title: str) -> bytes:
    return (
        '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="cms-config-url" type="application/json" href="{root}{base}config.json">\n'
        f'<script type="module" src="{root}{FOLDER}/main.js"></script>\n'
        "</head>\n<body>\n</body>\n</html>\n"
    ).encode()


@lru_cache(maxsize=1)
def _files(bundle: Path) -> tuple[tuple[str, bytes], ...]:
    """The files of a bundle; its folder is named after what it is made from, and does not change."""
    found = sorted(path for path in bundle.rglob("*") if path.is_file())
    return tuple((path.relative_to(bundle).as_posix(), path.read_bytes()) for path in found)


def _bundle(root: Path) -> Path | None:
    """The folder of the program, made where it is not there yet; None where it cannot be made."""
    node = shutil.which("node")
    if not (root / _LOCK).is_file() or not (root / _SCRIPTS).is_dir():
        return None
    folder = root / _CACHE / _hash(root)
    if folder.is_dir():
        return folder
    try:
        return _make(root, folder, node) if node and (root / _PACKAGE).is_dir() else None
    except OSError:
        return None


def _hash(root: Path) -> str:
    """The hash of all that the bundle is made from: the locked packages and our own scripts."""
    made_from = [root / _LOCK, *sorted((root / _SCRIPTS).glob("*.js"))]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in made_from)).hexdigest()[:16]


def _make(root: Path, folder: Path, node: str) -> Path | None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        fresh = Path(name) / "bundle"
        command = [node, str(root / _SCRIPTS / "bundle.js"), str(fresh.resolve())]
        try:
            # The program and its arguments are ours; only the folder's name varies.
            subprocess.run(command, check=True, cwd=root, capture_output=True, timeout=_PATIENCE)  # noqa: S603
        except subprocess.SubprocessError:
            return None
        for old in folder.parent.iterdir():
            if old.name != Path(name).name:
                shutil.rmtree(old, ignore_errors=True)
        fresh.rename(folder)
    return folder
