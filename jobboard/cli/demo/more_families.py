"""The other kinds of work: schools, universities, giving, homes, trade, culture, networks, law."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Family

TEACHING = Family(
    first_year=(
        "In your first year you would know every family's name by half term, settle a curriculum"
        " that the last three reviews left open, and keep the staff who are thinking of leaving.",
        "Results are level; attendance is not. You would spend the first term in classrooms and on"
        " doorsteps, and bring a plan to governors in the second.",
    ),
    joint=("Safeguarding", "Standards and the improvement plan"),
    duties=(
        "Teaching and curriculum",
        "Pastoral care and behaviour",
        "Special educational needs",
        "Staffing and appraisal",
        "Parents and the community",
        "Budget and premises",
    ),
    criteria=(
        "Qualified teachers with substantial leadership experience",
        "Has improved outcomes and kept the staff who did it",
        "Children and parents meet one school, whoever is at the gate",
        "Takes safeguarding decisions together and records them",
        "Knows how to close a gap for the children who arrive behind",
    ),
    brings=(
        "headship or deputy headship between you",
        "a plan for the gate, the assembly and the Friday letter",
        "references who have worked with both of you",
    ),
)
UNIVERSITY = Family(
    first_year=(
        "The first year is about trust: between faculties and the centre, and between the timetable"
        " and the students who live by it. You would publish what you will not do.",
        "You would bring six services under one roof and one telephone number, and do it between"
        " one September and the next without an inspection noticing the join.",
    ),
    joint=("Advice to the university executive", "The student experience plan"),
    duties=(
        "Student services",
        "Planning and regulatory returns",
        "Research support and contracts",
        "Academic quality",
        "Estates and timetabling",
        "Team leadership and budgets",
    ),
    criteria=(
        "Senior leadership in higher education or something as argumentative",
        "Has merged teams without losing what each was proud of",
        "Writes plainly for regulators and for students",
        "Holds a position in committee for one another",
    ),
    brings=(
        "experience of complex governance",
        "evidence of services that students say improved",
        "a calendar that covers confirmation week and graduation",
    ),
)
GIVING = Family(
    first_year=(
        "Income grew by six per cent last year and the need by fifteen. You would choose two of"
        " our five ways of raising money to invest in, and say goodbye to one.",
        "Your first year should end with donors who know what happened, campaigners who know what"
        " comes next and a press office that is not surprised.",
    ),
    joint=("Strategy and the executive seat", "What we will not accept money for"),
    duties=(
        "Major gifts and trusts",
        "Individual giving and legacies",
        "Campaigns and public affairs",
        "Press and brand",
        "Volunteers",
        "Data and supporter care",
    ),
    criteria=(
        "Has grown income or reach and can show the line",
        "Treats people with experience of homelessness as colleagues",
        "Asks for money with grace",
        "Tells the same story on different days",
    ),
    brings=(
        "leadership in a charity or another place with a cause",
        "contacts that come with both of you, not one",
        "judgement on difficult gifts",
    ),
)
HOMES = Family(
    first_year=(
        "You would get repairs to a point where tenants stop photographing them, finish the damp"
        " programme and agree with the board which homes to keep.",
        "Three estates, three promises made before you came. You would keep two and renegotiate"
        " one, in a room with the people who were promised.",
    ),
    joint=("Safety of homes and the duty to say so", "The promise to tenants"),
    duties=(
        "Repairs and maintenance",
        "Neighbourhood management",
        "Development and regeneration",
        "Retrofit and energy",
        "Complaints and tenant voice",
        "Contractors",
    ),
    criteria=(
        "Has led housing, property or neighbourhood services",
        "Listens to tenants and changes something",
        "Manages contractors by what tenants see",
        "Knows building safety law and where it bites",
        "One of you is always reachable when a building is not safe",
    ),
    brings=(
        "responsibility for homes at scale",
        "an example of bad news given early",
        "cover for emergencies that does not depend on luck",
    ),
)
TRADE = Family(
    first_year=(
        "The first peak season tells you most of what you need. Before it you would settle the"
        " range and the staffing; after it you would tell the partners what you got wrong.",
        "You would bring shops and website under one margin, one calendar and one idea of who our"
        " customers are becoming.",
    ),
    joint=("The trading plan", "Report to the partners' council"),
    duties=(
        "Shops and regional managers",
        "Range and buying",
        "Online trade",
        "Stock and warehouse",
        "Customer service",
        "Training and careers in shops",
    ),
    criteria=(
        "Has run trade across many sites",
        "Decides quickly in peak and explains it later",
        "Grows margin without thinning the service",
        "Two people, one set of instructions to the shops",
    ),
    brings=(
        "profit responsibility, held by either or both",
        "an eye for the shop floor",
        "weeks arranged around trade, not around you",
    ),
)
CULTURE = Family(
    first_year=(
        "The first season is already booked; the second is blank and yours. Between the two there"
        " is a roof to finish and a touring fund to win.",
        "You would programme for the town and for the places we tour to, and stop apologising to"
        " either of them.",
    ),
    joint=("The artistic and financial plan", "The relationship with funders"),
    duties=(
        "Programme and commissions",
        "Touring and co-productions",
        "Audiences and box office",
        "Fundraising",
        "Learning and community",
        "Buildings and production",
    ),
    criteria=(
        "Has produced or curated work that travelled",
        "Balances a budget that nobody believed in",
        "Artists ring back when either of you calls",
        "Brings new audiences in and keeps the old ones",
    ),
    brings=(
        "leadership in a producing house, gallery or festival",
        "a shared taste, and the places where it differs",
        "evenings and weekends divided fairly between you",
    ),
)
NETWORKS = Family(
    first_year=(
        "The price control is settled, so the arguments are now about delivery. You would release"
        " forty schemes in year one and say early which will slip.",
    ),
    joint=("Safety of people and public", "The investment plan"),
    duties=(
        "Design and engineering standards",
        "Programme delivery",
        "Regulation and reporting",
        "Supply chain",
        "Connections for customers",
        "Skills and apprenticeships",
    ),
    criteria=(
        "Has delivered engineering programmes of £50m or more",
        "Chartered engineers, or one of you and a sound reason",
        "Stops a job when it is not safe",
        "Gives regulators a straight answer",
    ),
    brings=(
        "asset or network experience between you",
        "safety leadership that crews recognise",
        "one inbox for decisions on site",
    ),
)
GOVERNANCE = Family(
    first_year=(
        "You would review how decisions are made here, publish what you find and halve the number"
        " of papers without halving the thought.",
        "There is a backlog of opinions, a regulator with patience and a committee without. Your"
        " first year is about the order in which you answer them.",
    ),
    joint=("Statutory advice", "Conflicts of interest"),
    duties=(
        "Committees and the decision record",
        "Risk and assurance",
        "Information rights",
        "Regulatory matters",
        "Legal team and external counsel",
        "Elections and appointments",
    ),
    criteria=(
        "Qualified lawyers or governance professionals",
        "Gives the same advice on Monday and on Thursday",
        "Says no early enough to be useful",
        "Makes a complicated record short",
    ),
    brings=(
        "statutory or regulatory responsibility",
        "a shared file that either of you can pick up cold",
        "tact with elected and appointed people",
    ),
)
