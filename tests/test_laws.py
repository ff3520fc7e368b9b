"""Laws that hold for any text at all: places, order, copies, strangers, symmetry, bytes, offsets."""

import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck import Document
from claimcheck.records import Attribution, Claim, Quantity, Reading, ReportRecord, Span, Time
from tests.quality.data import five

RELAXED = settings(suppress_health_check=list(HealthCheck))
ROOT = Path(__file__).resolve().parents[1]

TEXTS = {d.id: d.text for d in five()}
NEWS = """
Delegasi Rusia tiba di Korea Utara pada Selasa malam , kata kementerian itu . “ ” " ' ( ) — – … 12 1.200 3,5
puluhan ribu orang tewas Rp3 miliar Kamis (27/7/2023) menurut KCNA sekitar setengah ke-70 tidak membantah
Menteri Pertahanan Sergei Shoigu Jakarta, 31 Juni 2025 pukul 25.61 WIB said killed three people on Monday
according to the ministry at least 40% $5bn 😀 é ß Ⅷ ٣ 1e999999
"""
WORDS = [*NEWS.split(), "", " ", "\n", "\n\n", "\t", "\u00a0", "\u200b", "\ufeff"]

any_text = st.text(st.characters(codec=None), max_size=300)
news = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
excerpts = st.tuples(st.sampled_from(sorted(TEXTS)), st.integers(0, 4500), st.integers(20, 900)).map(
    lambda t: TEXTS[t[0]][t[1] : t[1] + t[2]]
)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """An excerpt of an article with pieces cut, doubled, swapped or put in."""
    text = draw(excerpts)
    for _ in range(draw(st.integers(1, 4))):
        a, b = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        what = draw(st.sampled_from(("cut", "double", "swap", "insert")))
        piece = draw(st.sampled_from(WORDS)) if what == "insert" else text[a:b]
        text = {
            "cut": text[:a] + text[b:],
            "double": text[:b] + piece + text[b:],
            "swap": text[b:] + text[a:b] + text[:a],
            "insert": text[:a] + piece + text[a:],
        }[what][:1500]
    return text


def spans_of(thing: object) -> list[Span]:
    """Every span in a record, however deep."""
    if isinstance(thing, Span):
        return [thing]
    if isinstance(thing, tuple | list):
        return [s for part in thing for s in spans_of(part)]
    fields = getattr(thing, "__slots__", None) or getattr(type(thing), "__dataclass_fields__", ())
    return [s for name in fields for s in spans_of(getattr(thing, name, None))]


def assert_exact(reading: Reading) -> None:
    """Every span holds exactly the characters that stand at its place in the text as given."""
    text, id = reading.document.text, reading.document.id
    parts = (reading.sentences, reading.claims, reading.quantities, reading.times, reading.attributions)
    for span in spans_of((*parts, reading.unread)):
        assert span.document == id
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == span.text


def as_json(docs: object) -> str:
    return claimcheck.compare(docs).to_json()


def content(report: ReportRecord) -> tuple[object, ...]:
    """What a report says, whatever the order in which the documents were given."""
    findings = sorted(
        (f.kind, f.relation, sorted((s.says, s.documents, s.spans) for s in f.sides)) for f in report.findings
    )
    clusters = sorted(tuple(sorted(c.claims)) for c in report.clusters)
    return findings, clusters, sorted(tuple(sorted(o.documents)) for o in report.origins)


# --- any text


@RELAXED
@given(st.one_of(any_text, news, mutations()))
def test_any_text_reads_and_every_span_points_into_it(text):
    if text.strip():
        assert_exact(claimcheck.read(Document(id="a", text=text)))


@RELAXED
@given(st.one_of(news, mutations()), st.one_of(news, excerpts))
def test_any_two_texts_compare_and_the_report_round_trips(a, b):
    docs = [Document(id=i, text=t, language="id") for i, t in (("a", a), ("b", b)) if t.strip()]
    report = claimcheck.compare(docs) if docs else None
    if report is not None:
        assert claimcheck.Report.model_validate_json(report.to_json()) == report


@RELAXED
@given(news, st.sampled_from(["\r\n", "\r", "\n", "\u2028"]), st.sampled_from(["", "\ufeff"]))
def test_offsets_are_exact_under_marks_and_line_ends(text, end, mark):
    dirty = mark + text.replace("\n", end).replace("a", "a\u200b", 3).replace("o", "o\u0301", 2)
    if dirty.strip("\ufeff\u200b \r\n\u2028\t"):
        assert_exact(claimcheck.read(Document(id="a", text=dirty, language="id")))


@pytest.mark.parametrize("article", sorted(TEXTS))
@pytest.mark.parametrize(
    "change", ["bom", "crlf", "zero width", "soft hyphen", "bidi", "surrogate", "astral"]
)
def test_offsets_of_a_whole_article_are_exact(article, change):
    changed = {
        "bom": lambda t: "\ufeff" + t,
        "crlf": lambda t: t.replace("\n", "\r\n"),
        "zero width": lambda t: t.replace(" ", " \u200b"),
        "soft hyphen": lambda t: t.replace("Utara", "Uta\u00adra"),
        "bidi": lambda t: t.replace("Rusia", "\u202bRusia\u202c"),
        "surrogate": lambda t: t.replace("Kim", "\ud800Kim"),
        "astral": lambda t: "😀 " + t.replace("Rusia", "Rusia 🇷🇺"),
    }[change](TEXTS[article])
    given_fields = dict.fromkeys(("source", "title", "published", "url"))
    document = Document.model_construct(
        id="a", text=changed, language="id", blocks=(), meta={}, **given_fields
    )
    reading = claimcheck.read(document)
    assert_exact(reading)
    assert reading.claims


# --- the five articles


def test_order_of_documents_changes_nothing_that_is_said():
    wanted = content(claimcheck.compare(five()))
    for order in list(permutations(five()))[::17]:
        assert content(claimcheck.compare(order)) == wanted


def test_a_document_twice_adds_no_conflict_and_no_origin():
    plain = claimcheck.compare(five())
    for document in five():
        copy = document.model_copy(update={"id": "copy"})
        doubled = claimcheck.compare([*five(), copy])
        assert len(doubled.conflicts) == len(plain.conflicts)
        assert len(doubled.origins) == len(plain.origins)
        assert any({"copy", document.id} <= set(o.documents) for o in doubled.origins)


@settings(RELAXED, max_examples=RELAXED.max_examples // 6)
@given(st.one_of(excerpts, news))
def test_a_text_and_its_copy_never_conflict_and_are_one_origin(text):
    if text.strip():
        report = claimcheck.compare([Document(id=i, text=text, language="id") for i in "ab"])
        across = [f for f in report.conflicts if len({s.document for x in f.sides for s in x.spans}) > 1]
        alone = claimcheck.compare([Document(id="a", text=text, language="id")])
        assert not across or len(across) <= len(alone.conflicts)
        assert len(report.origins) == 1


STRANGER = (
    "Harga cabai rawit di Pasar Induk Kramat Jati turun menjadi Rp45.000 per kilogram pada akhir pekan.\n"
    "Pedagang menyebut pasokan dari Garut mulai lancar setelah panen raya."
)


def test_an_unrelated_document_changes_nothing_among_the_others():
    ids = {d.id for d in five()}
    alone = claimcheck.compare(five())
    joined = claimcheck.compare([*five(), Document(id="z", text=STRANGER, language="id")])
    kept = [f for f in joined.findings if {s.document for x in f.sides for s in x.spans} <= ids]
    assert [f.headline for f in kept] == [f.headline for f in alone.findings]
    linked = {tuple(c for c in k.claims) for k in joined.clusters if len(k.documents) > 1}
    assert linked == {tuple(c for c in k.claims) for k in alone.clusters if len(k.documents) > 1}


def test_why_is_symmetric():
    report = claimcheck.compare(five())
    ids = [c.id for c in report.claims]
    for a, b in zip(ids[::7], ids[3::11], strict=False):
        if a != b:
            there, back = report.why(a, b), report.why(b, a)
            assert {there.a, there.b} == {back.a, back.b} == {a, b}
            assert (there.relation, there.steps) == (back.relation, back.steps)


def test_a_report_round_trips():
    report = claimcheck.compare(five())
    assert claimcheck.Report.model_validate_json(report.to_json()) == report


# --- other processes

_PROGRAM = """
import sys
sys.path.insert(0, {root!r})
import claimcheck
from tests.quality.data import five
docs = list(five())
if {backwards}:
    docs.reverse()
sys.stdout.buffer.write(claimcheck.compare(docs).to_json().encode("utf-8", "surrogatepass"))
"""


def _elsewhere(*, backwards: bool = False, **environment: str) -> bytes:
    program = _PROGRAM.format(root=str(ROOT), backwards=backwards)
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    return run.stdout


def test_hash_seed_zone_and_locale_change_no_byte():
    first = _elsewhere(PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert json.loads(first)["claims"]
    assert _elsewhere(PYTHONHASHSEED="4242", TZ="Asia/Jayapura", LC_ALL="C.UTF-8") == first
    assert _elsewhere(PYTHONHASHSEED="7", TZ="America/Adak", LANG="tr_TR.UTF-8", PYTHONUTF8="1") == first


def test_order_of_documents_changes_no_byte():
    assert _elsewhere(backwards=True) == _elsewhere()


# --- records


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2), st.decimals(allow_nan=False, places=2))
def test_intervals_meet_themselves_and_each_other_alike(a, b):
    from claimcheck.records import Interval

    one, two = Interval(min(a, b), max(a, b)), Interval(b, None, low_open=True)
    assert one.meets(one) and one.within(one)
    assert one.meets(two) == two.meets(one)
    assert not one.within(two) or one.meets(two)


def test_records_hold_the_spans_that_the_laws_look_at():
    """A record that hides its spans from `spans_of` would pass every law unseen."""
    reading = claimcheck.read(five()[1])
    for group, kind in ((reading.claims, Claim), (reading.quantities, Quantity), (reading.times, Time)):
        assert group and all(isinstance(x, kind) and spans_of(x) for x in group)
    assert reading.attributions and all(
        isinstance(a, Attribution) and len(spans_of(a)) > 2 for a in reading.attributions
    )
