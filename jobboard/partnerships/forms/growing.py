from __future__ import annotations

from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from jobboard.partnerships.horizon import MAX_NEXT, MAX_YEARS
from jobboard.partnerships.models.agreement import Horizon
from jobboard.partnerships.prompts import MAX_ANSWER_WORDS, Prompt
from jobboard.partnerships.queries.agreement import Leaf
from jobboard.partnerships.sharing import MAX_NOTE_WORDS
from jobboard.web.forms import Base, Form, Length, Prose


class AnswerForm(Form):
    choice = RadioField("Nearest to you", validate_choice=False, default="")
    words = Prose("Your answer", description=f"Up to {MAX_ANSWER_WORDS} words.")
    base = Base(default=0)

    @classmethod
    def of(cls, leaf: Leaf) -> AnswerForm:
        mine = leaf.mine
        data = {"choice": mine.choice, "words": mine.words} if mine else {}
        form = cls(data={**data, "base": mine.lock_version if mine else 0})
        form.fit(leaf.prompt)
        return form

    def fit(self, prompt: Prompt) -> None:
        """A question without choices has no radios; one with them asks words only if wanted."""
        if not prompt.choices:
            del self.choice
            return
        self.choice.choices = [SelectChoice(key, words) for key, words in prompt.choices]
        self.words.label.text = "Anything to add (optional)"

    @property
    def chosen(self) -> str:
        return (self.choice.data or "") if "choice" in self else ""


class NoteForm(Form):
    note = Prose(
        "What you decided (optional)",
        description=f"One note for you both, up to {MAX_NOTE_WORDS} words.",
    )
    base = Base(default=0)


class HorizonForm(Form):
    years = SelectField(
        "How many more years do you see yourself sharing this work?",
        choices=[SelectChoice("", "Choose")]
        + [SelectChoice(str(n), f"{n} year{'' if n == 1 else 's'}") for n in range(MAX_YEARS + 1)],
        validate_choice=False,
    )
    where_next = Prose(
        "And where next? (optional)",
        [Length(MAX_NEXT)],
        description=f"Up to {MAX_NEXT} characters.",
        max_bytes=4 * MAX_NEXT,
    )

    @classmethod
    def of(cls, mine: Horizon | None) -> HorizonForm:
        if mine is None:
            return cls()
        return cls(data={"years": str(mine.years), "where_next": mine.where_next})

    @property
    def number(self) -> int:
        """-1 for what is no number of years, which the verb refuses."""
        typed = self.years.data or ""
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 3 else -1
