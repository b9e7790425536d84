"""Read job titles as people type them: their words, the key that alike ones share, the terms that vote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from careercli.model.words import normalize

MOST_LETTERS = 200
"""How much of a text is read as a title."""

_WORD = r"[^\W_]+[+#]*"
_BRACKETS = r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}"
"""Patterns that `re` compiles when they are first used."""

_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "or", "the", "to", "with"))
"""Words that tell no title from another."""


def words(title: str) -> list[str]:
    """Return the words of a title in the singular: `Nurses, Registered (RN)` -> nurse, registered, rn."""
    plain = normalize(title[:MOST_LETTERS]).replace("'", "")
    if "." in plain:
        plain = re.sub(r"\b([^\W\d_])\.(?=[^\W\d_]\b)", r"\1", plain)  # `c.p.a.` is cpa.
    if not plain.isascii():
        from unicodedata import combining
        from unicodedata import normalize as unicode_normalize

        plain = "".join(letter for letter in unicode_normalize("NFKD", plain) if not combining(letter))
    return [singular(word) for word in re.findall(_WORD, plain)]


@cache
def singular(word: str) -> str:
    """Return a word without the ending of a plural: `technicians`, `secretaries`, `coaches`."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zes")) else word[:-1]


def key(of: Sequence[str]) -> str:
    """Return what titles of the same words share, whatever stands between them: `help desk`, `Help-Desk`."""
    # A small word in front is an abbreviation: `OR tech` is no tech.
    return "".join([*of[:1], *[word for word in of[1:] if word not in _SMALL]])


def keys(title: str, of: Sequence[str] | None = None) -> list[str]:
    """Return the keys of a title, as it is and without its brackets; `of` are its words, where they are known."""
    bare, brackets = without_brackets(title)
    found = (key(words(title) if of is None else of), key(words(bare)) if brackets else "")
    return [each for each in dict.fromkeys(found) if each]


def without_brackets(title: str) -> tuple[str, list[str]]:
    """Return a title without its brackets, and what stands in each of them."""
    bare = title[:MOST_LETTERS]
    if not any(map(bare.count, "([{")):
        return bare, []
    return re.sub(_BRACKETS, " ", bare), [each[1:-1].strip() for each in re.findall(_BRACKETS, bare)]


def terms(of: Sequence[str], expansions: Mapping[str, str]) -> list[str]:
    """Return the terms by which a title votes: the stems of its words, the first, the last, the last two together."""
    stems = [_root(expansions.get(word, word)) for word in of if word not in _SMALL]
    if not stems:
        return []
    edges = [f"^{stems[0]}", f"{stems[-1]}$", *([" ".join(stems[-2:])] if len(stems) > 1 else [])]
    return [*dict.fromkeys(stems), *edges]


def is_edge(term: str) -> bool:
    """Return True of a term that says where in a title its words stand."""
    return term[0] == "^" or term[-1] == "$" or " " in term


_ENDINGS = ("ation", "ment", "ing", "ist", "ian", "ion", "er", "or", "ed", "al", "e")


@cache
def _root(word: str) -> str:
    """Return what `engineer`, `engineering` and `engineered` share."""
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 4), "")
    return word.removesuffix(ending)
