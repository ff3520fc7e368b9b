"""Who speaks: the phrase that names a speaker, and the name inside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.reading.speech_words import Words
from claimcheck.text.tokens import Tokens

SpeakerKind = Literal["name", "role", "body", "pronoun", "anonymous", "evidence"]

LONGEST = 34  # tokens of a speaker phrase
PLAIN = 4  # lower-case words in a row that no list knows: "guru besar hukum tata negara"
BRACKET = 14  # tokens inside brackets: an age, a party, an acronym
APPOSITIONS = 2
# forms of Indonesian verbs, no nouns: "kata Budi menjelaskan" ends the name
_VERB = re.compile(r"(?:me(?:ng|m|n|ny|r|l|w|y)?|ber|di|ter)[a-z]{4,}\Z")
_PEOPLE = re.compile(
    r"pe[a-z]{4,}\Z|[a-z]{2,}w(?:an|ati)\Z|orang\Z|seorang\Z|pria\Z|wanita\Z|negara\Z|pihak\Z"
)
# verbs in a line of capitals: "Wilmar Tegaskan Komitmen", no name
_HEADLINE = re.compile(r"meng[a-z]{4,}\Z|[a-z]{4,}kan\Z|di[a-z]{2,}(?:kan|lar)\Z")
NAME_WORDS = 5
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Tokens `start` to before `end` name a speaker; `name` is the name in them, titles stripped."""

    start: int
    end: int
    name: tuple[int, int]
    kind: SpeakerKind


def speaker_phrase(tokens: Tokens, words: Words, at: int, limit: int) -> Speaker | None:
    """The speaker phrase that begins at token `at` and ends before `limit`, or None.

    >>> from claimcheck.languages import load
    >>> from claimcheck.reading.speech_words import words_of
    >>> from claimcheck.text.tokens import tokenize
    >>> tokens = tokenize("kata Kapolres Bogor AKBP Rio Wahyu Anggoro di Bogor", "id")
    >>> found = speaker_phrase(tokens, words_of(load("id")), 1, len(tokens))
    >>> tokens.slice(found.start, found.end), tokens.slice(*found.name)
    ('Kapolres Bogor AKBP Rio Wahyu Anggoro', 'Rio Wahyu Anggoro')
    """
    classes = tokens.classes
    if at >= limit:
        return None
    if classes[at] in words.pronoun:
        return Speaker(at, at + 1, (at, at + 1), "pronoun")
    if not begins_phrase(tokens, words, at, limit):
        return None
    segments = _segments(tokens, words, at, min(limit, at + LONGEST))
    return _speaker(tokens, words, segments)


def begins_phrase(tokens: Tokens, words: Words, at: int, limit: int) -> bool:
    """Whether a speaker phrase can begin with this token."""
    char = tokens.classes[at]
    if char in words.pronoun or char in words.determiner or char in words.role or char in words.body:
        return True
    if char in words.evidence or char in words.report:
        return True
    if char in words.rank or char in words.capital:
        return char not in words.date and char not in words.opener and char not in words.preposition
    return False


def _segments(tokens: Tokens, words: Words, at: int, limit: int) -> list[tuple[int, int]]:
    """The phrase in pieces cut at commas: a name and its appositions."""
    found: list[tuple[int, int]] = []
    while len(found) <= APPOSITIONS:
        end = _piece(tokens, words, at, limit)
        if end == at:
            break
        found.append((at, end))
        if (
            end + 1 >= limit
            or tokens.classes[end] not in words.comma
            or not _apposition(tokens, words, end + 1, limit)
        ):
            break
        at = end + 1
    return found


def _apposition(tokens: Tokens, words: Words, at: int, limit: int) -> bool:
    char = tokens.classes[at]
    if char in words.joins:  # Menteri Koordinator Politik, Hukum, dan Keamanan
        return at + 1 < limit and tokens.classes[at + 1] in words.office_or_body_or_role
    if char in words.determiner and not any(c in words.role for c in tokens.classes[at + 1 : at + 4]):
        return False
    return char not in words.pronoun and char not in words.date and begins_phrase(tokens, words, at, limit)


def _piece(tokens: Tokens, words: Words, at: int, limit: int) -> int:
    i, plain = at, 0
    while i < limit:
        char = tokens.classes[i]
        if i > at and char in words.open_bracket:
            after = _past_bracket(tokens, words, i, limit)
            if after is None:
                return i
            i = after
            continue
        step = _takes(tokens, words, at, i, limit, plain)
        if not step:
            return i
        plain = plain + 1 if step == 2 else 0
        i += 1
    return i


def _past_bracket(tokens: Tokens, words: Words, at: int, limit: int) -> int | None:
    for i in range(at + 1, min(limit, at + BRACKET)):
        if tokens.classes[i] in words.close_bracket:
            return i + 1
    return None


def _takes(tokens: Tokens, words: Words, first: int, i: int, limit: int, plain: int) -> int:
    """1 where the phrase goes on with token `i`, 2 if with a word no list knows, 0 where it ends."""
    char = tokens.classes[i]
    left = tokens.classes[i - 1] if i > first else ""
    right = tokens.classes[i + 1] if i + 1 < limit else ""
    if char in words.date and not (left in words.capital and right in words.capital):
        return 0
    if char in words.role or char in words.rank or char in words.body or char in words.capital:
        return 0 if char in words.pronoun else 1
    if char in words.determiner or char in words.evidence or char in words.anonymous:
        return 1
    if i == first:
        return 1 if char in words.report or char in words.joins else 0
    return _takes_inside(tokens, words, i, left, right, plain)


def _takes_inside(tokens: Tokens, words: Words, i: int, left: str, right: str, plain: int) -> int:
    char = tokens.classes[i]
    noun_right = (
        right in words.capital or right in words.role or right in words.body or right in words.determiner
    )
    if char in words.glue and not _tight(tokens, i):
        return 0
    if char in words.joins or char in words.glue:
        open_end = right in words.noun_after  # Uni Eropa dan lainnya
        return 1 if (noun_right and right not in words.date) or open_end or char in words.glue else 0
    if char in words.of:
        return 1 if noun_right and (left not in words.capital or char not in words.preposition) else 0
    if char in words.stop:
        return 1 if right in words.capital and (left in words.rank or left in words.initial) else 0
    if (
        tokens.lowers[i] in _POSSESSIVE
        or char in words.noun_after
        or (char in words.number and left in words.body_or_glue)
    ):
        return 1
    if char in words.particle and left in words.capital and right in words.capital:
        return 1
    return _takes_plain(tokens, words, i, left, plain)


def _tight(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen or slash joins two words: "Co-founder", not "JAKARTA - Polisi"."""
    return tokens.ends[i - 1] == tokens.starts[i] or tokens.words[i + 1 : i + 2] == ["19"]


def _takes_plain(tokens: Tokens, words: Words, i: int, left: str, plain: int) -> int:
    """A lower-case word of the office: "pengamat transportasi", never a verb or the start of an adverbial."""
    char = tokens.classes[i]
    if char not in words.small or plain >= PLAIN or left in words.noun_after:
        return 0
    if char in words.no_noun:
        return 0
    if tokens.language == "id" and _VERB.match(tokens.lowers[i]):
        return 0
    if left in words.upper:
        return 0
    return 2 if left not in words.capital or left in words.heads or left in words.role else 0


def _speaker(tokens: Tokens, words: Words, segments: list[tuple[int, int]]) -> Speaker | None:
    if not segments:
        return None
    start, end = segments[0][0], segments[-1][1]
    if _epithet(tokens, words, start, end):
        return Speaker(start, end, (start, end), "pronoun")
    pieces = [piece for a, b in segments for piece in _unbracketed(tokens, words, a, b)]
    plain = [p for p in pieces if not _of_office(tokens, words, p[0], *p)]
    first = [p for p in plain if p[0] in {a for a, _ in segments}]
    first.sort(key=lambda p: not _only_name(tokens, words, *p))
    ranked = [p for p in pieces if _after_rank(tokens, words, *p) is not None]
    for a, b in [*ranked, *first, *plain, *pieces]:
        name = _named(tokens, words, a, b)
        if name is not None:
            return Speaker(start, end, name, "name")
    if tokens.classes[start] in words.determiner and not _of_people(tokens, words, start, end):
        return None
    known = tokens.classes[start] in words.prefix or tokens.classes[start] in words.upper
    if not known and not _evidence(tokens, words, start):
        return None
    return Speaker(start, end, pieces[0], _office_kind(tokens, words, start))


def _of_people(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    """Whether a phrase is of people or bodies: "sejumlah pedagang", not "dua musim serial ini"."""
    classes = tokens.classes[start:end]
    if tokens.language != "id" or any(c in words.offices or c in words.evidence for c in classes):
        return True
    return end - start == 1 or any(_PEOPLE.match(word) for word in tokens.lowers[start:end])


def _epithet(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    """Whether "kakak Ria Ricis itu" only points back: a role, a name that is not the speaker's, "itu"."""
    row = tokens.classes[start:end]
    named = any(c in words.capital and c not in words.prefix for c in row[1:])
    return row[0] in words.role and row[-1] in words.noun_after and named


def headline(words: Sequence[str]) -> bool:
    """Whether small-lettered words hold a verb: "wilmar tegaskan komitmen" is a line of capitals, no name.

    >>> headline(["wilmar", "tegaskan", "komitmen"]), headline(["rina", "lestari"])
    (True, False)
    """
    return any(_HEADLINE.match(word) for word in words)


def _only_name(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    row = tokens.classes[start:end]
    return end - start <= NAME_WORDS and all(c in words.capital and c not in words.prefix for c in row)


def _unbracketed(tokens: Tokens, words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """The piece without its brackets: "Ikatan Dokter Indonesia (IDI) Budi Santoso" makes two."""
    found, at = [], start
    while at < end:
        stop = next((i for i in range(at, end) if tokens.classes[i] in words.open_bracket), end)
        if stop > at:
            found.append((at, stop))
        at = _past_bracket(tokens, words, stop, end + 1) or end if stop < end else end
    return found


def _named(tokens: Tokens, words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The name of a person in one piece: what stands after its last rank, or after its office."""
    at = _after_rank(tokens, words, start, end)
    if at is None and _unpersonal(tokens, words, start, end):
        return None
    if at is None:
        at = _past_english_office(tokens, words, start, end)
        while at < end and _of_office(tokens, words, start, at, end):
            at = _past_body(tokens, words, at, end)
    stop = at
    while stop < end and _of_name(tokens, words, stop, end):
        stop += 1
    if headline(tokens.lowers[at:stop]) or (at > start and tokens.classes[stop - 1] in words.office):
        return None
    bodied = at == start and tokens.classes[start] in words.upper and stop == at + 1
    return (at, stop) if stop > at and tokens.classes[at] in words.capital and not bodied else None


def _past_english_office(tokens: Tokens, words: Words, start: int, end: int) -> int:
    """Past a word that no list knows where an office follows it: "Equity Analyst PT Indo …"."""
    second = tokens.classes[start + 1] if start + 1 < end else ""
    return start + 1 if tokens.classes[start] not in words.all_offices and second in words.named_by else start


def _unpersonal(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    """Whether a piece names a body, many people or a thing, with no role in it: "Bank Dunia"."""
    if tokens.classes[start] not in words.heads or tokens.classes[start] in words.role:
        return False
    return not any(tokens.classes[i] in words.role for i in range(start + 1, end)) and not _both(
        tokens, words, start
    )


def _both(tokens: Tokens, words: Words, start: int) -> bool:
    return tokens.classes[start] in words.both


def _of_office(tokens: Tokens, words: Words, start: int, at: int, end: int) -> bool:
    """Whether the token at `at` still belongs to the office before a name: "Kepala Dinas Kesehatan Papua"."""
    char = tokens.classes[at]
    if char not in words.capital or char in words.prefix:
        return True
    if at == start or at + 1 >= end:
        return False
    left, right = tokens.classes[at - 1], tokens.classes[at + 1]
    return right in words.capital and (left in words.place_head or char in words.upper)


def _past_body(tokens: Tokens, words: Words, at: int, end: int) -> int:
    """Past the name of a body where an office word still follows it: PT «Kereta Commuter» Indonesia …"""
    if tokens.classes[at] not in words.body:
        return at + 1
    later = [i for i in range(at + 1, end - 1) if tokens.classes[i] in words.office_or_body_or_role]
    return (later[-1] if later else at) + 1


def _of_name(tokens: Tokens, words: Words, at: int, end: int) -> bool:
    char = tokens.classes[at]
    if char in words.capital:
        return char not in words.role and char not in words.body
    if char in words.joins:
        return at + 1 < end and tokens.classes[at + 1] in words.capital
    joining = char in words.particle or char in words.glue
    return joining or (char in words.stop and tokens.classes[at - 1] in words.initial)


def _after_rank(tokens: Tokens, words: Words, start: int, end: int) -> int | None:
    """The token after the last rank or title: AKBP «Rio Wahyu Anggoro»."""
    for i in range(end - 2, start - 1, -1):
        right = i + 2 if tokens.classes[i + 1] in words.stop else i + 1
        if tokens.classes[i] in words.rank and right < end and tokens.classes[right] in words.capital:
            return right if tokens.classes[right] not in words.prefix else None
    return None


def _evidence(tokens: Tokens, words: Words, at: int) -> bool:
    """Whether a thing shows something here: "Data …", "Satellite images …"."""
    first, second = tokens.classes[at], tokens.classes[at + 1 : at + 2]
    return first in words.evidence or (first in words.capital and second in words.evidence)


def _office_kind(tokens: Tokens, words: Words, at: int) -> SpeakerKind:
    char = tokens.classes[at]
    if _evidence(tokens, words, at):
        return "evidence"
    if char in words.anonymous:
        return "anonymous"
    return "role" if char in words.role else "body"
