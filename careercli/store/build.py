"""Build official.sqlite from the texts of the releases: `python -m careercli.store.build`, and hatch_build.py.

The same texts give the same bytes with the same SQLite, and the same rows with any.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from careercli.model.claims import Occupation
from careercli.model.words import normalize
from careercli.official import onet
from careercli.official.importers.tables import Tables
from careercli.store import official
from careercli.store.atomic import replacing
from careercli.store.vocabulary import put_phrases

TEXTS = Path(__file__).resolve().parent.parent / "data" / "releases"
_SCHEMA = Path(__file__).resolve().parent / "schema" / "official.sql"


def build(path: str = official.PATH, texts: Path = TEXTS) -> str:
    """Put official.sqlite at `path`, whole or not at all, and return the path.

    Raises ValueError where a cell cannot be kept exactly or a release is unknown, OSError and sqlite3.Error.
    """
    with replacing(path, 0o644) as beside:
        database = sqlite3.connect(beside, isolation_level=None)
        try:
            for setting in (f"page_size = {official.PAGE}", "journal_mode = OFF", "synchronous = OFF"):
                database.execute(f"PRAGMA {setting}")
            database.executescript(_SCHEMA.read_text(encoding="utf-8"))
            database.execute("BEGIN")
            for table, rows in Tables(texts).rows():
                if rows:
                    cells = ", ".join("?" * len(rows[0]))
                    database.executemany(f"INSERT INTO {table} VALUES ({cells})", rows)
            _index_texts(database)
            database.execute("COMMIT")
            database.execute("VACUUM")
            database.execute("ANALYZE")
        finally:
            database.close()
    return path


def _index_texts(database: sqlite3.Connection) -> None:
    """Fill the tables of search from what is shown of each occupation."""
    phrases: set[str] = set()
    named = database.execute("SELECT id, code FROM occupation WHERE level <> 'major' ORDER BY id")
    for number, code in named.fetchall():
        found = official.occupation_in(database, code)
        assert found
        texts = [list(dict.fromkeys(map(normalize, each))) for each in _texts(found)]
        phrases.update(*texts[:2])
        database.execute("INSERT INTO occupation_text VALUES (?, ?, ?, ?)", (number, *map("\n".join, texts)))
    put_phrases(database, "occupation", phrases)
    database.execute("INSERT INTO occupation_fts(occupation_fts) VALUES ('rebuild')")


def _texts(found: Occupation) -> tuple[list[str], list[str], list[str]]:
    """Return names, skills and education of an occupation; technologies that are hot everywhere are not its own."""
    rated = [claim.item for claim in found.claims if claim.field in ("skills", "knowledge")]
    used = [claim for claim in found.claims if claim.field == "technologies" and claim.value != onet.HOT]
    education = [str(claim.value) for claim in found.claims if claim.field == "entry_education"]
    return [found.code, found.title, found.family], rated + [f"{claim.item} {claim.value}" for claim in used], education


if __name__ == "__main__":
    print(build())
