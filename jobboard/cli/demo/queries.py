from __future__ import annotations

import sqlalchemy as sa

from jobboard.accounts.models import User
from jobboard.core.db import session
from jobboard.organisations.models import Organisation


def is_empty() -> bool:
    """Nobody and no employer yet: only such a database is ever filled with fiction."""
    anybody = sa.exists().select_from(User)
    anywhere = sa.exists().select_from(Organisation)
    return not session().scalar(sa.select(sa.or_(anybody, anywhere)))
