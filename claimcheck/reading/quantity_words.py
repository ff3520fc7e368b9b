"""Looking up the words and phrases of a language folder around a number, longest first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claimcheck.languages import load
from claimcheck.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Phrases:
    """The entries of one word class, by their first and by their last word.

    An entry in lower case matches any case, one with a capital only as written.
    """

    exact: Mapping[str, Any]
    folded: Mapping[str, Any]
    firsts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    lasts: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def at(self, tokens: Tokens, start: int) -> tuple[Any, int] | None:
        """The value of the longest entry that begins at token `start`, and where it ends."""
        if start >= len(tokens.words):
            return None
        room = len(tokens.words) - start
        for size in self.firsts.get(tokens.lowers[start], ()):
            found = self._look(tokens, start, start + size) if size <= room else None
            if found is not None:
                return found, start + size
        return None

    def before(self, tokens: Tokens, end: int) -> tuple[Any, int] | None:
        """The value of the longest entry that ends before token `end`, and where it begins."""
        if end <= 0:
            return None
        for size in self.lasts.get(tokens.lowers[end - 1], ()):
            found = self._look(tokens, end - size, end) if size <= end else None
            if found is not None:
                return found, end - size
        return None

    def _look(self, tokens: Tokens, start: int, end: int) -> Any:
        if end - start == 1:
            found = self.exact.get(tokens.words[start])
            return self.folded.get(tokens.lowers[start]) if found is None else found
        found = self.exact.get(" ".join(tokens.words[start:end]))
        return self.folded.get(" ".join(tokens.lowers[start:end])) if found is None else found


@cache
def phrases(language: str, *names: str) -> Phrases:
    """The entries of these classes of a language together; the first class that lists a form decides."""
    entries: dict[str, Any] = {}
    for name in reversed(names):
        entries.update(load(language).values.get(name, {}))
    exact = {form: value for form, value in entries.items() if form != form.lower()}
    folded = {form: value for form, value in entries.items() if form == form.lower()}
    return Phrases(exact, folded, _sizes(entries, 0), _sizes(entries, -1))


def _sizes(entries: Mapping[str, Any], which: int) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for form in entries:
        words = form.lower().split()
        sizes.setdefault(words[which], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


@cache
def words(language: str, name: str) -> frozenset[str]:
    """The single words of a class, in lower case."""
    return frozenset(form.lower() for form in load(language).values.get(name, {}) if " " not in form)
