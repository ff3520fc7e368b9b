"""Files written whole or not at all, the same bytes in every process, and extras that are not there."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.errors import MissingExtraError, OptionError
from claimcheck.rendering import files, frames
from claimcheck.rendering.formats import FORMATS
from tests.rendering.samples import sample

_ALL = """
import sys
from claimcheck.rendering.formats import FORMATS, written
from tests.rendering.samples import sample
report = sample()
views = (report._repr_html_(), report.plot().html, report.timeline().html, report.document("a0").html)
sys.stdout.buffer.write("".join([written(report, name) for name in FORMATS] + list(views)).encode())
"""


def _digest(seed: str, zone: str, locale: str) -> str:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": locale,
        "PYTHONPATH": os.getcwd(),
    }
    done = subprocess.run([sys.executable, "-c", _ALL], env=environment, capture_output=True, check=True)
    return hashlib.sha256(done.stdout).hexdigest()


@pytest.mark.slow
def test_every_format_is_the_same_bytes_everywhere() -> None:
    runs = [("0", "UTC", "C"), ("1", "Asia/Jakarta", "C.UTF-8"), ("31337", "America/St_Johns", "id_ID.UTF-8")]
    assert len({_digest(*run) for run in runs}) == 1


def test_a_file_is_replaced_at_once(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    files.write("satu", path)
    path.chmod(0o640)
    files.write("dua\r\n", path)
    assert path.read_bytes() == b"dua\r\n" and path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    files.write("satu", path)

    def broken(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OptionError, match="disk full"):
        files.write("dua", path)
    assert path.read_text("utf-8") == "satu" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("method", "extra"), [("to_pandas", "pandas"), ("to_polars", "polars"), ("to_arrow", "arrow")]
)
def test_an_absent_extra_says_what_to_install(
    method: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(frames, "import_module", absent)
    with pytest.raises(MissingExtraError, match=rf"pip install 'claimcheck-news\[{extra}\]'"):
        getattr(sample(), method)()


def test_the_method_of_every_format_writes_its_file(tmp_path: Path) -> None:
    report = sample()
    for name in FORMATS:
        method = "to_" + {"md": "markdown"}.get(name, name).replace("-", "_")
        getattr(report, method)(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0
