"""What every engine behind the port must do. Whoosh runs it today, PostgreSQL will."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jobboard.search.engine import (
    Document,
    Engine,
    IndexDamagedError,
    SearchPage,
    SearchRequest,
    Sort,
)
from jobboard.search.whoosh_engine import WhooshEngine

NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"

ROLES = (
    Document(
        id="r1",
        kind="role",
        title="Director of Finance",
        names="Harbour Trust, Leeds",
        body="Lead the managing of budgets. You report to the chief executive.",
        keywords={"level": ("director",), "share": ("twin", "islands")},
        numbers={"closes_at": 100, "published_at": 10, "salary": 9_000_000},
    ),
    Document(
        id="r2",
        kind="role",
        title="Head of People",
        names="Café Nord, Glasgow",
        body="A part-time post. Some finance work. Executive chief of nothing.",
        keywords={"level": ("head",), "share": ("twin",)},
        numbers={"closes_at": 300, "published_at": 30},
    ),
    Document(
        id="r3",
        kind="role",
        title="Medical Director",
        names="Valley Health",
        body="Women's services. Time is short; part of the board.",
        keywords={"level": ("director",), "share": ("hybrid",)},
        numbers={"closes_at": 200, "published_at": 20, "salary": 12_000_000},
    ),
    Document(
        id="r4",
        kind="role",
        title="Chief of Staff",
        body="Runs the office. IT is yours too.",
        keywords={"level": ("head",), "share": ()},
        numbers={"closes_at": 300, "published_at": 40, "salary": 7_000_000},
    ),
)
PERSON = Document(id="p1", kind="person", title="Finance director", keywords={"level": ("head",)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def make_engine(folder: Path) -> Callable[[], Engine]:
    return lambda: WhooshEngine(folder)


@pytest.fixture
def engine(make_engine: Callable[[], Engine]) -> Engine:
    engine = make_engine()
    assert engine.rebuild([*ROLES, PERSON]) == 5
    return engine


def ask(engine: Engine, text: str = "", **more: object) -> SearchPage:
    return engine.search(SearchRequest(kind="role", text=text, **more))  # type: ignore[arg-type]


def ids(engine: Engine, text: str = "", **more: object) -> set[str]:
    page = ask(engine, text, **more)
    assert page.total == len(page.ids)
    return set(page.ids)


def test_without_words_or_filters_everything_of_the_kind_is_found(engine: Engine) -> None:
    assert ids(engine) == {"r1", "r2", "r3", "r4"}
    assert ask(engine).ids == ("r1", "r2", "r3", "r4")


def test_another_kind_is_never_found(engine: Engine) -> None:
    assert ids(engine, "finance director") == {"r1"}
    assert engine.search(SearchRequest(kind="person", text="finance")).ids == ("p1",)
    assert engine.search(SearchRequest(kind="nothing")).total == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("finance", {"r1", "r2"}),
        ("FINANCES", {"r1", "r2"}),
        ("manage", {"r1"}),
        ("finance leeds", {"r1"}),
        ("finance zebra", set()),
        ('"chief executive"', {"r1"}),
        ('"executive chief"', {"r2"}),
        ("chief executive", {"r1", "r2"}),
        ('"part time"', {"r2"}),
        ("part-time", {"r2"}),
        ("part time", {"r2", "r3"}),
        ('"director of finance"', {"r1"}),
        ('"trust lead"', set()),
        ("finance*", {"r1", "r2"}),
        ("dir*", {"r1", "r3"}),
        ("dir* -med*", {"r1", "r3"}),
        ("director -medical", {"r1"}),
        ('-"chief executive"', {"r2", "r3", "r4"}),
        ("-director", {"r2", "r4"}),
        ("cafe", {"r2"}),
        ("womens", {"r3"}),
        ("women's", {"r3"}),
        ("IT", {"r4"}),
        ("of the", {"r1", "r2", "r3", "r4"}),
    ],
)
def test_words_phrases_stars_and_minus_find_what_they_say(
    engine: Engine, text: str, expected: set[str]
) -> None:
    assert ids(engine, text) == expected


def test_how_the_text_was_read_comes_back_with_the_page(engine: Engine) -> None:
    page = ask(engine, "fi* finance")
    assert page.query.terms == ("fi", "finance")
    assert "A star needs" in page.query.ignored[0]


def test_a_title_ranks_above_names_and_names_above_a_body(engine: Engine) -> None:
    engine.upsert(
        [
            Document(id="z1", kind="role", title="Park keeper", body="zebra"),
            Document(id="z2", kind="role", title="Park keeper", names="zebra"),
            Document(id="z3", kind="role", title="Zebra park keeper"),
        ]
    )
    assert ask(engine, "zebra").ids == ("z3", "z2", "z1")
    assert ask(engine, "zeb*").ids == ("z3", "z1", "z2")


def test_filters_join_values_by_or_and_fields_by_and(engine: Engine) -> None:
    assert ids(engine, filters={"level": ("director",)}) == {"r1", "r3"}
    assert ids(engine, filters={"level": ("director", "head")}) == {"r1", "r2", "r3", "r4"}
    assert ids(engine, filters={"level": ("director",), "share": ("twin",)}) == {"r1"}
    assert ids(engine, filters={"level": ()}) == {"r1", "r2", "r3", "r4"}
    assert ids(engine, filters={"level": ("admiral",)}) == set()
    assert ids(engine, filters={"unknown": ("x",)}) == set()
    assert ids(engine, "finance", filters={"share": ("twin", "hybrid")}) == {"r1", "r2"}


def test_facets_count_every_value_of_a_document(engine: Engine) -> None:
    page = ask(engine, facets=("level", "share", "unknown"))
    assert page.facets == {
        "level": {"director": 2, "head": 2},
        "share": {"hybrid": 1, "islands": 1, "twin": 2},
        "unknown": {},
    }


def test_a_facet_leaves_its_own_filter_out_of_account(engine: Engine) -> None:
    page = ask(
        engine, filters={"level": ("director",), "share": ("twin",)}, facets=("level", "share")
    )
    assert page.total == 1
    assert page.facets["level"] == {"director": 1, "head": 1}
    assert page.facets["share"] == {"hybrid": 1, "islands": 1, "twin": 1}


def test_a_chosen_value_without_a_match_still_appears_in_its_facet(engine: Engine) -> None:
    page = ask(engine, "glasgow", filters={"level": ("director", "gone")}, facets=("level",))
    assert page.facets["level"] == {"director": 0, "gone": 0, "head": 1}


def test_ranges_and_exclusions_are_counted_out_of_facets_too(engine: Engine) -> None:
    page = ask(
        engine,
        ranges={"closes_at": (150, None)},
        exclude_ids=frozenset({"r4", "unknown"}),
        facets=("level",),
    )
    assert page.ids == ("r2", "r3")
    assert page.facets["level"] == {"director": 1, "head": 1}


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ((None, None), {"r1", "r3", "r4"}),
        ((9_000_000, None), {"r1", "r3"}),
        ((None, 9_000_000), {"r1", "r4"}),
        ((9_000_001, 11_999_999), set()),
    ],
)
def test_a_range_includes_its_ends_and_leaves_out_what_has_no_number(
    engine: Engine, bounds: tuple[int | None, int | None], expected: set[str]
) -> None:
    assert ids(engine, ranges={"salary": bounds}) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort("published_at", descending=True), ("r4", "r2", "r3", "r1")),
        (Sort("closes_at"), ("r1", "r3", "r2", "r4")),
        (Sort("salary", descending=True), ("r3", "r1", "r4", "r2")),
        (Sort("salary"), ("r4", "r1", "r3", "r2")),
        (Sort("unknown"), ("r1", "r2", "r3", "r4")),
    ],
)
def test_sorting_puts_what_has_no_number_last_and_ties_in_order_of_ids(
    engine: Engine, sort: Sort, expected: tuple[str, ...]
) -> None:
    assert ask(engine, sort=sort).ids == expected


def test_words_can_be_sorted_by_a_number_too(engine: Engine) -> None:
    page = ask(engine, "finance", sort=Sort("published_at", descending=True))
    assert page.ids == ("r2", "r1")


def test_equal_scores_are_in_order_of_ids(engine: Engine) -> None:
    same = [Document(id=f"s{n}", kind="role", title="Zebra keeper") for n in (3, 1, 2)]
    engine.upsert(same)
    assert ask(engine, "zebra").ids == ("s1", "s2", "s3")


def test_pages_follow_each_other_and_stay_within_limits(engine: Engine) -> None:
    engine.rebuild(Document(id=f"d{n:04}", kind="role", title="Keeper") for n in range(120))
    for text in ("", "keeper"):
        seen = [id_ for n in (1, 2, 3) for id_ in ask(engine, text, page=n, per_page=50).ids]
        assert seen == [f"d{n:04}" for n in range(120)]
    last = ask(engine, page=99, per_page=50)
    assert (last.page, last.pages, last.total, len(last.ids)) == (3, 3, 120, 20)
    assert len(ask(engine, per_page=1000).ids) == 50
    assert ask(engine, page=99, per_page=1).page == 50
    assert len(ask(engine, page=-1, per_page=-1).ids) == 1
    nothing = ask(engine, "zebra", page=7)
    assert (nothing.page, nothing.pages, nothing.ids) == (1, 1, ())


def test_a_change_is_seen_by_an_engine_that_was_already_open(
    engine: Engine, make_engine: Callable[[], Engine]
) -> None:
    reader = make_engine()
    before = ask(reader)
    engine.delete(["r1", "unknown"])
    assert ids(reader) == {"r2", "r3", "r4"}
    assert ids(reader, "finance") == {"r2"}
    assert ask(reader).generation != before.generation
    engine.upsert([Document(id="r2", kind="role", title="Zebra"), ROLES[0]])
    assert ids(reader, "finance") == {"r1"}
    assert ids(reader, "zebra") == {"r2"}
    assert ask(reader, facets=("level",)).facets["level"] == {"director": 2, "head": 1}
    assert reader.ids("role") == {"r1", "r2", "r3", "r4"}
    assert reader.generation() == engine.generation()


def test_one_commit_may_put_in_and_take_out(engine: Engine) -> None:
    engine.apply([Document(id="r9", kind="role", title="Zebra")], ["r1", "r2"])
    assert ids(engine) == {"r3", "r4", "r9"}


def test_of_two_documents_with_one_id_the_last_wins(engine: Engine) -> None:
    engine.upsert(Document(id="r9", kind="role", title=title) for title in ("Zebra", "Yak"))
    assert ids(engine, "zebra") == set()
    assert ids(engine, "yak") == {"r9"}


def test_nothing_to_write_changes_no_generation(engine: Engine) -> None:
    before = engine.generation()
    engine.upsert([])
    engine.delete([])
    assert engine.generation() == before


def test_many_small_commits_end_where_one_build_would(engine: Engine) -> None:
    for n in range(12):
        engine.upsert([Document(id=f"m{n % 5}", kind="role", title=f"Keeper {n}")])
        engine.delete(["m4"])
    assert ids(engine, "keeper") == {"m0", "m1", "m2", "m3"}
    assert ids(engine, "keeper 11") == {"m1"}
    assert ids(engine, "keeper 6") == set()
    assert ids(engine, "finance") == {"r1", "r2"}


def test_an_empty_index_answers_with_nothing(make_engine: Callable[[], Engine]) -> None:
    engine = make_engine()
    assert engine.rebuild([]) == 0
    page = ask(engine, 'any "thing at" all* -x', facets=("level",), sort=Sort("closes_at"))
    assert (page.total, page.ids, page.facets) == (0, (), {"level": {}})
    assert engine.health().ok
    engine.upsert(ROLES)
    assert len(ids(engine)) == 4


def test_a_failed_rebuild_leaves_the_old_index_in_use(engine: Engine) -> None:
    def broken() -> object:
        yield ROLES[0]
        raise RuntimeError("the database went away")

    before = engine.generation()
    with pytest.raises(RuntimeError, match="went away"):
        engine.rebuild(broken())  # type: ignore[arg-type]
    assert engine.generation() == before
    assert ids(engine) == {"r1", "r2", "r3", "r4"}
    assert engine.rebuild(ROLES) == 4


def test_without_an_index_the_engine_says_so_plainly(make_engine: Callable[[], Engine]) -> None:
    engine = make_engine()
    for verb in (lambda: ask(engine), lambda: engine.upsert(ROLES), engine.generation):
        with pytest.raises(IndexDamagedError) as caught:
            verb()
        assert caught.value.message.startswith("Search is resting")
    assert not engine.health().ok


@pytest.mark.parametrize(
    "bad",
    [
        Document(id="", kind="role"),
        Document(id="é", kind="role"),
        Document(id="x", kind="role", numbers={"pay": 1.5}),  # type: ignore[dict-item]
        Document(id="x", kind="role", numbers={"pay": 2**63}),
    ],
)
def test_a_document_the_index_cannot_hold_is_refused_before_anything_is_written(
    engine: Engine, bad: Document
) -> None:
    before = engine.generation()
    with pytest.raises(ValueError, match=r"plain id|whole number"):
        engine.upsert([ROLES[0], bad])
    assert engine.generation() == before


@pytest.mark.data
@pytest.mark.skipif(not NASTY.exists(), reason="needs ../shared/data")
def test_no_naughty_string_raises_as_a_query_a_filter_or_a_document(engine: Engine) -> None:
    strings = json.loads(NASTY.read_text(encoding="utf-8"))
    for text in [*strings, "\x00", "\ud800", "a\ud800b*", "x" * 10_000]:
        ask(engine, text, filters={text: (text,)}, facets=(text,), sort=Sort(text))
        ask(engine, text, exclude_ids=frozenset({text}), ranges={text: (0, 1)})
    engine.upsert(
        Document(
            id=f"n{number}",
            kind="nasty",
            title=text,
            names=text,
            body=text,
            keywords={"text": (text, "\ud800")},
            numbers={text: number},
        )
        for number, text in enumerate([*strings, "\x00", "\ud800"])
    )
    found = engine.search(SearchRequest(kind="nasty", facets=("text",)))
    assert found.total == 517
    assert found.facets["text"]["\ud800"] == 517
