"""Make text safe to print: spell out control and bidi characters, reduce to ASCII on request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Patterns are not compiled at import: most runs need none of them, and compiling is slow.
#
# Latin letters, common punctuation, currency signs and arrows, by their first and last.
_ORDINARY = (" ~", "\u00a0\u00ac", "\u00ae\u02ff", "\u2010\u2027", "\u202f\u205f", "\u20a0\u20bf", "\u2190\u22ff")

_SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " ")

# Unprintable to Python, but needed in real text: wide and narrow spaces, Arabic number signs, and the
# two joiners, which _HIDDEN spells out outside the scripts that need them.
_KEPT = frozenset("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
                     "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\u200c\u200d")  # fmt: skip

# Printable to Python, but invisible: fillers and empty vowels, a variation selector that does not
# follow a Chinese character, a joiner that is not inside an Arabic, Indic or Mongolian word.
_HIDDEN = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180f\u3164\uffa0]"
    "|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe0d\U000e0100-\U000e01ef]"
    "|(?<![\u0600-\u109f\u1780-\u18af])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u109f\u1780-\u18af])"
)
_VARIANT = "[\ufe0e\ufe0f]|(?<=[\u2190-\u2bff\U0001f000-\U0001faff])[\U0001f3fb-\U0001f3ff]"
_EMOJI_JOINER = "(?<=[\u2190-\u2bff\U0001f000-\U0001faff])\u200d"
_MARKS_PER_LETTER = 4

_ASCII = str.maketrans({
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "...", "×": "x", "·": "-", "≠": "!=",
    "≥": ">=", "≤": "<=", "≈": "~", "’": "'", "‘": "'", "“": '"', "”": '"', "•": "*", "→": "->",
    "±": "+-", "\u00a0": " ", "√": "sqrt", "Σ": "sum", "²": "^2", "§": "section ",
})  # fmt: skip


def is_ordinary(text: str) -> bool:
    """Return True for text that is safe as it is, each of its characters one terminal cell wide."""
    return text.isprintable() if text.isascii() else _ordinary().issuperset(text)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(chr(code) for ends in _ORDINARY for code in range(ord(ends[0]), ord(ends[1]) + 1))


def visible(text: str) -> str:
    """Return `text` on one line without terminal commands: `\\x1b` becomes `\\u{1b}`, a newline a space.

    Invisible characters and those that change the direction of writing are spelled out too.
    Right-to-left letters, wide characters, accents, and joiners inside words of scripts that need
    them stay. More than four combining marks on one letter, or any without a letter, are dropped.

    Terminals disagree on the width of a composed emoji, so it is reduced to its parts: variation
    selectors 15 and 16, skin tones and joiners after a symbol are dropped.
    """
    if is_ordinary(text):
        return text
    text = re.sub(_EMOJI_JOINER, "", re.sub(_VARIANT, "", text.translate(_SPACES)))
    text = re.sub(_HIDDEN, lambda match: _escaped(match[0]), text)
    return "".join(char if char.isprintable() or char in _KEPT else _escaped(char) for char in _few_marks(text))


def _few_marks(text: str) -> Iterator[str]:
    """Yield the characters of `text` but for combining marks beyond four on a letter: they overlap other lines."""
    from unicodedata import category

    marks = _MARKS_PER_LETTER
    for char in text:
        marks = marks + 1 if category(char) in ("Mn", "Me") else 0
        if marks <= _MARKS_PER_LETTER:
            yield char


def _escaped(char: str) -> str:
    return f"\\u{{{ord(char):x}}}"


def to_ascii(text: str) -> str:
    """Return `text` in ASCII: typographic dashes and quotes replaced, any other character as `\\u{e9}`."""
    if text.isascii():
        return text
    text = text.translate(_ASCII)
    if text.isascii():
        return text
    return "".join(char if char.isascii() else _escaped(char) for char in text)
