"""Who says what in one document: attributions with their speakers, stances and chains."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimcheck.languages import Pack, load
from claimcheck.reading.names import Name
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_cues import read_according, read_tail, read_verb
from claimcheck.reading.speech_merge import with_canonical
from claimcheck.reading.speech_names import Speaker, headline
from claimcheck.reading.speech_scene import Hit, Scene, scene_of
from claimcheck.reading.speech_subject import subject_before, subject_within
from claimcheck.reading.speech_unsaid import read_carrier, read_colon, read_evidence, read_passive, read_sign
from claimcheck.reading.speech_words import members
from claimcheck.records.claim import Attribution
from claimcheck.records.span import Span
from claimcheck.text.tokens import Tokens

Reader = Callable[[Scene, int], Hit | None]
LODGED = 16  # tokens behind "melaporkan" in which the authority stands
# which reader looks at a cue of which class, in this order: the first that reads it is right
READERS: tuple[tuple[str, Reader], ...] = (
    ("say_tail", read_tail),
    ("say_self", read_tail),
    ("carry_word", read_carrier),
    ("say_verb", read_verb),
    ("say_passive", read_passive),
    ("according", read_according),
    ("show_verb", read_evidence),
)
QUOTE_READERS = {"sign": read_sign, "speech": read_colon}
_GLUED = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z])")
LONGEST_NAME = 4  # words of a full name that a surname is completed by
FLOATING = 4  # words of a quote that can stand alone
FAR = 200  # tokens between a floating quote and the cue that it keeps
LINES = 3  # line breaks between a cue and a quote that keeps its speaker


def read_speech(
    tokens: Tokens,
    pack: Pack,
    document: str,
    sentences: Sequence[tuple[int, int]] = (),
    names: Sequence[Found[Name]] = (),
) -> list[Found[Attribution]]:
    """Every attribution, in the order of the text.

    `document` is the id for the spans, `sentences` are half-open token ranges. A pronoun or an enclitic takes
    the last speaker that fits, a surname the full name; `source` is None where nobody is named.

    >>> from claimcheck.text.tokens import tokenize
    >>> tokens = tokenize("“Siap,” kata Kapolres Bogor AKBP Rio Anggoro. Ia menyebut jalan rusak.", "id")
    >>> for found in read_speech(tokens, load("id"), "a"):
    ...     print(found.item.source, "|", found.item.content.text)
    Rio Anggoro | “Siap,”
    Rio Anggoro | jalan rusak
    """
    scene = scene_of(tokens, pack, sentences)
    hits = _cited(scene, _contrasted(scene, sorted(_hits(scene), key=_order)))
    hits = _named(scene, _with_floating(scene, _carried(scene, hits)))
    found = [_found(scene, document, hit) for hit in hits]
    return with_canonical(found, _full_names(scene, found, names))


@cache
def _cues(code: str) -> tuple[re.Pattern[str], tuple[tuple[frozenset[str], Reader], ...]]:
    table = load(code).table
    rows = tuple((members(table.any_of(name)), reader) for name, reader in READERS)
    return re.compile(table.any_of(*(name for name, _ in READERS))), rows


def _hits(scene: Scene) -> Iterator[Hit]:
    for found in scene.quotes:
        quote_reader = QUOTE_READERS.get(found.item.kind)
        if quote_reader is not None and (hit := quote_reader(scene, found)) is not None:
            yield hit
    pattern, rows = _cues(scene.pack.code)
    for match in pattern.finditer(scene.tokens.classes):
        at = match.start()
        quote = scene.quote_at(at)
        quoted = quote is not None and quote.item.kind in ("speech", "sign")
        if quoted or _mere_capital(scene, at) or _lodged(scene, at):
            continue
        char = scene.tokens.classes[at]
        hit = next(
            (h for kind, reader in rows if char in kind and (h := reader(scene, at)) is not None), None
        )
        if hit is not None:
            yield hit


def _full_names(scene: Scene, said: Sequence[Found[Attribution]], names: Sequence[Found[Name]]) -> list[str]:
    """Full names in the text that a speaker named by one word can be short for."""
    short = {f.item.source for f in said if f.item.source and " " not in f.item.source}
    named = (n for n in names if n.item.kind == "name" and 2 <= n.end - n.start <= LONGEST_NAME)
    ends = ((n, scene.tokens.words[n.start], scene.tokens.words[n.end - 1]) for n in named)
    return [n.item.text for n, a, b in ends if (a in short or b in short) and _full_name(scene, n)]


def _full_name(scene: Scene, name: Found[Name]) -> bool:
    """Whether a run of capitals can be a full name: it stands in a line that is no headline."""
    start, end = scene.sentence(name.start)
    inside = scene.tokens.classes[name.start : name.end]
    plain = not any(c in scene.words.idle_or_glue for c in inside)
    verbless = not headline(scene.tokens.lowers[name.start : name.end], scene.tokens.language)
    return plain and verbless and name.start > start and not scene.is_headline(start, end)


def _mere_capital(scene: Scene, at: int) -> bool:
    """A capital inside a sentence belongs to a name: the United States says nothing by "States"."""
    first = scene.sentence(at)[0]
    return scene.is_(at, scene.words.cap_only) and at - first > 1 and not scene.is_(at - 1, scene.words.quote)


def _lodged(scene: Scene, at: int) -> bool:
    """Whether somebody is reported to an authority, and nothing said: "melaporkan Anton ke polisi"."""
    if not scene.pack.has("lodging", scene.tokens.lowers[at]):
        return False
    end = min(scene.sentence(at)[1], at + LODGED)
    comma = next((i for i in range(at, end) if scene.is_(i, scene.words.comma)), end)
    return scene.pack.pattern("lodged_with").search(scene.tokens.classes, at, comma) is not None


def _contrasted(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """What one says ends where another answers it: AS menuduh …, «meskipun Pyongyang membantah» …"""
    found = list(hits)
    for i, hit in enumerate(hits[1:]):
        last, speaker = hits[i], hit.speaker
        passive = hit.stance in ("denies", "confirms") and hit.content[1] <= hit.cue[0]
        begins = hit.content[0] if passive else speaker.start - 1 if speaker else 0
        if not last.content[0] < begins < last.content[1]:
            continue
        answered = passive and scene.is_(begins - 1, scene.words.comma)
        if answered or scene.is_(begins, scene.words.contrast):
            found[i] = replace(last, content=scene.trim(last.content[0], begins))
    return found


def _cited(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Whom a speaker cites says it, and the speaker carries it: "Reuters, citing police, said"."""
    citing = [hit for hit in hits if hit.carried and scene.is_(hit.cue[0], scene.words.cites)]
    found = [hit for hit in hits if hit not in citing]
    for cited in citing:
        at = next((i for i, hit in enumerate(found) if _cites(scene, hit, cited.cue[0])), None)
        if at is None:
            found.append(cited)
        else:
            found[at] = _by_way_of(scene, found[at], cited)
    return sorted(found, key=_order)


def _by_way_of(scene: Scene, hit: Hit, cited: Hit) -> Hit:
    """What the one who is cited says, carried by who cites."""
    start, end = hit.content
    inside = start < cited.cue[0] < end
    content = scene.trim(start, cited.cue[0]) if inside else hit.content
    carrier = (hit.speaker.start, hit.speaker.end) if hit.speaker is not None else None
    return replace(hit, content=content, speaker=cited.speaker, carried=carrier)


def _cites(scene: Scene, hit: Hit, at: int) -> bool:
    """Whether the speaker of a cue cites somebody at token `at`, right behind its name or the cue."""
    if hit.speaker is None or hit.carried or scene.sentence(hit.cue[0]) != scene.sentence(at):
        return False
    return any(at - end == 1 and scene.is_(end, scene.words.comma) for end in (hit.speaker.end, hit.cue[1]))


def _carried(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Carriers joined to the attribution of their sentence: kata Kim seperti dikutip KCNA."""
    found: list[Hit] = []
    for hit in hits:
        last = found[-1] if found else None
        near = last is not None and last.carried is None and last.cue[1] <= hit.cue[0]
        if (
            hit.carried
            and last
            and near
            and (last.speaker or last.inherits)
            and scene.sentence(last.cue[0]) == scene.sentence(hit.cue[0])
        ):
            found[-1] = replace(last, carried=hit.carried)
        else:
            found.append(hit)
    return found


def _with_floating(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Quotes that stand alone after an attributed sentence, or go on after its cue, get its speaker."""
    taken = {i for hit in hits for i in range(*hit.content) if i in scene.opening}
    free = [q for q in scene.quotes if q.item.kind == "speech" and q.start not in taken]
    cues = [hit.cue[0] for hit in hits]
    found = (
        _floating(scene, hits[bisect_left(cues, q.start) - 1 :][:1], q.start, q.end) for q in free if hits
    )
    return sorted([*hits, *(h for h in found if h)], key=_order)


def _order(hit: Hit) -> tuple[int, int]:
    return hit.content[0] if hit.inherits and hit.content[0] > hit.cue[1] else hit.cue[0], hit.content[0]


def _floating(scene: Scene, last: list[Hit], start: int, end: int) -> Hit | None:
    if not last or last[0].cue[1] > start or last[0].stance == "carries":
        return None
    if start - last[0].cue[1] > FAR:
        return None
    line = sum(c in scene.words.line for c in scene.tokens.classes[last[0].cue[1] : start])
    first = scene.sentence(start)[0]
    goes_on = scene.sentence(last[0].cue[0])[0] == first and scene.is_(start - 1, scene.words.comma)
    words = sum(c in scene.words.wordlike for c in scene.tokens.classes[start:end])
    if line > LINES or not (goes_on or (start - first <= 1 and words >= FLOATING)):
        return None
    return Hit(last[0].cue, (start, end), None, "says", "direct", inherits=True)


def _named(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Pronouns and enclitics resolved to the last speaker that fits."""
    found: list[Hit] = []
    last: dict[str, Speaker] = {}  # by the number of the pronoun that may mean it
    for hit in hits:
        speaker = hit.speaker
        number = _number(scene, speaker) if speaker and speaker.kind == "pronoun" else "one"
        if hit.inherits or (speaker is not None and speaker.kind == "pronoun"):
            hit = replace(hit, means=_meant(scene, hit, found, last.get(number) or last.get("one")))
        elif speaker is not None and hit.carried is None:
            last |= dict.fromkeys(_may_mean(scene, speaker, last), speaker)
        found.append(hit)
    return found


def _meant(scene: Scene, hit: Hit, before: list[Hit], last: Speaker | None) -> Speaker | None:
    """Whom a pronoun means: the person its own sentence begins with, where no cue stands between; else the last."""
    start = scene.sentence(hit.cue[0])[0]
    end = min(hit.cue[0], hit.speaker.start) if hit.speaker else start
    if start < end and (not before or before[-1].cue[0] < start):
        own = subject_within(scene, start, end)
        if own is not None and not _told_of(hit, own):
            return own
    if (before_it := _told_before(scene, hit, before)) is not None:
        return before_it
    return last or subject_before(scene, hit.content[0])


def _told_before(scene: Scene, hit: Hit, before: list[Hit]) -> Speaker | None:
    """Whom the sentence before a quotation begins with, where nobody speaks in it: "Ann Lee left. “…,” she said"."""
    told = scene.before(hit.content[0])
    if hit.inherits or hit.mode != "direct" or told is None or (before and before[-1].content[1] > told[0]):
        return None
    found = subject_before(scene, hit.content[0])
    return found if found is not None and found.kind == "name" else None


def _told_of(hit: Hit, speaker: Speaker) -> bool:
    """Whether what is told names somebody, whom "he" behind it cannot mean: "Jackson was on probation, he said"."""
    return hit.mode == "indirect" and hit.content[0] <= speaker.start < hit.content[1] <= hit.cue[0]


def _number(scene: Scene, speaker: Speaker) -> str:
    return scene.pack.value("say_pronoun", scene.tokens.words[speaker.start]) or "one"


def _may_mean(scene: Scene, speaker: Speaker, last: dict[str, Speaker]) -> tuple[str, ...]:
    """Which later pronouns can mean this speaker: bodies are "ia" only where no person was named."""
    if speaker.kind in ("evidence", "pronoun"):
        return ()
    many = speaker.kind == "anonymous" or any(
        c in scene.words.joins for c in scene.tokens.classes[slice(*speaker.name)]
    )
    if speaker.kind == "body" or many:
        before = last.get("one")
        return ("one", "many", "thing") if before is None or before.kind == "body" else ("many", "thing")
    return ("one",)


def _found(scene: Scene, document: str, hit: Hit) -> Found[Attribution]:
    tokens, speaker = scene.tokens, hit.means or hit.speaker
    place = hit.speaker or hit.means
    source = _name(tokens, speaker) if speaker and speaker.kind != "pronoun" else None
    start, end = _extent(scene, hit)
    item = Attribution(
        span=_span(tokens, document, (start, end)),
        cue=_span(tokens, document, hit.cue),
        content=_span(tokens, document, hit.content),
        source=source,
        source_span=_span(tokens, document, (place.start, place.end)) if place else None,
        chain=_chain(tokens, hit, source),
        mode=hit.mode,
        stance=hit.stance,
        negated=hit.negated,
        anonymous=speaker is None or speaker.kind in ("anonymous", "pronoun"),
    )
    return Found(start, end, item)


def _extent(scene: Scene, hit: Hit) -> tuple[int, int]:
    """The whole construction; a cue or speaker far away, of a floating quote, stays outside."""
    places = [hit.content]
    near = [hit.cue, *([(hit.speaker.start, hit.speaker.end)] if hit.speaker else [])]
    places += [
        p for p in near if not hit.inherits or abs(p[0] - hit.content[0]) < FAR or p[0] >= hit.content[1]
    ]
    return min(p[0] for p in places), max(p[1] for p in places)


def _chain(tokens: Tokens, hit: Hit, source: str | None) -> tuple[str, ...]:
    alone = hit.carried is None or (hit.speaker is not None and hit.carried[0] == hit.speaker.start)
    carrier = None if alone or hit.carried is None else _words(tokens, hit.carried)
    return tuple(dict.fromkeys(name for name in (carrier, source) if name))


def _name(tokens: Tokens, speaker: Speaker | None) -> str | None:
    return _words(tokens, speaker.name) if speaker else None


def _words(tokens: Tokens, place: tuple[int, int]) -> str:
    """The words as printed, one space between them, without a sentence glued on: "Prasetyo.Prasetyo"."""
    return _GLUED.split(" ".join(tokens.slice(*place).split()))[0]


def _span(tokens: Tokens, document: str, place: tuple[int, int]) -> Span:
    start, end = place
    text = tokens.slice(start, end)
    return Span(document, tokens.starts[start], tokens.ends[end - 1], text)
