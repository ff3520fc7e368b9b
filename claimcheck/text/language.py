"""Which language a document is in: by its small words, by py3langid where they do not tell."""

import re
from functools import cache
from typing import Any

from claimcheck.languages import LANGUAGES

_SMALL = {
    "id": frozenset(
        "yang dan di dari ke pada untuk dengan dalam ini itu adalah oleh tidak akan telah juga karena kata para"
        " saat sebagai ada bahwa setelah tersebut menurut lebih antara tewas".split()
    ),
    "en": frozenset(
        "the of and to in a is was for that on with as by at from has have were his her said it be are an not"
        " after their who which been had".split()
    ),
}
_LETTERS = re.compile(r"[a-z]{1,12}")
_READ = 2000  # characters: on 4,769 articles more changed no answer


def detect(text: str) -> str:
    """The language of a document, one of those with a folder; "id" where nothing tells.

    >>> detect("Tiga orang tewas dalam kecelakaan itu."), detect("Three people died in the crash.")
    ('id', 'en')
    """
    words = _LETTERS.findall(text[:_READ].lower())
    counts = {code: sum(word in small for word in words) for code, small in _SMALL.items()}
    best, rest = sorted(counts.values(), reverse=True)[:2]
    if best > 2 * rest + 2:
        return max(counts, key=lambda code: counts[code])
    return _modelled(text[:_READ])


def _modelled(text: str) -> str:
    return str(_model().classify(text)[0]) if any(map(str.isalpha, text)) else LANGUAGES[0]


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: Any = LanguageIdentifier.from_model_file(MODEL_FILE)  # type: ignore[no-untyped-call]
    model.set_languages(list(LANGUAGES))
    return model
