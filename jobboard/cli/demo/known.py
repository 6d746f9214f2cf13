"""How the employers show who they are: a promise, a logo, a confirmed domain, a parent."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from PIL import Image, ImageDraw

from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.core.images import redrawn
from jobboard.core.policy import Actor
from jobboard.organisations import service as organisations
from jobboard.organisations.queries import known
from jobboard.organisations.ties import Side

DAY = 24.0
OWNERS = {"northmoor": "employer", "wexcombe": "gareth.penhallow", "esk": "agnieszka.hobb",
          "granary": "kit.ravensworth"}  # fmt: skip
PROMISES = {
    "northmoor": (
        "Every senior post here may be shared. Two people who share one are **appraised together"
        " and paid apart**, keep the overlap they planned, and are asked first when the other"
        " leaves. No meeting that decides anything begins before ten or after four."
    ),
    "wexcombe": "One in nine of our senior managers shares a post. We fund the overlap.",
}
_BOX = (320, 120)


def plan(world: World, history: History) -> None:
    """Domains of the first two are confirmed; the link of the third is a day old."""
    for key, hours in (("northmoor", 400 * DAY), ("wexcombe", 380 * DAY)):
        history.add(hours, lambda at, one=key: _confirm(world, one, at))  # type: ignore[misc]
    history.add(400 * DAY - 1, lambda at: _draw(world, at))
    history.add(DAY, lambda at: _ask(world, "esk", at))
    history.add(300 * DAY, lambda at: _belong(world, "wexcombe", "granary", at))


def _confirm(world: World, key: str, at: datetime) -> None:
    _ask(world, key, at)
    [row] = known.domains(world.employers[key].id)
    organisations.confirm_domain(Actor(), row.token(), at)


def _ask(world: World, key: str, at: datetime) -> None:
    organisation = world.employers[key]
    domain = organisation.website.removeprefix("https://")
    actor = world.actor(OWNERS[key], at)
    organisations.ask_domain(actor, organisation, f"people@{domain}", at)


def _belong(world: World, parent: str, child: str, at: datetime) -> None:
    first, second = world.employers[parent], world.employers[child]
    tie = organisations.ask_tie(world.actor(OWNERS[parent], at), first, Side.CHILD, second, at)
    organisations.confirm_tie(world.actor(OWNERS[child], at), second, tie, at)


def _draw(world: World, at: datetime) -> None:
    """Hills, as a trust on a moor would have them."""
    image = Image.new("RGB", _BOX, "white")
    pen = ImageDraw.Draw(image)
    for left, top, colour in ((10, 40, "#3d6b57"), (90, 20, "#5b8f73"), (180, 50, "#8fb59d")):
        pen.polygon([(left, 110), (left + 65, top), (left + 130, 110)], fill=colour)
    out = BytesIO()
    image.save(out, "PNG")
    actor = world.actor(OWNERS["northmoor"], at)
    organisations.set_logo(actor, world.employers["northmoor"], redrawn(out.getvalue()), at)
