"""One key for every person and body across the documents: full names, surnames, spellings, acronyms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Levenshtein


def canonical(keys: Iterable[str], aliases: Iterable[tuple[str, str]] = ()) -> Mapping[str, str]:
    """The key each name goes by: the longest name that a shorter one fits into, if only one does.

    >>> canonical(["sergei shoigu", "shoigu", "sergey shoigu", "li hongzhong"])["shoigu"]
    'sergei shoigu'
    """
    names = sorted(set(keys), key=lambda key: (-len(key.split()), key))
    chosen: dict[str, str] = {}
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        fits = _fitting(name, by_word)
        chosen[name] = fits if fits is not None else name
        if fits is None:
            for word in name.split():
                by_word[_rough(word)].append(name)
    for short, full in sorted(aliases):
        if short in chosen and full in chosen:
            chosen[short] = chosen[full]
    return chosen


def _fitting(name: str, by_word: Mapping[str, list[str]]) -> str | None:
    """The one longer name of which every word of this one is a word, spelling aside."""
    words = name.split()
    near = dict.fromkeys(full for word in words for full in by_word.get(_rough(word), ()))
    fits = [full for full in near if all(any(same_word(w, v) for v in full.split()) for w in words)]
    return fits[0] if len(fits) == 1 else None


def _rough(word: str) -> str:
    return word[:2]


def same_word(a: str, b: str) -> bool:
    """Whether two words of names are one, spelling aside: one letter may differ, two in longer words."""
    if a == b:
        return True
    least = min(len(a), len(b))
    return least > 3 and Levenshtein.distance(a, b, score_cutoff=2) <= (2 if least >= 7 else 1)
