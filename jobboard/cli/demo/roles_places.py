"""Adverts of the housing association, the theatre and the network company."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Advert
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import WorkMode

PLACES = (
    Advert(
        "fellgate-homes",
        "fellgate",
        "Director of Homes and Neighbourhoods",
        "homes",
        6,
        "wednesday",
        (94, 105),
        "Repairs, tenancies and the streets between the houses: 410 colleagues and nineteen"
        " thousand front doors. You would finish the damp programme, answer complaints within the"
        " time the law gives and keep going to tenants' meetings when it would be easier not to.",
        published=24,
        closes=6,
        duties=6,
    ),
    Advert(
        "fellgate-finance",
        "fellgate",
        "Chief Finance Officer",
        "finance",
        7,
        "half_day",
        (112, 126),
        "We borrow for forty years and repair for ever. You would run treasury, budgets and the"
        " business plan, sit on the executive, and tell the board how much retrofit we can afford"
        " and in what order. Lenders want to know who speaks for us; the answer is both of you.",
        published=14,
        closes=26,
        sector="housing",
        share=(ShareType.TWIN, ShareType.ISLANDS),
    ),
    Advert(
        "fellgate-retrofit",
        "fellgate",
        "Head of Retrofit",
        "homes",
        4,
        "friday_off",
        (62, 70),
        "Six thousand homes to make warm by 2030, most of them with people living inside. You would"
        " plan the streets, choose the contractors and knock on doors yourselves before anybody"
        " arrives with a ladder. The grant is won and the clock on it is running."
        " What we have not solved is how to do it without moving families twice.",
        published=41,
        closes=-5,
    ),
    Advert(
        "granary-producer",
        "granary",
        "Executive Producers",
        "culture",
        6,
        "half_day",
        (62, 70),
        "You would make the work possible: nine productions a year, four of them touring, and a"
        " festival that closes the bridge for a weekend. You share the executive with the artistic"
        " director and hold the money with a light hand and a firm one. We have written the title"
        " in the plural because we mean it.",
        published=26,
        closes=4,
        share=(ShareType.TWIN, ShareType.HYBRID),
    ),
    Advert(
        "granary-programme",
        "granary",
        "Director of Programme and Learning",
        "culture",
        5,
        "four_days",
        (52, 58),
        "Galleries, talks, the young company and 14,000 schoolchildren a year. You would plan two"
        " seasons ahead, commission artists who have not been asked before and see that learning is"
        " not the first thing cut. The week runs from Tuesday to Friday, with one weekend in five.",
        published=15,
        closes=17,
        mode=WorkMode.ON_SITE,
        share=(ShareType.TWIN, ShareType.ISLANDS),
    ),
    Advert(
        "brightwater-engineering",
        "brightwater",
        "Director of Engineering and Investment",
        "networks",
        7,
        "wednesday",
        (120, 136),
        "Substations, cables and heat mains worth £4bn, and a five-year plan that doubles what we"
        " build. You would set the standards, choose the schemes and stop the ones that are not"
        " safe. The executive team has two shared posts already and would like a third.",
        published=57,
        closes=-14,
        state="filled",
        duties=6,
        criteria=4,
    ),
    Advert(
        "brightwater-chair",
        "brightwater",
        "Chief Executive",
        "networks",
        8,
        "wednesday",
        (158, 176),
        "The board would like to appoint two people to one seat at the top of this company. You"
        " would lead 2,700 colleagues, answer to owners, regulator and government, and turn a plan"
        " for a network without gas into trenches and cables. Ask the chair why: she has thought"
        " about it for longer than you have.",
        published=1,
        closes=54,
        share=(ShareType.TWIN, ShareType.HYBRID, ShareType.ISLANDS),
        duties=6,
        criteria=4,
        review=(
            40,
            (
                "The regulator, the union and the lenders each name one place to turn to",
                "No decision of the executive waited more than two working days for one of you",
                "The works of the first year are within 5% of the plan in time and money",
            ),
        ),
    ),
)
