"""Measure, pad, shorten and wrap text in terminal cells: a CJK letter takes two cells, an accent none."""

import re

from careercli.model.sanitize import is_ordinary

_SPACE = re.compile(r" (?!%|\[|\([0-9]+\)|\?(?: |$)|\+?[0-9]+(?:[ ,]|$))")
"""A space where a line may break; `−17.7 %`, `SQL 9 +3` and `[a]` are kept with the text before."""

_RTL = "[\u0590-\u08ff\ufb1d-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""A letter or digit of a script written from right to left, or one of a few signs that isolates do not change."""

_RTL_TEXT = rf"\A[\W\d_]*{_RTL}.*|{_RTL}(?:[\W_]*{_RTL})*"
"""A whole text whose first letter is right-to-left, or else a right-to-left part of a text."""


def width_of(text: str) -> int:
    """Return the width of `text` in terminal cells."""
    if text.isascii() or is_ordinary(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pad(text: str, width: int, right: bool = False) -> str:
    """Return `text` padded with spaces to `width` cells; spaces come first if it aligns `right`.

    Right-to-left text in it is isolated.
    """
    space = " " * (width - width_of(text))
    text = isolated(text)
    return space + text if right else text + space


def isolated(text: str) -> str:
    """Return `text` with right-to-left text between U+2068 and U+2069, which take no cells.

    Without them, a terminal that draws such text from right to left moves figures and columns next to it.
    """
    if text.isascii() or is_ordinary(text) or not re.search(_RTL, text):
        return text
    body = text.lstrip(" ")
    return " " * (len(text) - len(body)) + re.sub(_RTL_TEXT, "\u2068\\g<0>\u2069", body)


def wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells (at least 1), broken inside a word only if it is too long."""
    width = max(width, 1)
    if width_of(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in _words(text, width):
        candidate = f"{line} {word}" if line else word
        if width_of(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line.rstrip())
        line = word
        while width_of(line) > width:
            head, line = _split_word(line, width)
            lines.append(head)
    return [*lines, line] if line or not lines else lines


def _words(text: str, width: int) -> list[str]:
    """Split `text` at the spaces where it may break; a part wider than `width` is split at every space."""
    parts = _SPACE.split(text)
    return [word for part in parts for word in ([part] if width_of(part) <= width else part.split(" "))]


def _split_word(word: str, width: int) -> tuple[str, str]:
    """Return what fits in `width` cells, up to its last hyphen or slash if there is one, and the rest."""
    head, rest = _head(word, width)
    end = max(head.rfind(mark, 1) for mark in "-/") + 1
    return (head[:end], head[end:] + rest) if end else (head, rest)


def _head(text: str, width: int) -> tuple[str, str]:
    """Return the start of `text` that fits in `width` cells, at least one character, and the rest."""
    used = 0
    for index, char in enumerate(text):
        used += width_of(char)
        if used > width and index:
            return text[:index], text[index:]
    return text, ""


def clip(text: str, width: int) -> str:
    """Return `text` in at most `width` cells; an ellipsis replaces what does not fit."""
    if width_of(text) <= width:
        return text
    head = _head(text, width - 1)[0] if width > 1 else ""
    return f"{head.rstrip() if width_of(head) < width else ''}…"[: max(width, 0)]


def fill(text: str, width: int, right: bool = False) -> str:
    """Return `text` in exactly `width` cells, shortened or padded."""
    return pad(clip(text, width), width, right)
