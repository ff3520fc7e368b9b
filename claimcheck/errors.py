"""What claimcheck raises: only for wrong use or wrong set-up, never for odd text."""


class ClaimcheckError(Exception):
    """The family: catch this to catch everything claimcheck raises on purpose.

    >>> issubclass(DocumentError, ClaimcheckError)
    True
    """


class DocumentError(ClaimcheckError, ValueError):
    """An argument cannot be read as a document; the message names the argument and says what to give."""


class LanguageError(ClaimcheckError, ValueError):
    """A language is unknown, or its folder is broken; the message names file, entry and cure."""


class LimitError(ClaimcheckError, ValueError):
    """An input is larger than a documented limit; the message names the limit."""


class OptionError(ClaimcheckError, ValueError):
    """An option has a value it cannot have; the message lists those it can."""


class MissingExtraError(ClaimcheckError, ImportError):
    """An optional library is not installed; the message is the one line that installs it."""
