""" "Selama sebulan", "setahun penjara": one unit of time in one word, where it says how long."""

from collections.abc import Iterator

from claimcheck.languages import Pack
from claimcheck.reading.quantity_records import ONE, Atom, Number
from claimcheck.reading.quantity_words import phrases
from claimcheck.reading.rules import matches
from claimcheck.text.tokens import Tokens


def lone(tokens: Tokens, pack: Pack, blocked: bytearray) -> Iterator[Atom]:
    """The units that stand for one of themselves in the order of the text; not where they say how often.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> text = tokenize("Ia dirawat selama sebulan, lalu sebulan sekali berobat.", "id")
    >>> [(atom.start, atom.unit) for atom in lone(text, load("id"), bytearray(len(text)))]
    [(3, 'month')]
    """
    found = {match.start("value") for _, match in matches("one-unit", tokens, pack)}
    for at in sorted(found):
        if not blocked[at] and phrases(tokens.language, "how_often").at(tokens, at + 1) is None:
            unit = pack.value("one_unit", tokens.lowers[at])
            yield Atom(at, at + 1, Number(at, at + 1, ONE, ONE, spelled=True), "duration", unit)
