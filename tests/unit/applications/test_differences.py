"""Both texts can be read back out of a difference, whatever they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jobboard.applications.differences import Part, rows, words

texts = st.text(alphabet=" \nabcé", max_size=60)
lines = st.lists(st.tuples(st.sampled_from("xyz"), texts), max_size=6)


@given(texts, texts)
def test_both_texts_are_in_the_difference_to_the_letter(old, new):
    parts = list(words(old, new))
    assert "".join(text for part, text in parts if part is not Part.NEW) == old
    assert "".join(text for part, text in parts if part is not Part.GONE) == new


@given(lines, lines)
def test_a_row_stands_exactly_where_an_answer_differs(old, new):
    assert rows(old, old) == []
    assert all(any(part is not Part.SAME for part, _ in row.parts) for row in rows(old, new))


def test_two_answers_of_one_name_are_two():
    found = rows([("Friday", "a"), ("Friday", "b")], [("Friday", "a"), ("Friday", "c")])
    assert [row.what for row in found] == ["Friday"]
    assert found[0].parts == ((Part.GONE, "b"), (Part.NEW, "c"))
