"""How sure each rule's conflicts are: the share that readers called right, printed as the table of
claimcheck/judging/confidence.py.

Judged findings come from the labelled bundles (a finding is right where it shows a labelled conflict, wrong where
it joins what readers called no conflict; what no label speaks of is left out), from audit.json (findings of other
bundles read by eye), and from IndoNLI's validation pairs (contradiction right, entailment and neutral wrong). One
right and one wrong are added to each rule before dividing, and the share is rounded to a twentieth: a rule seen
twice stays near a half.
"""

from collections import Counter

from claimcheck.records import Finding
from tests.quality import audit, bundles, indonli
from tests.quality.data import load, load_lines

LEAST = 3  # findings of a rule below which it gets no number of its own


def judged() -> list[tuple[str, bool]]:
    """Each judged conflict: its rule, and whether it was right."""
    return [*_labelled(), *_read_by_eye(), *_pairs()]


def _labelled() -> list[tuple[str, bool]]:
    rows = []
    for report, scores in bundles.reports().values():
        told = {j.finding: j.judgement for j in scores.judged}
        rows += [
            (_rule(f), told[f.id] == "right")
            for f in report.conflicts
            if told.get(f.id) in ("right", "wrong")
        ]
    return rows


def _read_by_eye() -> list[tuple[str, bool]]:
    said: dict[str, str] = load(audit.JUDGED) if audit.JUDGED.exists() else {}
    keys = [(audit.key(id, f), f) for id, report in audit.reports().items() for f in report.conflicts]
    return [(_rule(f), said[k] != "wrong") for k, f in keys if k in said]


def _pairs() -> list[tuple[str, bool]]:
    pairs = load_lines(indonli.SHARED / indonli.FILE)
    return [
        (_rule(f), row["label"] == "c")
        for row in pairs
        for f in indonli.report(row["premise"], row["hypothesis"]).conflicts
        if len({d for side in f.sides for d in side.documents}) > 1
    ]


def _rule(finding: Finding) -> str:
    return finding.steps[-1].rule


def table() -> dict[str, float]:
    """The number of every rule seen often enough."""
    rows = judged()
    seen, right = Counter(rule for rule, _ in rows), Counter(rule for rule, good in rows if good)
    return {
        rule: round((right[rule] + 1) / (n + 2) * 20) / 20 for rule, n in sorted(seen.items()) if n >= LEAST
    }


if __name__ == "__main__":
    for rule, share in table().items():
        print(f'    "{rule}": {share},')
