"""Attributions: who said it and who did it; a role and a name, a spokesman and an office are no conflict."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import accumulate, pairwise
from types import MappingProxyType

from claimcheck.judging.amounts import equal_values
from claimcheck.judging.parties import WORD, Parties, doers, initials, is_state, names_in, speaker
from claimcheck.judging.quotation import keys
from claimcheck.judging.sayings import may_be_one_saying, quoted_words
from claimcheck.judging.table import Level, otherwise
from claimcheck.judging.verbatim import in_one_run, other_speaker
from claimcheck.judging.words import says
from claimcheck.languages import LANGUAGES, load
from claimcheck.languages.lexicon import lexicon
from claimcheck.reading.spelling import folded, same_word
from claimcheck.records import Attribution, Claim

Known = Mapping[str, Sequence[tuple[str, ...]]]  # people by each word of their names
SPEAKER, DOER, STATE = -1, -2, -40  # what tells such answers of a claim apart
TAKES_SIDES = frozenset({"accuses", "denies", "confirms", "suspects"})
MINISTRIES = frozenset({"Kemenhan", "Kemenkeu", "Kemlu", "Kemenkes", "Kemenag", "Kemendagri", "Kemenhub"})
SAME_WORDS = 0.6  # share of the content words of the shorter claim that the longer one has too, in one origin
SPELLED = 0.8  # share of the letters that two spellings of a name have in common
TOLD = 0.75  # the same for what is told in the reporter's words: two witnesses tell much the same
CLOSING = 20  # characters between the end of a quotation and the speaker who closes it: ,” kata Budi
# What two sides do not do to each other in one event.
ONE_WAY = frozenset(
    {"defeat", "replace", "acquisition", "stab", "kidnap", "bribe", "rape", "killing", "deceive"}
)
WHOLE = 4  # words of one person's name; of more, two people may have been read as one
ASKED_LEAST = 3  # concepts of a question from which its share says something
TOLD_ALIKE = 0.45  # share of two sentences from which one tells what the other tells, only of another speaker
VERBATIM = 0.8  # and the share from which two origins print the same words


@dataclass(frozen=True, slots=True)
class Pair:
    """Two speakers or doers of linked claims: as printed, the people and the bodies named, how alike the words are."""

    x: str
    y: str
    x_people: frozenset[str]
    y_people: frozenset[str]
    x_bodies: frozenset[str]
    y_bodies: frozenset[str]
    shared: float
    one_origin: bool
    quoted: bool = False
    carried: bool = False
    guessed: bool = False
    other_office: bool = False
    takes_sides: bool = False
    told: bool = False
    alike: float = 1.0
    done: bool = False
    beside: bool = False
    turned: bool = False
    two_sayings: bool = False
    one_person: bool = False


def pairs(
    a: Claim,
    b: Claim,
    one_origin: bool,
    states: Mapping[str, frozenset[str]] = MappingProxyType({}),
    people: Known = MappingProxyType({}),
) -> Iterator[tuple[int, Pair]]:
    """The speakers of two linked claims and the doers of their act, where both name them; in copies one state more.

    `states` are those for which the people named hold an office, `people` those whom the reports name in full, by each
    word of their names.
    """
    said, done = (
        pair and replace(pair, one_person=_one_person(pair, people))
        for pair in (_speakers(a, b, one_origin, states), _agents(a, b, one_origin))
    )
    other = _other_state(a, b) if one_origin else None
    if said is not None:
        yield SPEAKER, said
    if done is not None:
        yield DOER, done
    if other is not None:
        yield STATE, other


def takes_sides(a: Claim, b: Claim) -> bool:
    """Whether both accuse, deny or confirm: what they do it to is short, and need not be in one wording."""
    return all(c.attribution is not None and c.attribution.stance in TAKES_SIDES for c in (a, b))


def _one_person(pair: Pair, people: Known) -> bool:
    """Whether two single names are two words of one name that the reports give in full: "Iwan", "Lukminto"."""
    if len(pair.x_people) != 1 or len(pair.y_people) != 1:
        return False
    (x,), (y,) = pair.x_people, pair.y_people
    return any(y in name for name in people.get(x, ()) if len(name) <= WHOLE)


def _speakers(a: Claim, b: Claim, one_origin: bool, states: Mapping[str, frozenset[str]]) -> Pair | None:
    x, y = a.attribution, b.attribution
    if x is None or y is None or not x.source or not y.source or x.anonymous or y.anonymous:
        return None
    if x.stance != y.stance and (x.stance in TAKES_SIDES or y.stance in TAKES_SIDES):
        return None
    places = other_speaker(a, b) if one_origin else None
    verbatim = places is not None
    printed_x, printed_y = places or (x.source, y.source)
    mine, theirs = speaker(x, printed_x, a.language, verbatim), speaker(y, printed_y, b.language, verbatim)
    one_text = verbatim or bool(a.quotes and b.quotes) or in_one_run(_said(a), _said(b))
    return Pair(
        x=x.source,
        y=y.source,
        x_people=mine.people,
        y_people=theirs.people,
        x_bodies=mine.bodies,
        y_bodies=theirs.bodies,
        shared=1.0 if verbatim else _shared(keys(_said(a), a.language), keys(_said(b), b.language)),
        one_origin=one_origin,
        quoted="indirect" not in (x.mode, y.mode),
        carried="carries" in (x.stance, y.stance),
        guessed=not verbatim and (_guessed(x, a) or _guessed(y, b)),
        beside=_beside(theirs.people, a) or _beside(mine.people, b),
        takes_sides=x.stance in TAKES_SIDES,
        told="indirect" in (x.mode, y.mode),
        alike=1.0 if one_text else _sentences_alike(a, b),
        other_office=_other_office(x, y, a.language)
        or _other_office(y, x, b.language)
        or _of_two_states(mine, theirs, states)
        or _of_two_states(theirs, mine, states),
        two_sayings=x.mode == y.mode == "direct" and not may_be_one_saying(quoted_words(a), quoted_words(b)),
    )


def _agents(a: Claim, b: Claim, one_origin: bool) -> Pair | None:
    act_a, act_b = dict(a.question.roles).get("act"), dict(b.question.roles).get("act")
    if a.agent is None or b.agent is None or act_a is None or act_a != act_b:
        return None
    mine, theirs = doers(a), doers(b)
    if not mine.all or not theirs.all or _only_speaks(a) or _only_speaks(b):
        return None
    if says(a, "of_market") and says(b, "of_market"):  # each coin of a list
        return None
    shared = max(_shared(keys(a.span.text, a.language), keys(b.span.text, b.language)), _asked(a, b))
    return Pair(
        x=a.agent,
        y=b.agent,
        x_people=mine.people,
        y_people=theirs.people,
        x_bodies=mine.bodies,
        y_bodies=theirs.bodies,
        shared=shared,
        one_origin=one_origin,
        done=True,
        beside=_through(a, theirs.all) or _through(b, mine.all),
        turned=act_a in ONE_WAY and _turned(a, b, mine.all, theirs.all),
    )


def _other_state(a: Claim, b: Claim) -> Pair | None:
    """The one state that a copy names in the place of another: who is accused, who was met."""
    mine, theirs = (_names_but_parties(c) for c in (a, b))
    if len(mine - theirs) != 1 or len(theirs - mine) != 1 or not mine & theirs:
        return None
    (x,), (y,) = mine - theirs, theirs - mine
    if not (is_state(x) and is_state(y)):
        return None
    return Pair(
        x=x,
        y=y,
        x_people=frozenset(),
        y_people=frozenset(),
        x_bodies=frozenset({x}),
        y_bodies=frozenset({y}),
        shared=_shared(keys(a.span.text, a.language), keys(b.span.text, b.language)),
        one_origin=True,
    )


def _names_but_parties(claim: Claim) -> frozenset[str]:
    """The names of a claim but those of its doers and its speaker, who are compared by themselves."""
    source = claim.attribution.source if claim.attribution is not None else None
    told = names_in(source, claim.language) if source else frozenset()
    return frozenset(claim.question.names) - set((claim.agent or "").split(" & ")) - told


def _turned(a: Claim, b: Claim, mine: Set[str], theirs: Set[str]) -> bool:
    """Whether two sides change places, all else told the same: A beat B, B beat A."""
    both = set(a.question.names) & set(b.question.names)
    return {*mine, *theirs} <= both and not mine & theirs and a.polarity == b.polarity and _same_values(a, b)


def _same_values(a: Claim, b: Claim) -> bool:
    """Whether neither gives a number or a time that the other does not meet: two matches have two scores, or days."""
    days = [[t.interval for t in c.times if t.earliest is not None] for c in (a, b)]
    meet = not all(days) or any(x.meets(y) for x in days[0] for y in days[1])
    return meet and (_gives_all(a, b) or _gives_all(b, a))


def _gives_all(a: Claim, b: Claim) -> bool:
    """Whether a claim gives every number that the other gives."""
    return all(any(equal_values(x, y) for x in a.quantities) for y in b.quantities)


def _only_speaks(claim: Claim) -> bool:
    """Whether the doer found is the speaker: "Jaksa meyakini, keempatnya melanggar"."""
    said = claim.attribution
    if said is None or said.stance == "carries" or not said.source or not claim.agent:
        return False
    return said.source.lower() == claim.agent.lower() or bool(
        names_in(said.source, claim.language) & doers(claim).all
    )


NAME_LEAST, RUN_ON = 4, 3  # letters of a name, and of a word run on to it
GLUED = re.compile(r"(?<!\bM)(?<!\bMa)[a-z][A-Z]|[A-Z]{2}[a-z]{3}")


def glued(pair: Pair) -> bool:
    """Scraping has run a name together with its neighbours: "JAKARTA-MicrosoftdanASUStelah", "Yassierlikepada"."""
    if GLUED.search(pair.x) or GLUED.search(pair.y):
        return True
    short, long = sorted((_last_word(pair.x), _last_word(pair.y)), key=len)
    run_on = len(short) >= NAME_LEAST and len(long) - len(short) >= RUN_ON and long.startswith(short)
    return run_on or _ends_inside(pair.x, pair.y) or _ends_inside(pair.y, pair.x)


def _ends_inside(short: str, long: str) -> bool:
    """Whether a name of several words is the beginning of another one, and ends inside a word of it.

    >>> _ends_inside("ikatan guru palu", "ikatan gurupalutimur"), _ends_inside("ikatan guru", "ikatan guru palu")
    (True, False)
    """
    words, letters = short.split(), short.replace(" ", "")
    ends = set(accumulate(map(len, long.split())))
    return len(words) > 1 and long.replace(" ", "").startswith(letters) and len(letters) not in ends


def _last_word(name: str) -> str:
    return (name.split() or [""])[-1]


def _other_office(person: Attribution, body: Attribution, language: str) -> bool:
    """Whether a head of state or government is printed as the speaker where the other prints a ministry."""
    pack, place = load(language), person.source_span
    titles = place.text.lower().split() if place is not None else []
    head = (body.source or "").lower().split()[:1]
    return any(pack.has("head_of", t) for t in titles) and any(pack.has("ministry", w) for w in head)


def _of_two_states(person: Parties, body: Parties, states: Mapping[str, frozenset[str]]) -> bool:
    """Whether a body of a state speaks, and a person who holds an office of another: the leader of North Korea."""
    of_body = frozenset(filter(is_state, body.bodies))
    offices = [states.get(" ".join(folded(key)), frozenset()) for key in person.people]
    return bool(of_body) and bool(offices) and all(mine and mine.isdisjoint(of_body) for mine in offices)


def _guessed(said: Attribution, claim: Claim) -> bool:
    """Whether the speaker was found behind "kata dia" or "warga Solo ini", or in another sentence.

    Not one who closes the quotation.
    """
    place, whole = said.source_span, claim.sentence.span
    if place is None or _pointing(place.text) or load(claim.language).has("say_pronoun", place.text.lower()):
        return True
    closing = said.content.start <= claim.span.start < said.content.end <= said.cue.start < place.start
    near = closing and place.start - said.content.end <= CLOSING
    return not near and (place.end <= whole.start or place.start >= whole.end)


def _beside(others: frozenset[str], claim: Claim) -> bool:
    """Whether a sentence names the other's speaker too, outside what is said: "kata Zaenal melalui Noval"."""
    whole, said = claim.sentence.span, claim.attribution
    content = said.content if said is not None else claim.span
    left, right = max(0, content.start - whole.start), max(0, content.end - whole.start)
    words = WORD.findall(f"{whole.text[:left]} {whole.text[right:]}".lower())
    return any(key.split()[-1] in words for key in others)


def _through(claim: Claim, others: frozenset[str]) -> bool:
    """Whether a sentence has "through" and the other's doer too, or what that one is right before it: "pemerintah".

    >>> from claimcheck import read
    >>> (claim,) = read("Menteri Antoni melalui Ditjen Gakkum menyelidiki tambang itu.").claims
    >>> _through(claim, frozenset({"ditjen gakkum"})), _through(claim, frozenset({"polda jateng"}))
    (True, False)
    >>> (claim,) = read("Pemerintah melalui Ditjen Gakkum menyelidiki tambang itu.").claims
    >>> _through(claim, frozenset({"pemerintah presiden rio"})), _through(claim, frozenset({"presiden rio"}))
    (True, False)
    """
    pack, words = load(claim.language), WORD.findall(claim.sentence.span.text.lower())
    before = {word for word, means in pairwise(words) if pack.has("of_means", means)}
    names = [key.lower().split() for key in others]
    return says(claim, "of_means") and any(name[-1] in words or name[0] in before for name in names)


def _shared(mine: Mapping[str, str], theirs: Mapping[str, str]) -> float:
    """How much of what the shorter one says the other says too; nothing where it is a word."""
    least = min(len(mine), len(theirs))
    return len(mine.keys() & theirs.keys()) / least if least > 1 else 0.0


def _said(claim: Claim) -> str:
    """The words of a claim without the cue and the speaker of what it says."""
    content = claim.attribution.content if claim.attribution is not None else claim.span
    at, text = claim.span.start, claim.span.text
    inside = text[max(0, content.start - at) : max(0, content.end - at)]
    return inside or text


def _sentences_alike(a: Claim, b: Claim) -> float:
    """How much of what either whole sentence says the other says too, from 0 to 1."""
    mine, theirs = (
        keys(a.sentence.span.text, a.language).keys(),
        keys(b.sentence.span.text, b.language).keys(),
    )
    return len(mine & theirs) / max(1, len(mine | theirs))


def reworded(pair: Pair) -> bool:
    """What was said is told in other words, and no side is taken: two people may well say about the same."""
    return pair.told and not pair.quoted and not pair.takes_sides and pair.alike < TOLD_ALIKE


def _asked(a: Claim, b: Claim) -> float:
    """How much of what the shorter question is about, names aside, the other is about too."""
    mine, theirs = ({*c.question.concepts, *c.question.lemmas} for c in (a, b))
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least >= ASKED_LEAST else 0.0


def nobody(pair: Pair) -> bool:
    """One gives a role or an office and no name: "juru bicara kementerian" and "Vedant Patel"."""
    pointed = any(_pointing(source) for source in (pair.x, pair.y))
    return pointed or not (pair.x_people | pair.x_bodies) or not (pair.y_people | pair.y_bodies)


def _pointing(source: str) -> bool:
    """Whether a speaker is only pointed at: "Politikus Partai Golkar ini"."""
    return any(load(code).has("pointing", source.split()[-1]) for code in LANGUAGES) if source else False


def same(pair: Pair) -> bool:
    """They name the same people and bodies, or are printed alike; a state beside its president adds nobody."""
    if pair.x.casefold() == pair.y.casefold():
        return True
    if pair.x_people != pair.y_people:
        return False
    apart = pair.x_bodies ^ pair.y_bodies
    of_office = bool(pair.x_people) and all(map(is_state, apart)) and not (pair.x_bodies and pair.y_bodies)
    return not apart or of_office


def joint(pair: Pair) -> bool:
    """One names more of them than the other, or a longer form of the name; of two who speak, the person counts.

    Two ministries of one state are not: "Kementerian Pertahanan Rusia", "Kementerian Luar Negeri Rusia". Nor are two
    states each in copies, of which one is another: "Pyongyang dan Moskow", "Pyongyang dan Beijing".
    """
    mine, theirs = pair.x_people | pair.x_bodies, pair.y_people | pair.y_bodies
    if mine & MINISTRIES and theirs & MINISTRIES and not mine & theirs & MINISTRIES:
        return False
    if pair.one_origin and len(mine) == len(theirs) > 1 and all(map(is_state, mine ^ theirs)):
        return False
    if pair.one_person:
        return True
    if pair.x_people and pair.y_people:
        return any(_one_name(x, y) for x in pair.x_people for y in pair.y_people)
    if pair.done and (pair.x_bodies | pair.x_people) & (pair.y_bodies | pair.y_people) - MINISTRIES:
        return True
    short = any(
        initials(x) == y.lower() or initials(y) == x.lower() for x in pair.x_bodies for y in pair.y_bodies
    )
    return short or bool(pair.x_bodies & pair.y_bodies - MINISTRIES)


def _one_name(x: str, y: str) -> bool:
    """Whether two names can be one person's: the last words alike, or every word of the shorter one in the longer.

    Or all letters, hyphens aside: "Li Hong-zhong".

    >>> _one_name("polda jateng", "ditsiber polda jawa tengah"), _one_name("polda jateng", "polda jawa timur")
    (True, False)
    >>> _one_name("uu pertambangan", "uu tambang baru"), _one_name("uu pertambangan", "uu pangan baru")
    (True, False)
    """
    mine, theirs = (folded(_long_form(name)) for name in (x, y))
    if not mine or not theirs:
        return False
    if "".join(mine) == "".join(theirs):
        return True
    short, long = sorted((mine, theirs), key=len)
    return _alike(mine[-1], theirs[-1]) or all(
        any(_alike(v, w) or _of_one_root(v, w) for w in long) for v in short
    )


def _long_form(name: str) -> str:
    """A name with its province in full: "polda jateng" is "polda jawa tengah"."""
    return " ".join(_provinces().get(word, word) for word in name.lower().split())


@cache
def _provinces() -> dict[str, str]:
    rows = (load(code).values.get("province", {}) for code in LANGUAGES)
    return {form.lower(): key for row in rows for form, key in row.items() if " " not in form}


def _alike(v: str, w: str) -> bool:
    return same_word(v, w) or _spelled_alike(v, w)


def _of_one_root(v: str, w: str) -> bool:
    """Whether two words mean one thing: "UU Tambang" and "UU Pertambangan"."""
    return any((root := lexicon(code).concept(v)) and root == lexicon(code).concept(w) for code in LANGUAGES)


def _spelled_alike(v: str, w: str) -> bool:
    """Two spellings of a name: "Muzzamil" and "Almuzzammil"."""
    return min(len(v), len(w)) > 5 and SequenceMatcher(None, v, w, False).ratio() >= SPELLED


def byname(pair: Pair) -> bool:
    """One of two doers goes by what a team is called: "Samurai Biru", "Nerazzurri"."""
    words = f"{pair.x} {pair.y}".lower().split()
    return pair.done and any(load(code).has("of_team", word) for code in LANGUAGES for word in words)


def no_rivals(pair: Pair) -> bool:
    """A person and a body: the one may speak for the other."""
    people, bodies = pair.x_people and pair.y_people, pair.x_bodies and pair.y_bodies
    return not people and not bodies and not pair.other_office


def carried(pair: Pair) -> bool:
    """One of them only carries what the other says: an agency, a medium."""
    return pair.carried


def guessed(pair: Pair) -> bool:
    """One speaker is only known from the sentence before: "katanya", "warga Solo ini menjelaskan"."""
    return pair.guessed


def turned(pair: Pair) -> bool:
    """Two sides have changed places: who beat, replaced or bribed whom."""
    return pair.turned


def beside(pair: Pair) -> bool:
    """One report names both where it says who said it: the one through the other, or beside the other."""
    return pair.beside


def other_words(pair: Pair) -> bool:
    """The words are not the same: two people may well say two things."""
    if pair.takes_sides and pair.one_origin:
        return False
    least = (TOLD if pair.told else SAME_WORDS) if pair.one_origin else VERBATIM
    return pair.shared < least or pair.two_sayings


def both_say(pair: Pair) -> bool:
    """Two origins, and no words between quotation marks: two people may say and do the same."""
    return not pair.one_origin and not pair.quoted


LEVELS: tuple[Level[Pair], ...] = (
    Level("attribution.turned", "conflict", "{a} and {b} have changed places", turned),
    Level("attribution.nobody", "compatible", "{a} and {b} may be one: a role and a name", nobody),
    Level("attribution.glued", "unsure", "{a} or {b} is run together with other words", glued),
    Level("attribution.same", "same", "both name {a}", same),
    Level("attribution.joint", "compatible", "{a} and {b} have a name in common", joint),
    Level("attribution.byname", "unsure", "{a} or {b} may be another name of the other", byname),
    Level("attribution.carried", "compatible", "{a} or {b} only carries it", carried),
    Level("attribution.rivals", "compatible", "{a} and {b} are no rivals: a person and a body", no_rivals),
    Level("attribution.guessed", "unsure", "{a} or {b} is only known from the sentence before", guessed),
    Level("attribution.beside", "unsure", "one report names both {a} and {b} there", beside),
    Level("attribution.words", "unsure", "{a} and {b} may have said two things", other_words),
    Level("attribution.reworded", "unsure", "{a} and {b} may each have said it in their words", reworded),
    Level("attribution.both", "compatible", "{a} and {b} may both have said or done it", both_say),
    Level("attribution.apart", "conflict", "the same is said of {a} and of {b}", otherwise),
)
