"""Text as Markdown: names out of files as code, where neither markup nor a mention means anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.text import Text, UserName

LONGEST = 80  # letters of a name
_SIGNS = re.compile(r"([\\`*_\[\]<>|#@&~])")


def code(text: str, longest: int = LONGEST) -> str:
    """Return ``text`` as code on one line; an empty one as an en dash.

    Code alone is safe: escaped letters still make mentions and links of issues on the sites that show summaries.
    """
    plain = one_line(text.encode(errors="replace").decode(), longest).strip()
    if not plain:
        return "–"
    # A bar ends the cell of a table in code too, and is escaped; a backslash before one cannot be.
    plain = re.sub(r"\\*\|", r"\\|", plain)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    space = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{space}{plain}{space}{fence}"


def block(text: str) -> str:
    """Return one line of ``text`` as a block of code."""
    plain = one_line(text.encode(errors="replace").decode(), 2_000)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    return f"{fence}\n{plain}\n{fence}"


def markdown(text: Text) -> str:
    """Return the program's own text with the signs of Markdown escaped, and names as `code`."""
    if text.sentences or not text.key:
        return " ".join(markdown(each) for each in text.sentences)
    values = {
        name: code(value) if isinstance(value, UserName) else escaped(str(value)) for name, value in text.values.items()
    }
    key = escaped(text.one if text.number == 1 else text.key)
    return key.format(**values) if values else key


def escaped(text: str) -> str:
    """Return the program's own words with the signs of Markdown escaped."""
    return _SIGNS.sub(r"\\\1", text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table; cells are Markdown, the first column words and the others numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]
