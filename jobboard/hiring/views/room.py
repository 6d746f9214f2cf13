"""The blueprint of this feature; every file of views beside it hangs its pages here."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("hiring", __name__)
