"""Format the gap between two roles as a table for people: what is missing, shared and extra, one below the other."""

from collections.abc import Sequence

from careercli.formats.layout import TableStyle, bold, dim, wrapped
from careercli.formats.table import as_table as rows_as_table
from careercli.presentation.skills import Block


def as_table(
    heading: Sequence[str], blocks: Sequence[Block], legend: Sequence[str], style: TableStyle, header: bool = True
) -> str:
    """Return the heading's lines, each block, and the legend."""
    first, *others = heading
    lines = [bold(line, style) for line in wrapped(first, style)] if header else []
    lines += [line for text in others for line in wrapped(text, style)]
    for block in blocks:
        lines += ["", *(bold(line, style) for line in wrapped(block.heading, style))]
        lines += [line for text in block.above for line in _paragraph(text, style)]
        if block.rows:
            columns = list(block.rows[0])
            lines += rows_as_table(columns, block.rows, style, columns[1:], header).splitlines()
        lines += [line for text in block.below for line in _paragraph(text, style)]
    lines += ["", *(dim(line, style) for text in legend for line in wrapped(text, style))]
    return "".join(f"{line}\n" for line in lines)


def _paragraph(text: str, style: TableStyle) -> list[str]:
    """Return the lines of a text, all but the first indented."""
    first, *rest = wrapped(text, style, 2)
    return [first[2:], *rest]
