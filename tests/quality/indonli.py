"""IndoNLI: premise and hypothesis are two documents of one comparison.

What is asked is asked of the validation part, and the rules were looked at on it; every third pair of the training
part tells the same of pairs of which most were not.

Entailed pairs must not conflict. Of contradictions, those count that *turn on a number or date*: the
hypothesis holds a number, number word, month or weekday that the premise does not hold, the premise holds
one too, and with these taken out at least half of the hypothesis's words of four letters or more stand in
the premise.
"""

import re
from functools import cache

from claimcheck.records import Document, ReportRecord
from tests.quality.data import SHARED, load_lines, missing
from tests.quality.figure import Result, count, rate
from tests.quality.show import main

FILE, OTHER = "indonli/val.jsonl", "indonli/train.jsonl"
THIRD = 3  # of the training part, pairs this far apart
_WORDS = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|seratus|ratus|seribu|ribu"
    "|juta|miliar|triliun|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|setengah|januari|februari"
    "|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|senin|selasa|rabu|kamis|jumat|sabtu"
    "|minggu"
)
_NO_COUNT = re.compile(r"salah satu|satu-satunya|satu sama lain|pertama kali", re.I)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*|\b(?:" + _WORDS + r")\b", re.I)


def turns(premise: str, hypothesis: str) -> bool:
    """Whether a contradiction turns on a number or date.

    >>> turns("Konser itu dihadiri 300 penonton.", "Konser itu dihadiri 500 penonton.")
    True
    """
    premise, hypothesis = (_NO_COUNT.sub(" ", text.lower()) for text in (premise, hypothesis))
    has, says = set(_NUMBER.findall(premise)), set(_NUMBER.findall(hypothesis))
    words = set(re.findall(r"\w{4,}", _NUMBER.sub(" ", hypothesis)))
    known = set(re.findall(r"\w{4,}", premise))
    return bool(has) and bool(says - has) and len(words & known) >= len(words) / 2


@cache
def report(premise: str, hypothesis: str) -> ReportRecord:
    """The two sentences compared."""
    import claimcheck

    pair = [Document(id=id, text=text, language="id") for id, text in (("p", premise), ("h", hypothesis))]
    return claimcheck.compare(pair)


def figures() -> list[Result]:
    """Entailed and neutral pairs flagged, contradictions found."""
    return list(missing("indonli", FILE, OTHER)) or [
        *_measure("indonli", load_lines(SHARED / FILE), asked=True),
        *_measure("indonli training part,", load_lines(SHARED / OTHER)[::THIRD], asked=False),
    ]


def _measure(name: str, rows: list[dict[str, str]], asked: bool) -> list[Result]:
    by_label = {
        label: [(r["premise"], r["hypothesis"]) for r in rows if r["label"] == label] for label in "enc"
    }
    flagged = {label: [p for p in pairs if report(*p).conflicts] for label, pairs in by_label.items()}
    turning = [p for p in by_label["c"] if turns(*p)]
    missed = [p for p in turning if not report(*p).conflicts]
    share = len(flagged["e"]) / (len(by_label["e"]) or 1)
    return [
        count(f"{name} entailed pairs flagged, share", share, 0.01 if asked else None,
              failures=[_say(p) for p in flagged["e"]]),
        count(f"{name} neutral pairs flagged", len(flagged["n"]), failures=[_say(p) for p in flagged["n"]]),
        rate(f"{name} contradictions of number or date found", len(turning) - len(missed), len(turning),
             0.55 if asked else None, failures=[f"{p} ↔ {h}" for p, h in missed]),
        rate(f"{name} contradictions found, all", len(flagged["c"]), len(by_label["c"])),
    ]  # fmt: skip


def _say(pair: tuple[str, str]) -> str:
    return "\n".join([f"{pair[0]} ↔ {pair[1]}", *(f.explain() for f in report(*pair).conflicts)])


if __name__ == "__main__":
    main(figures)
