"""The comparisons of one question to a finding: sides that stand apart, each with all who say so."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import chain

from claimcheck.judging.amounts import said_again
from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.attribution import SPEAKER
from claimcheck.judging.confidence import confidence, severity
from claimcheck.judging.headline import headline, printed
from claimcheck.records import Claim, Finding, Side, Span
from claimcheck.records.finding import RELATIONS, FindingKind, Relation
from claimcheck.records.stable import stable_id

SHOWN: tuple[Relation, ...] = RELATIONS[:4]
# What is told of two things is no difference between reports: the fourth goal and the fifth.
OF_TWO_THINGS = frozenset(
    {
        "number.ordinal",
        "events.claims",
        "events.documents",
        "events.places",
        "events.topics",
        "events.pointed",
        "events.series",
        "events.again",
        "events.today",
    }
)
CLOSING = " .!?…”\"'’»)\n"


def finding(
    rows: list[Judged],
    of_document: Mapping[str, Sequence[Claim]],
    origin: Mapping[str, str],
    sources: Mapping[str, str],
    language: str,
) -> Finding | None:
    """The finding that the comparisons of one question make, None where a reader need not see it."""
    worth = [row for row in rows if _worth_telling(row)]
    relation = next((r for r in SHOWN if any(row.relation == r for row in worth)), None)
    if relation is None:
        return None
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
    return Finding(
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


def slots(rows: Sequence[Judged]) -> list[list[Judged]]:
    """The rows apart by what they are about: answers that were never compared, even through others, are two."""
    root: dict[Answer, Answer] = {}
    for row in rows:
        old, new = root.setdefault(row.b, row.b), root.setdefault(row.a, row.a)
        root = {k: new if v is old else v for k, v in root.items()} if old is not new else root
    slots: dict[Answer, list[Judged]] = {}
    for row in rows:
        slots.setdefault(root[row.a], []).append(row)
    return list(slots.values())


def _worth_telling(row: Judged) -> bool:
    """Whether a reader should see a difference: a clash always, others between two reports of one thing."""
    if row.relation == "conflict":
        return True
    return row.a.claim.document != row.b.claim.document and row.steps[-1].rule not in OF_TWO_THINGS


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
