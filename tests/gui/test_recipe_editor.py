"""The recipe editor: every field, live, marked, refused with a reason, undone, saved."""

import math
from html import escape

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit

from rpn_inspector.core.recipe import STAGES, load_recipe
from rpn_inspector.core.recipe_values import read_number, write_number
from rpn_inspector.gui.recipes.editor import RecipeEditor
from rpn_inspector.gui.recipes.field_rows import read_list
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply

BASE = load_recipe("torchvision-fpn")


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    apply(qapp, LIGHT)


@pytest.fixture
def editor(qtbot):
    made = RecipeEditor(LIGHT, BASE)
    qtbot.addWidget(made)
    made.resize(348, 900)
    made.show()
    made.activateWindow()
    made.said = []
    made.recipeChanged.connect(made.said.append)
    return made


def retype(qtbot, editor, place, text):
    field = editor.rows[place].editor
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    return field


def test_every_field_has_a_row_of_its_type_with_its_meaning(editor):
    wanted = {entry.place: entry.help for entry in BASE.entries()}
    assert list(editor.rows) == list(wanted)
    assert {place.partition(".")[0] for place in wanted} == {"dtype", *STAGES}
    for place, meaning in wanted.items():
        row = editor.rows[place]
        assert escape(meaning, quote=False) in row.editor.toolTip()
        assert row.editor.accessibleName() == place
        value = BASE.flat()[place]
        kind = QCheckBox if isinstance(value, bool) else QComboBox if isinstance(value, str) else QLineEdit
        assert isinstance(row.editor, kind), place
    assert isinstance(editor.rows["dtype"].editor, QComboBox)
    assert editor.changed_fields == ()


def test_typing_is_live_marked_and_one_step_of_undo(qtbot, editor):
    retype(qtbot, editor, "matcher.positive", "0.65")
    assert editor.said[-1].matcher.positive == 0.65
    assert editor.said[-1].name == "torchvision-fpn (edited)"
    row = editor.rows["matcher.positive"]
    assert row.label.text() == "● positive"
    assert row.label.font().weight() > 400
    assert "0.7" in row.reset.toolTip()
    assert "1 field changed from torchvision-fpn" in editor.summary.text()
    assert editor.stack.count() == 1
    qtbot.keyClick(row.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.said[-1] is BASE
    assert row.editor.text() == "0.7"
    assert row.label.text() == "positive"
    qtbot.keyClick(row.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.recipe.matcher.positive == 0.65


def test_what_cannot_be_is_said_at_the_field_and_the_last_valid_one_stands(qtbot, editor):
    retype(qtbot, editor, "matcher.negative", "0.9")
    assert "wanted at most" in editor.rows["matcher.negative"].problem.text()
    assert editor.rows["matcher.negative"].problem.isVisible()
    assert editor.summary.text().startswith("Not in use yet")
    assert not editor.save.isEnabled()
    assert all(recipe.matcher.negative <= recipe.matcher.positive for recipe in editor.said)
    retype(qtbot, editor, "matcher.negative", "0.2")
    assert editor.errors == {}
    assert editor.said[-1].matcher.negative == 0.2
    retype(qtbot, editor, "matcher.negative", "many")
    assert editor.errors["matcher.negative"] == "found 'many', wanted a number"


def test_lists_infinity_fractions_choices_and_ticks(qtbot, editor):
    retype(qtbot, editor, "coder.max_log_scale", "inf")
    assert editor.recipe.coder.max_log_scale == math.inf
    retype(qtbot, editor, "loss.beta", "1/4")
    assert editor.recipe.loss.beta == 0.25
    retype(qtbot, editor, "anchors.strides", "[4, 8, 16, 32")
    assert "wanted a list" in editor.errors["anchors.strides"]
    qtbot.keyClicks(editor.rows["anchors.strides"].editor, ", 128]")
    assert editor.recipe.anchors.strides == (4, 8, 16, 32, 128)
    qtbot.keyClick(editor.rows["resize.rounding"].editor, Qt.Key.Key_Down)
    assert editor.recipe.resize.rounding == "half_up"
    qtbot.keyClick(editor.rows["matcher.inclusive"].editor, Qt.Key.Key_Space)
    assert editor.recipe.matcher.inclusive is True
    qtbot.keyClick(editor.rows["sampler.batch"].editor, Qt.Key.Key_Up)
    assert editor.recipe.sampler.batch == 257
    assert len(editor.changed_fields) == 6


def test_one_field_and_all_fields_go_back(qtbot, editor):
    editor.change("matcher.positive", 0.6)
    editor.change("sampler.batch", 128)
    qtbot.mouseClick(editor.rows["matcher.positive"].reset, Qt.MouseButton.LeftButton)
    assert editor.changed_fields == ("sampler.batch",)
    editor.change("matcher.positive", 0.6)
    qtbot.mouseClick(editor.reset_all, Qt.MouseButton.LeftButton)
    assert editor.recipe is BASE
    editor.stack.undo()
    assert set(editor.changed_fields) == {"matcher.positive", "sampler.batch"}


def test_search_and_changed_only(qtbot, editor):
    qtbot.keyClicks(editor.search, "knee")
    visible = [place for place, row in editor.rows.items() if row.isVisible()]
    assert visible == ["loss.beta"]
    assert [stage for stage, head in editor.sheet.stage_heads.items() if head.isVisible()] == ["loss"]
    editor.search.clear()
    editor.change("sampler.batch", 128)
    qtbot.mouseClick(editor.only_changed, Qt.MouseButton.LeftButton, pos=QPoint(8, editor.only_changed.height() // 2))
    assert [place for place, row in editor.rows.items() if row.isVisible()] == ["sampler.batch"]


def test_saved_recipes_hold_the_changes_and_read_back(editor, tmp_path):
    editor.change("matcher.positive", 0.6)
    assert editor.save_to(tmp_path / "mine.toml")
    text = (tmp_path / "mine.toml").read_text(encoding="utf-8")
    assert 'extends = "torchvision-fpn"' in text
    assert load_recipe(tmp_path / "mine.toml").matcher.positive == 0.6
    assert editor.said[-1].name == "mine"
    assert editor.stack.isClean()
    assert "Saved as" in editor.summary.text()
    (tmp_path / "folder.toml").mkdir()
    assert not editor.save_to(tmp_path / "folder.toml")
    assert "could not be written" in editor.summary.text()


def test_another_recipe_is_another_history(editor):
    editor.change("matcher.positive", 0.6)
    editor.set_recipe(load_recipe("paper-vgg16"))
    assert editor.stack.count() == 0
    assert editor.base.name == "paper-vgg16"
    assert editor.changed_fields == ()
    editor.base_box.setCurrentText("torchvision-fpn")
    editor.base_box.activated.emit(editor.base_box.currentIndex())
    assert "matcher.outside.rule" in editor.changed_fields


def test_the_wheel_scrolls_the_panel_and_not_the_values(editor):
    box = editor.rows["resize.rounding"].editor
    editor.search.setFocus()
    angle = QPoint(0, -120)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), angle, angle, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert editor.recipe is BASE
    assert not event.isAccepted()


def test_the_meaning_of_the_field_in_hand_stands_below(editor):
    editor.rows["loss.beta"].editor.setFocus()
    QApplication.processEvents()
    editor.rows["loss.beta"].looked_at.emit("loss.beta")
    assert "knee of smooth L1" in editor.meaning.text()
    assert "Shipped: 1/9" in editor.meaning.text()


def test_texts_and_numbers():
    assert read_number(" 12 ") == 12
    assert read_number("1/9") == 1 / 9
    assert read_number("∞") == math.inf
    assert read_number("nan") == "nan"
    assert read_number("1/0") == "1/0"
    assert write_number(1 / 9) == "1/9"
    assert write_number(math.inf) == "inf"
    for value in (0.001, 4.135166556742356, 0.7, 1e-9, 3):
        assert read_number(write_number(value)) == value
    assert read_list("[1, [2]]") == [1, [2]]
    assert read_list("3") == "3"
    assert read_list("[1\nx = 2") == "[1\nx = 2"


def test_in_the_dark_the_marks_are_light(qapp, editor):
    editor.change("matcher.positive", 0.6)
    apply(qapp, DARK)
    editor.set_theme(DARK)
    image = editor.rows["matcher.positive"].label.grab().toImage()
    apply(qapp, LIGHT)
    assert max(image.pixelColor(x, 10).lightness() for x in range(image.width())) > 150


def test_a_field_that_the_rule_does_not_use_is_pale_and_says_why(editor):
    alpha, beta = editor.rows["loss.focal_alpha"], editor.rows["loss.beta"]
    assert 'counts only where objectness is "focal"' in alpha.editor.toolTip()
    assert editor.theme.text_caption in alpha.label.styleSheet()
    assert (beta.idle, beta.label.styleSheet()) == ("", "")
    editor.change("loss.objectness", "focal")
    editor.change("loss.box", "yolo")
    assert alpha.idle == ""
    assert beta.idle


def test_another_rule_brings_its_own_rows_and_undo_brings_back_the_values(qtbot, editor):
    editor.change("resize.short", 600)
    before = dict(editor.values)
    assert "resize.size" not in editor.rows
    rule = editor.rows["resize.rule"].editor
    rule.setFocus()
    editor.change("resize.rule", "letterbox")
    assert list(editor.rows) == list(editor.recipe.flat())
    assert "resize.short" not in editor.rows
    assert editor.rows["resize.size"].isVisible()
    assert editor.rows["resize.rule"].editor.hasFocus()
    assert editor.recipe.resize.rule == "letterbox"
    assert editor.changed_fields == ("resize.rule",)
    shown = [editor.rows[place].mapTo(editor, QPoint(0, 0)).y() for place in editor.rows]
    QApplication.processEvents()
    assert shown == sorted(shown)
    editor.stack.undo()
    assert editor.values == before
    assert editor.recipe.resize.short == 600
    editor.stack.redo()
    editor.change("matcher.low_quality.rule", "off")
    editor.change("matcher.rule", "cells")
    assert list(editor.rows) == list(editor.recipe.flat())
    qtbot.mouseClick(editor.reset_all, Qt.MouseButton.LeftButton)
    assert editor.recipe is BASE
    editor.stack.undo()
    assert (editor.recipe.matcher.rule, editor.recipe.resize.rule) == ("cells", "letterbox")
    while editor.stack.canUndo():
        editor.stack.undo()
    assert editor.recipe is BASE


def test_a_changed_recipe_does_not_go_by_the_title_of_the_shipped_one(editor):
    assert editor.title.text() == BASE.title
    editor.change("matcher.positive", 0.6)
    assert editor.title.text() == "torchvision-fpn (edited)"
    editor.stack.undo()
    assert editor.title.text() == BASE.title


def test_a_recipe_with_a_second_stage_keeps_it_through_changes_of_rule_and_value(qtbot):
    both = load_recipe("fasterrcnn-torchvision")
    editor = RecipeEditor(LIGHT, both)
    qtbot.addWidget(editor)
    said = []
    editor.recipeChanged.connect(said.append)
    editor.rows["matcher.rule"].editor.setCurrentText("cells")
    editor.rows["matcher.rule"].typed.emit("matcher.rule", "cells")
    editor.rows["proposals.nms"].typed.emit("proposals.nms", 0.6)
    assert said[-1].proposals.nms == 0.6
    assert said[-1].matcher.rule == "cells"
    assert said[-1].further == both.further


@pytest.mark.parametrize("name", ["fasterrcnn-torchvision", "cascade-mmdet"])
def test_the_fields_of_each_stage_over_the_proposals_have_rows_under_a_head(qtbot, editor, name):
    both = load_recipe(name)
    editor.set_recipe(both)
    assert list(editor.rows) == list(both.flat())
    heads = editor.sheet.stage_heads
    assert list(heads) == [*STAGES, *(f"stage.{one}" for one, _ in both.further)]
    assert all(head.isVisible() for head in heads.values())
    last = both.further[-1][0]
    place = f"stage.{last}.matcher.positive"
    assert editor.rows[place].label.text() == "matcher.positive"
    editor.rows[place].typed.emit(place, 0.8)
    assert dict(editor.said[-1].further)[last].matcher.positive == 0.8
    assert editor.changed_fields == (place,)
    editor.rows[place].typed.emit(place, 2.0)
    assert editor.errors == {place: editor.rows[place].problem.text()}
    editor.reset_field(place)
    assert editor.recipe == both
    editor.set_recipe(BASE)
    assert list(editor.rows) == list(BASE.flat())
    assert [table for table, head in heads.items() if head.isVisible()] == list(STAGES)
