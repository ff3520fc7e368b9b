"""Speakers made one: surnames, offices and spellings of the same speaker, inside a document and across."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from claimcheck.languages import LANGUAGES, load
from claimcheck.reading.names import read_names
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_speakers import speaker_phrase
from claimcheck.reading.speech_words import Words, words_of
from claimcheck.reading.spelling import folded, same_name
from claimcheck.records.claim import Attribution
from claimcheck.text.tokens import tokenize

Sameness = Literal["same", "compatible", "different", "unsure"]

SURE = 4  # letters of a single word that is enough to be the same person: Patel, not Li
NEAR = 60  # speakers of one document that an office or a surname is looked for among
_STATES = frozenset({"state", "capital", "government"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What a speaker phrase says of its speaker: name, offices, states, and all its words."""

    name: tuple[str, ...]
    offices: frozenset[str]
    states: frozenset[str]
    words: frozenset[str]
    anonymous: bool


def canonical_speakers(attributions: Sequence[Attribution], known: Iterable[str] = ()) -> dict[str, str]:
    """Each source of one document, as found, with the fullest form of it that the document gives.

    A surname stands for the one full name that ends or begins with it, an office for the one name printed
    beside it, "kementerian itu" for the last ministry before it; `known` are further full names in the
    document. What fits two speakers stays as it is.

    >>> from claimcheck.records.span import Span
    >>> def said(source, phrase):
    ...     place = Span("a", 0, len(phrase), phrase)
    ...     return Attribution(place, place, place, source, place)
    >>> canonical_speakers([said("Rio Wahyu", "Kapolres Bogor AKBP Rio Wahyu"), said("Rio", "Rio")])
    {'Rio Wahyu': 'Rio Wahyu', 'Rio': 'Rio Wahyu'}
    """
    names = list(dict.fromkeys(a.source for a in attributions if a.source))
    index = _index([*names, *known])
    phrases = dict.fromkeys(
        (a.source, a.source_span.text) for a in attributions if a.source and a.source_span
    )
    titled = [(name, phrase) for name, phrase in phrases if phrase != name][:NEAR]
    found: dict[str, str] = {}
    for a in attributions:
        if a.source and a.source not in found:
            found[a.source] = _fullest(a.source, _beginning(a.source, index), titled, list(found)[-NEAR:])
    return found


def with_canonical(
    attributions: Sequence[Found[Attribution]], known: Iterable[str] = ()
) -> list[Found[Attribution]]:
    """The attributions with their sources in the fullest form of the document."""
    full = canonical_speakers([found.item for found in attributions], known)
    return [found._replace(item=_renamed(found.item, full)) for found in attributions]


def _renamed(a: Attribution, full: dict[str, str]) -> Attribution:
    if a.source is None or full[a.source] == a.source:
        return a
    chain = tuple(full[a.source] if name == a.source else name for name in a.chain)
    return replace(a, source=full[a.source], chain=chain)


def _index(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by their first and last word."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        words = folded(name)
        for word in {words[0], words[-1]} if words else ():
            found.setdefault(word, []).append(name)
    return found


def _beginning(source: str, index: dict[str, list[str]]) -> list[str]:
    words = folded(source)
    near = [*index.get(words[0], ()), *index.get(words[-1], ())] if words else []
    return list(dict.fromkeys(near))[:NEAR]


def _fullest(source: str, names: list[str], titled: list[tuple[str, str]], before: list[str]) -> str:
    words, roles, offices = folded(source), _kind_in(source, "role"), _kind_in(source, "offices")
    if source.isupper():  # "AMD" is no short form of "AMD Opteron"
        return source
    bare = not offices
    longer = [n for n in names if _ends(words, folded(n)) and _single(n)]
    longer = [n for n in longer if n[:1].isupper() and not (bare and _kind_in(n, "offices"))]
    if source[:1].isupper() and longer and (len(words) == 1 or not offices):
        return _one(longer) or source
    if not offices or len(offices) < len(words) - 1:  # "Kapolres", "kementerian itu"
        return source
    crowd = bool(_kind_in(source, "crowd")) or not source[:1].isupper()
    holders = (
        [] if crowd else [name for name, phrase in titled if roles == offices <= _kind_in(phrase, "offices")]
    )
    bodies = [n for n in before if _begins(words, folded(n)) and _single(n)]
    return _one([h for h in holders if not _kind_in(h, "offices")]) or (bodies[-1] if bodies else source)


def _begins(short: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a body printed short, "kementerian itu", can be a longer one that begins the same."""
    kept = [w for w in short if w not in _listed("say_noun_after")]
    return len(longer) > len(kept) and longer[:1] == short[:1] and set(kept) <= set(longer)


def _single(name: str) -> bool:
    return len(joined(name)) == 1


def _ends(name: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a short name is the first or last words of a longer one."""
    return len(longer) > len(name) and name in (longer[: len(name)], longer[-len(name) :])


@lru_cache(maxsize=1 << 13)
def _kind_in(phrase: str, kind: Literal["role", "offices", "crowd"]) -> frozenset[str]:
    tables = [(load(code).table, getattr(words_of(load(code)), kind)) for code in LANGUAGES]
    words = phrase.replace(",", " ").split()
    return frozenset(w.lower() for w in words if any(table.char(w) in found for table, found in tables))


def _one(found: list[str]) -> str | None:
    longest = sorted(dict.fromkeys(found), key=lambda n: (-len(folded(n)), n))
    return longest[0] if longest and all(same_name(longest[0], n) for n in longest) else None


def same_speaker(a: str, b: str) -> Sameness:
    """Whether two speaker phrases can mean one speaker.

    "same": one name in two spellings, a surname and its full name, two names of one state; "compatible": an
    office and a name, a part and the whole, a named and an unnamed one; "different": two persons, two states,
    the bodies of two states; "unsure": anything else. Phrases with their titles say more than bare names.

    >>> same_speaker("Sergey Shoigu", "Menhan Sergei Shoigu"), same_speaker("AS", "Amerika Serikat")
    ('same', 'same')
    >>> same_speaker("Kementerian Pertahanan Rusia", "kementerian itu"), same_speaker("AS", "Jepang")
    ('compatible', 'different')
    """
    if folded(a) == folded(b):
        return "same"
    left, right = _parties(a), _parties(b)
    if len(left) > 1 or len(right) > 1:
        return _several(left, right)
    return _compared(profile(a), profile(b))


def _parties(phrase: str) -> list[str]:
    """The speakers that an "and" joins: "Pyongyang dan Moskow"."""
    parts = joined(phrase)
    return parts if all(profile(p).name or profile(p).states for p in parts) else [phrase]


def joined(phrase: str) -> list[str]:
    """The parts of a speaker phrase that an "and" joins.

    >>> joined("Pyongyang dan Moskow"), joined("Rio")
    (['Pyongyang', 'Moskow'], ['Rio'])
    """
    return [part.strip() for part in _ands().split(phrase) if part.strip()] or [phrase]


@cache
def _ands() -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(sorted(_listed('say_and')))}) ")


@cache
def _listed(name: str) -> frozenset[str]:
    """The words of a class in any language."""
    return frozenset(word for code in LANGUAGES for word in load(code).values.get(name, {}))


def _several(left: list[str], right: list[str]) -> Sameness:
    pairs = [[same_speaker(a, b) for b in right] for a in left]
    met = sum(any(p in ("same", "compatible") for p in row) for row in pairs)
    if met == len(left) == len(right):
        return "same"
    if met:
        return "compatible"
    return "different" if all(p == "different" for row in pairs for p in row) else "unsure"


def _compared(a: Profile, b: Profile) -> Sameness:
    if a.anonymous or b.anonymous:
        return "compatible"
    if a.name and b.name:
        return _names(a.name, b.name)
    if not a.words or not b.words:
        return "unsure"
    apart = a.offices and b.offices and _ranks(a) and _ranks(b) and not _ranks(a) & _ranks(b)
    if apart or (a.states and b.states and not a.states & b.states):
        return "different"
    if _is_state(a) and _is_state(b):
        return "same"
    if a.name or b.name or a.states & b.states or a.offices & b.offices:
        return "compatible"
    return "compatible" if a.words & b.words else "unsure"


def _names(a: tuple[str, ...], b: tuple[str, ...]) -> Sameness:
    if not same_name(" ".join(a), " ".join(b)):
        return "different"
    shorter = min(a, b, key=len)
    return "same" if len(shorter) > 1 or len(shorter[0]) >= SURE else "compatible"


def _is_state(p: Profile) -> bool:
    return bool(p.states) and not p.offices and not p.name


def _ranks(p: Profile) -> frozenset[str]:
    """The branches that its offices belong to: presidency, ministry, police."""
    return frozenset(branch for word in p.offices if (branch := _branch(word)))


def _branch(word: str) -> str | None:
    return next((v for code in LANGUAGES if (v := load(code).value("office_branch", word))), None)


@lru_cache(maxsize=1 << 13)
def profile(phrase: str) -> Profile:
    """What a speaker phrase says, by the word lists of all languages.

    >>> found = profile("Presiden Rusia Vladimir Putin")
    >>> found.name, sorted(found.offices), sorted(found.states)
    (('vladimir', 'putin'), ['presiden'], ['RU'])
    """
    language = next((c for c in LANGUAGES if _speaks(phrase, c)), LANGUAGES[0])
    tokens, pack = tokenize(phrase, language), load(language)
    words = words_of(pack)
    states = [n for n in read_names(tokens, pack, [(0, 0)]) if n.item.kind in _STATES]
    held = {i for n in states for i in range(n.start, n.end)}
    found = speaker_phrase(tokens, words, 0, len(tokens))
    named = range(*found.name) if found is not None and found.kind == "name" else ()
    rest = [(i, char) for i, char in enumerate(tokens.classes) if i not in held]
    return Profile(
        tuple(part for i in named if i not in held for part in folded(tokens.words[i])),
        frozenset(tokens.lowers[i] for i, char in rest if char in words.offices),
        frozenset(n.item.key for n in states),
        frozenset(w for w, char in zip(tokens.lowers, tokens.classes, strict=True) if _content(char, words)),
        found is not None and found.kind == "anonymous",
    )


def _content(char: str, words: Words) -> bool:
    return char in words.wordlike and char not in words.determiner_or_noun_after


def _speaks(phrase: str, code: str) -> bool:
    table = load(code).table
    known = ("role_word", "body_word", "office_word", "rank_word", "state", "capital", "government")
    return any(not table.classes(word).isdisjoint(known) for word in phrase.split())
