"""Cards that can be searched in the form they are kept in: bytes, so that of thousands only those found are unpacked.

Every distinct text of the cards is one line, the lines of each kind of text together; beside them
stand the numbers of the cards that have it. Where a word is asked for, the lines are searched, and
not the cards: a thousand cards that share a skill share a line.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, pairwise
from typing import Any, Final, NamedTuple

from careercli.cards import Card, Entry, Texts
from careercli.model.claims import Value
from careercli.search import LONGEST, SHORT
from careercli.store.packing import value_as_text, value_of

_CELL, _ESCAPE = "\x1f", "\x1e"
_NUMBERS: Final = "I"
_BYTES = 4
_BEGIN = 2
"""Letters of a word's beginning for which the cards are known without a search."""

_SMALL = 2**16
"""Cards whose numbers take two bytes."""

KINDS = ("skills", "names"), ("skills",), ("certifications",), ("education",)
WORDS, SKILLS, CERTIFICATIONS, EDUCATION = KINDS
"""Which texts are searched: for a word, and for what a filter asks."""


class Shelf(NamedTuple):
    """Cards by id and their texts. All are bytes: text is UTF-8, numbers are four bytes each.

    `cards` are the records, one after the other, and `breaks` where each begins and the last ends.
    `lines` are the texts, each behind a line end, those of each kind together: `ends` says where each
    kind ends, `starts` where each line begins. `firsts` says where in `owners` the
    cards of each line begin and the last end: their numbers, of two bytes each where that is enough,
    or where that is shorter a bit for every card. `words` is every word of the names and skills, one a
    line: those of letters alone that somebody may have meant, an empty line, and all others. `begins`
    is every one or two letters that a word of these begins with, one a line, and `begun` a bit for
    every card for each of them: as somebody types, nearly all cards have these. `hidden` is a bit for
    every card that is left out, or nothing where none is.

    Questions are answered with a number that has a bit for every card, which `numbers_of` reads.
    """

    cards: bytes
    breaks: bytes
    lines: bytes
    ends: bytes
    starts: bytes
    firsts: bytes
    owners: bytes
    words: bytes
    begins: bytes
    begun: bytes
    hidden: bytes = b""

    @property
    def size(self) -> int:
        """How many cards there are, with those that are left out."""
        return len(self.breaks) // _BYTES - 1

    @property
    def all(self) -> int:
        """All cards but those that are left out."""
        return ((1 << self.size) - 1) & ~int.from_bytes(self.hidden, "little")

    def without(self, numbers: Iterable[int]) -> Shelf:
        """The same cards, these left out too."""
        hidden = int.from_bytes(self.hidden, "little")
        for number in numbers:
            hidden |= 1 << number
        return self._replace(hidden=hidden.to_bytes(_bitmap(self.size), "little") if hidden else b"")

    def cards_of(self, numbers: Iterable[int]) -> list[Card]:
        """The cards of these numbers, in this order."""
        breaks, value = _numbers(self.breaks), cache(value_of)
        return [_unpacked(self.cards[breaks[number] : breaks[number + 1]], value) for number in numbers]

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """The ids of the cards of these numbers, which are not unpacked for it; ids are ASCII."""
        cards, breaks = self.cards.decode("latin-1"), _numbers(self.breaks)
        starts = (breaks[number] for number in numbers)
        return [cards[start : cards.index(_CELL, start)] for start in starts]

    def having(self, text: str, kinds: Sequence[str] = WORDS) -> int:
        """The cards with a text that holds this one, in any place."""
        return self._cards_with((text,), kinds)

    def named(self, text: str) -> int:
        """The cards of which one name is this very text."""
        return self._cards_with((f"\n{text}\n",), ("names",))

    def with_word(self, word: str) -> int:
        """The cards with this word or words: in any place, but a short one only where a word begins."""
        if 0 < len(word) <= _BEGIN:
            begins, size = self.begins.decode("utf-8", "surrogatepass").split("\n"), _bitmap(self.size)
            at = size * begins.index(word) if word in begins else len(self.begun)
            return int.from_bytes(self.begun[at : at + size], "little") & self.all
        if any(each.encode("utf-8", "surrogatepass") not in self.words for each in word.split()):
            return 0  # As most of what is mistyped; the words are few beside the texts.
        return self._cards_with((f"\n{word}", f" {word}") if len(word) <= SHORT else (word,), WORDS)

    def with_all(self, parts: Sequence[str], kinds: Sequence[str]) -> int:
        """The cards with one text that holds all of these."""
        first, *others = parts or ("",)
        return self._cards_with((first,), kinds, [part.encode("utf-8", "surrogatepass") for part in others])

    def initialled(self, letters: str) -> Iterator[str]:
        """The texts of several words whose first letters these are."""
        words = " ".join(re.escape(letter) + "[^ \n]*" for letter in letters).encode("utf-8", "surrogatepass")
        for found in re.finditer(b"\n(%s)(?=\n)" % words, self.lines[: self._span(WORDS)[1] + 1]):
            text = found[1].decode("utf-8", "surrogatepass")
            if not self.hidden or self._cards_with((f"\n{text}\n",), WORDS):
                yield text

    def vocabulary(self) -> list[str]:
        """Every word of the names and skills that is of letters alone, of cards that are left out too."""
        return self.words.partition(b"\n\n")[0].decode("utf-8", "surrogatepass").split()

    def has(self, word: str) -> bool:
        """Whether a card has this very word of the vocabulary."""
        if not self.hidden:
            return b"\n%s\n" % word.encode("utf-8", "surrogatepass") in b"\n%s\n" % self.words
        return bool(self._cards_with((f"\n{word}\n", f"\n{word} ", f" {word} ", f" {word}\n"), WORDS))

    def entries(self) -> list[Entry]:
        """What the shelf was made of, with what is left out."""
        said: list[dict[str, list[str]]] = [{} for _ in range(self.size)]
        ends, starts, firsts = _numbers(self.ends), _numbers(self.starts), _numbers(self.firsts)
        width, size = _width(self.size), _bitmap(self.size)
        numbers = memoryview(self.owners).cast(_NUMBERS if width == _BYTES else "H")
        for line, (start, end) in enumerate(pairwise([*starts, len(self.lines) - 1])):
            kind = Texts._fields[bisect_right(ends, start)]
            text = self.lines[start + 1 : end].decode("utf-8", "surrogatepass")
            first, last = firsts[line], firsts[line + 1]
            is_bits = last - first == size
            bits = numbers_of(int.from_bytes(self.owners[first:last], "little")) if is_bits else ()
            for owner in bits or numbers[first // width : last // width]:
                said[owner].setdefault(kind, []).append(text)
        texts = (Texts._make(tuple(each.get(kind, ())) for kind in Texts._fields) for each in said)
        return [Entry(card, each) for card, each in zip(self.cards_of(range(self.size)), texts, strict=True)]

    def _span(self, kinds: Sequence[str]) -> tuple[int, int]:
        ends = _numbers(self.ends)
        first = Texts._fields.index(kinds[0])
        return ends[first - 1] if first else 0, ends[Texts._fields.index(kinds[-1])]

    def _cards_with(self, parts: Iterable[str], kinds: Sequence[str], others: Sequence[bytes] = ()) -> int:
        """The cards of the lines with one of these parts and all the others; a line end asks for a line's own."""
        lines, starts, owners, firsts = self.lines, _numbers(self.starts), self.owners, _numbers(self.firsts)
        width, size = _width(self.size), _bitmap(self.size)
        numbers = memoryview(owners).cast(_NUMBERS if width == _BYTES else "H")
        all_of_them = self.all
        found, few = 0, bytearray(size)
        for part in parts:
            plain = part.encode("utf-8", "surrogatepass")
            at, end = self._span(kinds)
            while (at := lines.find(plain, at, end + 1)) >= 0 and at < end:
                line = bisect_right(starts, at) - 1
                start, at = starts[line], starts[line + 1] if line + 1 < len(starts) else end
                if others and not all(lines.find(other, start, at) >= 0 for other in others):
                    continue
                first, last = firsts[line], firsts[line + 1]
                if last - first == width:
                    number = numbers[first // width]
                    few[number >> 3] |= 1 << (number & 7)
                elif last - first == size:
                    found |= int.from_bytes(owners[first:last], "little") & all_of_them
                    if found == all_of_them:
                        return found
                else:
                    for number in numbers[first // width : last // width]:
                        few[number >> 3] |= 1 << (number & 7)
        return found | int.from_bytes(few, "little") & all_of_them


def numbers_of(cards: int) -> list[int]:
    """The numbers of the bits that are set, in order."""
    return [*compress(range(cards.bit_length()), signs_of(cards))]


def signs_of(cards: int) -> bytes:
    """A one for every bit that is set and a zero for each other, up to the last that is set."""
    return bin(cards)[:1:-1].encode().translate(_SIGNS)


_SIGNS = bytes.maketrans(b"01", b"\0\1")


def _width(size: int) -> int:
    """Bytes that the number of one of so many cards takes."""
    return 2 if size <= _SMALL else _BYTES


def _bitmap(size: int) -> int:
    """Bytes that a bit for each of so many cards takes, in whole numbers of four."""
    return -(-size // 32) * _BYTES


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
    starts, firsts, ends = array(_NUMBERS), array(_NUMBERS, (0,)), array(_NUMBERS)
    owners = bytearray()
    bits = [1 << number for number in range(len(records))]
    width, size = _width(len(records)), _bitmap(len(records))
    lines: list[bytes] = []
    at = 0
    for kind in kinds:
        # What most cards have comes first: a search that has found all cards stops.
        for text, numbers in sorted(kind.items(), key=lambda item: -len(item[1])):
            lines.append(text.encode("utf-8", "surrogatepass"))
            starts.append(at)
            at += len(lines[-1]) + 1
            if len(numbers) * width < size:
                owners += array("H" if width < _BYTES else _NUMBERS, numbers).tobytes()
            else:
                owners += sum(bits[number] for number in numbers).to_bytes(size, "little")
            firsts.append(len(owners))
        ends.append(at)
    words = {word for kind in kinds[: len(WORDS)] for text in kind for word in text.split()}
    begun = _begun(kinds[: len(WORDS)], bits)
    likely = {word for word in words if word.isalpha() and len(word) <= LONGEST}
    return Shelf(
        cards=b"".join(records),
        breaks=breaks.tobytes(),
        lines=b"\n" + b"\n".join(lines) + b"\n",
        ends=ends.tobytes(),
        starts=starts.tobytes(),
        firsts=firsts.tobytes(),
        owners=bytes(owners),
        words="\n\n".join("\n".join(sorted(each)) for each in (likely, words - likely)).encode(
            "utf-8", "surrogatepass"
        ),
        begins=_lines(begun),
        begun=b"".join(begun[begin].to_bytes(size, "little") for begin in sorted(begun)),
    )


def _lines(words: Iterable[str]) -> bytes:
    return "\n".join(sorted(words)).encode("utf-8", "surrogatepass")


def _begun(kinds: Iterable[Mapping[str, list[int]]], bits: Sequence[int]) -> dict[str, int]:
    """The cards that have a word with this beginning; `bits` is the bit of each card."""
    begun: dict[str, int] = {}
    for kind in kinds:
        for text, numbers in kind.items():
            cards = 0
            for number in numbers:
                cards |= bits[number]
            for word in text.split():
                begin = word[:_BEGIN]
                begun[begin] = begun.get(begin, 0) | cards
    for begin, cards in [*begun.items()]:
        for length in range(1, len(begin)):
            begun[begin[:length]] = begun.get(begin[:length], 0) | cards
    return begun


_VALUES = [Card._fields.index(each) for each in ("median", "employment_change", "entry_education")]


def _packed(card: Card) -> bytes:
    """A card as a record."""
    cells: list[Any] = [*card]
    for index in _VALUES:
        cells[index] = value_as_text(cells[index])
    texts = (str(cell).replace(_ESCAPE, f"{_ESCAPE}0").replace(_CELL, f"{_ESCAPE}1") for cell in cells)
    return _CELL.join(texts).encode("utf-8", "surrogatepass")


def _unpacked(record: bytes, value: Callable[[str], Value]) -> Card:
    told = record.decode("utf-8", "surrogatepass")
    cells: list[Any] = [*told.split(_CELL)]
    if _ESCAPE in told:
        cells = [cell.replace(f"{_ESCAPE}1", _CELL).replace(f"{_ESCAPE}0", _ESCAPE) for cell in cells]
    for index in _VALUES:
        cells[index] = value(cells[index])
    return Card._make(cells)
