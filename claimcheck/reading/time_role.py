"""Whether a time dates the event or the statement: "…kata Bambang, Rabu (4/12/2013)" is when he spoke."""

import re
from functools import cache
from typing import NamedTuple

from claimcheck.languages import Pack, load
from claimcheck.reading.time_grammar import Atom
from claimcheck.text.tokens import Tokens

_REACH = 32  # tokens back from the time to the reporting word at the most
_AHEAD = 8  # tokens behind the time that its subject and verb may take
_LEAD = 3  # tokens before a time that leads its sentence: "Pada hari Senin, …"
_TITLE = 3  # letters of an initial or a short title
_GLUED = 8  # tokens back in which a scraped link may have swallowed the space behind it


class _Said(NamedTuple):
    """What stands before a time of a statement, what stands behind it, a reporting word glued to a name."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    first: re.Pattern[str]
    glued: re.Pattern[str]
    weekday: str


def is_statement(atom: Atom, tokens: Tokens, pack: Pack, line: int) -> bool:
    """Whether a reporting word of the same sentence takes the time; `line` is where the sentence begins.

    The rules of stage "time-said" end in a weekday, those of "time-then-said" begin with one, those of
    "time-first-said" hold where the sentence begins; it stands for the time however many tokens that has.
    "MengutipPeople, Minggu" is a word glued to a link by scraping.
    """
    if atom.fields.mod or atom.fields.section or _too_coarse(atom):
        return False
    said, start = _said(pack.code), max(line, atom.start - _REACH)
    if said.before.search(_without_initials(tokens, start, atom.start) + said.weekday):
        return True
    behind = said.weekday + tokens.classes[atom.end : atom.end + _AHEAD]
    if said.behind.match(behind):
        return True
    if atom.start - line <= _LEAD and said.first.match(tokens.classes[line : atom.start] + behind):
        return True
    near = tokens.words[max(line, atom.start - _GLUED) : atom.start]
    return any(said.glued.match(word) for word in near)


def _without_initials(tokens: Tokens, start: int, end: int) -> str:
    """The classes of tokens, no full stop behind an initial or a short title among them: "M. Misbakhun", "Dr. Rina"."""
    stops = {
        i
        for i in range(start + 1, end)
        if tokens.words[i] == "." and len(tokens.words[i - 1]) <= _TITLE and tokens.words[i - 1][0].isupper()
    }
    return "".join(tokens.classes[i] for i in range(start, end) if i not in stops)


@cache
def _said(code: str) -> _Said:
    pack = load(code)
    words = sorted(w for w in pack.values.get("quoting", {}) if len(w) > 6 and " " not in w)
    glued = f"(?i:{'|'.join(map(re.escape, words))})[A-Z]" if words else "(?!)"
    weekday = pack.table.char(next(iter(pack.values["weekday"])))
    before, behind, first = (_joined(f"time-{stage}", pack) for stage in ("said", "then-said", "first-said"))
    return _Said(
        re.compile(rf"(?:{before})\Z"), re.compile(behind), re.compile(first), re.compile(glued), weekday
    )


def _joined(stage: str, pack: Pack) -> str:
    rules = pack.rules.get(stage, ())
    return "|".join(f"(?:{pack.pattern(rule.pattern).pattern})" for rule in rules) or "(?!)"


def _too_coarse(atom: Atom) -> bool:
    f = atom.fields
    return f.weekday is None and f.day is None and f.unit not in ("day", "second")
