"""Gold from annotation tools: what a report gives them, corrected by a person, scores that report."""

import json
from typing import Any

import pytest

import claimcheck
from claimcheck.errors import OptionError
from claimcheck.gold import from_doccano, from_label_studio, from_prodigy
from claimcheck.records import Document

TEXTS = [
    "😀 Gempa di Palu menewaskan 12 orang, kata Suharyanto.",
    "Gempa di Palu melukai 15 orang pada Senin.",
]


@pytest.fixture(scope="module")
def report() -> claimcheck.Report:
    return claimcheck.compare(TEXTS, language="id")


def _annotated(report: claimcheck.Report) -> list[dict[str, Any]]:
    """Label Studio's export of tasks that a person accepted as they were."""
    return [
        {
            "id": n,
            "data": t["data"],
            "annotations": [{"result": []}, {"result": t["predictions"][0]["result"]}],
        }
        for n, t in enumerate(report.to_label_studio())
    ]


def _flat(report: claimcheck.Report) -> list[dict[str, Any]]:
    return [
        {"id": n, "text": t["data"]["text"], "label": [r["value"] for r in t["predictions"][0]["result"]]}
        for n, t in enumerate(report.to_label_studio())
    ]


def _entities(report: claimcheck.Report) -> str:
    rows = map(json.loads, report.to_doccano().splitlines())
    made = [
        {
            "text": r["text"],
            "entities": [{"start_offset": s, "end_offset": e, "label": x} for s, e, x in r["label"]],
        }
        for r in rows
    ]
    return "\n".join(json.dumps(row) for row in made)


def test_every_export_that_was_left_as_it_was_scores_full(report: claimcheck.Report) -> None:
    made = [
        from_label_studio(_annotated(report), report.documents),
        from_label_studio(_flat(report), report.documents),
        from_doccano(report.to_doccano(), report.documents),
        from_doccano(_entities(report), report.documents),
        from_prodigy(report.to_prodigy(), report.documents),
    ]
    assert all(gold == made[0] for gold in made)
    scores = claimcheck.evaluate(report, made[0])
    assert {s.name for s in scores.scores} >= {"CLAIM precision", "NUMBER recall", "SPEAKER F", "TIME F"}
    assert all(s.value == 1.0 for s in scores.scores) and scores.score("NUMBER recall").of == 2


def test_what_a_person_corrected_counts(report: claimcheck.Report) -> None:
    gold = from_prodigy(report.to_prodigy(), report.documents)
    first, *others = [s for s in gold["spans"] if s["label"] == "NUMBER"]
    rest = [s for s in gold["spans"] if s["label"] not in ("NUMBER", "TIME")]
    moved = first | {"start": first["end"], "end": first["end"] + 2}
    scores = claimcheck.evaluate(report, {**gold, "spans": [moved, *others, *others, *rest]})
    assert (scores["NUMBER precision"], scores["NUMBER recall"]) == (1 / 2, 1 / 3)
    assert scores["TIME precision"] == 0.0 and scores["TIME recall"] == 1.0 and scores["CLAIM F"] == 1.0
    assert "12 orang" in scores.score("NUMBER precision").failed[0]
    one = claimcheck.evaluate(report, {"documents": [report.documents[1].id], "spans": others})
    assert one["NUMBER F"] == 1.0


def test_answers_that_were_rejected_do_not_count(report: claimcheck.Report) -> None:
    rows = [json.loads(line) for line in report.to_prodigy().splitlines()]
    lines = "\n".join(json.dumps(r | {"answer": a}) for r, a in zip(rows, ("accept", "reject"), strict=True))
    assert from_prodigy(lines, report.documents)["documents"] == [report.documents[0].id]
    tasks = [
        {**t, "annotations": [t["annotations"][1], {"was_cancelled": True, "result": []}]}
        for t in _annotated(report)
    ]
    assert from_label_studio(tasks, report.documents) == from_label_studio(
        _annotated(report), report.documents
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"text": "Lain.", "label": []}, r"lines\[0\]: 'Lain.' is the text of none"),
        ({"text": "Tiga.", "label": [[0, 99, "NUMBER"]]}, r"lines\[0\]: 0-99 NUMBER does not stand"),
        ({"text": "Tiga.", "label": [[3, 3, "NUMBER"]]}, "does not stand"),
        ({"text": "Tiga.", "label": [["0", "3", "NUMBER"]]}, "does not stand"),
        ({"text": "Tiga.", "label": 3}, r"lines\[0\] is no row of such an export"),
        ({"label": []}, r"lines\[0\] is no row of such an export"),
        ([], r"lines\[0\] is no row of such an export"),
    ],
)
def test_marks_that_do_not_fit_are_refused(line: dict[str, Any], says: str) -> None:
    with pytest.raises(OptionError, match=says):
        from_doccano(json.dumps(line), [Document(id="a", text="Tiga.")])
    with pytest.raises(OptionError, match="is no JSON"):
        from_doccano("{", [])


def test_an_export_of_another_form_is_refused() -> None:
    with pytest.raises(OptionError, match="lines takes the text of the export, not None"):
        from_prodigy(None, [])  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="tasks takes the list in the export"):
        from_label_studio("[]", [])  # type: ignore[arg-type]
    with pytest.raises(OptionError, match=r"tasks\[0\] is no row of such an export: 3"):
        from_label_studio([3], [])  # type: ignore[list-item]


def test_label_studio_counting_otherwise_is_noticed() -> None:
    region = {"start": 3, "end": 8, "text": "Tiga ", "labels": ["NUMBER"]}
    with pytest.raises(OptionError, match=r"tasks\[0\]: 'Tiga ' does not stand at 3-8"):
        from_label_studio(
            [{"text": "😀 Tiga orang", "label": [region]}], [Document(id="a", text="😀 Tiga orang")]
        )
