"""Pictures from outside: read carefully, drawn anew, nothing of the file kept (ADR 15)."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from jobboard.core.errors import UserError

MAX_BYTES = 500_000
MAX_PIXELS = 16_000_000
"""Width × height as the file's head says, judged before a pixel is unpacked."""
MIN_SIDE = 16
BOX = (480, 240)
"""What is kept fits into this many pixels, across and down."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    MemoryError,
)


class PictureError(UserError):
    field = "picture"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of our own making; width and height in pixels."""

    png: bytes
    width: int
    height: int


def redrawn(data: bytes, box: tuple[int, int] = BOX) -> Picture:
    """The picture in these bytes as a PNG that fits `box`, the first one of several.

    Raises PictureError with a sentence for whoever chose the file.
    """
    if len(data) > MAX_BYTES:
        raise PictureError(f"This file has {len(data) // 1000:,} kB. Choose one of 500 kB at most.")
    if _looks_like_svg(data):
        raise PictureError(
            "This is an SVG drawing. It can carry a script, so we do not take it. Save it as PNG."
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _draw(data, box)
    except _BROKEN:
        raise PictureError("We cannot read this file. Choose a PNG, JPEG, WebP or GIF.") from None


def _draw(data: bytes, box: tuple[int, int]) -> Picture:
    with Image.open(BytesIO(data), formats=FORMATS) as found:
        width, height = found.size
        if width * height > MAX_PIXELS:
            raise PictureError(
                f"This picture is {width:,} by {height:,} pixels. Make it smaller first;"
                " 1,000 across is plenty."
            )
        if min(width, height) < MIN_SIDE:
            raise PictureError("This picture is too small to be seen. Use 100 pixels or more.")
        drawn = ImageOps.exif_transpose(found).convert("RGBA")
    drawn.thumbnail(box)
    plain = Image.new("RGBA", drawn.size)
    plain.paste(drawn)
    out = BytesIO()
    plain.save(out, "PNG", optimize=True)
    return Picture(out.getvalue(), *plain.size)


def _looks_like_svg(data: bytes) -> bool:
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or b"<svg" in head
