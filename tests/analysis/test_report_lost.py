"""The ends of ground truths in the report: bars that add up, rows with end and detection, sentences in the summary."""

from __future__ import annotations

import base64
import dataclasses
import re

import cv2
import lxml.html
import numpy as np
import pytest
from odd_audit import CLASSES, PICTURES, write

import rpn_inspector as ri
from rpn_inspector.analysis.audit import lost_tables
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.end_names import END_NAMES, ERROR_MEANINGS, ERROR_NAMES, ORDER, SHORT_NAMES
from rpn_inspector.analysis.audit.lost import REACH, End
from rpn_inspector.analysis.audit.tables import SIDES
from rpn_inspector.analysis.audit.tide import NEAR, Error
from rpn_inspector.analysis.report import worst
from rpn_inspector.analysis.report.folder import Extras, write_folder
from rpn_inspector.analysis.report.headlines import title_of
from rpn_inspector.analysis.report.lost_headlines import lost_headlines, title
from rpn_inspector.core.resources import resource
from rpn_inspector.data.predictions import open_predictions


@pytest.fixture(scope="module")
def demo():
    return ri.open_dataset(resource("demo"))


@pytest.fixture(scope="module")
def found(demo):
    return ri.audit(demo, "demo", open_predictions(resource("demo", "predictions", "early.rpn")))


@pytest.fixture(scope="module")
def written(found, tmp_path_factory):
    target = tmp_path_factory.mktemp("lost") / "out"
    write_folder(found, target)
    return target


@pytest.fixture(scope="module")
def page(written):
    return lxml.html.fromstring((written / "report.html").read_text(encoding="utf-8"))


def detections(folder, boxes):
    """The audit of the odd dataset with detections of a file: ``boxes`` of (image id, category id, box, score)."""
    import json

    dataset = ri.open_dataset(write(folder / "data"))
    file = folder / "results.json"
    rows = [{"image_id": i, "category_id": c, "bbox": box, "score": score} for i, c, box, score in boxes]
    file.write_text(json.dumps(rows), encoding="utf-8")
    return dataset, ri.audit(dataset, "torchvision-fpn", open_predictions(file))


def test_each_bar_is_whole_and_the_groups_add_up(found, page):
    outputs = found.predicted
    tables = page.xpath("//table[@class='bars sortable']")
    makers = (lost_tables.ends_by_class, lost_tables.ends_by_size, lost_tables.ends_by_side)
    makers += (lost_tables.ends_by_best_anchor, lost_tables.ends_by_level)
    assert len(tables) == len(makers)
    for table, make in zip(tables, makers, strict=True):
        groups = make(found, outputs)
        rows = {row.xpath("td")[0].text: row for row in table.xpath("tbody/tr")}
        assert rows.keys() == {name for name, boxes in zip(groups.name, groups.boxes, strict=True) if boxes}
        for name, row in rows.items():
            at = groups.name.index(name)
            parts = row.xpath(".//i")
            widths = [float(re.search(r"width: ([\d.]+)%", part.get("style"))[1]) for part in parts]
            assert sum(widths) == pytest.approx(100, abs=0.01)
            ends = [End[part.get("class").split()[1].upper()] for part in parts]
            assert ends == [end for end in ORDER if groups.ends[at, end]]  # lost first, found last
            assert widths == pytest.approx([100 * groups.ends[at, end] / groups.boxes[at] for end in ends], abs=1e-3)
            boxes, lost = (int(cell.text.replace(",", "")) for cell in row.xpath("td[@class='number']")[:2])
            assert (boxes, lost) == (groups.boxes[at], groups.boxes[at] - groups.ends[at, End.FOUND])
        assert groups.boxes.sum() == outputs.judged.sum()
        assert ((groups.place >= 0) == outputs.judged).all()


def test_groups_of_sides_are_octaves_of_network_px(found):
    groups = lost_tables.ends_by_side(found, found.predicted)
    for row in np.flatnonzero(found.predicted.judged).tolist():
        low, high = map(float, groups.name[groups.place[row]].split(" to "))
        assert low <= found.side[row] < high
        assert high == 2 * low


def test_the_share_found_by_side_is_that_of_its_ground_truths(found):
    share, outputs = lost_tables.found_by_side(found), found.predicted
    for place in np.flatnonzero(~np.isnan(share)).tolist():
        inside = outputs.judged & (found.side >= SIDES[place]) & (found.side < SIDES[place + 1])
        assert share[place] == (outputs.end[inside] == End.FOUND).mean()
    assert (~np.isnan(share)).sum() == len(np.unique(np.searchsorted(SIDES, found.side[outputs.judged], "right")))


def test_a_listed_ground_truth_says_its_end_and_its_score(found, page):
    rows = page.xpath("//table[@id='worst']/tbody/tr")
    heads = [head.text_content() for head in page.xpath("//table[@id='worst']/thead//th")]
    listed = worst.worst_rows(found)
    assert len(rows) == len(listed)
    score, lost = heads.index("Score"), heads.index("Lost at")
    for row, cells in zip(listed, (row.xpath("td") for row in rows), strict=True):
        known = float(found.predicted.score[row])
        assert cells[score].text == ("–" if np.isnan(known) else f"{known:.4f}")
        end = int(found.predicted.end[row])
        wanted = (
            "–" if end < 0 else {1: "unmatched", 2: "never", 3: "low score", 4: "cut by", 5: "suppr", 0: "found"}[end]
        )
        assert wanted in cells[lost].text_content()
    chips = {chip.get("data-kind"): chip.text for chip in page.xpath("//button[@data-kind]")}
    listed_lost = int(found.predicted.lost[listed].sum())
    assert chips["no_proposal"] == f"no_proposal {listed_lost}"


def test_every_end_and_error_has_a_name_with_the_ious_that_are_asked_for():
    assert set(ORDER) == set(END_NAMES) == set(SHORT_NAMES) == set(End)
    assert set(ERROR_NAMES) == set(ERROR_MEANINGS) == set(Error)
    ious = {
        word for names in (END_NAMES, SHORT_NAMES, ERROR_MEANINGS) for words in names.values() for word in words.split()
    }
    assert {word for word in ious if word[0].isdigit()} == {f"{REACH:.2f}", f"{NEAR:.2f}"}
    assert END_NAMES[End.NO_ANCHOR] == "unmatched"  # the glossary's word


def test_ground_truths_are_counted_from_1(found, page):
    rows = page.xpath("//h3[starts-with(text(), 'The hardest ground truths')]/following::table[1]/tbody/tr")
    told = [(row[0].text_content(), row[1].text_content()) for row in rows]
    made = document(found)
    assert told == [(each["image"], str(each["gt"] + 1)) for each in made["hardest"]] != []
    rows = page.xpath("//h3[starts-with(text(), 'The costliest anchors')]/following::table[1]/tbody/tr")
    wanted = ["–" if each["gt"] is None else str(each["gt"] + 1) for each in made["costliest"]]
    assert [row[2].text_content() for row in rows] == wanted != []


def test_the_hardest_images_are_those_of_the_highest_loss(found, page):
    made = document(found)["hardest_images"]
    total = found.predicted.loss[:, 2]
    known = sorted(total[np.isfinite(total)].tolist(), reverse=True)
    assert [row["total"] for row in made] == known[:20]
    assert [total[found.annotations.names.index(row["image"])] for row in made] == known[:20]
    [table] = page.xpath("//h3[starts-with(., 'The hardest images')]/following-sibling::div[1]//tbody")
    assert [row.xpath("td")[0].text for row in table] == [row["image"] for row in made]


def test_title_and_sentences_name_the_largest_end(found, written):
    made = document(found)
    ends = made["ends"]
    assert ends["judged"] < made["used"]
    assert str(title(made)) == "92 of 140 ground truths are lost, most of them by a top-k"
    assert str(title(made | {"used": ends["judged"]})) == "66 in 100 ground truths are lost, most of them by a top-k"
    [top, never, name] = lost_headlines(made)
    assert str(top.text).startswith(f"{ends['cut_by_top_k']} of the {ends['lost']} lost")
    before, last = ends["at"]["cut_level"], ends["at"]["cut_final"]
    assert str(top.detail) == f"{before} by the top-k before NMS, {last} by the last one; 0 were too small."
    assert f"{ends['never_reaches']} of the {ends['lost']}" in str(never.text)
    assert str(name.text) == "Of classes with 10 ground truths or more person is lost most: 45 of 53."
    assert str(name.text) in made["sentences"]
    text = (written / "summary.md").read_text(encoding="utf-8")
    assert text.startswith(f"### {title(made)}\n")
    assert f"| cut by top-k | {ends['cut_by_top_k']} | {100 * ends['cut_by_top_k'] / ends['judged']:.1f} % |" in text


def test_a_headline_of_one_is_in_the_singular(found):
    made = document(found)
    made["ends"] |= dict.fromkeys(("no_anchor", "never_reaches", "low_score", "cut_by_top_k"), 0)
    made["ends"] |= {"lost": 1, "suppressed": 1, "suppressed_by_another": 1}
    top = lost_headlines(made)[0]
    assert str(top.text) == "1 of the 1 lost ground truths was suppressed."
    assert str(top.detail) == "By a box of another ground truth."
    assert str(title(made)).endswith("ground truths are lost, by suppression")


def test_without_outputs_nothing_of_them_is_said(found, tmp_path):
    bare = dataclasses.replace(found, predicted=None)
    write_folder(bare, tmp_path / "out")
    page = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    assert not page.xpath("//*[@id='ends']")
    assert "Lost at" not in page.text_content()
    assert title(document(bare)) == title_of(document(bare))
    assert lost_headlines(document(bare)) == []


def test_equal_inputs_give_equal_bytes_with_pictures_too(found, demo, tmp_path):
    for name in ("one", "two"):
        write_folder(found, tmp_path / name, Extras(dataset=demo))
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


def test_the_nearest_detection_is_named_and_drawn_blue(tmp_path):
    # the second picture's 50 px box at (400, 100), missed by a box of another class beside
    dataset, found = detections(tmp_path, [(2, 1, [420, 100, 50, 50], 0.75), (2, 1, [5, 5, 9, 9], 0.9)])
    pixels = np.full((480, 640, 3), (0, 0, 255), np.uint8)
    (dataset.root / PICTURES[1][0]).parent.mkdir()
    (dataset.root / PICTURES[1][0]).write_bytes(cv2.imencode(".png", pixels)[1].tobytes())
    dataset = ri.open_dataset(dataset.root / "annotations.json")
    write_folder(found, tmp_path / "out", Extras(dataset=dataset))
    page = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    assert "Blue: the nearest detection." in page.text_content()
    rows = [
        row
        for row in page.xpath("//table[@id='worst']/tbody/tr")
        if f"{CLASSES[0]} 0.750 at IoU 0.43" in row.text_content()
    ]
    [row] = rows  # 30 px of 50 in common, 70 together
    shown = cv2.imdecode(
        np.frombuffer(base64.b64decode(row.xpath(".//img/@src")[0].split(",")[1]), np.uint8), cv2.IMREAD_COLOR
    )
    assert (np.abs(shown.astype(int) - worst.BLUE).max(2) < 60).sum() > 50


def test_names_in_sentences_and_bars_are_text(tmp_path):
    _, found = detections(tmp_path, [(1, 1, [10, 10, 64, 64], 0.9)])
    write_folder(found, tmp_path / "out")
    page = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    assert not page.xpath("//img")
    assert CLASSES[0] in [row.text for row in page.xpath("//table[@class='bars sortable']//td[1]")]
