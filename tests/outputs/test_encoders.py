"""What goes into a format comes out of its parser: no text adds a line, a record, a rule or an element."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from ombrelle.i18n.phrase import Phrase
from ombrelle.outputs.calendars import _say
from ombrelle.outputs.lines import field, word, words
from ombrelle.outputs.xml import document
from ombrelle.outputs.zipped import zipped
from ombrelle.text import one_line
from ombrelle.theme.mark import MarkColours, draw_mark, mark_svg
from ombrelle.typography import typeset
from ombrelle.views.edition import Edition
from ombrelle.views.structured import _safe

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("\r\n\t\x00\x1b\x85\u2028\u202e\ufffe<>&\"'\\/;:,=]-{}%* ")
)
_NO_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@given(TEXTS)
def test_a_text_is_one_line(text: str) -> None:
    """In whatever sense of a line, and again the same."""
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)
    assert one_line(text).encode("utf-8").decode() == one_line(text)


@given(TEXTS, TEXTS)
def test_xml_comes_back(text: str, name: str) -> None:
    """Texts and attributes of a document, without what XML cannot hold and with its ends of lines."""
    root = ET.Element("feed", {"title": name})
    ET.SubElement(root, "entry").text = text
    read = ET.fromstring(document(root))
    assert [element.tag for element in read.iter()] == ["feed", "entry"]
    assert read.get("title") == as_xml(name)
    assert (read[0].text or "") == as_xml(text)


def as_xml(text: str) -> str:
    """What XML can hold of a text."""
    return _NO_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXTS)
def test_json_stays_within_its_script(text: str) -> None:
    """A parser of HTML sees one script, and JSON gives back what was said."""
    reader = _Scripts()
    reader.feed(f'<script type="application/ld+json">{_safe({"name": text})}</script>')
    assert reader.tags == ["script"]
    assert json.loads(reader.text) == {"name": text}


@given(st.lists(TEXTS.filter(bool), min_size=3, max_size=3))
def test_a_redirect_is_one_rule(values: list[str]) -> None:
    """Three words stay three words on one line; an address without spaces stays as it is."""
    line = words(*values)
    assert len(line.splitlines()) == 1
    assert len(line.split()) == len(line.split(" ")) == 3
    assert word("/fr/quartiers/été/?a=b#c") == "/fr/quartiers/été/?a=b#c"


@given(TEXTS)
def test_a_header_is_one_line(text: str) -> None:
    """A value begins no header, and no rule."""
    line = field("X-Name", text)
    assert len(line.splitlines()) == 1
    assert line.partition(": ")[::2] == ("X-Name", one_line(text).strip())


@given(text=TEXTS.filter(lambda text: one_line(text).strip() != ""))
def test_an_event_has_its_properties_alone(rich: Edition, text: str) -> None:
    """A calendar is read back with the text that went in, on one line, whichever the property."""
    component, calendar = Event(), Calendar()
    for name in ("summary", "description", "categories", "x-wr-calname"):
        _say(component, name, Phrase(text), rich.context("fr"))
    calendar.add_component(component)
    (read,) = Calendar.from_ical(calendar.to_ical()).walk("VEVENT")
    assert set(read) == {"SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME"}
    assert {str(read[name]) for name in ("SUMMARY", "DESCRIPTION", "X-WR-CALNAME")} == {
        one_line(typeset(text, "fr"))
    }


@given(TEXTS, TEXTS)
@example("", " */")
@example(". ./..", "*./ ")
def test_files_of_a_folder_stay_in_it(name: str, other: str) -> None:
    """No name climbs out of the folder or stands for two files where a ZIP is unpacked."""
    content = zipped("kit", {f"a/{name}.txt": b"1", f"b/{other}.txt": b"2"}, None)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert len(set(names)) == 2
    for each in names:
        assert each.startswith("kit/")
        assert not re.search(r"[\\:*?\"<>|\x00-\x1f]|(^|/)\.{1,2}(/|$)|[. ](/|$)", each)


@given(TEXTS.map(one_line))
def test_a_drawing_has_one_title(text: str) -> None:
    """The name of a mark is text of it, whatever it says."""
    svg = mark_svg(draw_mark({"a": 0.0}), lit=None, colours=MarkColours(("#000",) * 3, "#000"), title=text)
    named = [each for each in ET.fromstring(svg).iter() if each.tag.endswith("title")]
    assert [each.text for each in named] == ([text] if text else [])
