"""Describe what a screen or a command shows as values: a list, one role, wages, places."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from careercli.errors import CareerError
from careercli.model.claims import Number, Subject, is_own
from careercli.official.releases import NATION, PLACES, newest_with
from careercli.presentation import rows
from careercli.presentation.argv import PRICES, argv_of, placed_argv, with_place
from careercli.presentation.compare_view import CompareView
from careercli.presentation.move_views import PathView, SimilarView, SkillsView

if TYPE_CHECKING:
    from careercli.compare.places import Place
    from careercli.compare.wage_rows import WageRecord
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
        return CompareView(
            (self.role,),
            sections=self.sections,
            full=self.full,
            period=self.period,
            directories=self.directories,
            area=self.area,
        )

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
        """Return the places of the view's kind that have its text in their title, highest median first."""
        from careercli.catalog.places import folded
        from careercli.compare import places

        kind, wanted = self.kind or "state", folded(self.find)
        found = [place for place in everywhere if place.area.kind == kind and wanted in folded(place.area.title)]
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
