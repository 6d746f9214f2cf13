"""The templates as text: no way around escaping, no inline style or script, nothing unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "templates").rglob("*.html"))
MAIL = ROOT / "templates" / "mail"
HANDLER = re.compile(
    r"\son(?:click|change|submit|load|input|focus|blur|error|key\w+|mouse\w+|pointer\w+)\s*="
)
DATA_BLOCK = re.compile(r'<script type="application/ld\+json">{{ \w+\|tojson }}</script>')
"""The only script without a file: never run, and `tojson` leaves nothing that could end it."""
IMPORT = re.compile(r'{%-?\s*from\s+"([^"]+)"\s+import\s+(.+?)\s*-?%}')


def imported(text: str) -> list[tuple[str, str, str]]:
    found = []
    for file, names in IMPORT.findall(text):
        for part in names.removesuffix(" with context").split(","):
            name, _, alias = part.strip().partition(" as ")
            found.append((file, name, alias or name))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_template_keeps_the_policy(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b", text), "escaping is switched off"
    assert not re.search(r"<script(?![^>]*\bsrc=)", DATA_BLOCK.sub("", text)), "inline script"
    assert not HANDLER.search(text), "inline handler"
    is_mail = "mail" in page.name or page.is_relative_to(MAIL)
    assert is_mail or not re.search(r"\sstyle\s*=", text), "inline style"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_template_uses_what_it_imports(page):
    text = page.read_text(encoding="utf-8")
    body = IMPORT.sub("", text)
    unused = [alias for _, _, alias in imported(text) if not re.search(rf"\b{alias}\b", body)]
    assert unused == []


def test_every_component_is_used_by_a_page():
    users = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    used = {file for file, _, _ in imported(users)}
    there = {f"components/{file.name}" for file in (ROOT / "templates/components").glob("*.html")}
    assert there - used == set()


def test_every_template_compiles(app):
    names = app.jinja_env.list_templates()
    assert len(names) > len(PAGES)
    for name in names:
        assert app.jinja_env.get_template(name).name == name


def test_names_of_people_go_through_display_name():
    """decisions.md 16: blind reading must find one place."""
    raw = re.compile(
        r"{{[^}]*(?<!sums\.)\b(first|second|user|person|author|inviter|invited_by)\.name\b"
    )
    offenders = [
        str(page.relative_to(ROOT)) for page in PAGES if raw.search(page.read_text("utf-8"))
    ]
    assert offenders == []


def test_no_page_takes_the_name_of_who_is_signed_in():
    """`me`, `nav`, `actor` and `theme` belong to the layout; a page that sets them empties it."""
    taken = re.compile(r"{%-?\s*set\s+(me|nav|actor|theme|footer_nav|may)\b")
    offenders = [str(p.relative_to(ROOT)) for p in PAGES if taken.search(p.read_text("utf-8"))]
    assert offenders == []


def test_what_somebody_wrote_runs_the_way_its_letters_do() -> None:
    """Paragraphs of people's text carry dir="auto": Arabic runs from the right."""
    bare = [
        str(path)
        for path in PAGES
        if not path.is_relative_to(MAIL)
        and re.search(r"\|paragraphs %}<p(?! dir=| class=\"msg__text\" dir=)", path.read_text())
    ]
    assert bare == []
