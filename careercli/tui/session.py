"""The application as its screens see it: the catalog, the place, the marks, today's date, and a way to show a line."""

from collections.abc import Sequence
from datetime import date

from textual.message import Message

from careercli.errors import CareerError, UnknownRole
from careercli.model.claims import Area, Subject, is_own
from careercli.official.releases import NATION
from careercli.presentation.argv import UNADJUSTED
from careercli.presentation.views import View, bare
from careercli.store.marks import Marks
from careercli.tui.catalog_worker import CatalogWorker
from careercli.tui.driver import TerminalApp


class Open(Message):
    """Open `view` on a new screen."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view


class Notice(Message):
    """Show one line for a few seconds; `is_problem` prefixes it with an exclamation mark."""

    def __init__(self, line: str, is_problem: bool) -> None:
        super().__init__()
        self.line, self.is_problem = line, is_problem


class Session(TerminalApp, inherit_bindings=False):
    """Holds what all screens share.

    `place` is where wages are shown, None for the nation; it may be changed. `marked_places` are codes of areas.
    `wrong` collects the problems found while profiles are read. `per` and `adjust` are the user's settings, with
    which views open that name none; a command line then names what differs from them.
    """

    def __init__(
        self,
        questions: CatalogWorker,
        marks: Marks,
        today: date,
        wrong: Sequence[str],
        place: Area | None = None,
        per: str = "",
        adjust: str = "",
    ) -> None:
        super().__init__()
        self.questions, self.catalog = questions, questions.catalog
        self.marks, self.today, self.wrong = marks, today, wrong
        self.place, self.marked_places = place, list[str]()
        self._nation = NATION if place else ""
        self._settings = {"period": per, "adjust": adjust}
        self._yearly = "year" if per == "hour" else ""
        self.unadjusted = UNADJUSTED if adjust else ""

    @property
    def area(self) -> str:
        """The code of the place, to be named on a command line; empty for the nation if that needs no name."""
        return self.place.code if self.place else self._nation

    def as_set(self, view: View) -> View:
        """Return a view with the user's settings in place of what it leaves open."""
        changes = {key: value for key, value in self._settings.items() if getattr(view, key, None) == ""}
        return view._replace(**changes)  # type: ignore[arg-type]

    def other_period(self, period: str) -> str:
        """Return `hour` for yearly wages, else the period of yearly ones as a command line needs it."""
        return self._yearly if period == "hour" else "hour"

    async def subjects(self, names: Sequence[str], is_whole: bool = False) -> list[Subject]:
        """Return the roles and occupations with these names; report and skip those that cannot be shown.

        Raises CareerError if none of them can, or, if `is_whole`, one of them cannot.
        """
        wrong = {} if is_whole else await self.questions.ask(self._wrong_names, names)
        if 0 < len(wrong) < len(names):
            lost = [name for name, error in wrong.items() if isinstance(error, UnknownRole)]
            lines = [f"no role is named {', '.join(lost)} any more"] if lost else []
            lines += [str(error) for error in wrong.values() if not isinstance(error, UnknownRole)]
            self.tell(f"{'; '.join(lines)}; left out", is_problem=True)
            names = [name for name in names if name not in wrong]
        return await self.questions.ask(self.catalog.find_all, names)

    def _wrong_names(self, names: Sequence[str]) -> dict[str, CareerError]:
        """Return the names that cannot be shown, with the reason."""
        wrong: dict[str, CareerError] = {}
        for name in names:
            try:
                self.catalog.find(name)
            except CareerError as error:
                wrong[name] = error
        return wrong

    def toggle_mark(self, role: str) -> None:
        """Mark a role or take its mark away; `me` and offers have none, as marks are named without asking."""
        if is_own(role):
            self.tell("me and offers are named, not marked: a adds one to a comparison")
        else:
            self.marks.toggle(bare(role))

    def tell(self, line: str, is_problem: bool = False) -> None:
        """Show one line on the screen on top; `is_problem` prefixes it with an exclamation mark."""
        self.post_message(Notice(line, is_problem))

    def copy(self, text: str) -> None:
        """Copy a text and show it, because some terminals ignore the request."""
        self.copy_to_clipboard(text)
        self.tell(f"copied, if the terminal lets programs copy: {text}")
