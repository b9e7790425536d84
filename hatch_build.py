"""Build official.sqlite and the index of the bundled profiles, which are shipped and in no repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel, or an editable install, is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        try:
            from careercli.store.build import build

            official = build()
            from careercli.shipping import build_shipped

            root = Path(self.root).resolve()
            built = [official, *build_shipped()]
            build_data["artifacts"] += [Path(path).relative_to(root).as_posix() for path in built]
        finally:
            sys.path.remove(self.root)
