"""What the door takes, what it says, and what it refuses."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import DocumentError, LimitError
from claimcheck.records import Block, Document
from claimcheck.text.door import LIMITS, block_span, decode, document, documents, from_jsonl


def one(doc: Any) -> Document:
    found, _ = documents([doc])
    return found[0]


def codes(docs: Any) -> list[str]:
    return [said.code for said in documents(docs)[1]]


def test_texts_get_ids_by_position() -> None:
    assert [d.id for d in documents(["Satu.", "Dua."])[0]] == ["d1", "d2"]


def test_a_given_id_is_never_taken_by_a_position() -> None:
    assert [d.id for d in documents([{"text": "a", "id": "d2"}, "b"])[0]] == ["d2", "d2'"]


def test_any_iterable_is_a_list() -> None:
    assert len(documents(text for text in ("Satu.", "Dua."))[0]) == 2


def test_a_document_keeps_all_it_has() -> None:
    given = Document(text="Satu.", id="a", source="Antara", published="2023-07-26", meta={"desk": "dunia"})
    assert one(given) == given


def test_a_dict_keeps_unknown_keys_in_meta_and_speaks_of_them() -> None:
    found, said = documents([{"text": "Satu.", "published_at": "2023-07-26", "meta": {"desk": 1}}])
    assert found[0].meta == {"desk": 1, "published_at": "2023-07-26"}
    assert "'published'?" in said[0].message


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (date(2023, 7, 26), "2023-07-26"),
        (datetime(2023, 7, 26, 9, 30, tzinfo=UTC), "2023-07-26T09:30:00+00:00"),
        ("Rabu, 26 Juli 2023 | 09:30 WIB", "Rabu, 26 Juli 2023 | 09:30 WIB"),
        (None, None),
        (float("nan"), None),
    ],
)
def test_published(given: Any, kept: str | None) -> None:
    assert one({"text": "Satu.", "published": given}).published == kept


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        ("Satu “dua”.".encode(), "Satu “dua”.", "utf-8"),
        ("Satu.".encode("utf-8-sig"), "Satu.", "utf-8"),
        ("Satu “dua”.".encode("utf-16"), "Satu “dua”.", "utf-16-le"),
        ("\ufeffSatu.".encode("utf-16-be"), "Satu.", "utf-16-be"),
        ("\ufeffSatu.".encode("utf-32-le"), "Satu.", "utf-32-le"),
        ("Satu “dua” – tiga.".encode("cp1252"), "Satu “dua” – tiga.", "cp1252"),
        ("Tiga orang tewas.".encode("utf-16-le"), "Tiga orang tewas.", "utf-16-le"),
        (b"caf\xc3\xa9 na\xc3\xafve \xff", "café naïve \ufffd", "utf-8 with errors"),
        (b"", "", "utf-8"),
    ],
)
def test_bytes(raw: bytes, text: str, encoding: str) -> None:
    assert decode(raw) == (text, encoding)


def test_a_declared_encoding_is_obeyed_and_reported() -> None:
    found, said = documents([{"text": "Привет.".encode("koi8-r"), "encoding": "koi8-r"}])
    assert found[0].text == "Привет."
    assert [d.code for d in said] == ["input.encoding"]


def test_a_byte_order_mark_outranks_the_declaration() -> None:
    assert decode("Satu.".encode("utf-8-sig"), "cp1252")[0] == "Satu."


def test_half_characters_are_replaced_one_for_one() -> None:
    found, said = documents([{"text": "a\ud800b", "title": "\udfff", "meta": {"k": "\ud900"}}])
    assert (found[0].text, found[0].title, found[0].meta) == ("a\ufffdb", "\ufffd", {"k": "\ufffd"})
    assert [d.code for d in said] == ["text.surrogate"]
    found[0].model_dump_json()


def test_meta_can_be_stored_and_read_back() -> None:
    meta = {
        "n": 10**30,
        "f": float("inf"),
        "d": date(2023, 7, 1),
        "t": (1, {2}),
        "x": object,
        "deep": [[[None]]],
    }
    kept = one({"text": "a", "meta": meta})
    assert Document.model_validate_json(kept.model_dump_json()) == kept
    assert kept.meta["d"] == "2023-07-01"


def test_a_row_of_a_table_is_a_document() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    table = pandas.DataFrame({"id": ["a", "b"], "text": ["Satu.", "Dua."], "source": [None, "Antara"]})
    wanted = documents(table)
    assert documents([row for _, row in table.iterrows()]) == wanted
    assert documents(table.itertuples()) == wanted
    with pytest.raises(DocumentError, match=r"docs\[0\]: a DataFrame is no document"):
        documents([table])


# files and folders


def test_files_are_named_by_their_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Satu.\r\nDua.")
    assert [(d.id, d.text) for d in documents([tmp_path / "a.txt"])[0]] == [("a.txt", "Satu.\r\nDua.")]


def test_two_files_of_one_name_are_told_apart_by_folder(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    found, _ = documents([tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt"])
    assert [d.id for d in found] == ["x/a.txt", "y/a.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("documents.toml", '[[document]]\nid = "b.md"\nsource = "Antara"\npublished = 2023-07-26\n'),
        ("documents.toml", '["b.md"]\nsource = "Antara"\npublished = "2023-07-26"\n'),
        ("documents.json", '{"b.md": {"source": "Antara", "published": "2023-07-26"}}'),
        (
            "documents.json",
            '{"documents": [{"file": "b.md", "source": "Antara", "published": "2023-07-26"}]}',
        ),
    ],
)
def test_a_folder_with_what_is_known_of_its_files(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "a.txt").write_text("Satu.")
    (tmp_path / "b.md").write_text("Dua.")
    (tmp_path / "c.csv").write_text("no document")
    (tmp_path / name).write_text(content)
    found, said = documents(tmp_path)
    assert [(d.id, d.source, d.published) for d in found] == [
        ("a.txt", None, None),
        ("b.md", "Antara", "2023-07-26"),
    ]
    assert said == ()


def test_json_and_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "Satu.", "id": "x"}))
    (tmp_path / "b.json").write_text(json.dumps([{"text": "Dua."}, {"text": "Tiga.", "id": "z"}]))
    (tmp_path / "c.jsonl").write_text('{"text": "Empat.", "id": "w"}\n\n')
    found, _ = documents([tmp_path / name for name in ("a.json", "b.json", "c.jsonl")])
    assert [(d.id, d.text) for d in found] == [
        ("x", "Satu."),
        ("d2", "Dua."),
        ("z", "Tiga."),
        ("w", "Empat."),
    ]


# tables


class Pandas:
    """As much of a DataFrame as the door asks for."""

    columns = ("text", "source", "published")

    def to_dict(self, orient: str) -> list[dict[str, Any]]:
        assert orient == "records"
        return [{"text": "Satu.", "source": float("nan"), "published": date(2023, 7, 1)}]


class Polars:
    columns = ("text",)

    def to_dicts(self) -> list[dict[str, Any]]:
        return [{"text": "Satu.", "source": None}]


class Arrow:
    column_names = ("text",)

    def to_pylist(self) -> list[dict[str, Any]]:
        return [{"text": "Satu."}]


@pytest.mark.parametrize("table", [Pandas(), Polars(), Arrow()])
def test_tables(table: Any) -> None:
    found, said = documents(table)
    assert [(d.text, d.source) for d in found] == [("Satu.", None)]
    assert said == ()


# blocks


def test_blocks_stand_for_text() -> None:
    found = one({"blocks": [{"id": "a", "text": "Satu."}, {"id": "b", "text": "Dua 😀."}], "id": "x"})
    assert found.text == "Satu.\nDua 😀."
    assert block_span(found, 6, 9) == ("b", 0, 3)
    assert block_span(found, 0, 5) == ("a", 0, 5)
    assert block_span(found, 3, 8) is None
    assert found.blocks == (Block(id="a", text="Satu."), Block(id="b", text="Dua 😀."))


# what is refused, and how


@pytest.mark.parametrize(
    ("docs", "says"),
    [
        ("Tiga tewas.", "docs: one text alone"),
        (b"Tiga tewas.", "docs: one text alone"),
        (7, "docs: an int is no list"),
        (None, "docs: a NoneType is no list"),
        ({"a": "Satu."}, "docs: a dict without 'text'"),
        (["Satu.", 7], "docs[1]: an int is no document"),
        (["Satu.", None], "docs[1]: a NoneType is no document"),
        ([["Satu."]], "docs[0]: a list is no document"),
        ([{"body": "Satu."}], "docs[0]: no 'text' among its keys ['body']"),
        ([{"text": 7}], "docs[0]: text is an int"),
        ([{"text": "a", "source": ["b"]}], "docs[0]: source is a list"),
        ([{"text": "a", "published": 7}], "docs[0]: published is an int"),
        ([{"text": "a", "meta": "b"}], "docs[0]: meta is a str"),
        ([{"text": "a", "meta": "b", "desk": 1}], "docs[0]: meta is a str"),
        ([{"text": "a", "blocks": "b"}], "docs[0]: blocks is a str"),
        ([{"text": "a", "blocks": [{"id": "b", "text": "c"}]}], "docs[0]: text and blocks differ"),
        ([{"blocks": [{"text": "c"}]}], "docs[0].blocks[0]: a block needs 'id' and 'text'"),
        ([{"blocks": [{"id": "a", "text": "b"}] * 2}], "docs[0]: two blocks have the id 'a'"),
        ([{"text": b"a", "encoding": "no such"}], "docs[0]: the encoding 'no such' is not known"),
        ([{"text": "a", "id": "x"}, {"text": "b", "id": "x"}], "docs[1]: the id 'x' is taken"),
        ([Path("no such file.txt")], "docs[0]: 'no such file.txt' cannot be read"),
        ([Path("a\0b")], "docs[0]: 'a\\x00b' cannot be read"),
    ],
)
def test_wrong_use_names_the_argument(docs: Any, says: str) -> None:
    with pytest.raises(DocumentError) as error:
        documents(docs)
    assert str(error.value).startswith(says)


def test_a_folder_that_names_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Satu.")
    (tmp_path / "documents.toml").write_text('["b.txt"]\nsource = "x"\n')
    with pytest.raises(DocumentError, match=r"names 'b\.txt'"):
        documents(tmp_path)


@pytest.mark.parametrize("content", ["{", "7", "[7]", '{"a": 1}'])
def test_json_that_is_no_document(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(DocumentError, match=r"docs\[0\] \(a\.json\)"):
        documents([tmp_path / "a.json"])


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"no \.txt, \.md, \.html or \.json file"):
        documents([tmp_path])


def test_one_document_twice_counts_once() -> None:
    same = Document(text="Satu.", id="a")
    assert len(documents([same, same])[0]) == 1


def test_limits() -> None:
    with pytest.raises(LimitError, match="more than 200 documents"):
        documents("a" for _ in iter(int, 1))
    with pytest.raises(LimitError, match="1000001 characters; the limit is 1000000"):
        documents(["a" * (LIMITS["characters"] + 1)])
    assert len(one("a" * LIMITS["characters"]).text) == LIMITS["characters"]
    with pytest.raises(LimitError, match="the limit is 8000000"):
        documents([b"a" * (LIMITS["bytes"] + 1)])
    with pytest.raises(LimitError, match="an id of 201"):
        documents([{"text": "a", "id": "x" * 201}])


def test_an_empty_text_is_spoken_of() -> None:
    assert codes(["", " \n", "Satu."]) == ["input.empty", "input.empty"]


def test_nothing_at_all() -> None:
    assert documents([]) == ((), ())


def test_document_takes_one() -> None:
    assert document({"text": "Satu.", "id": "a"})[0].id == "a"


def test_json_lines_name_the_line() -> None:
    with pytest.raises(DocumentError, match="line 2"):
        list(from_jsonl(['{"text": "a"}', "{"]))
