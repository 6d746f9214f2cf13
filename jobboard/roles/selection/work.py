"""What the work itself asks of whoever does it. Pure data."""

from __future__ import annotations

from jobboard.roles.selection.shapes import Answer, Question

WORK = (
    Question(
        "week.1",
        "When must somebody be there who can decide?",
        "Think of a usual week, not of the worst one.",
        (
            Answer(
                "all",
                "On every working day",
                (1, 1, 1, 0),
                "Somebody is needed every day. Two people cover that, and one person on leave does"
                " not.",
            ),
            Answer(
                "core",
                "On some fixed half-days",
                (0, 1, 1, 1),
                "Only some half-days are fixed, so the two can lay the rest of the week as it suits"
                " the work.",
            ),
            Answer(
                "always",
                "At any hour, often at once",
                (-1, -1, -1, -2),
                "The post is on call at any hour, and each call needs whoever knows the case.",
                "Say which hours truly need an answer, and who stands in outside them.",
            ),
        ),
    ),
    Question(
        "areas.1",
        "Could the work be divided into areas that stand on their own?",
        "For example by place, by function, or by who it is for.",
        (
            Answer(
                "clean",
                "Yes, cleanly",
                (0, 2, 1, 1),
                "The work falls into areas that one person can lead.",
            ),
            Answer(
                "partly",
                "Some of it",
                (1, 0, 2, 1),
                "Some of the work stands on its own and some belongs together.",
            ),
            Answer(
                "hardly",
                "Hardly, everything hangs together",
                (2, -2, -1, 0),
                "Everything hangs together, so both would have to know all of it.",
                "If you would like each to lead areas, write the duties down one by one and see"
                " which could stand alone.",
            ),
        ),
    ),
    Question(
        "decisions.1",
        "How are the larger decisions made?",
        "",
        (
            Answer(
                "frame",
                "Within a frame that is agreed and written",
                (2, 1, 1, 1),
                "Decisions follow a written frame, so either can take them the same way.",
            ),
            Answer(
                "talk",
                "After talking it through with others",
                (1, 1, 1, 1),
                "Decisions are talked through, and two can prepare them better than one.",
            ),
            Answer(
                "person",
                "By the judgement of one person, on the spot",
                (-2, 0, -1, -1),
                "Decisions rest on one person’s judgement on the spot.",
                "Write down what may be decided alone, what waits for both, and what goes to the"
                " line manager.",
            ),
        ),
    ),
    Question(
        "pace.1",
        "How fast does the work turn?",
        "",
        (
            Answer(
                "weeks",
                "Most things take weeks",
                (1, 1, 1, 1),
                "Most things take weeks, so little is lost at a changeover.",
            ),
            Answer(
                "days",
                "Most things take days",
                (1, 0, 1, 0),
                "Things take days: a handover twice a week keeps up with them.",
            ),
            Answer(
                "hours",
                "Most things turn within hours",
                (-1, -1, 0, -1),
                "Things turn within hours, so each changeover hands over something that is moving.",
                "Give the two a changeover at a quiet hour, and a list that both can see.",
            ),
        ),
    ),
    Question(
        "written.1",
        "How much of what happens is written down?",
        "",
        (
            Answer(
                "most",
                "Most of it",
                (2, 1, 1, 1),
                "Most things are written down, and the other can read them.",
            ),
            Answer(
                "some",
                "The important things",
                (1, 1, 1, 0),
                "The important things are written down.",
            ),
            Answer(
                "little",
                "Little, it lives in people’s heads",
                (-2, 0, -1, -1),
                "Little is written down, and the other would have to ask.",
                "Begin one shared inbox and one list of open matters now, before the post is"
                " filled.",
            ),
        ),
    ),
)
