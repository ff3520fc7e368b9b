"""What the cue readers look at: the tokens of a document, its sentences, its quotes."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.languages import Pack
from claimcheck.reading.quotes import Quote, find_quotes
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_names import Speaker
from claimcheck.reading.speech_words import Words, places, words_of
from claimcheck.records.claim import Mode, Stance
from claimcheck.text.tokens import Tokens

WINDOW = 150  # tokens of a sentence looked at on either side of a cue: longer ones are lists or broken


@dataclass(frozen=True, slots=True)
class Scene:
    """A document laid out for the cue readers."""

    tokens: Tokens
    pack: Pack
    words: Words
    sentences: Sequence[tuple[int, int]]
    quotes: list[Found[Quote]]
    ending: dict[int, Found[Quote]]  # quotes by the token after them
    opening: dict[int, Found[Quote]]  # quotes by their first token
    counts: Counter[str]  # how often each word stands, as printed
    firsts: Counter[str]  # how often first in a sentence or a quote

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that token `at` stands in."""
        row = bisect_right(self.sentences, (at, len(self.tokens) + 1)) - 1
        start, end = self.sentences[row] if row >= 0 else (0, len(self.tokens))
        return max(start, at - WINDOW), min(end, at + WINDOW)

    def before(self, at: int) -> tuple[int, int] | None:
        """The sentence before the one that token `at` stands in, None at a paragraph that has none."""
        row = bisect_right(self.sentences, (at, len(self.tokens) + 1)) - 2
        if row < 0:
            return None
        start, end = self.sentences[row]
        return max(start, end - WINDOW), end

    def quote_at(self, at: int) -> Found[Quote] | None:
        """The quoted passage that token `at` stands in."""
        row = bisect_right(self.quotes, at, key=lambda q: q.start) - 1
        found = self.quotes[row] if row >= 0 else None
        return found if found and at < found.end else None

    def is_(self, at: int, kind: frozenset[str]) -> bool:
        """Whether token `at` exists and is of a kind."""
        classes = self.tokens.classes
        return 0 <= at < len(classes) and classes[at] in kind

    def is_headline(self, start: int, end: int) -> bool:
        """Whether as many words begin with a capital there as with a small letter."""
        row = self.tokens.classes[start:end]
        small, capital = (sum(c in kind for c in row) for kind in (self.words.small, self.words.capital))
        return small <= capital

    def inside(self, word: str) -> bool:
        """Whether a word, as printed, also stands elsewhere than first in a sentence."""
        return self.counts[word] > self.firsts[word]

    def apart(self, at: int) -> bool:
        """Whether spaces stand before token `at`."""
        return at > 0 and self.tokens.ends[at - 1] < self.tokens.starts[at]

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The range without commas, stops, colons and line breaks at its ends."""
        while start < end and self.tokens.classes[start] in self.words.edge:
            start += 1
        while end > start and self.tokens.classes[end - 1] in self.words.edge:
            end -= 1
        return start, end


@dataclass(frozen=True, slots=True)
class Hit:
    """An attribution in token positions, its speaker still as the phrase stands."""

    cue: tuple[int, int]
    content: tuple[int, int]
    speaker: Speaker | None
    stance: Stance
    mode: Mode = "indirect"
    negated: bool = False
    inherits: bool = False  # the speaker is the last one named
    means: Speaker | None = None  # whom a pronoun, or nobody, stands for
    carried: tuple[int, int] | None = None  # the phrase of the carrier


def scene_of(tokens: Tokens, pack: Pack, sentences: Sequence[tuple[int, int]]) -> Scene:
    """The scene of a document; without sentences, lines and full stops stand in for them."""
    words = words_of(pack)
    placed = list(sentences) or plain_sentences(tokens, words)
    quotes = find_quotes(tokens, pack, placed)
    ending = {q.end: q for q in quotes}
    opening = {q.start: q for q in quotes}
    firsts = Counter(tokens.words[start] for start, _ in placed)
    marks = [i + 1 for i in places(tokens, words.quote) if i + 1 < len(tokens)]
    firsts.update(tokens.words[i] for i in marks)
    return Scene(tokens, pack, words, placed, quotes, ending, opening, Counter(tokens.words), firsts)


def plain_sentences(tokens: Tokens, words: Words) -> list[tuple[int, int]]:
    """Sentences by line breaks and by a stop with a capital or a quotation mark after it."""
    found, start = [], 0
    opens = words.begins_sentence
    for i, char in enumerate(tokens.classes):
        right = tokens.classes[i + 1 : i + 2]
        ends = char in words.line or (char in words.stop and (not right or right in opens) and i - start > 1)
        if ends:
            found.append((start, i + 1))
            start = i + 1
    found.append((start, len(tokens)))
    return [(a, b) for a, b in found if a < b]
