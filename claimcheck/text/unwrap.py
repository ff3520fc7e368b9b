"""Line breaks that end nothing: scraped pages break the line around every link and dateline."""

import re

from claimcheck.text.phrases import is_stamp, opening, words_of

# "tertinggal 0-3 dari\nJepang\npada laga", "Jakarta\n-\nAsosiasi", "KOMPAS.com\n- Pelatih"
_GOES_ON = re.compile(r"[a-z,.;)%]")
_STOPS = re.compile(r"[.!?:…][\"”’»')\]]{0,4}(?:\s?\([a-z/]{2,12}\))?\Z")
_LINK = 60  # characters: the words of a link are shorter, a paragraph is longer
_DASH = re.compile(r"[-–—]{1,2}(?:\s|\Z)")
_ITEM = re.compile(r"[0-9]{1,2}[.)]\s|[•*▪●■►➢✓·◦‣]")
_SIGNED = re.compile(r"\([^()]{1,40}\)\Z")


def unwrap(text: str, language: str) -> str:
    """The same text, as long as before, with a space for each line break inside a sentence.

    A line goes on where the next begins in small letters or with a comma, where it ends with a comma or a
    word that ends nothing ("dari"), around a short line between two such (a link), and around the dash of a
    dateline. A line that ends as a sentence does never goes on.

    >>> unwrap("Indonesia kalah dari\\nJepang\\npada laga itu.", "id")
    'Indonesia kalah dari Jepang pada laga itu.'
    """
    lines = text.split("\n")
    joined = [False] * len(lines)  # whether line i goes on into line i + 1
    body = dashed = False
    for i in range(len(lines) - 1):
        here, there = lines[i].strip(), lines[i + 1].strip()
        body = body or (here.endswith(".") and len(here) > 60)
        if not here or not there:
            continue
        after = lines[i + 2].strip() if i + 2 < len(lines) else ""
        before = i > 0 and joined[i - 1]
        opens = not body and _dashed(here, there, before)
        dashed = opens or (dashed and before and not _STOPS.search(here))
        joined[i] = dashed or _goes_on(here, there, after, before, language)
    if not any(joined):
        return text
    return "".join(line + (" " if joined[i] else "\n") for i, line in enumerate(lines))[:-1]


def _goes_on(here: str, there: str, after: str, before: bool, language: str) -> bool:
    if _STOPS.search(here) or here[-1] == "]" or _apart(here, language) or _apart(there, language):
        return False
    if _GOES_ON.match(there):
        return before or (not here[0].islower() and not _SIGNED.match(here))
    if len(there) >= _LINK:
        return False
    if here[-1] in ",(" or here.rsplit(None, 1)[-1].lower() in words_of(language, "open"):
        return True
    return _is_link(there, after) and _unfinished(here, before)


def _apart(line: str, language: str) -> bool:
    """A line of furniture, or an item of a list."""
    return (
        opening(language, "furniture", "link").match(line) is not None
        or _ITEM.match(line) is not None
        or is_stamp(line, language)
    )


def _is_link(there: str, after: str) -> bool:
    """A short line with a line after it that goes on."""
    return there[0].isupper() and _GOES_ON.match(after) is not None and not _STOPS.search(there)


def _unfinished(here: str, before: bool) -> bool:
    """No heading: it goes on from above, is one or two words, or has a long word in small letters."""
    words = here.split()
    return before or len(words) < 3 or any(len(w) > 3 and w[0].islower() for w in words)


def _dashed(here: str, there: str, before: bool) -> bool:
    """Around the dash of a dateline: a place or outlet before it, no list."""
    if len(here) >= _LINK or here[-1] == ":":
        return False
    if here[-1] in "-–—":
        return before or len(here) > 2
    return bool(_DASH.match(there)) and not _DASH.match(here)
