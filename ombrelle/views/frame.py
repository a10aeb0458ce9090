"""What every page has around what it shows: head, menus, switcher, way back, notice of a borrowed text."""

from __future__ import annotations

from ombrelle.drawing.arrangement import SharePicture
from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.library import Library
from ombrelle.library.directory import FACETS, selection_of
from ombrelle.load.entry import Entry
from ombrelle.route import Page, Routes
from ombrelle.route.plan import FAMILIES
from ombrelle.theme.assets import sheet_of
from ombrelle.views.context import Context
from ombrelle.views.of_directory import facets_title
from ombrelle.views.parts import Alternate, Chrome, Head, LanguageLink, Link, Notice, Share, View
from ombrelle.views.pictures import picture_of
from ombrelle.views.share import share_of, share_picture
from ombrelle.views.structured import structured


def chrome(context: Context) -> Chrome:
    """The frame of every page of a language, made once."""
    site = context.library.site
    link = context.routes.link
    return Chrome(
        site_name=context.pick(site.name),
        tagline=context.pick(site.tagline),
        home=context.routes.href("home", context.lang),
        navigation=_menu(context, site.navigation),
        footer=_menu(context, site.footer),
        search=context.section_link("search"),
        districts=context.links_to(context.sorted(context.library.of_kind("quartier"))),
        publisher=context.pick(site.publisher),
        email=site.contact.email or "",
        licence=Link(Phrase(site.data_licence.name), site.data_licence.url),
        feed=link(f"/{context.lang}/feed.xml"),
        assets=context.assets,
        early=context.early,
        # At the root of a host, those who want it ask for it by themselves.
        touch_icon=link("/apple-touch-icon.png") if context.routes.prefix else "",
        manifest=link(f"/{context.lang}/site.webmanifest"),
        mark=context.mark,
        is_preview=context.library.drafts,
    )


def _menu(context: Context, targets: tuple[str, ...]) -> tuple[Link, ...]:
    links = (context.target_link(target) for target in targets)
    return tuple(link for link in links if link)


def frame(context: Context, around: Chrome, page: Page, template: str, main: object) -> View:
    """A page in its frame."""
    title = _title(context, page)
    breadcrumbs = _breadcrumbs(context, page, title)
    district = _district(context, page)
    return View(
        template=template,
        lang=page.lang,
        direction=context.language.direction,
        chrome=around,
        head=_head(context, page, breadcrumbs, district),
        section=breadcrumbs[1].id if len(breadcrumbs) > 1 else page.key,
        district=district.id if district else "",
        sheet=sheet_of(template, getattr(getattr(main, "body", main), "types", ())),
        switcher=switcher(context.library, context.routes, page),
        breadcrumbs=breadcrumbs,
        notice=_notice(context, page),
        title=title,
        picture=picture_of(context, page.own_entry) if page.own_entry else None,
        is_demo=bool(page.entry and page.entry.facts.demo),
        is_draft=bool(page.entry and page.entry.facts.draft),
        main=main,
    )


def switcher(library: Library, routes: Routes, page: Page) -> tuple[LanguageLink, ...]:
    """The same page in every language."""
    found = []
    for language in library.languages:
        other = routes.page(page.key, language.code)
        if other:
            found.append(
                LanguageLink(
                    language.code,
                    language.direction,
                    language.autonym,
                    routes.link(other.url),
                    language.code == page.lang,
                    other.is_borrowed,
                )
            )
    return tuple(found)


def _title(context: Context, page: Page) -> Phrase:
    if page.type in {"home", "chooser"}:
        return context.pick(context.library.site.tagline)
    if page.own_entry:
        return page.own_entry.title(context.chain)
    if page.term:
        return _part_title(context, page)
    key = page.key.removesuffix(f"/page/{page.number}")
    return context.section(key.rpartition("/")[2])


def _part_title(context: Context, page: Page) -> Phrase:
    """The title of a part of a section: its term, or its name with the year."""
    if page.type == "startups-facet":
        return facets_title(context, selection_of(page.term))
    if page.type == "services-layer":
        return context.term("layers", page.term)
    if page.type == "patterns-family":
        return context.term(FAMILIES, page.term)
    section = context.section(page.key.partition("/")[0])
    return Phrase(f"{section.text} {page.term}", section.lang)


def _breadcrumbs(context: Context, page: Page, title: Phrase) -> tuple[Link, ...]:
    """From the home page to this one; each but the first stands below the one before."""
    if page.type in {"home", "chooser"}:
        return ()
    trail = [context.section_link("home"), *_between(context, page)]
    selection = selection_of(page.term) if page.type == "startups-facet" else ()
    own = context.facet_term(*selection[-1]) if selection else title
    return (*trail, Link(own, context.routes.link(page.url), page.key))


def _between(context: Context, page: Page) -> list[Link]:
    entry = page.entry
    if page.type.startswith("patterns"):
        return [context.section_link(section) for section in ("brand", "patterns")[: 1 + bool(page.term)]]
    if page.type in {"startups-facet", "services-layer", "events-year", "compare"}:
        above = selection_of(page.term)[:-1] if page.type == "startups-facet" else ()
        return [
            context.section_link(page.key.split("/")[0]),
            *(context.selection_link((chosen,)) for chosen in above),
        ]
    if entry is None:
        return []
    if page.own_entry is None:
        return [context.section_link("districts"), context.link(entry)]
    if entry.kind.name == "page":
        district = _home_district(context, entry)
        return [context.section_link("districts"), context.link(district)] if district else []
    return [context.section_link(entry.kind.route[-1])] if entry.kind.listed else []


def _home_district(context: Context, entry: Entry) -> Entry | None:
    return context.library.get("quartier", entry.district) if entry.district else None


def _district(context: Context, page: Page) -> Entry | None:
    """The district whose colours the page wears."""
    if page.entry is None:
        return None
    if page.entry.kind.name == "quartier":
        return page.entry
    return _home_district(context, page.entry)


def _head(context: Context, page: Page, breadcrumbs: tuple[Link, ...], district: Entry | None) -> Head:
    return Head(
        title=_whole_title(context, page, district),
        description=_description(context, page),
        canonical="" if page.is_thin else context.routes.absolute(context.routes.original(page).url),
        alternates=_alternates(context, page),
        is_indexed=not (
            context.library.drafts or page.type == "not-found" or page.is_borrowed or page.is_thin
        ),
        feed=_feed(context, district),
        structured=structured(context, page, breadcrumbs),
        share=_share(context, page),
    )


def _share(context: Context, page: Page) -> Share:
    """What networks show: that of the original, in its language."""
    original = context.routes.original(page)
    reader = context.speaking(original.lang)
    return share_of(reader, original, picture(reader, original))


def picture(context: Context, page: Page) -> SharePicture:
    """The picture for sharing of an original, in the context of its language."""
    title = _title(context, page)
    return share_picture(context, title, _breadcrumbs(context, page, title), _district(context, page))


def _whole_title(context: Context, page: Page, district: Entry | None) -> Phrase:
    """The title with what it belongs to, in the nearest language that has it all: no part can be marked."""
    readers = [context.speaking(code) for code in context.chain]
    tried = ((reader.lang, _title_parts(reader, page, district)) for reader in readers)
    whole = ((lang, parts) for lang, parts in tried if all(part.lang in {None, lang} for part in parts))
    lang, parts = next(whole, (context.lang, _title_parts(context, page, district)))
    return Phrase(" · ".join(dict.fromkeys(part.text for part in parts if part)), lang)


def _title_parts(context: Context, page: Page, district: Entry | None) -> tuple[Phrase, ...]:
    site_name, title = context.pick(context.library.site.name), _title(context, page)
    if page.type in {"home", "chooser"}:
        return site_name, title
    around = [district.title(context.chain)] if district and not page.own_entry else []
    if page.type == "startups-facet":
        facets = (FACETS[field].section for field, _ in selection_of(page.term))
        around = [*map(context.section, facets), context.section("startups")]
    if page.number > 1:
        number = context.section("page")
        around.append(Phrase(f"{number.text} {page.number}", number.lang))
    return title, *around, site_name


def _description(context: Context, page: Page) -> Phrase:
    """What the page is about, else what the site is about, in the nearest language.

    An original that has neither in its language says nothing: a search engine would show it as its own.
    """
    own = page.own_entry
    said = (own.summary(context.chain) if own else NOTHING, context.pick(context.library.site.summary))
    known = [phrase for phrase in said if phrase]
    true = (phrase for phrase in known if page.is_borrowed or phrase.lang in {None, page.lang})
    return next(true, NOTHING)


def _alternates(context: Context, page: Page) -> tuple[Alternate, ...]:
    """The languages that have this page in their own words, and the chooser or source for all others."""
    if page.is_borrowed or page.is_thin or page.type == "not-found":
        return ()
    absolute = context.routes.absolute
    home = context.routes.page("home", page.lang)
    originals = context.routes.originals(home if page.type == "chooser" and home else page)
    default = "/" if page.type in {"home", "chooser"} else originals[0].url
    found = tuple(Alternate(other.lang, absolute(other.url)) for other in originals)
    return (*found, Alternate("x-default", absolute(default)))


def _feed(context: Context, district: Entry | None) -> Link:
    """The feed of the district that the page belongs to, else that of the language."""
    home = context.routes.page(district.key if district else "home", context.lang)
    title = district.title(context.chain) if district else context.pick(context.library.site.name)
    return Link(title, context.routes.link(f"{home.url}feed.xml") if home else "")


def _notice(context: Context, page: Page) -> Notice | None:
    """That the text is borrowed, or that it was translated from an original that has changed since."""
    if page.is_borrowed:
        return Notice(page.origin, context.routes.link(context.routes.original(page).url))
    source = context.aged.get((page.own_entry.key, page.lang)) if page.own_entry else None
    original = context.routes.page(page.key, source) if source else None
    return Notice(original.lang, context.routes.link(original.url), is_aged=True) if original else None
