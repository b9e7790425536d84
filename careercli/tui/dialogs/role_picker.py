"""Dialog that picks a role or occupation from the catalog by part of its name."""

from collections.abc import Collection, Sequence

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import CatalogEntry, Filters, Listing
from careercli.catalog.own import own_names
from careercli.errors import CareerError
from careercli.model.words import normalize
from careercli.presentation.views import bare
from careercli.tui.dialogs.picker import Picker
from careercli.tui.session import Session
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.text_field import TextField
from careercli.tui.widgets.text_panel import Text


class RolePicker(Picker[CatalogEntry | None]):
    """Returns the chosen entry in the place in force, or None; `me` and offers come first, in their own.

    Ids in `known` are left out.
    """

    def __init__(self, explorer: Session, known: Collection[str]) -> None:
        super().__init__("Compare with… (reading all names)", "type a part of a role's or an occupation's name")
        self._explorer, self._known = explorer, known
        self._listing: Listing | None = None
        self._own: list[CatalogEntry] = []

    def on_mount(self) -> None:
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        try:
            self._own = await self._explorer.questions.ask(_own_entries, self._explorer.catalog)
        except CareerError as error:
            self._explorer.tell(str(error), is_problem=True)
        self._listing = await self._explorer.questions.listing(True, self._explorer.area)
        if self.is_current:
            self.show(self.query_one(TextField).value)

    async def ready(self) -> None:
        """Wait until every name is read."""
        if self._listing is None:
            await self._read()

    def show(self, typed: str) -> None:
        """Show the roles and occupations that have every word."""
        if self._listing is None:
            return
        words = tuple(normalize(typed).split())
        found = self._listing.find(Filters(words)).entries
        new = [entry for entry in found if entry.id not in self._known]
        wanted = " ".join(words)
        own = [entry for entry in self._own if entry.id not in self._known and _has(entry, words)]
        entries = [*own, *sorted(new, key=lambda entry: normalize(bare(entry.id)) != wanted)]
        self.query_one("#choose-title", Text).say(f"Compare with… ({len(entries)} of {len(self._listing.entries)})")
        columns = [Column("title", "title", 44, 16), Column("id", "id", 28, 10)]
        self.query_one(Grid).show(columns, entries, _row)


def _own_entries(catalog: Catalog) -> list[CatalogEntry]:
    """Return `me` and every offer. Raises CareerError for a private file that cannot be used."""
    subjects = map(catalog.find, own_names())
    return [CatalogEntry(each.id, f"{bare(each.id)}: {each.title}", each.occupation, "", None, None, None)
            for each in subjects]  # fmt: skip


def _has(entry: CatalogEntry, words: Sequence[str]) -> bool:
    return all(word in normalize(f"{entry.id} {entry.title}") for word in words)


def _row(entry: CatalogEntry) -> Row:
    return Row(entry.id, (entry.texts()["title"], entry.id))
