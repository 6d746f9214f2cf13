"""Adverts of the charity, the mutual and the retailer."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Advert
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import WorkMode

BUSINESS = (
    Advert(
        "lantern-finance",
        "lantern",
        "Director of Finance and Resources",
        "finance",
        6,
        "half_day",
        (72, 81),
        "Money comes to us in forty ways, each with a condition. You would know them all, tell"
        " trustees what is free to spend and keep three months in reserve without starving the"
        " hostels. Technology and property report to you too, and both have been patient.",
        published=26,
        closes=8,
        share=(ShareType.TWIN, ShareType.HYBRID, ShareType.ISLANDS),
    ),
    Advert(
        "lantern-fundraising",
        "lantern",
        "Director of Fundraising and Voice",
        "giving",
        6,
        "wednesday",
        (70, 79),
        "Two teams that used to compete for the same front page now share a floor. You would lead"
        " both: the people who ask for money and the people who ask for change. The chief executive"
        " wants one plan, one calendar and no campaign that donors could not explain to a friend.",
        published=12,
        closes=30,
        mode=WorkMode.REMOTE,
        place="Birmingham or at home",
        share=(ShareType.HYBRID, ShareType.ISLANDS),
        criteria=4,
    ),
    Advert(
        "lantern-services",
        "lantern",
        "Head of Services, North",
        "care",
        4,
        "lunch",
        (49, 55),
        "Leeds, Bradford and Hull: five hostels, two outreach teams and a night shelter in winter."
        " You would lead managers who have often been through it themselves. We ask for judgement"
        " about risk at two in the morning, and humour at nine.",
        published=33,
        closes=2,
        sector="charity",
        place="Leeds",
        mode=WorkMode.ON_SITE,
    ),
    Advert(
        "lantern-governance",
        "lantern",
        "Company Secretary and Head of Governance",
        "governance",
        4,
        "four_days",
        (50, 57),
        "A board of twelve, three of whom have slept in our hostels. You would serve them all"
        " equally: papers in plain words, decisions that can be found again, and a regulator who"
        " hears from us before the newspapers do.",
        published=28,
        closes=18,
        state="closed_early",
        sector="charity",
        criteria=4,
    ),
    Advert(
        "lantern-people",
        "lantern",
        "Head of People and Volunteering",
        "team_people",
        4,
        "nine_plain",
        (48, 54),
        "Sixteen hundred volunteers and 380 staff, and no wall between them. You would give both"
        " the same welcome, the same training and the same honesty about how hard the work is."
        " Turnover is 24 per cent; we think 15 would be a fair ambition.",
        year="In your first year a new volunteer would meet their team within a fortnight, a new"
        " colleague would have a proper first week, and both would be asked in month three"
        " whether it was true.",
        published=9,
        closes=35,
        sector="charity",
    ),
    Advert(
        "pennant-people",
        "pennant",
        "Director of People Services",
        "people",
        6,
        "alternate",
        (112, 126),
        "Nine hundred colleagues in branches, a head office and their own spare rooms. You would"
        " run people services and reward, and lead the move to one contract for everybody. It is a"
        " regulated seat, and the regulator is content for two approved people to hold it.",
        year="In your first year one contract would replace five, with every colleague shown what"
        " it means for them before they are asked to sign. The payroll move follows, and only"
        " then.",
        published=16,
        closes=11,
        duties=6,
        criteria=5,
        sizes=(4, 3, 5, 2, 3, 1),
        asks_evidence=True,
    ),
    Advert(
        "pennant-risk",
        "pennant",
        "Chief Risk Officer",
        "governance",
        7,
        "wednesday_pm",
        (138, 156),
        "You see what could go wrong and say so in time. Credit, conduct, operational and climate"
        " risk report to you; the risk committee listens to you without the chief executive in the"
        " room. Members' deposits are the point: this is their money, and most of them know where"
        " the branch is.",
        published=18,
        closes=25,
        sector="finance",
    ),
    Advert(
        "pennant-lending",
        "pennant",
        "Head of Mortgage Lending",
        "members",
        4,
        "half_day",
        (82, 94),
        "We lend to people whom computers refuse: the self-employed, the over-sixties, owners of"
        " odd houses. You would set policy, lead sixty underwriters and keep the judgement human"
        " without letting it become a matter of luck. The book is £3.1bn.",
        published=13,
        closes=23,
        sector="finance",
    ),
    Advert(
        "pennant-branches",
        "pennant",
        "Director of Branches and Service",
        "members",
        6,
        "wednesday",
        (106, 118),
        "Fifty-two branches, two contact centres and a promise not to close the last one in town."
        " You would find out what members want from a branch now that they no longer need one for"
        " cash, and make each of them worth its rent.",
        published=46,
        closes=-6,
        sector="finance",
    ),
    Advert(
        "pennant-architecture",
        "pennant",
        "Principal Enterprise Architects",
        "digital",
        2,
        "lunch",
        (76, 86),
        "The core system is older than half of the staff. You would draw the map, decide which part"
        " leaves first and be the calm voice when somebody wants to leave all at once. It is a"
        " specialist post with wide influence and no line management at all.",
        published=20,
        closes=27,
        sector="technology",
        mode=WorkMode.REMOTE,
        place="Halifax or at home",
        criteria=3,
        duties=4,
    ),
    Advert(
        "pennant-savings",
        "pennant",
        "Head of Savings",
        "members",
        4,
        "friday_off",
        (80, 90),
        "Set rates, design accounts and explain both to members.",
        published=None,
        closes=None,
        state="draft",
        sector="finance",
    ),
    Advert(
        "orchard-people",
        "orchard",
        "Head of People and Learning",
        "team_people",
        4,
        "half_day",
        (58, 67),
        "Our partners own the company, so a grievance here is a conversation between owners. You"
        " would look after 1,150 of them: hiring in shops, learning that leads somewhere, and pay"
        " that we publish to each other every March. Saturdays in shops are part of the welcome.",
        year="In your first year shops would know their rotas three weeks ahead, thirty partners"
        " would begin a course that leads somewhere, and the March pay letter would hold no"
        " surprises.",
        published=10,
        closes=32,
        sector="retail",
        share=(ShareType.TWIN, ShareType.HYBRID, ShareType.DEVELOPMENTAL),
    ),
    Advert(
        "orchard-trading",
        "orchard",
        "Trading Director",
        "trade",
        7,
        "monday_wednesday",
        (108, 122),
        "Buying, merchandising and online answer to you. You would choose what forty-one shops"
        " sell, how much of it and when to stop. Monday's trade call and Wednesday's range review"
        " need you both; the rest of the week is yours to divide. Taste is welcome, arithmetic is"
        " required, and both are tested by our own partners on the shop floor within a day.",
        published=38,
        closes=12,
        state="paused",
    ),
    Advert(
        "orchard-supply",
        "orchard",
        "Head of Supply Chain",
        "trade",
        4,
        "lunch",
        (64, 73),
        "One warehouse, six lorries and suppliers in eleven countries, several of them one family"
        " each. You would keep shelves full without filling the yard, and measure our freight by"
        " carbon as well as by cost. The warehouse team is the best thing about the job.",
        year="In your first year availability would hold through Christmas without a second"
        " warehouse, and three of our smallest suppliers would say that we had become easier"
        " to deal with.",
        published=7,
        closes=20,
        mode=WorkMode.ON_SITE,
    ),
)
