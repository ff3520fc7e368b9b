"""Sentence ends, ours against yasbd and sentencex: `python -m tests.quality.sentences` prints the table.

Measured on the five articles (every end of every line), pysbd's golden rules and our own cases of both
languages (a case counts only when every sentence is right). The two libraries are no dependency; where they
are not installed only ours is measured. sentencex gets our abbreviations masked, as it asks for.
"""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from claimcheck.text.clean import clean
from claimcheck.text.sentences import marks, split
from tests.quality.data import OWN, SHARED, five
from tests.quality.figure import Figure, Result, Skipped, f_figure, rate

Splitter = Callable[[str, str], list[str]]
CASES = Path(__file__).resolve().parents[1] / "text"
GOLDEN = SHARED / "pysbd" / "golden_rules.json"
MASK = "\ue000"


def figures() -> list[Result]:
    """Ours on every set that is here."""
    return [*_seeds("ours", ours), *_table("ours", ours), *_golden("ours", ours)]


def ours(text: str, language: str) -> list[str]:
    """Our rule at each stop, line by line."""
    found, at = [], 0
    for line in text.split("\n"):
        found += [text[a:b] for a, b in split(text, at, at + len(line), language)]
        at += len(line) + 1
    return found


def yasbd(text: str, language: str) -> list[str]:
    """yasbd-lib, the reference's first choice."""
    from yasbd import BoundaryDetector  # type: ignore[import-not-found]

    detector = _DETECTORS.get(language) or _DETECTORS.setdefault(language, BoundaryDetector(lang=language))
    return [piece for line in text.split("\n") if line.strip() for piece in detector.segment(line)]


_DETECTORS: dict[str, object] = {}


def sentencex(text: str, language: str) -> list[str]:
    """sentencex with the stops of our abbreviations hidden from it."""
    import sentencex as library  # type: ignore[import-not-found]

    masked = _abbreviations(language).sub(lambda m: m[0][:-1] + MASK, text)
    pieces = [
        piece for line in masked.split("\n") if line.strip() for piece in library.segment(language, line)
    ]
    return [piece.replace(MASK, ".") for piece in pieces]


_PATTERNS: dict[str, re.Pattern[str]] = {}


def _abbreviations(language: str) -> re.Pattern[str]:
    if language not in _PATTERNS:
        words = sorted(marks(language).abbreviations, key=len, reverse=True)
        _PATTERNS[language] = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\.", re.IGNORECASE)
    return _PATTERNS[language]


def _tidy(pieces: list[str]) -> list[str]:
    return [piece.strip() for piece in pieces if piece.strip()]


def _ends(text: str, pieces: list[str]) -> set[int]:
    """Where each piece ends in the text, spaces left out."""
    ends, at = set(), 0
    for piece in _tidy(pieces):
        at = text.index(piece[:20], at) + len(piece)
        ends.add(at)
    return ends


def _seeds(name: str, splitter: Splitter) -> list[Result]:
    gold = json.loads((OWN / "seeds.json").read_text("utf-8"))["sentences"]
    right = found = wanted = 0
    misses: list[str] = []
    for document in five():
        text = clean(document.text).text
        is_end = {s["end"] for s in gold if s["document"] == document.id}
        ends = _ends(text, splitter(text, "id"))
        right, found, wanted = right + len(is_end & ends), found + len(ends), wanted + len(is_end)
        misses += [f"{document.id}: {text[e - 30 : e]}‖{text[e : e + 20]}" for e in sorted(is_end ^ ends)]
    return [f_figure(f"sentences.seeds.{name}", right, found, wanted, failures=misses)]


def _table(name: str, splitter: Splitter) -> list[Result]:
    made: list[Result] = []
    for language in ("id", "en"):
        lines = (CASES / f"sentences_{language}.txt").read_text("utf-8").split("\n")
        cases = [line.lstrip("!").split("|") for line in lines if line and line[0] != "#"]
        pairs = [("".join(case), case[::2]) for case in cases]
        made.append(_cases(f"sentences.cases.{language}.{name}", pairs, splitter, language))
    return made


def _golden(name: str, splitter: Splitter) -> list[Result]:
    if not GOLDEN.exists():
        return [Skipped(f"sentences.golden.{name}", "the large sets are not here")]
    sets = json.loads(GOLDEN.read_text("utf-8"))
    golden = [(case[-2], case[-1]) for case in sets["test_english.py:GOLDEN_EN_RULES"]]
    issues = [(case[-2], case[-1]) for case in sets["test_issues.py:TEST_ISSUE_DATA"]]
    return [
        _cases(f"sentences.golden.{name}", golden, splitter, "en"),
        _cases(f"sentences.golden-issues.{name}", issues, splitter, "en"),
    ]


def _cases(name: str, pairs: list[tuple[str, list[str]]], splitter: Splitter, language: str) -> Figure:
    wrong = [text for text, want in pairs if _tidy(splitter(text, language)) != _tidy(want)]
    return rate(name, len(pairs) - len(wrong), len(pairs), failures=wrong)


def _speed(splitter: Splitter) -> float:
    """Seconds for a million words of the five articles."""
    texts = [clean(document.text).text for document in five()] * 20
    splitter(texts[0], "id")
    start = time.perf_counter()
    for text in texts:
        splitter(text, "id")
    return (time.perf_counter() - start) / sum(len(text.split()) for text in texts) * 1e6


def main() -> None:
    """The table of all splitters that are installed."""
    for name, splitter in (("ours", ours), ("yasbd", yasbd), ("sentencex", sentencex)):
        try:
            results = [*_seeds(name, splitter), *_table(name, splitter), *_golden(name, splitter)]
        except ImportError:
            print(f"{name}: not installed")
            continue
        for figure in results:
            if isinstance(figure, Figure):
                print(f"{figure.name:35} {figure.value:.3f}  {figure.hits:g} of {figure.of:g}")
        print(f"sentences.seconds-per-million-words.{name} {_speed(splitter):.2f}")


if __name__ == "__main__":
    main()
