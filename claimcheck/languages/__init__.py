"""The shelf of languages: one folder, one language, plain data with examples that run."""

from claimcheck.languages.pack import LANGUAGES, Pack, load

__all__ = ["LANGUAGES", "Pack", "load"]
