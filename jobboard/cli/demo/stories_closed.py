"""Applications for Northmoor's post that has closed; their propositions stand alone."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Step, Story

ROLE = "northmoor-development"
DAY = 24
CLOSED = (
    Story(
        "okafor-marsh",
        ROLE,
        "Three mergers in nine years leave marks that no organisation chart shows. In our own"
        " trust we found them by accident: two teams in one building with two kettles and two sets"
        " of minutes. We began there. Within a year they had one rota, one budget and, without"
        " being asked, one kettle.\n\nWe would like to do the same at Northmoor, on purpose and"
        " forty times. Nadia would lead where trust is low and there is something to negotiate:"
        " pay bands left over from the old organisations, the consultation that everybody expects."
        " Helen would lead with clinical teams, who will give her an hour because she will have"
        " spent a morning with them first. The board's own development we would do together; it is"
        " the one group that must see two people agree and disagree well.\n\nWe have held one post"
        " for six years. Staff stopped asking which of us is in; they ask what we think, and they"
        " get one answer. We would offer you three years, a plan that fits on two pages and a"
        " promise that each locality will have met us both before the first snow.",
        "aaaaxxbbbb/aaaabxbbbb",
        "jjabee",
        started=26 * DAY,
        signed=(18 * DAY + 5, 18 * DAY + 2),
        alone=True,
        steps=(
            Step("start_reading", 12 * DAY, by="recruiter"),
            Step(
                "shortlist",
                3 * DAY + 4,
                by="recruiter",
                note="Strongest on what happens after a merger; the two kettles are worth a"
                " question. Six years together, no gap in the week. Ask Helen how they divided the"
                " board work last time, and Nadia about the leftover bands.",
            ),
        ),
    ),
    Story(
        "keane-diallo",
        ROLE,
        "We would begin with the words. In the department we merged, one side said colleagues and"
        " the other said staff, and each thought the other cold. It took us a month to hear it and"
        " a year to mend it. Organisational development is mostly that: listening long enough to"
        " hear what people are really telling each other, then changing a meeting, a form or a job"
        " so that they no longer have to.\n\nSiobhán would design the programme and lead the work"
        " with directors. Amara would lead the part that is usually forgotten: the systems and the"
        " casework through which most people meet an organisation. We have learned to measure"
        " little and to publish all of it.\n\nWe hold our post as twins. There is one mailbox and"
        " one set of objectives, and Wednesday is for decisions. For a trust spread over forty"
        " bases this has a practical use: one of us can be in Otterby while the other is in the"
        " boardroom, and neither of those rooms feels second best. We can start in eight weeks.",
        "aaaaxxbbbb/aaaaaxbbbb",
        "jjeaeb",
        started=30 * DAY,
        signed=(20 * DAY, 19.8 * DAY),
        alone=True,
        steps=(
            Step("shortlist", 6 * DAY, by="recruiter"),
            Step(
                "interview",
                4 * DAY,
                by="employer",
                note="First choice of two on paper. Ruth to"
                " chair; ask for their decision log, with names removed.",
            ),
        ),
    ),
    Story(
        "ellison-ncube",
        ROLE,
        "We come to organisational development from the rota, which we think is the right way in."
        " If a team cannot plan its own fortnight it will not plan its own future. In the trust"
        " where we share a post we asked ninety leavers one question, changed three things because"
        " of it and kept forty-one people who had already drafted their letters.\n\nAt Northmoor we"
        " would start with the teams that have merged most often and believe in it least. Margaret"
        " knows how their hours work; Thandiwe knows how their first year felt. We would bring"
        " leaders together by locality, not by profession, and give each locality one promise to"
        " keep to its neighbours.\n\nOur split puts Margaret at the start of the week and Thandiwe"
        " at the end, with all of Wednesday as the time when you can have both. We"
        " write our handover for a third reader, so that nothing depends on memory. Two days of"
        " coaching each year keep us honest with one another, and we pay for them ourselves.",
        "aaaaxxbbbb/aaaaxxbbbb",
        "jjbbae",
        started=28 * DAY,
        signed=(16 * DAY, 15.9 * DAY),
        alone=True,
        steps=(
            Step("start_reading", 11 * DAY, by="recruiter"),
            Step(
                "not_select",
                5 * DAY,
                by="recruiter",
                reason="criteria",
                words="Your work on the first ninety days stood out and three of us copied it"
                " down. For this post the panel needed more experience of developing a"
                " board, which the others could show in full. Please look at our Director of"
                " People and Culture role, where what you do is closer to the centre.",
            ),
        ),
    ),
    Story(
        "ferreira-prentice",
        ROLE,
        "Joanna was the person with the spreadsheet and Lucía the person with the biscuits; after"
        " nine months and six hundred moves we had swapped. That is the short history of how we"
        " came to apply for things together.\n\nYour programme needs somebody who has closed the"
        " old structures as well as opened the new. We have: job by job, with both unions in the"
        " room, and a help desk that we staffed ourselves on the worst two Fridays. Lucía would"
        " lead on engagement and on the work with team leaders. Joanna would lead on design, on"
        " what posts are worth and on evidence that the programme is doing anything at all.\n\nWe"
        " have not shared a post before and we know what you will ask. So we wrote the handover"
        " before we wrote this letter, tried it for a month on our present jobs and found two holes"
        " in it. It is enclosed with the holes mended. If the panel would rather appoint one of us,"
        " we have agreed that it may ask.",
        "aaaaxxbbbb/aaaaxxbbbb",
        "jjabab",
        started=25 * DAY,
        signed=(14 * DAY, 13 * DAY),
        alone=True,
        steps=(
            Step("start_reading", 11 * DAY, by="recruiter"),
            Step("longlist", 6 * DAY, by="recruiter", note="New pair, unusually honest about it."),
        ),
    ),
    Story(
        "pugh-llywelyn",
        ROLE,
        "We have never believed in programmes. We believe in leaders who meet regularly, tell each"
        " other the truth and are given something difficult to do together. Our course in Dyffryn"
        " began with eleven people in a chapel hall; nine hundred have now been through it, and"
        " the council no longer advertises most of its senior posts, because it does not need"
        " to.\n\nFor Northmoor we would build the same thing from your own materials. Catrin would"
        " lead it, with your clinicians as teachers. Rhian would take what the course throws up,"
        " which is always structure: a tier too many, two teams with one purpose, a manager with"
        " thirty reports and no desk. We would present to your board once a quarter, both of us,"
        " in twenty minutes.\n\nEleven years as a pair have taught us to be brief. We cover the"
        " whole week and meet on Wednesdays. We have had three chief executives, and each has"
        " given us permission to put you in touch with them. If you wish to know what we are like"
        " when it goes badly, ask the second.",
        "aaaaxxbbbb/aaaaxxbbbb",
        "jjeeje",
        started=33 * DAY,
        signed=(24 * DAY, 23.5 * DAY),
        alone=True,
        steps=(
            Step("shortlist", 8 * DAY, by="employer"),
            Step("interview", 6 * DAY, by="recruiter"),
            Step(
                "reserve",
                2 * DAY,
                by="employer",
                note="Excellent, and they also want the director post. Hold until that panel meets;"
                " told them so by telephone, both on the line.",
            ),
        ),
    ),
    Story(
        "raghunathan-hallam",
        ROLE,
        "Ask who is missing from the photograph. Meera has asked it of two executive teams, and"
        " Beth of every appraisal round she has run, and the answer has usually been the people"
        " whose work starts before the meeting does. At Northmoor that would be the night nurses,"
        " the healthcare assistants and whoever drives the van.\n\nWe would build your development"
        " work outwards from them. A third of each course would be reserved for people who have"
        " never been sent on one. Managers would be coached in pairs, as we are, because it is"
        " harder to pretend in front of a colleague. Beth would run the programme day by day;"
        " Meera would hold the board to what it promised, and be replaced by Beth within the life"
        " of the funding.\n\nWe have shared a post for nine months. It was a trial, and our trust"
        " made it permanent at the second review, which we can show you. What you would be buying"
        " is one experienced director, one who will be, and the habit of asking each other why.",
        "aaaaxxbbbb/aaaaxxbbbb",
        "jjabeb",
        started=24 * DAY,
        signed=(13 * DAY, 12.5 * DAY),
        alone=True,
        steps=(
            Step("start_reading", 11 * DAY, by="recruiter"),
            Step(
                "not_select",
                4.5 * DAY,
                by="employer",
                reason="stronger_pair",
                words="We liked the idea of a pair with succession built in and discussed it for"
                " longer than any other. Two applications had led a programme of this size"
                " before, and that decided it. Your question about the photograph will be"
                " used, with thanks.",
            ),
        ),
    ),
    Story(
        "kertesz-crane",
        ROLE,
        "Most development programmes fail in month seven, when the first enthusiasm has gone and"
        " the first results have not come. Zsófia has brought three large programmes past month"
        " seven. Philippa has studied why the others stop. We would plan yours backwards from"
        " there.\n\nThe areas are clear. Zsófia would own the plan, the money and the three dates"
        " that matter. Philippa would own the method: short cycles, one team at a time, with a"
        " diagnosis that the team itself agrees to before anybody proposes a cure. Each of us can"
        " speak for the whole at any table, and once a month we change chairs to prove it.\n\nWe"
        " would not begin with the board, although you suggest it. We would begin with two teams"
        " that would like to be first, and invite the board to watch. Executives learn quickest"
        " when they are slightly behind. Our week is covered in full, with a long Wednesday"
        " together, and for three years our partnership has been examined by people far less"
        " friendly than a panel.",
        "aaaaxxbbbb/aaaaxxbbbb",
        "jjbbaa",
        started=29 * DAY,
        signed=(17 * DAY, 16.7 * DAY),
        alone=True,
        steps=(Step("start_reading", 11 * DAY, by="recruiter"),),
        withdrawn=7 * DAY,
    ),
    Story(
        "haddad-whitlock",
        ROLE,
        "Policy is organisational development with worse biscuits. For seven years we have moved"
        " large bodies of people who were free to say no: departments, regulators, unions, a"
        " minister who changed his mind in a lift. What worked was seldom authority. It was knowing"
        " each party's real difficulty and arriving with half of the answer.\n\nNorthmoor's real"
        " difficulty, as we read your board papers, is that three legacy trusts still decide in"
        " three ways. We would map how ten ordinary decisions are taken, from a locum to a lease,"
        " show the map to the people on it and redraw it with them. Yasmin would lead where terms"
        " and conditions are at stake. Caroline would lead on design and on the board's own"
        " routines.\n\nWe give one opinion from one address. Our split is even, and we are both"
        " present on Wednesday, when your executive meets. We have never worked in the health"
        " service and would need a frank deputy; in return you would have two people who have never"
        " yet left a reform half done.",
        "aaaaxxbbbb/aaaaxxbbbb",
        "jjaebb",
        started=27 * DAY,
        signed=(19 * DAY, 18.6 * DAY),
        alone=True,
        steps=(
            Step("start_reading", 11 * DAY, by="recruiter"),
            Step("shortlist", 7 * DAY, by="recruiter"),
            Step("interview", 4 * DAY, by="employer", note="Outsiders with the best diagnosis."),
        ),
    ),
)
