"""The subject of a reporting verb: the speaker phrase before it that it belongs to."""

from typing import NamedTuple

from claimcheck.reading.speech_names import Speaker
from claimcheck.reading.speech_scene import Scene
from claimcheck.reading.speech_speakers import begins_phrase, speaker_phrase

REACH = 40  # tokens looked back for the subject of a cue
SPAN = 16  # tokens looked back for the noun of a relative clause


class _Place(NamedTuple):
    at: int
    first: bool  # the sentence begins here: its capital says nothing
    led: bool  # an adverbial opens the clause: "In an interview Monday, Sanders said"


def subject_of(scene: Scene, at: int) -> tuple[Speaker | None, bool]:
    """The speaker that the cue at token `at` belongs to, and whether the cue is negated.

    >>> from claimcheck.languages import load
    >>> from claimcheck.reading.speech_scene import scene_of
    >>> from claimcheck.text.tokens import tokenize
    >>> tokens = tokenize("Dalam rapat itu, Presiden tidak mengatakan apakah ia setuju.", "id")
    >>> found, negated = subject_of(scene_of(tokens, load("id"), ()), tokens.words.index("mengatakan"))
    >>> tokens.slice(found.start, found.end), negated
    ('Presiden', True)
    """
    start = _zone_start(scene, at)
    negated = any(scene.is_(i, scene.words.negation) for i in range(max(start, at - 3), at))
    if scene.is_(at, scene.words.say_gerund) and not scene.is_(at - 1, scene.words.aux):
        return _main_subject(scene, at), negated
    if scene.is_(at - 1, scene.words.relative):
        return _antecedent(scene, start, at), negated
    if scene.is_(at - 1, scene.words.purpose):
        return None, negated
    places = _phrase_starts(scene, start, at)
    found = [(place, s) for place in places if (s := _speaker_at(scene, place, at))]
    return _chosen(scene, start, at, found), negated


def subject_before(scene: Scene, at: int) -> Speaker | None:
    """The person that the sentence before token `at` begins with: "Ani minta doa. “…,” katanya"."""
    before = scene.before(at)
    return None if before is None or scene.is_headline(*before) else subject_within(scene, *before)


def subject_within(scene: Scene, start: int, end: int) -> Speaker | None:
    """The first person that a clause in the tokens [start, end) begins with."""
    places = _phrase_starts(scene, start, end)
    found = (_speaker_at(scene, place, end) for place in places if not place.led)
    return next((s for s in found if s is not None and s.kind in ("name", "role")), None)


def _chosen(scene: Scene, start: int, at: int, found: list[tuple[_Place, Speaker]]) -> Speaker | None:
    words = scene.words
    if at + 1 >= scene.sentence(at)[1] or scene.is_(at + 1, words.tail_end):
        last = [s for _, s in found if scene.is_(s.start - 1, words.comma) and _adjoins(scene, s.end, at)]
        if last:
            return last[-1]
    apart = [s for _, s in found if s.start > start and scene.is_(s.start - 1, words.subordinator)]
    apart = [s for s in apart if _adjoins(scene, s.end, at) or scene.is_(s.end, words.relative)]
    if apart:
        return apart[-1]
    reaching = [(place, s) for place, s in found if _reaches(scene, s.end, at)]
    if reaching and (named := _named_at_last(scene, reaching[0][1], found[-1][1], at)):
        return named
    plain = [s for place, s in reaching if not place.led or _adjoins(scene, s.end, at)]
    if plain or reaching:
        return plain[0] if plain else reaching[0][1]
    joined = scene.is_(at - 1, words.joins) or (
        scene.is_(at - 1, words.aux) and scene.is_(at - 2, words.joins)
    )
    return found[0][1] if found and joined and not found[0][0].led else None


def _named_at_last(scene: Scene, first: Speaker, last: Speaker, at: int) -> Speaker | None:
    """The name that a relative clause ends in: "Warga yang melihat api itu, Rina, mengatakan".

    None where the comma before it may part a list: "Menteri yang datang bersama Ani, Budi, mengatakan".
    """
    comma, after = last.start - 1, last.end + scene.is_(last.end, scene.words.comma)
    if last.kind != "name" or not scene.is_(comma, scene.words.comma) or not _adjoins(scene, after, at):
        return None
    told = scene.is_(first.end, scene.words.relative) and first.end < comma
    listed = scene.tokens.words[comma - 1][:1].isupper()
    return last if told and not listed else None


def _main_subject(scene: Scene, at: int) -> Speaker | None:
    """The subject of the sentence, for "…, saying the vote was fair"."""
    start = max(scene.sentence(at)[0], at - REACH)
    for place in _phrase_starts(scene, start, at):
        found = _speaker_at(scene, place._replace(first=False), at)
        if found is not None and not place.led and found.end < at and found.kind != "evidence":
            return found
    return None


def _antecedent(scene: Scene, start: int, at: int) -> Speaker | None:
    """The phrase that a "yang" or "who" right before the cue stands for."""
    end = at - 1
    while end > start and scene.is_(end - 1, scene.words.comma_or_relative):
        end -= 1
    for i in range(max(start, end - SPAN), end):
        inside = i > start and scene.is_(i - 1, scene.words.name_inside)
        if inside or not begins_phrase(scene.tokens, scene.words, i, end):
            continue
        found = speaker_phrase(scene.tokens, scene.words, i, end)
        if found is not None and found.end == end:
            return found
    return None


def _speaker_at(scene: Scene, place: _Place, at: int) -> Speaker | None:
    found = speaker_phrase(scene.tokens, scene.words, place.at, at)
    if found is None or (place.first and not _plausible(scene, found, at)):
        return None
    return found


def _plausible(scene: Scene, found: Speaker, at: int) -> bool:
    """Whether a capital at the start of a sentence is a name: "Ekspor China" is none."""
    word = scene.tokens.words[found.start]
    if found.kind == "name" and scene.is_(found.name[1], scene.words.noun_after):
        return False
    if found.kind != "name" or found.name[0] != found.start:
        return True
    if scene.counts[word.lower()] or scene.is_(found.start, scene.words.opener):
        return scene.inside(word) and _adjoins(scene, found.end, at)
    if scene.inside(word):
        return True
    words, after = scene.words, found.end + scene.is_(found.end, scene.words.comma)
    beside = scene.is_(after, words.relative) or scene.is_(found.end, words.open_bracket)
    return found.name[1] > found.start + 1 or beside or _adjoins(scene, found.end, at)


def _zone_start(scene: Scene, at: int) -> int:
    words, start = scene.words, max(scene.sentence(at)[0], at - REACH)
    ends = words.clause_end
    for i in range(at - 1, start - 1, -1):
        if scene.is_(i, ends) or (scene.is_(i, words.glue) and scene.apart(i)):
            return i + 1
        said = scene.is_(i, words.say_verb_or_that) and i < at - 1
        if said and not scene.is_(i - 1, words.relative) and not scene.is_(i + 1, words.comma):
            return i + 1
    return start


def _phrase_starts(scene: Scene, start: int, at: int) -> list[_Place]:
    """Where the subject may begin: first in the clause, after a comma, after "ketika" and its like; not "di Bogor"."""
    found, fresh, led = [], True, False
    first = scene.sentence(at)[0]
    for i in range(start, at):
        if scene.is_(i, scene.words.clause_start):
            fresh, led = True, False
        elif fresh and begins_phrase(scene.tokens, scene.words, i, at):
            if not led or not scene.is_(i - 1, scene.words.preposition):
                found.append(_Place(i, i == first, led))
            fresh = False
        elif fresh and scene.is_(i, scene.words.preposition):
            led = True
        elif fresh and not scene.is_(i, scene.words.light):
            fresh = False
    return found


def _adjoins(scene: Scene, end: int, at: int) -> bool:
    between = scene.words.between
    return all(scene.is_(i, between) for i in range(end, at))


def _reaches(scene: Scene, end: int, at: int) -> bool:
    """Whether only adverbials, a relative clause or commas stand between the subject and its cue."""
    if end >= at:
        return True
    return scene.is_(end, scene.words.after_subject)
