"""Tidy tables as DataFrames; pandas, polars and pyarrow are imported here only, and only when asked for."""

from importlib import import_module
from typing import Any

from claimcheck.errors import MissingExtraError
from claimcheck.records import ReportRecord
from claimcheck.rendering.tables import COLUMNS, Value, rows

_PANDAS = {"str": "string", "int": "Int64", "float": "Float64"}


def to_pandas(record: ReportRecord, table: str) -> Any:
    """A table as a pandas DataFrame with nullable types."""
    pandas = _library("pandas", "pandas")
    columns = _columns(record, table)
    return pandas.DataFrame(
        {name: pandas.array(columns[name], dtype=_PANDAS[kind]) for name, kind in COLUMNS[table]}
    )


def to_polars(record: ReportRecord, table: str) -> Any:
    """A table as a polars DataFrame."""
    polars = _library("polars", "polars")
    types = {"str": polars.String, "int": polars.Int64, "float": polars.Float64}
    columns = _columns(record, table)
    return polars.DataFrame(columns, schema={name: types[kind] for name, kind in COLUMNS[table]})


def to_arrow(record: ReportRecord, table: str) -> Any:
    """A table as a pyarrow Table."""
    arrow = _library("pyarrow", "arrow")
    types = {"str": arrow.string(), "int": arrow.int64(), "float": arrow.float64()}
    columns = _columns(record, table)
    schema = arrow.schema([(name, types[kind]) for name, kind in COLUMNS[table]])
    return arrow.table([arrow.array(columns[f.name], f.type) for f in schema], schema=schema)


def _columns(record: ReportRecord, table: str) -> dict[str, list[Value]]:
    found = list(rows(record, table))
    return {name: [row[at] for row in found] for at, (name, _) in enumerate(COLUMNS[table])}


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(f"{name} is not installed: pip install 'claimcheck-news[{extra}]'") from error
