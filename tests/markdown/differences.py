"""Where the site shows something else than GitHub, and why: all that remains, text by text."""

CORPUS = {
    "en-brackets": "a link without an address leads nowhere: its text stays, its author is told (empty-link)",
}
"""By the text of the corpus."""

EXAMPLES = {
    "bare addresses are links, as GitHub has it and CommonMark has not": {608, 611, 612},
    "an address with a space in it, an unclosed < or a doubtful title is a link all the same: files from "
    "an office have such names, and the check of links tells when nothing is there": {
        *(41, 488, 490, 491, 493, 494, 508, 568),
    },
    "titles of links stand in quotes after a common space, or they are part of the address": {504, 505, 507},
    "a link in the text of a link, a picture in the alternative text of a picture": {
        *(518, 519, 520, 532, 533, 574),
    },
    "of several references in a row the first is taken; a space between text and label is allowed": {
        *(542, 543, 569, 571),
    },
    "brackets and backslashes within the label of a reference": {194, 549, 550, 559},
    "labels of references are compared in lower case, so that ẞ is not SS": {540},
    "brackets are read before the tags, addresses and code in the text of a link": {524, 526, 536, 538},
    "code and breaks are read before tags and addresses": {344, 346, 347, 642, 643},
    "a backslash in an address between < and > is read as an escape": {20, 603, 606},
    "what looks much like a tag is taken for one, and its author told that it was removed": {
        *(602, 609, 610, 619, 621, 624, 626, 628, 632),
    },
    "HTML alone on its lines stands in a paragraph, unless it is a block": {
        162,
        163,
        164,
        165,
        166,
        167,
        172,
    },
    "an escaped & still begins a character's name; a number beyond Unicode gives the sign for no character": {
        *(14, 28),
    },
    "the language of code is a word": {144},
}
"""By reason, the numbers of the examples of CommonMark 0.31."""
