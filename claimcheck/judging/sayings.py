"""Sayings: what two reports quote in the same words was said once, so the days that they give it are one day."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from claimcheck.judging.runs import runs
from claimcheck.records import Claim, Time

RUN = 8  # words in a row that two reports quote alike only if somebody said them once
SHORT_RUN = 4  # and without which what they quote is no rendering of one saying
WORDS = re.compile(r"\w+")


class Dated(NamedTuple):
    """A quotation, its words, and the day on which a report says that it was said."""

    claim: Claim
    words: Sequence[str]
    day: Time


def dated_sayings(claims: Sequence[Claim]) -> Iterator[tuple[Dated, Dated]]:
    """The quotations of two reports that share so many words, where both say on which day it was said.

    One that has a number that the longer one has not is another saying: "9.180 satker", "9.197 satker".
    """
    found = {(said.claim.document, said.day.span.start): said for said in _dated(claims)}
    by_run: dict[tuple[str, ...], list[Dated]] = defaultdict(list)
    for said in found.values():
        for run in dict.fromkeys(runs(said.words, RUN)):
            by_run[run].append(said)
    pairs = {
        (a.claim.id, a.day.span.start, b.claim.id, b.day.span.start): (a, b)
        for alike in by_run.values()
        for a, b in combinations(alike, 2)
        if a.claim.document != b.claim.document and _numbers_alike(a.words, b.words)
    }
    yield from pairs.values()


def may_be_one_saying(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two quotations share a short run of words, or one of them is no longer than that.

    >>> may_be_one_saying("kami setuju seluruh usulan itu".split(), "mereka menolak sebagian usulan tadi".split())
    False
    """
    return min(len(a), len(b)) <= SHORT_RUN or not {*runs(a, SHORT_RUN)}.isdisjoint(runs(b, SHORT_RUN))


def quoted_words(claim: Claim) -> list[str]:
    """The words of a claim that somebody is quoted with, in small letters."""
    said = claim.attribution
    return WORDS.findall(said.content.text.lower()) if said is not None and said.mode == "direct" else []


def _dated(claims: Sequence[Claim]) -> Iterator[Dated]:
    """The quotations with one day beside the words "kata Budi", which may stand in a clause of its own."""
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.document, claim.sentence.span.start].append(claim)
    for mine in sentences.values():
        whole = mine[0].sentence.span
        sayings = {
            said.cue.start: quoted_words(c)
            for c in mine
            if (said := c.attribution) is not None and whole.start <= said.cue.start < whole.end
        }
        days = [(c, t) for c in mine for t in c.times if t.role == "statement"]
        if len(sayings) == len(days) == 1 and len(words := next(iter(sayings.values()))) >= RUN:
            yield from (Dated(claim, words, day) for claim, day in days)


def _numbers_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    short, long = sorted((a, b), key=len)
    return all(word in long for word in short if word.isdigit())
