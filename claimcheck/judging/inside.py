"""One document against itself: the same question answered twice, and what the calendar and sums rule out."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from claimcheck.judging.answers import Answer, Judged, Setting, alike, judged
from claimcheck.judging.date import DAYLIKE
from claimcheck.judging.headline import who
from claimcheck.judging.quotation import keys
from claimcheck.judging.words import opens_with
from claimcheck.languages import load
from claimcheck.linking.weights import terms
from claimcheck.records import Claim, Clash, Cluster, Finding, Reading, Side, Span, Step, Time
from claimcheck.records.stable import stable_id

NEXT = 12  # claims of one kind of value that each is compared with
VERY_ALIKE = 0.6  # share of the terms that two claims of one document must have in common
TOP = 20  # characters within which the headline of a document begins
AGAINST_TITLE = 0.4  # share of the terms that a headline and a sentence below it must have in common
BETWEEN = 150  # characters between two sentences that are no neighbours
COUNTS = 0.8  # and for what is only counted
DENIED = 4  # words of content from which a sentence that another affirms in all its words denies that one
SHARED = 3  # and so many of them at least
LINES = frozenset({"bullet", "fragment"})
SURE = {"weekday": 0.95, "no such day": 0.95, "parts": 0.85, "shares": 0.8}
OTHERWISE = 0.75


def answered_twice(claims: Sequence[Claim], setting: Setting) -> list[Judged]:
    """The claims of one document that ask one question in nearly the same words, by number; and what it denies."""
    pairs = dict.fromkeys(pair for group in _by_value(claims) for pair in _near(group))
    rows = [row for a, b in pairs if _one_question(a, b) for row in judged(a, b, setting)]
    denied = [row for a, b in _denied(claims) for row in judged(a, b, setting) if row.kind == "polarity"]
    return [row for row in rows if row.relation == "conflict" and _counts(row) and not _listed(row)] + [
        row for row in denied if row.relation == "conflict"
    ]


def _denied(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """What one sentence denies and another affirms in all its words: "menuntut ganti rugi dari Budi", and did not."""
    done: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity == "+":
            done[_act(claim)].append(claim)
    for claim in (c for c in claims if c.polarity == "-" and not c.quotes):
        said = keys(claim.span.text, claim.language).keys()
        for other in done[_act(claim)] if len(said) >= DENIED else ():
            names = set(claim.question.names) & set(other.question.names)
            if names and said <= keys(other.span.text, other.language).keys() and not other.quotes:
                yield claim, other


def _act(claim: Claim) -> object:
    """The act of a claim and whether it is told, asked or only planned."""
    return dict(claim.question.roles).get("act"), claim.status


def holds(row: Judged) -> bool:
    """Whether a clash of two claims of one document stands: a count, in nearly the same words or against a headline.

    Claims of two documents always pass.
    """
    a, b = row.a.claim, row.b.claim
    if a.document != b.document or row.relation != "conflict":
        return True
    if _is_title(a) or _is_title(b):
        told = row.kind == "date" or _counts(row)
        return told and alike(a, b) >= AGAINST_TITLE
    return _counts(row) and not _listed(row) and _apart(a, b) and _one_question(a, b)


def _listed(row: Judged) -> bool:
    """Two lines of a list, or a sentence set against another: "DP 20 persen: Rp 151 juta", "Sementara SIM C …"."""
    a, b = row.a.claim, row.b.claim
    if all(c.sentence.kind in LINES for c in (a, b)) or _rest(row.a) == _rest(row.b):
        return True
    return opens_with(a, "of_contrast", 1) or opens_with(b, "of_contrast", 1)


def _rest(x: Answer) -> str:
    """The sentence of an answer without it."""
    whole = x.claim.sentence.span
    return whole.text[: x.at - whole.start] + whole.text[x.at - whole.start + len(x.says) :]


def _is_title(claim: Claim) -> bool:
    return claim.sentence.kind == "headline" and claim.sentence.span.start < TOP


def _counts(row: Judged) -> bool:
    """Whether a row is of a number that is no ordinal and not vague."""
    if row.kind != "number":
        return False
    found = (row.a.quantity, row.b.quantity)
    return all(q is None or (q.kind != "ordinal" and q.hedge != "vague") for q in found)


def _least(a: Claim, b: Claim) -> float:
    counted = all(q.kind in ("count", "ordinal") for c in (a, b) for q in c.quantities)
    return COUNTS if counted else VERY_ALIKE


def _by_value(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims that give the same kind of value, in the order of the text."""
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in dict.fromkeys((q.kind, q.unit) for q in claim.quantities):
            groups[key].append(claim)
    yield from groups.values()


def _near(group: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for i, a in enumerate(group):
        for b in group[i + 1 : i + 1 + NEXT]:
            if _apart(a, b):
                yield a, b


def _apart(a: Claim, b: Claim) -> bool:
    """Whether something stands between two sentences: neighbours are a list or a contrast."""
    first, second = sorted((a.sentence.span, b.sentence.span), key=lambda s: s.start)
    return second.start - first.end >= BETWEEN


def _one_question(a: Claim, b: Claim) -> bool:
    """Whether two claims of one document name the same, with at most a name more, in nearly the same words."""
    mine, theirs = set(a.question.names), set(b.question.names)
    named = bool(mine & theirs) and (mine <= theirs or theirs <= mine)
    return named and len(set(terms(a)) & set(terms(b))) >= SHARED and alike(a, b) >= _least(a, b)


def clash_findings(
    readings: Sequence[Reading],
    clusters: Sequence[Cluster],
    origin: Mapping[str, str],
    sources: Mapping[str, str],
    language: str,
) -> Iterator[Finding]:
    """A finding for each clash of a document with the calendar or with its own sums.

    Where the document itself, or reports that share a question with it, print that weekday or that day right, they
    stand beside the clash: "Rabu (12/6/2025)" in one, "Rabu (11/6/2025)" or "Kamis (12/6/2025)" in the others.
    """
    for reading in readings:
        own = reading.document.id
        linked = {d for cluster in clusters if own in cluster.documents for d in cluster.documents}
        linked -= {d for d in linked if origin.get(d) == origin.get(own)}  # a copy has the same slip
        others = [time for r in readings if r.document.id in {own, *linked} for time in r.times]
        for clash in reading.clashes:
            yield _finding(clash, own, _right_days(clash, others), origin, sources, language)


def _right_days(clash: Clash, times: Sequence[Time]) -> list[Time]:
    """The times that print the day which the one that clashes should have been; none where they differ."""
    mends = MENDS.get(clash.rule)
    if mends is None:
        return []
    days = [
        (t.earliest.date(), t)
        for t in times
        if t.earliest is not None and t.grain in DAYLIKE and t.anchor == "explicit"
    ]
    fits = [(day, t) for day, t in days if t.weekday in (None, day.weekday())]
    right = [(day, t) for day, t in fits if mends(dict(clash.values), day, t.weekday is not None)]
    return [t for _, t in right] if len({day for day, _ in right}) == 1 else []


def _mends_weekday(values: Mapping[str, str], day: date, named: bool) -> bool:
    """The same day with its own weekday, or one slip away with the one printed; with none named, of another month."""
    wrong, printed = date.fromisoformat(values["date"]), int(values["printed"])
    if named and day == wrong:
        return True
    return day.weekday() == printed and _one_slip(wrong, day) and (named or day.day == wrong.day)


def _mends_lateness(values: Mapping[str, str], day: date, named: bool) -> bool:
    """The same day of another month or year, not after the report."""
    wrong, published = date.fromisoformat(values["date"]), date.fromisoformat(values["published"])
    return day.day == wrong.day and _one_slip(wrong, day) and day <= published


MENDS: Mapping[str, Callable[[Mapping[str, str], date, bool], bool]] = {
    "weekday": _mends_weekday,
    "after the report": _mends_lateness,
}


def _one_slip(x: date, y: date) -> bool:
    """Whether two days are a day apart, or the same day of another month or year.

    >>> _one_slip(date(2025, 6, 12), date(2025, 6, 11)), _one_slip(date(2025, 4, 10), date(2025, 6, 10))
    (True, True)
    >>> _one_slip(date(2025, 6, 12), date(2025, 6, 3)), _one_slip(date(2024, 4, 10), date(2025, 6, 10))
    (False, False)
    """
    return abs(x - y).days == 1 or (x.day == y.day and (x.month == y.month) != (x.year == y.year))


def _finding(
    clash: Clash,
    document: str,
    right: Sequence[Time],
    origin: Mapping[str, str],
    sources: Mapping[str, str],
    language: str,
) -> Finding:
    words = load(language).data["findings.toml"]
    values = {name: _shown(name, text, words) for name, text in clash.values}
    sides = [*clash.sides, *([(_against(clash, values), clash.sides[0][1])] if len(clash.sides) == 1 else ())]
    named = {**values, "first": sources[document], "a": sides[0][0], "b": sides[1][0]}
    says = words["clash"][clash.rule.replace(" ", "_")].format_map(named)
    if right:
        others = who(next(_elsewhere(right, origin)), sources, words["headline"])
        where = "here" if {t.span.document for t in right} == {document} else "elsewhere"
        says = words["clash"][where].format(says=says, others=others, c=_shortest(right))
    return Finding(
        id=stable_id(clash.kind, clash.rule, *(f"{s.document}:{s.text}" for _, s in sides)),
        kind=clash.kind,
        relation="conflict",
        severity="medium",
        confidence=SURE.get(clash.rule, OTHERWISE),
        headline=says,
        question=", ".join(s.text for _, s in clash.sides),
        sides=(*(_side(text, (span,), origin) for text, span in sides), *_elsewhere(right, origin)),
        steps=(Step(f"{clash.kind}.{clash.rule.replace(' ', '-')}", True, says),),
    )


def _against(clash: Clash, values: Mapping[str, str]) -> str:
    """What the only place printed stands against: the last day of the month, the day of publication."""
    return values.get("published") or values.get("last") or ""


def _shown(name: str, text: str, words: Mapping[str, Mapping[str, list[str]]]) -> str:
    """A value as words: weekdays by name, dates written out."""
    if name in ("printed", "true") and text.isdigit() and int(text) < 7:
        return words["calendar"]["weekdays"][int(text)]
    if name in ("date", "published"):
        day = date.fromisoformat(text)
        return f"{day.day} {words['calendar']['months'][day.month - 1]} {day.year}"
    return text


def _elsewhere(right: Sequence[Time], origin: Mapping[str, str]) -> Iterator[Side]:
    if right:
        yield _side(_shortest(right), tuple(t.span for t in right), origin)


def _shortest(times: Sequence[Time]) -> str:
    return min((t.span.text for t in times), key=len)


def _side(says: str, spans: tuple[Span, ...], origin: Mapping[str, str]) -> Side:
    documents = tuple(sorted({span.document for span in spans}))
    return Side(says, spans, (), documents, tuple(sorted({origin[d] for d in documents if d in origin})))
