"""Findings that somebody has looked at and let pass, until a date; a rule that fits nothing any more is told."""

from collections.abc import Mapping, Sequence
from datetime import date

from claimcheck.errors import OptionError
from claimcheck.records import Diagnostic, Document, Finding

KEYS = frozenset({"id", "reason", "until"})


def suppress(
    findings: Sequence[Finding],
    suppressed: Sequence[Mapping[str, str]],
    documents: Sequence[Document],
    today: str | None = None,
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """The findings left, and a diagnostic for each entry that is stale: past its day, or of no finding.

    An entry is {"id": …, "reason": …, "until": "2026-12-31"}; `until` may be missing and is the last day that it
    holds. The day compared with it is `today`, or else the latest day of publication; without either no entry
    is past. Raises OptionError for an entry without id or reason, or with a day that is none.
    """
    entries = [_checked(entry, i) for i, entry in enumerate(suppressed)]
    day = today or max((d.published[:10] for d in documents if d.published), default=None)
    late = {e["id"] for e in entries if day is not None and e.get("until", "9999-12-31") < day[:10]}
    known = {f.id for f in findings}
    kept = tuple(f for f in findings if f.id in late or f.id not in {e["id"] for e in entries})
    return kept, tuple(_stale(e, late) for e in entries if e["id"] in late or e["id"] not in known)


def _checked(entry: Mapping[str, str], at: int) -> Mapping[str, str]:
    where = f"suppressed[{at}]"
    if set(entry) - KEYS or not entry.get("id") or not entry.get("reason"):
        raise OptionError(
            f"{where} takes id, reason and perhaps until; it has {', '.join(sorted(entry)) or 'nothing'}"
        )
    if "until" in entry:
        _day(entry["until"], where)
    return entry


def _day(text: str, where: str) -> None:
    try:
        date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise OptionError(f"{where}: until takes a day such as 2026-12-31, not {text!r}") from error


def _stale(entry: Mapping[str, str], late: set[str]) -> Diagnostic:
    why = f"held until {entry['until']}" if entry["id"] in late else "is of no finding"
    return Diagnostic("stale-suppression", f"the suppression of {entry['id']} ({entry['reason']}) {why}")
