"""Degrees behind a name, "Budi Santoso, S.H., M.H.": left out before anything is read."""

from claimcheck.languages import Pack
from claimcheck.reading.rules import matches
from claimcheck.text.tokens import Tokens


def without_degrees(tokens: Tokens, pack: Pack) -> Tokens:
    """The tokens without those of degrees, whose capitals and commas part a name from what it does.

    Behind initials stand those of others, "tersangka RA, SH, dan MM"; before a number stands a name or an age: "ST 12",
    "MM (17)".

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> without_degrees(tokenize("Budi Santoso, S.H., M.H. hadir.", "id"), load("id")).words
    ['Budi', 'Santoso', 'hadir', '.']
    """
    found = [match.span("at") for _, match in matches("degree", tokens, pack)]
    out = {at for start, end in found if _of_a_name(start, end, tokens) for at in range(start, end)}
    if not out:
        return tokens
    kept = [at for at in range(len(tokens)) if at not in out]
    return Tokens(
        tokens.text,
        tokens.language,
        [tokens.words[at] for at in kept],
        [tokens.lowers[at] for at in kept],
        [tokens.starts[at] for at in kept],
        [tokens.ends[at] for at in kept],
        "".join(tokens.classes[at] for at in kept),
    )


def _of_a_name(start: int, end: int, tokens: Tokens) -> bool:
    behind = tokens.words[end : end + 2]
    numbered = any(word[0].isdigit() for word in behind[behind[:1] == ["("] :][:1])
    return not numbered and not tokens.words[start - 1].isupper()
