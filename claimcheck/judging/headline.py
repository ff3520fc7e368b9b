"""What a journalist would write over a finding, in the language of the report."""

from collections.abc import Mapping, Sequence

from claimcheck.languages import load
from claimcheck.records import Claim, Side

LONGEST = 110  # characters of the claim quoted in a headline
NAMED = 2  # sources named before the rest is counted


def headline(
    kind: str, sides: Sequence[Side], claim: Claim, sources: Mapping[str, str], language: str
) -> str:
    """The headline of a finding: who says what against whom, and about what."""
    words: dict[str, str] = load(language).data["findings.toml"]["headline"]
    first, second = sides[0], sides[1]
    return words[kind].format(
        first=_names(first, sources, words),
        second=_names(second, sources, words),
        a=_short(first.says),
        b=_short(second.says),
        about=_short(claim.span.text),
    )


def _names(side: Side, sources: Mapping[str, str], words: Mapping[str, str]) -> str:
    names = list(dict.fromkeys(sources[d] for d in side.documents))
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], words["others"].format(n=len(names) - NAMED)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {words['and']} {names[-1]}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
