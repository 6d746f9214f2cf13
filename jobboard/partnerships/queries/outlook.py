"""What one of the two may know of how long both see themselves here."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.core.policy import Actor
from jobboard.partnerships.horizon import are_far_apart
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.agreement import Horizon
from jobboard.partnerships.queries.agreement import horizons


@dataclass(frozen=True, slots=True)
class Outlook:
    """`theirs` is None until both have said that both may be read; `are_apart` is all there is."""

    mine: Horizon | None
    theirs: Horizon | None
    have_both_answered: bool
    are_apart: bool

    @property
    def i_am_ready(self) -> bool:
        return self.mine is not None and self.mine.ready_at is not None


def outlook(actor: Actor, pair: Partnership) -> Outlook:
    both = horizons(pair)
    mine = both.get(actor.user_id) if actor.user_id else None
    theirs = both.get(pair.partner_of(actor.user_id).id)
    if mine is None or theirs is None:
        return Outlook(mine, None, have_both_answered=False, are_apart=False)
    are_shown = mine.ready_at is not None and theirs.ready_at is not None
    apart = are_far_apart(mine.years, theirs.years)
    return Outlook(
        mine, theirs if are_shown else None, have_both_answered=True, are_apart=apart
    )  # fmt: skip
