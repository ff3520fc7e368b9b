"""Whether a time dates the event or the statement: "…kata Bambang, Rabu (4/12/2013)" is when he spoke."""

import re
from functools import cache

from claimcheck.languages import Pack, load
from claimcheck.reading.time_grammar import Atom
from claimcheck.text.tokens import Tokens

_REACH = 32  # tokens back from the time to the reporting word at the most


def is_statement(atom: Atom, tokens: Tokens, pack: Pack, line: int) -> bool:
    """Whether a reporting word before the time, in the same sentence, takes it; `line` is where that begins.

    The rules of stage "time-said" end in a weekday, which stands for the time however many tokens it has.
    """
    if atom.fields.mod or atom.fields.section or _too_coarse(atom):
        return False
    start = max(line, atom.start - _REACH)
    said, weekday = _said(pack.code)
    return said.search(tokens.classes[start : atom.start] + weekday) is not None


@cache
def _said(code: str) -> tuple[re.Pattern[str], str]:
    pack = load(code)
    parts = [f"(?:{pack.pattern(rule.pattern).pattern})" for rule in pack.rules.get("time-said", ())]
    joined = "|".join(parts) or "(?!)"
    return re.compile(rf"(?:{joined})\Z"), pack.table.char(next(iter(pack.values["weekday"])))


def _too_coarse(atom: Atom) -> bool:
    f = atom.fields
    return f.weekday is None and f.day is None and f.unit not in ("day", "second")
