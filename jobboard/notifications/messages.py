"""A message is told to everybody it reached, at the same moment: who wrote, about which role, and
where it can be read. Never its text: a mail box is not always read by one person alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from jobboard.accounts.naming import display_name, first_name
from jobboard.core import mail
from jobboard.core.events import on
from jobboard.core.mail import Letter, Mail, composer
from jobboard.inbox import queries as inbox
from jobboard.inbox.events import MessageSent
from jobboard.inbox.models import Message
from jobboard.notifications import queries
from jobboard.partnerships.wording import unlinked


@on(MessageSent)
def tell_everybody(event: MessageSent) -> None:
    message = inbox.message(event.message_id)
    for receipt in message.receipts:
        if receipt.user.address is not None:
            mail.post(
                "message.sent",
                receipt.user.address,
                decision=f"message.sent:{message.id}",
                person_id=receipt.user_id,
                message_id=str(message.id),
            )


@composer("message.sent")
def sent(row: Mail) -> Letter | None:
    """None once they have read it, or no longer belong to those who may."""
    message = inbox.message(UUID(row.refs["message_id"]))
    if not message.is_new_for(row.person_id):
        return None
    words = _words(message)
    if not message.thread.partnership.includes(row.person_id):
        if not queries.is_reader(words["role"], row.person_id):
            return None
        subject = f"{words['both']} have written about {words['role'].title}"
        return Letter(subject, "notifications_message", words | {"reader": "employer"})
    if words["role"] is None:
        subject = f"{words['by']} has left you a note"
        return Letter(subject, "notifications_message", words | {"reader": "alone"})
    if message.is_from_pair:
        subject = f"{words['by']} has written to {words['employer']}: {words['role'].title}"
        return Letter(subject, "notifications_message", words | {"reader": "partner"})
    subject = f"{words['employer']} has written to {words['whom']}: {words['role'].title}"
    return Letter(subject, "notifications_message", words | {"reader": "pair"})


def _words(message: Message) -> dict[str, Any]:
    """Both partners read the same words of an employer's message."""
    thread = message.thread
    first, second = thread.partnership.people
    role = thread.application.role if thread.application else None
    partners = [one for one in message.receipts if thread.partnership.includes(one.user_id)]
    return {
        "thread": thread,
        "role": role,
        "employer": role.employer if role else "",
        "by": unlinked(first_name(message.author)),
        "author": unlinked(display_name(message.author)),
        "both": unlinked(f"{display_name(first)} and {display_name(second)}"),
        "whom": "you both" if len(partners) > 1 else "you",
    }
