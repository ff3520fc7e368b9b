"""PFSA-ID (Kompas): direct statements, their cues and speakers, scored as character places in the rebuilt
text.

The corpus tags words; text is rebuilt with single spaces, quote marks attached, one line break after a
sentence outside quotes. STATEMENT there is quoted speech of public figures, so only attributions with
quoted words (direct or mixed) are set against it; a system content longer than a statement by its cue is
no miss (overlap is shared over shorter). A speaker is right when the source read is on the tagged person
or role beside the cue, or shares a word with the name that person carries in that article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.records import Attribution
from tests.quality.data import SHARED, missing
from tests.quality.figure import Result, f_figure, iou, overlap, pair_off, rate
from tests.quality.readers import attributions
from tests.quality.show import main

FILE = "pfsa_id/dev-20.txt"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tagged:
    label: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    tagged: tuple[Tagged, ...]

    def of(self, *labels: str) -> list[Tagged]:
        """The tagged places with one of these labels."""
        return [t for t in self.tagged if t.label in labels]


def figures() -> list[Result]:
    """Statement, cue and speaker figures over the whole file."""
    skipped = missing("pfsa", FILE)
    if skipped:
        return list(skipped)
    scores = [_score(article) for article in articles()]
    return [
        _statements("pfsa statement F, overlap 0.8", scores, "loose", 0.85),
        _statements("pfsa statement F, IoU 0.8", scores, "close", None),
        _statements("pfsa statement F, exact", scores, "exact", None),
        _cues(scores),
        _speakers(scores),
    ]


@dataclass(frozen=True, slots=True)
class Score:
    wanted: int
    found: int
    loose: int
    close: int
    exact: int
    cues: tuple[int, int, int]
    speakers: tuple[int, int]
    missed: tuple[str, ...]
    extra: tuple[str, ...]
    bad_cues: tuple[str, ...]
    bad_speakers: tuple[str, ...]


def _statements(name: str, scores: list[Score], field: str, asked: float | None) -> Result:
    right = sum(getattr(s, field) for s in scores)
    lines = [line for s in scores for line in (*s.missed, *s.extra)] if field == "loose" else []
    return f_figure(
        name, right, sum(s.found for s in scores), sum(s.wanted for s in scores), asked, failures=lines
    )


def _cues(scores: list[Score]) -> Result:
    right, found, wanted = (sum(s.cues[i] for s in scores) for i in range(3))
    lines = [line for s in scores for line in s.bad_cues]
    return f_figure("pfsa cue F", right, found, wanted, 0.90, failures=lines)


def _speakers(scores: list[Score]) -> Result:
    right, of = (sum(s.speakers[i] for s in scores) for i in range(2))
    lines = [line for s in scores for line in s.bad_speakers]
    return rate("pfsa speaker of a statement", right, of, 0.87, failures=lines)


def _score(article: Article) -> Score:
    wanted = article.of("STATEMENT")
    quoted = [a for a in attributions(article.text, "id") if a.mode in ("direct", "mixed")]
    places = [_quoted_place(article.text, a) for a in quoted]
    pairs = pair_off([w.place for w in wanted], places, overlap, 0.8)
    quality = [iou(wanted[i].place, places[j]) for i, j in pairs]
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    right, of, bad = _speaker_score(article, wanted, quoted, pairs)
    cues, bad_cues = _cue_score(article, quoted)
    return Score(
        len(wanted), len(quoted), len(pairs), sum(q >= 0.8 for q in quality), sum(q == 1 for q in quality),
        cues,
        (right, of),
        tuple(f"missed: {w.text[:140]}" for i, w in enumerate(wanted) if i not in hit),
        tuple(f"extra: {a.content.text[:140]} [{a.cue.text}]" for j, a in enumerate(quoted) if j not in used),
        bad_cues, bad,
    )  # fmt: skip


def _quoted_place(text: str, a: Attribution) -> Place:
    """The content with the quote marks that stand around it, as the corpus tags them."""
    start, end = a.content.start, a.content.end
    start -= start > 0 and text[start - 1] in '”“"'
    end += end < len(text) and text[end] in '”“"'
    return start, end


def _cue_score(article: Article, quoted: list[Attribution]) -> tuple[tuple[int, int, int], tuple[str, ...]]:
    wanted = article.of("CUE", "CUECOREF")
    cues = sorted({(a.cue.start, a.cue.end) for a in quoted})
    pairs = pair_off([w.place for w in wanted], cues, overlap, 0.5)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [f"missed cue: {_around(article.text, w.place)}" for i, w in enumerate(wanted) if i not in hit]
    extra = [f"extra cue: {_around(article.text, c)}" for j, c in enumerate(cues) if j not in used]
    return (len(pairs), len(cues), len(wanted)), (*missed, *extra)


def _around(text: str, place: Place) -> str:
    start, end = place
    return f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 60]}".replace("\n", " / ")


def _speaker_score(
    article: Article, wanted: list[Tagged], quoted: list[Attribution], pairs: list[tuple[int, int]]
) -> tuple[int, int, tuple[str, ...]]:
    right, bad = 0, []
    known = [(i, j, speaker(article, wanted[i])) for i, j in pairs]
    for i, j, gold in known:
        if gold and _same_speaker(article, gold, quoted[j]):
            right += 1
        elif gold:
            bad.append(
                f"wants {gold.text}, read {quoted[j].source}: {_around(article.text, wanted[i].place)[-200:]}"
            )
    return right, sum(gold is not None for *_, gold in known), tuple(bad)


def speaker(article: Article, statement: Tagged) -> Tagged | None:
    """The person, pronoun or role tagged in the sentence of the cue nearest to a statement, or `None`."""
    cues = article.of("CUE", "CUECOREF")
    near = min(cues, key=lambda c: _gap(c.place, statement.place), default=None)
    if near is None or _gap(near.place, statement.place) > 120:
        return None
    if near.label == "CUECOREF":
        return _last_person(article, near.place[0])
    beside = [
        t
        for t in article.of("PERSON", "PERSONCOREF", "ROLE", "AFFILIATION")
        if _gap(t.place, near.place) < 60
    ]
    order = {"PERSON": 0, "PERSONCOREF": 1, "ROLE": 2, "AFFILIATION": 3}
    return min(beside, key=lambda t: (order[t.label], _gap(t.place, near.place)), default=None)


def _gap(a: Place, b: Place) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)


def _last_person(article: Article, before: int) -> Tagged | None:
    earlier = [t for t in article.of("PERSON", "PERSONCOREF") if t.place[1] <= before]
    return max(earlier, key=lambda t: t.place, default=None)


def _same_speaker(article: Article, gold: Tagged, a: Attribution) -> bool:
    if a.source_span and overlap((a.source_span.start, a.source_span.end), gold.place) > 0:
        return True
    names = {w for t in (gold, _name_of(article, gold)) if t for w in _words(t.text)}
    return bool(names & _words(f"{a.source or ''} {a.source_span.text if a.source_span else ''}"))


def _name_of(article: Article, gold: Tagged) -> Tagged | None:
    if gold.label == "PERSON":
        return gold
    people = [t for t in article.of("PERSON") if t.place[1] <= gold.place[0]]
    sharing = [t for t in people if _words(t.text) & _words(gold.text)]
    return max(sharing or people, key=lambda t: t.place, default=None)


def _words(text: str) -> set[str]:
    return {w.lower() for w in re.findall(r"\w{3,}", text)}


@cache
def articles() -> tuple[Article, ...]:
    """The articles of the file, rebuilt."""
    return tuple(_rebuild(lines) for lines in _split((SHARED / FILE).read_text(encoding="utf-8").split("\n")))


def _split(lines: list[str]) -> Iterator[list[str]]:
    current: list[str] = []
    for i, line in enumerate(lines):
        if current and not lines[i - 1] and any(x.startswith("KOMPAS\t") for x in lines[i : i + 6]):
            yield current
            current = []
        current.append(line)
    yield current


_CLOSE_BEFORE, _CLOSE_AFTER, _MARKS = set(",.;:?!)]%/-"), set("([/-"), set('”“"')


def _rebuild(lines: list[str]) -> Article:
    text, start, opened, previous = "", 0, False, ""
    tagged: list[tuple[str, Place]] = []
    for line in lines:
        token, _, tag = line.partition("\t")
        if not token:
            text += "" if previous == "open" else " " if opened else "\n"
            continue
        mark = token in _MARKS
        opened = (not opened and previous != ",") if mark else opened
        text = _joined(text, token, previous, opened and mark)
        start = len(text) if tag[:1] in "BU" else start
        text, previous = text + token, "open" if mark and opened else token
        if tag[:1] in "LU":
            tagged.append((tag[2:], (start, len(text))))
    return Article(text, tuple(Tagged(label, place, text[slice(*place)]) for label, place in tagged))


def _joined(text: str, token: str, previous: str, opening: bool) -> str:
    """The text so far with the space, line break or nothing that stands before the next token."""
    if opening:
        return text if text.endswith("\n") or not text else text + ("\n" if previous in ".!?" else " ")
    close = token in _MARKS or token[0] in _CLOSE_BEFORE or previous in _CLOSE_AFTER or previous == "open"
    return text.rstrip(" ") if close else text if not text or text[-1] in " \n" else text + " "


if __name__ == "__main__":
    main(figures)
