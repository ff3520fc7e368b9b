"""What changed between two reports, finding by finding."""

from dataclasses import dataclass

from claimcheck.checked import short
from claimcheck.errors import OptionError
from claimcheck.records import Finding, ReportRecord
from claimcheck.rendering import escape
from claimcheck.rendering.words import words

_STATES = ("new", "changed", "gone", "unchanged")


@dataclass(frozen=True)
class Changes:
    """Findings by what became of them; `gone` holds the old ones, the rest the present ones."""

    new: tuple[Finding, ...]
    changed: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    language: str = "id"

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)

    def __str__(self) -> str:
        say = words(self.language)
        lines = []
        for state in _STATES:
            found: tuple[Finding, ...] = getattr(self, state)
            lines.append(f"{say.say(state)}: {len(found)}")
            lines += [f"  {escape.terminal(f.headline)}" for f in found if state != "unchanged"]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        from claimcheck.rendering.html import filled

        groups = [(state, getattr(self, state)) for state in _STATES]
        return filled("changes.html.j2", self.language, groups=groups)


def changes(new: ReportRecord, old: ReportRecord) -> Changes:
    """The changes from an old record to a new one; a finding is the same while its id is.

    It has changed when its relation, severity, headline or a side is not what it was. Raises `OptionError` where
    `old` is no report.
    """
    if not isinstance(old, ReportRecord):
        raise OptionError(f"old: give a Report, such as Report.model_validate_json reads, not {short(old)}")
    before = {f.id: f for f in old.findings}
    now = {f.id: f for f in new.findings}
    both = [f for f in new.findings if f.id in before]
    return Changes(
        new=tuple(f for f in new.findings if f.id not in before),
        changed=tuple(f for f in both if _gist(f) != _gist(before[f.id])),
        gone=tuple(f for f in old.findings if f.id not in now),
        unchanged=tuple(f for f in both if _gist(f) == _gist(before[f.id])),
        language=new.language,
    )


def _gist(finding: Finding) -> object:
    sides = tuple((s.says, tuple(sorted(s.documents))) for s in finding.sides)
    return finding.relation, finding.severity, finding.headline, sides
