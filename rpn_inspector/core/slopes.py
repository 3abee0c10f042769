"""Numbers with slopes: every operation carries the derivative along, so a formula is written once."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class Sloped:
    """Values (n,) in their own precision, with derivatives (n, C) float64 by C variables.

    At a corner of a maximum, a minimum or an absolute value the slope is that of the first argument, and 0 for the
    absolute value of 0.
    """

    __slots__ = ("slope", "value")
    __array_ufunc__ = None  # an array on the left leaves the operation to this class

    def __init__(self, value: Array, slope: Array) -> None:
        self.value, self.slope = value, slope

    @classmethod
    def variables(cls, values: Array) -> list[Sloped]:
        """Return the columns of ``values`` (n, C), each a variable."""
        count, every = values.shape
        return [cls(values[:, k], np.broadcast_to(np.eye(every)[k], (count, every))) for k in range(every)]

    def __add__(self, other: Any) -> Sloped:
        """Return the sum."""
        if isinstance(other, Sloped):
            return Sloped(self.value + other.value, self.slope + other.slope)
        return Sloped(self.value + self._number(other), self.slope)

    __radd__ = __add__

    def __neg__(self) -> Sloped:
        """Return the negative."""
        return Sloped(-self.value, -self.slope)

    def __sub__(self, other: Any) -> Sloped:
        """Return the difference."""
        if isinstance(other, Sloped):
            return Sloped(self.value - other.value, self.slope - other.slope)
        return Sloped(self.value - self._number(other), self.slope)

    def __rsub__(self, other: Any) -> Sloped:
        """Return a number less the values."""
        return Sloped(self._number(other) - self.value, -self.slope)

    def __mul__(self, other: Any) -> Sloped:
        """Return the product."""
        if isinstance(other, Sloped):
            slope = self.slope * other.value[:, None] + other.slope * self.value[:, None]
            return Sloped(self.value * other.value, slope)
        factor = self._number(other)
        return Sloped(self.value * factor, self.slope * np.reshape(np.asarray(factor, np.float64), (-1, 1)))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Sloped:
        """Return the quotient."""
        if not isinstance(other, Sloped):
            divisor = self._number(other)
            return Sloped(self.value / divisor, self.slope / np.reshape(np.asarray(divisor, np.float64), (-1, 1)))
        below = other.value.astype(np.float64)[:, None]
        slope = (self.slope - other.slope * (self.value / other.value).astype(np.float64)[:, None]) / below
        return Sloped(self.value / other.value, slope)

    def __rtruediv__(self, other: Any) -> Sloped:
        """Return a number over the values."""
        value = self._number(other) / self.value
        return Sloped(value, -self.slope * (value.astype(np.float64) / self.value)[:, None])

    def _number(self, other: Any) -> Any:
        return np.asarray(other, self.value.dtype)

    def of(self, value: Array, derivative: Array) -> Sloped:
        """Return a function of the values: ``value`` (n,) with ``derivative`` (n,) by the argument."""
        return Sloped(value, self.slope * derivative.astype(np.float64)[:, None])


def chosen(first_where: Array, first: Sloped, second: Sloped | float) -> Sloped:
    """Return ``first`` where the mask (n,) is True, elsewhere ``second``."""
    if not isinstance(second, Sloped):
        second = first.of(np.full_like(first.value, second), np.zeros_like(first.value))
    return Sloped(
        np.where(first_where, first.value, second.value), np.where(first_where[:, None], first.slope, second.slope)
    )


def larger(first: Sloped, second: Sloped | float) -> Sloped:
    """Return the maximum, the first of equals."""
    return chosen(~(first.value < (second.value if isinstance(second, Sloped) else second)), first, second)


def smaller(first: Sloped, second: Sloped | float) -> Sloped:
    """Return the minimum, the first of equals."""
    return chosen(~(first.value > (second.value if isinstance(second, Sloped) else second)), first, second)


def size(x: Sloped) -> Sloped:
    """Return the absolute value."""
    return x.of(np.abs(x.value), np.sign(x.value))


def square(x: Sloped) -> Sloped:
    """Return the square."""
    return x.of(x.value * x.value, 2 * x.value)


def log(x: Sloped) -> Sloped:
    """Return the natural logarithm."""
    return x.of(np.log(x.value), 1 / x.value)


def exp(x: Sloped) -> Sloped:
    """Return e to the power."""
    power = np.exp(x.value)
    return x.of(power, power)


def arctan(x: Sloped) -> Sloped:
    """Return the arc tangent."""
    return x.of(np.arctan(x.value), 1 / (1 + x.value.astype(np.float64) ** 2))


def root(x: Sloped) -> Sloped:
    """Return the square root."""
    value = np.sqrt(x.value)
    return x.of(value, 0.5 / value)
