"""``Recipe``: one library's conventions as data, one spec per stage, read from and written to TOML."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import tomllib
import typing
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.resources import resource

MAX_LOG_SCALE = math.log(1000.0 / 16)


def _field(default: Any, help_: str) -> Any:
    return field(default=default, metadata={"help": help_})


@dataclass(frozen=True, slots=True)
class ResizeSpec:
    """How a picture becomes the network's input."""

    short: int = _field(800, "wanted shorter side, px")
    long: int = _field(1333, "most the longer side may have, px")
    rounding: Literal["truncate", "half_up", "half_even"] = _field("truncate", "side * scale to whole px")
    limit: Literal["smaller_scale", "rounded_long"] = _field(
        "smaller_scale", "the smaller of both scales, or the long one only where the rounded long side is over"
    )
    box_scale: Literal["per_axis", "uniform"] = _field("per_axis", "new / old per axis, or the one scale for both")
    box_dtype: Literal["float32", "float64"] = _field("float32", "precision in which boxes are scaled")
    pad_multiple: int = _field(32, "padded right and below to a multiple of this, 1: no padding")


@dataclass(frozen=True, slots=True)
class AnchorSpec:
    """The anchor grid, level by level."""

    names: tuple[str, ...] = _field(("P2", "P3", "P4", "P5", "P6"), "a name for each level")
    strides: tuple[int, ...] = _field((4, 8, 16, 32, 64), "nominal stride of each level, px")
    sizes: tuple[tuple[float, ...], ...] = _field(
        ((32.0,), (64.0,), (128.0,), (256.0,), (512.0,)), "sizes of each level, px: the square root of the area"
    )
    ratios: tuple[float, ...] = _field((0.5, 1.0, 2.0), "height over width")
    base: Literal["rounded_corners", "rounded_sides"] = _field(
        "rounded_corners", "float32 with corners rounded half to even, or double with sides rounded before scaling"
    )
    base_size: int = _field(16, "side of the box that rounded_sides scales, px")
    stride_rule: Literal["padded_over_feature", "given"] = _field(
        "padded_over_feature", "floor(padded side / feature side) per axis, or the nominal stride"
    )
    feature_rounding: Literal["ceil", "floor"] = _field("ceil", "feature side = side / nominal stride, rounded so")


@dataclass(frozen=True, slots=True)
class MatcherSpec:
    """Which anchors are positive, negative or ignored."""

    positive: float = _field(0.7, "IoU from which an anchor is positive")
    negative: float = _field(0.3, "IoU below which an anchor is negative")
    low_quality: bool = _field(True, "each ground truth's best anchors are positive too, all that tie")
    inclusive: bool = _field(False, "widths are x2 - x1 + 1")
    outside: Literal["use", "ignore"] = _field("use", "anchors that leave the picture: matched, or ignored beforehand")
    border: int = _field(0, "px an anchor may leave the picture before it counts as outside")
    no_truth: Literal["negative", "error"] = _field("negative", "a picture without ground truth")
    crowd: Literal["drop", "use"] = _field("drop", "ground truths marked crowd: dropped by the loader, or used")
    clobber_positives: bool = _field(False, "an IoU below `negative` wins over the low-quality rule")


@dataclass(frozen=True, slots=True)
class SamplerSpec:
    """The mini-batch of anchors that enters the loss."""

    batch: int = _field(256, "anchors per picture")
    positive_fraction: float = _field(0.5, "at most this share is positive; negatives fill the rest")


@dataclass(frozen=True, slots=True)
class CoderSpec:
    """Between boxes and t: centre shift over the anchor's side, log of the side's ratio."""

    weights: tuple[float, float, float, float] = _field((1.0, 1.0, 1.0, 1.0), "factors of t_x, t_y, t_w, t_h")
    max_log_scale: float = _field(MAX_LOG_SCALE, "t_w and t_h are cut above this before exp; inf: never")
    inclusive: bool = _field(False, "widths are x2 - x1 + 1")
    encode_dtype: Literal["float32", "float64"] = _field("float32", "precision of t*; the result is float32")


@dataclass(frozen=True, slots=True)
class LossSpec:
    """Objectness and box loss with their normalisers."""

    objectness: Literal["bce", "softmax"] = _field("bce", "sigmoid of one logit, or softmax of background and object")
    beta: float = _field(1.0 / 9.0, "knee of smooth L1; 0 is L1; sigma of the article's code is 1 / sqrt(beta)")
    normaliser: Literal["sampled", "batch"] = _field("sampled", "both losses over the number sampled, or the batch")
    box_weight: float = _field(1.0, "factor of the box loss (lambda)")


@dataclass(frozen=True, slots=True)
class ProposalSpec:
    """From decoded boxes to proposals."""

    pre_nms: int = _field(1000, "boxes that enter NMS: per level, or overall")
    post_nms: int = _field(1000, "boxes kept in the end")
    nms: float = _field(0.7, "IoU above which the lower score goes")
    nms_rule: Literal["greater", "greater_equal"] = _field("greater", "suppress when IoU > nms, or >= nms")
    min_size: float = _field(1e-3, "smallest side, px")
    min_size_frame: Literal["network", "original"] = _field("network", "px of which picture min_size counts")
    min_score: float = _field(0.0, "smallest score")
    top: Literal["per_level", "overall"] = _field("per_level", "pre_nms counts per level, or over all")
    filter_first: bool = _field(False, "clip and size filter come before the top-k, not after")
    offset_boxes_below: int = _field(
        1000, "with at most this many boxes levels are kept apart by shifting them in float32 instead of one by one"
    )


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything one library does between a picture and its loss, as a hashable value."""

    name: str
    title: str = ""
    source: str = ""
    version: str = ""
    reproduces_not: tuple[str, ...] = ()
    dtype: Literal["float32", "float64"] = _field("float32", "precision of anchors and IoU; it decides ties")
    resize: ResizeSpec = field(default_factory=ResizeSpec)
    anchors: AnchorSpec = field(default_factory=AnchorSpec)
    matcher: MatcherSpec = field(default_factory=MatcherSpec)
    sampler: SamplerSpec = field(default_factory=SamplerSpec)
    coder: CoderSpec = field(default_factory=CoderSpec)
    loss: LossSpec = field(default_factory=LossSpec)
    proposals: ProposalSpec = field(default_factory=ProposalSpec)

    @property
    def hash(self) -> str:
        """Return 16 hex digits over the meaning: stages and dtype, not names, comments or formatting."""
        meaning = {spec: dataclasses.asdict(getattr(self, spec)) for spec in STAGES} | {"dtype": self.dtype}
        return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()[:16]

    def to_toml(self) -> str:
        """Return the complete recipe as commented TOML, which `load_recipe` reads back to an equal value."""
        lines = [f"{key} = {_toml(getattr(self, key))}" for key in (*HEADER, "dtype")]
        for stage in STAGES:
            spec = getattr(self, stage)
            lines += ["", f"# {type(spec).__doc__}", f"[{stage}]"]
            lines += [f"{f.name} = {_toml(getattr(spec, f.name))}  # {f.metadata['help']}" for f in fields(spec)]
        return "\n".join(lines) + "\n"

    def flat(self) -> dict[str, Any]:
        """Return every convention as ``{"stage.field": value}``, for comparing two recipes."""
        flat: dict[str, Any] = {"dtype": self.dtype}
        for stage in STAGES:
            spec = getattr(self, stage)
            flat |= {f"{stage}.{f.name}": getattr(spec, f.name) for f in fields(spec)}
        return flat


HEADER = ("name", "title", "source", "version", "reproduces_not")
STAGES = {
    "resize": ResizeSpec,
    "anchors": AnchorSpec,
    "matcher": MatcherSpec,
    "sampler": SamplerSpec,
    "coder": CoderSpec,
    "loss": LossSpec,
    "proposals": ProposalSpec,
}


def list_recipes() -> tuple[str, ...]:
    """Return the names of the shipped recipes, sorted."""
    return tuple(sorted(path.stem for path in resource("recipes").glob("*.toml")))


def load_recipe(source: str | Path) -> Recipe:
    """Return the shipped recipe of that name, or the one in the TOML file at that path.

    ``extends = "name or path"`` takes over every field that is not written. Raises `BadRecipe` with all errors at once.
    """
    path = _find(source)
    return _build(_read(path, ()), path)


def recipe_from_toml(text: str, place: str | Path = "recipe.toml") -> Recipe:
    """Return the recipe written in ``text``, as `load_recipe` would from a file at ``place``, which names the errors.

    Raises `BadRecipe` with all errors at once.
    """
    path = Path(place)
    return _build(_parse(text, path, ()), path)


def _find(source: str | Path) -> Path:
    shipped = resource("recipes", f"{source}.toml")
    if str(source) in list_recipes():
        return shipped
    path = Path(source).expanduser()
    if path.suffix == ".toml" and path.is_file():
        return path
    raise BadRecipe(f"{source}: no such recipe; wanted a TOML file or one of {', '.join(list_recipes())}")


def _read(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    if path.resolve() in seen:
        raise BadRecipe(f"{path}: extends itself")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRecipe(f"{path}: not readable as TOML: {error}") from error
    return _parse(text, path, seen)


def _parse(text: str, path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRecipe(f"{path}: not readable as TOML: {error}") from error
    parent = table.pop("extends", None)
    if parent is None:
        return table
    beside = path.parent / str(parent)
    merged = _read(beside if beside.is_file() else _find(str(parent)), (*seen, path.resolve()))
    for key, value in table.items():
        merged[key] = merged.get(key, {}) | value if isinstance(value, dict) and key in STAGES else value
    merged.setdefault("name", path.stem)
    if "name" not in table:
        merged["name"] = path.stem
    return merged


def _build(table: dict[str, Any], path: Path) -> Recipe:
    errors: list[str] = []
    hints = typing.get_type_hints(Recipe)
    made: dict[str, Any] = {}
    for key, value in table.items():
        if key in STAGES:
            made[key] = _build_stage(key, value, errors)
        elif key in HEADER or key == "dtype":
            made[key] = _convert(key, value, hints[key], errors)
        else:
            errors.append(f"{key}: unknown; known are {', '.join((*HEADER, 'dtype', 'extends', *STAGES))}")
    made.setdefault("name", path.stem)
    if not errors:
        recipe = Recipe(**made)
        errors += _contradictions(recipe)
    if errors:
        raise BadRecipe(f"{path}: " + "; ".join(errors))
    return recipe


def _build_stage(stage: str, table: object, errors: list[str]) -> Any:
    spec = STAGES[stage]
    if not isinstance(table, dict):
        errors.append(f"{stage}: found {table!r}, wanted a table [{stage}]")
        return None
    hints = typing.get_type_hints(spec)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in hints:
            errors.append(f"{stage}.{key}: unknown; known are {', '.join(hints)}")
        else:
            values[key] = _convert(f"{stage}.{key}", value, hints[key], errors)
    return spec(**values)


def _convert(place: str, value: Any, wanted: Any, errors: list[str]) -> Any:
    """Return ``value`` as the type ``wanted``; a misfit is added to ``errors`` and returned as it is."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        if value not in inner:
            errors.append(f"{place}: found {value!r}, allowed are {', '.join(map(repr, inner))}")
        return value
    if origin is tuple:
        fixed = len(inner) if inner[-1] is not Ellipsis else None
        if not isinstance(value, list) or (fixed is not None and len(value) != fixed):
            errors.append(f"{place}: found {value!r}, wanted a list" + (f" of {fixed}" if fixed else ""))
            return value
        return tuple(_convert(f"{place}[{i}]", item, inner[0], errors) for i, item in enumerate(value))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is float and number and not math.isnan(value):
        return float(value)
    if wanted is not float and type(value) is wanted:
        return value
    errors.append(f"{place}: found {value!r}, wanted {'a number' if wanted is float else wanted.__name__}")
    return value


def _contradictions(recipe: Recipe) -> list[str]:
    found = []
    spec = recipe.anchors
    if not spec.strides or not len(spec.names) == len(spec.strides) == len(spec.sizes):
        found.append(
            f"anchors: {len(spec.names)} names, {len(spec.strides)} strides and {len(spec.sizes)} lists of sizes, "
            "wanted one of each per level"
        )
    positive_numbers = {
        "resize.short": recipe.resize.short,
        "resize.long": recipe.resize.long,
        "resize.pad_multiple": recipe.resize.pad_multiple,
        "anchors.base_size": spec.base_size,
        "sampler.batch": recipe.sampler.batch,
        "proposals.pre_nms": recipe.proposals.pre_nms,
        "proposals.post_nms": recipe.proposals.post_nms,
        "anchors.strides": min(spec.strides, default=0),
        "anchors.ratios": min(spec.ratios, default=0),
        "anchors.sizes": min((min(level, default=0) for level in spec.sizes), default=0),
        "coder.weights": min(recipe.coder.weights),
    }
    found += [f"{name}: found {v}, wanted more than 0" for name, v in positive_numbers.items() if not v > 0]
    fractions = {
        "matcher.positive": recipe.matcher.positive,
        "matcher.negative": recipe.matcher.negative,
        "sampler.positive_fraction": recipe.sampler.positive_fraction,
        "proposals.nms": recipe.proposals.nms,
    }
    found += [f"{name}: found {v}, wanted 0 to 1" for name, v in fractions.items() if not 0 <= v <= 1]
    if recipe.matcher.negative > recipe.matcher.positive:
        found.append(f"matcher.negative: found {recipe.matcher.negative}, wanted at most matcher.positive")
    if not 0 <= recipe.loss.beta < math.inf:
        found.append(f"loss.beta: found {recipe.loss.beta}, wanted 0 or more")
    return found


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return repr(value)
