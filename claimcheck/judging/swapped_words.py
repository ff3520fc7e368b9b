"""Numbers, times and words in one place of two copies: whether both can be right."""

import re
from collections.abc import Sequence

from claimcheck.judging.amounts import equal_values, rounds
from claimcheck.judging.swaps import Swap, content
from claimcheck.judging.words import says
from claimcheck.languages import Pack
from claimcheck.languages.lexicon import broader, family, kind, lexicon, opposite
from claimcheck.reading.spelling import same_word

GROWS = frozenset(
    {"death", "injury", "missing", "evacuate", "arrest", "infect", "damage", "displaced", "injured"}
)
SEVERAL = frozenset({"person", "thing"})  # of which sorts are no rivals
FIGURE = re.compile(r"[+−-]?\d[\d.,:°]*(?:[-–/]\d[\d.,:°]*)*")
ROMAN = re.compile(r"[IVXL]+(?:-[IVXL]+)?")
PASSIVE = "di"  # "kalahkan", "dikalahkan"
JOINED = "-"
SHORT_NOT = ("n't", "n’t")
CLITIC = "nya"  # "gol keduanya"
CODE = re.compile(r"(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9-]+")
Stand = tuple[str, frozenset[str]]  # a concept, and the sides of families on which it stands


def other_day(swap: Swap) -> bool:
    """The days or hours do not meet; a report of another day may have another day."""
    x, y = swap.a.times[0], swap.b.times[0]
    if swap.two.later or not swap.two.whole:
        return False
    if x.earliest is not None and y.earliest is not None:
        return not x.interval.meets(y.interval) or other_figure(swap)
    weekdays = None not in (x.weekday, y.weekday) and x.weekday != y.weekday
    return weekdays or other_figure(swap)


def counts_time(swap: Swap) -> bool:
    """Whether the place says how many units of time: "48 jam terakhir", "enam menit kemudian"."""
    return swap.two.pack.has("timeunit", "".join(swap.a.after[:1]).lower())


def other_number(swap: Swap) -> bool:
    """The numbers are two, neither rounds the other, and no hedge lets them meet; what grows may have grown."""
    x, y = swap.a.quantities[0], swap.b.quantities[0]
    if not swap.two.whole or x.kind != y.kind or rounds(x, y):
        return False
    if equal_values(x, y) and not (x.kind == "score" and other_figure(swap)):
        return False
    if swap.two.later and (x.role in GROWS or x.kind == "score" or _of_market(swap)):
        return False
    if x.unit != y.unit and None not in (x.unit, y.unit):
        return False
    one_hedge = x.hedge == y.hedge and x.hedge != "vague"
    return one_hedge or x.kind in ("score", "identifier") or not x.interval.meets(y.interval)


def _of_market(swap: Swap) -> bool:
    return any(
        says(claim, "of_market")
        for part in swap.parts
        for claim in part.line.reading.claims
        if claim.sentence == part.line.sentence
    )


def other_figure(swap: Swap) -> bool:
    """Each is one figure, a code, a Roman numeral or an ordinal, and they are two: "5.84", "II", "BL-19-EZ"."""
    if not swap.two.whole or swap.two.later or any(len(p.words) != 1 for p in swap.parts):
        return False
    x, y = swap.a.words[0], swap.b.words[0]
    counts = [_counted(word.lower().removesuffix(CLITIC), swap.two.pack) for word in (x, y)]
    if None not in counts:
        return counts[0] != counts[1]
    form = next((form for form in (FIGURE, ROMAN, CODE) if form.fullmatch(x) and form.fullmatch(y)), None)
    short, long = sorted((re.sub(r"[^0-9A-Z]", "", word).lstrip("0") for word in (x, y)), key=len)
    if all(JOINED in word for word in (x, y)):  # a score, a range: "0-1" and "1-0"
        return form is not None and re.sub(r"\D", "", x) != re.sub(r"\D", "", y)
    cut = form is FIGURE and (long.startswith(short) or long.endswith(short))
    return form is not None and short != long and not cut


def _counted(word: str, pack: Pack) -> str | None:
    """What a word counts, an ordinal or a number: "ketiga", "enam"."""
    nth, number = pack.value("ordinalword", word), pack.value("numword", word)
    if nth is not None:
        return str(nth)
    return str(number[1]) if number is not None and number[0] == "unit" else None


def denied(swap: Swap) -> bool:
    """One has a "not" that the other lacks, and else the same words: "belum selesai", "sudah selesai"."""
    pack = swap.two.pack
    nots = [[w for w in p.words if _negates(w, pack)] for p in swap.parts]
    all_nots = [sum(_negates(w, pack) for w in p.line.words) for p in swap.parts]
    if (
        bool(nots[0]) == bool(nots[1]) or all_nots[0] == all_nots[1]
    ):  # "didn't feel we were", "feel we weren't"
        return False
    no, yes = swap.parts if nots[0] else swap.parts[::-1]
    at = next(i for i, w in enumerate(no.words) if _negates(w, pack))
    behind = (*no.words[at + 1 :], *no.after)[:2]
    if any(pack.has("of_no_denial", w.lower()) for w in (*behind, *yes.words)):
        return False
    rest = [
        {
            w.lower()
            for w in content(p.words, pack)
            if not pack.has("of_affirming", w.lower()) and not _negates(w, pack)
        }
        for p in (no, yes)
    ]
    return rest[0] == rest[1] and not any(_negates(w, pack) for w in no.before[-1:])


def _negates(word: str, pack: Pack) -> bool:
    """Whether a word is a "not", or ends on one: "didn't"."""
    return pack.has("negation", word.lower()) or word.lower().endswith(SHORT_NOT)


def contrary(swap: Swap) -> bool:
    """A word stands for its contrary: opposites, sides of one family ("putih", "merah"), two sorts of one thing."""
    mine, theirs = _only(swap)
    if len({any(_negates(w, swap.two.pack) for w in p.words) for p in swap.parts}) > 1:
        return False
    if len(mine) != 1 or len(theirs) != 1 or not _alike_but(swap):
        return False
    (x, sides_x), (y, sides_y) = mine[0], theirs[0]
    if x == y and not sides_x:
        return False
    families = {side.split()[0]: side for side in sides_x}
    apart = any(families.get(side.split()[0], side) != side for side in sides_y)
    return apart or (opposite(x) == y) or _two_sorts(x, y)


def _only(swap: Swap) -> tuple[list[Stand], list[Stand]]:
    """What the words of either place stand for that those of the other do not."""
    mine, theirs = (
        [
            s
            for s in _stands(_telling(p.words, swap.two.pack), swap.two.pack)
            if not _affirms(s[2], swap.two.pack)
        ]
        for p in swap.parts
    )
    keys = [{s[:2] for s in stands} for stands in (mine, theirs)]
    return [s[:2] for s in mine if s[:2] not in keys[1]], [s[:2] for s in theirs if s[:2] not in keys[0]]


def _telling(words: Sequence[str], pack: Pack) -> list[str]:
    """The words of content, and those of a family of contraries: "Lampung Tengah"."""
    told = set(content(words, pack))
    return [w for w in words if w in told or pack.value("contrary", w.lower())]


def _affirms(words: str, pack: Pack) -> bool:
    return pack.has("of_affirming", words)


def _stands(words: Sequence[str], pack: Pack) -> list[tuple[str, frozenset[str], str]]:
    """The concepts of some words, the sides of the families on which they stand, and the words."""
    known = lexicon(pack.code)
    found: list[tuple[str, frozenset[str], str]] = []
    lowered = [w.lower() for w in words]
    taken: set[int] = set()
    for start, end, concept in known.concepts_in(lowered):
        side = pack.value("contrary", lowered[start]) if end == start + 1 else None
        found.append((concept, frozenset({side}) if side else family(concept), " ".join(lowered[start:end])))
        taken |= set(range(start, end))
    for i, word in enumerate(lowered):
        side = pack.value("contrary", word)
        if i not in taken and side:
            found.append((word, frozenset({side}), word))
    return found


def _alike_but(swap: Swap) -> bool:
    """Whether no more than the one concept differs; the names of a place may: "Cengkareng, Jakarta Barat"."""
    mine, theirs = ([w for w in words if not _affirms(w.lower(), swap.two.pack)] for words in swap.content)
    return max(len(mine), len(theirs)) <= 2 or all(w[0].isupper() for w in (*mine, *theirs))


def _two_sorts(x: str, y: str) -> bool:
    """Whether two concepts are two sorts of one thing: a cow and a goat, nickel and tin."""
    wider = broader(x)
    return (
        wider is not None
        and wider == broader(y)
        and wider not in SEVERAL
        and kind(x) == kind(y) == "object"
        and x != y
    )


def voice(swap: Swap) -> bool:
    """One does what the other suffers: "mengalahkan", "dikalahkan oleh"."""
    known, pack = lexicon(swap.two.pack.code), swap.two.pack
    first = [p.words[0].lower() if p.words else "" for p in swap.parts]
    passive = [pack.has("verb_passive", w) for w in first]
    active = [pack.has("verb_active", w) or pack.has("verb_base", w) for w in first]
    if not (passive[0] and active[1]) and not (passive[1] and active[0]):
        return False
    suffered, done = first if passive[0] else first[::-1]
    one = known.concept(suffered) == known.concept(done) is not None or suffered.removeprefix(PASSIVE) == done
    rest = [{w.lower() for w in content(p.words[1:], pack)} for p in swap.parts]
    return one and rest[0] == rest[1]


def other_words(swap: Swap) -> bool:
    """A word or two of content stand for others between quotation marks, not only spelled or inflected otherwise."""
    mine, theirs = swap.content
    if not (1 <= len(mine) <= 2 and 1 <= len(theirs) <= 2):
        return False
    known = lexicon(swap.two.pack.code)
    pairs = [(known.concept(v), known.concept(w), v.lower(), w.lower()) for v in mine for w in theirs]
    return not any((x is not None and x == y) or same_word(v, w) or v in w or w in v for x, y, v, w in pairs)
