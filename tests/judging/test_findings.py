"""Findings of whole comparisons: one document against itself, slips, confidence, suppressions, headlines."""

import pytest

import claimcheck
from claimcheck.errors import OptionError
from claimcheck.judging import polarity, rules
from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.clusters import linked_themselves
from claimcheck.judging.confidence import RIGHT
from claimcheck.judging.events import COPIES, ELSEWHERE
from claimcheck.judging.identity import slip
from claimcheck.judging.judge import judge
from claimcheck.judging.sides import OF_TWO_THINGS
from claimcheck.records import Claim, Document, Step
from claimcheck.records.finding import Relation

PALU = [
    Document(id="a", source="Antara", text="Gempa di Palu menewaskan 12 orang.", language="id"),
    Document(id="b", source="Kompas", text="Gempa di Palu menewaskan 15 orang.", language="id"),
]


def test_a_headline_names_the_sources_and_prints_the_values():
    [found] = claimcheck.compare(PALU).conflicts
    assert found.headline == "Antara menyebut 12 orang, Kompas menyebut 15 orang: Gempa di Palu menewaskan"


def test_a_depth_in_a_clause_of_its_own_is_compared():
    told = [
        "The quake occurred about 14 miles northeast of Healdsburg and had a depth of 1.2 miles.",
        "The quake occurred about 14 miles northeast of Healdsburg, on the Maacama Fault, with a depth of 2.1 miles.",
    ]
    [found] = claimcheck.compare(told, language="en").conflicts
    assert [side.says for side in found.sides] == ["1.2 miles", "2.1 miles"]


ROADS = "Ganjil genap berlaku di 25 ruas jalan Jakarta."


@pytest.mark.parametrize(
    ("other", "clashing"),
    [
        ("Aturan pelat itu meliputi 26 ruas jalan Jakarta.", 1),
        ("Aturan pelat itu meliputi 40 ruas jalan Jakarta.", 0),  # far from 25
        ("Ganjil genap berlaku di 40 ruas jalan Jakarta.", 1),  # but in one wording
        ("Aturan pelat itu meliputi 26 ruas jalan Jakarta. Dahulu ada 25 ruas jalan.", 0),  # one gives both
    ],
)
def test_numbers_of_claims_that_stand_in_no_cluster_together(other, clashing):
    report = claimcheck.compare([ROADS, other], language="id")
    pair = frozenset(claim.id for claim in report.claims if claim.span.start == 0)
    _, found = judge(report.claims, (), report.origins, report.documents, "id", direct=frozenset({pair}))
    assert [f.steps[-1].rule for f in found] == ["number.apart"] * clashing


def test_all_who_deny_stand_on_one_side():
    told = [
        "Tuduhan suap itu diakui oleh Rusia dan China.",
        "Tuduhan suap itu dibantah oleh Rusia dan China.",
        "Tuduhan suap itu ditolak oleh Rusia dan China.",
        "Rusia membantah tuduhan suap itu.",
    ]
    report = claimcheck.compare(
        [Document(id=id, text=text, language="id") for id, text in zip("abcd", told, strict=True)]
    )
    [found] = [f for f in report.conflicts if f.kind == "polarity"]
    assert sorted(sorted({span.document for span in side.spans}) for side in found.sides) == [
        ["a"],
        ["b", "c", "d"],
    ]


def test_a_side_holds_where_its_report_says_it_again():
    told = [
        "20 Bus Transjakarta Terbakar di Terminal Rawa Buaya\n\nPetugas memadamkan api pada Selasa malam.",
        "50 Bus Transjakarta Terbakar di Terminal Rawa Buaya\n\n"
        "Warga berlarian. Suroto menambahkan, sekitar 50 unit bus ludes dilalap api dalam peristiwa itu.",
    ]
    [found] = claimcheck.compare(told, language="id").conflicts
    assert [len(side.spans) for side in found.sides] == [1, 2]


def test_the_sides_of_a_finding_are_of_other_reports_first():
    told = [
        "An earthquake with a preliminary magnitude of 4.4 struck Sonoma County near The Geysers, the survey said.\n"
        "The shaking woke people in the valley and rattled windows, and the schools of the county opened an hour "
        "late, so that every building could be looked at before the children came to their classes.\n"
        "An earthquake with a preliminary magnitude of 2.0 struck Sonoma County near The Geysers, the survey said.",
        "A 4.2 magnitude earthquake struck eastern Sonoma County near The Geysers, the survey said.",
    ]
    clashing = [f for f in claimcheck.compare(told, language="en").conflicts if len(f.sides) == 2]
    assert all(len({d for side in f.sides for d in side.documents}) == 2 for f in clashing)


def test_a_weekday_that_its_date_does_not_have():
    report = claimcheck.compare(
        [Document(id="a", source="Antara", text="Ia tiba di Solo, Rabu (16/6/2025).", language="id")]
    )
    [found] = report.conflicts
    assert (found.kind, found.headline) == (
        "calendar",
        "Antara menulis Rabu, padahal 16 Juni 2025 jatuh pada hari Senin",
    )
    assert [side.says for side in found.sides] == ["Rabu", "16/6/2025"]


@pytest.mark.parametrize(
    ("days", "right"),
    [
        (["Rabu (18/6/2025)"], ["Rabu (18/6/2025)"]),
        (["Rabu (18/6/2025)", "Rabu, 18 Juni 2025"], ["Rabu (18/6/2025)"]),
        (["Rabu (11/6/2025)"], []),  # more than one slip
        (["Rabu (18/6/2025)", "Rabu (19/3/2025)"], []),  # two days it may be
        (["18 Juni 2025"], []),  # no weekday
        (["19 Maret 2025"], ["19 Maret 2025"]),  # none, but the same day of another month, and a Wednesday
        (["Kamis (19/6/2025)"], ["Kamis (19/6/2025)"]),  # the weekday was the slip
        (["Kamis (19/6/2025)", "Rabu (18/6/2025)"], []),
    ],
)
def test_other_reports_give_the_day_that_a_weekday_falls_on(days, right):
    told = [f"Menteri Budi Santoso tiba di balai kota Solo, {day}." for day in ("Rabu (19/6/2025)", *days)]
    found = [f for f in claimcheck.compare(told, language="id").findings if f.kind == "calendar"]
    assert [[side.says for side in f.sides] for f in found] == [["Rabu", "19/6/2025", *right]]
    assert found[0].headline.count(";") == len(right)


@pytest.mark.parametrize(
    ("day", "right"), [("Rabu (18/6/2025)", ["Rabu (18/6/2025)"]), ("Rabu (11/6/2025)", [])]
)
def test_a_report_may_give_the_right_day_itself(day, right):
    text = f"Menteri itu tiba di balai kota Solo, Rabu (19/6/2025). Ia pulang dari Solo pada {day}."
    [found] = claimcheck.compare([{"id": "a", "text": text}], language="id").conflicts
    assert [side.says for side in found.sides] == ["Rabu", "19/6/2025", *right]
    assert ("di tempat lain" in found.headline) == bool(right)


def test_a_day_after_the_report_is_mended_by_one_before_it():
    told = [
        f"Menteri Budi Santoso tiba di balai kota Solo, Rabu ({day})." for day in ("18/6/2026", "18/6/2025")
    ]
    docs = [{"id": id, "text": text, "published": "2025-06-19"} for id, text in zip("ab", told, strict=True)]
    found = [f for f in claimcheck.compare(docs, language="id").findings if f.kind == "calendar"]
    assert [f.sides[-1].says for f in found] == ["Rabu (18/6/2025)"]


def test_a_report_of_something_else_says_nothing_of_a_weekday():
    told = ["Menteri Budi Santoso tiba di Solo, Rabu (19/6/2025).", "Harga cabai turun, Rabu (18/6/2025)."]
    [found] = claimcheck.compare(told, language="id").conflicts
    assert [side.says for side in found.sides] == ["Rabu", "19/6/2025"]


@pytest.mark.parametrize(
    ("x", "y", "one"),
    [
        ("01200", "014200", True),
        ("014200", "014300", True),
        ("0142", "0143", True),
        ("12", "13", False),
        ("12345", "54321", False),
        ("1234", "1234", False),
    ],
)
def test_a_slip_is_one_digit(x, y, one):
    assert slip(x, y) == slip(y, x) == one


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Undang-Undang", "UU"),
        ("Peraturan Pemerintah", "PP"),
        ("Peraturan Presiden", "Perpres"),
        ("Keputusan Presiden", "Keppres"),
        ("Instruksi Presiden", "Inpres"),
        ("Peraturan Daerah", "Perda"),
        ("Peraturan Gubernur", "Pergub"),
        ("Peraturan Bupati", "Perbup"),
    ],
)
def test_a_law_is_of_one_sort_by_its_long_and_its_short_name(long, short):
    texts = [
        f"Tarif kapal di Tuban diatur {law} Nomor {number} Tahun 2021 sejak awal tahun."
        for law, number in ((long, 14), (short, 15))
    ]
    assert [f.steps[-1].rule for f in claimcheck.compare(texts, language="id").conflicts] == ["identity.slip"]


def test_findings_less_sure_are_left_out():
    [found] = claimcheck.compare(PALU).conflicts
    assert found.confidence == RIGHT["number.apart"]
    assert claimcheck.compare(PALU, min_confidence=found.confidence + 0.01).conflicts == ()


def entry(**more):
    [found] = claimcheck.compare(PALU).conflicts
    return {"id": found.id, "reason": "both are quoted as printed", **more}


def test_a_suppressed_finding_is_left_out_and_nothing_is_told():
    report = claimcheck.compare(PALU, suppressed=[entry()])
    assert (report.conflicts, report.diagnostics) == ((), ())


@pytest.mark.parametrize(("today", "left"), [("2026-12-31", 0), ("2027-01-01", 1)])
def test_a_suppression_ends_with_its_day(today, left):
    report = claimcheck.compare(PALU, suppressed=[entry(until="2026-12-31")], today=today)
    assert (len(report.conflicts), len(report.diagnostics)) == (left, left)


def test_the_latest_publication_stands_for_today():
    late = [d.model_copy(update={"published": "2027-02-01"}) for d in PALU]
    [found] = claimcheck.compare(late).findings[:1]
    report = claimcheck.compare(late, suppressed=[{"id": found.id, "reason": "known", "until": "2026-12-31"}])
    assert [d.code for d in report.diagnostics] == ["stale-suppression"]


def test_a_suppression_of_no_finding_is_told():
    report = claimcheck.compare(PALU, suppressed=[{"id": "number-00000000", "reason": "gone"}])
    assert [d.code for d in report.diagnostics] == ["stale-suppression"]


@pytest.mark.parametrize(
    "bad",
    [
        {"id": "x"},
        {"reason": "y"},
        {"id": "x", "reason": "y", "until": "tomorrow"},
        {"id": "x", "reason": "y", "day": "2026-12-31"},
    ],
)
def test_a_wrong_entry_is_refused(bad):
    with pytest.raises(OptionError, match=r"suppressed\[0\]"):
        claimcheck.compare(PALU, suppressed=[bad])


def test_every_rule_has_its_page():
    assert [rule for rule, page in rules().items() if not page.strip()] == []


ARSIP = " Manajemen Arema FC belum mengumumkan pemain baru untuk musim depan. Aremania diminta bersabar."


@pytest.mark.parametrize(
    ("text", "day", "other"),
    [
        (
            "“Kami belum menyiapkan kejutan,” ucap Yusrinal Fitriandi, dikonfirmasi pada {}.",
            "Sabtu 7 Juni 2025",
            "Senin 9 Juni 2025",
        ),
        (
            "Seri Aragon 2025 digelar di Spanyol, {}, dan Marc Marquez finis pertama.",
            "Sabtu (7/6/2025)",
            "Senin (16/6/2025)",
        ),
        ("Bank Indonesia mencatat cadangan devisa 152,5 miliar dolar per {}.", "Mei 2025", "September 2025"),
    ],
)
def test_a_copy_that_changed_only_the_day_clashes(text, day, other):
    report = claimcheck.compare([text.format(day) + ARSIP, text.format(other) + ARSIP])
    assert [(f.kind, [s.says for s in f.sides]) for f in report.conflicts] == [("date", [day, other])]


def test_two_reporters_may_hear_it_on_two_days():
    text = "“Kami belum menyiapkan kejutan,” ucap Yusrinal Fitriandi, dikonfirmasi pada {} 2025."
    again = (
        "Yusrinal Fitriandi, dikonfirmasi pada Senin 9 Juni 2025, mengatakan klub belum menyiapkan kejutan."
    )
    assert claimcheck.compare([text.format("Sabtu 7 Juni"), again]).conflicts == ()


def test_two_bodies_that_no_list_knows_are_rivals_in_a_copy():
    text = "{} melaporkan cadangan devisa sebesar 152,5 miliar dolar pada akhir Mei 2025." + ARSIP
    names = ["Badan Karantina Pesisir", "Komisi Pangan Rakyat"]
    report = claimcheck.compare([text.format(name) for name in names])
    assert [(f.kind, [s.says for s in f.sides]) for f in report.conflicts] == [("attribution", names)]


COPY = (
    "“Banyak yang minta rute itu. Warga kota lama menunggu bus baru,” ungkap {} di Jakarta, Selasa (10/6/2025)."
    + ARSIP
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Freedom Flotilla Coalition (FFC)", "Badan Karantina Pesisir"),
        ("Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)", "Komisi Pangan Rakyat"),
        ("Gubernur Jakarta Pramono Anung", "Bram Sutedja"),
    ],
)
def test_a_copy_that_changed_only_the_speaker_clashes(one, other):
    report = claimcheck.compare([COPY.format(one), COPY.format(other)])
    assert {f.kind for f in report.conflicts} == {"attribution"}
    assert all(other in s.text for f in report.conflicts for s in f.sides[1].spans)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gubernur Jakarta Pramono Anung", "Pramono"),
        ("Gubernur Jakarta Pramono Anung", "Gubernur Jakarta"),
        ("Freedom Flotilla Coalition (FFC)", "FFC"),
        ("Badan Karantina Pesisir", "BKP"),
    ],
)
def test_a_copy_that_shortened_the_speaker_does_not(one, other):
    assert claimcheck.compare([COPY.format(one), COPY.format(other)]).conflicts == ()


def test_a_thing_pointed_at_does_nothing_that_another_did():
    text = "Peluncuran digelar Yamaha Motor. {} hadir dengan warna baru di Jakarta." + ARSIP
    report = claimcheck.compare([text.format("Yamaha FreeGo"), text.format("Motor tersebut")])
    assert report.conflicts == ()


def test_doers_with_a_name_in_common_are_no_rivals():
    text = "Sejak Jumat, {} melakukan penggerebekan terkoordinasi di Westlake dan South Gate." + ARSIP
    names = ["petugas Brimob dan DHS", "Department of Homeland Security/DHS"]
    verdicts = claimcheck.compare([text.format(name) for name in names]).verdicts
    assert "attribution.joint" in {v.steps[-1].rule for v in verdicts if v.kind == "attribution"}


def test_what_several_have_done_others_may_have_done_too() -> None:
    text = "{} sudah mengumumkan secara resmi sejumlah pemain yang dilepas musim ini." + ARSIP
    two = [text.format(name) for name in ("Bali United", "Barito Putera")]
    several = text.format("Persib Bandung, Persija Jakarta dan Arema Malang")
    assert {f.kind for f in claimcheck.compare(two).conflicts} == {"attribution"}
    assert claimcheck.compare([*two, several]).conflicts == ()
    assert claimcheck.compare([two[0], several]).conflicts != ()
    joint = text.format("Persib Bandung dan Persija Jakarta")
    assert claimcheck.compare([*two, joint]).conflicts != ()


def test_a_speaker_who_is_pointed_at_is_only_guessed() -> None:
    told = " Warga Rajeg ini menjelaskan, truk pasir itu melaju kencang ke arah sungai." + ARSIP
    one = "Rina Kusuma mengatakan sekolah di desa itu libur dua hari." + told
    other = "Budi Santoso menyebutkan jembatan gantung aman." + told
    assert claimcheck.compare([one, other], language="id").conflicts == ()


SEVERAL = "“{} Hujan deras merusak jembatan desa itu sejak Senin. Kami menunggu,” kata {}."


@pytest.mark.parametrize(("closing", "kinds"), [("Agus Wijaya", ["attribution"]), ("dia", [])])
def test_who_closes_a_long_quotation_is_known_and_a_pronoun_is_not(closing: str, kinds: list[str]) -> None:
    one = SEVERAL.format("Kami sudah tahu.", "Budi Santoso")
    other = "Agus Wijaya hadir di balai kota. " + SEVERAL.format("Air naik.", closing)
    assert [f.kind for f in claimcheck.compare([one, other], language="id").conflicts] == kinds


@pytest.mark.parametrize(
    ("office", "holder"),
    [
        ("Gubernur Jakarta", "Pramono Anung"),
        ("Dirut Garuda Indonesia", "Irfan Setiaputra"),
        ("Kepala Dinas Perhubungan DKI Jakarta", "Syafrin Liputo"),
    ],
)
def test_an_office_and_its_holder_are_no_rivals(office: str, holder: str) -> None:
    done = "{} meresmikan jembatan gantung di desa itu pada Senin." + ARSIP
    assert claimcheck.compare([done.format(office), done.format(holder)]).conflicts == ()
    said = "“Jembatan gantung di desa itu sudah dibuka,” kata {}." + ARSIP
    assert claimcheck.compare([said.format(office), said.format(holder)]).conflicts == ()


def test_an_office_with_its_holder_is_a_rival() -> None:
    done = "{} meresmikan jembatan gantung di desa itu pada Senin." + ARSIP
    report = claimcheck.compare([done.format("Gubernur Pramono Anung"), done.format("Bahlil Lahadalia")])
    assert [f.kind for f in report.conflicts] == ["attribution"]


def test_the_rules_that_are_treated_apart_are_rules():
    named = ELSEWHERE | COPIES | OF_TWO_THINGS
    assert named - set(rules()) == set()


def test_a_verdict_names_the_answers_it_compares():
    [verdict] = [v for v in claimcheck.compare(PALU).verdicts if v.kind == "number"]
    assert [(s.document, s.text) for s in verdict.answers] == [("a", "12 orang"), ("b", "15 orang")]


SAME_REST = (
    " Angka itu naik tipis dibandingkan bulan sebelumnya karena penerbitan obligasi pemerintah."
    " Posisi itu dinilai tetap kuat untuk menjaga ketahanan ekonomi nasional."
)


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        ("Bank Indonesia mencatat cadangan devisa USD152,5 miliar.", "USD152,5", []),
        ("Bank Indonesia mencatat cadangan devisa USD152,5 miliar.", "USD652,5", ["number"]),
        ("Sejauh ini Bank Indonesia mencatat cadangan devisa USD152,5 miliar.", "USD652,5", ["number"]),
    ],
)
def test_a_copy_that_changed_one_number_clashes(a, b, kinds):
    texts = [a + SAME_REST, a.replace("USD152,5", b) + SAME_REST]
    assert [f.kind for f in claimcheck.compare(texts, language="id").conflicts] == kinds


def test_each_report_may_give_its_own_day_in_a_copy():
    texts = [
        f"Harga emas Antam turun tajam di Jakarta, {day} (… /6/2025)." + SAME_REST
        for day in ("Senin", "Selasa")
    ]
    days = ["2025-06-09", "2025-06-10"]
    docs = [
        Document(id=str(i), text=t.replace("…", d[-2:].lstrip("0")), published=d, language="id")
        for i, (t, d) in enumerate(zip(texts, days, strict=True))
    ]
    assert claimcheck.compare(docs).conflicts == ()
    moved = [d.model_copy(update={"published": days[0]}) for d in docs]
    assert [f.kind for f in claimcheck.compare(moved).conflicts] == ["date"]


def numbers(*texts: str) -> list[tuple[str, str]]:
    found = claimcheck.compare(texts, language="id").findings
    return [(f.relation, f.steps[-1].rule) for f in found if f.kind == "number"]


EXPORTS = "Ekspor sepeda motor dari Solo mencapai 49.618 unit atau naik 29,7 persen."


@pytest.mark.parametrize(
    ("here", "there", "rows"),
    [
        # a report that gives both, the other one rounded
        (
            "Penjualan sepeda motor di Solo naik 24,2 persen. Ekspor sepeda motor dari Solo naik 29,7 persen.",
            "Penjualan sepeda motor dari Solo naik 24 persen.",
            [("differs in scope", "number.known")],
        ),
        (
            "Penjualan sepeda motor di Solo naik 21,2 persen. Ekspor sepeda motor dari Solo naik 29,7 persen.",
            "Ekspor sepeda motor dari Solo naik 24 persen.",
            [("conflict", "number.apart")],
        ),
        # two rises, each beside its own amount
        (
            EXPORTS,
            "Penjualan sepeda motor di Solo mencapai 505.350 unit atau naik 24 persen.",
            [("differs in scope", "number.amounts")],
        ),
        (
            EXPORTS,
            "Ekspor sepeda motor dari Solo mencapai 49.618 unit atau naik 29,6 persen.",
            [("conflict", "number.apart")],
        ),
    ],
)
def test_two_rises(here, there, rows):
    assert numbers(here, there) == rows


PAID = "Pemerintah membayar gaji ke-13 pegawai pusat{}. Jumlah itu disalurkan kepada {} pegawai pusat."


@pytest.mark.parametrize(
    ("here", "there", "row"),
    [
        ("", "", ("conflict", "number.apart")),
        (" per 5 Juni 2025", " per 10 Juni 2025", ("differs in scope", "number.so-far")),
        (" per 5 Juni 2025", " per 5 Juni 2025", ("conflict", "number.apart")),
        (" per 5 Juni 2025", "", ("conflict", "number.apart")),
    ],
)
def test_reports_that_count_up_to_two_days(here, there, row):
    assert numbers(PAID.format(here, "1.977.942"), PAID.format(there, "1.991.441")) == [row]


def test_numbers_behind_one_word_are_compared_though_others_meet():
    text = "Dari 260 hektare tambang di Pulau Gag, sudah reklamasi {} hektare dan dikembalikan 54 hektare."
    assert numbers(text.format(120), text.format(135)) == [("conflict", "number.apart")]


@pytest.mark.parametrize(
    ("here", "there", "rows"),
    [
        # what they agree on tells that it is one thing
        ("8.910 satker (96,8%) dari 9.204", "9.180 satker (99,7%) dari 9.204", ["number.apart"] * 2),
        ("8.910 satker (96,8%) dari 9.200", "9.180 satker (99,7%) dari 9.200", ["events.claims"] * 2),
        # the same people by two names
        (
            "Rp 1.923,8 miliar untuk 418.248 personel",
            "Rp 1.923,8 miliar untuk 488.248 pegawai",
            ["number.apart"],
        ),
        ("Rp 19 miliar untuk 418.248 personel", "Rp 19 miliar untuk 488.248 pegawai", []),
    ],
)
def test_two_sentences_with_one_long_number_are_of_one_thing(here, there, rows):
    text = "Gaji ke-13 polisi di Solo sudah dibayar {}."
    found = claimcheck.compare([text.format(here), text.format(there)], language="id")
    apart = [v.steps[-1].rule for v in found.verdicts if v.kind == "number" and v.relation != "same"]
    assert apart == rows


def test_those_questioned_are_not_those_summoned():
    questioned = "Periksa 2 Eks Staf Bupati Bogor di Kasus Suap Izin Pasar\nKPK bekerja."
    assert numbers(questioned, "KPK memanggil 3 eks staf Bupati Bogor di kasus suap izin pasar.") == []


BETWEEN = (
    "Rapat warga berlangsung sampai malam di balai desa dan dihadiri banyak orang dari beberapa kampung di"
    " sekitar sungai. Mereka pulang dengan tenang setelah hujan reda dan jalan kembali kering."
)


@pytest.mark.parametrize(
    ("first", "last", "rules"),
    [
        (
            "Jaksa menuntut Budi Santoso membayar uang pengganti Rp 300 juta.",
            "Jaksa tidak menuntut uang pengganti dari Budi Santoso.",
            ["polarity.opposed"],
        ),
        (
            "Jaksa menuntut Budi Santoso membayar uang pengganti Rp 300 juta.",
            "Jaksa tidak menuntut uang pengganti dan denda dari Budi Santoso.",
            [],
        ),
        (
            "Harga motor Astrea Grand di dealer Solo Rp 12 juta.",
            "Harga motor Astrea Grand di dealer Solo itu Rp 14 juta.",
            ["number.apart"],
        ),
        (
            "Harga motor Astrea Grand di dealer Solo Rp 12 juta.",
            "Harga motor Astrea Grand di dealer Solo Rp 14 juta.",
            [],
        ),
        (
            "Harga motor Astrea Grand di dealer Solo Rp 12 juta.",
            "Sementara harga motor Astrea Grand di dealer Solo Rp 14 juta.",
            [],
        ),
        (
            "- Harga motor Astrea Grand di dealer Solo Rp 12 juta",
            "- Harga motor Astrea Grand di dealer Solo itu Rp 14 juta",
            [],
        ),
        ("Truk itu mogok di KM 92+200.", "Truk itu mogok di KM 92+600.", []),
        ("Truk itu mogok di KM 92+200.", "Truk itu mogok di KM 924200.", ["identity.slip"]),
        # the decade of a law is a slip; laws of two years in a row are two
        (
            "Bantuan itu diatur Peraturan Menteri Ketenagakerjaan (Permenaker) Nomor 7 Tahun 2013.",
            "Merujuk Permenaker Nomor 7 Tahun 2023, syaratnya tiga.",
            ["identity.slip"],
        ),
        (
            "Bantuan itu diatur Peraturan Menteri Ketenagakerjaan (Permenaker) Nomor 7 Tahun 2022.",
            "Merujuk Permenaker Nomor 7 Tahun 2023, syaratnya tiga.",
            [],
        ),
    ],
)
def test_one_report_against_itself(first, last, rules):
    report = claimcheck.compare([f"{first}\n{BETWEEN}\n{last}"], language="id")
    assert [f.steps[-1].rule for f in report.conflicts] == rules


@pytest.mark.parametrize(
    ("below", "rules"), [("", ["number.apart"]), (" Yang hanyut 104 rumah di hulu.", [])]
)
def test_a_headline_that_the_report_bears_out_is_no_clash(below, rules):
    title = "Banjir di Bangka Rendam 104 Rumah di Tepi Sungai"
    text = f"{title}\nBanjir di Bangka merendam 260 rumah di tepi sungai. {BETWEEN}{below}"
    assert [f.steps[-1].rule for f in claimcheck.compare([text], language="id").conflicts] == rules


def test_one_value_told_again_of_another_name_is_of_no_other_place():
    text = "Seorang ibu {0} anak tewas ditabrak truk di Bekasi. Siti Aminah, ibu {0} anak itu, meninggal di sana."
    report = claimcheck.compare([text.format("tiga"), text.format("dua")], language="id")
    assert [f.steps[-1].rule for f in report.conflicts] == ["number.apart"]


@pytest.mark.parametrize(("who", "relation"), [("USGS", "conflict"), ("BMKG", "differs in scope")])
def test_two_bodies_give_a_number_each(who, relation):
    both = (
        "Gempa mengguncang Palu, Selasa. BMKG mencatat gempa Palu itu bermagnitudo 5,9. "
        "Menurut USGS, gempa Palu itu bermagnitudo 6,1."
    )
    one = f"Gempa mengguncang Palu, Selasa. Menurut {who}, gempa Palu itu bermagnitudo 5,9."
    report = claimcheck.compare([both, one], language="id")
    assert [f.relation for f in report.findings if f.kind == "number"] == [relation]


def test_a_headline_is_not_against_a_vague_number():
    title = "BYD Tuntut 37 Influencer, Apa Sebabnya?\n"
    body = "Jakarta - Perusahaan mobil itu mengajukan gugatan ke pengadilan.\nBeberapa influencer yang dituntut BYD:\n"
    assert claimcheck.compare([title + body], language="id").conflicts == ()


def test_a_headline_may_have_its_verb_bare():
    title = "Latih 3 Pedagang Pasar Demak di Balai Desa, Ini Janji Bupati\nIa hadir."
    assert numbers(title, "Bupati menghukum 5 pedagang pasar Demak yang berjualan di balai desa.") == []


FAINT = "Warga Solo memilih 12 lurah baru kemarin.", "Lurah di Solo bertambah 9 orang bulan lalu."


def _row(a: Claim, b: Claim, relation: Relation) -> Judged:
    return Judged(
        "number", relation, (Step("number.apart", True, "apart"),), Answer(a, "12", 0), Answer(b, "9", 0)
    )


def test_claims_that_are_faintly_linked_do_not_clash() -> None:
    a, b = (
        claimcheck.read(Document(id=id, text=t, language="id")).claims[0]
        for id, t in zip("ab", FAINT, strict=True)
    )
    rows = [_row(a, b, "conflict")]
    apart, one = {"a": "o1", "b": "o2"}, {"a": "o1", "b": "o1"}
    (faint,) = linked_themselves(rows, frozenset(), apart)
    assert (faint.relation, faint.steps[-1].rule) == ("unsure", "events.faint")
    assert linked_themselves(rows, frozenset({frozenset((a.id, b.id))}), apart) == rows
    assert linked_themselves(rows, frozenset(), one) == rows


def test_a_name_run_together_with_a_word_is_no_rival() -> None:
    docs = [
        f"“Bantuan itu segera cair kepada warga desa,” kata {n}."
        for n in ("Yusrilmandi", "Yusrilmandikepada wartawan")
    ]
    report = claimcheck.compare(
        [Document(id=i, text=t, language="id") for i, t in zip("ab", docs, strict=True)]
    )
    assert not report.conflicts


FORTUNE = "Ramalan zodiak Aries dan Cancer di Solo terbit untuk {}."


@pytest.mark.parametrize(
    ("days", "rules"),
    [
        ((("10 Juni 2025", "2025-06-10"), ("11 Juni 2025", "2025-06-11")), []),  # each its own day
        ((("11 Juni 2025", "2025-06-10"), ("12 Juni 2025", "2025-06-11")), []),  # each the day after
        ((("10 Juni 2025", "2025-06-10"), ("11 Juni 2025", "2025-06-10")), ["date.apart"]),
        ((("8 Juni 2025", "2025-06-10"), ("9 Juni 2025", "2025-06-11")), ["date.apart"]),  # both are past
    ],
)
def test_two_reports_of_two_days_each_tell_their_own(days, rules):
    docs = [{"text": FORTUNE.format(day), "published": published} for day, published in days]
    found = claimcheck.compare(docs, language="id").conflicts
    assert [f.steps[-1].rule for f in found] == rules


def test_two_others_are_a_part_and_no_earlier_toll():
    earlier = Document(
        id="a",
        text="Dua korban lainnya dilaporkan meninggal di rumah sakit.",
        language="id",
        published="2025-06-09T20:08",
    )
    later = Document(
        id="b",
        text="Saat ini, 15 korban dinyatakan meninggal di rumah sakit.",
        language="id",
        published="2025-06-09T20:28",
    )
    assert not [f for f in claimcheck.compare([earlier, later]).findings if f.relation == "updates"]


def test_who_denies_it_agrees_with_who_says_that_it_was_not() -> None:
    denies, negates, confirms = (
        claimcheck.read({"text": text, "language": "en"}).claims[-1]
        for text in (
            "LaRue denied that he was the source of the story in the newspaper.",
            "LaRue insisted he was not the source of the story in the newspaper.",
            "LaRue confirmed that he was the source of the story in the newspaper.",
        )
    )
    assert polarity.pair_of(denies, negates) is None
    assert polarity.pair_of(denies, confirms) is not None


def test_a_person_may_speak_for_a_body_that_no_list_knows() -> None:
    quoted = "“Tambang di Pulau Gag itu sudah memenuhi seluruh persyaratan legal dan teknis,” kata {}."
    names = ["Meidy Katrin", "Asosiasi Penambang Nikel Indonesia", "Rudi Hartono"]
    first, body, person = (quoted.format(name) for name in names)
    found = [claimcheck.compare([first, other], language="id").conflicts for other in (body, person)]
    assert [[f.kind for f in conflicts] for conflicts in found] == [[], ["attribution"]]


def test_one_weekday_of_two_weeks_is_one_where_the_text_alone_dates_it() -> None:
    told = "{}\nThe bodies of two women were found at their home in Newton Street in Millom on Saturday {}."
    rows = [("Posted: June 18, 2013", "about 8.40am"), ("Posted: June 12, 2013", "morning")]
    docs = [claimcheck.Document(id=day, text=told.format(line, day), language="en") for line, day in rows]
    assert claimcheck.compare(docs).conflicts == ()


def test_what_a_number_comes_near_to_is_no_conflict() -> None:
    told = "After {} of public craziness, he finally admitted his insanity ruse at an April hearing."
    docs = [told.format(span) for span in ("a quarter-century", "nearly a quarter-century")]
    assert claimcheck.compare(docs, language="en").conflicts == ()


def test_a_third_report_that_gives_one_number_about_and_the_other_knows_both() -> None:
    told = "Direktur Utama Sritex Iwan Kurniawan diperiksa penyidik Kejaksaan Agung selama {} pada Selasa."
    third = told.format("hampir 12 jam") + " Waktu sekitar 10 jam tanpa istirahat tidak terasa lama."
    docs = [told.format("10 jam"), told.format("hampir 12 jam"), third]
    found = [claimcheck.compare(docs[:n], language="id").conflicts for n in (2, 3)]
    assert [[f.kind for f in conflicts] for conflicts in found] == [["number"], []]


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("on Saturday night", "on March 9", []),  # the ninth was a Saturday
        ("on Friday night", "on March 9", ["date"]),
    ],
)
def test_a_weekday_of_the_text_may_be_a_day_that_falls_on_it(
    first: str, second: str, kinds: list[str]
) -> None:
    told = "{}\nThe bodies of two women were found at their home in Newton Street in Millom {}."
    rows = [("Posted: March 18, 2013", first), ("Posted: March 19, 2013", second)]
    docs = [claimcheck.Document(id=day, text=told.format(line, day), language="en") for line, day in rows]
    assert [f.kind for f in claimcheck.compare(docs).conflicts] == kinds


def test_each_report_counts_its_own_past_year() -> None:
    told = "{}\nAccording to records the couple during the past year bought five homes in Millom."
    docs = [told.format(f"Posted: {day}, 2013") for day in ("March 9", "June 8")]
    assert claimcheck.compare(docs, language="en").conflicts == ()
