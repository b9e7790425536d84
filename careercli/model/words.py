"""Compare names and words as people type them: case, spaces, endings, initials, typing mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

SHORT = 3
"""Letters of the longest query word that is looked for at the beginning of words only."""

LONGEST_WORD = 30
"""Letters of the longest word that a correction is looked for."""

LAST = "\U0010ffff"
"""The last of all characters: `a` and every word that begins with it is before `a` and this one."""

MARKS = ",;:()"
"""What may stand around a word of a text and is no part of it."""


def normalize(text: str) -> str:
    """Return `text` as one line of words between single spaces, without differences of case, hyphens or quotes."""
    return " ".join(_plain(text).split())


def normalized_lines(texts: Iterable[str]) -> list[str]:
    """Return each text as `normalize` does, in less time."""
    lines = _plain("\n".join([text.replace("\n", " ") for text in texts])).split("\n")
    return [" ".join(line.split()) for line in lines]


def _plain(text: str) -> str:
    """Return a text without differences of case, hyphens or quotes."""
    plain = text.casefold().replace("-", " ").replace("’", "'").replace("\0", "\ufffd")  # SQLite ends a text at NUL.
    if not plain.isascii():
        from unicodedata import normalize as unicode_normalize

        plain = plain.replace("\u2068", "").replace("\u2069", "")  # Text copied from a table may have its isolates.
        # Bytes of the command line that are no text are lone surrogates, which no database takes.
        plain = unicode_normalize("NFC", plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return plain


def contains(text: str, word: str) -> bool:
    """Return True if a normalized text has the word: anywhere, or where a word begins if it is short."""
    return f" {word}" in f" {text}" if len(word) <= SHORT else word in text


def has_phrase(text: str, phrase: str) -> bool:
    """Return True if a text has the phrase with no letter, digit, `+` or `#` on either side of it."""
    at = text.find(phrase)
    while at >= 0 and phrase:
        before, after = text[at - 1 : at] if at else "", text[at + len(phrase) : at + len(phrase) + 1]
        if not any(each.isalnum() or each in ("+", "#") for each in (before, after) if each):
            return True
        at = text.find(phrase, at + 1)
    return False


def stem(word: str) -> str:
    """Return the word without the ending -ing, -ed or -s."""
    ending = next((each for each in ("ing", "ed", "s") if word.endswith(each) and len(word) - len(each) > 3), "")
    return word.removesuffix(ending)


def most_mistakes(word: str) -> int:
    """Return how many mistakes of typing are forgiven: 1 from four letters, 2 from eight, none in a very long word."""
    return 2 if 8 <= len(word) <= LONGEST_WORD else 1 if 4 <= len(word) <= LONGEST_WORD else 0


def nearest(word: str, known: Iterable[str], has: Callable[[str], bool] = bool, most: int | None = None) -> list[str]:
    """Return the known words with the fewest mistakes between them and `word`, none if those are not forgiven.

    `has` tells of a known word whether it may be returned; it is asked of the near ones alone. `most` mistakes are
    forgiven, or as many as in a word of that length.
    """
    most, letters = most_mistakes(word) if most is None else most, set(word)
    found: dict[str, int] = {}
    for each in known:
        # Each mistake changes two letters of the set at most.
        if abs(len(each) - len(word)) <= most and len(letters.symmetric_difference(each)) <= 2 * most:
            distance = edit_distance(word, each, most)
            if distance <= most:
                found[each] = distance
    for least in sorted(set(found.values())):
        if near := [each for each, distance in found.items() if distance == least and has(each)]:
            return near
    return []


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
