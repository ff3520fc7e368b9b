"""The pipe in a pipeline: claims as data, spans as tokens, both through bytes."""

import pytest
import spacy
from spacy.tokens import Doc

import claimcheck.component  # noqa: F401
from claimcheck.compare import read
from claimcheck.records import Document

TEXT = "Gempa di Palu menewaskan 12 orang pada Senin 5 Juni 2023 😀. Polisi membantah kabar itu."


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    made = spacy.blank("xx")
    made.add_pipe("claimcheck")
    return made


def test_claims_are_those_of_read(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXT)
    assert doc._.claims == read(Document(id="doc", text=TEXT)).claims
    assert len(doc.spans["claims"]) == len(doc._.claims) > 0
    for span, claim in zip(doc.spans["claims"], doc._.claims, strict=True):
        assert claim.span.text in span.text


def test_claims_survive_bytes_and_copies(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXT)
    back = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert back._.claims == doc._.claims
    assert [s.text for s in back.spans["claims"]] == [s.text for s in doc.spans["claims"]]


def test_pipe_and_empty_texts(nlp: spacy.language.Language) -> None:
    assert [len(d._.claims) for d in nlp.pipe(["", TEXT])] == [0, len(nlp(TEXT)._.claims)]


def test_a_document_without_the_pipe_has_no_claims() -> None:
    assert spacy.blank("xx")("Tiga orang tewas.")._.claims == ()
