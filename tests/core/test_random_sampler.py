"""A random mini-batch is drawn from the lists of positives and negatives, though the negatives are never listed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from rpn_inspector.core.sampler import RandomSampler


@given(
    label=arrays.arrays(np.int8, st.integers(0, 60), elements=st.sampled_from([-2, -1, 0, 0, 1])),
    batch=st.integers(0, 40),
    share=st.floats(0, 1),
    seed=st.integers(0, 100),
)
def test_the_mini_batch_is_that_drawn_from_lists(label, batch, share, seed):
    positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
    generator = np.random.default_rng(seed)
    wanted = min(len(positive), int(batch * share))
    chosen = generator.choice(positive, wanted, replace=False)
    others = generator.choice(negative, min(len(negative), batch - wanted), replace=False)
    found = RandomSampler(batch, share).sample(label, seed)
    assert [part.tolist() for part in found] == [sorted(chosen.tolist()), sorted(others.tolist())]
    assert [part.dtype for part in found] == [np.int64, np.int64]
