"""Cues of said things: verbs before and after the words, "menurut", cues that open a sentence."""

from claimcheck.reading.speech_content import (
    NEAR,
    adverbial,
    content_before,
    content_start,
    forward,
    next_comma,
    past_speaker,
    quote_before,
    stance_of,
    weight,
    with_quotes,
)
from claimcheck.reading.speech_names import Speaker
from claimcheck.reading.speech_scene import Hit, Scene
from claimcheck.reading.speech_speakers import speaker_phrase
from claimcheck.reading.speech_subject import subject_of
from claimcheck.records.claim import Stance

OF_SUSPICION = frozenset({"suspects", "accuses"})
SHORT_LEAD = 4  # tokens before a cue in the middle of its sentence: "Wartawan, menurutnya, …"
BREAKS = 1  # line breaks between a cue and its speaker, where a page put a link on a line of its own
LONG_REST = 7  # words after it that are no mere date or place


def read_tail(scene: Scene, at: int) -> Hit | None:
    """“…,” kata Budi; …, ujarnya: the content stands before, the speaker after or in the ending."""
    quote = quote_before(scene, at)
    own = scene.is_(at, scene.words.say_self)
    speaker = None if own else speaker_phrase(scene.tokens, scene.words, *_behind(scene, at))
    if quote is None and not scene.is_(at - 1, scene.words.comma):
        return _opening(scene, at, speaker) if own or speaker else None
    if quote is None and not own and (speaker is None or not _ends_tail(scene, speaker.end)):
        return None
    content, mode = content_before(scene, at, quote)
    if quote is None and content is not None:
        content = _medial(scene, at, speaker, content)
    if content is None or content[0] >= content[1]:
        return None
    stance = stance_of(scene, at, "say_self" if own else "say_tail")
    return Hit((at, at + 1), content, speaker, stance, mode, inherits=speaker is None)


def _behind(scene: Scene, at: int) -> tuple[int, int]:
    """Where the speaker behind a cue begins, and where its sentence ends: a line may break in between."""
    end = scene.sentence(at)[1]
    start = at + 1
    while scene.is_(start, scene.words.line) and start <= at + BREAKS:
        start += 1
    return (start, scene.sentence(start)[1]) if start > at + 1 and start >= end else (at + 1, end)


def _ends_tail(scene: Scene, at: int) -> bool:
    """Whether "…, kata Budi" is over at token `at`: nothing, a pause or an adverbial follows."""
    return at >= scene.sentence(at - 1)[1] or scene.is_(at, scene.words.after_tail)


def _medial(scene: Scene, at: int, speaker: Speaker | None, before: tuple[int, int]) -> tuple[int, int]:
    """The whole sentence where it goes on after the cue: "Ujian, kata Budi, ditunda"."""
    after = speaker.end if speaker else at + 1
    end = scene.sentence(at)[1]
    rest = scene.trim(after, end)
    far = adverbial(scene, after + 1) and (
        before[1] - before[0] > SHORT_LEAD or weight(scene, rest) < LONG_REST
    )
    if not scene.is_(after, scene.words.comma) or far or rest[1] - rest[0] < 2:
        return before
    light = all(scene.is_(i, scene.words.opener) for i in range(*before))
    return rest if light else (before[0], rest[1])


def _opening(scene: Scene, at: int, speaker: Speaker | None) -> Hit | None:
    """Menurutnya, …; Kata dia, …: the cue opens the sentence."""
    start, end = scene.sentence(at)
    after = speaker.end if speaker else at + 1
    if at - start > 2 or not scene.is_(after, scene.words.pause):
        return None
    content, mode = with_quotes(scene, *scene.trim(after, end))
    if content[1] - content[0] < 2:
        return None
    stance = stance_of(scene, at, "say_tail" if speaker else "say_self")
    return Hit((at, at + 1), content, speaker, stance, mode, inherits=speaker is None)


def read_verb(scene: Scene, at: int) -> Hit | None:
    """Budi mengatakan (pada Senin) bahwa …; Budi said …: the speaker stands before the cue."""
    subject, negated = subject_of(scene, at)
    stance = stance_of(scene, at, "say_verb")
    done = scene.is_(at + 1, scene.words.by) or scene.is_(at + 1, scene.words.done_by_saying)
    if subject is None or done or _describes(scene, at, stance):
        return None
    if _said_of(scene, at):
        return None
    start, joined = content_start(scene, at)
    content, mode = forward(scene, start, scene.sentence(at)[1])
    if scene.is_(content[0], scene.words.cites):
        content = (
            content[0],
            content[0],
        )  # "Reuters reported, citing police": what it reported stands before
    quoted = not joined and _says_quote(scene, subject)
    vague = scene.is_(at, scene.words.weak) and not joined and mode == "indirect"
    last = content[1] - content[0] < 2
    if vague and not last and not scene.is_(at + 1, scene.words.pause):
        return None
    if quoted or last:
        return _tail_verb(scene, at, subject, negated)
    if negated and joined:
        stance = "has not said"
    return Hit((at, at + 1), content, subject, stance, mode, negated)


def _said_of(scene: Scene, at: int) -> bool:
    """Whether something is said of the subject, and not by it: "the effort was said to be dear", "they were told"."""
    lowers = scene.tokens.lowers
    return at > 0 and scene.pack.has("passive_aux", lowers[at - 1]) and not lowers[at].endswith("ing")


def _describes(scene: Scene, at: int, stance: Stance) -> bool:
    """Whether a word of suspicion says who somebody is: "the suspect fled", "a man accused of killing Ann Lee"."""
    if stance not in OF_SUSPICION:
        return False
    return scene.is_(at - 1, scene.words.determiner) or scene.is_(at + 1, scene.words.of)


def _says_quote(scene: Scene, subject: Speaker) -> bool:
    """Whether the words quoted right before the subject are what it says: they end with no full stop."""
    quote = quote_before(scene, subject.start)
    if quote is None or (scene.is_(quote.start - 1, scene.words.line) and quote.item.kind != "speech"):
        return False
    return scene.tokens.words[quote.item.end - 1] != "." or quote.end != subject.start


def _tail_verb(scene: Scene, at: int, subject: Speaker, negated: bool) -> Hit | None:
    """…, media pemerintah melaporkan Kamis: the content stands before the speaker and the cue."""
    left = subject.start
    quote = quote_before(scene, left)
    if quote is None and not scene.is_(left - 1, scene.words.comma):
        return None
    content, mode = content_before(scene, left, quote)
    if content is None or content[1] - content[0] < 2:
        return None
    return Hit((at, at + 1), content, subject, stance_of(scene, at, "say_verb"), mode, negated)


def read_according(scene: Scene, at: int) -> Hit | None:
    """Menurut X, …; …, menurut X; …, menurut X, …"""
    start, end = scene.sentence(at)
    first = at + 1
    while first < end and scene.is_(first, scene.words.report_or_of):
        first += 1
    speaker = speaker_phrase(scene.tokens, scene.words, first, end)
    if speaker is not None and at - start <= 2:
        speaker = _closed(scene, speaker)
    loose = scene.pack.value("according", scene.tokens.words[at]) == "report"
    if first == at + 1 and (speaker is None or (loose and speaker.kind != "evidence")):
        return None
    after = speaker.end if speaker else next_comma(scene, first, min(end, first + NEAR)) or first
    content = _around(scene, start, at, after, end)
    if content[1] - content[0] < 2:
        return None
    content, mode = with_quotes(scene, *content)
    return Hit((at, at + 1), content, speaker, "says", mode)


def _closed(scene: Scene, speaker: Speaker) -> Speaker | None:
    """The speaker without an apposition that no comma ends: "Menurut Wali Kota Kahr, pelaku yang lari tewas"."""
    inside = [i for i in range(speaker.start, speaker.end) if scene.is_(i, scene.words.comma)]
    if not inside or scene.is_(speaker.end, scene.words.comma):
        return speaker
    return speaker_phrase(scene.tokens, scene.words, speaker.start, inside[-1])


def _around(scene: Scene, start: int, at: int, after: int, end: int) -> tuple[int, int]:
    """What a "menurut X" in the sentence [start, end) reports: after it, before it, or around it."""
    before = sum(c in scene.words.wordlike for c in scene.tokens.classes[start:at])
    rest = scene.trim(after, end)
    if before <= 2 or scene.is_(at - 1, scene.words.relative):
        return scene.trim(past_speaker(scene, after, end), end)
    if weight(scene, rest) > (4 if scene.is_(after, scene.words.comma) else LONG_REST):
        return scene.trim(start, end)
    return scene.trim(start, at)
