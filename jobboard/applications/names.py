"""What two partners are called in sentences and keys."""

from __future__ import annotations

from uuid import UUID

from jobboard.accounts.naming import Named, display_name, first_name
from jobboard.planning.split_plan import Names


def names_of(first: Named, second: Named, viewer_id: UUID | None = None) -> Names:
    """First names of A and B; their full names, or A and B behind them, where those are the
    same."""
    short = first_name(first, viewer_id), first_name(second, viewer_id)
    if short[0] != short[1]:
        return short
    full = display_name(first, viewer_id), display_name(second, viewer_id)
    return full if full[0] != full[1] else (f"{full[0]} (A)", f"{full[1]} (B)")
