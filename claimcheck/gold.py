"""What a desk has marked in Label Studio, doccano or Prodigy, as gold for `claimcheck.evaluate`.

`to_label_studio()`, `to_doccano()` and `to_prodigy()` of a report give the tools something to correct; the
functions here take the corrected export. Rows are matched to documents by their text, since each tool keeps ids
of its own. Offsets count code points, as all three tools keep them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimcheck.errors import OptionError
from claimcheck.records import Document

Row = Mapping[str, Any]
Mark = tuple[int, int, str]


def from_label_studio(tasks: Sequence[Row], documents: Iterable[Document]) -> dict[str, Any]:
    """Gold from Label Studio's export as JSON or JSON-MIN; of several annotations the last not cancelled counts.

    Raises `OptionError` where a text is none of the documents, or a mark does not stand in it.

    >>> region = {"type": "labels", "value": {"start": 0, "end": 10, "text": "Tiga orang", "labels": ["NUMBER"]}}
    >>> task = {"data": {"text": "Tiga orang tewas."}, "annotations": [{"result": [region]}]}
    >>> from_label_studio([task], [Document(id="a", text="Tiga orang tewas.")])["spans"]
    [{'document': 'a', 'start': 0, 'end': 10, 'label': 'NUMBER'}]
    """
    rows = []
    for at, task in enumerate(tasks):
        text = task.get("text") or task.get("data", {}).get("text", "")
        for value in _regions(task):
            if "text" in value and text[value["start"] : value["end"]] != value["text"]:
                raise OptionError(
                    f"tasks[{at}]: {value['text']!r} does not stand at {value['start']}-{value['end']}"
                )
        marks = [(v["start"], v["end"], label) for v in _regions(task) for label in v.get("labels", ())]
        rows.append((text, marks))
    return _gold(rows, documents, "tasks")


def _regions(task: Row) -> Iterator[Row]:
    """The marked regions: of the last annotation, or of the flat list of JSON-MIN."""
    if "annotations" in task:
        kept = [a for a in task["annotations"] if not a.get("was_cancelled")]
        yield from (r["value"] for r in (kept[-1]["result"] if kept else ()) if r.get("type") == "labels")
    else:
        yield from task.get("label", ())


def from_doccano(lines: str, documents: Iterable[Document]) -> dict[str, Any]:
    """Gold from doccano's JSONL, with `label` as lists or `entities` as objects. Raises like `from_label_studio`.

    >>> line = '{"id": 7, "text": "Tiga orang tewas.", "label": [[0, 10, "NUMBER"]]}'
    >>> from_doccano(line, [Document(id="a", text="Tiga orang tewas.")])["spans"]
    [{'document': 'a', 'start': 0, 'end': 10, 'label': 'NUMBER'}]
    """
    rows = [(row.get("text", ""), _doccano(row)) for row in _lines(lines)]
    return _gold(rows, documents, "lines")


def _doccano(row: Row) -> list[Mark]:
    if "entities" in row:
        return [(e["start_offset"], e["end_offset"], e["label"]) for e in row["entities"]]
    return [(start, end, label) for start, end, label in row.get("label", ())]


def from_prodigy(lines: str, documents: Iterable[Document]) -> dict[str, Any]:
    """Gold from Prodigy's JSONL; only accepted answers count. Raises like `from_label_studio`.

    >>> line = '{"text": "Tiga orang tewas.", "spans": [{"start": 0, "end": 10, "label": "NUMBER"}]}'
    >>> from_prodigy(line, [Document(id="a", text="Tiga orang tewas.")])["spans"]
    [{'document': 'a', 'start': 0, 'end': 10, 'label': 'NUMBER'}]
    """
    kept = [row for row in _lines(lines) if row.get("answer", "accept") == "accept"]
    rows = [
        (row.get("text", ""), [(s["start"], s["end"], s["label"]) for s in row.get("spans", ())])
        for row in kept
    ]
    return _gold(rows, documents, "lines")


def _lines(given: str) -> list[Row]:
    found = []
    for at, line in enumerate(given.split("\n")):
        try:
            found += [json.loads(line)] if line.strip() else []
        except ValueError as error:
            raise OptionError(f"lines[{at}] is no JSON: {error}") from error
    return found


def _gold(rows: Iterable[tuple[str, list[Mark]]], documents: Iterable[Document], name: str) -> dict[str, Any]:
    """The marks with the ids of the documents, which are named too: one without a mark was read and has none."""
    ids = {document.text: document.id for document in documents}
    marked: list[str] = []
    spans: list[dict[str, Any]] = []
    for at, (text, marks) in enumerate(rows):
        if text not in ids:
            raise OptionError(f"{name}[{at}]: {text[:40]!r} is the text of none of the documents")
        for start, end, label in marks:
            if not 0 <= start < end <= len(text):
                raise OptionError(f"{name}[{at}]: {start}-{end} {label} does not stand in its text")
            spans.append({"document": ids[text], "start": start, "end": end, "label": label})
        marked.append(ids[text])
    return {"documents": marked, "spans": spans}
