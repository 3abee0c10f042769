"""The stages after the proposals in the text of a recipe."""

import dataclasses

import pytest

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.recipe import Recipe, load_recipe

BOTH = load_recipe("fasterrcnn-torchvision")
HEAD = 'format = 2\nname = "mine"\n'


def read(tmp_path, text, name="mine.toml"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return load_recipe(file)


def said(tmp_path, text):
    with pytest.raises(BadRecipe) as caught:
        read(tmp_path, text)
    return str(caught.value).partition(".toml: ")[2]


def test_a_stage_has_a_part_in_the_hash_and_none_without():
    first = load_recipe("torchvision-fpn")
    assert first.further == ()
    assert dataclasses.replace(BOTH, further=()).hash == first.hash
    changed = BOTH.with_tables({"stage": {"roi": {"detections": {"nms": 0.4}}}})
    assert len({first.hash, BOTH.hash, changed.hash}) == 3
    assert changed.flat()["stage.roi.detections.nms"] == 0.4


def test_a_text_inherits_stages_field_by_field_and_adds_others(tmp_path):
    text = (
        HEAD + 'extends = "fasterrcnn-torchvision"\n[stage.roi.matcher]\npositive = 0.6\n[stage.more]\nover = "boxes"\n'
    )
    mine = read(tmp_path, text)
    stages = dict(mine.further)
    assert list(stages) == ["roi", "more"]
    wanted = dict(BOTH.further)["roi"]
    assert stages["roi"] == dataclasses.replace(wanted, matcher=dataclasses.replace(wanted.matcher, positive=0.6))
    assert stages["more"].over == "boxes"
    again = read(tmp_path, mine.to_toml(), "again.toml")
    assert again == mine
    assert Recipe("mine").with_tables({"stage": {"roi": {"add_gt": "off"}}}).further[0][1].add_gt == "off"


def test_everything_wrong_in_a_stage_is_said_with_its_place(tmp_path):
    text = (
        HEAD + '[stage.roi]\nadd_gt = "always"\n[stage.roi.level]\nside = 0\n[stage.roi.loss]\nobjectness = "focal"\n'
    )
    words = said(tmp_path, text)
    assert "stage.roi.add_gt: found 'always', allowed are 'off', 'last', 'first'" in words
    assert "stage.roi.level.side: found 0.0, wanted 0.001 to 65,536" in words
    assert "stage.roi.loss.objectness: found focal, wanted cross_entropy or bce" in words
    assert "stage.roi.matcher.rule: found 'cells', allowed are 'overlap'" in said(
        tmp_path, HEAD + '[stage.roi.loss]\nobjectness = "cross_entropy"\n[stage.roi.matcher]\nrule = "cells"\n'
    )
    head = HEAD + '[stage.roi.loss]\nobjectness = "bce"\n[stage.roi.matcher]\n'
    words = "stage.roi.matcher.outside.rule: found before, wanted use: proposals are clipped"
    assert said(tmp_path, head + 'outside.rule = "before"\n') == words
    assert said(tmp_path, head + 'frame = "fractions"\n') == "stage.roi.matcher.frame: found fractions, wanted network"
    assert said(tmp_path, HEAD + "stage = 3\n") == "stage: found 3, wanted tables [stage.NAME]"
    assert said(tmp_path, HEAD + '[stage."a b"]\n').startswith("stage.a b: wanted a name of letters")


def test_a_text_of_format_1_cannot_extend_a_recipe_with_a_second_stage(tmp_path):
    words = said(tmp_path, 'extends = "fasterrcnn-mmdet"\n[matcher]\npositive = 0.6\n')
    assert words == "extends: fasterrcnn-mmdet has rules that only a text with format = 2 can name"
