"""Pictures of every kind become RGB, or one line that says why not."""

import struct
import zlib

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.images import read_image, read_size


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
