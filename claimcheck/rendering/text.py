"""The report for a terminal: wrapped, quiet, and without a control character of anybody else's."""

import textwrap
from collections.abc import Callable, Iterator

from claimcheck.records import Reading, ReportRecord, Span
from claimcheck.rendering import escape
from claimcheck.rendering.matrix import MARKS, Cell, Matrix, Row, clipped
from claimcheck.rendering.view import FindingView, Page, Quote, SideView, page
from claimcheck.rendering.words import Words, words

Paint = Callable[[str, str], str]
ROWS = 40  # questions of the matrix that findings tell of; half as many that all answer alike
QUOTES = 8  # quotations printed of one side
_CODES = {"bold": "1", "dim": "2", "clash": "1;31", "calm": "36", "mark": "1;4"}


def plain(text: str, style: str) -> str:
    """No colour: the text as it is; marked words get asterisks where a quotation is wrapped."""
    return text


def coloured(text: str, style: str) -> str:
    """Colour by SGR codes; the words themselves never change."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def text(record: ReportRecord, width: int = 88, color: bool = False) -> str:
    """The whole report as text, `width` columns wide."""
    shown, paint = page(record), coloured if color else plain
    parts = [*_head(shown, paint, width), *_findings(shown, paint, width), *_tail(shown, paint, width)]
    return "\n".join(line.rstrip() for line in parts).rstrip() + "\n"


def _head(shown: Page, paint: Paint, width: int) -> Iterator[str]:
    yield from (paint(line, "bold") for line in textwrap.wrap(shown.verdict, max(20, width)))
    if not shown.record.complete:
        yield paint(shown.index.words.say("incomplete"), "clash")


def _findings(shown: Page, paint: Paint, width: int) -> Iterator[str]:
    say = shown.index.words
    for title, views in (("conflicts", shown.conflicts), ("others", shown.others)):
        if views:
            yield from ("", paint(say.say(title).upper(), "dim"))
            for view in views:
                yield from finding_lines(view, say, paint, width)


def finding_lines(view: FindingView, say: Words, paint: Paint, width: int) -> Iterator[str]:
    """One finding: headline, what it is, and each side with its sentences."""
    head = textwrap.wrap(escape.terminal(view.headline), max(20, width - 2)) or [""]
    yield ""
    yield f"{paint(view.icon, 'clash' if view.relation == 'conflict' else 'calm')} {paint(head[0], 'bold')}"
    yield from (f"  {paint(line, 'bold')}" for line in head[1:])
    about = [view.relation_word, view.kind_word, view.severity_word, view.confidence]
    about += [say.say("within_one_origin")] if view.one_origin else []
    about += [escape.terminal(view.id)]
    yield from (f"  {paint(row, 'dim')}" for row in textwrap.wrap(" · ".join(about), max(20, width - 2)))
    for side in view.sides:
        yield from _side_lines(side, say, paint, width)
    held = [s for s in view.steps if s.held]
    if held:
        why = escape.terminal(f"{say.say('why').lower()}: {held[-1].says} ({held[-1].rule})")
        yield from (paint(f"  {line}", "dim") for line in textwrap.wrap(why, max(20, width - 2)))


def _side_lines(side: SideView, say: Words, paint: Paint, width: int) -> Iterator[str]:
    says = escape.terminal(side.says)
    yield from textwrap.wrap(
        f"{side.letter}  {says}", max(20, width - 2), initial_indent="  ", subsequent_indent="     "
    )
    for quote in side.quotes[:QUOTES]:
        yield from _quote_lines(quote, paint, width)
    if len(side.quotes) > QUOTES:
        yield "     " + say.count("more_quotes", len(side.quotes) - QUOTES)


def _quote_lines(quote: Quote, paint: Paint, width: int) -> Iterator[str]:
    where = escape.terminal(
        f"{quote.label}:{quote.line}" + (f", {quote.published}" if quote.published else "")
    )
    yield paint(f"     {where}", "dim")
    for line in _wrapped(quote, max(20, width - 7), "*" if paint is plain else ""):
        yield "       " + "".join(paint(word, "mark") if marked else word for word, marked in line)


def _wrapped(quote: Quote, width: int, star: str) -> list[list[tuple[str, bool]]]:
    """The quoted sentence in lines of words, broken at blanks."""
    lines: list[list[tuple[str, bool]]] = [[]]
    used = 0
    for word in _words(_atoms(quote, star)):
        size = sum(len(part) for part, _ in word)
        if lines[-1] and used + size > width:
            lines.append([(word[0][0].lstrip(" "), word[0][1]), *word[1:]])
            used = size - 1
        else:
            lines[-1] += word
            used += size
    return lines


def _words(atoms: Iterator[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    """Atoms that no blank parts, together; a run of them longer than a line is cut."""
    word: list[tuple[str, bool]] = []
    for part, marked in atoms:
        if word and (part.startswith(" ") or sum(len(p) for p, _ in word) > 60):
            yield word
            word = []
        word.append((part, marked))
    yield word


def _atoms(quote: Quote, star: str) -> Iterator[tuple[str, bool]]:
    yield ("…" if quote.more_before else "", False)
    for piece in quote.pieces:
        flat = escape.shown(piece.text.replace("\n", " ").replace("\t", " ").replace("\r", " "))
        around = star if piece.marked else ""
        yield from ((atom, piece.marked) for atom in _split(f"{around}{flat}{around}"))
    yield ("…" if quote.more_after else "", False)


def _split(flat: str, most: int = 60) -> Iterator[str]:
    """Words with the blanks before them; a word longer than `most` is cut."""
    for number, word in enumerate(flat.split(" ")):
        lead = " " if number else ""
        yield from ((lead if at == 0 else "") + word[at : at + most] for at in range(0, len(word) or 1, most))


def _tail(shown: Page, paint: Paint, width: int) -> Iterator[str]:
    say = shown.index.words
    if shown.matrix.rows:
        yield from ("", paint(say.say("matrix").upper(), "dim"), "", *_matrix_lines(shown.matrix, say, width))
    if shown.origins:
        yield from ("", paint(say.say("one_origin").upper(), "dim"), "")
        for origin in shown.origins:
            labels = ", ".join(shown.index.label(d) for d in origin.documents)
            why = f": {'; '.join(origin.evidence)}" if origin.evidence else ""
            yield from _bullet(f"{labels}{why}", width)
    yield from _leftovers(shown, paint, width)


def _leftovers(shown: Page, paint: Paint, width: int) -> Iterator[str]:
    say = shown.index.words
    rows = [f"{_where(shown, u.span)}: “{clipped(escape.line(u.span.text))}” ({u.why})" for u in shown.unread]
    notes = [f"{d.code}: {d.message}" + (f" [{d.document}]" if d.document else "") for d in shown.diagnostics]
    for title, lines in (("unread", rows), ("diagnostics", notes)):
        if lines:
            yield from ("", paint(say.say(title).upper(), "dim"), "")
            for row in lines[:20]:
                yield from _bullet(row, width)
            if len(lines) > 20:
                yield "  " + say.count("more", len(lines) - 20)


def _where(shown: Page, span: Span) -> str:
    return f"{shown.index.label(span.document)}:{shown.index.places(span.document).line(span.start)[0]}"


def _bullet(row: str, width: int) -> list[str]:
    return textwrap.wrap(
        clipped(escape.terminal(row), 500), max(20, width - 2), initial_indent="  ", subsequent_indent="    "
    )


def matrix_text(table: Matrix) -> str:
    """The matrix alone, as text."""
    return "\n".join(_matrix_lines(table, words(table.language), 100)) + "\n"


def _matrix_lines(table: Matrix, say: Words, width: int) -> list[str]:
    """Marks in narrow columns under numbered sources, the question at the end of its line."""
    names = [f"  {n:>3}  {escape.terminal(label)}" for n, label in enumerate(table.labels, 1)]
    head = "  " + "".join(f"{n:>4}" for n in range(1, len(table.labels) + 1))
    kept = (*table.told[:ROWS], *table.alike[: ROWS // 2])
    rows = [_matrix_line(row, width) for row in kept]
    left = len(table.rows) - len(kept)
    cut = ["  " + say.count("more", left)] if left else []
    used = {c.state for row in table.rows for c in row.cells}
    legend = "  " + "   ".join(
        f"{mark} {say.of('cell', state)}" for state, mark in MARKS.items() if state in used
    )
    return [*names, "", head, *rows, *cut, "", legend]


def _matrix_line(row: Row, width: int) -> str:
    marks = "".join(f"{c.mark + _letter(c):>4}" for c in row.cells)
    return f"  {marks}   {clipped(escape.terminal(row.question), max(24, width - len(marks) - 6))}"


def _letter(cell: Cell) -> str:
    return cell.side if cell.state == "differs" and len(cell.side) == 1 else ""


def reading_text(reading: Reading) -> str:
    """One document read: each claim with its answers, a line each."""
    from claimcheck.rendering.reading import rows

    say = words(reading.document.language or "en")
    lines = [f"{escape.terminal(reading.document.id)}: {say.count('claims', len(reading.claims))}"]
    for row in rows(reading, say):
        lines += ["", *_bullet(row.head, 88), *(f"      {escape.terminal(answer)}" for answer in row.answers)]
    return "\n".join(lines) + "\n"
