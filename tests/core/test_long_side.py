"""The sides YOLOv5's loader gives a picture, the shape of a batch, and boxes clipped to it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.long_side import EDGE, LongSide, rectangles

SIDES = st.tuples(st.integers(10, 2000), st.integers(10, 2000))


def test_sides_are_rounded_up_and_the_rest_halved():
    frame = LongSide(long=320).of((475, 1324))
    assert (frame.network_size, frame.padded_size, frame.offset) == ((115, 320), (320, 320), (0.0, 102.5))


def test_a_batch_of_flat_pictures_is_flat():
    spec = LongSide(long=320, shape="batch", pad=0.5)
    assert spec.batch_size([(6, 14), (38, 160)]) == (160, 352)
    assert spec.batch_size([(160, 38), (14, 6)]) == (352, 160)
    assert spec.batch_size([(160, 38), (38, 160)]) == (352, 352)


@given(st.lists(SIDES, min_size=1, max_size=9), st.integers(1, 4), st.sampled_from([0.0, 0.5]))
def test_every_picture_fits_its_batch(sizes, count, pad):
    spec = LongSide(long=320, shape="batch", pad=pad)
    order, batch = rectangles(sizes, count)
    assert sorted(order.tolist()) == list(range(len(sizes)))
    for one in np.unique(batch):
        mine = [sizes[picture] for picture in order[batch == one]]
        shape = spec.batch_size(mine)
        for size in mine:
            network, _ = spec.network_size(size)
            # a side may be a digit over a stride's line and so rounded up beyond it
            assert all(inner <= outer + 1 for inner, outer in zip(network, shape, strict=True))
            assert max(network) in (320, 321)


@given(SIDES, st.tuples(*[st.floats(-50, 2100)] * 4))
def test_boxes_follow_the_picture_and_stay_inside(size, numbers):
    box = np.array([[*np.minimum(numbers[:2], numbers[2:]), *np.maximum(numbers[:2], numbers[2:])]])
    frame = LongSide(long=320).of(size)
    found = frame.to_network(box)[0]
    plain = box[0] * [*frame.scale, *frame.scale] + [*frame.offset, *frame.offset]
    np.testing.assert_allclose(found, np.clip(plain, 0, 320 - EDGE), atol=2e-3)
