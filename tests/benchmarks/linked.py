"""Linking many claims: its time, and the share of all links that the candidates keep, counted where links are.

*Links* are the pairs that scoring finds from SURE on. What all pairs would give is known for the reports of the
bundles of news on one event, and for the topics of ECB+: there every pair is scored, save those that cannot reach
SURE whatever else they show. Other reports stand around them, as many as a size asks for, and what they change of
the rarity of words is in both counts. A claim and its rivals stand in two reports, so that no pair outside changes
a score inside.
"""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Any, TypeVar

import numpy as np

from claimcheck.linking import levels
from claimcheck.linking.candidates import LEAST, candidates
from claimcheck.linking.cluster import cluster
from claimcheck.linking.levels import WEIGHTS, apart, dot
from claimcheck.linking.link import NEARLY, SURE, link, seen
from claimcheck.linking.rows import Numbers
from claimcheck.linking.weights import Weighing, weigh
from claimcheck.records import Claim, Question, Span
from tests.quality.data import SHARED, article, articles, bundles, five

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000  # needs some 10 GiB: `python -m tests.benchmarks million`
BUNDLED = 500  # reports of bundles among which every pair is scored
ROWS = 400  # rows of pairs scored at a time
ASKED = "asked >= 0.97"
COUNTED = {"only": "only", "slots": "slot", "figures": "figures"}
LOWERING = frozenset(
    {
        levels.BEFORE,
        "link.direction",
        "link.event",
        "link.inside",
        "link.rivals",
        "link.numbers",
        "link.polarity",
        "link.whole",
        "link.headline",
    }
)
Pair = tuple[int, int]
T = TypeVar("T")


def scale(sizes: Iterable[int] = SIZES) -> list[str]:
    """Seconds of linking by number of claims, and the share kept of the links among reports of bundles.

    The first time, when names and memory are new, and the best of two times more.
    """
    rows = ["  claims  link s  again s  cluster s     links   of bundles     kept"]
    return [*rows, *(_row(size) for size in sizes)]


def million() -> list[str]:
    """The same for a million claims: those of all articles, and again with other names and words."""
    return scale([MILLION])


def recall() -> list[str]:
    """The share of the links that the candidates keep, of the topics of ECB+ and of reports of bundles."""
    return [f"kept of all links, {ASKED}; and of those of pairs above LEAST", *_topics(), *_bundles()]


def _row(size: int) -> str:
    claims = sample(size)
    known = _known(claims)
    first, links = _timed(lambda: link(claims))
    again = min(_timed(lambda: link(claims))[0] for _ in range(2))
    clustering, _ = _timed(lambda: cluster(links, claims))
    sure = {(ln.a, ln.b) for ln in links if ln.score >= SURE}
    every, _ = exhaustive(weigh(claims), known)
    row = f"{len(claims):>8} {first:7.2f} {again:8.2f} {clustering:10.2f} {len(sure):>9} {len(every):>12}"
    return f"{row} {len(every & sure) / (len(every) or 1):8.3f}"


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds that a work takes, and what it gives."""
    gc.collect()
    gc.disable()  # as in `timeit`: a full collection of all that was read falls on one size only
    try:
        start = time.perf_counter()
        made = work()
        return time.perf_counter() - start, made
    finally:
        gc.enable()


def _topics() -> list[str]:
    from claimcheck import read
    from tests.quality.ecb import document, texts

    if not (SHARED / "ecbplus").exists():
        return ["ecb+: the large sets are not here"]
    total = np.zeros(4, dtype=np.int64)
    for topic in sorted({t["topic"] for t in texts().values()}):
        ids = sorted(id for id, t in texts().items() if t["topic"] == topic)
        claims = [claim for id in ids for claim in read(document(id)).claims]
        total += _kept(claims, np.arange(len(claims)))
    return [_told("topics of ecb+", total)]


def _bundles() -> list[str]:
    claims = [claim for id in _bundled()[:BUNDLED] for claim in _read(id)]
    return [_told(f"{BUNDLED} reports of bundles", _kept(claims, np.arange(len(claims))))]


def _told(name: str, total: Numbers) -> str:
    every, kept, above, kept_above = total.tolist()
    rest = f"{kept_above / (above or 1):.3f} of {above}"
    return f"{name:<24} {kept / (every or 1):.3f} of {every}   above LEAST {rest}"


def _kept(claims: list[Claim], known: Numbers) -> Numbers:
    """All links, how many are kept, those of pairs above LEAST, how many of them are kept."""
    weighing = weigh(claims)
    every, above = exhaustive(weighing, known)
    pairs = seen(weighing, *candidates(weighing))
    sure = pairs.scores() >= SURE
    found = set(zip(pairs.a[sure].tolist(), pairs.b[sure].tolist(), strict=True))
    return np.array([len(every), len(every & found), len(above), len(above & found)])


def exhaustive(w: Weighing, known: Numbers) -> tuple[set[Pair], set[Pair]]:
    """The links among the known claims, every pair scored; and those whose questions share LEAST or a slot."""
    pairs = seen(w, *_able(w, known))
    sure = pairs.scores() >= SURE
    a, b = pairs.a[sure], pairs.b[sure]
    above = (dot(w.words, a, b) >= LEAST) | (dot(w.counted("only"), a, b) > 0)
    return _pairs(a, b), _pairs(a[above], b[above])


def _pairs(a: Numbers, b: Numbers) -> set[Pair]:
    return set(zip(a.tolist(), b.tolist(), strict=True))


def _able(w: Weighing, known: Numbers) -> tuple[Numbers, Numbers]:
    """The pairs of known claims that can be links, or rivals of links: by what whole blocks of pairs tell cheaply.

    All else that a pair may show is taken for granted, as 1.
    """
    words, context, wording = w.words[known], w.context[w.sentence[known]], w.wording[w.sentence[known]]
    parts: list[Any] = [(words, "link.words"), (context, "link.context"), (wording, "link.wording")]
    shared = [(w.counted(name)[known], f"link.{look}") for name, look in COUNTED.items()]
    looked = {name for _, name in (*parts, *shared)} | {"link.event", "link.act", "link.said", "link.times"}
    granted = sum(weight for name, weight in WEIGHTS.items() if name not in looked and _adds(name))
    least = SURE - WEIGHTS[levels.BEFORE] - granted - NEARLY - 1e-6
    rows = [(matrix.astype(np.float32), WEIGHTS[name]) for matrix, name in parts]
    ones = [(matrix, WEIGHTS[name]) for matrix, name in shared]
    event, act, said = _events(w, known), w.act[known], w.said[known]
    dated = w.dated[known].astype(np.float32)
    found: list[tuple[Numbers, Numbers]] = [(known[:0], known[:0])]
    for start in range(0, len(known), ROWS):
        block = slice(start, start + ROWS)
        sums = event(block)
        for matrix, weight in rows:
            sums += weight * (matrix[block] @ matrix.T).toarray()
        for matrix, weight in ones:
            sums += weight * ((matrix[block] @ matrix.T).toarray() > 0)
        sums += WEIGHTS["link.act"] * ((act[block, None] == act) & (act >= 0))
        sums += WEIGHTS["link.said"] * (said[block, None] & said)
        sums += WEIGHTS["link.times"] * np.minimum(dated[block, None], dated)
        i, j = np.nonzero(sums >= least)
        later = i + start < j
        found.append((known[i[later] + start], known[j[later]]))
    a, b = (np.concatenate(side) for side in zip(*found, strict=True))
    fits = (w.row[a] == w.row[b]) | (w.row[a] < 0) | (w.row[b] < 0)
    fits &= w.sentence[a] != w.sentence[b]
    return a[fits], b[fits]


def _adds(name: str) -> bool:
    """Whether a look can raise a score: these only lower it, and the first stands before."""
    return name not in LOWERING


def _events(w: Weighing, known: Numbers) -> Any:
    """What the events of two reports add, as rows of known claims by all known claims."""
    reports, first, at = np.unique(w.document[known], return_index=True, return_inverse=True)
    a, b = (known[first[side.ravel()]] for side in np.indices((len(reports), len(reports))))
    table = (WEIGHTS["link.event"] * apart(w, a, b).reshape(len(reports), -1)).astype(np.float32)
    return lambda block: table[at[block]][:, at]


def sample(size: int) -> list[Claim]:
    """Claims of so many articles: those of bundles first, then the others, then all again in other words."""
    return sorted(islice(_stream(), size), key=lambda claim: claim.document)


def _known(claims: list[Claim]) -> Numbers:
    bundled = set(_bundled()[:BUNDLED])
    return np.array([i for i, claim in enumerate(claims) if claim.document in bundled], dtype=np.int64)


def _stream() -> Iterable[Claim]:
    ids = list(dict.fromkeys([*_bundled()[:BUNDLED], *sorted(articles())])) if _here() else _bundled()
    for world in range(MILLION):
        for id in ids:
            yield from _read(id) if not world else (_other(claim, world) for claim in _read(id))


def _other(claim: Claim, world: int) -> Claim:
    """The claim in another world: its names and words are others, its concepts, numbers and order are not."""
    asked, end = claim.question, f"q{world}"
    names = tuple(_worded(name, end) for name in asked.names)
    question = Question(asked.concepts, names, tuple(w + end for w in asked.lemmas), asked.roles)
    place, text = claim.span, claim.sentence.span
    return replace(
        claim,
        id=claim.id + end,
        span=Span(place.document + end, place.start, place.end, place.text + end),
        sentence=replace(claim.sentence, span=Span(text.document + end, text.start, text.end, text.text)),
        question=question,
    )


def _worded(name: str, end: str) -> str:
    return " ".join(word + end for word in name.split()) if name == name.lower() else name


@cache
def _read(id: str) -> tuple[Claim, ...]:
    from claimcheck import read

    own = {d.id: d for d in five()}
    return read(article(id) if _here() else own[id]).claims


def _here() -> bool:
    return (SHARED / "id_news").exists()


def _bundled() -> list[str]:
    """The reports of the bundles, in their order; the five articles where the large sets are not here."""
    if not _here():
        return [d.id for d in five()]
    return list(dict.fromkeys(id for bundle in bundles() for id in bundle["docs"]))
