"""Rebuilds tests/data/external from the full case sets: `python -m tests.quality.extract`."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.quality.data import OWN, SHARED, load

TO = OWN / "external"
MODELS = [
    "Number/NumberModel",
    "Number/OrdinalModel",
    "Number/PercentModel",
    "NumberWithUnit/AgeModel",
    "NumberWithUnit/CurrencyModel",
    "NumberWithUnit/DimensionModel",
    "NumberWithUnit/TemperatureModel",
    "DateTime/DateTimeModel",
]


def main() -> None:
    """Writes the four case files and their licences."""
    TO.mkdir(parents=True, exist_ok=True)
    _write("duckling.json", [c for c in load(SHARED / "duckling" / "corpus.json") if _wanted(c)])
    dates = load(SHARED / "dateparser" / "cases.json")
    _write("dateparser.json", {k: dates[k] for k in ("id", "en")})
    _write("quantulum3.json", load(SHARED / "quantulum3" / "quantities.json"))
    _write("recognizers_text.json", {m.split("/")[1]: [_slim(c) for c in _model(m)] for m in MODELS})
    for name in ("duckling", "dateparser", "quantulum3", "recognizers_text"):
        shutil.copyfile(SHARED / name / "LICENSE", TO / f"{name}.LICENSE")


def _wanted(case: dict[str, Any]) -> bool:
    group, language, *country = case["path"].split("/")
    return language in ("ID", "EN") and not country and group != "Time"


def _model(name: str) -> list[dict[str, Any]]:
    folder, model = name.split("/")
    cases: list[dict[str, Any]] = load(SHARED / "recognizers_text" / folder / "English" / f"{model}.json")
    return cases


def _slim(case: dict[str, Any]) -> dict[str, Any]:
    return {
        k: case[k]
        for k in ("Input", "Context", "NotSupported", "NotSupportedByDesign", "Results")
        if k in case
    }


def _write(name: str, value: Any) -> None:
    Path(TO / name).write_text(json.dumps(value, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
