"""What the "who do I call?" card says, as a value. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.core.errors import ConflictError, InvalidInputError
from jobboard.partnerships.weeks import WEEKEND, without_a_role
from jobboard.planning.grid import Shape
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import write_symbols

MAX_DAYS_OFF = 500
MAX_PHONE = 40


@dataclass(frozen=True, slots=True)
class CardFields:
    """`week` is plan text; an address or a number may be empty."""

    week: str
    joint_email: str = ""
    joint_phone: str = ""
    days_off: str = ""

    def check(self) -> None:
        """Raises InvalidInputError. The address was read by the form."""
        errors: dict[str, list[str]] = {}
        if SplitPlan.from_text(self.week).total == 0:
            errors["week"] = ["Tick at least one half-day for one of you."]
        if len(self.days_off) > MAX_DAYS_OFF:
            errors["days_off"] = [f"Use {MAX_DAYS_OFF} characters at most."]
        if len(self.joint_phone) > MAX_PHONE:
            errors["joint_phone"] = [f"Use {MAX_PHONE} characters at most."]
        if errors:
            raise InvalidInputError(errors)


def asked_of(shape: Shape) -> str:
    """Coverage text that asks for Monday to Friday, for the grid of ticks."""
    asked = ("-" if half.day >= WEEKEND else "n" for half in shape.half_days())
    return write_symbols(shape, asked)


def settled(laid: str) -> str:
    """Two wishes laid together as a plan: where either could, nobody is in until they say so."""
    return without_a_role(laid.replace("~", "."))


def on_shape(week: str, shape: Shape) -> str:
    """The same plan on another grid; what does not fit falls away."""
    return without_a_role(SplitPlan.from_text(week).on(shape).to_text())


class StaleCardError(ConflictError):
    """The partner saved another card meanwhile."""

    def __init__(self, saved: CardFields, number: int) -> None:
        super().__init__("Your partner saved this card while you were writing.")
        self.saved = saved
        self.number = number
