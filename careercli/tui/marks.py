"""The marked roles, for as long as the explorer runs."""

from __future__ import annotations


class Marks:
    """Ids in the order they were marked."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    def toggle(self, role_id: str) -> None:
        """Mark, or take the mark away."""
        if role_id in self.ids:
            self.ids.remove(role_id)
        else:
            self.ids.append(role_id)

    def __contains__(self, role_id: object) -> bool:
        return role_id in self.ids
