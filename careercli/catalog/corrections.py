"""Correct words that no text has."""

from __future__ import annotations

from collections.abc import Callable

from careercli.model.words import LONGEST_WORD, abbreviates, nearest_words, stem
from careercli.store.search import TextSearch


def suggest(word: str, search: TextSearch, has: Callable[[str], bool]) -> tuple[str, ...]:
    """Return what an unknown normalized word may mean; the likeliest kind only, nothing if all fail.

    `networks` is network, `rn` registered nurses, `mgr` manager, `netwrok` network. `has` tells of a
    word or phrase whether anything listed has it.
    """
    if len(word) > LONGEST_WORD or not word.isalpha():
        return ()
    root = stem(word)
    if root != word and has(root):
        return (root,)
    phrases = tuple(phrase for phrase in search.phrases(word) if has(phrase))
    if phrases:
        return phrases
    words = search.words_like(word)
    abbreviated = tuple(each for each in words if abbreviates(word, each) and has(each))
    return abbreviated or tuple(nearest_words(word, words, has))
