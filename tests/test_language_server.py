"""The language server as an editor speaks to it: a process of its own, over standard input and output."""

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="pygls is not installed: the language server was not run")
from lsprotocol import types
from pygls.lsp.client import LanguageClient

WIRE = "Gempa di Palu menewaskan 12 orang."
DRAFT = "Kabar.\r\n😀 Gempa di Palu menewaskan 15 orang.\n"
PAGE = "<html>\n<h1>Kabar 😀</h1><p>Warga mengungsi.</p><p title='😀'>Gempa di <b>Palu</b> menewaskan 15 orang.</p>"


class Editor:
    """Opens, changes and closes texts, and keeps the last marks of each."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.marks: dict[str, list[types.Diagnostic]] = {}
        self.said: list[str] = []
        self.news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: types.PublishDiagnosticsParams) -> None:
            self.marks[params.uri] = list(params.diagnostics)
            self.news.set()

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            self.said.append(params.message)
            self.news.set()

    async def start(self, folder: Path, *words: str, encodings: list[Any] | None = None) -> None:
        await self.client.start_io(sys.executable, "-m", "claimcheck", "lsp", *words, cwd=folder)
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        asked = types.InitializeParams(types.ClientCapabilities(general=general))
        self.answer = await self.client.initialize_async(asked)
        self.client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def heard(self) -> None:
        await asyncio.wait_for(self.news.wait(), 60)
        self.news.clear()

    async def open(self, uri: str, text: str) -> None:
        item = types.TextDocumentItem(uri, "plaintext", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.heard()

    async def save(self, uri: str, text: str) -> None:
        version = types.VersionedTextDocumentIdentifier(2, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(version, [change]))
        named = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(named))
        await self.heard()

    async def close(self, uri: str) -> None:
        named = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(named))
        await self.heard()


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(WIRE, "utf-8")
    return path


def _place(mark: types.Diagnostic) -> tuple[int, int, int]:
    return mark.range.start.line, mark.range.start.character, mark.range.end.character


def test_marks_come_with_a_text_change_when_it_is_saved_and_go_with_it(wire: Path) -> None:
    async def session() -> None:
        editor, uri = Editor(), (wire.parent / ("draf " + "x" * 220 + ".txt")).as_uri()
        await editor.start(wire.parent, "wire.txt", "--language", "id")
        await editor.open(uri, DRAFT)
        (mark,) = editor.marks[uri]
        assert mark.code == "number.apart" and _place(mark) == (1, 0, 37)
        (other,) = mark.related_information or ()
        assert other.location.uri == wire.as_uri() and other.location.range.end.character == len(WIRE)
        await editor.save(uri, DRAFT.replace("15", "12"))
        assert editor.marks[uri] == []
        await editor.save(uri, DRAFT)
        assert len(editor.marks[uri]) == 1
        await editor.close(uri)
        assert editor.marks[uri] == []
        await editor.stop()

    asyncio.run(session())


def test_open_texts_are_held_against_each_other_and_a_source_gives_way_to_its_open_text(wire: Path) -> None:
    async def session() -> None:
        editor, uri = Editor(), (wire.parent / "draft.txt").as_uri()
        await editor.start(wire.parent, str(wire), "--language", "id")
        await editor.open(wire.as_uri(), WIRE)
        assert editor.marks[wire.as_uri()] == []
        await editor.open(uri, DRAFT)
        while not (editor.marks[wire.as_uri()] and editor.marks.get(uri)):
            await editor.heard()
        (mark,) = editor.marks[wire.as_uri()]
        assert [o.location.uri for o in mark.related_information or ()] == [uri]
        await editor.save(wire.as_uri(), WIRE.replace("12", "15"))
        while editor.marks[uri] or editor.marks[wire.as_uri()]:
            await editor.heard()
        await editor.stop()

    asyncio.run(session())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_web_page_is_marked_where_its_words_stand(wire: Path, encoding: str) -> None:
    line = PAGE.split("\n")[1]
    words = "Gempa di <b>Palu</b> menewaskan 15 orang."
    before, whole = line[: line.index(words)], line[: line.index(words) + len(words)]
    name, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    start, end = (len(part.encode(name)) // size for part in (before, whole))

    async def session() -> None:
        editor, uri = Editor(), (wire.parent / "draft.html").as_uri()
        await editor.start(wire.parent, "wire.txt", encodings=[types.PositionEncodingKind(encoding)])
        await editor.open(uri, PAGE)
        assert [_place(mark) for mark in editor.marks[uri]] == [(1, start, end)]
        await editor.stop()

    asyncio.run(session())


@pytest.mark.parametrize(("encoding", "place"), [("utf-8", (1, 0, 39)), ("utf-32", (1, 0, 36))])
def test_places_count_as_the_editor_asked(wire: Path, encoding: str, place: tuple[int, int, int]) -> None:
    async def session() -> None:
        editor, uri = Editor(), "untitled:Untitled-1"
        await editor.start(wire.parent, "wire.txt", encodings=[types.PositionEncodingKind(encoding)])
        assert editor.answer.capabilities.position_encoding == encoding
        await editor.open(uri, DRAFT)
        assert [_place(mark) for mark in editor.marks[uri]] == [place]
        await editor.stop()

    asyncio.run(session())


def test_a_text_that_is_too_long_is_told_and_stops_nothing(wire: Path) -> None:
    async def session() -> None:
        editor, uri = Editor(), (wire.parent / "draft.txt").as_uri()
        await editor.start(wire.parent, "wire.txt", "--language", "id")
        await editor.open(uri, "a" * 1_000_001)
        assert len(editor.said) == 1 and "the limit is 1000000" in editor.said[0]
        await editor.save(uri, DRAFT)
        assert len(editor.marks[uri]) == 1
        await editor.stop()

    asyncio.run(session())
