"""The languages of the window, a Qt Linguist file each, read as they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.gui.widgets.i18n import CONTEXT

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "ja": "日本語", "zh_CN": "简体中文"}
"""By locale, each in its own words."""
SYSTEM = "system"
VARIABLE = "RPN_INSPECTOR_LANGUAGE"
FOLDER = Path(__file__).resolve().parents[1] / "languages"
TRADITIONAL = {"Hant", "TW", "HK", "MO"}  # Chinese that no catalogue is written in
FORM: dict[str, Callable[[int], int]] = {"de": lambda n: int(n != 1), "fr": lambda n: int(n > 1)}
"""The plural form of a number by language, as Qt counts them; others have one."""


def _one_form(_: int) -> int:
    return 0


class Catalogue(QTranslator):
    """The translations of one language; what is not in it stays English."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        import xml.etree.ElementTree as ElementTree  # not where the window is English

        super().__init__(parent)
        self._form: Callable[[int], int] = FORM.get(language, _one_form)
        self._forms: dict[str, tuple[str, ...]] = {}
        for message in ElementTree.parse(FOLDER / f"rpn_inspector_{language}.ts").iter("message"):
            source, translation = message
            if not translation.get("type"):
                forms = tuple(form.text or "" for form in translation) or (translation.text or "",)
                self._forms[source.text or ""] = forms

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the translation of ``text``, in the form for ``n``; None where there is none, as Qt wants it."""
        forms = self._forms.get(text) if context == CONTEXT else None
        if forms is None:
            return None  # type: ignore[return-value]  # an empty text would be shown
        return forms[self._form(n)] if len(forms) > 1 and n >= 0 else forms[0]

    def isEmpty(self) -> bool:
        """Return False: Qt asks before it asks for texts."""
        return False


def chosen(asked: str | None, remembered: object, system: Iterable[str]) -> str:
    """Return the language to use, one of `LANGUAGES`.

    Args:
        asked: the command line's, or else the environment's; None for neither.
        remembered: the setting, of any type.
        system: the languages of the system, the first preferred, as "de-CH" or "zh-Hans-CN".

    Raises:
        InspectorError: for an unknown ``asked``.
    """
    if asked and asked != SYSTEM:
        found = next((name for name in LANGUAGES if name.lower() == asked.replace("-", "_").lower()), None)
        if found is None:
            raise InspectorError(f"language {asked!r} is not known, wanted {SYSTEM} or one of {', '.join(LANGUAGES)}")
        return found
    if not asked and isinstance(remembered, str) and remembered in LANGUAGES:
        return remembered
    return next(filter(None, map(_of_system, system)), "en")


def _of_system(name: str) -> str | None:
    first, *more = name.replace("_", "-").split("-")
    if first == "zh":
        return "en" if TRADITIONAL.intersection(more) else "zh_CN"
    return first if first in LANGUAGES else None


def speak(app: QCoreApplication, asked: str | None, remembered: object) -> str:
    """Install the catalogue of the language to use, with Qt's own texts, and return the language.

    Numbers stay as mathematics and code write them, with a point, in every language. Arguments and errors as `chosen`.
    """
    language = chosen(asked or os.environ.get(VARIABLE), remembered, QLocale.system().uiLanguages())
    QLocale.setDefault(QLocale.c())
    if language != "en":
        of_qt = QTranslator(app)
        if of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(of_qt)
        app.installTranslator(Catalogue(language, app))
    return language
