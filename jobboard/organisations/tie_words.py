"""What pages and mails say about two organisations that belong together. Pure."""

from __future__ import annotations

from jobboard.organisations.ties import Side, TieKind

ASKS = {
    Side.PARENT: "{asker} says that it is part of {asked}, and asks you to confirm it.",
    Side.CHILD: "{asker} says that {asked} is part of it, and asks you to confirm it.",
    Side.CLIENT: "{asker} is an agency. It would like to recruit for {asked}, and asks you first.",
}
MEANS = {
    TieKind.FAMILY: (
        "The page of {first} lists {second} and its open roles. An owner of {first} may run"
        " {second} as its own owners do: change its page, invite and remove members. They read no"
        " draft and no application of {second} unless its people make them a member."
    ),
    TieKind.AGENCY: (
        "Owners and recruiters of {first} may then write and publish roles of {second}, read and"
        " decide on the joint applications for these, and write to the pairs. Each such role says"
        " “{first} for {second}”. Your own people see and may do the same. Your other roles stay"
        " yours alone."
    ),
}
"""What follows once both have said so."""
ENDS = {
    TieKind.FAMILY: (
        "The page of {first} no longer lists {second}, and owners of {first} no longer run it."
        " Invitations that they sent for it stop working. Roles, members and applications stay as"
        " they are."
    ),
    TieKind.AGENCY: (
        "Roles that {first} wrote for {second} belong to {second} alone from then on, drafts too."
        " What is public stays open under the name of {second}, and so do its applications,"
        " messages and interviews. People of {first} can no longer open any of it. Texts that"
        " pairs have signed and not sent name the agency, so they ask for both signatures again."
    ),
}
HEADS = {
    TieKind.FAMILY: "{second} as part of {first}",
    TieKind.AGENCY: "{first} recruiting for {second}",
}


def side_asked(kind: TieKind, asked_by_first: bool) -> Side:
    """What the asked one would be to the one that asks."""
    if kind is TieKind.AGENCY:
        return Side.CLIENT
    return Side.CHILD if asked_by_first else Side.PARENT


def names(first: str, second: str, asked_by_first: bool) -> dict[str, str]:
    asker, asked = (first, second) if asked_by_first else (second, first)
    return {"first": first, "second": second, "asker": asker, "asked": asked}
