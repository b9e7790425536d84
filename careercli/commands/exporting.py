"""Writing what the explorer shows to a file: by the very command that prints it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); from careercli.__main__ import main; main()"
"""Runs the careercli that runs now, whatever the current folder holds."""

_PATIENCE = 60
"""Seconds; a pipe that nobody reads takes for ever."""


def export(argv: Sequence[str]) -> str:
    """Run a command line; what it says, in one line, or nothing where it is done and says nothing.

    Raises OSError where it fails, with what it says as the reason.
    """
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _PROGRAM, package, *argv],
            check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=_PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise OSError(f"not written within {_PATIENCE} seconds") from None
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    said = "; ".join(line.removeprefix("careercli: ") for line in lines)
    if done.returncode:
        raise OSError(said or f"ended with {done.returncode}")
    return said
