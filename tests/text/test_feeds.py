"""ninjs items and feeds become documents."""

from pathlib import Path

import pytest

from claimcheck.errors import DocumentError
from claimcheck.text.door import documents
from claimcheck.text.feeds import from_feed, from_ninjs

NEW = {"uri": "a:1", "headline": "Gempa", "versioncreated": "2023-07-26T02:30:00Z"}
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Contoh</title>
<entry><id>a:1</id><title>Gempa</title><link href="https://contoh.co.id/1"/>
<published>2023-07-26T09:30:00+07:00</published>
<content type="html">&lt;p&gt;Tiga orang &lt;b&gt;tewas&lt;/b&gt;.&lt;/p&gt;
&lt;p&gt;Dua luka.&lt;/p&gt;</content>
</entry></feed>"""
RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Contoh</title>
<item><title>Satu</title><description>Ringkas.</description><content:encoded>Lengkap.</content:encoded>
<pubDate>Wed, 26 Jul 2023 09:30:00 +0700</pubDate></item>
<item><description>Dua.</description></item></channel></rss>"""


def test_atom() -> None:
    (entry,) = from_feed(ATOM.encode())
    assert entry == {
        "text": "Tiga orang tewas.\nDua luka.",
        "id": "a:1",
        "title": "Gempa",
        "published": "2023-07-26T09:30:00+07:00",
        "url": "https://contoh.co.id/1",
        "source": "Contoh",
    }


def test_rss() -> None:
    one, two = from_feed(RSS.encode())
    assert (one["text"], one["title"], one["published"]) == (
        "Lengkap.",
        "Satu",
        "Wed, 26 Jul 2023 09:30:00 +0700",
    )
    assert two == {"text": "Dua.", "source": "Contoh"}


def test_entries_inside_entries_cost_no_more_than_their_text() -> None:
    deep = b"<rss>" + b"<item>" * 20_000 + b"x" + b"</item>" * 20_000 + b"</rss>"
    assert [entry["text"] for entry in from_feed(deep)] == [""]


def test_a_feed_file(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)
    found, _ = documents([tmp_path / "a.xml"])
    assert [(d.id, d.text) for d in found] == [("d1", "Lengkap."), ("d2", "Dua.")]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no xml",
        b"<rss>",
        b'<?xml version="1.0" encoding="nope"?><rss/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>',
    ],
)
def test_what_is_no_feed(raw: bytes) -> None:
    with pytest.raises(DocumentError, match="feed: "):
        from_feed(raw)


@pytest.mark.parametrize(
    "item",
    [
        {
            "uri": "a:1",
            "headline": "Gempa",
            "versioncreated": "2023-07-26T02:30:00Z",
            "body_text": "Tiga tewas.",
        },
        {
            "uri": "a:1",
            "headline": "Gempa",
            "versioncreated": "2023-07-26T02:30:00Z",
            "body_html": "<p>Tiga tewas.",
        },
        {
            "uri": "a:1",
            "headlines": [{"role": "main", "value": "Gempa"}],
            "versionCreated": "2023-07-26T02:30:00Z",
            "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>Tiga tewas.</p>"}],
        },
    ],
)
def test_ninjs(item: dict[str, object]) -> None:
    (found,), _ = documents([item])
    assert (found.id, found.title, found.text, found.published) == (
        "a:1",
        "Gempa",
        "Tiga tewas.",
        "2023-07-26T02:30:00Z",
    )


@pytest.mark.parametrize(
    "item", [{"bodies": 7}, {"bodies": [7]}, {"body_text": 7}, {"bodies": [], "headlines": 1}]
)
def test_odd_ninjs(item: dict[str, object]) -> None:
    assert from_ninjs(item).get("text") is None
