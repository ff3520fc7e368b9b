"""The scorers themselves, on reports made by hand from the gold."""

from typing import Any

import pytest

from claimcheck.evaluate import evaluate
from claimcheck.records import (
    Attribution,
    Claim,
    Cluster,
    Document,
    Finding,
    Question,
    ReportRecord,
    Sentence,
    Side,
    Span,
    Verdict,
)
from tests.quality.data import OWN, five, load
from tests.quality.edits import Edit, apply, catches, edits, flags
from tests.quality.figure import count, pair_off, rate
from tests.quality.show import short, table
from tests.quality.speakers import Wanted, missed

GOLD = load(OWN / "seeds.json")


def _span(place: dict[str, Any], texts: dict[str, str]) -> Span:
    return Span(
        place["document"],
        place["start"],
        place["end"],
        texts[place["document"]][place["start"] : place["end"]],
    )


def _perfect() -> ReportRecord:
    """Every labelled link as a cluster of its own two claims, every required conflict as a finding."""
    texts = {d.id: d.text for d in five()}
    claims, clusters = [], []
    for i, link in enumerate(link for link in GOLD["links"] if link["required"]):
        for side in "ab":
            span = _span(link[side][0], texts)
            claims.append(Claim(f"{span.document}#{i}{side}", span, Sentence(span), Question()))
        clusters.append(Cluster(f"q{i}", (claims[-2].id, claims[-1].id), (), ()))
    findings = [_finding(c, texts) for c in GOLD["conflicts"] if c["required"]]
    return ReportRecord(
        documents=five(), claims=tuple(claims), clusters=tuple(clusters), findings=tuple(findings)
    )


def _finding(conflict: dict[str, Any], texts: dict[str, str]) -> Finding:
    sides = tuple(_side(_span(conflict[s], texts)) for s in "ab")
    return Finding("f", conflict["kind"], "conflict", "high", 1.0, "", "", sides)


def _side(span: Span) -> Side:
    return Side(span.text, (span,), (), (span.document,), ())


def test_a_report_that_says_what_the_readers_say_scores_one() -> None:
    got = evaluate(_perfect(), GOLD)
    for name in ("sentence link F", "claim link F", "discrepancies", "conflict pairs"):
        assert got[name] == 1.0, name
    assert got.score("discrepancies").of == 3 and got.score("conflict pairs").of == 7
    assert got.score("non-conflicts joined").right == got.score("conflicts nobody saw").right == 0


def test_an_empty_report_finds_nothing() -> None:
    got = evaluate(ReportRecord(documents=five()), GOLD)
    assert got["sentence link F"] == got["claim link F"] == got["conflict pairs"] == 0.0


def test_a_conflict_across_a_non_conflict_is_wrong() -> None:
    texts = {d.id: d.text for d in five()}
    places = GOLD["non_conflicts"][0]["spans"]
    finding = Finding(
        "f", "date", "conflict", "high", 1.0, "", "", tuple(_side(_span(p, texts)) for p in places)
    )
    got = evaluate(ReportRecord(documents=five(), findings=(finding,)), GOLD)
    assert got.score("non-conflicts joined").right == 1
    assert [j.judgement for j in got.judged] == ["wrong"]


def test_an_unknown_score_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        evaluate(_perfect(), GOLD)["beauty"]


@pytest.mark.parametrize("name", ["seeds_edits.json", "more_edits.json"])
def test_every_edit_stands_where_it_says(name: str) -> None:
    for edit in edits(name):
        edited = next(d for d in apply(edit, five()) if d.id == edit.document)
        assert edited.text[slice(*edit.place)] == edit.replace
        assert edit.place[0] <= edit.changed[0] <= edit.changed[1] <= edit.place[1]
        assert edit.document not in edit.against


def _edit() -> Edit:
    return Edit("a", 0, 4, "tiga", "lima", "number", ("b",), "")


def _report(kind: str, a: Span, b: Span) -> ReportRecord:
    finding = Finding("f", kind, "conflict", "high", 1.0, "", "", (_side(a), _side(b)))  # type: ignore[arg-type]
    return ReportRecord(documents=(), findings=(finding,))


def test_an_edit_is_caught_by_a_side_that_holds_all_of_it_against_the_named_document() -> None:
    there, short_of_it, far = (
        Span("a", 0, 9, "lima oran"),
        Span("a", 2, 9, "ma orang"),
        Span("b", 0, 4, "tiga"),
    )
    assert catches(_report("number", there, far), _edit(), (0, 4))
    assert not catches(_report("number", short_of_it, far), _edit(), (0, 4))
    assert not catches(_report("date", there, far), _edit(), (0, 4))
    assert not catches(_report("number", there, Span("c", 0, 4, "tiga")), _edit(), (0, 4))


def test_a_conflict_that_was_there_before_does_not_flag_a_harmless_edit() -> None:
    report = _report("number", Span("a", 0, 9, ""), Span("b", 0, 4, ""))
    empty = ReportRecord(documents=())
    assert flags(empty, report, _edit()) and not flags(report, report, _edit())


FACTS = {
    "facts": [
        {
            "id": "f1", "gloss": "dead", "kind": "number", "verdict": "conflict", "certainty": "certain",
            "mentions": [
                {"doc": "a", "sentence": "3 orang tewas", "value": "3 orang", "group": 0},
                {"doc": "b", "sentence": "5 orang tewas", "value": "5 orang", "group": 1},
            ],
        },
        {
            "id": "f2", "gloss": "day", "kind": "date", "verdict": "agree", "certainty": "certain",
            "mentions": [
                {"doc": "a", "sentence": "pada Senin", "value": "Senin", "group": 0},
                {"doc": "b", "sentence": "pada Senin", "value": "Senin", "group": 0},
            ],
        },
    ]
}  # fmt: skip


def _bundle(*kinds: str) -> ReportRecord:
    texts = {"a": "3 orang tewas pada Senin.", "b": "5 orang tewas pada Senin."}
    spans = {id: Span(id, 0, len(text), text) for id, text in texts.items()}
    findings = tuple(
        Finding(k, k, "conflict", "high", 1.0, "", "", tuple(map(_side, spans.values())))  # type: ignore[arg-type]
        for k in kinds
    )
    claims = tuple(Claim(id, span, Sentence(span), Question()) for id, span in spans.items())
    return ReportRecord(
        documents=tuple(Document(id=id, text=text) for id, text in texts.items()),
        claims=claims, clusters=(Cluster("q", ("a", "b"), (), ()),), findings=findings,
        verdicts=(Verdict("a", "b", "number", "conflict"), Verdict("a", "b", "date", "same")),
    )  # fmt: skip


def test_facts_are_scored_by_the_values_that_a_finding_covers() -> None:
    got = evaluate(_bundle("number"), FACTS)
    assert got["fact link recall"] == got["conflict recall"] == got["strict precision"] == 1.0
    assert got["verdicts told"] == got["verdicts right"] == 1.0


def test_a_conflict_on_an_agreed_fact_is_wrong_and_one_on_no_fact_unlabelled() -> None:
    got = evaluate(_bundle("date", "polarity"), FACTS)
    assert got["conflict recall"] == 0.0
    assert [j.judgement for j in got.judged] == ["wrong", "unlabelled"]
    assert (got["strict precision"], got["lenient precision"]) == (0.0, 0.0)


def test_pairs_are_taken_once_best_first() -> None:
    assert pair_off([(0, 10)], [(0, 3), (0, 9)], lambda a, b: min(a[1], b[1]) / 10, 0.2) == [(0, 1)]


def test_less_is_better_for_counts() -> None:
    assert short(count("a", 2), 1) and not short(count("a", 1), 2)
    assert short(rate("a", 1, 2), 0.6) and "1 of 2" in table([rate("a", 1, 2)])


def _read(words: str, source: str | None, phrase: str | None = None, anonymous: bool = False) -> Attribution:
    place = Span("a", 0, len(words), words)
    named = Span("a", 0, len(phrase), phrase) if phrase else None
    return Attribution(place, place, place, source, named, (source,) if source else (), anonymous=anonymous)


WORDS = "Delegasi itu tiba di Pyongyang"


@pytest.mark.parametrize(
    ("wanted", "read", "right"),
    [
        ("Kementerian Pertahanan Rusia", ("kementerian itu", "kementerian itu"), True),
        ("Russian Ministry of Defence", ("Kementerian pertahanan Rusia", None), True),
        ("Vedant Patel", ("Patel", "Patel"), True),
        ("Vedant Patel", ("John Kirby", "John Kirby"), False),
        ("Vedant Patel", (None, "seorang pejabat"), False),
        ("laporan", (None, None), True),
        ("Russia", ("Pyongyang dan Moskow", None), True),
        ("Japan", ("Pyongyang dan Moskow", None), False),
    ],
)
def test_a_speaker_is_right_by_name(wanted: str, read: tuple[str | None, str | None], right: bool) -> None:
    asked = Wanted("A", "000.txt", (0, len(WORDS)), WORDS, wanted, "kata", "indirect")
    assert (missed(asked, (_read(WORDS, *read),)) == "") is right


def test_a_speaker_of_other_words_is_not_found() -> None:
    asked = Wanted("A", "000.txt", (100, 130), WORDS, "Vedant Patel", "kata", "indirect")
    assert "read nobody" in missed(asked, (_read(WORDS, "Vedant Patel"),))
