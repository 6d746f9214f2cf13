"""The tables of a joint application: its text and signatures, and the two who write it."""

from __future__ import annotations

from jobboard.applications.models.acceptance import AcceptanceAnswer
from jobboard.applications.models.application import (
    Applicant,
    Application,
    Section,
    SectionVersion,
    Signature,
    Submission,
)
from jobboard.applications.models.leaving import Departure, KeptText
from jobboard.applications.models.together import Change, Visit

__all__ = [
    "AcceptanceAnswer",
    "Applicant",
    "Application",
    "Change",
    "Departure",
    "KeptText",
    "Section",
    "SectionVersion",
    "Signature",
    "Submission",
    "Visit",
]
