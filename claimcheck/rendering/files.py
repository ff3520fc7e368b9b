"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from claimcheck.checked import short
from claimcheck.errors import OptionError


def write(text: str, path: str | os.PathLike[str]) -> None:
    """Put the text in the file at once: a reader, or a crash, never meets half of it.

    Raises `OptionError` where it cannot be written; nothing is left behind then, and an older file stays.
    """
    if (
        not isinstance(path, (str, os.PathLike))
        or not isinstance(os.fspath(path), str)
        or not os.fspath(path)
    ):
        raise OptionError(f"path takes the name of a file, not {short(path)}")
    try:
        _replace(text, Path(path))
    except OSError as error:
        why = error.strerror or str(error)
        raise OptionError(f"path: {os.fspath(path)!r} cannot be written ({why})") from error


def _replace(text: str, path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".claimcheck-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or the one a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
