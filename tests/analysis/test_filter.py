"""The filter line: what it lets through, held against Python's own reading of the text, row by row."""

import dataclasses
import math
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rpn_inspector import Sample, inspect, load_recipe
from rpn_inspector.analysis.filter.completion import completions, word_at, words_of
from rpn_inspector.analysis.filter.filter import Filter, between, equal, passing
from rpn_inspector.analysis.filter.measures import FOREIGN, HEADS, MEASURES, Values
from rpn_inspector.analysis.filter.syntax import FilterError
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.assigners import ASSIGNERS, Overlap
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.coders import CODERS
from rpn_inspector.core.measure import Measure, MeasureKind
from rpn_inspector.core.proposals import Fate

CLASSES = ("car", "traffic light", "score")


def small(name, side=96):
    recipe = load_recipe(name)
    return dataclasses.replace(recipe, resize=dataclasses.replace(recipe.resize, short=side, long=side * 2))


def sample():
    boxes = np.array([[10, 12, 60, 70], [50, 20, 118, 90], [60, 60, 92, 88]], float)
    return Sample(name="a", size=(96, 128), gt=boxes, gt_class=np.array([0, 1, 2]), classes=CLASSES)


def simulated(recipe):
    return inspect(sample(), recipe, SimulatedPredictions().predict(sample(), recipe))


@pytest.fixture(scope="module")
def inspection():
    return simulated(small("torchvision-fpn"))


@pytest.fixture(scope="module")
def rows(inspection):
    """Every anchor's facts under the filter's names, one dictionary each, from the slow road of `explain`."""
    return [row_of(inspection, index) for index in range(inspection.grid.size)]


def row_of(inspection, index):
    facts = inspection.explain(index)
    place = inspection.grid.locate([index])
    level = inspection.grid.levels[int(place.level[0])]
    base = int(place.base[0])
    x1, y1, x2, y2 = (float(edge) for edge in facts.box)
    height, width = inspection.network_size
    row = {
        "index": index,
        "level": int(level.name[1:]),
        "iou": facts.iou,
        "label": {1: "positive", 0: "negative", -1: "ignored"}[facts.label],
        "cause": Cause(facts.cause).name.lower(),
        "gt": facts.gt + 1 if facts.gt >= 0 else math.nan,
        "best_gt": facts.best_gt + 1 if facts.iou > 0 else math.nan,
        "size": float(level.sizes[base]),
        "ratio": float(level.ratios[base]),
        "x": (x1 + x2) / 2,
        "y": (y1 + y2) / 2,
        "w": x2 - x1,
        "h": y2 - y1,
        "inside": x1 >= 0 and y1 >= 0 and x2 <= width and y2 <= height,
        "sampled": facts.sampled,
        "score": facts.score,
        "objectness": float(inspection.logits[index]),
        "fate": Fate(int(inspection.proposals.fate[index])).name.lower(),
        "loss": math.nan,
        "box_loss": math.nan,
        "objectness_loss": math.nan,
        "r": float(facts.r.sum()) if facts.label == 1 else math.nan,
    }
    for number, name in enumerate("xywh"):
        row[f"t{name}"] = float(facts.t[number])
        row[f"t{name}_star"] = float(facts.t_star[number]) if facts.label == 1 else math.nan
        row[f"d{name}"] = float(facts.difference[number]) if facts.label == 1 else math.nan
    if facts.sampled:
        row["objectness_loss"] = facts.objectness_loss / facts.normaliser
        row["box_loss"] = facts.box_loss / facts.box_normaliser if facts.label == 1 else math.nan
        row["loss"] = row["objectness_loss"] + (row["box_loss"] if facts.label == 1 else 0.0)
    owner = facts.gt if facts.gt >= 0 else facts.best_gt if facts.iou > 0 else -1
    row["class"] = CLASSES[owner] if owner >= 0 else None
    return row


def test_every_measure_is_what_the_panel_says_of_each_anchor(inspection, rows):
    values = Values(inspection)
    for name, measure in values.measures.items():
        column = values[name]
        assert column.shape == (inspection.grid.size,)
        assert not column.flags.writeable
        said = [row[name] for row in rows]
        if measure.kind is MeasureKind.NUMBER:
            found = np.where(column == measure.missing, np.nan, column) if measure.missing is not None else column
            np.testing.assert_allclose(found, np.array(said, float), rtol=2e-5, atol=2e-6, err_msg=name)
        elif measure.kind is MeasureKind.WORD:
            words = {code: word for word, code in measure.words.items()}
            assert [words[int(code)] for code in column] == said, name
        elif measure.kind is MeasureKind.LEVEL:
            assert values.level_numbers[column].tolist() == said
        elif measure.kind is MeasureKind.CLASS:
            assert [values.classes[code] if code >= 0 else None for code in column] == said
        else:
            assert column.tolist() == said, name


NUMBERS = ["level", "iou", "gt", "best_gt", "size", "ratio", "x", "y", "w", "h", "index", "tx", "tw_star", "dy", "loss"]
WORDS = {"label": ("positive", "negative", "ignored"), "fate": ("kept", "suppressed"), "cause": ("background",)}
OPERATORS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
# grid values are halves and quarters, so that float32 and Python's own numbers agree on every one
NUMBER = st.sampled_from(["0", "1", "2", "3", "0.25", "0.5", "-0.5", "64", "48.5", "1e2"])
comparisons = st.one_of(
    st.builds(lambda a, b, c: f"{a} {b} {c}", st.sampled_from(NUMBERS), OPERATORS, NUMBER),
    st.builds(lambda a, b, c: f"{c} {b} {a}", st.sampled_from(NUMBERS), OPERATORS, NUMBER),
    st.builds(
        lambda a, b, c, d, e: f"{a} {b} {c} {d} {e}", NUMBER, OPERATORS, st.sampled_from(NUMBERS), OPERATORS, NUMBER
    ),
    st.sampled_from(sorted(WORDS)).flatmap(
        lambda name: st.builds(
            lambda b, c: f"{name} {b} {c}", st.sampled_from(["==", "!="]), st.sampled_from(WORDS[name])
        )
    ),
    st.sampled_from(["sampled", "inside", "gt == best_gt", "gt < best_gt", "tx > tx_star"]),
)
filters = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds(lambda a, b, c: f"{a} {b} {c}", inner, st.sampled_from(["and", "or"]), inner),
        st.builds(lambda a: f"not {a}", inner),
        st.builds(lambda a: f"({a})", inner),
    ),
    max_leaves=6,
)
VALUE_WORDS = {word: word for name in WORDS for word in WORDS[name]}


@pytest.mark.parametrize("text", ["gt != 0", "not gt == 0", "gt == 0", "gt < 1", "gt != best_gt"])
def test_no_ground_truth_is_unequal_to_every_number(inspection, rows, text):
    said = [bool(eval(text, {"__builtins__": {}}, dict(row))) for row in rows]
    assert Filter.parse(text).mask(inspection).tolist() == said


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of the fixtures, which hypothesis would show
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=filters)
def test_a_filter_means_what_python_would_make_of_it(inspection, rows, text):
    code = compile(text, "filter", "eval")
    some = rows[::17]
    said = [bool(eval(code, {"__builtins__": {}}, row | VALUE_WORDS)) for row in some]
    got = Filter.parse(text).mask(inspection)[::17].tolist()
    assert got == said, text


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(st.text(max_size=40), st.text("ioulabel =<>!()\"'and0.3,-&|", max_size=30)))
def test_any_text_is_read_or_refused_in_one_line(text):
    error = refusal(text)
    if error is not None:
        assert re.match(r"column \d+: ", str(error))
        assert "\n" not in str(error)
        assert 0 <= error.start <= len(text)
        assert error.end > error.start


def refusal(text):
    try:
        Filter.parse(text)
    except FilterError as error:
        return error
    return None


@settings(max_examples=100, deadline=None)
@given(text=st.text("ioulabel =<>!()\"'and0.3,-", max_size=25), cursor=st.integers(0, 25))
def test_completions_never_fail(text, cursor):
    cursor = min(cursor, len(text))
    start, end = word_at(text, cursor)
    assert start <= cursor <= end
    for word in completions(text, cursor):
        called = (word.strip("\"'").casefold(), HEADS.get(word, word).casefold())
        assert any(name.startswith(text[start:cursor].casefold()) for name in called)


def test_the_words_of_the_window_can_be_written(inspection):
    def count(text):
        return int(Filter.parse(text).mask(inspection).sum())

    assignment = inspection.assignment
    assert count("") == count("  ") == inspection.grid.size
    assert count("level == P3") == count("level == 3") == count("level == 'p3'") == inspection.grid.levels[1].count
    assert count("level >= P4") == count("level > 3") == sum(level.count for level in inspection.grid.levels[2:])
    assert count("LABEL == Positive") == count("positive == label") == int((assignment.label == 1).sum())
    assert count("iou ≥ 0.5") == count("iou >= .5") == int((assignment.iou >= 0.5).sum())
    assert count("index < 1,000") == 1000
    assert count("tx < −0.1") == count("tx < -0.1") == int((inspection.deltas[:, 0] < np.float32(-0.1)).sum())
    assert count('class == "traffic light"') == count("class == 'Traffic Light'") > 0
    assert count("class == score") > 0  # a class may bear the name of a measure
    assert count("gt == none") == inspection.grid.size - len(inspection.positive)
    assert count("gt == 0") == count("gt < 1") == 0
    assert count("loss != none") == count("sampled") == count("sampled == true") == count("not sampled != true")
    assert count("not not sampled") == count("sampled")
    assert count("iou > 1e300") == count("index < -1e300") == 0
    assert count("index < 99999999999999999999") == inspection.grid.size


def test_the_positives_of_the_threshold_are_the_matchers_own(inspection):
    """The threshold is compared in the recipe's precision, so that IoU 0.7 in float32 is on the right side."""
    mask = Filter.parse("iou >= 0.7").mask(inspection)
    assert mask[inspection.assignment.cause == Cause.OVERLAP].all()
    assert not mask[inspection.assignment.cause == Cause.BEST_FOR_GT].any()


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("ious > 3", 1, "did you mean iou?"),
        ("ious > 3", 1, "known are index, level, iou"),
        ("level == 3 and lable == ignored", 16, "did you mean label?"),
        (
            "label == ignord",
            10,
            "found 'ignord', did you mean ignored? label wants one of positive, negative, ignored",
        ),
        ("iou = 3", 5, "did you mean '=='?"),
        ("iou > 0.3 && iou < 1", 11, "did you mean 'and'?"),
        ("iou > 0.3 | iou < 1", 11, "did you mean 'or'?"),
        ("!sampled", 1, "did you mean 'not'?"),
        ("iou >", 6, "the filter ends here, wanted a name such as iou, or a value"),
        ("(iou > 3", 9, "wanted ')'"),
        ("iou > 3)", 8, "found ')', wanted 'and', 'or' or the end"),
        ("iou", 4, "wanted a comparison"),
        ("iou and sampled", 1, "'iou' alone says nothing"),
        ("positive", 1, "write label == positive"),
        ("label < positive", 1, "'<' means nothing for label"),
        ("label == 1", 10, "label wants one of"),
        ("iou > high", 7, "found 'high', iou wants a number"),
        ("gt < none", 6, "gt wants a number after '<'"),
        ("3 < 4", 1, "compares two values"),
        ("sampled == 3", 12, "sampled wants one of true, false"),
        ("iou @ 3", 5, "found '@'"),
        ('class == "cat', 10, "a closing quote is missing"),
        ("tx > - y", 8, "wanted a number"),
        ("__import__('os')", 1, "found '__import__', which is no name here"),
        ("iou.real > 3", 4, "found '.'"),
        ("(" * 100 + "iou > 1" + ")" * 100, 61, "more than 60 brackets"),
    ],
)
def test_errors_say_the_column_what_was_found_and_what_is_known(text, column, said):
    with pytest.raises(FilterError) as caught:
        Filter.parse(text)
    assert str(caught.value).startswith(f"column {column}: ")
    assert said in str(caught.value)
    assert "known are" not in caught.value.problem


def test_an_unfinished_text_is_told_from_a_wrong_one():
    for text, unfinished in (("iou >", True), ("(iou > 3", True), ("iou", True), ("label == ignord", False)):
        with pytest.raises(FilterError) as caught:
            Filter.parse(text)
        assert caught.value.unfinished is unfinished, text


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("iou > 0 and level == P9", 22, "found 'P9', this recipe's levels are P2, P3, P4, P5, P6"),
        ("class == cat", 10, "did you mean car? the classes here are car, traffic light, score"),
    ],
)
def test_what_this_result_does_not_have_is_said_when_it_is_applied(inspection, text, column, said):
    with pytest.raises(FilterError, match=f"^column {column}: ") as caught:
        Filter.parse(text).mask(inspection)
    assert said in str(caught.value)


def test_measures_of_outputs_say_that_there_are_none():
    plain = inspect(sample(), small("torchvision-fpn"))
    for name, measure in MEASURES.items():
        text = {MeasureKind.FLAG: name, MeasureKind.LEVEL: "level == 3", MeasureKind.CLASS: "class == car"}.get(
            measure.kind
        )
        text = text or (f"{name} == {next(iter(measure.words))}" if measure.words else f"{name} > 0")
        found = passing(Filter.parse(text), Values(plain))
        if FOREIGN in found.problem:
            assert name not in Values(plain).measures
            continue
        assert bool(found.problem) == (measure.need.name != "NOTHING"), name
        assert found.count == (plain.grid.size if found.problem else int(found.mask.sum()))
        if found.problem:
            assert found.problem.startswith(f"column 1: {name} needs")
            assert found.mask is None


class CountsOnly(Overlap):
    """A rule by IoU that tells of the number of ground truths over an anchor instead of the best overlap."""

    def measures(self):
        return (Measure("over", lambda source: source.inspection.assignment.label + 1, meaning="", tip="how many"),)


def test_a_name_of_another_rule_is_told_and_the_rules_own_are_columns():
    recipe = dataclasses.replace(small("torchvision-fpn"), matcher=CountsOnly())
    values = Values(inspect(sample(), recipe))
    found = passing(Filter.parse("label == positive and iou > 0.4"), values)
    assert found.problem == "column 23: iou is known to other rules than this recipe's"
    assert found.mask is None
    assert found.count == values.inspection.grid.size
    assert values["over"].tolist() == (values["label"] + 1).tolist()
    # a negative has no class then, since the rule knows no ground truth it overlaps most
    assert (values["class"] >= 0).sum() == len(values.inspection.positive)


def test_a_name_means_the_same_under_every_rule():
    for rule in (*ASSIGNERS.rules.values(), *CODERS.rules.values()):
        for measure in rule().measures():
            known = MEASURES[measure.name]
            assert (measure.kind, measure.words, measure.missing) == (known.kind, known.words, known.missing)


@pytest.mark.parametrize("name", ["efficientdet-d0", "yolov3-416", "ssd300-torchvision", "retinanet-mmdet"])
def test_t_comes_in_the_order_x_y_w_h_under_every_convention(name):
    found = simulated(load_recipe(name))
    anchor = int(found.positive[len(found.positive) // 2])
    facts, values = found.explain(anchor), Values(found)
    for number, coordinate in enumerate("xywh"):
        assert values[f"t{coordinate}"][anchor] == pytest.approx(facts.t[number], rel=1e-6)
        assert values[f"t{coordinate}_star"][anchor] == pytest.approx(facts.t_star[number], rel=1e-6)
        assert values[f"d{coordinate}"][anchor] == pytest.approx(facts.difference[number], rel=1e-5, abs=1e-6)
    assert values["r"][anchor] == pytest.approx(facts.r.sum(), rel=1e-5)
    assert values["score"][anchor] == pytest.approx(facts.score, rel=1e-6)


def test_the_guide_lists_every_name_and_its_examples_can_be_read():
    guide = (Path(__file__).parents[2] / "docs" / "filter.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE) == list(MEASURES)
    for line in guide.split("```")[1].strip().splitlines():
        Filter.parse(line)


def test_levels_without_a_number_are_named(inspection):
    values = Values(simulated(small("torchvision-mobilenet-320")))
    assert values.levels == ("C4", "C5", "pool")
    assert int(Filter.parse("level == pool").mask(values).sum()) == values.inspection.grid.levels[2].count
    assert not (Filter.parse("level == 5").mask(values) & Filter.parse("level == pool").mask(values)).any()
    strides = Values(simulated(load_recipe("yolov3-416")))
    assert np.array_equal(Filter.parse('level == "stride 16"').mask(strides), Filter.parse("level == 16").mask(strides))


def test_only_the_columns_named_are_computed(inspection):
    values = Values(inspection)
    Filter.parse("iou > 0.4 and level == 3 and label == ignored").mask(values)
    assert set(values._made) == {"iou", "label"}  # a level is compared once for each, not for each anchor


def test_ranges_and_words_can_be_read_back():
    one = Filter.parse(
        "0.3 <= iou < 0.7 and tx > 0.5 and (score > 0.2 or sampled) and label == ignored and level == P3"
    )
    assert one.range_of("iou") == (0.3, 0.7)
    assert one.range_of("tx") == (0.5, math.inf)
    assert one.range_of("score") is None
    assert one.word_of("label") == "ignored"
    assert one.word_of("level") == "P3"
    assert Filter.parse("gt == 3").range_of("gt") == (3, 3)
    assert one.names == {"iou", "tx", "score", "sampled", "label", "level"}


@settings(max_examples=100, deadline=None)
@given(low=st.floats(-50, 50), width=st.floats(1e-4, 100))
def test_a_dragged_range_is_read_back_to_within_a_hundredth(low, width):
    text = between("tx", low, low + width, width)
    found = Filter.parse(text).range_of("tx")
    assert found == pytest.approx((low, low + width), abs=width / 100)


@pytest.mark.parametrize(("name", "least", "most"), [("iou", 0, 1), ("score", 0, 1), ("r", 0, math.inf)])
@given(low=st.floats(-3, 3), width=st.floats(0.01, 4))
def test_a_drag_beyond_what_there_can_be_ends_there(name, least, most, low, width):
    found = Filter.parse(between(name, low, low + width, width)).range_of(name)
    wanted = (min(max(low, least), most), min(max(low + width, least), most))
    assert found == pytest.approx(wanted, abs=width / 100)
    assert least <= found[0] <= found[1] <= most


@pytest.mark.parametrize(("word", "label"), [("foreground", "positive"), ("Background", "negative")])
def test_the_second_stages_words_for_a_label_are_taken_too(inspection, word, label):
    for text in ("label == {}", "{} == label", "not label != '{}'"):
        read = Filter.parse(text.format(word))
        np.testing.assert_array_equal(read.mask(inspection), Filter.parse(f"label == {label}").mask(inspection))
    assert Filter.parse(f"label == {word}").word_of("label") == label
    known = "positive, negative, ignored, undecided, foreground, background"
    with pytest.raises(FilterError, match=rf"did you mean foreground\? label wants one of {known}"):
        Filter.parse("label == forground")
    with pytest.raises(FilterError, match=f"write label == {word}"):
        Filter.parse(word)


def test_ranges_are_short():
    assert between("iou", 0.31234, 1.494, 2) == "0.31 <= iou <= 1"
    assert between("iou", 0.31234, 0.52341, 0.21) == "0.312 <= iou <= 0.523"
    assert between("iou", 0.3, 0.52, 0.22) == "0.3 <= iou <= 0.52"
    assert between("x", 100.4, 301.2, 200) == "100 <= x <= 301"
    assert between("tx", -0.0001, 4, 4) == "0 <= tx <= 4"
    assert between("tx", 0.5, math.inf, 1) == "0.5 <= tx"
    assert equal("class", "traffic light") == 'class == "traffic light"'
    assert equal("class", "and") == 'class == "and"'
    assert equal("level", "P3") == "level == P3"


@pytest.mark.parametrize(
    ("head", "name"),
    [("p", "score"), ("h/w", "ratio"), ("Σ R(d)", "r"), ("σ  r(D)", "r"), ("t*x", "tx_star"), ("Centre x, px", "x"),
     ("Best GT", "best_gt"), ("Logit", "objectness"), ("Anchor", "index")],
)  # fmt: skip
def test_a_column_is_named_by_its_head_too(inspection, head, name):
    own = Filter.parse(f"{name} > 0.3 and not {name} < 0.1").mask(inspection)
    assert np.array_equal(Filter.parse(f"{head} > 0.3 and not {head}<0.1").mask(inspection), own)
    assert Filter.parse(f"0.2 < {head} <= 0.6").range_of(name) == (0.2, 0.6)


def test_a_head_of_words_and_one_of_a_flag(inspection):
    for head, name in (("Why == overlap", "cause == overlap"), ("not in the loss", "not sampled")):
        assert np.array_equal(Filter.parse(head).mask(inspection), Filter.parse(name).mask(inspection))
    assert completions("p", 1)[0] == "score"
    assert "r" in completions("Σ", 1)
    assert completions("p > ", 4) == completions("score > ", 8)


def test_completions_follow_the_place(inspection):
    known = words_of(Values(inspection))

    def at_end(text):
        return completions(text, len(text), known)

    assert at_end("")[:3] == ["index", "level", "iou"]
    assert at_end("lab") == ["label"]
    assert at_end("label == ") == ["positive", "negative", "ignored", "undecided"]
    assert at_end("label == ig") == ["ignored"]
    assert at_end("level == ") == ["P2", "P3", "P4", "P5", "P6"]
    assert at_end("class == tr") == ['"traffic light"']
    assert at_end("iou > 0.4 ") == ["and", "or"]
    assert at_end("iou > 0.4 a") == ["and"]
    assert at_end("sampled ") == ["and", "or", "=="]
    assert at_end("iou ")[0] == "=="
    assert at_end("iou > ") == []
    assert at_end("0.3 <= iou ") == ["<", "<=", "and", "or"]
    assert "kept" in at_end("sampled and fate == ")
    assert at_end('class == "tra') == []
    assert completions("lab == ignored", 3) == ["label"]
    assert word_at("lab == ignored", 2) == (0, 3)
