"""ECB+: English news of 43 topics, two sub-events each.

All documents of a topic are compared in one call. A wanted link is a pair of annotated sentences of different
documents of the topic that share at least one event chain.

*Question links* are pairs of sentences of different documents that hold claims of one cluster. They ask the same
question, which is much less than one event: most wanted pairs tell one event and ask different things of it.
*Sentence links* are these and the pairs of sentences that `Report.related` names, which tell one happening. Precision
counts links between annotated sentences, recall the wanted links that are found. As an event stands in several
sentences of a document, *events linked* counts every event that two documents share once: found when some linked pair
of their sentences shares it.

*Sub-events merged* is the share of all links, annotated or not, that join the two sub-events of a topic; among question
links many of those join what both reports tell of the past, such as an earlier arrest of the same man, so it is counted
again over the links of annotated sentences, wrong where the two share no event chain.
Clashes: the two documents of a judged pair are compared alone; it counts as flagged
when a conflict has one side in the one sentence and another side in the other.
"""

import re
from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from claimcheck.evaluate import joins, linked_claims, shared
from claimcheck.linking.happenings import pairs, tellings
from claimcheck.records import Document, ReportRecord, Span
from claimcheck.report import Report
from tests.quality.data import SHARED, load_lines, missing
from tests.quality.figure import Result, count, rate
from tests.quality.show import main

FOLDER = SHARED / "ecbplus"
Key = tuple[str, int]
Link = tuple[Key, Key]


@cache
def texts() -> dict[str, dict[str, Any]]:
    """The documents by id."""
    return {t["doc"]: t for t in load_lines(FOLDER / "texts.jsonl")}


def document(id: str) -> Document:
    """One ECB+ document, a sentence a line."""
    return Document(id=id, text="\n".join(texts()[id]["sentences"]), language="en")


@cache
def starts(id: str) -> tuple[tuple[int, int], ...]:
    """The places of a document's sentences."""
    places, at = [], 0
    for sentence in texts()[id]["sentences"]:
        places.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return tuple(places)


def figures() -> list[Result]:
    """Links against event chains, sub-events merged, clashes."""
    skipped = missing("ecb", "ecbplus/texts.jsonl")
    return list(skipped) or [*_links(), *_clashes()]


def _chains() -> dict[Key, frozenset[str]]:
    found: dict[Key, set[str]] = defaultdict(set)
    for event in load_lines(FOLDER / "events.jsonl"):
        at = _sentence(event)
        found[event["doc"], at].update(m["chain"] for m in event["mentions"] if "ACTION" in m["tag"])
    return {key: frozenset(chains) for key, chains in found.items()}


def _sentence(event: dict[str, Any]) -> int:
    """The index of the annotated sentence among the document's own, by its letters and digits."""
    sentences = [_letters(s) for s in texts()[event["doc"]]["sentences"]]
    wanted = _letters(event["text"])
    given: int = event["sentence"]
    if given < len(sentences) and sentences[given] == wanted:
        return given
    return next((i for i, s in enumerate(sentences) if s == wanted or wanted in s), -1)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


class Tally(NamedTuple):
    """Links of one topic against its wanted ones, as numbers and the wrong links."""

    wanted: int
    hit: int
    right: int
    judged: int
    events: int
    met: int
    links: int
    merged: int
    mixed: int
    wrong: tuple[str, ...]


def _links() -> list[Result]:
    import claimcheck

    chains = _chains()
    kinds: dict[str, list[Tally]] = {"ecb question link": [], "ecb sentence link": []}
    for topic in sorted({t["topic"] for t in texts().values()}):
        ids = sorted(id for id, t in texts().items() if t["topic"] == topic)
        known = {k: v for k, v in chains.items() if k[0] in ids and k[1] >= 0 and v}
        report = claimcheck.compare([document(id) for id in ids])
        asked = _system(report)
        kinds["ecb question link"].append(_tally(asked, known))
        kinds["ecb sentence link"].append(_tally(asked | _told(report), known))
    return [figure for kind, tallies in kinds.items() for figure in _figures(kind, tallies)]


def _tally(links: set[Link], known: dict[Key, frozenset[str]]) -> Tally:
    wanted = _wanted(known)
    judged = {p for p in links if p[0] in known and p[1] in known}
    return Tally(
        len(wanted),
        len(wanted & links),
        len(judged & wanted),
        len(judged),
        len(_meetings(wanted, known)),
        len(_meetings(wanted & links, known)),
        len(links),
        sum(map(_apart, links)),
        sum(map(_apart, judged - wanted)),
        tuple(map(_say, sorted(judged - wanted))),
    )


def _figures(kind: str, tallies: list[Tally]) -> list[Result]:
    *counts, wrong = zip(*tallies, strict=True)
    wanted, hit, right, judged, events, met, links, merged, mixed = (sum(column) for column in counts)
    return [
        rate(f"{kind} precision", right, judged, 0.80, failures=[line for lines in wrong for line in lines]),
        rate(f"{kind} recall", hit, wanted, 0.50),
        rate(f"{kind}s, events linked in pairs of documents", met, events),
        _share(f"{kind}s that merge sub-events", merged, links),
        _share(f"{kind}s of annotated sentences that merge sub-events", mixed, judged),
    ]


def _share(name: str, part: int, whole: int) -> Result:
    return count(name, part / whole if whole else 0.0, 0.02)


def _system(report: ReportRecord) -> set[Link]:
    return {_link(a.span, b.span) for a, b in linked_claims(report)}


def _told(report: Report) -> set[Link]:
    told = tellings(report.events, report.claims)
    return {_link(a.span, b.span) for a, b in pairs(told)}


def _link(a: Span, b: Span) -> Link:
    first, second = sorted(_lift(span.document, span.start, span.end) for span in (a, b))
    return first, second


def _lift(id: str, start: int, end: int) -> Key:
    places = starts(id)
    return id, max(range(len(places)), key=lambda i: shared((id, *places[i]), (id, start, end)))


def _wanted(known: dict[Key, frozenset[str]]) -> set[Link]:
    return {(a, b) for a, b in combinations(sorted(known), 2) if a[0] != b[0] and known[a] & known[b]}


def _meetings(pairs: set[Link], known: dict[Key, frozenset[str]]) -> set[tuple[str, str, str]]:
    """The events (chain, document, document) on which linked sentences meet."""
    return {(chain, a[0], b[0]) for a, b in pairs for chain in known[a] & known[b]}


def _apart(pair: Link) -> bool:
    return bool(texts()[pair[0][0]]["subtopic"] != texts()[pair[1][0]]["subtopic"])


def _say(pair: Link) -> str:
    return " ↔ ".join(f"{id}:{at} {texts()[id]['sentences'][at]}" for id, at in pair)


def _clashes() -> list[Result]:
    import claimcheck

    flagged: dict[str, list[str]] = defaultdict(list)
    silent: dict[str, list[str]] = defaultdict(list)
    for pair in load_lines(FOLDER / "clashes.jsonl"):
        ids = [pair[s]["doc"].removesuffix(".xml") for s in "ab"]
        if ids[0] == ids[1]:
            continue
        report = claimcheck.compare([document(id) for id in ids])
        places = [(id, *_clash_place(id, pair[s])) for id, s in zip(ids, "ab", strict=True)]
        hit = any(joins(f, places[0], places[1]) for f in report.conflicts)
        (flagged if hit else silent)[pair["verdict"]].append(_clash_line(pair))
    conflicts = len(flagged["conflict"]) + len(silent["conflict"])
    false = [line for verdict in ("compatible", "agree") for line in flagged[verdict]]
    return [
        rate("ecb clashes found", len(flagged["conflict"]), conflicts, 0.60, failures=silent["conflict"]),
        count("ecb compatible or agreeing pairs flagged", len(false), 0, failures=false),
    ]


def _clash_place(id: str, side: dict[str, Any]) -> tuple[int, int]:
    places = starts(id)
    at = side["sentence"] if side["sentence"] < len(places) else 0
    named = [i for i, s in enumerate(texts()[id]["sentences"]) if _letters(side["text"])[:60] in _letters(s)]
    return places[named[0] if named else at]


def _clash_line(pair: dict[str, Any]) -> str:
    return f"{pair['id']} {pair['kind']} ({pair['note']}): {pair['a']['text']} ↔ {pair['b']['text']}"


if __name__ == "__main__":
    main(figures)
