"""Applications to everybody else, and all thirty in one list."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Step, Story
from jobboard.cli.demo.stories_closed import CLOSED, DAY
from jobboard.cli.demo.stories_open import OPEN

ELSEWHERE = (
    Story(
        "okafor-marsh",
        "pennant-people",
        "Pennant would be our first employer outside the health service, and we have asked"
        " ourselves why. The answer is ownership: 720,000 members who can vote you out is closer"
        " to what we know than a share price would be. One contract for everybody is a negotiation"
        " and a kindness at the same time. Nadia has led the first kind, Helen has lived by the"
        " second, and together we have moved three thousand people on to one set of terms without"
        " a ballot.",
        "aaaaxxbbbb/aaaaaabbbb",
        "jjabea",
        started=6 * DAY,
        signed=(21,),
    ),
    Story(
        "achterberg-nwosu",
        "opr-data",
        "A figure that a minister, a mayor and a journalist can all look at is a user need as much"
        " as a data model. We would spend the first month with people who dispute your numbers and"
        " the second on one of them, end to end, with the method published beside it. Daniel builds"
        " what can be audited; Ifeoma makes sure that somebody wants to.",
        "aaaaabbbbb",
        "jjabbe",
        started=8 * DAY,
        signed=(3 * DAY, 2.8 * DAY),
    ),
    Story(
        "achterberg-nwosu",
        "wexcombe-digital",
        "",
        "..........",
        "",
        started=16,
        parts="",
    ),
    Story(
        "donnachie-siddiqui",
        "aldermere-executive-head",
        "Riverside does not need us much; Holme does, and so the first question is how to be at"
        " Holme without making Riverside feel like the older child. We would each keep one day in"
        " both schools, teach one class in each and hold every parents' evening together."
        " Attendance at Holme is where ours was five years ago. We know the doorsteps, the"
        " breakfast club and the phone calls that changed it, and which expensive ideas did not.",
        "aaaabxxbbb",
        "jjeeab",
        started=40 * DAY,
        signed=(21 * DAY, 20.5 * DAY),
        steps=(
            Step("shortlist", 11 * DAY, note="Governors unanimous."),
            Step("interview", 9 * DAY),
        ),
    ),
    Story(
        "donnachie-siddiqui",
        "aldermere-improvement",
        "If Holme is not to be ours, this is the post we would want: in classrooms, beside heads,"
        " with time to stay until something has changed. Claire would work with maths and"
        " timetables across the trust, Farah with inclusion and attendance, and both of us with"
        " any head who asks for an honest second pair of eyes. We would visit every school in the"
        " first half term, on two different days, because schools are different on Fridays.",
        "aaaaxxbbbb",
        "jjabe",
        started=9 * DAY,
        asked=40,
    ),
    Story(
        "tallis-adebayo",
        "lantern-finance",
        "Forty ways in which money arrives, each with a condition: Wren has lived in that house for"
        " fifteen years. Technology and property, which you call patient, are where Oluwaseun would"
        " start, because a lease and a server can both be renegotiated before they are replaced."
        " Together we would give trustees one page on what is free to spend, and the same page to"
        " every hostel manager.",
        "aaaaaxbbbb",
        "jjaabe",
        started=15 * DAY,
        signed=(6 * DAY, 5.5 * DAY),
        steps=(Step("start_reading", 4 * DAY),),
    ),
    Story(
        "tallis-adebayo",
        "fellgate-finance",
        "Still to write: why lenders would be glad of two of us.",
        "aaaaabbbb.",
        "ja",
        started=4 * DAY,
        parts="psr",
    ),
    Story(
        "mcilroy-ionescu",
        "fellgate-homes",
        "You were late with damp and said so. That sentence is why we are writing. Ana-Maria has"
        " turned round a repairs service from the same beginning and knows that the second winter"
        " is the harder one. Bronagh would take the streets that cannot be repaired one home at a"
        " time and settle, with the people who live there, what should be built again. Complaints"
        " would come to both of us, unsorted, for the first ninety days.",
        "aaaaxxbbbb",
        "jjbaab",
        started=14 * DAY,
        signed=(8 * DAY, 7.6 * DAY),
        steps=(Step("start_reading", 6 * DAY), Step("longlist", 3 * DAY)),
    ),
    Story(
        "mcilroy-ionescu",
        "wexcombe-regeneration",
        "The paper mill has waited eleven years, which in our experience means that three people"
        " have to be in one room and have not been. Bronagh would find them. Ana-Maria would see"
        " to it that whatever is built there can be kept dry, warm and paid for by the people who"
        " live in it. The harbours can wait one more year; the mill cannot.",
        "aaaaabbbbb",
        "jjab",
        started=18 * DAY,
        parts="psr",
        withdrawn=9 * DAY,
    ),
    Story(
        "strachan-lindqvist",
        "granary-producer",
        "You wrote the title in the plural; we have been waiting for somebody to. Nine productions,"
        " four on the road and a bridge that closes for a weekend is our festival with a roof. Ewan"
        " would take the tours and the co-production deals, as habit and not as territory, Tobias"
        " the festival and the funders who would rather look at pictures. The roof itself we would"
        " put on the poster: people give to what they can see leaking.",
        "aaaaaxbbbb",
        "jjeab",
        started=19 * DAY,
        signed=(10 * DAY, 9.5 * DAY),
        steps=(
            Step("start_reading", 8 * DAY),
            Step("shortlist", 2 * DAY, note="Meet them in the building, during a get-in."),
        ),
    ),
    Story(
        "strachan-lindqvist",
        "granary-programme",
        "This is our second letter to you, and we would understand a smile. Programme and learning"
        " is where Tobias began, teaching etching to fourteen-year-olds in Malmö, and where Ewan"
        " wishes that he had. We would plan the galleries and the young company as one season,"
        " with one brochure, and ask each commissioned artist for a day with a school that has"
        " never been. If you prefer us here rather than there, so might we.",
        "..aaaxxbbb",
        "jjabe",
        started=7 * DAY,
        signed=(2.2 * DAY, 2 * DAY),
    ),
    Story(
        "haddad-whitlock",
        "opr-workforce",
        "We would not need to learn your subject, only your building. The gap in regional workforce"
        " policy is not evidence but ownership: nine departments each hold a piece and none the"
        " whole. We have written three of the pieces. In the first quarter we would bring the nine"
        " to one table with one page, and by the next spending review to one bid. Because of a"
        " university post that Yasmin keeps, Caroline would carry the longer week; we have worked"
        " that way before.",
        "aabbxxbbbb",
        "jjeab",
        started=17 * DAY,
        signed=(9 * DAY, 8.7 * DAY),
        steps=(Step("start_reading", 5 * DAY),),
    ),
    Story(
        "hallam-ferreira",
        "orchard-people",
        "A company owned by the people in its shops deserves a people team that has swept a shop"
        " floor. We have, in the same week, in different towns. Pay that is published every March"
        " appeals to us more than any benefit we have seen; it removes half of the grievances and"
        " improves the other half. We would spend our first month on Saturdays, and come back with"
        " three things that partners in shops would change if somebody only asked.",
        "aaaaaxbbbb",
        "jjbae",
        started=5 * DAY,
    ),
    Story(
        "ferreira-prentice",
        "wexcombe-workforce",
        "Workforce planning is the part of our trade that is easiest to do badly with good"
        " software. Joanna has built forecasts that managers corrected by hand, and learned to"
        " start with the managers. Lucía would take those forecasts to schools, colleges and the"
        " three towns where the young people are. A third of your social workers may retire; some"
        " of them would stay for two days a week, and nobody has asked them. We know how that"
        " conversation goes.",
        "aaaaaxbbbb",
        "jjabe",
        started=45 * DAY,
        signed=(30 * DAY, 29 * DAY),
        steps=(
            Step("start_reading", 18 * DAY),
            Step(
                "not_select",
                12 * DAY,
                reason="coverage",
                words="Your forecast work was the best we read. Our analysts need a decision on"
                " Thursday mornings, and the pair we chose could both be present then. We would be"
                " glad to hear from you again.",
            ),
        ),
    ),
)
STORIES = (*OPEN, *CLOSED, *ELSEWHERE)
