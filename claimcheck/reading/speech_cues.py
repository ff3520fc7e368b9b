"""Cues and what they join: one reader for each way a sentence says who said it."""

from collections.abc import Callable

from claimcheck.reading.quotes import Quote
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_scene import Hit, Scene
from claimcheck.reading.speech_speakers import Speaker, begins_phrase, speaker_phrase
from claimcheck.reading.speech_subject import subject_of
from claimcheck.records.claim import Mode, Stance

NEAR = 12  # tokens between a cue and the "bahwa" or the comma before its content
REACH = 40  # tokens looked back for the subject of a cue
SHORT_LEAD = 4  # tokens before a cue in the middle of its sentence: "Wartawan, menurutnya, …"
CLAIM_NEAR = 6  # tokens between a claim noun and the denial of it
POINTER = 3  # words of a subject that only points back: "hal itu", "hal senada"
LONG_REST = 7  # words after it that are no mere date or place
ANSWERS = ("denies", "confirms")
UNSAID = (
    "suspects",
    "expects",
    "plans",
    "carries",
    "accuses",
)  # stances that need neither speaker nor "bahwa"
Reader = Callable[[Scene, int], Hit | None]


def read_tail(scene: Scene, at: int) -> Hit | None:
    """“…,” kata Budi; …, ujarnya: the content stands before, the speaker after or in the ending."""
    quote = _quote_before(scene, at)
    own = scene.is_(at, scene.words.say_self)
    speaker = None if own else speaker_phrase(scene.tokens, scene.words, at + 1, _line_end(scene, at))
    if quote is None and not scene.is_(at - 1, scene.words.comma):
        return _opening(scene, at, speaker) if own or speaker else None
    if quote is None and not own and (speaker is None or not _ends_tail(scene, speaker.end)):
        return None
    content, mode = _content_before(scene, at, quote)
    if quote is None and content is not None:
        content = _medial(scene, at, speaker, content)
    if content is None or content[0] >= content[1]:
        return None
    stance = _stance(scene, at, "say_self" if own else "say_tail")
    return Hit((at, at + 1), content, speaker, stance, mode, inherits=speaker is None)


def _line_end(scene: Scene, at: int) -> int:
    """Where the speaker phrase must end: the sentence, or a little past it when a stop of a title cut it."""
    return scene.sentence(at)[1]


def _quote_before(scene: Scene, at: int) -> Found[Quote] | None:
    for end in (at, at - 1, at - 2):
        if end < at and not scene.is_(end, scene.words.comma_or_stop):
            return None
        found = scene.ending.get(end)
        if found and found.item.kind != "sign":
            return found
    return None


def _ends_tail(scene: Scene, at: int) -> bool:
    """Whether "…, kata Budi" is over at token `at`: nothing, a pause or an adverbial follows."""
    return at >= scene.sentence(at - 1)[1] or scene.is_(at, scene.words.after_tail)


def _content_before(scene: Scene, at: int, quote: Found[Quote] | None) -> tuple[tuple[int, int] | None, Mode]:
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


def _medial(scene: Scene, at: int, speaker: Speaker | None, before: tuple[int, int]) -> tuple[int, int]:
    """The whole sentence where it goes on after the cue: "Ujian, kata Budi, ditunda"."""
    after = speaker.end if speaker else at + 1
    end = scene.sentence(at)[1]
    rest = scene.trim(after, end)
    far = _adverbial(scene, after + 1) and (
        before[1] - before[0] > SHORT_LEAD or _weight(scene, rest) < LONG_REST
    )
    if not scene.is_(after, scene.words.comma) or far or rest[1] - rest[0] < 2:
        return before
    light = all(scene.is_(i, scene.words.opener) for i in range(*before))
    return rest if light else (before[0], rest[1])


def _weight(scene: Scene, place: tuple[int, int]) -> int:
    """How many words stand there, dates left out."""
    row = scene.tokens.classes[slice(*place)]
    return sum(c in scene.words.wordlike and c not in scene.words.dated for c in row)


def _adverbial(scene: Scene, at: int) -> bool:
    """Whether what begins here tells when, where or to whom it was said."""
    return scene.is_(at, scene.words.adverbial)


def _opening(scene: Scene, at: int, speaker: Speaker | None) -> Hit | None:
    """Menurutnya, …; Kata dia, …: the cue opens the sentence."""
    start, end = scene.sentence(at)
    after = speaker.end if speaker else at + 1
    if at - start > 2 or not scene.is_(after, scene.words.pause):
        return None
    content, mode = _with_quotes(scene, *scene.trim(after, end))
    if content[1] - content[0] < 2:
        return None
    stance = _stance(scene, at, "say_tail" if speaker else "say_self")
    return Hit((at, at + 1), content, speaker, stance, mode, inherits=speaker is None)


def _with_quotes(scene: Scene, start: int, end: int) -> tuple[tuple[int, int], Mode]:
    """The content widened to the end of a quote that it holds, and how it is said."""
    quotes = _quotes_from(scene, start, end)
    if not quotes:
        return (start, end), "indirect"
    last = max(end, quotes[-1].end)
    if quotes[0].start <= start + 1 and quotes[-1].end >= end - 1:
        return (quotes[0].start, quotes[-1].end), "direct"
    return (start, last), "mixed"


def _stance(scene: Scene, at: int, name: str) -> Stance:
    return scene.pack.value(name, scene.tokens.words[at]) or "says"


def read_verb(scene: Scene, at: int) -> Hit | None:
    """Budi mengatakan (pada Senin) bahwa …; Budi said …: the speaker stands before the cue."""
    subject, negated = subject_of(scene, at)
    if subject is None:
        return None
    start, joined = _content_start(scene, at)
    content, mode = _forward(scene, start, scene.sentence(at)[1])
    quoted = not joined and _says_quote(scene, subject)
    vague = scene.is_(at, scene.words.weak) and not joined and mode == "indirect"
    if vague and not scene.is_(at + 1, scene.words.pause):
        return None
    if quoted or content[1] - content[0] < 2:
        return _tail_verb(scene, at, subject, negated)
    stance = _stance(scene, at, "say_verb")
    if negated and joined:
        stance = "has not said"
    return Hit((at, at + 1), content, subject, stance, mode, negated)


def _says_quote(scene: Scene, subject: Speaker) -> bool:
    """Whether the words quoted right before the subject are what it says: they end with no full stop."""
    quote = _quote_before(scene, subject.start)
    if quote is None or (scene.is_(quote.start - 1, scene.words.line) and quote.item.kind != "speech"):
        return False
    return scene.tokens.words[quote.item.end - 1] != "." or quote.end != subject.start


def _forward(scene: Scene, start: int, end: int) -> tuple[tuple[int, int], Mode]:
    stop = _tail_cut(scene, start, end)
    return _with_quotes(scene, *scene.trim(start, stop))


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


def _content_start(scene: Scene, at: int) -> tuple[int, bool]:
    """The first token of what is said after the cue, and whether a "bahwa" or "apakah" opens it."""
    end = scene.sentence(at)[1]
    for i in range(at + 1, min(end, at + 1 + NEAR)):
        if scene.is_(i, scene.words.that) and not scene.is_(i - 1, scene.words.quote):
            return i + 1, True
        if scene.is_(i, scene.words.content_near):
            break
    return _past_adverbials(scene, at + 1, end), False


def _past_adverbials(scene: Scene, at: int, end: int) -> int:
    """Past ", dalam rapat, Senin (1/2/2020), " where each piece ends with a comma or colon near by."""
    for _ in range(4):
        while scene.is_(at, scene.words.pause):
            at += 1
        if not (_adverbial(scene, at) or scene.is_(at, scene.words.open_bracket)):
            return at
        cut = _next_comma(scene, at, min(end, at + NEAR))
        if cut is None:
            return at
        at = cut + 1
    return at


def _next_comma(scene: Scene, at: int, limit: int) -> int | None:
    for i in range(at, limit):
        if scene.is_(i, scene.words.pause):
            return i
        if scene.is_(i, scene.words.quote):
            return i - 1
    return None


def _tail_verb(scene: Scene, at: int, subject: Speaker, negated: bool) -> Hit | None:
    """…, media pemerintah melaporkan Kamis: the content stands before the speaker and the cue."""
    left = subject.start
    quote = _quote_before(scene, left)
    if quote is None and not scene.is_(left - 1, scene.words.comma):
        return None
    content, mode = _content_before(scene, left, quote)
    if content is None or content[1] - content[0] < 2:
        return None
    return Hit((at, at + 1), content, subject, _stance(scene, at, "say_verb"), mode, negated)


def read_according(scene: Scene, at: int) -> Hit | None:
    """Menurut X, …; …, menurut X; …, menurut X, …"""
    start, end = scene.sentence(at)
    first = at + 1
    while first < end and scene.is_(first, scene.words.report_or_of):
        first += 1
    speaker = speaker_phrase(scene.tokens, scene.words, first, end)
    loose = scene.pack.value("according", scene.tokens.words[at]) == "report"
    if first == at + 1 and (speaker is None or (loose and speaker.kind != "evidence")):
        return None
    after = speaker.end if speaker else _next_comma(scene, first, min(end, first + NEAR)) or first
    content = _around(scene, start, at, after, end)
    if content[1] - content[0] < 2:
        return None
    content, mode = _with_quotes(scene, *content)
    return Hit((at, at + 1), content, speaker, "says", mode)


def _around(scene: Scene, start: int, at: int, after: int, end: int) -> tuple[int, int]:
    """What a "menurut X" in the sentence [start, end) reports: after it, before it, or around it."""
    before = sum(c in scene.words.wordlike for c in scene.tokens.classes[start:at])
    rest = scene.trim(after, end)
    if before <= 2 or scene.is_(at - 1, scene.words.relative):
        return scene.trim(_past_speaker(scene, after, end), end)
    if _weight(scene, rest) > (4 if scene.is_(after, scene.words.comma) else LONG_REST):
        return scene.trim(start, end)
    return scene.trim(start, at)


def _past_speaker(scene: Scene, after: int, end: int) -> int:
    """Past what still belongs to the speaker or tells when it spoke, up to the next comma."""
    if scene.is_(after, scene.words.comma) or not scene.is_(after, scene.words.relative_or_preposition):
        return _past_adverbials(scene, after, end)
    cut = _next_comma(scene, after, min(end, after + NEAR))
    return after if cut is None else _past_adverbials(scene, cut, end)


def read_passive(scene: Scene, at: int) -> Hit | None:
    """Dikatakan (oleh) X; disebutkan bahwa …; klaim itu dibantah oleh X; diduga …"""
    end = scene.sentence(at)[1]
    by = scene.is_(at + 1, scene.words.by)
    agent = speaker_phrase(scene.tokens, scene.words, at + 1 + by, end)
    stance = _stance(scene, at, "say_passive")
    if agent is not None and (by or agent.kind != "evidence"):
        return _by_agent(scene, at, agent, stance)
    start, joined = _content_start(scene, at)
    content, mode = _forward(scene, start, end)
    if content[1] - content[0] < 2 or not (joined or stance in UNSAID):
        return None
    return Hit((at, at + 1), content, None, stance, mode)


def _by_agent(scene: Scene, at: int, agent: Speaker, stance: Stance) -> Hit | None:
    near = range(at - 1, max(scene.sentence(at)[0], at - CLAIM_NEAR) - 1, -1)
    noun = next((i for i in near if scene.is_(i, scene.words.claim_noun)), None)
    if (stance == "denies" and noun is None) or scene.is_(at - 1, scene.words.subordinator):
        return None
    left = at - 1 if scene.is_(at - 1, scene.words.relative) else at
    content = scene.trim(noun, left) if noun is not None and stance in ANSWERS else _said_before(scene, at)
    if content is None or content[1] <= content[0]:
        return None
    return Hit((at, at + 1), content, agent, stance)


def _said_before(scene: Scene, at: int) -> tuple[int, int] | None:
    """What "hal itu dikatakan X" points to: the clause before it, or else the sentence before."""
    content = scene.trim(scene.sentence(at)[0], at)
    if sum(c in scene.words.wordlike for c in scene.tokens.classes[slice(*content)]) > POINTER:
        return content
    before = scene.before(at)
    return scene.trim(*before) if before else content


def read_evidence(scene: Scene, at: int) -> Hit | None:
    """Gambar satelit menunjukkan …: evidence, no speaker."""
    subject, negated = subject_of(scene, at)
    if subject is None or subject.kind != "evidence":
        subject = _evidence_near(scene, at)
    if subject is None:
        return None
    content, mode = _forward(scene, _content_start(scene, at)[0], scene.sentence(at)[1])
    return Hit((at, at + 1), content, subject, "carries", mode, negated) if content[1] > content[0] else None


def _evidence_near(scene: Scene, at: int) -> Speaker | None:
    """The picture or report that "yang menunjukkan" stands for, a few words before it."""
    if not scene.is_(at - 1, scene.words.relative):
        return None
    near = range(at - 2, max(scene.sentence(at)[0], at - CLAIM_NEAR - 4) - 1, -1)
    found = next((i for i in near if scene.is_(i, scene.words.evidence)), None)
    return None if found is None else Speaker(found, at - 1, (found, at - 1), "evidence")


def read_colon(scene: Scene, quote: Found[Quote]) -> Hit | None:
    """Rina Lestari: “…”: nobody but the speaker stands before the colon."""
    colon = quote.start - 1
    if not scene.is_(colon, scene.words.colon):
        return None
    speaker = speaker_phrase(scene.tokens, scene.words, scene.sentence(colon)[0], colon)
    if speaker is None or speaker.end != colon or speaker.kind == "evidence":
        return None
    return Hit((colon, colon + 1), (quote.start, quote.end), speaker, "says", "direct")


def read_sign(scene: Scene, quote: Found[Quote]) -> Hit | None:
    """Spanduk dengan tulisan “…”: what carries the words, no speaker."""
    start = scene.sentence(quote.start)[0]
    cue = next((i for i in range(quote.start - 1, start, -1) if scene.is_(i, scene.words.wordlike)), None)
    if cue is None or cue - start > CLAIM_NEAR:
        return None
    end = next((i for i in range(start + 1, cue) if scene.is_(i, scene.words.preposition)), cue)
    speaker = Speaker(start, end, (start, end), "evidence")
    return Hit((cue, cue + 1), (quote.start, quote.end), speaker, "carries", "direct")


def read_carrier(scene: Scene, at: int) -> Hit | None:
    """Dilansir dari Reuters, …; …, dikutip dari Antara: who carried it here."""
    start, end = scene.sentence(at)
    first = at + 1
    while (
        first < end and scene.is_(first, scene.words.carry_link) and not scene.is_(first, scene.words.capital)
    ):
        first += 1
    comma = next((i for i in range(first, end) if scene.is_(i, scene.words.comma)), end)
    carrier = speaker_phrase(scene.tokens, scene.words, first, comma)
    if carrier is None or carrier.kind == "pronoun":
        return None
    before = sum(c in scene.words.wordlike for c in scene.tokens.classes[start:at])
    if before <= 2:
        content = scene.trim(_past_adverbials(scene, carrier.end, end), end)
    else:
        left = next((i for i in range(at, start, -1) if not scene.is_(i - 1, scene.words.lead_in)), at)
        content = scene.trim(start, left)
    if content[1] - content[0] < 2:
        return None
    content, mode = _with_quotes(scene, *content)
    return Hit((at, at + 1), content, carrier, "carries", mode, carried=(carrier.start, carrier.end))
