"""The index of lists: for each directory of profiles one shelf, with what tells whether its files changed.

What a shelf holds is for those to say who ask: here it is some parts by name, of bytes each.

All files of a directory are looked at before a shelf is used; if all of them look as they did, that
is one comparison. Otherwise each is compared on its own, and only what has changed is read again:
where that is little, it becomes a layer of its own, and nothing else is packed anew.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from careercli.store import reader
from careercli.store.database import Database, Say, Table, build
from careercli.store.seen import NEVER, Look, content_at, content_of, is_settled

TABLE = Table(
    "CREATE TABLE shelves (place BLOB, part TEXT, content BLOB, mark INTEGER)",
    4,
    reader.version_of_shelves,
    page=65536,
)


Parts = Mapping[str, bytes]


class Layer(NamedTuple):
    """What was put on a shelf at once: its parts, and the files it is of, by number: how each looked and what it held.

    What the shelf shows no more is of no content.
    """

    parts: Parts
    files: Mapping[str, tuple[Look, str]]

    def is_current(self, name: str, look: Look, path: str) -> bool:
        """Whether a file that looks so now still holds what the layer has of it."""
        known, content = self.files.get(name, HIDDEN)
        if content == HIDDEN[1]:
            return False
        is_same = look[:-1] == known[:-1] and is_settled(known)
        return is_same or content_at(path) == content

    def shown(self) -> dict[str, Look]:
        """How the files looked of which it shows what they held."""
        return {name: look for name, (look, content) in self.files.items() if content != HIDDEN[1]}

    def hidden(self) -> list[int]:
        """The numbers of what it shows no more."""
        return [number for number, (_, content) in enumerate(self.files.values()) if content == HIDDEN[1]]


HIDDEN = NEVER, "-"
"""How a file looked that the shelf shows no more, and what it held."""


class Kept(NamedTuple):
    """A shelf: its layers, no two of which show the same file, and `left`, the files of its place that it has not."""

    layers: Sequence[Layer]
    left: Sequence[str]


class Shelves:
    """The shelves of one file, by place. What cannot be read or written is said to `narrate`."""

    def __init__(self, path: str, narrate: Say, is_own: bool = True, version: Callable[[], int] | None = None) -> None:
        """`is_own` asks that the file and its folder belong to this user, and that nobody else may write them.

        `version` is that of the code, where somebody knows it already.
        """
        table = TABLE._replace(version=version) if version else TABLE
        self._file = Database(path, table, narrate, is_own)

    def current(
        self, place: bytes, names: Sequence[str], state: Callable[[], str]
    ) -> tuple[list[dict[str, bytes]], list[str]] | None:
        """Each layer's parts of these names and the files left out; None where the shelf is of files in another state.

        What their state is comes to be known while the shelf is read: it is asked for last.
        """
        known = self._part(place, "state")
        found = self._parts(place, names) if known else None
        return found if found and known == state().encode() else None

    def kept(self, place: bytes, names: Sequence[str]) -> Kept | None:
        """Whatever shelf is known of a place, with its files one by one."""
        found = self._parts(place, [*names, _FILES])
        if found is None:
            return None
        layers, left = found
        try:
            return Kept([Layer(parts, _unpacked(parts.pop(_FILES))) for parts in layers], left)
        except (ValueError, TypeError, zlib.error):
            return None

    def write(self, place: bytes, state: str, kept: Kept) -> None:
        """Put a file of this shelf alone in place of what there is; shelves nobody has written for long are removed."""
        self._file.write(_rows(place, state, kept))
        _forget(self._file.path)

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        self._file.close()

    def _parts(self, place: bytes, names: Sequence[str]) -> tuple[list[dict[str, bytes]], list[str]] | None:
        """Each layer's parts of these names and the names left out, if all are there, each as long as it was."""
        told = (self._part(place, "sizes") or b"").decode("ascii", "replace")
        sizes = dict(line.rpartition(" ")[::2] for line in told.split("\n"))
        count = sizes.get(_LAYERS, "")
        layers = range(min(int(count), len(sizes)) if count.isdecimal() else 0)
        wanted = [_LEFT, *(_part_of(layer, name) for layer in layers for name in names)]
        parts = {name: part for name in wanted if (part := self._part(place, name)) is not None}
        if any(name not in parts or sizes.get(name) != str(len(parts[name])) for name in wanted):
            return None
        found = [{name: parts[_part_of(layer, name)] for name in names} for layer in layers]
        return (found, _names(parts[_LEFT])) if found else None

    def _part(self, place: bytes, part: str) -> bytes | None:
        return self._file.bytes_of({"place": place, "part": part}, "content")


def _forget(path: str) -> None:
    """Remove the shelves of the same kind that are old: of directories that are gone, or that never change."""
    folder, name = os.path.split(path)
    kind = f"{name.partition('-')[0]}-"
    with suppress(OSError):
        for each in os.scandir(folder):
            is_shelf = each.name.startswith(kind) and each.name.endswith(".sqlite")
            if is_shelf and each.is_file(follow_symlinks=False) and _age(each) > _LONG:
                os.unlink(each.path)


def _age(entry: os.DirEntry[str]) -> float:
    return time.time() - entry.stat(follow_symlinks=False).st_mtime


_LONG = 90 * 86_400
"""Seconds: a shelf that is made anew each season costs nobody anything."""


def build_shelves(path: str, shelves: Mapping[bytes, tuple[str, Kept]]) -> None:
    """Put a file of these shelves and the state of each at `path`. Raises OSError, sqlite3.Error and OverflowError."""
    build(path, TABLE, (row for place, (state, kept) in shelves.items() for row in _rows(place, state, kept)))


def state_of_contents(directory: str, names: Sequence[str]) -> str:
    """What tells the contents of some files from others, whenever and wherever they were installed."""
    contents = (f"{name}\0{content_at(os.path.join(directory, name))}" for name in sorted(names))
    return content_of("\0\0".join(contents).encode("utf-8", "surrogateescape"))


def _rows(place: bytes, state: str, kept: Kept) -> Iterator[tuple[bytes, str, bytes]]:
    parts = {_LEFT: "\0".join(kept.left).encode("utf-8", "surrogateescape")}
    for number, layer in enumerate(kept.layers):
        for name, part in {**layer.parts, _FILES: _packed(layer.files)}.items():
            parts[_part_of(number, name)] = part
    sizes = "\n".join([f"{_LAYERS} {len(kept.layers)}", *(f"{name} {len(part)}" for name, part in parts.items())])
    for name, part in {"state": state.encode(), "sizes": sizes.encode(), **parts}.items():
        yield place, name, part


_LAYERS, _LEFT, _FILES = "layers", "left", "files"


def _part_of(layer: int, name: str) -> str:
    return f"{name} {layer}" if layer else name


def _names(packed: bytes) -> list[str]:
    return packed.decode("utf-8", "surrogateescape").split("\0") if packed else []


def _packed(files: Mapping[str, tuple[Look, str]]) -> bytes:
    lines = ("\0".join([name, *map(str, look), content]) for name, (look, content) in files.items())
    return zlib.compress("\0\0".join(lines).encode("utf-8", "surrogateescape"), 1)


def _unpacked(packed: bytes) -> dict[str, tuple[Look, str]]:
    """Raises ValueError, TypeError or zlib.error."""
    text = zlib.decompress(packed).decode("utf-8", "surrogateescape")
    files = {}
    for line in text.split("\0\0") if text else []:
        name, *numbers, content = line.split("\0")
        files[name] = (Look._make(map(int, numbers)), content)
    return files
