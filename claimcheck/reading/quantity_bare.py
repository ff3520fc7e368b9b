"""Numbers that say nothing: years, list numbers, cells of a table, parts of names, clock times, idioms."""

import re

from claimcheck.languages.lexicon import kind
from claimcheck.reading.quantity_counted import counted, is_noun, shelf
from claimcheck.reading.quantity_records import Atom
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.text.tokens import Tokens


def is_bare(tokens: Tokens, atom: Atom) -> bool:
    """Whether a number without a unit counts nothing: a year, a list number, a cell, part of a name."""
    if atom.kind == "ratio" and atom.number.fraction:
        at = atom.end + (tokens.words[atom.end : atom.end + 1] == ["-"])  # "his half-brother"
        return tokens.lowers[at : at + 1] != [] and tokens.lowers[at] in words(tokens.language, "halfidiom")
    if atom.kind == "ordinal" and atom.number.spelled:
        return _is_last_name(tokens, atom)
    if atom.unit == "night" and _is_hour(tokens, atom):
        return True
    if atom.unit or atom.kind != "count":
        return False
    if atom.number.vague and _is_idiom(tokens, atom):
        return True
    if atom.second is not None:
        return _are_years(tokens, atom)
    if atom.number.vague:
        return False
    if atom.start == 0 and atom.end == len(tokens.words):
        return False
    number = atom.number
    if _is_clock(tokens, atom):
        return True
    if _is_idiom(tokens, atom) or _is_marked(tokens, atom) or _is_hyphened(tokens, atom):
        return True
    if number.spelled and _is_name_word(tokens, atom):
        return True
    if number.spelled:
        return number.low == 1 and number.end - number.start == 1 and _is_pronoun(tokens, atom)
    word = tokens.words[number.end - 1]
    if number.end - number.start != 1 or not word.isdigit():
        return _is_version(tokens, atom)
    if _is_model(tokens, atom) or _is_code(tokens, atom, word):
        return True
    return _is_year(tokens, atom, word) or _is_line_number(tokens, atom) or _is_part_of_name(tokens, atom)


def _is_last_name(tokens: Tokens, atom: Atom) -> bool:
    """As in "PT Anugrah Surya Pertama": an ordinal that ends a name in running text."""
    if tokens.language != "id" or atom.start < 2 or not tokens.words[atom.start][:1].isupper():
        return False
    before, listed = tokens.words[atom.start - 1], shelf(tokens.language)
    if not before[:1].isupper() or listed is None or not tokens.words[atom.start - 2][:1].isupper():
        return False
    ranked = before.lower() in words("id", "rankable") or listed.concept(before) is not None
    return not ranked and _running(tokens, atom.start)


def _is_hour(tokens: Tokens, atom: Atom) -> bool:
    """As in "pukul lima sore hingga 11 malam": the end of a stretch of hours."""
    near = tokens.lowers[max(0, atom.start - _HOURS) : atom.start]
    return atom.number.low in range(6, 13) and not words(tokens.language, "clockbefore").isdisjoint(near)


_HOURS = 6  # tokens before an hour in which the word for a clock time still speaks for it


def _are_years(tokens: Tokens, atom: Atom) -> bool:
    """As in "Liga 1 2023-2024": two years next to each other, nothing counted."""
    ends = tokens.words[atom.number.start], tokens.words[atom.end - 1]
    years = all(len(word) == 4 and "1900" <= word <= "2100" for word in ends)
    return years and int(ends[1]) - int(ends[0]) == 1


def _is_code(tokens: Tokens, atom: Atom, word: str) -> bool:
    """As in "…/article/3742740", "Jakarta 12530": many digits without separators, nothing counted."""
    if len(word) < 5 or counted(tokens, atom)[0] is not None:
        return False
    before = tokens.words[atom.start - 1] if atom.start else ""
    return len(word) > 6 or (before[:1].isupper() and before[:1].isalpha())


def _is_clock(tokens: Tokens, atom: Atom) -> bool:
    """As in "pukul 10 pagi", "berdurasi 03.20": a clock time that no time was made of."""
    word = tokens.words[atom.number.start]
    if len(word) == 5 and word[0] == "0" and word[2] in ".:":
        return True
    if _is_timetable(tokens, atom, word):
        return True
    after = tokens.words[atom.end] if atom.end < len(tokens.words) else ""
    if len(word) == 5 and word[2] in ".:" and after.startswith(("WIB", "WIT")):
        return True  # "18.50 - 19.25 WIB20.12", a timetable whose line breaks were lost
    if _beside_colon(tokens, atom):
        return True
    return atom.start > 0 and tokens.lowers[atom.start - 1] in words(tokens.language, "clockbefore")


def _is_timetable(tokens: Tokens, atom: Atom, word: str) -> bool:
    """As in "MAGHRIB 17.48": hours and minutes behind a point, which is no Indonesian decimal."""
    shaped = len(word) == 5 and word[2] == "." and word[:2].isdigit() and word[3:].isdigit()
    if tokens.language != "id" or not shaped or atom.number.end - atom.number.start != 1:
        return False
    return word[:2] < "25" and word[3:] < "60" and not _known_noun(tokens, atom.end)


def _beside_colon(tokens: Tokens, atom: Atom) -> bool:
    """As in "8: 41 PM": hours and minutes that a space keeps apart."""
    after, before = tokens.words[atom.end : atom.end + 2], tokens.words[max(0, atom.start - 2) : atom.start]
    minutes = len(after) == 2 and after[0] == ":" and len(after[1]) == 2 and after[1].isdigit()
    hours = len(before) == 2 and before[1] == ":" and before[0].isdigit() and len(before[0]) < 3
    return minutes or (hours and len(tokens.words[atom.number.start]) == 2)


def _is_idiom(tokens: Tokens, atom: Atom) -> bool:
    """As in "roda empat", "kaki lima", "lima tahunan"."""
    before = tokens.lowers[atom.start - 1] if atom.start else ""
    after = tokens.lowers[atom.end] if atom.end < len(tokens.lowers) else ""
    spelled = atom.number.spelled and before in words(tokens.language, "idiombefore")
    return spelled or after in words(tokens.language, "idiomafter")


def _is_hyphened(tokens: Tokens, atom: Atom) -> bool:
    """As in "COVID-19di", "Covid -19", "D-3": digits that a hyphen ties to letters."""
    at = atom.start - 1
    if atom.number.low < 0 and at >= 0 and not _opens_sentence(tokens, at):
        return tokens.words[at][:1].isupper()
    if tokens.lowers[atom.end : atom.end + 2] in (["-", "tak"], ["-", "in"]):
        return True  # "mesin 2-tak", a "2-in-1"
    if at < 1 or tokens.words[at] not in ("-", "/", "=", "*") or tokens.ends[at] != tokens.starts[atom.start]:
        return False
    if tokens.words[at] in "=*":
        return True  # "…?s=1", an address; "*888*50#", a service code
    return tokens.words[at - 1][-1:].isalpha() and tokens.ends[at - 1] == tokens.starts[at]


def _is_marked(tokens: Tokens, atom: Atom) -> bool:
    """A mark or a capital letter glued to the digits: "(58’)", the minute of a goal, "seri 1000X"."""
    if _is_numbered_line(tokens, atom) or _beside_cross(tokens, atom):
        return True
    if atom.end >= len(tokens.words) or tokens.starts[atom.end] != tokens.ends[atom.end - 1]:
        return False
    after = tokens.words[atom.end]
    if after in "’'′" or (len(after) == 1 and after.isalpha()):
        return True
    return (len(after) < 4 and after.isupper() and not _known_noun(tokens, atom.end)) or (
        not atom.number.low and after.islower()
    )  # "transmisi 6AT"; "210 0rang", a nought for an O


def _is_numbered_line(tokens: Tokens, atom: Atom) -> bool:
    """As in "(3) data pada …" at the beginning of a line."""
    around = tokens.words[max(atom.start - 2, 0) : atom.start], tokens.words[atom.end : atom.end + 1]
    return around in ((["\n", "("], [")"]), (["("], [")"])) and atom.number.low < 100


def _beside_cross(tokens: Tokens, atom: Atom) -> bool:
    """As in "kasur ukuran 180×200": the sides of a thing without their unit."""
    at = atom.end
    if at < len(tokens.words) and _CROSSED.match(tokens.words[at]):
        return True  # "4x4", "2x45 menit"
    if tokens.lowers[at : at + 1] in (["×"], ["x"]) and tokens.words[at + 1 : at + 2] != []:
        return tokens.words[at + 1][:1].isdigit()
    before = tokens.words[max(atom.start - 2, 0) : atom.start]
    return len(before) == 2 and before[1] in "×xX" and before[0][-1:].isdigit()


def _is_pronoun(tokens: Tokens, atom: Atom) -> bool:
    """As in "salah satu", "yang satu ini", "one of them": no count."""
    if atom.start and tokens.lowers[atom.start - 1] in words(tokens.language, "beforepronoun"):
        return True
    return counted(tokens, atom)[0] is None or tokens.lowers[atom.end] in words(
        tokens.language, "afterpronoun"
    )


def _is_model(tokens: Tokens, atom: Atom) -> bool:
    """As in "Axor (2528 CH, 4928 T)": four digits without a mark, and a short code behind them."""
    after = tokens.words[atom.end] if atom.end < len(tokens.words) else ""
    listed = shelf(tokens.language)
    if len(tokens.words[atom.number.start]) != 4 or after in phrases(tokens.language, "countedphrase").exact:
        return False
    return len(after) < 4 and after.isupper() and (listed is None or listed.concept(after) is None)


def _is_name_word(tokens: Tokens, atom: Atom) -> bool:
    """As in "skuad Tim Tiga Singa": a number word inside a name, in running text."""
    around = (*tokens.words[max(atom.start - 1, 0) : atom.start], *tokens.words[atom.start : atom.end + 1])
    placed = not words(tokens.language, "placeword").isdisjoint(
        tokens.lowers[max(atom.start - 2, 0) : atom.start]
    )
    if placed and all(word[:1].isupper() for word in tokens.words[max(atom.start - 1, 0) : atom.end]):
        return True
    if (
        tokens.language != "id"
        or len(around) < 3
        or not all(w[:1].isupper() and w[1:].islower() for w in around)
    ):
        return False
    return not _opens_sentence(tokens, atom.start - 1) and _running(tokens, atom.start)


def _is_version(tokens: Tokens, atom: Atom) -> bool:
    """As in "Industri 4.0", "Avanza 1.3 G": one digit behind a point, which is no Indonesian decimal."""
    word, before = tokens.words[atom.number.end - 1], tokens.words[atom.start - 1] if atom.start else ""
    shaped = len(word) < 5 and word[-2:-1] == "." and word[-1].isdigit() and tokens.language == "id"
    if not shaped or atom.number.end - atom.number.start != 1:
        return False
    after = tokens.words[atom.end] if atom.end < len(tokens.words) else ""
    coded = len(after) < 4 and after.isalpha() and after.isupper()  # "1.5 G CVT"
    named = before[:1].isupper() and not _opens_sentence(tokens, atom.start - 1)
    return coded or named or before.lower() in words(tokens.language, "namedword")


def _is_year(tokens: Tokens, atom: Atom, word: str) -> bool:
    """Four digits that no plain noun follows, or that stand behind a name ("Piala Dunia 2026")."""
    if len(word) != 4 or not "1900" <= word <= "2100":
        return False
    if counted(tokens, atom)[0] is None or tokens.words[atom.start - 1 : atom.start] == ["/"]:
        return True
    if phrases(tokens.language, "hedgebefore").before(tokens, atom.start) is not None:
        return False
    before = tokens.words[atom.start - 1] if atom.start else ""
    return before[:1].isupper()


def _is_line_number(tokens: Tokens, atom: Atom) -> bool:
    """As in "1. Punya bangunan …" at the beginning of a line; or alone on its line, as in a table."""
    if tokens.words[atom.start - 1] == ":" and atom.number.low == 1 and atom.start:
        return tokens.words[atom.end : atom.end + 1] == ["."]
    opens = atom.start == 0 or tokens.words[atom.start - 1] in _LINE_ENDS
    if not opens or atom.end >= len(tokens.words):
        return opens and atom.start > 0 and tokens.words[atom.start - 1] == "\n"
    after = tokens.words[atom.end]
    return (after == "\n" and (atom.start == 0 or tokens.words[atom.start - 1] == "\n")) or (
        after in (".", ")") and tokens.starts[atom.end] == tokens.ends[atom.end - 1]
    )


_LINE_ENDS = frozenset(["\n", ".", "”", '"', "!", "?"])


def _is_part_of_name(tokens: Tokens, atom: Atom) -> bool:
    """A small whole number right behind a name, with no known noun behind it: "Honda PCX 160"."""
    if atom.start == 0 or len(tokens.words[atom.number.start]) > 4:
        return False
    before = tokens.words[atom.start - 1]
    if not (before[:1].isupper() and before[:1].isalpha()):
        return False
    if tokens.words[atom.end : atom.end + 1] == ["\n"]:
        return True
    opens = _opens_sentence(tokens, atom.start - 1) and not _is_brand(tokens, atom.start - 1)
    return not opens and not _known_noun(tokens, atom.end)


def _is_brand(tokens: Tokens, at: int) -> bool:
    """A word at the beginning of a sentence that no Indonesian word is: "Boeing 737", "Realme 14 5G"."""
    listed = shelf(tokens.language)
    word = tokens.lowers[at]
    if tokens.language != "id" or listed is None or listed.is_stop(word) or listed.concept(word) is not None:
        return False
    return phrases("id", "hedgebefore").before(tokens, at + 1) is None and not any(
        word in words("id", name) for name in _SAYING
    )


_SAYING = ("roleword", "totalword", "nocount", "changeup", "changedown", "victimword", "becomes")


def _running(tokens: Tokens, at: int) -> bool:
    """Whether running text stands around, where a capital behind a number is a name: "SMK Negeri 1 Tanjung"."""
    near = tokens.words[max(0, at - _AROUND) : at + _AROUND]
    return sum(word.islower() and len(word) > 4 for word in near) > 1


_AROUND = 7
_CROSSED = re.compile(r"[xX×][0-9]{1,4}\Z")


def _opens_sentence(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.words[at - 1] in (".", "\n", ":", "“", '"', "?", "!")


def _known_noun(tokens: Tokens, at: int) -> bool:
    """A noun in lower case, or one in capitals that the lexicon knows (headlines are printed in capitals)."""
    if at >= len(tokens.words) or not is_noun(tokens.words[at], tokens.language):
        return False
    word, listed = tokens.words[at], shelf(tokens.language)
    if word.islower() or listed is None or _running(tokens, at):
        return word.islower()
    found = listed.concept(word)
    return found is not None and kind(found) not in ("state", "quality")
