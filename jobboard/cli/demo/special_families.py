"""Kinds of work that need words of their own, and all kinds by name."""

from __future__ import annotations

from dataclasses import replace

from jobboard.cli.demo import families
from jobboard.cli.demo import more_families as more
from jobboard.cli.demo.shapes import Family

TEAM_PEOPLE = replace(families.PEOPLE, joint=("The workforce plan", "Fair treatment in every team"))
TRUST_TEACHING = replace(
    more.TEACHING,
    first_year=(
        "You would begin by asking each school what it would rather not show you, and come back in"
        " the second term with help instead of a report. By summer we want two schools to be"
        " teaching the others.",
    ),
    joint=("The improvement plan of the trust", "Judgements about a school in difficulty"),
)
SAFETY = Family(
    first_year=(
        "In your first year families would hear from us before they have to ask, investigations"
        " would be read by the teams they are about, and one kind of harm would happen less often"
        " because of something you changed.",
    ),
    joint=("Decisions to investigate, and to say sorry", "The safety report to the board"),
    duties=(
        "Investigations and learning reviews",
        "Work with patients and families",
        "Training in safety methods",
        "Medicines and equipment",
        "Data on harm",
    ),
    criteria=(
        "Has led safety or quality work in a service with many sites",
        "Finds out what happened without asking whose fault it was",
        "Each of you can sit with a family on the worst day",
        "Turns findings into a change that lasts",
    ),
    brings=(
        "clinical registration held by at least one of you",
        "an investigation that changed something",
        "plain writing",
    ),
)
PLACE = Family(
    first_year=(
        "In your first year one scheme that has waited too long would start, one that should never"
        " have been promised would stop, and each town would know which list it is on.",
    ),
    joint=("The investment programme", "Public commitments"),
    duties=(
        "Schemes and business cases",
        "Partnership with towns and developers",
        "Contracts and works on site",
        "Consultation",
        "Grants and assurance",
        "The team and its skills",
    ),
    criteria=(
        "Has taken a public scheme from idea to opening day",
        "Tells people early what cannot be done",
        "Each of you can chair a difficult meeting in a village hall",
        "Understands how public and private money mix",
    ),
    brings=(
        "schemes delivered, with their original budget beside the final one",
        "good relations with contractors and with objectors",
        "cover for storms and other surprises",
    ),
)
CARE = Family(
    first_year=(
        "In your first year caseloads would come down, managers would stay and the people we serve"
        " would meet the same faces twice. Nothing in the plan matters more than those three.",
    ),
    joint=("Decisions about serious risk", "Learning when something has gone wrong"),
    duties=(
        "Safeguarding practice",
        "Managers and supervision",
        "Budget and placements",
        "Partners in health, schools and police",
        "Out-of-hours cover",
        "Voice of the people we serve",
        "Inspection",
    ),
    criteria=(
        "Has led social care or supported housing at this level",
        "Holds risk calmly and writes it down",
        "Each of you can take over a case conversation without asking for it again",
        "Keeps good people in hard work",
        "Listens to those who use the service and shows what changed",
    ),
    brings=(
        "professional registration where the law asks for it",
        "a way of handing over risk that you have used",
        "humour, kept for the right moment",
    ),
)
MEMBERS = Family(
    first_year=(
        "In your first year you would meet members in thirty branches, settle what we are for that"
        " a larger bank is not, and bring a plan that the risk committee can say yes to.",
    ),
    joint=("The plan and its risk appetite", "Fair outcomes for members"),
    duties=(
        "Policy and pricing",
        "Branches and contact centres",
        "Underwriting and decisions",
        "Complaints and vulnerable members",
        "Digital service",
        "Leadership of the team",
    ),
    criteria=(
        "Has run lending, savings or service in a regulated firm",
        "Decides by judgement and can show the rule behind it",
        "Each of you is fit and proper in the regulator's sense",
        "Has improved service and cost in the same year",
    ),
    brings=(
        "regulatory references for both of you",
        "one set of decisions, whoever is in",
        "affection for a counter and a queue",
    ),
)
STRATEGY = Family(
    first_year=(
        "In your first year there would be options that the public can picture, a preferred one"
        " that clinicians can defend and a timetable that survives an election.",
    ),
    joint=("Advice to the board on options",),
    duties=(
        "Public involvement",
        "Planning and modelling",
        "Partners and regulators",
        "The annual plan",
        "Bids for capital",
    ),
    criteria=(
        "Has led a contested change with the public in the room",
        "Writes so that a patient and an accountant both follow",
        "Each of you can present the other's half",
        "Uses numbers with care",
    ),
    brings=("a strategy that was carried out", "patience with old arguments", "a clear pen"),
)
COMMUNITY = Family(
    first_year=(
        "In your first year three branches would open longer with partners, one would move, and"
        " nobody would read about either in the newspaper first.",
    ),
    joint=("The plan for every branch",),
    duties=(
        "Branches and opening hours",
        "Events and learning",
        "Museums and collections",
        "Volunteers",
        "Income and partners",
    ),
    criteria=(
        "Has led libraries, museums or community services",
        "Finds partners who pay their share",
        "Each of you is at home in a public meeting",
        "Counts more than loans",
    ),
    brings=("a service that more people used", "diplomacy", "a fondness for vans"),
)
FAMILIES = {
    "people": families.PEOPLE,
    "finance": families.FINANCE,
    "operations": families.OPERATIONS,
    "policy": families.POLICY,
    "digital": families.DIGITAL,
    "teaching": more.TEACHING,
    "university": more.UNIVERSITY,
    "giving": more.GIVING,
    "homes": more.HOMES,
    "trade": more.TRADE,
    "culture": more.CULTURE,
    "networks": more.NETWORKS,
    "governance": more.GOVERNANCE,
    "team_people": TEAM_PEOPLE,
    "trust_teaching": TRUST_TEACHING,
    "safety": SAFETY,
    "place": PLACE,
    "care": CARE,
    "members": MEMBERS,
    "strategy": STRATEGY,
    "community": COMMUNITY,
}
