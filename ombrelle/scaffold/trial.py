"""A draft is read and related to the whole site in memory, so that nothing with a fault is ever written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ombrelle.dates import PartialDate
from ombrelle.kinds.base import Facts, FrontMatter
from ombrelle.library.relate import relate
from ombrelle.load.entry import Content, Entry, Text
from ombrelle.load.facts import validate
from ombrelle.problems import Problem, Problems
from ombrelle.route.routes import make_routes
from ombrelle.scaffold.draft import Draft
from ombrelle.scaffold.plan import Plan
from ombrelle.sources.document import Document, read_document
from ombrelle.sources.frontmatter import split


def trial(plan: Plan, drafts: Sequence[Draft], content: Content, today: date) -> tuple[Problem, ...]:
    """All that `check` would say of these files if they were written, by place."""
    problems = Problems()
    entry = _entry(plan, drafts, content, problems)
    if entry:
        whole = replace(content, entries=(*content.entries, entry))
        library = relate(whole, today, problems, drafts=True)
        make_routes(library, content.site.base_url, problems)
    paths = {draft.path for draft in drafts}
    return tuple(problem for problem in problems if problem.location.path in paths)


def _entry(plan: Plan, drafts: Sequence[Draft], content: Content, problems: Problems) -> Entry | None:
    facts_draft, *texts_drafts = drafts
    document = read_document(facts_draft.path, facts_draft.text, problems)
    facts = _facts(plan, document, content, problems)
    texts = _texts(plan, texts_drafts, content, problems)
    if facts is None or texts is None:
        return None
    day = PartialDate.parse(str(plan.day)) if plan.day else None
    return Entry(plan.kind, plan.id, plan.district, facts, document, texts, day)


def _facts(plan: Plan, document: Document | None, content: Content, problems: Problems) -> Facts | None:
    codes = content.languages.codes
    return validate(plan.kind.facts, document, plan.kind.name, codes, problems) if document else None


def _texts(
    plan: Plan, drafts: Sequence[Draft], content: Content, problems: Problems
) -> Mapping[str, Text] | None:
    lang = content.languages.source.code
    texts = {}
    for draft in drafts:
        parts = split(draft.path, draft.text, problems)
        head = validate(FrontMatter, parts.head, plan.kind.name, (), problems) if parts else None
        if parts is None or head is None:
            return None
        texts[lang] = Text(
            lang, draft.path, head.title, head.summary, head.slug, head.draft, parts.body, parts.body_line
        )
    return texts
