"""The pages of accounts: joining, entering, passwords, the account itself."""

from jobboard.accounts.identity import let_in, remember
from jobboard.accounts.views import account, entering, joining, passwords
from jobboard.accounts.views.room import blueprint

__all__ = ["account", "blueprint", "entering", "joining", "let_in", "passwords", "remember"]
