"""Words: what may be stored, how they are counted, how Markdown becomes safe HTML."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

_WORD = re.compile(r"\S+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")
_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "h3", "h4", "blockquote", "a", "hr", "code"}


class UnstorableTextError(ValueError):
    """NUL or half a surrogate pair: PostgreSQL and UTF-8 refuse them (security.md G4)."""


def clean(value: str) -> str:
    """NFC, LF line ends, no invisible control characters. Raises UnstorableTextError."""
    if "\x00" in value:
        raise UnstorableTextError
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise UnstorableTextError from None
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", value))


def one_line(value: str) -> str:
    """Clean, with every run of white space made one blank: for names, titles, subjects."""
    return " ".join(clean(value).split())


def count_words(value: str) -> int:
    """Runs of non-blank characters, the same rule as the live counter in the browser."""
    return len(_WORD.findall(value))


@lru_cache(maxsize=512)
def markdown(value: str) -> str:
    """CommonMark without HTML or images, then nh3: headings start at h3, links say nofollow."""
    html = _MARKDOWN.render(_BIDI.sub("", value))
    html = re.sub(r"<(/?)h[1-3]>", r"<\1h3>", html)
    html = re.sub(r"<(/?)h[5-6]>", r"<\1h4>", html)
    html = html.replace("<pre>", "<p>").replace("</pre>", "</p>")
    html = re.sub(r'href="(?://|\\)[^"]*"', "", html)
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )


def initials(name: str) -> str:
    """Up to two letters for an avatar: the first of the first and of the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    ends = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return ends.upper()[:2]
