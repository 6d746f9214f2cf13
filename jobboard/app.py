"""create_app: the only file that knows everyone."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import email_validator
from flask import Flask, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

import config as settings
from jobboard import cli
from jobboard.accounts import views as accounts
from jobboard.accounts.identity import load_signed_in
from jobboard.accounts.naming import display_name, first_name
from jobboard.applications import views as applications
from jobboard.approaches import views as approaches
from jobboard.candidates import views as candidates
from jobboard.cards import views as cards
from jobboard.core import clock, mail, policy, tokens, transports
from jobboard.core.db import UtcDateTime, db, prepare_engine
from jobboard.diary import views as diary
from jobboard.hiring import views as hiring
from jobboard.inbox import views as inbox
from jobboard.interviews import views as interviews
from jobboard.organisations import views as organisations
from jobboard.pages import dev
from jobboard.pages import views as pages
from jobboard.partnerships import views as partnerships
from jobboard.roles import views as roles
from jobboard.search import service as search
from jobboard.tenures import views as tenures
from jobboard.web import (
    addresses,
    assets,
    errors,
    filters,
    headers,
    identity,
    limits,
    navigation,
    once,
    week_grids,
    weeks,
)
from jobboard.web.actor import current_actor
from jobboard.web.extensions import compress, csrf, migrate
from jobboard.web.templating import OneSetOfGlobals

ROOT = Path(__file__).parent.parent
BLUEPRINTS = (
    accounts,
    organisations,
    candidates,
    roles,
    partnerships,
    applications,
    approaches,
    cards,
    hiring,
    inbox,
    interviews,
    diary,
    tenures,
    pages,
)
LISTENERS = (
    "candidates.models",
    "hiring.models",
    "interviews.models",
    "accounts.jobs",
    "accounts.policy",
    "organisations.jobs",
    "organisations.policy",
    "candidates.policy",
    "roles.policy",
    "roles.finder",
    "roles.handlers",
    "roles.jobs",
    "roles.jobs.questions",
    "partnerships.models.arrangement",
    "partnerships.models.feedback",
    "partnerships.models.referees",
    "partnerships.jobs",
    "partnerships.jobs.growing",
    "partnerships.jobs.referees",
    "partnerships.policy",
    "applications.jobs",
    "applications.handlers",
    "applications.policy",
    "approaches.jobs",
    "approaches.handlers",
    "approaches.policy",
    "cards.jobs",
    "cards.handlers",
    "cards.policy",
    "diary.policy",
    "hiring.handlers",
    "hiring.jobs",
    "hiring.policy",
    "inbox.policy",
    "interviews.handlers",
    "interviews.jobs",
    "interviews.policy",
    "tenures.policy",
    "notifications.adverts",
    "notifications.handlers",
    "notifications.jobs",
    "notifications.leaving",
    "notifications.messages",
    "notifications.outcomes",
    "notifications.reconfirming",
)
"""Rooms that register something when they are imported: rules, handlers, jobs, composers."""


def create_app(profile: settings.Base | None = None) -> Flask:
    """The WSGI app of one profile; without one, of the profile that TWOFOLD_ENV names."""
    profile = profile or settings.from_environment()
    app = Flask(
        __name__,
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(profile.INSTANCE),
    )
    app.config.from_object(profile)
    app.jinja_environment = OneSetOfGlobals
    app.jinja_options = {"cache_size": -1}  # a plain dict: the templates are few and looked up much
    app.jinja_env.lstrip_blocks = app.jinja_env.trim_blocks = True
    for name in LISTENERS:
        import_module(f"jobboard.{name}")
    _ground(app)
    _web(app)
    for feature in BLUEPRINTS:
        app.register_blueprint(feature.blueprint)
    app.register_blueprint(dev.blueprint)
    _templates(app)
    cli.install(app)
    return app


def _ground(app: Flask) -> None:
    Path(app.instance_path).mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    migrate.init_app(
        app, db, directory=str(ROOT / "migrations"), render_item=_render_item, compare_type=True
    )
    tokens.use_key(app.config["SECRET_KEY"])
    if app.config["CLOCK_FILE"]:
        clock.follow_file(Path(app.config["CLOCK_FILE"]))
    email_validator.TEST_ENVIRONMENT = app.config["TEST_ADDRESSES"]
    mail.open_office(
        _transport(app),
        lambda template, words: _render_mail(app, template, words),
        sender=app.config["MAIL_SENDER"],
        domain=app.config["MAIL_SENDER"].partition("@")[2],
    )
    search.open_engine(Path(app.instance_path) / "search")


def _transport(app: Flask) -> transports.Transport:
    if app.config["SMTP_HOST"]:
        return transports.SmtpTransport(
            app.config["SMTP_HOST"],
            app.config["SMTP_PORT"],
            app.config["SMTP_USER"],
            app.config["SMTP_PASSWORD"],
            app.config["SMTP_STARTTLS"],
        )
    if app.config["TESTING"]:
        return transports.MemoryTransport()
    return transports.FileTransport(Path(app.instance_path) / "mail")


def _render_mail(app: Flask, template: str, words: dict[str, Any]) -> str:
    """Links in mails come from BASE_URL, never from the Host header of some request."""
    with app.test_request_context(base_url=app.config["BASE_URL"]):
        return app.jinja_env.get_template(template).render(**words, **_request_free())


def _request_free() -> dict[str, Any]:
    return {"display_name": display_name, "first_name": first_name}


def _render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Migrations name plain types, so that they never import our models."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime()"
    return False


def _web(app: Flask) -> None:
    if proxies := app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies
        )
    csrf.init_app(app)
    identity.install(app, load_signed_in)
    limits.install(app)
    app.before_request(once.before)
    app.after_request(once.after)
    headers.install(app)
    compress.init_app(app)
    errors.install(app)
    app.register_blueprint(assets.assets_blueprint())


def _templates(app: Flask) -> None:
    filters.install(app)
    addresses.install(app)
    app.jinja_env.globals.update(
        **weeks.template_globals(),
        **week_grids.template_globals(),
        display_name=display_name,
        first_name=first_name,
    )

    @app.context_processor
    def page_words() -> dict[str, Any]:
        actor = current_actor()
        me = getattr(g, "me", None)
        is_employer = getattr(me, "purpose", None) == "hire"
        theme = request.cookies.get("theme")
        return {
            "me": me,
            "actor": actor,
            "nav": navigation.links(actor.user_id is not None, is_employer),
            "footer_nav": navigation.footer(),
            "theme": theme if theme in {"light", "dark"} else None,
            "may": lambda name, thing: policy.may(actor, name, thing),
        }
