"""The comparisons of one cluster together: which of its clashes its other claims take back."""

import re
from collections.abc import Mapping, Sequence, Set

from claimcheck.judging.answers import Judged
from claimcheck.judging.parties import names_in
from claimcheck.languages import load
from claimcheck.records import Claim, Step

LISTED = 3  # names of a list of speakers each of whom speaks for itself; and speakers in all
WORDS = re.compile(r"\w+")
RULES = {
    "events.several": "A report says that several said or did it, so that others may have too.",
    "events.faint": "The claims are of one question, but not linked to each other.",
}
BY_SEVERAL = Step("events.several", True, "several said or did it by one report, so others may have too")
FAINT = Step("events.faint", True, "the claims are of one question, but not linked to each other")


def linked_themselves(
    rows: Sequence[Judged], direct: Set[frozenset[str]], origin: Mapping[str, str]
) -> list[Judged]:
    """The rows of a cluster; a kind of answer clashes only where two that clash are linked, or of one text."""
    near = {
        r.kind
        for r in rows
        if r.relation == "conflict"
        and (_claims(r) in direct or origin[r.a.claim.document] == origin[r.b.claim.document])
    }
    return [r.ending("unsure", FAINT) if r.relation == "conflict" and r.kind not in near else r for r in rows]


def told_of_several(rows: Sequence[Judged]) -> list[Judged]:
    """The rows of a cluster; where a claim has several speakers, and two others have it too, nobody is a rival.

    "Persib, Persija dan Arema sudah mengumumkan pemain barunya", "Persebaya sudah mengumumkan pemain barunya".
    """
    answers = [x for r in rows if _apart_by_name(r) for x in (r.a, r.b)]
    if len({x.says for x in answers}) < LISTED or not any(_by_several(x.claim) for x in answers):
        return list(rows)
    return [r.ending("unsure", BY_SEVERAL) if _apart_by_name(r) else r for r in rows]


def _claims(row: Judged) -> frozenset[str]:
    return frozenset((row.a.claim.id, row.b.claim.id))


def _apart_by_name(row: Judged) -> bool:
    return row.relation == "conflict" and row.steps[-1].rule == "attribution.apart"


def _by_several(claim: Claim) -> bool:
    """Whether the speaker of a claim is printed as a list of three names or more, not as one "Badan Klimatologi dan …".

    Two speak as one: "dibantah Pyongyang dan Moskow".
    """
    place = claim.attribution.source_span if claim.attribution is not None else None
    if place is None or "," not in place.text:
        return False
    pack, words = load(claim.language), WORDS.findall(place.text)
    listed = any(pack.has("and", w) for w in words) and not any(pack.has("portfolio", w) for w in words)
    return listed and len(names_in(place.text, claim.language)) >= LISTED
