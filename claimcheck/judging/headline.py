"""What a journalist would write over a finding, in the language of the report."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache

from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.attribution import DOER, STATE
from claimcheck.judging.offices import OFFICE
from claimcheck.languages import LANGUAGES, load
from claimcheck.reading.names import read_names
from claimcheck.records import Claim, Side, Time
from claimcheck.records.finding import FindingKind
from claimcheck.text.tokens import tokenize

ABOUT = 70  # characters of what a finding is about
BEFORE = 50  # of those at most before the answer
SAYS = 90  # characters of an answer
NAMED = 2  # sources named before the rest is counted
TRIM = " \n\t,.;:!?\"“”'‘’«»()[]…–—-"
DANGLING = ("preposition", "and", "subordinator", "relative", "that", "aux", "purpose", "copula")
VALUES = frozenset({"number", "date"})
Words = Mapping[str, Mapping[str, str]]


def headline(
    row: Judged,
    sides: Sequence[Side],
    first_answers: Sequence[Answer],
    sources: Mapping[str, str],
    language: str,
) -> str:
    """The headline of a finding: who says what against whom, and about what.

    `first_answers` is one answer of each of the first two sides.
    """
    words = load(language).data["findings.toml"]
    a, b = (shown(row, answer, language) for answer in first_answers)
    first, second = (who(side, sources, words["headline"]) for side in sides[:2])
    template: str = words["headline"][_template(row, sides, first == second)]
    note: str = words["relation"].get(row.relation.replace(" ", "_"), "")
    return template.format(first=first, second=second, a=a, b=b, about=about(row)) + note


def _template(row: Judged, sides: Sequence[Side], one_source: bool) -> str:
    kind = _of_attribution(row.a.at) if row.kind == "attribution" else row.kind
    if not one_source:
        return kind
    return f"{kind}_inside" if sides[0].documents == sides[1].documents else f"{kind}_again"


def _of_attribution(at: int) -> str:
    """The headlines of doers, and of offices, ranks, other names and what a sum is called, are their own."""
    if at == DOER:
        return "agent"
    return "office" if at <= OFFICE or at >= 0 else "attribution"


def printed(kind: FindingKind, answer: Answer, language: str) -> str:
    """An answer as its claim prints it; doers and states are known by keys: "Rusia dan Sergei Shoigu"."""
    if kind == "attribution" and answer.at in (DOER, STATE):
        return named(answer.claim, answer.says, load(language).data["findings.toml"])
    return answer.says


def shown(row: Judged, answer: Answer, language: str) -> str:
    """An answer as a headline prints it: dates with their day, doers and states by their names, the rest as printed."""
    if row.kind == "date":
        return _dated(answer, load(language).data["findings.toml"])
    return _short(printed(row.kind, answer, language), SAYS)


def _dated(answer: Answer, words: Words) -> str:
    found = next((t for t in answer.claim.times if t.span.start == answer.at), None)
    printed = _short(answer.says, SAYS)
    if found is None or found.earliest is None or any(c.isdigit() for c in printed) or not _daylong(found):
        return printed
    return f"{printed} ({day(found.earliest, words)})"


def _daylong(time: Time) -> bool:
    return time.grain in ("day", "part", "weekday", "hour", "minute")


def day(moment: datetime, words: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    """A day in words: "25 Juli 2023"."""
    return f"{moment.day} {words['calendar']['months'][moment.month - 1]} {moment.year}"


def named(claim: Claim, keys: str, words: Words) -> str:
    """The names of doers as the claim prints them.

    >>> from claimcheck.records import Question, Sentence, Span
    >>> place = Span("a", 0, 27, "Menlu Sergei Lavrov datang.")
    >>> named(Claim("a:0", place, Sentence(place), Question()), "sergei lavrov", {"headline": {"and": "dan"}})
    'Sergei Lavrov'
    """
    tokens = tokenize(claim.span.text, claim.language)
    found = {n.item.key: n.item.text for n in read_names(tokens, load(claim.language), [(0, 0)])}
    texts = [found.get(key, key.title() if key == key.lower() else key) for key in keys.split(" & ")]
    return f" {words['headline']['and']} ".join(dict.fromkeys(texts))


def about(row: Judged) -> str:
    """The question of a finding in a few words: the shorter of its two claims without its answers and its frame."""
    texts = sorted(
        (_question(row, answer) for answer in (row.a, row.b)), key=lambda t: (len(t.split()) < 3, len(t), t)
    )
    return texts[0]


def _question(row: Judged, answer: Answer) -> str:
    claim, at = answer.claim, answer.at - answer.claim.span.start
    text = claim.span.text[: _frame(claim)]
    if row.kind in VALUES and 0 <= at < len(text):
        text = f"{_end(text[:at], BEFORE)} … {text[at + len(answer.says) :]}"
    words = text.split()
    while len(words) > 1 and _has(words[0], ("lead_in", *DANGLING[:5])):
        words = words[1:]
    return _short(_ended(" ".join(words).lstrip(TRIM)), ABOUT)


def _end(text: str, longest: int) -> str:
    """The last whole words of a text, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[-longest:].partition(" ")[2]


def _frame(claim: Claim) -> int:
    """Where the cue and the speaker behind what was said begin, or the end of the claim."""
    said, start = claim.attribution, claim.span.start
    if said is None or said.cue.start < said.content.start or not start < said.cue.start < claim.span.end:
        return len(claim.span.text)
    cut = min(said.cue.start, said.source_span.start if said.source_span else said.cue.start) - start
    return cut if cut > len(claim.span.text) // 2 else len(claim.span.text)


def _has(word: str, names: Sequence[str]) -> bool:
    bare = word.strip(TRIM).lower()
    return any(load(code).has(name, bare) for code in LANGUAGES for name in names)


@cache
def _short(text: str, longest: int) -> str:
    """The text on one line, cut at a word that can end it."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    words = flat[: longest - 1].rsplit(" ", 1)[0].split()
    while len(words) > 2 and _has(words[-1], DANGLING):
        words.pop()
    return _ended(" ".join(words)) + "…"


def _ended(text: str) -> str:
    """The text without the marks at its end, and with no bracket left open.

    >>> _ended("tewas pada Senin (2/6/2025)."), _ended("terjual pada Mei (naik")
    ('tewas pada Senin (2/6/2025)', 'terjual pada Mei')
    """
    bare, whole = text.rstrip(TRIM), text.rstrip(TRIM.replace(")", ""))
    if bare.count("(") <= bare.count(")"):
        return bare
    return whole if whole.count("(") == whole.count(")") else bare.rpartition("(")[0].rstrip(TRIM)


def who(side: Side, sources: Mapping[str, str], words: Mapping[str, str]) -> str:
    names = list(dict.fromkeys(sources[d] for d in side.documents))
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], words["others"].format(n=len(names) - NAMED)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {words['and']} {names[-1]}"
