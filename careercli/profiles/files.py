"""Read a profile's text: a regular file of at most 256 KB, in UTF-8."""

from __future__ import annotations

import errno
import os
import re
import stat

from careercli.errors import CareerError, Problem, ProfileError

MAX_BYTES = 256 * 1024

_MAGIC = {
    b"PK\x03\x04": "a zip archive or workbook", b"PK\x05\x06": "a zip archive", b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive", b"\xfd7zXZ": "an xz archive", b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\x89PNG": "a picture", b"GIF8": "a picture", b"\xff\xd8\xff": "a picture", b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an Office document", b"{\\rtf": "an RTF document", b"\x7fELF": "a program",
    b"SQLite format 3\0": "a database", b"\xff\xfe\0\0": "UTF-32 text", b"\0\0\xfe\xff": "UTF-32 text",
    b"\xff\xfe": "UTF-16 text", b"\xfe\xff": "UTF-16 text",
}  # fmt: skip
_MARKUP = (b"<!doctype", b"<html", b"<head", b"<?xml", b"<!--")

# U+0085, U+2028 and U+2029 are refused too: line breaks in YAML 1.1 but not in YAML 1.2.
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?:\s|\Z)", re.MULTILINE)
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
"""The bytes that need no further check: nearly all of a profile."""

_LINE_END = re.compile(r"\r\n?|\n")


class BadYaml(Exception):
    """The file is not text, not YAML, or YAML that profiles must not use."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_bytes(path: str) -> bytes:
    """Return the file's bytes, without waiting if it is a pipe or device. Raises CareerError or ProfileError."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError as error:
        reason = "is not a regular file" if error.errno == errno.ENXIO else error.strerror
        raise CareerError(f"{path}: {reason}") from None
    except ValueError:
        raise CareerError(f"{path}: not a valid file name") from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise CareerError(f"{path}: is not a regular file")
        if status.st_size > MAX_BYTES:
            raise ProfileError(path, [_too_large()])
        # One byte more than allowed: the file may have grown since its size was read.
        data = os.read(handle, status.st_size + 1)
        while len(data) <= MAX_BYTES and (more := os.read(handle, MAX_BYTES + 1 - len(data))):
            data += more
        return data
    except OSError as error:
        raise CareerError(f"{path}: {error.strerror}") from None
    finally:
        os.close(handle)


def decode(data: bytes) -> str:
    """Return the text of a profile, without a byte order mark. Raises BadYaml."""
    if len(data) > MAX_BYTES:
        raise BadYaml(_too_large())
    kind = _other_format(data)
    if kind:
        raise _not_text("", f"file is {kind}, not a profile", "a profile is YAML, saved as UTF-8 text")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise _not_text(before, f"file is not UTF-8 at byte {error.start}", "save it as UTF-8 text") from None
    # Most files have nothing to refuse, and finding that out is much faster than searching the patterns.
    if not data.translate(None, _PLAIN).decode("utf-8").isprintable():
        _refuse_controls(text)
    if any(sign * 7 in text for sign in "<=>"):
        _refuse_conflicts(text)
    return text


def lines_of(data: bytes) -> list[str]:
    """Return the lines that positions in the file refer to; no lines if it is another file format."""
    return [] if _other_format(data) else _LINE_END.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))


def _too_large() -> Problem:
    return Problem(1, 1, f"file is larger than {MAX_BYTES // 1024} KB", "a profile is a few pages", "too-large")


def _not_text(before: str, message: str, hint: str) -> BadYaml:
    """Return the problem of the character that follows `before`."""
    lines = _LINE_END.split(before)
    return BadYaml(Problem(len(lines), len(lines[-1]) + 1, message, hint, "not-text"))


def _other_format(data: bytes) -> str:
    """Return the file format that the first bytes identify, such as `a zip archive`; empty for text."""
    if data[:100].lstrip().lower().startswith(_MARKUP):
        return "a web page or XML"
    return next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")


def _refuse_controls(text: str) -> None:
    control = _CONTROL.search(text)
    if control:
        message = f"file contains the control character U+{ord(control[0]):04X}"
        raise _not_text(text[: control.start()], message, "remove it, and save the file as UTF-8 text")


def _refuse_conflicts(text: str) -> None:
    conflict = _CONFLICT.search(text)
    if conflict:
        message = f"unresolved git conflict ({conflict[0][:7]})"
        raise _not_text(text[: conflict.start()], message, "keep one side and remove the lines of <, = and >")
