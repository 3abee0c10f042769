"""The commands. Qt is imported inside ``open`` and ``demo`` only, the rest when a command runs."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rpn_inspector import __version__
from rpn_inspector.cli import streams
from rpn_inspector.cli.arguments import (
    IMAGE_HELP,
    RECIPE_HELP,
    ImagePath,
    Json,
    LayoutPath,
    PredictionsPath,
    Step,
    fetched,
    opens_dataset,
)
from rpn_inspector.cli.audit import AuditCommand, audit
from rpn_inspector.cli.console import print_json, print_lines, say
from rpn_inspector.cli.export import export
from rpn_inspector.cli.inspect import inspect
from rpn_inspector.cli.integrate import integrate
from rpn_inspector.cli.layout import layout
from rpn_inspector.cli.lint import LintCommand, lint
from rpn_inspector.cli.mcp import serve
from rpn_inspector.cli.recipes import recipes_app
from rpn_inspector.cli.steps import steps
from rpn_inspector.core.address_space import most_address_space
from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.extras import MissingExtra, lacking
from rpn_inspector.core.garbage import seldom_collected
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.remote.known import told
from rpn_inspector.session.ending import end_at_once, end_soon, on_signals

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.open_dataset import Options

TRACEBACK = "RPN_INSPECTOR_TRACEBACK"  # set, it shows where a fault of the program came up
OUT_OF_MEMORY = ("can't start new thread", "failed to map segment", "Cannot allocate memory", "Insufficient memory")
PICTURE = Path("rpn-inspector.png")
WINDOWS = ("demo", "open")  # the commands with a window, which has a way of its own with garbage
app = typer.Typer(
    name="rpn-inspector", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
)  # fmt: skip
app.add_typer(recipes_app, name="recipes")

Language = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Language of the window: system, en, de, fr, ja or zh_CN; without, the one chosen in it."
    ),
]
Screenshot = Annotated[
    Path | None, typer.Option(metavar="PNG", help="Draw the window off-screen into this file, and end.")
]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return the exit code: 0 fine, 1 a check failed, 2 bad arguments or input.

    From 128 on, 128 + the signal ending the program, as in a shell: 130 after Ctrl+C.
    """
    streams.stand()
    code: object = None
    signals: list[int] = []

    def stop(number: int) -> None:
        """Raise `_Stopped`, so that half-written files are removed; a window has other handlers."""
        signals.append(number)
        end_soon(number)
        raise _Stopped(number)

    try:
        with on_signals(stop):
            given = None if arguments is None else list(arguments)
            code = app(args=given, prog_name="rpn-inspector", standalone_mode=False)
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (Exception, SystemExit, _Stopped) as error:
        if signals and not isinstance(error, _Stopped):  # Python and C turn what is raised in an import into another
            error = _Stopped(signals[0])
        # a check that failed has failed, also where the reader of the output has gone
        return _code_of(error) or (code if isinstance(code, int) else 0)
    finally:
        streams.flush()


def _code_of(error: BaseException) -> int:
    """Say what ended a command, in one line, and return the exit code."""
    if isinstance(error, _Stopped):
        say("; ".join(["stopped", *getattr(error, "__notes__", ())]))
        return 128 + error.signal
    # typer and rich turn a BrokenPipeError into a SystemExit
    if isinstance(error, BrokenPipeError) or isinstance(error.__context__, BrokenPipeError):
        return 0  # the reader closed the pipe: no error
    if isinstance(error, SystemExit):
        raise error
    if isinstance(error, InspectorError):
        return _refuse(str(error))
    # a part in C may lose its MemoryError under a limit, and raise nothing that Python knows
    lost = isinstance(error, SystemError) and most_address_space() is not None
    if isinstance(error, MemoryError) or lost or any(words in str(error) for words in OUT_OF_MEMORY):
        return _refuse("not enough memory for this")
    if isinstance(error, OSError):
        return _refuse(f"{error.filename or 'system'}: {error.strerror or error}")
    if type(error).__name__ == "NoArgsIsHelpError":
        return 2
    if hasattr(error, "format_message"):  # typer's own
        context = getattr(error, "ctx", None)
        where = f"; see {context.command_path} --help" if context is not None else ""
        return _refuse(error.format_message().rstrip(".") + where)
    if os.environ.get(TRACEBACK):
        raise error
    return _refuse(f"a fault of the program, {_place_of(error)}: {error!r}; {TRACEBACK}=1 says more")


def _place_of(error: BaseException) -> str:
    """Return file and line of the package where ``error`` came up."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "rpn_inspector" in frame.filename]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "outside of it"


def main_window() -> int:
    """Run ``open`` with the arguments of a program without a terminal, and return the exit code."""
    return main(["open", *sys.argv[1:]])


class _Stopped(BaseException):
    """Ctrl+C, or another process' signal to end; not KeyboardInterrupt, which typer catches."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


def _refuse(text: str) -> int:
    say(text)
    return 2


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"rpn-inspector {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it and end.")
    ] = False,
) -> None:
    """See the anchors, targets and losses an anchor-based detector trains on.

    Exit codes: 0 fine, 1 a check asked for failed, 2 bad arguments or unreadable input.

    Example: rpn-inspector demo
    """
    if context.invoked_subcommand not in WINDOWS:
        context.with_resource(seldom_collected())
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


@app.command("demo")
def _demo(screenshot: Screenshot = None, language: Language = None) -> None:
    """Open the bundled dataset with its raw predictions.

    Example: rpn-inspector demo --screenshot demo.png
    """
    from rpn_inspector.core.resources import resource

    folder = resource("demo")
    if not folder.is_dir():
        raise BadFile(folder, "the bundled dataset is missing; install the program again")
    _window(folder, None, None, None, None, screenshot, language=language)


@app.command("open")
@opens_dataset()
def _open(
    dataset: Annotated[
        Path | None,
        typer.Argument(metavar="DATASET", help="Folder or annotation file; without, an empty window.", parser=fetched),
    ] = None,
    predictions: PredictionsPath = None,
    step: Step = None,
    layout: LayoutPath = None,
    recipe: Annotated[str | None, typer.Option("--recipe", "-r", metavar="NAME", help=RECIPE_HELP)] = None,
    image: Annotated[str | None, typer.Option("--image", "-i", metavar="NAME", help=IMAGE_HELP)] = None,
    image_path: ImagePath = None,
    select: Annotated[int | None, typer.Option(min=0, help="Select this anchor, by its flat index.")] = None,
    screenshot: Screenshot = None,
    follow: Annotated[
        bool, typer.Option("--follow", help="Follow the training recorded at DATASET as it runs; it may begin later.")
    ] = False,
    language: Language = None,
    *,
    options: Options,
) -> None:
    """Open the window, on a dataset or empty.

    A folder of dumps as --predictions becomes a slider over the checkpoints, set to --step.

    Example: rpn-inspector open data/voc --recipe torchvision-fpn --image 000001
    """
    _window(
        dataset, predictions, recipe, image, select, screenshot, layout, options, step, follow, image_path, language
    )


def _window(
    dataset: Path | None,
    predictions: Path | None,
    recipe: str | None,
    image: str | None,
    select: int | None,
    screenshot: Path | None,
    layout: Path | None = None,
    options: Options | None = None,
    step: int | None = None,
    follow: bool = False,
    image_path: str | None = None,
    language: str | None = None,
) -> None:
    from rpn_inspector.cli import doctor

    if lacking("gui"):
        raise MissingExtra("the window", "gui")
    if follow and dataset is None:
        raise InspectorError("--follow: no DATASET, wanted the folder of a recorded training")
    if image_path is not None and (dataset is None or image is not None or follow):
        found = "no DATASET" if dataset is None else "--follow too" if follow else "--image too"
        raise InspectorError(
            f"--image-path: found {found}, wanted the dataset to find the picture in, and no other choice"
        )
    if follow and dataset is not None:
        if told(dataset) != str(dataset):
            raise InspectorError(f"--follow: {told(dataset)} is an address, wanted a folder of this machine")
        from rpn_inspector.data.predictions.rolling import read_run, steps_in

        if user_path(dataset).is_file():
            raise BadFile(dataset, "is a file, wanted the folder of a recorded training")
        run = read_run(user_path(dataset))  # raises for what no training will put right; one to begin is waited for
        if screenshot is not None and run is not None and run.ended and not steps_in(user_path(dataset)):
            raise BadFile(dataset, "the training has ended and left no recorded step to be drawn")
    for path in (None if follow else dataset, predictions, layout):
        if path is not None and not user_path(path).exists():
            raise BadFile(path, "no such file or folder")
    if recipe is not None:
        from rpn_inspector.core.recipe import load_recipe

        load_recipe(recipe)
    wrong = doctor.unknown_platform() or doctor.too_little_memory()
    if wrong is not None:
        raise InspectorError(wrong)
    drawn = screenshot
    if screenshot is None:
        refused = doctor.refused_display()
        if refused is not None:
            raise InspectorError(refused)
        why = doctor.no_window_because()
        if why is not None:
            drawn = PICTURE
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
    else:
        why = None
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if drawn is not None:
        among = (dataset, *(() if options is None else (options.annotations, options.images)))
        table = Path(recipe) if recipe is not None and recipe.endswith(".toml") else None
        read = {"dataset": among, "predictions": (predictions,), "layout": (layout,), "recipe": (table,)}
        _check_screenshot(drawn, read)
    with on_signals(end_at_once):  # no settings to save before there is a window, and an exception is lost inside Qt
        code = _run(
            dataset, predictions, recipe, image, select, drawn, layout, options, step, say, follow, image_path, language
        )
    if why is not None and code == 0:
        say(f"{why}: drew the window to {PICTURE.absolute()} instead")
    raise typer.Exit(code)


def _run(*choice: Any) -> int:
    from rpn_inspector.cli import doctor

    try:
        from rpn_inspector.gui.app import run
    except ImportError as error:
        missing = " ".join(dict.fromkeys(doctor.missing_libraries(window=False).values()))
        hint = f"install it: apt-get install {missing}" if missing else "see rpn-inspector doctor"
        raise InspectorError(f"Qt cannot be loaded: {error}; {hint}") from error
    return run(*choice)


def _check_screenshot(drawn: Path, read: Mapping[str, Sequence[str | Path | None]]) -> None:
    """Raise `BadFile` where a screenshot may not be written: before all the work, and asked again at its end."""
    from rpn_inspector.data.output_file import check_output
    from rpn_inspector.session.sources import DRAWN

    sources = {word: [user_path(path) for path in paths if path] for word, paths in read.items()}
    check_output(drawn, sources, DRAWN)


app.command("inspect")(inspect)
app.command("lint", cls=LintCommand)(lint)
app.command("audit", cls=AuditCommand)(audit)
app.command("export")(export)
app.command("layout")(layout)
app.command("steps")(steps)
app.command("mcp")(serve)
app.command("integrate")(integrate)


@app.command("schema")
def _schema(
    command: Annotated[str | None, typer.Argument(metavar="[COMMAND]", help="The command, e.g. audit.")] = None,
    part: Annotated[str | None, typer.Argument(metavar="[PART]", help="Its second word: recipes diff.")] = None,
) -> None:
    """Print the JSON Schema of what a command prints with --json.

    Without COMMAND the commands that have one, a line each.

    Example: rpn-inspector schema inspect
    """
    from rpn_inspector.cli.schemas import SCHEMAS, schema_of

    if command is None:
        print_lines(*SCHEMAS)
        return
    name = command if part is None else f"{command} {part}"
    if name not in SCHEMAS:
        raise InspectorError(f"schema: found {name!r}, wanted one of {', '.join(SCHEMAS)}")
    print_json(schema_of(name))


@app.command("doctor")
def _doctor(as_json: Json = False) -> None:
    """Say what this computer has and lacks for the program.

    Example: rpn-inspector doctor --json
    """
    from rpn_inspector.cli.doctor import examine, words_of

    report = examine()
    if as_json:
        print_json(report)
        return
    facts = [
        ("Qt platform", report["platform"] or "none: Qt is not installed"),
        ("display", report["display"] or "none"),
        ("window", "yes" if report["window"] else "no: " + report["why_no_window"]),
        *(
            (f"letters of {name}", "yes" if there else "no font has them (Debian package fonts-noto-cjk)")
            for name, there in report["letters"].items()
        ),
        ("GPU", ", ".join(report["gpu"]) or "none seen"),
        *(("GL", f"{name} {'loads' if loads else 'is missing'}") for name, loads in report["gl"].items()),
        *((f"extra {name}", words_of(extra)) for name, extra in report["extras"].items()),
        *((name, version or "not installed") for name, version in report["versions"].items()),
        *(
            (name, f"{folder['path']} ({'writable' if folder['writable'] else 'NOT writable'})")
            for name, folder in report["folders"].items()
        ),
        *(("missing", f"{lack['library']} (Debian package {lack['package']})") for lack in report["missing"]),
        ("to repair", report["install"] or "nothing: no system library is missing"),
    ]
    print_lines(*(f"{name:<20} {words}" for name, words in facts))
