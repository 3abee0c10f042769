"""The texts of a config and of the configs below it: relative files only, limited in size and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.limits import TEXT_BYTES
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.user_path import user_path

MOST_FILES = 64  # read for one config, one named twice counted twice
MOST_DEEP = 64  # tables and lists inside each other
MOST_VALUES = 100_000  # of all files together


@dataclass(frozen=True, slots=True)
class ConfigText:
    """A config's text, its path, and the paths of the configs that led to the file."""

    path: Path
    text: str
    above: tuple[Path, ...] = ()


class ConfigFiles:
    """Reads a config and those it names, and counts both files and values."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.values = 0

    def read(self, path: str | Path, above: Sequence[Path] = ()) -> ConfigText:
        """Return the text of a file. Raises `BadFile` for what is no text, too long, or one file too many."""
        path = user_path(path)
        self.paths.append(path)
        if len(self.paths) > MOST_FILES:
            raise BadFile(above[0] if above else path, f"is built on more than {MOST_FILES} files")
        try:
            with open_regular(path) as file:
                raw = file.read(TEXT_BYTES + 1)
            if len(raw) > TEXT_BYTES:
                raise BadFile(path, f"has over {TEXT_BYTES:,} bytes, the limit for a config")
            text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except (OSError, ValueError) as error:
            raise BadFile(path, f"cannot be read as a config: {getattr(error, 'strerror', '') or error}") from error
        return ConfigText(path, text, tuple(above))

    def below(self, name: object, config: ConfigText, place: str, written: str = "") -> ConfigText:
        """Return the config that another is built on. Raises `BadFile` for a circle, or another than a relative file.

        Args:
            name: as written in the config.
            config: the config that names the file.
            place: ``file:line`` of the name.
            written: text of a name that is no text, such as a table.
        """
        wanted = f"wanted a {config.path.suffix} file, relative to the config"
        if not isinstance(name, str):
            raise BadFile(place, f"built on {written:.60}, {wanted}")
        if not name or "\0" in name or "://" in name:
            raise BadFile(place, f"built on {name!r:.60}, {wanted}")
        given = Path(name)
        if given.is_absolute() or name.startswith("~") or given.suffix not in (config.path.suffix, ".yml", ".yaml"):
            raise BadFile(place, f"built on {name!r:.60}, {wanted}")
        path, above = config.path.parent / given, (*config.above, config.path)
        if path.resolve() in [one.resolve() for one in above]:
            raise BadFile(place, f"built on {name!r:.60}, which is built on this file")
        return self.read(path, above)

    def count(self, path: Path, values: int = 1) -> None:
        """Count values that were read. Raises `BadFile` for too many."""
        self.values += values
        if self.values > MOST_VALUES:
            raise BadFile(path, f"has over {MOST_VALUES:,} values, the limit for a config")
