"""The application as its screens see it: the catalog, the marks, today's date, and a way to show a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careercli.model.claims import Subject
from careercli.store.marks import Marks
from careercli.tui.catalog_worker import CatalogWorker
from careercli.tui.driver import TerminalApp
from careercli.tui.messages import Notice


class Session(TerminalApp, inherit_bindings=False):
    """Holds what all screens share; `wrong` collects the problems found while profiles are read."""

    def __init__(self, questions: CatalogWorker, marks: Marks, today: date, wrong: Sequence[str]) -> None:
        super().__init__()
        self.questions, self.catalog = questions, questions.catalog
        self.marks, self.today, self.wrong = marks, today, wrong

    async def subjects(self, names: Sequence[str]) -> list[Subject]:
        """Return the roles and occupations with these names; report and skip names that no longer exist.

        Raises CareerError if none of them exists or a profile cannot be read.
        """
        known = await self.questions.ask(lambda: [name for name in names if self.catalog.knows(name)])
        lost = [name for name in names if name not in known]
        if known and lost:
            self.tell(f"no role is named {', '.join(lost)} any more; left out", is_problem=True)
        return await self.questions.ask(self.catalog.find_all, known or names)

    def tell(self, line: str, is_problem: bool = False) -> None:
        """Show one line on the screen on top; `is_problem` prefixes it with an exclamation mark."""
        self.post_message(Notice(line, is_problem))
