"""Every rule of every language runs its own examples; every word of a class reads as itself."""

import pytest

from claimcheck.errors import LanguageError
from claimcheck.languages import LANGUAGES, load
from claimcheck.languages.pack import _rule
from claimcheck.languages.patterns import Rule, compile_pattern
from claimcheck.reading.rules import phrase
from claimcheck.text.tokens import tokenize

RULES = [(code, rule) for code in LANGUAGES for stage in load(code).rules.values() for rule in stage]
IDS = [f"{code}-{rule.name}" for code, rule in RULES]


def found(code: str, rule: Rule, text: str) -> list[str]:
    tokens = tokenize(text, code)
    return [tokens.slice(*m.span()) for m in load(code).pattern(rule.pattern).finditer(tokens.classes)]


def marked(example: str) -> tuple[str, list[str]]:
    places = [part.split("»")[0] for part in example.split("«")[1:]]
    return example.replace("«", "").replace("»", ""), places


@pytest.mark.parametrize(("code", "rule"), RULES, ids=IDS)
def test_rule_finds_the_marked_places_and_nothing_else(code: str, rule: Rule) -> None:
    for example in rule.yes:
        text, places = marked(example)
        assert found(code, rule, text) == places, example
    for example in rule.no:
        assert found(code, rule, example) == [], example


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_a_class_reads_as_itself(code: str) -> None:
    pack = load(code)
    for name, forms in pack.values.items():
        for form in forms:
            words = tokenize(form, code).words
            assert words == form.split(), (
                f"{name}: {form!r} is cut into {words}; write it as the tokens stand"
            )
            if " " not in form:
                assert pack.has(name, form), f"{name}: {form!r} does not match itself"


def test_a_rule_without_examples_is_refused() -> None:
    with pytest.raises(LanguageError, match="no missing"):
        _rule("id", "x.toml", {"name": "r", "stage": "time", "pattern": "day", "yes": ["«1»"]})


def test_a_pattern_with_an_unknown_class_says_so() -> None:
    with pytest.raises(LanguageError, match="perosn"):
        compile_pattern("day perosn", load("id").table)


def test_phrase_joins_words() -> None:
    assert phrase(tokenize("lebih  dari 5", "id"), 0, 2) == "lebih dari"
