"""What many roles earn, in the form it is kept in: bytes, of which only what is asked for is unpacked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from careercli.model.claims import Source
from careercli.shelving import Kind
from careercli.wage_lines import CELL, LINE, Paid, cells, escaped, paid, unescaped

_ITEM, _RECORD = LINE, "\x1e"


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
        # A part at a time: of thousands, each by itself would take twice as long.
        ids = _records(self.ids)
        count = len(ids)
        keys, told = _items(self.keys, count), _items(self.sources, count)
        lines = (_texts(part, count) for part in (self.year, self.hour))
        silences = (list(map(unescaped, _texts(part, count))) for part in (self.silent_year, self.silent_hour))
        sources = [[Source._make(cells(each)) for each in those] for those in told]
        return list(map(Paid._make, zip(ids, keys, *lines, *silences, sources, strict=True)))

    def without(self, numbers: Iterable[int]) -> WageShelf:
        """The same, these left out too."""
        return self._replace(hidden=b" ".join([*self.hidden.split(), *(b"%d" % number for number in numbers)]))


def wage_shelf_of(those: Iterable[Paid]) -> WageShelf:
    """A shelf of what these earn."""
    records: list[list[str]] = [[] for _ in WageShelf._fields[:-1]]
    for each in those:
        sources = _ITEM.join(CELL.join(map(escaped, source)) for source in each.sources)
        silences = escaped(each.silent_year), escaped(each.silent_hour)
        said = (each.id, _ITEM.join(each.keys), each.year, each.hour, *silences, sources)
        for record, text in zip(records, said, strict=True):
            record.append(text)
    return WageShelf(*(_RECORD.join(record).encode("utf-8", "surrogatepass") for record in records))


def _records(part: bytes) -> list[str]:
    return part.decode("utf-8", "surrogatepass").split(_RECORD) if part else []


def _items(part: bytes, count: int) -> list[list[str]]:
    """Each record's items; none of so many where the part is not there."""
    return [record.split(_ITEM) if record else [] for record in _records(part)] if part else [[]] * count


def _texts(part: bytes, count: int) -> list[str]:
    """Each record; an empty text for each of so many where the part is not there."""
    return _records(part) if part else [""] * count


def kind(period: str, whole: bool) -> Kind[WageShelf, Paid]:
    """The shelves of wages, of which the lines of one period are asked, and as a `whole` sources and silences too."""
    lines: tuple[str, ...] = ("hidden", "ids", "keys", period)
    return Kind(
        name="wages",
        parts=WageShelf._fields,
        asked=(*lines, f"silent_{period}", "sources") if whole else lines,
        maker=lambda made: paid,
        ids=lambda shelf: _records(shelf.ids),
        shelf_of=wage_shelf_of,
        parts_of=WageShelf._asdict,
        made_of=lambda parts: WageShelf(**parts),
        entries=WageShelf.entries,
        without=WageShelf.without,
    )
