"""A report as the caller gives it."""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Block(BaseModel):
    """One block of an editor: its own id and text; spans can be given relative to it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str


class Document(BaseModel):
    """One report: its text and what is known about it.

    `text` is kept exactly as given and every span counts in it. `source` is who published it, `published` the
    publication time as ISO 8601 text (a date or a date and time with its zone), `language` "id" or "en" (found
    by reading the text where it is missing). `blocks` may stand for `text`: they are joined by line breaks.
    Fields of the caller that claimcheck does not know belong in `meta`.

    >>> Document(id="a", text="Tiga orang tewas.").language is None
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = ""
    id: str = ""
    source: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    meta: dict[str, Any] = Field(default_factory=dict)

    @field_validator("published", mode="before")
    @classmethod
    def _day_as_text(cls, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value
