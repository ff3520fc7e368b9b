"""What a caller asks of `compare` besides its documents, checked before any of them is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.checked import share, short
from claimcheck.errors import LanguageError, OptionError
from claimcheck.judging.suppress import Entry, day, entries
from claimcheck.languages import LANGUAGES
from claimcheck.progress import Progress, bar
from claimcheck.reading.read import Pipeline
from claimcheck.text.language import primary

Decision = tuple[str, str, str]
SAYS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one call, each as the stages take it."""

    language: str | None
    nlp: Mapping[str, Pipeline]
    progress: Progress | None
    min_confidence: float
    suppressed: tuple[Entry, ...]
    today: str | None
    decisions: tuple[Decision, ...]
    aliases: Mapping[str, Sequence[str]]


def options(
    *,
    language: str | None,
    nlp: Mapping[str, Pipeline] | None,
    progress: Progress | bool | None,
    min_confidence: float,
    suppressed: Iterable[Mapping[str, Any]],
    today: str | date | None,
    decisions: Iterable[Sequence[str]],
    aliases: Mapping[str, Sequence[str]] | None,
) -> Options:
    """The options, each as it can be.

    Raises OptionError or LanguageError that names the first that cannot.
    """
    return Options(
        language=_language(language),
        nlp=_pipelines(nlp),
        progress=_progress(progress),
        min_confidence=share(min_confidence, "min_confidence"),
        suppressed=entries(suppressed),
        today=None if today is None else day(today, "today"),
        decisions=_decisions(decisions),
        aliases=_aliases(aliases),
    )


def _language(given: Any) -> str | None:
    if given is None or given == "":
        return None
    if not isinstance(given, str) or primary(given) not in LANGUAGES:
        raise LanguageError(f"language {short(given)} is not known; give one of: {', '.join(LANGUAGES)}")
    return given


def _pipelines(given: Any) -> Mapping[str, Pipeline]:
    if given is not None and not isinstance(given, Mapping):
        raise OptionError("nlp: give a spaCy pipeline for each language, such as {'id': nlp}")
    for code, pipeline in (given or {}).items():
        if code not in LANGUAGES:
            raise OptionError(f"nlp: {short(code)} is none of {', '.join(LANGUAGES)}")
        if not callable(pipeline):
            raise OptionError(f"nlp: {code!r} needs a spaCy pipeline, not {short(pipeline)}")
    return given or {}


def _progress(given: Any) -> Progress | None:
    if given is None or isinstance(given, bool):
        return bar() if given else None
    if not callable(given):
        raise OptionError(
            f"progress takes True, or a callable of (stage, done, of how much), not {short(given)}"
        )
    made: Progress = given
    return made


def _decisions(given: Any) -> tuple[Decision, ...]:
    """The decisions, each on two claims, and none against another."""
    if isinstance(given, (str, Mapping)) or not isinstance(given, Iterable):
        raise OptionError(f"decisions takes a list of (claim id, claim id, word), not {short(given)}")
    made = tuple(_decision(entry, f"decisions[{at}]") for at, entry in enumerate(given))
    told: dict[frozenset[str], str] = {}
    for at, (a, b, says) in enumerate(made):
        if told.setdefault(frozenset((a, b)), says) != says:
            raise OptionError(
                f"decisions[{at}]: {a!r} and {b!r} are called {told[frozenset((a, b))]} already"
            )
    return made


def _decision(entry: Any, where: str) -> Decision:
    if (
        not isinstance(entry, Sequence)
        or isinstance(entry, str)
        or len(entry) != 3
        or not all(isinstance(part, str) for part in entry)
    ):
        raise OptionError(f"{where} takes (claim id, claim id, word), not {short(entry)}")
    a, b, says = entry
    if says not in SAYS:
        raise OptionError(f"{where}: {says!r} is not one of {', '.join(SAYS)}")
    if a == b:
        raise OptionError(f"{where}: {a!r} twice; a decision is on two claims")
    return a, b, says


def _aliases(aliases: Any) -> Mapping[str, Sequence[str]]:
    """The table of names, each of one entry only."""
    if aliases is not None and not isinstance(aliases, Mapping):
        raise OptionError("aliases: give a name for each list of names that stand for it")
    owner: dict[str, str] = {}
    for name, others in (aliases or {}).items():
        if isinstance(others, str) or not isinstance(others, Sequence):
            raise OptionError(f"aliases: {name!r} needs a list of names, not {others!r}")
        for form in (name, *others):
            if not isinstance(form, str) or not form.strip():
                raise OptionError(f"aliases: {name!r} holds {form!r}, which is no name")
            if owner.setdefault(form, name) != name:
                raise OptionError(f"aliases: {form!r} stands for {owner[form]!r} and for {name!r}")
    return aliases or {}
