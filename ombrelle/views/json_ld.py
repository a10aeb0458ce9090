"""Parts of what pages say to machines: texts in their language, the umbrella, the open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ombrelle.i18n.phrase import Phrase
from ombrelle.route import Page
from ombrelle.views.context import Context
from ombrelle.views.datasets import CATALOGUE, DATASETS, FORMS
from ombrelle.views.takeaway import umbrella_contacts

Node = dict[str, Any]


def say(phrase: Phrase, lang: str) -> str | Node:
    """A text in a node of language `lang`; one in another says its own (JSON-LD 1.1, 4.2.4)."""
    if phrase.lang in {None, lang}:
        return phrase.text
    return {"@value": phrase.text, "@language": phrase.lang}


def organisation(context: Context, lang: str) -> Node:
    """The umbrella and whom to write to: https://schema.org/ContactPoint."""
    site = context.library.site
    chain = context.library.languages[lang].chain
    points = [
        {
            "@type": "ContactPoint",
            "contactType": say(context.library.term_name("contact-purposes", purpose, chain), lang),
        }
        | {
            key: value
            for key, value in (
                ("email", contact.email),
                ("telephone", contact.phone),
                ("url", contact.url),
            )
            if value
        }
        for purpose, contact in umbrella_contacts(context.library).items()
    ]
    accounts = [account.url for account in site.accounts]
    return {
        "@type": "Organization",
        "name": say(site.name.pick(chain), lang),
        "url": context.routes.absolute("/"),
        "logo": context.routes.absolute("/brand/mark.svg"),
        "contactPoint": points,
    } | ({"sameAs": accounts} if accounts else {})


def datasets(context: Context, page: Page) -> Iterator[Node]:
    """Each dataset of the open data: https://schema.org/Dataset."""
    site, absolute = context.library.site, context.routes.absolute
    chain = context.library.languages[page.origin].chain
    for dataset in DATASETS:
        name = context.library.term_name("sections", dataset.section, chain)
        yield {
            "@type": "Dataset",
            "name": say(name, page.origin),
            "description": say(site.summary.pick(chain), page.origin),
            "url": absolute(page.url),
            "inLanguage": page.origin,
            "license": site.data_licence.url,
            "isAccessibleForFree": True,
            "dateModified": context.library.today.isoformat(),
            "creator": {
                "@type": "Organization",
                "name": say(site.name.pick(chain), page.origin),
                "url": absolute("/"),
            },
            "includedInDataCatalog": {"@type": "DataCatalog", "url": absolute(CATALOGUE)},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": media,
                    "contentUrl": absolute(dataset.url(form)),
                }
                for form, media in FORMS.items()
            ],
        }
