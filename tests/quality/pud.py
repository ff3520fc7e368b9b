"""PUD: 500 sentences in English and Indonesian, every sentence its own document, all compared in one call.

A system link is an English and an Indonesian document with claims in one cluster; it is right when the two
are translations of each other. Links inside one language are not counted. Translations should never
conflict.
"""

from unittest.mock import patch

from claimcheck.evaluate import linked_claims
from claimcheck.records import Document, Finding
from claimcheck.text import door
from tests.quality.data import SHARED, load, missing
from tests.quality.figure import Result, count, f_figure, part
from tests.quality.show import main

FILE = "pud/parallel_en_id_first500.json"


def figures() -> list[Result]:
    """Aligned pairs linked, and conflicts between translations."""
    return list(missing("pud", FILE)) or _measure()


def _measure() -> list[Result]:
    import claimcheck

    rows = load(SHARED / FILE)
    documents = [
        Document(id=f"{row['id']}.{language}", text=row[field], language=language)
        for row in rows
        for language, field in (("en", "en"), ("id", "id_text"))
    ]
    texts = {d.id: d.text for d in documents}
    with patch.dict(door.LIMITS, documents=len(documents)):
        report = claimcheck.compare(documents)
    pairs = {tuple(sorted((a.document, b.document))) for a, b in linked_claims(report)}
    across = {p for p in pairs if p[0][-2:] != p[1][-2:]}
    right = {p for p in across if _same(*p)}
    clashes = [f for f in report.conflicts if any(_same(a, b) for a in _ids(f, 0) for b in _ids(f, 1))]
    wrong = [f"{texts[a]} ↔ {texts[b]}" for a, b in sorted(across - right)]
    return [
        f_figure("pud aligned pairs F", len(right), len(across), len(rows), 0.80, failures=wrong),
        part("pud aligned pairs precision", len(right), len(across)),
        part("pud aligned pairs recall", len(right), len(rows)),
        count("pud conflicts between translations", len(clashes), 0, failures=[f.explain() for f in clashes]),
        count(
            "pud conflicts in all", len(report.conflicts), failures=[f.explain() for f in report.conflicts]
        ),
    ]


def _ids(finding: Finding, at: int) -> list[str]:
    return [d for i, side in enumerate(finding.sides) if (i == 0) == (at == 0) for d in side.documents]


def _same(a: str, b: str) -> bool:
    return a != b and a[:-3] == b[:-3]


if __name__ == "__main__":
    main(figures)
