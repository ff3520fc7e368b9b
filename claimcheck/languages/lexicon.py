"""Words to language-free concepts: the synonym list inside a language and the bridge between languages."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.languages import lemmas

_HERE = Path(__file__).parent
_SHORTEST_ROOT = 3  # "di-a", "ber-as": shorter roots are accidents
_CACHE_LIMIT = 1 << 18  # word types remembered; beyond it the memory is emptied, the answers stay the same

_LONGEST_WORD = 40  # longer runs of letters are no words; they are their own base

Phrase = tuple[tuple[str, ...], str]
_Answer = TypeVar("_Answer", str, str | None)


@dataclass(frozen=True, slots=True)
class Affix:
    """One way to begin or to end a word: `strip` goes, `restore` comes instead.

    A prefix may ask for one of the letters `before` right after it, and names the suffixes it goes with;
    a suffix may undo a doubled consonant.
    """

    strip: str
    restore: str = ""
    before: str = ""
    suffixes: tuple[str, ...] | None = None
    double: bool = False


@dataclass(frozen=True, slots=True)
class Morphology:
    """How a language builds words: the rows of its morphology.toml."""

    prefixes: tuple[Affix, ...]
    suffixes: tuple[Affix, ...]
    clitics: tuple[str, ...]
    irregular: dict[str, str]
    whole: frozenset[str]
    negating: tuple[str, ...]

    def without_clitic(self, word: str) -> Iterator[str]:
        """What stands before each clitic that `word` may end in."""
        for clitic in self.clitics:
            if word.endswith(clitic) and len(word) - len(clitic) >= _SHORTEST_ROOT:
                yield word[: -len(clitic)]

    def roots(self, word: str) -> list[str]:
        """The roots that the affix rows reach from `word`, longest first; none is checked against a list.

        >>> "kuat" in morphology("id").roots("memperkuat")
        True
        """
        if word in self.whole:
            return []
        begun = [prefix for prefix in self.prefixes if word.startswith(prefix.strip)]
        found = {root for prefix in begun for root in self._between(word, prefix)}
        return sorted(found - {word}, key=lambda root: (-len(root), root))

    def _between(self, word: str, prefix: Affix) -> Iterator[str]:
        """The roots of `word` under one prefix row that begins it, with each suffix that the row allows."""
        rest = word[len(prefix.strip) :]
        if not rest or (prefix.before and rest[0] not in prefix.before):
            return
        for suffix in self.suffixes:
            if prefix.suffixes is None or suffix.strip in prefix.suffixes:
                yield from _cut(prefix.restore + rest, suffix)


def _cut(word: str, suffix: Affix) -> Iterator[str]:
    """`word` without the suffix, and once more with a doubled last consonant undone."""
    if not word.endswith(suffix.strip):
        return
    stem = word[: len(word) - len(suffix.strip)]
    if len(stem) < _SHORTEST_ROOT:
        return
    yield stem + suffix.restore
    if suffix.double and stem[-1] == stem[-2]:
        yield stem[:-1]


@dataclass(slots=True)
class Lexicon:
    """The words of one language, each with its concept; made by `lexicon(language)`.

    `words` maps listed words, `phrases` the first word of each listed phrase to its phrases, longest first.
    """

    language: str
    words: dict[str, str]
    phrases: dict[str, list[Phrase]]
    stop: frozenset[str]
    rules: Morphology
    _untouched: frozenset[str]  # stop words and words whose parts would mislead
    _known: frozenset[str]  # listed words and the words of listed phrases: what a root may be
    _concepts: dict[str, str | None] = field(default_factory=dict)
    _bases: dict[str, str] = field(default_factory=dict)

    def concept(self, word: str) -> str | None:
        """The concept of one word in any of its forms, or None; upper case does not count.

        A listed form always wins; then clitics and doubled words, affixes (only as far as a listed word), and
        last the dictionary lemma, if that is listed. Stop words have no concept.

        >>> id = lexicon("id")
        >>> id.concept("Dikunjungi"), id.concept("kunjungan-kunjungannya"), id.concept("yang")
        ('visit', 'visit', None)
        """
        try:
            return self._concepts[word]
        except KeyError:
            return _remember(self._concepts, word, self._find(word.lower()))

    def lemma(self, word: str) -> str:
        """The key of a word in no concept: its dictionary form, lower-cased.

        >>> lexicon("en").lemma("Zebras")
        'zebra'
        """
        return lemmas.lemma(word, self.language) if len(word) <= _LONGEST_WORD else word.lower()

    def is_stop(self, word: str) -> bool:
        """Whether `word` is a function word, which says nothing about what a clause asks.

        >>> lexicon("id").is_stop("Yang"), lexicon("en").is_stop("visit")
        (True, False)
        """
        return word in self.stop or word.lower() in self.stop

    def concepts_in(self, words: Sequence[str]) -> list[tuple[int, int, str]]:
        """The concepts of a run of words, in order: (first word, one past the last, concept).

        The longest listed phrase wins and its words are not read again; a stop phrase ("baru saja") has no concept.
        A word of a phrase is met by any of its forms (took part = take part).

        >>> lexicon("id").concepts_in("Shoigu akan mengambil bagian dalam perayaan".split())
        [(2, 4, 'attend'), (5, 6, 'celebrate')]
        """
        found = []
        at = 0
        while at < len(words):
            end, concept = self._phrase_at(words, at) or (at + 1, self.concept(words[at]))
            if concept:
                found.append((at, end, concept))
            at = end
        return found

    def _find(self, word: str) -> str | None:
        if word in self.words:
            return self.words[word]
        if self._is_untouched(word) or not word[:1].isalpha():
            return None
        base = self._base(word)
        if base in self.words:
            return self.words[base]
        return self._doubled(word) if "-" in word else self.words.get(lemmas.lemma(word, self.language))

    def _is_untouched(self, word: str) -> bool:
        """Whether no part of `word` may speak for it: a stop word, one left whole, a negation, a long run."""
        return word in self._untouched or len(word) > _LONGEST_WORD or word.startswith(self.rules.negating)

    def _doubled(self, word: str) -> str | None:
        """The concept that both sides of a hyphen share (negara-negara, kunjung-mengunjungi)."""
        left, _, right = word.partition("-")
        concept = self.concept(left) if left and "-" not in right else None
        return concept if concept is not None and concept == self.concept(right) else None

    def _base(self, word: str) -> str:
        """The listed word that clitics and affixes lead to, or `word` itself."""
        try:
            return self._bases[word]
        except KeyError:
            return _remember(self._bases, word, self._stripped(word))

    def _stripped(self, word: str) -> str:
        if word in self.words or self._is_untouched(word):
            return word
        if word in self.rules.irregular:
            return self.rules.irregular[word]
        for shorter in self.rules.without_clitic(word):
            base = self._stripped(shorter)  # at most a handful deep: each clitic is two letters or more
            if base in self._known:
                return base
        roots = self.rules.roots(word)
        listed = (root for root in roots if root in self.words)
        return next(listed, None) or next((root for root in roots if root in self._known), word)

    def _phrase_at(self, words: Sequence[str], at: int) -> tuple[int, str] | None:
        """End and concept of the longest phrase that begins at word `at`; as written wins over by form."""
        found = [
            (phrase, concept, end)
            for phrase, concept in self._begun(words[at].lower())
            if (end := self._end(phrase, words, at)) is not None
        ]
        if not found:
            return None
        longest = max(len(phrase) for phrase, _, _ in found)
        run = tuple(word.lower() for word in words[at : at + longest])
        _, concept, end = max(found, key=lambda entry: (len(entry[0]), entry[0] == run[: len(entry[0])]))
        return end, concept

    def _begun(self, first: str) -> Sequence[Phrase]:
        """The phrases that the word `first` may begin, as it is written or by its listed word."""
        base = self._base(first)
        begun = self.phrases.get(first, ())
        return begun if base == first else [*begun, *self.phrases.get(base, ())]

    def _end(self, phrase: tuple[str, ...], words: Sequence[str], at: int) -> int | None:
        """One past the last word of a phrase that begins at word `at`, hyphens between its words or none.

        A hyphen before digits joins no words: "gaji ke-13" is not read as the listed "gaji ke 13".
        """
        for listed in phrase[1:]:
            at += 2 if words[at + 1 : at + 2] == ["-"] and not listed[0].isdigit() else 1
            if at >= len(words) or not self._meets(listed, words[at]):
                return None
        return at + 1

    def _meets(self, listed: str, word: str) -> bool:
        lowered = word.lower()
        return listed == lowered or listed == self._base(lowered)


def _remember(memory: dict[str, _Answer], word: str, answer: _Answer) -> _Answer:
    if len(memory) >= _CACHE_LIMIT:
        memory.clear()
    memory[word] = answer
    return answer


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language of the shelf, read once; every later call gives the same object.

    Raises `KeyError` for a language that has no folder of words.

    >>> lexicon("id").concept("memimpin") == lexicon("en").concept("led")
    True
    """
    folder = _HERE / language / "words"
    if not folder.is_dir():
        raise KeyError(f"no words for the language {language!r}")
    entries = list(_entries(folder))
    words = {text: concept for text, concept in entries if " " not in text}
    listed = [(tuple(text.split()), concept) for text, concept in entries if " " in text]
    stopped = _items(_read(folder / "stop.toml").get("phrases", ""))
    phrases = _by_first_word([*listed, *((tuple(text.split()), "") for text in stopped)])
    known = words.keys() | {word for phrase, _ in listed for word in phrase}
    rules = morphology(language)
    stop = _stop_words(folder, rules.clitics) - words.keys()
    return Lexicon(language, words, phrases, stop, rules, rules.whole | stop, frozenset(known))


@cache
def morphology(language: str) -> Morphology:
    """How a language builds words, from its morphology.toml."""
    table = _read(_HERE / language / "morphology.toml")
    suffixes = [_affix(row) for row in table.get("suffix", [])]
    prefixes = [_affix(row) for row in table.get("prefix", [{"strip": ""}])]
    allowed = {suffix for prefix in prefixes for suffix in prefix.suffixes or ()}
    return Morphology(
        prefixes=tuple(prefixes),
        suffixes=tuple(suffixes or map(Affix, sorted(allowed))),
        clitics=tuple(row["strip"] for row in table.get("clitic", [])),
        irregular=table["irregular"],
        whole=frozenset(_items(table["whole"])),
        negating=tuple(table.get("negating", "").split()),
    )


def opposite(concept: str) -> str | None:
    """The concept that cannot hold together with `concept` (rise, fall), or None.

    >>> opposite("rise"), opposite("fall"), opposite("visit")
    ('fall', 'rise', None)
    """
    return _inventory()["opposite"].get(concept)


def broader(concept: str) -> str | None:
    """The next wider concept (soldier, person), or None.

    >>> broader("soldier"), broader("person")
    ('person', None)
    """
    return _inventory()["broader"].get(concept)


def kind(concept: str) -> str | None:
    """What sort of thing a concept is: act, state, role, object, place, institution, quality; or None.

    >>> kind("visit"), kind("soldier")
    ('act', 'role')
    """
    return _inventory()["kind"].get(concept)


def family(concept: str) -> frozenset[str]:
    """The families of concepts of which one thing has one, each with the side that a concept stands on.

    >>> sorted(family("red")), sorted(family("receive"))
    (['colour red'], ['answer receive', 'post receive'])
    """
    return _families().get(concept, frozenset())


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, sides in _read(_HERE / "contrasts.toml").items():
        for side in sides:
            for concept in _items(side):
                found.setdefault(concept, set()).add(f"{name} {_items(side)[0]}")
    return {concept: frozenset(stands) for concept, stands in found.items()}


@cache
def _inventory() -> dict[str, dict[str, str]]:
    """What is said of the concepts beyond their words, by relation; opposites hold both ways."""
    rows = [row for path in sorted((_HERE / "concepts").glob("*.toml")) for row in _read(path).items()]
    table = {
        name: {key: said[name] for key, said in rows if name in said}
        for name in ("opposite", "broader", "kind")
    }
    table["opposite"] |= {other: one for one, other in table["opposite"].items()}
    return table


def _entries(folder: Path) -> Iterator[tuple[str, str]]:
    """Every listed word or phrase with its concept, in the order of the files."""
    for path in sorted(folder.glob("*.toml")):
        if path.name != "stop.toml":
            for concept, texts in _read(path).items():
                yield from ((text, concept) for text in texts.split(", "))


def _stop_words(folder: Path, clitics: tuple[str, ...]) -> frozenset[str]:
    """The stop words, alone and with a clitic (menurutnya, it's), with either apostrophe."""
    listed = _items(_read(folder / "stop.toml")["stop"])
    stop = [*listed, *(word + clitic for word in listed for clitic in clitics)]
    return frozenset([*stop, *(word.replace("'", "’") for word in stop)])


def _by_first_word(phrases: list[Phrase]) -> dict[str, list[Phrase]]:
    table: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda entry: -len(entry[0])):
        table.setdefault(phrase[0][0], []).append(phrase)
    return table


def _affix(row: dict[str, Any]) -> Affix:
    named = {key: row[key] for key in ("strip", "restore", "before", "double") if key in row}
    return Affix(**named, suffixes=tuple(_items(row["suffixes"])) if "suffixes" in row else None)


def _items(text: str) -> list[str]:
    """The entries of a comma-separated line; an empty one counts only where the line begins with a comma.

    >>> _items("gempa, gempa bumi"), _items(", kan, i")
    (['gempa', 'gempa bumi'], ['', 'kan', 'i'])
    """
    items = [item.strip() for item in text.split(",")]
    return [item for at, item in enumerate(items) if item or (at == 0 and len(items) > 1)]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
