"""The profiles generated for benchmarks are valid, and similar to the bundled ones."""

from pathlib import Path
from statistics import median

import pytest

from benchmarks.made import make_profiles
from careercli.compare.wage_rows import wages_of
from careercli.model.claims import Role, Subject
from careercli.profiles.checks.check import check
from careercli.store import official
from tests.make import role_in

CODES = {code for code, _, _ in official.titles()}
BUNDLED = sorted((Path(__file__).parent.parent / "careercli" / "data" / "roles").glob("*.yaml"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return make_profiles(tmp_path_factory.mktemp("made"), 120)


@pytest.fixture(scope="module")
def roles(made: list[Path]) -> list[Role]:
    return [role_in(str(path)) for path in made]


def size(path: Path) -> int:
    return path.stat().st_size


def test_a_made_profile_has_nothing_wrong_or_doubtful(made: list[Path]) -> None:
    assert check([str(path) for path in made], {path.stem: str(path) for path in BUNDLED}, CODES) == []


def test_they_are_as_large_as_the_bundled_ones(made: list[Path], roles: list[Role]) -> None:
    assert median(map(size, made)) == pytest.approx(median(map(size, BUNDLED)), rel=0.2)
    claims = [len(role_in(str(path)).own) for path in BUNDLED]
    assert median(len(role.own) for role in roles) == pytest.approx(median(claims), rel=0.1)


def test_they_differ(roles: list[Role]) -> None:
    for differs in (lambda role: role.title, lambda role: role.aliases, lambda role: role.own):
        assert len({differs(role) for role in roles}) == len(roles)
    assert len({role.occupation for role in roles}) > 80


def test_each_has_wages_of_its_own(roles: list[Role]) -> None:
    for role in roles:
        assert [row for row in wages_of(Subject(role, None), "year") if not row.is_official]


def test_the_same_number_is_the_same_file_and_old(made: list[Path], tmp_path: Path) -> None:
    again = make_profiles(tmp_path / "again", 7)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in made[:7]]
    assert {path.stat().st_mtime_ns // 10**9 for path in again} == {1_704_067_200 + number for number in range(1, 8)}
    other = make_profiles(tmp_path / "other", 7, seed="another")
    assert [path.read_bytes() for path in other] != [path.read_bytes() for path in again]
