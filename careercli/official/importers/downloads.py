"""Find publishers' files in what a user downloaded: files, folders and zip archives, read with limits."""

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from careercli.errors import CareerError

TEXTS = (".csv", ".tsv", ".txt")
SUFFIXES = (".xls", ".xlsx", *TEXTS)
"""Suffixes of the files that are looked at in folders and archives; a file that is named may have any."""

_WORKSHEET_BYTES, _MEMBER_BYTES, _RATIO, _SMALL = 1_000_000_000, 64_000_000, 200, 1_000_000
"""The most bytes of an unpacked worksheet and of any other member; the most times of the packed size, if not small."""

_MOST_FILES = 10_000
_ZIP = b"PK\x03\x04"
_WORKBOOK = "xl/workbook.xml"

_DAMAGED = (
    zipfile.BadZipFile, RuntimeError, NotImplementedError, KeyError, zlib.error, EOFError, UnicodeDecodeError,
)  # fmt: skip
"""The errors of zipfile: RuntimeError for an encrypted member, NotImplementedError for a method it does not know."""


class Download(NamedTuple):
    """A file, or a member of an archive. `label` names it in messages; `is_named` if the user named it."""

    path: str
    member: str = ""
    is_named: bool = True

    @property
    def label(self) -> str:
        return f"{self.path}:{self.member}" if self.member else self.path

    @property
    def is_passed_over(self) -> bool:
        """True for a text that came along with other files: where its layout is not known, nothing is said of it."""
        return not self.is_named and self.name.lower().endswith(TEXTS)

    @property
    def name(self) -> str:
        return os.path.basename(self.member or self.path)


def downloads(path: str) -> Iterator[Download]:
    """Yield the files that a path stands for: itself, or those inside it. Raises CareerError."""
    try:
        if os.path.isdir(path):
            yield from _in_folder(path)
        elif members := _members(path):
            yield from (Download(path, member, False) for member in members)
        else:
            yield Download(path)
    except OSError as error:
        raise CareerError(f"{path}: {error.strerror or error}") from None


def _in_folder(folder: str) -> Iterator[Download]:
    for number, path in enumerate(sorted(Path(folder).rglob("*"))):
        if number >= _MOST_FILES:
            raise CareerError(f"{folder}: holds more than {_MOST_FILES:,} files; name those to import")
        if path.is_symlink() or not path.is_file():
            continue
        if path.suffix.lower() in SUFFIXES:
            yield Download(str(path), "", False)
        elif path.suffix.lower() == ".zip":
            yield from (each._replace(is_named=False) for each in downloads(str(path)))


def _members(path: str) -> list[str]:
    """Return the tables in an archive; none where the file is no archive, or itself a workbook."""
    with _opened(path) as file:
        if file.read(len(_ZIP)) != _ZIP:
            return []
    with _archive(path) as archive:
        names = archive.namelist()
        if _WORKBOOK in names:
            return []
        return sorted(name for name in names if name.lower().endswith(SUFFIXES))


@contextmanager
def opened(download: Download) -> Iterator[IO[bytes]]:
    """Open a file, or a member as a file of its own, and check what an archive unpacks to. Raises CareerError."""
    try:
        if download.member:
            with _archive(download.path) as archive, TemporaryFile() as file:
                _unpack(archive, download, file)
                _check_workbook(file, download.label)
                yield file
        else:
            with _opened(download.path) as file:
                _check_workbook(file, download.label)
                yield file
    except OSError as error:
        raise CareerError(f"{download.label}: {error.strerror or error}") from None


def _opened(path: str) -> IO[bytes]:
    """Open a regular file. Raises OSError for anything else, without waiting for a pipe."""
    file = open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK))  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(0, "is not a regular file")
    return file


@contextmanager
def _archive(path: str | IO[bytes], label: str = "") -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > _MOST_FILES:
                raise CareerError(f"{label or path}: holds more than {_MOST_FILES:,} files")
            yield archive
    except _DAMAGED as error:
        raise CareerError(f"{label or path}: cannot be unpacked: {error}") from None


def _unpack(archive: zipfile.ZipFile, download: Download, file: IO[bytes]) -> None:
    member = archive.getinfo(download.member)
    _check(member, _WORKSHEET_BYTES, download.label)
    left = member.file_size
    with archive.open(member) as data:
        while block := data.read(min(1 << 20, left + 1)):
            left -= len(block)
            if left < 0:
                raise CareerError(f"{download.label}: is larger than its archive says")
            file.write(block)
    file.flush()


def is_archive_of_others(file: IO[bytes], label: str) -> bool:
    """Return True if a file is a zip archive and no workbook; leave it at its start. Raises CareerError."""
    is_zip = file.read(len(_ZIP)) == _ZIP
    file.seek(0)
    if not is_zip:
        return False
    with _archive(file, label) as archive:
        names = archive.namelist()
    file.seek(0)
    return _WORKBOOK not in names


def _check_workbook(file: IO[bytes], label: str) -> None:
    """Refuse a workbook whose members unpack to more than any release has; leave the file at its start."""
    file.seek(0)
    is_zip = file.read(len(_ZIP)) == _ZIP
    file.seek(0)
    if is_zip:
        with _archive(file, label) as archive:
            for member in archive.infolist():
                is_sheet = member.filename.startswith("xl/worksheets/")
                _check(member, _WORKSHEET_BYTES if is_sheet else _MEMBER_BYTES, label)
        file.seek(0)


def _check(member: zipfile.ZipInfo, most: int, label: str) -> None:
    if member.flag_bits & 1:
        raise CareerError(f"{label}: is encrypted")
    is_bomb = member.file_size > max(_SMALL, member.compress_size * _RATIO)
    if member.file_size > most or is_bomb:
        raise CareerError(f"{label}: {member.filename} unpacks to {member.file_size:,} bytes, more than a release has")
