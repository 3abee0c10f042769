"""Layouts of class heads, merged arrays and decoded boxes: whatever the way of writing, the same outputs."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import sigmoid, softmax
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import open_predictions, prediction_for

SAMPLE = Sample("a.jpg", (240, 320), np.array([[40, 50, 140, 150.0], [200, 60, 280, 180]]), gt_class=np.array([0, 2]))
DEMO, RETINA = load_recipe("demo"), load_recipe("retinanet-torchvision")
SSD, YOLO = load_recipe("ssd300-torchvision"), load_recipe("yolov3-416")


def table(name, **fields):
    return f"[{name}]\n" + "".join(f"{key} = {value!r}\n" for key, value in fields.items())


def read(folder, text, recipe, **arrays):
    """Return what a layout of ``text`` makes of the arrays of one picture."""
    np.savez(folder / "a.npz", **arrays)
    (folder / "l.toml").write_text(text, encoding="utf-8")
    return prediction_for(open_predictions(folder / "a.npz", layout=folder / "l.toml"), SAMPLE, recipe)


def raw(recipe, columns, seed=0):
    """Return logits (N,) or (N, columns) and deltas (N, 4), float32."""
    size, generator = inspect(SAMPLE, recipe).grid.size, np.random.default_rng(seed)
    logits = generator.normal(-2, 2, (size, columns) if columns else size)
    return logits.astype(np.float32), generator.normal(0, 0.2, (size, 4)).astype(np.float32)


BOXES = table("deltas", names=["t"], layout="N,4")


@pytest.mark.parametrize("layout", ["N", "N,1", "1,N,1", "N,C"])
def test_axes_of_length_one_may_be_left_out(tmp_path, layout):
    logits, deltas = raw(DEMO, 0)
    text = table("objectness", names=["s"], layout=layout) + BOXES
    shapes = [(-1, 1), (1, -1, 1)] if layout == "N,C" else [(-1,), (-1, 1), (1, -1, 1), (1, 1, -1), (1, -1)]
    for shape in shapes:
        found = read(tmp_path, text, DEMO, s=logits.reshape(shape), t=deltas[None])
        np.testing.assert_array_equal(found.flat(inspect(SAMPLE, DEMO).grid)[0], logits)


@pytest.mark.parametrize("recipe", [RETINA, YOLO, SSD], ids=lambda recipe: recipe.loss.objectness)
def test_probabilities_of_classes_become_the_logits_of_the_recipes_loss(tmp_path, recipe):
    logits, deltas = raw(recipe, 4)
    p = softmax(logits) if recipe is SSD else sigmoid(logits, "float64")
    text = table("objectness", names=["s"], layout="N,C", values="probability") + BOXES
    found = read(tmp_path, text, recipe, s=p[None], t=deltas).objectness
    wanted = logits - (np.log(np.exp(logits).sum(1, keepdims=True)) if recipe is SSD else 0)
    np.testing.assert_allclose(found, wanted, atol=1e-4)


def test_a_background_beside_sigmoid_scores_is_cut_off_wherever_it_stands(tmp_path):
    logits, deltas = raw(RETINA, 3)
    nothing = np.full((len(logits), 1), 9, np.float32)
    for said, stored in [
        ({"background": "first"}, [nothing, logits]),
        ({"background": "last"}, [logits, nothing]),
        ({"background": "none"}, [logits]),
        ({"columns": "1:"}, [nothing, logits]),
        ({"columns": "0:3"}, [logits, nothing]),
        ({"columns": [1, 2, 3]}, [nothing, logits, nothing]),
    ]:
        text = table("objectness", names=["s"], layout="N,C", **said) + BOXES
        found = read(tmp_path, text, RETINA, s=np.concatenate(stored, 1), t=deltas)
        np.testing.assert_array_equal(found.objectness, logits)


def test_the_background_of_a_softmax_is_brought_to_the_front_or_worked_out(tmp_path):
    logits, deltas = raw(SSD, 4)
    p = softmax(logits)
    for values, background, stored, wanted in [
        ("logit", "last", np.roll(logits, -1, 1), logits),
        ("probability", "last", np.roll(p, -1, 1), np.log(p)),
        ("probability", "none", p[:, 1:], np.log(p)),
    ]:
        text = table("objectness", names=["s"], layout="N,C", values=values, background=background) + BOXES
        found = read(tmp_path, text, SSD, s=stored, t=deltas)
        np.testing.assert_allclose(found.objectness, wanted, atol=1e-3)
    text = table("objectness", names=["s"], layout="N,C", values="probability") + BOXES
    with pytest.raises(BadPredictions, match=r"an anchor's probabilities add up to 0.[0-9]+, wanted 1"):
        read(tmp_path, text, SSD, s=p[:, 1:], t=deltas)
    text = table("objectness", names=["s"], layout="N,C", background="none") + BOXES
    with pytest.raises(BadPredictions, match="logits without the background's, which a softmax needs"):
        read(tmp_path, text, SSD, s=p[:, 1:], t=deltas)


def test_outputs_of_more_classes_than_the_dataset_say_so():
    sample = Sample("a.jpg", SAMPLE.size, SAMPLE.gt, gt_class=np.array([0, 1]), classes=("cat", "dog"))
    for recipe, columns, hint in [(RETINA, 3, "if one is the background's"), (YOLO, 2, "taken for the confidence")]:
        logits, deltas = raw(recipe, columns)
        (told,) = [w for w in inspect(sample, recipe, Prediction(logits, deltas)).warnings if w.kind == "class_columns"]
        assert hint in told.text
    assert not inspect(sample, RETINA, Prediction(*raw(RETINA, 2))).warnings


def planes(recipe, values):
    """Return flat ``values`` (N, columns) level by level, (1, A, columns, H, W)."""
    found = []
    for level in inspect(SAMPLE, recipe).grid.levels:
        rows = values[level.offset : level.offset + level.count]
        height, width = level.shape
        found.append(rows.reshape(height, width, len(level.base), -1).transpose(2, 3, 0, 1)[None])
    return found


@pytest.mark.parametrize(
    ("layout", "order", "shape"),
    [
        ("A{n},H,W", (0, 1, 2, 3, 4), lambda a, c, h, w: (1, a * c, h, w)),
        ("A,H,W,C", (0, 1, 3, 4, 2), lambda a, c, h, w: (1, a, h, w, c)),
        ("{n}A,H,W", (0, 2, 1, 3, 4), lambda a, c, h, w: (1, a * c, h, w)),
        ("H,W,A{n}", (0, 3, 4, 1, 2), lambda a, c, h, w: (h, w, a * c)),
    ],
)
def test_boxes_and_scores_in_one_axis_are_cut_apart(tmp_path, layout, order, shape):
    for recipe, columns, score in [(DEMO, 1, [4]), (YOLO, 4, "4:")]:
        logits, deltas = raw(recipe, columns)
        merged = planes(recipe, np.concatenate([deltas, logits], 1))
        names, axes = [f"out{number}" for number in range(len(merged))], layout.format(n=4 + columns)
        text = table("objectness", names=names, layout=axes, columns=score)
        text += table("deltas", names=names, layout=axes, columns="0:4")
        arrays = {
            name: part.transpose(order).reshape(shape(*part.shape[1:]))
            for name, part in zip(names, merged, strict=True)
        }
        flat = read(tmp_path, text, recipe, **arrays).flat(inspect(SAMPLE, recipe).grid, recipe.loss.objectness)
        np.testing.assert_array_equal(flat[0].reshape(logits.shape), logits)
        np.testing.assert_array_equal(flat[1], deltas)


def written(boxes, frame, form, order, unit, of):
    """Return boxes, network px, as a layout's fields say."""
    stored = frame.to_original(boxes) if of == "picture" else boxes.astype(np.float64)
    height, width = frame.original_size if of == "picture" else frame.padded_size
    stored = stored / ([width, height, width, height] if unit == "fraction" else 1)
    begin, end = stored[:, :2], stored[:, 2:]
    if form != "corners":
        begin, end = (begin + end) / 2 if form == "centre" else begin, end - begin
    both = np.concatenate([begin, end], 1)
    return both[:, [1, 0, 3, 2]] if order == "yx" else both


@settings(max_examples=15)
@given(
    form=st.sampled_from(["corners", "centre", "corner"]),
    order=st.sampled_from(["xy", "yx"]),
    unit=st.sampled_from(["px", "fraction"]),
    of=st.sampled_from(["input", "picture"]),
    recipe=st.sampled_from(["demo", "paper-vgg16", "efficientdet-d0", "retinanet-mmdet", "yolov3-416-darknet"]),
)
def test_a_decoded_box_of_every_anchor_becomes_the_deltas_that_decode_to_it(
    tmp_path_factory, form, order, unit, of, recipe
):
    folder, chosen = tmp_path_factory.mktemp("boxes"), load_recipe(recipe)
    logits, deltas = raw(chosen, 0 if chosen.loss.objectness in ("bce", "softmax") else 3)
    result = inspect(SAMPLE, chosen, Prediction(logits, deltas))
    boxes = result.predicted(np.arange(result.grid.size))
    fields = {"form": form, "order": order, "unit": unit, "of": of}
    stored = written(boxes, result.frame, **fields)
    text = table("objectness", names=["s"], layout="N" if logits.ndim == 1 else "N,C")
    text += table("boxes", names=["b"], layout="N,4", **fields)
    found = read(folder, text, chosen, s=logits[None], b=stored[None])
    assert not found.encoded_back
    again = inspect(SAMPLE, chosen, found)
    np.testing.assert_allclose(again.predicted(np.arange(result.grid.size)), boxes, atol=2e-2)
    np.testing.assert_array_equal(again.logits, result.logits)


@pytest.mark.parametrize("first", [0, 1])
def test_the_boxes_that_an_export_kept_are_put_back_with_their_classes(tmp_path, first):
    kept = np.array([[40, 50, 140, 150], [42, 52, 142, 152], [200, 60, 280, 180], [0, 0, 0, 0]], np.float32)
    text = table("objectness", names=["scores"], layout="N", values="probability")
    text += table("boxes", names=["boxes"], layout="N,4", of="picture")
    text += table("classes", names=["labels"], layout="N", first=first)
    arrays = {
        "scores": np.array([[0.9, 0.8, 0.7, 0]], np.float32),
        "boxes": kept[None],
        "labels": np.array([[0, 2, 1, 0]], np.float32) + first,
    }
    found = read(tmp_path, text, RETINA, **arrays)
    assert found.encoded_back
    assert found.left_out == 0  # what fills up with a score of 0 is no box
    result = inspect(SAMPLE, RETINA, found)
    np.testing.assert_allclose(result.to_original(result.proposals.boxes), kept[:3], atol=1e-2)
    assert [found.classes[anchor] for anchor in result.proposals.anchor.tolist()] == ["0", "2", "1"]
    outputs = open_predictions(tmp_path / "a.npz", layout=tmp_path / "l.toml")
    assert outputs.encoded_back
    assert outputs.indexed
    with pytest.raises(BadPredictions, match="holds decoded boxes, wanted a recipe and a picture"):
        outputs.get("a")


def test_a_merged_array_of_boxes_and_scores_of_other_anchors_takes_each_boxs_best_class(tmp_path):
    """(1, 4 + classes, boxes), as exports of YOLO without anchors have."""
    merged = np.zeros((1, 7, 5), np.float32)
    merged[0, :4, 0], merged[0, 4:, 0] = [90, 100, 100, 100], [0.1, 0.8, 0.2]
    merged[0, :4, 1], merged[0, 4:, 1] = [240, 120, 80, 120], [0.6, 0.1, 0.2]
    text = table("objectness", names=["o"], layout="C,N", columns="4:", values="probability")
    text += table("boxes", names=["o"], layout="C,N", columns=[0, 1, 2, 3], form="centre", of="picture")
    found = read(tmp_path, text, RETINA, o=merged)
    result = inspect(SAMPLE, RETINA, found)
    np.testing.assert_allclose(result.proposals.scores[:2], [0.8, 0.6], atol=1e-6)
    assert [found.classes[anchor] for anchor in result.proposals.anchor[:2].tolist()] == ["1", "0"]
    np.testing.assert_allclose(
        result.to_original(result.proposals.boxes[:2]), [[40, 50, 140, 150], [200, 60, 280, 180]], atol=1e-2
    )


ROWS = np.array([[40, 50, 140, 150, 0.9, 2], [200, 60, 280, 180, 0.7, 1], [0, 0, 0, 0, 0, 0]], np.float32)
BY_ROWS = table("objectness", names=["o"], layout="N,6", columns=[4], values="probability")
BY_ROWS += table("boxes", names=["o"], layout="N,6", columns="0:4", of="picture")


@pytest.mark.parametrize("first", [0, 1])
def test_rows_of_box_score_and_class_are_cut_apart_by_a_layout(tmp_path, first):
    text = BY_ROWS + table("classes", names=["o"], layout="N,6", columns=[5], first=first)
    found = read(tmp_path, text, RETINA, o=ROWS[None] + np.float32([0, 0, 0, 0, 0, first]))
    result = inspect(SAMPLE, RETINA, found)
    np.testing.assert_allclose(result.to_original(result.proposals.boxes), ROWS[:2, :4], atol=1e-2)
    assert [found.classes[anchor] for anchor in result.proposals.anchor.tolist()] == ["2", "1"]
    assert found.doubt == ""


@pytest.mark.parametrize("columns", [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 5, 4]])
@pytest.mark.parametrize("scale", [1, 1 / 320])
def test_rows_of_box_score_and_class_alone_are_guessed_and_said_so(tmp_path, columns, scale):
    size = np.array([scale, scale * 320 / 240, scale, scale * 320 / 240, 1, 1])
    rows = (ROWS * (size if scale < 1 else 1))[:, columns].astype(np.float32)
    np.savez(tmp_path / "0.npz", rows=np.zeros((0, 6), np.float32))
    np.savez(tmp_path / "a.npz", rows=rows)
    outputs = open_predictions(tmp_path)
    assert (outputs.encoded_back, outputs.indexed, outputs.layout) == (True, True, None)
    found = outputs.predict(SAMPLE, RETINA)
    result = inspect(SAMPLE, RETINA, found)
    np.testing.assert_allclose(result.to_original(result.proposals.boxes), ROWS[:2, :4], atol=1e-2)
    assert [found.classes[anchor] for anchor in result.proposals.anchor.tolist()] == ["2", "1"]
    unit = "fractions" if scale < 1 else "px"
    order = "score, class" if columns[4] == 4 else "class, score"
    said = next(each.text for each in result.warnings if each.kind == "decoded_unit")
    assert f"guessed to be x1, y1, x2, y2, {order} in {unit} of the stored picture" in said


DECODED = {"boxes": ROWS[:, :4], "scores": ROWS[:, 4], "labels": ROWS[:, 5].astype(np.int64)}


@pytest.mark.parametrize("scale", [1, 1 / 320])
@pytest.mark.parametrize("batch", [False, True])
@pytest.mark.parametrize(
    "names", [("boxes", "scores", "labels"), ("pred_boxes", "scores", "pred_classes"), ("xyxy", "conf", "cls"), None]
)
def test_boxes_scores_and_classes_of_detectors_are_read_and_said_to_be_guessed(tmp_path, names, batch, scale):
    size = np.float32([scale, scale * 320 / 240, scale, scale * 320 / 240] if scale < 1 else [1] * 4)
    arrays = dict(zip(names or ("boxes", "scores"), DECODED.values(), strict=False))
    arrays[next(iter(arrays))] = DECODED["boxes"] * size
    np.savez(tmp_path / "0.npz", **{name: array[:0] for name, array in arrays.items()})
    np.savez(tmp_path / "a.npz", **{name: array[None] if batch else array for name, array in arrays.items()})
    found = open_predictions(tmp_path).predict(SAMPLE, RETINA)
    result = inspect(SAMPLE, RETINA, found)
    np.testing.assert_allclose(result.to_original(result.proposals.boxes), ROWS[:2, :4], atol=1e-2)
    if names:
        assert [found.classes[anchor] for anchor in result.proposals.anchor.tolist()] == ["2", "1"]
    said = next(each.text for each in result.warnings if each.kind == "decoded_unit")
    assert f"{', '.join(arrays)}, guessed to be x1, y1, x2, y2, with" in said
    assert f"in {'px' if scale == 1 else 'fractions'} of the stored picture" in said


@pytest.mark.parametrize(
    "change",
    [
        {"boxes": ROWS[:, [2, 3, 0, 1]]},
        {"scores": ROWS[:, 4] * 100},
        {"scores": ROWS[:2, 4]},
        {"labels": ROWS[:, 5] + 0.5},
        {"labels": np.array(["cat"] * len(ROWS))},
        {"anchors": ROWS[:, :4]},
        {"boxes": np.zeros((3, 3), np.float32)},
        {"boxes": np.float32(7)},
    ],
)
def test_boxes_that_may_be_something_else_are_not_guessed(tmp_path, change):
    np.savez(tmp_path / "a.npz", **(DECODED | change))
    with pytest.raises(BadPredictions, match=r"a layout that names them|not all within 0 to 1"):
        open_predictions(tmp_path / "a.npz")["a"]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:, [0, 1, 2, 3, 5, 5]],  # no score
        np.minimum(ROWS * np.float32([1, 1, 1, 1, 100, 1]), [999, 999, 999, 999, 99, 1]),  # scores in percent
        ROWS[:, [2, 3, 0, 1, 4, 5]],  # no corners
        ROWS + np.float32([0, 0, 0, 0, 0, 0.5]),
        ROWS * np.float32([1, np.nan, 1, 1, 1, 1]),
        ROWS[2:],
        ROWS.astype(np.int64),
        ROWS[:, :5],
    ],
)
def test_other_rows_are_not_guessed(tmp_path, rows):
    np.savez(tmp_path / "a.npz", rows=rows)
    with pytest.raises(BadPredictions, match="holds rows, wanted logits and deltas, or a layout that names them"):
        open_predictions(tmp_path / "a.npz")["a"]


def test_rows_of_no_boxes_in_any_file_are_pictures_without_boxes(tmp_path):
    np.savez(tmp_path / "a.npz", rows=np.zeros((0, 6), np.float32))
    found = open_predictions(tmp_path).predict(SAMPLE, RETINA)
    assert found.encoded_back
    assert not len(inspect(SAMPLE, RETINA, found).proposals.boxes)


def test_of_very_many_boxes_the_surest_are_put_back_and_the_others_counted(tmp_path):
    generator = np.random.default_rng(0)
    begin = generator.uniform(0, 200, (1300, 2))
    boxes = np.concatenate([begin, begin + generator.uniform(10, 40, (1300, 2))], 1).astype(np.float32)
    text = table("objectness", names=["s"], layout="N", values="probability")
    text += table("boxes", names=["b"], layout="N,4", of="picture")
    found = read(tmp_path, text, DEMO, s=generator.uniform(0.1, 0.9, 1300).astype(np.float32), b=boxes)
    assert found.left_out >= 300
    assert (found.objectness > -29).sum() == 1300 - found.left_out


KEPT = table("objectness", names=["s"], layout="N", values="probability")
LABELS = table("classes", names=["c"], layout="N")


def told(found):
    return {warning.kind: warning for warning in inspect(SAMPLE, RETINA, found).warnings}


def test_decoded_boxes_and_scores_that_are_no_numbers_are_counted(tmp_path):
    boxes = np.array(
        [[40, 50, 140, 150], [np.nan, 0, 9, 9], [0, 0, np.inf, 9], [5, 5, 60, 60], [np.nan] * 4], np.float32
    )
    text = KEPT + table("boxes", names=["b"], layout="N,4", of="picture")
    found = read(tmp_path, text, RETINA, s=np.array([0.9, 0.8, 0.7, np.nan, 0], np.float32), b=boxes)
    assert found.left_out == 3  # a score of 0 is no box, whatever its numbers
    assert told(found)["decoded_left_out"].count == 3
    assert "is not a number" in told(found)["decoded_left_out"].text


@pytest.mark.parametrize(
    ("unit", "scale", "words"),
    [
        ("px", 1 / 320, "no number of the 2 decoded boxes is beyond 0.875: .* fractions"),
        ("fraction", 1, "the 2 decoded boxes reach to 215 as a rule: .* in px"),
        ("px", 1, None),
        ("fraction", 1 / 320, None),
    ],
)
def test_boxes_in_another_unit_than_the_layouts_are_told(tmp_path, unit, scale, words):
    boxes = np.array([[40, 50, 140, 150], [200, 60, 280, 180], [0, 0, 0, 0]], np.float32) * np.float32(scale)
    text = KEPT + table("boxes", names=["b"], layout="N,4", of="picture", unit=unit)
    found = told(read(tmp_path, text, RETINA, s=np.array([0.9, 0.8, 0], np.float32), b=boxes))
    if words is None:
        assert "decoded_unit" not in found
    else:
        assert re.search(words, found["decoded_unit"].text)


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        ([1.5, 0, 0], r"c\[0\] is 1\.5 \(1 such of 2\), wanted whole numbers, 0 to 1,000,000"),
        ([0, -1, 0], r"c\[1\] is -1 "),
        ([np.nan, 1e30, 0], r"c\[0\] is nan \(2 such of 2\)"),
        ([1, 2, -1e30], None),
    ],
)
def test_a_class_that_is_no_whole_number_is_refused_where_its_box_has_a_score(tmp_path, classes, words):
    boxes = np.array([[40, 50, 140, 150], [200, 60, 280, 180], [0, 0, 0, 0]], np.float32)
    text = KEPT + table("boxes", names=["b"], layout="N,4", of="picture") + LABELS
    arrays = {"s": np.array([0.9, 0.8, 0], np.float32), "b": boxes, "c": np.array(classes, np.float32)}
    if words is None:
        assert set(read(tmp_path, text, RETINA, **arrays).classes.values()) == {"1", "2"}
        return
    with pytest.raises(BadPredictions, match=words):
        read(tmp_path, text, RETINA, **arrays)


ONE = table("objectness", names=["s"], layout="N")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (table("objectness", names=["s"], layout="A5,H,W") + BOXES, "or columns, which say those meant of the 5"),
        (table("objectness", names=["s"], layout="N", columns=[0]) + BOXES, "columns: found beside a layout without"),
        (
            table("objectness", names=["s"], layout="N,C", columns=[]) + BOXES,
            "columns: found .*, wanted a list of numb",
        ),
        (table("objectness", names=["s"], layout="N,C", columns="1-3") + BOXES, 'or a range such as "0:4"'),
        (table("objectness", names=["s"], layout="N,C,5") + BOXES, "wanted each of A, H, W"),
        (ONE + table("deltas", names=["t"], layout="N,C", columns=[1]), "wanted a list of 4 numbers"),
        (table("objectness", names=["s"], layout="N,C", columns=[4, 4]) + BOXES, r"\[4, 4\], wanted each column once"),
        (ONE + BOXES + table("boxes", names=["b"], layout="N,4"), r"found \[deltas\] and \[boxes\], wanted one"),
        (ONE + BOXES + table("classes", names=["b"], layout="N"), r"found without \[boxes\]"),
        (ONE + table("boxes", names=["b"], layout="N,4", form="x"), "boxes.form: found 'x', allowed are 'corners'"),
        (
            ONE + table("boxes", names=["b"], layout="N,4") + table("classes", names=["c"], layout="A"),
            "wanted N",
        ),
        (
            ONE + table("boxes", names=["b"], layout="N,4") + table("classes", names=["c"], layout="N,6", columns="4:"),
            "classes.columns: found '4:', wanted a list of one column",
        ),
        (
            ONE + table("boxes", names=["b"], layout="N,4") + table("classes", names=["c"], layout="N,6"),
            "wanted N; or columns, which say those meant of the 6",
        ),
        (
            ONE + table("boxes", names=["b"], layout="N,4") + table("classes", names=["c"], layout="N", first="x"),
            "first",
        ),
        (ONE + table("boxes", names=["b"] * 70, layout="N,4"), "found 70 names, wanted at most 64"),
        (table("objectness", names=["s"], layout="N,C", background="x") + BOXES, "allowed are 'first', 'last', 'none'"),
    ],
)
def test_a_field_that_means_nothing_is_refused_with_its_name(tmp_path, text, words):
    with pytest.raises(BadFile, match=words):
        read(tmp_path, text, DEMO, s=np.zeros(1, np.float32))


@pytest.mark.parametrize(
    ("text", "arrays", "words"),
    [
        (table("objectness", names=["s"], layout="N,C", columns=[7]) + BOXES, {}, "3 columns from 0, wanted column 7"),
        (table("objectness", names=["s"], layout="N,C", columns="3:") + BOXES, {}, "has 3 columns, wanted 3: of them"),
        (table("objectness", names=["s"], layout="N,C", values="probability") + BOXES, {}, "wanted probabilities, 0"),
        (
            table("objectness", names=["s"], layout="AC,H,W") + table("deltas", names=["t"], layout="N,4"),
            {"s": np.zeros((6, 2, 2), np.float32)},
            "wanted the number of columns in place of C, such as A85",
        ),
        (
            table("objectness", names=["s"], layout="N,C") + table("boxes", names=["t"], layout="N,4")
            + table("classes", names=["k"], layout="N"),
            {"k": np.array(["a", "b"])},
            "k is <U1 .*, wanted 2 whole numbers",
        ),
    ],
)  # fmt: skip
def test_arrays_that_a_layout_does_not_fit_are_refused_with_their_name(tmp_path, text, arrays, words):
    given_arrays = {"s": np.full((2, 3), 5, np.float32), "t": np.zeros((2, 4), np.float32)} | arrays
    with pytest.raises(BadPredictions, match=words):
        read(tmp_path, text, RETINA, **given_arrays)
