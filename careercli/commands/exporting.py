"""Export what the explorer shows, by running the equivalent command line in another process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); from careercli.__main__ import main; main()"
"""Runs this copy of careercli; modules in the current folder are not imported."""

_TIMEOUT = 60
"""Seconds; writing to a pipe without a reader never ends."""


def export(argv: Sequence[str]) -> str:
    """Run a command line and return what it writes on stderr, as one line.

    Raises OSError with that line if the command fails or takes over 60 seconds.
    """
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _PROGRAM, package, *argv],
            check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=_TIMEOUT,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise OSError(f"not written within {_TIMEOUT} seconds") from None
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    messages = "; ".join(line.removeprefix("careercli: ") for line in lines)
    if done.returncode:
        raise OSError(messages or f"exit code {done.returncode}")
    return messages
