from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobboard.search import service
from jobboard.search.engine import Document, SearchRequest


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = list(service._current)
    yield
    service._current[:] = before


def test_before_the_app_opened_an_engine_there_is_none() -> None:
    service._current.clear()
    with pytest.raises(LookupError, match="create_app"):
        service.engine()


def test_a_process_keeps_one_engine_for_a_folder(tmp_path: Path) -> None:
    first = service.open_engine(tmp_path / "a")
    assert service.engine() is first
    assert service.open_engine(tmp_path / "b") is not first
    assert service.open_engine(tmp_path / "a") is first
    assert list(tmp_path.iterdir()) == []


def test_features_search_without_knowing_the_engine(tmp_path: Path) -> None:
    service.open_engine(tmp_path / "a").rebuild([Document(id="r1", kind="role", title="Zebra")])
    assert service.search(SearchRequest(kind="role", text="zebra")).ids == ("r1",)
