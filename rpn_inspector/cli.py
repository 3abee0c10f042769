"""The commands. Qt is imported inside ``open`` and ``demo`` only, the rest when a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rpn_inspector import __version__
from rpn_inspector.console import (
    AnnotationsPath,
    DatasetFormat,
    DatasetPath,
    ImagesPath,
    Json,
    SplitName,
    Turned,
    print_json,
    print_lines,
    say,
    table,
)  # fmt: skip
from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.export_commands import export
from rpn_inspector.lint_commands import lint
from rpn_inspector.recipe_commands import recipes_app

if TYPE_CHECKING:
    from rich.table import Table

PICTURE = Path("rpn-inspector.png")
app = typer.Typer(
    name="rpn-inspector", add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False,
    help="See the anchors, targets and losses an anchor-based detector trains on.",
)  # fmt: skip
app.add_typer(recipes_app, name="recipes")


RecipeName = Annotated[str, typer.Option("--recipe", "-r", help="A shipped recipe's name, or a TOML file.")]
LayoutPath = Annotated[
    Path | None, typer.Option("--layout", help="TOML that says which arrays or outputs are what; else the one beside.")
]
PredictionsPath = Annotated[
    Path | None, typer.Option("--predictions", "-p", help="Raw outputs, results or ONNX model.")
]
Screenshot = Annotated[Path | None, typer.Option(help="Draw the window off-screen into this PNG, and end.")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code: 0 fine, 1 a check failed, 2 bad arguments or input."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without the letter is no reason to stop
    try:
        code = app(args=None if arguments is None else list(arguments), standalone_mode=False)
        sys.stdout.flush()
    except InspectorError as error:
        return _refuse(str(error))
    except typer.Abort:
        return 130
    except KeyboardInterrupt:
        say("stopped")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away; that is its right
        return 0
    except OSError as error:
        return _refuse(f"{error.filename or 'system'}: {error.strerror or error}")
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            return 2
        return _refuse(error.format_message())
    return code if isinstance(code, int) else 0


def _refuse(text: str) -> int:
    say(" ".join(text.split()))
    return 2


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"rpn-inspector {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it.")] = False,
) -> None:
    """See the anchors, targets and losses an anchor-based detector trains on.

    Example: rpn-inspector demo
    """
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


@app.command("demo")
def _demo(screenshot: Screenshot = None) -> None:
    """Open the bundled dataset with its raw predictions.

    Example: rpn-inspector demo --screenshot demo.png
    """
    from rpn_inspector.core.resources import resource

    folder = resource("demo")
    if not folder.is_dir():
        raise BadFile(folder, "the bundled dataset is missing; install the program again")
    dumps = sorted([*folder.glob("*.rpn"), *folder.glob("*.rpn.zip")])
    _window(folder, dumps[0] if dumps else None, None, None, None, screenshot)


@app.command("open")
def _open(
    dataset: Annotated[Path | None, typer.Argument(help="Folder or annotation file of a dataset.")] = None,
    predictions: PredictionsPath = None,
    layout: LayoutPath = None,
    recipe: Annotated[str | None, typer.Option("--recipe", "-r", help="A recipe's name, or a TOML file.")] = None,
    image: Annotated[str | None, typer.Option("--image", "-i", help="Start at this image, by name or stem.")] = None,
    select: Annotated[int | None, typer.Option(min=0, help="Select this anchor, by its flat index.")] = None,
    screenshot: Screenshot = None,
    annotations: AnnotationsPath = None,
    images: ImagesPath = None,
    split: SplitName = None,
    format_: DatasetFormat = None,
    turned: Turned = False,
) -> None:
    """Open the window, on a dataset or empty.

    Example: rpn-inspector open data/voc --recipe torchvision-fpn --image 000001
    """
    options = {"annotations": annotations, "images": images, "split": split, "format": format_, "turned": turned}
    _window(dataset, predictions, recipe, image, select, screenshot, layout, options)


def _window(
    dataset: Path | None,
    predictions: Path | None,
    recipe: str | None,
    image: str | None,
    select: int | None,
    screenshot: Path | None,
    layout: Path | None = None,
    options: Mapping[str, Any] | None = None,
) -> None:
    from rpn_inspector import doctor

    for path in (dataset, predictions, layout):
        if path is not None and not path.expanduser().exists():
            raise BadFile(path, "no such file or folder")
    if recipe is not None:
        from rpn_inspector.core.recipe import load_recipe

        load_recipe(recipe)
    wrong = doctor.unknown_platform()
    if wrong is not None:
        raise InspectorError(wrong)
    drawn = screenshot
    if screenshot is None:
        why = doctor.no_window_because()
        if why is not None:
            drawn = PICTURE
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
    else:
        why = None
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if drawn is not None and not drawn.absolute().parent.is_dir():
        raise BadFile(drawn, "its folder does not exist, wanted an existing folder for the picture")
    try:
        from rpn_inspector.gui.app import run
    except ImportError as error:
        missing = " ".join(dict.fromkeys(doctor.missing_libraries(window=False).values()))
        hint = f"install it: apt-get install {missing}" if missing else "see rpn-inspector doctor"
        raise InspectorError(f"Qt cannot be loaded: {error}; {hint}") from error
    code = run(dataset, predictions, recipe, image, select, drawn, layout, options)
    if why is not None and code == 0:
        say(f"{why}: drew the window to {PICTURE.absolute()} instead")
    raise typer.Exit(code)


@app.command("inspect")
def _inspect(
    dataset: DatasetPath,
    image: Annotated[str, typer.Option("--image", "-i", help="The image, by name or stem.")],
    recipe: RecipeName,
    predictions: PredictionsPath = None,
    layout: LayoutPath = None,
    seed: Annotated[int, typer.Option(min=0, help="Draws the mini-batch, where the predictions name none.")] = 0,
    annotations: AnnotationsPath = None,
    images: ImagesPath = None,
    split: SplitName = None,
    format_: DatasetFormat = None,
    turned: Turned = False,
    as_json: Json = False,
) -> None:
    """Show one image in numbers: counts, ground truths, losses, proposals.

    Example: rpn-inspector inspect data/voc --image 000001 --recipe torchvision-fpn --json
    """
    from rpn_inspector.core.inspection import inspect
    from rpn_inspector.core.recipe import load_recipe
    from rpn_inspector.data.opening import Options
    from rpn_inspector.work.summary import summarise

    chosen = load_recipe(recipe)
    opened = Options(annotations, images, split, format_, turned).open(dataset)
    index = opened.find(image)
    prediction = None
    if predictions is not None:
        from rpn_inspector.data.predictions import open_predictions, prediction_for
        from rpn_inspector.work.opening import left_out

        outputs = open_predictions(predictions, opened, layout)
        for line in left_out(outputs):
            say(line)
        prediction = prediction_for(outputs, opened[index], chosen)
        if prediction is None:
            raise BadPredictions(f"{predictions}: no outputs for picture {opened.names[index]!r}")
    result = inspect(opened[index], chosen, prediction, seed=seed)
    summary = summarise(result) | {"skipped": opened.skipped}
    for warning in opened.warnings:
        if warning.kind in opened.skipped:  # one of them may be of this picture
            say(
                f"{opened.skipped[warning.kind]} records of the dataset left out, {warning.kind}: {warning.examples[0]}"
            )
    if as_json:
        print_json(summary)
        return
    print_lines(_facts(summary), _truths(summary))
    for warning in summary["warnings"]:
        print_lines(f"warning: {warning['example']}" + (f" ({warning['count']} such)" if warning["count"] > 1 else ""))


def _facts(summary: dict[str, Any]) -> Table:
    from rich.markup import escape

    def size(key: str) -> str:
        height, width = summary[key]
        return f"{width} x {height} px"

    rows = table(escape(f"{summary['image']} · {summary['recipe']}"), "", "")
    rows.show_header = False
    rows.add_row("picture", size("size"))
    rows.add_row("network input", f"{size('network_size')}, padded to {size('padded_size')}")
    for key in ("anchors", "positive", "negative", "ignored"):
        rows.add_row(key, f"{summary[key]:,}")
    loss = summary["loss"]
    if loss is not None:
        for key in ("objectness", "box", "total"):
            rows.add_row(f"{key} loss", "not finite" if loss[key] is None else f"{loss[key]:.6g}")
        rows.add_row("sampled", "{} positive, {} negative".format(*loss["sampled"]))
    if summary["proposals"] is not None:
        rows.add_row("proposals", f"{summary['proposals']:,}")
    return rows


def _truths(summary: dict[str, Any]) -> Table:
    from rich.markup import escape

    columns = ("class", "number", "kind", "x1", "y1", "x2", "y2", "positives", "best IoU", "best anchor")
    rows = table("ground truths, original px", *columns)
    for truth in summary["ground_truth"]:
        corners = [f"{edge:g}" for edge in truth["box"]]
        iou = "-" if truth["best_iou"] is None else f"{truth['best_iou']:.3f}"
        numbers = (str(truth["positives"]), iou, str(truth["best_anchor"]))
        rows.add_row(escape(truth["class"]), str(truth["index"] + 1), truth["kind"], *corners, *numbers)
    return rows


@app.command("layout")
def _layout(
    dataset: DatasetPath,
    predictions: Annotated[Path, typer.Option("--predictions", "-p", help="Raw-output dump: folder or .zip.")],
    recipe: RecipeName,
    pictures: Annotated[int, typer.Option(min=1, help="So many pictures with ground truth are looked at.")] = 4,
    as_json: Json = False,
) -> None:
    """Find out how raw outputs are laid out, by which reading of them fits the ground truth.

    Example: rpn-inspector layout data/voc --predictions epoch3.rpn --recipe torchvision-fpn
    """
    from rpn_inspector.core.recipe import load_recipe
    from rpn_inspector.data.opening import open_dataset
    from rpn_inspector.data.predictions.dump import open_dump
    from rpn_inspector.work.layout import as_document, diagnose_dump

    chosen, raw, opened = load_recipe(recipe), open_dump(predictions), open_dataset(dataset)
    diagnosis = diagnose_dump(opened, raw, chosen, pictures)
    if as_json:
        print_json(as_document(diagnosis))
        return
    rows = table("", "hypothesis", "recall", "mean IoU", "separation", "ranking", "agreement")
    for fit in diagnosis.fits:
        numbers = (f"{fit.recall:.0%}", f"{fit.mean_iou:.3f}", f"{fit.separation:+.2f}", f"{fit.ranking:.3f}")
        rows.add_row(fit.words, *numbers, f"{fit.agreement:.3f}")
    print_lines(diagnosis.verdict, rows)


app.command("lint")(lint)
app.command("export")(export)


@app.command("doctor")
def _doctor(as_json: Json = False) -> None:
    """Say what this computer has and lacks for the window.

    Example: rpn-inspector doctor --json
    """
    from rpn_inspector.doctor import examine

    report = examine()
    if as_json:
        print_json(report)
        return
    print_lines(f"Qt platform   {report['platform']}", f"display       {report['display'] or 'none'}")
    print_lines(f"window        {'yes' if report['window'] else 'no: ' + report['why_no_window']}")
    print_lines(f"GPU           {', '.join(report['gpu']) or 'none seen'}")
    for name, loads in report["gl"].items():
        print_lines(f"GL            {name} {'loads' if loads else 'is missing'}")
    for name, version in report["versions"].items():
        print_lines(f"{name:<20} {version or 'not installed'}")
    for name, folder in report["folders"].items():
        print_lines(f"{name:<20} {folder['path']} ({'writable' if folder['writable'] else 'NOT writable'})")
    for lack in report["missing"]:
        print_lines(f"missing       {lack['library']} (Debian package {lack['package']})")
    print_lines(f"to repair     {report['install']}" if report["install"] else "no system library is missing")
