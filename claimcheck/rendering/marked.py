"""The whole text of a document with its claims and their answers marked; marks may overlap."""

from dataclasses import dataclass

from claimcheck.checked import known
from claimcheck.records import ReportRecord, Span
from claimcheck.rendering import escape
from claimcheck.rendering.html import part
from claimcheck.rendering.index import Index
from claimcheck.rendering.labels import labelled
from claimcheck.rendering.reading import answers
from claimcheck.rendering.shown import Shown


@dataclass(frozen=True)
class Run:
    """A run of text under the same marks."""

    text: str
    labels: tuple[str, ...]


def marked(record: ReportRecord, document: str) -> Shown:
    """A document with its marks.

    Raises `OptionError` where there is no such document.
    """
    index = Index(record)
    known(document, index.documents, "document")
    spans = [(index.places(document).widened(s), label) for s, label in labelled(index, document)]
    found = runs(index.places(document).text, spans)
    used = [
        name
        for name in ("CLAIM", "NUMBER", "TIME", "SPEAKER", "QUOTE")
        if any(label == name for _, label in spans)
    ]
    return part(
        "marked.html.j2", record.language, _text(index, document), runs=found, used=used,
        label=index.label(document), document=index.documents[document],
    )  # fmt: skip


def runs(text: str, spans: list[tuple[Span, str]]) -> list[Run]:
    """The text cut wherever a mark starts or ends, each run with the labels that lie on it.

    >>> [(r.text, r.labels) for r in runs("tiga tewas", [(Span("a", 0, 4, "tiga"), "NUMBER")])]
    [('tiga', ('NUMBER',)), (' tewas', ())]
    """
    events = sorted([(s.start, 1, label) for s, label in spans] + [(s.end, -1, label) for s, label in spans])
    open_labels: dict[str, int] = {}
    cut, made = 0, []
    for at, step, label in events:
        if at > cut:
            made.append(Run(text[cut:at], tuple(sorted(k for k, n in open_labels.items() if n))))
            cut = at
        open_labels[label] = open_labels.get(label, 0) + step
    if cut < len(text):
        made.append(Run(text[cut:], ()))
    return made


def _text(index: Index, document: str) -> str:
    lines = [index.label(document)]
    for claim in index.claims_of[document]:
        lines += ["", f"{escape.line(claim.id)}  {escape.line(claim.span.text)}"]
        lines += [f"    {escape.line(a)}" for a in answers(claim, index.words)]
    return "\n".join(lines) + "\n"
