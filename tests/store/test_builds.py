"""Builds that are killed, that meet each other, or have nowhere to write: always the same answer."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from careercli.profiles.directories import BUNDLED
from tests.program import PROGRAM, ROOT, Ended, environ, run, shell
from tests.store.damage import NOBODY
from tests.store.made import NAME, Place, a_place, calls_of, forked, writable_by_others

COMMAND = ("salary", "-f", "csv")
MANY = 60
KILLS = 200


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """So many profiles that a build takes some time."""
    place = a_place(tmp_path_factory.mktemp("many"), MANY)
    for path in Path(BUNDLED).glob("*.yaml"):
        (place.roles / f"copy-{path.name}").write_bytes(path.read_bytes())
    return place


@pytest.fixture(scope="module")
def expected(many: Place) -> Ended:
    ended = run(*COMMAND, **many.environ_without)
    assert (ended.code, ended.err) == (0, "")
    assert f"role-{MANY - 1}" in ended.out
    return ended


@pytest.fixture
def place(many: Place, tmp_path: Path) -> Place:
    """The same profiles, and a cache of their own."""
    (tmp_path / "cache").mkdir(mode=0o700)
    return Place(many.roles, tmp_path / "cache")


def half_built_at(folder: Path) -> list[str]:
    """What somebody is building there, or left."""
    return [each for each in os.listdir(folder) if not each.endswith(".sqlite")] if folder.exists() else []


def test_a_build_may_be_killed_at_any_moment(place: Place, expected: Ended) -> None:
    roles = place.answer_without()[0]
    by = random.Random(20)

    # Half of the builds read every profile first; the others have read them, and only write.
    catalog = place.catalog([])
    memory = catalog._memory
    assert memory
    for path in catalog.paths().values():
        catalog._load(path)
    builds: list[Callable[[], object]] = [place.answer, memory.keep]
    calls = []
    for build in builds:
        calls.append(calls_of(build))
        assert place.is_remembered()
        place.index.unlink()

    killed, half_built = 0, 0
    for number in range(KILLS):
        child = forked(builds[number % 2], by.randint(1, calls[number % 2]))
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        half_built += bool(half_built_at(place.index.parent))
        said: list[str] = []
        found = [place.catalog(said).find(f"role-{number % MANY}")]
        assert found == [role for role in roles if role.id == f"role-{number % MANY}"]
        assert not [line for line in said if not line.startswith("reading ")]
        if number % 20 == 0:
            assert run(*COMMAND, **place.environ) == expected
        if number % 5 == 0 and place.index.exists():
            place.index.unlink()
        for left in place.index.parent.glob(f"{NAME}.*"):
            os.utime(left, (1, 1))
    assert killed > KILLS / 2
    assert half_built > KILLS / 10, "some of them while they wrote"
    assert place.answer()[0] == roles
    (place.index).unlink()
    assert place.answer()[0] == roles
    assert place.is_remembered()
    assert half_built_at(place.index.parent) == [], "what they left is swept"
    assert place.index.exists()


def test_eight_builders_at_once(place: Place, expected: Ended) -> None:
    builders = [
        subprocess.Popen(
            [*PROGRAM, *COMMAND, "-v"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=environ(**place.environ),
        )
        for _ in range(8)
    ]  # fmt: skip
    for each in builders:
        out, err = each.communicate(timeout=300)
        assert (each.returncode, out) == (0, expected.out)
        assert not [line for line in err.splitlines() if not line.startswith("careercli: reading ")]
    assert half_built_at(place.index.parent) == []
    assert place.index.exists()
    assert place.is_remembered()


def test_builders_of_different_profiles_meet(place: Place, tmp_path: Path) -> None:
    """Each writes what it knows; the last one stands, and nobody's answer is another's."""
    folders = [tmp_path / str(number) for number in range(4)]
    for number, folder in enumerate(folders):
        folder.mkdir()
        (folder / "same-id.yaml").write_text(f"title: Title {number}\n")
    for _ in range(2):
        running = [
            subprocess.Popen(
                [*PROGRAM, "show", "same-id", "-f", "yaml"], stdout=subprocess.PIPE, text=True,
                env=environ(XDG_CACHE_HOME=str(place.cache), CAREERCLI_ROLES=str(folder)),
            )
            for folder in folders
        ]  # fmt: skip
        assert [each.communicate(timeout=300)[0] for each in running] == [f"title: Title {n}\n" for n in range(4)]


# -- nowhere to write


@pytest.mark.parametrize("blocks", [0, 1, 4, 9, 40])
def test_a_disk_that_is_full_changes_no_answer(blocks: int, place: Place, expected: Ended) -> None:
    ended = shell(f'ulimit -f {blocks}; "$@" | cat', *COMMAND, "-v", **place.environ)
    said = [line for line in ended.err.splitlines() if not line.startswith("careercli: reading ")]
    assert (ended.code, ended.out) == (0, expected.out)
    assert all(": not written (" in line for line in said)
    assert any(line.startswith(f"careercli: {place.index}: ") for line in said)
    assert list(place.index.parent.iterdir()) == []


def test_a_disk_that_fills_up_leaves_the_old_index(place: Place, expected: Ended) -> None:
    place.warm()
    before = place.index.read_bytes()
    extra = place.roles.parent / "extra"
    extra.mkdir(exist_ok=True)
    (extra / "new.yaml").write_text("title: New\n")
    ended = shell('ulimit -f 9; "$@" | cat', "roles", "--roles", str(extra), **place.environ)
    assert ended == run("roles", "--roles", str(extra), **place.environ_without)
    assert place.index.read_bytes() == before
    assert run(*COMMAND, **place.environ) == expected


def test_a_tiny_disk_of_its_own(place: Place, expected: Ended) -> None:
    cache = place.cache / "tiny"
    cache.mkdir(mode=0o700)
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k,mode=700", "tmpfs", str(cache)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can mount a small disk, where that is allowed at all")
    try:
        tiny = Place(place.roles, cache)
        assert run(*COMMAND, **tiny.environ) == expected
        assert run(*COMMAND, **tiny.environ) == expected
    finally:
        subprocess.run(["umount", str(cache)], check=True)


@pytest.mark.parametrize(
    "changes",
    [
        {"HOME": None, "XDG_CACHE_HOME": None},
        {"HOME": "", "XDG_CACHE_HOME": None},
        {"HOME": "relative", "XDG_CACHE_HOME": None},
        {"HOME": "/nonexistent", "XDG_CACHE_HOME": None},
        {"HOME": "/dev/null", "XDG_CACHE_HOME": None},
        {"HOME": "/proc/self", "XDG_CACHE_HOME": None},
        {"XDG_CACHE_HOME": "/dev/null"},
        {"XDG_CACHE_HOME": "/dev/full"},
        {"XDG_CACHE_HOME": "relative"},
        {"XDG_CACHE_HOME": "./relative"},
        {"XDG_CACHE_HOME": sys.executable},
        {"XDG_CACHE_HOME": "/proc"},
        {"XDG_CACHE_HOME": "/sys"},
        {"XDG_CACHE_HOME": "/" + "x" * 300},
        {"XDG_CACHE_HOME": "/x" * 3000},
    ],
    ids=lambda changes: str(changes)[:60],
)
def test_without_a_cache_the_answer_is_the_same(
    changes: dict[str, str | None], place: Place, expected: Ended, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    ended = run(*COMMAND, "-v", cwd=here, **{**place.environ, **changes})
    assert (ended.code, ended.out) == (0, expected.out)
    said = [line for line in ended.err.splitlines() if not line.startswith("careercli: reading ")]
    assert len(said) <= 4, "one line for each file that cannot be read or written"
    assert not [line for line in said if "not used" not in line and "not written" not in line]
    assert list(here.iterdir()) == []


def test_nothing_is_ever_written_to_the_folder_that_everybody_shares(place: Place, expected: Ended) -> None:
    shared = place.cache / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    for changes in ({"XDG_CACHE_HOME": str(shared)}, {"HOME": str(shared), "XDG_CACHE_HOME": None}):
        assert run(*COMMAND, **{**place.environ, **changes}) == expected
    # ~/.cache is this user's own wherever the home is.
    assert [path.name for path in shared.iterdir()] == [".cache"]
    assert writable_by_others(shared / ".cache") == []


def test_the_home_of_another_user_is_left_alone(place: Place, expected: Ended) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a home away")
    home = place.cache / "home"
    (home / ".cache").mkdir(parents=True)
    for path in (home, home / ".cache"):
        os.chown(path, NOBODY, NOBODY)
    assert run(*COMMAND, **{**place.environ, "HOME": str(home), "XDG_CACHE_HOME": None}) == expected
    assert list((home / ".cache").iterdir()) == []


@pytest.fixture
def another_user() -> Iterator[Path]:
    """A folder that a user who is not root can reach."""
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


def as_nobody(place: Place) -> tuple[bool, list[str]]:
    """Whether another user gets the answer that no index gives, and what they are told."""
    expected = place.answer_without()[0]
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.umask(0o022)
            roles, said = place.answer()
            os.write(writer, "\n".join([str(roles == expected), *said]).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, encoding="utf-8") as answer:
        is_same, *said = answer.read().split("\n")
    os.waitpid(child, 0)
    return is_same == "True", said


@pytest.mark.parametrize("state", ["own", "read-only", "unreadable", "unreadable index", "warm of another"])
def test_a_user_who_is_not_root_gets_the_same(state: str, another_user: Path) -> None:
    if not all(folder.stat().st_mode & 0o001 for folder in [ROOT, *ROOT.parents]):
        pytest.skip("another user cannot read the code")
    place = a_place(another_user)
    place.cache.chmod(0o755)
    if state == "own":
        os.chown(place.cache, NOBODY, NOBODY)
    elif state != "read-only":
        place.warm()  # All of it is root's: another user may read it, or not.
        place.index.chmod(0o600 if state == "unreadable index" else 0o644)
        place.index.parent.chmod(0o700 if state == "unreadable" else 0o755)
    first, second = as_nobody(place), as_nobody(place)
    assert first[0]
    assert second[0]
    reads = [line for line in second[1] if line.startswith("reading ")]
    others = [line for line in second[1] if not line.startswith("reading ")]
    assert len(reads) == (0 if state == "own" else 3)
    assert all(line.startswith(f"{place.index}: not ") for line in others)
    assert len(others) == {"own": 0, "read-only": 1}.get(state, 2)
    assert writable_by_others(place.cache) == []


# -- limits


@pytest.mark.parametrize(
    "limit", ["umask 777", "umask 000", "umask 002", "ulimit -n 24", "ulimit -n 8", "ulimit -s 256"]
)
def test_limits_change_no_answer(limit: str, place: Place, expected: Ended) -> None:
    for _ in range(2):
        assert shell(f'{limit}; "$@"', *COMMAND, **place.environ) == expected
        assert writable_by_others(place.cache) == []
    assert run(*COMMAND, "-v", **place.environ).err == "", "and what was written can be read"


def test_a_new_home_has_a_cache_that_is_nobody_elses(place: Place, expected: Ended) -> None:
    home = place.cache / "home"
    home.mkdir()
    changes = {**place.environ, "HOME": str(home), "XDG_CACHE_HOME": None}
    assert shell('umask 000; "$@"', *COMMAND, **changes) == expected
    assert (home / ".cache" / "careercli" / NAME).exists()
    assert writable_by_others(home) == []


def test_too_little_memory_for_the_index_is_no_fault_of_the_answer(place: Place) -> None:
    """The build fails wherever the limit bites, or all of the program does, with one line."""
    expected = run("roles", **place.environ_without)
    for megabytes in (40, 48, 56, 64, 96):

        def limited(most: int = megabytes << 20) -> None:
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))

        done = subprocess.run(
            [*PROGRAM, "roles"], check=False, capture_output=True, text=True, env=environ(**place.environ),
            preexec_fn=limited,
        )  # fmt: skip
        if done.returncode == 0:
            assert (done.stdout, done.stderr) == (expected.out, "")
    assert run("roles", **place.environ) == expected
