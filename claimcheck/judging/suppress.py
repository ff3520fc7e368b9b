"""Findings that somebody has looked at and let pass, until a date; a rule that fits nothing any more is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from claimcheck.checked import short
from claimcheck.errors import OptionError
from claimcheck.records import Diagnostic, Document, Finding

KEYS = ("id", "reason", "until")


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding to let pass, why, and the last day that this holds, where it has one."""

    id: str
    reason: str
    until: str | None = None


def entries(given: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """The entries of a caller. Raises OptionError for one without id or reason, or with a day that is none.

    >>> entries([{"id": "number-6b3337e3", "reason": "corrected", "until": "2026-12-31"}])[0].until
    '2026-12-31'
    """
    if isinstance(given, (str, Mapping)) or not isinstance(given, Iterable):
        raise OptionError(f"suppressed takes a list of {{'id', 'reason', 'until'}}, not {short(given)}")
    return tuple(_entry(entry, f"suppressed[{at}]") for at, entry in enumerate(given))


def _entry(given: Any, where: str) -> Entry:
    if not isinstance(given, Mapping):
        raise OptionError(f"{where} takes id, reason and perhaps until, not {short(given)}")
    if not set(given) <= set(KEYS) or not given.get("id") or not given.get("reason"):
        raise OptionError(
            f"{where} takes id, reason and perhaps until; it has {', '.join(map(str, given)) or 'nothing'}"
        )
    for key in ("id", "reason"):
        if not isinstance(given[key], str):
            raise OptionError(f"{where}: {key} takes text, not {short(given[key])}")
    until = given.get("until")
    return Entry(given["id"], given["reason"], None if until is None else day(until, f"{where}: until"))


def day(given: Any, where: str) -> str:
    """A day as ISO text, from a date or from text. Raises OptionError for anything else.

    >>> day("2026-12-31T08:00", "today")
    '2026-12-31'
    """
    if isinstance(given, date):  # a datetime is a date
        return given.isoformat()[:10]
    try:
        return datetime.fromisoformat(given).date().isoformat()
    except (TypeError, ValueError) as error:
        raise OptionError(f"{where} takes a day such as 2026-12-31, not {short(given)}") from error


def suppress(
    findings: Sequence[Finding],
    suppressed: Sequence[Entry],
    documents: Sequence[Document],
    today: str | None = None,
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """The findings left, and a diagnostic for each entry that is stale: past its day, or of no finding.

    The day compared with an entry's last is `today`, or else the latest day of publication; without either no
    entry is past.
    """
    now = today or max((d.published[:10] for d in documents if d.published), default="")
    late = [e for e in suppressed if e.until is not None and e.until < now]
    passed = {e.id for e in suppressed if e not in late}
    known = {f.id for f in findings}
    stale = [_stale(e, f"held until {e.until}") for e in late]
    stale += [_stale(e, "is of no finding") for e in suppressed if e not in late and e.id not in known]
    return tuple(f for f in findings if f.id not in passed), tuple(stale)


def _stale(entry: Entry, why: str) -> Diagnostic:
    return Diagnostic("stale-suppression", f"the suppression of {entry.id} ({entry.reason}) {why}")
