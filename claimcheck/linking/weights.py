"""What a question weighs: its terms, rarer ones more, as rows of sparse matrices."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain, count
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix, hstack

from claimcheck.languages.lexicon import broader, kind, lexicon, opposite
from claimcheck.records import Claim, Quantity, Question

Matrix = Any  # scipy's sparse matrices carry no types
Numbers = np.ndarray[Any, np.dtype[Any]]

# A name says more about a question than a word; what is counted is part of the question, how many is not.
OF_KIND = {"n": 1.2, "c": 1.0, "w": 1.0, "b": 0.6, "s": 0.8}
TOLD = frozenset({"act", "state", "quality"})  # kinds of concept that tell something of the others
BROADER = 4  # steps from a concept to the widest one that counts: activist, person
# What a bundle is thought to stand among, so that its own words weigh something, and so that a report of something
# else changes nothing among the others: claims of other news, and reports of other events.
OTHERS, REPORTS = 1300, 105
TABLE = 3  # lines of one report with the same words from which they are rows of a table
NEAR_VALUE, ALIKE_VALUE = 1.1, 6.0  # times by which numbers may differ that are near each other, or alike
TENTH = 0.1  # what a time in the year of its report counts beside one of another
COARSE = frozenset({"decade", "year", "quarter", "month"})  # grains of times that are no days
NAME_LEAST = 4  # letters left of a name without its clitic: Telegramnya, but Kenya


def terms(claim: Claim) -> tuple[str, ...]:
    """The terms of a claim's question: names, concepts, broader concepts, other words, and what is counted.

    A concept and its opposite are one term: a question has no answer. A name is also its words, for headlines
    print words like names.

    >>> from claimcheck.records import Question, Sentence, Span
    >>> place = Span("a", 0, 1, "x")
    >>> terms(Claim("a:0-1", place, Sentence(place), Question(("visit",), ("RU", "sergei shoigu"), ("foto",))))
    ('n:RU', 'w:sergei', 'w:shoigu', 'n:sergei shoigu', 'c:visit', 'b:visit', 'w:foto')
    """
    question = claim.question
    found: list[str] = []
    for name in question.names:
        found += name_terms(name, claim.language)
    for concept in question.concepts:
        found += _concept_terms(concept)
    found += [f"w:{lemma}" for lemma in question.lemmas]
    if not found:  # "He was 95."
        return ()
    found += [f"s:{exact}" for exact, _ in slots(claim)]
    return tuple(dict.fromkeys(found))


@cache
def _concept_terms(concept: str) -> tuple[str, str]:
    return f"c:{neutral(concept)}", f"b:{broader(concept) or concept}"


@cache
def name_terms(name: str, language: str) -> tuple[str, ...]:
    """A code as it is; else the words of a name (what the lexicon has as its concept), and a long name whole.

    >>> name_terms("KP", "id"), name_terms("tersangka kecelakaan maut", "id")
    (('n:KP',), ('c:suspect', 'c:accident', 'n:tersangka kecelakaan maut'))
    """
    if name != name.lower():
        return (f"n:{name}",)
    words = tuple(_word_terms(name, language))
    return (*words, f"n:{name}") if len(words) > 1 else words


def _word_terms(name: str, language: str) -> Iterator[str]:
    """The concepts of a name's words and phrases, and each word that is no concept by itself."""
    words = lexicon(language)
    run = name.replace("-", " ").split()
    yield from (f"c:{neutral(concept)}" for _, _, concept in words.concepts_in(run))
    for word in run:
        if words.concept(word) is None and len(word) > 1 and not words.is_stop(word):
            yield f"w:{next((w for w in words.rules.without_clitic(word) if len(w) > NAME_LEAST), word)}"


@cache
def neutral(concept: str) -> str:
    """A concept, or the first of it and its opposite: rise and fall answer one question."""
    other = opposite(concept)
    return concept if other is None else min(concept, other)


def slots(claim: Claim) -> list[tuple[str, str]]:
    """What each quantity counts, exactly and roughly: passengers and activists are both persons.

    The value is an answer and takes no part.
    """
    return [_slot(q) for q in claim.quantities]


def _slot(quantity: Quantity) -> tuple[str, str]:
    return _named_slot(quantity.kind, quantity.unit or "", quantity.counted or "", quantity.role or "")


@cache
def _named_slot(kind: str, unit: str, counted: str, role: str) -> tuple[str, str]:
    if kind == "identifier":
        key = f"identifier {unit}"
        return key, key
    exact = f"{kind} {unit} {neutral(counted) if counted != unit else ''} {role}"
    return exact, f"{kind} {unit or widest(counted)}"


def only_ones(claims: Sequence[Claim]) -> list[tuple[str, ...]]:
    """For each claim the slots for which its report gives one answer, however often: the toll, the magnitude.

    What is counted must be told: ten persons are not the ten persons of another report.
    """
    given: dict[tuple[str, str], set[tuple[object, object]]] = defaultdict(set)
    asked: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for q in claim.quantities:
            if _telling(q):
                key = claim.document, _slot(q)[0]
                given[key].add((q.low, q.high))
                asked[i].append(key)
    ones = {i: tuple(key[1] for key in keys if len(given[key]) == 1) for i, keys in asked.items()}
    return [ones.get(i, ()) for i in range(len(claims))]


def _telling(q: Quantity) -> bool:
    """Whether the slot of a quantity says what it is of; "beberapa" and "ribuan" answer no such question."""
    if q.hedge == "vague":
        return False
    if q.kind == "count":
        return bool(q.role) or q.counted not in (None, "person")
    return q.kind in ("measure", "money")


@cache
def widest(concept: str) -> str:
    """The widest concept that a concept falls under, itself where there is none.

    >>> widest("soldier")
    'person'
    """
    for _ in range(BROADER):
        concept = broader(concept) or concept
    return concept


@dataclass(frozen=True, slots=True)
class Weighing:
    """The claims of a comparison as rows: their terms, with unit length; those and the words of their sentence.

    `event` has the names of the whole report, `group` is the number of its event where events are known, `only` the
    slots for which the report has one answer, `acts` what it tells, `ends` the names that are "from" or "to", `turned`
    the same the other way round; `numbers` has the slots that a claim fills, `near`, `alike` and `exact` those with
    roughly or just what number, `several` whether it fills more than one, `figures` its numbers of two digits or more.
    `rare` says of each term how rare it is, 1 at most, and 0 of names; `said`, `dated` and `denied` whether a claim is
    somebody's, has a time, is told not to be so; `act` is its act, -1 if it has none; `document` and `sentence` are
    where it stands, `row` the rows of tables.
    """

    words: Matrix
    context: Matrix
    wording: Matrix
    event: Matrix
    group: Numbers
    only: Matrix
    slots: Matrix
    numbers: Matrix
    near: Matrix
    alike: Matrix
    exact: Matrix
    figures: Matrix
    several: Numbers
    acts: Matrix
    ends: Matrix
    turned: Matrix
    rare: Numbers
    said: Numbers
    dated: Numbers
    denied: Numbers
    act: Numbers
    language: Numbers
    document: Numbers
    sentence: Numbers
    row: Numbers


def weigh(claims: Sequence[Claim], groups: Iterable[Sequence[str]] = ()) -> Weighing:
    """Weigh the terms of all claims: the logarithm of their rarity, times the weight of their kind.

    `groups` are the reports of one event each, where that is known.
    """
    asked = [terms(claim) for claim in claims]
    column, ones = one_hot(asked)
    kinds = np.array([OF_KIND[term[0]] for term in column])
    fresh = _fresh(claims)
    weight = rarity(ones[fresh], OTHERS)
    document = _numbered(claim.document for claim in claims)
    start = np.array([claim.sentence.span.start for claim in claims], dtype=np.int64)
    _, first, sentence = np.unique((document << 32) + start, return_index=True, return_inverse=True)
    names = one_hot([_name_words(claim) for claim in claims])[1]
    ends, turned = _directions(claims)
    own = np.array([float(term[0] in "cw") for term in column])
    filled = [numbers_of(claim) for claim in claims]
    return Weighing(
        words=unit(scaled(ones, kinds * weight)),
        context=_contexts(ones, document[first], sentence, kinds * weight),
        wording=_wordings([claims[i].sentence.span.text for i in first.tolist()])[sentence],
        event=_events(names, document, fresh),
        group=_group(claims, groups),
        only=one_hot(only_ones(claims))[1],
        slots=one_hot([[rough for _, rough in slots(claim)] for claim in claims])[1],
        numbers=one_hot([[slot for slot, _ in known] for known in filled])[1],
        near=one_hot([_steps(known, NEAR_VALUE) for known in filled])[1],
        alike=one_hot([_steps(known, ALIKE_VALUE) for known in filled])[1],
        several=np.array([len(known) > 1 or _ordinal(known) for known in filled], dtype=bool),
        exact=one_hot([[f"{slot} {q.low} {q.high}" for slot, q in known] for known in filled])[1],
        figures=one_hot([_figures(claim) for claim in claims])[1],
        acts=one_hot([told_in(claim) for claim in claims])[1],
        ends=ends,
        turned=turned,
        rare=own * weight / np.log(1 + max(len(fresh), OTHERS)),
        said=np.array([c.attribution is not None for c in claims], dtype=bool),
        dated=_dated(claims),
        denied=np.array([c.polarity == "-" for c in claims], dtype=bool),
        act=_numbered_acts([act_of(claim) for claim in claims]),
        language=_numbered(claim.language for claim in claims),
        document=document,
        sentence=sentence,
        row=_rows(claims, asked),
    )


def _directions(claims: Sequence[Claim]) -> tuple[Matrix, Matrix]:
    """For each claim the names that are "from" or "to" here, and the same turned round: Korea to Russia."""
    names = [{n: r for r, n in c.question.roles if r in ("from", "to")} for c in claims]
    here = [[f"{role} {name}" for name, role in roles.items()] for roles in names]
    turned = [[f"{_TURNED[role]} {name}" for name, role in roles.items()] for roles in names]
    both = one_hot([*here, *turned])[1]
    return both[: len(claims)], both[len(claims) :]


_TURNED = {"from": "to", "to": "from"}


def _name_words(claim: Claim) -> list[str]:
    return [t for n in claim.question.names for t in name_terms(n, claim.language) if t[0] != "c"]


def one_hot(rows: Sequence[Collection[str]]) -> tuple[list[str], Matrix]:
    """All terms in order, one a column, and a matrix with a one where a row has a term, however often."""
    met: dict[str, int] = defaultdict(count().__next__)  # each term is looked up once, and its rank later
    sizes = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    cells = np.fromiter(map(met.__getitem__, chain.from_iterable(rows)), dtype=np.int64, count=sizes.sum())
    column = sorted(met)
    rank = np.empty(len(met), dtype=np.int64)
    rank[[met[term] for term in column]] = np.arange(len(met))
    starts = np.concatenate(([0], np.cumsum(sizes)))
    shape = (len(rows), max(1, len(met)))
    made = csr_matrix((np.ones(len(cells)), rank[cells], starts), shape=shape)  # type: ignore[no-untyped-call]
    made.sum_duplicates()  # type: ignore[no-untyped-call]
    made.data[:] = 1
    return column, made


def distinct(keys: Numbers) -> Numbers:
    """The different numbers, in order; on a million of them faster than numpy's own, which hashes."""
    ordered = np.sort(keys)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


def rarity(ones: Matrix, others: int = 0) -> Numbers:
    """The logarithm of how rare each column is among the rows, or among `others` where they are fewer."""
    counts = np.bincount(ones.indices, minlength=ones.shape[1])
    rare: Numbers = np.log(1 + max(ones.shape[0], others) / np.maximum(counts, 1))
    return rare


def scaled(matrix: Matrix, weight: Numbers) -> Matrix:
    """The matrix with each column times its weight."""
    made = matrix.copy()
    made.data = made.data * weight[made.indices] if len(weight) else made.data
    return made


def beside(left: Matrix, right: Matrix) -> Matrix:
    """Both matrices as one, row beside row: their products add."""
    return hstack([left, right], format="csr")  # type: ignore[no-untyped-call]


def moved(matrix: Matrix, place: Numbers, places: int) -> Matrix:
    """The matrix with the columns of each row moved to its place among so many: rows of one place alone meet."""
    width = matrix.shape[1]
    columns = matrix.indices + np.repeat(place.astype(np.int64) * width, np.diff(matrix.indptr))
    shape = (matrix.shape[0], width * places)
    return csr_matrix((matrix.data, columns, matrix.indptr), shape=shape)  # type: ignore[no-untyped-call]


def unit(matrix: Matrix) -> Matrix:
    """The matrix with rows of length one."""
    made = matrix.copy()
    lengths = np.sqrt(_sums(made.multiply(made)))
    made.data = made.data / np.repeat(np.where(lengths > 0, lengths, 1), np.diff(made.indptr))
    return made


def _sums(matrix: Matrix) -> Numbers:
    return np.asarray(matrix.sum(axis=1)).ravel()


def _numbered(keys: Iterable[object]) -> Numbers:
    seen: dict[object, int] = {}
    return np.array([seen.setdefault(key, len(seen)) for key in keys], dtype=np.int64)


def together(ones: Matrix, group: Numbers) -> Matrix:
    """One row a group, with a one where any of its rows has one."""
    size = int(group.max()) + 1 if len(group) else 0
    member = csr_matrix(  # type: ignore[no-untyped-call]
        (np.ones(len(group)), (group, np.arange(len(group)))), shape=(size, len(group))
    )
    made = (member @ ones).tocsr()
    made.data[:] = 1
    return made


def _contexts(ones: Matrix, document: Numbers, sentence: Numbers, weight: Numbers) -> Matrix:
    """For each claim the terms of its sentence, and of the sentence before it at half their weight.

    `document` says for each sentence where it stands.
    """
    rows = together(ones, sentence)
    earlier = np.flatnonzero(np.diff(document) == 0)
    half, size = np.full(len(earlier), 0.5), len(document)
    before = csr_matrix((half, (earlier + 1, earlier)), shape=(size, size))  # type: ignore[no-untyped-call]
    rows = rows.maximum(before @ rows).tocsr().sorted_indices()  # sorted rows are multiplied faster
    return unit(scaled(rows, weight))[sentence]


def _events(names: Matrix, document: Numbers, fresh: Numbers) -> Matrix:
    """For each claim the names of its document, rare ones more: what tells one event from another."""
    rows = together(names, document)
    return unit(scaled(rows, rarity(rows[np.unique(document[fresh])], REPORTS)))[document]


def _group(claims: Sequence[Claim], groups: Iterable[Sequence[str]]) -> Numbers:
    """The number of the event that the report of each claim tells of; the same for all where events are not known."""
    number = {id: i for i, group in enumerate(groups) for id in group}
    return np.array([number.get(claim.document, -1) for claim in claims], dtype=np.int64)


def _fresh(claims: Sequence[Claim]) -> Numbers:
    """Where the claims stand that ask and print something first: copies make no word more common."""
    first: dict[tuple[str, Question], int] = {}
    for i, claim in enumerate(claims):
        first.setdefault((claim.span.text, claim.question), i)
    return np.array(sorted(first.values()), dtype=np.int64)


def _wordings(texts: Iterable[str]) -> Matrix:
    """For each sentence its words as printed, numbers left out, for they are answers."""
    return unit(one_hot([_WORDS.findall(text.lower()) for text in texts])[1])


_WORDS = re.compile(r"[^\W\d_]+")


def told_in(claim: Claim) -> set[str]:
    """What a claim tells of its things: its act, and the acts, states and qualities it names."""
    told = {tell for concept in claim.question.concepts if (tell := _told(concept)) is not None}
    act = act_of(claim)
    return told if act is None else {*told, act}


def act_of(claim: Claim) -> str | None:
    """What a claim does, or its opposite."""
    return next((neutral(name) for role, name in claim.question.roles if role == "act"), None)


@cache
def _told(concept: str) -> str | None:
    """A concept that tells something, or its opposite; None for a thing, a place, a person."""
    return neutral(concept) if kind(concept) in TOLD else None


def _numbered_acts(acts: Sequence[str | None]) -> Numbers:
    """Each act as a number, -1 for none."""
    return np.where([act is None for act in acts], -1, _numbered(acts))


def _dated(claims: Sequence[Claim]) -> Numbers:
    """1 for a claim with a time of a year before its report's, a tenth for one with any other time."""
    years = [{t.earliest.year for t in claim.times if t.earliest is not None} for claim in claims]
    own = own_years(claims)
    return np.array(
        [
            1.0 if found and min(found) < own[claim.document] else TENTH * bool(claim.times)
            for claim, found in zip(claims, years, strict=True)
        ]
    )


def own_years(claims: Iterable[Claim]) -> dict[str, int]:
    """The year of each report: that of most of its days, or else the latest it names."""
    days: dict[str, Counter[int]] = defaultdict(Counter)
    latest: dict[str, int] = {}
    for claim in claims:
        for year, grain in ((t.earliest.year, t.grain) for t in claim.times if t.earliest is not None):
            latest[claim.document] = max(year, latest.get(claim.document, year))
            days[claim.document][year] += grain not in COARSE
    return {
        document: max(found, key=lambda year: (found[year], year))
        if any(found.values())
        else latest[document]
        for document, found in days.items()
    }


def numbers_of(claim: Claim) -> list[tuple[str, Quantity]]:
    """The numbers of a claim that are no names of things and not vague, each with its slot."""
    return [
        (exact, q)
        for (exact, _), q in zip(slots(claim), claim.quantities, strict=True)
        if q.kind != "identifier" and q.hedge != "vague"
    ]


def _ordinal(filled: Sequence[tuple[str, Quantity]]) -> bool:
    return any(q.kind == "ordinal" for _, q in filled)


def _steps(filled: Sequence[tuple[str, Quantity]], size: float) -> list[str]:
    """Each slot with the steps of that size on which the bounds of its number fall, and the next: near ones share one.

    >>> from claimcheck.compare import read
    >>> one, other = (numbers_of(read(text).claims[0]) for text in ("300 orang tewas.", "Lebih dari 320 orang tewas."))
    >>> sorted(set(_steps(one, 1.1)) & set(_steps(other, 1.1)))
    ['count person  death 60']
    """
    return [
        f"{slot} {step + more}"
        for slot, q in filled
        for step in {_step(float(bound), size) for bound in (q.low, q.high) if bound is not None}
        for more in (0, 1)
    ]


def _step(number: float, size: float) -> int:
    """The power of `size` below a number; zero stands by itself."""
    return math.floor(math.log(abs(number), size)) if number else -1000


def _figures(claim: Claim) -> list[str]:
    """The numbers of two digits that count, and twice those of more: two reports seldom give one by chance."""
    known = [(q.kind, q.low) for q in claim.quantities if q.kind != "identifier" and q.low is not None]
    return [
        f"{kind} {low.normalize()} {times}" for kind, low in known for times in range(min(digits(low) - 1, 2))
    ]


def digits(number: Decimal) -> int:
    """How many digits of a number count: those between the zeros at its ends.

    >>> digits(Decimal("1980000")), digits(Decimal("5.30")), digits(Decimal(20))
    (3, 2, 1)
    """
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))


def _rows(claims: Sequence[Claim], asked: Sequence[tuple[str, ...]]) -> Numbers:
    """Which row of a table each claim is, by its first quantity; -1 for a claim that is none.

    Lines of one report that differ in nothing but numbers ask about what their first number names: "Harga emas
    5 gram: Rp 9.320.000".
    """
    listed = [(i, (c.document, asked[i])) for i, c in enumerate(claims) if len(c.quantities) > 1]
    often = Counter(key for _, key in listed)
    found = np.full(len(claims), -1, dtype=np.int64)
    for i, key in listed:
        if often[key] >= TABLE:
            found[i] = _key(claims[i])
    return found


def _key(claim: Claim) -> int:
    first = claim.quantities[0]
    return crc32(f"{first.unit} {first.low} {first.high}".encode())
