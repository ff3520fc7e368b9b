"""Attributions: who said it and who did it; a role and a name, a spokesman and an office are no conflict."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.judging.quotation import keys
from claimcheck.judging.table import Level, otherwise
from claimcheck.languages import load
from claimcheck.linking.names import same_word
from claimcheck.reading.names import read_names
from claimcheck.records import Attribution, Claim
from claimcheck.text.tokens import tokenize

TAKES_SIDES = frozenset({"accuses", "denies", "confirms", "suspects"})
SAME_WORDS = 0.5  # share of the content words of the shorter claim that the longer one has too


@dataclass(frozen=True, slots=True)
class Pair:
    """Two named speakers or doers of linked claims: as printed, as keys, and how much of the words is shared."""

    x: str
    y: str
    x_keys: frozenset[str]
    y_keys: frozenset[str]
    shared: float
    carried: bool = False


def pairs(a: Claim, b: Claim) -> Iterator[Pair]:
    """The speakers of two linked claims, and the doers of their act, where both name them."""
    said = _speakers(a, b)
    if said is not None:
        yield said
    done = _agents(a, b)
    if done is not None and said is None:
        yield done


def _speakers(a: Claim, b: Claim) -> Pair | None:
    x, y = a.attribution, b.attribution
    if x is None or y is None or not x.source or not y.source or x.anonymous or y.anonymous:
        return None
    if x.stance != y.stance and (x.stance in TAKES_SIDES or y.stance in TAKES_SIDES):
        return None
    carried = "carries" in (x.stance, y.stance)
    return Pair(x.source, y.source, _who(x, a.language), _who(y, b.language), _shared(a, b), carried)


def _agents(a: Claim, b: Claim) -> Pair | None:
    act_a, act_b = dict(a.question.roles).get("act"), dict(b.question.roles).get("act")
    if a.agent is None or b.agent is None or act_a is None or act_a != act_b:
        return None
    x, y = frozenset(a.agent.split(" & ")), frozenset(b.agent.split(" & "))
    return Pair(a.agent, b.agent, x, y, _shared(a, b))


def _who(said: Attribution, language: str) -> frozenset[str]:
    return names_in(said.source or "", language)


@lru_cache(maxsize=10_000)
def names_in(text: str, language: str) -> frozenset[str]:
    """The keys of the names in a speaker as printed.

    >>> sorted(names_in("Kementerian Pertahanan Rusia", "id"))
    ['Kemenhan', 'RU']
    """
    tokens = tokenize(text, language)
    return frozenset(name.item.key for name in read_names(tokens, load(language), [(0, 0)]))


def _shared(a: Claim, b: Claim) -> float:
    mine = keys(a.span.text, a.language)
    theirs = keys(b.span.text, b.language)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def same(pair: Pair) -> bool:
    """They name the same people and bodies."""
    return pair.x_keys == pair.y_keys and bool(pair.x_keys)


def role(pair: Pair) -> bool:
    """One gives a role or an office and no name: "juru bicara kementerian" and "Vedant Patel"."""
    return not pair.x_keys or not pair.y_keys


def joint(pair: Pair) -> bool:
    """One names more of them than the other, or a longer form of the name."""
    return bool(pair.x_keys & pair.y_keys) or any(_one_name(x, y) for x in pair.x_keys for y in pair.y_keys)


def _one_name(x: str, y: str) -> bool:
    return any(same_word(v, w) for v in x.split() for w in y.split() if len(v) > 2 and len(w) > 2)


def other_kind(pair: Pair) -> bool:
    """One names a state or a body and the other a person: the one may speak for the other."""
    return not (_coded(pair.x_keys) & _coded(pair.y_keys))


def _coded(found: frozenset[str]) -> set[bool]:
    return {key == key.upper() for key in found}


def carried(pair: Pair) -> bool:
    """One of them only carries what the other says: an agency, a medium."""
    return pair.carried


def other_words(pair: Pair) -> bool:
    """The words are not the same: two people may well say two things."""
    return pair.shared < SAME_WORDS


LEVELS: tuple[Level[Pair], ...] = (
    Level("attribution.role", "compatible", "{a} and {b} may be one: a role and a name", role),
    Level("attribution.same", "same", "both name {a}", same),
    Level("attribution.joint", "compatible", "{a} and {b} have a name in common", joint),
    Level("attribution.carried", "compatible", "{a} or {b} only carries it", carried),
    Level("attribution.kind", "compatible", "{a} and {b} are no rivals: a person and a body", other_kind),
    Level("attribution.words", "unsure", "{a} and {b} may have said two things", other_words),
    Level("attribution.apart", "conflict", "the same is said of {a} and of {b}", otherwise),
)
