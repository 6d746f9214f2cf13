from __future__ import annotations

import json
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.applications import sections, signing
from jobboard.applications.domain import SectionKind
from jobboard.applications.signing import UnsignableError, canonical, digest
from jobboard.core.errors import InvalidInputError
from tests.unit.applications.frames import document, frame

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LEAF = st.none() | st.booleans() | st.integers() | TEXT
KEYS = st.text("abcdefgh_", min_size=1, max_size=5)
TREE = st.recursive(
    LEAF,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def shuffled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: shuffled(value[key]) for key in reversed(value)}
    return [shuffled(item) for item in value] if isinstance(value, list) else value


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = (
        value.items() if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else None
    )  # fmt: skip
    if inner is None:
        return [path]
    return [found for key, item in inner for found in leaves(item, (*path, key))]


def changed(value: Any, path: tuple[Any, ...], leaf: Any) -> Any:
    if not path:
        return leaf
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = changed(value[path[0]], path[1:], leaf)
    return copy


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def normal(leaf: Any) -> Any:
    return unicodedata.normalize("NFC", leaf) if isinstance(leaf, str) else (type(leaf), leaf)


@given(TREE)
def test_the_order_of_keys_does_not_matter(tree: Any) -> None:
    assert canonical(shuffled(tree)) == canonical(tree)


@given(TREE)
def test_reading_it_back_gives_the_same_bytes(tree: Any) -> None:
    data = canonical(tree)
    assert canonical(signing.read(data)) == data


@given(TEXT)
def test_both_spellings_of_a_letter_are_one(text: str) -> None:
    forms = {canonical(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(st.data())
def test_any_change_of_any_leaf_changes_the_hash(data: st.DataObject) -> None:
    whole = document()
    path = data.draw(st.sampled_from(leaves(whole)))
    other = data.draw(LEAF.filter(lambda leaf: normal(leaf) != normal(at(whole, path))))
    assert digest(canonical(changed(whole, path, other))) != digest(canonical(whole))


@given(st.floats())
def test_a_float_is_refused_wherever_it_stands(number: float) -> None:
    for value in (number, [number], {"a": {"b": [number]}}):
        with pytest.raises(UnsignableError):
            canonical(value)


@pytest.mark.parametrize("value", [b"x", {1: 2}, object(), {"\u00e9": 1, "e\u0301": 2}])
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(UnsignableError):
        canonical(value)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical("\ud800")


def test_the_bytes_are_written_down_so_that_nobody_changes_the_form_unseen() -> None:
    assert canonical({"b": [True, None, 1], "a": "é"}) == '{"a":"é","b":[true,null,1]}'.encode()


def test_the_hash_is_sha_256_of_the_bytes() -> None:
    data = canonical(document())
    assert digest(data) == sha256(data).hexdigest()
    assert signing.verifies(data, digest(data))
    assert not signing.verifies(data + b" ", digest(data))


def test_a_hash_is_shown_in_groups_of_four() -> None:
    groups = signing.groups("0123456789abcdef" * 4)
    assert groups.startswith("0123 4567 89ab cdef ")
    assert groups.replace(" ", "") == "0123456789abcdef" * 4


def test_the_document_has_every_part_of_decisions_5() -> None:
    made = signing.document(
        role={"id": "r", "version": 1},
        partnership={"id": "p"},
        sections={"proposition": {"text": ""}},
        track_record=[{"id": "e"}],
        share_type="twin",
        acceptance="either",
    )
    assert set(made) == {
        "format",
        "role",
        "partnership",
        "sections",
        "track_record",
        "share_type",
        "acceptance",
    }


@pytest.mark.data
def test_every_nasty_string_that_is_kept_has_one_form_in_bytes() -> None:
    path = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"
    if not path.exists():
        pytest.skip("skipped: data/nasty/blns.json is not here")
    for text in json.loads(path.read_text(encoding="utf-8")):
        try:
            content = sections.clean(SectionKind.PROPOSITION, {"text": text}, frame())
        except InvalidInputError:
            continue
        data = canonical(document(proposition=content))
        assert canonical(signing.read(data)) == data
        assert signing.read(data)["sections"]["proposition"] == content
