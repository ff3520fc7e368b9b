"""Sentences to clauses: where a new assertion opens, and what of the sentence it covers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from claimcheck.languages import Pack, load
from claimcheck.text.tokens import Tokens

Opener = Literal[
    "main", "relative", "subordinate", "purpose", "and", "participle", "content", "role", "passive"
]

_VERBS = (
    "verb_root",
    "verb_base",
    "verb_active",
    "verb_passive",
    "verb_ber",
    "verb_ter",
    "verb_past",
    "verb_ing",
)
CLASSES = (
    "relative",
    "that",
    "whether",
    "and",
    "subordinator",
    "purpose",
    "aux",
    "copula",
    "preposition",
    "takes_clause",
    *_VERBS,
    "comma",
    "semicolon",
    "colon",
    "dash",
    "role_marker",
    "naming",
    "lpar",
    "rpar",
    "negation",
    "agent_marker",
    "word",
    "digits",
    "nominal",
    "motion",
    "quote",
    "percent",
    "degree",
    "demonstrative",
    "behind_comma",
    "locative",
    "existential",
    "conditional",
    "tense",
    "month",
    "weekday",
    "contrast",
    "year",
    "year_word",
    "date_word",
    "clock_word",
    "timeunit",
)
_BIT = {name: 1 << i for i, name in enumerate(CLASSES)}
CAPITAL = 1 << len(CLASSES)  # what begins with a capital, whatever its classes
FULL = sum(_BIT[name] for name in _VERBS)
VERB = FULL | _BIT["aux"] | _BIT["copula"]
DATED = _BIT["digits"] | _BIT["month"] | _BIT["weekday"]
JOINS = (
    _BIT["and"]
    | _BIT["preposition"]
    | _BIT["purpose"]
    | _BIT["aux"]
    | _BIT["negation"]
    | _BIT["subordinator"]
)
BREAKS = _BIT["semicolon"] | _BIT["colon"] | _BIT["dash"]
WHEN = (
    _BIT["month"]
    | _BIT["weekday"]
    | _BIT["year"]
    | _BIT["year_word"]
    | _BIT["date_word"]
    | _BIT["clock_word"]
)
NOUNS_FROM = _BIT["comma"] | BREAKS | _BIT["that"] | _BIT["relative"] | _BIT["subordinator"]
EDGE = _BIT["comma"] | BREAKS | _BIT["and"] | _BIT["that"] | _BIT["subordinator"]

LEADING = ("joining", "deciding", "failing")  # classes of verbs that only lead to another one
MAIN_MOST = 12  # tokens between the comma behind a fronted clause and the verb of the main one
SUBJECT_MOST = 6  # tokens between a joining word and its verb
ROLE_LEAST = 4  # tokens of a phrase such as "sebagai kunjungan publik pertama" that stands for a clause
RELATIVE_LEAST = 3  # tokens of a relative clause; "yang mengancam" alone is an adjective
QUOTE_MOST = 18  # tokens of a quotation that is a phrase and no clause
DESCRIBING = 2  # tokens before a participle that may show that it describes a noun: "a recently opened store"
HEAD_MOST = 7  # tokens of the noun phrase before a relative word


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: tokens `start` to before `end`; `core` is where it opens when a head noun precedes it.

    A clause may lie inside another: "delegasi yang dipimpin Shoigu" inside "delegasi yang … tiba"; `aside` is
    then the first token of the inner one, which ends before `core`.
    """

    start: int
    end: int
    opener: Opener
    core: int
    aside: int | None = None


def read_clauses(start: int, end: int, tokens: Tokens, pack: Pack) -> list[Clause]:
    """The clauses of the sentence on tokens `start` to before `end`, in order of their start.

    >>> from claimcheck.text.tokens import tokenize
    >>> t = tokenize("Delegasi itu tiba di Pyongyang dan akan menghadiri parade", "id")
    >>> [t.slice(c.start, c.end) for c in read_clauses(0, len(t), t, load("id"))]
    ['Delegasi itu tiba di Pyongyang', 'akan menghadiri parade']
    """
    table = _bits(pack.code)
    words = tokens.words[start:end]
    cased = (CAPITAL if word[0].isupper() else 0 for word in words)
    bits = _unquoted(
        [_told_at(i, tokens, pack, table) | case for i, case in zip(range(start, end), cased, strict=True)]
    )
    opened = _merged(list(_openings(bits)), bits)
    clauses = {(c.start, c.end): c for c in _clauses(opened, bits)}
    return [_moved(_past_verb_in_front(clauses[place], bits), start) for place in sorted(clauses)]


def _moved(clause: Clause, by: int) -> Clause:
    aside = None if clause.aside is None else clause.aside + by
    return Clause(clause.start + by, clause.end + by, clause.opener, clause.core + by, aside)


def _unquoted(bits: list[int]) -> list[int]:
    """The same sentence with the inside of short quotations blanked: their words open and assert nothing."""
    marks = [i for i, bit in enumerate(bits) if bit & _BIT["quote"]]
    blank = list(bits)
    for left, right in zip(marks[::2], marks[1::2], strict=False):
        if right - left <= QUOTE_MOST:
            blank[left + 1 : right] = [bit & _BIT["word"] for bit in bits[left + 1 : right]]
    return blank


def first_verb(start: int, end: int, tokens: Tokens, pack: Pack) -> int | None:
    """The first full verb on tokens `start` to before `end`; an auxiliary or a copula is none.

    What stands behind "will" or "could" is a verb whatever its form: "will not close". Who joins does what follows,
    and who fails does not: "ikut mengawal", "gagal meraih", "failed to agree".
    """
    table = _bits(pack.code)
    found = next((i for i in range(start, end) if _told_at(i, tokens, pack, table) & FULL), None)
    while found is not None and any(pack.has(name, tokens.lowers[found]) for name in LEADING):
        behind = _led_by(found, end, tokens, pack)
        if behind == found:
            break
        found = behind
    if "modal" not in pack.values:
        return found
    bare = pack.pattern("modal").search(tokens.classes, start, end if found is None else found)
    return found if bare is None else _behind_modal(bare.end(), end, found, tokens, pack)


def _behind_modal(at: int, end: int, found: int | None, tokens: Tokens, pack: Pack) -> int | None:
    """The verb behind "will" or "could", whatever its form; behind "will be" a full one: "will be charged Friday"."""
    table, first = _bits(pack.code), at
    while at < end and (table[tokens.classes[at]] & VERB & ~FULL or tokens.lowers[at].endswith("ly")):
        at += 1
    if at >= end or not tokens.words[at].isalpha():
        return found
    helped = any(pack.has("helper", tokens.lowers[i]) for i in range(first, at))
    return found if helped and not table[tokens.classes[at]] & FULL else at


def _led_by(at: int, end: int, tokens: Tokens, pack: Pack) -> int:
    """The verb behind one that only leads to it, with "to" between them or not; else that one itself.

    Where one decides, "not" may stand between as well: "memutuskan untuk tidak mencabut".
    """
    words, table, behind = tokens.lowers, _bits(pack.code), at + 1
    if at + 2 < end and pack.has("purpose", words[behind]) and not pack.has("joining", words[at]):
        behind += 1
        if "modal" in pack.values and words[behind].isalpha():
            return behind
    while behind < end - 1 and pack.has("deciding", words[at]) and pack.has("negation", words[behind]):
        behind += 1
    return behind if behind < end and table[tokens.classes[behind]] & FULL else at


def is_verb(at: int, tokens: Tokens, pack: Pack) -> bool:
    """Whether a token is a verb, an auxiliary or a copula."""
    return bool(_told_at(at, tokens, pack, _bits(pack.code)) & VERB)


def attributive(at: int, tokens: Tokens, pack: Pack) -> bool:
    """Whether a form of a verb only describes the noun behind it: "the «affected» cables", "two «wounded» soldiers"."""
    patterns = (pack.pattern(rule.pattern) for rule in pack.rules.get("attributive", ()))
    starts = range(max(0, at - DESCRIBING), at)
    found = (pattern.match(tokens.classes, start) for pattern in patterns for start in starts)
    return any(match is not None and match.start("verb") == at for match in found)


def _told_at(at: int, tokens: Tokens, pack: Pack, table: dict[str, int]) -> int:
    """The classes of a token; one that only describes a noun is no verb."""
    bits = table[tokens.classes[at]]
    return bits & ~FULL if bits & FULL and attributive(at, tokens, pack) else bits


@cache
def _bits(code: str) -> dict[str, int]:
    table = load(code).table
    return {char: sum(bit for name, bit in _BIT.items() if name in classes) for classes, char in table.sets()}


def _openings(bits: list[int]) -> Iterator[tuple[int, Opener]]:
    fronted = _fronted_until(bits)
    yield 0, "main" if fronted is None or not bits[0] & _BIT["subordinator"] else "subordinate"
    verb = False
    for at, bit in enumerate(bits):
        opener = _opener(at, bits, verb) if at else None
        if at == fronted:
            opener = opener or "main"
        if opener is not None:
            yield at, opener
            verb = False
        verb = verb or bool(bit & VERB and not bit & _BIT["nominal"])


def _fronted_until(bits: list[int]) -> int | None:
    """The comma that ends a minor clause before the main one: "Setelah menangkap Budi, polisi …"; not "Setelah itu, …".

    What a condition asks and what follows from it stay one claim: "Jika hujan turun, laga ditunda".
    """
    if len(bits) < ROLE_LEAST or bits[1] & _BIT["demonstrative"] or bits[0] & _BIT["conditional"]:
        return None
    led = bits[0] & (_BIT["preposition"] | _BIT["purpose"]) and bits[1] & _BIT["verb_active"]
    opens = bits[0] & _BIT["subordinator"] or led
    return _main_behind(_verb_within(0, bits, MAIN_MOST), bits) if opens else None


def _main_behind(verb: int | None, bits: list[int]) -> int | None:
    """The first comma behind a verb, where the main clause with its own verb follows."""
    commas = (i for i in range(verb or 0, len(bits)) if bits[i] & _BIT["comma"])
    comma = None if verb is None else next(commas, None)
    stop = _BIT["relative"] | _BIT["subordinator"] | _BIT["comma"]
    return None if comma is None or _verb_within(comma, bits, MAIN_MOST, stop=stop) is None else comma


def _past_verb_in_front(clause: Clause, bits: list[int]) -> Clause:
    """A clause that opens behind the comma where a bare verb stands in front: "Rayakan kemenangan, delegasi «tiba»"."""
    bare = bits[0] & (_BIT["verb_base"] | _BIT["verb_root"])
    comma = _main_behind(clause.start, bits) if clause.core == clause.start == 0 and bare else None
    return clause if comma is None or comma + 1 >= clause.end else replace(clause, core=comma + 1)


def _opener(at: int, bits: list[int], seen_verb: bool) -> Opener | None:
    """What opens at a token, by the first row of OPENERS whose class it has and whose test holds.

    Nothing opens inside a range: "selama 10 hingga 15 tahun", "Januari hingga Mei".
    """
    bit = bits[at]
    before = at - 2 if at > 1 and bits[at - 1] & _BIT["locative"] else at - 1  # ", di mana"
    if bit & _BIT["behind_comma"] and not bits[before] & _BIT["comma"]:
        return None
    if bit & _BIT["subordinator"] and at + 1 < len(bits) and bits[at - 1] & DATED and bits[at + 1] & DATED:
        return None
    for mask, opener, opens in OPENERS:
        if bit & mask:
            return opener if opens(at, bits, seen_verb) else None
    return None


def _opens_relative(at: int, bits: list[int], seen_verb: bool) -> bool:
    return _verb_within(at, bits, 4) is not None and len(bits) - at > RELATIVE_LEAST


def _opens_content(at: int, bits: list[int], seen_verb: bool) -> bool:
    return True


def _opens_break(at: int, bits: list[int], seen_verb: bool) -> bool:
    """Not inside a number: "KM 01--200", "Rp 13.000 – Rp 15.000"."""
    behind = bits[at + 1] if at + 1 < len(bits) else 0
    if bits[at] & _BIT["dash"] and not behind & VERB and at + 2 < len(bits):
        behind |= bits[at + 2] & _BIT["digits"]
    inside = bits[at - 1] & _BIT["digits"] and behind & (_BIT["digits"] | BREAKS)
    return not inside and _verb_within(at, bits, 12) is not None


def _opens_purpose(at: int, bits: list[int], seen_verb: bool) -> bool:
    """Only after coming and going ("tiba untuk menghadiri"); elsewhere a purpose is no assertion."""
    if not seen_verb or _verb_within(at, bits, 2) is None or len(bits) - at < ROLE_LEAST:
        return False
    back = next((bits[i] for i in range(at - 1, -1, -1) if bits[i] & (FULL | _BIT["motion"])), 0)
    return bool(back & _BIT["motion"])


def _opens_and(at: int, bits: list[int], seen_verb: bool) -> bool:
    """Not inside "perilaku yang mengancam dan melanggar hukum": two verbs of one relative word."""
    one_verb = at > 1 and bits[at - 1] & FULL and bits[at - 2] & _BIT["relative"]
    opens = seen_verb and not one_verb and _joins_clause(at, bits) and not _bare_verb(at, bits)
    contrast = bits[at] & _BIT["contrast"] and bits[at - 1] & _BIT["comma"]  # joins no nouns
    return bool(opens and (contrast or _verb_next(at, bits) or not _one_subject(at, bits)))


def _one_subject(at: int, bits: list[int]) -> bool:
    """Whether nouns are joined before one verb: "Meghan dan Harry merayakan", "meminta polisi dan jaksa turun"."""
    back = at - 2 if bits[at - 1] & _BIT["comma"] else at - 1
    for i in range(back, -1, -1):
        if bits[i] & NOUNS_FROM:
            return True
        if bits[i] & VERB and not bits[i] & _BIT["nominal"]:
            return bool(bits[i] & _BIT["takes_clause"])
    return True


def _bare_verb(at: int, bits: list[int]) -> bool:
    """Whether only a verb follows, with no word behind it: "selamat dan tidak terluka" is one assertion."""
    verb = next((i for i in range(at + 1, min(at + 4, len(bits))) if bits[i] & FULL), None)
    behind = _BIT["word"] | _BIT["digits"] | _BIT["quote"]
    if verb is None or (verb + 1 < len(bits) and bits[verb + 1] & behind):
        return False
    return all(bits[i] & VERB for i in range(at + 1, verb))


def _opens_subordinate(at: int, bits: list[int], seen_verb: bool) -> bool:
    """Not "setelah itu"; and what negates denies what would open: "jangan sampai warga dirugikan"."""
    if bits[at] & _BIT["negation"]:
        return _verb_next(at, bits)
    if bits[at] & _BIT["preposition"] and _time_next(at, bits):
        return False
    if bits[at - 1] & _BIT["negation"] or (at + 1 < len(bits) and bits[at + 1] & _BIT["demonstrative"]):
        return False
    stop = _BIT["comma"] | _BIT["purpose"] | _BIT["and"] | _BIT["subordinator"]
    return _verb_within(at, bits, SUBJECT_MOST, stop=stop) is not None


def _time_next(at: int, bits: list[int]) -> bool:
    """Whether a time follows and no clause: "berangkat sejak 1 Juni menuju", "hingga pukul 24.00", "since Monday"."""
    behind = bits[at + 1 : at + 3]
    dated = len(behind) == 2 and behind[0] & _BIT["digits"] and behind[1] & (_BIT["month"] | _BIT["timeunit"])
    return bool(behind and (behind[0] & WHEN or dated))


def _opens_participle(at: int, bits: list[int], seen_verb: bool) -> bool:
    return seen_verb and _verb_next(at, bits)


def _opens_role(at: int, bits: list[int], seen_verb: bool) -> bool:
    rest = next((i for i in range(at + 1, len(bits)) if bits[i] & EDGE), len(bits))
    named = any(b & _BIT["naming"] for b in bits[max(0, at - 8) : at])
    return seen_verb and rest - at > ROLE_LEAST and not named


OPENERS: tuple[tuple[int, Opener, Callable[[int, list[int], bool], bool]], ...] = (
    (_BIT["relative"], "relative", _opens_relative),
    (_BIT["that"], "content", _opens_content),
    (BREAKS, "main", _opens_break),
    (_BIT["purpose"], "purpose", _opens_purpose),
    (_BIT["and"], "and", _opens_and),
    (_BIT["subordinator"], "subordinate", _opens_subordinate),
    (_BIT["comma"], "participle", _opens_participle),
    (_BIT["role_marker"], "role", _opens_role),
)


def _verb_within(at: int, bits: list[int], most: int, stop: int = 0) -> int | None:
    for i in range(at + 1, min(at + 1 + most, len(bits))):
        if bits[i] & stop:
            return None
        if bits[i] & VERB and not bits[i] & _BIT["nominal"]:
            return i
    return None


def _verb_next(at: int, bits: list[int]) -> bool:
    following = bits[at + 1 : at + 3]
    return bool(following and following[0] & VERB and not following[0] & _BIT["preposition"])


def _joins_clause(at: int, bits: list[int]) -> bool:
    if _verb_next(at, bits):
        return True
    verb = _verb_within(at, bits, SUBJECT_MOST, stop=_BIT["comma"] | _BIT["and"] | _BIT["preposition"])
    return verb is not None and not bits[verb] & _BIT["preposition"] and not _relative_between(at, verb, bits)


def _relative_between(at: int, verb: int, bits: list[int]) -> bool:
    return any(b & (_BIT["relative"] | _BIT["purpose"]) for b in bits[at + 1 : verb])


def _merged(openings: list[tuple[int, Opener]], bits: list[int]) -> list[Clause]:
    """Segments from opening to opening; one without a verb joins the segment before it.

    A segment without a verb before a relative clause is the subject of what follows: it takes it in and stays
    open ("Delegasi Rusia yang dipimpin Shoigu tiba").
    """
    ends = [at for at, _ in openings[1:]] + [len(bits)]
    segments: list[Clause] = []
    for (at, opener), end in zip(openings, ends, strict=True):
        pending = bool(segments) and not _asserts(segments[-1], bits)
        if opener == "relative" and segments and _exists(segments[-1], bits):
            segments[-1] = replace(segments[-1], end=end)
        elif opener == "relative" and pending:
            segments[-1] = replace(segments[-1], end=end)
            segments.append(Clause(at, end, opener, at))
        elif segments and not pending and not _asserts(Clause(at, end, opener, at), bits) and at + 1 < end:
            subject = (
                opener in ("subordinate", "and", "content", "main")
                and end < len(bits)
                and bits[end] & _BIT["relative"]
            )
            if subject:
                segments.append(Clause(at, end, opener, at))
            else:
                segments[-1] = replace(segments[-1], end=end)
        else:
            segments.append(Clause(at, end, opener, at))
    return segments


def _exists(segment: Clause, bits: list[int]) -> bool:
    """Whether a clause ends with no more than that something is there: "ada", "mencatat adanya", "there are"."""
    verbs = [i for i in range(segment.start, segment.end) if bits[i] & VERB]
    from_last = range(max(verbs[-1] - 1, 0), segment.end) if verbs else ()
    return any(bits[i] & _BIT["existential"] for i in from_last)


def _asserts(segment: Clause, bits: list[int]) -> bool:
    return segment.opener == "role" or any(b & VERB for b in bits[segment.start : segment.end])


def _clauses(segments: list[Clause], bits: list[int]) -> Iterator[Clause]:
    for at, segment in enumerate(segments):
        start, end, opener = segment.start, segment.end, segment.opener
        following = segments[at + 1] if at + 1 < len(segments) else None
        if following is not None and following.opener == "relative" and following.end != end:
            end = _before_head(start, end, bits)
        if opener == "relative":
            inside = at > 0 and segments[at - 1].end == end
            resumed = _resumption(start, end, bits) if inside else None
            yield from _trimmed(_head(start, bits), resumed or end, opener, start, bits)
            continue
        inner, resumed = _inner(segment, following, bits)
        if (
            resumed is not None
            and opener == "main"
            and inner is not None
            and not bits[inner] & _BIT["relative"]
        ):
            yield from _trimmed(start, resumed, "passive", start, bits)
        for clause in _trimmed(start, end, opener, start, bits):
            yield clause if resumed is None else replace(clause, core=resumed, aside=inner)


def _inner(segment: Clause, following: Clause | None, bits: list[int]) -> tuple[int | None, int | None]:
    """Where a clause inside the subject opens, and where the segment goes on after it."""
    if following is not None and following.opener == "relative" and following.end == segment.end:
        return following.start, _resumption(following.start, following.end, bits)
    if segment.opener not in ("main", "content"):
        return None, None
    first = next((i for i in range(segment.start, segment.end) if bits[i] & VERB), None)
    if first is None or first == segment.start or not bits[first] & _BIT["verb_passive"]:
        return None, None
    if bits[first] & _BIT["takes_clause"]:
        return None, None
    resumed = _resumption(first - 1, segment.end, bits)
    if resumed is not None and not any(b & _BIT["agent_marker"] for b in bits[first:resumed]):
        return None, None
    return first, resumed


def _before_head(start: int, end: int, bits: list[int]) -> int:
    """The end of a clause before ", tuduhan yang …", or "pria yang membawa pisau dan wanita yang …".

    What follows the comma opens the relative clause; what follows "dan" too, where one of its own stands before it.
    """
    head = _head(end, bits)
    if not start < head < end:
        return end
    own = any(bit & _BIT["relative"] for bit in bits[start:head])
    return head - 1 if bits[head - 1] & (_BIT["comma"] | (_BIT["and"] if own else 0)) else end


def _resumption(start: int, end: int, bits: list[int]) -> int | None:
    """Where the main clause goes on after a relative one: a second finite verb, not joined to the first."""
    first = _verb_within(start, bits, end - start)
    while first is not None and first + 1 < end and bits[first + 1] & VERB:
        if _tense_resumes(first, end, bits):
            return first + 1
        first += 1
    if first is None or bits[first] & _BIT["takes_clause"]:
        return None
    for i in range(first + 2, end):
        if bits[i] & _BIT["comma"] and i + 1 < end and bits[i + 1] & VERB:
            return i + 1
        if (
            bits[i] & VERB
            and not bits[i] & (_BIT["nominal"] | _BIT["preposition"])
            and not bits[i - 1] & JOINS
        ):
            return _behind_comma(start, first, i, bits)
    return None


def _tense_resumes(first: int, end: int, bits: list[int]) -> bool:
    """Whether a verb of the main clause follows with its tense: "warga yang mengungsi belum menerima bantuan"."""
    if not bits[first] & FULL or bits[first] & _BIT["takes_clause"] or first + 2 >= end:
        return False
    return bool(bits[first + 1] & _BIT["tense"] and bits[first + 2] & FULL)


def _behind_comma(start: int, first: int, verb: int, bits: list[int]) -> int:
    """Where a clause ends, at its comma if it has one: "hubungan itu, yang tegang, …", "dalam rapat yang …, Ani"."""
    commas = [i for i in range(first, verb) if bits[i] & _BIT["comma"]]
    set_off = start > 0 and bits[start - 1] & _BIT["comma"]
    fronted = start > 1 and bits[0] & _BIT["preposition"] and _phrase(start, bits) == 1
    return commas[-1] + 1 if commas and (set_off or fronted) else verb


def _head(relative: int, bits: list[int]) -> int:
    """The start of the noun phrase that a relative word describes, with a place that only says where it is.

    "Penembakan di Graz yang menewaskan sepuluh orang": Graz did not. A year is none: "lulusan 2023 dan 2024 yang …".
    """
    at = _phrase(relative, bits)
    if at == relative - 1 and bits[at] & _BIT["year"]:
        return relative
    if 0 < at < relative and bits[at - 1] & _BIT["locative"] and all(b & CAPITAL for b in bits[at:relative]):
        whole = _phrase(at - 1, bits)
        return whole if whole < at - 1 else at
    return at


def _phrase(end: int, bits: list[int]) -> int:
    """Where the noun phrase before a token begins; a range of years is one: "tahun 2018–2020"."""
    at = end
    while at > 0 and end - at < HEAD_MOST and not _closes(at - 1, bits):
        at -= 1
    return at


def _closes(at: int, bits: list[int]) -> bool:
    """Whether no noun phrase goes on behind a token."""
    between = 0 < at < len(bits) - 1 and bits[at - 1] & bits[at + 1] & _BIT["digits"]
    return bool(bits[at] & (VERB | EDGE | _BIT["preposition"])) and not (bits[at] & _BIT["dash"] and between)


def _trimmed(start: int, end: int, opener: Opener, core: int, bits: list[int]) -> Iterator[Clause]:
    edges = _BIT["comma"] | BREAKS | _BIT["and"] | _BIT["that"] | _BIT["rpar"]
    edges |= _BIT["relative"] if start == core else 0
    edges |= _BIT["subordinator"] if opener == "subordinate" else 0
    while start < end and bits[start] & edges:
        start += 1
    last = _BIT["word"] | _BIT["digits"] | _BIT["rpar"] | _BIT["quote"] | _BIT["percent"] | _BIT["degree"]
    while end > start and (
        not bits[end - 1] & last or bits[end - 1] & (_BIT["preposition"] | _BIT["purpose"])
    ):
        end -= 1
    if end > start:
        yield Clause(start, end, opener, max(core, start))
