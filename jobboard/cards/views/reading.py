"""The reader's side: no account, no cookie, nothing but what both agreed to show.

A link that never was, has run out, was revoked or is of a pair that rests or ended: one answer.
"""

from __future__ import annotations

from flask import Response, abort, make_response, render_template
from flask.typing import ResponseReturnValue

from jobboard.cards import composing, papers, queries, service
from jobboard.cards.models import PairCard
from jobboard.cards.views.room import blueprint
from jobboard.core.clock import now
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.extensions import csrf
from jobboard.web.filters import local
from jobboard.web.guards import public
from jobboard.web.headers import behind_a_secret_link
from jobboard.web.papers import answer


@blueprint.get("/card/<token>")
@public
@behind_a_secret_link
def read(token: str) -> ResponseReturnValue:
    card = queries.behind(token, now())
    if card is None:
        return _gone()
    return render_template(
        "cards/read.html", card=card, token=token, content=composing.read(card.payload)
    )


@blueprint.get("/card/<token>.pdf")
@public
@behind_a_secret_link
@limits.papers
def read_pdf(token: str) -> ResponseReturnValue:
    card = queries.behind(token, now())
    if card is None:
        return _gone()
    paper = papers.of_card(card)
    return answer(paper, paper.title)


csrf.exempt(f"{__name__}.opening")


@blueprint.post("/card/<token>/opening")
@public
@behind_a_secret_link
@limits.openings
def opening(token: str) -> ResponseReturnValue:
    """The page says that somebody is looking at it: one more is counted, and not who.

    The one form without a token against forgery: whoever can post here holds the link and needs no
    cookie, and all they can do is raise a number. Partners who look themselves are not counted.
    """
    at = now()
    card = queries.behind(token, at)
    if card is None:
        abort(404)
    if not _is_own(card):
        service.count_opening(card, local(at).date())
    return "", 204


def _is_own(card: PairCard) -> bool:
    return card.partnership.includes(current_actor().user_id)


def _gone() -> Response:
    return make_response(render_template("cards/gone.html"), 404)
