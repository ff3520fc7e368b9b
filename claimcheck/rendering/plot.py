"""The graph of linked claims as a drawing: a band for each question, a column for each source."""

from dataclasses import dataclass

from claimcheck.records import Cluster, Finding, ReportRecord, Verdict
from claimcheck.rendering import escape
from claimcheck.rendering.html import part
from claimcheck.rendering.index import Index
from claimcheck.rendering.matrix import asked, clipped
from claimcheck.rendering.shown import Shown

MOST = 200
# The question stands over its band, so that five sources fit a narrow window.
_WIDE, _TOP, _TALL, _STEP, _LIFT = 100, 44, 98, 34, 54
_LEAST = 420  # pixels that a question needs


@dataclass(frozen=True)
class Node:
    """A claim in its place."""

    id: str
    x: int
    y: int
    text: str
    says: str


@dataclass(frozen=True)
class Edge:
    """A verdict between two claims, as a path."""

    path: str
    relation: str
    text: str


@dataclass(frozen=True)
class Drawing:
    """All that is drawn, in pixels."""

    width: int
    height: int
    heads: tuple[tuple[int, str], ...]
    bands: tuple[tuple[int, str], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def plot(record: ReportRecord) -> Shown:
    """The drawing of a report, conflicts first, at most 200 claims; text elsewhere."""
    index = Index(record)
    drawn = drawing(index)
    lines = [f"{e.text}" for e in drawn.edges]
    return part("plot.html.j2", record.language, "\n".join(lines) + "\n", drawing=drawn)


def drawing(index: Index) -> Drawing:
    """Where everything stands: the same report is the same drawing."""
    chosen, left_out = _chosen(index)
    nodes, bands, height = _placed(index, chosen)
    known = {n.id: n for n in nodes}
    drawn = [v for v in index.record.verdicts if {v.a, v.b} <= known.keys()]
    edges = [_edge(known[v.a], known[v.b], v, index) for v in drawn]
    edges.sort(key=lambda e: {"conflict": 2, "same": 0}.get(e.relation, 1))
    names = enumerate(index.labels.values())
    heads = [(_WIDE * n + _WIDE // 2, clipped(name, 14)) for n, name in names]
    return Drawing(
        width=max(_LEAST, _WIDE * len(heads)), height=height, heads=tuple(heads), bands=tuple(bands),
        nodes=tuple(nodes), edges=tuple(edges), left_out=left_out,
    )  # fmt: skip


def _chosen(index: Index) -> tuple[list[Cluster], int]:
    """The shared questions, those with conflicts first, as long as their claims fit."""
    clashing = {c for f in index.record.conflicts for s in f.sides for c in s.claims}
    shared = [c for c in index.record.clusters if len(c.documents) > 1]
    shared.sort(key=lambda c: (not clashing.intersection(c.claims), -len(c.documents)))
    kept: list[Cluster] = []
    for cluster in shared:
        if sum(len(c.claims) for c in kept) + len(cluster.claims) <= MOST:
            kept.append(cluster)
    return kept, sum(len(c.claims) for c in shared) - sum(len(c.claims) for c in kept)


def _placed(index: Index, chosen: list[Cluster]) -> tuple[list[Node], list[tuple[int, str]], int]:
    columns = {d: n for n, d in enumerate(index.labels)}
    ranked = sorted(index.record.findings, key=lambda f: not f.conflict)[::-1]
    says = {c: s.says for f in ranked for s in f.sides for c in s.claims}
    questions = _asked(index, ranked)
    nodes, bands, y = [], [], _TOP
    for cluster in chosen:
        filled: dict[str, int] = {}
        claims = [index.claims[c] for c in cluster.claims if c in index.claims]
        for claim in claims:
            depth = filled.get(claim.document, 0)
            filled[claim.document] = depth + 1
            x = _WIDE * columns.get(claim.document, 0) + _WIDE // 2
            said = clipped(escape.line(says.get(claim.id, "")), 16)
            nodes.append(
                Node(claim.id, x, y + _LIFT + depth * _STEP, escape.line(claim.span.text)[:300], said)
            )
        bands.append((y, _gist(index, cluster, questions)))
        y += _TALL + _STEP * max(0, max(filled.values(), default=1) - 1)
    return nodes, bands, y


def _gist(index: Index, cluster: Cluster, questions: dict[str, str]) -> str:
    texts = [questions[c] for c in cluster.claims if c in questions]
    texts = texts or [escape.line(index.claims[c].span.text) for c in cluster.claims if c in index.claims]
    return clipped(texts[0], 56) if texts else ""


def _asked(index: Index, ranked: list[Finding]) -> dict[str, str]:
    return {c: asked(index, f) for f in ranked for s in f.sides for c in s.claims}


def _edge(a: Node, b: Node, verdict: Verdict, index: Index) -> Edge:
    left, right = sorted((a, b), key=lambda n: (n.x, n.y))
    lift = 0 if right.x - left.x <= _WIDE else 14 + (right.x - left.x) // 24
    middle = (left.x + right.x) // 2
    path = f"M{left.x} {left.y}Q{middle} {(left.y + right.y) // 2 - lift * 2} {right.x} {right.y}"
    word = index.words.of("relation", verdict.relation)
    return Edge(path, verdict.relation, f"{word}: {clipped(a.text, 60)} / {clipped(b.text, 60)}")
