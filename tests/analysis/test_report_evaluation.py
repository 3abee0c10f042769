"""mAP and its errors in the report: the document's numbers, and bars of the lost ground truths behind each error."""

from __future__ import annotations

import dataclasses
import re

import lxml.html
import pytest
from coco_cases import coco_files

import rpn_inspector as ri
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.end_names import ERROR_NAMES
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.analysis.report.evaluation_section import evaluation_headlines, evaluation_section
from rpn_inspector.analysis.report.folder import write_folder


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    truths, boxes = coco_files(tmp_path_factory.mktemp("coco"), 5, pictures=10)
    dataset = ri.open_dataset(truths)
    return ri.audit(dataset, "torchvision-mobilenet-320", ri.open_predictions(boxes, dataset), workers=1)


@pytest.fixture(scope="module")
def written(found, tmp_path_factory):
    target = tmp_path_factory.mktemp("evaluation") / "out"
    write_folder(found, target)
    return target


@pytest.fixture(scope="module")
def page(written):
    return lxml.html.fromstring((written / "report.html").read_text(encoding="utf-8"))


def test_the_page_has_the_twelve_numbers_and_those_of_the_classes(found, page):
    text, told = page.text_content(), document(found)["evaluation"]
    heads = page.xpath("//h2[@id='errors']/following::table[1]//th")
    cells = page.xpath("//h2[@id='errors']/following::table[1]//td")
    assert {head.text: cell.text for head, cell in zip(heads, cells, strict=True)} == {
        name: f"{value:.4f}" for name, value in told["numbers"].items()
    }
    rows = [
        [cell.text for cell in row] for row in page.xpath("//h3[text()='AP by class']/following::table[1]/tbody/tr")
    ]
    there = sorted((row for row in told["by_class"] if row["boxes"]), key=lambda row: -row["boxes"])
    assert rows == [[row["class"], f"{row['boxes']}", f"{row['AP']:.4f}", f"{row['AP50']:.4f}"] for row in there]
    assert page.xpath("//nav//a[@href='#errors']")
    [headline] = evaluation_headlines(document(found))
    assert text.count(str(headline.text)) == 1
    assert str(headline.detail) in text


def test_the_bar_of_an_error_is_of_its_lost_ground_truths_on_one_scale(found, page):
    told = document(found)["evaluation"]["errors"]
    rows = page.xpath("//table[@class='errors']/tbody/tr")
    assert [row.xpath("td[1]")[0].text for row in rows] == [ERROR_NAMES[Error[each["error"].upper()]] for each in told]
    most = max(each["lost"] for each in told)
    for row, each in zip(rows, told, strict=True):
        numbers = [cell.text for cell in row.xpath("td[@class='number']")]
        assert numbers == [
            f"{100 * each['points']:+.2f}",
            *(f"{each[key]}" for key in ("count", "ground_truths", "lost")),
        ]
        parts = {part.get("class").split()[1]: part.get("style") for part in row.xpath(".//i")}
        widths = {end: float(re.search(r"width: ([\d.]+)%", style)[1]) for end, style in parts.items()}
        lost = {name: each["ends"][name] for name in (end.name.lower() for end in End) if name != "found"}
        assert widths == pytest.approx({name: 100 * count / most for name, count in lost.items() if count}, abs=1e-3)
        words = [f"{count} {'unmatched' if name == 'no_anchor' else 'had'}" for name, count in lost.items() if count]
        assert all(word in row.xpath("td[last()]")[0].text_content() for word in words)


def test_the_summary_has_numbers_and_errors(found, written):
    text, told = (written / "summary.md").read_text(encoding="utf-8"), document(found)["evaluation"]
    assert "**mAP and its errors**" in text
    assert f"| {' | '.join(told['numbers'])} |" in text
    assert f"| {' | '.join(f'{value:.4f}' for value in told['numbers'].values())} |" in text
    for each in told["errors"]:
        name = ERROR_NAMES[Error[each["error"].upper()]]
        start = f"| {name} | {100 * each['points']:+.2f} | {each['count']} | {each['ground_truths']} |"
        assert start in text


def test_the_costliest_anchors_are_listed(found, page):
    made = document(found)
    rows = page.xpath("//h3[starts-with(text(), 'The costliest anchors')]/following::table[1]/tbody/tr")
    assert [(row[0].text, row[1].text, row[2].text) for row in rows] == [
        (each["image"], f"{each['anchor']:,}", "–" if each["gt"] is None else f"{each['gt'] + 1:,}")
        for each in made["costliest"]
    ]


def test_without_an_evaluation_the_report_says_why(found, tmp_path):
    none = dataclasses.replace(found, evaluation=None, no_evaluation="hotcoco <b> is not installed")
    write_folder(none, tmp_path / "out")
    page = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    assert page.xpath("//h2[@id='errors']/following::p[1]")[0].text == "No mAP: hotcoco <b> is not installed."
    assert not page.xpath("//table[@class='errors']")
    assert r"No mAP: hotcoco \<b\> is not installed." in (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")
    bare = document(dataclasses.replace(none, predicted=None, no_evaluation=""))
    assert evaluation_section(bare) is None
    assert evaluation_headlines(bare) == []
