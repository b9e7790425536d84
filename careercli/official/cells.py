"""Cells of a release as printed -> integers in the smallest unit that the publisher prints."""

from collections.abc import Mapping
from functools import cache

from careercli.model.claims import Number

Marks = Mapping[str, tuple[str, int | None]]
"""By column, the mark printed in place of a figure, and the least that it stands for, if it is a bound."""

FLAGS = {"Y": 1, "N": 0, "": None}


class Units(dict[str, int | None]):
    """Numbers by how they are printed, in units of which `units` are one; None for a mark or an empty cell.

    A lookup raises ValueError where the number is finer than the unit.
    """

    def __init__(self, units: int) -> None:
        super().__init__()
        self._units = units

    def __missing__(self, as_printed: str) -> int | None:
        amount = None
        if as_printed[-1:].isdigit():
            exact = float(as_printed) * self._units
            amount = round(exact)
            if abs(exact - amount) > 1e-6:
                raise ValueError(f"{as_printed} is finer than 1/{self._units}")
        self[as_printed] = amount
        return amount


@cache
def numbers_in(units: int) -> Units:
    """Return the printed numbers in units of which `units` are one."""
    return Units(units)


def in_units(as_printed: str, units: int) -> int | None:
    """Return a printed number in units of which `units` are one; None for a mark or an empty cell.

    Raises ValueError where the number is finer than the unit.
    """
    return numbers_in(units)[as_printed]


def from_units(amount: int, units: int) -> Number:
    """Return the number that was printed, from the units that it is kept in."""
    return amount / units if amount % units else amount // units


def printed_number(amount: int | None, units: int) -> Number | None:
    """Return the number that was printed, None where none was."""
    return None if amount is None else from_units(amount, units)


@cache
def month(as_printed: str) -> int:
    """Return a month such as `07/2014` as 201407."""
    return int(as_printed[3:] + as_printed[:2])
