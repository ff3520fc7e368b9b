"""The graph of claims; networkx is imported here only."""

from collections.abc import Iterator
from typing import Any

import networkx as nx

from claimcheck.records import Claim, ReportRecord, Verdict
from claimcheck.rendering import escape
from claimcheck.rendering.index import Index


def graph(record: ReportRecord) -> "nx.MultiGraph[str]":
    """Claims as nodes in the order of the record, verdicts as edges keyed by their kind."""
    index = Index(record)
    made: nx.MultiGraph[str] = nx.MultiGraph()
    for claim in record.claims:
        made.add_node(claim.id, **_node(index, claim))
    for verdict in record.verdicts:
        made.add_edge(verdict.a, verdict.b, key=verdict.kind, **_edge(verdict))
    return made


def _node(index: Index, claim: Claim) -> dict[str, str | int]:
    cluster = index.cluster_of.get(claim.id)
    return {
        "document": claim.document,
        "source": index.label(claim.document),
        "text": claim.span.text,
        "start": claim.span.start,
        "end": claim.span.end,
        **({"cluster": cluster.id} if cluster else {}),
    }


def _edge(verdict: Verdict) -> dict[str, str]:
    rule = {"rule": verdict.steps[-1].rule} if verdict.steps else {}
    return {"relation": verdict.relation, "kind": verdict.kind, **rule}


def graphml(record: ReportRecord) -> str:
    """The graph as GraphML that networkx reads back; characters XML cannot hold become U+FFFD."""
    made, clean = graph(record), nx.MultiGraph()
    for node, data in made.nodes(data=True):
        clean.add_node(escape.xml(node), **_cleaned(data))
    for a, b, key, data in made.edges(keys=True, data=True):
        clean.add_edge(escape.xml(a), escape.xml(b), key=escape.xml(key), **_cleaned(data))
    lines: Iterator[str] = nx.generate_graphml(clean, named_key_ids=True)  # type: ignore[no-untyped-call]
    return "\n".join(lines) + "\n"


def _cleaned(data: dict[str, Any]) -> dict[str, Any]:
    return {k: escape.xml(v) if isinstance(v, str) else v for k, v in data.items()}


def node_link(record: ReportRecord) -> Any:
    """The graph as node-link data, which `networkx.node_link_graph(..., edges="edges")` reads back."""
    return nx.node_link_data(graph(record), edges="edges")  # type: ignore[no-untyped-call]
