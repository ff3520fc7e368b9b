"""Whether two claims ask the same question: a few things to look at, each with its weight."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from claimcheck.linking.weights import Matrix, Numbers, Weighing, terms
from claimcheck.records import Claim, Step

# Log-odds per unit of each feature, fitted by tests/quality/fit_links.py; `link.before` is where a pair stands
# before anything is seen.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "link.before": -3.7,
        "link.words": 2.5,
        "link.shared": 0.2,
        "link.context": 3.0,
        "link.act": 0.1,
        "link.names": 0.2,
        "link.slot": 0.7,
        "link.only": 2.0,
        "link.times": 1.2,
        "link.quoted": 0.5,
        "link.lead": 0.7,
        "link.direction": 6.0,
        "link.event": 3.4,
        "link.inside": 1.5,
        "link.best": 1.5,
        "link.neighbours": 0.3,
    }
)
BEFORE = "link.before"
ALONE = tuple(WEIGHTS)[1:-2]  # what a pair shows by itself; the last two need its surroundings
SAYS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "link.words": ("both are about {both}", "they share no word"),
        "link.shared": ("much of what one is about the other is about too", "they share no word"),
        "link.context": ("their sentences share what they are about", "their sentences share nothing"),
        "link.act": ("the act is the same", "the acts differ, or one names none"),
        "link.names": ("both name the same", "they name different people and places, or nobody"),
        "link.slot": ("both count the same kind of thing", "they count nothing of one kind"),
        "link.only": ("their reports give one such number each", "they give no such number, or several"),
        "link.times": ("both give a time", "not both give a time"),
        "link.quoted": ("both quote", "not both quote"),
        "link.lead": ("both stand at the top of their report", "not both stand at the top of their report"),
        "link.direction": ("", "from and to are not turned round, or they are"),
        "link.event": ("", "their reports name other people and places, the more the lower"),
        "link.inside": ("", "below zero within one report, which seldom says a thing twice"),
        "link.best": ("each is the other's nearest", "another claim is nearer"),
        "link.neighbours": ("the claims beside them ask the same questions", "the claims beside them do not"),
    }
)
APART = 0.34  # cosine of the names of two reports from which they may tell of one event
FEW = 4  # name words of a document below which its event is not known


def alone(w: Weighing, a: Numbers, b: Numbers) -> Numbers:
    """What each pair shows by itself: one row a pair, one column a name in ALONE, values from -1 to 1."""
    shared, names = dot(w.flat, a, b), dot(w.names, a, b)
    fewer = np.minimum(w.named[a], w.named[b])
    acts = (w.act[a] >= 0) & (w.act[b] >= 0)
    event = _apart(w, a, b)
    columns = {
        "link.words": dot(w.words, a, b),
        "link.shared": shared / (np.sqrt(w.sizes[a] * w.sizes[b]) + 1),
        "link.context": dot(w.context, a, b),
        "link.act": np.where(acts, np.where(w.act[a] == w.act[b], 1.0, -0.5), 0.0),
        "link.names": np.where(fewer > 0, np.where(names > 0, names / np.maximum(fewer, 1), -1.0), 0.0),
        "link.slot": 1.0 * (dot(w.slots, a, b) > 0),
        "link.only": (dot(w.only, a, b) > 0) * (1 + event),
        "link.times": 1.0 * (w.dated[a] & w.dated[b]),
        "link.quoted": 1.0 * (w.quoting[a] & w.quoting[b]),
        "link.lead": 1.0 * (w.leads[a] & w.leads[b]),
        "link.direction": _turned(w.ends, a, b),
        "link.event": event,
        "link.inside": -1.0 * (w.document[a] == w.document[b]),
    }
    return np.stack([columns[name] for name in ALONE], axis=1)


def dot(matrix: Matrix, a: Numbers, b: Numbers) -> Numbers:
    """The product of each row in `a` with the row beside it in `b`."""
    return np.asarray(matrix[a].multiply(matrix[b]).sum(axis=1)).ravel()


def _turned(ends: Sequence[Mapping[str, str]], a: Numbers, b: Numbers) -> Numbers:
    """-1 where a name is "from" here and "to" there: Russia to Korea is not Korea to Russia."""
    has = np.array([bool(e) for e in ends], dtype=bool)
    found = np.zeros(len(a))
    for at in np.flatnonzero(has[a] & has[b]):
        mine, theirs = ends[a[at]], ends[b[at]]
        found[at] = -1.0 * any(theirs.get(name, role) != role for name, role in mine.items())
    return found


def _apart(w: Weighing, a: Numbers, b: Numbers) -> Numbers:
    """Down to -1 where two reports name quite different people and places: another event."""
    size = np.diff(w.event.indptr)
    known = np.minimum(size[a], size[b]) >= FEW
    return np.where(known, np.minimum(0.0, dot(w.event, a, b) / APART - 1), 0.0)


def weigh_up(names: Sequence[str], columns: Numbers) -> Numbers:
    """The sum of weights of each row, without what stands before."""
    return np.asarray(columns @ np.array([WEIGHTS[name] for name in names]))


def waterfall(a: Claim, b: Claim, values: Mapping[str, float]) -> tuple[Step, ...]:
    """The score as steps, the standing before anything was seen first; their weights sum to the score."""
    start = Step(BEFORE, True, "two claims taken at random ask different questions", WEIGHTS[BEFORE])
    theirs = frozenset(terms(b))
    both = ", ".join(dict.fromkeys(t[2:] for t in terms(a) if t in theirs and t[0] != "s"))
    return (start, *(_step(name, values[name], both) for name in tuple(WEIGHTS)[1:]))


def _step(name: str, value: float, both: str) -> Step:
    yes, no = SAYS[name]
    says = yes.format(both=both or "the same") if value > 0 else no
    return Step(name, value > 0, says, WEIGHTS[name] * value)
