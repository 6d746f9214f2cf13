"""Strict headers on every answer (security.md G18): no inline, no frames, nothing stored."""

from __future__ import annotations

from flask import Flask, Response, request

from jobboard.web.actor import current_actor

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}


def install(app: Flask) -> None:
    @app.after_request
    def strict(response: Response) -> Response:
        response.headers.update(HEADERS)
        if app.config["HTTPS"]:
            response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
        if request.endpoint not in {"static", "assets.serve"}:
            response.headers.setdefault("Vary", "Cookie")
            private = current_actor().user_id is not None or request.method != "GET"
            response.headers["Cache-Control"] = "no-store" if private else "private, no-cache"
        return response
