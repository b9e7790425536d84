"""Cards that can be searched in the form they are kept in: bytes, so that of thousands only those found are unpacked.

Every distinct text of the cards is one line, the lines of each kind of text together; beside them
stand the numbers of the cards that have it. Where a word is asked for, the lines are searched, and
not the cards: a thousand cards that share a skill share a line.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from careercli.cards import Card, Entry, Texts
from careercli.search import LONGEST, SHORT

_CELL, _ESCAPE = "\x1f", "\x1e"
_NUMBERS: Final = "I"
_BYTES = 4
_SMALL = 2**16
"""Cards whose numbers take two bytes."""

KINDS = ("names", "skills"), ("skills",), ("certifications",), ("education",)
WORDS, SKILLS, CERTIFICATIONS, EDUCATION = KINDS
"""Which texts are searched: for a word, and for what a filter asks."""


class Shelf(NamedTuple):
    """Cards by id and their texts. All are bytes: text is UTF-8, numbers are four bytes each.

    `cards` are the records, one after the other, and `breaks` where each begins and the last ends.
    `lines` are the texts, each behind a line end, those of each kind together: `ends` says where each
    kind ends, `starts` where each line begins. `firsts` says where in `owners` the numbers of the
    cards of each line begin, of two bytes each where that is enough. `words` is every word of the
    names and skills that is of letters alone, one a line.
    """

    cards: bytes
    breaks: bytes
    lines: bytes
    ends: bytes
    starts: bytes
    firsts: bytes
    owners: bytes
    words: bytes

    @property
    def size(self) -> int:
        """How many cards there are."""
        return len(self.breaks) // _BYTES - 1

    def cards_of(self, numbers: Iterable[int]) -> list[Card]:
        """The cards of these numbers, in this order."""
        breaks = _numbers(self.breaks)
        return [_unpacked(self.cards[breaks[number] : breaks[number + 1]]) for number in numbers]

    def having(self, text: str, kinds: Sequence[str] = WORDS) -> set[int]:
        """The numbers of the cards with a text that holds this one, in any place."""
        return self._owners(self._lines_with(text.encode("utf-8", "surrogatepass"), kinds))

    def named(self, text: str) -> set[int]:
        """The numbers of the cards of which one name is this very text."""
        line = b"\n%s\n" % text.encode("utf-8", "surrogatepass")
        start, end = self._span(("names",))
        at = self.lines.find(line, start, end + 1)
        return self._owners([bisect_right(_numbers(self.starts), at) - 1] if at >= 0 else [])

    def with_word(self, word: str) -> set[int]:
        """The numbers of the cards with this word: in any place, but a short one only where a word begins."""
        if len(word) > SHORT:
            return self.having(word)
        plain = word.encode("utf-8", "surrogatepass")
        return self._owners(line for mark in (b"\n", b" ") for line in self._lines_with(mark + plain, WORDS))

    def with_all(self, parts: Sequence[str], kinds: Sequence[str]) -> set[int]:
        """The numbers of the cards with one text that holds all of these."""
        first, *others = [part.encode("utf-8", "surrogatepass") for part in parts or ("",)]
        lines = self._lines_with(first, kinds)
        return self._owners(line for line in lines if all(part in self._line(line) for part in others))

    def initialled(self, letters: str) -> Iterator[str]:
        """The texts of several words whose first letters these are."""
        words = " ".join(re.escape(letter) + "[^ \n]*" for letter in letters).encode("utf-8", "surrogatepass")
        for found in re.finditer(b"\n(%s)(?=\n)" % words, self.lines[: self._span(WORDS)[1] + 1]):
            yield found[1].decode("utf-8", "surrogatepass")

    def vocabulary(self) -> list[str]:
        """Every word of the names and skills that is of letters alone."""
        return self.words.decode("utf-8", "surrogatepass").split()

    def entries(self) -> list[Entry]:
        """What the shelf was made of."""
        said: list[dict[str, list[str]]] = [{} for _ in range(self.size)]
        owners, firsts = self._all_owners(), _numbers(self.firsts)
        ends = _numbers(self.ends)
        for number, start in enumerate(_numbers(self.starts)):
            kind = Texts._fields[bisect_right(ends, start)]
            line = self._line(number).decode("utf-8", "surrogatepass")
            for owner in owners[firsts[number] : firsts[number + 1]]:
                said[owner].setdefault(kind, []).append(line)
        texts = (Texts._make(tuple(each.get(kind, ())) for kind in Texts._fields) for each in said)
        return [Entry(card, each) for card, each in zip(self.cards_of(range(self.size)), texts, strict=True)]

    def _all_owners(self) -> memoryview[int]:
        return memoryview(self.owners).cast("H") if self.size <= _SMALL else _numbers(self.owners)

    def _span(self, kinds: Sequence[str]) -> tuple[int, int]:
        ends = _numbers(self.ends)
        first = Texts._fields.index(kinds[0])
        return ends[first - 1] if first else 0, ends[Texts._fields.index(kinds[-1])]

    def _lines_with(self, part: bytes, kinds: Sequence[str]) -> Iterator[int]:
        """The numbers of the lines of some kinds with these bytes; a line end before them asks for its start."""
        starts = _numbers(self.starts)
        at, end = self._span(kinds)
        while (at := self.lines.find(part, at, end)) >= 0:
            number = bisect_right(starts, at) - 1
            yield number
            at = starts[number + 1] if number + 1 < len(starts) else end

    def _line(self, number: int) -> bytes:
        start = _numbers(self.starts)[number] + 1
        end = self.lines.find(b"\n", start)
        return self.lines[start:end]

    def _owners(self, lines: Iterable[int]) -> set[int]:
        owners, firsts = self._all_owners(), _numbers(self.firsts)
        found: set[int] = set()
        for line in lines:
            found.update(owners[firsts[line] : firsts[line + 1]])
            if len(found) == self.size:
                break
        return found


def _numbers(part: bytes) -> memoryview[int]:
    return memoryview(part).cast(_NUMBERS)


def shelf_of(entries: Iterable[Entry]) -> Shelf:
    """A shelf of these."""
    records: list[bytes] = []
    breaks = array(_NUMBERS, (0,))
    kinds: tuple[dict[str, list[int]], ...] = tuple({} for _ in Texts._fields)
    for number, (card, texts) in enumerate(entries):
        records.append(_packed(card))
        breaks.append(breaks[-1] + len(records[-1]))
        for kind, said in zip(kinds, texts, strict=True):
            for text in said:
                if text in kind:
                    kind[text].append(number)
                else:
                    kind[text] = [number]
    starts, firsts, owners, ends = array(_NUMBERS), array(_NUMBERS, (0,)), array(_NUMBERS), array(_NUMBERS)
    lines: list[bytes] = []
    at = 0
    for kind in kinds:
        # What most cards have comes first: a search that has found all of them may stop.
        for text, numbers in sorted(kind.items(), key=lambda item: -len(item[1])):
            lines.append(text.encode("utf-8", "surrogatepass"))
            starts.append(at)
            at += len(lines[-1]) + 1
            owners.extend(numbers)
            firsts.append(len(owners))
        ends.append(at)
    words = {word for kind in kinds[: len(WORDS)] for text in kind for word in text.split()}
    known = sorted(word for word in words if word.isalpha() and len(word) <= LONGEST)
    return Shelf(
        cards=b"".join(records),
        breaks=breaks.tobytes(),
        lines=b"\n" + b"\n".join(lines) + b"\n",
        ends=ends.tobytes(),
        starts=starts.tobytes(),
        firsts=firsts.tobytes(),
        owners=(array("H", owners) if len(records) <= _SMALL else owners).tobytes(),
        words="\n".join(known).encode("utf-8", "surrogatepass"),
    )


_VALUES = [Card._fields.index(each) for each in ("median", "employment_change", "entry_education")]
_TYPES = {str: "s", int: "i", float: "f"}


def _packed(card: Card) -> bytes:
    """A card as a record."""
    cells: list[object] = [*card]
    for index in _VALUES:
        cells[index] = "" if cells[index] is None else f"{_TYPES[type(cells[index])]}{cells[index]}"
    texts = (str(cell).replace(_ESCAPE, f"{_ESCAPE}0").replace(_CELL, f"{_ESCAPE}1") for cell in cells)
    return _CELL.join(texts).encode("utf-8", "surrogatepass")


def _unpacked(record: bytes) -> Card:
    told = record.decode("utf-8", "surrogatepass")
    cells: list[Any] = [*told.split(_CELL)]
    if _ESCAPE in told:
        cells = [cell.replace(f"{_ESCAPE}1", _CELL).replace(f"{_ESCAPE}0", _ESCAPE) for cell in cells]
    for index in _VALUES:
        text = cells[index]
        kind, rest = text[:1], text[1:]
        cells[index] = None if not kind else rest if kind == "s" else int(rest) if kind == "i" else float(rest)
    return Card._make(cells)
