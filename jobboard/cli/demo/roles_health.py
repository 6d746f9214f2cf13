"""Adverts of the two health trusts."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Advert
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import WorkMode

HEALTH = (
    Advert(
        "northmoor-people",
        "northmoor",
        "Director of People and Culture",
        "people",
        6,
        "wednesday_pm",
        (98, 106),
        "You lead everything that makes 4,300 people want to stay: pay, fairness, growth, and the"
        " courage to change what is not working. You sit at the board table with a vote, and you"
        " will be asked about turnover before you have found the coffee. We have planned this post"
        " for two people from the first line.",
        published=21,
        closes=15,
        share=(ShareType.TWIN, ShareType.HYBRID, ShareType.ISLANDS),
        duties=7,
        criteria=6,
    ),
    Advert(
        "northmoor-development",
        "northmoor",
        "Associate Director of Organisational Development",
        "team_people",
        5,
        "fortnight",
        (84, 94),
        "Northmoor has merged three times in nine years and never finished joining up. You would:"
        " with team leaders first, then with the rest of us, in halls and staff rooms rather than"
        " on slides. The programme has money for three years and a board that has agreed to be"
        " its first pupil.",
        year="The first year has a shape already: a listening tour before Easter, the board's own"
        " programme in summer, and the first forty team leaders in autumn. Everything after"
        " that is open, including whether we were right about the order.",
        published=52,
        closes=-9,
        duties=6,
        criteria=5,
        sizes=(4, 3, 5, 2, 3, 1),
        asks_evidence=True,
    ),
    Advert(
        "northmoor-nursing-east",
        "northmoor",
        "Head of Community Nursing, East",
        "operations",
        4,
        "half_day",
        (66, 76),
        "Eleven district nursing teams, 260 nurses and healthcare assistants, and 900 visits a day"
        " from Otterby to the coast. You would hold the rota, the budget and the standards, and be"
        " the person a team leader rings when a visit has gone wrong. Both of you are registered"
        " nurses, still proud of it.",
        published=12,
        closes=26,
        mode=WorkMode.ON_SITE,
        place="Otterby",
    ),
    Advert(
        "northmoor-finance",
        "northmoor",
        "Deputy Director of Finance",
        "finance",
        5,
        "friday_off",
        (80, 91),
        "Our accounts are clean and our costs are not understood. You would work out what a visit,"
        " a school clinic and a night call really cost us, and then sit with the people who deliver"
        " them to decide what to do. One of you signs off each month end; we do not mind which.",
        published=8,
        closes=33,
    ),
    Advert(
        "northmoor-children",
        "northmoor",
        "Clinical Director, Children and Families",
        "operations",
        6,
        "wednesday",
        (104, 118),
        "School nursing, health visiting, speech and language therapy: 520 colleagues who meet"
        " almost every child in Northmoor. You lead them as clinicians and as managers, and you"
        " speak for children in rooms where most of the agenda is over eighty. A waiting list for"
        " speech therapy is the first thing we would hand you.",
        published=5,
        closes=40,
        share=(ShareType.TWIN, ShareType.ISLANDS),
    ),
    Advert(
        "northmoor-quality",
        "northmoor",
        "Head of Patient Safety and Learning",
        "safety",
        4,
        "lunch",
        (64, 73),
        "When something goes wrong in a kitchen at night there is no crash team to write it up."
        " You would rebuild how we hear about harm, how we tell families and what we change"
        " afterwards. We want curiosity without blame, and reports that are read by the people in"
        " them.",
        published=16,
        closes=2,
        share=(ShareType.TWIN, ShareType.DEVELOPMENTAL),
    ),
    Advert(
        "northmoor-digital",
        "northmoor",
        "Chief Clinical Information Officers",
        "digital",
        6,
        "half_day",
        (96, 108),
        "Our nurses carry two tablets because two systems will not speak. You, one clinician and"
        " one technologist or any other pairing that works, would choose what stays, and stand in"
        " a car park in the rain to see whether it does. The budget is real; so is the end date.",
        year="In the first six months you would choose one record for every nurse and therapist."
        " In the second six you would switch one of the two tablets off, with the nurses"
        " counting down.",
        published=30,
        closes=9,
        sector="technology",
        share=(ShareType.ISLANDS, ShareType.HYBRID),
    ),
    Advert(
        "northmoor-estates",
        "northmoor",
        "Lead for Estates and Sustainability",
        "operations",
        3,
        "nine_plain",
        (54, 61),
        "Forty small buildings, most of them rented, several of them damp. You would decide which"
        " we keep, which we share with councils and which we hand back, and write a plan for heat"
        " that does not assume a boiler.",
        published=None,
        closes=None,
        state="draft",
    ),
    Advert(
        "northmoor-executive",
        "northmoor",
        "Chief Operating Officer",
        "operations",
        7,
        "monday_wednesday",
        (128, 142),
        "You run the trust day by day so that the chief executive can look further out. Nine"
        " divisions report to you, and you deputise at board, at the regional table and in front"
        " of the cameras on the day it snows. Ruth Calloway has line-managed a shared post and"
        " will tell you what she learned.",
        published=3,
        closes=47,
        duties=6,
        criteria=5,
    ),
    Advert(
        "esk-operations",
        "esk",
        "Deputy Chief Operating Officer, Planned Care",
        "operations",
        5,
        "seven",
        (88, 101),
        "Theatres, outpatients and a waiting list of 21,000. You would run planned care on both"
        " sites and decide each week which operations move up the road and which wait. It needs"
        " somebody in the building on most days, which is one reason we would like two of you.",
        published=18,
        closes=3,
        mode=WorkMode.ON_SITE,
    ),
    Advert(
        "esk-maternity",
        "esk",
        "Director of Midwifery",
        "operations",
        6,
        "half_day",
        (97, 110),
        "A birth centre by the lake, a consultant unit by the motorway, and families who want to"
        " choose. You would lead 190 midwives, answer to the board for safety and keep the birth"
        " centre open for good reasons only. We expect you to be seen at night, and we count it.",
        published=24,
        closes=20,
        mode=WorkMode.ON_SITE,
        share=(ShareType.TWIN,),
    ),
    Advert(
        "esk-strategy",
        "esk",
        "Head of Strategy and Partnerships",
        "strategy",
        4,
        "lunch",
        (63, 72),
        "Which services belong in which hospital has been asked here since 1987. You would run the"
        " next attempt with patients in the room from the first meeting, write options that people"
        " can picture, and keep four councils and two ambulance services in the conversation.",
        published=27,
        closes=13,
        state="paused",
        sector="health",
    ),
    Advert(
        "esk-medical-workforce",
        "esk",
        "Head of Medical Workforce",
        "team_people",
        4,
        "friday_off",
        (61, 70),
        "Every August we welcome 110 doctors who did not ask to come, and by October most of them"
        " like it. You would look after rotas, locum spend and the careers of the doctors whom"
        " nobody counts as trainees. Quiet persistence matters more here than a grand plan.",
        year="In your first year the August rota would be out in May, locum spend would be a"
        " number that somebody owns, and a doctor who wants to stay would know whom to ask.",
        published=48,
        closes=-16,
        criteria=3,
        duties=4,
    ),
)
