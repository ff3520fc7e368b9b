"""Conflicts among articles that read alike: few of these groups are of one event, so few conflicts can be right.

alike.json keeps 718 groups of two to eight articles (ids alone) that stand in no bundle, put together by the words they
share: two fires, two matches, the prices of two days, and now and then one event. Counted are the conflicts between
two articles of a group; calendar findings, which are of one article, are not. They were read, not judged one by one:
most are false, some are right, such as one quotation given to two officers.
"""

from functools import cache
from pathlib import Path

from tests.quality.data import article, load, missing
from tests.quality.figure import Result, count
from tests.quality.show import main

GROUPS = Path(__file__).with_name("alike.json")


@cache
def conflicts() -> list[str]:
    """The headline of every conflict between two articles of a group."""
    import claimcheck

    return [
        f"{finding.kind} {finding.steps[-1].rule}: {finding.headline}"
        for group in load(GROUPS)
        for finding in claimcheck.compare([article(id) for id in group]).conflicts
        if finding.kind != "calendar" and len({d for side in finding.sides for d in side.documents}) > 1
    ]


def figures() -> list[Result]:
    """How many conflicts all the groups have."""
    return list(missing("alike", "id_news/articles.jsonl")) or [
        count("alike: conflicts between articles of a group", len(conflicts()), None, failures=conflicts())
    ]


if __name__ == "__main__":
    main(figures)
