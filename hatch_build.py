"""Build official.sqlite, which is shipped and in no repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class OfficialHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel, or an editable install, is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        try:
            from careercli.store.build import build

            build_data["artifacts"].append(Path(build()).relative_to(Path(self.root).resolve()).as_posix())
        finally:
            sys.path.remove(self.root)
