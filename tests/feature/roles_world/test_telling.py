"""Sitemaps, feeds and lists on other sites."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.roles.domain import RoleStatus
from jobboard.roles.views import world
from jobboard.search import indexer
from jobboard.search.service import engine
from tests.factories.people import make_user
from tests.factories.world import make_organisation, make_role
from tests.feature.roles.test_pages import counted

BASE = "http://127.0.0.1:5000"
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(answer, kind):
    assert answer.status_code == 200
    assert answer.mimetype == kind
    return ET.fromstring(answer.data)


def locations(browser, path="/sitemap.xml"):
    root = read(browser().get(path), "application/xml")
    return [each.text for each in root.findall(".//m:loc", MAP)]


def atom(browser, path="/roles.atom"):
    """The feed, after the rules of RFC 4287 that a parser of XML does not know."""
    indexer.rebuild(engine())
    root = read(browser().get(path), "application/atom+xml")
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"a:{name}", ATOM)) == 1
    assert [e.get("rel") for e in root.findall("a:link", ATOM)] == ["self", "alternate"]
    entries = root.findall("a:entry", ATOM)
    ids = [entry.findtext("a:id", None, ATOM) for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        for name in ("title", "updated", "summary", "author/a:name"):
            assert entry.findtext(f"a:{name}", None, ATOM), name
    return root


def titles(root):
    return [each.text for each in root.findall("a:entry/a:title", ATOM)]


def test_the_sitemap_lists_open_roles_with_their_last_change(browser, northmoor):
    role = make_role(northmoor)
    hidden = [make_role(northmoor, closed=True), make_role(northmoor, published=False)]
    hidden += [
        make_role(northmoor, status=state)
        for state in (RoleStatus.PAUSED, RoleStatus.CANCELLED, RoleStatus.FILLED)
    ]
    parts = locations(browser)
    assert parts == [f"{BASE}/sitemaps/0.xml", f"{BASE}/sitemaps/1.xml"]
    assert f"{BASE}/for-pairs" in locations(browser, "/sitemaps/0.xml")
    assert locations(browser, "/sitemaps/1.xml") == [f"{BASE}/roles/{role.id}"]
    text = browser().get("/sitemaps/1.xml").text
    assert "<lastmod>2027-01-10T09:00:00Z</lastmod>" in text
    assert not any(str(each.id) in text for each in hidden)


def test_every_address_of_the_sitemap_answers(browser, northmoor):
    make_role(northmoor)
    for part in locations(browser):
        for address in locations(browser, part.removeprefix(BASE)):
            answer = browser().get(address.removeprefix(BASE))
            assert answer.status_code == 200, address
            assert "X-Robots-Tag" not in answer.headers
            assert f'<link rel="canonical" href="{address}">' in answer.text


def test_a_large_site_has_several_parts(browser, northmoor, monkeypatch):
    monkeypatch.setattr(world, "IN_ONE_SITEMAP", 2)
    made = {f"{BASE}/roles/{make_role(northmoor).id}" for _ in range(5)}
    parts = locations(browser)
    assert len(parts) == 4
    found = [each for part in parts[1:] for each in locations(browser, part.removeprefix(BASE))]
    assert len(found) == 5
    assert set(found) == made
    for beyond in (4, 10_001, 10**12):
        assert browser().get(f"/sitemaps/{beyond}.xml").status_code == 404


def test_robots_are_led_to_the_sitemap_and_kept_from_accounts(browser):
    text = browser().get("/robots.txt").text
    assert f"Sitemap: {BASE}/sitemap.xml" in text.splitlines()
    assert "Disallow: /applications" in text.splitlines()
    assert "Disallow: /roles/mine" in text.splitlines()
    assert "Disallow: /" not in text.splitlines()


def test_a_feed_follows_a_search(browser, northmoor):
    old = make_role(northmoor, title="Head of Care", published_at=now() - timedelta(days=9))
    new = make_role(northmoor, title="Head of Estates", published_at=now() - timedelta(days=1))
    make_role(northmoor, title="Director of Digital", sector="technology")
    make_role(northmoor, title="Head of Nothing", closed=True)
    root = atom(browser, "/roles.atom?q=head&sort=salary&page=3&sector=health&nonsense=1")
    assert titles(root) == ["Head of Estates", "Head of Care"]
    entry = root.find("a:entry", ATOM)
    assert entry.findtext("a:id", None, ATOM) == f"urn:uuid:{new.id}"
    assert entry.find("a:link", ATOM).get("href") == f"{BASE}/roles/{new.id}"
    assert entry.findtext("a:published", None, ATOM) == "2027-01-09T09:00:00Z"
    assert "£95,000 to £101,600 full time" in entry.findtext("a:summary", None, ATOM)
    assert "Closes Monday 25 January 2027, 09:00 GMT." in entry.findtext("a:summary", None, ATOM)
    assert old.organisation.name == entry.findtext("a:author/a:name", None, ATOM)


def test_a_feed_has_one_id_in_one_spelling(browser, db):
    del db
    first = atom(browser, "/roles.atom?mode=remote&sector=health&sort=closing")
    second = atom(browser, "/roles.atom?sector=health&mode=remote&page=2")
    ids = {root.findtext("a:id", None, ATOM) for root in (first, second)}
    assert ids == {f"{BASE}/roles.atom?sector=health&mode=remote"}
    assert first.findtext("a:updated", None, ATOM) == "2027-01-10T00:00:00Z"


def test_a_feed_is_well_formed_whatever_was_typed(browser, northmoor):
    nasty = "A & <b>B</b> ]]> \x0b\x1f\ufffe \U0001f600 “x”"
    northmoor.name = nasty
    make_role(northmoor, title=nasty, places=[nasty])
    root = atom(browser)
    assert titles(root) == ["A & <b>B</b> ]]>  \U0001f600 “x”"]
    query = "/roles.atom?q=%00%1f%ef%bf%be%3Cb%3E%26"
    assert read(browser().get(query), "application/atom+xml") is not None


def test_an_unchanged_feed_is_not_sent_again(browser, northmoor):
    make_role(northmoor)
    indexer.rebuild(engine())
    tag = browser().get("/roles.atom").headers["ETag"]
    again = browser().get("/roles.atom", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b""


def test_a_feed_asks_for_patience_while_search_cannot_answer(browser, db, monkeypatch):
    del db
    from jobboard.search.engine import EngineUnavailableError

    def away(_request):
        raise EngineUnavailableError("no index")

    monkeypatch.setattr(world.search_service, "search", away)
    assert browser().get("/roles.atom").status_code == 200
    answer = browser().get("/roles.atom?sector=health")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "300"


def test_the_search_page_leads_to_its_feed(browser, northmoor):
    make_role(northmoor)
    indexer.rebuild(engine())
    page = browser().get("/roles?sector=health&sort=closing").text
    assert page.count('href="/roles.atom?sector=health"') == 2
    assert "Follow this search in a feed reader" in page


def test_an_employer_has_a_feed_of_its_own(browser, northmoor):
    make_role(northmoor, title="Head of Care")
    make_role(make_organisation("Wyeford Council"), title="Head of Roads")
    assert titles(atom(browser, f"/organisations/{northmoor.id}/roles.atom")) == ["Head of Care"]


class Markup(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.areas: list[str] = []
        self._area = False

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._area = tag == "textarea"

    def handle_data(self, data):
        if self._area:
            self.areas.append(data)
        self._area = False


def parsed(text):
    found = Markup()
    found.feed(text)
    return found


def test_the_list_to_embed_shows_what_is_open_and_needs_no_script(browser, northmoor):
    role = make_role(northmoor, title="Head of <Care>")
    make_role(northmoor, title="Head of Nothing", closed=True)
    page = browser().get(f"/organisations/{northmoor.id}/roles")
    assert "Head of &lt;Care&gt;" in page.text
    assert "Head of Nothing" not in page.text
    links = [attrs for tag, attrs in parsed(page.text).tags if tag == "a"]
    assert links[0]["href"] == f"{BASE}/roles/{role.id}"
    assert all(each["target"] == "_blank" and each["rel"] == "noopener" for each in links)


def test_an_employer_without_an_open_role_says_so(browser, northmoor):
    assert (
        "No roles are open just now." in browser().get(f"/organisations/{northmoor.id}/roles").text
    )


def test_what_is_copied_is_html_that_shows_the_roles(browser, ruth, northmoor):
    role = make_role(northmoor, title='Head of "A" & <B>')
    page = browser(ruth).get("/roles/mine/elsewhere").text
    frame, plain = parsed(page).areas
    (tag, attrs), *_ = parsed(frame).tags
    assert tag == "iframe"
    assert attrs["src"] == f"{BASE}/organisations/{northmoor.id}/roles"
    assert "<script" not in frame + plain
    copied = parsed(plain)
    assert [tag for tag, _ in copied.tags] == ["ul", "li", "a", "br"]
    assert copied.tags[2][1]["href"] == f"{BASE}/roles/{role.id}"
    assert "Head of &#34;A&#34; &amp; &lt;B&gt;" in plain


def test_whoever_has_no_organisation_is_told_what_to_do(browser):
    page = browser(make_user()).get("/roles/mine/elsewhere").text
    assert "First, the organisation" in page


@pytest.mark.parametrize(
    "path", ["/roles.atom", "/organisations/{}/roles", "/organisations/{}/roles.atom"]
)
def test_lists_ask_the_same_whatever_their_length(browser, northmoor, path):
    def asked():
        indexer.rebuild(engine())
        session().expire_all()
        with counted() as seen:
            assert browser().get(path.format(northmoor.id)).status_code == 200
        return len([each for each in seen if each.startswith("SELECT")])

    make_role(northmoor)
    few = asked()
    for _ in range(4):
        make_role(northmoor)
    assert asked() == few <= 3
