"""A language is a folder of plain data: word classes with values, and rules with their examples.

Every TOML file directly in the folder may hold:

    [class.month]            form = value; a form of several words is a phrase
    juni = 6
    [class.quiet]            or only forms
    words = ["diam", "bungkam"]

    [affix.verb]             a class that words not listed get by their form; the first affix that fits counts
    pattern = "me[a-z]{4,20}"
    except = ["menteri", "media"]

    [[rule]]                 a pattern of one stage (see patterns), refused without examples
    name = "since-year"
    stage = "time"
    pattern = "'sejak' year:year"
    gives = { mod = "since" }
    yes = ["Ia menjabat «sejak 2019»."]
    no = ["Ia menjabat sejak lama."]
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.errors import LanguageError
from claimcheck.languages.classes import ClassTable
from claimcheck.languages.patterns import Rule, compile_pattern, literals

LANGUAGES = ("id", "en")
NOT_CLASSES = frozenset({"messages.toml", "morphology.toml"})  # read by their own modules


@dataclass(frozen=True)
class Pack:
    """One language, loaded: the class table, the values of words, and the rules of each stage."""

    code: str
    table: ClassTable
    values: Mapping[str, Mapping[str, Any]]
    phrases: Mapping[str, list[str]]
    rules: Mapping[str, tuple[Rule, ...]]
    data: Mapping[str, Any]
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)

    def value(self, name: str, words: str) -> Any:
        """The value a word or phrase has in a class, or None; an entry with a capital only as written.

        >>> load("id").value("month", "Juni")
        6
        """
        entries = self.values.get(name, {})
        found = entries.get(words)
        return entries.get(words.lower()) if found is None else found

    def has(self, name: str, word: str) -> bool:
        """Whether a word has a class.

        >>> load("id").has("month", "Juni")
        True
        """
        return name in self.table.classes(word)

    def pattern(self, pattern: str) -> re.Pattern[str]:
        """A pattern compiled for this language; compiled once."""
        found = self._compiled.get(pattern)
        if found is None:
            found = self._compiled[pattern] = compile_pattern(pattern, self.table, dict(self.phrases))
        return found


@cache
def load(code: str) -> Pack:
    """The pack of a language code. Raises LanguageError for a language without a folder or a broken folder.

    >>> load("id").code
    'id'
    """
    if code not in LANGUAGES:
        raise LanguageError(f"language {code!r} is not known; give one of: {', '.join(LANGUAGES)}")
    data = _folder(code)
    rules = [_rule(code, name, entry) for name, content in data.items() for entry in content.get("rule", ())]
    classes = _classes(data)
    quoted = {word for rule in rules for word in literals(rule.pattern)}
    phrases = {name: sorted(p for p in forms if " " in p) for name, forms in classes.items()}
    quoted |= {word for several in phrases.values() for phrase in several for word in phrase.split()}
    words = {name: [w for w in forms if " " not in w] for name, forms in classes.items()}
    words |= {f"={w.lower()}": [w.lower()] for w in quoted}
    table = ClassTable(words, _affixes(data))
    lowered = {
        n: sorted({p.lower() for p in several}, key=_longest_first)
        for n, several in phrases.items()
        if several
    }
    return Pack(code, table, classes, lowered, _by_stage(rules), data)


def _longest_first(phrase: str) -> tuple[int, str]:
    return -len(phrase.split()), phrase


def _folder(code: str) -> dict[str, dict[str, Any]]:
    folder = files("claimcheck.languages") / code
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml") and f.name not in NOT_CLASSES)
    return {name: _toml(f"{code}/{name}", (folder / name).read_text("utf-8")) for name in names}


def _toml(where: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"languages/{where}: {error}") from error


def _classes(data: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    classes: dict[str, dict[str, Any]] = {}
    for content in data.values():
        for name, entries in content.get("class", {}).items():
            forms = dict.fromkeys(entries["words"], True) if "words" in entries else entries
            classes.setdefault(name, {}).update(forms)
    return classes


def _affixes(data: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, list[str]]]:
    rows = [row for content in data.values() for row in content.get("affix", {}).items()]
    return {name: (entry["pattern"], entry.get("except", [])) for name, entry in rows}


def _rule(code: str, file: str, entry: Mapping[str, Any]) -> Rule:
    where = f"languages/{code}/{file}, rule {entry.get('name', '?')!r}"
    missing = [key for key in ("name", "stage", "pattern", "yes", "no") if not entry.get(key)]
    if missing:
        raise LanguageError(f"{where}: {', '.join(missing)} missing; a rule needs examples of both kinds")
    unmarked = [s for s in entry["yes"] if "«" not in s or "»" not in s]
    if unmarked:
        raise LanguageError(f"{where}: mark the place to be found with « and » in {unmarked[0]!r}")
    gives = tuple(sorted((k, str(v)) for k, v in entry.get("gives", {}).items()))
    return Rule(
        entry["name"], entry["stage"], entry["pattern"], tuple(entry["yes"]), tuple(entry["no"]), gives
    )


def _by_stage(rules: list[Rule]) -> dict[str, tuple[Rule, ...]]:
    return {stage: tuple(r for r in rules if r.stage == stage) for stage in sorted({r.stage for r in rules})}
