"""Linking: tables of pairs that ask the same question and that do not, and what holds for all of them."""

import itertools
import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck import Document
from claimcheck.errors import OptionError
from claimcheck.languages import load
from claimcheck.linking.candidates import LEAST, candidates
from claimcheck.linking.cluster import cluster
from claimcheck.linking.levels import SAYS, WEIGHTS, apart
from claimcheck.linking.link import FAINT, HOPEFUL, NEAR, NEARLY, SURE, Link, Pairs, link, seen
from claimcheck.linking.names import canonical
from claimcheck.linking.weights import terms, weigh
from claimcheck.records import Claim, Question, ReportRecord, Sentence, Span
from tests.quality.data import five

# Two reports of one event, each with more than the pair, so that names and words have something to be rarer than.
SAME = [
    (
        "Gempa magnitudo 5,6 mengguncang Cianjur pada Senin.",
        "Gempa berkekuatan M 5,4 mengguncang Cianjur, Selasa.",
    ),
    ("Tiga orang tewas dalam kecelakaan itu.", "Kecelakaan itu menewaskan lima orang."),
    ("Delegasi Rusia tiba di Pyongyang pada Selasa.", "Delegasi Rusia tiba di Pyongyang, Rabu malam."),
]
DIFFERENT = [
    ("Ekspor China ke Korea Utara naik 20 persen.", "Ekspor dari Korea Utara ke China naik 20 persen."),
    ("Gempa mengguncang Cianjur pada Senin.", "Harga cabai di Pasar Kramat Jati turun."),
    ("Polisi menangkap dua tersangka.", "Presiden membuka pameran pertahanan."),
]

PRICES = """Pedagang di Pasar Kramat Jati menjual cabai. Harga cabai di pasar itu naik 20 persen pada Senin.
Petani di Brebes menanam bawang merah. Pasokan dari Brebes berkurang karena hujan deras.
Delegasi petani tiba di Pasar Kramat Jati pada Selasa."""


def _report(a: str, b: str, **options: object) -> claimcheck.Report:
    docs = [Document(id=id, text=text, language="id") for id, text in (("a", a), ("b", b))]
    return claimcheck.compare(docs, **options)


def _linked(report: ReportRecord) -> bool:
    return any(len(group.documents) > 1 for group in report.clusters)


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_question_in_other_words_and_with_other_answers_is_linked(a, b):
    assert _linked(_report(a, b))


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_other_questions_are_not_linked(a, b):
    assert not _linked(_report(a, b))


@pytest.mark.parametrize(("a", "b"), SAME)
def test_a_changed_number_changes_no_link(a, b):
    changed = b.replace("5,4", "7,9").replace("lima", "dua belas")
    assert _linked(_report(a, b)) == _linked(_report(a, changed))


def test_rows_of_a_table_are_told_apart_by_their_first_number():
    rows = "\n".join(f"Harga emas {n} gram: Rp {n * 1909}.000." for n in (1, 2, 5, 10, 25))
    other = "\n".join(f"Harga emas {n} gram: Rp {n * 1904}.000." for n in (1, 2, 5, 10, 25))
    report = _report(rows, other)
    texts = {c.id: c.span.text for c in report.claims}
    for group in report.clusters:
        assert len({texts[id].split(":")[0] for id in group.claims}) == 1


# --- why


@pytest.fixture(scope="module")
def news() -> claimcheck.Report:
    return claimcheck.compare(five())


def test_why_is_symmetric_and_its_weights_sum_to_the_score(news):
    place = {i: claim.id for i, claim in enumerate(news.claims)}
    known = link(news.claims)
    for ln in [*known[:20], *known[-20:], *known[::97]]:
        there, back = news.why(place[ln.a], place[ln.b]), news.why(place[ln.b], place[ln.a])
        assert there == back
        waterfall = [s.weight for s in there.steps if s.rule in WEIGHTS]
        assert len(waterfall) == len(WEIGHTS)
        assert sum(waterfall) == pytest.approx(ln.score, abs=1e-6)


@pytest.mark.parametrize(
    ("texts", "language", "says"),
    [
        (("Gempa mengguncang Palu.", "Gempa tidak mengguncang Palu."), "id", "yang satu menegaskan"),
        (("Gempa mengguncang Palu.", "Gempa kuat mengguncang Palu."), "id", "tidak ada yang menyangkal"),
        (("The quake struck Palu.", "The quake did not strike Palu."), "en", "one says that it is so"),
    ],
)
def test_why_speaks_the_language_of_the_report(texts: tuple[str, str], language: str, says: str) -> None:
    report = claimcheck.compare(texts, language=language)
    steps = {step.rule: step for step in report.why(report.claims[0].id, report.claims[1].id).steps}
    assert steps["link.polarity"].says.startswith(says)
    assert steps["link.polarity"].held == (steps["link.polarity"].weight != 0)


def test_why_tells_of_pairs_that_were_never_candidates(news):
    told = news.why(news.claims[0].id, news.claims[-1].id)
    assert sum(s.weight for s in told.steps if s.rule in WEIGHTS) < SURE
    with pytest.raises(OptionError):
        news.why(news.claims[0].id, "nobody:1-2")


def test_every_weight_has_words():
    assert list(SAYS) == list(WEIGHTS) == list(load("id").data["says.toml"]["links"])
    assert all(weight >= 0 for name, weight in WEIGHTS.items() if name != "link.before")


# --- candidates


def _pairs(claims: Sequence[Claim]) -> set[tuple[int, int]]:
    return set(zip(*(side.tolist() for side in candidates(weigh(claims))), strict=True))


def test_every_pair_that_shares_enough_is_a_candidate(news):
    weighing, claims = weigh(news.claims), news.claims
    cosine = (weighing.words @ weighing.words.T).toarray()
    only = weighing.counted("only")
    slots = (only @ only.T).toarray()
    wanted = {
        (a, b)
        for a, b in itertools.combinations(range(len(claims)), 2)
        if weighing.sentence[a] != weighing.sentence[b] and (cosine[a, b] >= LEAST or slots[a, b])
    }
    assert _pairs(claims) == wanted


def test_among_many_claims_only_alike_reports_are_compared(news, monkeypatch):
    other = [
        c for d in ("x", "y") for c in claimcheck.read(Document(id=d, text=PRICES, language="id")).claims
    ]
    claims = [*news.claims, *other]
    every = _pairs(claims)
    monkeypatch.setattr("claimcheck.linking.candidates.SMALL", 0)
    monkeypatch.setattr("claimcheck.linking.candidates.STRANGE", 0.0)
    kept = _pairs(claims)
    assert kept < every
    assert {p for p in every if p[1] < len(news.claims)} <= kept
    reports = {frozenset(claims[i].document for i in pair) for pair in kept}
    assert frozenset("xy") in reports
    assert not any(report & {"x", "y"} and report - {"x", "y"} for report in reports)


def test_the_order_of_reports_changes_no_candidate_among_many(news, monkeypatch):
    monkeypatch.setattr("claimcheck.linking.candidates.SMALL", 0)
    claims = list(news.claims)
    turned = claims[::-1]
    there = {frozenset((claims[a].id, claims[b].id)) for a, b in _pairs(claims)}
    assert {frozenset((turned[a].id, turned[b].id)) for a, b in _pairs(turned)} == there


def test_among_many_claims_alike_reports_give_the_pairs_that_comparing_all_gives(news, monkeypatch):
    claims = list(news.claims)
    every = _pairs(claims)
    monkeypatch.setattr("claimcheck.linking.candidates.SMALL", 0)
    monkeypatch.setattr("claimcheck.linking.candidates.STRANGE", 0.0)
    for cells in (1, 10_000, 1_000_000):
        monkeypatch.setattr("claimcheck.linking.meetings.CELLS", cells)
        assert _pairs(claims) == every


def test_among_many_claims_those_of_one_report_must_share_more(news, monkeypatch):
    claims, weighing = list(news.claims), weigh(news.claims)
    every = _pairs(claims)
    monkeypatch.setattr("claimcheck.linking.candidates.SMALL", 0)
    fewer = every - _pairs(claims)
    assert fewer
    for a, b in fewer:
        assert (
            claims[a].document == claims[b].document or apart(weighing, np.array([a]), np.array([b]))[0] < 0
        )


# --- pairs among their rivals and neighbours


@pytest.fixture(scope="module")
def shown(news) -> Pairs:
    weighing = weigh(news.claims)
    return seen(weighing, *candidates(weighing))


def _by_themselves(pairs: Pairs) -> dict[tuple[int, int], float]:
    places = zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)
    return dict(zip(places, pairs.plain.tolist(), strict=True))


def test_rivals_are_the_claims_of_the_other_report_that_come_as_near(news, shown):
    plain, document = _by_themselves(shown), [c.document for c in news.claims]
    for (a, b), found in list(zip(plain, shown.rivals, strict=True))[::29]:
        near = [
            sum(
                value >= plain[a, b] - NEARLY
                for (x, y), value in plain.items()
                if (x == one and document[y] == document[other])
                or (y == one and document[x] == document[other])
            )
            for one, other in ((a, b), (b, a))
        ]
        expected = 0.0 if document[a] == document[b] else -math.log(sum(near) / 2)
        assert found == pytest.approx(expected)


def test_neighbours_are_links_of_the_claims_beside_them(news, shown):
    plain, document = _by_themselves(shown), [c.document for c in news.claims]
    linked = {pair for pair, value in plain.items() if value >= SURE}
    beside = [i for i in range(-NEAR, NEAR + 1) if i]
    for (a, b), found in zip(plain, shown.near, strict=True):
        near = [(a + i, b + j) for i in beside for j in beside if max(a + i, b + j) < len(document)]
        around = any(
            (min(x, y), max(x, y)) in linked and document[x] == document[a] and document[y] == document[b]
            for x, y in near
            if min(x, y) >= 0
        )
        assert found == (around and plain[a, b] >= HOPEFUL)


def test_pairs_that_are_left_out_change_no_other(news, shown):
    """Linking looks at whole reports at once and leaves out what cannot count; each pair by itself shows the same."""
    wanted = {
        (a, b): score for a, b, score in zip(shown.a, shown.b, shown.scores(), strict=True) if score >= FAINT
    }
    found = {(ln.a, ln.b): ln.score for ln in link(news.claims)}
    assert found.keys() == wanted.keys()
    assert all(found[pair] == pytest.approx(score, abs=1e-9) for pair, score in wanted.items())


# --- decisions


def test_what_a_person_decided_is_honoured():
    a, b = SAME[1]
    plain = _report(a, b)
    ids = next(group.claims for group in plain.clusters if len(group.documents) > 1)
    for says in ("different", "unsure"):
        assert not _linked(_report(a, b, decisions=[(ids[0], ids[1], says)]))
    a, b = DIFFERENT[1]
    first, second = (c.id for c in _report(a, b).claims)
    assert _linked(_report(a, b, decisions=[(first, second, "same")]))


@pytest.mark.parametrize("decision", [("x", "y", "same"), ("a:0-1", "b:0-1", "perhaps")])
def test_a_decision_that_cannot_be_followed_is_an_error(decision):
    with pytest.raises(OptionError, match="decisions"):
        _report(*SAME[0], decisions=[decision])


# --- clusters


def _claims(count: int) -> list[Claim]:
    places = [Span(f"d{i}", 0, 1, f"claim {i}") for i in range(count)]
    return [Claim(f"d{i}:0-1", place, Sentence(place), Question()) for i, place in enumerate(places)]


def test_clusters_do_not_chain():
    """a-b and b-c are linked, a-c were never close: the stronger link wins, and c stands alone."""
    claims = _claims(3)
    assert cluster([Link(0, 1, 2.0), Link(1, 2, 1.0)], claims) == [(0, 1)]
    assert cluster([Link(0, 1, 2.0), Link(1, 2, 1.0), Link(0, 2, 0.1)], claims) == [(0, 1, 2)]


def test_a_weak_link_joins_nothing():
    assert cluster([Link(0, 1, -0.1)], _claims(2)) == []


scores = st.lists(st.floats(-2, 3).map(lambda x: round(x, 3)), min_size=15, max_size=15)


@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(scores, st.permutations(range(6)))
def test_the_order_of_the_claims_changes_no_cluster(values, order):
    pairs = list(itertools.combinations(range(6), 2))
    values = [v + i * 1e-4 for i, v in enumerate(values)]  # ties are broken by place
    plain = cluster(_sorted(pairs, values), _claims(6))
    moved = [tuple(sorted((order[a], order[b]))) for a, b in pairs]
    renamed = {tuple(sorted(order[i] for i in group)) for group in plain}
    assert {*cluster(_sorted(moved, values), _claims(6))} == renamed


def _sorted(pairs: list[tuple[int, int]], values: list[float]) -> list[Link]:
    return sorted(
        (Link(a, b, v) for (a, b), v in zip(pairs, values, strict=True)),
        key=lambda ln: (-ln.score, ln.a, ln.b),
    )


# --- origins


def test_a_copy_is_one_origin_even_without_a_claim():
    report = _report("Kunjungan menjelang ", "Kunjungan  menjelang")
    assert [o.documents for o in report.origins] == [("a", "b")]
    assert report.origins[0].evidence


def test_two_reports_of_one_event_in_their_own_words_are_two_origins():
    assert len(_report(*SAME[1]).origins) == 2


def test_the_question_holds_no_answer():
    (a,), (b,) = (
        claimcheck.read(f"Polisi menangkap {n} tersangka di Bogor.").claims for n in ("dua", "tujuh")
    )
    assert terms(a) == terms(b)


@pytest.mark.parametrize(("more", "only"), [("", True), (" Api menghanguskan 9 mobil di Klaten.", False)])
def test_the_one_number_of_a_report_links(more: str, only: bool) -> None:
    texts = ["Api menghanguskan 20 mobil di Solo." + more, "Sebanyak 50 mobil ludes di Kota Solo."]
    report = claimcheck.compare(texts, language="id")
    first = next(c for c in report.claims if c.document == "d1")
    other = next(c for c in report.claims if c.document == "d2")
    held = {step.rule for step in report.why(first.id, other.id).steps if step.held}
    assert ("link.only" in held) == only


@pytest.mark.parametrize(("hour", "rules"), [("07.00", []), ("09.30", ["date.apart"])])
def test_when_it_happened_is_one_question_by_whatever_word(hour: str, rules: list[str]) -> None:
    texts = [
        "Anggota DPRD Cilegon Budi Santoso diadang buruh pabrik tepung Melati, kata polisi Cilegon. "
        "Peristiwa itu terjadi pada Selasa (10/6/2025) pukul 07.00.",
        "Budi Santoso, anggota DPRD Cilegon, diadang buruh pabrik tepung Melati saat demo. "
        f"Bentrokan terjadi sekitar pukul {hour} di gerbang pabrik, kata polisi Cilegon.",
    ]
    report = claimcheck.compare(texts, language="id")
    assert [f.steps[-1].rule for f in report.conflicts] == rules


def _weight(report: claimcheck.Report, a: Claim, b: Claim, rule: str) -> float:
    return next(step.weight for step in report.why(a.id, b.id).steps if step.rule == rule)


def test_a_claim_with_rivals_links_less():
    """Two goals of one report come as near to the goal of the other."""
    one = "Wasit meniup peluit. Budi mencetak gol pada menit 10."
    goals = "Budi mencetak gol pada menit 12. Budi mencetak gol lagi pada menit 15."
    weights = [
        _weight(report, report.claims[1], report.claims[2], "link.rivals")
        for report in (_report(one, "Budi mencetak gol pada menit 12. Penonton pulang."), _report(one, goals))
    ]
    assert weights[0] == 0 > weights[1]


def test_the_printed_words_of_a_sentence_count_and_its_numbers_do_not():
    report = _report("Sebanyak 12 kambing dijual di pasar.", "Sebanyak 14 kambing dijual di pasar.")
    other = _report("Sebanyak 12 kambing dijual di pasar.", "Kambing laku keras.")
    same, less = (_weight(r, *r.claims[:2], "link.wording") for r in (report, other))
    assert same == pytest.approx(WEIGHTS["link.wording"])
    assert less < same / 2


def test_a_rare_thing_in_common_counts_more_than_a_common_one():
    often = " ".join(
        f"Warga {verb} sapi." for verb in ("menjual", "membeli", "memotong", "memberi", "mencari")
    )
    report = _report(
        f"{often} Sapi itu sehat. Petugas menyita trenggiling.", "Trenggiling disita petugas. Sapi itu mati."
    )
    rare = [c for c in report.claims if "renggiling" in c.span.text]
    common = [c for c in report.claims if "Sapi itu" in c.span.text]
    assert _weight(report, *rare, "link.rare") > _weight(report, *common, "link.rare")


def test_a_name_printed_once_in_a_headline_is_nobodys_full_name():
    keys = canonical(["budi", "budi", "kapal budi angkut hasil"])
    assert keys["budi"] == "budi"
    assert canonical(["budi", "budi santoso"])["budi"] == "budi santoso"


def test_one_word_is_part_of_a_longer_name_as_it_is_spelled_in_one():
    keys = canonical(["osaka", "keisuke osako", "romeny", "ole romeny", "ole romeney"])
    assert keys["osaka"] == "osaka"
    assert keys["romeny"] in ("ole romeny", "ole romeney")


def test_a_headline_counts_less():
    report = _report(
        "Presiden Mengunjungi Kota Palu\nPresiden tiba di Palu pagi ini.", "Presiden mengunjungi Palu."
    )
    head, text, other = report.claims
    assert _weight(report, head, other, "link.headline") == -WEIGHTS["link.headline"]
    assert not _weight(report, text, other, "link.headline")


def test_a_part_of_a_place_is_no_longer_form_of_it():
    keys = canonical(["jakarta", "jakarta selatan", "papua", "papua barat daya"])
    assert (keys["jakarta"], keys["papua"]) == ("jakarta", "papua")


@pytest.mark.parametrize(
    ("name", "one", "other", "units"),
    [
        ("link.numbers", "Tiga orang tewas di Palu.", "Tiga orang tewas di Palu itu.", 0),
        ("link.numbers", "Sekitar 300 orang tewas di Palu.", "Sebanyak 312 orang tewas di Palu.", 0),
        ("link.numbers", "Tiga orang tewas di Palu.", "Lima orang tewas di Palu.", -1),
        ("link.numbers", "Tiga orang tewas di Palu.", "Sebanyak 300 orang tewas di Palu.", -2),
        ("link.numbers", "Tiga orang tewas di Palu.", "Puluhan orang tewas di Palu.", 0),
        ("link.figures", "Harganya Rp 1,98 triliun.", "Nilainya Rp 1.980.000.000.000.", 1),
        ("link.figures", "Sebanyak 25 orang tewas.", "Korban tewas 25 orang.", 0.5),
        ("link.figures", "Sebanyak 200 orang tewas.", "Korban tewas 200 orang.", 0),
        ("link.polarity", "Presiden hadir di Palu.", "Presiden tidak hadir di Palu.", -1),
        ("link.act", "Presiden mengunjungi Palu.", "Kota Palu dikunjungi Presiden.", 1),
        ("link.act", "Presiden mengunjungi Palu.", "Presiden meninggalkan Palu.", 0),
        ("link.act", "Polisi menyita dua mobil.", "Polisi melakukan penyitaan dua mobil.", 1),
        ("link.act", "Wali kota mencabut izin itu.", "Wali kota memutuskan untuk mencabut izin itu.", 1),
        ("link.act", "Gubernur menanggapi kabar itu.", "Gubernur memberikan tanggapan soal kabar itu.", 1),
        ("link.act", "Gubernur menanggapi kabar itu.", "Gubernur memberikan sumbangan soal kabar itu.", 0),
        (
            "link.doer",
            "Jenderal Budi Santoso mengunjungi Palu.",
            "Kota Palu dikunjungi oleh Budi Santoso.",
            1,
        ),
        ("link.doer", "Jenderal Budi Santoso mengunjungi Palu.", "Jenderal Andi Wijaya mengunjungi Palu.", 0),
        ("link.whole", "Presiden mengunjungi Palu.", "Kota Palu dikunjungi Presiden.", -1),
        (
            "link.whole",
            "Presiden mengunjungi Palu.",
            "Presiden mengunjungi Palu, lalu Gubernur membuka pasar.",
            0,
        ),
        ("link.said", "“Kami siap,” kata Budi di Palu.", "Budi mengatakan mereka siap di Palu.", 1),
        ("link.said", "“Kami siap,” kata Budi di Palu.", "Mereka siap di Palu.", 0),
        (
            "link.times",
            "Perang usai pada 1953. Rapat 5 Juni 2023.",
            "Perang usai pada 1955. Rapat 5 Juni 2023.",
            1,
        ),
        ("link.times", "Rapat selesai pada 5 Juni 2023.", "Rapat selesai pada 6 Juni 2023.", 0.1),
        ("link.times", "Rapat selesai pada 5 Juni 2023.", "Rapat itu selesai.", 0),
    ],
)
def test_what_their_answers_add(name: str, one: str, other: str, units: float) -> None:
    report = _report(one, other)
    first = [next(c for c in report.claims if c.document == d.id) for d in report.documents]
    assert _weight(report, *first, name) == pytest.approx(WEIGHTS[name] * units)
