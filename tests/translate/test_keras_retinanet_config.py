"""keras-retinanet's config.ini, and the conventions of its code."""

from __future__ import annotations

import numpy as np
import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.translate.sources import recipe_from

OWN = "[anchor_parameters]\n# sides in px\nsizes = 32 64\nstrides = 8 16\nratios = 0.5 1 2\nscales = 1 1.2\n"


@pytest.fixture
def written(tmp_path):
    def write(text):
        (tmp_path / "config.ini").write_text(text, encoding="utf-8")
        return tmp_path / "config.ini"

    return write


def test_sizes_are_each_levels_side_times_each_scale(written):
    found = recipe_from(written(OWN + "[pyramid_levels]\nlevels = 3 4\n"))
    values = found.recipe.flat()
    assert values["anchors.sizes"] == ((32.0, 32 * 1.2), (64.0, 64 * 1.2))
    assert values["anchors.ratios"] == ((0.5, 1.0, 2.0),)
    assert values["anchors.names"] == ("P3", "P4")
    origins = {field.place: [str(each) for each in field.origins] for field in found.fields}
    assert origins["anchors.sizes"][0] == "anchor_parameters.sizes = 32 64 (config.ini:3)"
    assert origins["matcher.negative"] == [
        "utils/anchors.py compute_gt_annotations, 0.4 itself too = 0.4000000000000001 (the library's code)"
    ]


def test_an_anchor_stands_in_the_middle_of_its_cell_ratio_after_ratio(written):
    level = recipe_from(written(OWN)).recipe.grid((64, 64)).levels[0]
    w, h = 32 * 1.2 / np.sqrt(0.5), 32 * 1.2 * np.sqrt(0.5)
    np.testing.assert_allclose(level.x1[1, 0] - level.x0[1, 0], w)
    np.testing.assert_allclose([level.x0[1, 2], level.y0[1, 1]], [(2.5 * 8) - w / 2, 1.5 * 8 - h / 2])
    assert level.x0.dtype == np.float64


def test_its_coder_its_border_and_the_lower_threshold_itself_are_the_recipes(written):
    recipe = recipe_from(written(OWN)).recipe
    values = recipe.flat()
    assert (values["coder.rule"], values["coder.stds"]) == ("corners", (0.2, 0.2, 0.2, 0.2))
    assert values["matcher.outside.rule"] == "centre_after"
    assert recipe.matcher.negative > 0.4  # an IoU of 0.4 is negative
    told = " ".join(recipe.reproduces_not)
    assert "corners" not in told
    assert "beyond the picture" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[net]\na=1\n", "has no [anchor_parameters]"),
        ("no section\n", "not an ini file"),
        (OWN.replace("0.5 1 2", "0.5, 1, 2"), "ratios: found 0.5, 1, 2, wanted numbers with spaces"),
        (OWN.replace("32 64", "32"), "wanted 2 sizes, one for each of strides"),
        (OWN + "[pyramid_levels]\nlevels = 3 4 5\n", "wanted 2 levels"),
        (OWN.replace("8 16", "8 0"), "strides"),
    ],
)
def test_what_cannot_be_translated_is_refused_in_one_line(text, words, written, capsys):
    assert main(["recipes", "from", str(written(text))]) == 2
    assert words in capsys.readouterr().err
