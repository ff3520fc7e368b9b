"""A "not" put into, or taken out of, what one report quotes in the words of another report of its bundle.

Quoted stretches of 40 to 600 characters are searched for the words of SWAPS; a place counts where the eight words
around it are quoted by another report too. Two places of each bundle are drawn (seed 5). Found: a conflict about
polarity has the changed words in a span of one side and a report with the same words on another side.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.judging.runs import runs
from claimcheck.records import Document
from tests.quality.data import article, bundles, missing
from tests.quality.edits import Edit, apply, catches
from tests.quality.figure import Result, rate
from tests.quality.show import main

SWAPS = {
    "akan": "tidak akan",
    "sudah": "belum",
    "telah": "belum",
    "belum": "sudah",
    "bisa": "tidak bisa",
    "harus": "tidak harus",
    "memang": "tidak",
    "merupakan": "bukan merupakan",
    "memiliki": "tidak memiliki",
    "tidak akan": "akan",
    "tidak ada": "ada",
    "tidak bisa": "bisa",
}
PLACE = re.compile(
    rf"(?<!tidak )(?<!belum )(?<!bukan )(?<!tak )\b({'|'.join(sorted(SWAPS, key=len)[::-1])})\b"
)
QUOTED = re.compile(r'[“"]([^“”"\n]{40,600})[”",]')
WORDS = re.compile(r"\w+")
RUN = 8  # words in a row that two reports quote only if somebody said them once
BEFORE = 4  # of them that stand before the place
EACH = 2  # places of a bundle
SEED = 5


def figures() -> list[Result]:
    """How many a conflict about polarity finds."""
    return list(missing("sayings", "id_news/bundles.jsonl")) or [_found()]


def _found() -> Result:
    import claimcheck

    drawn = random.Random(SEED)
    rows = []
    for bundle in bundles():
        documents = [article(d) for d in bundle["docs"]]
        edits = list(_edits(documents))
        for edit in drawn.sample(edits, min(EACH, len(edits))):
            report = claimcheck.compare(apply(edit, documents))
            rows.append((edit, catches(report, edit, edit.place)))
    lost = [f"{e.document}:{e.start} “{e.find}” → “{e.replace}”" for e, hit in rows if not hit]
    return rate("sayings turned by a not, found", len(rows) - len(lost), len(rows), failures=lost)


def _edits(documents: Sequence[Document]) -> Iterator[Edit]:
    """The places of quoted words that other documents quote in the same words."""
    quoted = [(d.id, m.start(1), m[1]) for d in documents for m in QUOTED.finditer(d.text)]
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for id, _, text in quoted:
        for run in runs(WORDS.findall(text.lower()), RUN):
            owners[run].add(id)
    for id, start, text in quoted:
        for m in PLACE.finditer(text):
            before, after = (WORDS.findall(t.lower()) for t in (text[: m.start()], text[m.end() :]))
            around = [*before[-BEFORE:], *m[1].split(), *after[:RUN]]
            others = set().union(*(owners[run] for run in runs(around, RUN))) - {id}
            if others:
                at, end = start + m.start(), start + m.end()
                yield Edit(id, at, end, m[1], SWAPS[m[1]], "polarity", tuple(sorted(others)), "")


if __name__ == "__main__":
    main(figures)
