"""Style, script, fonts and drawings: many source files, few requests, lasting addresses.

``static/css/app.css`` and ``static/js/app.js`` are entries; what is served is one file each with
everything inlined (pages.md §6: at most six requests and 75 kB cold). Every address carries the
hash of its content, so it may be cached for ever; outside debug a file is read once a process.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, request
from flask.blueprints import BlueprintSetupState

CSS = "app.css"
JS = "app.js"
FOREVER = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400"
_IMPORT = re.compile(r'@import\s+"([^"]+)"(?:\s+layer\(([\w-]+)\))?\s*;')
_URL = re.compile(r"url\((fonts/[\w.-]+)\)")
_SERVED = re.compile(
    r"(?:app\.css|app\.js|sprite\.svg|share\.png|favicon\.svg|fonts/[\w-]+\.woff2)"
)
_TEXT = (".css", ".js", ".svg")
mimetypes.add_type("font/woff2", ".woff2")


def bundle_css(static_folder: Path) -> bytes:
    """Inline the imports of ``css/app.css`` in order, each in its cascade layer.

    Addresses of fonts become ``../<hash>/fonts/…``, relative to the served file. Comments and
    needless space go. A missing import is a FileNotFoundError at start, not a bare page later.
    """
    folder = static_folder / "css"
    entry = (folder / CSS).read_text(encoding="utf-8")
    text = _IMPORT.sub(lambda found: _layered(folder, found[1], found[2]), entry)
    text = _URL.sub(
        lambda found: f"url(../{digest((static_folder / found[1]).read_bytes())}/{found[1]})", text
    )
    return squeeze_css(text).encode()


def _layered(folder: Path, name: str, layer: str | None) -> str:
    text = (folder / name).read_text(encoding="utf-8")
    return f"@layer {layer} {{\n{text}}}\n" if layer else text


def squeeze_css(text: str) -> str:
    """Drop comments and needless space; strings stay as they are, ``calc`` keeps its operators."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    parts = re.split(r'("[^"]*")', text)
    return "".join(part if part[:1] == '"' else _tight(part) for part in parts).strip()


def _tight(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text)
    return re.sub(r"(?<=[\w-]): ", ":", text).replace(";}", "}")


def bundle_js(static_folder: Path) -> bytes:
    """Join ``js/app.js``, its helpers and every behaviour, by name; each is a script of its own."""
    folder = static_folder / "js"
    helpers = sorted(file for file in folder.glob("*.js") if file.name != JS)
    files = [folder / JS, *helpers, *sorted((folder / "behaviours").glob("*.js"))]
    return squeeze_js("\n".join(file.read_text(encoding="utf-8") for file in files)).encode()


def squeeze_js(text: str) -> str:
    """Drop indentation, empty lines and comments that stand on lines of their own."""
    text = re.sub(r"^\s*/\*.*?\*/\s*?$", "", text, flags=re.S | re.M)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def digest(body: bytes) -> str:
    """Ten hex digits of the content's SHA-256, enough to tell two releases apart."""
    return hashlib.sha256(body).hexdigest()[:10]


@dataclass(frozen=True)
class Asset:
    """One served file: its bytes, gzip of them where that helps, and its hash."""

    name: str
    body: bytes
    packed: bytes | None
    digest: str
    stamp: float


@dataclass
class Shelf:
    """The assets of one process; with ``fresh`` a changed source file is read again."""

    static_folder: Path
    fresh: bool = False
    _kept: dict[str, Asset] = field(default_factory=dict)

    def get(self, name: str) -> Asset:
        """Return one asset by its served name; FileNotFoundError when there is none."""
        kept = self._kept.get(name)
        if kept and not (self.fresh and self._stamp(name) != kept.stamp):
            return kept
        asset = self._load(name)
        self._kept[name] = asset
        return asset

    def _load(self, name: str) -> Asset:
        builders = {CSS: bundle_css, JS: bundle_js}
        builder = builders.get(name)
        body = builder(self.static_folder) if builder else (self.static_folder / name).read_bytes()
        packed = gzip.compress(body, 9, mtime=0) if name.endswith(_TEXT) else None
        return Asset(name, body, packed, digest(body), self._stamp(name))

    def _stamp(self, name: str) -> float:
        kind = {CSS: "css/**/*.css", JS: "js/**/*.js"}.get(name, name)
        files = [*self.static_folder.glob(kind), *self.static_folder.glob("fonts/*.woff2")]
        return max((file.stat().st_mtime for file in files), default=0.0)


def assets_blueprint(url_prefix: str = "/assets") -> Blueprint:
    """Serve the assets and give templates ``asset``, ``asset_css``, ``asset_js``, ``asset_data``.

    ``asset("sprite.svg")`` is an address with a hash; ``asset_data("favicon.svg")`` a ``data:``
    address, which saves a request. In debug and testing a changed file is noticed at once.
    """
    blueprint = Blueprint("assets", __name__)
    blueprint.record(lambda state: _install(state, url_prefix))
    blueprint.add_url_rule(f"{url_prefix}/<version>/<path:name>", "serve", _serve)
    return blueprint


def _install(state: BlueprintSetupState, url_prefix: str) -> None:
    app = state.app
    shelf = Shelf(Path(app.static_folder or "static"), fresh=app.debug)
    app.extensions["assets"] = shelf

    def asset(name: str) -> str:
        return f"{url_prefix}/{shelf.get(name).digest}/{name}"

    def asset_data(name: str) -> str:
        return _as_data(name, shelf.get(name).body)

    app.jinja_env.globals.update(
        asset=asset,
        asset_css=lambda: asset(CSS),
        asset_js=lambda: asset(JS),
        asset_data=asset_data,
    )


@lru_cache(maxsize=16)
def _as_data(name: str, body: bytes) -> str:
    """Cached, because every page carries the icon."""
    return f"data:{_mime(name)}," + quote(body.decode().strip(), safe=" =:/'(),-.;")


def _serve(version: str, name: str) -> Response:
    shelf: Shelf = current_app.extensions["assets"]
    if not _SERVED.fullmatch(name):
        abort(404)
    try:
        found = shelf.get(name)
    except FileNotFoundError:
        abort(404)
    response = Response(found.body, content_type=_mime(name))
    if found.packed and request.accept_encodings["gzip"]:
        response.set_data(found.packed)
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    # An old page may ask for an old hash: it gets today's file, but must not keep it for ever.
    response.headers["Cache-Control"] = FOREVER if version == found.digest else DAY
    response.set_etag(found.digest)
    response.make_conditional(request)
    return response


def _mime(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if name.endswith((".css", ".js")) else kind
