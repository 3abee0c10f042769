"""The list of pictures, the scan and its findings, with a real mouse and keyboard."""

import itertools
import json
import threading

import numpy as np
import pytest
from PIL import Image

from rpn_inspector.analysis.scan import scan

pytestmark = pytest.mark.xcb
MANY = 60


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A COCO dataset of many small pictures; number 7 has a box that touches no anchor's IoU threshold."""
    root = tmp_path_factory.mktemp("many")
    noise = np.random.default_rng(0).integers(0, 255, (240, 320, 3), np.uint8)
    Image.fromarray(noise).save(root / "0.jpg")
    data = (root / "0.jpg").read_bytes()
    images, annotations = [], []
    for number in range(MANY):
        (root / f"{number}.jpg").write_bytes(data)
        images.append({"id": number + 1, "file_name": f"{number}.jpg", "width": 320, "height": 240})
        side = 3 if number % 50 == 7 else 60
        annotations.append(
            {
                "id": number + 1,
                "image_id": number + 1,
                "category_id": 1,
                "bbox": [100, 80, side, side],
                "area": side * side,
                "iscrowd": 0,
            }
        )
    document = {"images": images, "annotations": annotations, "categories": [{"id": 1, "name": "thing"}]}
    (root / "annotations.json").write_text(json.dumps(document))
    return root


def listed(desk):
    """Read the names in the list, as far as they are in view."""
    images = desk.window.images
    return [images.model.name(int(images.model.rows[row])) for row in range(images.model.rowCount())]


def test_a_word_finds_pictures_and_escape_shows_all_again(desk):
    images = desk.window.images
    everything = listed(desk)
    desk.key("ctrl+f")
    desk.until(images.filter.hasFocus)
    word = everything[2][-6:]
    found = [name for name in everything if word in name]
    desk.type(word)
    desk.until(lambda: listed(desk) == found)
    assert len(found) < len(everything)
    desk.reads_soon(f"{len(found)} of {len(everything)}", images)
    desk.key("Escape")
    desk.until(lambda: images.count.text() == str(len(everything)))
    desk.key("Escape")
    desk.until(desk.window.canvas.hasFocus)


def test_the_list_is_sorted_and_filtered_by_its_menus(desk):
    images = desk.window.images
    everything = listed(desk)
    desk.until(lambda: images.scanner.report.complete and not images.scanner.running)
    desk.unfold(images.sort_button, "Ground truths")
    desk.until(lambda: "GT" in images.sort_button.text())
    counts = sorted(images.model.dataset.count(row) for row in range(len(everything)))
    desk.until(lambda: [images.model.dataset.count(int(row)) for row in images.model.rows] == counts)
    low_quality = images.scanner.report.images["low_quality_only"]
    desk.unfold(images.filter_button, f"Low-quality only  {low_quality:,}")
    desk.reads_soon("Low-quality only", images.chips)
    words = (f"{low_quality} of {len(everything)}", f"{len(everything)}")
    desk.until(lambda: len(listed(desk)) == low_quality and images.count.text() in words)
    desk.click(images.chips.chips[0])
    desk.until(lambda: images.count.text() == str(len(everything)))


def test_a_picture_is_chosen_by_click_and_by_key(desk):
    view = desk.window.images.list
    desk.click(view.viewport(), view.visualRect(view.model().index(2, 0)).center())
    desk.reads_image(3)
    desk.key("d")
    desk.reads_image(4)
    desk.key("Home")
    desk.reads_image(1)


def test_a_scan_is_stopped_and_goes_on(start, many, monkeypatch):
    window, clicked, looked = start.window, threading.Event(), itertools.count()
    row_of = scan.row_of

    def held(*arguments):
        """However slow the screen, the scan is under way when the button is clicked."""
        if next(looked) > 20:
            clicked.wait(60)
        return row_of(*arguments)

    monkeypatch.setattr(scan, "row_of", held)
    window.opening.open_path(many)
    findings = window.images.findings
    start.until(lambda: findings.button.isVisible() and not findings.button.visibleRegion().isEmpty())
    start.click(findings.button)
    start.until(lambda: window.images.scanner.stopped)
    clicked.set()
    start.until(lambda: not window.images.scanner.running)
    start.until(lambda: f" of {MANY} images" in findings.scope.text())
    start.until(lambda: findings.scope.text() in start.reads(findings))
    start.click(findings.button)
    start.until(lambda: findings.scope.text() == f"boxes in {MANY} images")
    start.reads_soon("boxes in", findings)


def test_a_finding_clicked_goes_to_its_place(start, many):
    window = start.window
    window.opening.open_path(many)
    findings = window.images.findings
    start.until(lambda: findings.scope.text() == f"boxes in {MANY} images")
    row = findings.rows["low_quality_only"]
    start.until(lambda: row.isVisible() and not row.visibleRegion().isEmpty())
    start.click(row)
    start.until(lambda: row.count_text.startswith("1 of") or row.short_text.startswith("1/"))
    start.until(lambda: window.workspace.state.gt is not None and not window.workspace.state.busy)
    image = window.workspace.state.index
    start.reads_image(image + 1, of=MANY)
    start.click(row)
    start.until(lambda: window.workspace.state.index != image)
    start.until(lambda: row.short_text.startswith("2/"))
