"""The sentences of the mails about an interview, once. `{who}` is whoever asked or cancelled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """`staff` and `pair` say what to do next; the facts of the meeting stand between."""

    subject: str
    opening: str
    pair: str
    staff: str


_ANSWER = "Say on the page whether the time suits you. Each of you answers for yourself."
_WAITS = "It is agreed once everybody who is named has accepted."
INVITED = News(
    "{what} for {role}: {when}",
    "{employer} proposes a time.",
    _ANSWER,
    _WAITS,
)
MOVED = News(
    "New time: {what} for {role}, {when}",
    "{employer} proposes another time. What was answered before counts no more.",
    _ANSWER,
    _WAITS,
)
CONFIRMED = News(
    "Agreed: {what} for {role}, {when}",
    "Everybody who is named has accepted the time.",
    "Is there anything that would help you on the day? Say so on the page; only the employer’s"
    " people read it.",
    "What would help somebody on the day stands on the page.",
)
ASKED = News(
    "{who} asks for another time: {what} for {role}",
    "{who} asks for another time than {when}.",
    "The employer proposes the next one. You need do nothing until then.",
    "What would suit stands on the page. Propose another time there, or cancel.",
)
CANCELLED = News(
    "Cancelled: {what} for {role}, {when}",
    "This interview does not take place.",
    "Take it out of your calendar if it did not go by itself.",
    "Take it out of your calendar if it did not go by itself.",
)
REMINDER = News(
    "Tomorrow: {what} for {role}, {when}",
    "This is to remember what was agreed.",
    "What you sent is what the panel has in front of it, so read it again before you go.",
    "What the pair sent, and what would help somebody on the day, stands on the page.",
)
