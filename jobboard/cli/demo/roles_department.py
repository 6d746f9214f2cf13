"""Adverts of the government department."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Advert
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import WorkMode

DEPARTMENT = (
    Advert(
        "opr-workforce",
        "opr",
        "Deputy Director, Public Service Workforce",
        "policy",
        5,
        "wednesday",
        (78, 89),
        "Teachers, carers, planners, bus drivers: every regional plan rests on people who are hard"
        " to find. You would lead the cross-government view of where they come from, what they are"
        " paid and why they leave. The division is thirty-four people, half of them in their first"
        " policy post.",
        published=23,
        closes=5,
        place="Sheffield",
        duties=5,
    ),
    Advert(
        "opr-data",
        "opr",
        "Head of Data and Insight",
        "digital",
        4,
        "lunch",
        (66, 75),
        "Every place sends us numbers and few of them agree. You would build the small team and the"
        " plain tools that let a minister, a mayor and a journalist look at the same figure, and"
        " you would publish the method beside it. Somebody will always be angry; make it about the"
        " facts.",
        published=15,
        closes=19,
        sector="technology",
        mode=WorkMode.REMOTE,
        place="Sheffield or Darlington",
        share=(ShareType.HYBRID, ShareType.ISLANDS, ShareType.TWIN),
    ),
    Advert(
        "opr-settlements",
        "opr",
        "Director, Regional Settlements",
        "policy",
        6,
        "wednesday_pm",
        (102, 120),
        "You negotiate with mayors on a Monday and with the Treasury on a Thursday, and you must"
        " be believed by both. Six settlements are due within two years. You lead 120 people and"
        " the department's most visible promise, which is that decisions will be taken nearer to"
        " the people who live with them.",
        published=7,
        closes=36,
        share=(ShareType.TWIN, ShareType.HYBRID),
        criteria=5,
    ),
    Advert(
        "opr-towns",
        "opr",
        "Deputy Director, Towns and High Streets",
        "policy",
        5,
        "half_day",
        (76, 87),
        "A fund of £640m and a hundred and one towns, some of which have changed their minds. You"
        " would keep the programme honest: release what is ready, rescue what can be rescued, and"
        " ask for the money back where it should be. The postbag is large and often hand-written.",
        published=40,
        closes=-3,
    ),
    Advert(
        "opr-legislation",
        "opr",
        "Bill Manager, Devolution Bill",
        "policy",
        4,
        "lunch",
        (60, 68),
        "Four months of instructions, six of Parliament and one of sleep. You would run the bill"
        " team: the clauses, the amendments, the box at midnight and the calm next morning. Past"
        " bill managers told us that two people would have been better. We listened.",
        published=11,
        closes=17,
        months=18,
        share=(ShareType.TWIN,),
    ),
    Advert(
        "opr-communications",
        "opr",
        "Head of Regional Communications",
        "giving",
        4,
        "friday_off",
        (56, 64),
        "You would tell ninety different places what the department has done for them, without"
        " telling any of them what the others are told first. Press office, campaigns and"
        " ministers' visits; eighteen people in three cities; one grid.",
        year="In your first year the grid would hold for a whole month, ministers would be quoted"
        " in local papers by name, and the department would explain one unpopular decision"
        " well.",
        published=29,
        closes=12,
        sector="central_government",
        state="cancelled",
    ),
    Advert(
        "opr-commercial",
        "opr",
        "Commercial Lead, Grants",
        "finance",
        3,
        "nine_plain",
        (57, 65),
        "Design how grants are offered, tracked and closed, so that a small council with one"
        " finance officer can apply as well as a large one. You would also sit on the panel that"
        " decides what happens when a project fails, and write down why.",
        year="In your first year the form would be four pages shorter, every applicant would hear"
        " within eight weeks, and auditors would find the reason for each decision without"
        " asking you.",
        published=13,
        closes=4,
        sector="central_government",
        mode=WorkMode.REMOTE,
        place="Darlington",
        criteria=3,
    ),
    Advert(
        "opr-chief-analyst",
        "opr",
        "Chief Analyst",
        "policy",
        6,
        "four_days",
        (95, 108),
        "Head the analytical profession: economists, statisticians and social researchers.",
        published=None,
        closes=None,
        state="draft",
    ),
)
