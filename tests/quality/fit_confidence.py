"""How sure each rule's conflicts are: the share that readers called right, printed as the table of
claimcheck/judging/confidence.py, and how far the sure ones can be trusted.

Judged findings come from the labelled bundles (a finding is right where it shows a labelled conflict, wrong where
it joins what readers called no conflict; what no label speaks of is left out), from audit.json (findings of other
bundles read by eye), and from IndoNLI's validation pairs (contradiction right, entailment and neutral wrong). One
right and one wrong are added to each rule before dividing, and the share is rounded to a twentieth: a rule seen
twice stays near a half.

The second print is the honest one. Each bundle (each twentieth of IndoNLI) is left out in its turn, the table is
fitted on the rest, and what it would have stated for the findings left out is set against what readers said.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.judging.confidence import RIGHT, UNMEASURED
from claimcheck.records import Finding
from tests.quality import audit, bundles, indonli
from tests.quality.data import load, load_lines

LEAST = 3  # findings of a rule below which it gets no number of its own
PAIRS = "indonli"  # how its groups begin
FOLDS = 20  # parts of IndoNLI that are left out in turn
BANDS = (
    0.0,
    0.7,
    0.8,
)  # where a band begins; a rule near 0.9 is fitted to both sides of it as parts are left out


class Row(NamedTuple):
    """One judged conflict: where it was found, by which rule, what was stated, and whether it was right."""

    group: str
    rule: str
    stated: float
    right: bool


def judged() -> list[Row]:
    """Every judged conflict."""
    return [*_labelled(), *_read_by_eye(), *_pairs()]


def _labelled() -> Iterator[Row]:
    for id, (report, scores) in bundles.reports().items():
        told = {j.finding: j.judgement for j in scores.judged}
        for f in report.conflicts:
            if told.get(f.id) in ("right", "wrong"):
                yield Row(id, _rule(f), f.confidence, told[f.id] == "right")


def _read_by_eye() -> Iterator[Row]:
    said: dict[str, str] = load(audit.JUDGED) if audit.JUDGED.exists() else {}
    for id, report in audit.reports().items():
        for f in report.conflicts:
            judgement = said.get(audit.key(id, f))
            if judgement is not None:
                yield Row(id, _rule(f), f.confidence, judgement != "wrong")


def _pairs() -> Iterator[Row]:
    for at, row in enumerate(load_lines(indonli.SHARED / indonli.FILE)):
        for f in indonli.report(row["premise"], row["hypothesis"]).conflicts:
            if len({d for side in f.sides for d in side.documents}) > 1:
                yield Row(f"{PAIRS} {at % FOLDS}", _rule(f), f.confidence, row["label"] == "c")


def _rule(finding: Finding) -> str:
    return finding.steps[-1].rule


def table(rows: Sequence[Row]) -> dict[str, float]:
    """The number of every rule seen often enough.

    >>> table([Row("a", "number.apart", 0.8, True)] * 8)
    {'number.apart': 0.9}
    """
    seen, right = Counter(row.rule for row in rows), Counter(row.rule for row in rows if row.right)
    return {
        rule: round((right[rule] + 1) / (n + 2) * 20) / 20 for rule, n in sorted(seen.items()) if n >= LEAST
    }


def left_out(rows: Sequence[Row]) -> list[tuple[float, bool]]:
    """What a table fitted without a group states for its findings, and whether they were right.

    A rule whose number is no fitted one (the calendar's) states what it states.
    """
    fitted = {g: table([row for row in rows if row.group != g]) for g in {row.group for row in rows}}
    return [(_stated(row, fitted[row.group]), row.right) for row in rows]


def _stated(row: Row, fitted: Mapping[str, float]) -> float:
    if row.rule.startswith(("calendar.", "arithmetic.")):
        return row.stated
    more = row.stated - RIGHT.get(row.rule, UNMEASURED)  # for several documents on each side
    return fitted.get(row.rule, UNMEASURED) + more


def bands(stated: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, int, int, float]]:
    """By band of stated confidence, where any were: where it begins, how many, how many right, the mean stated.

    >>> list(bands([(0.65, True), (0.69, False), (0.95, True)]))
    [(0.0, 2, 1, 0.67), (0.8, 1, 1, 0.95)]
    """
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        inside = [(sure, right) for sure, right in stated if low <= round(sure, 6) < high]
        if inside:
            right = sum(good for _, good in inside)
            yield low, len(inside), right, round(sum(sure for sure, _ in inside) / len(inside), 2)


if __name__ == "__main__":
    found = judged()
    for rule, share in table(found).items():
        print(f'    "{rule}": {share},')
    told = list(zip(found, left_out(found), strict=True))
    of_pairs = [pair for row, pair in told if row.group.startswith(PAIRS)]
    of_news = [pair for row, pair in told if not row.group.startswith(PAIRS)]
    for name, rows in (("bundles of news", of_news), ("IndoNLI", of_pairs), ("together", of_news + of_pairs)):
        print(f"\n{name}, each part left out in its turn\nfrom  findings  right  share  stated")
        for low, n, right, mean in bands(rows):
            print(f"{low:.1f}   {n:8} {right:6}  {right / n:5.2f}  {mean:5.2f}")
