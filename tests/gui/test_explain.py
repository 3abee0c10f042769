"""Explain: every line can be recomputed by hand from what it shows, and a what-if is marked and never the data's."""

import dataclasses
import math
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.assigners import Overlap
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.formulas.digits import fit, put
from rpn_inspector.core.formulas.numbers import beta_text, signed
from rpn_inspector.core.formulas.numbers import number as written
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.loss_sections import slope
from rpn_inspector.core.losses import binary_cross_entropy, smooth_l1
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.spec import Live, number
from rpn_inspector.core.text import Text
from rpn_inspector.core.what_if import live_numbers
from rpn_inspector.gui.inspector.explain import ExplainPanel, typeset
from rpn_inspector.gui.inspector.explain.form import NumberSpin
from rpn_inspector.gui.inspector.explain.typeset import formula, svg
from rpn_inspector.gui.widgets.copy_menu import copy_note
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import typeset_formulas

SAMPLE = Sample("x", (300, 400), gt=np.array([[40.0, 50, 160, 170], [200, 90, 330, 280]]))


def made(recipe, seed=1):
    size = inspect(SAMPLE, recipe).grid.size
    random = np.random.default_rng(seed)
    logits, deltas = random.normal(size=size), random.normal(0, 0.3, (size, 4))
    return inspect(SAMPLE, recipe, Prediction(logits.astype(np.float32), deltas.astype(np.float32)))


def variants():
    base = load_recipe("torchvision-fpn")
    return [
        dataclasses.replace(base, loss=dataclasses.replace(base.loss, beta=0.0)),
        dataclasses.replace(base, loss=dataclasses.replace(base.loss, beta=0.37, box_weight=10.0)),
        dataclasses.replace(base, coder=dataclasses.replace(base.coder, weights=(10.0, 10.0, 5.0, 5.0))),
    ]


@pytest.fixture(scope="module", params=[*list_recipes(), 0, 1, 2])
def inspection(request):
    if isinstance(request.param, int):
        return made(variants()[request.param])
    recipe = load_recipe(request.param)
    return inspect(SAMPLE, recipe, SimulatedPredictions().predict(SAMPLE, recipe))


@pytest.fixture(scope="module")
def torchvision():
    return made(load_recipe("torchvision-fpn"))


def by_hand(numbers):
    """Compute what a line shows, as a reader would."""
    text = numbers.replace("\u2212", "-").replace("·", "*").replace("²", "**2")
    text = text.replace("√", "sqrt")
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text)
    names = {"ln": math.log, "exp": math.exp, "abs": abs, "sign": lambda x: math.copysign(1, x)}
    names |= {"σ": lambda x: 1 / (1 + math.exp(-x)), "BCE": binary_cross_entropy}
    names |= {"sqrt": math.sqrt, "logit": lambda p: math.log(p / (1 - p))}
    return eval(text, {"__builtins__": {}}, names)


def value_of(text):
    return float(text.replace("\u2212", "-").replace(",", ""))


def test_every_line_can_be_recomputed_by_hand(inspection):
    chosen = [*inspection.sampled_positive[:12], *inspection.sampled_negative[:3]]
    checked = 0
    for anchor in chosen:
        for section in sections(inspection, inspection.explain(anchor)):
            for line in section.lines if section is not None else ():
                if line.numbers:
                    decimals = len(line.value.partition(".")[2])
                    # half a unit of rounding, and what float32 lost before the rounding
                    assert by_hand(line.numbers) == pytest.approx(value_of(line.value), abs=0.8 * 10**-decimals), line
                    checked += 1
    assert checked > 30


def test_what_is_shown_is_what_the_core_says(torchvision):
    anchor = int(torchvision.sampled_positive[0])
    facts = torchvision.explain(anchor)
    target, box, cost, objectness, share = sections(torchvision, facts)
    assert [line.exact for line in target.lines] == facts.t_star.tolist()
    x1, y1, x2, y2 = facts.predicted.tolist()
    assert [line.exact for line in box.lines] == pytest.approx([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1])
    assert [line.exact for line in cost.lines[:4]] == facts.r.tolist()
    assert objectness.lines[1].exact == facts.objectness_loss
    rows = torchvision.loss.rows.tolist()
    position = torchvision.sampled_positive.tolist().index(anchor)
    assert share.lines[0].exact == pytest.approx(torchvision.loss.objectness_per_anchor[rows.index(anchor)])
    assert share.lines[1].exact == pytest.approx(torchvision.loss.box_per_coordinate[position].sum())
    assert share.total.exact == pytest.approx(share.lines[0].exact + share.lines[1].exact)


@given(d=st.floats(-3, 3), beta=st.floats(0.01, 2))
def test_the_slope_is_the_derivative(d, beta):
    spec = dataclasses.replace(load_recipe("torchvision-fpn").loss, beta=beta)
    step = 1e-6
    numeric = (smooth_l1(d + step, beta) - smooth_l1(d - step, beta)) / (2 * step)
    assert slope(d, spec) == pytest.approx(float(numeric), abs=2 * step / beta + 1e-6)


def test_the_objectness_slope_is_the_derivative(torchvision):
    anchor = int(torchvision.sampled_negative[0])
    facts = torchvision.explain(anchor)
    line = sections(torchvision, facts)[3].lines[2]
    z, step = float(torchvision.logits[anchor]), 1e-5
    numeric = (math.log1p(math.exp(z + step)) - math.log1p(math.exp(z - step))) / (2 * step) / facts.normaliser
    assert line.exact == pytest.approx(numeric, abs=1e-8)


def test_the_rows_add_up_to_the_loss(inspection):
    for anchor in inspection.sampled_positive[:4]:
        share = sections(inspection, inspection.explain(int(anchor)))[4]
        position = inspection.sampled_positive.tolist().index(int(anchor))
        row = inspection.loss.rows.tolist().index(int(anchor))
        parts = [inspection.loss.objectness_per_anchor[row], inspection.loss.box_per_coordinate[position].sum()]
        for term in inspection.loss.more.values():
            parts.append(term.per_anchor[term.rows == anchor].sum())
        assert [line.exact for line in share.lines] == pytest.approx(parts, rel=1e-6)


def test_yolo_has_no_smooth_l1_and_says_what_it_has_instead():
    recipe = load_recipe("yolov3-416-darknet")
    inspection = inspect(SAMPLE, recipe, SimulatedPredictions().predict(SAMPLE, recipe))
    target, box, instead, classes, _ = sections(inspection, inspection.explain(int(inspection.positive[0])))
    assert "no smooth L1" in str(instead.words)
    assert "2 − w h" in str(instead.words)
    assert "smooth" in str(instead.title)
    assert "t_x* = x* / s − c_x" in target.lines[0].spoken
    assert "(sigmoid(t_x) + c_x) s" in box.lines[0].spoken
    assert "confidence" in str(classes.words)
    ignored = int(np.flatnonzero(inspection.assignment.label == 0)[0])
    assert "no smooth L1" in str(sections(inspection, inspection.explain(ignored))[2].words)


def test_yolo_squares_of_a_weight_of_their_own_show_it():
    recipe = load_recipe("yolov3-416")
    recipe = dataclasses.replace(recipe, loss=dataclasses.replace(recipe.loss, side_weight=0.5))
    inspection = inspect(SAMPLE, recipe, SimulatedPredictions().predict(SAMPLE, recipe))
    instead = sections(inspection, inspection.explain(int(inspection.positive[0])))[2]
    assert "The squares count 0.500 times" in str(instead.words)
    assert [line.numbers.startswith("0.5") for line in instead.lines] == [False, False, True, True]


def test_an_anchor_without_truth_or_outputs_is_said_in_words(torchvision):
    ignored = int(np.flatnonzero(torchvision.assignment.label == -1)[0])
    words = [str(s.words) for s in sections(torchvision, torchvision.explain(ignored))]
    assert "no target" in words[0]
    assert "ignored" in words[3]
    assert words[4] == "Ignored: in neither sum."
    alone = inspect(SAMPLE, torchvision.recipe)
    target, box, _, objectness, _ = sections(alone, alone.explain(int(alone.positive[0])))
    assert len(target.lines) == 4
    assert "There are no raw outputs for this picture" in str(box.words)
    assert objectness is None


def test_digits_grow_until_the_result_agrees():
    assert fit(lambda a, b, c: (a - b) / c, [567.98, 576, 128], [2, 2, 2], -0.0627, 4) == ["567.98", "576", "128"]
    assert fit(lambda a: a * 100, [0.123456], [1], 12.3456, 2) == ["0.1235"]
    assert beta_text(1 / 9) == "1/9"
    assert beta_text(0.5) == "0.5"
    assert beta_text(1e-320) == "9.99989e-321"


def test_no_formula_of_a_shipped_recipe_or_of_help_is_typeset_in_the_window(inspection, monkeypatch):
    """To mend: `python tools/typeset_formulas.py --write`."""
    if inspection.recipe != load_recipe(inspection.recipe.name):
        return  # of `variants`
    monkeypatch.setattr(typeset_formulas, "EACH", 20)
    shown = set(typeset_formulas.of_inspection(inspection)) | set(typeset_formulas.of_help())
    assert len(shown) > 10
    assert not shown.difference(typeset.shipped())


def test_the_panel_typesets_no_formula_of_a_shipped_recipe(inspection, panel, monkeypatch):
    if inspection.recipe != load_recipe(inspection.recipe.name):
        return  # of `variants`
    for kept in (typeset._ready, typeset._renderer):
        kept.cache_clear()  # what was typeset for another test
    asked, shipped = [], typeset.shipped()
    monkeypatch.setattr(typeset, "typeset", lambda latex: asked.append(latex) or shipped[min(shipped)])
    for label in (1, 0):
        panel.show_anchor(inspection, int(np.flatnonzero(inspection.assignment.label == label)[0]))
        panel.grab()
    for kept in (typeset._ready, typeset._renderer):
        kept.cache_clear()
    assert asked == []


@pytest.mark.parametrize("latex", sorted(typeset.shipped())[::40])
def test_what_is_shipped_is_what_is_typeset(latex):
    drawn = [QSvgRenderer(QByteArray(text.encode())) for text in (typeset.shipped()[latex], typeset.typeset(latex))]
    assert all(one.isValid() for one in drawn)
    shipped, made_ = (one.viewBoxF().getRect() for one in drawn)
    assert shipped == pytest.approx(made_, abs=0.5)  # px; another version of ziamath may round otherwise


def test_a_formula_that_is_not_shipped_is_typeset(qapp):
    latex = r"t_x^*=(x^*-x_a)/12.5"
    assert latex not in typeset.shipped()
    assert 30 < formula(latex, "#000000").width < 120


def test_a_formula_of_larger_text_is_the_same_larger(qapp):
    small, large = (formula(r"t_x^*=(x^*-x_a)/w_a", "#000000", size) for size in (14, 35))
    assert (large.width, large.height, large.ascent) == pytest.approx(
        (2.5 * small.width, 2.5 * small.height, 2.5 * small.ascent)
    )
    assert large.renderer is small.renderer


def test_formulas_are_paths_of_the_colour_asked_for_and_made_once(qapp):
    text = svg(r"t_x^*=(x^*-x_a)/w_a", "#ff0000")
    assert b"<path" in text
    assert b"<use" not in text
    assert text.replace(b"#ff0000", b"#00ff00") == svg(r"t_x^*=(x^*-x_a)/w_a", "#00ff00")
    assert b"#000000" not in text
    made_ = formula(r"R(d)=|d|-\beta/2", "#ff0000")
    assert formula(r"R(d)=|d|-\beta/2", "#ff0000") is made_
    image = QImage(120, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    made_.draw(painter, 2, 20)
    painter.end()
    colours = {QColor(image.pixel(x, y)).name() for x in range(120) for y in range(30)}
    assert "#ff0000" in colours
    assert 30 < made_.width < 120
    assert 8 < made_.ascent < 20


def test_a_number_in_a_field_is_rounded_as_in_a_table_and_zero_has_no_sign(qtbot):
    spin = NumberSpin(1, -1e6, 1e6, 1.0)
    qtbot.addWidget(spin)
    for value in (6.25, 6.35, 0.05, -0.25, 2.5):
        spin.show_value(value, changed=False)
        assert spin.text() == written(value, 1)
    assert [written(-0.00001), written(-0.0), signed(-0.00001), signed(0.0002)] == ["0.0000"] * 3 + ["+0.0002"]
    assert [put(-0.00001, 4), put(-1.5, 2), put(-0.5, 0)] == ["0", "−1.50", "0"]
    spin.setValue(-0.04)
    assert spin.text() == "0.0"


@pytest.fixture
def panel(qtbot, torchvision):
    apply(QApplication.instance(), LIGHT)
    made_ = ExplainPanel(LIGHT)
    qtbot.addWidget(made_)
    made_.resize(308, 900)
    made_.show_anchor(torchvision, int(torchvision.sampled_positive[0]))
    made_.show()
    return made_


def of_points(name):
    recipe = load_recipe(name)
    one = inspect(SAMPLE, recipe, SimulatedPredictions().predict(SAMPLE, recipe))
    return one, int(one.positive[0])


@pytest.mark.parametrize("name", ["yolov8", "yolo26"])
def test_no_number_of_the_assigner_bears_a_sign_of_the_loss(name):
    one, anchor = of_points(name)
    live = {str(entry.live.name) for entry in live_numbers(one.recipe) if entry.place.startswith("matcher.")}
    contest = one.recipe.matcher.contest_section(anchor, one.assignment)
    assert live == {"α_s", "β_o"}
    assert all(sign in contest.lines[0].plain for sign in live)
    costs = [section.formula_plain for section in sections(one, one.explain(anchor)) if section is not None]
    assert not {sign for plain in costs for sign in re.findall(r"[α-ω]\w*", plain)} & live
    assert "α" not in live


@pytest.mark.parametrize("name", ["yolov8", "yolo26"])
def test_a_sign_under_the_line_is_nowhere_written_with_its_underscore(qtbot, name):
    one, anchor = of_points(name)
    panel = ExplainPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_anchor(one, anchor)
    panel.set_value("matcher.beta", 5.0)
    labels = {label.text() for label in panel.findChildren(QLabel) if not label.isHidden()}
    assert "β<sub>o</sub>" in labels
    assert any("Changed: β<sub>o</sub>." in text for text in labels)
    assert not [text for text in labels if "_" in text]


def typed(qtbot, spin, text):
    spin.selectAll()
    qtbot.keyClicks(spin, text)
    qtbot.keyClick(spin, Qt.Key.Key_Return)


def test_typing_a_number_is_a_what_if_until_reset(qtbot, panel, torchvision):
    said = []
    panel.whatIfChanged.connect(said.append)
    before = panel.text()
    assert not panel.mark.isVisible()
    typed(qtbot, panel.form.spins["t", 2], "0.5")
    assert panel.mark.isVisible()
    assert panel.what_if.t[2] == 0.5
    width = value_of(panel.views[1].section.lines[2].value)
    assert panel.form.spins["predicted", 2].value() == pytest.approx(width)
    box = torchvision.anchors([panel.change.index])[0]
    assert width == pytest.approx(float(box[2] - box[0]) * math.exp(0.5), abs=0.06)
    assert panel.text().startswith("what-if, not the data")
    assert {copy_note(view) for view in panel._every_view} == {panel.note}
    assert said[-1] is panel.what_if
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert said[-1] is None
    assert {copy_note(view) for view in panel._every_view} == {""}
    assert panel.text() == before
    assert not panel.mark.isVisible()
    assert panel.what_if_inspection is torchvision


def test_a_typed_box_changes_t(qtbot, panel):
    typed(qtbot, panel.form.spins["predicted", 0], "200")
    facts = panel.facts
    assert (facts.predicted[0] + facts.predicted[2]) / 2 == pytest.approx(200, abs=1e-3)
    assert panel.form.spins["t", 0].value() == pytest.approx(float(facts.t[0]), abs=5e-5)
    assert panel.form.spins["t", 0].changed
    assert not panel.form.spins["t", 1].changed


def test_a_typed_truth_changes_the_label_and_says_so(qtbot, panel):
    typed(qtbot, panel.form.spins["gt", 0], "900")
    assert panel.facts.label == 0
    assert "Negative" in panel.state_line.text()
    assert "ground truth" in panel.state_line.text()


def test_what_means_nothing_is_said_and_the_last_good_stays(panel):
    panel.set_value("loss.beta", 0.5)
    good = panel.what_if
    panel.set_gt([5, 5, 5, 9])
    assert "wanted sides of more than 0" in panel.problem.text()
    assert panel.what_if == good
    panel.set_value("matcher.positive", 0.1)
    assert "thresholds" in panel.problem.text()
    assert panel.what_if == good
    panel.set_predicted([10, 10, 90, 80])
    assert not panel.problem.text()


def test_a_what_if_stays_while_another_anchor_is_looked_at(panel, torchvision):
    other = int(torchvision.sampled_positive[1])
    panel.set_value("loss.beta", 0.5)
    panel.set_t(2, 0.4)
    panel.show_anchor(torchvision, other, panel.what_if, panel.what_if_inspection)
    assert panel.facts.index == other
    assert panel.views[2].section.caption == "β = 0.5"
    assert panel.mark.isVisible()
    panel.set_t(1, 0.3)
    assert panel.what_if.index == other
    assert panel.what_if.t[2] == pytest.approx(float(torchvision.deltas[other, 2])), "t was the first anchor's own"
    assert panel.what_if.values["loss.beta"] == 0.5


def test_copy_gives_what_is_shown(qtbot, panel):
    panel.setFocus()
    panel.actions()[0].trigger()
    text = QGuiApplication.clipboard().text()
    assert "t_x* = (x* − x_a) / w_a = " in text
    assert "What exactly is smooth L1?" in text


def test_every_number_field_has_a_name(panel):
    names = [spin.accessibleName() for spin in panel.form.spins.values()]
    assert all(names)
    assert len(set(names)) == len(names)


@dataclasses.dataclass(frozen=True, slots=True)
class Limited(Overlap):
    """A rule with two numbers more."""

    limit: float = number(4.0, "largest ratio", live=Live(Text("limit"), Text("limit"), Text("largest ratio"), most=9))
    least: float = number(0.0, "smallest ratio", live=Live(Text("least"), Text("least"), Text("smallest ratio")))


def test_the_fields_are_the_recipes_live_numbers_and_the_score(qtbot, panel, torchvision):
    form = panel.form
    singles = ["loss.beta", "matcher.positive", "matcher.negative", "score"]
    assert [name for name, _ in form.spins][12:] == singles
    recipe = dataclasses.replace(torchvision.recipe, matcher=Limited())
    form.offer(live_numbers(recipe))
    added = [*singles[:3], "matcher.limit", "matcher.least", "score"]
    assert [name for name, _ in form.spins][12:] == added
    assert form.spins["matcher.limit", 0].maximum() == 9
    assert form.spins["matcher.limit", 0].accessibleName() == "largest ratio"
    assert all(spin.isVisible() for spin in form.spins.values())
    form.layout().activate()
    assert form.spins["score", 0].y() > form.spins["matcher.limit", 0].y()
    said_ = []
    form.typed.connect(lambda *what: said_.append(what))
    form.spins["matcher.limit", 0].setValue(3.0)
    assert said_ == [("matcher.limit", 0, 3.0)]
    form.offer(live_numbers(torchvision.recipe))
    assert [name for name, _ in form.spins][12:] == singles


def test_dark_formulas_are_light(panel):
    apply(QApplication.instance(), DARK)
    panel.set_theme(DARK)
    row = panel.views[0].rows[0]
    image = row.grab().toImage()
    lightest = max(image.pixelColor(x, y).lightness() for x in range(60) for y in range(image.height()))
    assert lightest > 180


def test_numbers_in_the_form_stay_readable_after_other_colours(panel):
    field = panel.form.spins["gt", 0]

    def seen():
        QApplication.processEvents()
        image = field.grab().toImage()
        inside = ((x, y) for x in range(4, image.width() - 4) for y in range(4, image.height() - 4))
        return field.lineEdit().geometry(), sum(image.pixelColor(*at).lightness() < 110 for at in inside)

    first = seen()
    assert first[1] > 20
    for theme in (DARK, LIGHT, LIGHT):
        apply(QApplication.instance(), theme)
        panel.set_theme(theme)
    place, dark = seen()
    assert place == first[0]
    assert dark > first[1] / 2


def test_a_form_field_does_not_say_what_nobody_typed(qtbot, panel):
    said = []
    panel.form.typed.connect(lambda *what: said.append(what))
    panel.form.show_row("gt", (1.0, 2.0, 3.0, 4.0), (False,) * 4)
    assert said == []
    assert panel.form.spins["gt", 1].value() == 2.0
    assert panel.form.spins["t", 0].valueFromText("\u22120.25") == -0.25
