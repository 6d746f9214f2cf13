"""Seven pairs who lead people functions: the ones Northmoor hears from."""

from __future__ import annotations

from jobboard.cli.demo.records_people import RECORDS
from jobboard.cli.demo.shapes import Pair, document, meeting, note, voice
from jobboard.partnerships.domain import Acceptance
from jobboard.planning.share_types import ShareType

PEOPLE_PAIRS = (
    Pair(
        "okafor-marsh",
        "nadia",
        "helen",
        ShareType.HYBRID,
        "We have rebuilt two people functions together, each of them in an organisation that had"
        " stopped expecting much of the one it had. Nadia learned her trade across the table from"
        " unions and knows when a silence means yes. Helen was a district nurse for nine years and"
        " still reads a rota the way other people read a face.",
        "What you get is one post held twice. Decisions are taken by whoever is in, by rules we"
        " wrote down in our first month and have changed four times since. We disagree in private,"
        " on the same day, and the answer then belongs to both of us. In six years no manager has"
        " had to choose which of us to ask.",
        (
            meeting("Wednesday, 1pm", 60, "Lunch in the building: open decisions, people at risk."),
            note("Each day by 6pm", 10, "One shared note, ten lines: done, promised, worrying."),
            voice("Friday, 4pm", 5, "Helen closes the week so that Nadia starts Monday at a run."),
            meeting("Once a term", 120, "The partnership itself, with our coach."),
        ),
        "Whoever is in decides and tells the other the same day. For a serious incident either of"
        " us may ring the other at any hour; it has happened five times in six years.",
        "We swap days with a week's notice and never more than twice a month. We do not take the"
        " same fortnight of leave in school holidays, so somebody who can decide is always here.",
        RECORDS["okafor-marsh"],
        formed=410,
    ),
    Pair(
        "keane-diallo",
        "siobhan.keane",
        "amara.diallo",
        ShareType.TWIN,
        "We met when our departments were merged and each of us was asked to write the plan for"
        " the other's team. We wrote one plan instead, and have held one post ever since. Siobhán"
        " thinks in structures and in who is missing from the room; Amara thinks in cases, systems"
        " and what it takes to get somebody paid on the right day.",
        "We share everything: one mailbox, one set of objectives, one appraisal with both of us"
        " present. The overlap day is for decisions and for nothing else. Staff say that they"
        " prefer it to one director, mostly because a question asked on Tuesday is answered on"
        " Thursday by somebody who already knows the story.",
        (
            meeting(
                "Wednesday, all morning", 120, "The week's decisions, with the chief of staff."
            ),
            document("At each handover", 20, "Decision log: what, why, who needs to hear."),
            voice("Monday, 8am", 10, "What the papers say and what the week will ask."),
        ),
        "The one on duty acts alone up to any commitment under £100,000 or one person's job. Beyond"
        " that we ring, and the answer comes within two hours.",
        "The plan is fixed for a term at a time. Bank holidays move the Wednesday to a Tuesday, and"
        " we publish the calendar each January.",
        RECORDS["keane-diallo"],
        formed=300,
    ),
    Pair(
        "ellison-ncube",
        "margaret.ellison",
        "thandiwe.ncube",
        ShareType.HYBRID,
        "Margaret has staffed community and mental health services for twenty years; Thandiwe led"
        " wards and then the people who run them. For two years we have shared the workforce post"
        " of a mental health trust and cut its vacancy rate by a third, chiefly by asking leavers"
        " what would have kept them.",
        "Margaret leads on supply: rotas, recruitment from abroad, doctors. Thandiwe leads on"
        " staying: preceptorship, careers, the first ninety days. Everything that touches fairness"
        " we do together. Our handover is written for a third reader, so that the deputy could run"
        " the department from it, and twice she has.",
        (
            note("Wednesday, noon", 30, "Handover in five headings, copied to our deputy."),
            voice("Wednesday, 12.30pm", 20, "What a note cannot say."),
            meeting("Monthly", 90, "Figures, worries, and one thing to stop."),
        ),
        "Staffing below the safe line goes to both phones at once. The first to answer leads and"
        " says so in the thread.",
        "We cover each other's leave in full weeks and plan it a year ahead with the rota team.",
        RECORDS["ellison-ncube"],
        formed=220,
    ),
    Pair(
        "ferreira-prentice",
        "lucia.ferreira",
        "joanna.prentice",
        ShareType.ISLANDS,
        "We are a new pair and would rather say so at once. We worked side by side on a restructure"
        " that went well, mainly because each of us kept noticing what the other had not. Lucía"
        " changes how people work; Joanna knows what they cost and what they are worth.",
        "We would lead on different areas and back each other up in all of them. We have tested the"
        " arrangement on paper with your week and with three hard cases that former directors were"
        " kind enough to lend us. A coach meets us every six weeks for the first year, at our own"
        " expense.",
        (
            meeting("Wednesday, 12pm", 45, "Each other's areas, item by item."),
            document("Friday, 3pm", 20, "Shared board of work: moved, stuck, waiting."),
        ),
        "If it is in my area I will be rung; if I do not answer within the hour the other decides"
        " and I live with it.",
        "For the first six months we keep the plan exactly as written, then review it with you.",
        RECORDS["ferreira-prentice"],
        acceptance=Acceptance.EITHER,
        formed=75,
    ),
    Pair(
        "pugh-llywelyn",
        "rhian.pugh",
        "catrin.llywelyn",
        ShareType.TWIN,
        "Eleven years and three posts in, we no longer remember whose idea was whose. Rhian has"
        " closed two equal pay programmes without a strike. Catrin has put nine hundred managers"
        " through a leadership course that they ask their colleagues to take. Both of us have"
        " merged teams that did not like each other and left them better friends.",
        "We offer steadiness. The week has one seam, on Wednesday, and two people who have sewn it"
        " five hundred times. You would appoint both of us or neither: not out of principle, but"
        " because we know what we are like apart.",
        (
            meeting("Wednesday, all day", 120, "Joint meetings, then an hour for us alone."),
            voice("Sunday, 6pm", 10, "Only if the week needs it; mostly it does not."),
            document("Always open", 15, "One notebook, in Welsh and English, as it comes."),
        ),
        "The person on duty is the director, full stop. The other hears of it at the next seam.",
        "One of us is always in between Christmas and New Year. All else can move with a month's"
        " notice.",
        RECORDS["pugh-llywelyn"],
        formed=440,
        name="Rhian Pugh a Catrin Llywelyn",
    ),
    Pair(
        "raghunathan-hallam",
        "meera.raghunathan",
        "beth.hallam",
        ShareType.DEVELOPMENTAL,
        "One of us has done this before and one of us is about to. Meera has sat on two executive"
        " teams and built staff networks that changed policy rather than posters. Beth has been the"
        " business partner whom managers ask for by name, and has run the absence and early careers"
        " programmes of a large hospital for four years.",
        "We work as a developmental pair with an end in sight: Beth takes the lead on a third of"
        " the duties now, half within a year, and all of them when Meera retires in about four."
        " You gain a succession plan on the day you appoint us. We review the balance every"
        " quarter and would share that review with you.",
        (
            meeting("Wednesday, 1pm", 60, "Beth brings the agenda; Meera brings questions."),
            voice("Tuesday and Thursday, 5pm", 10, "What I would have done, and what I did."),
            note("Friday, noon", 20, "Week note, sent to our chief executive as well."),
        ),
        "Beth may always ring Meera. In return Meera never reopens a decision that Beth has taken.",
        "We add a half-day of overlap in the first three months, and drop it when it bores us.",
        RECORDS["raghunathan-hallam"],
        formed=160,
    ),
    Pair(
        "kertesz-crane",
        "zsofia.kertesz",
        "philippa.crane",
        ShareType.ISLANDS,
        "Zsófia delivers the things people departments promise: payroll that works, a system that"
        " opens, a programme that ends. Philippa is an organisational psychologist who has spent"
        " her life finding out why teams come apart. Apart we are each half of what you asked for."
        " For three years, in one shared post, we have been the whole of it.",
        "Our areas are separate and our accountability is not. Zsófia answers for systems, money"
        " and delivery; Philippa for leadership, culture and conflict. Either of us can speak for"
        " both areas at board, and we rehearse that once a month by swapping.",
        (
            document(
                "Tuesday and Thursday, 5pm", 15, "Risks and promises, in one shared register."
            ),
            meeting("Thursday, 9am", 60, "Each area questioned by the other."),
        ),
        "Systems down or pay wrong: Zsófia, any day. People in distress: Philippa, any day. If"
        " either is out of reach the other acts.",
        "Payroll week is Zsófia's whatever the calendar says; we trade the days back the week"
        " after.",
        RECORDS["kertesz-crane"],
        formed=395,
    ),
)
