"""Which language a document is in: by its small words, by py3langid where they do not tell."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.languages import LANGUAGES

_LETTERS = re.compile(r"[a-z]{1,12}")
_READ = 1000  # characters: on 4,769 articles more changed no answer


def detect(text: str) -> str:
    """The language of a document, one of those with a folder; "id" where nothing tells.

    >>> detect("Tiga orang tewas dalam kecelakaan itu."), detect("Three people died in the crash.")
    ('id', 'en')
    """
    words = _LETTERS.findall(text[:_READ].lower())
    counts = {code: sum(word in _small(code) for word in words) for code in LANGUAGES}
    best, rest = sorted(counts.values(), reverse=True)[:2]
    if best > 2 * rest + 2:
        return max(counts, key=lambda code: counts[code])
    return _modelled(text[:_READ])


@cache
def _small(code: str) -> frozenset[str]:
    """Read without the rest of the folder: the other languages are not needed."""
    table = tomllib.loads((files("claimcheck.languages") / code / "sentences.toml").read_text("utf-8"))
    return frozenset(table["small"]["words"])


def _modelled(text: str) -> str:
    return str(_model().classify(text)[0]) if any(map(str.isalpha, text)) else LANGUAGES[0]


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: Any = LanguageIdentifier.from_model_file(MODEL_FILE)  # type: ignore[no-untyped-call]
    model.set_languages(list(LANGUAGES))
    return model
