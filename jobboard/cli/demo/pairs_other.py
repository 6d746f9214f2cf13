"""Seven pairs from schools, money, homes, culture, technology and government; and the rest."""

from __future__ import annotations

from jobboard.cli.demo.pairs_people import PEOPLE_PAIRS
from jobboard.cli.demo.records_other import RECORDS
from jobboard.cli.demo.shapes import Pair, document, meeting, note, voice
from jobboard.partnerships.domain import Acceptance
from jobboard.planning.share_types import ShareType

OTHER_PAIRS = (
    Pair(
        "achterberg-nwosu",
        "daniel.achterberg",
        "ifeoma.nwosu",
        ShareType.ISLANDS,
        "Daniel builds platforms that are dull in the best sense: they stay up, they are documented"
        " and the next person can change them. Ifeoma finds out what people need before anybody"
        " builds. For three years we have led one digital service as two, and neither of us would"
        " go back to doing it alone.",
        "We divide by subject, not by day, so each team knows its lead; but either of us can take"
        " any decision that will not wait. Each decision is one page in a log which the whole"
        " department can read. On-call alternates by the week. We have both been wrong in that log,"
        " with the date.",
        (
            document("Wednesday, noon", 20, "Decision log, read aloud to each other."),
            voice("Daily, 9.15am", 5, "Whoever starts tells the other what is on fire."),
        ),
        "The on-call lead acts on incidents. Anything that touches personal data goes to both.",
        "We work from home on the days you do not need us in a room, and say a month ahead.",
        RECORDS["achterberg-nwosu"],
        formed=260,
        inbox=False,
    ),
    Pair(
        "donnachie-siddiqui",
        "claire.donnachie",
        "farah.siddiqui",
        ShareType.TWIN,
        "For five years we have been the headteacher of one school, and parents have long since"
        " stopped asking which of us that means. Claire teaches maths to the set that hates it and"
        " builds the timetable for pleasure. Farah knows the families, the law on special needs and"
        " which child has not eaten.",
        "We share the whole headship. Both of us are at the gate on Wednesdays. Whoever is in holds"
        " safeguarding; the record is complete before the other arrives. The Friday letter is"
        " written by one and signed by both. Governors appraise us as one head, and inspectors,"
        " twice, have met us as one.",
        (
            meeting("Wednesday, 1.30pm", 60, "Children, staff, buildings, in that order."),
            document("At the end of each day", 15, "Safeguarding record and day book."),
            voice("Sunday, 5pm", 10, "The week ahead, and who needs kindness."),
        ),
        "A child at risk: whoever is in acts at once. The other is told within the hour, day or"
        " night.",
        "Inspection brings us both in, on any day, and we take the time back in the holidays.",
        RECORDS["donnachie-siddiqui"],
        formed=425,
    ),
    Pair(
        "tallis-adebayo",
        "wren.tallis",
        "oluwaseun.adebayo",
        ShareType.HYBRID,
        "Wren has spent fifteen years explaining restricted funds to trustees who would rather hear"
        " about the work. Oluwaseun came from commercial property and can tell a good investment"
        " from a good lunch. In eighteen months of sharing a finance post we have closed the books"
        " in six days and never once disagreed in front of an auditor.",
        "Wren leads on reporting, reserves and grants, Oluwaseun on treasury, property and"
        " contracts. The forecast is joint, always: we build it apart, compare, and bring you the"
        " difference as well as the number. Both of us are qualified, both of us sign, and the bank"
        " knows our voices.",
        (
            meeting("Wednesday, noon", 45, "Cash, commitments, and the three largest worries."),
            note("Month end, day 4", 30, "What changed since the forecast and who was told."),
        ),
        "Payments need one of us; anything over £50,000 needs both, and we answer within an hour.",
        "At year end we both work the fortnight. In August one of us is always away.",
        RECORDS["tallis-adebayo"],
        formed=190,
    ),
    Pair(
        "mcilroy-ionescu",
        "bronagh.mcilroy",
        "ana-maria.ionescu",
        ShareType.HYBRID,
        "We are new as a pair and old as colleagues in argument: for years Bronagh promised homes"
        " that Ana-Maria then had to keep dry. Bronagh has led three regeneration schemes with"
        " residents on the panel. Ana-Maria runs repairs for eleven thousand homes and reads every"
        " complaint that names a child.",
        "We would share the safety of homes and every promise made to a tenant; the rest we divide"
        " by what each does best. Our first act would be a week on the vans together. We both speak"
        " at tenants' meetings, in three languages if it helps.",
        (
            meeting("Wednesday, 1pm", 60, "Promises made, promises kept, promises at risk."),
            voice("Friday, 3pm", 10, "Anything that could flood over a weekend."),
        ),
        "A building that may not be safe goes to both of us at once, at any hour.",
        "We each keep one evening a week for residents, and tell you which.",
        RECORDS["mcilroy-ionescu"],
        acceptance=Acceptance.EITHER,
        formed=58,
    ),
    Pair(
        "strachan-lindqvist",
        "ewan.strachan",
        "tobias.lindqvist",
        ShareType.TWIN,
        "Ewan produces: he has put forty shows on the road and brought thirty-nine of them home in"
        " profit. Tobias programmes: galleries, talks, a festival on an island with one ferry. For"
        " two years we have run a festival together, with one telephone number and no winner in our"
        " arguments about taste.",
        "We share the whole post. Artists meet both of us before they sign, and after that either"
        " will do. One of us sees every first night; neither of us sees all of them. The budget is"
        " a document that we keep open on both our screens and argue over in real time.",
        (
            voice("Each morning, 9.30am", 10, "Sales, crises and who has flu."),
            document("Tuesday", 20, "The budget, line by line where it moved."),
            meeting("Every second Thursday", 90, "What we want to make next year."),
        ),
        "In a show week the one on site decides everything and apologises later if need be.",
        "During the festival we both work; the two weeks after it, neither of us does.",
        RECORDS["strachan-lindqvist"],
        formed=330,
        diary=False,
    ),
    Pair(
        "haddad-whitlock",
        "yasmin.haddad",
        "caroline.whitlock",
        ShareType.TWIN,
        "Seven years, four ministers and two spending reviews: we have held the same policy post"
        " through all of them, and been promoted in it once. Yasmin negotiates pensions with people"
        " who have walked out before. Caroline has taken two workforce bills through Parliament and"
        " can cost a sentence as it is being spoken.",
        "We hold one post and give one opinion. Private offices send to one address and are"
        " answered from it within the hour. The box is divided at noon on Wednesday; what one of"
        " us has started she finishes, unless it must be tonight. Our teams know our differences,"
        " which are of style, and use them.",
        (
            meeting("Wednesday, noon", 60, "The box, the grid, the people."),
            note("Each evening by 7pm", 15, "Six lines: decided, promised, pending."),
            voice("Before any ministerial meeting", 10, "The line to take, and the doubt."),
        ),
        "Whoever is on duty speaks for both. If the other would have chosen otherwise, that is for"
        " Wednesday.",
        "In a review period we both work four days for up to six weeks, and take them back by"
        " agreement.",
        RECORDS["haddad-whitlock"],
        formed=430,
    ),
    Pair(
        "hallam-ferreira",
        "beth.hallam",
        "lucia.ferreira",
        ShareType.HYBRID,
        "We each have another partner for roles in hospitals, and we have told them both about"
        " this. For retail we belong together. Beth spent seven years with store teams before the"
        " health service; Lucía opened, closed and reopened shops from Wrexham to Hull. We met on"
        " a night shift during a stock count and have argued about rotas ever since.",
        "We would share hiring, pay and every conversation that could end in somebody leaving."
        " Training is Beth's, change is Lucía's. Shops would know us by one number. On Saturdays in"
        " peak there would be one of us on the floor, and it would not always be the same one.",
        (
            meeting("Wednesday, 8am", 45, "Shops one by one: who is short, who is tired."),
            voice("Saturday evening in peak", 10, "What the floor told us."),
        ),
        "A shop that cannot open rings our number. Whoever has it goes, or finds who can.",
        "Peak weeks are agreed in September; each of us has one Saturday in two.",
        RECORDS["hallam-ferreira"],
        formed=40,
    ),
)
PAIRS = (*PEOPLE_PAIRS, *OTHER_PAIRS)
