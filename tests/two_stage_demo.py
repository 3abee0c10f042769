"""The demo's pictures under a recipe of two stages, with invented outputs of both; and of Cascade's three."""

import dataclasses

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions.dump_writer import DumpWriter

BOTH = dataclasses.replace(load_recipe("demo"), name="both", further=load_recipe("fasterrcnn-torchvision").further)
CASCADE = dataclasses.replace(load_recipe("demo"), name="cascade", further=load_recipe("cascade-mmdet").further)
DEMO = resource("demo")


def demo():
    return open_dataset(DEMO)


def outputs_of(sample, recipe=BOTH):
    return dataclasses.replace(SimulatedPredictions().predict(sample, recipe), simulated=False)


def write_dump(folder, recipe=BOTH, pictures=(0, 1), step=None):
    """Write a dump with the recipe inside into ``folder``; return its path."""
    dataset, path = demo(), folder / f"{recipe.name}{step or ''}.rpn"
    with DumpWriter(path, recipe.name, step=step, recipe_toml=recipe.to_toml()) as writer:
        for n in pictures:
            writer.add(dataset.names[n], outputs_of(dataset[n], recipe))
    return path
