"""Everything that may be wrong with an index, or with a shelf: a name, and what makes it so."""

from __future__ import annotations

import os
import random
import socket
import sqlite3
import zlib
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from careercli.shelf import Shelf
from careercli.store.seen import Seen

from careercli.store.database import mark_of

Damage = Callable[[Path], object]
NOBODY = 65534
VICTIM = "what a link leads to\n" * 1000


def sql(*statements: str) -> Damage:
    """Change the file as SQLite would."""

    def harm(index: Path) -> None:
        connection = sqlite3.connect(index)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return harm


def rows(change: Callable[[Seen], Seen], has_new_mark: bool) -> Damage:
    """Change every row, which then agrees with itself or does not."""

    def harm(index: Path) -> None:
        connection = sqlite3.connect(index)
        for *cells, mark in connection.execute("SELECT * FROM profiles").fetchall():
            row = change(Seen._make(cells))
            new = mark_of(row) if has_new_mark else mark
            connection.execute("REPLACE INTO profiles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, new))
        connection.commit()
        connection.close()

    return harm


def truncated(keep: float) -> Damage:
    """Cut to a part of its length, or to so many bytes."""
    return lambda index: os.truncate(index, int(keep if keep >= 1 else keep * index.stat().st_size))


def overwritten(at: int, data: bytes) -> Damage:
    """Other bytes from an offset on, counted from the end where it is negative."""

    def harm(index: Path) -> None:
        old = index.read_bytes()
        start = at % len(old)
        index.write_bytes(old[:start] + data + old[start + len(data) :])

    return harm


def flipped(seed: int) -> Damage:
    """One bit of one byte is another."""

    def harm(index: Path) -> None:
        by = random.Random(seed)
        data = bytearray(index.read_bytes())
        data[by.randrange(len(data))] ^= 1 << by.randrange(8)
        index.write_bytes(data)

    return harm


def instead(make: Callable[[Path], object]) -> Damage:
    """Something else stands in its place."""

    def harm(index: Path) -> None:
        index.unlink()
        make(index)

    return harm


def link_to_victim(index: Path) -> None:
    """A link to a file beside the cache that is nobody's business."""
    victim = index.parent.parent / "victim"
    victim.write_text(VICTIM)
    index.symlink_to(victim)


def link_to_itself_elsewhere(index: Path) -> None:
    """The very index, in another place."""
    index.rename(index.parent.parent / "elsewhere.sqlite")
    index.symlink_to(index.parent.parent / "elsewhere.sqlite")


def socket_at(index: Path) -> None:
    here = os.getcwd()
    os.chdir(index.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(index.name)
    finally:
        os.chdir(here)


def full_folder(index: Path) -> None:
    index.mkdir()
    (index / "within").write_text("x")


def of_folder(change: Callable[[Path], object]) -> Damage:
    return lambda index: change(index.parent)


def file_for_folder(folder: Path) -> None:
    folder.rename(folder.parent / "old")
    folder.write_text("a file")


def link_for_folder(folder: Path) -> None:
    folder.rename(folder.parent / "old")
    folder.symlink_to("old")


def utf16(index: Path) -> None:
    """The same rows where all text is UTF-16."""
    old = sqlite3.connect(index)
    table, schema = old.execute("SELECT name, sql FROM sqlite_master").fetchone()
    kept = old.execute(f"SELECT * FROM {table}").fetchall()
    version = old.execute("PRAGMA user_version").fetchone()[0]
    old.close()
    index.unlink()
    new = sqlite3.connect(index)
    new.execute("PRAGMA encoding = 'UTF-16'")
    new.execute(schema)
    new.execute(f"PRAGMA user_version = {version}")
    new.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(kept[0]))})", kept)
    new.commit()
    new.close()


def beside(suffix: str) -> Damage:
    """A file that SQLite would look for, as another program may have left it."""
    return lambda index: index.with_name(index.name + suffix).write_bytes(index.read_bytes() * 2)


BYTES: dict[str, Damage] = {
    "gone": lambda index: index.unlink(),
    "empty": truncated(1e-9),
    "one byte": truncated(1),
    "only the magic": truncated(16),
    "only the header": truncated(100),
    "a page less a byte": truncated(4095),
    "one page": truncated(4096),
    "a page and a byte": truncated(4097),
    "half": truncated(0.5),
    "all but little": truncated(0.999),
    "garbage": lambda index: index.write_bytes(random.Random(1).randbytes(20_000)),
    "garbage behind the magic": overwritten(16, random.Random(2).randbytes(20_000)),
    "garbage at the end": overwritten(-3000, random.Random(3).randbytes(3000)),
    "zeros": lambda index: index.write_bytes(bytes(20_000)),
    "the first page of zeros": overwritten(100, bytes(3996)),
    "the last page of zeros": overwritten(-4096, bytes(4096)),
    "text": lambda index: index.write_text("title: not an index\n"),
    "more than there is": lambda index: os.truncate(index, index.stat().st_size + 12_345),
    "sparse and huge": lambda index: os.truncate(index, 1 << 36),
    "another page size": overwritten(16, b"\x02\x00"),
    "a page size that cannot be": overwritten(16, b"\x00\x07"),
    "said to be a WAL": overwritten(18, b"\x02\x02"),
    "a format to come": overwritten(18, b"\x09\x09"),
    "roots that cannot be": overwritten(52, b"\xff" * 8),
    **{f"one bit flipped, {seed}": flipped(seed) for seed in range(8)},
}

STANDING: dict[str, Damage] = {
    "a folder": instead(lambda index: index.mkdir()),
    "a folder that is not empty": instead(full_folder),
    "a link to a victim": instead(link_to_victim),
    "a link to an index": link_to_itself_elsewhere,
    "a link to nothing": instead(lambda index: index.symlink_to("nothing")),
    "a link to itself": instead(lambda index: index.symlink_to(index.name)),
    "a link to a device": instead(lambda index: index.symlink_to("/dev/zero")),
    "a pipe": instead(os.mkfifo),
    "a socket": instead(socket_at),
    "for all to write": lambda index: index.chmod(0o666),
    "for a group to write": lambda index: index.chmod(0o660),
    "for nobody to read": lambda index: index.chmod(0),
    "in a folder for all to write": of_folder(lambda folder: folder.chmod(0o777)),
    "in a folder for a group to write": of_folder(lambda folder: folder.chmod(0o770)),
    "in a folder for nobody to read": of_folder(lambda folder: folder.chmod(0)),
    "in a folder for nobody to write": of_folder(lambda folder: folder.chmod(0o500)),
    "in a folder that is a file": of_folder(file_for_folder),
    "in a folder that is a link": of_folder(link_for_folder),
    "in a cache for all to write": lambda index: index.parent.parent.chmod(0o777),
}


def tables(name: str, column: str, columns: str) -> dict[str, Damage]:
    """What may be wrong with a table of this name, with a column that it may lose, and its columns in another order."""
    return {
        "no table": sql(f"DROP TABLE {name}"),
        "a table of another name": sql(f"ALTER TABLE {name} RENAME TO roles"),
        "a column more": sql(f"ALTER TABLE {name} ADD COLUMN more"),
        "a column less": sql(f"ALTER TABLE {name} DROP COLUMN {column}"),
        "columns in another order": sql(
            f"CREATE TABLE other AS SELECT {columns} FROM {name}", f"DROP TABLE {name}",
            f"ALTER TABLE other RENAME TO {name}",
        ),
        "a view": sql(f"ALTER TABLE {name} RENAME TO old", f"CREATE VIEW {name} AS SELECT * FROM old"),
        "an endless view": sql(
            f"ALTER TABLE {name} RENAME TO old",
            f"CREATE VIEW {name} AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT old.* FROM n, old WHERE i < 0",
        ),
        "a trigger": sql(f"CREATE TRIGGER harm AFTER INSERT ON {name} BEGIN DELETE FROM {name}; END"),
        "a table beside": sql("CREATE TABLE other (x)"),
        "an older version": sql("PRAGMA user_version = 0"),
        "a newer version": sql("PRAGMA user_version = 2147483647"),
        "another encoding": utf16,
        "a journal beside": beside("-journal"),
        "a WAL beside": beside("-wal"),
    }  # fmt: skip


DAMAGES: dict[str, Damage] = {
    **BYTES,
    # rows
    "no rows": sql("DELETE FROM profiles"),
    "a row gone": sql("DELETE FROM profiles WHERE place LIKE '%role-0.yaml'"),
    "no marks": sql("UPDATE profiles SET mark = NULL"),
    "marks of one": sql("UPDATE profiles SET mark = (SELECT mark FROM profiles LIMIT 1)"),
    "marks as text": sql("UPDATE profiles SET mark = 'x' || mark"),
    "marks of bytes": sql("UPDATE profiles SET mark = zeroblob(9)"),
    "roles of one": sql("UPDATE profiles SET role = (SELECT role FROM profiles LIMIT 1)"),
    "roles of nothing": sql("UPDATE profiles SET role = NULL"),
    "roles as text": sql("UPDATE profiles SET role = 'text'"),
    "huge roles": sql("UPDATE profiles SET role = zeroblob(30000000)"),
    "text that is not UTF-8": sql("UPDATE profiles SET content = CAST(x'ff' AS TEXT)"),
    "contents of one": rows(lambda row: row._replace(content="1-00000000-00000000", size=1), has_new_mark=False),
    "places moved on": rows(lambda row: row._replace(place=row.place.translate(_NEXT)), has_new_mark=False),
    "places of text": sql("UPDATE profiles SET place = CAST(place AS TEXT)"),
    "times as text": sql("UPDATE profiles SET modified = 'now', changed = 'then'"),
    "roles that are none": rows(lambda row: row._replace(role=b"none"), has_new_mark=True),
    "roles of rubbish": rows(lambda row: row._replace(role=b"\x1f" * 99), has_new_mark=True),
    "roles that are no text": rows(lambda row: row._replace(role=b"\xff" + row.role), has_new_mark=True),
    "roles without a word": rows(lambda row: row._replace(role=b""), has_new_mark=True),
    "roles cut short": rows(lambda row: row._replace(role=row.role[:-20]), has_new_mark=True),
    # tables
    **tables("profiles", "inode", "place, size, modified, changed, inode, now, content, mark, role"),
    # what stands there
    **STANDING,
}

OWNED: dict[str, Damage] = {
    "of somebody else": lambda index: os.chown(index, NOBODY, NOBODY),
    "in a folder of somebody else": lambda index: os.chown(index.parent, NOBODY, NOBODY),
    "in a cache of somebody else": lambda index: os.chown(index.parent.parent, NOBODY, NOBODY),
}
"""What only root can bring about."""

_NEXT = bytes.maketrans(b"012", b"120")


# -- of a shelf

PARTS = ("state", "files", "sizes", "left", *Shelf._fields)


def shelved(*changes: tuple[str, Callable[[dict[str, bytes]], object]], place: bytes = b"") -> Damage:
    """Change parts of each shelf, each by the parts as they were; every row agrees with itself, and with its place."""

    def harm(path: Path) -> None:
        connection = sqlite3.connect(path)
        was = {part: (row, at, old) for row, at, part, old in connection.execute(_ROWS)}
        old = {part: content for part, (_, _, content) in was.items()}
        for part, change in changes:
            row, at, _ = was[part]
            content = change(old)
            cells = (place or at, part, content)
            connection.execute(
                "UPDATE shelves SET place = ?, content = ?, mark = ? WHERE rowid = ?",
                (cells[0], content, mark_of(cells), row),
            )
        connection.commit()
        connection.close()

    return harm


_ROWS = "SELECT rowid, place, part, content FROM shelves"


def _both(*damages: Damage) -> Damage:
    """One after the other."""

    def harm(path: Path) -> None:
        for damage in damages:
            damage(path)

    return harm


def cut(part: str, keep: float) -> Damage:
    """The part of a shelf is cut to a part of its length, with a right mark."""
    return shelved((part, lambda old: old[part][: int(len(old[part]) * keep)]))


def exchanged(one: str, two: str) -> Damage:
    """Two parts of a shelf stand in each other's place, with right marks."""
    return shelved((one, lambda old: old[two]), (two, lambda old: old[one]))


SHELF_DAMAGES: dict[str, Damage] = {
    **BYTES,
    "a large page less a byte": truncated(65535),
    "a large page": truncated(65536),
    "a large page and a byte": truncated(65537),
    # rows
    "no rows": sql("DELETE FROM shelves"),
    **{f"{part} gone": sql(f"DELETE FROM shelves WHERE part = '{part}'") for part in PARTS},
    "no marks": sql("UPDATE shelves SET mark = NULL"),
    "marks of one": sql("UPDATE shelves SET mark = (SELECT mark FROM shelves LIMIT 1)"),
    "marks as text": sql("UPDATE shelves SET mark = 'x' || mark"),
    "marks of bytes": sql("UPDATE shelves SET mark = zeroblob(9)"),
    "marks that are huge": sql("UPDATE shelves SET mark = 9e999"),
    "contents of one": sql("UPDATE shelves SET content = (SELECT content FROM shelves WHERE part = 'cards')"),
    "contents of nothing": sql("UPDATE shelves SET content = NULL"),
    "contents of numbers": sql("UPDATE shelves SET content = 7"),
    "contents as text": sql("UPDATE shelves SET content = 'text'"),
    "contents of zeros": sql("UPDATE shelves SET content = zeroblob(length(content))"),
    "huge contents": sql("UPDATE shelves SET content = zeroblob(30000000) WHERE part = 'cards'"),
    "parts moved on": sql(
        f"UPDATE shelves SET part = (SELECT part FROM shelves o WHERE o.rowid = shelves.rowid % {len(PARTS)} + 1)"
    ),
    "parts of no name": sql("UPDATE shelves SET part = NULL"),
    "places of text": sql("UPDATE shelves SET place = CAST(place AS TEXT)"),
    "places of another": sql("UPDATE shelves SET place = CAST(place || 'x' AS BLOB)"),
    "every row twice": sql("INSERT INTO shelves SELECT * FROM shelves"),
    "every row behind one that is none": sql(
        "INSERT INTO shelves SELECT * FROM shelves", f"UPDATE shelves SET mark = 1 WHERE rowid <= {len(PARTS)}"
    ),
    # rows that agree with themselves
    "a shelf of another place": shelved(*((part, lambda old, part=part: old[part]) for part in PARTS), place=b"/x"),
    "another state": shelved(("state", lambda old: b"1-00000000-00000000")),
    "files of rubbish": shelved(("files", lambda old: zlib.compress(b"rubbish")), ("state", lambda old: b"")),
    "files that are no text": shelved(("files", lambda old: b"rubbish"), ("state", lambda old: b"")),
    "files of nothing": shelved(("files", lambda old: zlib.compress(b"")), ("state", lambda old: b"")),
    # tables
    **tables("shelves", "part", "place, part, mark, content"),
    # what stands there
    **STANDING,
}

UNFIT: dict[str, Damage] = {
    **{f"{part} cut to nothing": cut(part, 0) for part in PARTS},
    **{f"{part} cut in half": cut(part, 0.5) for part in PARTS},
    **{f"{part} cut, and no state": _both(cut(part, 0.5), shelved(("state", lambda old: b""))) for part in PARTS},
    **{f"{one} and {two} exchanged": exchanged(one, two) for one, two in combinations(PARTS, 2)},
}
"""Parts that agree with their marks, and not with each other."""
