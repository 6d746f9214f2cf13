from __future__ import annotations


def test_the_app_answers(browser):
    assert browser().get("/healthz").text == "ok"


def test_a_signed_in_person_is_known(browser):
    from tests.factories.people import make_user
    from tests.factories.world import make_partnership, make_role

    make_role()
    make_partnership()
    assert browser(make_user()).get("/").status_code == 200
