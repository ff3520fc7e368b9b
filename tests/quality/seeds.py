"""The five articles against what two readers marked: links, required discrepancies, false conflicts."""

from functools import cache

from claimcheck.evaluate import Scores, evaluate
from claimcheck.records import ReportRecord
from tests.quality.data import OWN, five, load
from tests.quality.figure import Figure, Result, count, part, rate
from tests.quality.show import main


@cache
def report() -> ReportRecord:
    """The five articles compared, as they stand."""
    import claimcheck

    return claimcheck.compare(five())


@cache
def scores() -> Scores:
    """The scores of the five articles."""
    return evaluate(report(), load(OWN / "seeds.json"))


def figures() -> list[Result]:
    """Links of sentences and claims, discrepancies, false conflicts, origins."""
    got = scores()
    return [*_links(got, "sentence", 0.95), *_links(got, "claim", 0.86), *_conflicts(got), _origins()]


def _links(got: Scores, level: str, asked: float) -> list[Result]:
    f, p, r = (got.score(f"{level} link {part}") for part in ("F", "precision", "recall"))
    return [
        Figure(f"seeds {level} link F", f.value, 0, 0, asked),
        part(f"seeds {level} link precision", p.right, p.of, failures=p.failed),
        part(f"seeds {level} link recall", r.right, r.of, failures=r.failed),
    ]


def _conflicts(got: Scores) -> list[Result]:
    groups, pairs = got.score("discrepancies"), got.score("conflict pairs")
    bad, unseen = got.score("non-conflicts joined"), got.score("conflicts nobody saw")
    return [
        rate("seeds required discrepancies", groups.right, groups.of, 1.0),
        rate("seeds required conflict pairs", pairs.right, pairs.of, failures=pairs.failed),
        count("seeds non-conflicts joined", bad.right, 0, failures=bad.failed),
        count("seeds conflicts neither reader saw", unseen.right, 2, failures=unseen.failed),
    ]


def _origins() -> Result:
    """Whether reports 1, 2 and 4 go back to one text and report 3 stands apart."""
    groups = [set(o.documents) for o in report().origins]
    ids = [d.id for d in five()]
    together = any({ids[1], ids[2], ids[4]} <= g and ids[3] not in g for g in groups)
    told = [f"{sorted(o.documents)}: {'; '.join(o.evidence)}" for o in report().origins]
    return rate(
        "seeds origins: 1, 2, 4 together, 3 apart", int(together), 1, 1.0, failures=[] if together else told
    )


if __name__ == "__main__":
    main(figures)
