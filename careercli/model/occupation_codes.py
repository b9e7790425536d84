"""Read occupation codes as people type and paste them."""

from __future__ import annotations

import re

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_AROUND = " \t\r\n\u00a0\"'“”‘’«»()[]{}<>.,;:"
_SYSTEM = r"(?:(?:O\*?NET|SOC|OEWS)[-\s]*)*(?:codes?\b)?[-:#\s]*"
_MAJOR_GROUP = "(?:[1-4][13579]|5[135])"
_TITLE = r"(?:[:;,|\s]\s*[-(\[\"“]?\s*)(\D.*)"
_CODE = rf"(?is){_SYSTEM}({_MAJOR_GROUP})\s*[-.\s]?\s*((?!0000)[0-9]{{4}})(?:\.?([0-9]{{2}})|\.0)?(?:{_TITLE})?"
"""A pattern that `re` compiles when a code is first looked for."""


def split_code(text: str) -> tuple[str, str]:
    """Return the occupation code that `text` begins with and the words behind it; two empty texts if it has none.

    `SOC 15–1231`, `151231`, `15.1231` and `15-1231.00 - Network Specialists` all have 15-1231; `15-1299.04`
    keeps its suffix, as it is a specialty. Major groups have no code here.
    """
    found = re.fullmatch(_CODE, text.translate(_DASHES).strip(_AROUND))
    if not found:
        return "", ""
    group, rest, specialty, title = found.groups("")
    suffix = f".{specialty}" if specialty not in ("", "00") else ""
    return f"{group}-{rest}{suffix}", title


def read_code(text: str) -> str:
    """Return the occupation code that `text` begins with, or an empty text."""
    return split_code(text)[0]
