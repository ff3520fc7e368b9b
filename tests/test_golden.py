"""The report on the five articles, word for word: a change that alters it shows here, to be read.

python -m tests.test_golden     writes the report anew; read the difference before you commit it
"""

from pathlib import Path

import claimcheck

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "examples" / "hari-kemenangan"
GOLDEN = HERE / "golden" / "hari-kemenangan.txt"


def report() -> str:
    return claimcheck.compare(ARTICLES).to_text(width=100) + "\n"


def test_the_report_on_the_five_articles_reads_as_before() -> None:
    assert report() == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(report(), "utf-8")
