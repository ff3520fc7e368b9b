"""ECB+: English news of 43 topics, two sub-events each.

All documents of a topic are compared in one call. A system link is a pair of sentences of different
documents that hold claims of one cluster; a wanted link is a pair of annotated sentences of different
documents of the topic that share at least one event chain. As a claim has one partner in a document while
an event stands in several of its sentences, *events linked* counts every event that two documents share
once: found when some linked pair of their sentences shares it. Precision counts only system links between
annotated sentences. *Sub-events merged* is the share of all links, annotated or not, that join the two
sub-events of a topic; most of those join what both reports tell of the past, such as an earlier arrest of the same
man, so it is counted again over the links of annotated sentences, wrong where the two share no event chain.
Clashes: the two documents of a judged pair are compared alone; it counts as flagged
when a conflict has one side in the one sentence and another side in the other.
"""

import re
from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import Any

from claimcheck.evaluate import joins, linked_claims, shared
from claimcheck.records import Document, ReportRecord
from tests.quality.data import SHARED, load_lines, missing
from tests.quality.figure import Result, count, rate
from tests.quality.show import main

FOLDER = SHARED / "ecbplus"
Key = tuple[str, int]


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


def _links() -> list[Result]:
    import claimcheck

    chains, wanted_total, hit, right, found, merged, links = _chains(), 0, 0, 0, 0, 0, 0
    meetings, met, mixed = 0, 0, 0
    wrong: list[str] = []
    for topic in sorted({t["topic"] for t in texts().values()}):
        ids = sorted(id for id, t in texts().items() if t["topic"] == topic)
        pairs = _system(claimcheck.compare([document(id) for id in ids]))
        known = {k: v for k, v in chains.items() if k[0] in ids and k[1] >= 0 and v}
        wanted = _wanted(known)
        judged = {p for p in pairs if p[0] in known and p[1] in known}
        wanted_total, hit = wanted_total + len(wanted), hit + len(wanted & pairs)
        right, found = right + len(judged & wanted), found + len(judged)
        events, seen = _meetings(wanted, known), _meetings(wanted & pairs, known)
        meetings, met = meetings + len(events), met + len(seen)
        links, merged = links + len(pairs), merged + sum(_apart(p) for p in pairs)
        mixed += sum(_apart(p) for p in judged - wanted)
        wrong += [_say(p) for p in sorted(judged - wanted)]
    return [
        rate("ecb link precision", right, found, 0.80, failures=wrong),
        rate("ecb link recall", hit, wanted_total, 0.50),
        rate("ecb events linked in pairs of documents", met, meetings),
        _share("ecb links that merge sub-events", merged, links),
        _share("ecb links of annotated sentences that merge sub-events", mixed, found),
    ]


def _share(name: str, part: int, whole: int) -> Result:
    return count(name, part / whole if whole else 0.0, 0.02)


def _system(report: ReportRecord) -> set[tuple[Key, Key]]:
    found = set()
    for a, b in linked_claims(report):
        first, second = sorted(
            (_lift(a.document, a.span.start, a.span.end), _lift(b.document, b.span.start, b.span.end))
        )
        found.add((first, second))
    return found


def _lift(id: str, start: int, end: int) -> Key:
    places = starts(id)
    return id, max(range(len(places)), key=lambda i: shared((id, *places[i]), (id, start, end)))


def _wanted(known: dict[Key, frozenset[str]]) -> set[tuple[Key, Key]]:
    return {(a, b) for a, b in combinations(sorted(known), 2) if a[0] != b[0] and known[a] & known[b]}


def _meetings(pairs: set[tuple[Key, Key]], known: dict[Key, frozenset[str]]) -> set[tuple[str, str, str]]:
    """The events (chain, document, document) on which linked sentences meet."""
    return {(chain, a[0], b[0]) for a, b in pairs for chain in known[a] & known[b]}


def _apart(pair: tuple[Key, Key]) -> bool:
    return bool(texts()[pair[0][0]]["subtopic"] != texts()[pair[1][0]]["subtopic"])


def _say(pair: tuple[Key, Key]) -> str:
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
