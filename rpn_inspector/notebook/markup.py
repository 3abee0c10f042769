"""HTML without script or style sheet, light and dark as the page around it: a head, a sentence, a picture, a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from rpn_inspector.core.plain_text import for_xml, one_line

LONGEST = 60  # letters of a name
FAINT = "opacity:.65"
_ROW = "background:transparent"
_CELL = "border:0;padding:1px 10px 1px 0;color:inherit;background:transparent;text-align:{align};{more}"
_LINE = "border-bottom:1px solid rgba(128,128,128,.6)"


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts of a whole as a bar: the width of each in percent, and its background as CSS."""

    parts: tuple[tuple[float, str], ...]


def words(text: str, longest: int = LONGEST) -> str:
    """Return a text or a user's name as HTML of one line, never markup."""
    return escape(for_xml(one_line(text, longest)))


def block(name: str, under: str, sentence: str, *parts: str) -> str:
    """Return head, sentence and ``parts`` side by side; ``parts`` are HTML, the rest is text."""
    inside = "".join(
        f'<div style="flex:0 1 auto;margin:0 18px 6px 0;min-width:0">{part}</div>' for part in parts if part
    )
    return (
        '<div style="color:inherit;font-size:13px;line-height:1.45">'
        f'<div><b>{words(name)}</b> <span style="{FAINT}">{words(under, 200)}</span></div>'
        f'<div style="margin-bottom:6px">{words(sentence, 300)}</div>'
        f'<div style="display:flex;flex-wrap:wrap;align-items:flex-start">{inside}</div></div>'
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str | Bar]], left: int = 1, more: str = "") -> str:
    """Return a table whose first ``left`` columns are words and whose others are numbers; ``more`` stands below."""
    titles = "".join(
        _cell("th", title, at < left, f"font-weight:normal;{FAINT};{_LINE}") for at, title in enumerate(head)
    )
    body = "".join(
        f'<tr style="{_ROW}">' + "".join(_cell("td", cell, at < left) for at, cell in enumerate(row)) + "</tr>"
        for row in rows
    )
    below = f'<div style="{FAINT}">{words(more, 200)}</div>' if more else ""
    return (
        '<table style="border-collapse:collapse;border:0;margin:0;font-size:12px;color:inherit">'
        f'<thead><tr style="{_ROW}">{titles}</tr></thead><tbody>{body}</tbody></table>{below}'
    )


def image(uri: str, width: int, alt: str) -> str:
    """Return a picture of ``width`` px that shrinks with the page."""
    return f'<img src="{uri}" width="{width}" alt="{words(alt)}" style="max-width:100%;height:auto;margin:0">'


def note(text: str) -> str:
    """Return a line in the place of a picture."""
    return f'<div style="{FAINT}">{words(text, 200)}</div>'


def _cell(tag: str, cell: str | Bar, left: bool, more: str = "") -> str:
    style = _CELL.format(align="left" if left else "right", more=more)
    return f'<{tag} style="{style}">{_bar(cell) if isinstance(cell, Bar) else words(cell)}</{tag}>'


def _bar(bar: Bar) -> str:
    parts = "".join(
        f'<span style="display:inline-block;width:{share:.2f}%;min-width:1px;height:14px;background:{ground};'
        'border-right:1px solid transparent;box-sizing:border-box;background-clip:padding-box"></span>'
        for share, ground in bar.parts
        if share > 0
    )
    return f'<div style="width:240px;white-space:nowrap;line-height:0;text-align:left">{parts}</div>'
