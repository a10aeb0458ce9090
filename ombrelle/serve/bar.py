"""What serving adds to a page: a bar at its end, and the faults of its own files over it.

Both live in a shadow tree of their own: the styles of the site do not reach them, nor theirs the site. The
browser makes it from the HTML, without a script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from ombrelle.paths import edit_address
from ombrelle.serve.behind import Behind, Version
from ombrelle.serve.speech import Speech

_BODY = re.compile(rb"<body[^>]*>")
_BODY_END = b"</body>"

_SHADOW = """<ombrelle-{name}><template shadowrootmode="open"><style>{style}</style>
<section lang="{lang}" dir="ltr" aria-label="{label}">{body}</section></template></ombrelle-{name}>"""
_STYLE = """:host{all:initial;display:block;position:sticky;z-index:9999;font:.875rem/1.5 system-ui,
sans-serif;color:#fff;color-scheme:dark}section{padding:.25rem 1rem}a{color:#a9d1ff}summary{cursor:pointer}
:focus-visible{outline:2px solid #fff;outline-offset:2px}ul,ol{margin:.25rem 0;padding-inline-start:1.25rem}
code,pre{font-family:ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
p{margin:.25rem 0}mark{background:#ffd166;color:#1b1f2a;padding:0 .4em;border-radius:.2em}
@media print{:host{display:none}}"""
_VERSION = """<script>document.addEventListener("LiveReloadConnect", async () => {{
const now = await fetch("{address}", {{cache: "no-store"}});
if (now.ok && await now.text() !== "{version}") location.reload();
}});</script>"""
_BAR = ":host{bottom:0;background:#1b1f2a}section{max-height:60vh;overflow:auto}"
_OVER = ":host{top:0;background:#8f1d1d}section{max-height:70vh;overflow:auto}a{color:#fff}"


def with_faults(page: bytes, title: str, faults: str, speech: Speech) -> bytes:
    """The page under the faults of its files, which can be folded away. `faults` is HTML."""
    body = f"<details open><summary><strong>{escape(title)}</strong></summary>{faults}</details>"
    over = _shadow("faults", _OVER, title, body, speech)
    return _BODY.sub(lambda match: match[0] + over, page, count=1)


def with_bar(page: bytes, bar: str, speech: Speech) -> bytes:
    """The page with a bar at its end. `bar` is HTML."""
    return page.replace(
        _BODY_END, _shadow("preview", _BAR, speech.say("serve-preview"), bar, speech) + _BODY_END, 1
    )


def with_version(page: bytes, version: str, address: str) -> bytes:
    """The page with its version, so that it asks for itself again if it was saved before it could be told."""
    script = _VERSION.format(version=version, address=address).encode()
    return page.replace(_BODY_END, script + _BODY_END, 1)


def bar_of(behind: Behind, repository: str | None, link: str, speech: Speech) -> str:
    """What the bar of a page says. `link` is the HTML that leads to what is wrong."""
    files = "".join(f"<li>{_file(path, repository, speech)}</li>" for path in behind.files)
    versions = "".join(f"<li>{_version(version, speech)}</li>" for version in behind.versions)
    marks = "".join(f" <mark>{escape(word)}</mark>" for word in _marks(behind, speech))
    own = " ".join(version.language.code for version in behind.versions if version.is_own is not False)
    summary = f"<code>{escape(behind.files[-1])}</code>{marks} <span>({escape(own)})</span>"
    return (
        f"<details><summary>{summary}</summary><p>{escape(speech.say('serve-files'))}</p><ul>{files}</ul>"
        f"<p>{escape(speech.say('serve-languages'))}</p><ul>{versions}</ul></details>{link}"
    )


def _file(path: str, repository: str | None, speech: Speech) -> str:
    name = f"<code>{escape(path)}</code>"
    if not repository:
        return name
    return f'{name} <a href="{escape(edit_address(repository, path))}">{escape(speech.say("serve-edit"))}</a>'


def _version(version: Version, speech: Speech) -> str:
    language = version.language
    name = f'<a href="{escape(version.href)}" lang="{language.code}">{escape(language.autonym)}</a>'
    if version.is_own is None:
        return name
    if version.is_own:
        return f"{name} – {escape(speech.say('serve-own'))}"
    words = [speech.say("serve-borrowed", language=version.borrowed_from)]
    if version.to_write:
        words.append(speech.say("serve-to-write", path=version.to_write))
    if version.to_complete:
        words.append(speech.say("serve-to-complete", path=version.to_complete))
    return f"{name} – {escape(' ; '.join(words) if speech.language == 'fr' else '; '.join(words))}"


def _marks(behind: Behind, speech: Speech) -> Iterable[str]:
    if behind.is_draft:
        yield speech.say("serve-draft")
    if behind.appears:
        yield speech.say("serve-future", day=behind.appears.isoformat())


def _shadow(name: str, style: str, label: str, body: str, speech: Speech) -> bytes:
    return _SHADOW.format(
        name=name, style=_STYLE + style, lang=speech.language, label=escape(label), body=body
    ).encode()
