"""Writes docs/rules.md from the tables of judging; a test holds the page to them.

python -m docs.generate
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import claimcheck.judging
from claimcheck.judging.table import Level
from claimcheck.languages import load
from claimcheck.linking.levels import WEIGHTS

HERE = Path(__file__).parent
ORDER = ("number", "date", "attribution", "quotation", "polarity")
HEAD = """\
# Every rule

Two claims of one question are compared by the kinds of answer that both give. Each kind has a table. It is read from
the top; the first row that holds decides, and the rows above it are part of the explanation. A row gives one of seven
[relations](findings.md#the-relation).

This page is written by `python -m docs.generate` from the tables themselves; `claimcheck explain RULE` tells the same
in a terminal. The examples run as tests:

```python
>>> import claimcheck
>>> def decide(kind, one, two, published=(None, None), language="id"):
...     documents = [{"text": text, "published": day} for text, day in zip((one, two), published)]
...     verdicts = claimcheck.compare(documents, language=language).verdicts
...     verdict = next(v for v in verdicts if v.kind == kind)
...     print(verdict.steps[-1].rule, "gives", verdict.relation)

```
"""
BESIDE = """\
## Beside the tables

These rules look at more than one pair of answers: at all numbers that name one kind of thing, at all offices that
reports give one person, or at all clashes of two sentences or two reports.

"""
INSIDE = """\
## One document against itself

A document can clash with the calendar, or with its own sums. These findings have one step, and say:

| rule | says |
|---|---|
"""
INSIDE_EXAMPLE = """
```python
>>> def inside(text):
...     return [finding.steps[-1].rule for finding in claimcheck.compare([text], language="id").conflicts]
>>> inside("Shoigu tiba di Pyongyang pada Rabu (25/7/2023).")
['calendar.weekday']
>>> inside("Shoigu tiba di Pyongyang pada 31 Juni 2023.")
['calendar.no-such-day']
>>> inside("Ia menangkap 12 orang, terdiri atas 5 laki-laki dan 6 perempuan.")
['arithmetic.parts']

```

"""
KIND_OF = {"parts": "arithmetic", "duration": "arithmetic", "shares": "arithmetic"}
LINKS = """\
## Links

Before anything is compared, two claims must ask the same question. This is a sum, not a walk: each row adds its weight
times how strongly it holds, from −1 to 1. A sum of zero or more links the two. `report.why(a, b)` shows the sum for any
two claims, linked or not; the weights were fitted, and stand in `claimcheck/linking/levels.py`.

| row | looks at |
|---|---|
"""
SEEN = {
    "link.before": "where a pair stands before anything is seen: two claims taken at random ask different questions",
    "link.words": "what both claims are about, rarer words more: concepts, names, lemmas",
    "link.context": "what the sentences around them are about",
    "link.wording": "the words of their sentences as printed, numbers left out; of two languages, `link.words` again",
    "link.rare": "the rarest act or thing that both are about",
    "link.acts": "how much of what is told is the same",
    "link.slot": "whether both count the same kind of thing",
    "link.act": "whether the same is done in both",
    "link.doer": "whether the same is named as the doer in both",
    "link.said": "whether both are somebody's words",
    "link.times": "whether both give a time, above all one of a year before their reports'",
    "link.numbers": "whether both fill one slot with numbers that are not near each other, or not even alike",
    "link.figures": "whether both give the same number of two digits or more",
    "link.polarity": "whether one says that it is so and the other that it is not",
    "link.whole": "whether both are whole sentences, so that what is around them counts twice",
    "link.headline": "whether one is a headline, which is about all of its report",
    "link.only": "for what both count, each report has one answer",
    "link.happened": 'both tell when an event happened that one of them only points at: "peristiwa itu"',
    "link.direction": "Russia to Korea against Korea to Russia",
    "link.event": "whether the two reports name quite different people and places, or tell of two events",
    "link.inside": "whether both stand in one report, which seldom says a thing twice",
    "link.rivals": "how many other claims of the two reports come as near",
    "link.neighbours": "whether the claims beside them ask the same questions",
}


def tables() -> Mapping[str, tuple[str, Sequence[Level[Any]]]]:
    """Each kind with what its module says of itself and its rows, in the order of the page."""
    modules = [
        import_module(f"claimcheck.judging.{m.name}") for m in iter_modules(claimcheck.judging.__path__)
    ]
    found = {m.LEVELS[0].rule.split(".")[0]: m for m in modules if hasattr(m, "LEVELS")}
    kinds = sorted(found, key=lambda kind: (ORDER.index(kind) if kind in ORDER else len(ORDER), kind))
    return {kind: ((found[kind].__doc__ or "").split("\n")[0], found[kind].LEVELS) for kind in kinds}


def page() -> str:
    """The text of docs/rules.md.

    >>> page().startswith("# Every rule")
    True
    """
    examples = tomllib.loads((HERE / "rules.toml").read_text("utf-8"))
    parts = [HEAD]
    for kind, (told, levels) in tables().items():
        parts.append(f"## {kind.capitalize()}\n\n{_upper(told.split(': ', 1)[-1])}\n\n{_table(levels)}\n")
        parts += [_section(level, examples.get(level.rule)) for level in levels]
    parts += [BESIDE + _beside(), INSIDE + _clashes() + INSIDE_EXAMPLE]
    rows = "".join(f"| `{name}` | {SEEN[name]} |\n" for name in WEIGHTS)
    return "\n".join(parts) + "\n" + LINKS + rows


def _beside() -> str:
    listed = {level.rule for _, levels in tables().values() for level in levels}
    found = sorted((name, told) for name, told in claimcheck.judging.rules().items() if name not in listed)
    return "\n".join(f"### {name}\n\n{told}\n" for name, told in found)


def _clashes() -> str:
    said = load("en").data["findings.toml"]["clash"]
    names = {name: f"{KIND_OF.get(name, 'calendar')}.{name.replace('_', '-')}" for name in said}
    return "".join(f"| `{names[name]}` | {text} |\n" for name, text in said.items())


def _table(levels: Sequence[Level[Any]]) -> str:
    rows = [f"| {n} | [`{x.rule}`](#{_anchor(x.rule)}) | {x.relation} |\n" for n, x in enumerate(levels, 1)]
    return "| | rule | gives |\n|---|---|---|\n" + "".join(rows)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _anchor(rule: str) -> str:
    return rule.replace(".", "")


def _section(level: Level[Any], example: Mapping[str, Any] | None) -> str:
    told = " ".join((level.holds.__doc__ or "").split())
    says = level.says.format(a="A", b="B")
    made = "\n".join(_example(level, example)) if example else ""
    return f"### {level.rule}\n\n{told} It gives **{level.relation}** and says: “{says}”.\n{made}"


def _example(level: Level[Any], example: Mapping[str, Any]) -> Iterator[str]:
    kind = level.rule.split(".")[0]
    more = [
        f"{key}={tuple(v) if isinstance(v, list) else v!r}" for key, v in example.items() if key not in "ab"
    ]
    yield "\n```python"
    yield f">>> decide({kind!r},"
    last = ", ".join(["", *more])
    yield f"...     {example['a']!r},"
    yield f"...     {example['b']!r}{last})"
    yield f"{level.rule} gives {level.relation}"
    yield "\n```\n"


if __name__ == "__main__":
    (HERE / "rules.md").write_text(page(), "utf-8")
