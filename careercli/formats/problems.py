"""Findings -> lines as a compiler writes them, and for a person the line of the file with a caret under the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.formats import TableStyle
from careercli.formats.layout import bold, clean
from careercli.presentation.text_width import width_of
from careercli.profiles.checks.check import Finding

_SHOWN, _LEAST = 100, 16
"""So many cells a line of a file takes at most, and so many its text takes on the narrowest terminal."""

_INDENT = "    "
_AROUND = 10
"""The cells of the indent and of the dots at both ends, three each in ASCII."""


def as_lines(findings: Sequence[Finding], style: TableStyle, with_caret: bool) -> Iterator[str]:
    """`file:line:column: error: message; hint` for each; what is wrong with a whole file has no line."""
    for finding in findings:
        problem = finding.problem
        severity = "warning" if problem.is_warning else "error"
        place = f":{problem.line}:{problem.column}" if problem.line else ""
        yield (
            clean(f"{finding.file}{place}: ", style) + bold(f"{severity}: ", style) + clean(problem.text, style) + "\n"
        )
        if with_caret and finding.line.strip():
            yield from _caret(finding, style)


def _caret(finding: Finding, style: TableStyle) -> Iterator[str]:
    """The line, or what of it is around the place, and a caret below."""
    at = finding.problem.column - 1
    start, end = max(at - _SHOWN, 0), at + _SHOWN
    before, after = clean(finding.line[start:at], style), clean(finding.line[at:end], style)
    room = max(min(style.width or _SHOWN, _SHOWN) - _AROUND, _LEAST)
    from_left = _cut(before[::-1], max(room // 2, room - width_of(after)))[::-1]
    from_right = _cut(after, room - width_of(from_left))
    left = clean("…", style) if start or from_left != before else ""
    right = clean("…", style) if end < len(finding.line) or from_right != after else ""
    yield f"{_INDENT}{left}{from_left}{from_right}{right}\n"
    yield f"{_INDENT}{' ' * width_of(left + from_left)}^\n"


def _cut(text: str, room: int) -> str:
    """As much of the start of `text` as fits in `room` cells."""
    while width_of(text) > room:
        text = text[:-1]
    return text
