"""The ten, in the order in which they are asked. Pure data."""

from __future__ import annotations

from jobboard.roles.selection.people import PEOPLE
from jobboard.roles.selection.shapes import Question
from jobboard.roles.selection.work import WORK

QUESTIONS: tuple[Question, ...] = (*WORK, *PEOPLE)
