"""Clashes planted in real bundles: one fact of one article changed, so that another article contradicts it.

Readers (language models) who did not know how the library works went through 60 bundles and changed numbers, days,
speakers, doers and holders of offices, or put in or took out a "not", where another article states the same thing, in
its own words where it has them. planted.json keeps bundle, article, offsets, the words put in, the kind and the
articles that say otherwise; no press text. A planted clash is found when a conflict of its kind has the changed words
in a span of one side and one of these articles on another side. The rules were written with the *seen* ones open; the
*fresh* ones were never looked at, and print no failures, so that nobody does.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.records import Document
from tests.quality.data import article, bundles, load, missing
from tests.quality.edits import Edit, apply, catches
from tests.quality.figure import Result, rate
from tests.quality.show import main

PLANTED = Path(__file__).with_name("planted.json")
KINDS = ("number", "date", "attribution", "polarity")


class Planted(NamedTuple):
    """One changed fact and the articles of its bundle."""

    edit: Edit
    bundle: str
    articles: tuple[Document, ...]


def planted(name: str) -> Iterator[Planted]:
    """The changed facts of one set, "seen" or "fresh"."""
    documents = {b["bundle"]: b["docs"] for b in bundles()}
    for bundle, id, start, end, put, kind, *against in load(PLANTED)[name]:
        find = article(id).text[start:end]
        edit = Edit(id, start, end, find, put, kind, tuple(against), bundle)
        yield Planted(edit, bundle, tuple(article(d) for d in documents[bundle]))


@cache
def found(name: str) -> list[tuple[Edit, bool]]:
    """Each changed fact of a set, and whether it is found."""
    import claimcheck

    return [
        (p.edit, catches(claimcheck.compare(apply(p.edit, p.articles)), p.edit, p.edit.changed))
        for p in planted(name)
    ]


def figures() -> list[Result]:
    """How many planted clashes are found, by set and kind."""
    return list(missing("planted", "id_news/bundles.jsonl")) or [
        *_set("fresh", verbose=False),
        *_set("seen", verbose=True),
    ]


def _set(name: str, *, verbose: bool) -> Iterator[Result]:
    rows = found(name)
    lost = [f"{e.note} {e.document}:{e.start} “{e.find}” → “{e.replace}”" for e, hit in rows if not hit]
    yield rate(
        f"planted clashes found, {name}", len(rows) - len(lost), len(rows), failures=lost if verbose else ()
    )
    for kind in KINDS:
        hits = [hit for e, hit in rows if e.kind == kind]
        yield rate(f"planted clashes found, {name}, {kind}", sum(hits), len(hits))


if __name__ == "__main__":
    main(figures)
