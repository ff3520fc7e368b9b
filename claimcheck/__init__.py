"""Cross-check the claims of several news reports: what they share, who says it, where they cannot all be right.

>>> import claimcheck
>>> report = claimcheck.compare(["Gempa menewaskan 12 orang.", "Gempa menewaskan 15 orang."], language="id")
>>> [finding.kind for finding in report.conflicts]
['number']
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck.compare import compare, read
    from claimcheck.errors import ClaimcheckError, DocumentError, LanguageError, LimitError, OptionError
    from claimcheck.evaluate import evaluate
    from claimcheck.records import Claim, Document, Finding, Reading, Span
    from claimcheck.report import Report

# Public names and the modules they come from; each is imported when it is first asked for, so that
# `import claimcheck` stays light.
_HOMES = {
    "claimcheck.compare": ("compare", "read"),
    "claimcheck.errors": ("ClaimcheckError", "DocumentError", "LanguageError", "LimitError", "OptionError"),
    "claimcheck.evaluate": ("evaluate",),
    "claimcheck.records": ("Claim", "Document", "Finding", "Reading", "Span"),
    "claimcheck.report": ("Report",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Claim",
    "ClaimcheckError",
    "Document",
    "DocumentError",
    "Finding",
    "LanguageError",
    "LimitError",
    "OptionError",
    "Reading",
    "Report",
    "Span",
    "__version__",
    "compare",
    "evaluate",
    "read",
]


class _Function:
    """A function that has the name of the module it lives in, and keeps it when that module is imported."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, package: Any, owner: type | None = None) -> Any:
        return getattr(import_module(_HOME[self.name]), self.name)

    def __set__(self, package: Any, value: Any) -> None:
        """The import system binds a submodule to its package here; the function keeps the name."""


class _Package(ModuleType):
    compare = _Function("compare")
    evaluate = _Function("evaluate")

    def __getattr__(self, name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
        return getattr(import_module(_HOME[name]), name)

    def __dir__(self) -> list[str]:
        return __all__


sys.modules[__name__].__class__ = _Package
