"""Copies of one sentence that differ in its speaker."""

import pytest

import claimcheck
from claimcheck.judging.attribution import SPEAKER, pairs, reworded
from claimcheck.judging.verbatim import other_speaker
from claimcheck.records import Claim, Document


def quoted(text: str, id: str) -> Claim:
    claims = claimcheck.read(Document(id=id, text=text, language="en")).claims
    return next(claim for claim in claims if claim.quotes)


@pytest.mark.parametrize(("said", "found"), [("Vance", ("Vance", "Olsen")), ("she", None)])
def test_a_pronoun_is_no_other_speaker(said: str, found: tuple[str, str] | None) -> None:
    a = quoted(f'Ann Vance met reporters. "This long road is closed until May," {said} said.', "a")
    b = quoted('Bo Olsen met reporters. "This long road is closed until May," Olsen said.', "b")
    assert other_speaker(a, b) == found


def test_what_is_said_in_the_same_ten_words_is_not_reworded() -> None:
    stage = "langkah itu akan menjadi tahap penting dalam pengembangan kerja sama antara kedua tentara"
    a, b = (
        claimcheck.read(Document(id=id, text=f"{who} menilai {more}{stage}.", language="id")).claims[-1]
        for id, who, more in (
            (
                "a",
                "Kementerian Pertahanan Rusia",
                "kunjungan Shoigu ke pabrik senjata, gudang amunisi, galangan kapal selam, bandara tua dan museum "
                "di Omsk serta Tomsk memuaskan semua prajurit, jenderal, menteri dan warga kota lain, dan ",
            ),
            ("b", "Kementerian Pertahanan China", ""),
        )
    )
    (pair,) = (pair for at, pair in pairs(a, b, False, {}) if at == SPEAKER)
    assert not reworded(pair)


@pytest.mark.parametrize(("of", "found"), [("Korea Utara", ["attribution.apart"]), ("Rusia", [])])
def test_who_leads_another_state_speaks_for_no_ministry(of: str, found: list[str]) -> None:
    text = "Pemimpin {} Kim Jong Un tiba di Solo.\n“Dengan latihan ini, tentara di utara akan diperkuat,” ujar {}."
    texts = [text.format(of, who) for who in ("Kementerian Pertahanan Rusia", "Kim Jong Un")]
    assert [f.steps[-1].rule for f in claimcheck.compare(texts, language="id").conflicts] == found
