"""The word classes that speech is read by, as sets of class characters."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, get_type_hints

from claimcheck.languages import Pack, load
from claimcheck.text.tokens import Tokens

Kind = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Sets of class characters, one a kind of word; empty where the language has no such words.

    Each is made of classes of the language folder and of token shapes; unions that are asked for often have a
    name of their own.
    """

    line: Annotated[Kind, "nl"]
    quote: Annotated[Kind, "quote"]
    single: Annotated[Kind, "single"]
    left_mark: Annotated[Kind, "lquote lsingle"]
    right_mark: Annotated[Kind, "rquote rsingle"]
    stop: Annotated[Kind, "end ellipsis"]
    comma: Annotated[Kind, "comma"]
    colon: Annotated[Kind, "colon"]
    open_bracket: Annotated[Kind, "lpar"]
    close_bracket: Annotated[Kind, "rpar"]
    ending: Annotated[Kind, "end ellipsis comma"]
    wordlike: Annotated[Kind, "word digits code sequence url roman initial"]
    capital: Annotated[Kind, "cap upper initial code"]
    number: Annotated[Kind, "digits"]
    date: Annotated[Kind, "weekday month day_part speech_day"]
    tail: Annotated[Kind, "say_tail say_self"]
    writing: Annotated[Kind, "writing_word"]
    naming: Annotated[Kind, "naming_word"]
    say_self: Annotated[Kind, "say_self"]
    say_verb: Annotated[Kind, "say_verb"]
    say_passive: Annotated[Kind, "say_passive"]
    say_gerund: Annotated[Kind, "say_gerund"]
    carry_link: Annotated[Kind, "carry_link"]
    by: Annotated[Kind, "say_by"]
    done_by_saying: Annotated[Kind, "done_by_saying"]
    that: Annotated[Kind, "say_that"]
    pronoun: Annotated[Kind, "say_pronoun"]
    role: Annotated[Kind, "role_word"]
    rank: Annotated[Kind, "rank_word"]
    body: Annotated[Kind, "body_word"]
    determiner: Annotated[Kind, "speaker_determiner"]
    anonymous: Annotated[Kind, "anonymous_word"]
    evidence: Annotated[Kind, "evidence_word"]
    report: Annotated[Kind, "report_word"]
    preposition: Annotated[Kind, "say_preposition"]
    joins: Annotated[Kind, "say_and"]
    opener: Annotated[Kind, "say_opener"]
    relative: Annotated[Kind, "say_relative"]
    aux: Annotated[Kind, "say_aux"]
    negation: Annotated[Kind, "say_not"]
    particle: Annotated[Kind, "name_particle"]
    noun_after: Annotated[Kind, "say_noun_after"]
    of: Annotated[Kind, "of_word"]
    claim_noun: Annotated[Kind, "claim_noun"]
    cap_only: Annotated[Kind, "cap"]
    initial: Annotated[Kind, "initial"]
    small: Annotated[Kind, "lower"]
    both: Annotated[Kind, "both_word"]
    offices: Annotated[Kind, "role_word body_word"]
    all_offices: Annotated[Kind, "role_word body_word office_word rank_word evidence_word report_word"]
    determiner_or_noun_after: Annotated[Kind, "speaker_determiner say_noun_after"]
    between: Annotated[Kind, "say_aux say_not say_relative"]
    light: Annotated[Kind, "say_opener say_aux weekday month day_part speech_day"]
    clause_start: Annotated[Kind, "comma say_subordinator"]
    say_verb_or_that: Annotated[Kind, "say_verb say_that"]
    clause_end: Annotated[Kind, "semicolon quote colon dash"]
    name_inside: Annotated[Kind, "cap upper initial code role_word body_word"]
    comma_or_relative: Annotated[Kind, "comma say_relative"]
    office_or_body_or_role: Annotated[Kind, "office_word body_word role_word"]
    heads: Annotated[Kind, "body_word speaker_determiner evidence_word report_word"]
    body_or_glue: Annotated[Kind, "body_word hyphen slash ampersand"]
    begins_sentence: Annotated[Kind, "cap upper initial code quote nl"]
    edge: Annotated[Kind, "comma nl colon semicolon dash end ellipsis"]
    relative_or_preposition: Annotated[Kind, "say_relative say_preposition"]
    report_or_of: Annotated[Kind, "report_word of_word"]
    content_near: Annotated[Kind, "quote colon say_verb say_not"]
    date_or_stop: Annotated[Kind, "weekday month day_part speech_day end ellipsis"]
    carry_or_tail: Annotated[Kind, "carry_word say_tail say_self according"]
    carrier: Annotated[Kind, "carry_word carry_link according"]
    address: Annotated[Kind, "url"]
    pause: Annotated[Kind, "comma colon"]
    adverbial: Annotated[Kind, "weekday month day_part speech_day say_preposition carry_word"]
    lead: Annotated[Kind, "comma colon nl end ellipsis"]
    comma_or_stop: Annotated[Kind, "comma end ellipsis"]
    office: Annotated[Kind, "office_word"]
    place_head: Annotated[Kind, "place_head"]
    compass: Annotated[Kind, "compass"]
    prefix: Annotated[
        Kind,
        "role_word rank_word body_word office_word speaker_determiner evidence_word report_word place_head",
    ]
    no_noun: Annotated[
        Kind,
        "say_preposition say_aux say_opener say_verb say_passive"
        " say_tail say_self say_not say_relative say_that",
    ]
    named_by: Annotated[Kind, "role_word body_word evidence_word"]
    crowd: Annotated[Kind, "crowd_word"]
    contrast: Annotated[Kind, "say_contrast"]
    suffix: Annotated[Kind, "name_suffix"]
    surname: Annotated[Kind, "surname"]
    cites: Annotated[Kind, "say_citing"]
    dated: Annotated[Kind, "digits weekday month day_part speech_day sequence"]
    roman: Annotated[Kind, "roman"]
    occasion: Annotated[Kind, "occasion_word"]
    event: Annotated[Kind, "event_head"]
    weak: Annotated[Kind, "say_weak"]
    lead_in: Annotated[Kind, "say_opener say_aux say_preposition"]
    after_tail: Annotated[
        Kind,
        "comma end ellipsis semicolon dash lpar nl quote say_preposition carry_word"
        " weekday month day_part speech_day say_relative",
    ]
    tail_end: Annotated[Kind, "end ellipsis nl weekday month day_part speech_day"]
    purpose: Annotated[Kind, "say_purpose"]
    upper: Annotated[Kind, "upper"]
    idle_or_glue: Annotated[Kind, "role_word body_word rank_word office_word hyphen slash"]
    subordinator: Annotated[Kind, "say_subordinator"]
    glue: Annotated[Kind, "hyphen slash ampersand"]
    after_subject: Annotated[
        Kind,
        "say_aux say_not comma say_preposition say_relative say_and weekday month day_part speech_day lpar",
    ]
    idle: Annotated[
        Kind,
        "rank_word speaker_determiner anonymous_word say_noun_after of_word say_and"
        " role_word body_word office_word evidence_word report_word",
    ]


def words_of(pack: Pack) -> Words:
    """The sets of a language, built once.

    >>> load("id").table.char("kata") in words_of(load("id")).tail
    True
    """
    return _words(pack.code)


@cache
def _words(code: str) -> Words:
    table = load(code).table
    kinds = get_type_hints(Words, include_extras=True).values()
    sets = (table.any_of(*kind.__metadata__[0].split()) for kind in kinds)
    return Words(*(members(chars) for chars in sets))


def members(expression: str) -> Kind:
    """The characters of a class expression, its ranges written out.

    >>> sorted(members("[a-cx]")), sorted(members("(?!)"))
    (['a', 'b', 'c', 'x'], [])
    """
    parts = re.findall(r"(.)-(.)|(.)", expression.strip("[]()?!"), re.DOTALL)
    return frozenset(chr(c) for low, high, one in parts for c in range(ord(low or one), ord(high or one) + 1))


@cache
def form(name: str, language: str) -> re.Pattern[str]:
    """A form of words of a language, to be matched against the whole word in small letters.

    >>> bool(form("people", "id").fullmatch("pedagang")), bool(form("no such form", "id").fullmatch("x"))
    (True, False)
    """
    forms = load(language).data["speech.toml"].get("form", {})
    return re.compile(forms.get(name, "(?!)"))


@cache
def heads_last(language: str) -> bool:
    """Whether a language names an office behind whose it is: "a Surrey Police spokeswoman", not "juru bicara polisi".

    >>> heads_last("en"), heads_last("id")
    (True, False)
    """
    return bool(load(language).data["speech.toml"].get("phrase", {}).get("head") == "last")


def places(tokens: Tokens, kind: Kind) -> list[int]:
    """The positions of the tokens of a kind.

    >>> from claimcheck.text.tokens import tokenize
    >>> places(tokenize("Ya, ya, ya.", "id"), words_of(load("id")).comma)
    [1, 3]
    """
    return [found.start() for found in _any(kind).finditer(tokens.classes)]


@cache
def _any(kind: Kind) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(kind))}]" if kind else "(?!)")
