"""Dates: two times of one event, coarser or finer or a midnight apart, or truly apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from claimcheck.judging.parties import one_speaker
from claimcheck.judging.quotation import keys
from claimcheck.judging.table import Level, otherwise
from claimcheck.judging.words import (
    NO_TEMPLATE,
    as_of,
    before,
    followed,
    one_but_for,
    opens_with,
    says,
    two_sorts,
)
from claimcheck.languages import load
from claimcheck.languages.lexicon import opposite
from claimcheck.linking.weights import tells_when
from claimcheck.records import Claim, Time

ONCE = frozenset({"set_establish", "birth", "construction", "death"})
DAYLIKE = frozenset({"minute", "hour", "part", "day", "weekday"})
SIZES = (DAYLIKE, frozenset({"week"}), frozenset({"month"}), frozenset({"year", "decade"}))
ALIKE = 0.25  # share of the terms two claims must have in common before their times can clash
COPIED = 0.12  # the same where one text is behind both: a copy says the same in other words
VERY_ALIKE = 0.4  # and this share where their acts differ
MOST_ALIKE = 0.6  # and where years lie between them
YEARS = 500  # days from which two times are years apart
MONTHS = 45  # and from which a month and a day are not near each other
EXACT, ABOUT = 15, 45  # minutes from which two hours are two, and where one is only about then
HALF_DAY = 12 * 60
BESIDE = 2  # days between a day and a week that may hold it: weeks count from Monday, from Sunday, or from the first
WEEK = 7
INDONESIAN = frozenset({"WIB", "WITA", "WIT"})  # zones
COASTS = 3  # hours between the first and the last zone of a country
POSSESSIVE = ("'s ", "’s ", "' s ", "’ s ")
PERIODS = frozenset({"day", "month", "year"})
CHANGES = frozenset({"percent", "ratio"})
LISTED = 2  # other times that two lists have in common, of which one differs
LABEL_WORDS, LABEL = 8, 4  # words before a time that may say what it dates, and how many both must have
BASE_WORDS = 5  # words from "dibandingkan" to the time: "dibandingkan posisi pada akhir April"
# What a time says of its open side: a start, or an end.
OPEN = MappingProxyType({"since": "start", "after": "start", "until": "end", "before": "end"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two times that may date one thing, and the claims that give them."""

    x: Time
    y: Time
    a: Claim
    b: Claim
    alike: float = 1.0
    one_origin: bool = False
    published_a: datetime | None = None
    published_b: datetime | None = None
    known: bool = False
    one_saying: bool = False


def pairs(a: Claim, b: Claim) -> Iterator[tuple[Time, Time]]:
    """The times of two linked claims that date the same: event with event, statement with statement.

    Where a time of one meets one of the other they are that pair, and no other where they are the same: "direktur
    2018-2020, di Delhi 2015-2020"; what is left over on both sides is paired in the order of the text, if it is one
    time each.
    """
    for role in ("event", "statement"):
        mine = [t for t in a.times if t.role == role]
        theirs = [t for t in b.times if t.role == role]
        met = [
            (x, y)
            for x in mine
            for y in theirs
            if _kin(x, y) and (same(Pair(x, y, a, b)) or fits(Pair(x, y, a, b)))
        ]
        yield from _nearest(met)
        yield from _left_over(mine, theirs, met)


def _nearest(met: list[tuple[Time, Time]]) -> Iterator[tuple[Time, Time]]:
    """The pairs of times that meet; of one whose same time is given too, that pair alone."""
    equal = [two for two in met if two[0].edtf == two[1].edtf is not None]
    done = [t for two in equal for t in two]
    for two in met:
        if any(two is other for other in equal) or not any(t is one for t in two for one in done):
            yield two


def _left_over(
    mine: list[Time], theirs: list[Time], met: list[tuple[Time, Time]]
) -> Iterator[tuple[Time, Time]]:
    """What meets nothing of its size, paired where each side has one: a day, a month, a year.

    "GP Aragon 2025, Sabtu (7/6)" and "GP Aragon 2025, Senin (16/6)": either day lies in the year of the other.
    """
    for size in SIZES:
        sized = [(x, y) for x, y in met if x.grain in size and y.grain in size]
        one = [t for t in mine if t.grain in size and not any(t is x for x, _ in sized)]
        two = [t for t in theirs if t.grain in size and not any(t is y for _, y in sized)]
        if len(one) == len(two) == 1 and _kin(one[0], two[0]):
            yield one[0], two[0]
    left = [t for t in mine if not any(t is x for x, _ in met)]
    right = [t for t in theirs if not any(t is y for _, y in met)]
    if len(left) == len(right) == 1 and left[0].grain != right[0].grain and _kin(left[0], right[0]):
        yield left[0], right[0]


def _kin(x: Time, y: Time) -> bool:
    """Whether two times can be of one kind: a moment against a moment, a start against a start.

    What began on a day began then, "berangkat sejak 1 Juni", and what lasts from one day to another ends on that day.
    """
    if OPEN.get(x.mod or "") == OPEN.get(y.mod or ""):
        return True
    span, edge = (x, y) if x.mod is None else (y, x)
    return span.mod is None and (
        (edge.mod == "since" and {x.grain, y.grain} <= DAYLIKE)
        or (edge.mod == "until" and _lasts(span, edge))
    )


def _lasts(span: Time, edge: Time) -> bool:
    """Whether a time is printed with two ends, days like that of an edge: "25 April hingga 30 Juni"."""
    return span.grain == edge.grain == "day" and len((span.edtf or "").split("/")) == 2


def _edges_apart(x: Time, y: Time) -> bool:
    """Both say since when, or until when, and not the same: "hingga 30 Juni" and "hingga 27 Juni"; of one size."""
    edges, (short, long) = {x.mod, y.mod} - {None}, sorted((t.span.text.lower() for t in (x, y)), key=len)
    if edges not in ({"since"}, {"until"}) or x.grain != y.grain or long.startswith(short):
        return False
    return x.earliest != y.earliest if edges == {"since"} else x.latest != y.latest


def unresolved(pair: Pair) -> bool:
    """Nothing anchors one of them: "Selasa" without a date, "pekan lalu" without a day of publication."""
    x, y = pair.x, pair.y
    if _known(x) and _known(y):
        return False
    return not (_weekdays(x, y) or _dated(x, y) or _minutes_apart(x, y) is not None)


def _known(t: Time) -> bool:
    return t.earliest is not None or t.latest is not None


def _weekdays(x: Time, y: Time) -> bool:
    """Both name a weekday, or one does and the other is a day that has one."""
    return weekday(x) is not None and weekday(y) is not None


def weekday(t: Time) -> int | None:
    """The weekday a time names or falls on, 0 Monday; None for anything longer than a day."""
    if t.weekday is not None:
        return t.weekday
    return t.earliest.weekday() if t.earliest is not None and t.grain in DAYLIKE else None


def _dated(x: Time, y: Time) -> bool:
    """Both print a month, perhaps with a day, and one of them no year: "10 Juni" against "12 Juni 2025"."""
    return month_and_day(x) is not None and month_and_day(y) is not None


def month_and_day(t: Time) -> tuple[int, int | None] | None:
    """The month of a day or month, with its day if it has one; also where it has no year ("Juni": XXXX-06)."""
    if t.grain not in {"month", *DAYLIKE}:
        return None
    if t.earliest is not None:
        return t.earliest.month, None if t.grain == "month" else t.earliest.day
    found = YEARLESS.fullmatch(t.edtf or "")
    return (int(found[1]), int(found[2]) if found[2] else None) if found else None


def same(pair: Pair) -> bool:
    """Both give the same time at the same grain."""
    x, y = pair.x, pair.y
    if _known(x) and _known(y):
        return (x.earliest, x.latest) == (y.earliest, y.latest)
    return x.edtf is not None and x.edtf == y.edtf


def fits(pair: Pair) -> bool:
    """One lies in the other or overlaps it, or the weekday of one is the weekday of the other."""
    x, y = pair.x, pair.y
    if _edges_apart(x, y):
        return False
    if _known(x) and _known(y):
        return x.interval.meets(y.interval) or _one_weekday(x, y)
    one, two = month_and_day(x), month_and_day(y)
    if one is not None and two is not None:
        return one[0] == two[0] and (None in (one[1], two[1]) or one[1] == two[1])
    return _weekdays(x, y) and weekday(x) == weekday(y) and (_minutes_apart(x, y) or 0) < EXACT


def _one_weekday(x: Time, y: Time) -> bool:
    """Whether both name one weekday and hours that meet, and the week is only known from the text around one of them.

    "Saturday about 8.40am" and "Saturday morning"; "Saturday night" and "March 9", which was one.
    """
    loose = [t.anchor == "text" and t.weekday is not None for t in (x, y)]
    if not any(loose) or weekday(x) is None or weekday(x) != weekday(y):
        return False
    if x.earliest is None or y.earliest is None or x.latest is None or y.latest is None:
        return False
    weeks = x.earliest.date() - y.earliest.date()
    return x.earliest < y.latest + weeks and y.earliest + weeks < x.latest


def two_periods(pair: Pair) -> bool:
    """Both print two ends of days, months or years, and not the same: "periode 2020-2023" and "periode 2019-2023"."""
    x, y = pair.x, pair.y
    if x.grain != y.grain or x.grain not in PERIODS or other_question(pair) or pair.known or _of_offers(pair):
        return False
    counted = x.anchor == y.anchor == "text" and x.span.text.lower() == y.span.text.lower()
    if "published" in (x.anchor, y.anchor) or counted:  # each counts its own "satu tahun terakhir"
        return False
    ends = [t.edtf.split("/") if t.edtf else [] for t in (x, y)]
    return all(len(two) == 2 and ".." not in two for two in ends) and ends[0] != ends[1]


def midnight(pair: Pair) -> bool:
    """A day apart with a night or another zone between them: "Selasa malam" and "Rabu dini hari"."""
    x, y = pair.x, pair.y
    if not (_known(x) and _known(y)):
        return _next_night(x, y) or _local_hours(pair, (_minutes_apart(x, y) or 1) * timedelta(minutes=1))
    if x.grain not in DAYLIKE or y.grain not in DAYLIKE:
        return False
    part = "part" in (x.grain, y.grain) or (x.zone is not None and y.zone is not None and x.zone != y.zone)
    if _of_another_zone(pair):
        return True
    near = (
        x.earliest is not None
        and y.earliest is not None
        and abs(x.earliest - y.earliest) <= timedelta(days=1, hours=12)
    )
    return part and near


def _next_night(x: Time, y: Time) -> bool:
    """Whether two parts of a day are of neighbouring weekdays: "Kamis malam", "Jumat dini hari"."""
    one, two = weekday(x), weekday(y)
    if one is None or two is None or {x.grain, y.grain} != {"part"}:
        return False
    return (one - two) % WEEK in (1, WEEK - 1)


def _of_another_zone(pair: Pair) -> bool:
    """Full hours between an hour of a zone and one of none, as between two coasts: 3.30 p.m., and 4.30 p.m. ET.

    Reports of Indonesia that name no zone mean the one of the others, unless they say that it is the local time.
    """
    x, y = pair.x, pair.y
    if x.earliest is not None and y.earliest is not None and _local_hours(pair, abs(x.earliest - y.earliest)):
        return True
    named = {x.zone, y.zone} - {None}
    if len(named) != 1 or x.zone == y.zone or named <= INDONESIAN or x.earliest is None or y.earliest is None:
        return False
    hours, rest = divmod(abs(x.earliest - y.earliest), timedelta(hours=1))
    return not rest and hours <= COASTS


def _local_hours(pair: Pair, apart: timedelta) -> bool:
    """Whether two times of day are full hours apart and one is said to be local: "19.35 waktu setempat"."""
    local = [followed(c, t, "local_time") for c, t in ((pair.a, pair.x), (pair.b, pair.y))]
    hours, rest = divmod(apart, timedelta(hours=1))
    clock = {pair.x.grain, pair.y.grain} <= {"minute", "hour"}
    return clock and local[0] != local[1] and not rest and hours * 60 <= HALF_DAY


def vague(pair: Pair) -> bool:
    """One is only about then, or early or late in it, and they are neighbours; hours without a day are never exact.

    Nor is a week against a day beside it: "pekan kedua Juni" may begin with its eighth, a Sunday.
    """
    x, y = pair.x, pair.y
    if "week" in (x.grain, y.grain) and x.grain != y.grain:
        return _gap(x, y) <= timedelta(days=BESIDE)
    apart, about = _minutes_apart(x, y), "about" in (x.mod, y.mod)
    if apart is not None:
        return apart < (ABOUT if about else EXACT)
    return about and x.grain == y.grain


def _gap(x: Time, y: Time) -> timedelta:
    """The time between the end of one and the beginning of the other; the longest there is where either is open."""
    if x.earliest is None or x.latest is None or y.earliest is None or y.latest is None:
        return timedelta.max
    return max(x.earliest - y.latest, y.earliest - x.latest)


def _clocks(text: str) -> list[tuple[str, str]]:
    """The hours and minutes that a time prints: "16.30", "3 a.m."."""
    return CLOCK.findall(text) or [(hour, "0") for hour in HOUR.findall(text)]


def _minutes_apart(x: Time, y: Time) -> int | None:
    """How far two hours lie apart, one without a day; None where a zone, the half of the day or a range may explain it.

    >>> from claimcheck.records import Span
    >>> at = lambda text: Time(Span("a", 0, len(text), text), None, None, "minute")
    >>> _minutes_apart(at("pukul 16.30"), at("pukul 15.30 WIB")), _minutes_apart(at("16.30"), at("04.30"))
    (60, None)
    """
    clocks = [_clocks(t.span.text) for t in (x, y)]
    if (_known(x) and _known(y)) or [len(found) for found in clocks] != [1, 1]:
        return None
    if not {x.mod, y.mod} <= {None, "about"}:
        return None
    if None not in (x.zone, y.zone) and x.zone != y.zone:
        return None
    mine, theirs = (int(found[0][0]) * 60 + int(found[0][1]) for found in clocks)
    return None if abs(mine - theirs) % HALF_DAY == 0 else abs(mine - theirs)


def loosely_anchored(pair: Pair) -> bool:
    """A year or a day that only the text around it gives: "tahun sebelumnya", "sehari setelahnya", "today"."""
    days = {t.earliest.date() if t.earliest is not None else None for t in (pair.x, pair.y)}
    return any(
        (t.anchor != "explicit" and t.grain in ("quarter", "year", "decade", "century"))
        or (t.anchor == "text" and t.grain in DAYLIKE and t.weekday is None and len(days) > 1)
        for t in (pair.x, pair.y)
    )


def statement_or_event(pair: Pair) -> bool:
    """One may date the statement and the other the event: reports print both in one place."""
    attributed = bool(pair.a.attribution) != bool(pair.b.attribution)
    return (
        attributed
        and pair.x.grain in DAYLIKE
        and pair.y.grain in DAYLIKE
        and "statement" in (pair.x.role, pair.y.role)
    )


def other_question(pair: Pair) -> bool:
    """The claims share too little of what they are about for two times to clash, or tell a thing and its opposite."""
    mine, theirs = set(pair.a.question.names), set(pair.b.question.names)
    apart = bool(mine and theirs) and not mine & theirs
    if (_one_label(pair) and not (apart and _at_places(pair))) or _when_it_happened(pair):
        return False
    if apart:
        return True
    if pair.one_origin:
        return pair.alike < (VERY_ALIKE if mine - theirs and theirs - mine else COPIED)
    if one_speaker(pair.a, pair.b):
        return pair.alike < COPIED
    act_a, act_b = dict(pair.a.question.roles).get("act"), dict(pair.b.question.roles).get("act")
    if act_a is not None and act_b is not None and opposite(act_a) == act_b:
        return True
    return pair.alike < (ALIKE if act_a == act_b else VERY_ALIKE)


def _when_it_happened(pair: Pair) -> bool:
    """Whether both tell when an event happened, and one only points at it: "peristiwa itu"."""
    both = [tells_when(claim) for claim in (pair.a, pair.b)]
    return all(both) and max(both) > 1


def _at_places(pair: Pair) -> bool:
    """Whether both claims begin with a place: "Di Solo, libur berlangsung …", "Untuk provinsi Bali, …"."""
    return all(opens_with(c, "of_region", 2) for c in (pair.a, pair.b))


def _one_label(pair: Pair) -> bool:
    """Whether the words just before both times say one thing: "kasus dugaan korupsi laptop Chromebook 2019-2022"."""
    labels = [
        keys(" ".join(before(c, t, LABEL_WORDS)), c.language) for c, t in ((pair.a, pair.x), (pair.b, pair.y))
    ]
    return len(labels[0].keys() & labels[1].keys()) >= LABEL


def other_sort(pair: Pair) -> bool:
    """Both name one thing, each of a sort that the other does not name: "kereta ekonomi", "kereta barang"."""
    return not pair.one_origin and two_sorts(pair.a, pair.b)


def edition(pair: Pair) -> bool:
    """A year that is part of a name, a day that is of a thing: "PPP 2017", "Indo Defence 2025", "Sunday's game"."""
    return _of_name(pair.a, pair.x) or _of_name(pair.b, pair.y)


def _of_name(claim: Claim, t: Time) -> bool:
    word = before(claim, t, 1)
    if claim.span.text[max(0, t.span.end - claim.span.start) :].startswith(POSSESSIVE):
        return True
    return t.grain == "year" and t.span.text.isdigit() and bool(word) and word[0][0].isupper()


def told_from_its_day(pair: Pair) -> bool:
    """The same word, or a day from now on, counted by each report from its own: "besok" and "besok"; two horoscopes."""
    x, y = pair.x, pair.y
    counted = "published" in (x.anchor, y.anchor) or x.anchor == y.anchor == "text"
    if counted and x.span.text.lower() == y.span.text.lower():
        return True
    if not (pair.published_a and pair.published_b and x.earliest and y.earliest):
        return False
    relative = [t.anchor == "published" and t.weekday is None for t in (x, y)]
    mine, theirs = x.earliest.date() - pair.published_a.date(), y.earliest.date() - pair.published_b.date()
    heard = pair.a.attribution or pair.b.attribution or pair.published_a.date() == pair.published_b.date()
    to_come = mine >= timedelta(0) and not heard
    return mine == theirs and (all(relative) or (any(relative) and not mine) or to_come)


def one_quotation(pair: Pair) -> bool:
    """The same words in quotation marks, said on two days; a report that only carries them tells its own day."""
    if pair.x.role != "statement" or pair.y.role != "statement":
        return False
    if any(_stance(c) == "carries" or says(c, "of_reading") for c in (pair.a, pair.b)):
        return False
    return pair.one_saying


def again(pair: Pair) -> bool:
    """Both tell of what happens again: a mountain that erupts on Wednesday and on Saturday.

    Or one of today, and the other of what was days before the rest of its report: "Sebelumnya, rapat digelar 3 Juni".
    """
    both = says(pair.a, "of_again") and says(pair.b, "of_again")
    return both or _before(pair.x, pair.a, pair.y) or _before(pair.y, pair.b, pair.x)


def _before(earlier: Time, claim: Claim, today: Time) -> bool:
    """Whether a sentence that begins with "Sebelumnya" gives a day that is not the last one before a report's own."""
    own = today.anchor == "published" and today.grain == "day" and today.weekday is None
    first = claim.sentence.span.text.lower().replace(",", " ").split()[:1]
    told = any(load(claim.language).has("of_earlier", word) for word in first)
    return own and told and _gap(earlier, today) > timedelta(days=1)


def known(pair: Pair) -> bool:
    """Both reports give both times, each for its own."""
    return pair.known


def found_later(pair: Pair) -> bool:
    """One dates the death, the other that somebody was found: "tewas Sabtu", "ditemukan tewas Selasa"."""
    return all("death" in c.question.concepts for c in (pair.a, pair.b)) and (
        says(pair.a, "of_finding") != says(pair.b, "of_finding")
    )


def up_to(pair: Pair) -> bool:
    """One says up to when something was counted: "per 5 Juni"."""
    return not verbatim(pair) and (as_of(pair.a, pair.x) or as_of(pair.b, pair.y))


def of_base(pair: Pair) -> bool:
    """One is what was compared with: "naik 2 persen pada Mei", "naik 2 persen dibandingkan April"."""
    return not verbatim(pair) and _is_base(pair.a, pair.x) != _is_base(pair.b, pair.y)


def two_bases(pair: Pair) -> bool:
    """One change, against two times that each reader counts back: "8 persen dari bulan lalu", "dari tahun lalu"."""
    x, y = pair.x, pair.y
    meet = x.earliest is not None and y.earliest is not None and x.interval.meets(y.interval)
    told_back = x.grain != y.grain and x.span.text.islower() and y.span.text.islower() and not meet
    return (
        told_back and _compared_with(pair.a, x) and _compared_with(pair.b, y) and _one_change(pair.a, pair.b)
    )


def _compared_with(claim: Claim, time: Time) -> bool:
    near = before(claim, time, 1)
    return _is_base(claim, time) or (bool(near) and load(claim.language).has("of_base_near", near[0].lower()))


def _one_change(a: Claim, b: Claim) -> bool:
    """Whether both give one share or ratio: 8 percent, eight times."""
    sizes = [{(q.kind, q.low, q.high) for q in c.quantities if q.kind in CHANGES} for c in (a, b)]
    return not sizes[0].isdisjoint(sizes[1])


def _is_base(claim: Claim, time: Time) -> bool:
    words = before(claim, time, BASE_WORDS)
    clear = max((i + 1 for i, word in enumerate(words) if word[-1] in ",;:"), default=0)
    return any(load(claim.language).has("of_base", word.lower()) for word in words[clear:])


def two_scenes(pair: Pair) -> bool:
    """Each dates where its reporter heard or read it: "ditemui Kamis", "dikutip Selasa"."""
    if verbatim(pair):
        return False
    if "carries" in (_stance(pair.a), _stance(pair.b)) and pair.x.role == pair.y.role == "statement":
        return True
    if pair.x.role == pair.y.role == "statement" and not pair.one_origin:
        return True
    if says(pair.a, "of_reading") or says(pair.b, "of_reading"):
        return True
    return _of_scene(pair.a, pair.x) or _of_scene(pair.b, pair.y)


def _of_scene(claim: Claim, t: Time) -> bool:
    """Whether a claim tells where or how somebody spoke, and a time is not in what he said."""
    said = claim.attribution
    quoted = said is not None and said.content.start <= t.span.start < said.content.end
    return says(claim, "of_scene") and not (quoted and t.role == "event")


def verbatim(pair: Pair) -> bool:
    """One sentence but for its date, in two texts of one origin: a copy that changed the day."""
    return pair.one_origin and one_but_for(pair.a, pair.x, pair.b, pair.y)


def copied(pair: Pair) -> bool:
    """A copy of a sentence that changed only the day, unless each report gives its own day of publication."""
    one = pair.one_origin and one_but_for(pair.a, pair.x, pair.b, pair.y, NO_TEMPLATE)
    if not one or told_from_its_day(pair):
        return False
    own = [
        t.earliest is not None and p is not None and t.earliest.date() == p.date()
        for t, p in ((pair.x, pair.published_a), (pair.y, pair.published_b))
    ]
    return not all(own)


def spoken_day(pair: Pair) -> bool:
    """A day counted from the report in what somebody said, perhaps on another day: "nikahnya kemarin"."""
    return any(
        t.role == "event" and t.weekday is None and _counted_by_speaker(t, c)
        for t, c in ((pair.x, pair.a), (pair.y, pair.b))
    )


def _counted_by_speaker(t: Time, claim: Claim) -> bool:
    said = claim.attribution
    if t.anchor == "text":
        return said is not None and said.mode == "direct"
    return t.anchor == "published" and bool(claim.quotes or said)


def far_apart(pair: Pair) -> bool:
    """Years lie between them, or months where one is a month and the other a day, in claims that are not very alike.

    The last meeting and the last victory; the auction of March and that of tomorrow.
    """
    x, y = pair.x.earliest, pair.y.earliest
    if verbatim(pair) or _one_of_a_list(pair) or pair.alike >= (VERY_ALIKE if _once(pair) else MOST_ALIKE):
        return False
    if x is None or y is None:
        return "month" in (pair.x.grain, pair.y.grain) and pair.x.grain != pair.y.grain
    if "week" in (pair.x.grain, pair.y.grain):
        return pair.x.grain != pair.y.grain
    two_sizes = "month" in (pair.x.grain, pair.y.grain) and bool({pair.x.grain, pair.y.grain} & DAYLIKE)
    return abs(x - y) > timedelta(days=MONTHS if two_sizes else YEARS) and (two_sizes or not pair.one_origin)


def _one_of_a_list(pair: Pair) -> bool:
    """Whether both list as many times, and all others are the same: "2022, 2023, dan 2024", "2023, 2024, dan 2025"."""
    mine, theirs = (
        {(t.earliest, t.latest) for t in c.times if t is not own}
        for c, own in ((pair.a, pair.x), (pair.b, pair.y))
    )
    return mine == theirs and len(mine) >= LISTED


def _once(pair: Pair) -> bool:
    """Whether both date what befalls a thing once: a founding, a birth, a building."""
    acts = {dict(c.question.roles).get("act") for c in (pair.a, pair.b)}
    return len(acts) == 1 and acts <= ONCE and bool({*pair.a.question.names} & {*pair.b.question.names})


def _of_offers(pair: Pair) -> bool:
    """Offers of a shop, each for days of its own, or prices: "Promo sabun cuci berlaku pada 3-9 Juli"."""
    return of_market(pair) or all(says(claim, "of_offer") for claim in (pair.a, pair.b))


def of_market(pair: Pair) -> bool:
    """Prices of a day: each gives those of its own."""
    return says(pair.a, "of_market") or says(pair.b, "of_market")


def _stance(claim: Claim) -> str | None:
    return claim.attribution.stance if claim.attribution else None


HOUR = re.compile(r"([0-9]{1,2}) ?[ap]\. ?m\.")
YEARLESS = re.compile(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?")
CLOCK = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?![0-9])")


def same_clock(pair: Pair) -> bool:
    """One gives no day, and both print the same hour and minute: "pukul 14.40 WIB"; or neither, and "pukul 2 pagi"."""
    one, two = pair.x.span.text, pair.y.span.text
    if (_known(pair.x) and _known(pair.y)) or not {pair.x.grain, pair.y.grain} <= {"minute", "hour"}:
        return False
    mine, theirs = CLOCK.search(one), CLOCK.search(two)
    if mine is None or theirs is None:
        return one.lower() == two.lower()
    return [int(g) for g in mine.groups()] == [int(g) for g in theirs.groups()]


LEVELS: tuple[Level[Pair], ...] = (
    Level("date.clock", "same", "both say {a}", same_clock),
    Level("date.bases", "conflict", "one change is against {a} and against {b}", two_bases),
    Level("date.unresolved", "unsure", "nothing says which day {a} or {b} is", unresolved),
    Level("date.same", "same", "both say {a}", same),
    Level("date.periods", "conflict", "{a} and {b} begin or end differently", two_periods),
    Level("date.fits", "compatible", "{a} and {b} fit together", fits),
    Level("date.midnight", "compatible", "{a} and {b} are a midnight or a time zone apart", midnight),
    Level("date.vague", "compatible", "{a} and {b} are both vague", vague),
    Level("date.copy", "conflict", "one sentence in two copies, but for {a} and {b}", copied),
    Level("date.edition", "differs in scope", "{a} or {b} is part of a name", edition),
    Level("date.day", "compatible", "each counts {a} from its own day", told_from_its_day),
    Level("date.quoted", "conflict", "the same words were said on {a} and on {b}", one_quotation),
    Level("date.again", "differs in scope", "{a} and {b} are two times of what happens again", again),
    Level("date.known", "differs in scope", "the reports give both {a} and {b}", known),
    Level("date.found", "differs in scope", "one of {a} and {b} is the day of finding", found_later),
    Level("date.up-to", "differs in scope", "{a} or {b} is the day up to which was counted", up_to),
    Level("date.base", "differs in scope", "one of {a} and {b} is what was compared with", of_base),
    Level("date.question", "unsure", "{a} and {b} may date two things", other_question),
    Level("date.sort", "differs in scope", "{a} and {b} are of two sorts of a thing", other_sort),
    Level("date.far", "unsure", "{a} and {b} lie far apart", far_apart),
    Level("date.market", "differs in scope", "{a} and {b} are two days of a market", of_market),
    Level("date.spoken", "unsure", "{a} or {b} counts from the day somebody spoke", spoken_day),
    Level("date.anchor", "unsure", "{a} or {b} counts from another time in the text", loosely_anchored),
    Level("date.statement", "unsure", "{a} or {b} may date the statement", statement_or_event),
    Level("date.scene", "differs in scope", "{a} and {b} are days of two interviews or readings", two_scenes),
    Level("date.apart", "conflict", "{a} and {b} cannot both be the day", otherwise),
)
