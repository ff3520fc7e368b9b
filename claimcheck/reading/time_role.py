"""Whether a time dates the event or the statement: "…kata Bambang, Rabu (4/12/2013)" is when he spoke."""

import re
from functools import cache
from typing import NamedTuple

from claimcheck.languages import Pack, load
from claimcheck.reading.time_grammar import Atom
from claimcheck.text.tokens import Tokens

_REACH = 32  # tokens back from the time to the reporting word at the most
_GLUED = 8  # tokens back in which a scraped link may have swallowed the space behind it


class _Said(NamedTuple):
    """What stands before a time of a statement, what stands behind it, a reporting word glued to a name."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    glued: re.Pattern[str]
    weekday: str


def is_statement(atom: Atom, tokens: Tokens, pack: Pack, line: int) -> bool:
    """Whether a reporting word of the same sentence takes the time; `line` is where the sentence begins.

    The rules of stage "time-said" end in a weekday, those of "time-then-said" begin with one: it stands for the
    time however many tokens that has. "MengutipPeople, Minggu" is a word glued to a link by scraping.
    """
    if atom.fields.mod or atom.fields.section or _too_coarse(atom):
        return False
    said, start = _said(pack.code), max(line, atom.start - _REACH)
    if said.before.search(tokens.classes[start : atom.start] + said.weekday):
        return True
    if said.behind.match(said.weekday + tokens.classes[atom.end : atom.end + 3]):
        return True
    near = tokens.words[max(line, atom.start - _GLUED) : atom.start]
    return any(said.glued.match(word) for word in near)


@cache
def _said(code: str) -> _Said:
    pack = load(code)
    words = sorted(w for w in pack.values.get("quoting", {}) if len(w) > 6 and " " not in w)
    glued = f"(?i:{'|'.join(map(re.escape, words))})[A-Z]" if words else "(?!)"
    weekday = pack.table.char(next(iter(pack.values["weekday"])))
    before, behind = _joined("time-said", pack), _joined("time-then-said", pack)
    return _Said(re.compile(rf"(?:{before})\Z"), re.compile(behind), re.compile(glued), weekday)


def _joined(stage: str, pack: Pack) -> str:
    rules = pack.rules.get(stage, ())
    return "|".join(f"(?:{pack.pattern(rule.pattern).pattern})" for rule in rules) or "(?!)"


def _too_coarse(atom: Atom) -> bool:
    f = atom.fields
    return f.weekday is None and f.day is None and f.unit not in ("day", "second")
