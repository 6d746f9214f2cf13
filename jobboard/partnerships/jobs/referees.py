from __future__ import annotations

from uuid import UUID

from jobboard.core.clock import now
from jobboard.core.mail import Letter, Mail, composer
from jobboard.partnerships.jobs.asking import words_of_ask
from jobboard.partnerships.queries import referees


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
    words = words_of_ask(row, pair)
    subject = f"Can you confirm something about {words['names']}?"
    return Letter(subject, "partnerships_referee_ask", words)
