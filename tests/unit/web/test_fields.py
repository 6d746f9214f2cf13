from __future__ import annotations

from datetime import date

import pytest
import wtforms
from hypothesis import given as for_all
from hypothesis import strategies as st
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms.meta import DefaultMeta

from jobboard.web.forms import Choice, Length, Line, Prose, Required
from jobboard.web.inputs import drawn

CHOICES = [wtforms.SelectChoice("a", "A"), wtforms.SelectChoice("b", "B")]


class Both(wtforms.Form):
    name = Line()
    text = Prose(render_kw={"rows": 3})


def test_what_somebody_types_runs_the_way_its_letters_do() -> None:
    form = Both(name="عبد الرحمن", text="مرحبا")
    assert 'dir="auto"' in form.name()
    assert 'dir="auto" id="text" name="text" rows="3"' in form.text()


class Kinds(wtforms.Form):
    line = Line(validators=[Length(40), Required("Say it.")])
    prose = Prose(render_kw={"rows": 3, "class": "x"})
    mail = wtforms.EmailField()
    on = wtforms.DateField(validators=[wtforms.validators.InputRequired()])
    number = wtforms.IntegerField(validators=[wtforms.validators.NumberRange(1, 9)])
    tick = wtforms.BooleanField()
    hidden = wtforms.HiddenField()
    one = wtforms.RadioField(choices=CHOICES)
    many = wtforms.SelectMultipleField(
        choices=CHOICES, option_widget=wtforms.widgets.CheckboxInput()
    )


WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "class_": WORDS,
        "aria_describedby": WORDS,
        "data-words": WORDS,
        "maxlength": st.just(False),
        "required": st.booleans(),
        "rows": st.integers(1, 9),
        "value": WORDS.map(Markup),
        "id": WORDS,
    },
)


@for_all(WORDS, st.booleans(), st.sampled_from(["a", "b", ""]), GIVEN)
def test_an_input_is_drawn_as_the_library_draws_it(
    text: str, is_ticked: bool, choice: str, given: dict[str, object]
) -> None:
    form = Kinds(
        line=text, prose=text, mail=text, hidden=text, tick=is_ticked, one=choice, many=[choice],
        on=date(2027, 1, 4), number=3,
    )  # fmt: skip
    fields = [form.line, form.prose, form.mail, form.on, form.number, form.tick, form.hidden]
    for field in [*fields, *form.one, *form.many]:
        assert drawn(field, given) == DefaultMeta().render_field(field, given)


class Listed(wtforms.Form):
    one = wtforms.SelectField(choices=CHOICES)


def test_what_is_no_input_is_left_to_the_library() -> None:
    assert drawn(Listed().one, {}) is None
    assert drawn(Kinds().one, {}) is None


class Asked(wtforms.Form):
    word = Choice("Word", [Required("Choose one of the two.")], choices=CHOICES)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, ["Choose one of the two."]),
        ({"word": ""}, ["Choose one of the two."]),
        ({"word": "z"}, ["Not a valid choice."]),
        ({"word": "a"}, []),
    ],
)
def test_a_choice_not_made_is_said_once(sent: dict[str, str], said: list[str]) -> None:
    form = Asked(MultiDict(sent))
    assert form.validate() == (not said)
    assert list(form.word.errors) == said
