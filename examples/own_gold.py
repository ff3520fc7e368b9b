"""Score claimcheck on documents that your desk has marked.

    python examples/own_gold.py GOLD.json FOLDER

The gold is JSON with `links` and `conflicts`; places are `document` (its id), `start` and `end` in code
points. The documentation of `claimcheck.evaluate` tells the shape.
"""

import json
import sys
from pathlib import Path

import claimcheck


def main(words: list[str]) -> int:
    """Print every score, and the first places of what failed."""
    if len(words) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    gold, folder = map(Path, words)
    report = claimcheck.compare([folder])
    scores = claimcheck.evaluate(report, json.loads(gold.read_text("utf-8")))
    for score in scores.scores:
        print(f"{score.name:32} {score.right:6g} of {score.of:<6g} {score.value:.3f}")
        for line in score.failed[:3]:
            print(f"    {' '.join(line.split())[:110]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
