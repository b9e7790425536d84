"""Format steps and routes as a tree for people."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from careercli.formats.layout import NARROWEST, TableStyle, bold, clean, dim, wrapped
from careercli.presentation.page import DOUBT
from careercli.presentation.routes import Group, Page, StepLines
from careercli.presentation.text_width import isolated, pad, width_of, wrap

Thing = TypeVar("Thing")

_LINES = {False: ("├─ ", "└─ ", "│  ", "   "), True: ("|- ", "`- ", "|  ", "   ")}
"""The signs before a branch, before the last one, and before what belongs to either; in ASCII too."""


def as_tree(page: Page, style: TableStyle, header: bool = True) -> str:
    """Return the heading, each group with its steps, and the notes."""
    lines = [bold(line, style) for text in page.heading for line in wrapped(text, style)] if header else []
    lines += _groups(page.groups, style)
    lines += [dim(line, style) for text in page.notes for line in wrapped(text, style)]
    return "".join(f"{line}\n" for line in lines)


def _groups(groups: Sequence[Group], style: TableStyle) -> Iterator[str]:
    is_doubtful = any(step.median.endswith(DOUBT) for group in groups for step in group.steps)
    groups = [group._replace(steps=tuple(map(_aligned, group.steps))) if is_doubtful else group for group in groups]
    steps = [step for group in groups for step in group.steps]
    names = max((width_of(clean(step.name, style)) for step in steps), default=0)
    medians = max((width_of(clean(step.median, style)) for step in steps), default=0)
    for first, rest, group in _branches(groups, style):
        yield from _hung(group.title, first, rest, style)
        for inner_first, inner_rest, step in _branches(group.steps, style):
            yield from _step(step, rest + inner_first, rest + inner_rest, (names, medians), style)


def _aligned(step: StepLines) -> StepLines:
    """Return the step with as much room behind a sure median as `?` takes behind others."""
    return step if step.median.endswith(DOUBT) else step._replace(median=step.median + " " * len(DOUBT))


def _branches(things: Sequence[Thing], style: TableStyle) -> Iterator[tuple[str, str, Thing]]:
    """Yield each thing with what stands before its first line and before its others."""
    branch, last, beside, below = _LINES[style.ascii]
    for number, thing in enumerate(things, 1):
        is_last = number == len(things)
        yield (last, below, thing) if is_last else (branch, beside, thing)


def _step(step: StepLines, first: str, rest: str, widths: tuple[int, int], style: TableStyle) -> Iterator[str]:
    name, median, change = (clean(text, style) for text in step[:3])
    figures = f"{pad(median, widths[1], right=True)}  {change}".rstrip()
    line = f"{pad(name, widths[0])}  {figures}"
    details = step.details
    if width_of(first + line) > _width(style):
        line, details = name, (f"{median.strip()} {change}".rstrip(), *details)
    yield from (before + each for before, each in _with_lead(wrap(line, _width(style) - len(first)), first, rest))
    for text in details:
        yield from _hung(text, rest + "  ", rest + "  ", style)


def _hung(text: str, first: str, rest: str, style: TableStyle) -> Iterator[str]:
    """Yield the lines of a text, `first` before the first and `rest` before the others."""
    lines = wrap(clean(text, style), _width(style) - len(first))
    return (before + isolated(line) for before, line in _with_lead(lines, first, rest))


def _with_lead(lines: Sequence[str], first: str, rest: str) -> Iterator[tuple[str, str]]:
    return ((rest if number else first, line) for number, line in enumerate(lines))


def _width(style: TableStyle) -> int:
    return max(style.width or 100, NARROWEST)
