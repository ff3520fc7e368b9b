"""From word to class character: each set of classes a word can have is one character of the class string.

Patterns then run over the class string of a text, one character a token, instead of over the text itself.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

# Shapes in the order tried; the first that fits the whole token decides. Digits are ASCII only: other scripts
# and mixed scripts never become a value (UTS #39, mixed numbers).
SHAPES: tuple[tuple[str, str, frozenset[str]], ...] = tuple(
    (name, pattern, frozenset(classes.split()))
    for name, pattern, classes in (
        ("newline", r"\s*\n\s*", "nl"),
        ("clock", r"[0-2]?[0-9][.:][0-5][0-9](?:[.:][0-5][0-9])?", "digits clock sep"),
        ("day", r"0?[1-9]|[12][0-9]|3[01]", "digits int day"),
        ("short", r"[0-9]{1,3}", "digits int short"),
        ("year", r"1[0-9]{3}|20[0-9]{2}|21[0-9]{2}", "digits int year"),
        ("whole", r"[0-9]{1,40}", "digits int"),
        ("grouped", r"[0-9]{1,3}(?:[.,'][0-9]{3}){1,12}(?:[.,][0-9]{1,15})?", "digits sep"),
        ("decimal", r"[0-9]{1,15}[.,][0-9]{1,15}", "digits sep"),
        ("sequence", r"[0-9]{1,15}(?:[.,:][0-9]{1,15}){1,8}", "sequence"),
        ("roman", r"(?=[IVXLC])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})", "roman cap upper word"),
        ("initial", r"[^\W\d_]", "word initial"),
        ("upper", r"(?=[A-ZÀ-Þ])[A-ZÀ-Þ.&'’]{2,40}", "upper cap word"),
        ("code", r"(?=[A-Za-z-]{0,30}[0-9])(?=[0-9-]{0,30}[A-Za-z])[A-Za-z0-9-]{2,40}", "code"),
        (
            "address",
            r"(?:https?://|www\.|[\w.-]{1,40}@)\S{1,60}|[\w-]{2,40}(?:\.[a-z]{2,6}){1,3}",
            "url word",
        ),
        ("capital", r"[A-ZÀ-Þ][^\W\d_]*(?:['’.-][^\W\d_]+){0,6}", "cap word"),
        ("small", r"[^\W\d_]+(?:['’.-][^\W\d_]+){0,6}", "lower word"),
        ("stop", r"\.", "stop end"),
        ("ellipsis", r"\.{2,}|…+", "ellipsis"),
        ("query", r"\?", "query end"),
        ("shout", r"!", "shout end"),
        ("comma", r",", "comma"),
        ("colon", r":", "colon"),
        ("semicolon", r";", "semicolon"),
        ("lpar", r"[(\[]", "lpar"),
        ("rpar", r"[)\]]", "rpar"),
        ("lquote", r"[“«„‟]", "lquote quote"),
        ("rquote", r"[”»]", "rquote quote"),
        ("quote", r"[\"＂]|''|``", "squote quote"),
        ("lsingle", r"[‘‚]", "lsingle single"),
        ("single", r"['’`´]", "rsingle single"),
        ("hyphen", r"[-‐‑]", "hyphen"),
        ("dash", r"[–—―]|--+", "dash"),
        ("slash", r"/", "slash"),
        ("percent", r"[%٪％]", "percent"),
        ("degree", r"°|º|°[CF]|℃|℉", "degree"),
        ("money", r"[$€£¥₩₽₹฿]|[A-Z]{1,3}\$", "currency"),
        ("bullet", r"[•·▪●■*►➢✓]", "bullet"),
        ("tilde", r"[~≈±]", "tilde"),
        ("plus", r"\+", "plus"),
        ("ampersand", r"&", "ampersand"),
    )
)
_SHAPE = re.compile("|".join(f"(?P<{name}>(?:{pattern})\\Z)" for name, pattern, _ in SHAPES))
_BY_SHAPE = {name: classes for name, _, classes in SHAPES}
_NO_SHAPE = frozenset({"odd"})
_FIRST = 0xE000  # class characters live in the private use area: 6,400 sets of classes at most
_CASED = ("small", "capital", "upper", "initial", "roman", "code", "address")


def shape(word: str) -> frozenset[str]:
    """The classes a token has by its looks alone.

    >>> sorted(shape("2023")), sorted(shape("Jakarta")), sorted(shape("1.250,5"))
    (['digits', 'int', 'year'], ['cap', 'word'], ['digits', 'sep'])
    """
    found = _SHAPE.match(word)
    return _BY_SHAPE[found.lastgroup] if found and found.lastgroup else _NO_SHAPE


class ClassTable:
    """The closed world of class sets of one language: words to characters, classes to sets of characters.

    An entry written in lower case matches any case; one with a capital ("AS", "Minggu", "M") only as written.

    >>> table = ClassTable({"month": ["juni"], "country": ["AS"]})
    >>> table.classes("Juni") >= {"month", "cap"}, "country" in table.classes("as")
    (True, False)
    >>> import re; bool(re.fullmatch(table.any_of("month"), table.char("JUNI")))
    True
    """

    def __init__(
        self,
        words: Mapping[str, Iterable[str]],
        affixes: Mapping[str, tuple[str, Iterable[str]]] | None = None,
    ) -> None:
        self._affixes = tuple((n, re.compile(p), frozenset(no)) for n, (p, no) in (affixes or {}).items())
        self._exact: dict[str, frozenset[str]] = {}
        self._folded: dict[str, frozenset[str]] = {}
        for name in sorted(words):
            for form in words[name]:
                table = self._folded if form == form.lower() else self._exact
                table[form] = table.get(form, frozenset()) | {name}
        self._classes: dict[str, frozenset[str]] = {}
        self._with: dict[str, set[str]] = {}
        self._sets: dict[frozenset[str], str] = {}
        self._intern_all()
        self._chars: dict[str, str] = {}

    def classes(self, word: str) -> frozenset[str]:
        """All classes of a word: those of its entries, of its affixes and of its shape; cached by word."""
        found = self._classes.get(word)
        if found is None:
            found = self._classes[word] = self._listed(word) | shape(word) | self._affixed(word.lower())
        return found

    def char(self, word: str) -> str:
        """The class character of a word; cached by word."""
        found = self._chars.get(word)
        if found is None:
            found = self._chars[word] = self._sets.get(self.classes(word)) or self._sets[shape(word)]
        return found

    @lru_cache(maxsize=4096)  # noqa: B019  one table a language, kept for good
    def any_of(self, *names: str, without: tuple[str, ...] = ()) -> str:
        """The regular expression that matches one token of any of these classes, or of any class at all."""
        chars = set().union(*(self._with[n] for n in names if n in self._with)) if names else set(self._all)
        chars = chars.difference(*(self._with[n] for n in without if n in self._with))
        return f"[{_ranges(sorted(map(ord, chars)))}]" if chars else r"(?!)"

    def knows(self, name: str) -> bool:
        """Whether any token can have this class."""
        return name in self._with

    def sets(self) -> Iterable[tuple[frozenset[str], str]]:
        """Every set of classes a word can have, with its character."""
        return self._sets.items()

    def _listed(self, word: str) -> frozenset[str]:
        folded = self._folded.get(word.lower(), frozenset())
        return self._exact.get(word, frozenset()) | folded

    def _affixed(self, word: str) -> frozenset[str]:
        found = (n for n, pattern, no in self._affixes if word not in no and pattern.fullmatch(word))
        return frozenset(next(((name,) for name in found), ()))

    def _intern_all(self) -> None:
        forms = {f(word) for word in self._folded for f in (str.lower, str.capitalize, str.title, str.upper)}
        sets = {self.classes(word) for word in forms | self._exact.keys()}
        sets |= {_BY_SHAPE[s] | {name} for s in _CASED for name, _, _ in self._affixes}
        for classes in sorted(sets | {*_BY_SHAPE.values(), _NO_SHAPE}, key=sorted):
            self._sets[classes] = chr(_FIRST + len(self._sets))
            for name in classes:
                self._with.setdefault(name, set()).add(self._sets[classes])
        self._all = frozenset(self._sets.values())


def _ranges(codes: list[int]) -> str:
    """Code points as the inside of a character class, neighbours as one range."""
    found: list[list[int]] = []
    for code in codes:
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in found)
