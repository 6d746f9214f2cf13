"""The words inside one block: runs with a style, written so that every marker takes effect."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobboard.roles.importing.markdown import escape

MAX_URL_CHARS = 2000

_URL = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)\S*\Z", re.IGNORECASE)
_URL_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'+,;=%]")


@dataclass(slots=True)
class Run:
    """Words of one style; a newline in `text` is a forced line break."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None

    def has_style_of(self, other: Run) -> bool:
        """Whether the two can be written as one run."""
        return (self.bold, self.italic, self.href) == (other.bold, other.italic, other.href)


def lines_of(runs: list[Run]) -> list[str]:
    """The runs as escaped Markdown lines; an empty line stands for two breaks in a row."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            _append(lines[-1], Run(piece, run.bold, run.italic, run.href))
    return [_line(line) for line in lines]


def safe_url(url: str) -> str | None:
    """An http, https or mailto address that can stand in a Markdown link, else None."""
    if len(url) > MAX_URL_CHARS or not _URL.match(url):
        return None
    return _URL_UNSAFE.sub(lambda char: _percent(char[0]), url)


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


def _append(line: list[Run], run: Run) -> None:
    """Adds a run, joined to the last where the style is the same or the run is only space."""
    if not run.text:
        return
    if line and (line[-1].has_style_of(run) or run.text.isspace()):
        line[-1].text += run.text
    else:
        line.append(run)


def _line(runs: list[Run]) -> str:
    out = ""
    for number, run in enumerate(runs):
        following = runs[number + 1].text[:1] if number + 1 < len(runs) else ""
        words = run.text.strip()
        lead = " " if run.text[:1].isspace() and words else ""
        tail = " " if run.text[-1:].isspace() else ""
        out += lead
        styled = _styled(run, words, out[-1:], tail or following)
        if out.endswith("!") and styled.startswith("["):
            out = out[:-1] + "\\!"  # or the link would be read as an image
        out += styled + tail
    return " ".join(out.split())


def _styled(run: Run, words: str, before: str, after: str) -> str:
    """CommonMark opens and closes emphasis only beside a space or punctuation, never inside a
    word, and not next to another marker: there the words stay plain."""
    url = safe_url(run.href) if run.href and words else None
    if url is not None:
        return f"[{escape(words)}]({url})"
    marker = "*" * (2 * run.bold + run.italic)
    touches = before.isalnum() or before == "*" or after.isalnum() or after in ("*", "[")
    if not marker or touches or not re.search(r"\w", words):
        return escape(words)
    return f"{marker}{escape(words)}{marker}"
