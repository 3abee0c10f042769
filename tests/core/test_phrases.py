"""The texts a rule gives the window: each takes the rule's own thresholds, and each rule has its own."""

import dataclasses

import pytest

from rpn_inspector.core import phrases
from rpn_inspector.core.assigners import ASSIGNERS, Cells, Overlap
from rpn_inspector.core.coders import CODERS
from rpn_inspector.core.coders.sides import Sides
from rpn_inspector.core.sampler import SAMPLERS

PHRASES = {value for name, value in vars(phrases).items() if name.isupper()}


@pytest.mark.parametrize("rule", [rule for rule in ASSIGNERS.rules.values() if rule().thresholds])
def test_thresholds_are_fields_a_what_if_may_change_the_lowest_first(rule):
    spec = dataclasses.replace(rule(), negative=0.25, positive=0.75)
    live = {field.name for field in dataclasses.fields(spec) if field.metadata.get("live")}
    assert spec.thresholds == {"negative": 0.25, "positive": 0.75}
    assert list(spec.thresholds) == ["negative", "positive"]
    assert set(spec.thresholds) <= live


def test_an_unmatched_ground_truth_is_titled_by_its_assigner():
    overlap, cells = Overlap(positive=0.55, negative=0.5), Cells()
    assert overlap.unmatched.format(**overlap.thresholds) == "Unmatched, none at IoU 0.55"
    assert cells.unmatched.format(**cells.thresholds) == "Unmatched, none in its cell"


def test_every_phrase_belongs_to_a_rule():
    said = {words for rule in ASSIGNERS.rules.values() for words in (rule.unmatched, rule.low_quality_only)}
    said |= {rule.words for rule in SAMPLERS.rules.values()}
    coders = [coder() for coder in CODERS.rules.values()] + [Sides(bins=16)]
    said |= {coder.note for coder in coders if coder.note}
    assert said == PHRASES
