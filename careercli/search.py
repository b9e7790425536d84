"""Where a word stands, and what one that stands nowhere may have meant: another ending, initials, a slip."""

from __future__ import annotations

from collections.abc import Collection, Iterable

_LONGEST = 30
"""No word that anybody means is longer."""


def has(text: str, word: str) -> bool:
    """Whether a folded text has a folded word: anywhere, but one of three letters or less only where a word begins."""
    return f" {word}" in f" {text}" if len(word) <= _SHORT else word in text


_SHORT = 3


def meant(word: str, texts: Collection[str]) -> tuple[str, ...]:
    """What of the folded `texts` the folded `word` may stand for, each a part of one; the likeliest kind only.

    `networks` is network, `rn` registered nurses, `mgr` manager, `netwrok` network; nothing where all fail.
    """
    if len(word) > _LONGEST or not word.isalpha():
        return ()
    root = stem(word)
    if root != word and any(has(text, root) for text in texts):
        return (root,)
    initialled = tuple(sorted(text for text in texts if _initials(text) == word))
    if initialled:
        return initialled
    known = {each for text in texts for each in text.split() if each.isalpha() and len(each) <= _LONGEST}
    return tuple(sorted(each for each in known if _abbreviates(word, each))) or _nearest(word, known)


def stem(word: str) -> str:
    """What `networking`, `networks` and `networked` share."""
    ending = next((each for each in ("ing", "ed", "s") if word.endswith(each) and len(word) - len(each) > 3), "")
    return word.removesuffix(ending)


def _initials(text: str) -> str:
    words = text.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _abbreviates(short: str, word: str) -> bool:
    """Whether `short` is some letters of `word` in their order, first and last among them, as `mgr` of manager."""
    if len(short) < 3 or len(word) < len(short) + 3 or short[0] != word[0] or short[-1] != word[-1]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def _nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words fewest slips away: one slip in four letters or more, two in eight."""
    most = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    slips = {each: count for each in known if (count := _slips(word, each, most)) <= most}
    least = min(slips.values(), default=0)
    return tuple(sorted(each for each, count in slips.items() if count == least))


def _slips(one: str, two: str, most: int) -> int:
    """How many letters were left out, added, mistaken or exchanged with their neighbour; more than `most` is enough."""
    if abs(len(one) - len(two)) > most or (one[0] != two[0] and one[-1] != two[-1]):
        return most + 1
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
