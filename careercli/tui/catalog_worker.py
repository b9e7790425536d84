"""Run questions about the catalog on one background thread, so that the screen stays responsive.

A single thread, because the index answers one question at a time.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import Listing
from careercli.official.releases import NATION

Answer = TypeVar("Answer")


class CatalogWorker:
    """Answers questions about the catalog; starts reading all roles when it is made, for the first screen.

    `area` is the code of the place of their wages, or empty for the nation.
    """

    def __init__(self, catalog: Catalog, area: str = "") -> None:
        self.catalog = catalog
        self._thread = ThreadPoolExecutor(1, "catalog")
        self._listings: dict[tuple[bool, str], Future[Listing]] = {}
        self._listing(False, area)

    def ready(self, area: str = "") -> Listing | None:
        """Return all roles with the wages of a place, or None while they are being read."""
        found = self._listing(False, area)
        return found.result() if found.done() else None

    async def listing(self, everything: bool, area: str = "") -> Listing:
        """Return all roles with the wages of a place, with every occupation if `everything`."""
        # Shielded: who no longer waits must not cancel what others wait for.
        return await asyncio.shield(asyncio.wrap_future(self._listing(everything, area)))

    def _listing(self, everything: bool, area: str) -> Future[Listing]:
        area = "" if area == NATION else area
        key = everything, area
        if key not in self._listings:
            self._listings[key] = self._thread.submit(_listed, self.catalog, everything, area)
        return self._listings[key]

    async def ask(self, question: Callable[..., Answer], *arguments: Any) -> Answer:
        """Call `question` on the thread and return its result."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(question, *arguments))


def _listed(catalog: Catalog, everything: bool, area: str) -> Listing:
    """Return the list, its entries read."""
    listing = (catalog.in_place(area) if area else catalog).listing(everything)
    _ = listing.entries
    return listing
