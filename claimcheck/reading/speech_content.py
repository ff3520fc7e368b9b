"""What is said: the words before a cue, after it or around it, and how they are said."""

from claimcheck.reading.quotes import Quote
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_scene import Scene
from claimcheck.reading.speech_speakers import begins_phrase, speaker_phrase
from claimcheck.records.claim import Mode, Stance

NEAR = 12  # tokens between a cue and the "bahwa" or the comma before its content


def quote_before(scene: Scene, at: int) -> Found[Quote] | None:
    """The quotation that ends right before token `at`, a comma or stop between at most."""
    for end in (at, at - 1, at - 2):
        if end < at and not scene.is_(end, scene.words.comma_or_stop):
            return None
        found = scene.ending.get(end)
        if found and found.item.kind != "sign":
            return found
    return None


def content_before(scene: Scene, at: int, quote: Found[Quote] | None) -> tuple[tuple[int, int] | None, Mode]:
    """What stands before a cue: the words quoted there, or the clause, and how they are said."""
    if quote is None:
        start = scene.sentence(at)[0]
        return scene.trim(start, at), "mixed" if _speech_inside(scene, start, at) else "indirect"
    start = scene.sentence(quote.start)[0]
    lead = scene.is_(quote.start - 1, scene.words.lead)
    words = sum(c in scene.words.wordlike for c in scene.tokens.classes[start : quote.start])
    if words < 2 or lead:
        return (quote.start, quote.end), "direct"
    return (start, quote.end), "mixed"


def _speech_inside(scene: Scene, start: int, end: int) -> bool:
    return any(start <= q.start < end for q in _quotes_from(scene, start, end))


def _quotes_from(scene: Scene, start: int, end: int) -> list[Found[Quote]]:
    return [
        q for i in range(start, end) if (q := scene.opening.get(i)) is not None and q.item.kind == "speech"
    ]


def weight(scene: Scene, place: tuple[int, int]) -> int:
    """How many words stand there, dates left out."""
    row = scene.tokens.classes[slice(*place)]
    return sum(c in scene.words.wordlike and c not in scene.words.dated for c in row)


def adverbial(scene: Scene, at: int) -> bool:
    """Whether what begins here tells when, where or to whom it was said."""
    return scene.is_(at, scene.words.adverbial)


def with_quotes(scene: Scene, start: int, end: int) -> tuple[tuple[int, int], Mode]:
    """The content widened to the end of a quote that it holds, and how it is said."""
    quotes = _quotes_from(scene, start, end)
    if not quotes:
        return (start, end), "indirect"
    last = max(end, quotes[-1].end)
    if quotes[0].start <= start + 1 and quotes[-1].end >= end - 1:
        return (quotes[0].start, quotes[-1].end), "direct"
    return (start, last), "mixed"


def stance_of(scene: Scene, at: int, name: str) -> Stance:
    return scene.pack.value(name, scene.tokens.words[at]) or "says"


def forward(scene: Scene, start: int, end: int) -> tuple[tuple[int, int], Mode]:
    stop = _tail_cut(scene, start, end)
    return with_quotes(scene, *scene.trim(start, stop))


def _tail_cut(scene: Scene, start: int, end: int) -> int:
    """Before a carrier at the end of the sentence: ", dikutip dari Antara", ", lapor Yonhap"."""
    after = scene.words.carry_or_tail
    for i in range(start + 1, end):
        if scene.is_(i, scene.words.comma) and (scene.is_(i + 1, after) or _closes(scene, i + 1, end)):
            return i
    return end


def _closes(scene: Scene, at: int, end: int) -> bool:
    """Whether "X melaporkan Kamis." ends the sentence here."""
    if end - at > NEAR or at >= end or not begins_phrase(scene.tokens, scene.words, at, end):
        return False
    speaker = speaker_phrase(scene.tokens, scene.words, at, end)
    if speaker is None or not scene.is_(speaker.end, scene.words.say_verb):
        return False
    return scene.is_(speaker.end + 1, scene.words.date_or_stop)


def content_start(scene: Scene, at: int) -> tuple[int, bool]:
    """The first token of what is said after the cue, and whether a "bahwa" or "apakah" opens it.

    Behind a "not" it opens what is not known: "mengatakan tidak tahu mengapa polisi datang".
    """
    end = scene.sentence(at)[1]
    for i in range(at + 1, min(end, at + 1 + NEAR)):
        if scene.is_(i, scene.words.that) and not scene.is_(i - 1, scene.words.quote):
            return i + 1, True
        if scene.is_(i, scene.words.content_near):
            break
    return past_adverbials(scene, at + 1, end), False


def past_adverbials(scene: Scene, at: int, end: int) -> int:
    """Past ", dalam rapat, Senin (1/2/2020), " where each piece ends with a comma or colon near by."""
    for _ in range(4):
        while scene.is_(at, scene.words.pause):
            at += 1
        if not (adverbial(scene, at) or scene.is_(at, scene.words.open_bracket)):
            return at
        cut = next_comma(scene, at, min(end, at + NEAR))
        if cut is None:
            return at
        at = cut + 1
    return at


def next_comma(scene: Scene, at: int, limit: int) -> int | None:
    """The next comma or colon before `limit`, or the place of a quotation mark that comes first."""
    for i in range(at, limit):
        if scene.is_(i, scene.words.pause):
            return i
        if scene.is_(i, scene.words.quote):
            return i - 1
    return None


def past_speaker(scene: Scene, after: int, end: int) -> int:
    """Past what still belongs to the speaker or tells when it spoke, up to the next comma."""
    if scene.is_(after, scene.words.comma) or not scene.is_(after, scene.words.relative_or_preposition):
        return past_adverbials(scene, after, end)
    cut = next_comma(scene, after, min(end, after + NEAR))
    return after if cut is None else past_adverbials(scene, cut, end)
