"""Build official.sqlite from the texts of the releases: `python -m careercli.store.build`, and hatch_build.py.

The same texts give the same bytes with the same SQLite, and the same rows with any.
"""

from __future__ import annotations

import gc
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from careercli.model.claims import Occupation
from careercli.model.words import normalize
from careercli.official import onet, releases
from careercli.official.importers import text
from careercli.official.importers.tables import Tables
from careercli.store import official
from careercli.store.atomic import replacing
from careercli.store.inserting import insert
from careercli.store.related import packed
from careercli.store.similarity import put_nearest
from careercli.store.skill_index import index_skills
from careercli.store.titles import index_titles
from careercli.store.vocabulary import put_words

TEXTS = Path(__file__).resolve().parent.parent / "data" / "releases"
REASONS = TEXTS.parent / "outlook"
"""Sentences of our own: a file is named RELEASE.why_it_changes.tsv."""

_SEARCHED = ("skills", "knowledge", "technologies")
"""The parts of O*NET whose names are searched."""

_SCHEMA = Path(__file__).resolve().parent / "schema" / "official.sql"
_ALIKE = _SCHEMA.with_name("alike.sql")


def build(path: str = official.BUNDLED, texts: Path = TEXTS) -> str:
    """Put official.sqlite at `path`, whole or not at all, and return the path.

    Raises ValueError where a cell cannot be kept exactly or a release is unknown, OSError and sqlite3.Error.
    """
    with replacing(path, 0o644) as beside, without_collection():
        database = sqlite3.connect(beside, isolation_level=None)
        try:
            for setting in (f"page_size = {official.PAGE}", "journal_mode = OFF", "synchronous = OFF"):
                database.execute(f"PRAGMA {setting}")
            database.executescript(_SCHEMA.read_text(encoding="utf-8"))
            database.execute("BEGIN")
            for table, rows in Tables(texts).rows():
                insert(database, table, rows)
            _put_checksums(database, texts)
            _put_reasons(database)
            derive_all(database)
            database.execute("COMMIT")
            database.execute("VACUUM")
            database.execute("ANALYZE")
        finally:
            database.close()
        _number(beside)
    return path


def derive_all(database: sqlite3.Connection) -> None:
    """Fill the tables that are built of several others."""
    index_texts(database)
    index_titles(database)
    put_nearest(database)
    put_alike(database)
    index_skills(database)


@contextmanager
def without_collection() -> Iterator[None]:
    """Let no garbage be collected: there are millions of cells and no circles, and looking for them takes a second."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


def _number(path: str) -> None:
    """Number the content of the file by its checksum: a copy with imported releases is told to be one of it."""
    checksum = zlib.crc32(Path(path).read_bytes()) & 0x7FFFFFFF
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute(f"PRAGMA user_version = {checksum}")


def _put_checksums(database: sqlite3.Connection, texts: Path) -> None:
    """Keep a checksum of the texts whose files hold just the same; those of O*NET are told by their names."""
    for path in sorted(texts.glob("*.tsv*")):
        name = path.name.partition(".tsv")[0]
        if not name.startswith(("oews-", "onet-", "cpi-")):
            database.execute("INSERT INTO bundled_text VALUES (?, ?, ?)", (name, *text.columns_and_checksum(path)))


def _put_reasons(database: sqlite3.Connection) -> None:
    """Fill the table of reasons. Raises sqlite3.IntegrityError where a release or an occupation is unknown."""
    for path in sorted(REASONS.glob("*.why_it_changes.tsv")):
        release = path.name.partition(".")[0]
        database.executemany(
            "INSERT INTO reason VALUES ((SELECT id FROM release WHERE key = :release),"
            " (SELECT id FROM occupation WHERE code = :code), :sentence)",
            ({"release": release, **row} for row in text.read(path)),
        )


def put_alike(database: sqlite3.Connection) -> None:
    """Fill the table of occupations that are alike. Those nearest to each have to be known."""
    numbers = dict(database.execute("SELECT key, id FROM release"))
    told = {part: numbers[releases.newest_onet(part).id] for part in ("related", "skills", "knowledge")}
    *statements, steps = _ALIKE.read_text(encoding="utf-8").split(";\n")
    for statement in statements:
        database.execute(statement, told)
    insert(database, "alike", [packed(database.execute(steps, told).fetchall())])
    database.execute("DROP TABLE measured")


def index_texts(database: sqlite3.Connection) -> None:
    """Fill the tables of search from what is shown of each occupation."""
    texts_known: set[str] = set()
    told = (releases.newest("EP"), *releases.of_onet())
    named = database.execute("SELECT id, code FROM occupation WHERE level <> 'major' ORDER BY id")
    for number, code in named.fetchall():
        found = official.occupation_in(database, code, sources=told, parts=_SEARCHED)
        assert found
        texts = [list(dict.fromkeys(map(normalize, each))) for each in _texts(found)]
        texts_known.update(*texts[:2])
        database.execute("INSERT INTO occupation_text VALUES (?, ?, ?, ?)", (number, *map("\n".join, texts)))
    put_words(database, "occupation", texts_known)
    database.execute("INSERT INTO occupation_fts(occupation_fts) VALUES ('rebuild')")


def _texts(found: Occupation) -> tuple[list[str], list[str], list[str]]:
    """Return names, skills and education of an occupation; technologies that are hot everywhere are not its own."""
    rated = [claim.item for claim in found.claims if claim.field in ("skills", "knowledge")]
    used = [claim for claim in found.claims if claim.field == "technologies" and claim.value != onet.HOT]
    education = [str(claim.value) for claim in found.claims if claim.field == "entry_education"]
    return [found.code, found.title, found.family], rated + [f"{claim.item} {claim.value}" for claim in used], education


if __name__ == "__main__":
    print(build())
