"""Format the findings of `check` as compiler-style lines, with the source line and a caret for people."""

from collections.abc import Iterator, Sequence

from careercli.formats.layout import TableStyle, bold, clean
from careercli.presentation.text_width import isolated, width_of
from careercli.profiles.checks.check import Finding

_MAX_LINE, _MIN_TEXT = 100, 16
"""Greatest width of a quoted line, and least width of its text, in terminal cells."""

_INDENT = "    "
_MARGIN = 10
"""Cells taken by the indent and by an ellipsis at either end, three cells each in ASCII."""


def as_lines(findings: Sequence[Finding], style: TableStyle, with_caret: bool) -> Iterator[str]:
    """Yield `file:line:column: error: message; hint` for each finding; one about a whole file has no line number.

    With a caret they are for people, and right-to-left text is isolated.
    """
    for finding in findings:
        problem = finding.problem
        severity = "warning" if problem.is_warning else "error"
        place = f":{problem.line}:{problem.column}" if problem.line else ""
        text = clean(problem.text, style)
        text = isolated(text) if with_caret else text
        yield clean(f"{finding.file}{place}: ", style) + bold(f"{severity}: ", style) + f"{text}\n"
        if with_caret and finding.line.strip():
            yield from _caret(finding, style)


def _caret(finding: Finding, style: TableStyle) -> Iterator[str]:
    """Yield the source line, cut around the problem if it is long, and a caret below it."""
    at = finding.problem.column - 1
    start, end = max(at - _MAX_LINE, 0), at + _MAX_LINE
    before, after = clean(finding.line[start:at], style), clean(finding.line[at:end], style)
    room = max(min(style.width or _MAX_LINE, _MAX_LINE) - _MARGIN, _MIN_TEXT)
    left = _cut(before[::-1], max(room // 2, room - width_of(after)))[::-1]
    right = _cut(after, room - width_of(left))
    opening = clean("…", style) if start or left != before else ""
    closing = clean("…", style) if end < len(finding.line) or right != after else ""
    yield f"{_INDENT}{opening}{left}{right}{closing}\n"
    yield f"{_INDENT}{' ' * width_of(opening + left)}^\n"


def _cut(text: str, room: int) -> str:
    """Return as much of the start of `text` as fits in `room` cells."""
    while width_of(text) > room:
        text = text[:-1]
    return text
