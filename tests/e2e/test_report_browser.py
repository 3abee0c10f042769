"""The report in Debian's Chromium: read, sorted and filtered by mouse and keyboard, without network, and printed."""

from __future__ import annotations

import base64

import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.report.folder import Extras, write_folder
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.predictions import open_predictions

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The demo's report, open in a browser that reaches nothing but files."""
    from selenium import webdriver

    folder = tmp_path_factory.mktemp("report") / "out"
    dataset = ri.open_dataset(resource("demo"))
    outputs = open_predictions(resource("demo", "predictions", "early.rpn"))
    write_folder(ri.audit(dataset, "demo", outputs), folder, Extras(dataset=dataset))
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--window-size=1440,900", "--proxy-server=127.0.0.1:9"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    browser.get((folder / "report.html").as_uri())
    yield browser
    browser.quit()


def cells(page, column):
    """The texts of a column of the worst that are to be seen."""
    find = "return [...document.querySelectorAll('#worst tbody tr')].filter(row => row.offsetParent !== null)"
    return page.execute_script(f"{find}.map(row => row.cells[{column}].textContent)")


def heads(page):
    return page.find_elements("css selector", "#worst th button")


def test_nothing_is_refused_and_nothing_asked_for(page):
    assert page.get_log("browser") == []
    assert (
        page.execute_script(
            "return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"
        )
        == 0
    )


def test_every_picture_and_chart_is_drawn(page):
    assert page.execute_script("return [...document.images].every(one => one.complete && one.naturalWidth === 288)")
    assert page.execute_script(
        "return [...document.querySelectorAll('svg')].every(one => one.getBoundingClientRect().height > 100)"
    )
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_a_head_sorts_both_ways_by_number(page):
    [iou] = [head for head in heads(page) if head.text.startswith("Best IoU")]
    iou.click()
    up = [float(text) for text in cells(page, 5)]
    assert up == sorted(up)
    assert iou.find_element("xpath", "..").get_attribute("aria-sort") == "ascending"
    iou.send_keys("\ue007")  # Enter
    assert [float(text) for text in cells(page, 5)] == sorted(up, reverse=True)
    [image] = [head for head in heads(page) if head.text.startswith("Image")]
    image.click()
    assert cells(page, 1) == sorted(cells(page, 1))
    assert iou.find_element("xpath", "..").get_attribute("aria-sort") is None


def test_chips_and_words_filter_and_combine(page):
    whole = len(cells(page, 1))
    chip = page.find_element("css selector", "[data-kind=unmatched]")
    chip.click()
    assert chip.text == f"unmatched {len(cells(page, 1))}"
    assert all("unmatched" in text for text in cells(page, 11))
    search = page.find_element("css selector", "input[type=search]")
    search.send_keys("PERSON")
    assert 0 < len(cells(page, 1)) <= whole
    assert set(cells(page, 3)) == {"person"}
    search.clear()
    search.send_keys(" \b")
    page.find_element("css selector", "[data-kind='']").click()
    assert len(cells(page, 1)) == whole


def test_the_chip_of_an_end_lists_its_ground_truths(page):
    chip = page.find_element("css selector", "[data-kind=cut_by_top_k]")
    chip.click()
    lost_at = cells(page, 9)
    assert chip.text == f"cut_by_top_k {len(lost_at)}"
    assert {text.strip() for text in lost_at} == {"cut by top-k"}
    page.find_element("css selector", "[data-kind='']").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_parts_of_a_bar_are_seen_and_fill_it(page, scheme):
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    bars = page.execute_script(
        "return [...document.querySelectorAll('table.bars .bar')].map(bar => [bar.getBoundingClientRect().width,"
        " [...bar.children].map(part => [part.getBoundingClientRect().width, getComputedStyle(part).background])])"
    )
    assert len(bars) > 10
    for width, parts in bars:
        assert abs(width - sum(part for part, _ in parts) - (len(parts) - 1)) < 2  # a px between two
        assert all(part >= 1 for part, _ in parts)
        grounds = [ground for _, ground in parts]
        assert len(set(grounds)) == len(grounds)


def test_bars_are_sorted_by_what_is_lost(page):
    table = page.find_element("css selector", "table.bars")
    [head] = [head for head in table.find_elements("css selector", "th button") if head.text == "lost"]
    head.click()
    head.click()
    lost = [int(row.text) for row in table.find_elements("css selector", "tbody td:nth-child(4)")]
    assert lost == sorted(lost, reverse=True)
    assert len(lost) > 3


def test_a_picture_grows_by_click_and_by_key(page):
    box = page.find_element("css selector", "#worst tbody label input")
    picture = page.find_element("css selector", "#worst tbody label img")
    assert picture.rect["width"] == 96
    picture.click()
    assert picture.rect["width"] == 288
    box.send_keys(" ")
    assert picture.rect["width"] == 96


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_readable_on_either_ground(page, scheme):
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    colours = page.execute_script(
        "const of = one => getComputedStyle(one);"
        "const words = [...document.querySelectorAll('h1, p, td, th button, figcaption, a, .chips button')];"
        "return [of(document.body).backgroundColor, ...words.map(one => of(one).color),"
        " ...[...document.querySelectorAll('svg text')].map(one => of(one).fill)]"
    )
    ground, *texts = [luminance(colour) for colour in dict.fromkeys(colours)]
    assert len(texts) >= 3
    for text in texts:
        assert (max(ground, text) + 0.05) / (min(ground, text) + 0.05) >= 4.5


def luminance(colour):
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_page_prints(page):
    printed = base64.b64decode(
        page.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})["data"]
    )
    assert printed.startswith(b"%PDF")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not page.find_element("css selector", "nav").is_displayed()
    assert not page.find_element("css selector", ".tools").is_displayed()
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_the_page_reads_without_script(page):
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page.refresh()
    try:
        assert page.find_element("tag name", "h1").is_displayed()
        assert not page.find_element("css selector", ".tools").is_displayed()
        assert len(page.find_elements("css selector", "#worst tbody tr")) > 100
        assert page.find_elements("css selector", "th button") == []
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        page.refresh()


@pytest.fixture(scope="module")
def of_points(tmp_path_factory):
    """The report of a rule that needs outputs, over boxes of 3 px and of 300, two of them the same."""
    folder = tmp_path_factory.mktemp("points")
    record = Record("one.jpg", declared=(640, 640))
    for box in ((100.0, 100.0, 103.0, 103.0), (100.0, 100.0, 400.0, 420.0), (100.0, 100.0, 400.0, 420.0)):
        record.add(box, 0)
    dataset = Dataset(folder, "made here", [record], ("cat", "dog"), Notes())
    write_folder(ri.audit(dataset, "yolov8"), folder / "out")
    return (folder / "out" / "report.html").as_uri()


def test_candidates_and_odd_annotations_are_seen_at_any_width(page, of_points):
    before = page.current_url
    page.get(of_points)
    try:
        for width in (1440, 500):
            page.set_window_size(width, 900)
            assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth"), width
            [chart] = page.find_elements("css selector", "figure svg")
            assert 200 < chart.rect["width"] < 480
        heads = [head.text for head in page.find_elements("css selector", "#groups ~ .wide th")][:5]
        assert heads == ["class", "ground truths", "no candidate", "few candidates", "median √area, network px"]
        text = page.find_element("tag name", "main").text
        assert "1 of 3 with fewer candidates than the rule may take." in text
        assert "duplicates: boxes on another of the same class" in text
        assert page.get_log("browser") == []
    finally:
        page.set_window_size(1440, 900)
        page.get(before)
