"""Which documents go back to one text: copies, and those that share their wording claim by claim.

A credit or a citation alone joins nothing, for an agency writes many texts; it lowers how much wording is asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.languages import load
from claimcheck.linking.cluster import root
from claimcheck.linking.link import SURE, Link
from claimcheck.reading.credits import Credit, outlet, read_credits
from claimcheck.records import Claim, Document, Origin

SAME_WORDS = 0.55  # share of the words of two linked claims from which they are one wording
# Claims in the same words that join two documents, fewer being chance, and what share of the shorter one's they are;
# less where the texts name the outlet behind both: an agency as the writer of both, the outlet of one as the writer
# of the other, the outlet of one as what the other cites, an outlet that both cite.
ENOUGH = MappingProxyType(
    {"wording": (3, 0.35), "agency": (2, 0.2), "prints": (2, 0.2), "cites": (2, 0.2), "both_cite": (3, 0.25)}
)

Pair = tuple[str, str]


class Why(NamedTuple):
    """Why two documents are of one origin: the row of evidence, claims in the same words, of how many, the outlet."""

    row: str
    shared: int = 0
    of: int = 0
    outlet: str = ""
    turned: bool = False


COPY = Why("copy")


class Carried(NamedTuple):
    """The outlets that a document is printed by, written by and cites: their keys, and their names."""

    own: str | None
    written: Mapping[str, str]
    agencies: frozenset[str]
    cited: Mapping[str, str]


def origins(
    documents: Sequence[Document], claims: Sequence[Claim], links: Sequence[Link], language: str
) -> tuple[Origin, ...]:
    """The origins of the documents, in their order: each with its documents and the evidence that joins them.

    The evidence is told in the language of the report.
    """
    words: dict[str, str] = load(language).data["findings.toml"]["origin"]
    label = _labels(documents)
    spoken = {claim.document: claim.language for claim in claims}
    shared = _wordings(claims, links)
    found = {
        **_worded(shared),
        **_known(shared, documents, spoken),
        **dict.fromkeys(_copies(documents), COPY),
    }
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


def _labels(documents: Sequence[Document]) -> dict[str, str]:
    """What each document is called: its source, with its id where several have that source."""
    often = Counter(d.source for d in documents)
    shown = {d.id: f"{d.source} ({d.id})" if often[d.source] > 1 else d.source for d in documents if d.source}
    return {d.id: shown.get(d.id, d.id) for d in documents}


def _told(pair: Pair, why: Why, words: Mapping[str, str], label: Mapping[str, str]) -> str:
    a, b = (label[id] for id in (reversed(pair) if why.turned else pair))
    return words[why.row].format(a=a, b=b, n=why.shared, of=why.of, outlet=why.outlet)


def _worded(shared: Mapping[Pair, tuple[int, int]]) -> dict[Pair, Why]:
    """The pairs that share so much of their wording that nothing else is asked."""
    return {pair: Why("wording", n, of) for pair, (n, of) in shared.items() if _enough(n, of, "wording")}


def _known(
    shared: Mapping[Pair, tuple[int, int]], documents: Sequence[Document], spoken: Mapping[str, str]
) -> dict[Pair, Why]:
    """The pairs that share less, and name the outlet they go back to."""
    open_ = {
        pair: (n, of)
        for pair, (n, of) in shared.items()
        if not _enough(n, of, "wording") and any(_enough(n, of, row) for row in ENOUGH)
    }
    wanted = {id for pair in open_ for id in pair}
    carried = {d.id: _carried(d, spoken[d.id]) for d in documents if d.id in wanted}
    rows = ((pair, n, of, _tie(carried[pair[0]], carried[pair[1]])) for pair, (n, of) in open_.items())
    return {
        pair: tie._replace(shared=n, of=of)
        for pair, n, of, tie in rows
        if tie is not None and _enough(n, of, tie.row)
    }


def _enough(shared: int, of: int, row: str) -> bool:
    least, share = ENOUGH[row]
    return shared >= max(least, share * of)


def _carried(document: Document, language: str) -> Carried:
    own = outlet(document.source, language) if document.source else None
    credits = [c for c in read_credits(document.text, language) if c.outlet != own]
    written = [c for c in credits if c.kind == "credit"]
    agencies = frozenset(c.outlet for c in written if c.agency)
    return Carried(own, _by_key(written), agencies, _by_key(c for c in credits if c.kind == "cited"))


def _by_key(credits: Iterable[Credit]) -> dict[str, str]:
    return {c.outlet: c.name for c in credits}


def _tie(a: Carried, b: Carried) -> Why | None:
    """The strongest that two documents say of one outlet behind them, first the agency that wrote both."""
    ways = ((a, b, False), (b, a, True))
    found = [Why("agency", outlet=a.written[key]) for key in sorted(a.agencies & b.agencies)]
    found += [
        Why("prints", outlet=one.written[key], turned=turned)
        for one, other, turned in ways
        for key in one.written.keys() & {other.own}
    ]
    found += [
        Why("cites", outlet=one.cited[key], turned=turned)
        for one, other, turned in ways
        for key in sorted(one.cited.keys() & {other.own, *other.written})
    ]
    found += [Why("both_cite", outlet=a.cited[key]) for key in sorted(a.cited.keys() & b.cited.keys())]
    return next(iter(found), None)


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
    return {pair: (min(map(len, sides)), min(counts[d] for d in pair)) for pair, sides in shared.items()}


def _alike(a: Claim, b: Claim) -> bool:
    mine, theirs = set(a.span.text.lower().split()), set(b.span.text.lower().split())
    return len(mine & theirs) >= SAME_WORDS * max(1, min(len(mine), len(theirs)))


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
