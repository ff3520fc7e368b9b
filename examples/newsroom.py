"""Check a draft against the wire copy: what the draft says that its sources do not.

    python examples/newsroom.py DRAFT SOURCE...

Draft and sources may be in Indonesian or English. The exit code is 1 where something clashes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import claimcheck


def clashes(report: claimcheck.Report, draft: str) -> Iterator[str]:
    """For each conflict that touches the draft: where, what it says, what the others say."""
    text = next(document.text for document in report.documents if document.id == draft)
    for finding in report.filter(source=draft).conflicts:
        mine = next(side for side in finding.sides if draft in side.documents)
        place = next(span for span in mine.spans if span.document == draft)
        line, column = place.line_column(text)
        yield f"{draft}:{line}:{column} {finding.kind}, {finding.severity}: {place.text}"
        for side in finding.sides:
            if side is not mine:
                yield from (f"    {span.document}: {span.text}" for span in side.spans)


def main(words: list[str]) -> int:
    """Compare, print, and say by the exit code whether anything clashed."""
    if len(words) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    draft, *sources = map(Path, words)
    report = claimcheck.compare([draft, *sources])
    found = list(clashes(report, draft.name))
    print("\n".join(found) or "nothing clashes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
