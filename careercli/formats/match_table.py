"""Format matches by skills as a table for people: a line each, and what it has and lacks below it."""

from collections.abc import Sequence

from careercli.formats.layout import NARROWEST, TableStyle, bold, clean, dim, wrapped
from careercli.moves.match import Match
from careercli.presentation import match as words
from careercli.presentation.text_width import clip, pad, width_of

_WIDEST = 100


def as_table(
    matches: Sequence[Match], explain: bool, legend: Sequence[str], style: TableStyle, header: bool = True
) -> str:
    """Return score, name and median of each match, then its skills and preparation, then the legend."""
    rows = [[str(words.score(each)), _name(each), str(words.texts(each)["median"])] for each in matches]
    cells = [[clean(cell, style) for cell in row] for row in rows]
    names = ["score", "role", "median"]
    figure, median = (max(width_of(row[at]) for row in [names, *cells]) for at in (0, 2))
    room = max(min(style.width or _WIDEST, _WIDEST) - figure - median - 4, NARROWEST)
    lines = [bold(_line(names, figure, room, median), style)] if header else []
    for each, row in zip(matches, cells, strict=True):
        lines.append(_line(row, figure, room, median))
        for text in _below(each, explain):
            lines += wrapped(text, style, figure + 2)
    lines += [dim(line, style) for text in legend for line in wrapped(text, style)]
    return "".join(f"{line}\n" for line in lines)


def _name(match: Match) -> str:
    return f"{match.entry.title} ({match.entry.id})"


def _line(row: Sequence[str], figure: int, room: int, median: int) -> str:
    return f"{pad(row[0], figure, right=True)}  {pad(clip(row[1], room), room)}  {pad(row[2], median, right=True)}"


def _below(match: Match, explain: bool) -> list[str]:
    parts = [f"has {words.matched(match)}"]
    parts += [f"lacks {', '.join(match.missing)}"] if match.missing else []
    reckoned = words.explained(match) if explain else []
    return ["; ".join([*parts, words.preparation(match)]), *reckoned]
