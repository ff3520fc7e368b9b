"""Polarity: it did and it did not, it was denied and it was admitted."""

from dataclasses import dataclass

from claimcheck.judging.date import month_and_day
from claimcheck.judging.parties import names_in, one_speaker
from claimcheck.judging.quotation import has, keys
from claimcheck.judging.table import Level, otherwise
from claimcheck.judging.words import found, led_by, ruled_by, says
from claimcheck.languages import load
from claimcheck.languages.lexicon import lexicon, opposite
from claimcheck.records import Attribution, Claim

SAID = frozenset({"asserted", "attributed", "denied", "alleged", "unconfirmed"})
SUMS = frozenset({"money", "duration", "percent", "age", "identifier"})
# Qualities of which nothing has both.
CONTRARIES = (
    {"true", "false"},
    {"original_genuine", "false"},
    {"legal_valid", "illegal"},
    {"halal", "haram"},
    {"guilty", "innocent"},
    {"positive", "negative"},
    {"possible", "impossible"},
    {"profit", "loss_money"},
    {"unite_harmony", "tension"},
)
WON_AND_LOST = {"defeat", "defeat_suffer"}
BEING = frozenset({"merupakan"})  # an act that only joins what something is: "merupakan kota universitas"
ALIKE = 0.7  # share of the content that both claims must have before a "not" decides
MOST = 0.5  # share above which what one denies and the same one confirms is one thing
LEAST = 3  # and so many pieces of it at least


@dataclass(frozen=True, slots=True)
class Pair:
    """Two linked claims of which one affirms what the other negates, and whether one text is behind both."""

    a: Claim
    b: Claim
    one_origin: bool = False


def pair_of(a: Claim, b: Claim, one_origin: bool = False) -> Pair | None:
    """The pair, where one claim is negated and the other is not, or their acts are opposites.

    What is only planned, expected, asked or made to depend on something affirms nothing. Who denies that it was agrees
    with who says that it was not. One wording says one thing: "Tidak Dipungut Biaya", read as a name and as a "not".
    """
    if a.span.text == b.span.text or _one_is_open(a, b):
        return None
    if a.polarity != b.polarity and _denies(a) != _denies(b):
        return None
    if _opposite_stances(a, b):
        return Pair(a, b, one_origin)
    turned = _opposite_acts(a, b) or _contrary(a, b)
    return Pair(a, b, one_origin) if (a.polarity != b.polarity) != turned else None


def _one_is_open(a: Claim, b: Claim) -> bool:
    """Whether one is planned or the like and the other is told; "akan" and "tidak akan" are alike, whoever says so."""
    if a.status == b.status or {a.status, b.status} <= SAID:
        return False
    to_come = all(c.status in SAID | {"planned"} and says(c, "plan") for c in (a, b))
    return a.polarity == b.polarity or not to_come


def _act(claim: Claim) -> str | None:
    return dict(claim.question.roles).get("act")


def _denies(claim: Claim) -> bool:
    return claim.attribution is not None and _stance(claim.attribution) == "denies"


def _opposite_stances(a: Claim, b: Claim) -> bool:
    """One reports that somebody said it, the other that the same one did not."""
    said = {_stance(c.attribution) for c in (a, b) if c.attribution is not None}
    if said == {"says", "denies"}:
        return one_speaker(a, b)
    return said in ({"says", "has not said"}, {"denies", "confirms"})


def _stance(said: Attribution) -> str:
    """What a speaker does: who does not deny confirms, "tak menampik telah gagal"."""
    return "confirms" if said.negated and said.stance == "denies" else said.stance


def _one_stance(a: Claim, b: Claim) -> bool:
    """Both deny, or both confirm, in whatever words: "membantah", "menolak"."""
    x, y = a.attribution, b.attribution
    return (
        x is not None
        and y is not None
        and x.stance == y.stance
        and x.stance in ("denies", "confirms", "accuses")
    )


def _opposite_acts(a: Claim, b: Claim) -> bool:
    """One act and its opposite, or one of a match that the same one won and lost: "mengalahkan", "kalah dari"."""
    x, y = _act(a), _act(b)
    if x is None or y is None:
        return False
    won_and_lost = {x, y} == WON_AND_LOST and a.agent == b.agent is not None
    return opposite(x) == y or (won_and_lost and len({*a.question.names} & {*b.question.names}) > 1)


def _contrary(a: Claim, b: Claim) -> bool:
    """One word and its contrary, all else the same: "ijazah itu asli", "ijazah itu palsu"."""
    if a.question.names != b.question.names or a.question.lemmas != b.question.lemmas:
        return False
    mine, theirs = set(a.question.concepts), set(b.question.concepts)
    return mine ^ theirs in CONTRARIES and len(mine) == len(theirs)


def other_act(pair: Pair) -> bool:
    """Their acts are neither one nor opposites: what is negated is not what is affirmed.

    Where both tell what something is, all that the one denies must be in the other, also in a copy: "bukan kota
    universitas" and "adalah kota universitas".
    """
    if _opposite_stances(pair.a, pair.b):
        told = [act for c in (pair.a, pair.b) if (act := _act(c)) is not None and act != _said_act(c)]
        return len(set(told)) > 1
    if _one_stance(pair.a, pair.b) or _contrary(pair.a, pair.b):
        return False
    denied, affirmed = sorted((pair.a, pair.b), key=lambda c: c.polarity == "+")
    x, y = (None if act in BEING else act for act in map(_act, (pair.a, pair.b)))
    if denied.polarity != affirmed.polarity and _said_act(affirmed) in _denied_acts(denied):
        return False
    if x is None and y is None:
        return _denies_more(pair)
    return x != y and not _opposite_acts(pair.a, pair.b)


def _said_act(claim: Claim) -> str | None:
    """The act of saying or showing that carries a claim: "video yang menunjukkan …", "Korea Utara melaporkan …"."""
    said = claim.attribution
    return lexicon(claim.language).concept(said.cue.text) if said is not None else None


def _denied_acts(claim: Claim) -> set[str | None]:
    """What a claim denies: its act, or that it was said: "video yang tidak menunjukkan", "tidak melaporkan"."""
    said = claim.attribution
    return ({_said_act(claim)} if said is not None and said.negated else {_act(claim)}) - {None}


def _denies_more(pair: Pair) -> bool:
    """Whether the claim that denies has content that the other has not; "gagal" is the denial itself."""
    denies, affirms = sorted((pair.a, pair.b), key=lambda c: c.polarity == "+")
    denied, affirmed = (keys(c.span.text, c.language) for c in (denies, affirms))
    pack = load(denies.language)
    return not all(
        has(affirmed, key, word, affirms.span.text) or pack.has("failing", word.lower())
        for key, word in denied.items()
    )


def narrower(pair: Pair) -> bool:
    """What is denied has content that is not affirmed: "tidak menjadi presiden", "menjadi senator"; "anak bupati".

    Not so of copies, nor of opposite acts, which deny nothing.
    """
    return not pair.one_origin and pair.a.polarity != pair.b.polarity and _denies_more(pair)


def not_yet(pair: Pair) -> bool:
    """One says "not yet", or there is not yet such a thing: the other may simply be later; of two copies neither is."""
    return not pair.one_origin and any(says(c, "not_yet") or led_by(c, "not_yet") for c in (pair.a, pair.b))


def no_longer(pair: Pair) -> bool:
    """One says "no longer": the other may simply be earlier."""
    return says(pair.a, "no_longer") != says(pair.b, "no_longer")


def disputed(pair: Pair) -> bool:
    """Two speakers contradict each other: both reports may quote them rightly; "Rosan" and "Rosan Roeslani" are one."""
    x, y = pair.a.attribution, pair.b.attribution
    if x is None or y is None or not x.source or not y.source:
        return False
    affirms = pair.a if pair.a.polarity == "+" else pair.b
    if pair.a.polarity != pair.b.polarity and one_speaker(pair.a, pair.b) and not says(affirms, "negation"):
        return False
    mine, theirs = names_in(x.source, pair.a.language), names_in(y.source, pair.b.language)
    return bool(mine and theirs) and not mine & theirs


def unlike(pair: Pair) -> bool:
    """They share too little of what they say for the "not" to decide.

    Most of it is enough where the same ones deny and confirm, and all of a copy: "menutup perbatasannya", "tidak
    menutup perbatasannya".
    """
    mine = keys(pair.a.span.text, pair.a.language)
    theirs = keys(pair.b.span.text, pair.b.language)
    both, least = len(mine.keys() & theirs.keys()), min(len(mine), len(theirs))
    if _opposite_stances(pair.a, pair.b) and (_one_doer(pair.a, pair.b) or one_speaker(pair.a, pair.b)):
        return both <= MOST * least
    if pair.one_origin and both == least > 1:
        return False
    return both < LEAST or both < ALIKE * max(1, least)


def _one_doer(a: Claim, b: Claim) -> bool:
    """Whether the doers of one are among those of the other: "dibantah Pyongyang dan Moskow", "diakui Pyongyang"."""
    mine, theirs = (set(c.agent.split(" & ")) if c.agent is not None else set() for c in (a, b))
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def instead(pair: Pair) -> bool:
    """The one that negates affirms something else: "tidak memiliki alat, mereka hanya memiliki suntikan"."""
    return any(c.polarity == "-" and says(c, "of_instead") for c in (pair.a, pair.b))


def comparing(pair: Pair) -> bool:
    """One compares: "lebih suka tumor otak daripada kanker otak" and "tidak suka kanker otak" are both true."""
    return says(pair.a, "of_comparing") or says(pair.b, "of_comparing")


def to_an_extent(pair: Pair) -> bool:
    """One says how often, how many or whether it may be: "tidak selalu" and "kadang-kadang" are both true."""
    return found(pair.a, "of_extent") != found(pair.b, "of_extent")


def two_counts(pair: Pair) -> bool:
    """Each counts its own: four licences were revoked, one was not; but a sum or an age is no part of several."""
    if _none_of_them(pair.a, pair.b) or _none_of_them(pair.b, pair.a):
        return False
    mine, theirs = ([q for q in c.quantities if q.kind not in SUMS] for c in (pair.a, pair.b))
    if pair.a.quantities and pair.b.quantities:
        mine, theirs = list(pair.a.quantities), list(pair.b.quantities)
    one, other = ({(q.low, q.high) for q in found} for found in (mine, theirs))
    turned = bool(one and other) and _opposite_acts(pair.a, pair.b) and (one <= other or other <= one)
    return one != other and not turned


def _none_of_them(denies: Claim, counts: Claim) -> bool:
    """Whether one denies, with no number, what the other counts: "tidak menetapkan tersangka", "lima tersangka"."""
    if denies.polarity == counts.polarity or denies.polarity != "-" or denies.quantities:
        return False
    if not {*denies.question.names} <= {*counts.question.names}:
        return False
    counted = {q.counted for q in counts.quantities if q.kind == "count"}
    return len(counted) == 1 and counted <= set(denies.question.concepts)


def both_acts(pair: Pair) -> bool:
    """One claim has both acts: "352 saham menguat, 261 melemah"."""
    acts = {_act(pair.a), _act(pair.b)}
    return _opposite_acts(pair.a, pair.b) and any(acts <= set(c.question.concepts) for c in (pair.a, pair.b))


def denied_too(pair: Pair) -> bool:
    """Both deny one word, wherever it stands: "menjadi adegan tak terlupakan", "tak akan terlupakan"."""
    denied = [ruled_by(claim, "negation") for claim in (pair.a, pair.b)]
    return pair.a.polarity != pair.b.polarity and not denied[0].isdisjoint(denied[1])


def described(pair: Pair) -> bool:
    """One tells what sort of thing it is, and not that it did: "konten yang melanggar ketentuan" and "mematuhi"."""
    led = {led_by(claim, "relative", 1) for claim in (pair.a, pair.b)}
    return len(led) > 1 and pair.a.polarity == pair.b.polarity and _opposite_acts(pair.a, pair.b)


def of_the_hour(pair: Pair) -> bool:
    """Markets rise and fall within a day."""
    moved = says(pair.a, "of_market") and says(pair.b, "of_market")
    return moved and not _opposite_stances(pair.a, pair.b)


def other_time(pair: Pair) -> bool:
    """Each dates it, and the days do not meet: no rise in 2017, a rise in 2018; opened on 5 June, closed on 20 June."""
    days = [_days(claim) for claim in (pair.a, pair.b)]
    if all(days) and not days[0] & days[1]:
        return True
    mine, theirs = (
        [t.interval for t in c.times if t.role == "event" and t.earliest is not None]
        for c in (pair.a, pair.b)
    )
    return bool(mine and theirs) and not any(x.meets(y) for x in mine for y in theirs)


def _days(claim: Claim) -> set[tuple[int, int]]:
    """The days of the year that a claim dates itself by, with a year or without."""
    found = (month_and_day(t) for t in claim.times if t.role == "event")
    return {(day[0], day[1]) for day in found if day is not None and day[1] is not None}


def other_names(pair: Pair) -> bool:
    """They name different people or places, none of them the other and a word more: "Pemprov Jakarta", "Jakarta"."""
    mine, theirs = ([frozenset(n.split()) for n in c.question.names] for c in (pair.a, pair.b))
    return bool(mine and theirs) and not any(m <= t or t <= m for m in mine for t in theirs)


LEVELS: tuple[Level[Pair], ...] = (
    Level("polarity.act", "unsure", "what {a} and {b} say is not one act", other_act),
    Level("polarity.names", "unsure", "{a} and {b} name different people or places", other_names),
    Level("polarity.instead", "unsure", "{a} or {b} denies one thing and affirms another", instead),
    Level("polarity.comparing", "unsure", "{a} or {b} compares", comparing),
    Level("polarity.extent", "unsure", "{a} or {b} holds only to an extent", to_an_extent),
    Level("polarity.counts", "unsure", "{a} and {b} count two things", two_counts),
    Level("polarity.both", "unsure", "{a} or {b} says both", both_acts),
    Level("polarity.denied-too", "unsure", "{a} and {b} deny one word", denied_too),
    Level("polarity.described", "unsure", "{a} or {b} tells of things of a sort", described),
    Level("polarity.time", "differs in scope", "{a} and {b} are of different times", other_time),
    Level("polarity.hour", "differs in scope", "{a} and {b} may be of two hours", of_the_hour),
    Level("polarity.unlike", "unsure", "{a} and {b} share too little", unlike),
    Level(
        "polarity.narrower",
        "unsure",
        "what one of {a} and {b} denies is more than the other affirms",
        narrower,
    ),
    Level("polarity.not-yet", "updates", "{a} or {b}: not yet, and later perhaps", not_yet),
    Level("polarity.no-longer", "updates", "{a} or {b}: no longer, and before that perhaps", no_longer),
    Level("polarity.disputed", "disputed", "two speakers: {a}, {b}", disputed),
    Level("polarity.opposed", "conflict", "one affirms what the other denies: {a}, {b}", otherwise),
)
