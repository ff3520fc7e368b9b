"""Every table of a language's sentences.toml has examples of both kinds, and they hold."""

from collections.abc import Iterator
from typing import Any

import pytest

from claimcheck.languages import LANGUAGES, load
from claimcheck.text.language import detect
from claimcheck.text.layout import layout
from claimcheck.text.seams import seams
from claimcheck.text.sentences import split
from claimcheck.text.unwrap import unwrap

BODY = {"id": "Tiga orang tewas dalam kecelakaan itu.", "en": "Three people died in the crash."}


def tables(language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables of the file, those of the abbreviations one by one."""
    for name, table in load(language).data["sentences.toml"].items():
        if "words" in table:
            yield name, table
        else:
            yield from ((f"{name}.{kind}", inner) for kind, inner in table.items())


TABLES = [(language, name, table) for language in LANGUAGES for name, table in tables(language)]


def cut(case: str, language: str) -> list[str]:
    text = case.replace("|", "")
    return [text[a:b] for a, b in split(text, 0, len(text), language)]


def kind(line: str, language: str) -> str:
    text = f"{BODY[language]}\n{line}"
    return layout(text, language).cuts[1].kind


def pieces(case: str, language: str) -> list[str]:
    text = f"{BODY[language]}\n{case.replace('|', '')}"
    return [text[c.start : c.end].strip() for c in layout(text, language).cuts[1:]]


def holds(name: str, case: str, language: str) -> bool:
    """Whether a case of the table is found to be what the table is for."""
    if name in ("link", "furniture", "credit", "caption", "stamp", "published", "dated"):
        wanted = name if name in ("furniture", "credit", "caption") else "furniture"
        return kind(case, language) == wanted
    if name == "open":
        return "\n" not in unwrap(case, language)
    if name.startswith("run_on"):
        return seams(case, language) != []
    if name in ("prefix", "whole"):
        return seams(case, language) == []
    if name == "small":
        return detect(case) == language
    return pieces(case, language) == [piece.strip() for piece in case.split("|") if piece.strip()]


@pytest.mark.parametrize(("language", "name", "table"), TABLES, ids=[f"{t[0]}-{t[1]}" for t in TABLES])
def test_examples(language: str, name: str, table: dict[str, Any]) -> None:
    assert table["yes"]
    assert table["no"]
    sentence_ends = name.startswith("abbreviation") or name in ("starters", "lettered", "small_in_titles")
    assert [case for case in table["yes"] if not holds(name, case, language)] == []
    assert [case for case in table["no"] if holds(name, case, language) != sentence_ends] == []


@pytest.mark.parametrize(("language", "name", "table"), TABLES, ids=[f"{t[0]}-{t[1]}" for t in TABLES])
def test_no_word_twice(language: str, name: str, table: dict[str, Any]) -> None:
    words = table["words"]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_abbreviation_of_two_kinds(language: str) -> None:
    kinds = load(language).data["sentences.toml"]["abbreviation"]
    seen: dict[str, str] = {}
    twice = [w for kind, table in kinds.items() for w in table["words"] if seen.setdefault(w, kind) != kind]
    assert twice == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_holds_itself(language: str) -> None:
    for kind, table in load(language).data["sentences.toml"]["abbreviation"].items():
        after = {"number": "5 x.", "closing": "dan x.", "within": "Zamrud x."}.get(kind, "Zamrud x.")
        before = "Lalu, " if kind == "within" else "Lalu "
        wrong = [w for w in table["words"] if len(cut(f"{before}{w}. {after}", language)) != 1]
        assert wrong == [], kind
