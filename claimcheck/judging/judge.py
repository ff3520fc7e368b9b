"""Clusters to verdicts and findings: one finding for each question, never one for each pair."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import chain, combinations

from claimcheck.judging.ages import two_ages
from claimcheck.judging.answers import (
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
from claimcheck.judging.clusters import linked_themselves, told_of_several
from claimcheck.judging.copies import copied_apart
from claimcheck.judging.events import told_apart
from claimcheck.judging.identity import misnamed
from claimcheck.judging.inside import answered_twice, clash_findings, holds
from claimcheck.judging.offices import known_people, states_of, two_offices
from claimcheck.judging.ranks import two_ranks
from claimcheck.judging.sayings import Dated, dated_sayings
from claimcheck.judging.series import of_two_things
from claimcheck.judging.sides import finding, slots
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
    Verdict,
)
from claimcheck.records.finding import RELATIONS, Severity

VERBATIM = 0.6  # share of the terms of two claims from which they are nearly one sentence
NEAR = Decimal("1.1")  # times by which numbers may differ that are hardly apart
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "note")


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
    sayings = list(dated_sayings(claims))
    whole = _whole(claims, sayings)
    rows_of = _compared(claims, clusters, published, origin, whole, direct)
    rows_of += [answered_twice(mine, whole) for mine in of_document.values()]
    said = _said_on_two_days(sayings, rows_of, lambda a, b: _setting(a, b, published, origin, whole))
    rows_of = [
        *told_apart([*rows_of, *_not_told(two_ages(claims, published), rows_of)], claims),
        said,
        *misnamed(claims),
        *two_offices(claims),
        *two_ranks(claims, direct),
    ]
    rows_of += copied_apart(readings, chain.from_iterable(rows_of))
    rows_of = of_two_things(rows_of, readings)
    rows_of = [[spoken(row, language) for row in rows] for rows in rows_of]
    asked = [slot for rows in rows_of for slot in slots(rows)]
    found = [f for slot in asked if (f := finding(slot, of_document, origin, sources, language))]
    found += clash_findings(readings, clusters, origin, sources, language)
    findings = _distinct(sorted(found, key=_gravest))
    return tuple(_verdict(row) for rows in rows_of for row in rows), tuple(findings.values())


def _distinct(findings: Iterable[Finding]) -> Mapping[str, Finding]:
    """The findings by id; of two in the same words the graver stays, of two as grave the later rule."""
    found: dict[str, Finding] = {}
    for one in findings:
        if one.id not in found or found[one.id].relation == one.relation:
            found[one.id] = one
    return found


def _gravest(finding: Finding) -> tuple[int, int, float, str]:
    """Where a finding stands in a report."""
    grave = RELATIONS.index(finding.relation), SEVERITIES.index(finding.severity)
    return *grave, -finding.confidence, finding.id


def _verdict(row: Judged) -> Verdict:
    a, b = row.a, row.b
    return Verdict(a.claim.id, b.claim.id, row.kind, row.relation, row.steps, (a.span, b.span))


def _whole(claims: Sequence[Claim], sayings: Sequence[tuple[Dated, Dated]]) -> Setting:
    """What all reports together give, whichever two claims are compared."""
    values = _values(claims)
    days = (frozenset((said.claim.document, said.day.span.start) for said in two) for two in sayings)
    return Setting(
        published_a=None,
        published_b=None,
        one_origin=False,
        values=values,
        sizes=by_size(values),
        beside=_beside(claims),
        counted_to=_counted_to(claims),
        sayings=frozenset(days),
        states=states_of(claims),
        people=known_people(claims),
    )


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
        found.append(told_of_several(linked_themselves(mine, direct, origin)))
    apart = _linked_apart(clusters, by_id, direct)
    linked = (row for a, b in apart for row in rows(a, b, frozenset((a.id, b.id))))
    return _with_linked(found, (row for row in linked if not _one_gives_both(row, whole.values)))


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


def _not_told(found: Sequence[Sequence[Judged]], rows_of: Iterable[Sequence[Judged]]) -> list[list[Judged]]:
    """The rows whose places the clusters have not compared."""
    told = {_places(row) for rows in rows_of for row in rows}
    return [[row for row in rows if _places(row) not in told] for rows in found]


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
