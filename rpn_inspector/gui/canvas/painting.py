"""The layers of a picture drawn in order, from the negatives below to the tags on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from rpn_inspector.core.boxes import area
from rpn_inspector.core.fates import box_ious
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.words import KIND_WORDS, LABEL_WORDS
from rpn_inspector.gui.canvas import raster
from rpn_inspector.gui.canvas.dense import draw_dense, is_dense
from rpn_inspector.gui.canvas.heat import Heat, known_kind
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.lines import draw_boxes, draw_many
from rpn_inspector.gui.canvas.tags import HEIGHT, Tag, beside, fitting, placed
from rpn_inspector.gui.canvas.view import CanvasView, on_pixels
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.pens import NEGATIVE, POSITIVE, PREDICTION, SELECTED, STROKES, Stroke, selected_strokes
from rpn_inspector.gui.widgets.theme import px

if TYPE_CHECKING:
    from rpn_inspector.core.inspection import Inspection

Array = npt.NDArray[Any]

CELLS_AROUND = 4
PLUS = ((-3.0, 0.0, 3.0, 0.0), (0.0, -3.0, 0.0, 3.0))  # px
CROSS = ((-3.0, -3.0, 3.0, 3.0), (-3.0, 3.0, 3.0, -3.0))
MANY = 400  # from here boxes are drawn with plain pens
_negatives = raster.colours(NEGATIVE)
UNMATCHED = "#F0843C"  # the words on a ground truth without an anchor, as the dark theme's problems
CORNER = 6  # px around a corner of the selected box where no note stands
LONGEST = 24  # letters of a class in a tag
LOOKS = {  # of a tag's style: ground and ink
    "plain": (QColor(16, 18, 20, 189), QColor("#FFFFFF")),
    "unmatched": (QColor(16, 18, 20, 225), QColor(UNMATCHED)),
    "focused": (QColor("#FFFFFF"), QColor("#000000")),
    "selected": (QColor(SELECTED), QColor("#000000")),
    "part": (QColor(16, 18, 20, 225), QColor("#9CC7F0")),
}
TRUE_POINTS, SAID_POINTS = ("#000000", "#FFFFFF"), ("#FFFFFF", PREDICTION)  # of landmarks: ground and disc
OVER_TAGS = QColor(16, 18, 20, 240)  # the ground of words that may stand over a tag: its letters do not shine through


class CanvasScene:
    """The drawing: the layers of a picture, the visible layers, and the selected and focused boxes.

    ``selection`` is a flat anchor index, ``gt`` the number of a ground truth from 0, both None without. The tags of
    the scene ``before`` stay as far as they would be the same: a filter changes none.
    """

    def __init__(self, layers: Layers, before: CanvasScene | None = None) -> None:
        self.layers = layers
        self.visible: frozenset[str] = frozenset()
        self.selection: int | None = None
        self.gt: int | None = None
        self.pointed: tuple[int, ...] = ()
        self.heat = "iou"
        self.lost: int | None = None  # the chosen one of the boxes a trained picture began with
        self.moved: tuple[Array, Array] | None = None  # boxes (n, 4) new and (m, 4) lost since a step of a training
        self._heat: Heat | None = None
        self._tags: tuple[tuple[object, ...], list[tuple[Tag, QRectF]]] | None = None
        self._truths: tuple[tuple[object, ...], dict[int, Tag]] | None = None
        if before is not None:
            self._tags, self._truths = before._tags, before._truths

    @property
    def inspection(self) -> Inspection:
        return self.layers.inspection

    @property
    def focused(self) -> int | None:
        """Return the ground truth drawn last: the focused, else the selected anchor's own."""
        count = len(self.inspection.gt)
        if self.gt is not None:
            return self.gt if 0 <= self.gt < count else None
        if self.selection is None:
            return None
        owner = self.layers.owner(self.selection)
        return owner if owner >= 0 else None

    def tryable(self, data: Inspection) -> dict[str, Array]:
        """Return the draggable boxes (4,) of what is selected, predicted and gt, as far as drawn.

        ``data`` is the unchanged inspection, with the ground truth compared. The answer to a proposal stays: the
        network is not run again.
        """
        boxes = dict[str, Array]()
        if self.selection is None:
            return boxes
        if "prediction" in self.visible and self.layers.staged is None:
            predicted = self.layers.predicted([self.selection])
            boxes |= {} if predicted is None else {"predicted": predicted[0]}
        gt = self.layers.compared(data, self.selection)
        if gt >= 0 and "truth" in self.visible:
            boxes["gt"] = self.layers.gt[gt]
        return boxes

    def warm(self) -> Heat:
        """Return the picture of the heat; kept until another kind is asked for, or a metric of another ground truth."""
        kind = known_kind(self.inspection.recipe, self.heat)
        gt = self.focused if kind == "metric" else None
        if self._heat is None or (self._heat.kind, self._heat.gt) != (kind, gt):
            self._heat = Heat(self.inspection, kind, self.layers.mask, gt)
        return self._heat

    def negatives(self, view: CanvasView, width: int, height: int) -> Array:
        """Return the picture of all negatives for a view in device px, (height, width) uint32 premultiplied ARGB."""
        few = self.layers.few_negatives
        # all anchors minus the others, or the few alone: the cost follows the smaller number
        if few is not None:
            return raster.box_pixels(few, view, width, height, _negatives)
        return raster.edge_pixels(self.inspection.grid, self.layers.not_negative, view, width, height, _negatives)

    @property
    def layers_key(self) -> tuple[object, ...]:
        """Return all that `paint_layers` depends on beside the view; a change of ``moved`` is told apart."""
        metric = "heat" in self.visible and known_kind(self.inspection.recipe, self.heat) == "metric"
        return self.layers, self.visible - {"truth", "prediction", "cell"}, self.heat, self.focused if metric else None

    @property
    def boxes_key(self) -> tuple[object, ...]:
        """Return all that `paint_layers` and `paint_chosen` depend on beside the view."""
        return self.layers, self.visible, self.heat, self.selection, self.gt, self.lost

    def tags(self, view: CanvasView, font: QFont, area: QRectF, kept: Sequence[QRectF]) -> list[tuple[Tag, QRectF]]:
        """Return the tags with room in ``area`` beside ``kept`` and their places, widget px; kept for the next time."""
        of = (view, font, self.inspection)
        key = (*of, area, [*kept], self.layers.staged, self.visible, self.selection, self.gt)
        if self._tags is None or self._tags[0] != key:
            metrics = QFontMetricsF(font)
            if self._truths is None or self._truths[0] != of:
                self._truths = of, truth_tags(self, view, metrics)
            self._tags = key, placed(tags_of(self, view, metrics, self._truths[1]), _inside(area), kept)
        return self._tags[1]


def paint_scene(
    painter: QPainter,
    scene: CanvasScene,
    view: CanvasView,
    area: QRectF,
    ratio: float,
    seen: QRectF | None = None,
    kept: Sequence[QRectF] = (),
) -> None:
    """Draw all of a scene over the picture.

    Args:
        painter: of the widget, in widget px; of an SVG, lines stay lines.
        scene: layers and selection.
        view: network px to widget px.
        area: of the widget, px.
        ratio: device px per widget px.
        seen: the part of ``area`` that nothing covers, and all words stand in; None for all of it.
        kept: places of signs that no tag may stand under, px.
    """
    paint_layers(painter, scene, view, area, ratio)
    paint_chosen(painter, scene, view, area, ratio)
    paint_words(painter, scene, view, area, ratio, area if seen is None else seen, kept)


def _boxes(painter: QPainter, view: CanvasView, area: QRectF, ratio: float) -> Callable[..., Array]:
    """Return the way to draw boxes, on lines with smooth edges and without a fill."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def boxes(which: Array, role: str, own: tuple[Stroke, ...] = ()) -> Array:
        """Draw boxes (n, 4) of network px, and return the boxes in sight, x y w h in widget px."""
        rows = on_pixels(which, view, area.width(), area.height(), ratio)
        # a selected box keeps the strokes of selection, however many boxes there are
        if is_dense(painter, len(rows)) and not own:
            draw_dense(painter, rows, "ignored_many" if role == "ignored" else role, area, ratio)
            return rows
        rects = [QRectF(x, y, w, h) for x, y, w, h in rows.tolist()]
        if len(rects) > MANY:
            draw_many(painter, rects, "ignored_many" if role == "ignored" else role)
        else:
            draw_boxes(painter, rects, own or STROKES[role], ratio)
        return rows

    return boxes


def paint_layers(painter: QPainter, scene: CanvasScene, view: CanvasView, area: QRectF, ratio: float) -> None:
    """Draw the layers that are the same whatever is selected, over the picture."""
    boxes, layers, visible = _boxes(painter, view, area, ratio), scene.layers, scene.visible
    if "heat" in visible and layers.has("heat"):
        heat = scene.warm()
        if heat.there:
            corner = view.boxes(np.array([[0, 0, heat.size[1], heat.size[0]]]))[0]
            heat.paint(painter, QRectF(QPointF(*corner[:2]), QPointF(*corner[2:])))
    if "negative" in visible:
        if layers.negative is None:
            _paint_negatives(painter, scene, view, area, ratio)
        else:
            boxes(layers.negative, "negative")
    if "ignored" in visible:
        # dashes would make dust of a point's few px
        points = layers.undecided and scene.inspection.recipe.anchors.of_points and layers.staged is None
        boxes(layers.ignored, "candidate" if points else "ignored")
    if "positive" in visible:
        boxes(layers.positive, "positive")
        for which, lost in zip(scene.moved or (), (False, True), strict=False):
            _paint_moved(painter, on_pixels(which, view, area.width(), area.height(), ratio), lost)
    if "sampled" in visible:
        positive, negative = layers.sampled
        _paint_dots(painter, boxes(negative, "negative"), NEGATIVE)
        _paint_dots(painter, boxes(positive, "positive"), POSITIVE)
    if "proposals" in visible:
        boxes(layers.proposals, "proposals")


def paint_chosen(painter: QPainter, scene: CanvasScene, view: CanvasView, area: QRectF, ratio: float) -> None:
    """Draw ground truths and predicted boxes, and on top what is selected."""
    boxes, layers, visible = _boxes(painter, view, area, ratio), scene.layers, scene.visible
    focused = scene.focused
    if "truth" in visible:
        boxes(layers.lost, "lost")
        if scene.lost is not None:
            boxes(layers.began(scene.lost), "lost", selected_strokes("lost"))
        rest = layers.gt if focused is None else np.delete(layers.gt, focused, axis=0)
        boxes(rest, "truth")
        if focused is not None:
            boxes(layers.gt[focused : focused + 1], "truth_focused")
        _paint_landmarks(painter, layers.landmarks, view, *TRUE_POINTS)
    if "prediction" in visible and layers.has("prediction"):
        if scene.selection is None:
            boxes(layers.prediction, "proposals")  # thinner, as they are many
        elif (predicted := layers.predicted([scene.selection])) is not None:
            boxes(predicted, "prediction")
        _paint_landmarks(painter, layers.predicted_landmarks(scene.selection), view, *SAID_POINTS)
    # singled-out boxes come after all layers, on top
    if scene.selection is not None and "cell" in visible and layers.staged is None:
        _paint_cell(painter, scene, view)
    if scene.selection is not None and "proposals" in visible:
        _paint_fate(scene, boxes)
    if scene.selection is not None:
        role = LABEL_WORDS[layers.label(scene.selection)]
        boxes(layers.at([scene.selection]), role, selected_strokes(role))


def paint_words(
    painter: QPainter,
    scene: CanvasScene,
    view: CanvasView,
    area: QRectF,
    ratio: float,
    seen: QRectF,
    kept: Sequence[QRectF],
) -> None:
    """Draw what is pointed at, and over it the tags and the legend; the arguments are those of `paint_scene`."""
    boxes = _boxes(painter, view, area, ratio)
    if scene.pointed and scene.pointed[0] != scene.selection:
        boxes(scene.layers.at([scene.pointed[0]]), "pointed")
    font = painter.font()
    for tag, spot in scene.tags(view, font, seen, kept):
        paint_tag(painter, spot, tag.text, tag.style)
    painter.setFont(font)
    if "heat" in scene.visible and scene.layers.has("heat"):
        scene.warm().paint_legend(painter, area.adjusted(10, 10, -10, -10))


def _paint_cell(painter: QPainter, scene: CanvasScene, view: CanvasView) -> None:
    """Draw the feature cell of the selected anchor, and the neighbours on the level's grid faintly."""
    assert scene.selection is not None
    place = scene.inspection.grid.locate([scene.selection])
    level = scene.inspection.grid.levels[int(place.level[0])]
    step_y, step_x = level.stride
    row, column = int(place.y[0]), int(place.x[0])
    cells = []
    for dy in range(-CELLS_AROUND, CELLS_AROUND + 1):
        for dx in range(-CELLS_AROUND, CELLS_AROUND + 1):
            if 0 <= row + dy < level.shape[0] and 0 <= column + dx < level.shape[1]:
                x, y = (column + dx) * step_x, (row + dy) * step_y
                cells.append([x, y, x + step_x, y + step_y])
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
    painter.drawRects([_widget_rect(np.array(cell), view) for cell in cells])
    own = np.array([column * step_x, row * step_y, (column + 1) * step_x, (row + 1) * step_y])
    painter.setPen(QPen(QColor("#000000"), 3))
    painter.drawRect(_widget_rect(own, view))
    painter.setPen(QPen(QColor("#FFFFFF"), 1.4))
    painter.drawRect(_widget_rect(own, view))


def _paint_fate(scene: CanvasScene, boxes: Callable[..., Any]) -> None:
    """Draw the selected decoded box, the suppressor, and the other boxes of the suppressor."""
    layers = scene.layers
    if scene.selection is None or not layers.has("prediction") or not layers.has("proposals"):
        return
    others, suppressor = layers.rivals(scene.selection)
    if others is not None:
        boxes(others, "suppressed")
    if suppressor is not None:
        boxes(suppressor, "suppressor")
    if (predicted := layers.predicted([scene.selection])) is not None:
        boxes(predicted, "prediction")


def _paint_negatives(painter: QPainter, scene: CanvasScene, view: CanvasView, area: QRectF, ratio: float) -> None:
    width, height = round(area.width() * ratio), round(area.height() * ratio)
    device = CanvasView(view.scale * ratio, view.x * ratio, view.y * ratio)
    pixels = scene.negatives(device, width, height)
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(QRectF(0, 0, width / ratio, height / ratio), image, QRectF(image.rect()))


def _paint_dots(painter: QPainter, rows: Array, colour: str) -> None:
    pen = QPen(QColor(colour), 4.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints([QPointF(x, y) for x, y in (rows[:, :2] + rows[:, 2:] / 2).tolist()])


def _paint_landmarks(painter: QPainter, points: Array, view: CanvasView, ground: str, colour: str) -> None:
    """Draw the points (n, 2 L) of faces, x then y of network px, as small discs of ``colour`` on a ``ground``."""
    found = points.reshape(-1, 2)
    found = found[np.isfinite(found).all(1)]
    if not len(found):
        return
    places = [QPointF(x, y) for x, y in np.clip(view.boxes(np.tile(found, 2))[:, :2], -1e6, 1e6).tolist()]
    for each, wide in ((ground, 6.0), (colour, 3.6)):
        painter.setPen(QPen(QColor(each), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(places)


def _paint_moved(painter: QPainter, rows: Array, lost: bool) -> None:
    """Mark the middles of ``rows`` (n, 4), x y w h in widget px: a cross for what is lost, a plus in a ring for new."""
    for x, y in (rows[:, :2] + rows[:, 2:] / 2).tolist():
        arms = CROSS if lost else PLUS
        for colour, wide in ((QColor("#FFFFFF"), 3.6), (QColor(NEGATIVE if lost else POSITIVE), 1.8)):
            painter.setPen(QPen(colour, wide))
            if not lost:
                painter.drawEllipse(QPointF(x, y), 5.5, 5.5)
            for x1, y1, x2, y2 in arms:
                painter.drawLine(QPointF(x + x1, y + y1), QPointF(x + x2, y + y2))


def _widget_rect(box: Array, view: CanvasView) -> QRectF:
    x1, y1, x2, y2 = view.boxes(box).tolist()
    return QRectF(QPointF(x1, y1), QPointF(x2, y2))


def _tagging(view: CanvasView, metrics: QFontMetricsF) -> Callable[..., Tag]:
    def tag(text: str, box: Array, style: str, below: bool = False) -> Tag:
        text = one_line(text)  # a tag is as high as one line, whatever a file calls its classes
        return Tag(
            text=text, width=metrics.horizontalAdvance(text) + 10, box=_widget_rect(box, view), style=style, below=below
        )

    return tag


def selected_places(
    scene: CanvasScene, view: CanvasView, metrics: QFontMetricsF, area: QRectF, kept: Sequence[QRectF] = ()
) -> list[QRectF]:
    """Return where the tags and the corners of what is selected stand in ``area``, beside ``kept``, widget px.

    None without a selection.
    """
    if scene.selection is None:
        return []
    tags = _selected_tags(scene, _tagging(view, metrics))  # placed before all others
    box = tags[0].box
    corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    grip = QRectF(-CORNER, -CORNER, 2 * CORNER, 2 * CORNER)
    return [*(spot for _, spot in placed(tags, _inside(area), kept)), *map(grip.translated, corners)]


def _inside(area: QRectF) -> QRectF:
    """Return where tags may stand in ``area``."""
    return area.adjusted(1, 1, -1, -1)


def tags_of(
    scene: CanvasScene, view: CanvasView, metrics: QFontMetricsF, truths: dict[int, Tag] | None = None
) -> list[Tag]:
    """Return all tags by importance: selection, focused, unmatched, joined pictures, large and small ground truths.

    ``truths`` are those of `truth_tags` where they are made already.
    """
    tags, tag = list[Tag](), _tagging(view, metrics)
    if scene.selection is not None:
        tags += _selected_tags(scene, tag)
    if "truth" not in scene.visible:
        return tags
    named, focused = dict(truth_tags(scene, view, metrics) if truths is None else truths), scene.focused
    if focused is not None:
        tags.append(replace(named.pop(focused), style="focused"))
    tags += named.values()
    parts = [(name, box) for name, box in scene.layers.parts if (box[2:] > box[:2]).all()]
    return [
        *(each for each in tags if each.style != "plain"),
        *(replace(tag(name, box, "part"), inside=True) for name, box in parts),
        *(each for each in tags if each.style == "plain"),
    ]


def truth_tags(scene: CanvasScene, view: CanvasView, metrics: QFontMetricsF) -> dict[int, Tag]:
    """Return the ground truths' tags by number, none in focus: those without an anchor, then large before small."""
    one, boxes, tag = scene.inspection, scene.layers.gt, _tagging(view, metrics)
    areas, unmatched, tags = area(boxes), one.used & one.assignment.unmatched, dict[int, Tag]()
    for number in sorted(range(len(boxes)), key=lambda n: (not unmatched[n], -float(areas[n]))):
        kind = KIND_WORDS[int(one.sample.gt_kind[number])]
        name = one.sample.class_name(number)
        if len(name) > LONGEST:  # whole in the table
            name = f"{name[: LONGEST - 1].rstrip()}…"
        text = f"{number + 1} {name} · {kind}" if kind else f"{number + 1} {name}"
        style = "plain"
        if unmatched[number]:
            text, style = tr("{tag} · {what}").format(tag=text, what=said(GT_FINDING_WORDS["unmatched"])), "unmatched"
        tags[number] = tag(text, boxes[number], style)
    return tags


def _selected_tags(scene: CanvasScene, tag: Callable[..., Tag]) -> list[Tag]:
    """Return tags of the selected anchor, or of the candidate where a stage is looked at."""
    layers, index = scene.layers, scene.selection
    assert index is not None
    box = layers.at([index])[0]
    if layers.staged is not None:
        words = tr("{place} · IoU {iou:.4f}").format(place=said(layers.describe(index)), iou=layers.iou(index))
        return [tag(words, box, "selected", below=True)]
    text = _brief(layers.describe(index)) + _overlap_words(scene, index)
    return [
        tag(text, box, "selected", below=True),
        *(_fate_tags(scene, tag) if "proposals" in scene.visible else []),
    ]


def _brief(place: str) -> str:
    """Return an anchor's place in the user's language without the word for a cell, for a tag is short of room."""
    # from the end: the level's own name may have brackets too
    return f"{place.rpartition(' cell (')[0]} ({said(place).rpartition(' (')[2]}"


def _overlap_words(scene: CanvasScene, anchor: int) -> str:
    """Return the IoU of an anchor, and of its decoded box where drawn, each with its ground truth; "" without one."""
    one = scene.inspection
    fits = box_ious(one, anchor) if {"proposals", "prediction"} & scene.visible else None
    if one.recipe.anchors.of_points:  # a point overlaps nothing
        said = "" if fits is None else _with_each(_asked(scene, fits))
        return tr(" · IoU of its box {said}").format(said=said) if said else ""
    mine = _asked(scene, one.ious(anchor))
    if fits is None:
        if len(mine) == 1:
            ((gt, overlap),) = mine.items()
            return tr(" · IoU with GT {gt}: {overlap:.4f}").format(gt=gt + 1, overlap=overlap)
        return tr(" · IoU {said}").format(said=_with_each(mine)) if mine else ""
    boxes = _asked(scene, fits)
    if len(mine) == 1 and list(mine) == list(boxes):
        words = tr(" · IoU with GT {gt}: anchor {overlap:.4f}, box {fit:.4f}")
        (gt,) = mine
        return words.format(gt=gt + 1, overlap=mine[gt], fit=boxes[gt])
    parts = ((tr("anchor {said}"), mine), (tr("box {said}"), boxes))
    said = ", ".join(words.format(said=_with_each(ious)) for words, ious in parts if ious)
    return tr(" · IoU: {said}").format(said=said) if said else ""


def _asked(scene: CanvasScene, ious: Array) -> dict[int, float]:
    """Return of ``ious`` (G,) those of the focused ground truth, and of the best where any is over 0."""
    wanted = [] if scene.gt is None or scene.gt >= len(ious) else [scene.gt]
    taking_part = np.where(scene.inspection.used, ious, -1)
    if (taking_part > 0).any():  # at 0 the first would be named for nothing
        wanted.append(int(taking_part.argmax()))
    return {gt: float(ious[gt]) for gt in wanted}


def _with_each(ious: dict[int, float]) -> str:
    """Return each IoU with the number of its ground truth behind."""
    return ", ".join(tr("{fit:.4f} (GT {gt})").format(fit=fit, gt=gt + 1) for gt, fit in ious.items())


def _fate_tags(scene: CanvasScene, tag: Callable[..., Tag]) -> list[Tag]:
    """Return tags of the selected box and the suppressor."""
    one, anchor = scene.inspection, scene.selection
    proposals, scores = one.proposals, one.objectness()
    if proposals is None or scores is None or anchor is None:
        return []
    by = int(proposals.suppressed_by[anchor])
    if by < 0:
        return []
    decoded = scene.layers.predicted([anchor, by])
    assert decoded is not None
    overlap = float(proposals.suppressed_iou[anchor])
    mine = tag(tr("Suppressed · p {score:.3f}").format(score=scores[anchor]), decoded[0], "selected", below=True)
    return [
        mine,
        tag(
            tr("by this one · p {score:.3f} · IoU {overlap:.4f}").format(score=scores[by], overlap=overlap),
            decoded[1],
            "plain",
        ),
    ]


def paint_tag(painter: QPainter, spot: QRectF, text: str, style: str) -> None:
    """Draw the text of a tag of ``style`` on its ground at ``spot``, widget px."""
    ground, ink = LOOKS[style]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(spot, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink)
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)


def paint_badge(painter: QPainter, text: str, area: QRectF, right: bool, top: bool = False) -> None:
    """Draw a small sign with ``text`` in a corner of ``area``.

    Args:
        painter: in px of the widget.
        text: one line.
        area: the picture's part of the widget, px.
        right: whether in a right corner.
        top: whether in an upper corner.
    """
    sign = badge_place(QFontMetricsF(painter.font()), text, area, right, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(OVER_TAGS)
    painter.drawRoundedRect(sign, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, text)


def badge_place(metrics: QFontMetricsF, text: str, area: QRectF, right: bool, top: bool = False) -> QRectF:
    """Return where `paint_badge` draws its sign."""
    width, height = metrics.horizontalAdvance(text) + 16, px(HEIGHT) + 6
    x = area.right() - width if right else area.left()
    return QRectF(x, area.top() if top else area.bottom() - height, width, height)


def paint_note(painter: QPainter, lines: Sequence[str], at: QPointF, area: QRectF, kept: Sequence[QRectF] = ()) -> None:
    """Draw lines of text on a dark ground with the upper left corner at ``at``, moved into ``area`` beside ``kept``."""
    metrics = QFontMetricsF(painter.font())
    lines = fitting(lines, metrics.horizontalAdvance, area.width() - 16)
    width = max(metrics.horizontalAdvance(line) for line in lines) + 16
    height = metrics.height() * len(lines) + 6
    x = min(max(at.x(), area.left()), max(area.left(), area.right() - width))
    y = min(max(at.y(), area.top()), max(area.top(), area.bottom() - height))
    ground = beside(QRectF(x, y, width, height), area, kept)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(OVER_TAGS)
    painter.drawRoundedRect(ground, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor("#FFFFFF"))
    for number, line in enumerate(lines):
        place = QRectF(ground.x() + 8, ground.y() + 3 + number * metrics.height(), width, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
