"""List next steps and routes on the screen: the same lines as the printed tree, one row a step."""

from collections.abc import Iterable, Sequence

from careercli.model.claims import Subject
from careercli.moves.paths import Found, Wanted
from careercli.moves.steps import Step
from careercli.official.releases import newest
from careercli.presentation import routes as words
from careercli.presentation.evidence import with_url
from careercli.presentation.listed import ListColumn, ListGroup, ListPage, ListRow
from careercli.presentation.route_rows import left_out
from careercli.presentation.routes import Page, StepLines

_COLUMNS = (
    ListColumn("leads to", 16),
    ListColumn("median", 7, right=True),
    ListColumn("change", 10),
    ListColumn("what it asks", 24, spare=True),
)


def next_steps_page(start: Subject, steps: Sequence[Step]) -> ListPage:
    """Return the next steps from a role or occupation, by branch and by who says so."""
    page = words.tree(start, steps)
    above = () if steps else (f"nothing is known of where {start.id} leads to",)
    return _page(" · ".join(page.heading), page, steps, above)


def routes_page(start: Subject, end: Subject, wanted: Wanted, found: Found) -> ListPage:
    """Return the best routes from one role or occupation to another, each with its steps."""
    page = words.routes(start, end, found.routes, wanted)
    steps = [step for route in found.routes for step in route]
    title = f"{start.id} to {end.id} · {page.heading[-1]}"
    groups = tuple(group._replace(steps=tuple(map(_says_first, group.steps))) for group in page.groups)
    return _page(title, page._replace(groups=groups), steps, tuple(left_out(found)))


def _says_first(lines: StepLines) -> StepLines:
    """Return the step with who says so right below its first text: the others may have no room."""
    first, *others, says = lines.details
    return lines._replace(details=(first, says, *others))


def _page(title: str, page: Page, steps: Iterable[Step], above: tuple[str, ...]) -> ListPage:
    following = iter(steps)
    groups = tuple(
        ListGroup(
            group.title, tuple(_row(f"{number}/{at}", lines, next(following)) for at, lines in enumerate(group.steps))
        )
        for number, group in enumerate(page.groups)
    )
    return ListPage(title, _COLUMNS, groups, above, page.notes)


def _row(id: str, lines: StepLines, step: Step) -> ListRow:
    cells = (lines.title, lines.median, lines.change, lines.asked)
    sources = tuple(with_url([step.says, newest("OEWS"), newest("EP")]))
    end = step.end.id if step.end else ""
    return ListRow(id, cells, (f"{lines.name} · {lines.details[0]}", *lines.details[1:]), end, step.start.id, sources)
