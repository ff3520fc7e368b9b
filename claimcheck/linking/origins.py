"""Which documents go back to one text: shared wording, a shared agency, shared quotations."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.linking.link import Link
from claimcheck.records import Claim, Document, Origin

SHARED = 0.35  # share of the claims of the shorter document that meet one of the other, in the same words
SAME_WORDS = 0.55  # share of the words of two linked claims from which they are one wording


def origins(
    documents: Sequence[Document], claims: Sequence[Claim], links: Sequence[Link]
) -> tuple[Origin, ...]:
    """The origins of the documents, in their order: each with its documents and the evidence that joins them."""
    evidence = _evidence(documents, claims, links)
    parent = {d.id: d.id for d in documents}
    for a, b in evidence:
        parent[_root(b, parent)] = _root(a, parent)
    groups: dict[str, list[str]] = defaultdict(list)
    for d in documents:
        groups[_root(d.id, parent)].append(d.id)
    return tuple(
        Origin(f"o{i}", tuple(ids), tuple(text for pair, text in evidence.items() if set(pair) <= set(ids)))
        for i, ids in enumerate(sorted(groups.values()), 1)
    )


def _root(name: str, parent: dict[str, str]) -> str:
    while parent[name] != name:
        name = parent[name]
    return name


def _evidence(
    documents: Sequence[Document], claims: Sequence[Claim], links: Sequence[Link]
) -> Mapping[tuple[str, str], str]:
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        counts[claim.document] += 1
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for ln in links:
        a, b = claims[ln.a], claims[ln.b]
        if _wording(a, b) >= SAME_WORDS:
            shared[tuple(sorted((a.document, b.document)))] += 1  # type: ignore[index]
    return {
        pair: f"{pair[0]} and {pair[1]} share the wording of {n} of {min(counts[pair[0]], counts[pair[1]])} claims"
        for pair, n in sorted(shared.items())
        if n >= SHARED * min(counts[pair[0]], counts[pair[1]]) and n > 2
    }


def _wording(a: Claim, b: Claim) -> float:
    mine, theirs = set(a.span.text.lower().split()), set(b.span.text.lower().split())
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))
