"""What people are told beside the data: one line at a time, safe to print, on stderr."""

from __future__ import annotations

import sys

from careercli.text import to_ascii, visible


def say(line: str) -> None:
    """Write `careercli: line` on stderr; silence where that is closed or full."""
    if sys.stderr is None:
        return
    text = visible(f"careercli: {line}")
    is_utf8 = (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
    try:
        sys.stderr.write((text if is_utf8 else to_ascii(text)) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return
