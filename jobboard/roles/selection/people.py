"""Who is around the post and what they can give. Pure data."""

from __future__ import annotations

from jobboard.roles.selection.shapes import Answer, Question

PEOPLE = (
    Question(
        "contacts.1",
        "Who needs to know whom to call?",
        "",
        (
            Answer(
                "few",
                "A few people we could tell",
                (1, 1, 1, 1),
                "Few people have to learn two names.",
            ),
            Answer(
                "groups",
                "Groups that mostly come with one kind of question",
                (0, 2, 1, 1),
                "People come with one kind of question, so each kind can have its own name.",
            ),
            Answer(
                "one",
                "People who expect the same person each time",
                (-1, 0, 0, -1),
                "Some people expect the same person each time.",
                "Ask two of them how it would be for them. Tell them first, with one address that"
                " both answer.",
            ),
        ),
    ),
    Question(
        "overlap.1",
        "Could you pay for time in which both are in?",
        "Half a day a week is 0.1 FTE on top of one post.",
        (
            Answer(
                "day",
                "A day a week, or more",
                (1, 1, 2, 2),
                "There is time for both to be in and to hand over face to face.",
            ),
            Answer(
                "half",
                "Half a day a week",
                (1, 1, 1, 0),
                "Half a day together each week is enough for a handover and one shared meeting.",
            ),
            Answer(
                "none",
                "No, the hours of one post are all there is",
                (-1, 1, -1, -2),
                "There is no paid time together, so the work passes on in writing only.",
                "See what half a day costs beside what it buys: the designer shows the sum.",
            ),
        ),
    ),
    Question(
        "manager.1",
        "How does the line manager see it?",
        "",
        (
            Answer(
                "wants",
                "Wants it, or has done it before",
                (1, 1, 1, 2),
                "The line manager wants it to work.",
            ),
            Answer(
                "open",
                "Is open, and has questions",
                (1, 1, 1, 0),
                "The line manager is open to it.",
            ),
            Answer(
                "doubts",
                "Doubts it",
                (-1, -1, -1, -2),
                "The line manager has doubts, and would be the first to be asked about everything.",
                "Show them this page. What helps most is a talk with somebody who has managed a"
                " pair.",
            ),
        ),
    ),
    Question(
        "team.1",
        "How is the team led?",
        "",
        (
            Answer(
                "goals",
                "By goals that are agreed and looked at together",
                (1, 1, 1, 1),
                "The team works to goals, so it does not matter who of the two looks at them.",
            ),
            Answer(
                "talks",
                "By regular talks with each person",
                (0, 2, 1, 1),
                "Each person has regular talks: they can stay with one of the two.",
            ),
            Answer(
                "near",
                "By being near and seeing what happens",
                (0, -1, 0, 0),
                "The team is led by being near, and each of the two sees half of it.",
                "Give each person of the team one of the two for their talks, and let the two"
                " compare notes.",
            ),
        ),
    ),
    Question(
        "growing.1",
        "Could somebody grow into it beside a person who has done it before?",
        "",
        (
            Answer(
                "yes",
                "Yes, we would welcome that",
                (0, 0, 0, 4),
                "Somebody could grow into the post beside a person who has done it.",
            ),
            Answer(
                "partly",
                "In part of the work",
                (0, 0, 1, 1),
                "In part of the work somebody could grow beside the other.",
            ),
            Answer(
                "no",
                "No, both must be able to do it from the first day",
                (1, 1, 0, -4),
                "Both must be able to do it from the first day.",
            ),
        ),
    ),
)
