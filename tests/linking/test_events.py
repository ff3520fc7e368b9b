"""Events and happenings: which reports tell of one event, and which sentences tell one act of it."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

import claimcheck
from claimcheck import Document, Report
from claimcheck.errors import OptionError
from claimcheck.linking.events import MANY, _Groups, _identity, events
from claimcheck.linking.happenings import pairs, tellings
from claimcheck.linking.levels import ELSEWHERE, ONE_EVENT, apart
from claimcheck.linking.link import BUNDLE, bundle_events
from claimcheck.linking.weights import weigh
from tests.quality.data import five

# Two earthquakes of one week, each told by two desks.
TUBAN = (
    "Gempa magnitudo 4,5 mengguncang Tuban, Jawa Timur, pada Selasa (10/6/2025). Pusat gempa 95 kilometer timur laut "
    "Tuban. Getaran terasa di Bawean dan Lamongan, kata BMKG.",
    "Gempa bumi M 4,5 mengguncang wilayah Tuban, Selasa (10/6/2025) pagi. BMKG mencatat getaran terasa di Bawean. "
    "Warga Lamongan keluar dari rumah.",
)
PANGANDARAN = (
    "Gempa magnitudo 5,0 mengguncang Pangandaran, Jawa Barat, pada Minggu (8/6/2025). Getaran terasa hingga Kebumen "
    "dan Banyumas, kata BMKG.",
    "Kabupaten Pangandaran diguncang gempa M 5,0, Minggu (8/6/2025) malam. BMKG menyebut getaran terasa di Kebumen. "
    "Warga Banyumas sempat panik.",
)


def _report(*texts: str) -> Report:
    return claimcheck.compare(
        [Document(id=id, text=text, language="id") for id, text in zip("abcd", texts, strict=False)]
    )


def test_two_earthquakes_are_two_events():
    assert _report(*TUBAN, *PANGANDARAN).events == (("a", "b"), ("c", "d"))


def test_reports_of_one_event_are_one_group_and_a_stranger_stands_alone():
    stranger = (
        "Menteri Keuangan Sri Mulyani melantik pejabat baru di Jakarta. Pelantikan berlangsung tertutup."
    )
    assert _report(*TUBAN, stranger).events == (("a", "b"), ("c",))
    assert len(claimcheck.compare(five()).events) == 1


def test_a_document_without_claims_stands_alone():
    assert events(["b", "a"], []) == (("a",), ("b",))
    assert _report(*TUBAN, "").events == (("a", "b"), ("c",))


def test_copies_of_one_text_do_not_shut_out_the_other_reports():
    assert _report(TUBAN[0], TUBAN[0], TUBAN[0], TUBAN[1]).events == (("a", "b", "c", "d"),)


RELATED = [
    # the same act, and another thing: the quake shook Tuban; the tremor was felt
    ("Gempa mengguncang Tuban pada Selasa.", "Warga Tuban berlari ketika gempa mengguncang rumah.", True),
    # the main act of both
    ("Budi Santoso ditangkap di Tuban.", "Densus menangkap Rudi.", True),
    # an act and what is broader
    ("Bank Jago mengakuisisi bank di Tuban.", "Bank Jago membeli bank di Tuban.", True),
    # an act and a word that is no concept
    ("Polisi mencari mandau Rudi.", "Warga ikut mencari mandau itu.", True),
    # an act and two names
    ("KPK menangkap Rudi di Tuban.", "Penangkapan oleh KPK di Tuban disiarkan televisi.", True),
    ("KPK menangkap Rudi di Tuban.", "Penangkapan oleh KPK disiarkan televisi.", False),
    # one event, other acts
    ("Gempa mengguncang Tuban pada Selasa.", "BMKG mencabut peringatan di Tuban.", False),
    # both speak
    ("Hal itu dikatakan bupati di rumahnya, Tuban.", "Hal itu dikatakan bupati di kantornya, Tuban.", False),
]


@pytest.mark.parametrize(("a", "b", "one"), RELATED)
def test_sentences_of_one_event_are_related_by_the_act_they_tell(a, b, one):
    told = [*claimcheck.read(a).claims, *(replace(c, id=f"b{c.id}") for c in _in_b(b))]
    assert bool(list(pairs(tellings([("d1", "b")], told)))) is one


def _in_b(text: str) -> tuple[claimcheck.records.Claim, ...]:
    return claimcheck.read(Document(id="b", text=text, language="id")).claims


def test_nothing_is_related_between_two_events():
    report = _report(*TUBAN, *PANGANDARAN)
    of = {id: group for group in report.events for id in group}
    for claim in report.claims:
        assert all(of[s.span.document] == of[claim.document] for s in report.related(claim.id))
    assert any(report.related(claim.id) for claim in report.claims)


def test_related_names_what_is_wrong():
    with pytest.raises(OptionError, match=r"no claim 'x' in this report; see report\.claims"):
        _report(*TUBAN).related("x")


def test_related_is_told_by_both_and_never_of_its_own_document():
    report = claimcheck.compare(five())
    claim = {c.sentence: c.id for c in report.claims}
    for one in claim:
        for other in report.related(claim[one]):
            assert other.span.document != one.span.document
            assert one in report.related(claim[other])


def test_pairs_are_those_that_related_names():
    report = claimcheck.compare(five())
    told = tellings(report.events, report.claims)
    named = {frozenset((c.sentence, s)) for c in report.claims for s in report.related(c.id)}
    assert {frozenset(pair) for pair in pairs(told)} == named


@given(st.permutations(range(4)))
def test_the_order_of_the_reports_changes_no_event(order):
    texts = (*TUBAN, *PANGANDARAN)
    docs = [Document(id="abcd"[i], text=texts[i], language="id") for i in order]
    assert claimcheck.compare(docs).events == (("a", "b"), ("c", "d"))


def test_an_unrelated_report_changes_no_event_of_the_others():
    stranger = (
        "Menteri Keuangan Sri Mulyani melantik pejabat baru di Jakarta. Pelantikan berlangsung tertutup."
    )
    assert _report(*TUBAN, PANGANDARAN[0]).events == (("a", "b"), ("c",))
    assert _report(*TUBAN, PANGANDARAN[0], stranger).events == (("a", "b"), ("c",), ("d",))


def test_a_link_between_two_events_needs_more():
    claims = _report(*TUBAN, *PANGANDARAN).claims
    at = {c.document: i for i, c in enumerate(claims)}
    one, other = np.array([at["a"], at["a"]]), np.array([at["b"], at["c"]])
    unknown, known = (apart(weigh(claims, groups), one, other) for groups in ((), (("a", "b"), ("c", "d"))))
    assert (unknown - known).round(9).tolist() == [0, ELSEWHERE]


def test_other_names_count_little_within_one_event():
    claims = _report(TUBAN[0], PANGANDARAN[0]).claims
    at = {c.document: i for i, c in enumerate(claims)}
    one, other = np.array([at["a"]]), np.array([at["b"]])
    unknown, known = (apart(weigh(claims, groups), one, other) for groups in ((), (("a", "b"),)))
    assert unknown < 0
    assert (known / unknown).round(9) == ONE_EVENT


# How alike four reports are: two pairs, and what the reports of the one are to those of the other.
@pytest.mark.parametrize(
    ("first", "second", "between", "groups"),
    [
        (0.2, 0.2, 0.12, 1),
        (0.2, 0.2, 0.08, 2),
        (0.9, 0.2, 0.14, 1),  # two copies are no measure of the others
        (0.1, 0.1, 0.06, 2),
    ],
)
def test_groups_become_one_where_they_are_half_as_alike_as_the_reports_within_them(
    first, second, between, groups
):
    alike = np.full((4, 4), between)
    alike[:2, :2], alike[2:, 2:] = first, second
    assert len(_Groups(csr_matrix(alike), [set()] * 4).merged()) == groups


# Names of the reports of one group, and of the other; all reports are equally alike.
@pytest.mark.parametrize(
    ("one", "other", "groups"),
    [
        ([{"jackson"}] * MANY, [{"jackson", "williams"}] * MANY, 2),
        ([{"jackson"}] * MANY, [{"jackson", "williams"}] * (MANY - 1) + [{"jackson"}], 1),  # not all name him
        ([{"jackson"}] * (MANY - 1), [{"jackson", "williams"}] * MANY, 1),  # too few to tell
        ([{"jackson"}] * (MANY - 1) + [{"williams"}], [{"jackson", "williams"}] * MANY, 1),
    ],
)
def test_large_groups_are_two_events_where_all_of_one_name_somebody_whom_the_other_never_names(
    one, other, groups
):
    names = [*one, *other]
    alike = np.full((len(names), len(names)), 0.12)
    alike[: len(one), : len(one)] = alike[len(one) :, len(one) :] = 0.2
    assert len(_Groups(csr_matrix(alike), names).merged()) == groups


def test_events_are_not_looked_for_among_more_reports_than_a_bundle_has():
    claims = claimcheck.read("Gempa mengguncang Tuban.").claims
    many = [
        replace(c, span=replace(c.span, document=f"d{i}"))
        for i, c in itertools.product(range(BUNDLE + 1), claims)
    ]
    assert bundle_events(many) == ()
    assert len(bundle_events(many[:BUNDLE])) == 1


def test_a_copy_of_a_report_finds_its_own_events():
    report = _report(*TUBAN, *PANGANDARAN)
    assert report.events
    fewer = report.model_copy(update={"documents": report.documents[:2], "claims": ()})
    assert fewer.events == (("a",), ("b",))


@pytest.mark.parametrize(("size", "groups"), [(MANY, 2), (MANY - 1, 1)])
def test_two_large_groups_must_be_more_alike_to_tell_of_one_event(size, groups):
    alike = np.full((2 * size, 2 * size), 0.11)
    alike[:size, :size] = alike[size:, size:] = 0.2
    assert len(_Groups(csr_matrix(alike), [set()] * (2 * size)).merged()) == groups


def test_who_speaks_is_a_mark_of_the_event():
    claims = claimcheck.read("“Kami siap,” kata Budi Santoso tentang gempa di laut itu.").claims
    assert any("n:budi santoso" in _identity(claim) for claim in claims)
    claims = claimcheck.read("Gempa mengguncang Tuban, kata BMKG.").claims
    assert not any("n:bmkg" in _identity(claim) for claim in claims)
