"""Runs that meet at one index, or die in the middle: each prints what the files say."""

import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from careercli.profiles.directories import BUNDLED
from tests.indexed import Place, make_place
from tests.program import PROGRAM, environ, profile, run


@pytest.fixture
def many(tmp_path: Path) -> Place:
    """Return more profiles than one moment reads, and no index."""
    place = make_place(tmp_path, 40)
    for path in Path(BUNDLED).glob("*.yaml"):
        (place.roles / f"copy-{path.name}").write_bytes(path.read_bytes())
    return place


def start(place: Place, *command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ(**place.environ)
    )


def test_eight_cold_runs_at_once_print_the_same(many: Place) -> None:
    expected = run("roles", "role", **{**many.environ, "XDG_CACHE_HOME": "/dev/null"})
    for each in [start(many, "roles", "role", "-v") for _ in range(8)]:
        out, err = each.communicate(timeout=120)
        assert (each.returncode, out) == (0, expected.out)
        assert ": not used (" not in err
    assert many.warm()[:2] == many.ask(has_index=False)[:2]
    assert many.ask().read == []


@pytest.mark.parametrize("rounds", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_runs_that_refresh_while_a_file_is_edited_print_one_of_its_states(rounds: int, many: Place) -> None:
    many.warm()
    titles = [f"Role {letter}" for letter in "ABCDEFGH"]
    for _ in range(rounds):
        runs = [start(many, "roles", "--skill", "kitchens", "--columns", "id,title") for _ in range(8)]
        end = time.monotonic() + 120
        while any(each.poll() is None for each in runs):
            assert time.monotonic() < end, "a run does not end"
            for title in titles:
                new = many.roles.parent / "new"
                new.write_text(profile(title, tools="[kitchens]"))
                new.rename(many.roles / "role-7.yaml")
                time.sleep(0.005)
        for each in runs:
            out, _ = each.communicate(timeout=120)
            cells = dict(line.split("\t") for line in out.splitlines())
            assert each.returncode == 0
            assert sorted(cells) == ["id", *sorted(f"role-{number}" for number in range(39))]
            assert cells["role-7"] in titles or cells["role-7"] == "Role 7"
        assert many.ask()[:2] == many.ask(has_index=False)[:2]


@pytest.mark.parametrize("kills", [25, pytest.param(250, marks=pytest.mark.slow)])
def test_a_run_may_be_killed_at_any_moment(kills: int, many: Place) -> None:
    chance = random.Random(kills)
    expected = many.ask(has_index=False)
    moments = [time.monotonic()]
    for _ in range(2):
        start(many, "roles").communicate(timeout=120)
        moments.append(time.monotonic())
    cold, warm = moments[1] - moments[0], moments[2] - moments[1]
    killed = 0
    for number in range(kills):
        if number % 3 == 0:
            many.index.unlink(missing_ok=True)
        else:
            (many.roles / f"role-{number % 39}.yaml").touch()
        running = start(many, "roles")
        time.sleep(chance.uniform(0.3, 1.1) * (warm if number % 3 else cold))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        killed += running.returncode == -signal.SIGKILL
        answers = many.ask()
        assert answers[:2] == expected[:2]
        assert answers.unused == []
    assert killed > kills / 5, killed


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_an_index_that_another_process_locks_is_not_waited_for_long(
    lock: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercli.store.database._BUSY", 0.05)
    (place.roles / "role-0.yaml").write_text("title: Role\n")
    expected, before = place.ask(has_index=False), place.index.read_bytes()
    other = sqlite3.connect(place.index, isolation_level=None)
    other.execute(f"BEGIN {lock}")
    answers = place.ask()
    assert answers[:2] == expected[:2]
    assert answers.unused == [f"{place.index}: not used (database is locked)"]
    other.execute("ROLLBACK")
    assert place.index.read_bytes() == before
    assert place.ask()[:2] == expected[:2]
    assert place.ask().unused == []
    other.close()
