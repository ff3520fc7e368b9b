"""Whether a clause denies its act, and whether it tells it as done, planned, alleged or on a condition."""

import re

from claimcheck.reading.claim_act import what_is_there
from claimcheck.reading.claim_notes import Notes, inside, marks
from claimcheck.reading.clauses import Clause
from claimcheck.reading.rules import Found
from claimcheck.records import Attribution
from claimcheck.records.claim import Polarity, Status

OPENING = 3  # tokens of a subject that denies its clause: "tak seorang pun"
SHARED_NOT_MOST = 6  # tokens before a clause joined by "or" in which its "not" may stand
NOT_MOST = 3  # tokens between a "not" and the verb it negates
FAILING_MOST = 2  # words from who fails to the act: "gagal meraih", "failed to agree"
STATUS_OF_STANCE: dict[str, Status] = {
    "says": "attributed",
    "confirms": "attributed",
    "carries": "attributed",
    "denies": "denied",
    "accuses": "alleged",
    "suspects": "alleged",
    "asks": "asked",
    "plans": "planned",
    "expects": "expected",
    "has not said": "unconfirmed",
}
STATUS_OF_CLASS: dict[str, Status] = {
    "expectation": "expected",
    "suspicion": "alleged",
    "plan": "planned",
}


def polarity_of(clause: Clause, verb: int | None, notes: Notes) -> Polarity:
    """Negated where a "not" or who fails stands just before the act, or anywhere in a clause without a verb.

    A "not" inside a phrase is part of what that means: "tidak sadarkan diri" is to faint. The word that led to the
    clause counts: "tanpa" before "mengabaikan aspek lingkungan"; and so does what denies
    its head or all of it: "tidak ada lagi pemutihan yang diberlakukan FIFA", "saya tidak merasa kami gagal", "no plea
    was entered". "Tak sedikit" and "tidak hanya" deny nothing.
    """
    start, end, there = clause.start, clause.end, None
    if verb is not None:
        there = what_is_there(clause.start, verb, verb, notes)
        start, end = max(0, clause.start - 1, verb - NOT_MOST, there or 0), verb
    phrases = marks("not_denying", max(0, start - 1), clause.end, notes)
    idle = {i for mark in phrases for i in range(mark.start(), mark.end())}
    idle |= {i for t in inside(clause, notes.terms) if t.end > t.start + 1 for i in range(t.start, t.end)}
    nobody = marks("no_subject", clause.start, clause.start + OPENING, notes)
    start = _from_shared_not(clause, start, notes)
    found = [
        *(mark for mark in marks("negation", start, end, notes) if not _of_a_noun(mark, clause, verb, notes)),
        *(marks("failing", max(start, verb - FAILING_MOST), verb, notes) if verb is not None else ()),
        *marks("denied_whole", clause.start, clause.end, notes),
        *(mark for mark in nobody if mark.start() == clause.start),
    ]
    negated = any(mark.start() not in idle for mark in found)
    nothing = (
        _of_nothing(clause, notes) if there is None else any(marks("no_such", clause.start, there, notes))
    )
    return "-" if negated != nothing else "+"


def _from_shared_not(clause: Clause, start: int, notes: Notes) -> int:
    """Where a "not" may stand: also in the clause before an "or", "tidak memengaruhi «atau» menjanjikan uang"."""
    joined = clause.opener == "and" and notes.pack.has("or", notes.tokens.lowers[clause.start - 1])
    before = max(0, clause.start - SHARED_NOT_MOST)
    return before if joined and not any(marks("comma", before, clause.start, notes)) else start


def _of_a_noun(mark: re.Match[str], clause: Clause, verb: int | None, notes: Notes) -> bool:
    """Whether "without" says what a thing lacks, before the verb: "mayat pria tanpa identitas itu terlihat"."""
    if (
        verb is None
        or mark.start() < clause.start
        or not notes.pack.has("without", notes.tokens.lowers[mark.start()])
    ):
        return False
    between = notes.tokens.lowers[mark.end() : verb]
    return not all(notes.pack.has("aux", word) for word in between)


def _of_nothing(clause: Clause, notes: Notes) -> bool:
    """Whether a relative clause hangs on a head that is said not to exist."""
    behind = max(0, clause.start - NOT_MOST)
    found = marks("no_such", behind, clause.start, notes)
    return clause.opener == "relative" and any(match.end() == clause.start for match in found)


def status_of(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> Status:
    behind = NOT_MOST if _of_nothing(clause, notes) else 1
    if any(marks("conditional", max(0, clause.start - behind), clause.end, notes)):
        return "conditional"
    if said is not None:
        return STATUS_OF_STANCE[said.item.stance]
    # "an estimated $102 million" is no expectation, nor "kebutuhan akan rumah" a plan
    idle = {i for q in inside(clause, notes.quantities) for i in range(q.start, q.end)}
    no_plans = marks("not_planning", clause.start, clause.end, notes)
    idle |= {i for mark in no_plans for i in range(mark.start(), mark.end())}
    for name, status in STATUS_OF_CLASS.items():
        found = marks(name, clause.start, clause.end, notes)
        if any(mark.start() not in idle for mark in found):
            return status
    return "asserted"
