"""The words of a claim that tell what its answers are of: a part, a whole, a market, an office hour, a pronoun."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from claimcheck.languages import load
from claimcheck.languages.lexicon import kind, lexicon
from claimcheck.records import Claim, Quantity, Span, Time
from claimcheck.text.tokens import Tokens, tokenize

NO_TEMPLATE = 6  # words of a sentence from which two copies of it are no template by chance


@lru_cache(maxsize=20_000)
def _tokens(text: str, language: str) -> Tokens:
    return tokenize(text, language)


def says(claim: Claim, name: str) -> bool:
    """Whether a claim has a word or phrase of a class."""
    return _has(claim.span, claim.language, name)


def found(claim: Claim, name: str) -> frozenset[str]:
    """The words and phrases of a class that a claim has, in small letters."""
    tokens = _tokens(claim.span.text, claim.language)
    marks = load(claim.language).pattern(name).finditer(tokens.classes)
    return frozenset(tokens.slice(mark.start(), mark.end()).lower() for mark in marks)


def ruled_by(claim: Claim, name: str) -> frozenset[str]:
    """The words of a claim right behind those of a class, in small letters, auxiliaries left out: "tak akan «lupa»"."""
    tokens, pack = _tokens(claim.span.text, claim.language), load(claim.language)
    behind = (mark.end() for mark in pack.pattern(name).finditer(tokens.classes))
    words = (next((word for word in tokens.lowers[at:] if not pack.has("aux", word)), None) for at in behind)
    return frozenset(word for word in words if word is not None)


def sentence_says(claim: Claim, name: str) -> bool:
    """Whether the sentence of a claim has a word or phrase of a class."""
    return _has(claim.sentence.span, claim.language, name)


def points_back(claim: Claim) -> bool:
    """Whether the sentence of a claim names something only by pointing at it: "akun itu", but not "saat ini".

    >>> from claimcheck import read
    >>> texts = "Akun itu memuatnya pada Senin.", "Akun resmi memuatnya saat ini.", "Setelah itu ia datang pada Senin."
    >>> [points_back(read(text).claims[0]) for text in texts]
    [True, False, False]
    """
    pack, words = load(claim.language), _tokens(claim.sentence.span.text, claim.language).lowers
    return any(
        pack.has("points_back", word)
        and not any(
            pack.has("of_now", near) for near in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        )
        for at, word in enumerate(words)
    )


def _has(place: Span, language: str, name: str) -> bool:
    return load(language).pattern(name).search(_tokens(place.text, language).classes) is not None


def led_by(claim: Claim, name: str, many: int = 3) -> bool:
    """Whether one of the words just before a claim, in its sentence, is of a class."""
    whole = claim.sentence.span
    words = whole.text[: max(0, claim.span.start - whole.start)].lower().split()[-many:]
    return any(load(claim.language).has(name, word) for word in words)


def opens_with(claim: Claim, name: str, within: int = 3) -> bool:
    """Whether one of the first words of a claim is of a class."""
    tokens = _tokens(claim.span.text, claim.language)
    return any(load(claim.language).has(name, word) for word in tokens.words[:within])


def before(claim: Claim, value: Quantity | Time, many: int) -> Sequence[str]:
    """The words of a claim just before a value, nearest last."""
    return claim.span.text[: max(0, value.span.start - claim.span.start)].split()[-many:]


def after(claim: Claim, value: Quantity | Time, name: str) -> bool:
    """Whether the word just behind a value, or its own last word, is of a class."""
    behind = claim.span.text[max(0, value.span.end - claim.span.start) :].split()[:1]
    words = [word.strip(",.;") for word in (*value.span.text.split()[-1:], *behind)]
    return any(load(claim.language).has(name, word) for word in words)


def followed(claim: Claim, value: Quantity | Time, name: str) -> bool:
    """Whether a phrase of a class stands just behind a value: "two of the bombs"."""
    behind = claim.span.text[max(0, value.span.end - claim.span.start) :].lower().split()
    phrases = (phrase.split() for phrase in load(claim.language).values.get(name, {}))
    return any(behind[: len(phrase)] == phrase for phrase in phrases)


def near(claim: Claim, value: Quantity | Time, name: str, many: int = 5) -> bool:
    """Whether a word or phrase of a class stands within a few words of a value, on either side or in it."""
    at = claim.span.start
    head = " ".join(before(claim, value, many))
    tail = " ".join(claim.span.text[max(0, value.span.end - at) :].split()[:many])
    tokens = _tokens(f"{head} {value.span.text} {tail}", claim.language)
    return load(claim.language).pattern(name).search(tokens.classes) is not None


def neighbours(claim: Claim, value: Quantity | Time) -> str:
    """The two characters that touch a value, a blank for none."""
    start, end = value.span.start - claim.span.start, value.span.end - claim.span.start
    text = f" {claim.span.text} "
    return text[start] + text[end + 1] if start >= 0 and end + 1 < len(text) else "  "


def without(claim: Claim, value: Quantity | Time) -> str:
    """The sentence of a claim without a value."""
    whole = claim.sentence.span
    return whole.text[: value.span.start - whole.start] + whole.text[value.span.end - whole.start :]


def one_but_for(a: Claim, x: Quantity | Time, b: Claim, y: Quantity | Time, least: int = 0) -> bool:
    """Whether two claims stand in one sentence, of so many words at least, but for a value of each."""
    rest = without(a, x)
    return rest == without(b, y) and len(rest.split()) >= least


def two_sorts(a: Claim, b: Claim) -> bool:
    """Whether both name one thing, each of a sort that the other does not name: "kereta ekonomi", "kereta barang".

    So do two sessions of one race: "kualifikasi", "sprint race".
    """
    sessions = [{load(c.language).value("of_session", s) for s in found(c, "of_session")} for c in (a, b)]
    if all(sessions) and sessions[0].isdisjoint(sessions[1]):
        return True
    mine, theirs = _sorts(a), _sorts(b)
    return a.language == b.language and any(
        mine[thing] not in theirs.values() and theirs[thing] not in mine.values()
        for thing in mine.keys() & theirs.keys()
        if mine[thing] != theirs[thing]
    )


def _sorts(claim: Claim) -> dict[str, str]:
    """For each thing that a claim names once the word that says of what sort it is, in Indonesian behind it.

    Both are the concept that they are together, where they are one: "ruas jalan", "ruas jalanan".
    """
    known = lexicon(claim.language)
    words = claim.span.text.split()
    pairs = pairwise(words) if claim.language == "id" else ((b, a) for a, b in pairwise(words))
    found: dict[str, str] = {}
    for thing, sort in pairs:
        named = thing not in (thing.lower(), thing.capitalize()) or sort not in (sort.lower(), sort.upper())
        if not named and all(_noun(word.lower(), claim.language) for word in (thing, sort)):
            _, end, both = next(iter(known.concepts_in((thing.lower(), sort.lower()))), (0, 0, ""))
            found.setdefault(thing.lower(), both if end > 1 else known.concept(sort) or sort.lower())
    return found


def _noun(word: str, language: str) -> bool:
    words = lexicon(language)
    return word.isalpha() and not words.is_stop(word) and kind(words.concept(word) or "") != "act"


def as_of(claim: Claim, time: Time) -> bool:
    """Whether a time says up to when something was counted: "per 5 Juni"."""
    word = before(claim, time, 1)
    return bool(word) and load(claim.language).has("as_of", word[0].lower())
