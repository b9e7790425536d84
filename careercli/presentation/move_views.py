"""Describe what a screen or a command shows of moves: what is near a role, where it leads, which skills it asks."""

from typing import TYPE_CHECKING, NamedTuple

from careercli.errors import CareerError
from careercli.presentation.argv import argv_of, placed_argv

if TYPE_CHECKING:
    from careercli.catalog.catalog import Catalog
    from careercli.presentation.listed import ListPage


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
        from careercli.presentation.routes import checked_ends, unreachable

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
