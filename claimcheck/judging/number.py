"""Numbers: two counts of one thing, rounded or hedged or grown, or truly apart."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, time
from decimal import Decimal

from claimcheck.judging.amounts import (
    TURNS,
    UP_AND_DOWN,
    VERY_FAR,
    agree,
    anniversary,
    equal_values,
    in_two_units,
    may_be_spelled,
    middle,
    name_of,
    rounds,
    single,
)
from claimcheck.judging.parties import is_state, kin
from claimcheck.judging.quotation import keys
from claimcheck.judging.table import Level, otherwise
from claimcheck.judging.words import (
    NO_TEMPLATE,
    after,
    as_of,
    before,
    followed,
    near,
    neighbours,
    one_but_for,
    opens_with,
    says,
    sentence_says,
    two_sorts,
)
from claimcheck.languages import load
from claimcheck.languages.lexicon import broader, kind, lexicon
from claimcheck.linking.weights import neutral
from claimcheck.reading.quantity_identifiers import identity
from claimcheck.records import Claim, Interval, Quantity, Time

ALIKE = 0.3  # share of the terms two claims must have in common before their numbers can clash
COPIED = 0.2  # the same where one text is behind both: a copy says the same in other words
VERY_ALIKE = 0.6  # and this share where each also names somebody that the other does not
QUITE_ALIKE = 0.45  # and this where one number is several times the other
HOPELESS = 100  # times from which not even two copies are trusted: they must be very alike
FAR = 3  # times one number is the other from which the claims must be very alike
CARRIERS = frozenset({"achieve", "become", "record", "contain", "penetrate"})  # "mencapai 12", "tercatat 12"
LABELLED = frozenset({"money", "percent", "duration", "measure"})
ADJECTIVE = re.compile(r"\w\s?-\s?[a-z]")  # "a 28-yard pass": the size of one of several
SCALED, SCALES = frozenset({"money", "count"}), (1_000, 1_000_000)
FIGURES = 2  # digits but zeros from which one figure in two scales is no chance
MARKER = 3  # digits of a road marker; a slip in a longer one is looked for in all claims
LISTED = 3  # names of laws or decrees in a row from which on another one is no other list
CARRYING = frozenset({"flight", "plate", "road"})  # identifiers of what one event has one of
PEOPLE = frozenset({"man", "woman", "child", "boy", "girl", "baby"})
SHARES = frozenset({"percent", "ratio"})
STRICT = frozenset({None, "more than", "at least", "less than"})
UNREAL = frozenset({"planned", "expected", "conditional", "asked"})
ENTRY = 8  # words of a line that may be an entry of a list
LABEL_WORDS = 4  # words before a number that may name it
BOUNDS_APART = Decimal("1.5")  # times one bound is the other from which they are hardly of one number
SOME = 10  # below which a vague word ends that gives no size: "beberapa" is 2 to 9
GROWING = frozenset(
    {"death", "injury", "missing", "evacuate", "arrest", "infect", "damage", "displaced", "injured"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quantities that may answer one question, and the claims that give them."""

    x: Quantity
    y: Quantity
    a: Claim
    b: Claim
    alike: float
    one_origin: bool
    published_a: datetime | None = None
    published_b: datetime | None = None
    known: bool = False
    one_amount: bool | None = None
    two_counts: bool = False


def unread(pair: Pair) -> bool:
    """Cannot tell: one of the numbers has no value, or a spelling such as "1.200" allows the other's."""
    x, y = pair.x, pair.y
    if identity(x) is not None and identity(y) is not None:
        return False
    if (x.low is None and x.high is None) or (y.low is None and y.high is None):
        return True
    return may_be_spelled(x, y) or may_be_spelled(y, x)


def equal(pair: Pair) -> bool:
    """Both give the same value, or name the same thing: a law, a road marker, a score."""
    if identity(pair.x) is not None or identity(pair.y) is not None:
        return name_of(pair.x) == name_of(pair.y)
    return (pair.x.low, pair.x.high) == (pair.y.low, pair.y.high)


def turned(pair: Pair) -> bool:
    """One figure that rises in one and falls in the other, in claims that say the same else: "up 12%", "down 12%"."""
    same_act = _act(pair.a) == _act(pair.b)  # "naik" against "turun" is told as yes against no
    if all(sum(q.kind == pair.x.kind for q in c.quantities) > LISTED for c in (pair.a, pair.b)):
        return False  # each of a list: one sector rises by what another one falls by
    return up_and_down(pair) and same_act and not of_the_hour(pair) and pair.alike >= VERY_ALIKE


def up_and_down(pair: Pair) -> bool:
    """One figure that rises in one and falls in the other, of two things perhaps."""
    return {pair.x.change, pair.y.change} == UP_AND_DOWN


def other_identity(pair: Pair) -> bool:
    """Two flights or number plates in claims that say the same else: one event has one; or one of a list of numbers."""
    x, y = pair.x, pair.y
    if x.kind == y.kind == "identifier" and _one_of_a_list(pair):
        return True
    one_kind = x.kind == y.kind == "identifier" and x.unit == y.unit and x.unit in CARRYING
    long = x.unit == "road" and any(sum(map(str.isdigit, q.span.text)) > MARKER for q in (x, y))
    return one_kind and not long and pair.alike >= VERY_ALIKE and not pair.known and not _two_acts(pair)


def _one_of_a_list(pair: Pair) -> bool:
    """Whether both claims list as many names, of which no other differs: "Nomor 1017, Nomor 2 dan Nomor 2"."""
    mine, theirs = ([q for q in c.quantities if q.kind == "identifier"] for c in (pair.a, pair.b))
    if len(mine) < LISTED or len(mine) != len(theirs):
        return False
    unlike = [(q, o) for q, o in zip(mine, theirs, strict=True) if not equal_values(q, o)]
    return unlike == [(pair.x, pair.y)]


def other_name(pair: Pair) -> bool:
    """They name two things: two laws, two road markers."""
    return "identifier" in (pair.x.kind, pair.y.kind)


def other_scale(pair: Pair) -> bool:
    """The same digits, a thousand or a million times as much: "12.762,7 miliar" and "12.762,7 triliun"."""
    x, y = pair.x, pair.y
    if x.kind not in SCALED or x.unit != y.unit or not single(x) or not single(y) or _two_acts(pair):
        return False
    low, high = sorted((abs(middle(x)), abs(middle(y))))
    return low > 0 and high / low in SCALES and len(low.normalize().as_tuple().digits) >= FIGURES


def other_unit(pair: Pair) -> bool:
    """The same figure in two units, in claims that are one text: "8 kali" and "8 persen", "5 tahun" and "5 bulan"."""
    if {pair.x.kind, pair.y.kind} == {"ratio", "percent"}:
        return pair.alike >= ALIKE
    given = pair.known and pair.x.unit != pair.y.unit
    return in_two_units(pair.x, pair.y) and pair.alike >= QUITE_ALIKE and not given and not _two_acts(pair)


def other_kind(pair: Pair) -> bool:
    """The same figure in two units, in claims that need not be of one thing."""
    return {pair.x.kind, pair.y.kind} == {"ratio", "percent"} or in_two_units(pair.x, pair.y)


def meets(pair: Pair) -> bool:
    """A hedge, a bound, a range or a vague word of one allows the value of the other: "beberapa" may be 22."""
    if "score" in (pair.x.kind, pair.y.kind):
        return False
    return _allowed(pair.x).meets(_allowed(pair.y))


def _allowed(q: Quantity) -> Interval[Decimal]:
    """The values that a number allows; "beberapa" and "sejumlah" say that there are some, not how few."""
    few = q.hedge == "vague" and q.high is not None and q.high < SOME
    return Interval(q.low, None) if few else q.interval


def both_vague(pair: Pair) -> bool:
    """Two tolls of which neither is a number, "puluhan" and "ratusan": of two hours, perhaps."""
    return pair.x.hedge == pair.y.hedge == "vague" and _toll(pair)


def rounded(pair: Pair) -> bool:
    """The finer number rounds or is cut off to the coarser one, at the last digit that the coarser one shows."""
    return rounds(pair.x, pair.y)


def verbatim(pair: Pair) -> bool:
    """One sentence but for its number, in two texts of one origin: a copy that changed the number.

    Prices of two hours, and scores on the way, are printed in the same words on purpose.
    """
    one = pair.one_origin and one_but_for(pair.a, pair.x, pair.b, pair.y, NO_TEMPLATE)
    return one and not of_the_hour(pair) and not running(pair)


def nearly(pair: Pair) -> bool:
    """Hedged on one side and within a tenth, of "at least" and its like a twentieth: too near to call apart.

    So is what the other comes near to ("a quarter-century", "nearly a quarter-century"), and a vague word that is not
    several times the other: dozens hurt may be two hundred.
    """
    if pair.x.hedge is None and pair.y.hedge is None:
        return False
    if "vague" in (pair.x.hedge, pair.y.hedge) and pair.x.kind == "count" and not pair.one_origin:
        low, high = sorted((pair.x, pair.y), key=middle)
        return high.low is not None and high.low <= FAR * (high.low if low.high is None else low.high)
    exact, hedged = sorted((pair.x, pair.y), key=lambda q: q.low != q.high)
    if exact.low is not None and exact.low == exact.high and exact.low in (hedged.low, hedged.high):
        return True
    x, y = middle(pair.x), middle(pair.y)
    near = 20 if {pair.x.hedge, pair.y.hedge} <= STRICT else 10
    return abs(x - y) * near <= max(abs(x), abs(y))


def two_bounds(pair: Pair) -> bool:
    """Both give no more than an end on one side, and far from each other: "lebih dari 1.200", "lebih dari 2.200".

    Each may be true of the larger number, but who knows of 2,200 seldom writes 1,200.
    """
    lows, highs = (pair.x.low, pair.y.low), (pair.x.high, pair.y.high)
    ends = lows if highs == (None, None) else highs if lows == (None, None) else ()
    known = sorted(end for end in ends if end is not None)
    return len(known) > 1 and known[1] >= BOUNDS_APART * known[0] > 0


def grown(pair: Pair) -> bool:
    """The later report gives the higher number of something that only grows: a toll; two others are a part of it."""
    if not _toll(pair) or not (pair.published_a and pair.published_b):
        return False
    if near(pair.a, pair.x, "of_others") != near(pair.b, pair.y, "of_others"):
        return False
    if "vague" in (pair.x.hedge, pair.y.hedge):
        return False
    later_is_b = pair.published_b > pair.published_a
    low, high = _least(pair.x), _least(pair.y)
    return pair.published_a != pair.published_b and low != high and (high > low) == later_is_b


def _toll(pair: Pair) -> bool:
    """Whether both count people or things that something befell, by the number's role or else by the claim's words."""
    return all(
        q.role in GROWING if q.role else q.kind == "count" and not GROWING.isdisjoint(c.question.concepts)
        for q, c in ((pair.x, pair.a), (pair.y, pair.b))
    )


def one_day(pair: Pair) -> bool:
    """Two tolls of one day of publication, the hour of one unknown: the toll may have grown between them."""
    x, y = pair.published_a, pair.published_b
    if not _toll(pair) or x is None or y is None or pair.one_origin:
        return False
    return x.date() == y.date() and time(0) in (x.time(), y.time())


def _least(q: Quantity) -> Decimal:
    """The value a toll is at least."""
    return q.low if q.low is not None else middle(q)


def renewed(pair: Pair) -> bool:
    """One says that the number is new: "bertambah menjadi", "diralat", "revised"; not where both say so."""
    if pair.one_origin and (pair.x.role or pair.y.role) not in GROWING:
        return False
    new = near(pair.a, pair.x, "of_update"), near(pair.b, pair.y, "of_update")
    return new[0] != new[1] and not says(pair.a if new[1] else pair.b, "of_update")


def one_of_several(pair: Pair) -> bool:
    """An ordinal tells which one it is, and counts nothing: the fourth goal and the fifth; minutes 15 and 19."""
    if "ordinal" not in (pair.x.kind, pair.y.kind) or (anniversary(pair.x) and anniversary(pair.y)):
        return False
    if pair.x.counted in TURNS or bool(pair.a.times) != bool(pair.b.times):  # "the first Doctor in 1963"
        return True
    mine, theirs = set(pair.a.question.names), set(pair.b.question.names)
    act_a, act_b = dict(pair.a.question.roles).get("act"), dict(pair.b.question.roles).get("act")
    of_others = not mine & theirs and (mine or theirs or not pair.one_origin)
    return bool(of_others) or act_a != act_b or pair.alike < VERY_ALIKE


def so_far(pair: Pair) -> bool:
    """One says up to when it has been counted: "per 5 Juni", "hingga saat ini"; or each up to its own day.

    A report says it once, often in the sentence before: "per 10 Juni 2025. Jumlah tersebut disalurkan kepada ...".
    """
    if pair.two_counts:
        return True
    ends = [{t.span.text.lower() for t in c.times if t.mod == "until"} for c in (pair.a, pair.b)]
    if all(ends) and ends[0] != ends[1]:
        return True
    return any(says(c, "of_so_far") or any(as_of(c, t) for t in c.times) for c in (pair.a, pair.b))


def running(pair: Pair) -> bool:
    """A score that is not said to be the last one, or up to which minute it stands: the match may still go on."""
    if pair.x.kind == pair.y.kind == "ordinal":
        return near(pair.a, pair.x, "of_minute", 2) and near(pair.b, pair.y, "of_minute", 2)
    return pair.x.kind == "score" and not (says(pair.a, "of_end") and says(pair.b, "of_end"))


def negated(pair: Pair) -> bool:
    """One affirms and the other negates: 62% did, 38% did not; but that nobody died is a number."""
    return pair.a.polarity != pair.b.polarity and not _nobody(pair)


def _nobody(pair: Pair) -> bool:
    return any(q.high == 0 and q.role in GROWING for q in (pair.x, pair.y))


def remaining(pair: Pair) -> bool:
    """Each says what is left of a time that runs: "17 seconds left", "tersisa 12 detik"."""
    return pair.x.kind == "duration" and all(
        near(c, q, "of_remaining", 1) for c, q in ((pair.a, pair.x), (pair.b, pair.y))
    )


def of_one_thing(pair: Pair) -> bool:
    """One is the size of a thing, and names it: "a 28-yard pass" against "five passes for 127 yards"."""
    sizes = [ADJECTIVE.search(q.span.text) is not None for q in (pair.x, pair.y)]
    if all(sizes) and pair.alike >= VERY_ALIKE and pair.a.document != pair.b.document:
        return False
    return pair.x.kind == "measure" and pair.x.unit != "magnitude" and any(sizes)


def no_number(pair: Pair) -> bool:
    """A number that touches letters, a hyphen or a slash: a piece of a date, a code or a glued word."""
    touching = neighbours(pair.a, pair.x) + neighbours(pair.b, pair.y)
    return any(c in "-–/:_#" for c in touching)


def other_scope(pair: Pair) -> bool:
    """They speak of different times, or of a month and the half year around it, so that both can be true."""
    mine = [t for t in pair.a.times if t.role == "event" and t.earliest]
    theirs = [t for t in pair.b.times if t.role == "event" and t.earliest]
    if not mine or not theirs:
        return _month_alone(pair.a) != _month_alone(pair.b) and all(_dated(c) for c in (pair.a, pair.b))
    if not any(m.interval.meets(t.interval) for m in mine for t in theirs):
        return True
    return not any(m.interval == t.interval for m in mine for t in theirs) and any(
        _inside(m, t) or _inside(t, m) for m in mine for t in theirs
    )


def _dated(claim: Claim) -> bool:
    return any(t.role == "event" for t in claim.times)


def _month_alone(claim: Claim) -> bool:
    """Whether a claim tells of a month or a year and of no day: news tells of its own days by weekday."""
    return {t.grain for t in claim.times if t.role == "event"} <= {"month", "season", "year"}


def _inside(small: Time, large: Time) -> bool:
    """Whether a month or more is a part of a longer time."""
    wide = {"month", "quarter", "season", "year", "decade", "century"}
    return small.grain in wide and large.grain in wide and small.interval.within(large.interval)


def chosen(pair: Pair) -> bool:
    """Both count what their writer chose to list: "Berikut 6 rekomendasi kalung", "7 Model Kalung"."""
    return _lists(pair.a, pair.x) and _lists(pair.b, pair.y)


def _lists(claim: Claim, q: Quantity) -> bool:
    """Whether a number of tips, models or recipes is announced, or opens a headline."""
    opens = not claim.sentence.span.text[: q.span.start - claim.sentence.span.start].strip()
    return after(claim, q, "of_choice") and (opens or sentence_says(claim, "of_listing"))


def known(pair: Pair) -> bool:
    """One of the reports gives both numbers, each for its own: 20 buses burnt out of 104."""
    return pair.known


def other_amounts(pair: Pair) -> bool:
    """Two rises or falls, each beside amounts that the other does not give: of exports and of sales at home."""
    return pair.one_amount is False and pair.x.kind in SHARES and not pair.one_origin


def part_and_whole(pair: Pair) -> bool:
    """One counts the whole, the other a part: "secara global", "di antaranya", "lainnya"."""
    if _share(pair.a, pair.x) != _share(pair.b, pair.y):
        return True
    if _some_of(pair.x, pair.y) or _some_of(pair.y, pair.x):
        return True
    if _whole(pair.a, pair.x, pair.b) or _whole(pair.b, pair.y, pair.a):
        return True
    return _part(pair.a, pair.x) != _part(pair.b, pair.y)


def _some_of(x: Quantity, y: Quantity) -> bool:
    """Whether fewer people of one sort are counted than people: two men, of three killed."""
    return x.counted in PEOPLE and y.counted == broader(x.counted or "") and middle(x) < middle(y)


def _whole(claim: Claim, q: Quantity, other: Claim) -> bool:
    """Whether a number is of a whole, and the other claim, far from its number or near, says nothing of one."""
    return near(claim, q, "of_whole") and not says(other, "of_whole")


def _part(claim: Claim, q: Quantity) -> bool:
    """Whether a count is what is left of another: not so "five others" hurt beside two killed, who are all the hurt."""
    if q.role == "injury" and after(claim, q, "of_others") and _dead_before(claim, q):
        return False
    more = any(after(claim, other, "of_more") for other in claim.quantities if agree(other.role, q.role))
    return more or near(claim, q, "of_part") or followed(claim, q, "partitive")


def _dead_before(claim: Claim, q: Quantity) -> bool:
    before = claim.sentence.span.text[: q.span.start - claim.sentence.span.start]
    return any(concept == "death" for _, _, concept in lexicon(claim.language).concepts_in(before.split()))


def _share(claim: Claim, q: Quantity) -> bool:
    """Whether a count stands beside its share of something: "60,3% dari total penduduk atau 171,7 juta jiwa"."""
    return q.kind == "count" and any(other.kind == "percent" for other in claim.quantities)


def of_the_hour(pair: Pair) -> bool:
    """Prices, rates and shares change from hour to hour: two reports tell two hours."""
    if pair.one_origin and pair.published_a == pair.published_b is not None:
        return False
    return sentence_says(pair.a, "of_market") and sentence_says(pair.b, "of_market")


def only_planned(pair: Pair) -> bool:
    """One is a target, a quota, a capacity or an estimate, the other a count."""
    planned = not pair.one_origin and (pair.a.status in UNREAL) != (pair.b.status in UNREAL)
    return planned or _targeted(pair.a, pair.x) != _targeted(pair.b, pair.y)


def _targeted(claim: Claim, q: Quantity) -> bool:
    """Whether a number is a plan; "an estimated $102 million" is no plan but a rough count."""
    rough = q.hedge == "about"
    return near(claim, replace(q, span=replace(q.span, text="")) if rough else q, "of_target")


def somebody(pair: Pair) -> bool:
    """One claim is about "him" or "them" alone: who that is stands in another sentence.

    But where words stand in common before both numbers they say of what those are: "rokok dengan harga Rp13.000".
    """
    if len(_label(pair.a, pair.x) & _label(pair.b, pair.y)) > 1:
        return False
    mine, theirs = opens_with(pair.a, "someone"), opens_with(pair.b, "someone")
    return mine != theirs and not set(pair.a.question.names) & set(pair.b.question.names)


def far_apart(pair: Pair) -> bool:
    """One number is several times the other, and the claims are not alike enough to trust that."""
    x, y = sorted((abs(middle(pair.x)), abs(middle(pair.y))))
    if _nobody(pair):
        return False
    if x and pair.x.kind == "measure" and set(pair.a.question.names) & set(pair.b.question.names):
        return False
    if y > x * VERY_FAR and (not pair.one_origin or (y > x * HOPELESS and pair.alike < VERY_ALIKE)):
        return True
    return y > x * FAR and pair.alike < (ALIKE if pair.one_origin else QUITE_ALIKE)


def doubtful(pair: Pair) -> bool:
    """One of them does not say what it counts or what rose, and they do not name one act: too little for a conflict.

    But where words stand in common before both they say it: "kapasitas produksi mencapai 7.500 unit".
    """
    if pair.x.kind in SHARES and not pair.one_amount and not pair.one_origin:
        return _headless(pair.a, pair.x) or _headless(pair.b, pair.y)
    act_a, act_b = dict(pair.a.question.roles).get("act"), dict(pair.b.question.roles).get("act")
    named = set(pair.a.question.names) & set(pair.b.question.names)
    told = len(_label(pair.a, pair.x) & _label(pair.b, pair.y)) > 1
    return (_bare(pair.x) or _bare(pair.y)) and (act_a != act_b or not named) and not told


def _headless(claim: Claim, q: Quantity) -> bool:
    """Whether a claim is of a rise or fall and does not say of what: "naik 24 persen dibanding bulan lalu"."""
    asked = claim.question
    return (
        q.change is not None
        and not asked.names
        and not asked.lemmas
        and all(kind(concept) in ("act", "quality") for concept in asked.concepts)
    )


def other_names(pair: Pair) -> bool:
    """Each names people or places that the other does not: two defendants, two provinces, two regencies of one.

    What is measured lies at places that are named in several ways: "Kabupaten Pangandaran", "Tenggara Pangandaran".
    """
    mine, theirs = _places(pair.a), _places(pair.b)
    if _of_two_kin(pair.a, pair.b):
        return True
    if pair.x.kind == "measure":
        mine, theirs = _words_of(mine), _words_of(theirs)
    elif _two_of_a_sort(pair):
        return True
    return bool(mine and theirs) and not mine & theirs


def _of_two_kin(a: Claim, b: Claim) -> bool:
    """Whether both name one person, and mean somebody else by it: "Ibu Budi Santoso", "pengacara Budi Santoso"."""
    named = set(a.question.names) & set(b.question.names)
    mine, theirs = kin(a), kin(b)
    return any(mine.get(name) != theirs.get(name) for name in named)


def _two_of_a_sort(pair: Pair) -> bool:
    """Whether each names one place of a sort, and not the same: "Kabupaten Garut", "Kabupaten Bogor"."""
    mine, theirs = (_by_sort(claim) for claim in (pair.a, pair.b))
    return any(mine[sort].isdisjoint(theirs[sort]) for sort in mine.keys() & theirs.keys())


def _by_sort(claim: Claim) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in claim.question.names:
        sort, _, rest = name.partition(" ")
        if rest and load(claim.language).has("place_head", sort):
            found[sort].add(rest)
    return found


def other_sort(pair: Pair) -> bool:
    """Both name one thing, each of a sort that the other does not name: "beras medium", "beras premium"."""
    return not pair.one_origin and pair.x.kind != "measure" and two_sorts(pair.a, pair.b)


def _words_of(names: set[str]) -> set[str]:
    return {word for name in names for word in name.split()}


def _places(claim: Claim) -> set[str]:
    """The names of a claim but bodies such as BMKG, which many events have in common."""
    return {name for name in claim.question.names if name == name.lower() or is_state(name)}


def other_question(pair: Pair) -> bool:
    """The claims are linked, but share too little of what they are about for two numbers to clash."""
    mine, theirs = set(pair.a.question.names), set(pair.b.question.names)
    if pair.x.kind == "age" and mine == theirs and len(mine) == 1:
        return False
    if pair.x.kind == "measure" and _words_of(mine) & _words_of(theirs):
        return pair.alike < (ALIKE if pair.x.role == "distance" else COPIED)
    if _two_acts(pair):
        return pair.alike < VERY_ALIKE
    if _listed(pair.a, pair.x) and _listed(pair.b, pair.y):
        return not pair.one_origin
    if pair.one_origin:
        return pair.alike < COPIED
    apart = bool(mine - theirs) and bool(theirs - mine)
    return pair.alike < (VERY_ALIKE if apart else ALIKE)


def _listed(claim: Claim, q: Quantity) -> bool:
    """Whether few words that tell and name nothing begin with a number: an entry of a list, "3 siung bawang putih"."""
    bare = not (claim.question.names or q.role or _act(claim))
    return bare and claim.span.text[:1].isdigit() and len(claim.sentence.span.text.split()) <= ENTRY


def _two_acts(pair: Pair) -> bool:
    """Whether each names its own act: four licences revoked, one issued."""
    return len({neutral(act) for act in map(_act, (pair.a, pair.b)) if act is not None}) > 1


def _act(claim: Claim) -> str | None:
    """The act of a claim; of a headline that has its verb bare ("Periksa 2 Saksi") the first one it names."""
    verb = dict(claim.question.roles).get("act")
    if claim.sentence.kind == "headline" and (verb is None or kind(verb) != "act"):
        verb = next((c for c in claim.question.concepts if kind(c) == "act"), None)
    return verb if verb is not None and kind(verb) == "act" and verb not in CARRIERS else None


def other_label(pair: Pair) -> bool:
    """The words just before the two numbers have nothing in common: a fine and a restitution.

    But not where both count another thing alike: "memimpin dengan 9 poin", "di puncak dengan 10 poin" of four games.
    """
    if pair.x.kind == "measure" and _count_alike(pair):
        return False
    if pair.x.kind == "measure" and pair.x.role is pair.y.role is None and _two_dimensions(pair):
        return True
    if pair.x.kind not in LABELLED or (pair.x.kind == "measure" and pair.x.role == pair.y.role is not None):
        return False
    mine, theirs = _label(pair.a, pair.x), _label(pair.b, pair.y)
    if pair.x.kind == "measure" and (mine & _content(pair.b) or theirs & _content(pair.a)):
        return False
    if pair.x.kind == "measure" and len(_after(pair.a, pair.x) & _after(pair.b, pair.y)) > 1:
        return False
    return bool(mine and theirs) and not mine & theirs


def _two_dimensions(pair: Pair) -> bool:
    """Whether the word right before each measure says what it is of, and they differ: "RAM 24GB", "penyimpanan 1TB"."""
    mine, theirs = (
        keys("".join(before(c, q, 1)), c.language) for c, q in ((pair.a, pair.x), (pair.b, pair.y))
    )
    said_elsewhere = mine.keys() & _content(pair.b) or theirs.keys() & _content(pair.a)
    return bool(mine and theirs) and mine.keys().isdisjoint(theirs.keys()) and not said_elsewhere


def _count_alike(pair: Pair) -> bool:
    """Whether both claims count one thing besides, and as many of it."""
    counts = [
        {(q.counted, q.low) for q in c.quantities if q.kind == "count" and q.counted}
        for c in (pair.a, pair.b)
    ]
    return bool(counts[0] & counts[1])


def _label(claim: Claim, q: Quantity) -> frozenset[str]:
    """The content of the words just before a number, names and times aside: both sums may be of Budi Santoso."""
    before = claim.span.text[: max(0, q.span.start - claim.span.start)]
    for printed in (t.span.text for t in claim.times):
        before = before.replace(printed, " ")
    named = {word for name in claim.question.names for word in (name, *name.split())}
    return frozenset(keys(" ".join(before.split()[-LABEL_WORDS:]), claim.language)) - named


def _after(claim: Claim, q: Quantity) -> frozenset[str]:
    """What stands just behind a number: "timur laut Tuban" behind a distance."""
    behind = claim.span.text[max(0, q.span.end - claim.span.start) :]
    return frozenset(keys(" ".join(behind.split()[:LABEL_WORDS]), claim.language))


def _content(claim: Claim) -> frozenset[str]:
    return frozenset(keys(claim.span.text, claim.language))


def _bare(q: Quantity) -> bool:
    return q.kind == "count" and q.counted is None and q.role is None and q.unit is None


LEVELS: tuple[Level[Pair], ...] = (
    Level("number.unread", "unsure", "one of {a} and {b} cannot be read as one value", unread),
    Level("number.unit", "conflict", "{a} and {b} are one figure in two units", other_unit),
    Level("number.kind", "unsure", "{a} and {b} have two units", other_kind),
    Level("number.turned", "conflict", "{a} is a rise in one and a fall in the other", turned),
    Level(
        "number.change", "unsure", "{a} is a rise in one and a fall in the other, of two things", up_and_down
    ),
    Level("number.equal", "same", "both say {a}", equal),
    Level("number.scale", "conflict", "{a} and {b} are one figure in two scales", other_scale),
    Level("number.identity", "conflict", "{a} and {b} are two, where there is one", other_identity),
    Level("number.name", "unsure", "{a} and {b} name two things", other_name),
    Level("number.grown", "updates", "the later report raises the toll: {a}, {b}", grown),
    Level("number.bounds", "unsure", "{a} and {b} are bounds far from each other", two_bounds),
    Level("number.meets", "compatible", "{a} and {b} can both be true", meets),
    Level("number.vague", "unsure", "{a} and {b} are tolls and no numbers", both_vague),
    Level("number.rounded", "compatible", "{a} and {b} are one number, rounded", rounded),
    Level("number.copy", "conflict", "one sentence in two copies, but for {a} and {b}", verbatim),
    Level("number.list", "differs in scope", "{a} and {b} are what two writers list", chosen),
    Level("number.piece", "unsure", "{a} or {b} may be a piece of a date or a code", no_number),
    Level("number.negated", "unsure", "{a} did and {b} did not, or the other way round", negated),
    Level("number.running", "unsure", "{a} or {b} may be a score on the way", running),
    Level("number.remaining", "differs in scope", "{a} and {b} were left at two moments", remaining),
    Level("number.size", "differs in scope", "{a} or {b} is the size of one of several", of_one_thing),
    Level("number.ordinal", "differs in scope", "{a} and {b} are two of several", one_of_several),
    Level("number.scope", "differs in scope", "{a} and {b} are of different times", other_scope),
    Level("number.renewed", "updates", "one of {a} and {b} replaces earlier news", renewed),
    Level("number.one-day", "updates", "{a} and {b} are tolls of one day, either may be newer", one_day),
    Level("number.nearly", "compatible", "{a} and {b} are hedged and close", nearly),
    Level("number.planned", "differs in scope", "one of {a} and {b} is planned or expected", only_planned),
    Level("number.known", "differs in scope", "one report gives both {a} and {b}", known),
    Level("number.amounts", "differs in scope", "{a} and {b} are beside other amounts", other_amounts),
    Level("number.part", "differs in scope", "one of {a} and {b} is a part or the whole", part_and_whole),
    Level("number.so-far", "differs in scope", "{a} and {b} are counts up to two days", so_far),
    Level("number.hour", "differs in scope", "{a} and {b} may be of two hours", of_the_hour),
    Level("number.names", "differs in scope", "{a} and {b} are of different people or places", other_names),
    Level("number.sort", "differs in scope", "{a} and {b} are of two sorts of a thing", other_sort),
    Level("number.question", "unsure", "{a} and {b} may answer two questions", other_question),
    Level("number.somebody", "unsure", "{a} or {b} is of somebody named before", somebody),
    Level("number.label", "unsure", "{a} and {b} may be two amounts", other_label),
    Level("number.far", "unsure", "{a} and {b} are too far apart to be of one thing", far_apart),
    Level("number.doubtful", "unsure", "{a} and {b} may count different things", doubtful),
    Level("number.apart", "conflict", "{a} and {b} cannot both be true", otherwise),
)
