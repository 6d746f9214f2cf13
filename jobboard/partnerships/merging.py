"""Two texts that rest on the same one, passage by passage, so that somebody can choose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MINE, THEIRS, BOTH = "mine", "theirs", "both"
_SENTENCE = re.compile(r"\S.*?(?:[.!?]+(?=\s)|\n|$)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences; where the two differ, one of them may be empty."""

    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        return self.mine.strip() != self.theirs.strip()

    def chosen(self, choice: str) -> str:
        """The text for `mine`, `theirs` or `both`; anything else keeps mine."""
        if not self.differs or choice == THEIRS:
            return self.theirs
        if choice == BOTH:
            gap = "" if self.mine[-1:].isspace() or not self.mine else " "
            return self.mine + gap + self.theirs
        return self.mine


def passages(mine: str, theirs: str) -> list[Passage]:
    """Both texts in order, cut where they begin or cease to differ. Joined again they are whole.

    For texts of some hundred sentences; callers hold the limit of words.
    """
    left, right = _sentences(mine), _sentences(theirs)
    bare = [part.strip() for part in left], [part.strip() for part in right]
    matcher = SequenceMatcher(a=bare[0], b=bare[1], autojunk=False)
    return [
        Passage("".join(left[a:b]), "".join(right[c:d]))
        for _, a, b, c, d in matcher.get_opcodes()
    ]  # fmt: skip


def merged(parts: Sequence[Passage], choices: Sequence[str]) -> str:
    """One text from the choices, one for each passage that differs; missing ones keep mine."""
    left = list(choices)
    text = ""
    for part in parts:
        text += part.chosen(left.pop(0) if part.differs and left else MINE)
    return text.strip()


def _sentences(text: str) -> list[str]:
    """Sentences with the white space that follows them; blank text has none."""
    return _SENTENCE.findall(text.strip() + "\n")
