"""One escape function for each place that a string can end up in."""

import html as _html
import re
import unicodedata

# Controls other than tab and line feed, and the bidirectional controls of Trojan Source (CVE-2021-42574).
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# https://www.w3.org/TR/xml/#charsets: what XML 1.0 cannot hold at all.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# CommonMark 0.31 and the tables, strikethrough, mathematics, mentions and bare links of GitHub; the last two
# matter only at the start of a line.
_MARKDOWN = re.compile(
    r"[\\`*_{}\[\]#|~$<>&@]|:(?=//)|(?<=www)\.|\A[-+=]|\A(?<![0-9])[0-9]{1,9}[.)]", re.IGNORECASE
)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", ":": "&#58;"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


def whole(text: str) -> str:
    r"""The text without lone surrogates, each replaced one for one, so that it can be written as UTF-8.

    >>> whole("a\ud800b")
    'a\ufffdb'
    """
    return _SURROGATE.sub("\ufffd", text)


def shown(text: str) -> str:
    r"""The text with its invisible controls made visible; line feeds and tabs stay.

    >>> shown("a\x1b[31mb\u202ec")
    'a␛[31mb⟨U+202E⟩c'
    """
    return _BIDI.sub(_code_point, _CONTROL.sub(_picture, whole(text)))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _code_point(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def line(text: str) -> str:
    r"""The text on one line: every run of white space is one blank, controls are shown.

    >>> line("a\n  b\tc ")
    'a b c'
    """
    return shown(" ".join(text.split()))


def html(text: str) -> str:
    """For HTML text and for attributes in double or single quotes.

    >>> html('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return _html.escape(shown(text), quote=True)


def link(url: str | None) -> str | None:
    """The address where it is a plain web address, `None` for every other scheme.

    >>> link("https://example.org/a"), link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if url is None or not re.match(r"https?://[^\s\"'<>\\^`{|}\x00-\x20]{1,2000}\Z", url, re.IGNORECASE):
        return None
    return None if _CONTROL.search(url) or _BIDI.search(url) else whole(url)


def terminal(text: str) -> str:
    r"""For a terminal: on one line, no control character passes.

    >>> terminal("judul\x1b]0;x\x07")
    'judul␛]0;x␇'
    """
    return line(text)


def markdown(text: str) -> str:
    r"""For running Markdown text: no character of it is markup, HTML or a link.

    >>> print(markdown("*a* <b> [x](y) http://z"), markdown("1. a"))
    \*a\* &lt;b&gt; \[x\](y) http&#58;//z 1\. a
    """
    return _MARKDOWN.sub(_markdown_one, line(text))


def _markdown_one(match: re.Match[str]) -> str:
    found = match[0]
    return _ENTITIES.get(found) or (found[:-1] + "\\" + found[-1])


def cell(text: str) -> str:
    """For a cell of CSV: what a spreadsheet could read as a formula gets a leading apostrophe.

    >>> cell("=HYPERLINK(1)"), cell("Tiga orang tewas")
    ("'=HYPERLINK(1)", 'Tiga orang tewas')
    """
    text = shown(text)
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) or text.startswith(("\u2400", "␍")) else text


def xml(text: str) -> str:
    r"""For XML 1.0 written by a library that escapes markup itself: characters XML cannot hold become U+FFFD.

    >>> xml("a\x01b")
    'a\ufffdb'
    """
    return _NOT_XML.sub("\ufffd", text)


def github(text: str) -> str:
    r"""For the message of a GitHub workflow command.

    >>> github("100%\n::error::x")
    '100%25%0A::error::x'
    """
    text = _BIDI.sub(_code_point, whole(text))
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _CONTROL.sub(_picture, text)


def github_property(text: str) -> str:
    """For a property of a GitHub workflow command, where colon and comma also part things.

    >>> github_property("a:b,c")
    'a%3Ab%2Cc'
    """
    return github(text).replace(":", "%3A").replace(",", "%2C")


def inside(text: str, at: int) -> bool:
    r"""Whether the place before character `at` lies inside what a reader sees as one character.

    Marks, joiners, variation selectors, skin tones and the second letter of a flag go with what is before.

    >>> inside("e\u0301", 1), inside("ab", 1), inside("\U0001f1ee\U0001f1e9", 1)
    (True, False, True)
    """
    if not 0 < at < len(text):
        return False
    return extends(text[at]) or text[at - 1] == "\u200d" or _mid_flag(text, at)


def extends(character: str) -> bool:
    r"""Whether a character continues the one before it.

    >>> extends("\u0301"), extends("a")
    (True, False)
    """
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in "\u200d\ufe0e\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _mid_flag(text: str, at: int) -> bool:
    """Flags are pairs of regional indicators, counted from the start of their run (64 at most)."""
    run = 0
    while run < min(at, 64) and _flag_letter(text[at - run - 1]):
        run += 1
    return run % 2 == 1 and _flag_letter(text[at])


def _flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
