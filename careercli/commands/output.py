"""Write answers to standard output, a pager or a file, with tables that fit the destination."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from careercli.commands.stderr import discard_buffer, is_utf8
from careercli.errors import CareerError

if TYPE_CHECKING:  # The welcome and --version use this module and must not load the catalog.
    from careercli.commands.request import Request
    from careercli.formats.layout import TableStyle
    from careercli.model.claims import Value
    from careercli.presentation.rows import RowValues


def table_style(request: Request) -> TableStyle:
    """Return the width, character set and color of tables at the destination of the request."""
    from careercli.formats.layout import TableStyle

    to_screen = not request.output and sys.stdout.isatty()
    return TableStyle(_width(to_screen), _is_ascii(request), _has_color(request.color, to_screen))


def _width(to_screen: bool) -> int | None:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
        return min(int(columns[:6]), 10_000)
    if not to_screen:
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        return 80


def _is_ascii(request: Request) -> bool:
    """Return True if the output or the locale is not UTF-8. Python's UTF-8 mode hides LC_ALL=C, so ask for it."""
    if not request.output and not is_utf8(sys.stdout.encoding):
        return True
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    if os.environ.get("LANG") in ("C", "POSIX") and locale == "C.UTF-8":
        locale = "C"  # Python itself sets LC_CTYPE=C.UTF-8 if LANG is C.
    return bool(locale) and not is_utf8(locale.partition(".")[2])


def _has_color(when: str, to_screen: bool) -> bool:
    if when != "auto":
        return when == "always"
    return to_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def write_rows(
    request: Request,
    columns: Sequence[str],
    rows: Sequence[RowValues],
    numbers: Collection[str] = (),
    below: str = "",
    whole: bool = False,
) -> None:
    """Write these columns of the first `--limit` rows; `below` is a note under them for people.

    In a table the columns in `numbers` align right; with `whole` it is stacked rather than wrapped in its columns.
    """
    shown = rows[: request.limit]
    header = not request.no_header
    if request.format == "table":
        from careercli.formats.table import as_table
        from careercli.model import fields

        texts = [{name: fields.shown(row.get(name)) for name in columns} for row in shown]
        write(request, as_table(columns, texts, table_style(request), numbers, header, below, whole))
    elif request.format == "md":
        from careercli.formats.markdown import as_md

        write(request, as_md(columns, shown, header, below))
    elif request.format in ("json", "ndjson"):
        from careercli.formats import jsontext

        as_lines = jsontext.as_json if request.format == "json" else jsontext.as_ndjson
        write(request, "".join(as_lines(columns, shown)))
    else:
        write_values(request, columns, ([row.get(name) for name in columns] for row in shown))


def write_values(request: Request, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write rows given as the values of the columns, as CSV or TSV, while they are read."""
    from careercli.formats import delimited

    as_lines = delimited.as_csv if request.format == "csv" else delimited.as_tsv
    write_to(request.output, as_lines(columns, rows, not request.no_header, request.safe_cells))


def write(request: Request, text: str) -> None:
    """Write the whole answer to the destination of the request. Raises CareerError."""
    may_page = request.format == "table" and not (request.output or request.no_pager)
    if not (may_page and _is_long(text) and _page(text)):
        write_to(request.output, text)


STDOUT = ("", "-", "/dev/stdout")
"""Values of --output that mean standard output. Opening /dev/stdout again would overwrite a redirected file."""


def write_to(path: str, text: str | Iterable[str]) -> None:
    """Write a text, or its parts as they come, to the file `path` or to a standard output in STDOUT.

    Raises CareerError. A file is replaced whole or not at all.
    """
    parts = [text] if isinstance(text, str) else text
    if path in STDOUT:
        _write_stdout(parts)
    else:
        _write_file(path, parts)


def _write_stdout(parts: Iterable[str]) -> None:
    """Write parts of a text to standard output as they come. Raises CareerError."""
    encoding = "utf-8" if is_utf8(sys.stdout.encoding) else (sys.stdout.encoding or "ascii")
    try:
        for part in parts:
            view = memoryview(part.encode(encoding, "backslashreplace"))
            while view:
                # An unbuffered stream may write only a part, and returns its size.
                view = view[sys.stdout.buffer.write(view) or 0 :]
        sys.stdout.buffer.flush()
    except OSError as error:
        discard_buffer(1)
        raise CareerError(f"cannot write to standard output: {_reason(error)}") from None


def _reason(error: OSError) -> str:
    return error.strerror or "it is closed"


def _is_long(text: str) -> bool:
    if not (sys.stdout.isatty() and sys.stdin is not None and sys.stdin.isatty()):
        return False
    try:
        return text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False


def _page(text: str) -> bool:
    """Show `text` in $PAGER; return False if that cannot run or fails."""
    import shlex
    import subprocess

    try:
        command = shlex.split(os.environ.get("PAGER", "less -FRX"))
    except ValueError:
        return False
    if not command:
        return False
    # Ctrl+C and quitting early are for the pager to handle and must not end us. Unlike SIG_IGN, a
    # handler that does nothing is not inherited by the pager.
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGPIPE)}
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE) as pager:
            pager.communicate(text.encode("utf-8", "backslashreplace"))
        return pager.returncode == 0
    except OSError:
        return False
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _write_file(path: str, parts: Iterable[str]) -> None:
    """Replace the file `path` whole or not at all; write to it directly if it is a device or a pipe."""
    data = (part.encode("utf-8", "backslashreplace") for part in parts)
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as device:
                device.writelines(data)
        else:
            _replace(os.path.realpath(path), data)
    except OSError as error:
        raise CareerError(f"{path}: cannot write: {_reason(error)}") from None


def _replace(target: str, data: Iterable[bytes]) -> None:
    """Write `data` to a new file in the same directory, then rename it to `target`.

    An existing file keeps its permissions; a new one gets 0644 minus the umask.
    """
    from careercli.store.atomic import replacing

    mode = _mode_of(target)
    unblocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        with replacing(target, 0o644) as beside:
            if mode is not None:
                os.chmod(beside, mode)
            with open(beside, "wb") as file:
                file.writelines(data)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, unblocked)


def _mode_of(target: str) -> int | None:
    """Return the permissions of `target`, or None if it does not exist. Raises PermissionError if it is read-only."""
    try:
        mode = os.stat(target).st_mode & 0o7777
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode
