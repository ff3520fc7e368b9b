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
    r"(?P<slot>[a-z_]+:)|(?P<word>'[^']+')|(?P<name>!?[a-z_]+)|(?P<any>\.)"
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
    parts = [_part(match, pattern, table, phrases or {}) for match in _tokens(pattern)]
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
    return _closed(found)


def _closed(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    return [t for t in tokens if not t.group("space")]


def _part(match: re.Match[str], pattern: str, table: ClassTable, phrases: dict[str, list[str]]) -> str:
    kind, text = match.lastgroup, match.group()
    if kind == "name":
        return _step(text, match, pattern, table, phrases)
    if kind == "word":
        return _slotted(match, pattern, _known(f"={text[1:-1].lower()}", pattern, table))
    if kind == "any":
        return _slotted(match, pattern, table.any_of(without=("nl",)))
    if kind == "open":
        name = _slot_before(match, pattern)
        return f"(?P<{name}>" if name else "(?:"
    return {"slot": "", "close": ")", "bar": "|"}.get(kind or "", _REPEAT.get(text, text))


def _step(
    text: str, match: re.Match[str], pattern: str, table: ClassTable, phrases: dict[str, list[str]]
) -> str:
    if text.startswith("!"):
        _known(text[1:], pattern, table)
        return _slotted(match, pattern, table.any_of(without=(text[1:], "nl")))
    one = _known(text, pattern, table, bool(phrases.get(text)))
    many = ["".join(table.any_of(f"={w}") for w in p.split()) for p in phrases.get(text, ())]
    return _slotted(match, pattern, f"(?:{'|'.join([*many, one])})" if many else one)


def _slotted(match: re.Match[str], pattern: str, expression: str) -> str:
    name = _slot_before(match, pattern)
    if not name:
        return f"(?:{expression})"
    times = _TOKEN.match(pattern, match.end())
    repeat = times.group() if times and times.lastgroup == "times" else ""
    return f"(?P<{name}>{expression})" if repeat in ("", "?") else f"(?:{expression})"


def _slot_before(match: re.Match[str], pattern: str) -> str | None:
    found = re.search(r"([a-z_]+):$", pattern[: match.start()])
    return found.group(1) if found else None


def _known(name: str, pattern: str, table: ClassTable, phrased: bool = False) -> str:
    if not phrased and not table.knows(name):
        raise LanguageError(f"pattern {pattern!r}: no word has the class {name!r}; list it or mend the name")
    return table.any_of(name)
