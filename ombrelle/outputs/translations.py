"""What is to be translated, as one page that needs nothing beside it: for previews, never for visitors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from ombrelle.i18n.languages import PSEUDO, Languages
from ombrelle.load.entry import Content
from ombrelle.outputs.output import Output
from ombrelle.paths import edit_address
from ombrelle.problems import Problems
from ombrelle.problems.catalogue import SPOKEN
from ombrelle.translations.differences import Span
from ombrelle.translations.freshness import Finding, State
from ombrelle.translations.survey import STATES, Item, survey
from ombrelle.translations.wording import Quotation, Summary, Wording, line_of, quotations, summaries
from ombrelle.views.edition import Edition

FOLDER = "translations"

# The policy of the site allows no style within a page.
_LINK = '<link rel="stylesheet" href="style.css">'

_TAGS = {"then": "del", "now": "ins"}
_STYLE = """
:root{color-scheme:light dark;--paper:light-dark(#fff,#0c1424);--raised:light-dark(#f1f3f8,#16213a);
--text:light-dark(#14213d,#e9edf6);--quiet:light-dark(#4b5670,#a9b4cc);--line:light-dark(#c3cada,#3a4766);
--link:light-dark(#0b4f9e,#a9d1ff);--gone:light-dark(#ffdcd6,#5a1f1c);--come:light-dark(#d3f3d8,#14482c)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1rem clamp(1rem,4vw,3rem) 4rem;background:var(--paper);
color:var(--text);font:1rem/1.55 system-ui,sans-serif}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.5rem);line-height:1.15}h2{margin-top:3rem}
h3{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;font-size:1rem;margin:0}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
ul{list-style:none;margin:0;padding:0}.languages{display:grid;gap:1rem}
.languages li{display:grid;gap:.25rem 1.5rem;align-items:center}
progress{inline-size:100%;block-size:1rem;accent-color:var(--link)}
.quiet,dt{color:var(--quiet);font-size:.9rem}.state{font-weight:600}
article,details{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin-block:1rem}
summary{cursor:pointer;font-weight:600}details li{padding-block:.35rem}
.what{margin:1rem 0 .25rem}.sides{display:grid;gap:.75rem;margin:0}
.sides>div{background:var(--raised);border-radius:.35rem;padding:.6rem .8rem;min-width:0}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
del{background:var(--gone);color:inherit}ins{background:var(--come);color:inherit}
@media (min-width:48rem){.languages li{grid-template-columns:10rem 14rem 1fr}
.sides{grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}}
@media print{details{break-inside:avoid}}
"""
_WHOLE = """<!doctype html>
<html lang="{lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
{style}
</head>
<body>
<main>
<h1>{title}</h1>
<p>{introduction}</p>
<ul class="languages">
{rows}</ul>
{sections}</main>
</body>
</html>
"""


def outputs(edition: Edition) -> Iterator[Output]:
    """The page of a preview, in the source language of the site where the tool speaks it."""
    if edition.library.drafts:
        content = edition.library.content
        found = survey(edition.root, content, Problems())
        items = [item for item in found if item.unit.language not in PSEUDO]
        source = content.languages.source.code
        due = [item for item in items if not item.is_beyond]
        html = page(content, items, due, source if source in SPOKEN else SPOKEN[-1], style=_LINK)
        yield Output(f"{FOLDER}/index.html", html.encode())
        yield Output(f"{FOLDER}/style.css", _STYLE.encode())


def page(
    content: Content, items: Sequence[Item], shown: Sequence[Item], language: str, *, style: str = ""
) -> str:
    """The page in `fr` or `en`: a bar per language of all `items`, then those that are `shown`.

    `style` is HTML that leads to its style, which it carries where there is none.
    """
    writer = _Page(Wording(language), content.languages, content.site.repository or "", style)
    name = content.site.name.pick((language, *content.languages.codes)).text
    return writer.whole(name, items, shown)


class _Page:
    def __init__(self, wording: Wording, languages: Languages, repository: str, style: str) -> None:
        self._wording = wording
        self._say = wording.say
        self._languages = languages
        self._repository = repository
        self._style = style or f"<style>{_STYLE}</style>"

    def whole(self, name: str, items: Sequence[Item], shown: Sequence[Item]) -> str:
        title = escape(self._say("of-site", site=name))
        found = summaries(items, self._languages)
        rows = "".join(self._row(summary) for summary in found)
        sections = "".join(
            self._section(summary, [item for item in shown if item.unit.language == summary.language.code])
            for summary in found
        )
        introduction = escape(self._say("introduction", source=self._languages.source.autonym))
        return _WHOLE.format(
            lang=self._wording.language,
            title=title,
            style=self._style,
            introduction=introduction,
            rows=rows,
            sections=sections,
        )

    def _row(self, summary: Summary) -> str:
        code, share = summary.language.code, escape(self._wording.share(summary))
        label = escape(summary.language.autonym, quote=True)
        bar = f'<progress max="100" value="{summary.percent}" aria-label="{label}">{share}</progress>'
        return (
            f'<li><a href="#{code}">{self._name(summary)}</a>{bar}'
            f'<span>{share} <span class="quiet">{escape(self._told(summary))}</span></span></li>\n'
        )

    def _told(self, summary: Summary) -> str:
        code, counts = summary.language.code, self._wording.counts(summary)
        beyond = self._wording.count("beyond", summary.beyond, language=code) if summary.beyond else ""
        return f"{counts}. {beyond}" if beyond else counts

    def _name(self, summary: Summary) -> str:
        language = summary.language
        named = f'<bdi lang="{language.code}" dir="{language.direction}">{escape(language.autonym)}</bdi>'
        return f"{named} ({language.code})"

    def _section(self, summary: Summary, items: Sequence[Item]) -> str:
        """What is to be done in a language, file by file; what is missing, which may be much, is folded."""
        parts = [self._article(item) for item in items if item.blocks and item.state is not State.MISSING]
        for state in STATES:
            own = [item for item in items if item.state is state]
            folded = [item for item in own if state is State.MISSING or not item.blocks]
            if folded and state is not State.COMPLETE:
                parts.append(self._folded(state, folded))
        body = "".join(parts) or f"<p>{escape(self._say('nothing'))}</p>\n"
        code = summary.language.code
        return f'<section id="{code}">\n<h2>{self._name(summary)}</h2>\n{body}</section>\n'

    def _folded(self, state: State, items: Sequence[Item]) -> str:
        rows = "".join(
            f'<li>{self._file(item)} <span class="quiet">{escape(self._wording.aside(item))}</span></li>\n'
            for item in items
            if not item.blocks
        )
        articles = "".join(self._article(item) for item in items if item.blocks)
        summary = f"<summary>{escape(self._wording.state(state))} ({len(items)})</summary>"
        return f"<details>{summary}\n{f'<ul>{rows}</ul>' if rows else ''}\n{articles}</details>\n"

    def _article(self, item: Item) -> str:
        state = f'<span class="state">{escape(self._wording.state(item.state))}</span>'
        blocks = "".join(self._block(item, found) for found in item.blocks)
        return f"<article>\n<h3>{self._file(item)} {state}</h3>\n{blocks}</article>\n"

    def _file(self, item: Item) -> str:
        """The path of a file, which leads to where it is edited."""
        path = f'<code dir="ltr">{escape(item.unit.path)}</code>'
        if not self._repository or item.unit.is_missing:
            return path
        address = escape(edit_address(self._repository, item.unit.path), quote=True)
        label = escape(self._say("edit-file", path=item.unit.path), quote=True)
        return f'{path} <a href="{address}" aria-label="{label}">{escape(self._say("edit"))}</a>'

    def _block(self, item: Item, found: Finding) -> str:
        words = [self._wording.place(found.place, item.unit)]
        words += [self._say("line", line=line_of(found))] if line_of(found) else []
        what = " · ".join([*words, self._wording.state(found.state)])
        sides = "".join(self._side(item, each) for each in quotations(found))
        return f'<p class="what">{escape(what)}</p>\n<dl class="sides">\n{sides}</dl>\n'

    def _side(self, item: Item, quotation: Quotation) -> str:
        code = item.unit.language if quotation.key == "translation" else item.unit.source_language
        direction = self._languages[code].direction
        words = "".join(_span(span, _TAGS.get(quotation.key, "")) for span in quotation.spans)
        term = f"<dt>{escape(self._say(quotation.key))}</dt>"
        return f'<div>{term}<dd lang="{code}" dir="{direction}">{words}</dd></div>\n'


def _span(span: Span, tag: str) -> str:
    words = escape(span.text)
    return f"<{tag}>{words}</{tag}>" if span.is_changed else words
