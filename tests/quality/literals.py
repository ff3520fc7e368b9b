"""A million generated literals, each written as a newspaper may and read back: values lost, and those that are slow.

Each literal stands in a short phrase of its own: whole numbers, decimals, numbers with a scale word, money, percent,
measures and days, in both languages, drawn with a fixed seed. *Read back*: exactly one quantity (or time) comes, of
the value written. *Slow*: tokenizing and reading the phrase takes over a millisecond of processor time in each of
five tries, with the cyclic garbage collector off.
"""

import gc
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from claimcheck.languages import load
from claimcheck.reading.quantities import read_quantities
from claimcheck.reading.times import read_times
from claimcheck.text.tokens import tokenize
from tests.quality.figure import Result, count, rate
from tests.quality.show import main

MANY = 1_000_000
SEED = 7
SLOW = 0.001  # seconds
TRIES = 5
SCALES = {
    "id": {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12},
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
}
NOUNS = {"id": ("orang", "rumah", "mobil"), "en": ("people", "houses", "cars")}
BEFORE = {"id": "Jumlahnya", "en": "There were"}
Literal = tuple[str, str, Decimal | str]  # language, phrase, the value or the day


def figures(many: int = MANY) -> list[Result]:
    """The share read back, and how many are slow."""
    lost, slow, done = [], [], 0
    gc.collect()
    gc.disable()
    try:
        for language, phrase, value in islice(literals(), many):
            done += 1
            start = time.process_time()
            found = _read(phrase, language)
            if time.process_time() - start > SLOW and _slow(phrase, language):
                slow.append(phrase)
            if found != [value]:
                lost.append(f"{phrase!r}: {value}, read {[str(v) for v in found]}")
    finally:
        gc.enable()
    return [
        rate("literals read back", done - len(lost), done, 1.0, failures=lost),
        count("literals over a millisecond", len(slow), 0, of=done, failures=slow),
    ]


def literals() -> Iterator[Literal]:
    """Phrases without end, the kinds and the languages in turn."""
    draw = random.Random(SEED)
    while True:
        for language in ("id", "en"):
            for kind in (_whole, _decimal, _scaled, _money, _percent, _measure, _day):
                yield (language, *kind(draw, language))


def _read(phrase: str, language: str) -> list[Decimal | str | None]:
    tokens, pack = tokenize(phrase, language), load(language)
    times = read_times(tokens, pack, "t")
    quantities = read_quantities(tokens, pack, "t", [(t.start, t.end) for t in times])
    values = [q.item.low if q.item.low == q.item.high else None for q in quantities]
    return [*values, *(t.item.edtf for t in times)]


def _slow(phrase: str, language: str) -> bool:
    for _ in range(TRIES - 1):
        start = time.process_time()
        _read(phrase, language)
        if time.process_time() - start <= SLOW:
            return False
    return True


def _grouped(value: Decimal, language: str) -> str:
    text = f"{value:,}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _any_size(draw: random.Random, most: int = 12) -> Decimal:
    return Decimal(draw.randrange(1, 10 ** draw.randint(1, most)))


def _whole(draw: random.Random, language: str) -> tuple[str, Decimal]:
    value = _any_size(draw)
    return f"{BEFORE[language]} {_grouped(value, language)} {draw.choice(NOUNS[language])}.", value


def _decimal(draw: random.Random, language: str) -> tuple[str, Decimal]:
    value = _any_size(draw, 6) + Decimal(draw.randrange(1, 100)) / 100
    return f"{BEFORE[language]} {_grouped(value, language)} km.", value


def _scaled(draw: random.Random, language: str) -> tuple[str, Decimal]:
    word, size = draw.choice(list(SCALES[language].items()))
    value = Decimal(draw.randrange(11, 9999)) / 10
    return (
        f"{BEFORE[language]} {_grouped(value, language)} {word} {draw.choice(NOUNS[language])}.",
        value * size,
    )


def _money(draw: random.Random, language: str) -> tuple[str, Decimal]:
    value = _any_size(draw)
    sign = {"id": ("Rp", "Rp ", "USD "), "en": ("$", "US$", "€")}[language]
    return f"{BEFORE[language]} {draw.choice(sign)}{_grouped(value, language)}.", value


def _percent(draw: random.Random, language: str) -> tuple[str, Decimal]:
    value = Decimal(draw.randrange(1, 1000)) / 10
    sign = {"id": ("%", " persen"), "en": ("%", " percent")}[language]
    return f"{BEFORE[language]} {_grouped(value, language)}{draw.choice(sign)}.", value


def _measure(draw: random.Random, language: str) -> tuple[str, Decimal]:
    value = _any_size(draw, 5)
    unit = draw.choice(
        ("km", "kg", "meter" if language == "id" else "meters", "ton" if language == "id" else "tons")
    )
    return f"{BEFORE[language]} {_grouped(value, language)} {unit}.", value


def _day(draw: random.Random, language: str) -> tuple[str, str]:
    day = date(1950, 1, 1) + timedelta(days=draw.randrange(36_500))
    month = load(language).data["findings.toml"]["calendar"]["months"][day.month - 1]
    forms = {
        "id": (f"{day.day} {month} {day.year}", f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%Y}"),
        "en": (
            f"{month} {day.day}, {day.year}",
            f"{day.day} {month} {day.year}",
            f"{day.month}/{day.day}/{day.year}",
        ),
    }
    return f"{'Pada' if language == 'id' else 'On'} {draw.choice(forms[language])}.", day.isoformat()


if __name__ == "__main__":
    main(figures)
