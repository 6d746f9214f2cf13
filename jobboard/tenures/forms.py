"""The plan as a form: days, tools, appraisal, who does what."""

from __future__ import annotations

from datetime import date
from typing import Any

from wtforms.validators import StopValidation

from jobboard.accounts.forms import Address, Deliverable
from jobboard.planning.split_plan import SplitPlan
from jobboard.roles.forms.fields import Choose, Day, OneOf, offered
from jobboard.tenures.days import review_days
from jobboard.tenures.domain import APPRAISAL_WORDS, MAX_PLACE, TASKS, Appraisal, who_does
from jobboard.tenures.domain import who_words as words_of
from jobboard.tenures.models import FirstDays
from jobboard.tenures.service import Said
from jobboard.web.forms import Base, Form, Length, Line, Required


class Optional:
    """An empty line is fine; what follows is not asked then."""

    def __call__(self, _form: Any, field: Line) -> None:
        if not field.data:
            raise StopValidation


class PlanForm(Form):
    lock_version = Base()
    starts_on = Day("First day in the post", validators=[Required("Enter the first day.")])
    review_1 = Day("First review")
    review_2 = Day("Second review")
    review_3 = Day("Third review")
    inbox = Address(
        "The one inbox",
        [Optional(), Deliverable()],
        description="An email address that reaches both. Leave it empty until you know it.",
    )
    diary = Line(
        "The one diary",
        [Length(MAX_PLACE)],
        description="Where it is, such as: the shared calendar “Director of People”.",
    )
    appraisal = OneOf(
        "Appraisal",
        choices=offered((one.value, words) for one, words in APPRAISAL_WORDS.items()),
        default=Appraisal.WHAT_AND_HOW.value,
    )

    @classmethod
    def opened(cls, row: FirstDays | None, names: tuple[str, str]) -> PlanForm:
        chosen = who_does(row.who if row else {})
        known: dict[str, Any] = {one.name: chosen[one.key].value for one in TASKS}
        if row is not None:
            known |= {f"review_{n}": day for n, day in enumerate(row.reviews, 1)}
            known |= {"starts_on": row.starts_on.isoformat(), "inbox": row.inbox}
            known |= {"diary": row.diary, "appraisal": row.appraisal.value}
        form = cls(**known, lock_version=row.lock_version if row else 0)
        choices = offered((who.value, words) for who, words in words_of(names).items())
        for one in TASKS:
            form[one.name].choices = choices
        return form

    def said(self, plan: SplitPlan) -> Said:
        """Reviews that are left empty fall on days when both are in."""
        start = self.starts_on.value or date.min
        typed = (self.review_1.value, self.review_2.value, self.review_3.value)
        first, second, third = (
            day or usual for day, usual in zip(typed, review_days(start, plan), strict=True)
        )
        return Said(
            starts_on=start,
            reviews=(first, second, third),
            inbox=self.inbox.normal if self.inbox.data else "",
            diary=self.diary.data or "",
            appraisal=Appraisal(self.appraisal.data or Appraisal.WHAT_AND_HOW),
            who={one.key: self[one.name].data for one in TASKS},
        )


for _one in TASKS:
    setattr(PlanForm, _one.name, Choose(_one.text, choices=[]))
