"""careercli path FROM [TO]: the next steps from a role, or the routes from one to another."""

from collections.abc import Sequence
from typing import Annotated

import typer

from careercli.commands.options import AreaName, names_argument, one_of, shares_options
from careercli.commands.output import table_style, write, write_rows
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.commands.stderr import say
from careercli.errors import CareerError, UsageError
from careercli.model.claims import Subject
from careercli.moves.paths import Paths, Wanted, end_named
from careercli.moves.routes import BY
from careercli.moves.steps import Step
from careercli.official.releases import wages_and_projections
from careercli.presentation import route_rows as words
from careercli.presentation import rows

_MOST_STEPS, _MOST_ROUTES = 30, 100
"""The largest values of --max-steps and --routes."""

From = Annotated[str, names_argument("FROM")]
To = Annotated[str, names_argument("[TO]", "Where to get to.")]
By = Annotated[str, typer.Option("--by", metavar="HOW", help=f"Best routes by {', '.join(BY)}; by default steps.")]
NoPayCut = Annotated[bool, typer.Option("--no-pay-cut", help="No step to a clearly lower median, or an unknown one.")]
MaxSteps = Annotated[
    int, typer.Option("--max-steps", metavar="N", show_default=False, help="At most N steps a route; by default 6.")
]
Routes = Annotated[
    int, typer.Option("--routes", metavar="N", show_default=False, help="At most N routes; by default 3.")
]


@shares_options
def run(
    request: Request,
    start: From,
    end: To = "",
    by: By = "",
    no_pay_cut: NoPayCut = False,
    max_steps: MaxSteps = 0,
    routes: Routes = 0,
    area: AreaName = "",
) -> None:
    """Show where a role leads to, by branch, or the best routes from one role to another.

    \b
    careercli path tech-support
    careercli path support-tech it-manager --by gap
    careercli path support-tech it-manager --no-pay-cut --area OH -f json
    """
    wanted = _wanted(by, no_pay_cut, max_steps, routes)
    catalog = request.catalog(in_force("area", area)).of_releases(wages_and_projections())
    subject = end_named(catalog, start)
    paths = Paths(catalog, subject.area)
    if not end:
        if by or no_pay_cut or max_steps or routes:
            raise UsageError("--by, --no-pay-cut, --max-steps and --routes are of routes; name where to get to, too")
        _write(request, [[step] for step in paths.next_steps(subject)], subject)
        return
    goal = end_named(catalog, end)
    if "@" in end and goal.area != subject.area:
        raise UsageError(f"a route stays in one place; name it once: --area {(goal.area or subject.area).code}")  # type: ignore[union-attr]
    found = paths.routes(subject, words.checked_ends(subject, goal), wanted)
    for line in words.left_out(found):
        say(line)
    if not found.routes:
        raise CareerError(words.unreachable(subject, goal, wanted, found))
    _write(request, found.routes, subject, goal, wanted)


def _wanted(by: str, no_pay_cut: bool, max_steps: int, routes: int) -> Wanted:
    for number, most, option in ((max_steps, _MOST_STEPS, "--max-steps"), (routes, _MOST_ROUTES, "--routes")):
        if not 0 <= number <= most:
            raise UsageError(f"{option}: is a number from 1 to {most}")
    usual = Wanted()
    by = one_of(by, BY, "--by") if by else usual.by
    return Wanted(by, no_pay_cut, max_steps or usual.most, routes or usual.routes)


def _write(
    request: Request,
    routes: Sequence[Sequence[Step]],
    start: Subject,
    end: Subject | None = None,
    wanted: Wanted | None = None,
) -> None:
    if not routes:
        say(f"nothing is known of where {start.id} leads to")
    is_tree = request.format == "table" and not (request.columns or request.sort or request.descending)
    if not is_tree:
        known = (*words.COLUMNS, *words.MORE_COLUMNS)
        columns = rows.chosen(request.columns, known, "path") if request.columns else list(words.COLUMNS)
        values = [
            words.values(number, position, step, {*columns, request.sort})
            for number, steps in enumerate(routes, 1)
            for position, step in enumerate(steps, 1)
        ]
        ordered = rows.sorted_rows(known, values, "path", request.sort, request.descending)
        write_rows(request, columns, ordered, ("median_from", "median_to", "change"))
        return
    from careercli.formats.path_table import as_tree
    from careercli.presentation import routes as pages

    if end and wanted:
        page = pages.routes(start, end, routes[: request.limit], wanted)
    else:
        page = pages.tree(start, [step for (step,) in routes[: request.limit]])
    write(request, as_tree(page, table_style(request), not request.no_header))
