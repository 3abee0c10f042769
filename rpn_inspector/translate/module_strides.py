"""The strides of the maps a head detects on, from the modules before it in a model's YAML of a YOLO."""

from __future__ import annotations

from rpn_inspector.translate.given import Config, Given, Misfit, items

DETECTING = (
    "Detect", "Segment", "IDetect", "IAuxDetect", "IBin", "IKeypoint", "v10Detect", "OBB", "Pose", "WorldDetect",
    "YOLOEDetect",
)  # fmt: skip
CONVOLUTIONS = (  # [channels, kernel, stride]
    "BasicConv", "Conv", "CrossConv", "DWConv", "GhostBottleneck", "GhostConv", "GhostStem", "MixConv2d",
    "nn.Conv2d", "RepConv", "RepConv_OREPA", "RobustConv", "RobustConv2", "SCDown", "Stem",
)  # fmt: skip
HALVING = ("AConv", "ADown", "DownC", "ReOrg")
KEEPING = (
    "A2C2f", "Bottleneck", "BottleneckCSP", "BottleneckCSP2", "BottleneckCSPA", "BottleneckCSPB", "BottleneckCSPC",
    "BottleneckCSPF", "C2", "C2PSA", "C2f", "C2fAttn", "C2fCIB", "C2fPSA", "C3", "C3Ghost", "C3SPP", "C3TR", "C3k2",
    "C3x", "CBLinear", "Chuncat", "Concat", "CSPA", "CSPB", "CSPC", "ELAN1", "Foldcut", "GhostSPPCSPC", "ImplicitA",
    "ImplicitM", "nn.BatchNorm2d", "nn.Identity", "nn.ZeroPad2d", "PSA", "RepBottleneckCSPA", "RepC3",
    "RepNCSPELAN4", "RepResCSPA", "RepResCSPB", "RepResCSPC", "Res", "ResCSPA", "ResCSPB", "ResCSPC", "ResX",
    "ResXCSPA", "ResXCSPB", "ResXCSPC", "Shortcut", "SP", "SPP", "SPPCSP", "SPPCSPC", "SPPELAN", "SPPF", "ST2CSPA",
    "ST2CSPB", "STCSPA", "STCSPB", "STCSPC", "VoVCSP",
)  # fmt: skip


def head_module(table: Config) -> Given:
    """Return the module that detects, as [from, number, module, arguments]. Raises `Misfit` where there is none."""
    for module in [*items(table.get("backbone", [])), *items(table.get("head", []))]:
        if str(_parts(module)[2].value) in DETECTING:
            return module
    raise Misfit(table.get("head", []), f"a module that detects, such as {DETECTING[0]}")


def strides_of(table: Config, levels: int | None = None) -> list[tuple[int, Given]]:
    """Return the stride of each map the head detects on, with the module that says where it comes from.

    Raises `Misfit` for a module that is not known.

    Args:
        table: of the model, with ``backbone`` and ``head``.
        levels: of so many maps; None for all the head reads.
    """
    strides: list[float | None] = []
    for module in [*items(table.get("backbone", [])), *items(table.get("head", []))]:
        source, _, kind, arguments = _parts(module)
        froms = [each.value for each in source.value] if isinstance(source.value, list) else [source.value]
        if not froms:
            raise Misfit(module, "a module that reads from another")
        name = str(kind.value)
        if name in DETECTING:
            return [_told(module, _from(strides, each)) for each in froms[:levels]]
        strides.append(_after(name, _from(strides, froms[0]), arguments))
    raise Misfit(table.get("head", []), f"a module that detects, such as {DETECTING[0]}")


def _parts(module: Given) -> list[Given]:
    if isinstance(module.value, list) and len(module.value) == 4:
        return list(module.value)
    raise Misfit(module, "[from, number, module, arguments]")


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
    if name in HALVING or name == "MP":
        return stride * (argument(0, 2) if name == "MP" else 2)
    if name == "nn.MaxPool2d":
        return stride * argument(1, int(argument(0, 2)))
    if name == "Contract":
        return stride * argument(0, 2)
    if name in ("nn.Upsample", "nn.ConvTranspose2d", "Expand"):
        return stride / argument({"nn.Upsample": 1, "nn.ConvTranspose2d": 2, "Expand": 0}[name], 2)
    return stride if name in KEEPING else None
