"""``Outputs``: the protocol of every reader of raw outputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.showable import Showable
from rpn_inspector.data.predictions.name_match import Names

if TYPE_CHECKING:
    from rpn_inspector.data.predictions.layout import Layout


class Predictor(Protocol):
    """The least a caller may pass in place of `Outputs`: an object asked for one picture at a time."""

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return the raw outputs for ``sample`` under ``recipe``, None where there are none."""


class Outputs(Predictor, Protocol):
    """Raw outputs of one network at one moment of the training, or made in place of a network's."""

    def has(self, name: str, image_id: str) -> bool:
        """Return whether there are outputs for the picture of that name, or of that id in the annotations, "" none."""

    @property
    def path(self) -> Path:
        """Return the file or folder the outputs were read from."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the pictures with outputs, as the outputs write the names; () where none are known."""

    @property
    def recipe(self) -> str | None:
        """Return the name of the recipe the outputs were made under, None where not said."""

    @property
    def recipe_toml(self) -> str | None:
        """Return the whole recipe as TOML, written by a recorder, None where not recorded."""

    @property
    def checkpoint(self) -> str | None:
        """Return the checkpoint's name, None where not said."""

    @property
    def step(self) -> int | None:
        """Return the training step, None where not said."""

    @property
    def layout(self) -> Layout | None:
        """Return the layout file's content, None where the outputs have a layout of their own."""

    @property
    def simulated(self) -> bool:
        """Return whether the numbers are made up and come from no network."""

    @property
    def live(self) -> bool:
        """Return whether a model runs anew for each picture, so that asking for many pictures takes long."""

    @property
    def encoded_back(self) -> bool:
        """Return whether decoded boxes are encoded back into raw outputs: few anchors then have a say."""

    @property
    def indexed(self) -> bool:
        """Return whether classes of decoded boxes are numbers from 0 in the dataset's order, not ids or names."""

    @property
    def skipped(self) -> int:
        """Return the number of records of the file that could not be used."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return one line for each of the first skipped records, with the record's place."""


class OutputsBase(Showable):
    """The usual answers to `Outputs`; a reader overrides the differing ones."""

    __slots__ = ()

    def has(self, name: str, image_id: str) -> bool:
        """Return whether one of `names` is the picture's; ids are for readers with ids."""
        return Names(self.names).match(name) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """Return (): no picture is known by name."""
        return ()

    @property
    def recipe(self) -> str | None:
        """Return None: no recipe is named."""
        return None

    @property
    def recipe_toml(self) -> str | None:
        """Return None: no whole recipe was recorded."""
        return None

    @property
    def checkpoint(self) -> str | None:
        """Return None: no checkpoint is named."""
        return None

    @property
    def step(self) -> int | None:
        """Return None: no training step is said."""
        return None

    @property
    def layout(self) -> Layout | None:
        """Return None: there is no layout file."""
        return None

    @property
    def simulated(self) -> bool:
        """Return False: a network made the numbers."""
        return False

    @property
    def live(self) -> bool:
        """Return False: no model runs."""
        return False

    @property
    def encoded_back(self) -> bool:
        """Return False: the numbers are a network's own."""
        return False

    @property
    def indexed(self) -> bool:
        """Return False: classes are written as ids or names."""
        return False

    @property
    def skipped(self) -> int:
        """Return 0: every record was used."""
        return 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return (): there is nothing to warn of."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class CallerOutputs:
    """Outputs of a caller's own making: a mapping of picture name to `Prediction`, or an object with ``predict``."""

    ask: Callable[[Sample, Recipe], Prediction | None]
    path: Path
    names: tuple[str, ...]
    recipe: str | None
    recipe_toml: str | None
    checkpoint: str | None
    step: int | None
    layout: Layout | None
    simulated: bool
    live: bool
    encoded_back: bool
    indexed: bool
    skipped: int
    warnings: tuple[str, ...]

    def has(self, name: str, image_id: str) -> bool:
        """Return whether one of ``names`` is the picture's."""
        return Names(self.names).match(name) is not None

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return the raw outputs for ``sample`` under ``recipe``, None where the caller has none."""
        return self.ask(sample, recipe)


def as_outputs(given: Predictor | Mapping[str, Prediction]) -> Outputs:
    """Return ``given`` with every attribute of `Outputs`; outputs opened by this package are returned unchanged.

    A caller's own object may have some of the attributes, which are taken over.
    """
    if isinstance(given, OutputsBase | CallerOutputs):
        return cast("Outputs", given)  # each reader has path and predict besides what the base answers
    ask = given.predict if hasattr(given, "predict") else lambda sample, _: given.get(sample.name)
    return CallerOutputs(
        ask=ask,
        path=Path(getattr(given, "path", "memory")),
        names=tuple(getattr(given, "names", ())),
        recipe=getattr(given, "recipe", None),
        recipe_toml=getattr(given, "recipe_toml", None),
        checkpoint=getattr(given, "checkpoint", None),
        step=getattr(given, "step", None),
        layout=getattr(given, "layout", None),
        simulated=bool(getattr(given, "simulated", False)),
        live=bool(getattr(given, "live", False)),
        encoded_back=bool(getattr(given, "encoded_back", False)),
        indexed=bool(getattr(given, "indexed", False)),
        skipped=int(getattr(given, "skipped", 0)),
        warnings=tuple(getattr(given, "warnings", ())),
    )
