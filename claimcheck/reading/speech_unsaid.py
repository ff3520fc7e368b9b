"""Cues that no speaker stands before: passives, evidence, carriers, colons, signs."""

from claimcheck.reading.quotes import Quote
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_content import content_start, forward, past_adverbials, stance_of, with_quotes
from claimcheck.reading.speech_names import Speaker
from claimcheck.reading.speech_scene import Hit, Scene
from claimcheck.reading.speech_speakers import speaker_phrase
from claimcheck.reading.speech_subject import subject_of
from claimcheck.records.claim import Stance

CLAIM_NEAR = 6  # tokens between a claim noun and the denial of it
POINTER = 3  # words of a subject that only points back: "hal itu", "hal senada"
ANSWERS = ("denies", "confirms")
UNSAID = ("suspects", "expects", "plans", "carries", "accuses")  # stances that need no speaker and no "bahwa"


def read_passive(scene: Scene, at: int) -> Hit | None:
    """Dikatakan (oleh) X; disebutkan bahwa …; klaim itu dibantah oleh X; diduga …; not "hadiah tak terduga"."""
    end = scene.sentence(at)[1]
    by = scene.is_(at + 1, scene.words.by)
    agent = speaker_phrase(scene.tokens, scene.words, at + 1 + by, end)
    stance = stance_of(scene, at, "say_passive")
    if stance == "suspects" and scene.is_(at - 1, scene.words.negation):
        return None
    if agent is not None and (by or agent.kind != "evidence"):
        return _by_agent(scene, at, agent, stance)
    start, joined = content_start(scene, at)
    content, mode = forward(scene, start, end)
    if content[1] - content[0] < 2 or not (joined or stance in UNSAID):
        return None
    return Hit((at, at + 1), content, None, stance, mode)


def _by_agent(scene: Scene, at: int, agent: Speaker, stance: Stance) -> Hit | None:
    """What stands before "dikatakan X", or behind it where it opens the sentence: "Dikatakan Bahlil, harga naik"."""
    near = range(at - 1, max(scene.sentence(at)[0], at - CLAIM_NEAR) - 1, -1)
    noun = next((i for i in near if scene.is_(i, scene.words.claim_noun)), None)
    if (stance == "denies" and noun is None) or scene.is_(at - 1, scene.words.subordinator):
        return None
    if stance == "confirms" and at == scene.sentence(at)[0]:  # Dikonfirmasi wartawan, Budi …
        return None
    if stance == "says" and at == scene.sentence(at)[0] and scene.is_(agent.end, scene.words.comma):
        told, mode = forward(scene, agent.end + 1, scene.sentence(at)[1])
        return Hit((at, at + 1), told, agent, stance, mode)
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
    if scene.is_(at - 1, scene.words.preposition) and not scene.is_(at - 1, scene.words.relative):
        return None
    subject, negated = subject_of(scene, at)
    if subject is None or subject.kind != "evidence":
        subject = _evidence_near(scene, at)
    if subject is None:
        return None
    content, mode = forward(scene, content_start(scene, at)[0], scene.sentence(at)[1])
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
    """Dilansir dari Reuters, …; …, dikutip dari Antara: who carried it here.

    Behind its subject a verb carries nobody: "Kemenhan melaporkan Ukraina menyerang", "the army reported Hamas fired".
    """
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
    bare, told = first == at + 1, at > start and scene.is_(at - 1, scene.words.wordlike)
    if bare and (carrier.kind == "anonymous" or (told and scene.is_(at, scene.words.say_verb))):
        return None
    before = sum(c in scene.words.wordlike for c in scene.tokens.classes[start:at])
    if before <= 2:
        content = scene.trim(past_adverbials(scene, carrier.end, end), end)
    else:
        left = next((i for i in range(at, start, -1) if not scene.is_(i - 1, scene.words.lead_in)), at)
        content = scene.trim(start, left)
    if content[1] - content[0] < 2:
        return None
    content, mode = with_quotes(scene, *content)
    return Hit((at, at + 1), content, carrier, "carries", mode, carried=(carrier.start, carrier.end))
