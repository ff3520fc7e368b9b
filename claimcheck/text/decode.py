"""Bytes to text: the encoding that is marked or declared, else the one that fits."""

import codecs
import re

from claimcheck.errors import DocumentError

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_-]{2,30})", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(raw: bytes, declared: str | None = None, where: str = "text") -> tuple[str, str]:
    """The text and the name of the encoding used: as marked or declared, else UTF-8, else Windows-1252.

    Bytes that the encoding does not know become U+FFFD. Raises DocumentError for an unknown encoding name.

    >>> decode(b"caf\\xe9")
    ('café', 'cp1252')
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), encoding
    if declared:
        return _declared(raw, declared, where)
    if named := _CHARSET.search(raw, 0, 2048):
        return _declared(raw, named[1].decode("ascii"), where, strict=False)
    if wide := _wide(raw):
        return raw.decode(wide, "replace"), wide
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _damaged(raw)


def _declared(raw: bytes, declared: str, where: str, strict: bool = True) -> tuple[str, str]:
    try:
        name = codecs.lookup(declared).name
        text = raw.decode(name, "replace")
    except (LookupError, ValueError) as error:
        if not strict:
            return _damaged(raw)
        raise DocumentError(f"{where}: the encoding {declared!r} is not known; give 'utf-8'") from error
    return text, name


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: in Latin letters every second byte is zero."""
    even, odd = raw[:4096:2].count(0), raw[1:4096:2].count(0)
    if abs(even - odd) <= len(raw[:4096]) // 5:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _damaged(raw: bytes) -> tuple[str, str]:
    """UTF-8 with a few broken places where most letters decode, else Windows-1252."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return (text, "utf-8 with errors") if whole > broken else (raw.decode("cp1252", "replace"), "cp1252")
