"""The texts hold every cell as the publishers print it, and official.sqlite every cell of the texts."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from careercli.official import ep, oews
from careercli.official.importers import oews as oews_importer
from careercli.official.importers import onet, text
from careercli.store import build, official
from tests.official import publishers
from tests.official.publishers import needs_oews, needs_onet, needs_projections

Cells = set[tuple[str, ...]]


def table(name: str) -> list[dict[str, str]]:
    """The rows of a bundled text."""
    (path,) = build.TEXTS.glob(f"{name}.tsv*")
    return list(text.read(path))


def bundled(name: str) -> Cells:
    return {tuple(row.values()) for row in table(name)}


def cells(records: Iterable[publishers.Record], headers: Iterable[str]) -> Cells:
    """The cells under some headers as a workbook shows them."""
    headers = list(headers)
    return {tuple(shown(record[name]) for name in headers) for record in records}


def shown(cell: Any) -> str:
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell).strip()


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(f"file:{official.PATH}?mode=ro", uri=True)
    yield opened
    opened.close()


# -- the publishers' files and the texts


@needs_oews
def test_every_cell_of_oews_is_the_workbooks() -> None:
    rows = publishers.oews()
    detailed = {row["OCC_CODE"] for row in rows if row["O_GROUP"] == "detailed"}
    kept = [
        row for row in rows
        if row["O_GROUP"] in ("detailed", "major") or (row["O_GROUP"] == "broad" and row["OCC_CODE"] not in detailed)
    ]  # fmt: skip
    assert bundled("oews-2024-05.national") == cells(kept, oews_importer.NATIONAL)
    assert len(table("oews-2024-05.national")) == len(kept) == 1_301


@needs_projections
def test_every_cell_of_the_projections_is_the_workbooks() -> None:
    headers = (
        "2024 National Employment Matrix code", "2024 National Employment Matrix title", "Occupation type",
        "Employment, 2024", "Employment, 2034", "Employment change, percent, 2024–34", "Percent self employed, 2024",
        "Occupational openings, 2024–34 annual average", "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    )  # fmt: skip
    broad = re.compile(r".{5}[1-9]0")
    kept = [
        row for row in publishers.projections()
        if row["Occupation type"] == "Line item"
        or (row["Occupation type"] == "Summary" and broad.fullmatch(row["2024 National Employment Matrix code"]))
    ]  # fmt: skip
    assert bundled("projections-2024-34.occupations") == cells(kept, headers)
    assert len(table("projections-2024-34.occupations")) == len(kept) > 832


@needs_onet
@pytest.mark.parametrize(
    ("name", "tables", "headers"),
    [
        ("ratings", ("Skills", "Knowledge"), onet.RATINGS),
        ("technologies", ("Technology Skills",), onet.TECHNOLOGIES),
        ("job_zones", ("Job Zones",), onet.JOB_ZONES),
    ],
)
def test_every_cell_of_onet_is_the_databases(name: str, tables: tuple[str, ...], headers: dict[str, str]) -> None:
    records = [record for each in tables for record in publishers.onet(each)]
    assert bundled(f"onet-29-3.{name}") == cells(records, headers.values())
    assert len(table(f"onet-29-3.{name}")) == len(records)


# -- the texts and the database


def read_back(number: int | None, units: int) -> str:
    """A cell of the database as the text prints it."""
    return "" if number is None else shown(number / units)


def marks_of(database: sqlite3.Connection, series: str) -> dict[tuple[str, str], str]:
    """The marks of a series by code and column."""
    rows = database.execute(
        "SELECT occupation.code, measure.name, mark FROM missing JOIN occupation ON occupation.id = missing.occupation"
        " JOIN measure ON measure.id = missing.measure JOIN release ON release.id = missing.release WHERE series = ?",
        (series,),
    )
    return {(code, name): mark for code, name, mark in rows}


def test_every_cell_of_oews_reads_back_as_printed(database: sqlite3.Connection) -> None:
    names = database.execute(
        f"SELECT code, title, level, {', '.join(oews.Wages._fields)} FROM wage JOIN occupation ON id = occupation"
    )
    columns = [name for name, *_ in names.description]
    marks = marks_of(database, "OEWS")
    found: Cells = set()
    for cells_of_row in names:
        row = dict(zip(columns, cells_of_row, strict=True))
        as_printed = [
            marks.get((row["code"], name)) or read_back(row[name], units) for name, (_, units) in oews.HEADERS.items()
        ]
        flags = ["TRUE" if row["only"] == period else "" for period in ("year", "hour")]
        found.add((row["code"], row["title"], row["level"], *as_printed, *flags))
    headers = [header for header, _ in oews.HEADERS.values()]
    wanted = {
        (
            row["OCC_CODE"],
            row["OCC_TITLE"],
            row["O_GROUP"],
            *(row[name] for name in headers),
            row["ANNUAL"],
            row["HOURLY"],
        )
        for row in table("oews-2024-05.national")
    }
    assert found == wanted


def test_every_cell_of_the_projections_reads_back_as_printed(database: sqlite3.Connection) -> None:
    marks = marks_of(database, "EP")
    columns = ep.Projection._fields
    rows = database.execute(f"SELECT code, {', '.join(columns)} FROM projection JOIN occupation ON id = occupation")
    found = {
        (code, *(marks.get((code, name)) or (read_back(cell, ep.NUMBERS[name]) if name in ep.NUMBERS else cell)
                 for name, cell in zip(columns, those, strict=True)))
        for code, *those in rows
    }  # fmt: skip
    known = official.codes()
    wanted = {
        (row["code"], *(row[name] for name in columns))
        for row in table("projections-2024-34.occupations") if row["code"] in known
    }  # fmt: skip
    assert found == wanted


def test_every_cell_of_onet_reads_back_as_printed(database: sqlite3.Connection) -> None:
    flags = {1: "Y", 0: "N", None: ""}
    known = official.codes()
    ratings = database.execute(
        "SELECT occupation.code, element.code, element.title, scale, value, n, standard_error, suppressed,"
        " not_relevant, rated, rater.name FROM rating JOIN occupation ON occupation.id = occupation"
        " JOIN element ON element.id = element JOIN rater ON rater.id = rater"
    )
    found = {
        (code, element, title, scale, read_back(value, 100), read_back(n, 1), read_back(error, 10_000),
         flags[suppressed], flags[not_relevant], f"{rated % 100:02}/{rated // 100}", rater)
        for code, element, title, scale, value, n, error, suppressed, not_relevant, rated, rater in ratings
    }  # fmt: skip
    assert found == of_known("onet-29-3.ratings", known)
    technologies = database.execute(
        "SELECT occupation.code, element.title, hot, in_demand FROM technology"
        " JOIN occupation ON occupation.id = occupation JOIN element ON element.id = element"
    )
    listed = {(code, title, flags[hot], flags[in_demand]) for code, title, hot, in_demand in technologies}
    assert listed == of_known("onet-29-3.technologies", known)


def of_known(name: str, known: frozenset[str]) -> Cells:
    """The rows of a text of O*NET whose occupation can be named, `.00` codes as the SOC code they are."""
    coded = {(row[0].removesuffix(".00"), *row[1:]) for row in bundled(name)}
    return {row for row in coded if row[0] in known}


# -- what may be passed on


def test_no_sentence_is_passed_on() -> None:
    """Names and figures are carried over; descriptions are the publishers' own."""
    for path in build.TEXTS.iterdir():
        assert all(cell.count(" ") < 20 for row in text.read(path) for cell in row.values()), path.name


def test_the_texts_are_small() -> None:
    assert sum(path.stat().st_size for path in build.TEXTS.iterdir()) < 1_500_000


def test_a_large_table_is_compressed_and_the_same_rows_make_the_same_bytes(tmp_path: Path) -> None:
    few, many = ([(str(number), "name") for number in range(most)] for most in (3, 40_000))
    assert text.write(tmp_path, "few", ("id", "name"), few).name == "few.tsv"
    path = text.write(tmp_path, "many", ("id", "name"), many)
    assert path.name == "many.tsv.xz"
    first = path.read_bytes()
    assert text.write(tmp_path, "many", ("id", "name"), reversed(many)).read_bytes() == first
    assert {tuple(row.values()) for row in text.read(path)} == set(many)
