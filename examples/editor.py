"""Marks for an editor: what in an open text clashes with its sources, in the units of a browser.

    python examples/editor.py DRAFT SOURCE...

Prints one JSON object a line: `from` and `to` in UTF-16 code units, `message`, `severity`, and `quote`, by
which `anchored` finds the place again after the text has been edited.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import claimcheck


def marks(text: str, sources: list[Any]) -> Iterator[dict[str, Any]]:
    """The marks of one text. No replacement is offered: no rule knows which source is right."""
    draft = claimcheck.Document(id="draft", text=text)
    report = claimcheck.compare([draft, *sources])
    for finding in report.filter(source="draft").conflicts:
        for span in (span for side in finding.sides for span in side.spans if span.document == "draft"):
            start, end = span.utf16(text)
            yield {
                "from": start,
                "to": end,
                "message": finding.headline,
                "severity": finding.severity,
                "quote": span.text,
            }


def anchored(mark: dict[str, Any], text: str) -> dict[str, Any] | None:
    """The mark in an edited text: at the place of its quote nearest to where it was; None where it is gone.

    >>> anchored({"from": 0, "to": 3, "quote": "dua"}, "😀 satu, dua")
    {'from': 9, 'to': 12, 'quote': 'dua'}
    """
    quote, length = mark["quote"], mark["to"] - mark["from"]
    starts = [at for at in range(len(text)) if text.startswith(quote, at)]
    found = [claimcheck.Span("draft", at, at + len(quote), quote).utf16(text)[0] for at in starts]
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - mark["from"]))
    return {**mark, "from": start, "to": start + length}


def main(words: list[str]) -> int:
    """Print the marks of a draft."""
    if len(words) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    draft, *sources = map(Path, words)
    for mark in marks(draft.read_text("utf-8"), list(sources)):
        print(json.dumps(mark, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
