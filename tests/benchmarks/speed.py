"""Speed beside blank spaCy: whole processes, imports, warm reading with its stages."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from unittest.mock import patch

from claimcheck.records import Document
from tests.benchmarks.clock import processes, seconds
from tests.quality.data import SHARED, article, articles, five

COMPARE = (
    "import claimcheck; from pathlib import Path; claimcheck.compare([Path('examples/hari-kemenangan')])"
)
SPACY = "import spacy; spacy.blank('en')"
STAGES = (
    "page", "load", "tokenize", "_sentences", "read_names", "read_times", "read_quantities", "read_speech",
    "find_quotes", "read_terms", "read_claims",
)  # fmt: skip


def whole_process() -> list[str]:
    """The five articles compared in a fresh process, against a fresh blank spaCy."""
    ours, theirs = processes([COMPARE, SPACY])
    return [
        f"compare the five articles, whole process  {ours:6.2f} s",
        *_against(ours, theirs, "blank spaCy", 2.5),
    ]


def imports() -> list[str]:
    """Import times as whole processes, less the time of an empty one."""
    ours, theirs, empty = processes(["import claimcheck", "import spacy", "pass"])
    gain = (ours - empty) / (theirs - empty)
    return [
        f"import claimcheck  {ours - empty:6.3f} s beyond an empty process ({empty:.3f} s)",
        f"import spacy       {theirs - empty:6.3f} s",
        f"ratio              {gain:6.3f}   asked <= 0.15",
    ]


def _against(ours: float, theirs: float, name: str, asked: float) -> list[str]:
    return [
        f"{name:<41} {theirs:6.2f} s",
        f"ratio                                      {ours / theirs:6.2f}   asked <= {asked}",
    ]


def texts(most: int = 1000) -> list[Document]:
    """Real articles, or the five repeated where the large sets are not here."""
    if (SHARED / "id_news").exists():
        ids = sorted(articles())
        return [article(id) for id in ids[:: max(1, len(ids) // most)][:most]]
    return [d.model_copy(update={"id": f"{d.id}{i}"}) for i in range(most // 5) for d in five()]


def reading(most: int = 1000) -> list[str]:
    """Warm `read` against spaCy's blank English tokenizer on the same texts, and the share of each stage."""
    import spacy

    import claimcheck

    documents, tokenizer = texts(most), spacy.blank("en").tokenizer
    size = sum(len(d.text) for d in documents)
    for d in documents[:20]:
        claimcheck.read(d), tokenizer(d.text)
    theirs = seconds(lambda: [tokenizer(d.text) for d in documents])
    ours = seconds(lambda: [claimcheck.read(d) for d in documents], 1)
    again = seconds(lambda: [tokenizer(d.text) for d in documents], 1)
    spacy_time = (theirs + again) / 2
    head = f"warm read of {len(documents)} articles, {size / 1e6:.2f} M characters"
    rows = [f"{head}  {ours:6.2f} s, {size / ours / 1e6:.2f} M characters a second"]
    return [*rows, *_against(ours, spacy_time, "blank spaCy en tokenizer", 12), "", *profile(documents[:300])]


def profile(documents: list[Document]) -> list[str]:
    """The share of reading time that each stage takes."""
    import claimcheck

    with _watched() as spent:
        whole = seconds(lambda: [claimcheck.read(d) for d in documents], 1)
    rest = whole - sum(spent.values())
    rows = sorted([*spent.items(), ("the rest", rest)], key=lambda row: -row[1])
    return ["stage            share    ms an article", *(_row(*r, whole, len(documents)) for r in rows)]


def _row(stage: str, spent: float, whole: float, size: int) -> str:
    return f"{stage:<16} {spent / whole:5.1%} {spent / size * 1000:10.2f}"


@contextmanager
def _watched() -> Iterator[dict[str, float]]:
    """The stages of reading, each with a clock around it."""
    compare, read = (import_module(f"claimcheck.{name}") for name in ("compare", "reading.read"))
    spent: dict[str, float] = defaultdict(float)
    patches = [
        patch.object(module, name, _clocked(getattr(module, name), name, spent))
        for module in (compare, read)
        for name in STAGES
        if hasattr(module, name)
    ]
    for p in patches:
        p.start()
    yield spent
    for p in patches:
        p.stop()


def _clocked(work: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        result = work(*args, **kwargs)
        spent[name] += time.process_time() - start
        return result

    return timed
