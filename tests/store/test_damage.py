"""An index that is damaged, foreign or out of reach: the answers are those of the files, and a victim is untouched."""

import os
import random
import time
from pathlib import Path

import pytest

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import CatalogEntry
from careercli.errors import UnknownRole
from tests.indexed import Answers, Damage, Place, instead, make_place, overwritten, sql
from tests.program import run

COMMANDS = (("roles", "rloe"), ("compare", "role-0", "role-1", "-f", "json"))
VICTIM = "not yours\n" * 1000
TABLES = ("directory", "profile", "profile_body", "profile_wages", "profile_text", "profile_word", "profile_name")


def link_to_victim(index: Path) -> None:
    victim = index.parent.parent / "victim"
    victim.write_text(VICTIM)
    index.symlink_to(victim)


def flipped(seed: int) -> Damage:
    def harm(index: Path) -> None:
        chance = random.Random(seed)
        data = bytearray(index.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        index.write_bytes(data)

    return harm


TABLE_DAMAGES = {
    "no {}": "DROP TABLE {}",
    "a column more in {}": "ALTER TABLE {} ADD COLUMN more",
    "{} a view": "ALTER TABLE {0} RENAME TO old; CREATE VIEW {0} AS SELECT * FROM old",
    "rows of {} deleted": "DELETE FROM {}",
    "a row of {} deleted": "DELETE FROM {} WHERE id = 1",
}
HIDING = ("profile_fts", "profile_word", "profile_name", "profile_text")
"""Tables of search: rows missing there may hide a hit until the index is built anew."""

REBUILT: dict[str, Damage] = {
    "gone": Path.unlink,
    "empty": lambda index: os.truncate(index, 0),
    **{f"{size} bytes": lambda index, size=size: os.truncate(index, size) for size in (1, 16, 100, 4095, 4096, 20_000)},  # type: ignore[misc]
    "a byte less": lambda index: os.truncate(index, index.stat().st_size - 1),
    "garbage": lambda index: index.write_bytes(random.Random(1).randbytes(20_000)),
    "garbage behind the magic": overwritten(16, random.Random(2).randbytes(20_000)),
    "no database": lambda index: index.write_text("title: not an index\n"),
    "a format to come": overwritten(18, b"\x09\x09"),
    "foreign tables": sql("CREATE TABLE other (x)"),
    "a trigger": sql("CREATE TRIGGER harm AFTER INSERT ON profile BEGIN DELETE FROM profile; END"),
    "an older version": sql("PRAGMA user_version = 0"),
    "a newer version": sql("PRAGMA user_version = 2147483647"),
    "an endless view": sql(
        "ALTER TABLE directory RENAME TO old",
        "CREATE VIEW directory AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT old.* FROM n, old WHERE i < 0",
    ),
    **{
        name.format(table): sql(*damage.format(table).split(";")) for table in TABLES
        for name, damage in TABLE_DAMAGES.items() if table not in HIDING or "row" not in name
    },
    "bodies of one": sql("UPDATE profile_body SET (body, checksum) = (SELECT body, checksum FROM profile_body)"),
    "bodies exchanged": sql("UPDATE profile_body SET id = 9 - id", "UPDATE profile_body SET id = id - 5"),
    "wages of one": sql("UPDATE profile_wages SET (body, checksum) = (SELECT body, checksum FROM profile_wages)"),
    "no checksums": sql("UPDATE profile SET checksum = 0"),
    "text that is not UTF-8": sql("UPDATE profile SET title = CAST(x'ff' AS TEXT)"),
    "problems invented": sql("UPDATE profile SET problem = ':1:1: bad'"),
    "problems hidden": sql("UPDATE profile SET problem = ''"),
    "a file renamed": sql("UPDATE profile SET file = CAST('role-9.yaml' AS BLOB) WHERE problem <> ''"),
    "files moved": sql("UPDATE profile SET directory = 7 WHERE id = 1"),
    "huge bodies": sql("UPDATE profile_body SET body = zeroblob(30000000)"),
    "a journal beside": lambda index: Path(f"{index}-journal").write_bytes(index.read_bytes()),
    "a log beside": lambda index: Path(f"{index}-wal").write_bytes(index.read_bytes()),
}  # fmt: skip

UNUSED: dict[str, Damage] = {
    "a folder": instead(Path.mkdir),
    "a link to a victim": instead(link_to_victim),
    "a link to nothing": instead(lambda index: index.symlink_to("nothing")),
    "a link to itself": instead(lambda index: index.symlink_to(index.name)),
    "a link to a device": instead(lambda index: index.symlink_to("/dev/zero")),
    "a pipe": instead(os.mkfifo),
    "written by a group": lambda index: index.chmod(0o660),
    "written by all": lambda index: index.chmod(0o606),
    "in a folder written by a group": lambda index: index.parent.chmod(0o770),
    "in a folder written by all": lambda index: index.parent.chmod(0o707),
    "in a cache written by all": lambda index: index.parent.parent.chmod(0o777),
}


def victim_is_untouched(place: Place) -> bool:
    victim = place.cache / "victim"
    return not victim.exists() or victim.read_text() == VICTIM


@pytest.mark.a_tenth
@pytest.mark.parametrize("damage", REBUILT.values(), ids=REBUILT)
def test_a_damaged_index_changes_no_answer_and_is_built_anew(damage: Damage, place: Place) -> None:
    expected = place.ask(has_index=False)
    damage(place.index)
    before = time.monotonic()
    answers = place.ask()
    assert time.monotonic() - before < 5
    assert answers[:2] == expected[:2]
    assert len(answers.unused) <= 1
    again = place.warm()
    assert again[:2] == expected[:2]
    assert again.unused == place.ask().read == []
    assert place.index.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", UNUSED.values(), ids=UNUSED)
def test_what_is_no_index_of_this_user_is_left_alone_in_one_line(damage: Damage, place: Place) -> None:
    expected = place.ask(has_index=False)
    damage(place.index)
    for _ in range(2):
        answers = place.ask()
        assert answers[:2] == expected[:2]
        assert len(answers.unused) == 1
        assert answers.unused[0].startswith(f"{place.index}: not used (")
    assert victim_is_untouched(place)


def is_listed(entry: CatalogEntry, expected: Answers) -> bool:
    """Return True of a role that is right, or of an occupation: they answer where no role does."""
    return entry in expected.values[0][0] or entry.id == entry.occupation


@pytest.mark.parametrize("table", HIDING)
def test_rows_of_search_that_are_missing_hide_hits_alone(table: str, place: Place) -> None:
    expected = place.ask(has_index=False)
    sql(f"DELETE FROM {table}" if table != "profile_fts" else "DELETE FROM profile_fts_data")(place.index)
    answers = place.ask()
    assert answers.values[0] == expected.values[0]
    assert answers.values[-2:] == expected.values[-2:]
    hidden = [one[0] for one, all_of in zip(answers.values[:9], expected.values[:9], strict=True) if one != all_of]
    assert all(is_listed(entry, expected) for entries in hidden for entry in entries)


def test_a_name_found_in_the_index_is_checked_against_the_role(place: Place) -> None:
    sql("UPDATE profile_name SET key = 'xqzzy' WHERE profile = 1 AND key = 'role0'")(place.index)
    catalog = Catalog([str(place.roles)], lambda line: None, index=str(place.index))
    with pytest.raises(UnknownRole, match="“xqzzy”"):
        catalog.find("xqzzy")


@pytest.mark.parametrize("mode", [0o000, 0o400, 0o600])
def test_an_index_that_may_not_be_read_or_written_changes_no_answer(mode: int, place: Place) -> None:
    place.index.chmod(mode)
    (place.roles / "role-0.yaml").write_text("title: Role\n")
    assert place.ask()[:2] == place.ask(has_index=False)[:2]


def test_somebody_elses_index_is_not_used(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: real + 1)
    answers = place.ask()
    assert answers[:2] == place.ask(has_index=False)[:2]
    assert len(answers.unused) == 1
    assert set(answers.read) == set(os.listdir(place.roles))


@pytest.mark.parametrize("damage", ["half", "a pipe", "a link to a victim", "no database", "rows of profile deleted"])
def test_a_run_prints_the_same_with_exit_0_and_says_why_if_asked(damage: str, place: Place) -> None:
    harm = {**REBUILT, **UNUSED, "half": overwritten(5000, bytes(9000))}[damage]
    for command in COMMANDS:
        expected = run(*command, **{**place.environ, "XDG_CACHE_HOME": "/dev/null"})
        assert expected.code == 0
        place.warm()
        harm(place.index)
        assert run(*command, **place.environ) == expected
        narrated = run(*command, "-v", **place.environ)
        assert (narrated.code, narrated.out) == (0, expected.out)
        if damage in UNUSED:
            assert narrated.err.count(f"careercli: {place.index}: not used (") == 1
        assert victim_is_untouched(place)
        place.index.unlink()


@pytest.mark.parametrize("cache", ["relative", "/dev/null", "/proc", "/" + "x" * 300, None])
def test_without_a_cache_the_answer_is_the_same(cache: str | None, place: Place, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    expected = run("roles", **place.environ)
    ended = run("roles", "-v", cwd=here, **{**place.environ, "XDG_CACHE_HOME": cache, "HOME": "relative"})
    assert (ended.code, ended.out) == (0, expected.out)
    assert len([line for line in ended.err.splitlines() if "index" in line or "not used" in line]) == 1
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("seeds", [range(60), pytest.param(range(60, 1000), marks=pytest.mark.slow)], ids=len)
def test_a_flipped_bit_shows_no_role_wrong_and_loses_none(seeds: range, tmp_path: Path) -> None:
    place = make_place(tmp_path)
    place.warm()
    expected = place.ask(has_index=False)
    good = place.index.read_bytes()
    for seed in seeds:
        place.index.write_bytes(good)
        flipped(seed)(place.index)
        answers = place.ask()
        assert answers.warnings == expected.warnings, seed
        for at in (0, 9, -2, -1):
            assert answers.values[at] == expected.values[at], (seed, at)
        for found in answers.values[1:9]:
            assert all(is_listed(entry, expected) for entry in found[0]), seed
