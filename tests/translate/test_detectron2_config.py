"""detectron2's YAML: bases, defaults, every field with its origin, and what is left or refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile, BadRecipe
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.translate.sources import recipe_from

FPN = """
MODEL:
  META_ARCHITECTURE: GeneralizedRCNN
  BACKBONE: {NAME: build_resnet_fpn_backbone}
  RESNETS: {OUT_FEATURES: [res2, res3, res4, res5]}
  FPN: {IN_FEATURES: [res2, res3, res4, res5]}
  ANCHOR_GENERATOR:
    SIZES: [[32], [64], [128], [256], [512]]
  RPN:
    IN_FEATURES: [p2, p3, p4, p5, p6]
    PRE_NMS_TOPK_TEST: 1000
"""


@pytest.fixture
def written(tmp_path):
    def write(**texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tmp_path / f"{list(texts)[-1]}.yaml"

    return write


def flat(translation):
    return translation.recipe.flat()


def origin(translation, place):
    return [str(each) for field in translation.fields if field.place == place for each in field.origins]


def test_the_librarys_own_settings_become_the_shipped_recipes(written):
    assert recipe_from(written(fpn=FPN)).recipe.hash == load_recipe("detectron2-fpn").hash
    assert recipe_from(written(c4="VERSION: 2\n")).recipe.hash == load_recipe("detectron2-c4").hash
    octaves = '["[[x * 2 ** (i / 3) for i in range(3)] for x in (32, 64, 128, 256, 512)]"]'
    retina = (
        "MODEL:\n  META_ARCHITECTURE: RetinaNet\n  BACKBONE: {NAME: build_retinanet_resnet_fpn_backbone}\n"
        f"  ANCHOR_GENERATOR:\n    SIZES: !!python/object/apply:eval {octaves}\n"
    )
    assert recipe_from(written(retina=retina)).recipe.hash == load_recipe("retinanet-detectron2").hash


def test_the_second_stage_of_standard_heads_is_translated_too(written):
    heads = "  ROI_HEADS: {NAME: StandardROIHeads, IN_FEATURES: [p2, p3, p4, p5]}\n"
    found = recipe_from(written(two=FPN + heads))
    assert found.recipe.hash == load_recipe("fasterrcnn-detectron2").hash
    changed = FPN + heads.replace("}", ", IOU_THRESHOLDS: [0.6]}") + "  ROI_BOX_HEAD: {CLS_AGNOSTIC_BBOX_REG: true}\n"
    values = flat(recipe_from(written(two=changed + "TEST: {DETECTIONS_PER_IMAGE: 9}\n")))
    assert (values["stage.roi.matcher.positive"], values["stage.roi.deltas"]) == (0.6, "one")
    assert values["stage.roi.detections.keep"] == 9


def test_each_field_has_the_line_or_the_default_that_says_it(written):
    found = recipe_from(
        written(base=FPN, mine="_BASE_: base.yaml\nMODEL:\n  RPN:\n    NMS_THRESH: 0.65\n    SMOOTH_L1_BETA: 0.5\n")
    )
    assert (flat(found)["proposals.nms"], flat(found)["loss.beta"]) == (0.65, 0.5)
    assert origin(found, "proposals.nms") == ["MODEL.RPN.NMS_THRESH = 0.65 (mine.yaml:4)"]
    assert origin(found, "proposals.pre_nms") == ["MODEL.RPN.PRE_NMS_TOPK_TEST = 1000 (base.yaml:11)"]
    assert origin(found, "sampler.batch") == ["MODEL.RPN.BATCH_SIZE_PER_IMAGE = 256 (default of detectron2 0.6)"]
    assert found.files[1:] == (found.files[0].parent / "base.yaml",)


def test_later_bases_win_and_the_file_itself_wins_over_all(written):
    found = recipe_from(
        written(
            a="MODEL: {RPN: {NMS_THRESH: 0.1, SMOOTH_L1_BETA: 0.1, BATCH_SIZE_PER_IMAGE: 1}}",
            b="MODEL: {RPN: {NMS_THRESH: 0.2, SMOOTH_L1_BETA: 0.2}}",
            c="_BASE_: [a.yaml, b.yaml]\nMODEL: {RPN: {NMS_THRESH: 0.3}}",
        )
    )
    assert [flat(found)[place] for place in ("proposals.nms", "loss.beta", "sampler.batch")] == [0.3, 0.2, 1]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "MODEL: {RPN: {IOU_THRESHOLDS: [0.4], IOU_LABELS: [0, 1]}}",
            {"matcher.negative": 0.4, "matcher.positive": 0.4},
        ),
        (
            "MODEL: {RPN: {IOU_THRESHOLDS: [0.1, 0.4, 0.6], IOU_LABELS: [-1, 0, -1, 1]}}",
            {"matcher.negative_from": 0.1, "matcher.negative": 0.4, "matcher.positive": 0.6},
        ),
        (
            "MODEL: {RPN: {IOU_THRESHOLDS: [0.1, 0.4], IOU_LABELS: [-1, 0, 1]}}",
            {"matcher.negative_from": 0.1, "matcher.negative": 0.4, "matcher.positive": 0.4},
        ),
        ("MODEL: {RPN: {BOUNDARY_THRESH: 8}}", {"matcher.outside.rule": "after", "matcher.outside.border": 8}),
        (
            "MODEL: {RPN: {LOSS_WEIGHT: 2.0, BBOX_REG_LOSS_WEIGHT: 3.0}}",
            {"loss.objectness_weight": 2.0, "loss.box_weight": 6.0},
        ),
        ("MODEL: {RPN: {BBOX_REG_WEIGHTS: '(10.0, 10.0, 5.0, 5.0)'}}", {"coder.weights": (10.0, 10.0, 5.0, 5.0)}),
        ("MODEL: {RESNETS: {RES5_DILATION: 2}, RPN: {IN_FEATURES: [res5]}}", {"anchors.strides": (16,)}),
        (
            "MODEL: {ANCHOR_GENERATOR: {OFFSET: 0.5, SIZES: [[8, 16]]}}",
            {"anchors.offset": 0.5, "anchors.sizes": ((8.0, 16.0),)},
        ),
        ("MODEL: {ANCHOR_GENERATOR: {ASPECT_RATIOS: [0.3, 3]}}", {"anchors.ratios": ((0.3, 3.0),)}),
        ("INPUT: {MIN_SIZE_TEST: 600, MAX_SIZE_TEST: 1000}", {"resize.short": 600, "resize.long": 1000}),
        ("MODEL: {PROPOSAL_GENERATOR: {MIN_SIZE: 4}}", {"proposals.min_size": 4.0}),
        ("MODEL: {RPN: {BBOX_REG_LOSS_TYPE: diou}}", {"loss.box": "diou", "loss.epsilon": 1e-7}),
    ],
)  # fmt: skip
def test_a_key_lands_in_its_place(text, places, written):
    found = flat(recipe_from(written(one=text)))
    assert {place: found[place] for place in places} == places


def test_what_has_no_place_is_listed_with_its_reason_and_told_by_the_recipe(written):
    found = recipe_from(
        written(
            one="MODEL: {RPN: {BBOX_REG_LOSS_TYPE: my_own, WHAT: 1}, MASK_ON: true}\n"
            "INPUT:\n  MIN_SIZE_TRAIN: (640, 800)\n"
        )
    )
    left = {each.what.rpartition(" (")[0] or each.what: each.reason for each in found.left}
    assert "no box loss of a recipe" in left["MODEL.RPN.BBOX_REG_LOSS_TYPE = my_own"]
    assert left["MODEL.RPN.WHAT"] == "known to no place of a recipe"
    assert "one input size" in left["INPUT.MIN_SIZE_TRAIN = (640, 800)"]
    assert "no part of a recipe" in left["MODEL.MASK_ON"]
    told = " ".join(found.recipe.reproduces_not)
    assert "WHAT" in told
    assert "MASK_ON" not in told


def test_every_problem_is_a_line_with_its_place(written, capsys):
    path = written(
        one="MODEL:\n  RPN:\n    NMS_THRESH: 1.7\n    IN_FEATURES: [stage9]\n    IOU_LABELS: [1, 0]\n"
        "  ANCHOR_GENERATOR: {OFFSET: x}\n"
    )
    assert main(["recipes", "from", str(path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert all(len(line) < 320 for line in lines)
    for words in ("one.yaml:3", "one.yaml:4", "one.yaml:5", "one.yaml:6"):
        assert any(words in line for line in lines), words
    with pytest.raises(BadRecipe, match="stage9"):
        recipe_from(path)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"one": "MODEL: {META_ARCHITECTURE: SemanticSegmentor}"}, "found 'SemanticSegmentor', wanted GeneralizedRCNN"),
        ({"one": "_BASE_: one.yaml"}, "which is built on this file"),
        ({"a": "_BASE_: one.yaml", "one": "_BASE_: a.yaml"}, "which is built on this file"),
        ({"one": "_BASE_: /etc/hosts.yaml"}, "relative to the config"),
        ({"one": "_BASE_: http://there/a.yaml"}, "relative to the config"),
        ({"one": "_BASE_: ../secret.txt"}, "relative to the config"),
        ({"one": "_BASE_: {a: 1}\nMODEL: {}"}, "one.yaml:1: built on {a: 1}, wanted"),
        ({"one": "_BASE_: gone.yaml"}, "gone.yaml: cannot be read"),
        ({"a": "MODEL: {}", "one": f"_BASE_: [{', '.join(['a.yaml'] * 70)}]"}, "more than 64 files"),
        ({"one": f"MODEL: {'[' * 100}{']' * 100}"}, "more than 64 deep"),
        ({"one": "MODEL: &a {x: *a}"}, "more than 64 deep"),
        ({"one": "MODEL: [1, 2"}, "one.yaml:1: not YAML"),
        ({"one": "just words, MODEL\n"}, "is no config that is known"),
    ],
)
def test_what_cannot_be_a_config_is_refused_in_one_line(texts, words, written, capsys):
    assert main(["recipes", "from", str(written(**texts))]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("labels", ["[0.9, -1, 1]", "[0, -1, 1.5]", "[.inf, 1]"])
def test_labels_of_a_matcher_are_whole(labels, written):
    with pytest.raises(BadRecipe, match=r"IOU_LABELS: found .*, wanted a whole number"):
        recipe_from(written(one=f"MODEL: {{RPN: {{IOU_LABELS: {labels}}}}}"))


def test_aliases_and_sizes_are_bounded(written):
    doubled = "MODEL:\n  a0: &a0 [1, 1, 1, 1]\n" + "".join(
        f"  a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n" for i in range(1, 30)
    )
    with pytest.raises(BadFile, match="100,000 values"):
        recipe_from(written(one=doubled))
    with pytest.raises(BadFile, match="262,144 bytes"):
        recipe_from(written(one="MODEL: {}\n" + "#" * 262_144))


def test_no_code_of_a_config_is_run(written, tmp_path):
    mark = tmp_path / "ran"
    for code in (f"open({str(mark)!r}, 'w')", f"__import__('pathlib').Path({str(mark)!r}).touch()", "9 ** 9 ** 9"):
        text = f"MODEL: {{RPN: {{NMS_THRESH: !!python/object/apply:eval [{json.dumps(code)}]}}}}"
        found = recipe_from(written(one=text))
        assert any("is not run" in each.reason for each in found.left)
        assert flat(found)["proposals.nms"] == 0.7
    found = recipe_from(written(one="MODEL: {RPN: {NMS_THRESH: !!python/object/new:os.system [x]}}"))
    assert any("is not run" in each.reason for each in found.left)
    assert not mark.exists()


def test_the_written_recipe_loads_and_says_each_origin(written, tmp_path, capsys):
    path, out = written(mine=FPN.replace("[512]", "[480]")), tmp_path / "out.toml"
    assert main(["recipes", "from", str(path), "-o", str(out), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    recipe, text = load_recipe(out), out.read_text(encoding="utf-8")
    assert recipe.hash == recipe_from(path).recipe.hash
    assert recipe.name == made["recipe"] == "mine"
    assert "nms = 0.7  # MODEL.RPN.NMS_THRESH = 0.7 (default of detectron2 0.6)" in text
    places = {each["place"]: each for each in made["fields"]}
    assert places.keys() == recipe.flat().keys()
    assert places["anchors.sizes"]["origin"][0]["source"] == "mine.yaml:8"
    assert places["resize.rounding"]["origin"][0]["source"] == "recipe detectron2-fpn"
    assert main(["inspect", "resources/demo", "-i", "street_01_mixed.jpg", "-r", str(out), "--json"]) == 0


def test_only_an_earlier_translation_is_written_over(written, tmp_path, capsys):
    path, out = written(mine=FPN), tmp_path / "out.toml"
    for arguments, code in (([], 0), ([], 2), (["--overwrite"], 0)):
        assert main(["recipes", "from", str(path), "-o", str(out), *arguments]) == code
    out.write_text('format = 2\nname = "mine"\n', encoding="utf-8")
    assert main(["recipes", "from", str(path), "-o", str(out), "--overwrite"]) == 2
    assert "no earlier translation" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8").startswith("format")


def test_the_table_names_each_place_value_and_origin(written, capsys):
    assert main(["recipes", "from", str(written(mine=FPN))]) == 0
    out = capsys.readouterr().out
    first, *rest = out.splitlines()
    assert first.startswith("mine.yaml -> recipe mine: ")
    assert first.endswith("as in detectron2-fpn")
    assert any(line.split()[:2] == ["sampler.batch", "256"] for line in rest)
    assert "not translated:" in out
