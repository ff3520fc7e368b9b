"""Origins: what joins two documents beyond their wording, and what does not."""

import pytest

import claimcheck
from claimcheck import Document
from claimcheck.reading.credits import outlet, read_credits

SHARED = (
    "Kapal Sinar Laut tenggelam di Selat Madura pada Senin pagi.",
    "Tim penyelamat menemukan 12 penumpang kapal itu di dekat Pulau Raas.",
    "Nakhoda kapal Sinar Laut melompat ke perahu nelayan Sapudi.",
)
FIRST = (
    "Gubernur membatalkan lawatan ke Banyuwangi.",
    "Harga tiket penyeberangan tidak berubah.",
    "Pemilik armada menolak bertemu wartawan.",
    "Sekolah di Sumenep meliburkan murid.",
    "Bupati membuka dapur umum bagi keluarga.",
    "Rumah sakit menyiapkan ruang rawat.",
    "Pengamat meminta aturan muatan diperketat.",
)
SECOND = (
    "Menteri memeriksa izin dermaga Kalianget.",
    "Warga menyalakan lilin di alun-alun.",
    "Badan cuaca mencatat gelombang tinggi.",
    "Asuransi membayar santunan pekan depan.",
    "Polisi memanggil petugas pelabuhan.",
    "Penyelam mencari kotak rekaman pelayaran.",
    "Anggota dewan menyoroti usia armada.",
)


def _evidence(a: str, b: str, *, shared: int, sources: tuple[str | None, str | None] = (None, None)) -> str:
    """The evidence of two reports that share some sentences; `{}` is where the sentences of each stand."""
    texts = (
        frame.replace("{}", " ".join((*SHARED[:shared], *own))) for frame, own in ((a, FIRST), (b, SECOND))
    )
    docs = [
        Document(id=id, text=text, source=source, language="id")
        for id, text, source in zip("ab", texts, sources, strict=True)
    ]
    return "; ".join(text for origin in claimcheck.compare(docs).origins for text in origin.evidence)


@pytest.mark.parametrize("credit", ["SURABAYA (Reuters) - {}", "{} (Reuters)", "{} (rtr/abc)"])
def test_one_agency_over_two_texts_joins_them_where_some_wording_is_shared(credit):
    assert "memuat naskah" in _evidence(credit, "MADURA (Reuters) - {}", shared=2)


def test_a_text_that_cites_the_outlet_of_the_other_goes_back_to_it():
    cites = "{} Demikian dikutip dari detik.com."
    assert "mengutip detikcom" in _evidence(cites, "{}", shared=2, sources=("Harian Kita", "detikcom"))
    assert "mengutip detikcom" in _evidence("{}", cites, shared=2, sources=("detikcom", "Harian Kita"))
    assert "mengutip Reuters" in _evidence("{} Demikian laporan Reuters.", "PALU (Reuters) - {}", shared=2)


def test_a_text_of_the_agency_that_printed_the_other_goes_back_to_it():
    told = _evidence("{} (ant/abc)", "{}", shared=2, sources=("Harian Kita", "ANTARA"))
    assert told.startswith("Harian Kita memuat naskah ANTARA, ")


def test_two_texts_that_cite_one_outlet_need_more_wording():
    cites = "{} Wali kota menutup pasar, dilansir AFP.", "{} Jaksa menyita galangan, dikutip dari AFP."
    assert "mengutip AFP" in _evidence(*cites, shared=3)
    assert not _evidence(*cites, shared=2)


@pytest.mark.parametrize("frame", ["SURABAYA (Reuters) - {}", "{} Demikian dilansir Reuters."])
def test_a_credit_alone_joins_nothing(frame):
    assert not _evidence(frame, frame, shared=0)
    assert not _evidence(frame, frame, shared=1)


def test_so_little_wording_joins_nothing_without_a_credit():
    assert not _evidence("{}", "{}", shared=3)
    assert not _evidence("SURABAYA (Reuters) - {}", "MADURA (AFP) - {}", shared=3)


def test_the_dateline_of_an_outlet_is_no_credit_of_its_own_reports():
    frame = "KOMPAS.com - {}"
    assert not _evidence(frame, frame, shared=3, sources=("Kompas.com", "Kompas.com"))
    assert not _evidence(frame, frame, shared=3)


def test_evidence_is_told_in_english_too():
    frame = "MADURA (Reuters) - {}"
    texts = (
        "The ferry Sinar Laut sank in the Madura Strait on Monday. Rescuers found 12 passengers near Raas island. "
        + more
        for more in (
            "The governor cancelled a trip. Schools were closed. The owner refused to talk. Fares did not change. "
            "A hospital opened a ward.",
            "The minister checked permits. Divers looked for a recorder. Insurers promised to pay. Waves were high. "
            "Police called harbour staff.",
        )
    )
    docs = [
        Document(id=id, text=frame.replace("{}", text), language="en")
        for id, text in zip("ab", texts, strict=True)
    ]
    (origin,) = claimcheck.compare(docs).origins
    assert origin.evidence == ("a and b print a text of Reuters, and share the wording of 2 of 7 claims",)


def test_credits_of_odd_text_are_read_without_an_error():
    assert read_credits("(AP)\n\n() - (ant\n" + "Reuters " * 5000, "id") != ()
    assert outlet("  kompas.COM ", "id") == "kompas"


def test_two_reports_of_one_outlet_are_told_apart() -> None:
    text = "Banjir merendam 20 rumah di Demak pada Senin."
    documents = [Document(id=i, text=text, source="Warta", language="id") for i in "ab"]
    (evidence,) = claimcheck.compare(documents).origins[0].evidence
    assert "Warta (a)" in evidence and "Warta (b)" in evidence
