"""Check a folder of documents in a build: fail on what is new since the last accepted report.

    python examples/ci.py FOLDER BASELINE.json [SARIF.json]

The first run writes the baseline and passes. Later runs fail on conflicts that are not in it; delete the
baseline to accept all that stands. `claimcheck compare FOLDER --since BASELINE.json --fail-on conflict`
does the same, without the first run.
"""

import sys
from pathlib import Path

import claimcheck


def main(words: list[str]) -> int:
    """0: nothing new; 1: new conflicts; 2: wrong use."""
    if len(words) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    folder, baseline, *sarif = map(Path, words)
    report = claimcheck.compare([folder])
    if not baseline.exists():
        report.to_json(baseline)
        print(f"baseline written: {len(report.conflicts)} conflicts accepted")
        return 0
    old = claimcheck.Report.model_validate_json(baseline.read_text("utf-8"))
    changes = report.diff(old)
    new = [finding for finding in (*changes.new, *changes.changed) if finding.conflict]
    if sarif:
        report.model_copy(update={"findings": tuple(new)}).to_sarif(sarif[0])
    for finding in new:
        print(finding.explain(), end="\n\n")
    print(f"{len(new)} new conflicts, {len(changes.gone)} gone")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
