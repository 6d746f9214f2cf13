from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jobboard.core.images import BOX, MAX_BYTES, PictureError, redrawn


def picture(size=(200, 100), kind="PNG", mode="RGB", **more) -> bytes:
    out = BytesIO()
    Image.new(mode, size, "navy").save(out, kind, **more)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose head promises this many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(10))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def zip_bomb() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(20_000_000))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("size", [(200, 100), (2000, 50), (50, 2000)])
def test_a_picture_becomes_a_png_that_fits(kind, size):
    found = redrawn(picture(size, kind))
    with Image.open(BytesIO(found.png)) as drawn:
        assert drawn.format == "PNG"
        assert drawn.size == (found.width, found.height)
    assert found.width <= BOX[0]
    assert found.height <= BOX[1]


def test_nothing_but_pixels_is_kept():
    exif = Image.Exif()
    exif[0x010E] = "taken at 12 Private Road"
    found = redrawn(picture(kind="JPEG", exif=exif))
    assert b"Private Road" not in found.png
    tail = picture() + b"<script>alert(1)</script>"
    assert b"script" not in redrawn(tail).png


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cannot read"),
        (b"GIF89a", "cannot read"),
        (picture()[:60], "cannot read"),
        (zip_bomb(), "cannot read"),
        (bomb(50_000, 50_000), "cannot read"),
        (bomb(5_000, 4_000), "5,000 by 4,000"),
        (picture((8, 8)), "too small"),
        (bytes(MAX_BYTES + 1), "500 kB at most"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg onload='alert(1)'/>", "SVG"),
        (b"<!-- x --><svg/>", "SVG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "cannot read"),
        (b"BM" + bytes(100), "cannot read"),
    ],
)
def test_anything_else_gets_a_sentence(data, words):
    with pytest.raises(PictureError) as error:
        redrawn(data)
    assert words in error.value.message


@given(st.binary(max_size=400), st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]), st.data())
def test_whatever_is_sent_is_drawn_or_refused(noise, kind, data):
    whole = picture((20, 20), kind)
    at = data.draw(st.integers(0, len(whole)))
    for sent in (noise, whole[:at] + noise, whole[:at] + noise + whole[at + len(noise) :]):
        try:
            assert redrawn(sent).png.startswith(b"\x89PNG")
        except PictureError:
            continue
