"""What a press kit says: the figures of a district or of the umbrella, each with its source and its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds import base
from ombrelle.kinds.actor import Actor
from ombrelle.kinds.quartier import Quartier
from ombrelle.load.entry import Entry
from ombrelle.views.context import Context, address_lines, source
from ombrelle.views.entries import Label
from ombrelle.views.of_districts import labels_of
from ombrelle.views.parts import Contact, Figure, Link, Source
from ombrelle.views.takeaway import districts_with_kit, kit_name, kit_url, umbrella_contacts


@dataclass(frozen=True, slots=True)
class Visual:
    """A picture of the kit: `path` in its folder, `shade` (colour, mono, negative), on how many `lines`."""

    path: str
    shade: str
    lines: int


@dataclass(frozen=True, slots=True)
class Totem:
    """The emblematic building of a district."""

    name: Phrase
    summary: Phrase
    address: tuple[str, ...]
    source: Source
    as_of: PartialDate


@dataclass(frozen=True, slots=True)
class Member:
    """A district as the umbrella's kit lists it; `label` is the first step of its label."""

    name: Phrase
    region: Phrase
    places: tuple[str, ...]
    label: Label | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something the site shows; `section` names it."""

    name: Phrase
    value: int


@dataclass(frozen=True, slots=True)
class PressKit:
    """`press/figures.html` and the other papers of a kit. Addresses are whole.

    `as_of` is the newest date of what it tells. `lockup` is an address of its data, "" for none,
    and `is_named` whether the name stands in it.
    `members` and `counts` are the umbrella's, whose `district` is "".
    """

    lang: str
    direction: str
    name: str
    address: str
    district: str
    site_name: Phrase
    publisher: Phrase
    press: str
    brand: str
    data: str
    licence: Link
    title: Phrase
    tagline: Phrase
    summary: Phrase
    url: str
    contact: Contact
    accent: str
    region: Phrase = NOTHING
    places: tuple[str, ...] = ()
    status: Phrase = NOTHING
    labels: tuple[Label, ...] = ()
    figures: tuple[Figure, ...] = ()
    strengths: tuple[Phrase, ...] = ()
    totem: Totem | None = None
    source: Source | None = None
    members: tuple[Member, ...] = ()
    counts: tuple[Count, ...] = ()
    as_of: PartialDate | None = None
    lockup: str = ""
    is_named: bool = False
    visuals: tuple[Visual, ...] = ()


def district_kit(context: Context, entry: Entry) -> PressKit:
    """The kit of a district."""
    facts = entry.facts_as(Quartier)
    named = context.library.get("actor", facts.totem) if facts.totem else None
    totem = named if named and not named.facts.demo else None
    figures = _distinct(facts.figures + (totem.facts_as(Actor).figures if totem else ()))
    dates = [*(figure.as_of for figure in figures), *(label.date for label in facts.labels)]
    return replace(
        _bare(context, facts.contacts.by_purpose, entry),
        tagline=context.pick(facts.tagline),
        summary=context.pick(facts.summary),
        accent=facts.accent or context.library.site.colours.accent,
        region=context.term("regions", facts.region),
        places=tuple(place.name for place in facts.places),
        status=context.term("quartier-statuses", facts.status),
        labels=labels_of(context, facts),
        figures=context.figures(figures),
        strengths=tuple(context.pick(strength) for strength in facts.strengths),
        totem=_totem(context, totem) if totem else None,
        source=source(facts.source) if facts.source else None,
        as_of=_newest(dates),
    )


def umbrella_kit(context: Context) -> PressKit:
    """The kit of the umbrella itself: what it counts on the day of the build, and its districts."""
    today = context.library.today
    return replace(
        _bare(context, umbrella_contacts(context.library), None),
        members=tuple(_members(context)),
        counts=tuple(_counts(context)),
        as_of=PartialDate(today.year, today.month, today.day),
    )


def kit_day(kit: PressKit) -> date | None:
    """The day that the files of a kit carry."""
    return kit.as_of.first_day if kit.as_of else None


def _bare(context: Context, contacts: Mapping[str, base.Contact], district: Entry | None) -> PressKit:
    """What every kit says: whose it is, where it stands, whom to write to, the licence."""
    library, site = context.library, context.library.site
    id_ = district.id if district else ""
    purpose = "press" if "press" in contacts else "general"
    return PressKit(
        lang=context.lang,
        direction=context.language.direction,
        name=kit_name(library, context.lang, id_),
        address=context.routes.absolute(kit_url(library, context.lang, id_)),
        district=id_,
        site_name=context.pick(site.name),
        publisher=context.pick(site.publisher),
        press=_address(context, "page:press") or _address(context, "home"),
        brand=_address(context, "brand"),
        data=_address(context, "data"),
        licence=Link(Phrase(site.data_licence.name), site.data_licence.url),
        title=district.title(context.chain) if district else context.pick(site.name),
        tagline=context.pick(site.tagline),
        summary=context.pick(site.summary),
        url=_address(context, district.key if district else "home"),
        contact=context.contact(contacts[purpose], purpose),
        accent=site.colours.accent,
    )


def _address(context: Context, key: str) -> str:
    page = context.routes.page(key, context.lang)
    return context.routes.absolute(page.url) if page else ""


def _distinct(figures: Iterable[base.Figure]) -> tuple[base.Figure, ...]:
    """Each figure once, be it said of a district and of its building."""
    return tuple({(it.label.all_forms, it.value, it.as_of): it for it in figures}.values())


def _totem(context: Context, entry: Entry) -> Totem:
    facts = entry.facts_as(Actor)
    lines = address_lines(facts.place)
    title = entry.title(context.chain)
    return Totem(
        title,
        context.pick(facts.summary),
        tuple(line for line in lines if line != title.text),
        source(facts.source),
        facts.as_of,
    )


def _members(context: Context) -> Iterator[Member]:
    for entry in context.sorted(districts_with_kit(context.library)):
        facts = entry.facts_as(Quartier)
        labels = labels_of(context, facts)
        yield Member(
            entry.title(context.chain),
            context.term("regions", facts.region),
            tuple(place.name for place in facts.places),
            labels[0] if labels else None,
        )


def _counts(context: Context) -> Iterator[Count]:
    """How many of each are real: examples do not count."""
    kinds = (
        ("districts", "quartier"),
        ("startups", "startup"),
        ("actors", "actor"),
        ("programmes", "programme"),
    )
    for section, kind in kinds:
        real = sum(not (entry.facts.demo or entry.facts.draft) for entry in context.library.of_kind(kind))
        if real:
            yield Count(context.section(section), real)


def _newest(dates: Iterable[PartialDate]) -> PartialDate | None:
    return max(dates, key=lambda found: (found.last_day, str(found)), default=None)
