"""Tell which release of O*NET a downloaded file is of: by the Read Me beside it, or a name such as `db_30_3_csv`."""

from __future__ import annotations

import os
import re
from functools import cache

from careercli.errors import CareerError
from careercli.official.importers.downloads import Download, opened
from careercli.official.importers.layout import PassedOver, Unused

FIRST = (25, 1)
"""The first release whose codes are those of today: O*NET-SOC 2019."""

_NAMED = re.compile(r"db_(\d\d)_([0-3])(?!\d)")
_READ_ME = "Read Me.txt"
_TITLE = re.compile(rb"O\*NET (\d\d)\.([0-3]) Database")
_MOST_BYTES = 1_000

_UNUSED = (
    "abilities", "abilities to work activities", "abilities to work context", "basic interests to riasec",
    "content model reference", "education training and experience categories", "emerging tasks",
    "interests illustrative activities", "interests illustrative occupations", "iwa reference",
    "job zone reference", "level scale anchors", "occupation level metadata", "riasec keywords", "scales reference",
    "skills to work activities", "skills to work context", "survey booklet locations", "task categories",
    "task ratings", "tools used", "unspsc reference", "work activities", "work context", "work context categories",
    "work styles", "work values",
)  # fmt: skip
"""Names of tables that are not used: a workbook takes a while to read."""


def release_of(download: Download) -> str:
    """Return the number of the release that a file is of, such as `30.3`; empty where nothing beside it says one."""
    folder = os.path.dirname(download.member or os.path.abspath(download.path))
    return _release_in(download.path if download.member else "", folder)


def required_release(download: Download) -> str:
    """Return the number of the release that a file is of.

    Raises CareerError where nothing says which, or its codes are not those of today.
    """
    found = release_of(download)
    if not found:
        raise CareerError(
            f"{download.label}: does not say which release of O*NET it is of; put it in a folder that is named as"
            " the archive that it came in, db_30_3_csv"
        )
    if tuple(map(int, found.split("."))) < FIRST:
        raise CareerError(f"{download.label}: is of O*NET {found}; careercli reads O*NET from 25.1")
    return found


@cache
def _release_in(archive: str, folder: str) -> str:
    """Return the release that a Read Me in a folder names, or the nearest name of a folder or an archive."""
    path = f"{folder}/{_READ_ME}".lstrip("/") if archive else os.path.join(folder, _READ_ME)
    if found := _TITLE.search(_beginning(Download(archive, path) if archive else Download(path))):
        return ".".join(part.decode() for part in found.groups())
    named = [*_NAMED.finditer(f"{os.path.abspath(archive)}/{folder}" if archive else folder)]
    return ".".join(named[-1].groups()) if named else ""


def _beginning(download: Download) -> bytes:
    try:
        with opened(download) as file:
            return file.read(_MOST_BYTES)
    except CareerError:
        return b""


def place_of(download: Download) -> str:
    """Return the archive or the folder that a file came along in with others; its own label where it was named."""
    if download.is_named:
        return download.label
    return download.path if download.member else os.path.dirname(download.path)


def name_of(download: Download) -> str:
    """Return the name of a table by that of its file, in lower case and spaces: `task statements`."""
    stem = os.path.splitext(download.name)[0].replace("_", " ")
    return " ".join(re.findall(r"[a-z]+", stem.lower()))


def refuse_unused(download: Download) -> None:
    """Raise PassedOver for a file of an O*NET database whose name says that it holds nothing that is imported."""
    if not download.is_named and name_of(download) in _UNUSED and release_of(download):
        raise unused(download, "")


def unused(download: Download, reason: str) -> Unused:
    """Return the error for a table that is not used, of which nothing is said if it came along with others."""
    return Unused(reason) if download.is_named else PassedOver(reason)
