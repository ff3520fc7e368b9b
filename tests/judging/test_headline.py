"""What a headline says its finding is about."""

import claimcheck
from claimcheck import Document

COPY = "Gempa itu berlokasi di laut pada jarak {} arah Selatan Kabupaten Pangandaran, Jawa Barat, pada kedalaman {} km."


def conflicts(*texts: str) -> list[str]:
    docs = [Document(id=f"r{i}", text=text, language="id") for i, text in enumerate(texts)]
    return [finding.headline for finding in claimcheck.compare(docs).conflicts]


def test_it_keeps_the_words_before_the_answer() -> None:
    found = conflicts(COPY.format("49 km", 70), COPY.format("49 km", 47))
    assert len(found) == 1
    assert found[0].endswith("pada kedalaman") and "berlokasi" not in found[0]


def test_a_bracket_at_its_end_is_closed() -> None:
    text = "Gempa di Palu menewaskan {} orang pada Senin (2/6/2025), kata Suharyanto."
    (found,) = conflicts(text.format(12), text.format(15))
    assert found.endswith("… pada Senin (2/6/2025)")


def test_two_copies_that_both_give_two_numbers_do_not_clash() -> None:
    two = "Gaji guru dibayar untuk 107.431 pegawai. Gaji dosen dibayar untuk 28.072 pegawai."
    assert not conflicts(two, two)
    half = (
        "Ada tambahan waktu enam menit. Laga berjalan ketat. Ada tambahan waktu tiga menit jelang akhir laga."
    )
    assert not conflicts(half, "Ada tambahan waktu enam menit. Laga berjalan ketat.")


LED = (
    "Delegasi besar itu dipimpin oleh Menteri Pertahanan Rusia {} dan tiba di Pyongyang pada Selasa malam. Mereka "
    "disambut para pejabat militer di landasan pacu dengan karpet merah, lalu menuju hotel di pusat kota bersama "
    "rombongan wartawan yang menunggu sejak pagi hari itu."
)


def test_doers_are_told_by_the_names_that_are_printed() -> None:
    [found] = claimcheck.compare(
        [LED.format("Sergei Shoigu"), LED.format("Valery Gerasimov")], language="id"
    ).conflicts
    assert [side.says for side in found.sides] == ["Rusia dan Sergei Shoigu", "Rusia dan Valery Gerasimov"]
    assert found.headline.startswith("Pelakunya Rusia dan Sergei Shoigu menurut d1")
