"""The page of each company."""

from __future__ import annotations

from ombrelle.kinds import programme, startup
from ombrelle.load.entry import Entry
from ombrelle.views.cards import cards
from ombrelle.views.context import Context, source
from ombrelle.views.embeds import snippet
from ombrelle.views.entries import Award, Round, Startup
from ombrelle.views.parts import Card, Link

RELATED = 6


def startup_view(context: Context, entry: Entry) -> Startup:
    """A company."""
    facts = entry.facts_as(startup.Startup)
    return Startup(
        pitch=context.pick(facts.pitch),
        logo=context.picture(entry, facts.logo, facts.name),
        districts=context.links_to(context.library.districts_of(entry)),
        city=facts.place.city if facts.place else "",
        country=facts.place.country if facts.place else "",
        website=facts.website,
        founded=facts.founded,
        former_names=context.former_names(facts.former_names),
        status=context.term("startup-statuses", facts.status),
        sectors=tuple(context.facet_link("sectors", sector) for sector in facts.sectors),
        stage=context.facet_link("stage", facts.stage) if facts.stage else None,
        headcount=context.term("headcounts", facts.headcount),
        business_model=context.term("business-models", facts.business_model),
        funding=tuple(Round(r.date, r.amount, r.currency, source(r.source)) for r in facts.funding),
        markets=facts.markets,
        looking_for=tuple(context.facet_link("looking_for", term) for term in facts.looking_for),
        languages=facts.working_languages,
        jobs=facts.jobs or "",
        awards=_awards(context, entry, facts),
        hosts=_hosts(context, facts),
        siren=facts.identifiers.siren or "",
        wikidata=facts.identifiers.wikidata or "",
        source=source(facts.source),
        as_of=facts.as_of,
        body=context.body(entry),
        related=_related(context, entry),
        embed=snippet(context, entry),
    )


def _awards(context: Context, entry: Entry, facts: startup.Startup) -> tuple[Award, ...]:
    """Programmes that name the company, with the year, then those that only the company names."""
    naming = context.library.naming(entry, "programme", "awards")
    awarded = [
        Award(context.link(other), award.year, source(award.source))
        for other in naming
        for award in other.facts_as(programme.Programme).awards
        if award.startup == entry.id
    ]
    named = (context.library.get("programme", id_) for id_ in facts.programmes)
    only_named = [Award(context.link(other), None, None) for other in named if other and other not in naming]
    return (*awarded, *only_named)


def _hosts(context: Context, facts: startup.Startup) -> tuple[Link, ...]:
    actors = (context.library.get("actor", id_) for id_ in facts.hosted_by)
    return context.links_to(actor for actor in actors if actor)


def _related(context: Context, entry: Entry) -> tuple[Card, ...]:
    """A few neighbours of the district."""
    return cards(context, context.library.next_at_home(entry, RELATED))
