"""The pages about the product itself, the two homes and the switch between light and dark."""

from __future__ import annotations

from flask import Blueprint, Response, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.domain import Purpose
from jobboard.core.clock import now
from jobboard.pages import home as home_pages
from jobboard.web.actor import current_actor
from jobboard.web.addresses import absolute
from jobboard.web.guards import public
from jobboard.web.redirects import safe_path

blueprint = Blueprint("pages", __name__)
YEAR = 365 * 24 * 3600


@blueprint.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    return "ok", 200, {"Content-Type": "text/plain"}


@blueprint.get("/")
@public
def home() -> ResponseReturnValue:
    """Nobody finds roles; somebody finds what waits for them."""
    actor = current_actor()
    if actor.user_id is None:
        return redirect(url_for("roles.search"))
    if g.me.purpose is Purpose.HIRE:
        return render_template(
            "pages/home_employer.html", home=home_pages.of_employer(actor, now())
        )
    return render_template("pages/home_pair.html", home=home_pages.of_pair(actor, now()))


@blueprint.get("/for-pairs")
@public
def for_pairs() -> ResponseReturnValue:
    return render_template("pages/for_pairs.html")


@blueprint.get("/for-employers")
@public
def for_employers() -> ResponseReturnValue:
    return render_template("pages/for_employers.html")


@blueprint.get("/guides")
@public
def guides() -> ResponseReturnValue:
    return render_template("pages/guides.html")


@blueprint.get("/accessibility")
@public
def accessibility() -> ResponseReturnValue:
    return render_template("pages/accessibility.html")


@blueprint.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    return render_template("pages/privacy.html")


@blueprint.get("/robots.txt")
@public
def robots() -> ResponseReturnValue:
    """What needs an account is no use to a crawler; the rest stands in the sitemap."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _NOT_FOR_CRAWLERS)]
    lines += ["", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return "\n".join(lines), 200, _PLAIN


_NOT_FOR_CRAWLERS = (
    *(
        "/account",
        "/applications",
        "/approaches",
        "/hiring",
        "/partnerships",
        "/profile",
        "/password",
        "/sign-up",
    ),
    *("/roles/mine", "/roles/new", "/questions", "/dev"),
)
_PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@blueprint.post("/theme")
@public
def theme() -> ResponseReturnValue:
    """Light or dark, kept in a cookie; back to the page it was pressed on."""
    answer: Response = redirect(safe_path(request.form.get("next")))  # type: ignore[assignment]
    chosen = request.form.get("theme")
    if chosen in {"light", "dark"}:
        answer.set_cookie("theme", chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure)
    return answer
