"""Narration and errors: one line at a time on stderr, safe to print on a terminal."""

import os
import re
import signal
import sys
from contextlib import suppress

from careercli.model.sanitize import to_ascii, visible

_LONG = 400
"""Characters; in a longer line, long values (quoted or without a space) are shortened."""

_LONGEST = 800
"""Characters; a line that is still longer is shortened in its middle."""

_VALUE = r"(?<=“)[^”]{101,}(?=”)|[^\s“”]{101,}"


def say(line: str) -> None:
    """Write `careercli: line` on stderr. Do nothing if stderr is closed, full or has no reader."""
    if sys.stderr is None:
        return
    text = _shortened(visible(f"careercli: {line}"))
    # A closed stderr must not end the process before its data is written.
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        sys.stderr.write((text if is_utf8(sys.stderr.encoding) else to_ascii(text)) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        discard_buffer(2)
    finally:
        signal.signal(signal.SIGPIPE, before)


def is_utf8(name: str | None) -> bool:
    """Return True if an encoding, spelled as in Python or in a locale, is UTF-8."""
    return (name or "").lower().partition("@")[0].replace("-", "") == "utf8"


def discard_buffer(descriptor: int) -> None:
    """Redirect a standard stream to /dev/null, so that Python's last flush of its buffer cannot fail."""
    with suppress(OSError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, descriptor)
        os.close(null)


def _shortened(text: str) -> str:
    """Return `text` with its long values shortened, so that the words around them stay readable."""
    if len(text) <= _LONG:
        return text
    text = re.sub(_VALUE, lambda value: _without_middle(value[0], 100), text)
    return _without_middle(text, _LONGEST)


def _without_middle(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most * 6 // 10]}…{text[-most * 3 // 10 :]}"
