"""Why two claims were linked, or were not: the waterfall of the pair."""

from claimcheck.errors import OptionError
from claimcheck.linking.levels import features, score, waterfall
from claimcheck.linking.link import SURE
from claimcheck.linking.weights import cosine, weigh
from claimcheck.records import ReportRecord, Verdict


def why(record: ReportRecord, a: str, b: str) -> Verdict:
    """How claim `a` stands to claim `b`, linked or not; the same whichever is named first.

    Raises OptionError where a report has no claim of that id.
    """
    a, b = sorted((a, b))
    place = {claim.id: i for i, claim in enumerate(record.claims)}
    missing = [name for name in (a, b) if name not in place]
    if missing:
        raise OptionError(f"no claim {missing[0]!r} in this report; see report.claims for the ids")
    i, j = place[a], place[b]
    weighing = weigh(record.claims)
    words = cosine(weighing.claims[i], weighing.claims[j])
    context = cosine(weighing.contexts[i], weighing.contexts[j])
    found = features(record.claims[i], record.claims[j], words, context, 0.0)
    linked = score(found) >= SURE
    judged = next((v for v in record.verdicts if {v.a, v.b} == {a, b}), None)
    steps = (*waterfall(found), *(judged.steps if judged else ()))
    return Verdict(a, b, "question", judged.relation if judged else "same" if linked else "unsure", steps)
