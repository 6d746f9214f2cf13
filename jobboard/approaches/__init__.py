"""A pair writes to an employer that has not said it would share a post (domain.md N21)."""
