"""One document as the reading stage takes it: language, clean text, lines and dateline."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from claimcheck.records.document import Document
from claimcheck.records.span import Sentence, Span
from claimcheck.text.apart import together
from claimcheck.text.clean import Clean, clean, spaced
from claimcheck.text.datelines import Dateline
from claimcheck.text.language import detect, primary
from claimcheck.text.layout import Cut, layout
from claimcheck.text.seams import seams
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
    language = primary(document.language or "") or detect(cleaned.text)
    cleaned = together(cleaned, language)
    cleaned = spaced(cleaned, seams(cleaned.text, language))
    text = unwrap(cleaned.text, language)
    lines = layout(text, language, document.title)
    return _parted(Page(document, language, Clean(text, cleaned.offsets), lines.cuts, lines.dateline))


def _parted(page: Page) -> Page:
    """The page with a space between sentences that have none ("pulang.Ia"): else they share a word."""
    text = page.clean.text
    glued = [cut.start for cut in page.cuts if _touches(text, cut.start)]
    if not glued:
        return page
    made = spaced(page.clean, glued)

    def moved(place: int, before: bool) -> int:
        return place + (bisect_left(glued, place) if before else bisect_right(glued, place))

    cuts = tuple(Cut(moved(c.start, False), moved(c.end, True), c.kind) for c in page.cuts)
    line = page.dateline and replace(page.dateline, end=moved(page.dateline.end, False))
    return replace(page, clean=made, cuts=cuts, dateline=line)


def _touches(text: str, start: int) -> bool:
    """Whether a letter or a stop touches the cut; an opening bullet or bracket does not."""
    return start > 0 and not text[start - 1].isspace() and text[start - 1] not in "•*-–—("
