"""The blueprint all views of a pair hang on."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("partnerships", "jobboard.partnerships.views")
