"""One document as the reading stage takes it: language, clean text, lines and dateline."""

from dataclasses import dataclass

from claimcheck.records.document import Document
from claimcheck.records.span import Sentence, Span
from claimcheck.text.clean import Clean, clean
from claimcheck.text.datelines import Dateline
from claimcheck.text.language import detect
from claimcheck.text.layout import Cut, layout
from claimcheck.text.unwrap import unwrap


@dataclass(frozen=True, slots=True)
class Page:
    """A document made ready; `cuts` and `dateline` count in `clean.text`, and `span` leads back."""

    document: Document
    language: str
    clean: Clean
    cuts: tuple[Cut, ...]
    dateline: Dateline | None

    def span(self, start: int, end: int) -> Span:
        """The span in the text as given for a half-open place of the clean text."""
        first, last = self.clean.back(start, end)
        return Span(self.document.id, first, last, self.document.text[first:last])

    def sentence(self, cut: Cut) -> Sentence:
        """The sentence record of a cut."""
        return Sentence(self.span(cut.start, cut.end), cut.kind)


def page(document: Document) -> Page:
    """Find the language, clean the text, undo scraped line breaks, cut it into sentences and lines.

    >>> made = page(Document(id="a", text="Tiga orang tewas di Palu. Dua luka."))
    >>> made.language, [made.sentence(cut).span.text for cut in made.cuts]
    ('id', ['Tiga orang tewas di Palu.', 'Dua luka.'])
    """
    cleaned = clean(document.text)
    language = (document.language or "").lower().replace("_", "-").split("-")[0] or detect(cleaned.text)
    text = unwrap(cleaned.text, language)
    lines = layout(text, language, document.title)
    return Page(document, language, Clean(text, cleaned.offsets), lines.cuts, lines.dateline)
