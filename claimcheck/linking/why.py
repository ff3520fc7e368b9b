"""Why two claims were linked, or were not: the waterfall of the pair."""

from collections.abc import Sequence

import numpy as np

from claimcheck.checked import claim_named
from claimcheck.linking.candidates import LEAST
from claimcheck.linking.levels import alone, dot, waterfall
from claimcheck.linking.link import NEAR, SURE, bundle_events, seen
from claimcheck.linking.rows import Numbers
from claimcheck.linking.weights import Weighing, weigh
from claimcheck.records import Claim, ReportRecord, Verdict
from claimcheck.records.finding import RELATIONS, Relation


def why(record: ReportRecord, a: str, b: str) -> Verdict:
    """How claim `a` stands to claim `b`, linked or not; the same whichever is named first.

    Its relation is the gravest of all kinds of answer that the two share. The weights of the steps of linking sum
    to the score of the pair; a score of 0 or more links it. Raises OptionError where a report has no claim of that
    id.
    """
    place = {claim.id: i for i, claim in enumerate(record.claims)}
    a, b = sorted(claim_named(name, place) for name in (a, b))
    values, score = _looked_at(record.claims, *sorted((place[a], place[b])))
    judged = [v for v in record.verdicts if {v.a, v.b} == {a, b}]
    steps = waterfall(record.claims[place[a]], record.claims[place[b]], values, record.language)
    linked: Relation = "same" if score >= SURE else "unsure"
    relation = min((v.relation for v in judged), key=RELATIONS.index, default=linked)
    return Verdict(a, b, "question", relation, (*steps, *(step for v in judged for step in v.steps)))


def _looked_at(claims: Sequence[Claim], i: int, j: int) -> tuple[dict[str, float], float]:
    """The value of each feature of a pair, and its score."""
    weighing = weigh(claims, bundle_events(claims))
    pairs = seen(weighing, *_around(weighing, i, j))
    at = int(np.flatnonzero((pairs.a == i) & (pairs.b == j))[0])
    shows = alone(weighing, pairs.a[at : at + 1], pairs.b[at : at + 1])
    found = {name: float(value[0]) for name, value in shows.items()}
    found |= {"link.rivals": float(pairs.rivals[at]), "link.neighbours": float(pairs.near[at])}
    return found, float(pairs.scores()[at])


def _around(weighing: Weighing, i: int, j: int) -> tuple[Numbers, Numbers]:
    """The pair, its rivals (either claim with the other's document), and the pairs of their neighbours."""
    rivals = [(i, int(x)) for x in np.flatnonzero(weighing.document == weighing.document[j])]
    rivals += [(j, int(x)) for x in np.flatnonzero(weighing.document == weighing.document[i])]
    beside = range(-NEAR, NEAR + 1)
    near = [(i + x, j + y) for x in beside for y in beside if x and y]
    size = len(weighing.document)
    found = sorted({(min(p), max(p)) for p in [*rivals, *near] if min(p) >= 0 and max(p) < size})
    a, b = (np.array(side, dtype=np.int64) for side in zip(*found, strict=True))
    close = (dot(weighing.words, a, b) >= LEAST) | (dot(weighing.counted("only"), a, b) > 0)
    keep = close & (weighing.sentence[a] != weighing.sentence[b])
    keep |= (a == i) & (b == j)
    return a[keep], b[keep]
