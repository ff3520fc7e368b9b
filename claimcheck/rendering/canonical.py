"""JSON as bytes that never differ for the same content: field order, UTF-8, no NaN, no lone surrogate."""

import json
from typing import Any

from claimcheck.records import ReportRecord
from claimcheck.rendering import escape


def dumps(data: Any, indent: int | None = 2) -> str:
    r"""Strict JSON text; characters that end a script or a line in JavaScript are escaped.

    >>> dumps({"a": "é\u2028"}, indent=None)
    '{"a": "é\\u2028"}'
    """
    text = json.dumps(clean(data), ensure_ascii=False, indent=indent, allow_nan=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x7f", "\\u007f")


def clean(data: Any) -> Any:
    """The data with every string writable as UTF-8, mappings keyed by strings, no number that JSON lacks.

    >>> clean({1: float("nan"), "b": (1, 2)})
    {'1': None, 'b': [1, 2]}
    """
    if isinstance(data, str):
        return escape.whole(data)
    if isinstance(data, dict):
        return {escape.whole(str(k)): clean(v) for k, v in data.items()}
    if isinstance(data, list | tuple):
        return [clean(v) for v in data]
    return None if isinstance(data, float) and data - data != 0 else data


def report_json(record: ReportRecord, indent: int | None = 2) -> str:
    """The record as canonical JSON, ending in a line feed; `meta` is sorted by key.

    Every other key stands in the order of the schema.
    """
    data = record.model_dump(mode="json")
    for document in data["documents"]:
        document["meta"] = _sorted(document["meta"])
    return dumps(data, indent) + "\n"


def _sorted(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _sorted(data[k]) for k in sorted(data, key=str)}
    return [_sorted(v) for v in data] if isinstance(data, list) else data
