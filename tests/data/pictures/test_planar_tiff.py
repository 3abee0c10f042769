"""Planar TIFF, whose bands lie one after the other: shown as the mixed one of the same samples is."""

import struct
import zlib

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.data.pictures.planar_tiff import garbled_by_opencv

FORMS = {"u": 1, "i": 2, "f": 3}


def planar(samples, *, order="<", big=False, rows=None, tile=None, packed=False, photometric=1):
    """Return a TIFF of (h, w, bands) samples with the bands one after the other, as GDAL's INTERLEAVE=BAND writes."""
    height, width, bands = samples.shape
    pieces = []
    for band in range(bands):
        plane = samples[:, :, band].astype(samples.dtype.newbyteorder(order))
        if tile:
            plane = np.pad(plane, ((0, -height % tile), (0, -width % tile)))
            pieces += [
                plane[y : y + tile, x : x + tile].tobytes()
                for y in range(0, height, tile)
                for x in range(0, width, tile)
            ]
        else:
            pieces += [plane[y : y + (rows or height)].tobytes() for y in range(0, height, rows or height)]
    pieces = [zlib.compress(piece) for piece in pieces] if packed else pieces
    head = 16 if big else 8
    starts = [head + sum(map(len, pieces[:at])) for at in range(len(pieces))]
    offsets, counts = (324, 325) if tile else (273, 279)
    tags = {
        256: ("I", [width]), 257: ("I", [height]), 258: ("H", [8 * samples.itemsize] * bands),
        259: ("H", [8 if packed else 1]), 262: ("H", [photometric]), 277: ("H", [bands]), 284: ("H", [2]),
        339: ("H", [FORMS[samples.dtype.kind]] * bands), offsets: ("I", starts), counts: ("I", [*map(len, pieces)]),
    }  # fmt: skip
    tags |= {322: ("H", [tile]), 323: ("H", [tile])} if tile else {278: ("I", [rows or height])}
    body = b"".join(pieces)
    place, room, count = ("Q", 8, "Q") if big else ("I", 4, "H")
    start = head + len(body)
    far = start + struct.calcsize(f"{order}{count}") + len(tags) * (4 + 2 * room) + room
    entries, beyond = b"", b""
    for tag, (form, numbers) in sorted(tags.items()):
        raw = struct.pack(f"{order}{len(numbers)}{form}", *numbers)
        value = raw.ljust(room, b"\0") if len(raw) <= room else struct.pack(f"{order}{place}", far + len(beyond))
        beyond += raw if len(raw) > room else b""
        entries += struct.pack(f"{order}HH{place}", tag, {"H": 3, "I": 4}[form], len(numbers)) + value
    top = struct.pack(f"{order}HHHQ", 43, 8, 0, start) if big else struct.pack(f"{order}HI", 42, start)
    mark = b"II" if order == "<" else b"MM"
    return mark + top + body + struct.pack(f"{order}{count}", len(tags)) + entries + bytes(room) + beyond


def ramp(bands, dtype):
    """Return (20, 24, bands) samples, different everywhere; the first three bands span 0 to 2550."""
    values = np.arange(20 * 24 * bands).reshape(20, 24, bands) * 7919 % 2551
    values[0, :2, :3] = [[0] * min(3, bands), [2550] * min(3, bands)]
    return values.astype(dtype)


@pytest.mark.parametrize("kind", [{}, {"big": True}, {"order": ">"}, {"rows": 7}, {"tile": 16}, {"packed": True}])
@pytest.mark.parametrize("bands", [2, 3, 4, 7])
@pytest.mark.parametrize("dtype", [np.uint16, np.int16, np.uint32, np.float32, np.float64])
def test_the_first_bands_are_red_green_and_blue(dtype, bands, kind, tmp_path):
    samples = ramp(bands, dtype)
    (tmp_path / "a.tif").write_bytes(planar(samples, **kind))
    picture = read_image(tmp_path / "a.tif")
    shown = samples[:, :, :3] if bands > 2 else samples[:, :, [0, 0, 0]]
    assert picture.levels == (0, 2550)
    assert np.abs(picture.pixels - shown.astype(float) / 10).max() <= 0.5
    assert any("bands" in words for words in picture.warnings) == (bands != 3)


def test_the_pixels_of_four_bands_of_16_bits_are_those_written(tmp_path):
    samples = np.zeros((2, 3, 4), np.uint16)
    samples[0, 0], samples[0, 1], samples[0, 2], samples[1] = (255, 0, 0, 9), (0, 255, 0, 9), (0, 0, 255, 9), 51
    (tmp_path / "a.tif").write_bytes(planar(samples, big=True, photometric=2))
    assert read_image(tmp_path / "a.tif").pixels.tolist() == [
        [[255, 0, 0], [0, 255, 0], [0, 0, 255]], [[51] * 3] * 3,
    ]  # fmt: skip


def test_mixed_and_plain_pictures_are_left_to_opencv(tmp_path):
    pixels = ramp(3, np.uint16)
    data = cv2.imencode(".tif", pixels[:, :, ::-1])[1].tobytes()
    assert garbled_by_opencv(data) is None
    assert garbled_by_opencv(planar(ramp(3, np.uint8), photometric=2)) is None
    assert garbled_by_opencv(b"\x89PNG") is None


def test_a_band_without_its_strips_is_refused(tmp_path):
    data = planar(ramp(3, np.uint16), rows=20)
    (tmp_path / "a.tif").write_bytes(
        data.replace(struct.pack("<HHII", 277, 3, 1, 3), struct.pack("<HHII", 277, 3, 1, 4))
    )
    with pytest.raises(BadFile, match="planar TIFF that cannot be read: its 4 bands have 3 strips or tiles"):
        read_image(tmp_path / "a.tif")


@pytest.mark.parametrize("cut", range(8, 200, 13))
def test_a_cut_one_is_refused_in_one_line(cut, tmp_path):
    data = planar(ramp(3, np.uint16))
    (tmp_path / "a.tif").write_bytes(data[: len(data) - cut])
    with pytest.raises(BadFile):
        read_image(tmp_path / "a.tif")
