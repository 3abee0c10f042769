"""darknet's network file: input, and each [yolo] layer's anchors on the stride that the layers before come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.darknet_losses import BY_LAYER, put_boxes
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.expressions import as_written_text
from rpn_inspector.translate.given import Config, Given, Misfit, Origin, number, side, whole
from rpn_inspector.translate.level_names import level_names

LIBRARY = "darknet"
BASE = "yolov3-416-darknet"
# keys that only AlexeyAB's darknet knows; there a picture is stretched where letter_box is not said
OWN_KEYS = ("scale_x_y", "iou_loss", "iou_thresh", "nms_kind", "beta_nms", "new_coords", "iou_normalizer", "max_delta",
            "obj_normalizer", "cls_normalizer")  # fmt: skip
KEEPING = ("batchnorm", "dropout", "shortcut", "sam", "activation", "cost", "softmax", "implicit")
CLASS_SCORE = 0.25  # compare_yolo_class in AlexeyAB's yolo_layer.c
NO_PLACE = "no place for it in a recipe yet"
ELSEWHERE = "no part of a recipe: network, augmentation and schedule"
REASONS = dict.fromkeys(
    ("truth_thresh", "iou_thresh_kind", "delta_normalizer", "label_smooth_eps", "focal_loss", "objectness_smooth",
     "max_delta", "counters_per_class"),
    NO_PLACE,
) | {
    "cls_normalizer": "there it counts beside counters_per_class alone",
    "nms_kind": "there a DIoU suppresses, under diounms of a power beta_nms; here an IoU",
}  # fmt: skip
USUAL = {
    "truth_thresh": 1,
    "iou_thresh_kind": "iou",
    "cls_normalizer": 1,
    "nms_kind": "default",
    "label_smooth_eps": 0.0,
    "focal_loss": 0.0,
}


@dataclass(frozen=True, slots=True)
class NetworkSection:
    """One ``[kind]`` of a network file, its line and its values; of a key given twice the first counts."""

    kind: str
    line: int
    values: Mapping[str, Given]


def read_darknet(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a network file with [yolo] layers. Raises `BadFile`, `BadRecipe`."""
    found = sections(config, files)
    if not found or found[0].kind not in ("net", "network"):
        raise BadFile(config.path, "begins with no [net], wanted a network file of darknet")
    yolo = [index for index, section in enumerate(found) if section.kind == "yolo"]
    if not yolo:
        heads = [section.kind for section in found if section.kind in ("region", "detection", "Gaussian_yolo")]
        raise BadFile(config.path, f"found {f'[{heads[0]}]' if heads else 'no layer with anchors'}, wanted [yolo]")
    origin = Origin(config.path.name)
    tables = {f"[yolo] {n}": Given(dict(found[index].values), origin) for n, index in enumerate(yolo, 1)}
    whole_ = Config(Given({"net": Given(dict(found[0].values), origin), **tables}, origin), LIBRARY)
    draft = Draft(BASE, LIBRARY)
    with draft.part():
        alexey = any(key in found[i].values for i in yolo for key in OWN_KEYS)
        _input(draft, whole_.table("net"), alexey)
    with draft.part():
        strides = _anchors(draft, whole_, found, yolo)
        if alexey:
            put_boxes(draft, whole_, strides)
    with draft.part():
        _thresholds(draft, whole_, len(yolo), alexey)
    _leave(draft, whole_, len(yolo))
    return draft.finish(config.path.stem, config.path.name, "darknet's [yolo] layers")


def sections(config: ConfigText, files: ConfigFiles) -> list[NetworkSection]:
    """Return the sections of a network file, in their order. Raises `BadFile` beyond the limits."""
    found: list[NetworkSection] = []
    values: dict[str, Given] = {}
    for index, line in enumerate(config.text.split("\n"), 1):
        text = line.strip()
        if text.startswith("["):
            values = {}
            found.append(NetworkSection(text[1:].partition("]")[0], index, values))
        elif text and text[0] not in "#;" and "=" in text:
            files.count(config.path)
            key, _, value = text.partition("=")
            written = as_written_text(value.partition("#")[0].strip())
            origin = Origin(f"{config.path.name}:{index}", "", written)
            values.setdefault(key.strip(), Given(_value(value.partition("#")[0].strip(), origin), origin))
    return found


def _value(text: str, origin: Origin) -> object:
    """Return numbers as such, lists of them as lists, and any other text."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    made = []
    for part in parts:
        try:
            value = float(part)
        except ValueError:
            return text
        made.append(int(value) if value.is_integer() and abs(value) < 1e15 else value)
    return [Given(one, origin) for one in made] if len(made) > 1 else made[0] if made else text


def _input(draft: Draft, net: Config, alexey: bool) -> None:
    width, height = net.get("width", 0), net.get("height", 0)
    draft.put("resize.size", [side(height), side(width)], height, width)
    boxed = net.find("letter_box")
    if boxed is None and alexey:
        boxed = net.default("letter_box", 0)
    if boxed is None:
        words = "not said: pjreddie's darknet letterboxes, as here; AlexeyAB's stretches"
        draft.leave(net.default("letter_box", None), words)
    else:
        draft.put("resize.rule", "letterbox" if number(boxed) else "stretch", boxed)


def _anchors(draft: Draft, config: Config, found: list[NetworkSection], yolo: list[int]) -> list[list[int]]:
    """Put the anchors; return each layer's strides (down, across) px."""
    net = [side(config.get(f"net.{name}", 0)) for name in ("height", "width")]
    sides = outputs(found)
    strides, shapes, origins = [], [], []
    for order, index in enumerate(yolo, 1):
        table = config.table(f"[yolo] {order}")
        anchors, mask = table.get("anchors", []), table.find("mask")
        stride = [side / out if out else 0.0 for side, out in zip(net, sides[index] or (0, 0), strict=True)]
        if not all(stride) or any(not each.is_integer() for each in stride):
            found_ = f"{stride[0]:g}" if all(stride) else f"none past {_unknown(found, sides, index)}"
            raise Misfit(table.get("mask", "all"), f"a whole stride of the layers before; found {found_}")
        strides.append([int(each) for each in stride])
        shapes.append(_chosen(anchors, mask))
        origins += [anchors] if mask is None else [anchors, mask]
    draft.put("anchors.strides", [down for down, _ in strides], *origins[1::2])
    draft.put("anchors.strides_x", [] if all(y == x for y, x in strides) else [x for _, x in strides], *origins[1::2])
    draft.put("anchors.names", level_names([down for down, _ in strides]), *origins[1::2])
    draft.put("anchors.shapes", shapes, *origins)
    # a layer compares with all anchors of its own list, also with those that no layer has
    listed = _chosen(origins[0], None) if origins else []
    held = [shape for level in shapes for shape in level]
    draft.put("matcher.unused", [shape for shape in listed if shape not in held], *origins)
    return strides


def _thresholds(draft: Draft, config: Config, count: int, alexey: bool) -> None:
    """Put what decides who learns and who is ignored; darknet's defaults where a layer does not say."""
    for key, place, usual in (("ignore_thresh", "matcher.ignore", 0.5), ("iou_thresh", "matcher.further", 1.0)):
        given = [config.table(f"[yolo] {order}").get(key, usual) for order in range(1, count + 1)]
        draft.put(place, number(given[0]), given[0])
        for other in given[1:]:
            if number(other) != number(given[0]):
                draft.leave(other, BY_LAYER)
    if alexey:
        where = Origin("the library's code", "src/yolo_layer.c compare_yolo_class", str(CLASS_SCORE))
        draft.put("matcher.class_score", CLASS_SCORE, Given(CLASS_SCORE, where))


def _chosen(anchors: Given, mask: Given | None) -> list[list[float]]:
    """Return the (width, height) px that a layer's ``mask`` chooses out of ``anchors``."""
    sides = [number(one) for one in anchors.value] if isinstance(anchors.value, list) else []
    pairs = [list(pair) for pair in zip(sides[::2], sides[1::2], strict=False)]
    if not pairs or len(sides) % 2:
        raise Misfit(anchors, "pairs of width and height")
    if mask is None:
        return pairs
    chosen = [whole(one) for one in (mask.value if isinstance(mask.value, list) else [mask])]
    if any(not 0 <= one < len(pairs) for one in chosen):
        raise Misfit(mask, f"numbers of the {len(pairs)} anchors")
    return [pairs[one] for one in chosen]


def outputs(found: list[NetworkSection]) -> list[tuple[int, int] | None]:
    """Return the (H, W) cells of each section's output, None where a kind of layer is not known."""
    net = found[0].values
    sizes: list[tuple[int, int] | None] = [(_number(net, "height", 0), _number(net, "width", 0))]
    for index, section in enumerate(found[1:], 1):
        sizes.append(_output(section, sizes[index - 1], sizes, index))
    return sizes


def _unknown(found: list[NetworkSection], sides: list[tuple[int, int] | None], index: int) -> str:
    """Return, in words, the layer by which the output of the layer ``index`` is not known."""
    while (before := _source(found[index], index)) is not None and sides[before] is None:
        index = before
    return f"[{found[index].kind}] of line {found[index].line}, whose output is of no known size"


def _source(section: NetworkSection, index: int) -> int | None:
    """Return the place of the layer whose size one has or changes, None where it names none before it."""
    if section.kind == "scale_channels":  # by one number a channel, as squeeze and excitation
        target = index + _number(section.values, "from", 0)
    elif section.kind == "route":
        layers = section.values.get("layers")
        first = None if layers is None else layers.value[0].value if isinstance(layers.value, list) else layers.value
        target = first + (index if first < 0 else 1) if isinstance(first, int) else -1
    else:
        return index - 1
    return target if 0 < target < index else None


def _output(
    section: NetworkSection, before: tuple[int, int] | None, sizes: list[tuple[int, int] | None], index: int
) -> tuple[int, int] | None:
    """Return one layer's (H, W); layers are counted from the one after [net]."""
    values = section.values
    if section.kind in ("scale_channels", "route"):
        source = _source(section, index)
        return None if source is None else sizes[source]
    if section.kind == "avgpool":
        return 1, 1
    if before is None:
        return None
    if section.kind in ("convolutional", "conv", "maxpool", "max", "local_avgpool"):
        conv = section.kind.startswith("conv")
        stride = max(_number(values, "stride", 1), 1)
        size = _number(values, "size", 1 if conv else stride)
        padding = size // 2 if _number(values, "pad", 0) else _number(values, "padding", 0)
        around = 2 * padding if conv else _number(values, "padding", size - 1)
        high, wide = ((side + around - size) // stride + 1 for side in before)
        return (high, wide) if high > 0 and wide > 0 else None
    if section.kind == "upsample":
        factor = _number(values, "stride", 2)
        return before[0] * factor, before[1] * factor
    if section.kind in ("reorg", "reorg3d", "reorg_old"):
        factor = max(_number(values, "stride", 1), 1)
        return before[0] // factor, before[1] // factor
    return before if section.kind in (*KEEPING, "yolo") else None


def _number(values: Mapping[str, Given], key: str, default: int) -> int:
    found = values.get(key)
    if found is None:
        return default
    if not isinstance(found.value, int) or abs(found.value) >= 1 << 20:
        named = replace(found, origin=replace(found.origin, key=key))
        raise Misfit(named, "a whole number of px")
    return found.value


def _leave(draft: Draft, config: Config, count: int) -> None:
    """Say what the [yolo] layers hold besides; a value that changes nothing is passed over."""
    for order in range(1, count + 1):
        table = config.table(f"[yolo] {order}")
        for key, reason in REASONS.items():
            given = table.find(key)
            if given is not None and given.value != USUAL.get(key) and order == 1:
                draft.leave(given, reason)
    draft.leave_rest(config, {}, ELSEWHERE)
