"""The sentences of an audit, from literal numbers: what weighs most stands first, and names the numbers told."""

from __future__ import annotations

import copy

import pytest
from odd_audit import audited

from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.report.headlines import headlines, part_of, percent, title_of


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    numbers = document(audited(tmp_path_factory.mktemp("odd") / "data"), times=False)
    none = dict.fromkeys(("unmatched", "low_quality_only", "few_positives", "untouched", "zero_size"), 0)
    numbers |= none | {"used": 1000, "boxes": 1000, "positives_without_overlap": 0, "recall_at": 0.7}
    numbers |= {"recall": {"all": 0.5}, "by_class": [], "by_size": [], "targets": numbers["targets"] | {"std": None}}
    return numbers


def row(name, boxes, recall, side=50.0):
    return {"class": name, "boxes": boxes, "recall": recall, "unmatched": 0, "low_quality_only": 0, "median_side": side}


def title(made, **changes):
    return title_of(made | changes).translated(str)


def told(made, sides=(32.0, 128.0, 64.0, 512.0), **changes):
    found = headlines(copy.deepcopy(made) | changes, sides)
    return [(each.text.translated(str), each.detail.translated(str)) for each in found]


def test_the_title_is_the_largest_part_that_anchors_fail(made):
    assert title(made, unmatched=120, low_quality_only=900) == "12 in 100 ground truths have no positive anchor"
    assert title(made, unmatched=4, low_quality_only=900) == (
        "90 in 100 ground truths are positive by the low-quality rule alone"
    )
    assert title(made, unmatched=4) == "4 in 1,000 ground truths have no positive anchor"
    assert title(made, few_positives=300) == "30 in 100 ground truths have one or two positive anchors"
    assert title(made) == "Every ground truth has a positive anchor, and 50.0 % reach IoU 0.7"
    assert title(made, recall_at=None, recall={"all": None}) == "Every ground truth has a positive anchor"
    assert title(made, used=0) == "No ground truth takes part in the assignment"


def test_what_weighs_most_stands_first(made):
    few_lost = told(made, unmatched=1, low_quality_only=770)
    assert [text for text, _ in few_lost] == [
        "770 of 1,000 positive by the low-quality rule alone.",
        "1 of 1,000 ground truths without a positive anchor.",
    ]
    assert told(made, unmatched=100, low_quality_only=770)[0][0].startswith("100 of 1,000 ground truths without")
    assert told(made) == []


@pytest.mark.parametrize(
    ("side", "said"),
    [
        (9.13, "Smaller than the anchors: a median side of 9.1 network px, the smallest anchor's is 32."),
        (900.0, "Larger than the anchors: a median side of 900.0 network px, the largest anchor's is 512."),
        (50.0, "A median side of 50.0 network px, between the anchors of 32 and 64: shape or steps of size."),
        (64.0, "Not for want of sizes: a median side of 64.0 network px, as the anchors of 64: it is the shape."),
        (None, ""),
    ],
)
def test_the_class_that_fits_worst_says_whether_sizes_are_the_reason(made, side, said):
    classes = [row("cat", 600, 0.6), row("dog", 400, 0.1, side), row("rare", 3, 0.0)]
    [(text, detail)] = told(made, by_class=classes)
    worst = "dog fits worst: 10.0 % of 400 reach IoU 0.7, against 50.0 % of all."
    assert text == f"Of classes with 10 ground truths or more {worst}"
    assert detail == said


def test_parts_and_shares_in_words():
    assert [part_of(count, 1_000_000) for count in (235_000, 10_000, 4_000, 12)] == [
        "24 in 100", "1 in 100", "4 in 1,000", "12 of 1,000,000",
    ]  # fmt: skip
    assert (percent(0.12345), percent(None)) == ("12.3 %", "–")
