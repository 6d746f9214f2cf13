"""Who takes part in the main story, and what they make on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.journeys.employers import Advert
from tests.journeys.people import Person
from tests.journeys.running import Site

NAMES = ("Ruth Calloway", "Ngozi Adeyemi", "Nadia Okafor", "Helen Marsh", "Owen Pryce")


@dataclass
class Story:
    """Ruth owns the organisation, Ngozi recruits for it, Nadia and Helen apply, Owen belongs to
    another employer. `places` keeps the addresses of what they make."""

    site: Site
    tag: str
    ruth: Person
    ngozi: Person
    nadia: Person
    helen: Person
    owen: Person
    places: dict[str, str] = field(default_factory=dict)

    @property
    def organisation(self) -> str:
        return f"Northmoor Trust {self.tag}"

    @property
    def advert(self) -> Advert:
        return Advert(f"Director of People {self.tag}", funded="1.0 FTE")
