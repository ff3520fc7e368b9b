"""All that was read in one document."""

from dataclasses import dataclass

from claimcheck.records.claim import Attribution, Claim, Quantity, Time
from claimcheck.records.document import Document
from claimcheck.records.finding import Clash, Diagnostic, Unread
from claimcheck.records.span import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One document read: its sentences, claims, quantities, times and attributions, in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    unread: tuple[Unread, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    clashes: tuple[Clash, ...] = ()
