"""The whole library on one page: text → reading → linking → judging → report."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from claimcheck.checked import claim_named
from claimcheck.errors import DocumentError
from claimcheck.judging.judge import judge
from claimcheck.judging.suppress import suppress
from claimcheck.linking.aliases import nicknames, unified
from claimcheck.linking.cluster import cluster
from claimcheck.linking.link import link, linked
from claimcheck.linking.names import canonical
from claimcheck.linking.origins import origins
from claimcheck.options import Decision, options
from claimcheck.progress import Progress
from claimcheck.reading.published import normalise
from claimcheck.reading.read import Pipeline, read_page
from claimcheck.records import Claim, Cluster, Document, Origin, Reading
from claimcheck.report import Report
from claimcheck.text import door
from claimcheck.text.page import page


def compare(
    docs: Iterable[Any],
    *,
    language: str | None = None,
    nlp: Mapping[str, Pipeline] | None = None,
    progress: Progress | bool | None = None,
    min_confidence: float = 0.0,
    suppressed: Iterable[Mapping[str, Any]] = (),
    today: str | date | None = None,
    decisions: Iterable[Sequence[str]] = (),
    aliases: Mapping[str, Sequence[str]] | None = None,
) -> Report:
    """Read several reports of one event, link the claims that ask the same question, and judge their answers.

    `docs` is any iterable of texts, paths, mappings, Documents or Readings, or a folder; they are listed by
    their ids, and their order changes nothing. `language` ("id" or "en") is used for documents that name none;
    without it each document's own is found. `nlp` gives a spaCy pipeline by language, whose names are
    read too. `progress` is called with the stage, how much is done, and of how much; `True` shows a bar
    on standard error. Findings less sure than `min_confidence` are left out, and those that `suppressed`
    lists: {"id": …, "reason": …, "until": "2026-12-31"}; an entry past its day (by `today`, or else by
    the latest publication) or of no finding is told as a diagnostic. `decisions` are a person's own:
    (claim id, claim id, "same" | "different" | "unsure"); claims called the same share a question, the
    others never do. `aliases` are names that are one: {"AKBP Rio Wahyu": ["Kapolres Bogor"]}. An interrupt
    while reading leaves a valid report of what was read, marked as not complete. Raises DocumentError,
    LimitError, LanguageError or OptionError, each naming the argument.

    >>> report = compare(["Tiga orang tewas di Palu.", "Lima orang tewas di Palu."], language="id")
    >>> [side.says for side in report.conflicts[0].sides]
    ['Tiga orang', 'Lima orang']
    """
    asked = options(
        language=language,
        nlp=nlp,
        progress=progress,
        min_confidence=min_confidence,
        suppressed=suppressed,
        today=today,
        decisions=decisions,
        aliases=aliases,
    )
    docs, ready = _ready(docs)
    given, notes = door.documents(docs)
    documents = tuple(sorted((_known(d, i, asked.language) for i, d in enumerate(given)), key=lambda d: d.id))
    readings = _readings(documents, ready, asked.nlp, asked.progress)
    claims = _with_one_name([claim for reading in readings for claim in reading.claims])
    claims = unified(claims, {**_learned(documents, asked.aliases), **asked.aliases})
    links = link(claims)
    spoken = _language(claims)
    sources = origins(documents, claims, links, spoken)
    decided = _decided(asked.decisions, claims)
    clusters = _clusters(cluster(links, claims, decided), claims, sources)
    direct = _direct(linked(links, claims), decided)
    verdicts, findings = judge(claims, clusters, sources, documents, spoken, readings, direct)
    findings, stale = suppress(findings, asked.suppressed, documents, asked.today)
    return Report(
        documents=documents,
        claims=tuple(claims),
        clusters=clusters,
        verdicts=verdicts,
        findings=tuple(f for f in findings if f.confidence >= asked.min_confidence),
        origins=sources,
        unread=tuple(unread for reading in readings for unread in reading.unread),
        diagnostics=(*notes, *(d for reading in readings for d in reading.diagnostics), *stale),
        language=spoken,
        complete=len(readings) == len(documents),
    )


def read(doc: Any) -> Reading:
    """Read one document: its sentences, claims, quantities, times and attributions.

    >>> [q.span.text for q in read("Tiga orang tewas.").quantities]
    ['Tiga orang']
    """
    return read_page(page(_known(door.document(doc)[0], 0, None)))


def _known(document: Document, at: int, language: str | None) -> Document:
    """The document with its language if given, and its publication time as ISO text, whatever the outlet printed."""
    more: dict[str, str] = {}
    if language is not None and document.language is None:
        more["language"] = language
    if document.published is not None:
        more["published"] = normalise(document.published, f"docs[{at}].published")
    return document.model_copy(update=more) if more else document


def _decided(decisions: Sequence[Decision], claims: Sequence[Claim]) -> Sequence[Decision]:
    """The decisions, each of two claims that are here."""
    here = {claim.id for claim in claims}
    for a, b, _ in decisions:
        for name in (a, b):
            claim_named(name, here, "decisions: ")
    return decisions


def _direct(pairs: frozenset[frozenset[str]], decided: Sequence[Decision]) -> frozenset[frozenset[str]]:
    """The pairs that may clash: those linked to each other, but for what a person decided."""
    told = {frozenset((a, b)): says for a, b, says in decided}
    return frozenset(pair for pair in pairs.union(told) if told.get(pair, "same") == "same")


def _ready(docs: Any) -> tuple[Any, dict[str, Reading]]:
    """The documents, and by their ids those that were read before; what these say must stand in their texts."""
    if isinstance(docs, Iterator):
        docs = list(islice(docs, door.LIMITS["documents"] + 1))
    if not isinstance(docs, Collection) or not any(isinstance(doc, Reading) for doc in docs):
        return docs, {}
    ready = {doc.document.id: doc for doc in docs if isinstance(doc, Reading)}
    for at, doc in enumerate(docs):
        for claim in doc.claims if isinstance(doc, Reading) else ():
            _stands(claim, doc.document, f"docs[{at}]")
    return [doc.document if isinstance(doc, Reading) else doc for doc in docs], ready


def _stands(claim: Claim, document: Document, where: str) -> None:
    span = claim.span
    if span.document != document.id or document.text[span.start : span.end] != span.text:
        raise DocumentError(
            f"{where}: claim {claim.id!r} does not stand in document {document.id!r} at {span.start}-{span.end}; "
            "give offsets in code points of the text as it is"
        )


def _learned(
    documents: Sequence[Document], table: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    """The other names that the reports give, except where the caller's table speaks of the same name."""
    given = {form for name, others in table.items() for form in (name, *others)}
    found = nicknames(document.text for document in documents)
    return {name: others for name, others in found.items() if given.isdisjoint((name, *others))}


def _readings(
    documents: Sequence[Document],
    ready: Mapping[str, Reading],
    nlp: Mapping[str, Pipeline],
    progress: Progress | None,
) -> list[Reading]:
    readings: list[Reading] = []
    try:
        for document in documents:
            readings.append(ready.get(document.id) or _read(document, nlp))
            if progress is not None:
                progress("read", len(readings), len(documents))
    except KeyboardInterrupt:
        return readings
    return readings


def _read(document: Document, nlp: Mapping[str, Pipeline]) -> Reading:
    made = page(document)
    return read_page(made, nlp.get(made.language))


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
