"""Adverts of the schools trust and the university."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Advert
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import WorkMode

LEARNING = (
    Advert(
        "aldermere-executive-head",
        "aldermere",
        "Executive Headteacher, Riverside and Holme",
        "teaching",
        6,
        "term",
        (92, 104),
        "Two secondary schools on either bank of the river, with one sixth form between them. You"
        " lead both, with a head of school in each. Riverside is full and quiet; Holme is neither,"
        " and it is where the difference can be made. Our last executive head was one person and"
        " told us to appoint two.",
        published=55,
        closes=-12,
        mode=WorkMode.ON_SITE,
        duties=6,
        criteria=5,
    ),
    Advert(
        "aldermere-improvement",
        "aldermere",
        "Director of School Improvement",
        "trust_teaching",
        6,
        "wednesday",
        (84, 95),
        "You would be in a school on four days out of five, watching lessons with heads rather than"
        " marking them. Fourteen schools ask for different things: a maths lead, a difficult"
        " conversation, somebody to say that it is good already. You decide how the trust spends"
        " its eleven advisers.",
        published=17,
        closes=16,
        place="Nottingham and across the trust",
        share=(ShareType.TWIN, ShareType.ISLANDS),
    ),
    Advert(
        "aldermere-head-carr",
        "aldermere",
        "Headteacher, Carr Lane Primary",
        "teaching",
        5,
        "lunch",
        (71, 80),
        "Four hundred and twenty children, nineteen languages and a garden that wins prizes. You"
        " would share one desk, one inbox and one Friday letter home. Parents here have known a"
        " shared headship for six years and wrote to us asking to keep it.",
        published=19,
        closes=7,
        mode=WorkMode.ON_SITE,
        share=(ShareType.TWIN,),
    ),
    Advert(
        "aldermere-inclusion",
        "aldermere",
        "Trust Lead for Inclusion",
        "trust_teaching",
        4,
        "friday_off",
        (60, 68),
        "One child in five in our schools has a special educational need, and provision depends too"
        " much on the postcode within the trust. You would set a common offer, train those who give"
        " it and stand beside families at reviews. Both primary and secondary experience helps;"
        " between you is enough.",
        published=6,
        closes=22,
        share=(ShareType.TWIN, ShareType.HYBRID, ShareType.DEVELOPMENTAL),
    ),
    Advert(
        "aldermere-operations",
        "aldermere",
        "Chief Operating Officer",
        "operations",
        7,
        "wednesday",
        (96, 110),
        "Buildings, money, people and technology for fourteen schools, so that heads can think"
        " about children. You sit on the executive and answer to trustees. There is a boiler in"
        " Holme that you will come to know by its first name.",
        year="In your first year each head would get back half a day a week that now goes on"
        " contracts and boilers, and trustees would see one page a month instead of sixty.",
        published=31,
        closes=14,
        state="closed_early",
        sector="education",
    ),
    Advert(
        "aldermere-finance",
        "aldermere",
        "Head of Finance",
        "finance",
        4,
        "nine_plain",
        (56, 64),
        "Fourteen budgets, one auditor and a great many biscuits. You would turn funding rules that"
        " change every spring into plans that heads can live with, and be generous with your time"
        " to the business managers who do the work. Term-time working suits us, if it suits you.",
        published=4,
        closes=28,
        sector="education",
        mode=WorkMode.REMOTE,
        place="Anywhere in the United Kingdom",
    ),
    Advert(
        "calderwick-registry",
        "calderwick",
        "Academic Registrar",
        "university",
        6,
        "wednesday_pm",
        (88, 99),
        "Admissions, records, quality, timetabling and graduation: the things nobody notices until"
        " they fail. You lead 160 people and advise the senate, and you would bring in a student"
        " record system that three registrars have put off. Confirmation week is for both of you.",
        published=22,
        closes=21,
        duties=6,
    ),
    Advert(
        "calderwick-research",
        "calderwick",
        "Head of Research Services",
        "university",
        4,
        "half_day",
        (58, 67),
        "Our researchers write good proposals and dislike forms. You would build a service that"
        " takes the forms away: funding, contracts, ethics and open access, in one office with a"
        " kettle. The portfolio is £14m and could be twice that without changing what we are.",
        year="In your first year a researcher would send one email and get one answer, bids would"
        " be read by a colleague before they are costed, and the success rate would be"
        " published by department.",
        published=36,
        closes=3,
        sector="science",
        share=(ShareType.HYBRID, ShareType.DEVELOPMENTAL),
    ),
    Advert(
        "calderwick-students",
        "calderwick",
        "Director of Student Life",
        "university",
        5,
        "half_day",
        (74, 84),
        "Housing, counselling, money advice, faith, sport and the union. You would see to it that a"
        " student in trouble tells their story once. A third of ours commute and work, so the best"
        " service is often at seven in the evening, and the two of you can make that possible.",
        published=2,
        closes=44,
    ),
    Advert(
        "calderwick-estates",
        "calderwick",
        "Director of Estates",
        "homes",
        6,
        "friday_off",
        (86, 96),
        "Twenty-six buildings, from a mill of 1861 to a laboratory that opened in March.",
        published=None,
        closes=None,
        state="draft",
        sector="education",
    ),
)
