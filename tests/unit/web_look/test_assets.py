"""One style sheet, one script, addresses that carry the content's hash."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest
from flask import Flask, render_template_string

from jobboard.web import assets

STATIC = Path(__file__).parents[3] / "static"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "js" / "behaviours").mkdir(parents=True)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "serif.woff2").write_bytes(b"font")
    (tmp_path / "css" / "app.css").write_text(
        "@layer base, components;\n"
        '@import "base.css" layer(base);\n@import "b.css" layer(components);'
    )
    (tmp_path / "css" / "base.css").write_text(
        "/* why */ @font-face { src: url(fonts/serif.woff2) }\np { width: calc(1rem + 2px) }"
    )
    (tmp_path / "css" / "b.css").write_text('.b::after { content: "a  {b} ; c" }\n')
    (tmp_path / "js" / "app.js").write_text("/* why\n   and how */\nconst first = 1;\n")
    (tmp_path / "js" / "behaviours" / "b.js").write_text("// b\n  second(`//x`);\n")
    (tmp_path / "sprite.svg").write_text("<svg/>")
    (tmp_path / "sprite.svg.bak").write_text("ours alone")
    return tmp_path


@pytest.fixture
def app(small: Path) -> Flask:
    app = Flask("look", static_folder=str(small))
    app.register_blueprint(assets.assets_blueprint())
    return app


def href(app: Flask, call: str) -> str:
    with app.app_context():
        return render_template_string("{{ " + call + " }}")


def test_imports_are_inlined_in_order_each_in_its_layer(small: Path) -> None:
    css = assets.bundle_css(small).decode()
    assert "@import" not in css
    assert css.index("@layer base,components") < css.index("@layer base{")
    assert css.index("@layer base{") < css.index("@layer components{")


def test_squeezing_keeps_strings_and_sums(small: Path) -> None:
    css = assets.bundle_css(small).decode()
    assert '"a  {b} ; c"' in css
    assert "calc(1rem + 2px)" in css
    assert "why" not in css


def test_a_font_is_addressed_by_its_own_hash(small: Path) -> None:
    assert (
        f"url(../{assets.digest(b'font')}/fonts/serif.woff2)" in assets.bundle_css(small).decode()
    )


def test_scripts_are_joined_without_their_comments(small: Path) -> None:
    assert assets.bundle_js(small).decode() == "const first = 1;\nsecond(`//x`);"


def test_a_missing_import_stops_the_bundle(small: Path) -> None:
    (small / "css" / "b.css").unlink()
    with pytest.raises(FileNotFoundError):
        assets.bundle_css(small)


@pytest.mark.parametrize("call", ["asset_css()", "asset_js()", "asset('sprite.svg')"])
def test_the_address_of_today_may_be_kept_for_ever(app: Flask, call: str) -> None:
    answer = app.test_client().get(href(app, call))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == assets.FOREVER


def test_yesterdays_address_still_answers_but_not_for_ever(app: Flask) -> None:
    answer = app.test_client().get("/assets/0123456789/app.css")
    assert answer.status_code == 200
    assert "immutable" not in answer.headers["Cache-Control"]


def test_text_is_packed_for_whoever_takes_it(app: Flask) -> None:
    url, client = href(app, "asset_css()"), app.test_client()
    packed = client.get(url, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get(url).data


def test_what_has_not_changed_is_not_sent_again(app: Flask) -> None:
    url, client = href(app, "asset_css()"), app.test_client()
    again = client.get(url, headers={"If-None-Match": client.get(url).headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "name",
    ["css/base.css", "../secret", "fonts/../css/app.css", "fonts/none.woff2", "sprite.svg.bak"],
)
def test_nothing_but_the_assets_is_served(app: Flask, name: str) -> None:
    assert app.test_client().get(f"/assets/0123456789/{name}").status_code == 404


def test_a_drawing_can_travel_inside_the_page(app: Flask) -> None:
    assert href(app, "asset_data('sprite.svg')") == "data:image/svg+xml,%3Csvg/%3E"


@pytest.mark.parametrize("fresh", [True, False])
def test_a_changed_source_is_noticed_in_development_only(small: Path, fresh: bool) -> None:
    shelf = assets.Shelf(small, fresh=fresh)
    before = shelf.get("app.css").digest
    source = small / "css" / "b.css"
    source.write_text(".c { color: red }")
    os.utime(source, (2e9, 2e9))
    assert (shelf.get("app.css").digest != before) is fresh


def test_our_own_look_stays_small() -> None:
    css = gzip.compress(assets.bundle_css(STATIC), 9)
    js = gzip.compress(assets.bundle_js(STATIC), 9)
    fonts = sum(font.stat().st_size for font in (STATIC / "fonts").glob("*.woff2"))
    assert len(css) <= 10_500
    assert len(js) <= 8_500
    assert fonts <= 50_000


def test_our_style_has_no_ids_and_nothing_important() -> None:
    for file in (STATIC / "css").rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.S)
        assert "!important" not in text, file.name
        selectors = re.sub(r"\{[^{}]*\}", "", text)
        assert not re.search(r"#[A-Za-z]", selectors), file.name


def test_every_behaviour_a_template_names_exists_and_is_short() -> None:
    templates = STATIC.parent / "templates"
    named = {
        name
        for file in templates.rglob("*.html")
        for names in re.findall(r'data-behaviour="([a-z ]+)"|data_behaviour="([a-z ]+)"',
                                file.read_text())
        for name in " ".join(names).split()
    }  # fmt: skip
    kept = {file.stem for file in (STATIC / "js" / "behaviours").glob("*.js")}
    assert named <= kept
    for file in (STATIC / "js" / "behaviours").glob("*.js"):
        assert len(file.read_text().splitlines()) < 80
        assert f'twofold.behaviour("{file.stem}"' in file.read_text()


def test_every_icon_and_mark_a_template_names_is_in_the_sprite() -> None:
    sprite = (STATIC / "sprite.svg").read_text()
    templates = STATIC.parent / "templates"
    for file in templates.rglob("*.html"):
        text = file.read_text()
        names = [f"i-{n}" for n in re.findall(r'\b(?:icon|draw)\("([a-z0-9-]+)"', text)]
        names += [f"g-{n}" for n in re.findall(r'\bmark\("([a-z0-9]+)"', text)]
        for name in names:
            assert f'id="{name}"' in sprite, (file.name, name)
