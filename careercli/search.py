"""Where a word stands, and what one that stands nowhere may have meant: another ending, initials, a slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

LONGEST = 30
"""No word that anybody means is longer."""

_MOST_INITIALS = 6
"""Nor are initials of more words said."""


def normalize(text: str) -> str:
    """What two names share that differ in case, spaces, hyphens, quotes or the way an accent is written only.

    One line of words, each parted from the next by one space.
    """
    plain = text.casefold().replace("-", " ").replace("’", "'")
    if not plain.isascii():
        from unicodedata import normalize

        plain = normalize("NFC", plain)
    return " ".join(plain.split())


def has(text: str, word: str) -> bool:
    """Whether a folded text has a folded word: anywhere, but one of three letters or less only where a word begins."""
    return f" {word}" in f" {text}" if len(word) <= SHORT else word in text


SHORT = 3


class Known(Protocol):
    """Folded texts that can be asked about."""

    def stands(self, word: str) -> bool:
        """Whether any text has the word."""

    def initialled(self, letters: str) -> Iterable[str]:
        """The texts of several words whose first letters these are."""

    def words(self) -> Iterable[str]:
        """Every word of letters alone, none longer than LONGEST, and some that no text has any more."""

    def has(self, word: str) -> bool:
        """Whether a text has this one of the words."""


def meant(word: str, known: Known) -> tuple[str, ...]:
    """What of the texts the folded `word` may stand for, each a part of one; the likeliest kind only.

    `networks` is network, `rn` registered nurses, `mgr` manager, `netwrok` network; nothing where all fail.
    """
    if len(word) > LONGEST or not word.isalpha():
        return ()
    root = stem(word)
    if root != word and known.stands(root):
        return (root,)
    initialled = tuple(sorted(known.initialled(word))) if 1 < len(word) <= _MOST_INITIALS else ()
    if initialled:
        return initialled
    words = list(known.words())
    framed = (each for each in words if each[0] == word[0] and each[-1] == word[-1])
    long = sorted(each for each in framed if _abbreviates(word, each) and known.has(each))
    return tuple(long) or _nearest(word, words, known.has)


def stem(word: str) -> str:
    """What `networking`, `networks` and `networked` share."""
    ending = next((each for each in ("ing", "ed", "s") if word.endswith(each) and len(word) - len(each) > 3), "")
    return word.removesuffix(ending)


def _abbreviates(short: str, word: str) -> bool:
    """Whether `short` is some letters of `word` in their order, as `mgr` of manager: three, and as many left out."""
    if len(short) < 3 or len(word) < len(short) + 3:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def _nearest(word: str, known: Iterable[str], has: Callable[[str], bool]) -> tuple[str, ...]:
    """The words fewest slips away that there are, none at both ends: one slip in four letters or more, two in eight."""
    most = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    first, last, least, longest = word[0], word[-1], len(word) - most, len(word) + most
    like = (each for each in known if least <= len(each) <= longest and (each[0] == first or each[-1] == last))
    slips = {each: count for each in like if (count := _slips(word, each, most)) <= most and has(each)}
    fewest = min(slips.values(), default=0)
    return tuple(sorted(each for each, count in slips.items() if count == fewest))


def _slips(one: str, two: str, most: int) -> int:
    """How many letters were left out, added, mistaken or exchanged with their neighbor; more than `most` is enough."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one):
        above, row = row, [i + 1]
        for j, other in enumerate(two):
            count = min(above[j] + (letter != other), above[j + 1] + 1, row[j] + 1)
            if i and j and letter == two[j - 1] and one[i - 1] == other:
                count = min(count, before[j - 1] + 1)
            row.append(count)
        if min(row) > most:
            return most + 1
        before = above
    return row[-1]
