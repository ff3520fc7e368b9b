"""One key for every person and body across the documents: full names, surnames, spellings, acronyms."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from claimcheck.languages import LANGUAGES, load
from claimcheck.reading.spelling import folded, same_word

ByWord = dict[str, dict[str, list[str]]]  # names by each of their words, these by how they begin
MORE = 1  # words that a name printed once may add to another: headlines run names and words together


def canonical(keys: Iterable[str]) -> Mapping[str, str]:
    """The key each name goes by: the longest name that a shorter one fits into, if only one does.

    A name printed once, with two words more, is no longer form: "Iriana Angkut Hasil Tambang Raja Ampat". One word is
    part of a longer name as it is spelled in one: "Osaka" is not short for Keisuke Osako.

    >>> canonical(["sergei shoigu", "shoigu", "sergey shoigu", "li hongzhong"])["shoigu"]
    'sergei shoigu'
    """
    often = Counter(keys)
    names = sorted(often, key=lambda key: (-len(key.split()), key))
    parts = frozenset(word for name in names if " " in name for word in folded(name))
    chosen: dict[str, str] = {}
    by_word: ByWord = defaultdict(lambda: defaultdict(list))
    for name in names:
        fits = _fitting(name, by_word, often, parts)
        chosen[name] = fits if fits is not None else name
        if fits is None:
            for word in dict.fromkeys(name.split()):
                by_word[_rough(word)][word].append(name)
    return chosen


def _fitting(name: str, by_word: ByWord, often: Mapping[str, int], parts: frozenset[str]) -> str | None:
    """The one longer name of which every word of this one is a word, spelling aside.

    `parts` are the words of the names of several.
    """
    words = folded(name)
    near = dict.fromkeys(
        full
        for word in words
        for other, fulls in by_word.get(_rough(word), {}).items()
        if _among(word, other)
        for full in fulls
    )
    fits = [full for full in near if all(_among(word, full) for word in words) and not _part(words, full)]
    fits = [
        full
        for full in fits
        if len(words) > 1 or " " not in full or {words[0], words[0].removesuffix("s")} & parts
    ]
    fits = [full for full in fits if often[full] > 1 or len(full.split()) <= len(words) + MORE]
    return fits[0] if len(fits) == 1 else None


def _part(words: Collection[str], name: str) -> bool:
    """Whether a name is one of a part of a place or of its neighbour: "jakarta selatan" is not short for "jakarta"."""
    return any(
        load(code).has("compass", word) for word in folded(name) if word not in words for code in LANGUAGES
    )


def _among(word: str, name: str) -> bool:
    """Whether a folded word is a word of a name, spelling aside."""
    return any(same_word(word, other) for other in folded(name))


def _rough(word: str) -> str:
    return word[:2]
