"""/dev: mail that would have been sent, and the style guide. Not there in production."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("dev", __name__, url_prefix="/dev")
