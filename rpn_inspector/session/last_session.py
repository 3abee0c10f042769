"""The place where the user left off: kept when the window closes, opened again by the next window."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import Options
from rpn_inspector.session import settings
from rpn_inspector.session.layers import LAYERS
from rpn_inspector.session.open_request import OpenRequest
from rpn_inspector.session.state import State

PATHS = ("annotations", "images")
FIRST_RECIPE = "torchvision-fpn"


def first_state(memory: dict[str, Any]) -> State:
    """Return the state of an empty window, under the recipe chosen last by the user, if readable."""
    first = load_recipe(FIRST_RECIPE)
    try:
        own = load_recipe(str(memory.get("recipe", FIRST_RECIPE)))
    except InspectorError:
        return State(first)
    return State(own, own=None if own == first else own)


def session_of(opened: OpenRequest | None, state: State, looking: str) -> dict[str, object] | None:
    """Return the dataset, picture, outputs, layers and workspace as values JSON knows, None without a dataset."""
    if opened is None or state.dataset is None:
        return None
    return {
        "dataset": str(opened.path.absolute()),
        "image": state.dataset.names[state.index],
        "predictions": _outputs_path(state),
        "layout": None if opened.layout is None else str(opened.layout.absolute()),
        "options": {
            name: str(value) if isinstance(value, Path) else value for name, value in asdict(opened.options).items()
        },
        "pictures": [str(picture.absolute()) for picture in opened.pictures],
        "layers": sorted(state.layers),
        "set_layers": sorted(state.set_layers),
        "workspace": looking,
    }


def opened_by(session: object) -> OpenRequest | None:
    """Return the request a session is opened again by, None where nothing of the session is left on disk."""
    if not isinstance(session, dict) or not isinstance(session.get("dataset"), str):
        return None
    path, image = Path(session["dataset"]), session.get("image")
    if not path.exists():
        return None
    pictures = [Path(text) for text in settings.texts(session, "pictures")]
    there = tuple(picture for picture in pictures if picture.is_file())
    if pictures and not there:
        return None
    table = session.get("options")
    options = {name: value for name, value in table.items() if name in PATHS} if isinstance(table, dict) else {}
    known: dict[str, Any] = {name: Path(value) for name, value in options.items() if isinstance(value, str)}
    if isinstance(table, dict):
        known |= {name: table[name] for name in ("split", "format") if isinstance(table.get(name), str)}
        known["turned"] = table.get("turned") is True
    return OpenRequest(
        path,
        predictions=_existing(session.get("predictions")),
        image=image if isinstance(image, str) else None,
        layout=_existing(session.get("layout")),
        options=Options(**known),
        pictures=there,
    )


def layers_of(session: object) -> frozenset[str] | None:
    """Return the layers a session showed, None where the session does not say."""
    return _layers(session, "layers")


def set_layers_of(session: object) -> frozenset[str] | None:
    """Return the layers the user had switched, None where the session does not say."""
    return _layers(session, "set_layers")


def _layers(session: object, name: str) -> frozenset[str] | None:
    layers = session.get(name) if isinstance(session, dict) else None
    known = {*LAYERS, "cell"}
    return frozenset(layer for layer in layers if layer in known) if isinstance(layers, list) else None


def _existing(value: object) -> Path | None:
    path = Path(value) if isinstance(value, str) else None
    return path if path is not None and path.exists() else None


def _outputs_path(state: State) -> str | None:
    """Return where the outputs came from; the demo's own come back by themselves."""
    outputs = state.timeline.dumps[0] if state.timeline is not None else state.predictions
    if outputs is None or resource("demo").resolve() in outputs.path.resolve().parents:
        return None
    place = outputs.path.absolute()
    return str(place.parent if state.timeline is not None else place)
