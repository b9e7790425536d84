"""What people are told beside the data: one line at a time, safe to print, on stderr."""

from __future__ import annotations

import os
import re
import signal
import sys

from careercli.model.sanitize import to_ascii, visible

_LONG = 400
"""A line longer than this has its long values clipped: what is quoted, or has no space in it."""

_LONGEST = 800
_VALUE = r"(?<=“)[^”]{101,}(?=”)|[^\s“”]{101,}"


def say(line: str) -> None:
    """Write `careercli: line` on stderr; silence where that is closed or full, or nobody reads it."""
    if sys.stderr is None:
        return
    text = _clipped(visible(f"careercli: {line}"))
    # Narration that nobody reads must not end the process before its data is written.
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        sys.stderr.write((text if is_utf8(sys.stderr.encoding) else to_ascii(text)) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        abandon(2)
    finally:
        signal.signal(signal.SIGPIPE, before)


def is_utf8(name: str | None) -> bool:
    """Whether an encoding, as Python or a locale spells it, is UTF-8."""
    return (name or "").lower().partition("@")[0].replace("-", "") == "utf8"


def abandon(descriptor: int) -> None:
    """Send what is left in a standard stream's buffer nowhere, so that Python's own last flush cannot fail."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
    except OSError:
        return


def _clipped(text: str) -> str:
    """`text` with the middle of its long values left out, so that what is said about them still shows."""
    if len(text) <= _LONG:
        return text
    text = re.sub(_VALUE, lambda value: _without_middle(value[0], 100), text)
    return _without_middle(text, _LONGEST)


def _without_middle(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most * 6 // 10]}…{text[-most * 3 // 10 :]}"
