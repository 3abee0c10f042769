"""Pictures of every kind become RGB, or one line that says why not."""

import struct
import zlib

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.pictures import images
from rpn_inspector.data.pictures.headers import read_header
from rpn_inspector.data.pictures.images import read_image, read_size, turned_size


def write(path, array):
    _, data = cv2.imencode(path.suffix, array)
    path.write_bytes(data.tobytes())
    return path


def test_colours_are_rgb_and_sizes_come_from_the_header(tmp_path):
    blue = np.zeros((3, 5, 3), np.uint8)
    blue[..., 0] = 200
    path = write(tmp_path / "blue.png", blue)
    assert read_size(path) == (3, 5)
    picture = read_image(path)
    assert picture.pixels[0, 0].tolist() == [0, 0, 200]
    assert picture.warnings == ()


def test_sixteen_bits_are_scaled_not_wrapped(tmp_path):
    path = write(tmp_path / "deep.png", np.array([[0, 2040, 4080]], np.uint16))
    picture = read_image(path)
    assert picture.pixels[0, :, 0].tolist() == [0, 128, 255]
    assert "0 to 4080" in picture.warnings[0]


def test_a_cut_jpeg_is_shown_and_said(tmp_path):
    path = write(tmp_path / "whole.jpg", np.random.default_rng(0).integers(0, 255, (64, 64, 3)).astype(np.uint8))
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert read_size(cut) == (64, 64)
    assert any("cut off" in warning for warning in read_image(cut).warnings)
    assert read_image(path).warnings == ()


@pytest.mark.parametrize("kind", ["colour", "fine", "progressive", "grey", "cut"])
def test_a_jpeg_decoded_red_first_has_the_pixels_of_one_turned_after(kind, tmp_path, monkeypatch):
    pixels = np.random.default_rng(0).integers(0, 255, (37, 53) if kind == "grey" else (37, 53, 3), np.uint8)
    flags = {
        "fine": [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444],
        "progressive": [cv2.IMWRITE_JPEG_PROGRESSIVE, 1],
    }
    data = cv2.imencode(".jpg", pixels, flags.get(kind, []))[1].tobytes()
    path = tmp_path / "one.jpg"
    path.write_bytes(data[: len(data) // 2] if kind == "cut" else data)
    seen = read_image(path)
    monkeypatch.delattr(cv2, "IMREAD_COLOR_RGB", raising=False)  # as before OpenCV 4.11
    turned = read_image(path)
    assert (seen.pixels.flags.c_contiguous, seen.warnings, seen.size) == (True, turned.warnings, turned.size)
    np.testing.assert_array_equal(seen.pixels, turned.pixels)
    assert np.ptp(seen.pixels) > 100


def test_a_huge_picture_is_refused_from_its_header(tmp_path):
    header = b"IHDR" + struct.pack(">IIBBBBB", 60000, 60000, 1, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    (tmp_path / "bomb.png").write_bytes(data)
    with pytest.raises(BadFile, match="60000 x 60000 px is over the limit"):
        read_image(tmp_path / "bomb.png")


@pytest.mark.parametrize(
    ("data", "words"), [(b"", "0 bytes"), (b"<html>no</html>", "is not a picture"), (None, "read")]
)
def test_what_is_no_picture_is_refused(data, words, tmp_path):
    path = tmp_path / "x.jpg"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(BadFile, match=words):
        read_image(path)


def tiff(orientation, dtype=np.uint8, order="<"):
    """Return a grey TIFF of 3 x 2 px, values 0 to 5 from the top left."""
    pixels = np.arange(6).astype(np.dtype(dtype).newbyteorder(order)).tobytes()
    bits, form = 8 * np.dtype(dtype).itemsize, 3 if np.dtype(dtype).kind == "f" else 1
    tags = [
        (256, 3, 3), (257, 3, 2), (258, 3, bits), (259, 3, 1), (262, 3, 1), (273, 4, 134), (274, 3, orientation),
        (277, 3, 1), (278, 3, 2), (339, 3, form),
    ]  # fmt: skip
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "IH", 8, len(tags))
    for tag, kind, value in tags:
        head += struct.pack(order + "HHI", tag, kind, 1)
        head += struct.pack(order + ("HH" if kind == 3 else "I"), *((value, 0) if kind == 3 else (value,)))
    return head + struct.pack(order + "I", 0) + pixels


def with_exif(jpeg, orientation):
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">HH", orientation, 0) + b"\0\0\0\0"
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


TURNS = {1: "abcdef", 2: "cbafed", 3: "fedcba", 4: "defabc", 5: "adbecf", 6: "daebfc", 7: "fcebda", 8: "cfbead"}


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("order", "<>")
def test_a_tiff_is_shown_as_stored_or_as_turned(orientation, order, tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(orientation, order=order))
    stored, turned = read_image(path), read_image(path, turned=True)
    assert (read_size(path), read_size(path, turned=True)) == (stored.size, turned.size) == ((2, 3), turned.size)
    assert turned.size == ((3, 2) if orientation > 4 else (2, 3))
    assert stored.pixels[..., 0].ravel().tolist() == [0, 1, 2, 3, 4, 5]
    assert "".join("abcdef"[value] for value in turned.pixels[..., 0].ravel()) == TURNS[orientation]
    assert turned_size(path) == ((3, 2) if orientation > 4 else None)


@pytest.mark.parametrize("orientation", TURNS)
def test_turning_a_jpeg_agrees_with_opencv(orientation, tmp_path):
    _, data = cv2.imencode(".jpg", np.random.default_rng(0).integers(0, 255, (16, 24, 3)).astype(np.uint8))
    path = tmp_path / "a.jpg"
    path.write_bytes(with_exif(data.tobytes(), orientation))
    theirs = cv2.imread(str(path), cv2.IMREAD_COLOR)[..., ::-1]
    np.testing.assert_array_equal(read_image(path, turned=True).pixels, theirs)
    assert read_image(path).size == (16, 24)
    words = "; ".join(read_image(path, turned=True).warnings)
    assert words == (
        "" if orientation == 1 else f"EXIF orientation {orientation} is applied: boxes belong to the turned picture"
    )


@pytest.mark.parametrize("dtype", [np.uint16, np.float32])
def test_levels_may_be_chosen(dtype, tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(1, dtype))
    assert read_image(path).levels == (0, 5)
    assert read_image(path).pixels[..., 0].ravel().tolist() == [0, 51, 102, 153, 204, 255]
    assert read_image(path, levels=(2, 4)).pixels[..., 0].ravel().tolist() == [0, 0, 0, 128, 255, 255]


NEWER = [suffix for suffix in (".jp2", ".avif") if cv2.haveImageWriter(f"a{suffix}")]  # of this OpenCV


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".webp", ".tif", ".gif", ".ppm", ".pgm", ".pbm", *NEWER])
def test_every_kind_tells_its_size_from_its_first_bytes(suffix, tmp_path):
    colours = np.full((34, 50, 3) if suffix not in (".pgm", ".pbm") else (34, 50), 7, np.uint8)
    data = cv2.imencode(suffix, colours)[1].tobytes()
    header = read_header(data if suffix == ".tif" else data[:400])
    assert header.size == (34, 50)
    kinds = {".jpg": "jpeg", ".tif": "tiff", ".ppm": "pnm", ".pgm": "pnm", ".pbm": "pnm"}
    assert header.kind == kinds.get(suffix, suffix[1:])
    (tmp_path / f"a{suffix}").write_bytes(data)
    assert read_image(tmp_path / f"a{suffix}").size == (34, 50)


@pytest.mark.parametrize(
    "data",
    [
        b"RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\xff\xff\x00\xff\xff\x00",
        b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\xff\xff\xff\x0f",
        b"II*\0\x08\0\0\0\x02\0" + struct.pack("<HHIIHHII", 256, 4, 1, 50000, 257, 4, 1, 50000) + b"\0\0\0\0",
        b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0"
        + struct.pack("<HHQQHHQQ", 256, 4, 1, 50000, 257, 4, 1, 50000)
        + bytes(8),
        b"BM" + bytes(12) + struct.pack("<Iii", 40, 50000, -50000),
        b"GIF89a\xff\xff\xff\xff",
        b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03" + bytes(20),
        b"P6 # huge\n50000\n50000 255\n",
        b"\xff\x4f\xff\x51" + struct.pack(">HH4I", 47, 0, 50000, 50000, 0, 0) + bytes(30),
        b"\0\0\0\x14ftypavif\0\0\0\0mif1" + b"\0\0\0\x14ispe" + struct.pack(">III", 0, 50000, 50000),
    ],
)
def test_a_huge_picture_of_any_kind_is_refused_from_its_header(data, tmp_path):
    (tmp_path / "huge.jpg").write_bytes(data)
    with pytest.raises(BadFile, match=r"px is over the limit of 1[0-9,]+ px"):
        read_image(tmp_path / "huge.jpg")


def test_a_big_tiff_whose_directory_is_beyond_any_file_is_refused(tmp_path):
    (tmp_path / "a.tif").write_bytes(b"II+\0\x08\0\0\0" + b"\xff" * 40)
    with pytest.raises(BadFile, match="is not a picture"):
        read_size(tmp_path / "a.tif")


def test_what_stands_behind_a_long_preface_is_read_all_the_same(tmp_path):
    _, data = cv2.imencode(".jpg", np.zeros((16, 24, 3), np.uint8))
    preface = (b"\xff\xe2\xff\xff" + bytes(65533)) * 5
    (tmp_path / "a.jpg").write_bytes(data.tobytes()[:2] + preface + data.tobytes()[2:])
    assert read_size(tmp_path / "a.jpg") == (16, 24)


def test_a_huge_jpeg_is_shown_reduced_and_keeps_its_own_size(tmp_path, monkeypatch):
    pixels = np.zeros((403, 805, 3), np.uint8)
    pixels[:, 400:] = 255
    path = tmp_path / "a.jpg"
    path.write_bytes(cv2.imencode(".jpg", pixels)[1].tobytes())
    monkeypatch.setattr(images, "MAX_PIXELS", 100_000)
    for shown, step in ((100_000, 2), (21_000, 4), (1, 8)):
        monkeypatch.setattr(images, "SHOWN_PIXELS", shown)
        picture = read_image(path)
        assert (picture.size, picture.reduced) == ((403, 805), step)
        assert picture.pixels.shape == (-(-403 // step), -(-805 // step), 3)
        edge = int(np.flatnonzero(picture.pixels[10, :, 0] > 127)[0])
        assert abs(edge * step - 400) <= step
        assert f"805 x 403 px are shown at 1/{step} of each side" in "; ".join(picture.warnings)


@pytest.mark.parametrize(("suffix", "words"), [(".png", "for a PNG, which is only decoded whole"), (".tif", "TIFF")])
def test_a_huge_picture_that_cannot_be_decoded_small_is_refused(tmp_path, monkeypatch, suffix, words):
    monkeypatch.setattr(images, "MAX_PIXELS", 1000)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(cv2.imencode(suffix, np.zeros((40, 50, 3), np.uint8))[1].tobytes())
    with pytest.raises(BadFile, match=f"50 x 40 px is over the limit of 1,000 px.*{words}"):
        read_image(path)
    assert read_size(path) == (40, 50)


def test_a_huge_progressive_jpeg_is_refused_and_a_turned_one_keeps_its_turned_size(tmp_path, monkeypatch):
    pixels = np.zeros((400, 800, 3), np.uint8)
    (tmp_path / "p.jpg").write_bytes(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_PROGRESSIVE, 1])[1].tobytes())
    data = cv2.imencode(".jpg", pixels)[1].tobytes()
    tiff_ = b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHIHH", 0x112, 3, 1, 6, 0) + bytes(4)
    exif = b"\xff\xe1" + struct.pack(">H", 8 + len(tiff_)) + b"Exif\0\0" + tiff_
    (tmp_path / "t.jpg").write_bytes(data[:2] + exif + data[2:])
    monkeypatch.setattr(images, "MAX_PIXELS", 1000)
    with pytest.raises(BadFile, match="progressive JPEG"):
        read_image(tmp_path / "p.jpg")
    picture = read_image(tmp_path / "t.jpg", turned=True)
    assert (picture.size, picture.reduced, picture.pixels.shape) == ((800, 400), 2, (400, 200, 3))
