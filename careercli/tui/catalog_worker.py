"""Questions about the catalog, answered on a thread of their own while the screen goes on.

One thread answers all of them, one after another: an index may be read by the thread alone that opened it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from careercli.catalog import Catalog
from careercli.store.listing import Listing

Answer = TypeVar("Answer")


class CatalogWorker:
    """Begins to read all roles at once, so that they are there when the first screen is."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._thread = ThreadPoolExecutor(1, "catalog")
        self._roles: Future[Listing] = self._thread.submit(_listed, catalog)
        self._all: Listing | None = None

    @property
    def roles(self) -> Listing | None:
        """All roles, if they are read."""
        return self._roles.result() if self._roles.done() else None

    async def listing(self, everything: bool) -> Listing:
        """All roles, or all occupations too."""
        if not everything:
            return await asyncio.wrap_future(self._roles)
        if self._all is None:
            self._all = await self.ask(_listed, self.catalog, True)
        return self._all

    async def ask(self, question: Callable[..., Answer], *arguments: Any) -> Answer:
        """The answer to any other question."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(question, *arguments))


def _listed(catalog: Catalog, everything: bool = False) -> Listing:
    """Return the list, its entries read."""
    listing = catalog.listing(everything)
    _ = listing.entries
    return listing
