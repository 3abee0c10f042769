"""The command line that makes an audit's files, as its report names it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.data.datasets.open_dataset import Options
from rpn_inspector.data.remote.known import told


def command_line(dataset: Path, recipe: str | None, options: Options, given: Mapping[str, Any]) -> str:
    """Return the command of an audit without what changes only how it is executed: the folder stands as DIR.

    Args:
        dataset: as said.
        recipe: as said, None for that of the outputs.
        options: how the dataset is opened.
        given: the other options by name; those without a value are left out.
    """
    wishes = {
        "--annotations": options.annotations,
        "--images": options.images,
        "--split": options.split,
        "--dataset-format": options.format,
        "--turned": options.turned,
    }
    words = ["rpn-inspector", "audit", told(dataset), *(() if recipe is None else ("--recipe", recipe))]
    for name, value in (wishes | dict(given)).items():
        for one in value if isinstance(value, list) else (value,):
            if one is True:
                words.append(name)
            elif one is not None and one is not False:
                words += [name, told(one) if isinstance(one, Path) else str(one)]
    return shlex.join([*words, "--output", "DIR"])
