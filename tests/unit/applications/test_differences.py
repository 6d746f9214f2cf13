"""Both texts can be read back out of a difference, whatever they are."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from jobboard.applications.differences import Part, rows, traced, traced_rows, words

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


@given(st.lists(texts, min_size=2, max_size=5))
def test_a_traced_difference_is_the_difference_and_every_passage_has_its_save(saves):
    parts = list(traced(saves))
    assert "".join(text for part, text, _ in parts if part is not Part.NEW) == saves[0]
    assert "".join(text for part, text, _ in parts if part is not Part.GONE) == saves[-1]
    for part, text, number in parts:
        if part is Part.SAME:
            assert number is None
        elif number is not None and part is Part.NEW and not text.isspace():
            assert all(word in saves[number].split() for word in text.split())
        elif number is not None and not text.isspace():
            assert all(word in saves[number - 1].split() for word in text.split())


@given(texts, texts)
def test_one_save_did_all_of_it(old, new):
    assert {number for part, _, number in traced([old, new]) if part is not Part.SAME} <= {1}


def test_each_passage_is_by_whoever_brought_or_took_it():
    nadia, helen = uuid4(), uuid4()
    answers = ["We share wards", "We share wards gladly", "Helen shares wards gladly"]
    [row] = traced_rows([[("Why", each)] for each in answers], [nadia, helen])
    told = [
        (part, text, by)
        for (part, text), by in zip(row.parts, row.by, strict=True)
        if part is not Part.SAME and text.strip()
    ]
    assert told == [
        (Part.GONE, "We", helen),
        (Part.NEW, "Helen", helen),
        (Part.GONE, "share", helen),
        (Part.NEW, "shares", helen),
        (Part.NEW, " gladly", nadia),
    ]
