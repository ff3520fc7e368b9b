"""The name inside a speaker phrase: offices, bodies and ranks told from the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.reading.speech_words import Words, form, heads_last
from claimcheck.text.tokens import Tokens

SpeakerKind = Literal["name", "role", "body", "pronoun", "anonymous", "evidence"]

BRACKET = 14  # tokens inside brackets: an age, a party, an acronym
POSSESSIVE = ("'s", "’s")
NAME_WORDS = 5  # words of a piece that is nothing but a name


@dataclass(frozen=True, slots=True)
class Speaker:
    """Tokens `start` to before `end` name a speaker; `name` is the name in them, titles stripped."""

    start: int
    end: int
    name: tuple[int, int]
    kind: SpeakerKind


def past_bracket(tokens: Tokens, words: Words, at: int, limit: int) -> int | None:
    """The token after the bracket that opens at `at`, or None where it does not close near by."""
    for i in range(at + 1, min(limit, at + BRACKET)):
        if tokens.classes[i] in words.close_bracket:
            return i + 1
    return None


def speaker_of(tokens: Tokens, words: Words, segments: list[tuple[int, int]]) -> Speaker | None:
    """The speaker that the pieces of a phrase name, titles stripped; None where they name nobody."""
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
    held = tokens.classes[start] in words.role
    behind = [(a + 1, b) for a, b in pieces[1:] if held and tokens.classes[a] in words.body]
    for a, b in [*ranked, *first, *plain, *pieces, *behind]:
        name = None if _headed(tokens, words, a, b) else _named(tokens, words, a, b)
        if name is not None:
            return Speaker(start, end, name, "name")
    if tokens.classes[start] in words.determiner and not _of_people(tokens, words, start, end):
        return None
    known = tokens.classes[start] in words.prefix or tokens.classes[start] in words.upper
    if not known and not _evidence(tokens, words, start) and not _headed_by_office(tokens, words, *pieces[0]):
        return None
    return Speaker(start, end, pieces[0], _office_kind(tokens, words, *pieces[0]))


def _head(tokens: Tokens, words: Words, start: int, end: int) -> int:
    """The last token of what a phrase is, before what it is of: "the «head» of the rescue unit"."""
    of = (i for i in range(start + 1, end) if tokens.classes[i] in words.of)
    return next(of, end) - 1


def _headed(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    """Whether a phrase ends in an office or a body, and what stands before is whose it is: "Sudan's armed forces".

    "A Surrey Police spokeswoman", "New Bedford Police": no person's name is in it.
    """
    if not heads_last(tokens.language):
        return False
    last = _head(tokens, words, start, end)
    head, told = tokens.classes[last], tokens.classes[start] in words.determiner
    if head in words.small:
        return head not in words.noun_after and (last == end - 1 or head in words.offices)
    return last == end - 1 and last > start and (head in words.body or (told and head in words.role))


def _headed_by_office(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    """Whether a phrase of no determiner ends in a word for people or bodies: "Federal authorities"."""
    return _headed(tokens, words, start, end) and (
        tokens.classes[_head(tokens, words, start, end)] in words.all_offices
    )


def _of_people(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    """Whether a phrase is of people or bodies: "sejumlah pedagang", not "dua musim serial ini"."""
    classes = tokens.classes[start:end]
    if any(c in words.occasion for c in classes):
        return False
    if end - start == 1 or any(c in words.offices or c in words.evidence for c in classes):
        return True
    people = form("people", tokens.language)
    return any(people.fullmatch(word) for word in tokens.lowers[start:end])


def _epithet(tokens: Tokens, words: Words, start: int, end: int) -> bool:
    """Whether "kakak Ria Ricis itu" only points back: a role, a name that is not the speaker's, "itu"."""
    row = tokens.classes[start:end]
    named = any(c in words.capital and c not in words.prefix for c in row[1:])
    return row[0] in words.role and row[-1] in words.noun_after and named


def headline(words: Sequence[str], language: str) -> bool:
    """Whether small-lettered words hold a verb: "wilmar tegaskan komitmen" is a line of capitals, no name.

    >>> headline(["wilmar", "tegaskan", "komitmen"], "id"), headline(["rina", "lestari"], "id")
    (True, False)
    """
    verb = form("headline", language)
    return any(verb.fullmatch(word) for word in words)


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
        at = past_bracket(tokens, words, stop, end + 1) or end if stop < end else end
    return found


def _named(tokens: Tokens, words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The name of a person in one piece: what stands after its last rank, or after its office."""
    if (holder := _behind_english_office(tokens, words, start, end)) is not None:
        return holder, end
    at = _after_rank(tokens, words, start, end)
    if at is None and _unpersonal(tokens, words, start, end):
        return None
    if at is None:
        at = _past_english_office(tokens, words, start, end)
        while at < end and _of_office(tokens, words, start, at, end):
            at = _past_body(tokens, words, at, end)
    placed = at > start + 1 and tokens.classes[at - 1] in words.place_head
    if (at < end and tokens.classes[at] in words.place_head) or (
        placed and tokens.classes[at - 2] not in words.role
    ):
        return None  # "Kalaksa BPBD Kabupaten Mojokerto": of the place, and no name
    stop = at
    while stop < end and _of_name(tokens, words, stop, end):
        stop += 1
    if headline(tokens.lowers[at:stop], tokens.language) or (
        at > start and tokens.classes[stop - 1] in words.office
    ):
        return None
    if stop == at + 1 and at > start and tokens.classes[at - 1] in words.compass:
        at -= 1  # "South Sudan officials"
    bodied = at == start and tokens.classes[start] in words.upper and stop == at + 1
    return (at, stop) if stop > at and tokens.classes[at] in words.capital and not bodied else None


def _behind_english_office(tokens: Tokens, words: Words, start: int, end: int) -> int | None:
    """The token after whose office stands first: "Hospital spokesman «Al Quintero»", "Lohan's lawyer «Heller»".

    With a possessive alone a name of two words: "Microsoft's «Dustin Childs»", not "Russia's Defense Ministry".
    """
    if not heads_last(tokens.language):
        return None
    offices = [i for i in range(start + 1, end - 1) if tokens.classes[i] in words.role]
    offices = offices or [i for i in range(start + 1, end - 2) if _calling(tokens, words, start, i)]
    owners = [i for i in range(start + 1, end - 2) if tokens.lowers[i] in POSSESSIVE]
    for i in (*offices[-1:], *owners[-1:]):
        first = i + 2 if tokens.classes[i + 1] in words.stop else i + 1  # "Gov. «Dan Patrick»"
        rest = tokens.classes[first:end]
        named = bool(rest) and all(c in words.capital or c in words.stop for c in rest)
        held = i in offices or not any(c in words.prefix for c in rest)
        if named and held and rest[0] not in words.prefix:
            return first
    return None


def _calling(tokens: Tokens, words: Words, start: int, at: int) -> bool:
    """Whether a small word between capitals may be what somebody is: "Dallas Cowboys «quarterback» Tony Romo"."""
    char = tokens.classes[at]
    joining = char in words.particle or char in words.of or char in words.joins or char in words.determiner
    return char in words.small and not joining and tokens.classes[at + 1] in words.capital


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
    if at == start or at + 1 >= end or tokens.classes[at + 1] not in words.capital:
        return False
    if tokens.classes[at - 1] in words.place_head or char in words.upper or char in words.body:
        return True
    if char in words.place_head and at + 2 < end:
        return True
    return form("office", tokens.language).fullmatch(tokens.lowers[at]) is not None


def _past_body(tokens: Tokens, words: Words, at: int, end: int) -> int:
    """Past the name of a body where an office word still follows it: PT «Kereta Commuter» Indonesia …"""
    if tokens.classes[at] not in words.body:
        return at + 1
    later = [i for i in range(at + 1, end - 1) if tokens.classes[i] in words.office_or_body_or_role]
    return (later[-1] if later else at) + 1


def _of_name(tokens: Tokens, words: Words, at: int, end: int) -> bool:
    """Whether a token is of a name that has begun; "Hakim" ends the names of many: "Lukman Hakim"."""
    char = tokens.classes[at]
    if char in words.capital:
        return char in words.surname or (char not in words.role and char not in words.body)
    if char in words.joins:
        return at + 1 < end and tokens.classes[at + 1] in words.capital
    joining = char in words.particle or char in words.glue
    return joining or (char in words.stop and lettered(tokens, words, at - 1) and at + 1 < end)


def lettered(tokens: Tokens, words: Words, at: int) -> bool:
    """Whether a token is one capital that stands for a name: "Samuel «L.» Jackson"."""
    return tokens.classes[at] in words.initial or (
        tokens.classes[at] in words.roman and len(tokens.words[at]) == 1
    )


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


def _office_kind(tokens: Tokens, words: Words, start: int, end: int) -> SpeakerKind:
    char = tokens.classes[start]
    if _evidence(tokens, words, start):
        return "evidence"
    if char in words.anonymous:
        return "anonymous"
    headed = _headed(tokens, words, start, end)
    head = tokens.classes[_head(tokens, words, start, end)] if headed else char
    return "role" if head in words.role else "body"
