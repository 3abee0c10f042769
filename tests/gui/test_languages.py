"""The catalogues of the window's languages: whole, and each translation fits the place of its text."""

import re
import sys
import unicodedata
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.audit.findings import Found
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.lost_words import lost_sentences, missing_sentences
from rpn_inspector.analysis.compare.fate_changes import FateComparison, totals
from rpn_inspector.analysis.lint.lint import lint
from rpn_inspector.analysis.lint.lint import said as line_of
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.fates import fate_of
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import MORE_LOSSES
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions.open_predictions import open_predictions
from rpn_inspector.exchange.finding_file import words
from rpn_inspector.exchange.found import Findings, FoundBox, FoundPicture
from rpn_inspector.gui.audit.audit_tables import compared_row, group_name
from rpn_inspector.gui.audit.findings_writer import FindingsWriter
from rpn_inspector.gui.audit.object_columns import picture_columns
from rpn_inspector.gui.commands.synonyms import SYNONYMS
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.widgets import languages
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.languages import LANGUAGES, Catalogue, chosen, speak
from rpn_inspector.gui.widgets.theme import LIGHT, apply

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import texts as listing
from texts import Message, merged, read, unfinished, written

FILES = {name: listing.LANGUAGES / f"rpn_inspector_{name}.ts" for name in LANGUAGES if name != "en"}
READ = {name: read(file) for name, file in FILES.items()}
each_language = pytest.mark.parametrize("language", FILES)


@pytest.fixture(scope="module")
def wanted():
    """Every text of the window: found by reading the whole source, which collecting the tests is not to wait for."""
    return listing.texts()


def width(text):
    """Columns of a text: a sign of Chinese or Japanese takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def fields(text):
    return {(name, form) for _, name, form, _ in Formatter().parse(text) if name is not None}


def translations(language):
    """Yield text, translation and plural form of what is asked for."""
    for text, message in READ[language][1].items():
        if message.kind != "vanished":
            yield from ((text, form, number) for number, form in enumerate(message.forms))


@each_language
def test_every_text_has_a_translation(language, wanted):
    """To mend: `python tools/texts.py`, then translate what is marked as unfinished in the files it names."""
    assert unfinished(READ[language][1], wanted) == []


@each_language
def test_no_translation_is_of_a_text_that_is_gone(language, wanted):
    assert [text for text, message in READ[language][1].items() if text not in wanted and not message.kind] == []


@each_language
def test_the_file_is_as_the_tool_writes_it(language, wanted):
    head, messages = READ[language]
    assert written(head, messages, wanted) == FILES[language].read_text(encoding="utf-8")


@each_language
def test_the_head_says_whether_a_native_reader_has_seen_it(language):
    assert "native reader" in READ[language][0]


@each_language
def test_a_translation_takes_the_same_values(language):
    for text, translation, number in translations(language):
        wanted, found = fields(text), fields(translation)
        assert found == wanted or (number == 0 and found == wanted - {("n", "")}), (text, translation)


@each_language
def test_a_translation_keeps_spaces_breaks_keys_and_markup(language):
    for text, translation, _ in translations(language):
        for kept in (r"^\s*", r"\s*$"):
            assert re.search(kept, text)[0] == re.search(kept, translation)[0], (text, translation)
        for sign in r"\n", r"\t", r"<", r";;", r"\*\.\w", r"&\w":
            assert len(re.findall(sign, text)) == len(re.findall(sign, translation)), (text, translation)


@each_language
def test_no_two_menus_have_one_letter(language, wanted):
    menus = [text for text in wanted if re.fullmatch(r"&\w+", text)]
    letters = [re.search(r"&(\w)", READ[language][1][text].forms[0])[1].lower() for text in menus]
    assert len(menus) == 7
    assert len(set(letters)) == 7


@each_language
def test_a_translation_is_about_as_long_as_its_text(language):
    shown = [pair for pair in translations(language) if pair[0] not in SYNONYMS.values()]
    pairs = [(text, translation) for text, translation, _ in shown]
    long = [pair for pair in pairs if width(pair[1]) > 1.6 * width(pair[0]) + 12]
    assert long == []
    assert sum(width(translation) for _, translation in pairs) < 1.2 * sum(width(text) for text, _ in pairs)


@each_language
def test_plural_forms_are_those_of_the_language(language, wanted):
    forms = {"de": 2, "fr": 2, "ja": 1, "zh_CN": 1}[language]
    for text, counts in wanted.items():
        assert len(READ[language][1][text].forms) == (forms if counts else 1), text


@pytest.fixture
def speaking(qapp):
    installed = []

    def install(language):
        installed.append(Catalogue(language))
        QCoreApplication.installTranslator(installed[-1])

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("de", ["0 Anchors", "1 Anchor", "2 Anchors"]),
        ("fr", ["0 ancre", "1 ancre", "2 ancres"]),  # French counts nothing in the singular
        ("zh_CN", ["0 个锚框", "1 个锚框", "2 个锚框"]),
        ("ja", ["アンカー 0 個", "アンカー 1 個", "アンカー 2 個"]),
    ],
)
def test_things_are_counted_as_the_language_counts(speaking, language, wanted):
    speaking(language)
    assert [counted(n, "1 anchor", "{n} anchors") for n in range(3)] == wanted


def test_a_change_of_fate_a_size_and_a_change_in_points_are_said_in_the_language(speaking):
    speaking("de")
    counts = np.zeros((2, 2), int)
    counts[0, 1] = 3
    found = FateComparison((Fate.CUT_LEVEL, Fate.KEPT), counts, np.arange(3), 8)
    assert [(said(text), n) for text, n in found.changes()] == [("Top-k-Schnitt → behalten", 3)]
    assert (group_name("size", "small"), group_name("class", "small")) == ("klein", "small")
    assert compared_row("", "boxes_reached", 0.25, 0.5)[3] == "+25.0 Punkte"


def test_losses_are_named_as_the_language_names_them(speaking):
    speaking("de")
    assert [tr(name) for name in MORE_LOSSES] == ["Zentriertheit", "Klasse", "Verteilung", "L1", "Landmarken"]
    one = inspect(Sample("a", (64, 96)), load_recipe("yolov8"))
    rows = ["Loss (Klasse)", "Box-Loss", "behaltene Boxen", "Recall bei 0.5", "Recall bei 0.7"]
    assert [said(name) for name in totals(one)] == rows


def test_why_a_picture_is_a_finding_is_said_in_the_language(speaking):
    speaking("de")
    none = np.array([1234])
    audit = SimpleNamespace(
        no_overlap=none, positives=5 * none, problems={}, annotations=SimpleNamespace(names=("a.jpg",))
    )
    found = Found(kind="positive_without_overlap", image=np.array([0]), row=np.array([-1]), of=1)
    why = picture_columns(audit, found)[1].text(0)
    assert why == "1,234 seiner 6,170 positiven Anchors überlappen keine Ground Truth"


def test_what_a_file_of_findings_holds_is_said_in_the_language(qapp, speaking):
    speaking("de")
    told = []
    services = SimpleNamespace(parent_widget=None, say=lambda words, _: told.append(words), remember=lambda **_: None)
    picture = FoundPicture("a.jpg", (64, 96), 1, (FoundBox((0, 0, 9, 9), "cat", False, {}),), {"finding": "misfit"})
    found = Findings(title="", version="", classes=("cat",), pictures=(picture,))
    writer = FindingsWriter(services)
    writer._wrote(SimpleNamespace(file=Path("x.json")), words(found, "fiftyone"))
    writer.deleteLater()
    assert told[0].split("; ") == [
        "Befunde geschrieben nach x.json",
        "1 Box mit Befunden, 1 Bild",
        "nicht in der Datei: Befunde von 1 ganzen Bild, für die dieses Format keinen Platz hat",
    ]


@pytest.mark.parametrize("language", ["en", *FILES])
def test_every_menu_stands_in_the_bar_at_1366_px(qtbot, speaking, language):
    if language != "en":
        speaking(language)
    apply(QApplication.instance(), LIGHT)
    window = MainWindow(LIGHT)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    places = [window.menus.actionGeometry(action) for action in window.menus.actions()]
    assert len(places) == 7
    assert all(window.menus.rect().contains(place) and place.width() > 20 for place in places)


def test_what_a_catalogue_lacks_stays_english(speaking):
    speaking("de")
    assert tr("Threshold") == "Schwelle"
    assert tr("a text of no catalogue") == "a text of no catalogue"
    assert QCoreApplication.translate("QDialogButtonBox", "Threshold") == "Threshold"


def test_the_language_is_the_asked_one_else_the_remembered_one_else_the_systems():
    assert chosen(None, None, ["de-CH", "de", "fr"]) == "de"
    assert chosen(None, None, ["pt-BR", "fr-FR"]) == "fr"
    assert chosen(None, None, ["en-GB", "de"]) == "en"
    assert chosen(None, None, ["C"]) == "en"
    assert chosen(None, None, ["zh-Hans-CN", "zh-CN", "zh"]) == "zh_CN"
    assert chosen(None, None, ["zh-Hant-TW", "zh"]) == "en"
    assert chosen(None, "ja", ["de-DE"]) == "ja"
    assert chosen(None, ["ja"], ["de-DE"]) == "de"  # a changed file of settings
    assert chosen("fr", "ja", ["de-DE"]) == "fr"
    assert chosen("zh-cn", "ja", ["de-DE"]) == "zh_CN"
    assert chosen("system", "ja", ["de-DE"]) == "de"
    with pytest.raises(InspectorError, match="language 'tlh' is not known, wanted system or one of en, de, fr, ja"):
        chosen("tlh", None, [])


def test_the_program_speaks_it_with_qts_own_texts_and_a_decimal_point(qapp, monkeypatch):
    installed = []
    monkeypatch.setattr(qapp.__class__, "installTranslator", lambda _app, one: installed.append(one))
    before = QLocale()
    monkeypatch.delenv(languages.VARIABLE)
    assert speak(qapp, None, "en") == "en"
    assert installed == []
    assert speak(qapp, "fr", "en") == "fr"
    assert [type(one).__name__ for one in installed] == ["QTranslator", "Catalogue"]
    assert installed[0].translate("QPlatformTheme", "Cancel") == "Annuler"
    assert QLocale().toString(0.5) == "0.5"
    QLocale.setDefault(before)


def test_a_new_text_is_unfinished_and_a_gone_one_keeps_its_translation():
    old = {"An anchor": Message(("Ein Anchor",)), "Stays": Message(("Bleibt",))}
    new = merged(old, {"Stays": False, "{n} boxes": True}, 2)
    assert new["Stays"] == Message(("Bleibt",))
    assert new["{n} boxes"] == Message(("", ""), "unfinished")
    assert new["An anchor"] == Message(("Ein Anchor",), "vanished")
    assert unfinished(new, {"Stays": False, "{n} boxes": True}) == ["{n} boxes"]
    back = merged(new, {"An anchor": False, "Stays": False}, 2)
    assert back == old
    assert list(merged(new, {"Stays": False}, 2, prune=True)) == ["Stays"]


def test_a_changed_text_proposes_its_old_translation():
    old = {"Choose a ground truth, by G": Message(("Eine Ground Truth wählen, mit G",))}
    new = merged(old, {"Choose a ground truth, with G": False}, 2)
    assert new["Choose a ground truth, with G"] == Message(("Eine Ground Truth wählen, mit G",), "unfinished")


def test_a_text_that_begins_to_count_needs_its_forms():
    new = merged({"{n} boxes": Message(("{n} Boxen",))}, {"{n} boxes": True}, 2)
    assert new["{n} boxes"] == Message(("{n} Boxen", "{n} Boxen"), "unfinished")


def test_what_the_tool_writes_it_reads(tmp_path):
    messages = {
        'a < b & "c"': Message(("ä < b & „c“",)),
        "{n} boxes\n": Message(("{n} Box\n", "{n} Boxen\n")),
        "old": Message(("alt",), "vanished"),
    }
    wanted = {'a < b & "c"': False, "{n} boxes\n": True}
    head = READ["de"][0]
    (tmp_path / "one.ts").write_text(written(head, messages, wanted), encoding="utf-8")
    assert read(tmp_path / "one.ts") == (head, messages)


def keys(text):
    """Yield the keys a `Text` is looked up by, its own and those of the texts in it."""
    parts = (*text.sentences, *(value for value in text.values.values() if isinstance(value, Text)))
    yield from (key for part in parts for key in keys(part))
    if text.key:
        yield text.key


LOST = {end.name.lower(): 2 for end in End} | {"judged": 14, "lost": 10, "suppressed_by_another": 1}
ABOUT = dict.fromkeys(
    ("without", "not_named", "bad", "unplaced", "other_size", "boxes_of_unknown_class", "encoded_back"), 2
)
ODD = {"image": "a.jpg", "count": 2, "words": Text("the picture's size is unknown")}


def test_what_is_made_below_the_window_has_its_key_in_the_catalogues(wanted):
    recipe = load_recipe("demo")
    dataset = open_dataset(resource("demo"))
    outputs = open_predictions(resource("demo", "predictions"), dataset)
    sample = dataset.read(0)
    made = inspect(sample, recipe, outputs.predict(sample, recipe))
    fates = [fate_of(made, int(np.flatnonzero(made.proposals.fate == fate)[0])) for fate in set(made.proposals.fate)]
    said = [text for facts in fates for text in (facts.finding, facts.words, facts.fit) if text]
    odd = Sample("odd", (20, 20), gt=np.array([[3, 3, 3, 9], [0, 0, 2, 2]], float), gt_class=np.zeros(2, int))
    said += [warning.text for warning in inspect(odd, recipe).warnings]
    said += [line_of(finding) for finding in lint(dataset, pictures=False).findings()]
    said += lost_sentences(LOST | {"at": {"cut_level": 1, "cut_final": 1, "too_small": 0}}, [], recipe)
    said += missing_sentences(ABOUT | {"misfits": [ODD], "unusable": [ODD], "warnings": [ODD]}, 4)
    assert len(said) > 20
    assert {key for text in said for key in keys(text)} - wanted.keys() == set()
