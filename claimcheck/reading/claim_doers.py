"""Who does what a clause tells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.languages.lexicon import kind, lexicon
from claimcheck.reading.claim_notes import Notes, inside
from claimcheck.reading.claim_speech import NEUTRAL, after_frame
from claimcheck.reading.clauses import Clause, first_verb, is_verb
from claimcheck.reading.names import Name
from claimcheck.reading.rules import Found
from claimcheck.records import Attribution

NO_DOERS = frozenset({"state", "object", "quality"})  # kinds of concept of what does nothing: "crisis"
POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
IDLE = ("naming_passive", "carry_word", "existential")  # verbs that tell of no doing
FAR = 400  # tokens back to where "Kementerian tersebut" was named


def agent_of(clause: Clause, verb: int | None, said: Found[Attribution] | None, notes: Notes) -> str | None:
    """The named doers: behind "oleh" in a passive clause, else the names before the verb.

    A doer named only by its office ("Kementerian tersebut") is the one named with that word before. Who "tergolong"
    does nothing, nor does "Pecco" in "yang disapa Pecco", nor who carries the news, nor what is there. A language that
    builds its passive of two words ("was arrested") names no doer before it, and heads its phrases at the end.
    """
    if verb is None:
        return None
    heads = notes.pack.has("passive_aux", "was")
    marker = notes.pack.pattern("agent_marker").search(notes.tokens.classes, verb, clause.end)
    word = notes.tokens.words[verb]
    if not marker and any(notes.pack.has(name, word) for name in IDLE):
        return None
    if marker or notes.pack.has("verb_passive", word):
        start = (marker.start() if marker else verb) + 1
        end = min(start + 10, clause.end)
        return _names_between(start, end if marker else _behind_passive(start, end, notes), notes)
    if notes.pack.has("verb_ter", word) or (heads and _done_to(verb, notes)):
        return None
    if clause.aside is not None and (own := _doers_before(clause.core, verb, notes, heads)):
        return own
    before = clause.aside if clause.aside is not None else verb
    start = _doer_from(clause, verb, said, notes)
    if heads and said is not None and _only_epithets(start, before, said, notes):
        return None
    return _doers_before(start, before, notes, heads) or _antecedent(start, before, notes)


def _doer_from(clause: Clause, verb: int, said: Found[Attribution] | None, notes: Notes) -> int:
    """Where the doer is looked for: behind who carries it, and behind who speaks where a name follows.

    "Menurut Bahlil, PT Gag Nikel merupakan …" is of the company; "BI melaporkan cadangan devisa Indonesia" may be of
    either.
    """
    if said is None or said.item.stance not in NEUTRAL:
        return clause.start
    behind = after_frame(said, notes)
    if not clause.start <= behind < verb:
        return clause.start
    words, pack = notes.tokens.lowers, notes.pack
    told = (i for i in range(behind, verb) if words[i].isalpha() and not pack.has("say_that", words[i]))
    behind = next(told, verb)
    names = inside(Clause(behind, verb, "main", behind), notes.names)
    named = bool(names) and names[0].start == behind
    own = named or said.item.stance == "carries" or _own_subject(behind, verb, notes)
    return behind if own else clause.start


def _only_epithets(start: int, verb: int, said: Found[Attribution], notes: Notes) -> bool:
    """Whether the names before a verb only tell who the speaker is: "Ann Lee, the star of Dune, said: “I am here.”"."""
    source = (said.item.source or "").lower().split()
    behind = after_frame(said, notes)
    named = [n for n in inside(Clause(start, verb, "main", start), notes.names) if n.start < verb]
    framed = bool(named) and bool(source) and start < behind <= verb and all(n.start < behind for n in named)
    return framed and said.item.stance in NEUTRAL and set(named[-1].item.key.split()).isdisjoint(source)


def _own_subject(behind: int, verb: int, notes: Notes) -> bool:
    """Whether what is said begins with who does it: "Hanif menyebut «perusahaan itu» merusak hutan"; not "akan".

    "Ia mengaku sempat sakit", "Rusia mengatakan pasukannya menang": the speaker may be meant.
    """
    word, pack = notes.tokens.lowers[behind], notes.pack
    if behind >= verb or is_verb(behind, notes.tokens, pack):
        return False
    light = _light(word, notes) or pack.has("someone", word)
    quality = kind(lexicon(pack.code).concept(word) or "") == "quality"
    return not light and not quality and not word.endswith("nya")


def _done_to(verb: int, notes: Notes) -> bool:
    """Whether a verb form in -ed tells what was done to its subject: "was briefly held", "Jackson arrested on …"."""
    words = notes.tokens.lowers
    if notes.pack.has("preposition", words[verb + 1] if verb + 1 < len(words) else ""):
        return words[verb].endswith("ed")
    at = (
        verb - 1 - (verb > 1 and (words[verb - 1].endswith("ly") or words[verb - 1] in ("not", "n't", "n’t")))
    )
    return at >= 0 and notes.pack.has("passive_aux", words[at]) and not words[verb].endswith("ing")


def _behind_passive(start: int, end: int, notes: Notes) -> int:
    """Where the doer behind a passive verb ends.

    "Dimulai di Pulau Gag" has none, nor "diminta memanggil Budi" and "ditangkap polisi, Budi …".
    """
    found = notes.pack.pattern("preposition|comma").search(notes.tokens.classes, start, end)
    end = found.start() if found else end
    verb = first_verb(start, end, notes.tokens, notes.pack)
    return end if verb is None else verb


def _antecedent(start: int, verb: int, notes: Notes) -> str | None:
    head = notes.tokens.lowers[start]
    if notes.pack.has("office_word", head) or notes.pack.has("body_word", head):
        for at in range(start - 1, max(-1, start - FAR), -1):
            if notes.tokens.lowers[at] == head:
                named = _names_between(at, at + 5, notes)
                if named is not None:
                    return named
    return None


def _names_between(start: int, end: int, notes: Notes) -> str | None:
    """The names on tokens `start` to before `end`; one in brackets is another's short form: "Aliansi Kota (AK)"."""
    found = inside(Clause(start, end, "main", start), notes.names)
    return _keys([n for n in found if n is found[0] or not _in_brackets(n, notes)])


def _doers_before(start: int, verb: int, notes: Notes, heads: bool) -> str | None:
    """The names before a verb that do what it says, by whether the language heads its phrases at the end."""
    found = inside(Clause(start, verb, "main", start), notes.names)
    named = [n for n in found if n is found[0] or not _in_brackets(n, notes)]
    if heads:
        return _keys([n for n in named if _heads(n, verb, notes)])
    return _keys(_together(list(_doing(named, start, notes)), notes))


def _doing(names: Sequence[Found[Name]], start: int, notes: Notes) -> Iterator[Found[Name]]:
    """The names that are neither where it happens, with the places behind a comma, nor whose kin does it.

    "Di Cilandak, Jakarta Selatan, warga …", "Ayah Budi Santoso meninggal".
    """
    place: Found[Name] | None = None
    for name in names:
        goes_on = place is not None and place.end + 1 == name.start and _is_place(name, notes)
        place = name if goes_on or _where(name, start, notes) else None
        before = notes.tokens.lowers[name.start - 1] if name.start else ""
        if place is None and not notes.pack.has("kin", before):
            yield name


def _is_place(name: Found[Name], notes: Notes) -> bool:
    """Whether a name behind a comma is a place: "Kecamatan Cibinong", "Jakarta Selatan", "Jawa Barat"."""
    first, last = notes.tokens.lowers[name.start], notes.tokens.lowers[name.end - 1]
    return (
        name.item.kind == "province" or notes.pack.has("place_head", first) or notes.pack.has("compass", last)
    )


def _together(names: Sequence[Found[Name]], notes: Notes) -> list[Found[Name]]:
    """The names that may do something together.

    Of names that only stand side by side the last is meant, the others are of its office: "Presiden «Rusia» Vladimir
    Putin", "Bupati «Bogor», Rudy Susmanto"; the first where the office stands behind a comma: "Rudy Susmanto, Bupati
    «Bogor»". Not in a list that ends in "dan", nor of a state behind its ministry.
    """
    gaps = [notes.tokens.lowers[a.end : b.start] for a, b in pairwise(names)]
    found, office = list(names[:1]), False
    for name, gap, listed in zip(names[1:], gaps, _listed(gaps, notes), strict=True):
        beside = not listed and all(word in ",.()" or _of_rank(word, notes) for word in gap)
        behind = beside and "," in gap and _of_rank(gap[-1], notes)
        if beside and not behind and not office and not _of_state(name, found[-1]):
            found[-1] = name
        elif not behind:
            found.append(name)
        office = behind
    return found


def _of_state(name: Found[Name], before: Found[Name]) -> bool:
    """Whether a state only tells whose body stands before it: "DPR RI"."""
    return name.item.kind == "state" and before.item.kind != "state"


def _listed(gaps: Sequence[Sequence[str]], notes: Notes) -> list[bool]:
    """Whether each gap between names is a comma of a list that goes on to an "and": "Ani, Budi, dan Citra"."""
    found, ends = [], False
    for gap in reversed(gaps):
        found.append(gap == [","] and ends)
        ends = ends if gap == [","] else any(notes.pack.has("and", word) for word in gap)
    return found[::-1]


def _of_rank(word: str, notes: Notes) -> bool:
    return notes.pack.has("title", word) or notes.pack.has("office_word", word)


def _keys(names: Sequence[Found[Name]]) -> str | None:
    return " & ".join(dict.fromkeys(name.item.key for name in names)) or None


def _where(name: Found[Name], start: int, notes: Notes) -> bool:
    """Whether a name is where or with whom it happens: "warga di Bogor", "di kota Palembang", "dalam rapat dengan Lee".

    Those who come from somewhere may do something: "delegasi dari Rusia"; not "gowes dari Jawa Tengah". Who does it
    with somebody named right before does it too: "Polda Riau bersama Polres Dumai menangkap …".
    """
    words, pack = notes.tokens.lowers[max(start, name.start - 2) : name.start], notes.pack
    if len(words) > 1 and pack.has("together", words[-1]) and notes.tokens.words[name.start - 2][0].isupper():
        return False
    place = name.item.kind == "province"
    before = [
        w for w in words[-1:] if not pack.has("and", w) and (place or pack.value("direction", w) != "from")
    ]
    if any(pack.has("preposition", word) for word in before):
        return True
    return "," not in words and any(pack.has("locative", word) for word in words)


def _in_brackets(name: Found[Name], notes: Notes) -> bool:
    """Whether a name stands alone between brackets."""
    words = notes.tokens.words
    around = words[name.start - 1 : name.start], words[name.end : name.end + 1]
    return around == (["("], [")"])


def _heads(name: Found[Name], end: int, notes: Notes) -> bool:
    """Whether a name is the doer of an English phrase: not "in Mich.", nor "a Spiro man" or "the Colts' defense".

    A state stands for those behind it: "Russian troops", and not in "the Greek crisis".
    """
    words = notes.tokens.lowers
    if any(notes.pack.has("preposition", word) for word in words[max(0, name.start - 2) : name.start]):
        return False
    if name.end >= end:
        return True
    after = words[name.end]
    if name.item.kind != "name":
        return kind(lexicon(notes.pack.code).concept(after) or "") not in NO_DOERS
    known = after in POSSESSIVE or (notes.tokens.words[name.end][0].islower() and not _light(after, notes))
    return not known


def _light(word: str, notes: Notes) -> bool:
    """Whether a word is no noun: a function word, an auxiliary, an adverb."""
    return lexicon(notes.pack.code).is_stop(word) or notes.pack.has("aux", word) or word.endswith("ly")
