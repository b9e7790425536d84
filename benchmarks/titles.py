"""How often a title as people type it finds its occupation: first, and among the first five.

    python benchmarks/titles.py FOLDER [SAMPLE] [-v]

FOLDER holds the publishers' files, as scripts/bundle_releases.py names them. SAMPLE is a table of titles with the
columns `typed` and `right`, codes between commas. Prints a line a set, with -v each title not found first; nothing
passes or fails here.
"""

from __future__ import annotations

import csv
import random
import sqlite3
import string
import sys
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from careercli.model import titles
from careercli.store import official
from careercli.store.search import TitleHit, TitleSearch, certain, readings
from careercli.store.titles import index_titles

Lists = list[tuple[str, str, str]]
"""Codes, titles, and the list each is on."""

_OLD_LISTS = (("Sample of Reported Titles", "reported", 1), ("Alternate Titles", "alternate", 2))
"""Tables of O*NET 27.0, what their list is called, and how many columns behind the code are titles."""


def main() -> None:
    folder, *sample = (Path(each) for each in sys.argv[1:] if each != "-v")
    bundled = [
        (code, title, on_list) for code, title, on_list in official.connection().execute(
            "SELECT code, title.title, list FROM title JOIN occupation ON occupation.id = title.occupation"
            " WHERE list <> 'occupation'")
    ]  # fmt: skip
    for path in sample:
        _report("typed by people", *_sample(path, everyday=True))
        _report("  without everyday names", *_sample(path, everyday=False))
    search = TitleSearch(official.connection(), everyday=False)
    right = _right((code, title) for code, title, on_list in bundled if on_list == "reported")
    chance = random.Random(1)
    known = chance.sample(sorted(right), 1500)
    once = [_mistyped(title, chance) for title in known]
    twice = [_mistyped(title, chance) for title in once]
    direct = _right((code, title) for code, title, on_list in bundled if on_list == "direct match")
    _report("direct match", search, list(direct), list(direct.values()))
    for name, asked in (("reported", known), ("  one mistake", once), ("  two mistakes", twice)):
        _report(name, search, asked, [right[title] for title in known])
    _held_out(bundled)
    _new_titles(bundled, folder / "onet" / "db_27_0_text.zip")


def _sample(path: Path, everyday: bool) -> tuple[TitleSearch, list[str], list[set[str]]]:
    search = TitleSearch(official.connection(), everyday)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    return search, [row["typed"] for row in rows], [set(row["right"].split(",")) for row in rows]


def _held_out(bundled: Lists) -> None:
    # Nearly every reported title is an alternate title too.
    alternate = [(code, title) for code, title, on_list in bundled if on_list != "direct match"]
    by_key = _right((code, titles.key(titles.words(title))) for code, title in alternate)
    held = set(random.Random(1).sample(sorted(by_key), 3000))
    asked = {titles.key(titles.words(title)): title for _, title in alternate}
    kept = [each for each in bundled if held.isdisjoint(titles.keys(each[1]))]
    with closing(_indexed(kept)) as database:
        names = [key for key in asked if key in held]
        _report("held out", TitleSearch(database), [asked[key] for key in names], [by_key[key] for key in names])


def _new_titles(bundled: Lists, archive: Path) -> None:
    old: Lists = []
    with zipfile.ZipFile(archive) as opened:
        for name, on_list, columns in _OLD_LISTS:
            path = next(each for each in opened.namelist() if each.endswith(f"/{name}.txt"))
            for line in opened.read(path).decode().splitlines()[1:]:
                code, *cells = line.split("\t")
                old += [(code.removesuffix(".00"), each, on_list) for each in cells[:columns] if each != "n/a"]
    old += [each for each in bundled if each[2] == "direct match"]
    known = {key for _, title, _ in old for key in titles.keys(title)}
    right = _right((code, title) for code, title, _ in bundled if known.isdisjoint(titles.keys(title)))
    with closing(_indexed(old)) as database:
        _report("new since 27.0", TitleSearch(database), list(right), list(right.values()))


def _indexed(kept: Lists) -> sqlite3.Connection:
    """Return the bundled database in memory with these titles alone."""
    database = sqlite3.connect(":memory:")
    official.connection().backup(database)
    for table in ("title", "title_key", "title_word", "title_term", "title_vote", "title_total"):
        database.execute(f"DELETE FROM {table}")
    ids = dict(database.execute("SELECT code, id FROM occupation"))
    rows = ((1, ids[code], title, on_list) for code, title, on_list in kept if code in ids)
    database.executemany("INSERT INTO title (release, occupation, title, list) VALUES (?, ?, ?, ?)", rows)
    index_titles(database)
    return database


def _report(name: str, search: TitleSearch, asked: list[str], right: list[set[str]]) -> None:
    start = time.perf_counter()
    found = [[hit.code for hit in search.find(title)] for title in asked]
    milliseconds = 1000 * (time.perf_counter() - start) / max(len(asked), 1)
    six = [[code[:7] if code not in good else code for code in codes] for codes, good in zip(found, right, strict=True)]
    first = sum(codes[:1] != [] and codes[0] in good for codes, good in zip(six, right, strict=True))
    five = sum(not good.isdisjoint(codes) for codes, good in zip(six, right, strict=True))
    count = max(len(asked), 1)
    taken = [
        (hit.code if hit.code in good else hit.code[:7], bool(aside), good)
        for title, good in zip(asked, right, strict=True)
        for hit, aside in [_resolved(search, title)] if hit
    ]  # fmt: skip
    wrong = sum(code not in good for code, _, good in taken)
    aside = [code not in good for code, is_aside, good in taken if is_aside]
    print(
        f"{name:26} {len(asked):6,}  first {first / count:6.1%}  in five {five / count:6.1%}"
        f"  resolved {len(taken):5,}, wrong {wrong / count:5.1%}"
        f"; with words set aside {len(aside):3}, wrong {sum(aside):2}  {milliseconds:5.2f} ms"
    )
    for typed, codes, good in zip(asked, six, right, strict=True):
        if "-v" in sys.argv and (not codes or codes[0] not in good):
            print("   ", typed, codes, sorted(good))


def _resolved(search: TitleSearch, title: str) -> tuple[TitleHit | None, str]:
    """Return what `show` takes the title for without asking, and the words it sets aside."""
    for reading in readings(title):
        hits = search.exact(reading.text)
        if hits:
            return certain(hits), reading.aside
    return None, ""


def _right(rows: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, title in rows:
        found[title].add(code[:7])
    return found


def _mistyped(text: str, chance: random.Random) -> str:
    """Return a text with one letter dropped, added, changed, or swapped with the next."""
    at, letter = chance.randrange(len(text)), chance.choice(string.ascii_lowercase)
    changes: list[Callable[[], str]] = [
        lambda: text[:at] + text[at + 1 :],
        lambda: text[:at] + letter + text[at:],
        lambda: text[:at] + letter + text[at + 1 :],
        lambda: text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
    ]
    return chance.choice(changes)()


if __name__ == "__main__":
    main()
