"""Which documents go back to one text: copies, and those that share their wording claim by claim."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.languages import load
from claimcheck.linking.cluster import root
from claimcheck.linking.link import SURE, Link
from claimcheck.records import Claim, Document, Origin

SHARED = 0.35  # share of the claims of the shorter document that meet one of the other, in the same words
SAME_WORDS = 0.55  # share of the words of two linked claims from which they are one wording
LEAST = 3  # claims in the same words; fewer are chance

Pair = tuple[str, str]


def origins(
    documents: Sequence[Document], claims: Sequence[Claim], links: Sequence[Link], language: str
) -> tuple[Origin, ...]:
    """The origins of the documents, in their order: each with its documents and the evidence that joins them.

    The evidence is told in the language of the report.
    """
    words: dict[str, str] = load(language).data["findings.toml"]["origin"]
    label = {d.id: d.source or d.id for d in documents}
    found = {**_wordings(claims, links), **dict.fromkeys(_copies(documents))}
    evidence = {pair: _told(pair, found[pair], words, label) for pair in sorted(found)}
    parent: dict[str, str] = {}
    for a, b in evidence:
        parent[root(parent, b)] = root(parent, a)
    groups: dict[str, list[str]] = defaultdict(list)
    for d in documents:
        groups[root(parent, d.id)].append(d.id)
    return tuple(
        Origin(f"o{i}", tuple(ids), tuple(text for pair, text in evidence.items() if set(pair) <= set(ids)))
        for i, ids in enumerate(sorted(groups.values()), 1)
    )


def _told(
    pair: Pair, shared: tuple[int, int] | None, words: Mapping[str, str], label: Mapping[str, str]
) -> str:
    a, b = label[pair[0]], label[pair[1]]
    if shared is None:
        return words["copy"].format(a=a, b=b)
    return words["wording"].format(a=a, b=b, n=shared[0], of=shared[1])


def _copies(documents: Sequence[Document]) -> list[Pair]:
    """Documents of the same words, each beside the first of them."""
    first: dict[str, str] = {}
    found: list[Pair] = []
    for d in documents:
        words = " ".join(d.text.split())
        if words and words in first:
            found.append(_pair(first[words], d.id))
        first.setdefault(words, d.id)
    return found


def _wordings(claims: Sequence[Claim], links: Sequence[Link]) -> Mapping[Pair, tuple[int, int]]:
    """How many claims each pair of documents has in the same words, and of how many."""
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        counts[claim.document] += 1
    shared: dict[Pair, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for ln in links:
        a, b = sorted((ln.a, ln.b), key=lambda i: claims[i].document)
        if ln.score >= SURE and claims[a].document != claims[b].document and _alike(claims[a], claims[b]):
            sides = shared[claims[a].document, claims[b].document]
            sides[0].add(a)
            sides[1].add(b)
    rows = ((pair, min(map(len, sides)), min(counts[d] for d in pair)) for pair, sides in shared.items())
    return {pair: (n, of) for pair, n, of in rows if n >= max(LEAST, SHARED * of)}


def _alike(a: Claim, b: Claim) -> bool:
    mine, theirs = set(a.span.text.lower().split()), set(b.span.text.lower().split())
    return len(mine & theirs) >= SAME_WORDS * max(1, min(len(mine), len(theirs)))


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
