"""What real news raises, for reading by eye: conflicts of 60 unlabelled bundles, of English reports, and clashes
inside single articles.

The bundles are drawn by a fixed seed from those without labels; the English reports are those of ECB+, each of its
two events a topic a bundle of its own. Every finding read by eye can be judged "right", "defensible" or "wrong" in
audit.json, by a key of ids and offsets that holds no press text; a figure counts the judged ones. `--verbose`
prints every finding with its key and sentences. Clashes inside one article (calendar, arithmetic, the same question
answered twice) are looked for in every twelfth article.
"""

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from claimcheck.records import Finding, ReportRecord
from tests.quality import ecb
from tests.quality.data import SHARED, article, articles, bundles, load, missing
from tests.quality.figure import Result, count, rate
from tests.quality.show import main

SEED, BUNDLES, EVERY = 20250609, 60, 12
JUDGED = Path(__file__).with_name("audit.json")


@cache
def reports() -> dict[str, ReportRecord]:
    """The drawn bundles, compared."""
    import claimcheck

    labelled = {p.stem for p in (SHARED / "id_news" / "labels").glob("*.json")}
    free = [b for b in bundles() if b["bundle"] not in labelled]
    drawn = sorted(random.Random(SEED).sample(free, BUNDLES), key=lambda b: str(b["bundle"]))
    return {b["bundle"]: claimcheck.compare([article(id) for id in b["docs"]]) for b in drawn}


def key(bundle: str, finding: Finding) -> str:
    """A finding by bundle, kind and its places."""
    places = sorted({f"{s.document}:{s.start}-{s.end}" for side in finding.sides for s in side.spans})
    return f"{bundle} {finding.kind} {' '.join(places)}"


def figures() -> list[Result]:
    """Conflicts of the drawn bundles and those judged, clashes inside articles, conflicts of English reports."""
    drawn = list(missing("audit", "id_news/bundles.jsonl")) or [*_bundles(), *_inside()]
    return drawn + (list(missing("audit, English", "ecbplus/texts.jsonl")) or _english())


def _bundles() -> list[Result]:
    lines, judged = _judged(reports())
    wrong = judged.count("wrong")
    good = len(judged) - wrong
    return [
        count("audit conflicts in 60 bundles", len(lines), failures=lines),
        count("audit conflicts not yet judged", len(lines) - len(judged)),
        replace(rate("audit right or defensible, of those judged", good, len(judged), 0.85), informs=True),
        replace(count("audit wrong in a bundle, mean", wrong / BUNDLES, 1 / 3), informs=True),
    ]


def _judged(found: Mapping[str, ReportRecord]) -> tuple[list[str], list[str]]:
    """The conflicts of all reports with their judgements as lines, and the judgements that there are."""
    said: dict[str, str] = load(JUDGED) if JUDGED.exists() else {}
    keyed = [(key(id, f), f) for id, report in found.items() for f in report.conflicts]
    lines = [f"[{said.get(k, 'not judged')}] {k}\n{_sentences(f)}" for k, f in keyed]
    return lines, [said[k] for k, _ in keyed if k in said]


def _english() -> list[Result]:
    import claimcheck

    texts = ecb.texts()
    events = sorted({t["subtopic"] for t in texts.values()})
    found = {
        event: claimcheck.compare(
            [ecb.document(id) for id in sorted(texts) if texts[id]["subtopic"] == event]
        )
        for event in events
    }
    lines, judged = _judged(found)
    good = len(judged) - judged.count("wrong")
    return [
        count(f"audit, English: conflicts in {len(events)} bundles", len(lines), failures=lines),
        count("audit, English: conflicts not yet judged", len(lines) - len(judged)),
        replace(
            rate("audit, English: right or defensible, of those judged", good, len(judged)), informs=True
        ),
    ]


def _sentences(finding: Finding) -> str:
    return finding.explain()


def _inside() -> list[Result]:
    import claimcheck

    lines = []
    for id in sorted(articles())[::EVERY]:
        lines += [f"{id}\n{f.explain()}" for f in claimcheck.compare([article(id)]).conflicts]
    return [count("audit clashes inside one article, every twelfth", len(lines), failures=lines)]


if __name__ == "__main__":
    main(figures)
