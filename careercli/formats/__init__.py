"""Turn data into text, one pure function a format; nothing here prints or asks about a terminal."""

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
