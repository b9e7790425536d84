"""A folder of profiles and an index of it, asked as a run of the program asks."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import Filters
from careercli.profiles.filenames import index_path
from tests.program import profile

FILTERS = (
    Filters(), Filters(("role",)), Filters(("rloe", "1")), Filters(("itchenz",)), Filters(("a",), skill="c d"),
    Filters(certification="comptia"), Filters(family="15-"), Filters(min_wage=1), Filters(("role 1",), education="x"),
)  # fmt: skip


Damage = Callable[[Path], object]
"""Changes a file."""


class Answers(NamedTuple):
    """What the questions of a run found, the warnings it gave, and its narration."""

    values: list[Any]
    warnings: list[str]
    narration: list[str]

    @property
    def read(self) -> list[str]:
        """The names of the profiles that were read."""
        return [line.rpartition("/")[2] for line in self.narration if line.startswith("reading ")]

    @property
    def unused(self) -> list[str]:
        """The lines that say why an index is not used."""
        return [line for line in self.narration if ": not used (" in line]


class Place(NamedTuple):
    """A folder of profiles, and the cache beside it."""

    roles: Path
    cache: Path

    @property
    def environ(self) -> dict[str, str]:
        """Changes to the environment that make the program use both."""
        return {"CAREERCLI_ROLES": str(self.roles), "XDG_CACHE_HOME": str(self.cache)}

    @property
    def index(self) -> Path:
        return Path(index_path(self.environ))

    def write(self, name: str, **fields: str) -> Path:
        (self.roles / f"{name}.yaml").write_text(profile(**fields))
        return self.roles / f"{name}.yaml"

    def ask(self, has_index: bool = True, directories: Sequence[Path] = ()) -> Answers:
        """Ask for lists, searches, wages and whole roles."""
        warnings: list[str] = []
        narration: list[str] = []
        listed = [str(each) for each in directories or [self.roles]]
        catalog = Catalog(listed, warnings.append, narration.append, str(self.index) if has_index else "")
        listing = catalog.listing()
        values: list[Any] = [(list(found.entries), found.corrections) for found in map(listing.find, FILTERS)]
        named = [listing.named(name) for name in ("Role 0", "r1", "ROLE-2", "role")]
        values += [listing.entries, named, list(catalog.plain_wages("year", False)), catalog.roles()]
        return Answers(values, warnings, narration)

    def warm(self) -> Answers:
        """Leave an index whose stamps are old enough to prove that nothing has changed."""
        with later():
            return self.ask()


def sql(*statements: str) -> Damage:
    """Return a change that runs statements in a database."""

    def change(path: Path) -> None:
        database = sqlite3.connect(path)
        for statement in statements:
            database.execute(statement)
        database.commit()
        database.close()

    return change


def overwritten(at: int, data: bytes) -> Damage:
    """Return a change of the bytes of a file from a place on."""
    return lambda path: path.write_bytes((old := path.read_bytes())[:at] + data + old[at + len(data) :])


def instead(make: Damage) -> Damage:
    """Return a change that deletes a file and makes something else there."""

    def change(path: Path) -> None:
        path.unlink()
        make(path)

    return change


@contextmanager
def later() -> Iterator[None]:
    """Put the program's clock ten seconds forward."""
    real = time.time_ns
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)
        yield


def make_place(folder: Path, count: int = 4) -> Place:
    """Write `count` profiles, the last of which cannot be used, and no index."""
    place = Place(folder / "roles", folder / "cache")
    place.roles.mkdir(parents=True)
    place.cache.mkdir(mode=0o700)
    for number in range(count):
        place.write(
            f"role-{number}", title=f"Role {number}", wages=f"[{{per: year, median: ${number}1000}}]",
            occupation=f"15-123{number % 2 + 1}", tools="[kitchens, b, {c: d}]", aliases=f"[R{number}]",
            certifications="[CompTIA A+]",
        )  # fmt: skip
    place.write(f"role-{count - 1}", title="[not a title]")
    return place
