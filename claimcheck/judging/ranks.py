"""Ranks of one person: "Ipda Eko Agus" here and "Iptu Eko" there cannot both be right on one day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.offices import FULL, OFFICE, WORD, Held, Known, holder, known_people, one_person
from claimcheck.languages import load
from claimcheck.reading.spelling import folded, same_name
from claimcheck.records import Claim, Step

REACH = 6  # words behind a rank in which the name stands: "Kombes Pol (Purn) Budi Santoso"
APART = "ranks.apart"
RULES = {APART: "Two places give one person two ranks: police inspector and police captain."}


def two_ranks(claims: Sequence[Claim], direct: Set[frozenset[str]] = frozenset()) -> list[list[Judged]]:
    """For each person to whom the reports give two ranks, the places that do: each pair is a conflict.

    A report that tells of a promotion is not heard. `direct` holds the pairs of claims that are linked: only where two
    reports have one is a single name, or an initial, the other's person ("Kompol Edi S", "AKP Edi Suhendra").
    """
    known = known_people(claims)
    found: dict[str, list[Held]] = defaultdict(list)
    for claim in {(c.document, c.sentence.span.start): c for c in reversed(claims)}.values():
        for row in ranked(claim, known):
            found[row.person[0][:2]].append(row)
    linked = _linked(claims, direct)
    return [rows for start in sorted(found) if (rows := list(_rows(found[start], linked)))]


def _linked(claims: Sequence[Claim], direct: Set[frozenset[str]]) -> Set[frozenset[str]]:
    """The pairs of reports of which two claims are linked, and each report by itself."""
    of = {claim.id: claim.document for claim in claims}
    return {frozenset(of[id] for id in pair) for pair in direct} | {frozenset((d,)) for d in of.values()}


def ranked(claim: Claim, known: Known) -> Iterator[Held]:
    """The ranks that a sentence gives people known by each word of their names.

    >>> from claimcheck import read
    >>> (claim,) = read("Menurut Ipda Eko Agus, jalan itu ditutup.").claims
    >>> [(row.person, row.office) for row in ranked(claim, {"eko": [("eko", "agus")], "agus": [("eko", "agus")]})]
    [(('eko', 'agus'), 'ipda')]
    """
    pack = load(claim.language)
    words = WORD.findall(claim.sentence.span.text)
    if any(pack.has("office_moves", word.lower()) for word in words):
        return
    for i, word in enumerate(words):
        rank = pack.value("service_rank", word.lower())
        if rank is not None:
            name = _name(words[i + 1 : i + 1 + REACH], claim.language)
            who = holder(name, known) or holder(name[:1], known)
            if who:
                yield Held(who, rank, (), Answer(claim, " ".join([word, *name]), OFFICE - len(words) + i))


def _name(words: Sequence[str], language: str) -> list[str]:
    """The run of capitals behind a rank, without the service ("Pol", "TNI") and without the next rank."""
    pack, name = load(language), list[str]()
    for word in words:
        if pack.has("of_service", word):
            continue
        if not word[0].isupper() or pack.value("service_rank", word.lower()) is not None:
            break
        name.append(word)
    return name


def _rows(rows: Sequence[Held], linked: Set[frozenset[str]]) -> Iterator[Judged]:
    for a, b in combinations(rows, 2):
        one = one_person(a.person, b.person) and (_in_full(a, b) or _documents(a, b) in linked)
        if one and a.office != b.office and not _knows(rows, a, b):
            says = f"{a.answer.says} and {b.answer.says} are two ranks"
            yield Judged("attribution", "conflict", (Step(APART, True, says),), a.answer, b.answer)


def _documents(a: Held, b: Held) -> frozenset[str]:
    return frozenset((a.answer.claim.document, b.answer.claim.document))


def _in_full(a: Held, b: Held) -> bool:
    """Whether both places print two words or more of the name: "Ipda Eko Agus", "Iptu Eko Agus Wibowo"."""
    x, y = (folded(held.answer.says)[1:] for held in (a, b))
    return min(len(x), len(y)) >= FULL and same_name(" ".join(x), " ".join(y))


def _knows(rows: Sequence[Held], a: Held, b: Held) -> bool:
    """Whether, of two reports, one gives both ranks: then the clash is inside that one."""
    if a.answer.claim.document == b.answer.claim.document:
        return False
    given: Mapping[str, set[str]] = {
        row.answer.claim.document: {
            r.office
            for r in rows
            if r.answer.claim.document == row.answer.claim.document and one_person(r.person, row.person)
        }
        for row in (a, b)
    }
    return any({a.office, b.office} <= ranks for ranks in given.values())
