"""A view of a part of a report: HTML in a notebook, text elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """HTML for a notebook and the same in text; printing it prints the text."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text
