"""Addresses that other sites and machines keep: always with the public name of this site."""

from __future__ import annotations

from typing import Any

from flask import Flask, current_app, url_for


def absolute(path: str) -> str:
    """A path of this site with BASE_URL before it, whatever host the request was sent to."""
    return f"{current_app.config['BASE_URL']}{path}"


def absolute_url(endpoint: str, **values: Any) -> str:
    return absolute(url_for(endpoint, **values, _external=False))


def install(app: Flask) -> None:
    app.jinja_env.globals.update(absolute=absolute, absolute_url=absolute_url)
