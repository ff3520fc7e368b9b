"""Names in one place of two copies: two people, places or bodies, or one by two names."""

import re
from collections.abc import Callable, Iterator, Sequence

from claimcheck.judging.parties import initials, names_in
from claimcheck.judging.swaps import Swap
from claimcheck.languages import Pack
from claimcheck.languages.lexicon import family, kind, lexicon
from claimcheck.reading.spelling import folded, same_word

NAMED = 5  # words of a name
FULL = 2  # words of a name that is enough to be one person's
GIVEN = frozenset({"quality", "state"})  # ordinary words that people are called by: "Dini", "Indah"
MARKED = ".“”\"'"  # what may stand in a name and is none of it
MARKS = (",", "-", "–", "—")  # between two places: "Jakarta–Melbourne"

Words = tuple[str, ...]


def other_name(swap: Swap) -> bool:
    """Two names of one sort that are not one: behind a word that says of what sort, two places, two known people."""
    x, y = (_name(p.words, swap.two.pack) for p in swap.parts)
    if not x or not y or _one_name(x, y, swap) or not swap.a.before:
        return False
    return any(test(x, y, swap) for test in SORTS)


def _name(words: Sequence[str], pack: Pack) -> Words:
    """The words of a place that is one name, else none; brackets that shorten it are left out."""
    printed = [w for w in _unbracketed(words) if w not in MARKED]
    kept = [w for w in printed if len(w) > 1 or not w.isalpha()] or printed  # "A. A. Raka", "Grup A"
    capital = [w for w in kept if w[0].isupper() or pack.has("and", w)]
    return tuple(kept) if kept and len(capital) == len(kept) and len(kept) <= NAMED + 1 else ()


def _unbracketed(words: Sequence[str]) -> Iterator[str]:
    """The words without those between brackets: "Kejaksaan Agung (Kejagung)"."""
    inside = False
    for word in words:
        inside = inside or word == "("
        if not inside:
            yield word
        inside = inside and word != ")"


def _one_name(x: Words, y: Words, swap: Swap) -> bool:
    """Whether two names may be one: a word in common, spelled otherwise, initials, another name of the same."""
    mine, theirs = (folded(" ".join(words)) for words in (x, y))
    if not mine or not theirs or any(same_word(v, w) for v in mine for w in theirs):
        return True
    if "".join(mine) == "".join(theirs):
        return True
    if any({*mine, *theirs} <= {*name} for name in swap.two.people):
        return True
    if {" ".join(x).lower(), " ".join(y).lower()} & swap.two.bynames:
        return True
    if names_in(" ".join(x), swap.two.pack.code) & names_in(" ".join(y), swap.two.pack.code):
        return True
    if _abbreviated(x, theirs) or _abbreviated(y, mine):
        return True
    short, long = sorted((mine, theirs), key=lambda words: (len(words), sum(map(len, words))))
    cut = len(long) > 1 or any("." in part.text for part in swap.parts)
    return (
        cut
        and len(short) == 1
        and (initials(" ".join(long)) == short[0] or _shortened(short[0], "".join(long)))
    )


def _abbreviated(words: Words, other: Words) -> bool:
    """Whether a word of a name is short for words of the other: "Teknis LH", "Lingkungan Hidup".

    >>> _abbreviated(("Muda", "PU"), ("pekerjaan", "umum")), _abbreviated(("Muda", "PU"), ("pangan",))
    (True, False)
    """
    short = (word.lower() for word in words if len(words) > 1 < len(word) and word.isupper())
    return any(word in initials(" ".join(other)) for word in short)


def _shortened(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in the long one, in order: "kemdiktisaintek"."""
    rest = iter(long)
    return len(short) < len(long) and short[0] == long[0] and all(letter in rest for letter in short)


def _behind_its_sort(x: Words, y: Words, swap: Swap) -> bool:
    """The word before both says of what sort they are: "Kecamatan", "Polsek", "Kepala Dinas", "Kombes"."""
    last, pack = swap.a.before[-1], swap.two.pack
    sorts = (
        "of_named",
        "place_head",
        "placeword",
        "body_word",
        "title",
        "role_word",
        "academic",
        "company_form",
    )
    return any(pack.has(name, word) for name in sorts for word in (last, last.lower())) and not _bynames(
        x, y, pack
    )


def _bynames(x: Words, y: Words, pack: Pack) -> bool:
    return any(pack.has("of_byname", word.lower()) for words in (x, y) for word in words)


def _of_one_list(x: Words, y: Words, swap: Swap) -> bool:
    """Both are states, both provinces, both bodies, or both outlets."""
    kinds = [_listed(words, swap.two.pack) for words in (x, y)]
    return kinds[0] is not None and kinds[0] == kinds[1]


def _listed(words: Words, pack: Pack) -> str | None:
    text = " ".join(words)
    if any(pack.value(name, text) for name in ("agency", "outlet")):
        return "outlet"
    keys = names_in(text, pack.code)
    if len(keys) != 1:
        return None
    (key,) = keys
    if len(key) == 2 and key.isupper():
        return "capital" if pack.value("capital", text) else "state"
    return next((name for name in ("province", "organisation") if pack.value(name, text)), None)


def _two_people(x: Words, y: Words, swap: Swap) -> bool:
    """Both are names of two words or more with no ordinary one among them, or each is a part of one."""
    if _bynames(x, y, swap.two.pack) or _within_a_name(swap):
        return False
    return all(_is_person(words, swap) for words in (x, y))


def _within_a_name(swap: Swap) -> bool:
    """Whether the place is a part of a longer name: "Istora Senayan", "Budi Santoso"."""
    words = (*swap.a.before[-1:], *swap.a.after[:1])
    return any(word[0].isupper() for word in words)


def _is_person(words: Words, swap: Swap) -> bool:
    """Whether a name is somebody's: a part of a name given in full, or two words that are no ordinary ones."""
    if len(words) == 1:
        return any("".join(folded(words[0])) in name for name in swap.two.people)
    return _like_a_person(words, swap.two.pack) or (
        folded(" ".join(words)) in swap.two.people
        and not _is_office(words[0], swap.two.pack)
        and any(_alone(word, words, swap) for word in words)
    )


def _like_a_person(words: Words, pack: Pack) -> bool:
    """Whether no word of a name is an ordinary one, but perhaps the first: "Dini Sera", "Luka Modric"."""
    first = kind(lexicon(pack.code).concept(words[0]) or "") in GIVEN and not _is_office(words[0], pack)
    return _bare(words[1:] if first else words, pack)


def _alone(word: str, name: Words, swap: Swap) -> bool:
    """Whether a report names somebody by one word of the name too: "Modric" for "Luka Modric"."""
    texts = (part.line.reading.document.text.replace(" ".join(name), "") for part in swap.parts)
    return any(re.search(rf"(?<=[a-z,] ){re.escape(word)}\b(?! [A-Z])", text) for text in texts)


def _is_office(word: str, pack: Pack) -> bool:
    ordinary = ("role_word", "body_word", "title", "body_office", "month", "weekday")
    return any(pack.has(name, form) for name in ordinary for form in (word, word.lower()))


def _of_a_place(x: Words, y: Words, swap: Swap) -> bool:
    """Both stand behind "in", "to" or "north of", or between commas behind a place, and no word is ordinary."""
    pack, before = swap.two.pack, swap.a.before
    bare = all(_bare(words, pack) or _listed(words, pack) for words in (x, y)) and not _bynames(x, y, pack)
    if _within_a_name(swap):
        return False
    behind = pack.has("of_place", before[-1].lower()) or _points(before, pack)
    between = before[-1] in MARKS and len(before) > 1 and before[-2][0].isupper()
    between = between and (before[-1] != "," or swap.a.after[:1] in ((",",), (".",)))
    return bare and (behind or between)


def _points(before: Words, pack: Pack) -> bool:
    """Whether the words end on a point of the compass: "87 km barat laut …"."""
    found = lexicon(pack.code).concepts_in([word.lower() for word in before[-2:]])
    ends = [concept for _, end, concept in found if end == len(before[-2:])]
    return any(side.startswith("compass ") for concept in ends for side in family(concept))


def _bare(words: Words, pack: Pack) -> bool:
    """Whether no word of a name is an ordinary one, an office or a body: "Samurai Biru" and "Menkeu" are none."""
    known = lexicon(pack.code)
    return not any(known.concept(w) or known.is_stop(w) or _is_office(w, pack) for w in words)


SORTS: tuple[Callable[[Words, Words, Swap], bool], ...] = (
    _behind_its_sort,
    _of_one_list,
    _two_people,
    _of_a_place,
)
