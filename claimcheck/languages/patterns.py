"""A small language for patterns over token classes, compiled to one bounded regular expression.

weekday? ( lpar day slash day:month rpar )   steps stand one after the other; ? {2,4} * + repeat (bounded)
hedge value:digits scale?                    slot:step keeps the tokens under that name
'lebih' 'dari'                               a quoted word stands for itself, in any case
noun|name   !comma   .                       either class; any token but; any token of the line
"""

import re
from dataclasses import dataclass

from claimcheck.errors import LanguageError
from claimcheck.languages.classes import ClassTable

MOST = 8  # what * and + allow at the most: patterns must stay linear
_TOKEN = re.compile(
    r"(?P<slot>[a-z_]+:)|(?P<word>'[^']+')|(?P<name>!?[a-z_]+(?:\|[a-z_]+(?![a-z_:]))*)|(?P<any>\.)"
    r"|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<times>\{[0-9]+,[0-9]+\}|[?*+])|(?P<space>\s+)"
)
_REPEAT = {"?": "?", "*": f"{{0,{MOST}}}", "+": f"{{1,{MOST}}}"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern of one stage, with the sentences that it must and must not find.

    In `yes` the place that must be found stands between « and »; nothing in `no` may be found.
    """

    name: str
    stage: str
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    gives: tuple[tuple[str, str], ...] = ()


def literals(pattern: str) -> list[str]:
    """The quoted words of a pattern, which need classes of their own.

    >>> literals("'lebih' 'dari' digits")
    ['lebih', 'dari']
    """
    return [m.group("word")[1:-1] for m in _TOKEN.finditer(pattern) if m.group("word")]


def compile_pattern(
    pattern: str, table: ClassTable, phrases: dict[str, list[str]] | None = None
) -> re.Pattern[str]:
    """Compile a pattern; `phrases` gives, by class, the entries of several words that also count as that class.

    Raises LanguageError where a class is unknown or the pattern cannot be read.

    >>> table = ClassTable({"month": ["juni"]})
    >>> found = compile_pattern("day:day month", table).search(table.char("27") + table.char("Juni"))
    >>> found.span("day")
    (0, 1)
    """
    tokens = _tokens(pattern)
    parts = [_part(at, tokens, pattern, table, phrases or {}) for at in range(len(tokens))]
    try:
        return re.compile("".join(parts))
    except re.error as error:
        raise LanguageError(f"pattern {pattern!r}: {error}; check its brackets and slots") from error


def _tokens(pattern: str) -> list[re.Match[str]]:
    found, at = [], 0
    while at < len(pattern):
        match = _TOKEN.match(pattern, at)
        if match is None:
            raise LanguageError(f"pattern {pattern!r}: cannot read {pattern[at : at + 12]!r}")
        found.append(match)
        at = match.end()
    return [t for t in found if not t.group("space")]


def _part(
    at: int, tokens: list[re.Match[str]], pattern: str, table: ClassTable, phrases: dict[str, list[str]]
) -> str:
    kind, text = tokens[at].lastgroup, tokens[at].group()
    slot = tokens[at - 1].group()[:-1] if at and tokens[at - 1].lastgroup == "slot" else ""
    if kind in ("word", "name", "any"):
        again = tokens[at + 1].group() if at + 1 < len(tokens) and tokens[at + 1].lastgroup == "times" else ""
        step = f"(?:{_step(text, pattern, table, phrases)}){_REPEAT.get(again, again)}"
        return f"(?P<{slot}>{step})" if slot else step
    if kind == "open":
        return f"(?P<{slot}>" if slot else "(?:"
    if kind == "times":
        return _REPEAT.get(text, text) if tokens[at - 1].lastgroup == "close" else ""
    return {"slot": "", "close": ")", "bar": "|"}[kind or ""]


def _step(text: str, pattern: str, table: ClassTable, phrases: dict[str, list[str]]) -> str:
    if text == ".":
        return table.any_of(without=("nl",))
    if text.startswith("'"):
        return _known(f"={text[1:-1].lower()}", pattern, table)
    names = tuple(text.lstrip("!").split("|"))
    several = [phrase for name in names for phrase in phrases.get(name, ())]
    for name in names:
        if not table.knows(name) and not phrases.get(name):
            raise LanguageError(
                f"pattern {pattern!r}: no word has the class {name!r}; list it or mend the name"
            )
    if text.startswith("!"):
        return table.any_of(without=(*names, "nl"))
    many = ["".join(table.any_of(f"={w}") for w in phrase.split()) for phrase in several]
    return "|".join([*many, table.any_of(*names)])


def _known(name: str, pattern: str, table: ClassTable) -> str:
    if not table.knows(name):
        raise LanguageError(f"pattern {pattern!r}: the word {name[1:]!r} is not listed")
    return table.any_of(name)
