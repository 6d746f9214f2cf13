"""What most pairs answer, in three voices: `{a}` and `{b}` are their first names."""

from __future__ import annotations

from jobboard.applications.answers import Risk

RISKS: dict[Risk, tuple[str, str, str]] = {
    Risk.ONE_LEAVES: (
        "Whoever goes gives three months’ notice and spends the last of them handing over half by"
        " half, not in one afternoon. The other holds the whole post for up to twelve weeks, at"
        " full pay, while you and we look for a new partner.",
        "You would keep somebody who knows everything. {a} and {b} both carry all the open"
        " decisions in one log, so one person leaving takes no knowledge with them. We would help"
        " you to choose the next one.",
        "It has not happened to us, and we have planned it all the same: the one who stays covers"
        " five days for a quarter, then either shares again or takes the post whole. You would"
        " never be without a holder for a single day.",
    ),
    Risk.LEAVE_COVER: (
        "We never take the same week. The one who stays adds a day in each week of a fortnight’s"
        " leave, and the rest waits or is delegated by name before the leave begins.",
        "Better than with one person: half of the post goes on as always. {b} swaps in for {a} and"
        " the other way round, and the leave calendar is published in January.",
        "A fortnight costs you four half-days at most, all of them known a month before. In school"
        " holidays we take turns, by the year.",
    ),
    Risk.DECISIONS: (
        "Whoever is in decides. We wrote down in our first month what waits for both of us: jobs,"
        " promises in public, and money above the limit you set. Everything else does not wait.",
        "A decision taken on a Tuesday is a decision of us both. We may disagree with each other"
        " on Wednesday; you will hear one answer, and it will be the one you were given.",
        "Each duty has a lead and each lead has a stand-in with full authority. The log says who"
        " decided, why and who was told, on the day.",
    ),
    Risk.UNEVEN: (
        "Somebody is always better at something; that is why there are two of us. Ask for one set"
        " of objectives and appraise us together on what was done, apart on how.",
        "We ask six people once a year what each of us should stop doing, and read the answers"
        " together. If one of us fell behind, the other would notice before you did and say so.",
        "We would want to be told as a pair first and alone afterwards. {a} and {b} have agreed"
        " that neither hides behind the other, and that help is asked for early.",
    ),
    Risk.COST: (
        "The overlap is one or two half-days a week. For it you have cover for leave and illness,"
        " no interim at a day rate, and every difficult decision looked at twice.",
        "We cost a little more than one person in salary and rather less than one person and the"
        " temporary cover one person needs. We will show you the sum for our last post.",
        "You pay for the hours you fund and no more. What we do with the overlap is in the"
        " calendar: it is where the decisions of the week are made, and nothing else.",
    ),
    Risk.WHICH_ONE: (
        "Neither: call the number of the post, or write to its one address. Whoever is in answers,"
        " and the other reads it the same day.",
        "The one whose name stands beside the subject on our card. If it cannot wait, whoever is"
        " in: you will not be asked to ring back on Thursday.",
        "Call the post. One telephone, one mailbox, one diary; who holds them changes at lunch on"
        " Wednesday and nobody outside needs to know.",
    ),
    Risk.WORKS_HARDER: (
        "One meeting with you a week, with whichever of us is in; one set of papers; one appraisal"
        " round. You will never carry a message from one of us to the other.",
        "Our handover is our work and not yours. We brief each other in writing, so you can start"
        " any conversation in the middle.",
        "You will have one report, one budget and one set of objectives. If you ever find yourself"
        " explaining something twice, tell us and we will change how we do it.",
    ),
}
FORTNIGHT = (
    "The one who stays works one extra day in each of the two weeks, paid or taken back later."
    " What only the other leads is handed to a named deputy before the leave begins.",
    "We swap days a month ahead, so that the needed half-days are covered as nearly as one person"
    " can. The board date and the pay run never fall into anybody’s leave.",
    "{a} covers the first part of {b}’s leave and the team’s heads cover the mornings left open;"
    " the other way round in summer. Nobody has missed us yet.",
)
LONG = (
    "For an absence of months, parental leave or a break, the one who stays holds the role at four"
    " days and you appoint an interim for the rest. The way back is agreed before the way out.",
    "We would tell you as early as we can. The other would hold the whole post for up to six"
    " months, with one duty moved to a deputy, and we would return by steps.",
    "One of us has been away for most of a year before. The other stayed, a colleague acted up two"
    " days a week, and the return took a month of overlap. We would do it in the same way.",
)
SUPPORT = (
    "One assistant for the post, not one each, and a diary that both of us can change.",
    "",
    "Somebody who answers the telephone of the post on three mornings.",
)
SWAPS = (("12", "12"), ("10", "16"), ("20", "20"))
WISHES = (
    ("new_partner", "whole_post"),
    ("new_partner", "new_partner"),
    ("decide_then", "new_partner"),
)
WISH_NOTES = (
    ("I like the work best when it is shared, so I would look again.", ""),
    ("", "I would stay for as long as it takes to find somebody as good."),
    ("", ""),
)
NOTES = (
    "Need to know now: the audit report came a day early and has two findings we expected and one"
    " we did not. I have asked for the working papers and promised an answer by Friday noon.\n\n"
    "Meetings: finance on Tuesday went well, minutes in the folder. The union side moved theirs to"
    " Thursday at ten, so it is yours; the papers are short and I have marked page four.\n\n"
    "Projects that moved: the new rota goes live on Monday in two sites. The third asked for a"
    " week more and I said yes.\n\n"
    "Actions, whose, due when: reply to the councillor, you, Thursday. Letter to the staff, me,"
    " next Monday. Shortlist for the deputy, both, at our overlap.\n\n"
    "How the week felt: busy and kind. One head of service is close to the end of her patience; be"
    " early in her office.\n\n"
    "For our overlap: whether we still believe in the autumn plan.",
    "Need to know now: nothing is on fire. The director rang about the figures for July; they are"
    " right, the heading was wrong, and a corrected page went out at four.\n\n"
    "Meetings: the partners’ board agreed our second option without the savings. I said that we"
    " would come back with a smaller version, not that we would find the money.\n\n"
    "Projects that moved: the system test found eleven faults, three that matter. The supplier has"
    " until Friday and knows it.\n\n"
    "Actions, whose, due when: budget lines over five per cent, you, Wednesday. Reference for the"
    " trainee, me, done. Visit to the north site, you, any day this week.\n\n"
    "How the week felt: slow, then sudden.\n\n"
    "For our overlap: the vacancy we keep postponing.",
    "Need to know now: a complaint has gone to the chair. It is about a decision of ours in May; I"
    " have read the log and would decide the same again. Do not answer before we have spoken.\n\n"
    "Meetings: senior team, all there, twenty minutes shorter than usual. One-to-ones with three of"
    " our five; the other two are in your half.\n\n"
    "Projects that moved: recruitment closed with forty applications and nine good ones.\n\n"
    "Actions, whose, due when: questions for the panel, you, by Thursday five o’clock. Draft for"
    " the newsletter, me, Monday.\n\n"
    "How the week felt: I was short with somebody on Tuesday and have said sorry.\n\n"
    "For our overlap: what we want from the away day.",
)
CONDITIONS = (
    "After six months every half-day the role needs has been covered, both teams score no lower"
    " than before in the staff survey, and our manager says in writing that two posts made no more"
    " work than one.",
)
REVIEWS = ("monthly", "weekly", "termly")
EVIDENCE = (
    "I led this for three years in my last post. We began with a service that had lost a fifth of"
    " its people in one winter and ended with a waiting list to join it. My part was the plan, the"
    " weekly hour with those who had to carry it out, and the decision to stop two things at once.",
    "In my present role I do this every week. The clearest case is from last spring: the figures"
    " were wrong, the deadline was not going to move, and somebody had to say so to the board. I"
    " did, with a way out on one page, and they took it.",
    "I learned this the slow way, from the bottom up, and have taught it to eleven others since."
    " Two of them hold posts like this one. What I would bring here is the patience to do it a"
    " second time without assuming that the second place is like the first.",
)
