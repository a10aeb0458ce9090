"""What networks show of a page: its title, its picture; whose words and which file."""

from __future__ import annotations

from ombrelle.drawing.arrangement import SharePicture
from ombrelle.drawing.store import key_of
from ombrelle.i18n.languages import with_territory
from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.typography import typeset
from ombrelle.views.context import Context
from ombrelle.views.parts import Link, Share

FOLDER = "share"
_ARTICLES = {"news", "story"}


def share_of(context: Context, page: Page, picture: SharePicture) -> Share:
    """What is said of an original, whose context this is; pages that borrow from it say the same."""
    is_drawn = bool(context.seed) and page.type != "not-found"
    image = context.routes.absolute(f"/{picture_path(context.seed, picture)}") if is_drawn else ""
    return Share(
        title=Phrase(picture.title, picture.lang),
        site_name=Phrase(picture.site_name, picture.lang),
        type="article" if page.own_entry and page.type in _ARTICLES else "website",
        locale=with_territory(picture.lang),
        image=image,
        alternative=picture.alternative,
    )


def picture_path(seed: str, picture: SharePicture) -> str:
    """The path of a picture from the root of the site: it changes with anything that is seen in it."""
    return f"{FOLDER}/{key_of(seed, picture)[:12]}.png"


def share_picture(
    context: Context, title: Phrase, breadcrumbs: tuple[Link, ...], district: Entry | None
) -> SharePicture:
    """The picture of an original: what is not in its language is left out, except for its title.

    Only a page that is not found may have a title in another language, which then is that of all it says.
    """
    around = [district.title(context.chain)] if district else []
    around += [breadcrumbs[-2].label] if len(breadcrumbs) > 2 else []
    known = (it for it in around if it.lang in {None, context.lang} and it.text != title.text)
    return SharePicture(
        title=typeset(title.text, title.lang or context.lang),
        eyebrow=typeset(next(known, NOTHING).text, context.lang),
        site_name=context.pick(context.library.site.name).text,
        lang=title.lang or context.lang,
        right_to_left=context.language.direction == "rtl",
        district=district.id if district else "",
    )
