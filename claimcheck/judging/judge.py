"""Clusters to verdicts and findings: one finding for each question, never one for each pair."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations

from claimcheck.judging.answers import Judged, judged
from claimcheck.judging.headline import headline
from claimcheck.records import Claim, Cluster, Document, Finding, Origin, Side, Span, Verdict
from claimcheck.records.finding import FindingKind, Relation, Severity
from claimcheck.records.stable import stable_id

GRAVEST: tuple[Relation, ...] = (
    "conflict",
    "updates",
    "differs in scope",
    "disputed",
    "unsure",
    "compatible",
    "same",
)
SHOWN: tuple[Relation, ...] = GRAVEST[:4]
KINDS: tuple[FindingKind, ...] = ("number", "date", "attribution", "quotation", "polarity")


def judge(
    claims: Sequence[Claim],
    clusters: Sequence[Cluster],
    origins: Sequence[Origin],
    documents: Sequence[Document],
    language: str,
) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """The verdict of every linked pair that shares an answer, and the findings, gravest first."""
    by_id = {claim.id: claim for claim in claims}
    published = {d.id: _moment(d.published) for d in documents if d.published}
    origin = {d: o.id for o in origins for d in o.documents}
    sources = {d.id: d.source or d.id for d in documents}
    verdicts: list[Verdict] = []
    findings: list[Finding] = []
    for cluster in clusters:
        members = [by_id[c] for c in cluster.claims]
        rows = [row for a, b in combinations(members, 2) for row in judged(a, b, published)]
        verdicts += [Verdict(r.a.id, r.b.id, r.kind, r.relation, r.steps) for r in rows]
        for kind in KINDS:
            findings += _findings(kind, [r for r in rows if r.kind == kind], origin, sources, language)
    findings.sort(
        key=lambda f: (GRAVEST.index(f.relation), SEVERITIES.index(f.severity), -f.confidence, f.id)
    )
    return tuple(verdicts), tuple(findings)


SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "note")


def _moment(published: str) -> datetime:
    return datetime.fromisoformat(published).replace(tzinfo=None)


def _findings(
    kind: FindingKind,
    rows: list[Judged],
    origin: Mapping[str, str],
    sources: Mapping[str, str],
    language: str,
) -> Iterator[Finding]:
    relation = next((r for r in SHOWN if any(row.relation == r for row in rows)), None)
    if relation is None:
        return
    grave = [row for row in rows if row.relation == relation]
    sides = [_side(says, claims, origin) for says, claims in _sides(rows, grave)]
    first = grave[0]
    yield Finding(
        id=stable_id(kind, *(f"{s.document}:{s.text}" for side in sides for s in side.spans)),
        kind=kind,
        relation=relation,
        severity=_severity(relation, sides),
        confidence=0.8 if relation == "conflict" else 0.6,
        headline=headline(kind, sides, first.a, sources, language),
        question=first.a.question.about,
        sides=tuple(sides),
        steps=first.steps,
    )


def _severity(relation: Relation, sides: Sequence[Side]) -> Severity:
    """A clash inside one origin is the gravest: somebody copied wrongly."""
    if relation != "conflict":
        return "note"
    inside = set(sides[0].origins) & set(sides[1].origins)
    return "high" if inside else "medium"


def _sides(rows: list[Judged], grave: list[Judged]) -> list[tuple[str, list[Claim]]]:
    """The answers that stand against each other, each with all claims that give the same one, in order.

    Only `same` merges claims into a side. A side is kept when it stands against every side kept before it.
    """
    says = {c.id: s for r in reversed(rows) for c, s in ((r.b, r.b_says), (r.a, r.a_says))}
    says |= {c.id: s for r in reversed(grave) for c, s in ((r.b, r.b_says), (r.a, r.a_says))}
    claims = {c.id: c for r in rows for c in (r.a, r.b)}
    side = _merged([(r.a.id, r.b.id) for r in rows if r.relation == "same"], claims)
    against: dict[str, set[str]] = defaultdict(set)
    for r in grave:
        against[side[r.a.id]].add(side[r.b.id])
        against[side[r.b.id]].add(side[r.a.id])
    kept: list[str] = []
    for root in sorted(against, key=lambda s: (-len(against[s]), s)):
        if root not in against[root] and all(root in against[k] for k in kept):
            kept.append(root)
    kept = kept if len(kept) > 1 else [side[grave[0].a.id], side[grave[0].b.id]]
    return [(says[root], [claims[c] for c in sorted(claims) if side[c] == root]) for root in sorted(kept)]


def _merged(same: list[tuple[str, str]], claims: Mapping[str, Claim]) -> dict[str, str]:
    root = {c: c for c in claims}
    for a, b in same:
        old, new = max(root[a], root[b]), min(root[a], root[b])
        root = {c: new if r == old else r for c, r in root.items()}
    return root


def _side(says: str, claims: Sequence[Claim], origin: Mapping[str, str]) -> Side:
    documents = sorted({c.document for c in claims})
    return Side(
        says=says,
        spans=tuple(_place(c) for c in claims),
        claims=tuple(c.id for c in claims),
        documents=tuple(documents),
        origins=tuple(sorted({origin[d] for d in documents})),
    )


def _place(claim: Claim) -> Span:
    """The claim with the words that attribute it, as far as its sentence goes."""
    said, whole = claim.attribution, claim.sentence.span
    if said is None or said.cue.start < whole.start or said.cue.end > whole.end:
        return claim.span
    parts = [claim.span, said.cue, *([said.source_span] if said.source_span else ())]
    start = max(whole.start, min(p.start for p in parts))
    end = min(whole.end, max(p.end for p in parts))
    return Span(claim.document, start, end, whole.text[start - whole.start : end - whole.start])
