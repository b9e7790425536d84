"""Write text to standard output, a pager or a file, and choose the table style that suits it."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from careercli.commands.stderr import abandon, is_utf8
from careercli.errors import CareerError
from careercli.formats import TableStyle

if TYPE_CHECKING:  # The welcome and the version are written here too, and need no more.
    from careercli.commands.options import Request
    from careercli.model.claims import Value
    from careercli.presentation.rows import RowValues


def table_style(request: Request) -> TableStyle:
    """Return the style of tables for the destination of this request."""
    to_screen = not request.output and sys.stdout.isatty()
    return TableStyle(_width(to_screen), _is_ascii(request), _has_color(request.color, to_screen))


def _width(to_screen: bool) -> int | None:
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked[:6]) > 0:
        return min(int(asked[:6]), 10_000)
    if not to_screen:
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        return 80


def _is_ascii(request: Request) -> bool:
    """Whether the locale or Python's own setting leaves only ASCII; Python hides LC_ALL=C in UTF-8 mode."""
    if not request.output and not is_utf8(sys.stdout.encoding):
        return True
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    if os.environ.get("LANG") in ("C", "POSIX") and locale == "C.UTF-8":
        locale = "C"  # Python itself sets LC_CTYPE=C.UTF-8 where it finds LANG=C.
    return bool(locale) and not is_utf8(locale.partition(".")[2])


def _has_color(asked: str, to_screen: bool) -> bool:
    if asked != "auto":
        return asked == "always"
    return to_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def write_rows(request: Request, columns: Sequence[str], rows: Sequence[RowValues]) -> None:
    """Write rows in any format but a table; `--limit` applies, columns are as chosen."""
    shown = rows[: request.limit] if request.limit is not None else rows
    header = not request.no_header
    if request.format in ("json", "ndjson"):
        from careercli.formats import jsontext

        lines = (jsontext.as_json if request.format == "json" else jsontext.as_ndjson)(columns, shown)
    elif request.format == "md":
        from careercli.formats.markdown import as_md

        lines = iter([as_md(columns, shown, header)])
    else:
        from careercli.presentation.rows import values_of

        write_values(request, columns, values_of(columns, shown))
        return
    write(request, "".join(lines))


def write_values(request: Request, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write rows given as the values of the columns, as CSV or TSV."""
    from careercli.formats import delimited

    as_lines = delimited.as_csv if request.format == "csv" else delimited.as_tsv
    write(request, "".join(as_lines(columns, rows, not request.no_header, request.safe_cells)))


def sorted_rows(request: Request, columns: Sequence[str], rows: Sequence[RowValues], what: str) -> Sequence[RowValues]:
    """Rows in the order that --sort and --desc ask for."""
    from careercli.presentation import rows as order

    return order.sorted_rows(columns, rows, what, request.sort, request.descending)


def write(request: Request, text: str) -> None:
    """Write the whole answer where the request wants it."""
    if request.output:
        _write_file(request.output, text)
    elif request.format == "table" and not request.no_pager and _is_long(text) and _page(text):
        return
    else:
        write_text(text)


STDOUT = ("", "-", "/dev/stdout")
"""What --output calls standard output; the device, opened anew, would write over what a file already has."""


def write_to(path: str, text: str) -> None:
    """Write the whole text to the file `path`, or to standard output where `path` names that."""
    if path in STDOUT:
        write_text(text)
    else:
        _write_file(path, text)


def write_text(text: str) -> None:
    """Write to standard output, all of it, or raise CareerError."""
    encoding = "utf-8" if is_utf8(sys.stdout.encoding) else (sys.stdout.encoding or "ascii")
    view = memoryview(text.encode(encoding, "backslashreplace"))
    try:
        while view:
            # An unbuffered stream may take a part only, and says how much.
            view = view[sys.stdout.buffer.write(view) or 0 :]
        sys.stdout.buffer.flush()
    except OSError as error:
        abandon(1)
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
    """Show `text` through $PAGER; False where there is none to run."""
    import shlex
    import subprocess

    try:
        command = shlex.split(os.environ.get("PAGER", "less -FRX"))
    except ValueError:
        return False
    if not command:
        return False
    # The pager answers an interrupt, and may leave before the end; neither is our end. A handler that
    # does nothing, unlike an ignored signal, is not handed on to the pager.
    before = {number: signal.signal(number, _carry_on) for number in (signal.SIGINT, signal.SIGPIPE)}
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE) as pager:
            pager.communicate(text.encode("utf-8", "backslashreplace"))
        return pager.returncode == 0
    except OSError:
        return False
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _carry_on(number: int, frame: object) -> None:
    """Answer a signal by doing nothing."""


def _write_file(path: str, text: str) -> None:
    """Replace `path` as `>` would, but whole or not at all; a device or a pipe is written to."""
    data = text.encode("utf-8", "backslashreplace")
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as device:
                device.write(data)
        else:
            _replace(os.path.realpath(path), data)
    except OSError as error:
        raise CareerError(f"{path}: cannot be written: {_reason(error)}") from None


def _replace(target: str, data: bytes) -> None:
    """Put `data` in the place of the file `target`, keeping its permissions: written beside it, then renamed.

    A new file is as the umask says, and never for others to write.
    """
    signals = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    beside = os.path.join(os.path.dirname(target), f".careercli-{os.urandom(6).hex()}.part")
    held = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        mode = _mode_of(target)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        try:
            with open(handle, "wb") as file:
                if mode is not None:
                    os.fchmod(handle, mode)
                file.write(data)
            os.replace(beside, target)
        except BaseException:
            os.unlink(beside)
            raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _mode_of(target: str) -> int | None:
    """The permissions of a file that may be written; None where there is no file."""
    try:
        mode = os.stat(target).st_mode & 0o7777
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode
