"""Growth: adversarial texts of double length, doubled sets of articles."""

import gc
import time
from collections.abc import Callable, Sequence
from unittest.mock import patch

from claimcheck.records import Document
from claimcheck.text import door
from tests.benchmarks.clock import seconds
from tests.quality.data import SHARED, article, articles, five

FAMILIES: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "7" * n,
    "digits and spaces": lambda n: "7 " * (n // 2),
    "digits and dots": lambda n: "1.234." * (n // 6),
    "dots": lambda n: "." * n,
    "ellipses": lambda n: "a… " * (n // 3),
    "commas": lambda n: "1," * (n // 2),
    "slashes": lambda n: "1/2/" * (n // 4),
    "hyphens": lambda n: "orang-" * (n // 6),
    "dashes": lambda n: "a — " * (n // 4),
    "percent": lambda n: "% " * (n // 2),
    "quotes, one kind": lambda n: '"' * n,
    "quotes, opening": lambda n: "“kata " * (n // 6),
    "quotes, closing": lambda n: "kata” " * (n // 6),
    "quotes, nested": lambda n: "“ia ‘" * (n // 10) + "’ ” " * (n // 10),
    "quotes, alternating": lambda n: "“a” kata Budi " * (n // 14),
    "quotes, mixed marks": lambda n: "\"a' “b' " * (n // 8),
    "brackets, opening": lambda n: "(" * n,
    "brackets, nested": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "brackets, dates": lambda n: "(9/6" * (n // 4),
    "spaces": lambda n: " " * n + "a",
    "spaces without break": lambda n: "a\u00a0" * (n // 2),
    "newlines": lambda n: "a\n" * (n // 2),
    "carriage returns": lambda n: "a\r\n" * (n // 3),
    "capitals": lambda n: "Budi " * (n // 5),
    "capitals glued": lambda n: "ABCD" * (n // 4),
    "months": lambda n: "Juni " * (n // 5),
    "weekdays": lambda n: "Senin, " * (n // 7),
    "years": lambda n: "2020 " * (n // 5),
    "dan": lambda n: "dan " * (n // 4),
    "yang": lambda n: "yang " * (n // 5),
    "number words": lambda n: "dua puluh " * (n // 10),
    "scales": lambda n: "juta " * (n // 5),
    "hedges": lambda n: "sekitar " * (n // 8),
    "cues": lambda n: "kata " * (n // 5),
    "menurut": lambda n: "menurut dia " * (n // 12),
    "no spaces": lambda n: "kata" * (n // 4),
    "combining marks": lambda n: "a" + "\u0301" * n,
    "zero width": lambda n: "a\u200b" * (n // 2),
    "emoji": lambda n: "😀" * n,
    "one line": lambda n: "Tiga orang tewas di Palu. " * (n // 26),
}
ASKED, SIZE = 2.4, 20000
TRIES = 3  # a reader that grows with the square is above what is asked each time


def linearity(size: int = SIZE) -> list[str]:
    """time(2n)/time(n) of reading each family; those above what is asked are marked."""
    import claimcheck

    claimcheck.read("Tiga orang tewas.")
    rows = [(name, *_ratio(make, size)) for name, make in FAMILIES.items()]
    head = f"family                  {size:>8} {2 * size:>8}  ratio   (characters; asked <= {ASKED})"
    return [head, *(f"{name:<22} {a:7.3f}s {b:7.3f}s  {r:5.2f}{_mark(a, b, r)}" for name, a, b, r in rows)]


def _mark(small: float, large: float, ratio: float) -> str:
    """A doubling of a few milliseconds says nothing."""
    return "   ABOVE" if ratio > ASKED and large > 0.05 else ""


def _ratio(make: Callable[[int], str], size: int) -> tuple[float, float, float]:
    """The times and their ratio; measured again where a slow moment of the machine may have fallen on one of them."""
    for _ in range(TRIES):
        small, large = (_read_time(make(n)) for n in (size, 2 * size))
        if large <= ASKED * small:
            break
    return small, large, large / small


def _read_time(text: str) -> float:
    """The best of five readings, the cyclic collector off as in `timeit`: a full collection falls on one size only."""
    import claimcheck

    runs: list[float] = []
    gc.collect()
    gc.disable()
    try:
        while len(runs) < 5 and sum(runs) <= 2:
            start = time.process_time()
            claimcheck.read(Document(id="a", text=text, language="id"))
            runs.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(runs)


def _articles(most: int) -> list[Document]:
    if (SHARED / "id_news").exists():
        return [article(id) for id in sorted(articles())[:most]]
    return [d.model_copy(update={"id": f"{d.id}-{i}"}) for i in range(most // 5) for d in five()]


def doubling(sizes: Sequence[int] = (100, 200, 400)) -> list[str]:
    """Time of comparing twice as many articles, the median of three; asked <= 2.3 times."""
    import claimcheck

    claimcheck.compare(_articles(5))
    documents, rows, before = _articles(max(sizes)), ["articles      s   times"], 0.0
    for size in sizes:
        with patch.dict(door.LIMITS, documents=size):
            spent = seconds(lambda size=size: claimcheck.compare(documents[:size]))  # type: ignore[misc]
        rows.append(f"{size:>8} {spent:6.2f}   {'' if not before else f'{spent / before:.2f}'}")
        before = spent
    return rows
