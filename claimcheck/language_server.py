"""The language server of `claimcheck lsp`: what stands open in an editor, held against sources and each other.

A text is checked when it is opened or saved, and its marks go when it is closed. The other side of a clash is given
as related information, so that the editor leads there. Needs pygls: pip install 'claimcheck-news[lsp]'.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import converters, types
from pygls.lsp.server import LanguageServer

from claimcheck.compare import compare, read
from claimcheck.errors import ClaimcheckError
from claimcheck.records import Document, Reading
from claimcheck.rendering.alerts import address
from claimcheck.text.html import in_place, is_page
from claimcheck.version import __version__

_LINE = re.compile("\r\n|\r|\n")
_READER = converters.get_converter()


def language_server(
    sources: Sequence[Reading] = (), places: Mapping[str, str] | None = None, language: str | None = None
) -> LanguageServer:
    """The server over these sources; `places` are the addresses of their files by id.

    >>> language_server().name
    'claimcheck'
    """
    server = LanguageServer("claimcheck", __version__)
    desk = _Desk(server, sources, places or {}, language)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        desk.known(params.text_document.uri)
        desk.check()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        desk.check()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.open.pop(params.text_document.uri, None)
        gone = types.PublishDiagnosticsParams(params.text_document.uri, [])
        server.text_document_publish_diagnostics(gone)
        desk.check()

    return server


def addresses(paths: Sequence[Path]) -> dict[str, str]:
    """The addresses of files, alone or in folders, by their names."""
    files = [f for path in paths for f in (sorted(path.iterdir()) if path.is_dir() else [path])]
    return {file.name: file.resolve().as_uri() for file in files if file.is_file()}


class _Desk:
    """What is open, and what was read of it."""

    def __init__(
        self,
        server: LanguageServer,
        sources: Sequence[Reading],
        places: Mapping[str, str],
        language: str | None,
    ) -> None:
        self.server, self.sources, self.places, self.language = server, sources, places, language
        self.open: dict[str, str] = {}  # ids of the open texts, by address
        self.read: dict[str, Reading] = {}
        self.count = 0

    def known(self, uri: str) -> None:
        """Takes an address up under a short id of its own."""
        self.count += 1
        self.open.setdefault(uri, f"editor:{self.count}")

    def check(self) -> None:
        """Compares all that is open with the sources, and sends the marks of each."""
        try:
            drafts = [self.reading(uri) for uri in sorted(self.open)]
            others = [s for s in self.sources if self.places.get(s.document.id) not in self.open]
            report = compare([*others, *drafts])
        except ClaimcheckError as error:
            said = types.ShowMessageParams(types.MessageType.Error, f"claimcheck: {error}")
            self.server.window_show_message(said)
            return
        texts = {document.id: document.text for document in report.documents}
        texts |= {id: self.source(uri) for uri, id in self.open.items()}
        places = {**self.places, **{id: uri for uri, id in self.open.items()}}
        named = {address(d, d.id): places[d.id] for d in report.documents if d.id in places and d.url is None}
        ids = {address(d, d.id): d.id for d in report.documents}
        for document, marks in zip(report.documents, report.to_lsp(), strict=True):
            if document.id in self.open.values():
                self.server.text_document_publish_diagnostics(self.sent(marks, named, ids, texts))

    def source(self, uri: str) -> str:
        """An open text as the editor has it."""
        return str(self.server.workspace.get_text_document(uri).source)

    def reading(self, uri: str) -> Reading:
        """What is read in an open text; read again only where it has changed."""
        source = self.source(uri)
        text = in_place(source) if is_page(source) else source
        known = self.read.get(uri)
        if known is None or known.document.text != text or known.document.id != self.open[uri]:
            name = Path(uri).name[:150]
            self.read[uri] = known = read(
                Document(id=self.open[uri], text=text, language=self.language, source=name)
            )
        return known

    def sent(
        self,
        marks: dict[str, Any],
        named: Mapping[str, str],
        ids: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> types.PublishDiagnosticsParams:
        """The marks of one text under the addresses that the editor knows, in the units that it asked for."""
        asked = self.server.workspace.position_encoding
        encoding = str(getattr(asked, "value", asked))

        def placed(range: dict[str, Any], uri: str) -> None:
            lines = _LINE.split(texts[ids[uri]])
            for end in (range["start"], range["end"]):
                end["character"] = units(lines[end["line"]], end["character"], encoding)

        for mark in marks["diagnostics"]:
            placed(mark["range"], marks["uri"])
            for other in mark["relatedInformation"]:
                placed(other["location"]["range"], other["location"]["uri"])
                other["location"]["uri"] = named.get(other["location"]["uri"], other["location"]["uri"])
        marks["uri"] = named.get(marks["uri"], marks["uri"])
        return _READER.structure(marks, types.PublishDiagnosticsParams)


def units(line: str, character: int, encoding: str) -> int:
    """A place in a line, given in UTF-16 code units, in those of another encoding.

    >>> [units("😀 Palu", 3, encoding) for encoding in ("utf-16", "utf-8", "utf-32")]
    [3, 5, 2]
    """
    before = line.encode("utf-16-le", "surrogatepass")[: 2 * character].decode("utf-16-le", "replace")
    return {"utf-8": len(before.encode("utf-8", "replace")), "utf-32": len(before)}.get(encoding, character)
