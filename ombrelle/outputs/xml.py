"""An XML document as bytes, whole whatever stands in its texts."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_NO_CHARACTER = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no way to write, be it by an escape: https://www.w3.org/TR/xml/#charsets."""


def document(root: ET.Element) -> bytes:
    """The document of a root element, indented, in UTF-8."""
    for element in root.iter():
        element.text, element.tail = _said(element.text), _said(element.tail)
        for name, value in element.items():
            element.set(name, _said(value) or "")
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _said(text: str | None) -> str | None:
    """A text as XML can hold it: readers take each end of a line for a line feed (2.11)."""
    return _NO_CHARACTER.sub("", text.replace("\r\n", "\n").replace("\r", "\n")) if text else text
