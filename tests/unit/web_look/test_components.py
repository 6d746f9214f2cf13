"""The macros pages are built from, rendered with real forms."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask, render_template_string
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    PasswordField,
    RadioField,
    StringField,
    TextAreaField,
    validators,
)

from jobboard.web import assets, weeks

ROOT = Path(__file__).parents[3]


class Duty(Form):
    title = StringField("Duty", [validators.InputRequired("Say what the duty is")])


class Everything(Form):
    name = StringField(
        "Your name",
        [validators.InputRequired("Enter your name"), validators.Length(max=80)],
        description="As colleagues know you.",
    )
    password = PasswordField("Password")
    about = TextAreaField("About you")
    days = RadioField("Days", [validators.InputRequired("Choose days")], choices=["2", "3"])
    agree = BooleanField("I agree", [validators.InputRequired("Tick the box")])
    duties = FieldList(FormField(Duty), min_entries=2)


@pytest.fixture
def app() -> Flask:
    app = Flask("look", static_folder=str(ROOT / "static"), template_folder=str(ROOT / "templates"))
    app.register_blueprint(assets.assets_blueprint())
    app.jinja_env.globals.update(weeks.template_globals())
    return app


def render(app: Flask, name: str, call: str, **context: object) -> str:
    source = f'{{% from "components/{name}.html" import {name} %}}{{{{ {name}({call}) }}}}'
    with app.app_context():
        return render_template_string(source, **context)


def wrong() -> Everything:
    form = Everything(MultiDict({"about": "Kept <words>"}))
    form.validate()
    return form


def test_a_field_reads_label_hint_error_input_in_that_order(app: Flask) -> None:
    html = render(app, "field", "f", f=wrong().name)
    parts = ['<label for="name"', 'id="name-hint"', 'id="name-error"', "<input"]
    assert [html.index(part) for part in parts] == sorted(html.index(part) for part in parts)
    assert 'aria-describedby="name-hint name-error"' in html
    assert 'aria-invalid="true"' in html


def test_a_field_without_faults_says_nothing_of_errors(app: Flask) -> None:
    html = render(app, "field", "f", f=Everything().password)
    assert "aria-invalid" not in html
    assert "aria-describedby" not in html


def test_a_field_never_cuts_what_people_paste(app: Flask) -> None:
    assert "maxlength" not in render(app, "field", "f", f=wrong().name)


def test_what_was_typed_comes_back_escaped(app: Flask) -> None:
    assert "Kept &lt;words&gt;" in render(app, "field", "f", f=wrong().about)


def test_attributes_travel_to_the_input(app: Flask) -> None:
    html = render(app, "field", "f, rows=7, data_words='n', described_by='n'", f=wrong().about)
    assert 'rows="7"' in html
    assert 'data-words="n"' in html
    assert 'aria-describedby="n"' in html


def test_radios_stand_in_a_fieldset_with_its_question(app: Flask) -> None:
    html = render(app, "field", "f", f=wrong().days).strip()
    assert html.startswith("<fieldset")
    assert "<legend>Days</legend>" in html
    assert 'aria-describedby="days-error"' in html
    assert html.count('type="radio"') == 2


def test_every_fault_is_listed_and_every_link_finds_its_field(app: Flask) -> None:
    form = wrong()
    summary = render(app, "error_summary", "form", form=form)
    links = re.findall(r'href="#([^"]+)">([^<]+)<', summary)
    assert links == [
        ("name", "Enter your name"),
        ("days-0", "Choose days"),
        ("agree", "Tick the box"),
        ("duties-0-title", "Say what the duty is"),
        ("duties-1-title", "Say what the duty is"),
    ]
    fields = [form.name, form.days, form.agree, *(duty.form.title for duty in form.duties)]
    page = "".join(render(app, "field", "f", f=field) for field in fields)
    assert all(f'id="{target}"' in page for target, _ in links)


def test_a_form_without_faults_has_no_summary(app: Flask) -> None:
    assert render(app, "error_summary", "form", form=Everything()).strip() == ""


def test_a_split_grid_is_twenty_named_checkboxes(app: Flask) -> None:
    html = render(app, "split_grid", "'aaaaxxbbb-', 'nnnnn2nnn-', 'Nadia', 'Helen'")
    assert html.count('type="checkbox"') == 20
    assert html.count("checked") == 11
    assert "Helen, Friday afternoon, not needed" in html
    assert "Nadia, Wednesday afternoon, both asked" in html


@pytest.mark.parametrize(("days", "words"), [("1", "1 day"), ("1.5", "1.5 days"), ("0", "0 days")])
def test_one_day_is_no_days(app: Flask, days: str, words: str) -> None:
    t = {"a_days": days, "b_days": "2", "fte": "0.5", "gaps": "0", "overlap": "0"}
    call = '"aabbbbbbbb", "Nadia", "Helen", t, "1.0"'
    page = re.sub(r"<[^>]+>", "", render(app, "totals", call, t=t))
    assert re.search(rf"(?<![.\d]){re.escape(words)}\b", page)


def test_half_day_radios_hold_the_pattern(app: Flask) -> None:
    html = render(app, "three", "'need', 'nnnnn2nnn-'")
    assert html.count('type="radio"') == 30
    chosen = re.findall(r'name="need-(\d)"[^>]*value="(.)" checked', html)
    assert "".join(mark for _, mark in chosen) == "nnnnn2nnn-"


def test_a_locked_duty_keeps_joint_and_turns_the_rest_off(app: Flask) -> None:
    html = render(app, "leads", "'d', 'The board', 'a', 'Nadia', 'Helen', locked=true")
    assert re.findall(r'value="(\w+)"( checked)?( disabled)?', html) == [
        ("a", "", " disabled"),
        ("b", "", " disabled"),
        ("either", "", " disabled"),
        ("joint", " checked", ""),
    ]


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [(1, 1, []), (1, 3, [1, 2, 3]), (6, 12, [1, 4, 5, 6, 7, 8, 12])],
)
def test_page_links_show_the_ends_and_the_neighbours(
    app: Flask, page: int, pages: int, shown: list[int]
) -> None:
    list_page = SimpleNamespace(page=page, pages=pages, url=lambda n: f"?page={n}")
    html = render(app, "pages", "p", p=list_page)
    assert [int(n) for n in re.findall(r'aria-label="Page (\d+)"', html)] == shown
    assert html.count('aria-current="page"') == (1 if pages > 1 else 0)


@pytest.mark.parametrize(
    ("state", "words"),
    [("not_selected", "Not selected"), ("awaiting_signatures", "Waiting for signatures"),
     ("brand_new_code", "Brand new code")],
)  # fmt: skip
def test_a_state_is_said_in_words(app: Flask, state: str, words: str) -> None:
    assert words in render(app, "status_tag", "state", state=state)


def test_no_component_outside_mail_carries_an_inline_style() -> None:
    for file in (ROOT / "templates" / "components").glob("*.html"):
        if not file.name.startswith("mail_"):
            assert not re.search(
                r'\s(style|on(click|change|input|submit|load))="', file.read_text()
            ), file.name
