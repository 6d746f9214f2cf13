"""/dev: mail that would have been sent, and the style guide. Not there in production."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue

from jobboard.pages import guide
from jobboard.web.guards import developer_only

blueprint = Blueprint("dev", __name__, url_prefix="/dev")
NAME = re.compile(r"[0-9A-Za-z-]+\.eml")
NEWEST = 100


@dataclass(frozen=True)
class Letter:
    name: str
    subject: str
    to: str
    at: str
    text: str
    links: list[str]


@blueprint.get("/mail")
@developer_only
def mails() -> ResponseReturnValue:
    files = sorted(_folder().glob("*.eml"), reverse=True)[:NEWEST]
    return render_template("pages/dev_mails.html", letters=[_read(file) for file in files])


@blueprint.get("/mail/<name>")
@developer_only
def one_mail(name: str) -> ResponseReturnValue:
    if not NAME.fullmatch(name) or not (_folder() / name).is_file():
        abort(404)
    return render_template("pages/dev_mail.html", letter=_read(_folder() / name))


@blueprint.get("/styles")
@developer_only
def styles() -> ResponseReturnValue:
    return render_template("pages/styleguide.html", **guide.words())


def _folder() -> Path:
    return Path(current_app.instance_path) / "mail"


def _read(file: Path) -> Letter:
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain",))
    text = part.get_content() if part else ""
    base = current_app.config["BASE_URL"]
    return Letter(
        name=file.name,
        subject=str(message["Subject"]),
        to=str(message["To"]),
        at=str(message["Date"]),
        text=text,
        links=[url.removeprefix(base) for url in re.findall(r"https?://\S+", text)],
    )
