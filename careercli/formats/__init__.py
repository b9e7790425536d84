"""Data -> text. Each format is a pure function; none prints, and none looks at a terminal."""

from typing import NamedTuple

FORMATS = ("table", "tsv", "csv", "json", "ndjson", "md")
LATER = ("html", "jsonld")
PROFILE = "yaml"
"""A role as a profile: what `show` alone can write."""

SUFFIXES = {
    "tsv": "tsv", "csv": "csv", "json": "json", "ndjson": "ndjson", "jsonl": "ndjson",
    "md": "md", "markdown": "md", "txt": "table", "html": "html", "jsonld": "jsonld",
    "yaml": PROFILE, "yml": PROFILE,
}  # fmt: skip
"""The format that a file's suffix asks for."""


class TableStyle(NamedTuple):
    """How a table may style: its width in columns (None: as wide as its text), plain ASCII, color."""

    width: int | None = None
    ascii: bool = False
    color: bool = False

    @property
    def is_narrow(self) -> bool:
        """Under 110 columns, where a table of many columns leaves some out."""
        return self.width is not None and self.width < 110
