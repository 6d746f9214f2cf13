from __future__ import annotations

import wtforms

from jobboard.web.forms import Line, Prose


class Both(wtforms.Form):
    name = Line()
    text = Prose(render_kw={"rows": 3})


def test_what_somebody_types_runs_the_way_its_letters_do() -> None:
    form = Both(name="عبد الرحمن", text="مرحبا")
    assert 'dir="auto"' in form.name()
    assert 'dir="auto" id="text" name="text" rows="3"' in form.text()
