"""Addresses of the web and of mail, and telephone numbers: what is wrong with one, and what was meant."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import SplitResult, urlsplit

from pydantic_core import PydanticCustomError

_EMAIL = re.compile(r"[^@\s:;,<>()\[\]\"]+@[^@\s:;,<>()\[\]\"]+\.[^@\s.:;,<>()\[\]\"]+")
_AT = re.compile(r"\s*(?:\[at\]|\(at\)|\bat\b|\[arobase\]|\(arobase\)|\barobase\b)\s*", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s().-]+")
_NUMBER = re.compile(r"(?:\+|00)\d{1,3}[\s.()-]*\d[\d\s.()-]{5,}\d|\b0[1-9](?:[\s.-]?\d{2}){4}(?!\d)")
_LINK = re.compile(r"\[[^\]]*\]\((?P<address>[^)\s]+)\)")
_SCHEME = re.compile(
    r"(?P<scheme>[ht][htps]{2,6})\s?(?:[:;]\s?[/\\]{0,3}|[/\\]{2})\s?(?=[\w-]+\.)", re.IGNORECASE
)
_AROUND = "<>“”„\"'«»‘’ \u00a0\u202f"
_NATIONAL_DIGITS = 10
"""Digits of a French number that is written with its leading zero (plan of Arcep)."""
_MOST_DIGITS = 15
"""Digits of an international number (ITU-T E.164)."""


def check_url(value: str) -> str:
    """A whole address of the web, with its scheme and its host."""
    parts = _split(value)
    if parts is not None and not parts.scheme and _could_be_host(value):
        near = f"https://{value.lstrip('/')}"
        raise PydanticCustomError("url-without-scheme", "no scheme", {"value": value, "near": near})
    if parts is None or not _is_whole(parts) or "&#" in value:
        raise PydanticCustomError("url-form", "not an address", {"value": value, "near": meant_url(value)})
    return value


def check_email(value: str) -> str:
    """One address of mail and nothing else."""
    if not _EMAIL.fullmatch(value):
        near = _meant_email(value)
        raise PydanticCustomError("email-form", "not an address", {"value": value, "near": near})
    return value


def check_phone(value: str) -> str:
    """One telephone number that somebody can dial."""
    if not _can_be_dialled(value):
        found = _NUMBER.findall(re.sub(r"(?<![^\W\d])[Oo](?=\d)", "0", value))
        near = next((number.strip() for number in found if _can_be_dialled(number)), "")
        raise PydanticCustomError("phone-form", "not a number", {"value": value, "near": near})
    return value


def _can_be_dialled(value: str) -> bool:
    digits = re.sub(r"\D", "", value)
    is_national = digits.startswith("0") and not digits.startswith("00") and not value.startswith("+")
    right = len(digits) == _NATIONAL_DIGITS if is_national else 2 <= len(digits) <= _MOST_DIGITS
    return right and _PHONE.fullmatch(value) is not None


def _split(value: str) -> SplitResult | None:
    """The parts of an address; None for what cannot be one."""
    try:
        return None if re.search(r"\s", value) else urlsplit(value)
    except ValueError:
        return None


def _is_whole(parts: SplitResult) -> bool:
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "")


def _could_be_host(value: str) -> bool:
    """Whether only the scheme is missing."""
    host = value.lstrip("/").partition("/")[0]
    return not re.search(r"[<>“”„\"'«»@\[\]()]|&#", value) and not re.match(r"https?$", host)


def meant_url(value: str) -> str:
    """The address that a text holds, "" when it holds none or several."""
    link = _LINK.fullmatch(value.strip())
    text = unescape(link["address"] if link else value).strip(_AROUND)
    scheme = _SCHEME.match(text)
    if scheme:
        text = f"http{'s' * ('s' in scheme['scheme'].lower())}://{text[scheme.end() :]}"
    parts = _split(text)
    return text if parts is not None and _is_whole(parts) else ""


def _meant_email(value: str) -> str:
    """The only address of mail in a text, "" when there is none or several."""
    found = _EMAIL.findall(_AT.sub("@", value))
    return found[0] if len(found) == 1 else ""
