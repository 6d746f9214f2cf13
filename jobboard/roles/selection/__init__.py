"""Ten questions before a role is written: does it suit two people, and of which way of sharing?

Pure. Written by us from domain.md (N18, stages 1 and 2 of P3, §3.1). Nothing here decides: it says
what speaks for and against, and what to change.
"""
