"""Reads a layout: a small TOML beside a model, or beside someone's own arrays, as docs/outputs.md explains.

    recipe = "torchvision-fpn"      # a shipped name, or a TOML beside this one

    [picture]                       # for a model: how it wants its picture
    size = [240, 320]               # h, w it is stretched to; "recipe": resized and padded as the recipe says
    colours = "RGB"                 # or "BGR", "grey"
    axes = "NCHW"                   # or "NHWC"
    type = "float32"                # or "uint8": 0 to 255, without scale, mean and std
    scale = 1.0                     # (value * scale - mean) / std, value 0 to 255
    mean = [127, 127, 127]
    std = [128, 128, 128]

    [objectness]
    names = ["scores"]              # one for each level of the recipe, or one for all
    layout = "N,2"
    values = "probability"          # or "logit"
    background = "first"            # "last", "none": where among the columns the background is
    columns = "1:"                  # of the columns of an axis, those meant; or a list, [4]

    [deltas]
    names = ["boxes"]
    layout = "N,4"
    columns = [0, 1, 2, 3]

    [boxes]                         # decoded boxes, in place of deltas
    names = ["boxes"]
    layout = "N,4"
    form = "corners"                # x1 y1 x2 y2; "centre": x y w h around it; "corner": x y w h from the top left
    order = "xy"                    # or "yx"
    unit = "px"                     # or "fraction": 0 to 1
    of = "input"                    # the network's input, with its padding; or "picture", as stored

    [classes]                       # beside boxes: the class of each
    names = ["labels"]
    layout = "N"                    # or "N,6" with columns = [5], of rows x1 y1 x2 y2 score class
    first = 0                       # the number of the dataset's first class

A layout names the axes from the slowest to the fastest: H, W, A (the anchors of a cell), N (all anchors in the recipe's
order, or all boxes), 2 (background and object), C (classes, in the order the recipe's loss says) and 4 (the
coordinates); with ``columns`` C or the number of all columns. Factors of one axis stand together, again the slowest
first: "A4,H,W" is torchvision's channel a * 4 + c, "2A,H,W" has all backgrounds before all objects. Axes of length 1,
such as the batch, may be left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.text import Text
from rpn_inspector.core.toml_text import read_toml
from rpn_inspector.data.predictions.arrays import cut, first_line
from rpn_inspector.data.predictions.layout import BoxPart, ClassPart, Layout, LayoutPart, PictureSpec, ScorePart
from rpn_inspector.data.predictions.layout_axes import Axes, axes_of, column_part, parts_of

MOST_NAMES = 64  # arrays of one kind
MOST_NAMED = 10  # mistakes named at once
MOST_COLUMNS = 100_000
LARGEST = 1e30  # of a number; not a comparison with infinity, which whole numbers of any length would pass
_EACH = "each of A, H, W (or N) and"


def read_layout(path: Path) -> Layout:
    """Return the layout in the TOML at ``path``; raises `BadFile` naming every error."""
    try:
        table = read_toml(path)
    except (OSError, ValueError) as error:
        raise BadFile(path, Text.of("not readable as TOML: {why}", why=first_line(error))) from error
    reader = _Toml(path, [])
    layout = reader.layout(table)
    if reader.errors or layout is None:
        more = f"; and {len(reader.errors) - MOST_NAMED} more" if len(reader.errors) > MOST_NAMED else ""
        raise BadFile(path, "; ".join(cut(error) for error in reader.errors[:MOST_NAMED]) + more)
    return layout


@dataclass(slots=True)
class _Toml:
    """Takes values out of tables and collects errors."""

    path: Path
    errors: list[str]

    def layout(self, table: dict[str, object]) -> Layout | None:
        self.known("", table, ("recipe", "picture", "objectness", "deltas", "boxes", "classes"))
        recipe = table.get("recipe")
        if recipe is not None and not isinstance(recipe, str):
            self.errors.append(f"recipe: found {_shown(recipe)}, wanted a name or a file")
            recipe = None
        if recipe is not None:
            recipe = self.recipe(recipe)
        objectness = self.scores(table)
        deltas = self.deltas(table) if "boxes" not in table else None
        boxes = self.boxes(table) if "boxes" in table else None
        classes = self.classes(table) if "classes" in table else None
        picture = self.picture(table.get("picture", {}))
        if "boxes" in table and "deltas" in table:
            self.errors.append("found [deltas] and [boxes], wanted one of them")
        if "classes" in table and "boxes" not in table:
            self.errors.append("classes: found without [boxes], wanted the classes of decoded boxes")
        place = deltas or boxes
        if objectness is None or place is None or picture is None or self.errors:
            return None
        if len(objectness.names) != len(place.names) and not (objectness.flat or place.flat):
            words = "deltas" if boxes is None else "boxes"
            self.errors.append(f"{len(objectness.names)} names of objectness and {len(place.names)} of {words}")
        return Layout(
            path=self.path,
            objectness=objectness,
            deltas=deltas,
            boxes=boxes,
            classes=classes,
            picture=picture,
            recipe=recipe,
        )

    def recipe(self, name: str) -> str:
        """Return a shipped name as it stands, and a file beside the layout as its path."""
        try:
            return str(self.path.parent / name) if (self.path.parent / name).is_file() else name
        except (OSError, ValueError):  # longer than a system's names, or with a zero byte
            self.errors.append(f"recipe: found {_shown(name)}, wanted a name or a file")
            return name

    def scores(self, table: dict[str, object]) -> ScorePart | None:
        part = self.table("objectness", table, ("values", "background"))
        if part is None:
            return None
        found = self.part("objectness", part, (None, "2", "C"), f"{_EACH} 2 once, such as A,H,W or N,2")
        values = self.choice("objectness.values", part.get("values", "logit"), ("logit", "probability"))
        background = part.get("background")
        if background is not None:
            self.choice("objectness.background", background, ("first", "last", "none"))
        if found is None or self.errors:
            return None
        where: Any = background
        return ScorePart(*found, probability=values == "probability", background=where)

    def deltas(self, table: dict[str, object]) -> LayoutPart | None:
        part = self.table("deltas", table, ())
        found = None if part is None else self.part("deltas", part, ("4",), f"{_EACH} 4 once, such as A4,H,W or N,4", 4)
        return None if found is None else LayoutPart(*found)

    def boxes(self, table: dict[str, object]) -> BoxPart | None:
        part = self.table("boxes", table, ("form", "order", "unit", "of"))
        if part is None:
            return None
        found = self.part("boxes", part, ("4",), f"{_EACH} 4 once, such as N,4", 4)
        form: Any = self.choice("boxes.form", part.get("form", "corners"), ("corners", "centre", "corner"))
        order = self.choice("boxes.order", part.get("order", "xy"), ("xy", "yx"))
        unit = self.choice("boxes.unit", part.get("unit", "px"), ("px", "fraction"))
        of = self.choice("boxes.of", part.get("of", "input"), ("input", "picture"))
        if found is None or self.errors:
            return None
        return BoxPart(
            *found, form=form, y_first=order == "yx", fractions=unit == "fraction", of_picture=of == "picture"
        )

    def classes(self, table: dict[str, object]) -> ClassPart | None:
        part = self.table("classes", table, ("first",))
        if part is None:
            return None
        found = self.part("classes", part, (None,), "N", 1)
        first = part.get("first", 0)
        if type(first) is not int or abs(first) > MOST_COLUMNS:
            self.errors.append(f"classes.first: found {_shown(first)}, wanted a whole number")
            return None
        if found is not None and isinstance(found[2], slice):
            self.errors.append(f"classes.columns: found {_shown(part.get('columns'))}, wanted a list of one column")
            return None
        if found is not None and ("N" not in "".join(found[1]) or len(found[0]) != 1):
            self.errors.append("classes: wanted one name of layout 'N', or of one column of several, such as 'N,6'")
            return None
        return None if found is None else ClassPart(*found, first=first)

    def table(self, name: str, table: dict[str, object], more: tuple[str, ...]) -> dict[str, object] | None:
        part = table.get(name)
        if not isinstance(part, dict):
            self.errors.append(f"{name}: found {_shown(part)}, wanted a table [{name}] with names and layout")
            return None
        self.known(f"{name}.", part, ("names", "layout", "columns", *more))
        return part

    def part(
        self,
        name: str,
        part: dict[str, object],
        components: tuple[str | None, ...],
        wanted: str,
        count: int | None = None,
    ) -> tuple[tuple[str, ...], Axes, slice | tuple[int, ...] | None] | None:
        """Return names, axes and columns, ``count`` of them; ``components`` are those allowed where all are meant."""
        names, axes = part.get("names"), axes_of(part.get("layout"))
        if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
            self.errors.append(f"{name}.names: found {_shown(names)}, wanted a list of names")
            return None
        if len(names) > MOST_NAMES:
            self.errors.append(f"{name}.names: found {len(names)} names, wanted at most {MOST_NAMES}")
            return None
        columns = self.columns(f"{name}.columns", part.get("columns"), count)
        parts = [] if axes is None else [each for axis in axes for each in parts_of(axis)]
        cells = {"N"} if "N" in parts else {"A", "H", "W"}
        component = None if axes is None else column_part(axes)
        own = {each for each in parts if each != component}
        # with columns the length of their axis is free
        known = component in components or (columns is not None and component not in (None, ""))
        if axes is None or own != cells or len(parts) != len(set(parts)) or not known:
            hint = ""
            if component is not None and component.isdecimal() and own == cells and columns is None:
                hint = f"; or columns, which say those meant of the {component}"
            found = f"{name}.layout: found {_shown(part.get('layout'))}"
            self.errors.append(f"{found}, wanted {wanted}{hint}")
            return None
        if columns is not None and component is None:
            self.errors.append(f"{name}.columns: found beside a layout without columns, such as C or 85")
            return None
        return tuple(names), axes, columns

    def columns(self, place: str, value: object, exactly: int | None) -> slice | tuple[int, ...] | None:
        if value is None:
            return None
        if isinstance(value, list) and value and all(type(v) is int and 0 <= v < MOST_COLUMNS for v in value):
            if len(set(value)) < len(value):
                self.errors.append(f"{place}: found {_shown(value)}, wanted each column once")
                return None
            if exactly in (None, len(value)) and len(value) <= MOST_COLUMNS:
                return tuple(value)
        elif isinstance(value, str):
            found = re.fullmatch(r"\s*([0-9]{0,5})\s*:\s*([0-9]{0,5})\s*", value)
            if found is not None:
                return slice(*(int(end) if end else None for end in found.groups()))
        many = f"{exactly} numbers" if exactly else "numbers"
        self.errors.append(f'{place}: found {_shown(value)}, wanted a list of {many} from 0, or a range such as "0:4"')
        return None

    def picture(self, table: object) -> PictureSpec | None:
        if not isinstance(table, dict):
            self.errors.append(f"picture: found {_shown(table)}, wanted a table [picture]")
            return None
        self.known("picture.", table, ("size", "colours", "axes", "type", "scale", "mean", "std", "input"))
        size = table.get("size", "recipe")
        fixed = isinstance(size, list) and len(size) == 2 and all(type(s) is int and 0 < s <= 1 << 14 for s in size)
        if size != "recipe" and not fixed:
            self.errors.append(f'picture.size: found {_shown(size)}, wanted [h, w] in px or "recipe"')
        colours = self.choice("picture.colours", table.get("colours", "RGB"), ("RGB", "BGR", "grey"))
        axes = self.choice("picture.axes", table.get("axes", "NCHW"), ("NCHW", "NHWC"))
        kind = self.choice("picture.type", table.get("type", "float32"), ("float32", "uint8"))
        if kind == "uint8" and {"scale", "mean", "std"} & table.keys():
            self.errors.append("picture.type: found 'uint8' with scale, mean or std, wanted values as they are")
        channels = 1 if colours == "grey" else 3
        name = table.get("input")
        if name is not None and not isinstance(name, str):
            self.errors.append(f"picture.input: found {_shown(name)}, wanted the input's name")
        scale = self.numbers("picture.scale", [table.get("scale", 1.0)], 1)
        mean = self.numbers("picture.mean", table.get("mean", [0.0] * channels), channels)
        std = self.numbers("picture.std", table.get("std", [1.0] * channels), channels)
        if std is not None and min(map(abs, std)) == 0:
            self.errors.append(f"picture.std: found {list(std)}, wanted none of 0")
        if self.errors or scale is None or mean is None or std is None:
            return None
        order: Any = colours
        return PictureSpec(
            size=(size[0], size[1]) if fixed else None,
            colours=order,
            scale=scale[0],
            mean=mean,
            std=std,
            input=name,
            channels_last=axes == "NHWC",
            uint8=kind == "uint8",
        )

    def known(self, place: str, table: dict[str, object], names: tuple[str, ...]) -> None:
        self.errors += [f"{place}{key}: unknown; known are {', '.join(names)}" for key in table if key not in names]

    def choice(self, place: str, value: object, allowed: tuple[str, ...]) -> str:
        if value not in allowed:
            self.errors.append(f"{place}: found {_shown(value)}, allowed are {', '.join(map(repr, allowed))}")
        return str(value)

    def numbers(self, place: str, value: object, count: int) -> tuple[float, ...] | None:
        plain = isinstance(value, list) and len(value) == count and all(type(v) in (int, float) for v in value)
        if not isinstance(value, list) or not plain or not all(abs(v) <= LARGEST for v in value):
            self.errors.append(f"{place}: found {_shown(value)}, wanted {count} number{'s' if count > 1 else ''}")
            return None
        return tuple(float(v) for v in value)


def _shown(value: object) -> str:
    """Return a value for a message, at most 80 letters."""
    try:
        return f"{value!r:.80}"
    except ValueError:  # digits without end, which Python does not write out
        return "a whole number of thousands of digits"
