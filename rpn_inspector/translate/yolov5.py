"""YOLOv5's and YOLOv7's model YAML: anchors, on the strides that the modules before the head come to."""

from __future__ import annotations

from rpn_inspector.core.anchor_rules.explicit import by_rising_stride
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.spec import as_lists
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Config, Given, Misfit, items, numbers
from rpn_inspector.translate.yaml_config import read_yaml

LIBRARY = "YOLOv5 7.0"
BASE = "yolov3-608"
ELSEWHERE = "no part of a recipe: the network itself"
DETECTING = ("Detect", "Segment", "IDetect", "IAuxDetect", "IBin", "IKeypoint")
CONVOLUTIONS = (  # [channels, kernel, stride]
    "Conv", "DWConv", "GhostConv", "RepConv", "RepConv_OREPA", "CrossConv", "MixConv2d", "GhostBottleneck", "nn.Conv2d",
    "RobustConv", "RobustConv2", "GhostStem", "Stem", "BasicConv",
)  # fmt: skip
KEEPING = (
    "Concat", "Chuncat", "Shortcut", "Foldcut", "SPP", "SPPF", "SPPCSPC", "SPPCSP", "GhostSPPCSPC", "SP",
    "Bottleneck", "BottleneckCSP", "BottleneckCSPA", "BottleneckCSPB", "BottleneckCSPC", "BottleneckCSPF",
    "BottleneckCSP2", "VoVCSP", "C3", "C3TR", "C3SPP", "C3Ghost", "C3x", "C2f", "nn.BatchNorm2d", "nn.ZeroPad2d",
    "Res", "ResX", "ResCSPA", "ResCSPB", "ResCSPC", "ResXCSPA", "ResXCSPB", "ResXCSPC", "CSPA", "CSPB", "CSPC",
    "STCSPA", "STCSPB", "STCSPC", "ST2CSPA", "ST2CSPB", "RepResCSPA", "RepResCSPB", "RepResCSPC",
    "RepBottleneckCSPA", "ImplicitA", "ImplicitM",
)  # fmt: skip
LEFT = {
    "coder": "(2 sigmoid - 0.5) and (2 sigmoid)^2 are no coder of a recipe yet; t are YOLOv3's",
    "loss": "CIoU and the IoU as target of objectness are no loss of a recipe yet; losses are YOLOv3's",
}


def read_yolov5(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a model's YAML. Raises `BadFile` for hyperparameters alone, `BadRecipe`."""
    table = Config(read_yaml(config, files), LIBRARY)
    if "anchors" not in table.root.value or "head" not in table.root.value:
        raise BadFile(config.path, "has hyperparameters and no anchors of its own, wanted the YAML of the model")
    draft = Draft(BASE, LIBRARY)
    side = table.default("train.py --imgsz", 640)
    draft.put("resize.rule", "half_rest", side)
    draft.put("resize.size", [640, 640], side)
    draft.put("resize.rest", "size", side)
    limit = table.default("hyp.yaml anchor_t", 4.0)
    draft.put("matcher.rule", "ratio", limit)
    draft.put("matcher.limit", limit.value, limit)
    with draft.part():
        anchors = table.get("anchors", None)
        if not isinstance(anchors.value, list):
            raise Misfit(anchors, "lists of sides: a number lets AutoAnchor choose them in training")
        shapes = [_pairs(each) for each in items(anchors)]
        strides = _strides(table, len(shapes))
        down = [each for each, _ in strides]
        pairs = tuple(tuple((width, height) for width, height in level) for level in shapes)
        draft.put("anchors.shapes", as_lists(by_rising_stride(pairs, tuple(down))), anchors)
        draft.put("anchors.strides", down, *(origin for _, origin in strides))
        draft.put("anchors.names", [f"P{stride.bit_length() - 1}" for stride in down], strides[0][1])
    for place, words in LEFT.items():
        draft.leave(table.default(place, "its code"), words)
    draft.leave_rest(table, {}, ELSEWHERE)
    return draft.finish(config.path.stem, config.path.name, "YOLOv5's anchors")


def _pairs(given: Given) -> list[list[float]]:
    sides = numbers(given)
    if not sides or len(sides) % 2:
        raise Misfit(given, "pairs of width and height")
    return [list(pair) for pair in zip(sides[::2], sides[1::2], strict=True)]


def _strides(table: Config, levels: int) -> list[tuple[int, Given]]:
    """Return the stride of each map the head detects on, with the module that says where it comes from."""
    modules = [*items(table.get("backbone", [])), *items(table.get("head", []))]
    strides: list[float | None] = []
    for module in modules:
        parts = module.value if isinstance(module.value, list) and len(module.value) == 4 else None
        if parts is None:
            raise Misfit(module, "[from, number, module, arguments]")
        source, name = parts[0].value, str(parts[2].value)
        froms = [each.value for each in source] if isinstance(source, list) else [source]
        if name in DETECTING:
            return [_told(module, _from(strides, each)) for each in froms[:levels]]
        strides.append(_after(name, _from(strides, froms[0]), parts[3]))
    raise Misfit(table.get("head", []), f"a module that detects, such as {DETECTING[0]}")


def _told(module: Given, stride: float | None) -> tuple[int, Given]:
    if stride is None or not float(stride).is_integer() or not 1 <= stride <= 1 << 16:
        raise Misfit(module, "maps whose strides the modules before tell")
    return int(stride), module


def _from(strides: list[float | None], source: object) -> float | None:
    """Return the stride of the map a module reads: the picture's 1, the one before, or one by number."""
    if not isinstance(source, int) or not -len(strides) - 1 <= source < len(strides):
        return None
    return (strides[source] if strides else 1.0) if source >= -len(strides) else 1.0


def _after(name: str, stride: float | None, arguments: Given) -> float | None:
    """Return the stride behind a module, None behind one that is not known."""
    values = [each.value for each in arguments.value] if isinstance(arguments.value, list) else []

    def argument(place: int, default: int) -> float:
        found = values[place] if place < len(values) else default
        return float(found) if isinstance(found, int | float) and 0 < found < 1 << 16 else float(default)

    if stride is None:
        return None
    if name in CONVOLUTIONS:
        return stride * argument(2, 1)
    if name == "Focus":
        return 2 * stride * argument(2, 1)
    if name in ("ReOrg", "DownC", "MP"):
        return stride * (argument(0, 2) if name == "MP" else 2)
    if name == "nn.MaxPool2d":
        return stride * argument(1, int(argument(0, 2)))
    if name == "Contract":
        return stride * argument(0, 2)
    if name in ("nn.Upsample", "nn.ConvTranspose2d", "Expand"):
        return stride / argument({"nn.Upsample": 1, "nn.ConvTranspose2d": 2, "Expand": 0}[name], 2)
    return stride if name in KEEPING else None
