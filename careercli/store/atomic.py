"""Write files whole or not at all, and only where this user alone may write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def replacing(path: str, mode: int) -> Iterator[str]:
    """Yield the path of a new empty file beside `path`; put it in its place at the end, or remove it on an error.

    `mode` are its permissions, less what the umask takes away. Raises OSError.
    """
    beside = os.path.join(os.path.dirname(path), f".careercli-{os.urandom(6).hex()}.part")
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode))
    try:
        yield beside
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def refuse_others(path: str, status: os.stat_result) -> None:
    """Raise OSError where somebody else owns a file or folder, or may write it."""
    if status.st_uid != os.geteuid() or status.st_mode & 0o022:
        raise OSError(f"{path} belongs to somebody else, or others may write it")
