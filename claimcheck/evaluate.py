"""Scores a report against a labelled set: spans, links, conflicts and verdicts, for any desk's own gold.

Three shapes are read, alone or together in one mapping. *Marked spans*: `documents` (the ids of those that
were marked) and `spans` (`document`, `start`, `end`, `label`), as `claimcheck.gold` makes them. *Annotated
articles*: `sentences`, `links` (`a` and `b`, each a list of places of which any will do; `required`),
`conflicts` (`kind`, `a`, `b`, `required`) and `non_conflicts` (`spans`). *Facts*: `facts`, each with
`kind`, `verdict`, `certainty`, perhaps `intra`, and `mentions` (`doc`, `sentence`, `value`, `group`).
Offsets count code points, ends exclusive. Optional links and conflicts count neither for nor against.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from claimcheck.checked import short
from claimcheck.errors import OptionError
from claimcheck.gold import checked
from claimcheck.records import Claim, Finding, ReportRecord, Span, Verdict
from claimcheck.records.finding import RELATIONS
from claimcheck.rendering.index import Index
from claimcheck.rendering.labels import LABELS, labelled

Gold = Mapping[str, Any]
Place = tuple[str, int, int]
Places = Sequence[Place]
Link = tuple[Places, Places, bool]
Pair = tuple[Place, ...]

# kinds of finding that can speak of a labelled kind; a labelled "scope" or any other name fits every kind
_KINDS = {
    "number": {"number", "arithmetic"},
    "date": {"date", "calendar"},
    "attribution": {"attribution", "quotation"},
    "quotation": {"quotation", "attribution"},
    "polarity": {"polarity"},
}
_VERDICTS = {
    "agree": "same",
    "compatible": "compatible",
    "update": "updates",
    "scope": "differs in scope",
    "disputed": "disputed",
    "conflict": "conflict",
}
LINKED_VERDICTS = ("agree", "compatible", "conflict", "update")


@dataclass(frozen=True, slots=True)
class Score:
    """One share: how many of how many, and a line for every one that failed.

    >>> Score("links found", 9, 10).value
    0.9
    """

    name: str
    right: float
    of: float
    failed: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """The share, 1.0 where nothing was asked."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gold says of one conflict found: "right", "wrong", "unlabelled" or "optional", and why."""

    finding: str
    judgement: str
    why: str


@dataclass(frozen=True, slots=True)
class Scores:
    """All shares by name, and every conflict judged."""

    scores: tuple[Score, ...]
    judged: tuple[Judged, ...] = ()

    def __getitem__(self, name: str) -> float:
        """The value of one score; `KeyError` for a name that was not measured."""
        return self.score(name).value

    def score(self, name: str) -> Score:
        """One score with its counts and failures; `KeyError` for a name that was not measured."""
        found = next((s for s in self.scores if s.name == name), None)
        if found is None:
            raise KeyError(name)
        return found


def evaluate(report: ReportRecord, gold: Gold) -> Scores:
    """Scores a report against a labelled set.

    A link is a pair of claims of different documents in one cluster. Sentence links lift both sides to the
    labelled sentence that holds most of them; claim links match at intersection over union of 0.5 or more on
    both sides. Marked spans match one to one at the same measure, each label by itself; labels that claimcheck
    does not give are left out. A conflict is right when two of its sides stand on the two labelled places (half of the
    shorter place shared). Counted are shares from 0 to 1. Raises `OptionError`, naming the entry, for gold of another
    shape.

    >>> report = ReportRecord(documents=())
    >>> evaluate(report, {"links": [], "conflicts": []})["claim link recall"]
    1.0
    """
    if not isinstance(report, ReportRecord):
        raise OptionError(f"report takes what claimcheck.compare gives, not {short(report)}")
    gold = checked(gold)
    scores: list[Score] = []
    judged: list[Judged] = []
    if "spans" in gold:
        scores += _span_scores(report, gold)
    if "links" in gold:
        scores += _link_scores(report, gold)
    if "conflicts" in gold:
        found, seen = _conflict_scores(report, gold)
        scores, judged = scores + found, judged + seen
    if "facts" in gold:
        found, seen = _fact_scores(report, gold)
        scores, judged = scores + found, judged + seen
    return Scores(tuple(scores), tuple(judged))


# --- places


def _place(span: Span) -> Place:
    return span.document, span.start, span.end


def _gold_place(entry: Gold) -> Place:
    return str(entry["document"]), int(entry["start"]), int(entry["end"])


def shared(a: Place, b: Place) -> int:
    """Characters that two places share; none in two documents.

    >>> shared(("a", 0, 10), ("a", 6, 20)), shared(("a", 0, 10), ("b", 0, 10))
    (4, 0)
    """
    return max(0, min(a[2], b[2]) - max(a[1], b[1])) if a[0] == b[0] else 0


def overlap(a: Place, b: Place) -> float:
    """Shared characters over the shorter place.

    >>> overlap(("a", 0, 10), ("a", 6, 20))
    0.4
    """
    shorter = min(a[2] - a[1], b[2] - b[1])
    return shared(a, b) / shorter if shorter > 0 else 0.0


def iou(a: Place, b: Place) -> float:
    """Shared characters over all that either place covers.

    >>> iou(("a", 0, 10), ("a", 5, 10))
    0.5
    """
    both = shared(a, b)
    union = (a[2] - a[1]) + (b[2] - b[1]) - both
    return both / union if union > 0 else 0.0


# --- spans


def _span_scores(report: ReportRecord, gold: Gold) -> list[Score]:
    texts = {d.id: d.text for d in report.documents}
    index = Index(report)
    marked = sorted(set(gold["documents"]) & set(texts))
    found = [(label, _place(span)) for d in marked for span, label in labelled(index, d)]
    wanted = [(str(s["label"]), _gold_place(s)) for s in gold["spans"]]
    return [
        score
        for label in LABELS
        if any(name == label for name, _ in (*found, *wanted))
        for score in _matched(
            label,
            [p for name, p in found if name == label],
            [p for name, p in wanted if name == label],
            texts,
        )
    ]


def _matched(label: str, found: Places, wanted: Places, texts: Mapping[str, str]) -> list[Score]:
    """Precision, recall and F of one label; the nearest of two claimants gets the place."""
    free, missed = list(found), []
    for place in wanted:
        near = max(free, key=lambda f: iou(f, place), default=None)
        if near is None or iou(near, place) < 0.5:
            missed.append(place)
        else:
            free.remove(near)
    right = len(wanted) - len(missed)
    f = 2 * right / (len(found) + len(wanted))
    return [
        Score(f"{label} precision", right, len(found), tuple(_say([p], texts) for p in free)),
        Score(f"{label} recall", right, len(wanted), tuple(_say([p], texts) for p in missed)),
        Score(f"{label} F", f, 1),
    ]


# --- links


def linked_claims(report: ReportRecord) -> Iterator[tuple[Claim, Claim]]:
    """Every pair of claims of different documents that stand in one cluster."""
    claims = {c.id: c for c in report.claims}
    for cluster in report.clusters:
        for a, b in combinations([claims[id] for id in cluster.claims], 2):
            if a.document != b.document:
                yield a, b


def _link_scores(report: ReportRecord, gold: Gold) -> list[Score]:
    links: list[Link] = [
        (list(map(_gold_place, x["a"])), list(map(_gold_place, x["b"])), bool(x["required"]))
        for x in gold["links"]
    ]
    pairs = {tuple(sorted((_place(a.span), _place(b.span)))) for a, b in linked_claims(report)}
    sentences = [_gold_place(s) for s in gold.get("sentences", ())]
    lift = _lifter(sentences, report)
    lifted = {tuple(sorted((lift(a), lift(b)))) for a, b in pairs}
    wanted: list[Link] = [([lift(p) for p in a], [lift(p) for p in b], r) for a, b, r in links]
    texts = {d.id: d.text for d in report.documents}
    same: Callable[[Place, Place], bool] = lambda a, b: a == b  # noqa: E731
    close: Callable[[Place, Place], bool] = lambda a, b: iou(a, b) >= 0.5  # noqa: E731
    return [
        *_prf("sentence link", lifted, wanted, same, texts),
        *_prf("claim link", pairs, links, close, texts),
    ]


def _lifter(sentences: Places, report: ReportRecord) -> Callable[[Place], Place]:
    by_document: dict[str, list[Place]] = {}
    for place in sentences or sorted({_place(c.sentence.span) for c in report.claims}):
        by_document.setdefault(place[0], []).append(place)

    def lift(place: Place) -> Place:
        return max(by_document.get(place[0], [place]), key=lambda s: (shared(s, place), -s[1]))

    return lift


def _prf(
    name: str,
    pairs: set[Pair],
    links: list[Link],
    same: Callable[[Place, Place], bool],
    texts: Mapping[str, str],
) -> list[Score]:
    wanted = [x for x in _unique(links) if x[2]]
    missed = [x for x in wanted if not any(_meets(x, p, same) for p in pairs)]
    wrong = sorted(p for p in pairs if not any(_meets(x, p, same) for x in links))
    right, found = len(pairs) - len(wrong), len(wanted) - len(missed)
    precision, recall = right / (len(pairs) or 1), found / (len(wanted) or 1)
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return [
        Score(f"{name} precision", right, len(pairs), tuple(_say(p, texts) for p in wrong)),
        Score(f"{name} recall", found, len(wanted), tuple(_say((x[0][0], x[1][0]), texts) for x in missed)),
        Score(f"{name} F", f if pairs or wanted else 1.0, 1),
    ]


def _unique(links: list[Link]) -> list[Link]:
    """Links that, lifted to sentences, became one, counted once; required wins."""
    seen: dict[tuple[Place, ...], Link] = {}
    for link in links:
        key = tuple(sorted((link[0][0], link[1][0])))
        if key not in seen or link[2]:
            seen[key] = link
    return list(seen.values())


def _meets(link: Link, pair: Pair, same: Callable[[Place, Place], bool]) -> bool:
    a, b, _ = link
    return any(
        any(same(p, first) for p in a) and any(same(p, second) for p in b)
        for first, second in (pair[:2], pair[1::-1])
    )


def _say(pair: Iterable[Place], texts: Mapping[str, str]) -> str:
    return " ↔ ".join(f"{d}:{s}-{e} “{texts.get(d, '')[s:e]}”" for d, s, e in pair).replace("\n", " ")


# --- conflicts between annotated articles


def joins(finding: Finding, a: Place, b: Place) -> bool:
    """Whether two different sides of a finding stand on two places, half of the shorter place shared."""
    standing = [
        (
            any(overlap(_place(s), a) >= 0.5 for s in side.spans),
            any(overlap(_place(s), b) >= 0.5 for s in side.spans),
        )
        for side in finding.sides
    ]
    return any((x[0] and y[1]) or (x[1] and y[0]) for x, y in combinations(standing, 2))


def _fits(finding: Finding, kind: str) -> bool:
    return finding.kind in _KINDS.get(kind, {finding.kind})


def _conflict_scores(report: ReportRecord, gold: Gold) -> tuple[list[Score], list[Judged]]:
    labelled = [
        (c["kind"], _gold_place(c["a"]), _gold_place(c["b"]), bool(c["required"])) for c in gold["conflicts"]
    ]
    apart = [tuple(map(_gold_place, n["spans"])) for n in gold.get("non_conflicts", ())]
    texts = {d.id: d.text for d in report.documents}
    pairs = [c for c in labelled if c[3]]
    missed = [c for c in pairs if not any(f.kind == c[0] and joins(f, c[1], c[2]) for f in report.conflicts)]
    groups = _discrepancies(pairs)
    whole = [g for g in groups if not all(c in missed for c in g)]
    judged = [_judge(f, labelled, apart) for f in report.conflicts]
    bad, unseen = ([j for j in judged if j.judgement == name] for name in ("wrong", "unlabelled"))
    return [
        Score(
            "conflict pairs", len(pairs) - len(missed), len(pairs), tuple(_say(c[1:3], texts) for c in missed)
        ),
        Score("discrepancies", len(whole), len(groups)),
        Score("non-conflicts joined", len(bad), len(report.conflicts), tuple(j.why for j in bad)),
        Score("conflicts nobody saw", len(unseen), len(report.conflicts), tuple(j.why for j in unseen)),
    ], judged


Labelled = tuple[str, Place, Place, bool]


def _discrepancies(pairs: list[Labelled]) -> list[list[Labelled]]:
    """Pairs of one kind that share a place are one discrepancy."""
    groups: list[list[Labelled]] = []
    for pair in pairs:
        near = [g for g in groups if any(_touch(pair, other) for other in g)]
        groups = [g for g in groups if g not in near] + [[pair, *(c for g in near for c in g)]]
    return groups


def _touch(a: Labelled, b: Labelled) -> bool:
    return a[0] == b[0] and any(overlap(x, y) >= 0.5 for x, y in product(a[1:3], b[1:3]))


def _judge(finding: Finding, labelled: list[Labelled], apart: Sequence[Sequence[Place]]) -> Judged:
    seen = next((c for c in labelled if _fits(finding, c[0]) and joins(finding, c[1], c[2])), None)
    if seen:
        return Judged(finding.id, "right" if seen[3] else "optional", seen[0])
    if any(joins(finding, a, b) for places in apart for a, b in combinations(places, 2)):
        return Judged(finding.id, "wrong", finding.explain())
    return Judged(finding.id, "unlabelled", finding.explain())


# --- facts of a bundle


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that gives an answer to a fact, and the group of equal answers it belongs to."""

    place: Place
    group: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled question: its kind, verdict, whether a reader was certain, and who says what."""

    id: str
    kind: str
    verdict: str
    certain: bool
    intra: bool
    gloss: str
    mentions: tuple[Mention, ...]


def facts(report: ReportRecord, gold: Gold) -> list[Fact]:
    """The labelled facts with their places in the report's documents; mentions not found are left out."""
    texts = {d.id: d.text for d in report.documents}
    return [_fact(entry, texts) for entry in gold["facts"]]


def _fact(entry: Gold, texts: Mapping[str, str]) -> Fact:
    mentions = tuple(m for given in entry["mentions"] if (m := _mention(given, texts)))
    certain, intra = entry["certainty"] == "certain", bool(entry.get("intra"))
    return Fact(str(entry["id"]), entry["kind"], entry["verdict"], certain, intra, entry["gloss"], mentions)


def _mention(entry: Gold, texts: Mapping[str, str]) -> Mention | None:
    text, sentence, value = texts.get(entry["doc"], ""), entry["sentence"], entry["value"]
    at, within = text.find(sentence), sentence.find(value)
    if at < 0 or within < 0:
        return None
    return Mention((entry["doc"], at + within, at + within + len(value)), int(entry["group"]), sentence)


def _fact_scores(report: ReportRecord, gold: Gold) -> tuple[list[Score], list[Judged]]:
    known = facts(report, gold)
    judged = [_judge_by_facts(f, known) for f in report.conflicts]
    labels = [j.judgement for j in judged]
    right, wrong, free = (labels.count(name) for name in ("right", "wrong", "unlabelled"))
    lines = tuple(f"{j.judgement}: {j.why}" for j in judged if j.judgement != "right")
    return [
        _fact_links("fact link recall", _clusters_of(report, _covering(report)), known),
        _fact_links(
            "fact link recall, claims inside a value too", _clusters_of(report, _touching(report)), known
        ),
        _recall("conflict recall", report, [f for f in known if not f.intra]),
        _recall("intra recall", report, [f for f in known if f.intra]),
        Score("strict precision", right, right + wrong + free, lines),
        Score("lenient precision", right, right + wrong),
        *_verdict_scores(report, known),
    ], judged


def _clusters_of(
    report: ReportRecord, claims_at: Callable[[Place], list[Claim]]
) -> Callable[[Place], frozenset[str]]:
    owner: dict[str, list[str]] = {}
    for cluster in report.clusters:
        for claim in cluster.claims:
            owner.setdefault(claim, []).append(cluster.id)
    return lambda place: frozenset(id for c in claims_at(place) for id in owner.get(c.id, ()))


def _covering(report: ReportRecord) -> Callable[[Place], list[Claim]]:
    by_document: dict[str, list[Claim]] = {}
    for claim in report.claims:
        by_document.setdefault(claim.document, []).append(claim)
    return lambda p: [c for c in by_document.get(p[0], ()) if c.span.start <= p[1] and p[2] <= c.span.end]


def _touching(report: ReportRecord) -> Callable[[Place], list[Claim]]:
    """Claims that share half of the shorter of claim and place: a quote of three sentences has several."""
    covering = _covering(report)

    def claims_at(place: Place) -> list[Claim]:
        whole = covering(place)
        return whole or [c for c in report.claims if overlap(_place(c.span), place) >= 0.5]

    return claims_at


def _fact_links(name: str, clusters: Callable[[Place], frozenset[str]], known: list[Fact]) -> Score:
    pairs = [
        (f, a, b)
        for f in known
        if f.verdict in LINKED_VERDICTS
        for a, b in combinations(f.mentions, 2)
        if a.place[0] != b.place[0]
    ]
    missed = [(f, a, b) for f, a, b in pairs if not clusters(a.place) & clusters(b.place)]
    lines = tuple(f"{f.id} {f.gloss}: {a.sentence} ↔ {b.sentence}" for f, a, b in missed)
    return Score(name, len(pairs) - len(missed), len(pairs), lines)


def _recall(name: str, report: ReportRecord, known: list[Fact]) -> Score:
    wanted = [f for f in known if f.verdict == "conflict" and f.certain]
    missed = [f for f in wanted if not any(_shows(finding, f) for finding in report.conflicts)]
    return Score(name, len(wanted) - len(missed), len(wanted), tuple(_fact_line(f) for f in missed))


def _fact_line(fact: Fact) -> str:
    said = " | ".join(f"{m.place[0]} ({m.group}) {m.sentence}" for m in fact.mentions)
    return f"{fact.id} [{fact.kind}, {fact.verdict}] {fact.gloss}: {said}"


def _sides_of(finding: Finding, fact: Fact) -> list[set[int]]:
    """For each side the groups of the fact whose values its spans cover."""
    return [
        {m.group for m in fact.mentions for s in side.spans if overlap(_place(s), m.place) >= 0.5}
        for side in finding.sides
    ]


def _shows(finding: Finding, fact: Fact) -> bool:
    """Whether a fitting finding covers values of two groups, on two sides unless all is in one document."""
    if not _fits(finding, fact.kind):
        return False
    sides = _sides_of(finding, fact)
    if fact.intra and len({g for side in sides for g in side}) > 1:
        return True
    return any(x != y for a, b in combinations(sides, 2) for x, y in product(a, b))


def _meets_fact(finding: Finding, fact: Fact) -> bool:
    return _fits(finding, fact.kind) and sum(bool(side) for side in _sides_of(finding, fact)) > 1


def _judge_by_facts(finding: Finding, known: list[Fact]) -> Judged:
    real = next((f for f in known if f.verdict == "conflict" and _shows(finding, f)), None)
    if real:
        return Judged(finding.id, "right", _fact_line(real))
    met = next((f for f in known if _meets_fact(finding, f)), None)
    if met:
        return Judged(finding.id, "wrong", f"{_fact_line(met)}\n{finding.explain()}")
    return Judged(finding.id, "unlabelled", finding.explain())


def _verdict_scores(report: ReportRecord, known: list[Fact]) -> list[Score]:
    relation = _relations(report)
    clusters = _clusters_of(report, _covering(report))
    rows = [
        (f, a, b, _expected(f, a, b), relation(a.place, b.place, f.kind))
        for f in known
        if f.verdict != "disputed"
        for a, b in combinations(f.mentions, 2)
        if a.place[0] != b.place[0] and clusters(a.place) & clusters(b.place)
    ]
    told = [row for row in rows if row[4]]
    wrong = [row for row in told if row[3] != row[4]]
    grave = [row for row in wrong if {row[3], row[4]} != {"same", "compatible"}]
    lines = tuple(
        f"{f.id} {f.gloss}: wants {want}, says {got}: {a.sentence} ↔ {b.sentence}"
        for f, a, b, want, got in wrong
    )
    return [
        Score("verdicts told", len(told), len(rows)),
        Score("verdicts right", len(told) - len(wrong), len(told), lines),
        Score("verdicts right, same and compatible as one", len(told) - len(grave), len(told)),
    ]


def _expected(fact: Fact, a: Mention, b: Mention) -> str:
    return "same" if a.group == b.group else _VERDICTS[fact.verdict]


def _relations(report: ReportRecord) -> Callable[[Place, Place, str], str | None]:
    """The gravest relation told of two places in a kind that fits, or `None` where no verdict was given.

    Where a verdict compares answers that stand on both places, the others of the two claims are left out.
    """
    covering = _covering(report)
    told: dict[tuple[str, str], list[Verdict]] = {}
    for v in report.verdicts:
        told.setdefault((min(v.a, v.b), max(v.a, v.b)), []).append(v)

    def relation(a: Place, b: Place, kind: str) -> str | None:
        keys = {(min(x.id, y.id), max(x.id, y.id)) for x, y in product(covering(a), covering(b))}
        kinds = _KINDS.get(kind, {kind})
        fitting = [v for key in keys for v in told.get(key, ()) if v.kind in kinds]
        exact = [v for v in fitting if _compares(v, a, b)]
        return min((v.relation for v in exact or fitting), key=RELATIONS.index, default=None)

    return relation


def _compares(verdict: Verdict, a: Place, b: Place) -> bool:
    """Whether its two answers share half of the shorter with the two places."""
    places = [_place(s) for s in verdict.answers]
    return any(
        len(pair) == 2 and overlap(pair[0], a) >= 0.5 and overlap(pair[1], b) >= 0.5
        for pair in (places, places[::-1])
    )
