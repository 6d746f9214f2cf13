"""The blueprint of approaches and what its pages share."""

from __future__ import annotations

from flask import Blueprint, url_for

from jobboard.approaches.models import Approach
from jobboard.web.forms import Form

blueprint = Blueprint("approaches", __name__)


def to(view: str, approach: Approach) -> str:
    """A page of the two."""
    return url_for(f"approaches.{view}", approach_id=approach.id)


def status(form: Form) -> int:
    return 422 if form.is_submitted() else 200
