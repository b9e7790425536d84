"""Run questions about the catalog on one background thread, so that the screen stays responsive.

A single thread, because the index answers one question at a time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import Listing

Answer = TypeVar("Answer")


class CatalogWorker:
    """Answers questions about the catalog; starts reading all roles when it is made, for the first screen."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._thread = ThreadPoolExecutor(1, "catalog")
        self._roles: Future[Listing] = self._thread.submit(_listed, catalog)
        self._all: Listing | None = None

    @property
    def roles(self) -> Listing | None:
        """All roles, or None while they are being read."""
        return self._roles.result() if self._roles.done() else None

    async def listing(self, everything: bool) -> Listing:
        """Return all roles, with every occupation if `everything`."""
        if not everything:
            return await asyncio.wrap_future(self._roles)
        if self._all is None:
            self._all = await self.ask(_listed, self.catalog, True)
        return self._all

    async def ask(self, question: Callable[..., Answer], *arguments: Any) -> Answer:
        """Call `question` on the thread and return its result."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(question, *arguments))


def _listed(catalog: Catalog, everything: bool = False) -> Listing:
    """Return the list, its entries read."""
    listing = catalog.listing(everything)
    _ = listing.entries
    return listing
