"""Who speaks: the phrase that names a speaker, from its first token to its last."""

from claimcheck.reading.speech_names import POSSESSIVE, Speaker, lettered, past_bracket, speaker_of
from claimcheck.reading.speech_words import Words, form, heads_last
from claimcheck.text.datelines import is_site
from claimcheck.text.tokens import Tokens

LONGEST = 34  # tokens of a speaker phrase
PLAIN = 4  # lower-case words in a row that no list knows: "guru besar hukum tata negara"
APPOSITIONS = 2
LEADING = 3  # small words from which on an office or a name must follow: "longtime agent Mark Lee"


def speaker_phrase(tokens: Tokens, words: Words, at: int, limit: int) -> Speaker | None:
    """The speaker phrase that begins at token `at` and ends before `limit`, or None.

    >>> from claimcheck.languages import load
    >>> from claimcheck.reading.speech_words import words_of
    >>> from claimcheck.text.tokens import tokenize
    >>> tokens = tokenize("kata Kapolres Bogor AKBP Rio Wahyu Anggoro di Bogor", "id")
    >>> found = speaker_phrase(tokens, words_of(load("id")), 1, len(tokens))
    >>> tokens.slice(found.start, found.end), tokens.slice(*found.name)
    ('Kapolres Bogor AKBP Rio Wahyu Anggoro', 'Rio Wahyu Anggoro')
    """
    classes = tokens.classes
    if at >= limit:
        return None
    if classes[at] in words.pronoun:
        return Speaker(at, at + 1, (at, at + 1), "pronoun")
    if classes[at] in words.address and at and classes[at - 1] in words.carrier and is_site(tokens.words[at]):
        return Speaker(at, at + 1, (at, at + 1), "name")
    if not begins_phrase(tokens, words, at, limit):
        return None
    segments = _segments(tokens, words, at, min(limit, at + LONGEST))
    return speaker_of(tokens, words, segments)


def begins_phrase(tokens: Tokens, words: Words, at: int, limit: int) -> bool:
    """Whether a speaker phrase can begin with this token; a war or a cup says nothing."""
    char = tokens.classes[at]
    if char in words.event:
        return False
    if char in words.pronoun or char in words.determiner or char in words.role or char in words.body:
        return True
    if char in words.evidence or char in words.report:
        return True
    if char in words.rank or char in words.capital:
        return char not in words.date and char not in words.opener and char not in words.preposition
    return heads_last(tokens.language) and _leads_to_head(tokens, words, at, limit)


def _leads_to_head(tokens: Tokens, words: Words, at: int, limit: int) -> bool:
    """Whether a small word or two stand before a head: "business officials", "longtime agent Ann Lee"."""
    for i in range(at, min(at + LEADING, limit)):
        if i > at and (tokens.classes[i] in words.offices or tokens.classes[i] in words.capital):
            return tokens.classes[i] not in words.date
        if not _takes_plain(tokens, words, i, "", 0):
            return False
    return False


def _segments(tokens: Tokens, words: Words, at: int, limit: int) -> list[tuple[int, int]]:
    """The phrase in pieces cut at commas: a name and its appositions."""
    found: list[tuple[int, int]] = []
    while len(found) <= APPOSITIONS:
        end = _piece(tokens, words, at, limit)
        if end == at:
            break
        found.append((at, end))
        if (
            end + 1 >= limit
            or tokens.classes[end] not in words.comma
            or not _apposition(tokens, words, end + 1, limit)
        ):
            break
        at = end + 1
    return found


def _apposition(tokens: Tokens, words: Words, at: int, limit: int) -> bool:
    char = tokens.classes[at]
    if char in words.joins:  # Menteri Koordinator Politik, Hukum, dan Keamanan
        return at + 1 < limit and tokens.classes[at + 1] in words.office_or_body_or_role
    if char in words.determiner and not any(c in words.role for c in tokens.classes[at + 1 : at + 4]):
        return False
    return char not in words.pronoun and char not in words.date and begins_phrase(tokens, words, at, limit)


def _piece(tokens: Tokens, words: Words, at: int, limit: int) -> int:
    i, plain = at, 0
    while i < limit:
        char = tokens.classes[i]
        if i > at and char in words.open_bracket:
            after = past_bracket(tokens, words, i, limit)
            if after is None:
                return i
            i = after
            continue
        step = _takes(tokens, words, at, i, limit, plain)
        if not step:
            return i
        plain = plain + 1 if step == 2 else 0
        i += 1
    return i


def _takes(tokens: Tokens, words: Words, first: int, i: int, limit: int, plain: int) -> int:
    """1 where the phrase goes on with token `i`, 2 if with a word no list knows, 0 where it ends."""
    char = tokens.classes[i]
    left = tokens.classes[i - 1] if i > first else ""
    right = tokens.classes[i + 1] if i + 1 < limit else ""
    if char in words.date and not (left in words.capital and right in words.capital):
        return 0
    if char in words.role or char in words.rank or char in words.body or char in words.capital:
        return 0 if char in words.pronoun else 1
    if char in words.determiner and i > first and heads_last(tokens.language):
        return 1 if left in words.of or left in words.joins or left in words.determiner else 0
    if char in words.determiner or char in words.evidence or char in words.anonymous:
        return 1
    if i == first:
        led = heads_last(tokens.language) and _leads_to_head(tokens, words, i, limit)
        return 1 if char in words.report or char in words.joins or led else 0
    return _takes_inside(tokens, words, i, left, right, plain)


def _takes_inside(tokens: Tokens, words: Words, i: int, left: str, right: str, plain: int) -> int:
    char = tokens.classes[i]
    noun_right = (
        right in words.capital or right in words.role or right in words.body or right in words.determiner
    )
    if char in words.glue and not _tight(tokens, i):
        return 0
    if char in words.joins or char in words.glue:
        open_end = right in words.noun_after  # Uni Eropa dan lainnya
        return 1 if (noun_right and right not in words.date) or open_end or char in words.glue else 0
    if char in words.of:
        # "Bureau of Prisons", "Secretary of State"
        office = left in words.offices and heads_last(tokens.language)
        inside = office or left not in words.capital or char not in words.preposition
        return 1 if noun_right and inside else 0
    if char in words.stop:
        if left in words.suffix:  # "Martin Luther King Jr."
            return 1
        return 1 if right in words.capital and (left in words.rank or lettered(tokens, words, i - 1)) else 0
    if (
        tokens.lowers[i] in POSSESSIVE
        or char in words.noun_after
        or (char in words.number and left in words.body_or_glue)
    ):
        return 1
    if char in words.particle and left in words.capital and right in words.capital:
        return 1
    return _takes_plain(tokens, words, i, left, plain)


def _tight(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen or slash joins two words: "Co-founder", not "JAKARTA - Polisi"."""
    return tokens.ends[i - 1] == tokens.starts[i] or tokens.words[i + 1 : i + 2] == ["19"]


def _takes_plain(tokens: Tokens, words: Words, i: int, left: str, plain: int) -> int:
    """A lower-case word of the office: "pengamat transportasi", never a verb or the start of an adverbial."""
    char = tokens.classes[i]
    if char not in words.small or plain >= PLAIN or left in words.noun_after:
        return 0
    if char in words.no_noun:
        return 0
    if heads_last(tokens.language):
        return 2 if _before_head(tokens, words, i, left) else 0
    if form("verb", tokens.language).fullmatch(tokens.lowers[i]):
        return 0
    if left in words.upper:
        return 0
    return 2 if left not in words.capital or left in words.heads or left in words.role else 0


def _before_head(tokens: Tokens, words: Words, i: int, left: str) -> bool:
    """Whether a small word may stand in a phrase that ends in its head: "a retired officer", and no verb behind it."""
    if tokens.classes[i] in words.pronoun:
        return False
    verb = form("verb", tokens.language).fullmatch(tokens.lowers[i]) is not None
    return not verb or left in words.determiner or tokens.lowers[i - 1] in POSSESSIVE
