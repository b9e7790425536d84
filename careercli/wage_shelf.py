"""What many roles earn, in the form it is kept in: bytes, of which only what is asked for is unpacked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from careercli.model import PERIODS, Source
from careercli.shelving import Kind
from careercli.wage_lines import CELL, Paid, cells, escaped, paid, unescaped

_ITEM, _RECORD = "\x1d", "\x1e"


class WageShelf(NamedTuple):
    """What roles earn, by id: in each part a record for each of them, of items.

    `hidden` are the numbers of those that are left out.
    """

    ids: bytes = b""
    keys: bytes = b""
    year: bytes = b""
    hour: bytes = b""
    silent_year: bytes = b""
    silent_hour: bytes = b""
    sources: bytes = b""
    hidden: bytes = b""

    def paid(self) -> list[Paid]:
        """Every role and occupation but those that are left out, as far as the parts that are there tell."""
        hidden = set(map(int, self.hidden.split()))
        return [each for number, each in enumerate(self.entries()) if number not in hidden]

    def entries(self) -> list[Paid]:
        """The same with those that are left out."""
        ids = _records(self.ids)
        nothing = [""] * len(ids)
        parts = [_records(part) or nothing for part in self[1:-1]]
        return [_paid(*record) for record in zip(ids, *parts, strict=True)]

    def without(self, numbers: Iterable[int]) -> WageShelf:
        """The same, these left out too."""
        return self._replace(hidden=b" ".join([*self.hidden.split(), *(b"%d" % number for number in numbers)]))


def wage_shelf_of(those: Iterable[Paid]) -> WageShelf:
    """A shelf of what these earn."""
    records: list[list[str]] = [[] for _ in WageShelf._fields[:-1]]
    for each in those:
        silences = [[escaped(each.silences[per])] for per in PERIODS]
        said = (
            [each.id], each.keys,
            *(each.lines[per] for per in PERIODS), *silences,
            (CELL.join(map(escaped, source)) for source in each.sources),
        )  # fmt: skip
        for record, items in zip(records, said, strict=True):
            record.append(_ITEM.join(items))
    return WageShelf(*(_RECORD.join(record).encode("utf-8", "surrogatepass") for record in records))


def _paid(role_id: str, keys: str, year: str, hour: str, silent_year: str, silent_hour: str, sources: str) -> Paid:
    return Paid(
        role_id,
        _items(keys),
        {"year": _items(year), "hour": _items(hour)},
        {"year": unescaped(silent_year), "hour": unescaped(silent_hour)},
        [Source._make(cells(each)) for each in _items(sources)],
    )


def _records(part: bytes) -> list[str]:
    return part.decode("utf-8", "surrogatepass").split(_RECORD) if part else []


def _items(record: str) -> list[str]:
    return record.split(_ITEM) if record else []


def kind(per: str, whole: bool) -> Kind[WageShelf, Paid]:
    """The shelves of wages, of which the lines of one period are asked, and as a `whole` sources and silences too."""
    lines: tuple[str, ...] = ("hidden", "ids", "keys", per)
    return Kind(
        name="wages",
        parts=WageShelf._fields,
        asked=(*lines, f"silent_{per}", "sources") if whole else lines,
        maker=lambda made: paid,
        ids=lambda shelf: _records(shelf.ids),
        shelf_of=wage_shelf_of,
        parts_of=WageShelf._asdict,
        made_of=lambda parts: WageShelf(**parts),
        entries=WageShelf.entries,
        without=WageShelf.without,
    )
