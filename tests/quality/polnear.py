"""PolNeAR: English attributions. Wanted are those whose cue holds a reporting word (say, tell, according
to …).

Content is matched one to one by overlap >= 0.5 (shared over shorter). Precision counts a read attribution
as right when it matches any annotated one, whatever its cue; recall counts the wanted ones. A source is
right when the speaker read stands on the annotated source, or shares with it, or with the last full name
that ends in the same word, a word of three letters or more; an annotated pronoun counts as right when the
speaker read is the last name before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.records import Attribution
from tests.quality.data import SHARED, missing
from tests.quality.figure import Figure, Result, f_score, overlap, pair_off, part, rate
from tests.quality.readers import attributions
from tests.quality.show import main

REPORTING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according to|add(?:s|ed|ing)?|stat(?:e|es|ed|ing)"
    r"|ask(?:s|ed|ing)?"
    r"|announc\w+|argu\w+|assert\w*|claim\w*|confirm\w*|declar\w+|den(?:y|ies|ied|ying)|explain\w*|insist\w*|mention\w*"
    r"|not(?:e|es|ed|ing)|repl(?:y|ies|ied)|report(?:s|ed|ing)?|respond\w*|suggest\w*|tweet\w*|warn\w*|writ(?:e|es|ing)"
    r"|wrote|written|conced\w+|conclud\w+|continu\w+|acknowledg\w+|admit\w*|accus\w+|alleg\w+|quipp\w+|joke[sd]?|describ\w+"
    r"|testif\w+|vow\w*|pledg\w+|remark\w*|recall\w*|reveal\w*|urg(?:e|es|ed|ing))\b|^:$", re.I,
)  # fmt: skip
_PRONOUNS = {"he", "she", "they", "it", "who", "i", "we", "him", "her", "them"}
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    cue: str
    content: Place
    source: Place | None


def figures() -> list[Result]:
    """Content F over reporting cues, and sources of those found."""
    skipped = missing("polnear", "polnear/attributions")
    if skipped:
        return list(skipped)
    scores = [_score(text, golds) for text, golds in articles()]
    wanted, hit, found, right = (sum(s[i] for s in scores) for i in range(4))  # type: ignore[misc]
    precision, recall = right / found if found else 0.0, hit / wanted
    missed = [line for s in scores for line in s[6]]
    f = (
        f_score(precision, 1, 1)
        if precision == recall
        else 2 * precision * recall / ((precision + recall) or 1)
    )
    sources, of = (sum(s[i] for s in scores) for i in (4, 5))  # type: ignore[misc]
    return [
        Figure("polnear content F", f, 0, 0, 0.70, True, tuple(missed)),
        part("polnear content precision", right, found),
        part("polnear content recall", hit, wanted),
        rate("polnear source", sources, of, 0.80, failures=[line for s in scores for line in s[7]]),
    ]


Score = tuple[int, int, int, int, int, int, list[str], list[str]]


def _score(text: str, golds: list[Gold]) -> Score:
    read = attributions(text, "en")
    places = [(a.content.start, a.content.end) for a in read]
    pairs = pair_off([g.content for g in golds], places, overlap, 0.5)
    by_gold, used = dict(pairs), {j for _, j in pairs}
    wanted = [i for i, g in enumerate(golds) if REPORTING.search(g.cue)]
    hit = [i for i in wanted if i in by_gold]
    lines = [
        f"missed [{golds[i].cue}] {text[slice(*golds[i].content)][:120]}" for i in wanted if i not in by_gold
    ]
    lines += [f"extra [{a.cue.text}] {a.content.text[:120]}" for j, a in enumerate(read) if j not in used]
    bad = [line for i in hit if (line := _bad_source(text, golds[i], read[by_gold[i]]))]
    sourced = sum(golds[i].source is not None for i in hit)
    return len(wanted), len(hit), len(read), len(pairs), sourced - len(bad), sourced, lines, bad


def _bad_source(text: str, gold: Gold, a: Attribution) -> str | None:
    if gold.source is None or _same(text, gold.source, a):
        return None
    wanted, content = text[slice(*gold.source)][:60], text[slice(*gold.content)][:80]
    return f"wants {wanted!r}, read {a.source!r}: [{gold.cue}] {content}"


def _same(text: str, source: Place, a: Attribution) -> bool:
    if a.source_span and overlap((a.source_span.start, a.source_span.end), source) > 0:
        return True
    read = _words(f"{a.source or ''} {a.source_span.text if a.source_span else ''}")
    surface = text[slice(*source)]
    if surface.lower() in _PRONOUNS:
        return bool(read & _words(_last_name(text[: source[0]])))
    return bool(read & _words(surface))


_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][\w.]*)+")


def _last_name(before: str) -> str:
    found = _NAME.findall(before[-600:])
    return found[-1] if found else ""


def _words(text: str) -> set[str]:
    return {w.lower() for w in re.findall(r"\w{3,}", text)} - {"the", "and"}


def articles() -> Iterator[tuple[str, list[Gold]]]:
    """Text and attributions of every article."""
    for path in sorted((SHARED / "polnear" / "text").glob("*.txt")):
        marks = list((SHARED / "polnear" / "attributions").glob(f"{path.stem}*.ann"))
        yield (
            path.read_bytes().decode("utf-8"),
            [g for mark in sorted(marks)[:1] for g in _golds(mark.read_text("utf-8"))],
        )


def _golds(lines: str) -> Iterator[Gold]:
    marks = dict(_mark(line) for line in lines.splitlines() if line.startswith("T"))
    for line in lines.splitlines():
        parts = dict(p.split(":") for p in line.split("\t")[1].split()) if line.startswith("E") else {}
        if parts.get("Content") in marks and parts.get("Cue") in marks:
            source = marks[parts["Source"]][0] if parts.get("Source") in marks else None
            yield Gold(marks[parts["Cue"]][1], marks[parts["Content"]][0], source)


def _mark(line: str) -> tuple[str, tuple[Place, str]]:
    name, where, text = [*line.split("\t"), ""][:3]
    numbers = [int(n) for n in re.findall(r"[0-9]+", where.split(" ", 1)[1])]
    return name, ((min(numbers), max(numbers)), text)


if __name__ == "__main__":
    main(figures)
