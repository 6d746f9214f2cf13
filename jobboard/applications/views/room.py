"""What every page of an application shares."""

from __future__ import annotations

from flask import Blueprint, url_for

from jobboard.applications.models import Application
from jobboard.web.forms import Form

blueprint = Blueprint("applications", __name__)


def status(form: Form) -> int:
    return 422 if form.is_submitted() else 200


def to(view: str, application: Application, anchor: str | None = None) -> str:
    """The address of a page of this application."""
    return url_for(f"applications.{view}", application_id=application.id, _anchor=anchor)
