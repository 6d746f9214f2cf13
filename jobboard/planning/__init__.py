"""The arithmetic of sharing a week. Pure: imports no framework, no database, no other feature."""
