"""An audit against an earlier one: a line for each rule that got worse, and none for one that did not."""

from __future__ import annotations

import copy
import json

import msgspec
import pytest
from odd_audit import audited
from PIL import Image

from rpn_inspector import __version__
from rpn_inspector.analysis.audit.baseline import SHARES, Baseline, compared, plain, read_baseline
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile

OLD = {
    "dataset": "d", "recipe": "r", "recipe_hash": "1", "images": 2, "boxes": 100, "used": 100, "unmatched": 5,
    "low_quality_only": 40, "few_positives": 30, "untouched": 1, "zero_size": 0, "recall": {"all": 0.5},
    "recall_at": 0.7,
    "by_class": [
        {"class": "cat", "boxes": 60, "matched": 30}, {"class": "dog", "boxes": 40, "matched": 20},
        {"class": "none", "boxes": 0, "matched": 0},
    ],
}  # fmt: skip


@pytest.fixture
def old(tmp_path):
    file = tmp_path / "audit.json"
    file.write_text(json.dumps(OLD))
    return read_baseline(file)


def compared_with(**changes):
    return msgspec.convert(OLD | changes, Baseline)


def lines(old, **changes):
    change = compared(old, copy.deepcopy(OLD) | changes)
    return plain(change.worse), plain(change.notes)


def test_equal_numbers_are_not_worse(old):
    assert lines(old) == ([], [])


@pytest.mark.parametrize("kind", SHARES)
def test_one_more_is_worse_and_one_less_is_not(old, kind):
    [worse], _ = lines(old, **{kind: OLD[kind] + 1})
    assert worse.startswith(f"{kind}: {OLD[kind] + 1} of 10")
    assert f"was {OLD[kind]} of 100 boxes" in worse
    if OLD[kind]:
        assert lines(old, **{kind: OLD[kind] - 1}) == ([], [])


def test_shares_count_not_numbers(old):
    # twice the boxes with twice the unmatched ones are as good as before
    double = {name: 2 * OLD[name] for name in ("boxes", "used", *SHARES)}
    worse, notes = lines(old, **double)
    assert worse == []
    assert notes == ["the dataset has 2 images and 200 boxes, was 2 and 100"]


@pytest.mark.parametrize("had", [True, False])
def test_what_is_lost_and_map_are_compared_where_both_have_outputs(tmp_path, had):
    outputs = {"ends": {"judged": 100, "lost": 10}, "evaluation": {"numbers": {"AP": 0.4}}}
    (tmp_path / "audit.json").write_text(json.dumps(OLD | (outputs if had else {})))
    old = read_baseline(tmp_path / "audit.json")
    assert lines(old, **outputs) == ([], [])
    missing = [
        "what is lost is not compared: there are no predictions now",
        "mAP is not compared: there is none now, was 0.4000",
    ]
    assert lines(old) == ([], missing if had else [])
    worse, _ = lines(old, ends={"judged": 50, "lost": 6}, evaluation={"numbers": {"AP": 0.35}})
    said = ["lost: 6 of 50 boxes (12.00%), was 10 of 100 boxes (10.00%)", "mAP: 0.3500, was 0.4000"]
    assert worse == (said if had else [])
    assert lines(old, ends={"judged": 50, "lost": 5}, evaluation={"numbers": {"AP": 0.45}}) == ([], [])
    assert lines(old, evaluation=None)[0] == lines(old, evaluation={"numbers": {"AP": None}})[0] == []


def test_recall_is_compared_as_a_whole_and_by_class(old):
    rows = copy.deepcopy(OLD["by_class"])
    rows[1]["matched"] = 10
    rows[0]["matched"] = 39
    worse, _ = lines(old, by_class=rows, recall={"all": 0.49})
    assert worse == [
        "recall: 49.00% of the boxes reach IoU 0.7, was 50.00%",
        "recall by class: 1 class worse: dog 25.00%, was 50.00%",
    ]
    assert lines(old, recall={"all": 0.5 - 1e-12}) == ([], [])  # rounding is no change


def test_a_rule_that_tells_no_matched_is_compared_by_the_rest(tmp_path):
    rows = [row | {"matched": None} for row in OLD["by_class"]]
    file, untold = tmp_path / "audit.json", {"by_class": rows, "recall": {"all": None}, "recall_at": None}
    file.write_text(json.dumps(OLD | untold))
    assert lines(read_baseline(file), **untold) == ([], [])
    assert lines(read_baseline(file), **untold, unmatched=6)[0][0].startswith("unmatched: 6")


def test_classes_of_one_name_are_told_apart(tmp_path):
    twice = [{"class": "cat", "boxes": 10, "matched": 9}, {"class": "cat", "boxes": 10, "matched": 1}]
    file = tmp_path / "audit.json"
    small = OLD | {"used": 20, "unmatched": 0, "low_quality_only": 0, "few_positives": 0}
    file.write_text(json.dumps(small | {"by_class": twice}))
    worse = compared(read_baseline(file), small | {"by_class": [twice[0] | {"matched": 8}, twice[1]]}).worse
    assert plain(worse) == ["recall by class: 1 class worse: cat 80.00%, was 90.00%"]


def test_what_dropped_out_is_no_win(old):
    """The only two unmatched boxes were in a picture that has no size any more."""
    fewer = {"boxes": 98, "used": 98, "unmatched": 3, "low_quality_only": 39, "few_positives": 29, "untouched": 0}
    lost = fewer | {"images": 1, "kinds": {"unknown_size": {"count": 1}}}
    assert lines(old, **lost)[0] == ["unknown_size: 1 of 2 images are in no count, was 0 of 2"]
    gone = fewer | {"images": 1}
    assert lines(old, **gone)[0] == ["images: 1, was 2"]
    assert lines(old, **gone, dataset="other")[0] == []  # said in a note
    assert lines(old, **fewer, skipped={"empty box": 2})[0] == ["left out by the reading: 2 records, empty box, was 0"]
    assert lines(old, **fewer, skipped={"empty box": 1})[0] == ["left out by the reading: 1 record, empty box, was 0"]
    assert lines(old, images=3, boxes=120)[0] == []
    assert lines(compared_with(skipped={"x": 2}), skipped={"x": 4}, boxes=200)[0] == []  # twice of all
    rows = copy.deepcopy(OLD["by_class"])
    rows[1] |= {"boxes": 0, "matched": 0}
    assert "no boxes any more of dog" in lines(old, by_class=rows)[1]


def test_a_picture_that_cannot_be_read_any_more_fails_the_command(tmp_path, capsys):
    """Sizes of plain pictures come from headers: one that is broken, then one that is gone."""
    data, boxes = tmp_path / "data", "0 0.5 0.5 0.4 0.4\n"
    (data / "images").mkdir(parents=True)
    (data / "labels").mkdir()
    for name in ("a", "b", "c"):
        Image.new("RGB", (320, 240)).save(data / "images" / f"{name}.png")
        (data / "labels" / f"{name}.txt").write_text(boxes)
    command = ["audit", str(data), "-r", "torchvision-fpn"]
    assert main([*command, "--output", str(tmp_path / "before")]) == 0
    baseline = ["--baseline", str(tmp_path / "before" / "audit.json")]
    assert main([*command, *baseline]) == 0
    (data / "images" / "a.png").write_bytes(b"\x89PNG\r\n")
    assert main([*command, *baseline]) == 1
    assert "failed on unknown_size: 1 of 3 images are in no count, was 0 of 3" in capsys.readouterr().err
    (data / "images" / "a.png").unlink()
    (data / "labels" / "a.txt").unlink()
    assert main([*command, *baseline]) == 1
    assert "failed on images: 2, was 3" in capsys.readouterr().err


def test_what_differs_is_said(old):
    _, notes = lines(old, recipe="other", recipe_hash="2", dataset="e", recall_at=0.5, recall={"all": 0.1})
    assert notes == [
        "another recipe: other, was r",
        "another dataset: e, was d",
        "recall is not compared: it is counted from IoU 0.5, was 0.7",
    ]
    assert lines(old, dataset="C:\\elsewhere\\d")[1] == lines(old, dataset="/home/x/d/")[1] == []  # another computer
    assert lines(old, recipe_hash="2")[1] == ["the recipe has other values than it had"]
    assert lines(old, recall_at=0.5, recall={"all": 0.1})[0] == []


def test_another_version_of_the_program_is_said(old):
    same = msgspec.structs.replace(old, version=__version__)
    other = msgspec.structs.replace(old, version="0.0.1")
    new = OLD | {"version": __version__}
    assert [plain(compared(one, new).notes) for one in (old, same, other)] == [
        [],
        [],
        [f"counted by version 0.0.1 of the program, now {__version__}"],
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("{", "is no audit.json to compare with"),
        ("[]", "Expected `object`"),
        ("{}", "missing required field `dataset`"),
        (json.dumps(OLD | {"unmatched": "5"}), r"Expected `int`, got `str` - at `\$.unmatched`"),
        (json.dumps(OLD | {"unmatched": -1}), "Expected `int` >= 0"),
        (json.dumps(OLD).replace("0.5", "NaN"), "is no audit.json"),
        (json.dumps(OLD | {"recall": {"all": 2}}), "<= 1"),
        (json.dumps(OLD | {"by_class": [{"class": "a"}]}), "missing required field `boxes`"),
        (json.dumps(OLD | {"tool": "other"}), "found one of other audit, wanted rpn-inspector audit"),
        (json.dumps(OLD | {"used": 101}), "used: found 101, wanted at most the 100 boxes"),
        (json.dumps(OLD | {"images": 0}), "images: found 0 with 100 boxes"),
        (json.dumps(OLD | {"unmatched": 101}), "unmatched: found 101, wanted at most the 100 in use"),
        (json.dumps(OLD | {"unmatched": 61}), "unmatched and low_quality_only: found 101 of 100"),
        (json.dumps(OLD | {"unmatched": 4, "kinds": {"unmatched": {"count": 5}}}), "found 4, and 5 among the kinds"),
        (json.dumps(OLD | {"by_class": OLD["by_class"][:1]}), "by_class: found 60 boxes in all, wanted the 100 in use"),
        (json.dumps(OLD).replace('"matched": 30', '"matched": 61'), "class cat: found 61 matched of 60"),
        (json.dumps(OLD).replace('"matched": 30', '"matched": 20'), "recall: found 50.0000%, and 40 of 100 matched"),
        (json.dumps(OLD | {"boxes": 1 << 60}), "<= 9007199254740992"),
        ("[" * 100_000, "is no audit.json"),
        ("\xff", "is no audit.json"),
    ],
)
def test_anything_else_is_refused_in_one_line(tmp_path, text, said):
    file = tmp_path / "audit.json"
    file.write_text(text, encoding="latin-1")
    with pytest.raises(BadFile, match=said) as error:
        read_baseline(file)
    assert len(str(error.value).splitlines()) == 1


def test_a_real_audit_is_its_own_baseline(tmp_path):
    made = document(audited(tmp_path / "data"))
    file = tmp_path / "audit.json"
    file.write_text(json.dumps(made))  # with the times, as --json prints them
    assert compared(read_baseline(file), made) == compared(read_baseline(file), document(audited(tmp_path / "data")))
    assert compared(read_baseline(file), made).worse == ()
