"""What a template holds comes back as it was, also from an older or a newer form."""

from __future__ import annotations

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles import keeping
from jobboard.roles.content import Content
from jobboard.roles.service.copying import undated
from tests.factories.roles import COMPLETE

UNDATED = undated(COMPLETE)


def through_json(content: Content) -> Content:
    return keeping.unpacked(json.loads(json.dumps(keeping.packed(content))))


def test_a_content_comes_back_equal():
    assert through_json(UNDATED) == UNDATED
    assert through_json(Content()) == Content()


@given(st.builds(Content, closes_at=st.none()))
def test_any_content_comes_back_equal(content):
    assert through_json(content) == content


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.sampled_from([field.name for field in fields(Content)]), JSON)
def test_a_part_that_cannot_be_read_counts_as_not_said(name, value):
    kept = keeping.packed(UNDATED) | {name: value, "unheard_of": 1}
    found = keeping.unpacked(kept)
    others = [field.name for field in fields(Content) if field.name != name]
    assert [getattr(found, each) for each in others] == [getattr(UNDATED, each) for each in others]
