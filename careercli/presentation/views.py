"""Describe what a screen or a command shows as values: a list, one role, wages, places, the nearest, routes, skills."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from careercli.errors import CareerError
from careercli.model.claims import Number, Subject, is_own
from careercli.official.releases import NATION, PLACES, newest_with
from careercli.presentation import rows
from careercli.presentation.argv import PRICES, argv_of, placed_argv, with_place
from careercli.presentation.compare_view import CompareView

if TYPE_CHECKING:
    from careercli.catalog.catalog import Catalog
    from careercli.compare.places import Place
    from careercli.compare.wage_rows import WageRecord
    from careercli.presentation.listed import ListPage
    from careercli.presentation.page import ComparisonPage


class CatalogView(NamedTuple):
    """A filtered and sorted list of the catalog; `min_wage` is in dollars a year, `everything` adds all occupations.

    `area` is the code of the place of the wages, or empty for the one in force.
    """

    words: str = ""
    family: str = ""
    skill: str = ""
    certification: str = ""
    education: str = ""
    min_wage: Number | None = None
    sort: str = ""
    descending: bool = False
    everything: bool = False
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        return argv_of("roles", self.words.split(), self)


class ProfileView(NamedTuple):
    """One role: its summary, some sections, or all of it; `area` as in CompareView."""

    role: str
    sections: str = ""
    full: bool = False
    period: str = ""
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        return self.as_comparison.argv()

    @property
    def as_comparison(self) -> CompareView:
        """Return the view as a comparison of one role."""
        options = self._asdict()
        return CompareView((options.pop("role"),), **options)

    def page(self, subject: Subject, today: date) -> "ComparisonPage":
        """Return the role's page for people."""
        return self.as_comparison.page(self.as_comparison.comparison([subject]), today)


class PayView(NamedTuple):
    """The wages of some roles on one scale, or of all roles if none is named; the rest as in CompareView."""

    roles: tuple[str, ...] = ()
    period: str = ""
    adjust: str = ""
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        return placed_argv("salary", self) if self.roles else argv_of("salary", [], self)

    def wages(self, subjects: Iterable[Subject]) -> "list[WageRecord]":
        """Return the roles' wage rows in the view's period."""
        from careercli.compare.wage_rows import wages_of

        if self.adjust == PRICES:
            from careercli.compare.parity import with_prices

            subjects = with_prices(list(subjects))
        return [row for subject in subjects for row in wages_of(subject, self.period or "year")]


class PlacesView(NamedTuple):
    """The wages of a role's occupation by place, highest median first or sorted by a column of the rows.

    `kind` is `metro`, `nonmetro`, or empty for states. `find` is a part of the places' titles. `adjust` is
    PRICES if the medians are adjusted for prices.
    """

    role: str
    kind: str = ""
    find: str = ""
    adjust: str = ""
    period: str = ""
    sort: str = ""
    descending: bool = False
    directories: tuple[str, ...] = ()

    def argv(self) -> list[str]:
        return argv_of("places", [self.role], self)

    def everywhere(self, subject: Subject) -> "list[Place]":
        """Return the wages of the subject's occupation in every area. Raises CareerError if there are none."""
        from careercli.compare import places

        if not subject.official:
            raise CareerError(f"{subject.id} has no occupation, so no official wages")
        found = places.of_occupation(subject.occupation, "", self.period or "year")
        if not found:
            title, release = subject.official.title, newest_with(*PLACES).release
            raise CareerError(f"{subject.occupation} {title}: OEWS {release} has places for detailed occupations alone")
        return found

    def chosen(self, everywhere: "Iterable[Place]") -> "list[Place]":
        """Return the places of the view's kind that its text finds, highest median first."""
        from careercli.catalog.places import finder
        from careercli.compare import places

        kind, is_found = self.kind or "state", finder(self.find)
        found = [place for place in everywhere if place.area.kind == kind and is_found(place.area)]
        return places.by_median(places.with_prices(found) if self.adjust == PRICES else found)

    @property
    def order(self) -> tuple[str, bool]:
        """The column that the places are sorted by, and True if from high to low."""
        if self.sort:
            return self.sort, self.descending
        return "adjusted_median" if self.adjust == PRICES else "median", not self.descending

    def ordered(self, chosen: "Sequence[Place]") -> "Sequence[Place]":
        """Return the chosen places in the order of the view."""
        if not self.sort:
            return chosen[::-1] if self.descending else chosen
        return rows.by_value(chosen, lambda place: place.values()[self.sort], self.descending)


class SimilarView(NamedTuple):
    """The roles and occupations nearest to the one in `roles`; `area` as in CompareView."""

    roles: tuple[str, ...]
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        return placed_argv("similar", self)

    def page(self, catalog: "Catalog") -> "ListPage":
        """Return the list. Raises CareerError for an unknown role, and for one without an occupation."""
        from careercli.moves.similarity import similar
        from careercli.presentation.similar_list import similar_page

        subject = catalog.find(*self.roles)
        listing = catalog.in_place(subject.area.code if subject.area else "").listing()
        return similar_page(subject, similar(subject, listing))


class PathView(NamedTuple):
    """The next steps from a role, or the best routes from a role to a second one; `area` as in CompareView.

    `by` is one of moves.routes.BY, or empty for the fewest steps.
    """

    roles: tuple[str, ...]
    by: str = ""
    no_pay_cut: bool = False
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        return placed_argv("path", self)

    def page(self, catalog: "Catalog") -> "ListPage":
        """Return the steps. Raises CareerError for an unknown role, and where no route leads to the second."""
        from careercli.moves.paths import Paths, Wanted, end_named
        from careercli.official.releases import wages_and_projections
        from careercli.presentation import route_list
        from careercli.presentation.route_rows import checked_ends, unreachable

        catalog = catalog.of_releases(wages_and_projections())
        start, *others = (end_named(catalog, role) for role in self.roles)
        paths = Paths(catalog, start.area)
        if not others:
            return route_list.next_steps_page(start, paths.next_steps(start))
        end = checked_ends(start, others[0])
        wanted = Wanted(self.by or Wanted().by, self.no_pay_cut)
        found = paths.routes(start, end, wanted)
        if not found.routes:
            raise CareerError(unreachable(start, end, wanted, found))
        return route_list.routes_page(start, end, wanted, found)


class SkillsView(NamedTuple):
    """The skills of a role, or what is missing from one role to a second one."""

    roles: tuple[str, ...]
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        return argv_of("skills", self.roles, self._replace(area=""))

    def page(self, catalog: "Catalog") -> "ListPage":
        """Return the skills. Raises CareerError for an unknown role."""
        from careercli.presentation.skill_list import gap_page, skills_page

        subjects = catalog.find_all(self.roles)
        return gap_page(*subjects) if len(subjects) > 1 else skills_page(*subjects)


_LONGEST_NAME = 60
"""Most characters of a default file name before its suffix."""

MoveView = SimilarView | PathView | SkillsView
View = CatalogView | CompareView | ProfileView | PayView | PlacesView | MoveView


def bare(role: str) -> str:
    """Return an id without its place: `noc-tech` for `noc-tech@OH`."""
    return role.partition("@")[0]


def placed(role: str, area: str) -> str:
    """Return an id in another place, the nation for an empty code: `noc-tech@OH`; `me` and offers stay in theirs."""
    if is_own(role):
        return role
    return with_place(bare(role), "" if area == NATION else area)


def export_argv(view: View, path: str) -> list[str]:
    """Return the arguments that write a view to the file `path`, in the format of its suffix."""
    command, *rest = view.argv()
    return [command, "-o", path, *rest]


def file_name(view: View) -> str:
    """Return a default file name for a view: `compare-noc-tech-support-tech.md`, cut at a word after 60 characters."""
    if isinstance(view, CatalogView):
        roles: tuple[str, ...] = ()
    else:
        roles = (view.role,) if isinstance(view, ProfileView | PlacesView) else view.roles
    name = "-".join([view.argv()[0], *roles])
    return f"{name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME + 1].rpartition('-')[0]}.md"
