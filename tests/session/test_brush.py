"""A brush writes its clause beside what was typed; it takes only its own clauses back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.session.brush import Brushing
from rpn_inspector.session.state import State
from rpn_inspector.session.workspace import Workspace

IOU, BOTH = ("iou",), ("iou", "score")
TYPED = (
    "iou > 0.4",
    "0.1 <= iou <= 0.2",
    "label == positive",
    "sampled or inside",
    "(sampled or inside)",
    "(sampled) or (inside)",
    "not (iou > 0.9 or score > 0.5)",
    "score >= 0.30",
)
steps = st.one_of(
    st.tuples(st.just(IOU), st.sampled_from(("0.1 <= iou <= 0.2", "0.3 <= iou <= 0.5", ""))),
    st.tuples(st.just(BOTH), st.sampled_from(("0.1 <= iou <= 0.2 and 0.5 <= score", "score <= 0.7", ""))),
    st.tuples(st.just(("dx", "dy")), st.sampled_from(("(0 <= dx <= 1 or 0 <= dy <= 1)", ""))),
)


def work():
    return Workspace(State(recipe=load_recipe("torchvision-fpn")))


def test_a_brush_stands_beside_a_typed_clause_about_the_same_and_clearing_it_brings_the_text_back():
    one = work()
    one.filter_by("iou > 0.4 and label == positive")
    one.brush(BOTH, "0.358 <= iou <= 0.568 and 0.2 <= score <= 0.9")
    assert one.state.filter == "iou > 0.4 and label == positive and 0.358 <= iou <= 0.568 and 0.2 <= score <= 0.9"
    one.brush(BOTH, "0.5 <= iou <= 0.6")
    assert one.state.filter == "iou > 0.4 and label == positive and 0.5 <= iou <= 0.6"
    assert one.state.brushing.brushed.range_of("iou") == (0.5, 0.6)
    one.brush(IOU, "")
    assert one.state.filter == "iou > 0.4 and label == positive"


def test_a_choice_is_bracketed_only_while_a_brush_stands_beside_it():
    one = work()
    one.filter_by("sampled or inside")
    one.brush(IOU, "0.1 <= iou <= 0.2")
    assert one.state.filter == "(sampled or inside) and 0.1 <= iou <= 0.2"
    one.brush(IOU, "")
    assert one.state.filter == "sampled or inside"


def test_a_clause_of_a_brush_that_was_changed_by_hand_is_a_typed_one():
    one = work()
    one.brush(IOU, "0.1 <= iou <= 0.2")
    one.filter_by("0.1 <= iou <= 0.25")
    one.brush(IOU, "0.2 <= iou <= 0.3")
    assert one.state.filter == "0.1 <= iou <= 0.25 and 0.2 <= iou <= 0.3"
    one.filter_by("0.1 <= iou <= 0.25 and 0.2 <= iou <= 0.3 and sampled")  # typed behind it: still the brush's
    one.brush(IOU, "")
    assert one.state.filter == "0.1 <= iou <= 0.25 and sampled"


def test_a_step_of_the_score_goes_on_from_the_typed_one_and_back_to_it():
    one = work()
    one.filter_by("score > 0.3")
    one.step_score(+1)
    assert one.state.filter == "score > 0.3 and score >= 0.35"
    one.step_score(+1)
    assert one.state.filter == "score > 0.3 and score >= 0.40"
    for _ in range(5):
        one.step_score(-1)
    assert one.state.filter == "score > 0.3"


@settings(max_examples=100, deadline=None)
@given(typed=st.lists(st.sampled_from(TYPED), max_size=3), drags=st.lists(steps, max_size=6))
def test_what_was_typed_is_never_lost_and_comes_back_when_the_brushes_go(typed, drags):
    text = " and ".join(part if len(typed) == 1 or " or " not in part else f"({part})" for part in typed)
    one = work()
    one.filter_by(text)
    for names, clause in drags:
        one.brush(names, clause)
        said = [part.text for part in Filter.parse(one.state.filter).clauses]
        for part in Filter.parse(text).clauses:
            assert part.text in said or f"({part.text})" in said
        assert one.state.filter == one.state.brushing.text
        assert Brushing().retyped(one.state.filter).typed == one.state.filter
    for names in (IOU, BOTH, ("dx", "dy")):
        one.brush(names, "")
    assert one.state.filter == text
