"""The report: one file that loads nothing, names as text, pictures of the worst, and charts of the numbers."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import os
import re
from dataclasses import replace

import cv2
import lxml.etree
import lxml.html
import numpy as np
import pytest
from odd_audit import CLASSES, PICTURES, audited, write

import rpn_inspector as ri
from rpn_inspector.analysis.audit.comparison import AuditComparison, comparison_document
from rpn_inspector.analysis.audit.dataset_changes import datasets_comparison
from rpn_inspector.analysis.audit.findings import findings_of
from rpn_inspector.analysis.audit.suggest import suggest_anchors, suggestions_document
from rpn_inspector.analysis.report import folder as report
from rpn_inspector.analysis.report import worst
from rpn_inspector.analysis.report.charts import charts_of
from rpn_inspector.analysis.report.compared import worse_texts
from rpn_inspector.analysis.report.crop import AROUND
from rpn_inspector.analysis.report.folder import Extras, level_sides, write_folder
from rpn_inspector.core.resources import resource
from rpn_inspector.core.text import Text, UserName


@pytest.fixture(scope="module")
def demo():
    return ri.open_dataset(resource("demo"))


@pytest.fixture(scope="module")
def found(demo):
    return ri.audit(demo, "demo")


@pytest.fixture(scope="module")
def text(demo, found, tmp_path_factory):
    folder = tmp_path_factory.mktemp("page") / "out"
    write_folder(found, folder, Extras(dataset=demo, command="rpn-inspector audit x --output DIR"))
    return (folder / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """The page of a dataset of odd names with pictures, under a recipe with a name and levels that are markup."""
    folder = tmp_path_factory.mktemp("odd")
    file = write(folder / "<img src=x>")
    rng = np.random.default_rng(1)
    for name, height, width, _ in PICTURES:
        (file.parent / name).parent.mkdir(exist_ok=True)
        pixels = cv2.imencode(".jpg", rng.integers(0, 255, (height, width, 3), np.uint8))[1]
        (file.parent / name).write_bytes(pixels.tobytes())
    recipe = ri.load_recipe("torchvision-fpn").to_toml()
    recipe = recipe.replace('name = "torchvision-fpn"', 'name = "<script>alert(1)</script>"')
    recipe = re.sub(r'names = \["P2", "P3"', 'names = ["<b>&", "P3"', recipe)
    (folder / "odd.toml").write_text(recipe, encoding="utf-8")
    dataset = ri.open_dataset(file)
    extras = Extras(
        dataset=dataset, command="rpn-inspector audit '<img src=x>'", baseline=[Text.of("{x}", x=UserName("<u>y</u>"))]
    )
    made = ri.audit(dataset, folder / "odd.toml")
    write_folder(made, folder / "out", extras)
    return made, (folder / "out" / "report.html").read_text(encoding="utf-8")


def rows(page, which):
    return page.xpath(f"//table[@id='{which}']/tbody/tr")


def test_nothing_is_loaded_and_no_script_runs_but_its_own(text):
    page = lxml.html.fromstring(text)
    sources = [value for value in page.xpath("//@src | //@href | //@*[name()='xlink:href']") if value[0] != "#"]
    assert sources
    assert all(source.startswith("data:image/jpeg;base64,") for source in sources)
    assert "url(" not in text
    assert "@import" not in text
    [script] = page.xpath("//script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'; ")
    assert f"script-src 'sha256-{digest}'" in policy
    assert len(text.encode()) < 6_000_000


@pytest.mark.skipif(os.name == "nt", reason="no file there has such a name")
def test_names_are_text_everywhere(odd):
    made, text = odd
    page = lxml.html.fromstring(text)
    plain = page.text_content()
    for name in (*CLASSES[:3], PICTURES[0][0], "<script>alert(1)</script>", "<u>y</u>"):
        assert name in plain
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//u | //b | //*[@onerror] | //img[not(starts-with(@src, 'data:image/jpeg'))]")
    assert "<b>&" in made.recipe.anchors.names
    assert any("<b>&" in label for label in page.xpath("//svg/@aria-label"))
    assert "\u202e" not in text


def test_a_negative_number_has_one_sign(text):
    plain = lxml.html.fromstring(text).xpath("//body")[0].text_content()
    assert re.search(r"would have means .*−0\.\d+ .* and stds", plain)


def test_every_picture_has_words(found, text):
    page = lxml.html.fromstring(text)
    pictures = page.xpath("//img")
    assert pictures
    assert all(re.match(r"ground truth \d+, \w+, in .*: \d+ by \d+ px, white", one.get("alt")) for one in pictures)
    counted = [
        row - int(found.annotations.first[found.annotations.image_of(row)]) + 1 for row in worst.worst_rows(found)
    ]
    told = [int(one.get("alt").split()[2].rstrip(",")) for one in pictures]
    assert told == counted[: len(told)]  # from 1, as in the window
    charts = page.xpath("//svg")
    assert len(charts) == 3 + 4
    assert all(chart.get("role") == "img" and len(chart.get("aria-label")) > 20 for chart in charts)


def test_a_page_of_200_pictures_is_under_6_mb(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (240, 320, 3), np.uint8)
    boxes = [(0, 10 + at % 7, 5 + at, 4, 200) for at in range(25)]
    file = write(tmp_path / "data", [(f"{at}.png", 240, 320, boxes) for at in range(12)])
    for at in range(12):
        (file.parent / f"{at}.png").write_bytes(cv2.imencode(".png", noise)[1].tobytes())
    dataset = ri.open_dataset(file)
    write_folder(ri.audit(dataset, "torchvision-fpn"), tmp_path / "out", Extras(dataset=dataset))
    text = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert text.count("data:image/jpeg") == worst.MOST == 200
    assert len(text) < 6_000_000


def test_a_thumbnail_shows_the_truth_white_and_the_anchor_green():
    from rpn_inspector.data.pictures.images import Picture

    picture = Picture(pixels=np.full((400, 600, 3), (0, 0, 255), np.uint8), size=(400, 600))
    data = worst._thumbnail(picture, np.array([100.0, 100, 200, 200]), np.array([150.0, 50, 300, 260]))
    shown = cv2.imdecode(np.frombuffer(base64.b64decode(data.split(",")[1]), np.uint8), cv2.IMREAD_COLOR)
    assert shown.shape == (worst.HEIGHT, worst.WIDTH, 3)
    scale = min(worst.WIDTH / (200 * AROUND), worst.HEIGHT / (210 * AROUND))
    corner = np.array([200.0, 155]) - np.array([worst.WIDTH, worst.HEIGHT]) / scale / 2

    def at(x, y):
        return shown[tuple(np.rint((np.array([x, y]) - corner) * scale).astype(int)[::-1])].astype(int)

    assert np.abs(at(100, 150) - worst.WHITE).max() < 60
    assert np.abs(at(300, 150) - worst.GREEN).max() < 60
    assert np.abs(at(270, 100) - (255, 0, 0)).max() < 60  # the picture, blue first


def test_a_thumbnail_beyond_the_picture_is_grey_and_of_one_size():
    from rpn_inspector.data.pictures.images import Picture

    picture = Picture(pixels=np.zeros((10, 10, 3), np.uint8), size=(10, 10))
    for box in ([0, 0, 1, 1], [-500, -500, -400, -400], [0, 0, 10, 4000], [9, 9, 9.5, 9.5]):
        data = worst._thumbnail(picture, np.array(box, float), None)
        shown = cv2.imdecode(np.frombuffer(base64.b64decode(data.split(",")[1]), np.uint8), cv2.IMREAD_COLOR)
        assert shown.shape == (worst.HEIGHT, worst.WIDTH, 3)


def test_a_picture_that_cannot_be_decoded_is_said(tmp_path):
    file = write(tmp_path / "data")
    (file.parent / PICTURES[0][0]).write_bytes(b"no picture")
    dataset = ri.open_dataset(file)
    write_folder(ri.audit(dataset, "torchvision-fpn"), tmp_path / "out", Extras(dataset=dataset))
    text = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8")).text_content()
    assert re.search(r"No picture of \d of them: .*(is not a picture|is not found)", text)


def test_without_a_decoder_there_are_no_pictures_and_it_says_so(found, demo, tmp_path, monkeypatch):
    from rpn_inspector.core.extras import MissingExtra

    def none():
        raise MissingExtra("OpenCV, which decodes pictures,", "pictures")

    monkeypatch.setattr(worst, "opencv", none)
    write_folder(found, tmp_path / "out", Extras(dataset=demo))
    page = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    assert not page.xpath("//img")
    assert "OpenCV, which decodes pictures, is not installed" in page.text_content()


def test_the_worst_of_every_kind_are_there_in_order(found, text):
    page = lxml.html.fromstring(text)
    listed = worst.worst_rows(found)
    assert len(rows(page, "worst")) == len(listed) == len(set(listed)) == worst.MOST
    unmatched = [row for row in listed if found.unmatched[row]]
    assert unmatched == listed[: len(unmatched)]
    assert len(unmatched) == found.unmatched.sum()  # all of few
    assert np.all(np.diff(found.best_iou[unmatched]) >= 0)
    chips = [button.get("data-kind") for button in page.xpath("//button[@data-kind]")]
    assert chips == ["", *(kind for kind, each in findings_of(found).items() if each.count)]
    kinds = {kind for row in rows(page, "worst") for kind in row.get("data-kinds").split()}
    assert kinds == set(chips) - {""}


def test_the_worst_fit_worst_whatever_their_positives(found):
    """Of two boxes learned by the low-quality rule alone the one of the lower best IoU is worse."""
    two, none = np.zeros(len(found.used), bool), np.full(len(found.used), -1)
    two[:2] = True
    positives, best = np.zeros(len(two), int), np.full(len(two), np.nan)
    positives[:2], best[:2] = (3, 9), (0.6, 0.3)
    changed = {"used": two, "gt_positives": positives, "best_iou": best, "owner": none, "inside": np.zeros_like(two)}
    assert worst.worst_rows(replace(found, **changed, found={"low_quality_only": two})) == [1, 0]
    few = replace(found, **changed | {"gt_positives": np.where(two, [1, 2] + [0] * (len(two) - 2), 0)}, found={})
    assert worst.worst_rows(few) == [0, 1]


def test_the_recall_chart_has_a_point_for_each_side_and_a_line_for_each_anchor(found):
    [recall, best, levels] = charts_of(found, level_sides(found))
    svg = lxml.etree.fromstring(recall.svg)
    space = {"s": "http://www.w3.org/2000/svg"} if svg.nsmap else {}
    find = (lambda path: svg.xpath(path, namespaces=space)) if space else svg.xpath
    sides = {side for level in level_sides(found) for side in level}
    assert len(find("//line[@stroke-dasharray]")) == len(sides)
    used = found.side[found.used]

    def at(side):
        return math.floor(4 * math.log2(side))

    quarters = {at(side) for side in used.tolist()}
    assert len(find("//circle")) == len(quarters)
    [near] = find("//path[@stroke='var(--second)']/@d")
    shares = [
        np.mean([best >= 0.5 for side, best in zip(used, found.best_iou[found.used], strict=True) if at(side) == place])
        for place in sorted(quarters)
    ]
    height = 154  # px of the chart's ground
    assert [float(point.split()[1]) for point in re.split("[ML] ", near)[1:]] == pytest.approx(
        [height * (1 - share) for share in shares], abs=0.01
    )
    assert "Thin: 0.50 or more." in recall.caption
    assert f"{found.positives.sum():,} over all" in levels.caption
    assert f"{int(found.used.sum()):,} ground truths" in lxml.etree.fromstring(best.svg).get("aria-label")


@pytest.mark.parametrize("recipe", ["yolov3-416", "ssd300-torchvision", "efficientdet-d0", "paper-vgg16"])
def test_every_kind_of_recipe_has_a_page(tmp_path, recipe):
    write_folder(audited(tmp_path / "data", recipe), tmp_path / "out")
    page = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    assert page.xpath("//h1")
    assert "nan" not in page.text_content().lower().split()


def test_a_dataset_of_nothing_has_a_page(tmp_path):
    file = write(tmp_path / "data", [("a.jpg", 100, 100, [])])
    write_folder(ri.audit(ri.open_dataset(file), "torchvision-fpn"), tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Nothing was found." in page


def test_suggestions_stand_in_the_page(tmp_path):
    made = audited(tmp_path / "data")
    suggestions = suggestions_document(suggest_anchors(made, workers=1))
    write_folder(made, tmp_path / "out", Extras(suggestions=suggestions))
    text = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8")).text_content()
    for each in suggestions["proposals"]:
        assert each["name"] in text
    assert "only training tells" in text
    assert json.loads((tmp_path / "out" / "audit.json").read_bytes())["suggestions"] == suggestions
    summary = (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")
    columns = [suggestions["now"], *(each["numbers"] for each in suggestions["proposals"])]
    shares = [f"{each['boxes_reached']:.1%}" for each in columns]
    assert f"| ground truths reached | {' | '.join(shares)} |" in summary
    assert summary.count("  - worse: ") == sum(len(worse_texts(each)) for each in suggestions["proposals"])
    assert "Small, medium and large in original px: area of the box under 32²" in summary


def test_comparisons_stand_in_page_summary_and_json(found, demo, tmp_path):
    other = ri.audit(demo, "torchvision-fpn")
    against, beside = (
        comparison_document(AuditComparison(a=found, b=other, anchors=None)),
        datasets_comparison(found, other),
    )
    beside["dataset"] = ["/a/<b>one", "/a/two|"]
    given = {"against": against, "against_dataset": beside}
    write_folder(found, tmp_path / "out", Extras(comparisons=given))
    page = lxml.html.fromstring((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    matrix = page.xpath("//h2[@id='compared']/following-sibling::div[1]//tbody/tr")
    cells = [[int(cell.get("data-value")) for cell in row.xpath("td[position() > 1]")] for row in matrix]
    assert cells == against["matrix"]
    text = page.text_content()
    assert f"{against['moved']} ground truths have another state under torchvision-fpn" in text
    heads = page.xpath("//h2[@id='datasets']/following-sibling::div[1]//th")
    assert [head.text_content() for head in heads] == ["", "<b>one", "two|"]
    summary = (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")
    assert "**Another recipe**" in summary
    assert "|  | `<b>one` | `two\\|` |" in summary
    assert f"| ground truths | {found.boxes:,} | {other.boxes:,} |" in summary
    written = json.loads((tmp_path / "out" / "audit.json").read_bytes())
    assert {key: written[key] for key in given} == given


def test_without_the_extra_the_rest_is_written_and_it_says_so(found, tmp_path, monkeypatch):
    monkeypatch.setattr(report, "lacking", lambda extra: ["leather"] if extra == "report" else [])
    assert write_folder(found, tmp_path / "out") == ['no report.html: wanted pip install "rpn-inspector[report]"']
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(report.NAMES - {"report.html"})
