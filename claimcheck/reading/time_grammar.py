"""Where in a text a time rule holds: the rules of stage "time", tried only where one of them can begin."""

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from claimcheck.languages import Pack, load
from claimcheck.languages.patterns import Rule
from claimcheck.reading.rules import phrase
from claimcheck.reading.time_fields import Fields, read_slots
from claimcheck.text.tokens import Tokens

_BEFORE, _AFTER = 8, 9  # tokens of context that a rule may need on each side of a trigger


class Atom(NamedTuple):
    """Fields and the tokens they stand on."""

    start: int
    end: int
    fields: Fields


class Grammar(NamedTuple):
    """What no time is without; where a rule can begin; the rules by their first character."""

    trigger: re.Pattern[str]
    begin: re.Pattern[str]
    by_first: Mapping[str, tuple[tuple[Rule, re.Pattern[str]], ...]]


def find(tokens: Tokens, pack: Pack, first: int = 0, last: int | None = None) -> Iterator[Atom]:
    """The places where a time rule holds, from left to right, none overlapping; `last` is exclusive."""
    rules = grammar(pack.code)
    windows = _windows(rules.trigger, tokens.classes) if last is None else iter([(first, last)])
    for start, end in windows:
        yield from _in_window(start, end, rules, tokens, pack)


def _windows(trigger: re.Pattern[str], classes: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for match in trigger.finditer(classes):
        at = match.start()
        if at - _BEFORE > end:
            if end > 0:
                yield start, end
            start = max(at - _BEFORE, 0)
        end = at + _AFTER
    if end > 0:
        yield start, end


def _in_window(start: int, end: int, rules: Grammar, tokens: Tokens, pack: Pack) -> Iterator[Atom]:
    done = start
    for begin in rules.begin.finditer(tokens.classes, start, end):
        if begin.start() < done:
            continue
        held = _at(begin.start(), end, rules, tokens.classes)
        if held is not None:
            read = _read(*held, tokens, pack)
            done = max(held[1].end(), read.end if read else 0)
            if read is not None:
                yield read


def _at(at: int, end: int, rules: Grammar, classes: str) -> tuple[Rule, re.Match[str]] | None:
    """The first rule that holds here; of "since October" the words after "since" where they say more."""
    for rule, pattern in rules.by_first[classes[at]]:
        match = pattern.match(classes, at, end)
        if match and match.end() > at:
            inner = match.start("at") if "at" in pattern.groupindex else at
            better = (
                _at(inner, end, rules, classes)
                if at < inner < len(classes) and classes[inner] in rules.by_first
                else None
            )
            return better if better and better[1].end() > match.end() else (rule, match)
    return None


def _read(rule: Rule, match: re.Match[str], tokens: Tokens, pack: Pack) -> Atom | None:
    gives = dict(rule.gives)
    if "skip" in gives or ("whole" in gives and match.span() != (0, len(tokens))):
        return None  # "dalam 43 menit" alone is a moment; in a sentence it says how long something took
    slots = {name: match.span(name) for name, got in match.groupdict().items() if got}
    start, end = slots.pop("at", match.span())
    found = read_slots(gives, {name: phrase(tokens, a, b) for name, (a, b) in slots.items()}, pack)
    return None if found is None else Atom(start, end, found)


@cache
def grammar(code: str) -> Grammar:
    """The time rules of a language, ready to run."""
    pack = load(code)
    known = tuple(pack.data["times.toml"]["triggers"])
    phrased = tuple(f"={p.split()[-1]}" for name in known for p in pack.phrases.get(name, ()))
    day, slash = pack.table.any_of("day"), pack.table.any_of("slash")
    trigger = re.compile(f"{pack.table.any_of(*known, *phrased)}|{day}(?={slash})")
    patterns = [(rule, pack.pattern(rule.pattern)) for rule in pack.rules.get("time", ())]
    firsts = [_first(pattern.pattern) for _, pattern in patterns]
    chars = sorted(set().union(*firsts))
    by_char = {c: tuple(p for p, first in zip(patterns, firsts, strict=True) if c in first) for c in chars}
    return Grammar(trigger, re.compile(f"[{''.join(map(re.escape, chars))}]"), by_char)


def _first(pattern: str) -> set[str]:
    """The characters that a match can begin with, from the parse tree of the regular expression."""
    tree: Any = importlib.import_module("re._parser").parse(pattern)
    return _begin(tree)[0]


def _begin(items: Any) -> tuple[set[str], bool]:
    """The first characters of a sequence, and whether it can be empty."""
    found: set[str] = set()
    for op, value in items:
        first, empty = _OPERATORS.get(str(op), _nothing)(value)
        found |= first
        if not empty:
            return found, False
    return found, True


def _nothing(_: Any) -> tuple[set[str], bool]:
    return set(), False


def _listed(value: Any) -> tuple[set[str], bool]:
    chars: set[str] = set()
    for kind, what in value:
        chars |= {chr(what)} if str(kind) == "LITERAL" else set(map(chr, range(what[0], what[1] + 1)))
    return chars, False


def _either(value: Any) -> tuple[set[str], bool]:
    parts = [_begin(branch) for branch in value[1]]
    return set().union(*(first for first, _ in parts)), any(empty for _, empty in parts)


def _repeated(value: Any) -> tuple[set[str], bool]:
    first, empty = _begin(value[2])
    return first, empty or value[0] == 0


_OPERATORS: Mapping[str, Callable[[Any], tuple[set[str], bool]]] = {
    "LITERAL": lambda value: ({chr(value)}, False),
    "IN": _listed,
    "BRANCH": _either,
    "MAX_REPEAT": _repeated,
    "SUBPATTERN": lambda value: _begin(value[3]),
}
