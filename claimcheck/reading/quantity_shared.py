"""What two numbers count together: "17 dan 16 gol", "dari 80 menjadi 48 pesawat" name it once."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.reading.quantity_words import words
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity
from claimcheck.text.tokens import Tokens

OF_THE = 2  # words between a part and its whole


def shared(tokens: Tokens, found: Sequence[Found[Quantity]]) -> list[Found[Quantity]]:
    """The quantities in their order; a bare count joined to the next one counts what that one counts.

    >>> from claimcheck.languages import load
    >>> from claimcheck.reading.quantities import read_quantities
    >>> from claimcheck.text.tokens import tokenize
    >>> text = tokenize("Mereka mencetak 17 dan 16 gol.", "id")
    >>> [q.item.counted for q in read_quantities(text, load("id"), "a")]
    ['goal', 'goal']
    """
    joins, of = words(tokens.language, "samecount"), words(tokens.language, "partof")
    made = list(found)
    listed = False  # whether the one behind is itself the middle of a list
    for at in range(len(made) - 2, -1, -1):
        first, last = made[at], made[at + 1]
        between = tokens.lowers[first.end : last.start]
        joined = (len(between) == 1 and between[0] in joins) or (listed and between == [","])
        joined = joined or (len(between) == 2 and between[0] == "," and between[1] in joins)
        part = 0 < len(between) <= OF_THE and between[0] in of
        one = first.item.counted == last.item.counted
        listed = joined and _bare(first.item) and _counts(last.item)
        part = part and _counts(last.item) and (_bare(first.item) or one)
        if listed or part:
            made[at], made[at + 1] = _alike(first, last, part)
    return made


def _alike(
    first: Found[Quantity], last: Found[Quantity], part: bool
) -> tuple[Found[Quantity], Found[Quantity]]:
    """Both counting what the last one counts; what befell a part befell not the whole: "dua dari tiga korban tewas"."""
    item, other = first.item, last.item
    item = replace(item, unit=other.unit, counted=other.counted, role=item.role or other.role)
    return first._replace(item=item), last._replace(item=replace(other, role=None)) if part else last


def _bare(q: Quantity) -> bool:
    return q.kind == "count" and q.counted is None and q.unit is None and q.hedge != "vague"


def _counts(q: Quantity) -> bool:
    return q.kind == "count" and (q.counted is not None or q.unit == "person") and q.unit != "times"
