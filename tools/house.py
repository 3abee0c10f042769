"""Draw which room of the package imports from which, as a Mermaid graph.

usage: python tools/house.py [--write]
Prints the graph; with --write, puts it between the two marks of ARCHITECTURE.md, and the list of dataset formats into
README. The graph is read from the source alone: nothing is imported. A room is a folder of the package, or one of the
folders and files of ``data`` and ``gui``; an arrow that follows from others is left out.
"""

from __future__ import annotations

import ast
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "rpn_inspector"
PAGE, README = ROOT / "ARCHITECTURE.md", ROOT / "README.md"
FORMATS_END = ", and plain folders of pictures;"
BEGIN, END = "<!-- rooms: python tools/house.py --write -->\n", "<!-- end of rooms -->\n"
OPEN = ("data", "gui")  # folders drawn by what they hold

Rooms = dict[str, set[str]]


def room_of(module: str) -> str:
    """Return the room of a module: ``rpn_inspector.gui.shell.docks`` is in ``gui/shell``; empty: the package itself."""
    parts = module.split(".")[1:]
    return "/".join(parts[: 2 if parts[:1] and parts[0] in OPEN else 1])


def imported(file: Path) -> Iterator[str]:
    """Yield the modules of the package that ``file`` imports, wherever the import stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.split(".")[0] == PACKAGE)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and node.module.split(".")[0] == PACKAGE:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def rooms() -> Rooms:
    """Return, for each room, the rooms it imports from."""
    found: Rooms = {}
    for file in sorted((ROOT / PACKAGE).rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        room = room_of(module)
        if file.stem.startswith("__") and room.rpartition("/")[0] in ("", *OPEN) and room.endswith("__"):
            continue  # the package's own face, or a sentence on what the folder holds
        arrows = found.setdefault(room, set())
        arrows |= {there for name in imported(file) if (there := _existing(name)) not in ("", room)}
    return found


def _existing(name: str) -> str:
    """Return the room of what is imported: a module, or a name in one."""
    parts = name.split(".")
    while parts and not _is_module(parts):
        parts.pop()
    return room_of(".".join(parts))


def _is_module(parts: list[str]) -> bool:
    place = ROOT.joinpath(*parts)
    return place.is_dir() or place.with_suffix(".py").is_file()


def reachable(graph: Rooms, start: str) -> set[str]:
    """Return every room that ``start`` imports from, itself or through others."""
    found: set[str] = set()
    left = list(graph.get(start, ()))
    while left:
        room = left.pop()
        if room not in found:
            found.add(room)
            left += graph.get(room, ())
    return found


def reduced(graph: Rooms) -> Rooms:
    """Return the graph without the arrows that follow from others; the graph must have no circle."""
    below = {room: reachable(graph, room) for room in graph}
    circles = sorted(room for room, others in below.items() if room in others)
    if circles:
        sys.exit(f"rooms in a circle: {', '.join(circles)}")
    return {
        room: {there for there in others if not any(there in below[between] for between in others)}
        for room, others in graph.items()
    }


def drawn(graph: Rooms) -> str:
    """Return the Mermaid text of ``graph``: one line an arrow, the rooms of an open folder in one frame."""
    lines = ["```mermaid", "graph TD"]
    for name in ("", *OPEN):
        inside = sorted(room for room in graph if room.rpartition("/")[0] == name)
        lines += [f"  subgraph {name}"] if name else []
        lines += [f'  {"  " if name else ""}{_id(room)}["{room.rpartition("/")[2]}"]' for room in inside]
        lines += ["  end"] if name else []
    lines += [f"  {_id(room)} --> {_id(there)}" for room in sorted(graph) for there in sorted(graph[room])]
    return "\n".join([*lines, "```", ""])


def _id(room: str) -> str:
    return room.replace("/", "_")


def section() -> str:
    """Return what stands between the marks of ARCHITECTURE.md."""
    return drawn(reduced(rooms()))


def formats_sentence() -> str:
    """Return the begin of README's paragraph on the dataset formats, from the registry."""
    from rpn_inspector.data.datasets.format_registry import formats

    words = [each.title + f" ({each.covers})" * bool(each.covers) for each in formats() if each.suffixes]
    return f"Reads {', '.join(words)}{FORMATS_END}"


def with_formats(readme: str) -> str:
    """Return README with the paragraph on the formats as the registry has them, lines filled to 138 letters."""
    start = readme.index("\nReads ") + 1
    end = readme.index("\n\n", start)
    paragraph = " ".join(readme[start:end].split())
    text = formats_sentence() + paragraph[paragraph.index(FORMATS_END) + len(FORMATS_END) :]
    filled = textwrap.fill(text, 138, break_long_words=False, break_on_hyphens=False)
    return readme[:start] + filled + readme[end:]


def main() -> None:
    """Print the graph, or write it into the page, and the formats into README."""
    if sys.argv[1:] == ["--write"]:
        README.write_text(with_formats(README.read_text(encoding="utf-8")), encoding="utf-8")
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(before + BEGIN + section() + END + rest.partition(END)[2], encoding="utf-8")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        print(section(), end="")


if __name__ == "__main__":
    main()
