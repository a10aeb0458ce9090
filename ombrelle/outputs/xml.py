"""An XML document as bytes."""

from __future__ import annotations

from xml.etree import ElementTree as ET


def document(root: ET.Element) -> bytes:
    """The document of a root element, indented, in UTF-8."""
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
