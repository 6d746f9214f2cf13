"""Applications for Northmoor's open post: eight pairs, among them one draft with a gap on Friday.

The pair's own opening and way of working stand around each of these paragraphs.
"""

from __future__ import annotations

from jobboard.cli.demo.shapes import Step, Story

ROLE = "northmoor-people"
OPEN = (
    Story(
        "okafor-marsh",
        ROLE,
        "Northmoor is where we would want to stay. Helen nursed from two of your clinics and knows"
        " the road to Otterby in January. Nadia sat opposite your unions when the mileage rate was"
        " settled and left with their telephone numbers. You have four thousand people who rarely"
        " meet; we would start by going to them, team by team, before anybody is asked to fill in"
        " another survey.",
        "aaaaaxbbb.",
        "jjabeab",
        started=80,
    ),
    Story(
        "keane-diallo",
        ROLE,
        "We have not worked in a trust, and we have merged two people functions with less time and"
        " more newspapers than most trusts would allow. What we would bring to Northmoor is a way"
        " of keeping promises at scale: a casework line that answers, managers who have the facts"
        " before the meeting, and a culture plan that is short enough to be remembered on a"
        " doorstep.",
        "aaaaaxxbbb",
        "jjeebea",
        started=150,
        signed=(30, 27.5),
    ),
    Story(
        "ellison-ncube",
        ROLE,
        "Your vacancies are our vacancies: we fish in the same river. In two years we learned that"
        " people do not leave community nursing for money as often as they leave for a rota that"
        " changes on a Sunday. We would fix that first, with your team leaders, and publish the"
        " result by locality. We also know which universities will talk to you about placements.",
        "aaaaxxbbbb",
        "jjbaaeb",
        started=260,
        signed=(122, 119),
        steps=(Step("start_reading", 70, by="recruiter"),),
    ),
    Story(
        "pugh-llywelyn",
        ROLE,
        "Northmoor is the size of the two councils we serve now, with better views. We would come"
        " for five years at least and say so in writing. The work that draws us is the second half"
        " of your plan: leaders who grow their own successors. We have done that twice, in two"
        " languages, and the people we trained have since been poached by everybody we admire.",
        "aaaaxxbbbb",
        "jjeeeej",
        started=300,
        signed=(200, 199),
        steps=(
            Step("start_reading", 120, by="recruiter"),
            Step(
                "shortlist",
                46,
                by="employer",
                note="Eleven years as one. The seam is on Wednesday and they have thought about it."
                " Ask how they would cope with a trust that has no single headquarters, and what"
                " they would do if one of them fell ill in the first year.",
            ),
        ),
    ),
    Story(
        "raghunathan-hallam",
        ROLE,
        "You ask for standing up for fair treatment, in public and in private. Meera has done the"
        " public part on national radio; Beth has done the private part at seven in the morning in"
        " a ward office. Between us we would make inclusion a matter of who gets the rota they"
        " asked for. We would also be, we believe, the first people directors you have had who"
        " disagree about something each week on purpose.",
        "aaaaaxbbbb",
        "jjbabab",
        started=210,
        signed=(140, 131),
        steps=(
            Step("longlist", 52, by="recruiter", note="Succession built in. Check depth on pay."),
        ),
    ),
    Story(
        "kertesz-crane",
        ROLE,
        "You will replace a people system in this post, whatever else you do. We have replaced two,"
        " and both opened on the day we had named a year before. That buys the quiet in which"
        " culture can be worked on at all: nobody listens to a talk about values when their pay is"
        " wrong. Philippa knows your leadership programme; she wrote part of an earlier one and"
        " would change it.",
        "aaaaaxbbbb",
        "jjbabaa",
        started=96,
        signed=(22, 20),
    ),
    Story(
        "haddad-whitlock",
        ROLE,
        "After seven years of writing rules for public employers we would like to be one. We know"
        " the pay machinery that you are bound by, because we helped to build it, and can tell you"
        " which of its doors are not locked. What we do not know is the work of your teams. We have"
        " asked for a week of shadowing before interview, on leave, and would be glad to be told"
        " where to start.",
        "aaaaxxbbbb",
        "jjaebeb",
        started=130,
        signed=(75, 74.5),
        steps=(Step("start_reading", 68, by="recruiter"),),
    ),
    Story(
        "ferreira-prentice",
        ROLE,
        "Why a new pair for a board post? Because the restructure we led together moved six"
        " hundred people with four appeals, and because we have each held half of this role"
        " already: Joanna reward and workforce planning, Lucía change and engagement. We have"
        " written down what we would do if one of us wished to leave, and would give you six"
        " months of it, with the other carrying the post alone if you asked.",
        "aaaaaxbbbb",
        "jjabbab",
        started=50,
        signed=(1.5, 0.07),
    ),
)
