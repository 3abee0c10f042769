"""How many negatives the positives of a picture ask for, by fractions as torchvision's SSD mines them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sampler import HardNegatives, SharedMaximum, most_mined

LABEL = np.array([1, 0, 0, 1, 0, 0, -1, 0, 0, 0], np.int8)
HARD = np.array([9, 1, 7, 9, 3, 6, 9, 2, 5, 4], np.float32)


def test_a_fraction_of_a_negative_counts_as_one():
    """positive_fraction 0.3 makes the ratio (1 - 0.3) / 0.3: two positives ask for the places 0 to 4 < 4.67."""
    positive, negative = HardNegatives(negatives_per_positive=0.7 / 0.3).sample(LABEL, 0, HARD)
    assert (positive.tolist(), negative.tolist()) == ([0, 3], [2, 4, 5, 8, 9])
    whole = HardNegatives(negatives_per_positive=2).sample(LABEL, 0, HARD)[1]
    assert whole.tolist() == [2, 5, 8, 9]
    shared = SharedMaximum(negatives_per_positive=0.7 / 0.3).sample(LABEL, 0, np.where(LABEL == 0, HARD, 0))[1]
    assert shared.tolist() == [2, 4, 5, 8, 9]
    assert HardNegatives(negatives_per_positive=0).sample(LABEL, 0, HARD)[1].tolist() == []


def test_the_product_is_torchs_float32():
    """As torch gave ``ratio * torch.tensor(count)``; in float32 1.1 is more, but not 11 of ten."""
    products = {(0.7 / 0.3, 3): 7, (1.1, 10): 11, (2.5, 3): 8, (3.0, 4): 12, (0.25, 1): 1, (3.0, 0): 0}
    assert {asked: most_mined(*asked) for asked in products} == products


@given(st.floats(0, 100), st.integers(0, 60))
def test_as_many_as_places_below_the_product(ratio, positives):
    places = np.arange(8000, dtype=np.float32)
    assert most_mined(ratio, positives) == (places < np.float32(ratio) * np.float32(positives)).sum()


@pytest.mark.parametrize("written", [2, 2.0])
def test_whole_numbers_of_a_recipe_mean_the_same(written):
    made = load_recipe("ssd300-torchvision").with_tables({"sampler": {"negatives_per_positive": written}})
    assert made.sampler == HardNegatives(negatives_per_positive=2)
    assert "negatives_per_positive = 2.0  #" in made.to_toml()
