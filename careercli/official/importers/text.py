"""Our compact text of a release: one table a file, tab-separated, cells exactly as the publisher prints them.

A file is named RELEASE.TABLE.tsv, or .tsv.xz where it is large.
"""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

LARGE = 100_000
"""Bytes above which a text is compressed."""


def write(folder: Path, name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Path:
    """Write a table with its rows sorted, and return its file; the same rows make the same bytes."""
    lines = ["\t".join(columns), *("\t".join(row) for row in sorted(rows))]
    data = ("\n".join(lines) + "\n").encode()
    for suffix in (".tsv", ".tsv.xz"):
        (folder / f"{name}{suffix}").unlink(missing_ok=True)
    path = folder / f"{name}{'.tsv.xz' if len(data) > LARGE else '.tsv'}"
    path.write_bytes(lzma.compress(data, preset=9) if path.suffix == ".xz" else data)
    return path


def read(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in the order of the file, by the names of its columns."""
    return rows(path.read_bytes(), path.suffix == ".xz")


def columns_and_checksum(path: Path) -> tuple[str, int]:
    """Return the names of the columns, between tabs, and the checksum of the lines of a table."""
    data = path.read_bytes()
    header, *lines = (lzma.decompress(data) if path.suffix == ".xz" else data).decode().rstrip("\n").split("\n")
    return header, checksum(lines)


def checksum(lines: Iterable[str]) -> int:
    """Return the checksum of the lines of a table in any order, each counted once."""
    return zlib.crc32("\n".join(sorted(set(lines))).encode())


def rows(data: bytes, is_compressed: bool) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in their order, by the names of its columns."""
    columns, found = lines(data, is_compressed)
    for line in found:
        yield dict(zip(columns, line.split("\t"), strict=True))


def lines(data: bytes, is_compressed: bool) -> tuple[tuple[str, ...], list[str]]:
    """Return the columns of a table, and its rows in their order as lines of cells between tabs."""
    header, *found = (lzma.decompress(data) if is_compressed else data).decode().rstrip("\n").split("\n")
    return tuple(header.split("\t")), found
