"""Turn data into text, one pure function a format; nothing here prints or asks about a terminal."""

from typing import NamedTuple

FORMATS = ("table", "tsv", "csv", "json", "ndjson", "md")
LATER = ("html", "jsonld")
"""Formats that are recognized but cannot be written yet."""

PROFILE = "yaml"
"""A role written as a profile; only `show` can write it."""

SUFFIXES = {
    "tsv": "tsv", "csv": "csv", "json": "json", "ndjson": "ndjson", "jsonl": "ndjson",
    "md": "md", "markdown": "md", "txt": "table", "html": "html", "jsonld": "jsonld",
    "yaml": PROFILE, "yml": PROFILE,
}  # fmt: skip
"""Formats by file suffix, for `--output`."""


class TableStyle(NamedTuple):
    """The style of a table: `width` in terminal cells (None: as wide as its text), ASCII only, with color."""

    width: int | None = None
    ascii: bool = False
    color: bool = False

    @property
    def is_narrow(self) -> bool:
        """Return True under 110 cells, too few for every column of a wide table."""
        return self.width is not None and self.width < 110
