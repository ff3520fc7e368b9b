"""Numbers that count nothing: law articles, flights, licence plates, phone numbers, addresses, scores."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.languages import Pack
from claimcheck.languages.lexicon import kind as kind_of
from claimcheck.reading.quantity_counted import concept
from claimcheck.reading.quantity_numbers import number
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.reading.rules import Found, matches
from claimcheck.records import Quantity, Span
from claimcheck.records.claim import QuantityKind
from claimcheck.text.tokens import Tokens

_SHAPES = {
    "flight": re.compile(r"[A-Z][A-Z0-9]{1,2}[ -]?[0-9]{2,4}\Z|[0-9]{1,4}\Z"),
    "plate": re.compile(r"[A-Z]{1,2} [0-9]{1,4} [A-Z]{1,3}\Z"),
}


def identifiers(
    tokens: Tokens, pack: Pack, document: str, taken: Sequence[tuple[int, int]] = ()
) -> list[Found[Quantity]]:
    """The identifiers and scores of a text, none inside what is taken, none inside another.

    The text of the span is the value; `unit` says what it names ("flight", "plate", "law", "score" …).
    """
    free = bytearray(b"\x01") * len(tokens)
    for start, end in taken:
        free[start:end] = bytes(end - start)
    found = []
    for start, end, kind, unit in sorted(
        _candidates(tokens, pack), key=lambda row: (row[0], -row[1], row[3])
    ):
        if unit == "run":
            start, end = _left_over(tokens, free, start, end)
        if start < end and all(free[start:end]):
            free[start:end] = bytes(end - start)
            found.append(Found(start, end, _named(tokens, document, start, end, kind, unit)))
    return found


def _left_over(tokens: Tokens, free: bytearray, start: int, end: int) -> tuple[int, int]:
    """The longest stretch of a run that is free, without the mark it begins with: "Level 91, 92, 93"."""
    taken = [start - 1, *(at for at in range(start, end) if not free[at]), end]
    size, first = max((b - a - 1, -a) for a, b in pairwise(taken))
    begin, stop = 1 - first, 1 - first + size
    return begin + (begin < stop and not tokens.words[begin].isdigit()), stop


def identity(quantity: Quantity) -> str | None:
    """What an identifier or a score says, free of its spelling; None for what counts or measures.

    >>> identity(Quantity(Span("a", 0, 6, "GA-712"), None, None, unit="flight", kind="identifier"))
    'GA712'
    """
    if quantity.kind == "score":
        return "-".join(re.findall(r"[0-9]{1,3}", quantity.span.text))
    if quantity.kind == "identifier":
        return "".join(c for c in quantity.span.text.upper() if c.isalnum())
    return None


def _named(tokens: Tokens, document: str, start: int, end: int, kind: QuantityKind, unit: str) -> Quantity:
    span = Span(document, tokens.starts[start], tokens.ends[end - 1], tokens.slice(start, end))
    return Quantity(span, None, None, unit=unit, kind=kind)


def _candidates(tokens: Tokens, pack: Pack) -> Iterator[tuple[int, int, QuantityKind, str]]:
    for rule, match in matches("identifier", tokens, pack):
        unit = dict(rule.gives)["unit"]
        value = tokens.slice(*match.span("value"))
        shape = _SHAPES.get(unit)
        if ("list", "1") in rule.gives and _counts_noun(tokens, match.end()):
            continue
        if (shape is None or shape.match(value)) and not _is_unit(tokens, match.start(), match.end(), unit):
            yield *match.span("value" if ("span", "value") in rule.gives else 0), "identifier", unit
    yield from _markers(tokens, pack)
    yield from _runs(tokens, pack)
    yield from _phones(tokens, pack)
    yield from _scores(tokens, pack)
    for match in pack.pattern("int slash int").finditer(tokens.classes):
        read = number(tokens, match.start())
        if read is None or read.end == match.start() + 1:
            yield match.start(), match.end(), "identifier", "pair"


def _is_unit(tokens: Tokens, start: int, end: int, unit: str) -> bool:
    """The word belongs to a number before it ("25 km 5"), or the number to one behind it ("tim 5 orang")."""
    if unit == "brand":  # "20detik" is a newsroom, "20 detik" a time
        return tokens.ends[start] != tokens.starts[start + 1]
    unitlike = phrases(tokens.language, "unitword").at(tokens, start) is not None or unit == "road"
    if start and tokens.words[start - 1][-1:].isdigit() and unit in ("road", "name") and unitlike:
        return True
    if unit != "name" or end >= len(tokens.words):
        return False
    after = tokens.lowers[end]
    measured = phrases(tokens.language, "unitword").at(tokens, end)
    if measured is not None and tokens.words[measured[1] : measured[1] + 1] in (["1"], ["2"]):
        return False  # "kelas 5 semester 1"
    people = after in words(tokens.language, "personword") or after in words(
        tokens.language, "classifier"
    ) | words(tokens.language, "quality")
    return measured is not None or people or after in phrases(tokens.language, "numword").folded


def _counts_noun(tokens: Tokens, end: int) -> bool:
    """As in "di babak 3 dan 4 pemain cedera": the last number of the list counts what follows."""
    if end >= len(tokens.words) or not tokens.words[end].islower():
        return False
    return kind_of(concept(tokens.words[end], tokens.language)) in ("role", "object")


def _markers(tokens: Tokens, pack: Pack) -> Iterator[tuple[int, int, QuantityKind, str]]:
    """As in "KM 01+200": the kilometre and the metres of a stone at the road, one token."""
    for match in pack.pattern("roadword stop?").finditer(tokens.classes):
        at = match.end()
        if at < len(tokens) and _MARKER.match(tokens.words[at]):
            yield match.start(), at + 1, "identifier", "road"


_MARKER = re.compile(r"[0-9]{1,3}\+[0-9]{1,4}\Z")


# --- phone numbers --------------------------------------------------------------------------------


def _phones(tokens: Tokens, pack: Pack) -> Iterator[tuple[int, int, QuantityKind, str]]:
    """Digits in groups that begin with 0 or +: 0811-9787-670, +62 812 3456 7890."""
    for match in pack.pattern("plus? int ( hyphen? int ){0,4}").finditer(tokens.classes):
        text = tokens.slice(*match.span())
        digits = re.sub(r"[^0-9]", "", text)
        if text[0] in "0+" and 8 <= len(digits) <= 15 and "\n" not in text:
            yield match.start(), match.end(), "identifier", "phone"


def _runs(tokens: Tokens, pack: Pack) -> Iterator[tuple[int, int, QuantityKind, str]]:
    """Four whole numbers or more with only marks between them: notes of a song, levels of a game, a table."""
    for match in pack.pattern(_RUN).finditer(tokens.classes):
        read = number(tokens, match.start())
        if read is not None and read.end == match.end():  # "1 414 021 100" is one number
            continue
        yield match.start(), match.end(), "identifier", "run"
    for match in pack.pattern("int ( (hyphen|dash) int ){2,6}").finditer(tokens.classes):
        yield match.start(), match.end(), "identifier", "run"


_RUN = "int ( (comma|slash|stop|single|quote|colon){0,3} int ){3,30}"


# --- scores ---------------------------------------------------------------------------------------

_NEAR = 14  # tokens to either side in which a word of sport makes "2-1" a score
_HIGHEST = 40
_HIGHEST_POINTS = 199  # of basketball and the like: "86-79"


def _scores(tokens: Tokens, pack: Pack) -> Iterator[tuple[int, int, QuantityKind, str]]:
    """As in "menang 2-1", "skor 0-0": two small numbers with a dash, and a word of sport near; or several in a row."""
    found = [match.span() for match in pack.pattern("int (hyphen|dash) int").finditer(tokens.classes)]
    sets = _sets(tokens, pack, found)
    for start, end in found:
        first, last = (int(tokens.words[at][:9]) for at in (start, end - 1))
        if not _stands_alone(tokens, start, end):
            continue
        high = _HIGHEST if max(first, last) <= _HIGHEST else _HIGHEST_POINTS
        word = "sportword" if high == _HIGHEST else "pointsword"
        if max(first, last) <= high and (start in sets or _near(tokens, start, end, word)):
            yield start, end, "score", "score"
        elif first >= last or (max(first, last) <= _HIGHEST and _bracketed(tokens, start, end)):
            yield start, end, "identifier", "pair"


def _sets(tokens: Tokens, pack: Pack, pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Where the pairs of "21-18, 19-21 dan 12-21" begin: three or more in a row, one of them falling."""
    rows: list[list[tuple[int, int]]] = []
    for start, end in pairs:
        between = tokens.words[rows[-1][-1][1] : start] if rows else []
        if rows and len(between) <= _BETWEEN and all(w == "," or pack.has("and", w) for w in between):
            rows[-1].append((start, end))
        else:
            rows.append([(start, end)])
    return {
        start
        for row in rows
        if len(row) >= _SETS and any(int(tokens.words[a][:9]) > int(tokens.words[b - 1][:9]) for a, b in row)
        for start, _ in row
    }


_SETS, _BETWEEN = 3, 2  # pairs in a row that are the sets of a match, and tokens between two of them


def _stands_alone(tokens: Tokens, start: int, end: int) -> bool:
    """Whether no further dash, no unit and no people stand at the two numbers."""
    if end < len(tokens.words) and (tokens.words[end] in _DASHES or _counts(tokens, end)):
        return False
    return not (start and tokens.words[start - 1] in _DASHES)


def _bracketed(tokens: Tokens, start: int, end: int) -> bool:
    """As in "kalah dari Jepang (0-6)": two numbers alone in brackets."""
    return tokens.words[start - 1 : start] == ["("] and tokens.words[end : end + 1] == [")"]


def _near(tokens: Tokens, start: int, end: int, word: str) -> bool:
    """Whether a word of a class stands near: one of sport, or one of a sport with many points."""
    near = tokens.lowers[max(0, start - _NEAR) : end + _NEAR]
    return not words(tokens.language, word).isdisjoint(near)


_DASHES = frozenset("-–—/")


def _counts(tokens: Tokens, end: int) -> bool:
    return (
        phrases(tokens.language, "unitword").at(tokens, end) is not None
        or phrases(tokens.language, "moneyafter").at(tokens, end) is not None
        or tokens.lowers[end] in words(tokens.language, "personword")
        or tokens.lowers[end] in phrases(tokens.language, "numword").folded
    )
