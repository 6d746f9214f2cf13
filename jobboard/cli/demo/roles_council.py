"""Adverts of the county council."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Advert
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import WorkMode

COUNCIL = (
    Advert(
        "wexcombe-digital",
        "wexcombe",
        "Director of Digital and Customer",
        "digital",
        6,
        "wednesday",
        (94, 104),
        "Three hundred services, one website and a contact centre that residents like better than"
        " the website. You would lead 140 people across technology, data and customer contact, and"
        " be judged by calls that no longer need to be made. Members are curious about technology"
        " and quick to spot a fashion.",
        published=10,
        closes=24,
        sector="technology",
    ),
    Advert(
        "wexcombe-regeneration",
        "wexcombe",
        "Head of Regeneration and Growth",
        "place",
        4,
        "lunch",
        (62, 71),
        "Two harbours, a closed paper mill and nine high streets. You would bring public money,"
        " private money and patience together, and tell a town honestly when its favourite idea"
        " will not stand up. The mill comes first; it has waited eleven years.",
        published=34,
        closes=6,
        sector="local_government",
    ),
    Advert(
        "wexcombe-workforce",
        "wexcombe",
        "Head of Workforce Planning",
        "team_people",
        4,
        "half_day",
        (58, 66),
        "A third of our social workers could retire within five years, and our planners already"
        " have. You would say where the next ones come from, with numbers that directors trust, and"
        " build the apprenticeships to match. The team is six analysts and two career advisers who"
        " finish each other's sentences.",
        year="In your first year directors would plan from your forecast instead of last year's"
        " list, two colleges would have courses that lead to our vacancies, and we would have"
        " asked everybody over sixty what would make them stay.",
        published=60,
        closes=-20,
    ),
    Advert(
        "wexcombe-children",
        "wexcombe",
        "Assistant Director, Children's Social Care",
        "care",
        5,
        "monday_wednesday",
        (86, 95),
        "Four hundred and ten children are in our care and each of them should know your names. You"
        " lead the social work teams, hold the risk that comes with the work and speak in court and"
        " in council. We fund this post generously, because tired people take worse decisions.",
        published=14,
        closes=29,
        sector="local_government",
        share=(ShareType.TWIN,),
        duties=6,
        criteria=5,
    ),
    Advert(
        "wexcombe-monitoring",
        "wexcombe",
        "Monitoring Officer and Head of Law",
        "governance",
        5,
        "half_day",
        (82, 92),
        "You are the officer who may say no to everybody, including the leader, and who prefers to"
        " say it early. Forty lawyers and democratic services officers work with you. The law lets"
        " one person hold the title; we have advice on how you would alternate it.",
        published=9,
        closes=31,
        share=(ShareType.HYBRID, ShareType.TWIN),
    ),
    Advert(
        "wexcombe-highways",
        "wexcombe",
        "Head of Highways and Coast",
        "place",
        4,
        "nine_plain",
        (60, 69),
        "Three thousand miles of road, sixty of sea wall and a storm every few weeks. You would run"
        " the contract, the gangs and the public meetings, and decide each spring what cannot be"
        " mended this year. Candour in village halls is part of the job.",
        published=20,
        closes=1,
        sector="transport",
        mode=WorkMode.ON_SITE,
    ),
    Advert(
        "wexcombe-libraries",
        "wexcombe",
        "Head of Libraries and Culture",
        "community",
        4,
        "four_days",
        (55, 62),
        "Thirty-one libraries, two museums and a mobile van called Doris. You would keep them open"
        " by making them useful for more than books, and find partners who pay their share. Half of"
        " our visitors come for warmth, company or a printer, and that is fine.",
        published=25,
        closes=10,
        state="cancelled",
        sector="local_government",
    ),
    Advert(
        "wexcombe-transport",
        "wexcombe",
        "Principal Transport Planner",
        "policy",
        3,
        "friday_off",
        (50, 57),
        "Write the ten-year plan for buses, bicycles and the last branch line, and the business"
        " cases that pay for it.",
        published=None,
        closes=None,
        state="draft",
        sector="transport",
    ),
)
