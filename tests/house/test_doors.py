from __future__ import annotations

from flask import url_for

from jobboard.web import navigation

OPEN = {"static", "assets.serve"}
"""Files of the look: nobody's data."""


def test_every_view_says_who_may_enter(app):
    without = [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in OPEN and not hasattr(app.view_functions[rule.endpoint], "guard")
    ]
    assert without == []


def test_every_argument_of_a_route_has_a_type(app):
    loose = [
        str(rule)
        for rule in app.url_map.iter_rules()
        for name, converter in rule._converters.items()
        if type(converter).__name__ == "UnicodeConverter"
        and name not in {"token", "name", "kind", "version", "filename", "key", "digest"}
    ]
    assert loose == []


def test_the_navigation_leads_somewhere(app):
    with app.test_request_context("/"):
        for entry in (*navigation.ANYBODY, *navigation.PAIR, *navigation.EMPLOYER):
            assert url_for(entry.endpoint)


def test_every_section_of_the_navigation_exists(app):
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    known = endpoints | {endpoint.partition(".")[0] for endpoint in endpoints}
    for entry in (*navigation.ANYBODY, *navigation.PAIR, *navigation.EMPLOYER):
        assert entry.sections <= known, entry
