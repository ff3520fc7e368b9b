"""The report as Markdown for pull requests and newsroom wikis: plain CommonMark and one table."""

from collections.abc import Iterator

from claimcheck.records import ReportRecord
from claimcheck.rendering import escape
from claimcheck.rendering.matrix import Matrix, clipped
from claimcheck.rendering.text import QUOTES
from claimcheck.rendering.view import FindingView, Page, Quote, page
from claimcheck.rendering.words import Words

md = escape.markdown


def markdown(record: ReportRecord) -> str:
    """The whole report as Markdown."""
    shown = page(record)
    say = shown.index.words
    parts = [f"# {md(say.say('title'))}", "", f"**{md(shown.verdict)}**", ""]
    if not record.complete:
        parts += [f"_{md(say.say('incomplete'))}_", ""]
    return "\n".join([*parts, *_findings(shown), *_matrix(shown.matrix, say), *_tail(shown)]).rstrip() + "\n"


def _findings(shown: Page) -> Iterator[str]:
    for title, views in (("conflicts", shown.conflicts), ("others", shown.others)):
        if views:
            yield from (f"## {md(shown.index.words.say(title))}", "")
            for view in views:
                yield from finding_markdown(view, shown.index.words)


def finding_markdown(view: FindingView, say: Words) -> Iterator[str]:
    """One finding: a heading, its sides as quotations, its steps as a list."""
    about = [view.relation_word, view.kind_word, view.severity_word, view.confidence]
    about += [say.say("within_one_origin")] if view.one_origin else []
    yield from (f"### {view.icon} {md(view.headline)}", "", f"_{md(' · '.join(about))}_", "")
    for side in view.sides:
        yield from (f"**{side.letter}: {md(side.says)}**", "")
        for quote in side.quotes[:QUOTES]:
            yield from (f"> {_quoted(quote)}", ">", f"> — {_where(quote)}", "")
        if len(side.quotes) > QUOTES:
            yield from (f"_{md(say.count('more_quotes', len(side.quotes) - QUOTES))}_", "")
    if view.steps:
        yield from (f"{md(say.say('why'))}:", "")
        yield from (f"- {_held(s.held, say)}: {md(s.says)} ({md(s.rule)})" for s in view.steps)
        yield ""


def _held(held: bool, say: Words) -> str:
    return f"✓ {say.say('held')}" if held else f"– {say.say('not_held')}"


def _quoted(quote: Quote) -> str:
    words = "".join(_piece(p.text, p.marked) for p in quote.pieces).strip()
    return ("…" if quote.more_before else "") + words + ("…" if quote.more_after else "")


def _piece(text: str, marked: bool) -> str:
    flat = escape.line(text)
    lead, trail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    body = f"**{md(flat)}**" if marked and flat else md(flat)
    return (lead + body + trail) if flat else " "


def _where(quote: Quote) -> str:
    name = f"[{md(quote.label)}](<{quote.link}>)" if quote.link else md(quote.label)
    return f"{name}, {md(quote.published)}" if quote.published else name


def _matrix(table: Matrix, say: Words) -> Iterator[str]:
    if not table.rows:
        return
    yield from (f"## {md(say.say('matrix'))}", "")
    yield "| " + " | ".join([md(say.say("question")), *(md(label) for label in table.labels)]) + " |"
    yield "|" + " --- |" * (len(table.labels) + 1)
    for row in table.rows:
        cells = [f"{c.mark} {md(say.of('cell', c.state))}" + _side(c.side) for c in row.cells]
        yield "| " + " | ".join([md(clipped(row.question)), *cells]) + " |"
    yield ""


def _side(letter: str) -> str:
    return f" ({letter})" if letter else ""


def _tail(shown: Page) -> Iterator[str]:
    say = shown.index.words
    origins = [
        f"- {md(', '.join(shown.index.label(d) for d in o.documents))}: {md('; '.join(o.evidence))}"
        for o in shown.origins
    ]
    unread = [
        f"- {md(shown.index.label(u.span.document))}: “{md(clipped(escape.line(u.span.text)))}” ({md(u.why)})"
        for u in shown.unread
    ]
    notes = [f"- {md(d.code)}: {md(d.message)}" for d in shown.diagnostics]
    for title, rows in (("one_origin", origins), ("unread", unread), ("diagnostics", notes)):
        if rows:
            more = [f"- {say.count('more', len(rows) - 50)}"] if len(rows) > 50 else []
            yield from (f"## {md(say.say(title))}", "", *rows[:50], *more, "")
