"""A picture is found by the path that another tool knows it under, or the line says why none is."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.find_picture import index_of_path, taken_words
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.session.open_request import OpenRequest, open_all

FILES = ("train/cam1/1.png", "train/cam2/1.png", "val/cam1/1.png", "train/cam1/2.png", "only.png")


@pytest.fixture(params=["coco", "pictures"])
def dataset(request, tmp_path):
    root = tmp_path / "data"
    images = []
    for number, name in enumerate(FILES):
        file = root / "images" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(file), np.zeros((8, 8, 3), np.uint8))
        images.append({"id": number, "file_name": name, "width": 8, "height": 8})
    if request.param == "coco":
        box = {"id": 1, "image_id": 0, "category_id": 1, "bbox": [1, 1, 4, 4]}
        document = {"images": images, "categories": [{"id": 1, "name": "cat"}], "annotations": [box]}
        (root / "instances.json").write_text(json.dumps(document), encoding="utf-8")
    return open_dataset(root)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("train/cam2/1.png", "train/cam2/1.png"),
        ("images/train/cam2/1.png", "train/cam2/1.png"),
        ("/mnt/other/root/train/cam2/1.png", "train/cam2/1.png"),
        (r"D:\root\images\val\cam1\1.png", "val/cam1/1.png"),
        ("file:///srv/images/val/cam1/1.png", "val/cam1/1.png"),
        ("s3://bucket/images/train/cam1/2.png", "train/cam1/2.png"),
        ("./2.png", "train/cam1/2.png"),
        ("../../elsewhere/only.png", "only.png"),
        ("ONLY.PNG", "only.png"),
        ("/tmp/cache/only.jpg", "only.png"),
    ],
)
def test_other_roots_separators_and_addresses(dataset, path, wanted):
    assert dataset.names[index_of_path(dataset, path)].endswith(wanted)


def test_the_file_itself_is_taken_whatever_its_name_says(dataset, tmp_path, monkeypatch):
    for name in FILES:
        found = dataset.names[index_of_path(dataset, tmp_path / "data" / "images" / name)]
        assert found.endswith(name)
    monkeypatch.chdir(tmp_path / "data" / "images" / "val" / "cam1")
    assert dataset.names[index_of_path(dataset, "1.png")].endswith("val/cam1/1.png")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/elsewhere/1.png", "may be any of 3 pictures"),
        ("cam1/1.png", "may be any of 2 pictures"),
        ("test/cam2/1.png", "holds no picture for the path"),
        ("train/cam3/1.png", "holds no picture for the path"),
        ("onyl.png", "near: "),
        ("nothing\x1b[31m/<b>.png", "holds no picture"),
        ("a" * 5000, "holds no picture"),
        ("a\0b", "holds no picture"),
        ("", "holds no picture"),
        ("..", "holds no picture"),
    ],
)
def test_what_fits_several_or_none_is_said_in_a_line(dataset, path, words, capsys):
    with pytest.raises(InspectorError, match=words):
        index_of_path(dataset, path)
    assert main(["inspect", str(dataset.root), "--image-path", path, "-r", "demo"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "\x1b" not in told[0]


def test_commands_and_the_window_take_the_path(dataset, tmp_path, capsys):
    root, path = str(dataset.root), "/mnt/x/val/cam1/1.png"
    assert main(["inspect", root, "--image-path", path, "-r", "demo", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["image"].endswith("val/cam1/1.png")
    both = ["recipes", "diff", "torchvision-mobilenet-320", "demo", "--dataset", root, "--image-path", path, "--json"]
    assert main(both) == 0
    assert json.loads(capsys.readouterr().out)["image"].endswith("val/cam1/1.png")
    opened, _, index = open_all(OpenRequest(dataset.root, image_path=path))
    assert opened.names[index].endswith("val/cam1/1.png")


def test_which_picture_was_taken_for_another_path_is_said(dataset, tmp_path, capsys):
    root, own = str(dataset.root), tmp_path / "data" / "images" / "only.png"
    elsewhere = tmp_path / "train" / "only.png"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(own.read_bytes())
    for path, words in ((own, ""), (elsewhere, "by its name taken for"), (tmp_path / "lacks" / "only.bmp", "only.png")):
        assert main(["inspect", root, "--image-path", str(path), "-r", "demo", "--json"]) == 0
        told = [line for line in capsys.readouterr().err.splitlines() if "taken for" in line]
        assert len(told) == bool(words)
        assert all(words in line and "only.png" in line for line in told)
    assert taken_words(dataset, index_of_path(dataset, "images/only.png"), "images/only.png") == ""
    address = "https://user:secret@host/images/only.png?sig=secret"
    assert "secret" not in taken_words(dataset, index_of_path(dataset, address), address)
    with pytest.raises(InspectorError, match="holds no picture") as caught:
        index_of_path(dataset, "https://user:secret@host/nothing.png?sig=secret")
    assert "secret" not in str(caught.value)
    cv2.imwrite(str(elsewhere), np.full((8, 8, 3), 9, np.uint8))
    with pytest.raises(InspectorError, match=r"is another file than the dataset's .*only\.png; say --image"):
        index_of_path(dataset, elsewhere)


@pytest.mark.parametrize(
    ("given", "found"),
    [([], "neither"), (["--image", "only", "--image-path", "only.png"], "both")],
)
def test_one_choice_of_a_picture(given, found, capsys, tmp_path):
    assert main(["inspect", str(tmp_path), *given, "-r", load_recipe("demo").name]) == 2
    assert f"found {found}" in capsys.readouterr().err
    assert main(["open", "--image-path", "x.png"]) == 2
    assert "found no DATASET" in capsys.readouterr().err


FOLDER = st.sampled_from(["", "a", "b", "a/b", "cam1", "cam2/x"])
NAME = st.text("abc123 _-%é", min_size=1, max_size=6).filter(lambda text: text.strip(" ") == text)


@given(st.lists(st.tuples(FOLDER, NAME), min_size=1, max_size=12, unique=True), st.sampled_from(["", "/mnt/z/", "Z:/"]))
def test_every_picture_is_found_under_any_root_by_its_whole_path(places, root):
    paths = ["/".join(filter(None, (folder, f"{name}.png"))) for folder, name in places]
    dataset = Dataset(Path("nowhere"), "", [Record(path) for path in paths], (), Notes())
    for index, path in enumerate(paths):
        try:
            found = index_of_path(dataset, root + path)
        except InspectorError:
            found = index if root else -1  # nothing is guessed where another root leaves a choice
        assert found == index
