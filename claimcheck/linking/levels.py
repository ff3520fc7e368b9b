"""Whether two claims ask the same question: a few things to look at, each with its weight."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from claimcheck.languages import load
from claimcheck.languages.lexicon import lexicon
from claimcheck.linking.rows import Matrix, Numbers, sizes, sums
from claimcheck.linking.weights import AMOUNTS, Weighing, concept_terms, terms
from claimcheck.records import Claim, Step

# What each feature adds for each unit; `link.before` is where a pair stands before anything is seen. From walks of
# tests/quality/fit_links.py, then by hand: `link.numbers` lower, until no conflict of the labelled bundles was lost,
# `link.times` and `link.words` so that no link of the five articles was; `link.slot`, `link.only` and `link.inside`
# above what was walked, so that no planted or marked clash was. `link.happened` came later, and is by hand.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "link.before": -4.26,
        "link.words": 1.85,
        "link.context": 2.48,
        "link.wording": 2.06,
        "link.rare": 1.29,
        "link.acts": 1.07,
        "link.act": 0.71,
        "link.doer": 0.9,
        "link.said": 0.84,
        "link.slot": 1.15,
        "link.times": 1.25,
        "link.numbers": 0.8,
        "link.figures": 2.27,
        "link.polarity": 0.7,
        "link.whole": 0.4,
        "link.headline": 0.9,
        "link.only": 0.4,
        "link.happened": 2.0,
        "link.direction": 10.0,
        "link.event": 2.6,
        "link.inside": 3.74,
        "link.rivals": 1.02,
        "link.neighbours": 0.5,
    }
)
BEFORE = "link.before"
ALONE = tuple(WEIGHTS)[1:-2]  # what a pair shows by itself; the last two need its surroundings
# What each says of a pair: where it holds, and where it does not.
SAYS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "link.before": ("two claims taken at random ask different questions", ""),
        "link.words": ("both are about {both}", "they share no word"),
        "link.context": ("their sentences share what they are about", "their sentences share nothing"),
        "link.wording": ("their sentences share printed words", "their sentences share no printed word"),
        "link.rare": (
            "the rarest thing that both are about, the rarer the higher",
            "they share no act or thing",
        ),
        "link.acts": (
            "the same is told of it, the more of it the higher",
            "what is told differs, or one tells nothing",
        ),
        "link.act": ("the same is done in both", "their acts differ, or one names none"),
        "link.doer": ("the same does it in both", "others do it, or one claim names nobody"),
        "link.said": ("both are somebody's words", "not both are somebody's words"),
        "link.slot": ("both count the same kind of thing", "they count nothing of one kind"),
        "link.times": (
            "both give a time, which counts more where it is of an earlier year",
            "not both give a time",
        ),
        "link.numbers": (
            "what both count is not near each other",
            "what both count is near each other, or not both count",
        ),
        "link.figures": ("both give the same exact number", "they share no exact number"),
        "link.polarity": (
            "one says that it is so and the other that it is not",
            "neither denies what the other says",
        ),
        "link.whole": (
            "both are whole sentences: what these share is counted already",
            "one is a part of its sentence",
        ),
        "link.headline": (
            "one is another report's headline, which is about all of it",
            "neither is the headline of another report",
        ),
        "link.only": ("their reports give one such number each", "they give no such number, or several"),
        "link.happened": (
            "both tell when it happened, and one only points at it",
            "not both tell when it happened",
        ),
        "link.direction": ("from and to are turned round", "from and to are not turned round"),
        "link.event": (
            "their reports name other people and places, or tell of two events",
            "their reports name the same people and places, or few",
        ),
        "link.inside": (
            "both stand in one report, which seldom says a thing twice",
            "they stand in two reports",
        ),
        "link.rivals": (
            "other claims of the two reports come as near",
            "no other claim of the two reports comes as near",
        ),
        "link.neighbours": (
            "the claims beside them ask the same questions",
            "the claims beside them do not",
        ),
    }
)
WORDS = re.compile(r"\w+")
APART = 0.34  # cosine of the names of two reports from which they may tell of one event
# The next two from trials on the labelled bundles and ECB+ (`python -m tests.quality bundles links ecb`).
ONE_EVENT = 0.2  # share of what other names count for two reports of one event of the bundle
ELSEWHERE = 0.35  # what counts besides where they fall into two
FEW = 4  # name words of a document below which its event is not known


@dataclass(frozen=True, slots=True)
class Common:
    """What the two claims of each pair have in common, by sums over terms: the cosine of their questions, how rare the
    rarest term of both is, the cosines of their sentences by what these are about and as printed, what both tell."""

    words: Numbers
    rarest: Numbers
    context: Numbers
    wording: Numbers
    acts: Numbers


def common(w: Weighing, a: Numbers, b: Numbers) -> Common:
    """What the two claims of each pair have in common, pair by pair."""
    words, rarest = _words(w, a, b)
    here, there = w.sentence[a], w.sentence[b]
    return Common(words, rarest, dot(w.context, here, there), dot(w.wording, here, there), dot(w.acts, a, b))


def alone(w: Weighing, a: Numbers, b: Numbers, both: Common | None = None) -> dict[str, Numbers]:
    """What each pair shows by itself, by the names in ALONE: values from -3 to 1.

    `both` is what they have in common, where that is known.
    """
    both = both or common(w, a, b)
    event, amounts = apart(w, a, b), _amounts(w, a, b)
    columns = {
        "link.words": both.words,
        "link.context": both.context,
        "link.wording": np.where(w.language[a] == w.language[b], both.wording, both.words),
        "link.rare": both.rarest,
        "link.acts": _part_in_common(w.acts, a, b, both.acts),
        "link.act": 1.0 * ((w.act[a] == w.act[b]) & (w.act[a] >= 0)),
        "link.doer": 1.0 * (in_both(w.doers, w.doers, a, b) > 0),
        "link.said": 1.0 * (w.said[a] & w.said[b]),
        "link.times": np.minimum(w.dated[a], w.dated[b]),
        "link.polarity": -1.0 * (w.denied[a] != w.denied[b]),
        "link.whole": -1.0 * (w.whole[a] & w.whole[b]),
        "link.headline": -1.0 * ((w.headline[a] | w.headline[b]) & (w.document[a] != w.document[b])),
        "link.only": amounts.pop("link.only") * np.maximum(0.0, 1 + event),
        "link.happened": 1.0 * (_happened(w, a, b) & (w.document[a] != w.document[b])),
        "link.direction": -1.0 * (in_both(w.ends, w.turned, a, b) > 0),
        "link.event": event,
        "link.inside": -1.0 * (w.document[a] == w.document[b]),
        **amounts,
    }
    return {name: columns[name] for name in ALONE}


def _happened(w: Weighing, a: Numbers, b: Numbers) -> Numbers:
    """Whether both tell when something happened, of which one only points at it, in reports of one event."""
    mine, theirs = w.happened[a], w.happened[b]
    pointed: Numbers = (np.minimum(mine, theirs) > 0) & (mine + theirs > 2) & (w.group[a] == w.group[b])
    return pointed & (w.group[a] >= 0)


def _amounts(w: Weighing, a: Numbers, b: Numbers) -> dict[str, Numbers]:
    """What the numbers of both show; most pairs have none in one of the two."""
    at = np.flatnonzero((sizes(w.amounts, a) > 0) & (sizes(w.amounts, b) > 0))
    one, other = a[at], b[at]
    both = w.amounts[one].multiply(w.amounts[other]).tocsr()
    places = w.sort[both.indices] * len(at) + np.repeat(np.arange(len(at)), np.diff(both.indptr))
    many = np.bincount(places, minlength=len(AMOUNTS) * len(at)).reshape(len(AMOUNTS), len(at))
    found = dict(zip(AMOUNTS, many, strict=True))
    shown = {
        "link.slot": found["slots"] > 0,
        "link.numbers": _far(found, w.several[one] & w.several[other]),
        "link.figures": np.minimum(1.0, found["figures"] / 2),
        "link.only": found["only"] > 0,
    }
    made = {name: np.zeros(len(a)) for name in shown}
    for name, values in shown.items():
        made[name][at] = values
    return made


def _far(found: Mapping[str, Numbers], several: Numbers) -> Numbers:
    """-1 where both give a number for one slot, but none near; 1 less where none is alike.

    And 1 less where both give several, none of them exactly: each may be near another by chance. An ordinal counts as
    several: the goal of the 55th minute is not that of the 58th.
    """
    near, alike, exact = (found[name] > 0 for name in ("near", "alike", "exact"))
    return np.where(found["numbers"] > 0, -1.0 * ~near - ~alike - (~exact & several), 0.0)


def dot(matrix: Matrix, a: Numbers, b: Numbers) -> Numbers:
    """The product of each row in `a` with the row beside it in `b`."""
    return sums(matrix[a].multiply(matrix[b]))


def _words(w: Weighing, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
    """The cosine of the terms of each pair, and how rare the rarest term is that both have."""
    both = w.words[a].multiply(w.words[b])
    cosine = sums(both)
    both.data = w.rare[both.indices]
    return cosine, both.max(axis=1).toarray().ravel() if len(a) else cosine


def in_both(left: Matrix, right: Matrix, a: Numbers, b: Numbers) -> Numbers:
    """How many columns each row in `a` and the row beside it in `b` have in common; most rows have none."""
    at = np.flatnonzero((sizes(left, a) > 0) & (sizes(right, b) > 0))
    found = np.zeros(len(a))
    if len(at):
        found[at] = sums(left[a[at]].multiply(right[b[at]]))
    return found


def _part_in_common(ones: Matrix, a: Numbers, b: Numbers, both: Numbers) -> Numbers:
    """How much of what either row has is in the row beside it too, from 0 to 1; `both` is how many columns are."""
    every = sizes(ones, a) + sizes(ones, b) - both
    part: Numbers = both / np.maximum(every, 1)
    return part


def apart(w: Weighing, a: Numbers, b: Numbers) -> Numbers:
    """Down to -1 where two reports name quite different people and places; less in reports of one event of the bundle.

    And below in reports of two.
    """
    reports = w.document[a] * len(w.document) + w.document[b]
    runs = np.flatnonzero(np.diff(reports, prepend=-1))  # the same two reports in a row are looked at once
    a, b, often = a[runs], b[runs], np.diff(runs, append=len(a))
    here, there, size = w.document[a], w.document[b], np.diff(w.event.indptr)
    known = np.minimum(size[here], size[there]) >= FEW
    names = np.minimum(0.0, dot(w.event, here, there) / APART - 1)
    one, two = (w.group[a] == w.group[b]) & (w.group[a] >= 0), w.group[a] != w.group[b]
    return np.repeat(np.where(known, names * np.where(one, ONE_EVENT, 1.0) - ELSEWHERE * two, 0.0), often)


def weigh_up(shows: Mapping[str, Numbers]) -> Numbers:
    """The sum of all weights of each pair, without what stands before."""
    return np.asarray(sum(WEIGHTS[name] * shown for name, shown in shows.items()))


def waterfall(a: Claim, b: Claim, values: Mapping[str, float], language: str) -> tuple[Step, ...]:
    """The score as steps, the standing before anything was seen first; their weights sum to the score.

    They speak the language of the report, where `languages/<code>/says.toml` has words for them.
    """
    both = ", ".join(in_common(a, b))
    words: Mapping[str, Sequence[str]] = {**SAYS, **load(language).data.get("says.toml", {}).get("links", {})}
    return tuple(_step(name, {BEFORE: 1.0, **values}[name], words[name], both) for name in WEIGHTS)


def in_common(a: Claim, b: Claim) -> Sequence[str]:
    """What both claims are about: a concept by the words that stand for it in either, all else by its key.

    >>> from claimcheck import read
    >>> texts = "Tiga orang tewas di Palu.", "Lima orang meninggal di Palu."
    >>> in_common(*(read({"text": text, "language": "id"}).claims[0] for text in texts))
    ('palu', 'tewas/meninggal')
    """
    mine, theirs, shared = _printed(a), _printed(b), frozenset(terms(b))
    found = (
        "/".join(dict.fromkeys((mine.get(t, t[2:]), theirs.get(t, t[2:]))))
        for t in terms(a)
        if t in shared and t[0] != "s"
    )
    return tuple(dict.fromkeys(found))


def _printed(claim: Claim) -> Mapping[str, str]:
    """The words of a claim that stand for each term of a concept."""
    words = WORDS.findall(claim.span.text.lower())
    return {
        term: " ".join(words[start:end])
        for start, end, concept in lexicon(claim.language).concepts_in(words)
        for term in concept_terms(concept)
    }


def _step(name: str, value: float, words: Sequence[str], both: str) -> Step:
    holds, not_so = words
    says = holds.format(both=both) if value else not_so
    return Step(name, value != 0, says, WEIGHTS[name] * value or 0.0)
