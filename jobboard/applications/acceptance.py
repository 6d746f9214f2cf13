"""What one partner may know of two private answers (decisions.md 7). Pure but for the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from jobboard.applications.domain import AcceptanceWish
from jobboard.applications.models import AcceptanceAnswer, Application
from jobboard.partnerships.domain import Acceptance


@dataclass(frozen=True, slots=True)
class View:
    """`mine` is the viewer's own answer; `theirs` the partner's where it is shown or the same,
    else None. `settled` is the pair's one answer."""

    mine: AcceptanceWish | None
    is_mine_shown: bool
    has_partner_answered: bool
    theirs: AcceptanceWish | None
    settled: Acceptance | None
    is_mine_compared: bool = False

    @property
    def differs(self) -> bool:
        """Both have answered and there is no one answer: they talk, then answer again."""
        return self.mine is not None and self.has_partner_answered and self.settled is None

    @property
    def has_answered_again(self) -> bool:
        """After a difference. Whether the partner has too is told by the comparison alone."""
        return self.differs and not self.is_mine_compared


def may_compare(answers: Sequence[AcceptanceAnswer]) -> bool:
    """Each has answered since the last comparison, so that nobody tries answers against one that
    stands; or the two agree openly."""
    if len(answers) < 2:
        return False
    is_open = all(one.is_shown for one in answers) and len({one.answer for one in answers}) == 1
    return is_open or not any(one.is_compared for one in answers)


def view_of(
    application: Application, answers: Sequence[AcceptanceAnswer], viewer_id: UUID | None
) -> View:
    mine = next((one for one in answers if one.user_id == viewer_id), None)
    other = next((one for one in answers if one.user_id != viewer_id), None)
    settled = application.settled_acceptance
    shows = other is not None and (other.is_shown or settled is not None)
    return View(
        mine=mine.answer if mine else None,
        is_mine_shown=mine.is_shown if mine else False,
        has_partner_answered=other is not None,
        theirs=other.answer if other is not None and shows else None,
        settled=settled,
        is_mine_compared=mine.is_compared if mine else False,
    )
