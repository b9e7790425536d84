"""Compare names and words as people type them: case, spaces, endings, initials, typing mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

SHORT = 3
"""Letters of the longest query word that is looked for at the beginning of words only."""

LONGEST_WORD = 30
"""Letters of the longest word that a correction is looked for."""


def normalize(text: str) -> str:
    """Return `text` as one line of words between single spaces, without differences of case, hyphens or quotes."""
    plain = text.casefold().replace("-", " ").replace("’", "'").replace("\0", "\ufffd")  # SQLite ends a text at NUL.
    if not plain.isascii():
        from unicodedata import normalize as unicode_normalize

        plain = plain.replace("\u2068", "").replace("\u2069", "")  # Text copied from a table may have its isolates.
        # Bytes of the command line that are no text are lone surrogates, which no database takes.
        plain = unicode_normalize("NFC", plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return " ".join(plain.split())


def contains(text: str, word: str) -> bool:
    """Return True if a normalized text has the word: anywhere, or where a word begins if it is short."""
    return f" {word}" in f" {text}" if len(word) <= SHORT else word in text


def stem(word: str) -> str:
    """Return the word without the ending -ing, -ed or -s."""
    ending = next((each for each in ("ing", "ed", "s") if word.endswith(each) and len(word) - len(each) > 3), "")
    return word.removesuffix(ending)


def initials(phrase: str) -> str:
    """Return the first letters of a phrase of two to six words: `registered nurses` -> `rn`; else nothing."""
    words = phrase.split()
    return "".join(word[0] for word in words) if 1 < len(words) <= 6 else ""


def abbreviates(short: str, word: str) -> bool:
    """Return True if `short` is letters of `word` in order, from its first to its last: `mgr`, `manager`.

    It has three letters or more, and leaves out as many.
    """
    if len(short) < 3 or len(word) < len(short) + 3 or (short[0], short[-1]) != (word[0], word[-1]):
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def nearest_words(word: str, known: Iterable[str], has: Callable[[str], bool]) -> list[str]:
    """Return the known words at the smallest edit distance from `word` that `has` accepts, sorted.

    Distance 1 is allowed from four letters, 2 from eight; the first or the last letter must agree.
    """
    most = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    shortest, longest = len(word) - most, len(word) + most
    near = (
        each for each in known
        if shortest <= len(each) <= longest and (each[0] == word[0] or each[-1] == word[-1])
    )  # fmt: skip
    distances = {each: distance for each in near if (distance := edit_distance(word, each, most)) <= most and has(each)}
    least = min(distances.values(), default=0)
    return sorted(each for each, distance in distances.items() if distance == least)


def edit_distance(one: str, two: str, most: int) -> int:
    """Return the number of letters to add, drop, replace or swap with the next; any number above `most` means more.

    This is the optimal string alignment distance, a restricted Damerau-Levenshtein distance.
    """
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
