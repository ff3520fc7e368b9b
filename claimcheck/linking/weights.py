"""What a question weighs: its terms, rarer ones more, as rows of sparse matrices."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, reduce
from itertools import chain
from zlib import crc32

import numpy as np

from claimcheck.languages.lexicon import broader, kind, lexicon, opposite
from claimcheck.linking.rows import (
    Matrix,
    Numbers,
    beside,
    by_row,
    held,
    numbered,
    one_hot,
    placed,
    present,
    rarity,
    scaled,
    through,
    together,
    unit,
)
from claimcheck.records import Claim, Quantity, Question

# A name says more about a question than a word; what is counted is part of the question, how many is not.
OF_KIND = {"n": 1.2, "c": 1.0, "w": 1.0, "b": 0.6, "s": 0.8}
TOLD = frozenset({"act", "state", "quality"})  # kinds of concept that tell something of the others
BROADER = 4  # steps from a concept to the widest one that counts: activist, person
# What a bundle is thought to stand among, so that its own words weigh something, and so that a report of something
# else changes nothing among the others: claims of other news, and reports of other events.
OTHERS, REPORTS = 1300, 105
TABLE = 3  # lines of one report with the same words from which they are rows of a table
NEAR_VALUE, ALIKE_VALUE = 1.1, 6.0  # times by which numbers may differ that are near each other, or alike
WHOLE = 0.9  # share of the letters of a sentence from which a claim is all of it
TENTH = 0.1  # what a time in the year of its report counts beside one of another
POINTING = frozenset(
    {"incident", "accident", "collision"}
)  # events that a report only points at: "peristiwa itu"
AMOUNTS = "only", "slots", "numbers", "near", "alike", "exact", "figures"  # what may be counted, sort by sort
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
        found += concept_terms(concept)
    found += [f"w:{lemma}" for lemma in question.lemmas]
    if not found:  # "He was 95."
        return ()
    found += [f"s:{exact}" for exact, _ in slots(claim)]
    return tuple(dict.fromkeys(found))


@cache
def concept_terms(concept: str) -> tuple[str, str]:
    """A concept and what is broader; itself where nothing is.

    >>> concept_terms("visit")
    ('c:visit', 'b:visit')
    """
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
    """The claims of a comparison as rows: their terms, with unit length, and what else is looked at.

    `context` and `wording` have one row a sentence: what its claims are about, and its printed words. `event` has one a
    report, with its names; `group` is the number of a claim's event where events are known. `amounts` is what claims
    count, and `sort` says which of AMOUNTS each column is: `only` the slots for which the report has one answer,
    `numbers` the slots that a claim fills, `near`, `alike` and `exact` those with roughly or just what number,
    `figures` its numbers of two digits or more; `several` is whether it fills more than one. `acts` is what it tells,
    `ends` are the names that are "from" or "to", `turned` the same the other way round. `rare` says of each term how
    rare it is, 1 at most, and 0 of names; `said`, `dated` and `denied` whether a claim is somebody's, has a time, is
    told not to be so; `happened` what `tells_when` says of it; `act` is its act, -1 if it has none, `doers` are those
    who do it; `whole` and `headline` whether it is all of its sentence, and that of a headline; `document` and
    `sentence` are where it stands, `row` the rows of tables.
    """

    words: Matrix
    context: Matrix
    wording: Matrix
    event: Matrix
    group: Numbers
    amounts: Matrix
    sort: Numbers
    several: Numbers
    acts: Matrix
    ends: Matrix
    turned: Matrix
    rare: Numbers
    said: Numbers
    dated: Numbers
    denied: Numbers
    happened: Numbers
    act: Numbers
    doers: Matrix
    whole: Numbers
    headline: Numbers
    language: Numbers
    document: Numbers
    sentence: Numbers
    row: Numbers

    def counted(self, name: str) -> Matrix:
        """What claims count, of one of AMOUNTS."""
        return self.amounts[:, self.sort == AMOUNTS.index(name)]


def weigh(claims: Sequence[Claim], groups: Iterable[Sequence[str]] = ()) -> Weighing:
    """Weigh the terms of all claims: the logarithm of their rarity, times the weight of their kind.

    `groups` are the reports of one event each, where that is known.
    """
    parts = _parts(claims)
    column, ones = _asked(parts)
    kinds = np.array([OF_KIND[term[0]] for term in column])
    fresh = _fresh(claims)
    weight = rarity(ones[fresh], OTHERS)
    document = numbered(claim.span.document for claim in claims)
    start = np.array([claim.sentence.span.start for claim in claims], dtype=np.int64)
    _, first, sentence = np.unique((document << 32) + start, return_index=True, return_inverse=True)
    ends, turned = _directions(claims)
    own = np.array([float(term[0] in "cw") for term in column])
    act, acts = _acts(parts)
    amounts, sort = _amounts(parts, document)
    return Weighing(
        words=unit(scaled(ones, kinds * weight)),
        context=_contexts(ones, document[first], sentence, kinds * weight),
        wording=_wordings([claims[i].sentence.span.text for i in first.tolist()]),
        event=_events(parts, document, fresh),
        group=_group(claims, groups)[document],
        amounts=amounts,
        sort=sort,
        several=_several(parts),
        acts=acts,
        ends=ends,
        turned=turned,
        rare=own * weight / np.log(1 + max(len(fresh), OTHERS)),
        said=np.array([claim.attribution is not None for claim in claims], dtype=bool),
        dated=_dated(claims),
        denied=np.array([claim.polarity == "-" for claim in claims], dtype=bool),
        happened=np.array([tells_when(claim) for claim in claims], dtype=np.int64),
        act=act,
        doers=_doers(claims),
        whole=np.array([_is_whole(claim) for claim in claims], dtype=bool),
        headline=np.array([claim.sentence.kind == "headline" for claim in claims], dtype=bool),
        language=numbered(claim.language for claim in claims),
        document=document,
        sentence=sentence,
        row=_rows(claims),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What claims are made of: each different name (with its language), concept, other word, quantity, act.

    And which of them each claim has, one row a claim; so every part is looked up once, however many claims have it.
    """

    names: tuple[list[tuple[str, str]], Matrix]
    concepts: tuple[list[str], Matrix]
    lemmas: tuple[list[str], Matrix]
    quantities: tuple[list[Quantity], Matrix]
    acts: tuple[list[str], Matrix]


def _parts(claims: Sequence[Claim]) -> _Parts:
    acts = [act_of(claim) for claim in claims]
    keys = [[*map(_printed, claim.quantities)] if claim.quantities else [] for claim in claims]
    printed, gives = held(keys)
    quantity = dict(
        zip(chain.from_iterable(keys), (q for claim in claims for q in claim.quantities), strict=True)
    )
    return _Parts(
        names=_names(claims),
        concepts=held([claim.question.concepts for claim in claims]),
        lemmas=held([claim.question.lemmas for claim in claims]),
        quantities=([quantity[key] for key in printed], gives),
        acts=held([[] if act is None else [act] for act in acts]),
    )


def _names(claims: Sequence[Claim]) -> tuple[list[tuple[str, str]], Matrix]:
    """Each name in each language that has it, and which of them each claim has."""
    names, ones = held([claim.question.names for claim in claims])
    languages = [claim.language for claim in claims]
    spoken = list(dict.fromkeys(languages))
    many = np.diff(ones.indptr)
    keys, cells = np.unique(
        ones.indices.astype(np.int64) * len(spoken) + np.repeat(numbered(languages), many),
        return_inverse=True,
    )
    known = [(names[key // len(spoken)], spoken[key % len(spoken)]) for key in keys.tolist()]
    return known, by_row(ones.data, cells, many, len(known))


def _printed(q: Quantity) -> tuple[str | None, ...]:
    """All of a quantity that linking looks at."""
    return q.kind, q.unit, q.counted, q.role, q.hedge, str(q.low), str(q.high)


def _asked(parts: _Parts) -> tuple[list[str], Matrix]:
    """All terms in order, and which of them each claim asks with, as `terms` tells of one."""
    rows: list[Collection[str]] = [name_terms(name, language) for name, language in parts.names[0]]
    rows += map(concept_terms, parts.concepts[0])
    rows += ([f"w:{lemma}"] for lemma in parts.lemmas[0])
    rows += ([f"s:{_slot(q)[0]}"] for q in parts.quantities[0])
    held_by = (parts.names[1], parts.concepts[1], parts.lemmas[1], parts.quantities[1])
    column, ones = through(reduce(beside, held_by), rows)
    asks = np.array([term[0] != "s" for term in column], dtype=bool)
    row = np.repeat(np.arange(ones.shape[0]), np.diff(ones.indptr))
    ones.data *= np.bincount(row[asks[ones.indices]], minlength=ones.shape[0])[row] > 0
    ones.eliminate_zeros()
    return column, ones


def _acts(parts: _Parts) -> tuple[Numbers, Matrix]:
    """The number of each claim's act, -1 for none, and all that it tells, as `told_in` does of one."""
    (concepts, with_concepts), (acts, doing) = parts.concepts, parts.acts
    number = np.full(doing.shape[0], -1, dtype=np.int64)
    number[np.diff(doing.indptr) > 0] = doing.indices
    told = [[] if (tells := _told(concept)) is None else [tells] for concept in concepts]
    return number, through(beside(with_concepts, doing), [*told, *([act] for act in acts)])[1]


def _amounts(parts: _Parts, document: Numbers) -> tuple[Matrix, Numbers]:
    """What claims count and how much of it, and which of AMOUNTS each column is."""
    given, gives = parts.quantities
    filled = [_filled(q) for q in given]
    terms_of: dict[str, list[list[str]]] = {
        "slots": [[_slot(q)[1]] for q in given],
        "numbers": [[slot for slot, _ in known] for known in filled],
        "near": [_steps(known, NEAR_VALUE) for known in filled],
        "alike": [_steps(known, ALIKE_VALUE) for known in filled],
        "exact": [[f"{slot} {q.low} {q.high}" for slot, q in known] for known in filled],
        "figures": [_figures(q) for q in given],
    }
    found = {name: through(gives, rows)[1] for name, rows in terms_of.items()}
    found["only"] = _only(parts, document)
    widths = [found[name].shape[1] for name in AMOUNTS]
    return reduce(beside, (found[name] for name in AMOUNTS)), np.repeat(np.arange(len(AMOUNTS)), widths)


def _only(parts: _Parts, document: Numbers) -> Matrix:
    """For each claim the slots for which its report gives one answer, however often: the toll, the magnitude.

    What is counted must be told: ten persons are not the ten persons of another report.
    """
    given, gives = parts.quantities
    telling, slot = held([[_slot(q)[0]] if _telling(q) else [] for q in given])
    answer = numbered((q.low, q.high) for q in given)
    claim, quantity = np.repeat(np.arange(gives.shape[0]), np.diff(gives.indptr)), gives.indices
    tells = np.diff(slot.indptr)[quantity] > 0
    claim, quantity = claim[tells], quantity[tells]
    asked = slot.indices[slot.indptr[quantity]]
    keys = document[claim] * len(telling) + asked
    answers = np.unique(keys * len(given) + answer[quantity]) // max(1, len(given))
    answered, often = np.unique(answers, return_counts=True)
    alone = np.isin(keys, answered[often == 1])
    many = np.bincount(claim[alone], minlength=gives.shape[0])
    return present(by_row(np.ones(many.sum()), asked[alone], many, len(telling)))


def _several(parts: _Parts) -> Numbers:
    """Whether each claim fills more than one slot, or one with an ordinal."""
    given, gives = parts.quantities
    filled = np.array([len(_filled(q)) for q in given], dtype=np.int64)
    ordinal = filled * np.array([q.kind == "ordinal" for q in given], dtype=np.int64)
    several: Numbers = (gives @ filled > 1) | (gives @ ordinal > 0)
    return several


def _directions(claims: Sequence[Claim]) -> tuple[Matrix, Matrix]:
    """For each claim the names that are "from" or "to" here, and the same turned round: Korea to Russia."""
    ways = {
        (i, name): role
        for i, claim in enumerate(claims)
        for role, name in claim.question.roles
        if role in _TURNED
    }
    here = [[f"{role} {name}"] for (_, name), role in ways.items()]
    turned = [[f"{_TURNED[role]} {name}"] for (_, name), role in ways.items()]
    column, both = one_hot([*here, *turned])
    sizes = np.bincount(np.array([i for i, _ in ways], dtype=np.int64), minlength=len(claims))
    one, other = (
        by_row(np.ones(len(ways)), cells, sizes, len(column)) for cells in np.split(both.indices, 2)
    )
    return one, other


_TURNED = {"from": "to", "to": "from"}


def _contexts(ones: Matrix, document: Numbers, sentence: Numbers, weight: Numbers) -> Matrix:
    """For each sentence the terms of its claims, and of the sentence before it at half their weight.

    `document` says for each sentence where it stands.
    """
    rows = together(ones, sentence)
    earlier = np.flatnonzero(np.diff(document) == 0)
    before = placed(np.full(len(earlier), 0.5), earlier + 1, earlier, (len(document), len(document)))
    rows = rows.maximum(before @ rows).tocsr().sorted_indices()  # sorted rows are multiplied faster
    return unit(scaled(rows, weight))


def _events(parts: _Parts, document: Numbers, fresh: Numbers) -> Matrix:
    """For each report the names in it, rare ones more: what tells one event from another."""
    names, with_names = parts.names
    words = [[term for term in name_terms(*name) if term[0] != "c"] for name in names]
    rows = through(together(with_names, document), words)[1]
    return unit(scaled(rows, rarity(rows[np.unique(document[fresh])], REPORTS)))


def _group(claims: Sequence[Claim], groups: Iterable[Sequence[str]]) -> Numbers:
    """The number of the event that each report tells of; the same for all where events are not known."""
    number = {id: i for i, group in enumerate(groups) for id in group}
    reports = dict.fromkeys(claim.span.document for claim in claims)
    return np.array([number.get(id, -1) for id in reports], dtype=np.int64)


def _fresh(claims: Sequence[Claim]) -> Numbers:
    """Where the claims stand that ask and print something first: copies make no word more common."""
    printed = numbered([claim.span.text for claim in claims])
    first = np.bincount(printed)[printed] == 1
    met: dict[tuple[int, Question], int] = {}
    for i in np.flatnonzero(~first).tolist():
        first[i] = met.setdefault((int(printed[i]), claims[i].question), i) == i
    return np.flatnonzero(first)


def _wordings(texts: Sequence[str]) -> Matrix:
    """For each sentence its words as printed, numbers left out, for they are answers."""
    printed, ones = held([text.lower().split() for text in texts])
    return unit(through(ones, [[run] if run.isalpha() else _WORDS.findall(run) for run in printed])[1])


_WORDS = re.compile(r"[^\W\d_]+")


def told_in(claim: Claim) -> set[str]:
    """What a claim tells of its things: its act, and the acts, states and qualities it names."""
    told = {tell for concept in claim.question.concepts if (tell := _told(concept)) is not None}
    act = act_of(claim)
    return told if act is None else {*told, act}


def tells_when(claim: Claim) -> int:
    """2 for a claim that tells when the event happened that it only points at, 1 where it names the event, else 0.

    >>> from claimcheck import read
    >>> texts = "Peristiwa itu terjadi pada Senin.", "Gempa terjadi pada Senin.", "Warga pulang pada Senin."
    >>> [tells_when(claim) for text in texts for claim in read(text).claims]
    [2, 1, 0]
    """
    asked = claim.question.concepts
    return 0 if not claim.times or "happen" not in asked else 1 + (not POINTING.isdisjoint(asked))


def act_of(claim: Claim) -> str | None:
    """What a claim does, or its opposite."""
    for role, name in claim.question.roles:
        if role == "act":
            return neutral(name)
    return None


@cache
def _told(concept: str) -> str | None:
    """A concept that tells something, or its opposite; None for a thing, a place, a person."""
    return neutral(concept) if kind(concept) in TOLD else None


def _doers(claims: Sequence[Claim]) -> Matrix:
    """The doers that each claim names, a column each."""
    return present(held([claim.agent.split(" & ") if claim.agent else [] for claim in claims])[1])


def _is_whole(claim: Claim) -> bool:
    """Whether a claim is its sentence, up to a few letters."""
    place, sentence = claim.span, claim.sentence.span
    return place.end - place.start >= WHOLE * (sentence.end - sentence.start)


def _dated(claims: Sequence[Claim]) -> Numbers:
    """1 for a claim with a time of a year before its report's, a tenth for one with any other time."""
    own = own_years(claims)
    return np.array([_age(claim, own) if claim.times else 0.0 for claim in claims])


def _age(claim: Claim, own: Mapping[str, int]) -> float:
    years = [time.earliest.year for time in claim.times if time.earliest is not None]
    return 1.0 if years and min(years) < own[claim.document] else TENTH


def own_years(claims: Iterable[Claim]) -> dict[str, int]:
    """The year of each report: that of most of its days, or else the latest it names."""
    days: dict[str, Counter[int]] = defaultdict(Counter)
    latest: dict[str, int] = {}
    for claim in claims:
        for time in claim.times:
            if time.earliest is not None:
                document, year = claim.document, time.earliest.year
                latest[document] = max(year, latest.get(document, year))
                days[document][year] += time.grain not in COARSE
    return {
        document: max(found, key=lambda year: (found[year], year))
        if any(found.values())
        else latest[document]
        for document, found in days.items()
    }


def numbers_of(claim: Claim) -> list[tuple[str, Quantity]]:
    """The numbers of a claim that are no names of things and not vague, each with its slot."""
    return [filled for q in claim.quantities for filled in _filled(q)]


def _filled(q: Quantity) -> list[tuple[str, Quantity]]:
    return [(_slot(q)[0], q)] if q.kind != "identifier" and q.hedge != "vague" else []


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


def _figures(q: Quantity) -> list[str]:
    """A number of two digits that count, and twice one of more: two reports seldom give one by chance."""
    if q.kind == "identifier" or q.low is None:
        return []
    return [f"{q.kind} {q.low.normalize()} {times}" for times in range(min(digits(q.low) - 1, 2))]


def digits(number: Decimal) -> int:
    """How many digits of a number count: those between the zeros at its ends.

    >>> digits(Decimal("1980000")), digits(Decimal("5.30")), digits(Decimal(20))
    (3, 2, 1)
    """
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))


def _rows(claims: Sequence[Claim]) -> Numbers:
    """Which row of a table each claim is, by its first quantity; -1 for a claim that is none.

    Lines of one report that differ in nothing but numbers ask about what their first number names: "Harga emas
    5 gram: Rp 9.320.000".
    """
    listed = [(i, (c.document, terms(c))) for i, c in enumerate(claims) if len(c.quantities) > 1]
    often = Counter(key for _, key in listed)
    found = np.full(len(claims), -1, dtype=np.int64)
    for i, key in listed:
        if often[key] >= TABLE:
            found[i] = _key(claims[i])
    return found


def _key(claim: Claim) -> int:
    first = claim.quantities[0]
    return crc32(f"{first.unit} {first.low} {first.high}".encode())
