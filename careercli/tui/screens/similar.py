"""Screen that lists the roles and occupations nearest to one, each with why."""

from __future__ import annotations

from careercli.tui.screens.list_screen import ListScreen


class SimilarScreen(ListScreen):
    """The list of what is near a role, nearest first; `I` asks what is missing from the one to the other."""
