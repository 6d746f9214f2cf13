"""What Nadia Okafor and Helen Marsh answer, in their own voice."""

from __future__ import annotations

from jobboard.applications.answers import Risk

COVER = {
    "swap_a": "14",
    "swap_b": "18",
    "never_both_off": True,
    "fortnight": "The one who stays adds the other’s Wednesday and one day more in each of the two"
    " weeks: that covers seven of ten half-days. The rest goes to our deputy, by name and in"
    " writing, before the leave begins. Consultations, dismissals and anything the board reads are"
    " not started in those weeks.",
    "long_absence": "Helen was away for seven months in 2021. Nadia held the role at four days, an"
    " interim took casework for two, and Helen came back over six weeks with a day of overlap more"
    " than usual. We would do the same again: up to nine months at four days, an interim from the"
    " first month, and one duty lent to the deputy. The way back is agreed before the way out.",
    "support": "One executive assistant for the post, who keeps one diary and one mailbox for us"
    " both. People ring her number, and she knows which of us is in.",
}
RISKS = {
    Risk.ONE_LEAVES: "You would lose half of the hours and none of the knowledge. Whoever goes"
    " gives four months’ notice; the other takes on the whole post for the first thirteen weeks so"
    " that nobody has to be found in a hurry. We have both said below what each of us would want"
    " after that, and they are different answers, which is why we wrote them down.",
    Risk.LEAVE_COVER: "In six years there has been no week in which neither of us was in. We never"
    " take the same fortnight. Each of us can swap in for at least fourteen half-days a year, and"
    " we publish our leave in January, so your board calendar and ours never meet by accident.",
    Risk.DECISIONS: "Whoever is in decides, and it holds. Three kinds of decision wait for us"
    " both: somebody’s job, anything said in public, and money above a line you draw. Waiting"
    " means two hours by telephone and not until Wednesday. We have reversed each other twice in"
    " six years; both times we told the people concerned together.",
    Risk.UNEVEN: "We are uneven, on purpose. Nadia is better in a negotiation and Helen is better"
    " on a ward, and you will notice within a month. Set one list of objectives, appraise the what"
    " together and the how apart. If one of us were not pulling her weight the other would be the"
    " first to suffer, and has promised to say so to her face before saying it to you.",
    Risk.COST: "The overlap is one half-day a week more than one post. Since 2019 our employer has"
    " paid for no interim in our place, not in two operations, one parental leave and a"
    " bereavement. That is eleven months of cover. We will bring the sum to the interview,"
    " and you may check it with their finance director.",
    Risk.WHICH_ONE: "Neither of us: call the post. There is one number and one address, and our"
    " assistant knows who is in. If it is about pay or unions the answer will come from Nadia and"
    " if it is about wards from Helen, but whoever picks up can act.",
    Risk.WORKS_HARDER: "Our chief executive had this fear, and kept count for the first quarter."
    " She had one meeting with us a week, one set of papers, one appraisal, and was asked to repeat"
    " herself once, in week two. We hand over to each other; you will never be the handover.",
}
WISHES = (
    ("new_partner", "I do this work best with somebody who argues back. I would look for a new"
     " partner at once, and hold the whole post while we looked."),
    ("whole_post", "My youngest leaves school in two years. I would take the post whole if you"
     " wanted me to, and I would understand if you did not."),
)  # fmt: skip
NOTE = (
    "Need to know now: the bank contract for the Otterby wards ends on the 30th, not on the 31st."
    " Procurement knows and has a page for you to sign. The grievance on ward 4 is settled, with an"
    " apology that was meant.\n\n"
    "Meetings: trade unions, Monday, one hour. They accept the mileage rate and want it backdated"
    " to April; I said neither yes nor no, and that you would ring on Thursday. Executive, Tuesday:"
    " the chair liked the leavers’ figures and asked for them by age.\n\n"
    "Projects that moved: e-rostering goes live in two more localities on the 4th. The third is not"
    " ready and I have told them that this is fine.\n\n"
    "Actions, whose, due when: ring the union side, you, Thursday noon. Leavers by age, me, Monday."
    " Interview questions for the deputy, both, at our overlap. Flowers for Denise, done.\n\n"
    "How the week felt: lighter than last week. The Fellgate managers laughed in a meeting; I wrote"
    " down the date. I am tired and it is nobody’s fault.\n\n"
    "For our overlap: do we still want the deputy to have the budget? And your view of the staff"
    " survey before mine colours it."
)
EVIDENCE = (
    (
        "I negotiated the first local agreement on flexible working in our trust, across nine"
        " unions and fourteen months. Two of them began by refusing to sit in one room. It was"
        " signed by all nine, and grievances about rotas fell from 41 to 12 in the year after. What"
        " I did was to publish the offer and everybody’s answer every Friday, so that no one could"
        " be told another story.",
        "When the board wanted to close the staff nurseries I brought them the numbers they had"
        " asked for and the ones they had not: 61 nurses would have had no care in reach. We kept"
        " two of three, and I closed the third myself, with each family placed beforehand.",
        "I took a casework team that carried 190 open cases to 38 in a year, by deciding with every"
        " manager which five conversations they had been putting off, and sitting in on the first.",
    ),
    (
        "I was the nurse before I was the director, and I go back on a ward one shift a quarter. It"
        " was there that I saw why people left: they learned their weekend on a Thursday. I moved"
        " the whole of community nursing to rotas six weeks ahead; turnover went from 19 to 11 per"
        " cent in two years.",
        "I led the merger of two people teams of thirty, with nobody dismissed and four posts"
        " fewer. I told all sixty on the same morning what I knew and what I did not, and came"
        " back every Monday until there was nothing left in the second list.",
        "I set up the programme for new ward managers: 24 of them in three years, 22 still in post,"
        " five promoted. Each learns one hard conversation by having it in front of the others"
        " first.",
    ),
)
