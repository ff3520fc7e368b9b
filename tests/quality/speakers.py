"""The five articles: who says what, against the attributions of both readers; every miss is told.

Each attribution that a reader gave a claim is asked for by itself. It is found when one of ours, with its
cue or without, overlaps the claim (shared over shorter >= 0.5), and right when one that is found names the
reader's speaker: as source, as a link of the chain, or as the phrase that stands for it. "kementerian" is
right for the ministry that the reader filled in, one of two who say it together for both; a named speaker
is never right for an unnamed one. Reader A wrote the speakers in English: `GLOSSES` has their words in the
articles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.reading.read import read_notes
from claimcheck.reading.speech_merge import joined, profile, same_speaker
from claimcheck.records import Attribution, Span
from claimcheck.text.page import page
from tests.quality.data import OWN, five, load
from tests.quality.figure import Result, overlap, rate
from tests.quality.show import main

LEAST = 0.5  # characters that a claim and the words said share, over the shorter
READERS = ("A", "B")
NOBODY = ("laporan", "unspecified reports")
GLOSSES = {
    "Russian Ministry of Defence": "Kementerian Pertahanan Rusia",
    "South Korean Foreign Ministry": "Kementerian Luar Negeri Korea Selatan",
    "North Korean state media": "media pemerintah Korea Utara",
    "G7, European Union and others": "Kelompok Tujuh, Uni Eropa dan lainnya",
    "White House": "Gedung Putih",
    "satellite images": "gambar satelit",
    "banner": "spanduk merah",
    "analysts": "para analis",
    "Yonhap": "kantor berita Yonhap",
    "North Korea": "Korea Utara",
    "Russia": "Rusia",
    "United States": "Amerika Serikat",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One attribution of one reader: the claim's place and words, who says it, how."""

    reader: str
    document: str
    place: tuple[int, int]
    text: str
    source: str
    cue: str
    kind: str


def figures() -> list[Result]:
    """Right speakers by reader, of quoted passages, and of all that both readers ask for."""
    rows = [(w, missed(w, speech()[w.document])) for w in wanted()]
    quoted = [row for row in rows if row[0].kind == "direct_quote"]
    return [
        *(
            _figure(f"speakers right, reader {r}", [row for row in rows if row[0].reader == r])
            for r in READERS
        ),
        _figure("speakers right, quoted passages", quoted),
    ]


def _figure(name: str, rows: list[tuple[Wanted, str]]) -> Result:
    lines = [line for _, line in rows if line]
    return rate(name, len(rows) - len(lines), len(rows), 0.90, failures=lines)


def wanted() -> Iterator[Wanted]:
    """Every attribution of both readers."""
    for claim in load(OWN / "seeds.json")["claims"]:
        place = claim["start"], claim["end"]
        for said in claim["attribution"]:
            yield Wanted(claim["reader"], claim["document"], place, claim["text"], **said)


@cache
def speech() -> dict[str, tuple[Attribution, ...]]:
    """What we read, by document."""
    return {d.id: tuple(found.item for found in read_notes(page(d)).speech) for d in five()}


def missed(asked: Wanted, read: tuple[Attribution, ...]) -> str:
    """What is wrong with what was read for one attribution; empty where it is right."""
    near = [a for a in read if max(overlap(_place(s), asked.place) for s in (a.content, a.span)) >= LEAST]
    if any(names(a, asked.source) for a in near):
        return ""
    got = ", ".join(repr(a.source) for a in near) or "nobody"
    where = f"{asked.document[:3]}:{asked.place[0]}"
    return f"{where} wants {asked.source!r} [{asked.cue}], read {got}: {asked.text[:100]}"


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def names(read: Attribution, source: str) -> bool:
    """Whether an attribution names a speaker, itself or in its chain; "laporan" is nobody."""
    if source in NOBODY:
        return read.source is None
    phrase = read.source_span.text if read.source_span else ""
    said = [part for whole in (read.source, *read.chain, phrase) if whole for part in (whole, *joined(whole))]
    return any(_one(part, GLOSSES.get(source, source)) for part in said)


def _one(said: str, source: str) -> bool:
    mine, theirs = profile(said), profile(source)
    if mine.anonymous != theirs.anonymous:
        return False
    alike = same_speaker(said, source)
    return alike == "same" or (alike == "compatible" and bool(mine.words & theirs.words))


if __name__ == "__main__":
    main(figures)
