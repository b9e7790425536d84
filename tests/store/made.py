"""Profiles with an index of them, as a program that ran ten seconds from now would have left it."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from careercli.listing import Filters, Found
from careercli.store.memory import Memory

from careercli import cli
from careercli.catalog import Catalog
from careercli.model.claims import Role
from careercli.profiles.directories import BUNDLED
from tests.program import Ended, profile

NAME = "index-1.sqlite"
LATER = 10_000_000_000
"""Nanoseconds after which no file of a test has just changed."""


def unpacked(found: Found) -> Found:
    """The same, with cards that can be compared."""
    return found._replace(cards=list(found.cards))


class Place(NamedTuple):
    """A folder of profiles, and the cache beside it."""

    roles: Path
    cache: Path

    @property
    def index(self) -> Path:
        return self.cache / "careercli" / NAME

    @property
    def shelf(self) -> Path:
        """The file of the shelf of these profiles."""
        return self.shelf_of(os.fsencode(self.roles))

    def shelf_of(self, place: bytes) -> Path:
        """The file of the shelf of a folder, or of `OCCUPATIONS`."""
        return self.index.with_name(f"cards-1-{zlib.crc32(place):08x}{zlib.adler32(place):08x}.sqlite")

    @property
    def environ(self) -> dict[str, str]:
        """Changes to the environment that make the program use both."""
        return {"CAREERCLI_ROLES": str(self.roles), "XDG_CACHE_HOME": str(self.cache)}

    @property
    def environ_without(self) -> dict[str, str]:
        """The same profiles and no index of them."""
        return {**self.environ, "XDG_CACHE_HOME": "/dev/null"}

    def catalog(self, said: list[str], has_memory: bool = True) -> Catalog:
        """What a run uses; `said` is given its warnings and its narration."""
        memory = Memory(BUNDLED, str(self.index.parent), said.append) if has_memory else None
        return Catalog([str(self.roles)], said.append, said.append, memory)

    def answer(self) -> tuple[list[Role], list[str]]:
        """Every role, and what was said, as a run would have it."""
        said: list[str] = []
        return self.catalog(said).roles(), said

    def answer_without(self) -> tuple[list[Role], list[str]]:
        """The same with no index."""
        said: list[str] = []
        roles = self.catalog(said, has_memory=False).roles()
        return roles, [line for line in said if not line.startswith("reading ")]

    def warm(self) -> None:
        """Leave an index whose rows are believed without a look into the files."""
        with clock(LATER):
            self.answer()

    def asked(self, *arguments: str) -> Ended:
        """How a command line ends, run in this process."""
        return asked(*arguments, **self.environ)

    def asked_without(self, *arguments: str) -> Ended:
        """The same with no index."""
        return asked(*arguments, **self.environ_without)

    def warm_lists(self, *arguments: str) -> None:
        """Leave shelves that are believed without a look into the files."""
        with clock(LATER):
            self.asked("roles", *arguments)

    def opened(self, everything: bool = False) -> list[str]:
        """The profiles, by name, that a list cannot answer without; their contents are not looked at either."""
        asked: list[str] = []
        catalog = self.catalog([])
        assert catalog._memory
        real = catalog._memory.role

        def role(path: str) -> Role | None:
            asked.append(os.path.basename(path))
            return real(path)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(catalog._memory, "role", role)
            patch.setattr("careercli.store.shelves.content_at", lambda path: asked.append(os.path.basename(path)))
            catalog.listing(everything)
        return list(dict.fromkeys(asked))

    def is_remembered(self) -> bool:
        return not any(line.startswith("reading ") for line in self.answer()[1])


def a_place(folder: Path, count: int = 3) -> Place:
    """`count` profiles and no index."""
    place = Place(folder / "roles", folder / "cache")
    place.roles.mkdir()
    place.cache.mkdir(mode=0o700)
    for number in range(count):
        text = profile(f"Role {number}", wages=f"[{{per: year, median: ${number}1000}}]", tools="[a, b, {c: d}]")
        (place.roles / f"role-{number}.yaml").write_text(text)
    return place


def asked(*arguments: str, **changes: str) -> Ended:
    """How a command line ends that is run in this process, with these changes to an environment without a home."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8", "surrogateescape", newline="") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "CAREERCLI_ROLES", "COLUMNS", "NO_COLOR"):
            patch.delenv(name, raising=False)
        for name, value in {"HOME": "/nonexistent", "LC_ALL": "C.UTF-8", **changes}.items():
            patch.setenv(name, value)
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", err)
        code = cli.run(arguments)
        texts = []
        for stream in (out, err):
            stream.flush()
            texts.append(stream.buffer.getvalue().decode("utf-8", "surrogateescape"))  # type: ignore[attr-defined]
    return Ended(code, *texts)


def forked(work: Callable[[], object], dies_at: int = 0) -> int:
    """A process of its own that does the work, and has begun; its id. It may die at a call `calls_of` counts."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, b"begun")
            _done_counting(work, dies_at)
        finally:
            os._exit(0)
    os.close(writer)
    os.read(reader, 5)
    os.close(reader)
    return child


def calls_of(work: Callable[[], object]) -> int:
    """How many calls to the system, to SQLite and for marks of rows the work makes, in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, str(_done_counting(work, 0)).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        count = int(pipe.read())
    os.waitpid(child, 0)
    return count


def _done_counting(work: Callable[[], object], dies_at: int) -> int:
    count = 0

    def counted(frame: object, event: str, call: Any) -> None:
        nonlocal count
        if event == "c_call" and (
            call.__module__ in ("posix", "zlib") or isinstance(call.__self__, sqlite3.Connection | sqlite3.Cursor)
        ):
            count += 1
            if count == dies_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@contextmanager
def clock(shift: int) -> Iterator[None]:
    """The program's clock, this many nanoseconds from the real one."""
    real = time.time_ns
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercli.store.seen.time.time_ns", lambda: real() + shift)
        yield


def writable_by_others(folder: Path) -> list[str]:
    """Every file and folder within that somebody else may write."""
    found = [folder, *(Path(within) / name for within, *names in os.walk(folder) for name in [*names[0], *names[1]])]
    return [str(path) for path in found if not path.is_symlink() and path.stat().st_mode & 0o022]


FILTERS = (Filters(), Filters(("role",)), Filters(("rloe", "1")), Filters(skill="c d"), Filters(certification="x"))


Answer = tuple[list[Found], list[str]]


def found(place: Place, has_memory: bool = True) -> Answer:
    """What a list of the profiles of a place alone shows, and the warnings, as a run would have them."""
    warned: list[str] = []
    memory = Memory(BUNDLED, str(place.index.parent), lambda line: None) if has_memory else None
    listing = Catalog([str(place.roles)], warned.append, memory=memory).listing()
    return [unpacked(listing.find(each)) for each in FILTERS], warned
