"""Names that are one: by a caller's own table, and by what the reports say; what stands for an entry is the entry."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimcheck.languages import LANGUAGES, load
from claimcheck.reading.names import fold
from claimcheck.reading.speech_merge import profile
from claimcheck.reading.spelling import folded
from claimcheck.records import Attribution, Claim

Table = Mapping[str, Sequence[str]]
Words = tuple[str, ...]
SURE = 2  # words of a name that a longer one may hold and still be the same person's


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the name to use, its key among the names of claims, all it goes by, that in folded words, people."""

    name: str
    key: str
    forms: tuple[str, ...]
    words: frozenset[Words]
    people: frozenset[Words]


def entries(table: Table) -> list[Entry]:
    """The entries of a table; the key is the first person's name in an entry, an office is none.

    >>> [(entry.name, entry.key) for entry in entries({"Kapolres Bogor": ["AKBP Rio Wahyu"]})]
    [('Kapolres Bogor', 'rio wahyu')]
    """
    return [_entry((name, *others)) for name, others in sorted(table.items())]


def _entry(forms: tuple[str, ...]) -> Entry:
    people = [name for form in forms if (name := profile(form).name)]
    key = " ".join(people[0]) if people else fold(forms[0])
    return Entry(forms[0], key, forms, frozenset(map(folded, forms)), frozenset(people))


def nicknames(texts: Iterable[str]) -> dict[str, list[str]]:
    """The other names that reports themselves give: "Betrand Peto alias Onyo", "Fujianti Utami yang akrab disapa Fuji".

    A name that is given to two people is left out.

    >>> nicknames(["Gubernur Aceh Muzakir Manaf alias Mualem hadir."])
    {'Muzakir Manaf': ['Mualem']}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for full, other in (pair for text in texts for pair in _also_called().findall(text)):
        words = len(profile(full).name)
        if words and folded(full) != folded(other):
            found[other].add(" ".join(full.split()[-words:]))
    table: dict[str, list[str]] = defaultdict(list)
    for other, names in sorted(found.items()):
        longest = max(sorted(names), key=len)
        if all(_one(folded(name), folded(longest)) for name in names):
            table[longest].append(other)
    return dict(table)


@cache
def _also_called() -> re.Pattern[str]:
    """A name of two words or more, a phrase of `also_called`, another name, on one line."""
    phrases = [phrase for code in LANGUAGES for phrase in load(code).values.get("also_called", {})]
    listed = "|".join(re.escape(p).replace(r"\ ", " {1,3}") for p in sorted(phrases, key=len, reverse=True))
    name = r"[A-Z][\w’'-]{1,30}"
    full = rf"(?<![\w’'-])((?:{name} {{1,3}}){{1,4}}{name})"
    return re.compile(rf"{full},? {{1,3}}(?:{listed}) {{1,3}}({name}(?: {name})?)")


def unified(claims: Sequence[Claim], table: Table) -> list[Claim]:
    """The claims with one name for each entry: as speakers, as doers, and in what they are about.

    A name learned beside an entry counts too: where "AKBP Rio" speaks and the report calls him Rio Wahyu in
    full, Rio Wahyu is the entry.
    """
    known = entries(table)
    if not known:
        return list(claims)
    book = _book(_learned(known, claims))
    return [_renamed(claim, book) for claim in claims]


def _learned(known: list[Entry], claims: Iterable[Claim]) -> list[Entry]:
    """The entries with the full names of the speakers that a report introduces by one of their forms."""
    owner = {words: entry.name for entry in known for words in entry.words}
    full: dict[str, set[Words]] = defaultdict(set)
    for said in (claim.attribution for claim in claims):
        if said is not None and said.source and said.source_span:
            full[owner.get(folded(said.source_span.text), "")].add(folded(said.source))
    return [replace(entry, people=entry.people | full.get(entry.name, set())) for entry in known]


@dataclass(frozen=True, slots=True)
class _Book:
    """The entries by all their forms, by each word of their people, and a pattern that finds the forms in a text."""

    forms: Mapping[Words, Entry]
    people: Mapping[str, Sequence[tuple[Words, Entry]]]
    keys: Mapping[str, str]
    printed: re.Pattern[str]


def _book(known: list[Entry]) -> _Book:
    people: dict[str, list[tuple[Words, Entry]]] = defaultdict(list)
    for entry in known:
        for person in sorted(entry.people):
            for word in dict.fromkeys(person):
                people[word].append((person, entry))
    keys = {form: entry.key for entry in known for form in entry.forms}
    listed = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
    forms = {words: entry for entry in reversed(known) for words in entry.words}
    return _Book(forms, people, keys, re.compile(rf"(?<!\w)(?:{listed})(?!\w)"))


def _renamed(claim: Claim, book: _Book) -> Claim:
    asked = claim.question
    named = [_key(name, book) for name in asked.names]
    named += [book.keys[form] for form in book.printed.findall(claim.span.text)]
    roles = tuple((role, _key(name, book)) for role, name in asked.roles)
    agent = claim.agent and " & ".join(dict.fromkeys(_key(k, book) for k in claim.agent.split(" & ")))
    return replace(
        claim,
        question=replace(asked, names=tuple(dict.fromkeys(named)), roles=roles),
        agent=agent,
        attribution=claim.attribution and _said(claim.attribution, book),
    )


def _key(name: str, book: _Book) -> str:
    found = _entry_of(folded(name), book, _one)
    return name if found is None else found.key


def _entry_of(words: Words, book: _Book, alike: Callable[[Words, Words], bool]) -> Entry | None:
    """The entry that a name is a form of, or one of whose people it may be."""
    near = (pair for word in words for pair in book.people.get(word, ()))
    return book.forms.get(words) or next((entry for person, entry in near if alike(words, person)), None)


def _said(said: Attribution, book: _Book) -> Attribution:
    if said.source is None:
        return said
    phrase = folded(said.source_span.text) if said.source_span else ()
    found = book.forms.get(phrase) or _entry_of(folded(said.source), book, _fits)
    if found is None:
        return said
    chain = tuple(found.name if link == said.source else link for link in said.chain)
    return replace(said, source=found.name, chain=chain)


def _fits(name: Words, person: Words) -> bool:
    """Whether a speaker's name is the person's or a part of it: "Rio" of "Rio Wahyu"."""
    return bool(name) and (set(name) <= set(person) or _one(name, person))


def _one(name: Words, person: Words) -> bool:
    """Whether two names are one person's: two words or more of the shorter one, and all of them, in the longer."""
    short, long = sorted((name, person), key=len)
    return name == person or (len(short) >= SURE and set(short) <= set(long))
