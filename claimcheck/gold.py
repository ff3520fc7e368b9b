"""What a desk has marked in Label Studio, doccano or Prodigy, as gold for `claimcheck.evaluate`.

`to_label_studio()`, `to_doccano()` and `to_prodigy()` of a report give the tools something to correct; the
functions here take the corrected export. Rows are matched to documents by their text, since each tool keeps ids
of its own. Offsets count code points, as all three tools keep them. `checked` holds gold of any source to its shape.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NotRequired

from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from claimcheck.checked import short
from claimcheck.errors import OptionError
from claimcheck.records import Document

Row = Mapping[str, Any]
Mark = tuple[int, int, str]
Marked = tuple[str, list[Mark]]


class Place(TypedDict):
    """A place in a document, in code points."""

    document: str
    start: int
    end: int


class Labelled(Place):
    """A marked span."""

    label: str


class Link(TypedDict):
    """Places that answer one question; any of each list will do."""

    a: list[Place]
    b: list[Place]
    required: bool


class Conflict(TypedDict):
    """Two places that cannot both be true."""

    kind: str
    a: Place
    b: Place
    required: bool


class NonConflict(TypedDict):
    """Places that no conflict may join."""

    spans: list[Place]


class Mention(TypedDict):
    """A place, by its words, that gives an answer to a fact; equal answers have one group."""

    doc: str
    sentence: str
    value: str
    group: int


class Fact(TypedDict):
    """One question of a bundle, and where its answers stand."""

    id: str
    kind: str
    verdict: str
    certainty: str
    gloss: str
    mentions: list[Mention]
    intra: NotRequired[bool]


class Gold(TypedDict, total=False):
    """All that `claimcheck.evaluate` reads; other keys are the desk's own."""

    documents: list[str]
    spans: list[Labelled]
    links: list[Link]
    conflicts: list[Conflict]
    non_conflicts: list[NonConflict]
    sentences: list[Place]
    facts: list[Fact]


_MEASURED = ("spans", "links", "conflicts", "facts")
_SHAPE = TypeAdapter(Gold)


def checked(gold: Any) -> Gold:
    """The gold, where its entries have the keys and values that `claimcheck.evaluate` reads.

    Raises `OptionError` with the place of the first that has not.

    >>> checked({"links": [{"a": [], "b": [], "required": True}]})["links"][0]["required"]
    True
    """
    if not isinstance(gold, Mapping):
        raise OptionError(f"gold takes a dict with {', '.join(_MEASURED)}, not {short(gold)}")
    if not any(key in gold for key in _MEASURED):
        raise OptionError(f"gold takes one of {', '.join(_MEASURED)} at least; it has {short(list(gold))}")
    if "spans" in gold and "documents" not in gold:
        raise OptionError("gold.spans needs gold.documents, the ids of the documents that were marked")
    try:
        return _SHAPE.validate_python(gold)
    except ValidationError as error:
        raise OptionError(_first(error)) from error


def _first(error: ValidationError) -> str:
    """The place and the fault of the first entry that does not fit."""
    fault = error.errors(include_url=False)[0]
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"])
    return f"gold{place}: {fault['msg']}"


def from_label_studio(tasks: Sequence[Row], documents: Iterable[Document]) -> dict[str, Any]:
    """Gold from Label Studio's export as JSON or JSON-MIN; of several annotations the last not cancelled counts.

    Raises `OptionError` where a text is none of the documents, or a mark does not stand in it.

    >>> region = {"type": "labels", "value": {"start": 0, "end": 10, "text": "Tiga orang", "labels": ["NUMBER"]}}
    >>> task = {"data": {"text": "Tiga orang tewas."}, "annotations": [{"result": [region]}]}
    >>> from_label_studio([task], [Document(id="a", text="Tiga orang tewas.")])["spans"]
    [{'document': 'a', 'start': 0, 'end': 10, 'label': 'NUMBER'}]
    """
    if isinstance(tasks, (str, bytes, Mapping)) or not isinstance(tasks, Iterable):
        raise OptionError(f"tasks takes the list in the export, as json.loads gives it, not {short(tasks)}")
    return _gold(_each(_task, enumerate(tasks), "tasks"), documents, "tasks")


def _task(task: Row) -> Marked:
    text = task.get("text") or task.get("data", {}).get("text", "")
    for value in _regions(task):
        if "text" in value and text[value["start"] : value["end"]] != value["text"]:
            raise OptionError(f"{value['text']!r} does not stand at {value['start']}-{value['end']}")
    return text, [(v["start"], v["end"], label) for v in _regions(task) for label in v.get("labels", ())]


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
    return _gold(_each(_doccano, _lines(lines), "lines"), documents, "lines")


def _doccano(row: Row) -> Marked:
    if "entities" in row:
        return row["text"], [(e["start_offset"], e["end_offset"], e["label"]) for e in row["entities"]]
    return row["text"], [(start, end, label) for start, end, label in row.get("label", ())]


def from_prodigy(lines: str, documents: Iterable[Document]) -> dict[str, Any]:
    """Gold from Prodigy's JSONL; only accepted answers count. Raises like `from_label_studio`.

    >>> line = '{"text": "Tiga orang tewas.", "spans": [{"start": 0, "end": 10, "label": "NUMBER"}]}'
    >>> from_prodigy(line, [Document(id="a", text="Tiga orang tewas.")])["spans"]
    [{'document': 'a', 'start': 0, 'end': 10, 'label': 'NUMBER'}]
    """
    return _gold(_each(_prodigy, _lines(lines), "lines"), documents, "lines")


def _prodigy(row: Row) -> Marked | None:
    if row.get("answer", "accept") != "accept":
        return None
    return row["text"], [(s["start"], s["end"], s["label"]) for s in row.get("spans", ())]


def _each(
    read: Callable[[Row], Marked | None], rows: Iterable[tuple[int, Any]], name: str
) -> Iterator[tuple[int, Marked]]:
    """What is read in each row, with its place; rows that do not count are left out."""
    for at, row in rows:
        try:
            found = read(row)
        except OptionError as error:
            raise OptionError(f"{name}[{at}]: {error}") from error
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise OptionError(f"{name}[{at}] is no row of such an export: {short(row)}") from error
        if found is not None:
            yield at, found


def _lines(given: str) -> Iterator[tuple[int, Any]]:
    if not isinstance(given, str):
        raise OptionError(f"lines takes the text of the export, not {short(given)}")
    for at, line in enumerate(given.split("\n")):
        if line.strip():
            try:
                yield at, json.loads(line)
            except ValueError as error:
                raise OptionError(f"lines[{at}] is no JSON: {error}") from error


def _gold(rows: Iterable[tuple[int, Marked]], documents: Iterable[Document], name: str) -> dict[str, Any]:
    """The marks with the ids of the documents, which are named too: one without a mark was read and has none."""
    ids = {document.text: document.id for document in documents}
    marked: list[str] = []
    spans: list[dict[str, Any]] = []
    for at, (text, marks) in rows:
        if text not in ids:
            raise OptionError(f"{name}[{at}]: {short(text)} is the text of none of the documents")
        for start, end, label in marks:
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
                raise OptionError(f"{name}[{at}]: {start}-{end} {label} does not stand in its text")
            spans.append({"document": ids[text], "start": start, "end": end, "label": label})
        marked.append(ids[text])
    return {"documents": marked, "spans": spans}
