"""Datelines: the place and the outlet printed before the first sentence."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline and its place in the clean text, half-open, spaces after it included.

    `outlet` and `place` are as printed, None where it names none.
    """

    start: int
    end: int
    outlet: str | None
    place: str | None


_SURE = 6  # capitals that are a place even where the dash touches both sides; "NATO-Rusia" begins a sentence
_SITE = r"[A-Za-z][\w-]{1,24}\.(?i:com|co\.id|co|id|net|tv|news)"
_ADDRESS = re.compile(rf"(?:[\w-]{{1,24}}\.)?{_SITE}")
_CAPITALS = r"[A-Z][A-Z'’]{2,20}(?: [A-Z][A-Z'’.]{1,20}){0,3}"
_CITY = r"[A-Z][a-z'’]{1,20}(?: (?:[A-Z][a-z'’]{2,20}|DC|D\.C\.)){0,2}"
_AGENCY = (
    r"(?:CNN|CNBC|BBC)(?: (?:News )?Indonesia)?|ANTARA|Antara|Reuters|AFP|AP|Xinhua|VOA|Bloomberg|UPI|dpa"
)
_STATE = r"(?:, (?:[A-Z][a-z]{2,5}\.?|[A-Z]\.[A-Z]\.))?"
_DAY = r"(?:,? [A-Z][a-z]{2,8}\.? [0-9]{1,2}| [0-9]{1,2} [A-Z][a-z]{2,8})?"
_DASH = r"[ ]{0,3}(?:--?|[–—])(?![-–—])[ ]{0,3}(?=[\"“‘'(\[]{0,2}[A-Z0-9])"

# Each form with what printed it. Outlet, place or both; the dash may touch one side but not two,
# unless an outlet stands there, for "AS-China" and "NATO-Rusia" begin sentences.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<outlet>{_SITE})[ ]?[,|][ ]?(?P<place>{_CAPITALS}|{_CITY}){_DASH}",  # Bisnis.com, JAKARTA –
        rf"(?P<place>{_CAPITALS}|{_CITY}),[ ]?(?P<outlet>{_SITE}|{_AGENCY}){_DASH}",  # JAKARTA, KOMPAS.com -
        rf"(?P<place>{_CAPITALS}|{_CITY}){_STATE}{_DAY} ?\((?P<outlet>{_AGENCY}|{_SITE})\){_DASH}",
        rf"(?P<outlet>{_SITE}),?{_DASH}",  # KOMPAS.com - ; TRIBUN-MEDAN.COM,-
        rf"\((?P<outlet>{_AGENCY}|{_SITE})\){_DASH}",  # (CNN) --
        # BATAM, POSMETRO: Dua ; Liputan6.com, JakartaDunia
        rf"(?P<place>{_CAPITALS}),[ ]?(?P<outlet>{_CAPITALS}(?:\.[A-Z]{{2,3}})?) ?:[ ]{{0,2}}(?=[A-Z])",
        rf"(?P<outlet>{_SITE}),[ ]?(?P<place>[A-Z][a-z]{{3,14}})(?=[A-Z][a-z]|[A-Z]{{2}})",
        rf"(?P<place>{_CAPITALS})(?=[ ]|[-–—]{{1,2}} |[–—]){_DASH}",  # JAKARTA-
        rf"(?P<place>[A-Z]{{{_SURE},}}(?: [A-Z]{{3,20}}){{0,2}})[-–—](?=[A-Z][a-z])",  # JAKARTA-Gubernur
        rf"(?P<place>{_CITY}) (?=(?:--?|[–—]) ){_DASH}",  # Jakarta -
    )
)


def is_site(word: str) -> bool:
    """Whether a word is the address of a news site.

    >>> is_site("Kompas.com"), is_site("news.detik.com"), is_site("redaksi@kompas.com"), is_site("habis.harga")
    (True, True, False, False)
    """
    return _ADDRESS.fullmatch(word) is not None


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the start of a line, or None.

    >>> dateline("Bisnis.com, JAKARTA – Delegasi Rusia tiba.", 0, 42)
    Dateline(start=0, end=22, outlet='Bisnis.com', place='JAKARTA')
    """
    for form in _FORMS:
        if found := form.match(text, start, min(end, start + 100)):
            named = found.groupdict()
            return Dateline(start, found.end(), named.get("outlet"), named.get("place"))
    return None
