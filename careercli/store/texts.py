"""Find profiles and occupations by the words of their texts, with FTS5."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from careercli.model.words import LAST, LONGEST_WORD, MARKS, SHORT, contains, has_phrase
from careercli.store import official
from careercli.store.profiles import ProfileIndex

SKILLS, CERTIFICATIONS, EDUCATION = "skills", "certifications", "education"
_KINDS = {"profile": (SKILLS, CERTIFICATIONS), "occupation": (SKILLS, EDUCATION)}
"""The columns of texts that filters look at, by what has them."""


class Hits(NamedTuple):
    """The profiles found, by number, and the occupations found, by code: a role is found by its occupation too."""

    profiles: frozenset[int]
    codes: frozenset[str]

    def has(self, profile: int, code: str) -> bool:
        """Return True if the profile or its occupation was found."""
        return profile in self.profiles or code in self.codes

    @classmethod
    def union(cls, hits: "Iterable[Hits]") -> "Hits":
        """Return what any of these found."""
        found = list(hits)
        return cls(
            frozenset().union(*(each.profiles for each in found)), frozenset().union(*(each.codes for each in found))
        )


class TextSearch:
    """The texts of the profiles that are indexed, and of all occupations."""

    def __init__(self, index: ProfileIndex) -> None:
        self._index = index
        self._containing: dict[tuple[str, str], list[str]] = {}

    def with_word(self, word: str) -> Hits:
        """Return what has the word: anywhere within a word of its texts, or where one begins if it is short.

        Several words, as a correction may be, are looked for as one phrase.
        """
        profiles, codes = (self._ids(database, kind, word) for database, kind in self._tables())
        return Hits(profiles, official.codes_of(codes))

    def _ids(self, database: sqlite3.Connection, kind: str, word: str) -> frozenset[int]:
        if len(word) <= SHORT:
            return _matching(database, kind, f"{_quoted(word)}*") if _is_token(word) else _scanned(database, kind, word)
        words = self._words_containing(database, kind, word)
        if " " in word or not all(map(_is_token, words)):
            return _scanned(database, kind, word)
        return _matching(database, kind, " OR ".join(map(_quoted, words)))

    def _words_containing(self, database: sqlite3.Connection, kind: str, part: str) -> list[str]:
        """Return the words of texts that have a part: looked for among those that had the letters typed before."""
        before = self._containing.get((kind, part[:-1]))
        if before is None:
            rows = database.execute(f"SELECT word FROM {kind}_word WHERE instr(word, ?)", (part,))
            before = [word for (word,) in rows]
        found = self._containing[kind, part] = [word for word in before if part in word]
        return found

    def with_whole(self, word: str) -> Hits:
        """Return what has the word, and not only within another."""
        profiles, codes = (_scanned(database, kind, word, _has_word) for database, kind in self._tables())
        return Hits(profiles, official.codes_of(codes))

    def with_line(self, column: str, parts: Sequence[str]) -> Hits:
        """Return what has all these parts in one line of a column of texts; of certifications, whole words."""
        codes = _ids_of_line(official.connection(), "occupation", column, parts)
        profiles = _ids_of_line(self._index.connection, "profile", column, parts)
        return Hits(profiles, official.codes_of(codes))

    def profiles_with_line(self, column: str, parts: Sequence[str], among: Collection[int]) -> frozenset[int]:
        """Return which of some profiles have all these parts in one line, as with_line does."""
        return _ids_of_line(self._index.connection, "profile", column, parts, among)

    def lines_naming(self, spellings: Iterable[str]) -> dict[int, str]:
        """Return by number the first line of each profile's skills, tools and certifications with a whole spelling.

        Spellings are normalized.
        """
        found: dict[int, str] = {}
        for spelling in spellings:
            for number, text in _texts(
                self._index.connection, "profile", "skills || char(10) || certifications", spelling
            ):
                line = next((line for line in text.split("\n") if has_phrase(line, spelling)), None)
                if line is not None:
                    found.setdefault(number, line)
        return found

    def with_names(self, words: Sequence[Sequence[str]]) -> Hits:
        """Return what has one of each word's alternatives in its names, or a word that begins so if it is not short."""
        query = " AND ".join("({})".format(" OR ".join(map(_beginning, read))) for read in words)
        found = (
            database.execute(f"SELECT rowid FROM {kind}_fts WHERE names MATCH ?", (query,)) if query else ()
            for database, kind in self._tables()
        )
        profiles, codes = (frozenset(number for (number,) in rows) for rows in found)
        return Hits(profiles, official.codes_of(codes))

    def with_key(self, key: str) -> frozenset[int]:
        """Return the profiles of which one name has this key of model/titles.py."""
        rows = self._index.connection.execute("SELECT profile FROM profile_name WHERE key = ?", (key,))
        return frozenset(number for (number,) in rows)

    def words_like(self, word: str) -> list[str]:
        """Return the words with the first letter of `word`, sorted; some of them no text has any more.

        They are without marks around them: `python` of `python,` and `ccna` of `(ccna)`.
        """
        found: set[str] = set()
        for database, kind in self._tables():
            asked = f"SELECT word FROM {kind}_word WHERE word >= ? AND word < ? AND length(word) <= {LONGEST_WORD}"
            for before in ("", "("):
                between = (before + word[0], before + word[0] + LAST)
                found.update(each.strip(MARKS) for (each,) in database.execute(asked, between))
        return sorted(found)

    def _tables(self) -> tuple[tuple[sqlite3.Connection, str], tuple[sqlite3.Connection, str]]:
        return (self._index.connection, "profile"), (official.connection(), "occupation")


def _is_token(word: str) -> bool:
    """Return True if FTS5 reads the word as one token: it parts words at characters that its Unicode does not know."""
    return word.isascii() and word.isprintable()


def _scanned(
    database: sqlite3.Connection, kind: str, word: str, has: Callable[[str, str], bool] = contains
) -> frozenset[int]:
    """Return the ids of the texts that have the word, or the phrase, found without FTS5."""
    searched = ("names", "skills", *(["certifications"] if kind == "profile" else []))
    texts = _texts(database, kind, " || char(10) || ".join(searched), word)
    return frozenset(number for number, text in texts if any(has(line, word) for line in text.split("\n")))


def _has_word(line: str, word: str) -> bool:
    """Return True if a line has a whole word: `security` of `Security+`, and no `A+` of `CySA+`."""
    return has_phrase(line, word) or has_phrase(line, f"{word}+")


def _matching(database: sqlite3.Connection, kind: str, query: str) -> frozenset[int]:
    if not query:
        return frozenset()
    columns = "" if kind == "profile" else "{names skills} : "  # Its education is found by a filter alone.
    rows = database.execute(f"SELECT rowid FROM {kind}_fts WHERE {kind}_fts MATCH ?", (f"{columns}({query})",))
    return frozenset(number for (number,) in rows)


def _beginning(word: str) -> str:
    """Return a word as FTS5 finds it, and if it is not short what begins with it."""
    return _quoted(word) if len(word) <= SHORT else f"{_quoted(word)}*"


def _quoted(word: str) -> str:
    """Return a word as FTS5 reads it literally."""
    return '"{}"'.format(word.replace('"', '""'))


def _ids_of_line(
    database: sqlite3.Connection, kind: str, column: str, parts: Sequence[str], among: Collection[int] | None = None
) -> frozenset[int]:
    if column not in _KINDS[kind]:
        return frozenset()
    longest = max(parts, key=len, default="")
    has = _has_word if column == CERTIFICATIONS else str.__contains__
    return frozenset(
        number for number, text in _texts(database, kind, column, longest, among)
        if any(all(has(line, part) for part in parts) for line in text.split("\n"))
    )  # fmt: skip


def _texts(
    database: sqlite3.Connection, kind: str, text: str, part: str, among: Collection[int] | None = None
) -> Iterator[tuple[int, str]]:
    key = "id" if kind == "profile" else "occupation"
    query = f"SELECT {key}, {text} FROM {kind}_text WHERE instr({text}, ?)"
    if among is None:
        return database.execute(query, (part,))
    return database.execute(f"{query} AND {key} IN (SELECT value FROM json_each(?))", (part, json.dumps([*among])))
