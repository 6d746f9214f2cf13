"""Twelve employers. None of them exists."""

from __future__ import annotations

from jobboard.cli.demo.shapes import Employer

EMPLOYERS = (
    Employer(
        "northmoor",
        "Northmoor Community Health Trust",
        "health",
        "employer",
        "https://northmoor.example",
        "37.5",
        "Leeds",
        "Community nursing, therapies and school health for 640,000 people across the moor and the"
        " towns below it. We run from forty small bases and no hospital, so most of our 4,300"
        " people meet their managers on a doorstep or a screen. Our chief executive has managed a"
        " shared post before and would gladly do it again.",
        (
            "We look after people at home, in school and in forty small clinics across Northmoor."
            " There is no hospital to hide behind: what we do well or badly happens in somebody's"
            " kitchen.",
            "Northmoor is a community trust of 4,300 people. Our nurses drive two million miles a"
            " year, and most of what matters here is decided a long way from the boardroom.",
            "Community services are where the health system keeps its promises. We are a trust"
            " rated good, with a waiting list that is not, and a board that says so in public.",
        ),
        ("recruiter",),
    ),
    Employer(
        "esk",
        "Esk and Tarn Hospitals",
        "health",
        "agnieszka.hobb",
        "https://eskandtarn.example",
        "37.5",
        "Kendal",
        "Two general hospitals and a birth centre between the lakes and the coast. We are rural, we"
        " are honest about what that costs, and we keep senior people by letting them have a life.",
        (
            "Two hospitals, ninety minutes apart by a road that closes in snow: that is the whole"
            " of our strategy problem in one sentence.",
            "Esk and Tarn serves 310,000 people, a third of them over sixty-five, from two"
            " hospitals that were each built for a different century.",
        ),
    ),
    Employer(
        "wexcombe",
        "Wexcombe County Council",
        "local_government",
        "gareth.penhallow",
        "https://wexcombe.example",
        "37",
        "Wexcombe",
        "A county of market towns and a long coast, with 560,000 residents and a council that has"
        " balanced its books five years running. One in nine of our senior managers shares a post.",
        (
            "Wexcombe is a county of nine market towns, one cathedral and four hundred miles of"
            " lanes. Residents here write to us by hand, and they expect an answer.",
            "We are a county council with a balanced budget and no wish to boast about it. The next"
            " three years are harder than the last five.",
            "One in nine senior managers at Wexcombe shares a post. We began with two planners in"
            " a corridor; we now treat it as the ordinary way to keep good people.",
        ),
    ),
    Employer(
        "opr",
        "Office for Place and Regions",
        "central_government",
        "imogen.tarrant",
        "https://place-and-regions.example",
        "37",
        "Sheffield",
        "A department that gives money and powers to places, and is judged by what places then do."
        " Eleven hundred civil servants in Sheffield, Darlington and London.",
        (
            "The Office for Place and Regions passes money and powers to towns and counties, then"
            " has the harder task of leaving them alone.",
            "We are eleven hundred civil servants in Sheffield, Darlington and London. Ministers"
            " ask us what will work in Grimsby; we try to have been there first.",
            "Every settlement between government and a region crosses our desks. The numbers are"
            " large, the evidence is thin, and the people affected are real.",
        ),
    ),
    Employer(
        "aldermere",
        "Aldermere Learning Trust",
        "education",
        "desmond.achebe-lyle",
        "https://aldermere.example",
        "37",
        "Nottingham",
        "Fourteen primary and secondary schools along the Trent, 8,900 children, and a promise"
        " that no head works alone. Three of our schools are led by a pair.",
        (
            "Aldermere is fourteen schools and 8,900 children along the Trent. Three of the schools"
            " are led by a pair, and parents have stopped remarking on it.",
            "Our trust grew from two schools that shared a caretaker. It now has fourteen, and the"
            " habit of sharing stayed.",
        ),
    ),
    Employer(
        "calderwick",
        "University of Calderwick",
        "education",
        "saoirse.van-der-berg",
        "https://calderwick.example",
        "35",
        "Calderwick",
        "A teaching university of 11,000 students in a former mill town, with research that is"
        " small, stubborn and read abroad.",
        (
            "Calderwick is a university of 11,000 students in a town that built it by public"
            " subscription and still has opinions about it.",
            "Half of our students are the first of their family to study, and a third of them are"
            " over twenty-five. We plan the week around them, not around us.",
        ),
    ),
    Employer(
        "lantern",
        "Lantern Street",
        "charity",
        "pritpal.sandhu",
        "https://lanternstreet.example",
        "35",
        "Birmingham",
        "We help people out of homelessness and see to it that they stay out. Nine cities, 380"
        " staff, 1,600 volunteers, and one number that we publish every quarter.",
        (
            "Lantern Street helps people off the street and stays until they no longer need us. We"
            " publish one number each quarter: how many are still housed a year on.",
            "We are 380 staff and 1,600 volunteers in nine cities. Nobody here is called a service"
            " user.",
        ),
    ),
    Employer(
        "pennant",
        "Pennant Mutual",
        "finance",
        "hester.quill",
        "https://pennantmutual.example",
        "35",
        "Halifax",
        "A building society owned by 720,000 members. We lend on homes, we keep branches open, and"
        " we measure ourselves against what members would have paid elsewhere.",
        (
            "Pennant is owned by 720,000 members and run from Halifax. We still have branches, and"
            " we still know why.",
            "A mutual has no shareholders to blame. What we earn goes back to members or into the"
            " next thirty years of the society.",
        ),
    ),
    Employer(
        "orchard",
        "Orchard & Vane",
        "retail",
        "jean-luc.abara",
        "https://orchardandvane.example",
        "40",
        "Shrewsbury",
        "Forty-one shops and a warehouse selling things for the kitchen and the garden that are"
        " meant to last. Owned by its staff since 2014.",
        (
            "Orchard & Vane sells things for the kitchen and the garden that are meant to last, in"
            " forty-one shops owned by the people who work in them.",
            "We are a retailer of forty-one shops. When trade is poor our own staff share the loss,"
            " so decisions get explained here.",
        ),
    ),
    Employer(
        "fellgate",
        "Fellgate Homes",
        "housing",
        "mairead.stonehouse",
        "https://fellgatehomes.example",
        "36",
        "Preston",
        "Nineteen thousand homes in Lancashire and Merseyside. We were late with damp and mould, we"
        " said so, and we are putting it right street by street.",
        (
            "Fellgate lets nineteen thousand homes between Preston and the Mersey. We were late"
            " with damp and mould, said so, and are putting it right street by street.",
            "We are a housing association with old terraces, new flats and tenants on the board who"
            " ask better questions than the auditors.",
        ),
    ),
    Employer(
        "granary",
        "The Granary Theatre and Galleries",
        "culture",
        "kit.ravensworth",
        "https://thegranary.example",
        "37",
        "Berwick",
        "Two stages, three galleries and a touring company in a grain warehouse by the river. Half"
        " of what we make is seen somewhere else first.",
        (
            "The Granary has two stages, three galleries and a leaking roof by the river. Half of"
            " what we make is seen somewhere else first.",
        ),
    ),
    Employer(
        "brightwater",
        "Brightwater Energy Networks",
        "energy",
        "mairead.stonehouse",
        "https://brightwater.example",
        "37",
        "Preston",
        "We keep the wires and the heat mains of the North West working, and rebuild them for a"
        " time without gas. 2,700 people, most of them outdoors.",
        (
            "Brightwater keeps 1.9 million meters supplied, and is rebuilding the wires they hang"
            " on for a time without gas.",
        ),
    ),
)
