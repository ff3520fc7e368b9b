"""The spaCy pipe `claimcheck`: the claims of a Doc, in anyone's pipeline.

Importing this module makes the pipe and `doc._.claims` known to spaCy. It needs nothing of the pipeline but its
tokens: the claims are read from the text, so their spans are those that `claimcheck.read` gives.
"""

from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from claimcheck.records import Claim

KEY = "claims"
_STORED = "claimcheck.claims"


@Language.factory("claimcheck", assigns=["doc._.claims", "doc.spans"])
def make(nlp: Language, name: str) -> "Pipe":
    """The pipe; `nlp.add_pipe("claimcheck")` calls it.

    >>> import spacy
    >>> nlp = spacy.blank("xx")
    >>> nlp.add_pipe("claimcheck") is not None
    True
    >>> doc = nlp("Tiga orang tewas di Palu.")
    >>> [claim.quantities[0].high for claim in doc._.claims], doc.spans["claims"][0].start
    ([Decimal('3')], 0)
    """
    return Pipe()


class Pipe:
    """Puts the claims of a Doc into `doc._.claims` and their tokens into `doc.spans["claims"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its claims; a text in neither language of claimcheck is read as its words allow."""
        from claimcheck.compare import read
        from claimcheck.records import Document

        language = doc.lang_ if doc.lang_ in ("id", "en") else None
        claims = read(Document(id="doc", text=doc.text, language=language)).claims
        doc.user_data[_STORED] = _adapter().dump_json(claims).decode()
        spans = (
            doc.char_span(c.span.start, c.span.end, label="CLAIM", alignment_mode="expand") for c in claims
        )
        doc.spans[KEY] = [s for s in spans if isinstance(s, Span)]
        return doc


def stored(doc: Doc) -> "tuple[Claim, ...]":
    """The claims put into a Doc; they survive `Doc.to_bytes` and several processes, being kept as text."""
    kept = doc.user_data.get(_STORED)
    return _adapter().validate_json(kept) if isinstance(kept, str) else ()


@cache
def _adapter() -> "TypeAdapter[tuple[Claim, ...]]":
    from pydantic import TypeAdapter

    from claimcheck.records import Claim

    return TypeAdapter(tuple[Claim, ...])


if not Doc.has_extension(KEY):
    Doc.set_extension(KEY, getter=stored)
