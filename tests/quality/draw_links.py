"""Draws links of unlabelled bundles for reading by eye: `python -m tests.quality.draw_links SEED MANY`.

Every link, that is every two claims of different reports in one cluster, is as likely as any other, those in the
same words among them. Printed are the bundle and the two claim ids, and below them the claims in their sentences.
"""

import random
import sys

import claimcheck
from claimcheck.evaluate import linked_claims
from claimcheck.records import Claim
from tests.quality.data import SHARED, article, bundles


def drawn(seed: int, many: int) -> list[tuple[str, Claim, Claim]]:
    """So many links of the bundles without labels, drawn by a seed, in the order of the bundles."""
    labelled = {path.stem for path in (SHARED / "id_news" / "labels").glob("*.json")}
    every = [
        (bundle["bundle"], *sorted(pair, key=lambda c: c.id))
        for bundle in bundles()
        if bundle["bundle"] not in labelled
        for pair in linked_claims(claimcheck.compare([article(id) for id in bundle["docs"]]))
    ]
    return sorted(random.Random(seed).sample(every, many), key=lambda row: (row[0], row[1].id, row[2].id))


def main() -> None:
    """Print what is drawn."""
    for number, (bundle, *claims) in enumerate(drawn(*map(int, sys.argv[1:3])), 1):
        print(f"\n{number}\t{bundle}\t" + "\t".join(claim.id for claim in claims))
        for claim in claims:
            print(f"  «{claim.span.text}»\n     in: {claim.sentence.span.text}".replace("\n\n", "\n"))


if __name__ == "__main__":
    main()
