from __future__ import annotations

from uuid import UUID

from jobboard.accounts.naming import display_name, first_name
from jobboard.core.clock import now
from jobboard.core.mail import Letter, Mail, composer
from jobboard.partnerships.queries import referees
from jobboard.partnerships.wording import unlinked


@composer("partnerships.referee_ask")
def referee_ask(mail: Mail) -> Letter | None:
    """None once it was answered, taken back, or the entry changed or went."""
    row = referees.ask(UUID(mail.refs["ask_id"]))
    if row is None or not row.is_open(now()):
        return None
    entry = referees.entry_of(row.entry_id)
    pair = entry.partnership
    if not pair.is_live or entry.lock_version != row.entry_version:
        return None
    first, second = (unlinked(display_name(person)) for person in pair.people)
    asker = pair.first if row.asked_by_id == pair.first_id else pair.second
    words = {
        "names": f"{first} and {second}",
        "asker": unlinked(first_name(asker)),
        "token": row.token(),
        "expires_at": row.expires_at,
    }
    subject = f"Can you confirm something about {first} and {second}?"
    return Letter(subject, "partnerships_referee_ask", words)
