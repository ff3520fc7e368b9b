"""Which language a document is in: by small words and endings, by py3langid where they do not tell."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.languages import LANGUAGES

_LETTERS = re.compile(r"[a-z]{1,24}")
_READ = 1000  # characters: on 4,769 articles more changed no answer


def primary(tag: str) -> str:
    """The language of a tag without its region and script: what the folders are called.

    >>> primary("id-ID"), primary("EN_us")
    ('id', 'en')
    """
    return tag.lower().replace("_", "-").split("-")[0]


def detect(text: str) -> str:
    """The language of a document, one of those with a folder; "id" where nothing tells.

    >>> detect("Tiga orang tewas dalam kecelakaan itu."), detect("Three people died in the crash.")
    ('id', 'en')
    """
    words = _LETTERS.findall(text[:_READ].lower())
    counts = {code: _count(words, code) for code in LANGUAGES}
    best, rest = sorted(counts.values(), reverse=True)[:2]
    if best > 2 * rest + 1:
        return max(counts, key=lambda code: counts[code])
    return _modelled(text[:_READ])


def _count(words: list[str], code: str) -> int:
    small, endings = _marks(code)
    return sum(word in small or (len(word) > 5 and word.endswith(endings)) for word in words)


@cache
def _marks(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Small words and endings, read without the rest of the folder: the other languages are not needed."""
    table = tomllib.loads((files("claimcheck.languages") / code / "sentences.toml").read_text("utf-8"))
    return frozenset(table["small"]["words"]), tuple(table["small"]["endings"])


def _modelled(text: str) -> str:
    return str(_model().classify(text)[0]) if any(map(str.isalpha, text)) else LANGUAGES[0]


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: Any = LanguageIdentifier.from_model_file(MODEL_FILE)  # type: ignore[no-untyped-call]
    model.set_languages(list(LANGUAGES))
    return model
