"""The word classes that speech is read by, as sets of class characters."""

import re
from dataclasses import dataclass, fields
from functools import cache

from claimcheck.languages import Pack, load
from claimcheck.text.tokens import Tokens

# what each set holds: classes of the language folders and of token shapes
_CLASSES: dict[str, str] = {
    "line": "nl",
    "quote": "quote",
    "single": "single",
    "left_mark": "lquote lsingle",
    "right_mark": "rquote rsingle",
    "stop": "end ellipsis",
    "comma": "comma",
    "colon": "colon",
    "dash": "dash",
    "semicolon": "semicolon",
    "open_bracket": "lpar",
    "close_bracket": "rpar",
    "ending": "end ellipsis comma",
    "wordlike": "word digits code sequence url roman initial",
    "capital": "cap upper initial code",
    "number": "digits",
    "date": "weekday month day_part speech_day",
    "tail": "say_tail say_self",
    "writing": "writing_word",
    "naming": "naming_word",
    "say_tail": "say_tail",
    "say_self": "say_self",
    "say_verb": "say_verb",
    "say_passive": "say_passive",
    "say_gerund": "say_gerund",
    "according": "according",
    "carry": "carry_word",
    "carry_link": "carry_link",
    "by": "say_by",
    "that": "say_that",
    "pronoun": "say_pronoun",
    "first_person": "say_first_person",
    "role": "role_word",
    "rank": "rank_word",
    "body": "body_word",
    "determiner": "speaker_determiner",
    "anonymous": "anonymous_word",
    "evidence": "evidence_word",
    "report": "report_word",
    "show": "show_verb",
    "preposition": "say_preposition",
    "joins": "say_and",
    "opener": "say_opener",
    "relative": "say_relative",
    "aux": "say_aux",
    "negation": "say_not",
    "particle": "name_particle",
    "noun_after": "say_noun_after",
    "of": "of_word",
    "claim_noun": "claim_noun",
    "cap_only": "cap",
    "initial": "initial",
    "small": "lower",
    "both": "both_word",
    "offices": "role_word body_word",
    "office": "office_word",
    "place_head": "place_head",
    "upper": "upper",
    "subordinator": "say_subordinator",
    "glue": "hyphen slash ampersand",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of class characters, one a kind of word; empty where the language has no such words."""

    line: frozenset[str]
    quote: frozenset[str]
    single: frozenset[str]
    left_mark: frozenset[str]
    right_mark: frozenset[str]
    stop: frozenset[str]
    comma: frozenset[str]
    colon: frozenset[str]
    dash: frozenset[str]
    semicolon: frozenset[str]
    open_bracket: frozenset[str]
    close_bracket: frozenset[str]
    ending: frozenset[str]
    wordlike: frozenset[str]
    capital: frozenset[str]
    number: frozenset[str]
    date: frozenset[str]
    tail: frozenset[str]
    writing: frozenset[str]
    naming: frozenset[str]
    say_tail: frozenset[str]
    say_self: frozenset[str]
    say_verb: frozenset[str]
    say_passive: frozenset[str]
    say_gerund: frozenset[str]
    according: frozenset[str]
    carry: frozenset[str]
    carry_link: frozenset[str]
    by: frozenset[str]
    that: frozenset[str]
    pronoun: frozenset[str]
    first_person: frozenset[str]
    role: frozenset[str]
    rank: frozenset[str]
    body: frozenset[str]
    determiner: frozenset[str]
    anonymous: frozenset[str]
    evidence: frozenset[str]
    report: frozenset[str]
    show: frozenset[str]
    preposition: frozenset[str]
    joins: frozenset[str]
    opener: frozenset[str]
    relative: frozenset[str]
    aux: frozenset[str]
    negation: frozenset[str]
    particle: frozenset[str]
    noun_after: frozenset[str]
    of: frozenset[str]
    claim_noun: frozenset[str]
    cap_only: frozenset[str]
    initial: frozenset[str]
    small: frozenset[str]
    both: frozenset[str]
    offices: frozenset[str]
    office: frozenset[str]
    place_head: frozenset[str]
    upper: frozenset[str]
    subordinator: frozenset[str]
    glue: frozenset[str]


def words_of(pack: Pack) -> Words:
    """The sets of a language, built once.

    >>> words = words_of(load("id"))
    >>> load("id").table.char("kata") in words.say_tail
    True
    """
    return _words(pack.code)


@cache
def _words(code: str) -> Words:
    table = load(code).table
    return Words(*(frozenset(table.any_of(*_CLASSES[f.name].split()).strip("[]()?!")) for f in fields(Words)))


def places(tokens: Tokens, kind: frozenset[str]) -> list[int]:
    """The positions of the tokens of a kind."""
    return [found.start() for found in _any(kind).finditer(tokens.classes)]


@cache
def _any(kind: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(kind))}]" if kind else "(?!)")
