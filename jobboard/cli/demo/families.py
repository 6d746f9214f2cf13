"""What adverts of one kind of work have in common: people, money, operations, policy, digital."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Family

PEOPLE = Family(
    first_year=(
        "In your first year you would settle the workforce plan with finance, bring agency spend"
        " down without bringing tempers up, and make sure that managers hear the truth from you"
        " before they read it.",
        "You inherit a capable team, a people system that nobody loves and a staff survey that is"
        " better than it was. By next autumn we want fewer formal cases, because more of them were"
        " settled in the corridor.",
        "Expect a first quarter of listening and a second of choosing. There are eleven people"
        " projects running here and money for five.",
    ),
    joint=(
        "The board seat and the vote that goes with it",
        "The workforce plan",
        "Standing up for fair treatment, in public and in private",
    ),
    duties=(
        "Pay and union negotiations",
        "Leadership development",
        "Recruitment and retention",
        "The people systems replacement",
        "Employee relations casework",
        "Staff networks and inclusion",
        "Health, safety and wellbeing",
    ),
    criteria=(
        "Has led a people function through a change that staff did not ask for",
        "Negotiates well when trust is low",
        "Speaks with one voice and disagrees well in private",
        "Uses workforce data to decide, not to decorate",
        "Chartered with a professional body, or could be",
        "Knows how services in our sector really run",
    ),
    brings=(
        "a record of leading people functions at this scale, held by either of you",
        "experience across a negotiating table",
        "an honest account of how you two disagree",
        "care with numbers and with names",
    ),
)
FINANCE = Family(
    first_year=(
        "Your first year ends with a plan that the auditors can follow and the front line believes."
        " The close takes fourteen days now; eight would change what the board can decide.",
        "You would take the three-year plan from a spreadsheet to something people argue about."
        " We would rather hear an uncomfortable forecast in May than a surprise in February.",
    ),
    joint=("Advice to the audit committee", "The medium-term financial plan"),
    duties=(
        "Month end and statutory accounts",
        "Business partnering with directorates",
        "Treasury and cash",
        "Procurement and contracts",
        "Investment cases and capital",
        "Audit and internal control",
        "The finance team and its development",
    ),
    criteria=(
        "Qualified accountants with current registration",
        "Has closed a gap without closing something that mattered",
        "Explains money to people who fear it",
        "Has run a full budget round from guidance to sign-off",
        "Two signatures, one judgement: consistent advice to a board",
    ),
    brings=(
        "two qualifications, kept up to date",
        "evidence of advice that was unwelcome and right",
        "a way to sign off while one of you is away",
        "patience with inherited systems",
    ),
)
OPERATIONS = Family(
    first_year=(
        "The first winter decides much. You would go into it with a rota that has slack, a"
        " dashboard people trust and one plan for the days when neither is enough.",
        "We measure ourselves by waits, by harm and by how many managers are still here a year"
        " later. Your first year should move all three, if only a little.",
        "There are four service lines with four ways of doing everything. By the end of the year"
        " we want two ways, chosen by the people who use them.",
    ),
    joint=("Performance of the division", "Safety and the response when something goes wrong"),
    duties=(
        "Daily flow and the escalation calls",
        "Waiting times",
        "Winter and resilience planning",
        "Budget of the division",
        "Clinical and professional leads",
        "Contracts with partner organisations",
        "Estates and transport",
        "Improvement projects",
    ),
    criteria=(
        "Has run an operational service through a hard winter, or its equivalent",
        "Keeps calm at seven in the morning and at seven at night",
        "Hands over so that nobody has to say anything twice",
        "Improves a process with the people who work in it",
        "Understands how money moves in our sector",
    ),
    brings=(
        "experience of running services with many sites",
        "a handover routine that already works",
        "a measured improvement, and what it cost",
        "respect from clinical and professional colleagues",
    ),
)
POLICY = Family(
    first_year=(
        "A spending review falls in your first year. You would lead the evidence, write the advice"
        " and sit opposite the people who hold the purse, sometimes on the same afternoon.",
        "There is a bill to prepare, and not much time. You would settle what it is for before"
        " anybody drafts a clause, and bring local leaders in while it can still change.",
        "We want advice that is shorter and visited: nothing goes to ministers on a place that"
        " nobody from the team has been to.",
    ),
    joint=("Advice to ministers", "Leadership of the directorate"),
    duties=(
        "Legislation and the bill team",
        "Evidence and evaluation",
        "Relations with regional and local leaders",
        "The spending review",
        "Parliamentary business",
        "Programme funding and assurance",
        "Workforce and recruitment of the team",
    ),
    criteria=(
        "Gives clear advice on thin evidence and says how thin",
        "Has taken a policy from idea to something that happened",
        "Builds trust with people who have reason to distrust",
        "Leads a team through changes of minister and of mind",
        "Works as one across two diaries",
    ),
    brings=(
        "experience of advising at a senior level",
        "examples of policy that was delivered, and what you would do differently",
        "a shared box routine that private offices can rely on",
    ),
)
DIGITAL = Family(
    first_year=(
        "In the first six months you would stop two projects, which we think we know, and protect"
        " three, which we may have wrong. After that the roadmap is yours.",
        "People should not have to know which system they are in. Your first year takes one"
        " journey from paper to done and shows the cost of the rest.",
    ),
    joint=("The technology roadmap", "Security and the decision to switch something off"),
    duties=(
        "Platforms and infrastructure",
        "Data, analysis and reporting",
        "Product teams and user research",
        "Suppliers and contracts",
        "Accessibility of services",
        "Skills and careers of the profession",
    ),
    criteria=(
        "Has led multi-disciplinary teams in public or regulated services",
        "Can talk to a board about risk without a diagram",
        "Has replaced a system that people depended on",
        "Knows what the data can and cannot say",
        "Shares on-call decisions without sharing confusion",
    ),
    brings=(
        "delivery at scale, and at least one honest failure",
        "complementary depth: one of you nearer to data, one nearer to users, or the reverse",
        "a written way of deciding when the other is out",
    ),
)
