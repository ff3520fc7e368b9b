"""Clusters to verdicts and findings: one finding for each question, never one for each pair."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import chain, combinations

from claimcheck.judging.amounts import said_again
from claimcheck.judging.answers import (
    Answer,
    Beside,
    CountedTo,
    Judged,
    Setting,
    Value,
    Values,
    alike,
    by_size,
    dated,
    judged,
    moment,
    sentence_of,
    value,
)
from claimcheck.judging.attribution import SPEAKER
from claimcheck.judging.confidence import confidence, severity
from claimcheck.judging.events import linked_themselves, told_apart
from claimcheck.judging.headline import headline, printed
from claimcheck.judging.identity import misnamed
from claimcheck.judging.inside import answered_twice, clash_findings, holds
from claimcheck.judging.offices import states_of, two_offices
from claimcheck.judging.ranks import two_ranks
from claimcheck.judging.sayings import Dated, dated_sayings
from claimcheck.judging.spoken import spoken
from claimcheck.judging.words import as_of
from claimcheck.records import (
    Claim,
    Cluster,
    Document,
    Finding,
    Origin,
    Quantity,
    Reading,
    Side,
    Span,
    Verdict,
)
from claimcheck.records.finding import RELATIONS, FindingKind, Relation, Severity
from claimcheck.records.stable import stable_id

SHOWN: tuple[Relation, ...] = RELATIONS[:4]
# What is told of two things is no difference between reports: the fourth goal and the fifth.
OF_TWO_THINGS = frozenset(
    {"number.ordinal", "events.claims", "events.documents", "events.places", "events.topics"}
)


def judge(
    claims: Sequence[Claim],
    clusters: Sequence[Cluster],
    origins: Sequence[Origin],
    documents: Sequence[Document],
    language: str,
    readings: Sequence[Reading] = (),
    direct: Set[frozenset[str]] = frozenset(),
) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """The verdict of every linked pair that shares an answer, and the findings, gravest first.

    `direct` holds the pairs of claims that are linked to each other: of a cluster, two such must clash.
    """
    published = {d.id: _published(d.published) for d in documents if d.published}
    origin = {d: o.id for o in origins for d in o.documents}
    sources = {d.id: d.source or d.id for d in documents}
    of_document = _of_each_document(claims)
    values = _values(claims)
    sayings = list(dated_sayings(claims))
    whole = Setting(
        None,
        None,
        False,
        values,
        by_size(values),
        _beside(claims),
        _counted_to(claims),
        sayings=frozenset(
            frozenset((said.claim.document, said.day.span.start) for said in two) for two in sayings
        ),
        states=states_of(claims),
    )
    rows_of = _compared(claims, clusters, published, origin, whole, direct)
    rows_of += [answered_twice(mine, whole) for mine in of_document.values()]
    said = _said_on_two_days(sayings, rows_of, lambda a, b: _setting(a, b, published, origin, whole))
    verdicts: list[Verdict] = []
    findings: list[Finding] = []
    for compared in [
        *told_apart(rows_of, claims),
        said,
        *misnamed(claims),
        *two_offices(claims),
        *two_ranks(claims),
    ]:
        rows = [spoken(row, language) for row in compared]
        verdicts += [
            Verdict(r.a.claim.id, r.b.claim.id, r.kind, r.relation, r.steps, (r.a.span, r.b.span))
            for r in rows
        ]
        for slot in _slots(rows):
            findings += _finding(slot, of_document, origin, sources, language)
    findings += clash_findings(readings, clusters, origin, sources, language)
    findings.sort(
        key=lambda f: (RELATIONS.index(f.relation), SEVERITIES.index(f.severity), -f.confidence, f.id)
    )
    return tuple(verdicts), tuple({f.id: f for f in findings}.values())


def _compared(
    claims: Sequence[Claim],
    clusters: Sequence[Cluster],
    published: Mapping[str, datetime],
    origin: Mapping[str, str],
    whole: Setting,
    direct: Set[frozenset[str]],
) -> list[list[Judged]]:
    """What the claims of each cluster answer, and linked ones that stand in none together."""
    by_id = {claim.id: claim for claim in claims}

    def rows(a: Claim, b: Claim, asking: frozenset[str]) -> Iterator[Judged]:
        return judged(a, b, _setting(a, b, published, origin, whole, asking))

    found = []
    for cluster in clusters:
        pairs = combinations([by_id[c] for c in cluster.claims], 2)
        mine = [row for a, b in pairs for row in rows(a, b, frozenset(cluster.claims)) if holds(row)]
        found.append(linked_themselves(mine, direct, origin))
    apart = _linked_apart(clusters, by_id, direct)
    linked = (row for a, b in apart for row in rows(a, b, frozenset((a.id, b.id))))
    return _with_linked(found, (row for row in linked if not _one_gives_both(row, whole.values)))


VERBATIM = 0.6  # share of the terms of two claims from which they are nearly one sentence
NEAR = Decimal("1.1")  # times by which numbers may differ that are hardly apart
CLOSING = " .!?…”\"'’»)\n"
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "note")


def _published(published: str) -> datetime:
    return datetime.fromisoformat(published).replace(tzinfo=None)


def _setting(
    a: Claim,
    b: Claim,
    published: Mapping[str, datetime],
    origin: Mapping[str, str],
    whole: Setting,
    asking: frozenset[str] = frozenset(),
) -> Setting:
    one = a.document != b.document and origin[a.document] == origin[b.document]
    return replace(
        whole,
        published_a=published.get(a.document),
        published_b=published.get(b.document),
        one_origin=one,
        asking=asking,
    )


def _linked_apart(
    clusters: Sequence[Cluster], by_id: Mapping[str, Claim], direct: Set[frozenset[str]]
) -> Iterator[tuple[Claim, Claim]]:
    """The claims of two reports that are linked and stand in no cluster together: a claim has one place.

    "Terjadi 14 mil dari Solo dengan kedalaman 12 mil" is linked with "terjadi 14 mil dari Solo", and asks what
    "berada di kedalaman 1,2 mil" behind it asks too. Only where both give a number.
    """
    owner = {id: cluster.id for cluster in clusters for id in cluster.claims}
    counting = {id for id, claim in by_id.items() if claim.quantities}
    for a, b in (
        (by_id[x], by_id[y]) for x, y in sorted(sorted(pair) for pair in direct if pair <= counting)
    ):
        if owner.get(a.id, a.id) != owner.get(b.id, b.id) and a.document != b.document:
            yield a, b


def _with_linked(rows_of: Sequence[list[Judged]], linked: Iterable[Judged]) -> list[list[Judged]]:
    """The rows of the clusters, and those of claims linked apart, each beside the one answer of it compared already.

    What is compared on both sides is left out, and so are numbers that may well be of two things: far from each other,
    not said to be of something, such as a depth or a toll, and in other words.
    """
    told = {
        (x.claim.document, x.at): i for i, rows in enumerate(rows_of) for row in rows for x in (row.a, row.b)
    }
    found = [list(rows) for rows in rows_of]
    for row in linked:
        places = [told[at] for at in ((x.claim.document, x.at) for x in (row.a, row.b)) if at in told]
        if len(places) < 2 and row.kind == "number" and (_says_of_what(row) or _near(row) or _verbatim(row)):
            if places:
                found[places[0]].append(row)
            else:
                found.append([row])
    return found


def _said_on_two_days(
    sayings: Sequence[tuple[Dated, Dated]],
    rows_of: Iterable[Sequence[Judged]],
    setting: Callable[[Claim, Claim], Setting],
) -> list[Judged]:
    """The days that reports give one saying and that are two, where the clusters have not compared them."""
    told = {_places(row) for rows in rows_of for row in rows}
    said = [dated(a.claim, a.day, b.claim, b.day, setting(a.claim, b.claim)) for a, b in sayings]
    clashes = [row for row in said if row.steps[-1].rule == "date.quoted" and _places(row) not in told]
    clashing = frozenset().union(*map(_places, clashes))
    return clashes + [row for row in said if row.relation == "same" and _places(row) <= clashing]


def _places(row: Judged) -> frozenset[tuple[str, int]]:
    """Where the two answers of a comparison stand."""
    return frozenset((x.claim.document, x.at) for x in (row.a, row.b))


def _says_of_what(row: Judged) -> bool:
    """Whether both numbers say what they are of: a depth, a toll."""
    return all(x.quantity is not None and x.quantity.role is not None for x in (row.a, row.b))


def _verbatim(row: Judged) -> bool:
    """Whether their claims are nearly one sentence: "Penyebarannya telah teridentifikasi di sekitar 22 negara"."""
    return alike(row.a.claim, row.b.claim) >= VERBATIM


def _one_gives_both(row: Judged, values: Values) -> bool:
    """Whether one of the two reports gives both numbers: a quake of 5,6 today, and one of 6,1 in September."""
    return any(
        mine.claim.document in values.get(value(theirs.quantity), {})
        for mine, theirs in ((row.a, row.b), (row.b, row.a))
        if theirs.quantity is not None
    )


def _near(row: Judged) -> bool:
    """Whether two numbers are hardly apart: 25 and 26 roads are one thing, 24 and 29,6 percent are of two."""
    bounds = [x.quantity.low for x in (row.a, row.b) if x.quantity is not None and x.quantity.low is not None]
    return len(bounds) == 2 and min(bounds) > 0 and max(bounds) <= min(bounds) * NEAR


def _of_each_document(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document].append(claim)
    return found


def _beside(claims: Sequence[Claim]) -> Beside:
    """What the claims of each sentence give."""
    found: dict[tuple[str, int], list[Quantity]] = defaultdict(list)
    for claim in claims:
        found[sentence_of(claim)] += claim.quantities
    return found


def _counted_to(claims: Sequence[Claim]) -> CountedTo:
    """For each report the moments up to which it says that it counts: "per 5 Juni"."""
    found: dict[str, set[object]] = defaultdict(set)
    for claim in claims:
        found[claim.document].update(t.earliest for t in claim.times if t.earliest and as_of(claim, t))
    return {document: frozenset(moments) for document, moments in found.items()}


def _values(claims: Sequence[Claim]) -> Values:
    """For each value the documents that give it, and in which claims."""
    found: dict[Value, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for q in claim.quantities:
            found[value(q)][claim.document].append(claim)
        for t in claim.times:
            found[moment(t)][claim.document].append(claim)
    return found


def _slots(rows: Sequence[Judged]) -> list[list[Judged]]:
    """The rows apart by what they are about: answers that were never compared, even through others, are two."""
    root: dict[Answer, Answer] = {}
    for row in rows:
        old, new = root.setdefault(row.b, row.b), root.setdefault(row.a, row.a)
        root = {k: new if v is old else v for k, v in root.items()} if old is not new else root
    slots: dict[Answer, list[Judged]] = {}
    for row in rows:
        slots.setdefault(root[row.a], []).append(row)
    return list(slots.values())


def _finding(
    rows: list[Judged],
    of_document: Mapping[str, Sequence[Claim]],
    origin: Mapping[str, str],
    sources: Mapping[str, str],
    language: str,
) -> Iterator[Finding]:
    worth = [row for row in rows if _worth_telling(row)]
    relation = next((r for r in SHOWN if any(row.relation == r for row in worth)), None)
    if relation is None:
        return
    grave = [row for row in worth if row.relation == relation]
    answers = _sides(rows, grave)
    told = {x.claim.id for side in answers for x in side}
    again = [_again(side, told, of_document) for side in answers]
    often = Counter(chain.from_iterable(again))
    first = grave[0]
    sides = [
        _side([*side, *(x for id, x in more.items() if often[id] == 1)], origin, first.kind, language)
        for side, more in zip(answers, again, strict=True)
    ]
    yield Finding(
        id=stable_id(first.kind, *(f"{s.document}:{s.text}" for side in sides for s in side.spans)),
        kind=first.kind,
        relation=relation,
        severity=severity(first, sides),
        confidence=confidence(first, sides),
        headline=headline(first, sides, [side[0] for side in answers[:2]], sources, language),
        question=first.a.claim.question.about,
        sides=tuple(sides),
        steps=first.steps,
    )


def _again(
    side: Sequence[Answer], told: Set[str], of_document: Mapping[str, Sequence[Claim]]
) -> dict[str, Answer]:
    """The claims in which the reports of a side give its number of the same once more: the text below a headline."""
    return {
        claim.id: Answer(claim, q.span.text, q.span.start)
        for x in side
        if x.quantity is not None
        for claim in of_document[x.claim.document]
        for q in claim.quantities
        if claim.id not in told and said_again(x.quantity, q)
    }


def _worth_telling(row: Judged) -> bool:
    """Whether a reader should see a difference: a clash always, others between two reports of one thing."""
    if row.relation == "conflict":
        return True
    return row.a.claim.document != row.b.claim.document and row.steps[-1].rule not in OF_TWO_THINGS


def _sides(rows: list[Judged], grave: list[Judged]) -> list[list[Answer]]:
    """The answers that stand against each other, each with all that give the same one or one that fits it.

    Sides are made of `same` answers; a side is kept when it stands against every side kept before it, those against
    other reports first. What is left joins the side it fits, if it stands against all the others: compatible is not
    transitive. Who affirms or denies fits all that it does not stand against, for there is no third.
    """
    answers = sorted({r for row in rows for r in (row.a, row.b)}, key=lambda x: (x.claim.id, x.at))
    side = _one_side([(row.a, row.b) for row in rows if row.relation == "same"], answers)
    against = _neighbours(grave, side)
    fits = _neighbours([row for row in rows if row.relation == "compatible"], side)
    across = _neighbours([row for row in grave if row.a.claim.document != row.b.claim.document], side)
    kept: list[int] = []
    for at in sorted(against, key=lambda s: (-len(across[s]), -len(against[s]), s)):
        if at not in against[at] and all(at in against[k] for k in kept):
            kept.append(at)
    if len(kept) < 2:
        return [[grave[0].a], [grave[0].b]]
    joined, no_third = {at: at for at in kept}, grave[0].kind == "polarity"
    for at in sorted(set(against) - set(kept)):
        near = [k for k in kept if k in fits[at] or (no_third and k not in against[at])]
        if len(near) == 1 and all(at in against[k] for k in kept if k != near[0]):
            joined[at] = near[0]
    return [[x for x in answers if joined.get(side[x]) == at] for at in sorted(kept)]


def _one_side(same: list[tuple[Answer, Answer]], answers: Sequence[Answer]) -> dict[Answer, int]:
    side = {x: i for i, x in enumerate(answers)}
    for a, b in same:
        old, new = max(side[a], side[b]), min(side[a], side[b])
        side = {x: new if at == old else at for x, at in side.items()}
    return side


def _neighbours(rows: Sequence[Judged], side: Mapping[Answer, int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        found[side[row.a]].add(side[row.b])
        found[side[row.b]].add(side[row.a])
    return found


def _side(answers: Sequence[Answer], origin: Mapping[str, str], kind: FindingKind, language: str) -> Side:
    claims = list(dict.fromkeys(x.claim for x in answers))
    speakers = {x.claim for x in answers if x.at == SPEAKER}
    documents = sorted({c.document for c in claims})
    return Side(
        says=printed(kind, answers[0], language),
        spans=tuple((c in speakers and _whole_quote(c)) or _place(c) for c in claims),
        claims=tuple(c.id for c in claims),
        documents=tuple(documents),
        origins=tuple(sorted({origin[d] for d in documents})),
    )


def _whole_quote(claim: Claim) -> Span | None:
    """The quotation from its claim to its speaker, where that stands behind it in a later sentence."""
    said = claim.attribution
    if said is None or said.cue.start < claim.sentence.span.end or said.content.end > said.cue.start:
        return None
    start, end = claim.span.start, said.span.end
    if not said.content.start <= start < said.content.end:
        return None
    return Span(claim.document, start, end, said.span.text[start - said.span.start :])


def _place(claim: Claim) -> Span:
    """The claim with the words that attribute it, as far as its sentence goes, and the full stop behind them."""
    said, whole = claim.attribution, claim.sentence.span
    parts = [claim.span]
    if said is not None and whole.start <= said.cue.start and said.cue.end <= whole.end:
        parts += [said.cue, *([said.source_span] if said.source_span else ())]
    start = max(whole.start, min(p.start for p in parts))
    end = min(whole.end, max(p.end for p in parts))
    if not whole.text[end - whole.start :].strip(CLOSING):
        end = whole.end
    return Span(claim.document, start, end, whole.text[start - whole.start : end - whole.start])
