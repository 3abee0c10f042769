"""Small pictures that say they are large: refused at once, before room is made; large ones of few bytes still read."""

from __future__ import annotations

import struct
import zlib

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.pictures import images
from rpn_inspector.data.pictures.images import read_image


def chunk(name: bytes, data: bytes, length: int | None = None) -> bytes:
    said = len(data) if length is None else length
    return struct.pack(">I", said) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*chunks: bytes, size: int = 8) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


PIXELS = chunk(b"IDAT", zlib.compress(bytes(9 * 8)))


def jpeg(size: int) -> bytes:
    data = cv2.imencode(".jpg", np.zeros((16, 16, 3), np.uint8))[1].tobytes()
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", size, size) + data[at + 4 :]


REFUSED = {
    "idat": (png(chunk(b"IDAT", zlib.compress(bytes(72)), 0xFFFFFFFF)), "part 'IDAT' says 4,294,967,295 bytes"),
    "text": (png(chunk(b"tEXt", b"a\0b", 0x7FFFFFF0), PIXELS), "part 'tEXt' says 2,147,483,632 bytes"),
    "after": (png(PIXELS, chunk(b"abCd", b"", 0x40000000)), "part 'abCd' says 1,073,741,824 bytes"),
    "png": (png(PIXELS, size=9999), "says 9999 x 9999 px, which its "),
    "jpeg": (jpeg(9999), "says 9999 x 9999 px, which its 631 bytes cannot hold"),
    "gif": (b"GIF89a" + struct.pack("<HH", 9999, 9999) + bytes(30), "says 9999 x 9999 px"),
    "unsized": (b"\xff\xd8" + bytes(99), "its JPEG header says no size"),
    "ppm": (b"P6\n30000 30000\n255\n" + bytes(99), "30000 x 30000 px is over the limit of 100,000,000 px for a PNM"),
    "pgm": (b"P5\n3000 3000\n255\n" + bytes(99), "says 3000 x 3000 px, which its "),
    "jp2": (
        b"\xff\x4f\xff\x51" + struct.pack(">HH4I", 47, 0, 9999, 9999, 0, 0) + bytes(99),
        "says 9999 x 9999 px, which its",
    ),
    "avif": (
        b"\0\0\0\x14ftypavif\0\0\0\0mif1\0\0\0\x14ispe" + struct.pack(">III", 0, 9999, 9999),
        "says 9999 x 9999 px, which its",
    ),
    "unknown": (b"P9\n30 30\n255\n" + bytes(99), "is not a picture: it starts with the bytes 50 39"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_picture_that_says_more_than_it_has_never_meets_a_decoder(name, tmp_path, monkeypatch):
    content, words = REFUSED[name]
    (tmp_path / "a.png").write_bytes(content)
    monkeypatch.setattr(images, "_decode", lambda *_: pytest.fail("was decoded"))
    with pytest.raises(BadFile) as caught:
        read_image(tmp_path / "a.png")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def with_part(*parts: bytes) -> bytes:
    pixels = np.random.default_rng(0).integers(0, 255, (9, 7, 3)).astype(np.uint8)
    data = cv2.imencode(".png", pixels)[1].tobytes()
    return data[:33] + b"".join(parts) + data[33:]


BOMB = zlib.compress(bytes(1 << 23), 9)
BESIDE = {
    "zTXt": b"k\0\0" + BOMB, "iCCP": b"k\0\0" + BOMB, "iTXt": b"k\0\1\0\0\0" + BOMB, "sBIT": b"\xff" * 3,
    "tRNS": b"\xff" * 2, "sPLT": b"a" * 90, "pHYs": b"a", "tIME": b"a", "hIST": b"a", "eXIf": b"a", "PLTE": b"a",
    "cHRM": b"\xff" * 32, "gAMA": bytes(4),
}  # fmt: skip


@pytest.mark.parametrize("name", BESIDE)
def test_what_a_png_holds_beside_its_pixels_is_neither_unpacked_nor_complained_of(name, tmp_path, capfd):
    plain, odd = tmp_path / "plain.png", tmp_path / "odd.png"
    plain.write_bytes(with_part())
    odd.write_bytes(with_part(chunk(name.encode(), BESIDE[name])))
    np.testing.assert_array_equal(read_image(odd).pixels, read_image(plain).pixels)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (with_part(chunk(b"ABCD", b"x")), "its part 'ABCD' at 33 is of no known kind"),
        (with_part()[:60] + b"\0" + with_part()[61:], "its part 'IDAT' at 33 has a wrong checksum"),
        (with_part()[:24] + b"\3\7" + with_part()[26:], "its PNG header says colour type 7 of 3 bits, methods 0, 0, 0"),
        (png(PIXELS)[:24] + b"\x08\3\0\0\0" + png(PIXELS)[29:], "its part 'IHDR' at 8 has a wrong checksum"),
    ],
)
def test_a_broken_part_of_a_png_is_named_in_one_line(content, words, tmp_path, capfd):
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(BadFile) as caught:
        read_image(tmp_path / "a.png")
    assert words in str(caught.value)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("flags", [-1, 1])
def test_a_palette_keeps_its_colours_without_its_alpha(tmp_path, flags):
    colours = np.random.default_rng(1).integers(0, 255, (256, 3)).astype(np.uint8)
    rows = np.random.default_rng(2).integers(0, 256, (9, 8)).astype(np.uint8)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 9, 8, 3, 0, 0, 0))
    filtered = b"".join(b"\0" + row.tobytes() for row in rows)
    parts = [
        chunk(b"PLTE", colours.tobytes()),
        chunk(b"tRNS", bytes(range(256))),
        chunk(b"IDAT", zlib.compress(filtered)),
    ]
    data = b"\x89PNG\r\n\x1a\n" + head + b"".join(parts) + chunk(b"IEND", b"")
    (tmp_path / "a.png").write_bytes(data)
    np.testing.assert_array_equal(read_image(tmp_path / "a.png").pixels, colours[rows])
    np.testing.assert_array_equal(cv2.imdecode(np.frombuffer(data, np.uint8), flags)[..., 2::-1], colours[rows])


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".webp", ".tif", ".gif"])
def test_a_large_picture_of_one_colour_has_bytes_enough(suffix, tmp_path):
    content = cv2.imencode(suffix, np.zeros((3000, 3000, 3), np.uint8))[1].tobytes()
    (tmp_path / f"a{suffix}").write_bytes(content)
    assert read_image(tmp_path / f"a{suffix}").size == (3000, 3000)


def test_a_cut_off_picture_still_shows_what_there_is(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    content = cv2.imencode(".jpg", noise)[1].tobytes()
    (tmp_path / "a.jpg").write_bytes(content[: len(content) * 2 // 3])
    found = read_image(tmp_path / "a.jpg")
    assert found.size == (200, 200)
    assert "cut off" in found.warnings[0]
