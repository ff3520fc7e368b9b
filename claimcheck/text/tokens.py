"""spaCy's door: a blank pipeline with rules of our own, and the tokens of a text with their classes."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages import LANGUAGES, load

if TYPE_CHECKING:
    from spacy.language import Language

MOST = 1_000_000  # characters that a document may have
LONGEST = 64  # a run of more characters without a space stays one token: spaCy's affix loop is quadratic

_QUOTES = "\"“”„‟«»‘’‚'`´＂"
_OPEN = r"[(\[{<]"
_PREFIX = re.compile(
    rf"''|``|[{_QUOTES}]|{_OPEN}|[)\]}}>]|\.{{2,}}|…|[–—―,:;!?/*•·▪●■►➢✓~≈±%#=_|\\]|-|\+(?=[0-9])|\."
    r"|(?:Rp|RP|IDR|USD|US\$|[A-Z]{1,3}\$|RM|EUR|GBP|SGD|AUD|CAD|JPY|CNY|MYR|CHF|Rs)\.?(?=[0-9])|[$€£¥₩₽₹฿](?=\.?[0-9])"
)
_SUFFIX = re.compile(
    rf"(?:''|``|[{_QUOTES}]|[)\]}}>]|{_OPEN}|\.{{2,}}|…|[–—―,:;!?/*•·~≈±%#=_|\\]|-|\+|\.|(?<=[0-9])[°º℃℉$€£¥₩]|['’](?:s|ve|re|ll|d|m))\Z"
)
_INFIX = re.compile(
    r"\.{2,}|…|[–—―;!?()\[\]{}<>\"“”„«»/*•|=~≈±\\]|--+"
    r"|(?<=[^\W\d_])-(?=[^\W\d_])|(?<=[0-9])-(?=[0-9])|(?<=\be)-|(?<=[0-9])-(?=[^\W\d_])|(?<=[^\W\d_])-(?=[0-9])"
    r"|(?<=[^\W_])[,:](?=[^\W\d_“\"])|(?<=[^\W\d_])[,:](?=[0-9])"
    r"|(?<=[0-9])(?=[^\W\d_])|(?<=[0-9])(?=[°º℃℉%])|(?<=[%])(?=[^\W_])|(?<=%)[.,](?=[A-Z])|(?<=[a-z])(?=n['’]t\b)"
    r"|(?<=[^\W\d_]{3})(?=(?:19|20)[0-9]{2}\Z)|(?<=\bRp)(?=[0-9])|(?<=\$)(?=[0-9])|(?<=\bM)(?=[0-9][.,][0-9])|(?<=%)[-–](?=[0-9])|(?<=[0-9])[-–](?=[$€£])"
)
# kept whole: reduplications (anak-anak, negara-negaranya), codes (COVID-19, QZ8501, F-16, G7), addresses
_WHOLE = re.compile(
    r"(?i:(?:di|ber|ter|meng?|mem|men)?([^\W\d_]{2,20})-(?:me|ber|di)?\1[^\W\d_]{0,4})\Z"
    r"|(?![Kk][Ee]-|(?:Rp|RP|IDR|USD|EUR|GBP|SGD|MYR|RM)[0-9])[A-Z][A-Za-z]{0,12}-?[0-9]{1,5}[A-Za-z]?\Z"
    r"|(?:U\.[SKN]|L\.A|N\.Y|D\.C)\.\Z"  # with its last stop, or the U.S. Geological Survey would end there
    r"|WhatsApp\Z|PowerPoint\Z|LinkedIn\Z|YouTube\Z|['’](?:s|ve|re|ll|d|m)\Z|https?://\S+\Z|www\.\S+\Z|[\w.-]+@[\w.-]+\Z|(?:[\w-]{2,30}\.){1,3}(?:com|co|id|net|org|tv|go|ac|info|news)\Z"
)

_WORD_AND_NUMBER = re.compile(r"([^\W\d_]+)-?[0-9]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel lists, and their class string: `classes[i]` belongs to `words[i]`.

    `starts` and `ends` are code points into `text`, end exclusive. White space is no token, but each line break
    is one: the word is then a line break and its class `nl`.
    """

    text: str
    language: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    classes: str

    def __len__(self) -> int:
        return len(self.words)

    def slice(self, start: int, end: int) -> str:
        """The text from token `start` to before token `end`, as printed."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""


def tokenize(text: str, language: str) -> Tokens:
    """Cut a clean text into tokens with their classes.

    >>> tokenize("Rp3,5 miliar (25/7/2023)", "id").words
    ['Rp', '3,5', 'miliar', '(', '25', '/', '7', '/', '2023', ')']
    """
    from spacy.attrs import IDX, LENGTH, ORTH

    types = _types(language)
    rows = pipeline(language).make_doc(text).to_array([ORTH, IDX, LENGTH]).tolist() if text else []
    typed = [(types.get(orth) or types.add(orth), at, size) for orth, at, size in rows]
    kept = [row for row in typed if row[0][2]]
    return Tokens(
        text,
        language,
        [t[0] for t, _, _ in kept],
        [t[1] for t, _, _ in kept],
        [at for _, at, _ in kept],
        [at + size for _, at, size in kept],
        "".join([t[2] for t, _, _ in kept]),
    )


class _Types(dict[int, tuple[str, str, str]]):
    """What is known of each word type, by spaCy's hash: the word, its lower case, its class (none for spaces)."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._strings = pipeline(language).vocab.strings
        self._table = load(language).table

    def add(self, orth: int) -> tuple[str, str, str]:
        word = self._strings[orth]
        char = self._table.char(word) if not word.isspace() or "\n" in word else ""
        found = self[orth] = ("\n" if word.isspace() else word, word.lower(), char)
        return found


@cache
def _types(language: str) -> _Types:
    return _Types(language)


@cache
def pipeline(language: str) -> "Language":
    """The blank spaCy pipeline of a language, built in 0.1 s: no exceptions table, our own affix rules.

    The stock Indonesian one carries 15,614 hyphenated exceptions, takes 4 to 6 s to build and reads the
    brackets of "(27/8)" as an emoticon.

    >>> [t.text for t in pipeline("id")("Anak-anak itu (27/8).")]
    ['Anak-anak', 'itu', '(', '27', '/', '8', ')', '.']
    """
    from spacy.tokenizer import Tokenizer
    from spacy.util import get_lang_class

    base = get_lang_class("xx")
    defaults = type("Defaults", (base.Defaults,), {"tokenizer_exceptions": {}, "url_match": None})
    nlp = type("Lean", (base,), {"Defaults": defaults, "lang": language})()
    nlp.max_length = 2 * MOST  # the door's own limit comes first; clean text may be a little longer
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules={},
        prefix_search=_PREFIX.match,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=_whole,
    )
    return nlp  # type: ignore[no-any-return]


def _whole(chunk: str) -> bool:
    return len(chunk) > LONGEST or (_WHOLE.match(chunk) is not None and not _is_dated(chunk))


def _is_dated(chunk: str) -> bool:
    """Whether a chunk is a month with its year or the day behind it, and no code: "April2005", "24 Juni-1 Juli"."""
    found = _WORD_AND_NUMBER.fullmatch(chunk)
    return found is not None and any(load(code).has("month", found[1].lower()) for code in LANGUAGES)
