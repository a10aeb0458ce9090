"""Documents whose reading a careless program would never end: each shape at whatever size.

A shape is a function of a number of characters. Texts are bodies of Markdown, documents are YAML, both as a
district could send them in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Shape = Callable[[int], str]


def _many(piece: str) -> Shape:
    return lambda size: piece * (size // len(piece))


def _around(before: str, piece: str, after: str) -> Shape:
    return lambda size: before + piece * (size // len(piece)) + after


def _both(opening: str, closing: str, within: str = "a") -> Shape:
    return lambda size: (
        opening * (size // len(opening + closing)) + within + closing * (size // len(opening + closing))
    )


def _numbered(piece: str, after: str = "") -> Shape:
    return lambda size: "".join(piece.replace("#", str(n)) for n in range(size // (len(piece) + 4))) + after


def _stairs(sign: str) -> Shape:
    return lambda size: "\n".join("  " * depth + sign for depth in range(int(size**0.5)))


TEXTS: Mapping[str, Shape] = {
    "open brackets": _many("["),
    "brackets in brackets": _both("[", "]"),
    "links in links": _both("[a", "](b)"),
    "link openings": _many("[a]("),
    "link targets without end": _many("[a](<b"),
    "pictures in pictures": _both("![", "](b)"),
    "picture openings": _many("![a]("),
    "titles without end": _many('[a](b "c'),
    "bare parentheses": _around("[a](", "(", ")"),
    "short references": _many("[a] "),
    "references in brackets": _many("[a][b]"),
    "definitions": _numbered("[a#]: b\n"),
    "definitions and uses": _numbered("[a#]\n\n[a#]: b\n\n"),
    "definition without end": _around("[a]: b '", "c ", ""),
    "definitions in one paragraph": _many("[a]: b\n"),
    "long label": _around("[", "a\\]", "]: b\n"),
    "stars": _many("*"),
    "stars and letters": _many("*a "),
    "stars by twos and letters": _many("**a "),
    "emphasis in emphasis": _both("*a ", " b*"),
    "stars and underscores": _many("*_"),
    "emphasis by threes": _many("***a**b*"),
    "underscores": _many("_a_"),
    "tildes": _many("~~a"),
    "backticks": _many("`"),
    "backticks of many lengths": lambda size: " ".join("`" * n for n in range(int((2 * size) ** 0.5))),
    "code spans without end": _many("`a``"),
    "backslashes": _many("\\"),
    "entities": _many("&amp;"),
    "half entities": _many("&"),
    "quotations": _many(">"),
    "quotations and lines": _around("> " * 29 + "a\n", "b\n", ""),
    "quotations of many lines": _many("> > > > a\n"),
    "stairs of items": _stairs("- a"),
    "stairs of numbers": _stairs("1. a"),
    "items on a line": _many("- "),
    "items": _many("- a\n"),
    "items apart": _many("- a\n\n\n"),
    "items of all signs": _many("- a\n+ a\n* a\n"),
    "tasks": _many("- [ ] a\n"),
    "table of many columns": lambda size: (
        "|a" * 90 + "\n" + "|-" * 90 + "\n" + "|a\n" * min(size // 3, 9_900)
    ),
    "pipes": _many("|"),
    "rulers": _many("a|b\n-|-\n"),
    "long ruler": _around("a|b\n", "-", "|-\n"),
    "spaces in a ruler": _around("a|b\n-", " ", "|-x\n"),
    "headings": _many("# a\n"),
    "the same heading": _many("## a\n\n"),
    "hashes": _many("#"),
    "closing hashes": _around("# a ", "# ", "b"),
    "underlines": _many("a\n=\n"),
    "footnotes": _numbered("[^#] "),
    "footnotes and their texts": _numbered("a[^#]\n\n[^#]: b\n\n"),
    "one footnote often": _around("[^a]: b\n\n", "a[^a] ", ""),
    "footnotes in footnotes": _numbered("[^#]: b [^#]\n\n"),
    "abbreviations": _numbered("*[A#]: b\n"),
    "abbreviation often": _around("*[A]: b\n\n", "A ", ""),
    "definition lists": _many("a\n: b\n\n"),
    "attributes": _many("a\n{: #b }\n\n"),
    "attributes without end": _many("{: "),
    "one long attribute": _around("a\n{: ", "b=c ", "}"),
    "tags": _many("<a>"),
    "tags in tags": _both("<b>", "</b>"),
    "blocks in blocks": _both("<div>\n", "</div>\n"),
    "tags without end": _many("<a "),
    "attributes of a tag": _around("<a ", "b=c ", ">"),
    "quotes of a tag": _around("<a b='", 'c="', ""),
    "comments": _many("<!-- a -->"),
    "comments without end": _many("<!--"),
    "declarations": _many("<!a "),
    "instructions": _many("<?"),
    "character data": _many("<![CDATA["),
    "addresses": _many("https://a.example "),
    "address with parentheses": _around("https://a.example/", "(", ")"),
    "address with semicolons": _around("https://a.example/", "&a;", ""),
    "addresses of mail": _many("a@b.example "),
    "at signs": _many("a@"),
    "www": _many("www."),
    "autolinks without end": _many("<https:"),
    "fences": _many("```\n"),
    "fences without end": _many("```a\n~~~b\n"),
    "blocks of no type": _many("```ombrelle x\n```\n"),
    "blocks with faults": _many("```ombrelle quote\na: b\n```\n"),
    "spaces": _many(" "),
    "blank lines": _many("\n"),
    "tabs": _many("\t"),
    "tabs and items": _many("-\t"),
    "spaces within a line": _around("a", " ", "b"),
    "one letter": _many("a"),
    "words": _many("mot "),
    "quotation marks": _many("«"),
    "signs before spaces": _many(" !"),
    "dashes": _many("-"),
    "quotation marks and words": _many('"a" '),
    "trackers": _many("https://a.example/?utm_source=b&"),
    "garbled letters": _many("Ã©"),
    "lost letters": _many("\ufffd"),
    "long word behind a lost letter": _around("\ufffd ", "a", ""),
    "tied letters": _many("ﬁ"),
    "accents apart": _many("e\u0301"),
    "long word behind an accent apart": _around("e\u0301 ", "a", ""),
    "many accents": _around("e", "\u0301", ""),
    "invisible characters": _many("a\u200b"),
    "other script": _many("العربية "),
    "fillers": _many("TODO\n"),
    "fillers on a line": _many("TODO "),
    "asked texts": _many("[insert "),
    "unknown links": _numbered("[a](startup:b#) "),
    "unknown pictures": _numbered("![a](b#.png) "),
    "unknown anchors": _numbered("[a](#b#) "),
    "removed tags": _many("<x-y onclick=a>"),
    "conflict marks": _many("<<<<<<< a\n"),
}

DOCUMENTS: Mapping[str, Shape] = {
    "lists in lists": _both("[", "]"),
    "open lists": _around("a: ", "[", ""),
    "open maps": _around("a: ", "{b: ", ""),
    "maps in maps": lambda size: "".join(" " * depth + "a:\n" for depth in range(int((2 * size) ** 0.5))),
    "dashes on a line": _around("a:\n  ", "- ", "b"),
    "questions on a line": _many("? "),
    "aliases": lambda size: "a: &a [b]\nc: [" + "*a, " * (size // 4) + "]\n",
    "aliases of aliases": lambda size: (
        "a0: &a0 [b, b]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, size // 60 + 1))
    ),
    "anchors": _numbered("a#: &b# c\n"),
    "tags of YAML": _many("a: !!python/object/apply:os.system [b]\n"),
    "many tags": _around("a: ", "!b ", ""),
    "unknown keys": _numbered("a#: b\n"),
    "one key often": _many("a: b\n"),
    "unknown keys in a known one": _around("place: {", "a: b, ", "}"),
    "long list": _around("districts: [", "a, ", "a]\n"),
    "long list of maps": _around("funding: [", "{date: x}, ", "{}]\n"),
    "long value": _around("name: ", "a", "\n"),
    "long quoted value": _around('name: "', "a ", '"\n'),
    "escapes": _around('name: "', "\\x1b", '"\n'),
    "quote without end": _around('name: "', "a\n  ", ""),
    "quotes without end": _many('a: "\n'),
    "long key": _around("", "a", ": b\n"),
    "colons": _many("a: "),
    "colons in values": _many("a: b: c\n"),
    "tabs before keys": _many("\ta: b\n"),
    "hashes in values": _many("a: b #c\n"),
    "commas": _around("a: {", ",", "}"),
    "documents": _many("---\n"),
    "directives": _many("%YAML 1.2\n"),
    "blank document": _many("\n"),
    "block scalars": _many("a: |\n  b\n"),
    "folded scalar": _around("a: >\n", "  b\n\n", ""),
    "wrong indents": _many("a:\n  b: c\n d: e\n"),
    "items without list": _many("- a\nb\n"),
    "braces without end": _many("a: {b\n"),
    "word processor's quotes": _many("a: “b”\n"),
    "markup in values": _numbered("a#: <b>c</b>\n"),
    "numbers": _around("lat: 1", "0", "\n"),
    "exponents": _around("place: {lat: 1e", "9", "}\n"),
    "languages of a text": _around("pitch: {", "aa: b, ", "}"),
    "extra": _around("extra: {", "a: {b: ", "}" * 9),
}
