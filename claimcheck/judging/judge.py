"""Clusters to verdicts and findings."""

from collections.abc import Sequence

from claimcheck.records import Claim, Cluster, Finding, Origin, Reading, Verdict


def judge(
    claims: Sequence[Claim],
    clusters: Sequence[Cluster],
    origins: Sequence[Origin],
    readings: Sequence[Reading],
) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """The verdict of every linked pair, and one finding for each question whose answers stand apart."""
    return (), ()
