"""The verbs of accounts. Whoever hashes a password stays outside any transaction."""

from jobboard.accounts.service.hashing import hash_password
from jobboard.accounts.service.joining import (
    add_verified_address,
    confirm_address,
    send_link_again,
    sign_up,
    sign_up_invited,
)
from jobboard.accounts.service.keeping import (
    ask_for_reset,
    change_password,
    rename,
    reset_password,
)
from jobboard.accounts.service.sessions import (
    authenticate_again,
    end_all_sessions,
    end_one_session,
    end_session,
    seen,
    sign_in,
    start_session,
)

__all__ = [
    "add_verified_address",
    "ask_for_reset",
    "authenticate_again",
    "change_password",
    "confirm_address",
    "end_all_sessions",
    "end_one_session",
    "end_session",
    "hash_password",
    "rename",
    "reset_password",
    "seen",
    "send_link_again",
    "sign_in",
    "sign_up",
    "sign_up_invited",
    "start_session",
]
