"""Build the index of the bundled profiles, which is shipped beside them and in no repository."""

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
            from careercli.catalog import build_index

            path = Path(build_index()).relative_to(Path(self.root).resolve())
            build_data["artifacts"].append(path.as_posix())
        finally:
            sys.path.remove(self.root)
