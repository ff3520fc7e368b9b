"""The whole library on one page: text → reading → linking → judging → report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from claimcheck.judging.judge import judge
from claimcheck.linking.cluster import cluster
from claimcheck.linking.link import link
from claimcheck.linking.names import canonical
from claimcheck.linking.origins import origins
from claimcheck.reading.published import normalise
from claimcheck.reading.read import read_page
from claimcheck.records import Claim, Cluster, Document, Origin, Reading
from claimcheck.report import Report
from claimcheck.text import door
from claimcheck.text.page import page


def compare(docs: Iterable[Any], *, language: str | None = None) -> Report:
    """Read several reports of one event, link the claims that ask the same question, and judge their answers.

    `docs` is any iterable of texts, paths, mappings or Documents. `language` ("id" or "en") is used for documents
    that name none; without it each document's own is found. The order of the documents changes nothing but the
    order in which they are listed. Raises DocumentError, LimitError or LanguageError, each naming the argument.
    """
    documents, diagnostics = door.documents(docs)
    documents = tuple(_dated(document, i) for i, document in enumerate(documents))
    readings = [
        read_page(page(d if d.language or not language else d.model_copy(update={"language": language})))
        for d in documents
    ]
    claims = _with_one_name([claim for reading in readings for claim in reading.claims])
    links = link(claims)
    groups = cluster(links, claims)
    sources = origins(documents, claims, links)
    clusters = _clusters(groups, claims, sources)
    language_of_report = _language(claims)
    verdicts, findings = judge(claims, clusters, sources, documents, language_of_report)
    return Report(
        documents=documents,
        claims=tuple(claims),
        clusters=clusters,
        verdicts=verdicts,
        findings=findings,
        origins=sources,
        unread=tuple(u for reading in readings for u in reading.unread),
        diagnostics=(*diagnostics, *(d for reading in readings for d in reading.diagnostics)),
        language=language_of_report,
    )


def read(doc: Any) -> Reading:
    """Read one document: its sentences, claims, quantities, times and attributions.

    >>> [q.span.text for q in read("Tiga orang tewas.").quantities]
    ['Tiga orang']
    """
    return read_page(page(_dated(door.document(doc)[0], 0)))


def _dated(document: Document, at: int) -> Document:
    """The document with its publication time as ISO text, whatever line the outlet printed."""
    if document.published is None:
        return document
    return document.model_copy(update={"published": normalise(document.published, f"docs[{at}].published")})


def _with_one_name(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with one key for each name that the documents spell or shorten in several ways."""
    key = canonical(name for claim in claims for name in claim.question.names if name == name.lower())
    return [_renamed(claim, key) for claim in claims]


def _renamed(claim: Claim, key: Any) -> Claim:
    names = tuple(dict.fromkeys(key.get(n, n) for n in claim.question.names))
    roles = tuple((role, key.get(n, n)) for role, n in claim.question.roles)
    agent = claim.agent and " & ".join(key.get(n, n) for n in claim.agent.split(" & "))
    return replace(claim, question=replace(claim.question, names=names, roles=roles), agent=agent)


def _clusters(
    groups: Sequence[tuple[int, ...]], claims: Sequence[Claim], sources: Sequence[Origin]
) -> tuple[Cluster, ...]:
    origin = {d: o.id for o in sources for d in o.documents}
    rows = []
    for i, group in enumerate(groups, 1):
        documents = sorted({claims[c].document for c in group})
        rows.append(
            Cluster(
                f"q{i}",
                tuple(claims[c].id for c in group),
                tuple(documents),
                tuple(sorted({origin[d] for d in documents})),
            )
        )
    return tuple(rows)


def _language(claims: Sequence[Claim]) -> str:
    """The language most claims are written in."""
    counts = {code: sum(c.language == code for c in claims) for code in ("id", "en")}
    return max(counts, key=lambda code: counts[code])
