"""What is asked of a call and cannot be: refused before anything is read, with the name of the argument."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.errors import ClaimcheckError, DocumentError, LanguageError, OptionError
from claimcheck.testing import assert_consistent, inject
from claimcheck.text.door import from_feed

NAN = float("nan")
TWO = [
    {"id": "a", "text": "Gempa di Palu menewaskan 12 orang."},
    {"id": "b", "text": "Gempa di Palu menewaskan 15 orang."},
]


@pytest.fixture(scope="module")
def report() -> claimcheck.Report:
    return claimcheck.compare(TWO)


WRONG = [
    ("language", "xx", LanguageError, "language 'xx' is not known; give one of: id, en"),
    ("language", 3, LanguageError, "language 3 is not known"),
    ("language", ["id"], LanguageError, "is not known"),
    ("nlp", "id", OptionError, "nlp: give a spaCy pipeline for each language"),
    ("nlp", {"ms": str}, OptionError, "nlp: 'ms' is none of id, en"),
    ("nlp", {"id": 3}, OptionError, "nlp: 'id' needs a spaCy pipeline, not 3"),
    ("progress", "x", OptionError, "progress takes True, or a callable"),
    ("min_confidence", NAN, OptionError, "min_confidence takes a number from 0 to 1, not nan"),
    ("min_confidence", "0.5", OptionError, "min_confidence takes"),
    ("min_confidence", True, OptionError, "min_confidence takes"),
    ("min_confidence", 70, OptionError, "min_confidence takes"),
    ("suppressed", None, OptionError, "suppressed takes a list"),
    ("suppressed", {"id": "x", "reason": "y"}, OptionError, "suppressed takes a list"),
    ("suppressed", ["x"], OptionError, r"suppressed\[0\] takes id, reason and perhaps until"),
    ("suppressed", [{"id": "x", "reason": 3}], OptionError, r"suppressed\[0\]: reason takes text, not 3"),
    ("today", "", OptionError, "today takes a day such as 2026-12-31, not ''"),
    ("today", 3, OptionError, "today takes a day"),
    ("decisions", None, OptionError, "decisions takes a list"),
    ("decisions", ["abc"], OptionError, r"decisions\[0\] takes \(claim id, claim id, word\)"),
    ("decisions", [("a", "b")], OptionError, r"decisions\[0\] takes"),
    ("decisions", [("a", "b", "equal")], OptionError, "'equal' is not one of same, different, unsure"),
    ("decisions", [("a", "a", "same")], OptionError, "a decision is on two claims"),
    ("decisions", [("a", "b", "same"), ("b", "a", "different")], OptionError, "are called same already"),
    ("aliases", {"a": "b"}, OptionError, "aliases: 'a' needs a list of names"),
    ("aliases", [], OptionError, "aliases: give a name for each list"),
]


@pytest.mark.parametrize(("option", "value", "error", "says"), WRONG)
def test_an_option_that_cannot_be_is_refused_before_reading(
    option: str, value: Any, error: type[ClaimcheckError], says: str
) -> None:
    def never() -> Any:
        pytest.fail("the documents were asked for")
        yield

    with pytest.raises(error, match=says):
        claimcheck.compare(never(), **{option: value})


@pytest.mark.parametrize("language", ["id", "ID", "id-ID", "id_ID", ""])
def test_a_language_may_come_with_its_region(language: str) -> None:
    assert {c.language for c in claimcheck.compare(TWO, language=language).claims} == {"id"}


def test_what_can_be_read_once_is_read_once(report: claimcheck.Report) -> None:
    (found,) = report.conflicts
    one, two = (claim.id for claim in report.claims)
    decided = claimcheck.compare(iter(TWO), decisions=(d for d in [(one, two, "different")]))
    assert decided.conflicts == ()
    passed = ({"id": found.id, "reason": "settled"} for _ in range(1))
    assert claimcheck.compare(TWO, suppressed=passed).conflicts == ()
    assert claimcheck.compare(claimcheck.read(d) for d in TWO).conflicts == report.conflicts
    assert claimcheck.compare({d["id"]: claimcheck.read(d) for d in TWO}.values()) == report


@pytest.mark.parametrize("until", ["2026-12-31", "20261231", datetime.date(2026, 12, 31)])
@pytest.mark.parametrize(("today", "left"), [("2026-12-31", 0), (datetime.date(2027, 1, 1), 1)])
def test_days_may_be_written_in_any_way_of_iso(
    report: claimcheck.Report, until: Any, today: Any, left: int
) -> None:
    entry = {"id": report.conflicts[0].id, "reason": "settled", "until": until}
    assert len(claimcheck.compare(TWO, suppressed=[entry], today=today).conflicts) == left


def test_an_entry_renewed_holds_and_the_old_one_is_told(report: claimcheck.Report) -> None:
    entry = {"id": report.conflicts[0].id, "reason": "settled"}
    entries = [{**entry, "until": "2026-01-01"}, {**entry, "until": "2028-01-01"}]
    found = claimcheck.compare(TWO, suppressed=entries, today="2027-01-01")
    assert (found.conflicts, [d.code for d in found.diagnostics]) == ((), ["stale-suppression"])


Ask = Callable[[claimcheck.Report], Any]
ASKED: list[tuple[Ask, str]] = [
    (lambda r: r.why("a:0-33", 3), "no claim 3 in this report; see report.claims"),
    (lambda r: r.why(r.claims[0], r.claims[1]), "no claim Claim"),
    (lambda r: r.related(["a:0-33"]), "no claim"),
    (lambda r: r.finding(None), "no finding None"),
    (lambda r: r.finding(r.conflicts[0].id[:-1]), "did you mean 'number-"),
    (lambda r: r.document(["a"]), r"no document \['a'\]"),
    (lambda r: r.side_by_side(3), "no finding 3"),
    (lambda r: r.waterfall(3), "no finding 3"),
    (lambda r: r.filter(kind="nummber"), "kind: 'nummber' is none of .*did you mean 'number'"),
    (lambda r: r.filter(min_confidence=NAN), "min_confidence takes a number from 0 to 1"),
    (lambda r: r.diff(r.to_json()), "old: give a Report, such as"),
    (lambda r: r.to_pandas(["findings"]), "table: .* is none of documents, claims"),
    (lambda r: r.to_json(3), "path takes the name of a file, not 3"),
    (lambda r: r.to_html(""), "path takes the name of a file, not ''"),
    (lambda r: r.to_sarif(Path("no/such/folder/x")), "path: 'no/such/folder/x' cannot be written"),
    (lambda r: claimcheck.evaluate("x", {"links": []}), "report takes what claimcheck.compare gives"),
    (lambda r: claimcheck.evaluate(r, None), "gold takes a dict with spans, links, conflicts, facts"),
    (lambda r: claimcheck.evaluate(r, {"conflict": []}), "gold takes one of spans, links"),
    (lambda r: claimcheck.evaluate(r, {"spans": []}), "gold.spans needs gold.documents"),
    (lambda r: claimcheck.evaluate(r, {"links": [{"a": [], "b": []}]}), r"gold.links\[0\].required: Field"),
    (lambda r: claimcheck.evaluate(r, {"links": [3]}), r"gold.links\[0\]: Input should be a valid dict"),
    (lambda r: inject(TWO[0], kind=3), "kind: 3 is none of number, date"),  # type: ignore[arg-type]
    (lambda r: inject(TWO[0], kind="number", seed="x"), "seed takes a whole number"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("ask", "says"), ASKED, ids=[says for _, says in ASKED])
def test_what_is_asked_of_a_report_and_is_not_there_is_named(
    report: claimcheck.Report, ask: Ask, says: str
) -> None:
    with pytest.raises(OptionError, match=says):
        ask(report)


def test_a_feed_is_bytes() -> None:
    with pytest.raises(DocumentError, match="feed: a str is no feed"):
        from_feed("<rss></rss>")  # type: ignore[arg-type]


def test_a_document_takes_a_day_as_compare_does() -> None:
    made = claimcheck.Document(id="a", text="Tiga orang tewas.", published=datetime.date(2026, 1, 2))  # type: ignore[arg-type]
    assert made.published == "2026-01-02"


def test_documents_agree_but_for_what_is_settled(report: claimcheck.Report) -> None:
    settled = [{"id": report.conflicts[0].id, "reason": "settled"}]
    assert_consistent(TWO, suppressed=settled, language="id")
    with pytest.raises(AssertionError, match="12 orang"):
        assert_consistent(TWO)
