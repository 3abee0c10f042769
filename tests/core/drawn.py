"""Values made of one draw each: what Hypothesis does for every single number costs more than most laws do with it."""

import numpy as np
from hypothesis import strategies as st


class Codes:
    """The bytes that Hypothesis drew, two for each choice; zeros, to which it shrinks them, choose the first."""

    def __init__(self, drawn):
        self.codes = iter(np.frombuffer(drawn, np.uint16).tolist())

    def below(self, count):
        return next(self.codes) % count

    def one(self, values):
        return values[self.below(len(values))]

    def uniform(self, low, high):
        return float(np.float32(low + (high - low) * next(self.codes) / 0xFFFF))

    def some(self, low, high, most):
        """Return 1 to ``most`` numbers between ``low`` and ``high``."""
        return tuple(self.uniform(low, high) for _ in range(1 + self.below(most)))


def drawn(make, choices):
    """Return a strategy of what ``make`` returns of `Codes`, of which it uses no more than ``choices``."""
    return st.binary(min_size=2 * choices, max_size=2 * choices).map(lambda codes: make(Codes(codes)))


def number_of(codes, low, high, special=(), whole=0.5):
    """Return one of ``special`` half the time, else a number of the range, with a chance of ``whole`` a whole one."""
    if special and codes.below(2):
        return codes.one(special)
    if codes.below(100) < 100 * whole:
        return float(int(np.ceil(low)) + codes.below(int(high) - int(np.ceil(low)) + 1))
    return codes.uniform(low, high)


def boxes_of(corner, side, most, least=0):
    """Return a strategy of ``least`` to ``most`` boxes (x, y, w, h), one of eight the same as the one before it.

    ``corner`` and ``side`` are what `number_of` takes, for x and y, and for w and h.
    """

    def make(codes):
        found = []
        for _ in range(least + codes.below(most - least + 1)):
            again = codes.below(8) == 7 and found
            found.append(found[-1] if again else tuple(number_of(codes, *of) for of in (corner, corner, side, side)))
        return found

    return drawn(make, 1 + 13 * most)
