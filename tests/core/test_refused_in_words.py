"""What is refused is said in English, and keeps the key and values by which the window says it in another language."""

import pickle

import pytest

from rpn_inspector.analysis.filter.syntax import FilterError
from rpn_inspector.core.errors import BadFile, BadLayout, BadRecipe, BadRecord, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.session.problem import Problem, ProblemKind

GERMAN = {
    "{path}: {problem}": "{path} – {problem}",
    "does not exist, wanted {wanted}": "fehlt, erwartet: {wanted}",
    "a folder or an annotation file": "ein Ordner oder eine Annotationsdatei",
    "is empty (0 bytes), wanted a picture": "ist leer",
}


def german(text):
    return text.translated(lambda key, _=-1: GERMAN.get(key, key))


def test_a_missing_folder(tmp_path):
    with pytest.raises(BadFile) as refused:
        open_dataset(tmp_path / "none")
    assert str(refused.value) == f"{tmp_path}/none: does not exist, wanted a folder or an annotation file"
    assert german(refused.value.text) == f"{tmp_path}/none – fehlt, erwartet: ein Ordner oder eine Annotationsdatei"


def test_an_empty_picture_as_the_problem_line_says_it(tmp_path):
    (tmp_path / "a.png").touch()
    with pytest.raises(BadFile) as refused:
        read_image(tmp_path / "a.png")
    problem = Problem.of(refused.value).before(Problem.general("and more"))
    assert problem.kind is ProblemKind.GENERAL
    assert problem.text == f"{tmp_path}/a.png: is empty (0 bytes), wanted a picture; and more"
    assert german(problem.text) == f"{tmp_path}/a.png – ist leer; and more"


def test_a_plain_message_stays_what_it_is():
    assert german(InspectorError("a {brace} stays").text) == "a {brace} stays"
    assert german(BadRecord("a.json", 3, "odd").text) == "a.json:3: odd"


@pytest.mark.parametrize("long", ["x" * 400, "a\nb"])
def test_what_is_no_short_printable_line_is_made_one(long):
    error = InspectorError(Text.of("{words} is odd", words=long))
    assert one_line(german(error.text)) == str(error)
    assert len(str(error)) <= 300
    assert str(error).isprintable()


@pytest.mark.parametrize(
    "error",
    [
        InspectorError(Text.of("{n} odd", n=3)), BadFile("a.json", Text("odd")), BadRecord("a.json", 3, "odd"),
        BadRecipe("loss.beta: odd", {"loss.beta": "odd"}), BadLayout(Text.of("{n} odd", n=3)),
        MissingExtra("torch", "onnx"), FilterError(2, 4, "odd", unfinished=True),
    ],
    ids=lambda error: type(error).__name__,
)  # fmt: skip
def test_another_process_gets_the_same(error):
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), german(again.text)) == (type(error), str(error), german(error.text))
    assert (again.text.key, vars(again)) == (error.text.key, vars(error))
