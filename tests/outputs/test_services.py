"""What hosts and robots read: robots.txt, security.txt, _headers, _redirects; assets, marks, media."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ombrelle.outputs import other_outputs
from tests.support.small import SITES, copied, edition_of


def text(outputs: dict[str, bytes], path: str) -> str:
    return outputs[path].decode()


def rules(outputs: dict[str, bytes]) -> dict[str, dict[str, str]]:
    """The headers of each path."""
    found_rules: dict[str, dict[str, str]] = {}
    path = ""
    for line in text(outputs, "_headers").splitlines():
        if line and not line.startswith(" "):
            path = line
        elif line:
            name, _, value = line.strip().partition(": ")
            found_rules.setdefault(path, {})[name] = value
    return found_rules


def test_robots_may_read_what_is_published_and_nothing_of_a_preview(
    outputs: dict[str, bytes], preview_outputs: dict[str, bytes]
) -> None:
    """The sitemap is named by its whole address; a preview is closed."""
    lines = text(outputs, "robots.txt").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", "Sitemap: https://essai.example/sitemap.xml"]
    assert text(preview_outputs, "robots.txt").splitlines() == ["User-agent: *", "Disallow: /"]


def test_the_contact_for_security_is_good_for_less_than_a_year(outputs: dict[str, bytes]) -> None:
    """What RFC 9116 requires, counted from the day of the build and not from the clock."""
    lines = text(outputs, ".well-known/security.txt").splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == "mailto:securite@essai.example"
    assert fields["Canonical"] == "https://essai.example/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "fr, en, ar"
    expires = datetime.fromisoformat(fields["Expires"])
    assert 300 < (expires - datetime(2026, 11, 1, tzinfo=UTC)).days < 365


@pytest.mark.parametrize(
    ("way", "address"),
    [
        ("{url: https://a.example/securite, email: a@b.example}", "https://a.example/securite"),
        ('{phone: "+33 1 02 03"}', "tel:+3310203"),
    ],
)
def test_security_may_be_told_in_any_way(tmp_path: Path, way: str, address: str) -> None:
    """A page goes first, then a letter, then a call; each as an address."""
    root = copied("smallest", tmp_path)
    site = root / "content/site.yaml"
    content = site.read_text(encoding="utf-8").replace("{email: securite@petite.example}", way)
    site.write_text(content, encoding="utf-8")
    files = {output.path: output.content for output in other_outputs(edition_of(root))}
    assert text(files, ".well-known/security.txt").splitlines()[0] == f"Contact: {address}"


def test_every_answer_is_protected(outputs: dict[str, bytes]) -> None:
    """The policy lets only the site's own files in, and one script that stands in a page, by its digest."""
    headers = rules(outputs)["/*"]
    policy = dict(
        part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; ") if " " in part
    )
    assert policy["default-src"] == "'none'"
    assert re.fullmatch(r"'self' 'sha256-[\w+/]{43}='", policy["script-src"])
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "X-Robots-Tag" not in headers


def test_the_script_that_stands_in_pages_is_that_of_the_policy(
    outputs: dict[str, bytes], rich_site: Path
) -> None:
    """Byte for byte as a browser reads it, on every page; no other would run."""
    allowed = rules(outputs)["/*"]["Content-Security-Policy"]
    for page in rich_site.glob("fr/**/*.html"):
        (script,) = re.findall(r"<script data-late=[^>]*>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
        digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed, page


def test_a_page_is_isolated_from_every_other_site(outputs: dict[str, bytes]) -> None:
    """No other site opens it with a hold on it, includes its files or shares its process; always by HTTPS."""
    headers = rules(outputs)["/*"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Origin-Agent-Cluster"] == "?1"
    assert headers["X-Frame-Options"] == "DENY"
    assert int(headers["Strict-Transport-Security"].split(";")[0].removeprefix("max-age=")) >= 31536000


def test_what_others_may_show_is_listed(outputs: dict[str, bytes]) -> None:
    """Data, pictures, the brand and the cards; nothing else."""
    shown = {
        path
        for path, own in rules(outputs).items()
        if own.get("Cross-Origin-Resource-Policy") == "cross-origin"
    }
    assert shown == {f"/{folder}/*" for folder in ("brand", "data", "embed", "media", "pictures", "share")}


def test_a_file_of_a_team_runs_and_fetches_nothing(outputs: dict[str, bytes]) -> None:
    """Opened at its own address, a drawing has its styles and no more, even if its check had a hole."""
    policy = rules(outputs)["/media/*"]["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in policy
    assert "style-src 'unsafe-inline'" in policy
    assert not [part for part in policy if part.startswith(("script-src", "connect-src"))]


def test_a_preview_is_kept_from_search_engines_by_its_headers(preview_outputs: dict[str, bytes]) -> None:
    """For its data and pictures too."""
    assert rules(preview_outputs)["/*"]["X-Robots-Tag"] == "noindex"


def test_what_never_changes_is_cached_for_ever(outputs: dict[str, bytes]) -> None:
    """Assets carry the digest of their content in their name."""
    assert "immutable" in rules(outputs)["/assets/*"]["Cache-Control"]
    assets = [path for path in outputs if path.startswith("assets/")]
    assert any(path.endswith(".css") for path in assets)
    for path in assets:
        digest = path.rsplit(".", 2)[1]
        assert hashlib.sha256(outputs[path]).hexdigest().startswith(digest), path


def test_redirects_come_in_the_order_in_which_they_are_tried(outputs: dict[str, bytes]) -> None:
    """Former addresses for ever; a first visit by its language, at the root only; then what is not found."""
    lines = [line.split() for line in text(outputs, "_redirects").splitlines()]
    assert lines == [
        ["/en/startups/alphabet/", "/en/startups/alpha-care/", "301"],
        ["/fr/rive-numerique/", "/fr/quartiers/haute-rive/", "301"],
        ["/fr/startups/alphabet/", "/fr/startups/alpha/", "301"],
        ["/", "/fr/", "302!", "Language=fr"],
        ["/", "/en/", "302!", "Language=en"],
        ["/", "/ar/", "302!", "Language=ar"],
        ["/fr/*", "/fr/404.html", "404"],
        ["/en/*", "/en/404.html", "404"],
        ["/ar/*", "/ar/404.html", "404"],
    ]


def test_below_a_path_every_rule_carries_it(sub_path_outputs: dict[str, bytes]) -> None:
    """Headers, redirects, robots and the sitemap name addresses below the path."""
    found = {path.removeprefix("/sous/chemin/") for path in rules(sub_path_outputs)}
    folders = {
        f"{folder}/*"
        for folder in ("assets", "brand", "data", "embed", "media", "pictures", "search/parts", "share")
    }
    assert found == {"*", "speculation-rules.json", *folders}
    assert all(path.startswith("/sous/chemin/") for path in rules(sub_path_outputs))
    for line in text(sub_path_outputs, "_redirects").splitlines():
        assert all(part.startswith("/sous/chemin/") for part in line.split()[:2]), line
    assert "https://essai.example/sous/chemin/sitemap.xml" in text(sub_path_outputs, "robots.txt")


def test_people_who_look_find_who_made_the_site(outputs: dict[str, bytes]) -> None:
    """Publisher, contact, whose work is built upon, and where the data are."""
    lines = text(outputs, "humans.txt").splitlines()
    assert [line for line in lines if line.startswith("/*")] == ["/* TEAM */", "/* THANKS */", "/* SITE */"]
    assert "Publisher: Ombrelle d’essai" in lines
    assert "Contact: bonjour@essai.example" in lines
    assert any("SIL Open Font License" in line for line in lines)
    assert any("https://essai.example/data/v1/datapackage.json" in line for line in lines)


def test_media_are_copied_below_their_owner(outputs: dict[str, bytes]) -> None:
    """Byte for byte, the umbrella's and each district's."""
    for path, source in (
        ("media/_umbrella/plan.svg", "content/media/plan.svg"),
        ("media/haute-rive/embleme.svg", "quartiers/haute-rive/media/embleme.svg"),
    ):
        assert outputs[path] == (SITES / "rich" / source).read_bytes()


def test_the_mark_has_a_panel_for_each_labelled_district(outputs: dict[str, bytes]) -> None:
    """The candidate has neither panel nor lock-up until it is labelled; every file is a drawing."""
    marks = {path for path in outputs if path.startswith(("brand/mark", "brand/district"))}
    assert marks == {
        "brand/mark.svg",
        "brand/mark-mono.svg",
        "brand/mark-negative.svg",
        "brand/district-haute-rive.svg",
        "brand/district-port-clair.svg",
    }
    drawings = {path for path in outputs if path.startswith("brand/")}
    assert {path.split("-")[0] for path in drawings if "lockups" in path} == {
        "brand/lockups/umbrella",
        "brand/lockups/haute",
        "brand/lockups/port",
    }
    for path in drawings | {"favicon.svg"}:
        assert ET.fromstring(outputs[path]).tag == "{http://www.w3.org/2000/svg}svg"
