"""O*NET in the file of imported releases: every cell, which release answers, and what is derived of the newest."""

import csv
import io
import json
import lzma
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from careercli.model.claims import Claim
from careercli.official import releases
from careercli.official.importers.downloads import downloads
from careercli.official.importers.layout import PassedOver
from careercli.official.importers.recognize import read
from careercli.official.sources import onet
from careercli.store import importing, official
from careercli.store.database import open_bundled
from tests.official.onet_files import TABLES, Row, archive, listed, rated
from tests.official.publishers import ONET
from tests.official.workbooks import written

pytest.importorskip("python_calamine")


def texts_of(path: Path) -> importing.Texts:
    """Return the texts that an import of an archive keeps."""
    texts: importing.Texts = {}
    for download in downloads(str(path)):
        try:
            for table in read(download):
                if table.name not in releases.BUNDLED_TABLES:
                    importing.merged(texts, table, download.label)
        except PassedOver:
            continue
    return texts


@contextmanager
def imported(folder: Path, *archives: bytes | Path) -> Iterator[sqlite3.Connection]:
    """Open the file of imported releases that is made of some archives, and let these releases answer."""
    texts: importing.Texts = {}
    for number, each in enumerate(archives):
        path = each if isinstance(each, Path) else Path(written(folder, f"{number}.zip", each))
        texts |= texts_of(path)
    file = str(folder / "official.sqlite")
    importing.put(file, texts)
    keys = {name.rpartition(".")[0] for name in texts} - releases.BY_ID.keys()
    with closing(open_bundled(file)) as database, releases.with_imported(map(releases.of_key, keys), texts):
        yield database


def claims(database: sqlite3.Connection, code: str = "15-1231", *sources: str) -> list[Claim]:
    """Return the claims of O*NET of an occupation, of some releases or of those that answer."""
    found = official.occupation_in(database, code, sources=tuple(map(onet, sources)) or None)
    assert found
    return [claim for claim in found.claims if claim.source.series == "O*NET"]


def told_by(found: list[Claim]) -> dict[str, str]:
    """Return the release that tells of each field."""
    return {claim.field: claim.source.release for claim in found}


OLD = {"job_zone": "30.2", "skills": "30.2", "knowledge": "30.2", "education_reported": "30.2", "technologies": "30.2",
       "interests": "30.2", "related": "30.2"}  # fmt: skip


def test_an_older_release_changes_nothing_but_the_tasks_that_no_other_has(tmp_path: Path) -> None:
    with imported(tmp_path, archive("27.0", "text")) as database, closing(open_bundled(official.BUNDLED)) as bundled:
        found = claims(database)
        assert told_by(found) == OLD | {"tasks": "27.0"}
        with releases.with_imported((), ()):
            assert [claim for claim in found if claim.field != "tasks"] == claims(bundled)
        for table in ("title", "nearest", "alike", "element_name", "occupation_text"):
            sql = f"SELECT * FROM {table}"
            assert database.execute(sql).fetchall() == bundled.execute(sql).fetchall(), table


def test_a_release_that_is_asked_for_tells_what_it_has(tmp_path: Path) -> None:
    with imported(tmp_path, archive("27.0", "text")) as database:
        found = claims(database, "15-1231", "27.0")
        assert {(claim.field, claim.item, claim.as_printed, claim.as_of, claim.source.id) for claim in found} == {
            ("job_zone", "", "4", "2023-08", "onet-27.0"),
            ("skills", "Reading Comprehension", "4", "2023-08", "onet-27.0"),
            ("skills", "Social Perceptiveness", "3.1", "2023-08", "onet-27.0"),
            ("knowledge", "Administration and Management", "2.5", "2023-08", "onet-27.0"),
            ("education_reported", "Associate's Degree (or other 2-year degree)", "46.93", "2023-08", "onet-27.0"),
            ("technologies", "“Zeta” Console", "“Zeta” Console", "2022-08", "onet-27.0"),
            ("interests", "Realistic", "1.33", "2023-08", "onet-27.0"),
            ("related", "nearest", "Network and Computer Systems Administrators", "2022-08", "onet-27.0"),
            ("tasks", "", 'Keep "uptime" up.', "2023-08", "onet-27.0"),
            ("tasks", "", "Sweep the rack.", "2023-08", "onet-27.0"),
        }
        assert [claim.note for claim in found if claim.field == "tasks"] == [
            "core task, said by analysts", "supplemental task, said by analysts",
        ]  # fmt: skip


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what is derived: it takes ten seconds."""
    monkeypatch.setattr("careercli.store.deriving.derive_all", lambda _: None)


@pytest.mark.usefixtures("_quick")
def test_skills_count_only_if_a_release_has_both_kinds(tmp_path: Path) -> None:
    essential = {"Skills": TABLES["Skills"], "Knowledge": TABLES["Knowledge"]}
    with imported(tmp_path, archive("31.0", "csv", essential)) as database:
        assert told_by(claims(database)) == OLD | {"knowledge": "31.0"}
        assert told_by(claims(database, "15-1231", "31.0")) == {"knowledge": "31.0"}
        assert [source.release for source in releases.of_onet("skills", "knowledge")] == ["31.0", "30.2"]
        assert [source.release for source in releases.of_onet(until="2026-07")] == ["30.2"]


def test_what_is_suppressed_is_not_told(tmp_path: Path) -> None:
    skills = [rated("2.A.1.a", "Reading Comprehension", "IM", "4.00", **{"Recommend Suppress": "Y"}),
              rated("2.B.1.a", "Social Perceptiveness", "IM", "3.10")]  # fmt: skip
    with imported(tmp_path, archive("27.0", "text", {"Skills": skills})) as database:
        assert [claim.item for claim in claims(database, "15-1231", "27.0")] == ["Social Perceptiveness"]


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Return a file with a newer release that has a few rows."""
    with imported(tmp_path_factory.mktemp("newer"), archive("31.0", "csv"), archive("27.0", "text")) as database:
        yield database


def test_a_newer_release_answers(newer: sqlite3.Connection) -> None:
    assert told_by(claims(newer)) == dict.fromkeys([*OLD, "tasks"], "31.0")


def test_titles_are_found_in_the_newer_lists(newer: sqlite3.Connection) -> None:
    onet = newer.execute(
        "SELECT release.key, occupation.code, title.title, list FROM title JOIN release ON release.id = title.release"
        " JOIN occupation ON occupation.id = title.occupation WHERE series = 'O*NET'"
    ).fetchall()
    assert sorted(onet) == [
        ("onet-31.0", "15-1231", "Network Whisperer", "alternate"),
        ("onet-31.0", "15-1231", 'The "Cable" Person', "reported"),
    ]
    assert newer.execute("SELECT titles FROM title_word WHERE word = 'whisperer'").fetchone() == (1,)


def test_names_of_skills_are_those_of_the_newer_release_and_the_bundled(newer: sqlite3.Connection) -> None:
    (kind,) = newer.execute("SELECT kind FROM element WHERE title = '“Zeta” Console'").fetchone()
    assert kind == "technologies"
    assert newer.execute("SELECT count(*) FROM element_name WHERE name = 'console'").fetchone()[0] >= 1


def test_what_is_near_is_made_of_the_newer_release(newer: sqlite3.Connection) -> None:
    assert newer.execute("SELECT count(*) FROM nearest").fetchone() == (0,), "one occupation alone is rated"
    codes, counts, starts = map(json.loads, newer.execute("SELECT codes, counts, starts FROM alike").fetchone())
    assert (sum(counts), [codes[start] for start in starts]) == (1, ["15-1231"])


@pytest.mark.usefixtures("_quick")
def test_a_reported_title_of_before_stays_an_alternate_one(tmp_path: Path) -> None:
    name = "Sample of Reported Titles"
    onet = "SELECT count(*) FROM title WHERE release = (SELECT id FROM release WHERE series = 'O*NET')"
    with closing(open_bundled(official.BUNDLED)) as bundled:
        ((before,),) = bundled.execute(onet)
    with imported(tmp_path, archive("31.0", "csv", {name: TABLES[name]})) as database:
        counted = "SELECT key, list, count(*) FROM title JOIN release ON release.id = title.release GROUP BY 1, 2"
        found = {(key, on_list): count for key, on_list, count in database.execute(counted)}
    assert {key: count for key, count in found.items() if key[0].startswith("onet")} == {
        ("onet-30.2", "alternate"): before, ("onet-31.0", "reported"): 1,
    }  # fmt: skip


def test_what_is_derived_is_taken_from_the_file_of_before_if_it_is_of_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer, older = (texts_of(Path(written(tmp_path, f"{release}.zip", archive(release, "csv"))))
                    for release in ("31.0", "27.0"))  # fmt: skip
    file = str(tmp_path / "official.sqlite")
    importing.put(file, newer)
    tables = (
        "title",
        "title_vote",
        "rated_total",
        "technology_total",
        "alike",
        "element_name",
        "occupation_text",
        "occupation_word",
    )
    before = [_rows(file, table) for table in tables]
    monkeypatch.setattr("careercli.store.deriving.derive_all", _never)
    months = lzma.compress(b"year\tperiod\tvalue\n2027\tM01\t330.000\n")
    for others in (older, older | {"cpi-2027-01.months": months}):
        importing.put(file, newer | others)
        assert [_rows(file, table) for table in tables] == before
    importing.put(file, older)
    assert _rows(file, "title") == _rows(official.BUNDLED, "title")


def _rows(file: str, table: str) -> list[tuple[object, ...]]:
    with closing(open_bundled(file)) as database:
        return database.execute(f"SELECT * FROM {table}").fetchall()


def _never(database: sqlite3.Connection) -> None:
    raise AssertionError("made anew")


def test_unknown_codes_are_left_out(tmp_path: Path) -> None:
    rows: list[Row] = [*TABLES["Job Zones"], TABLES["Job Zones"][0] | {"O*NET-SOC Code": "99-9999.00"}]
    related = listed(**{"Related O*NET-SOC Code": "99-9999.00", "Relatedness Tier": "Supplemental", "Index": "2"})
    with imported(tmp_path, archive("27.0", "csv", {"Job Zones": rows, "Related Occupations": [related]})) as database:
        release = "(SELECT id FROM release WHERE key = 'onet-27.0')"
        assert database.execute(f"SELECT count(*) FROM job_zone WHERE release = {release}").fetchone() == (1,)
        assert database.execute(f"SELECT count(*) FROM related WHERE release = {release}").fetchone() == (0,)


# -- every cell of the publisher's archives


Records = Callable[[str], list[dict[str, str]]]


def records_of(path: Path, suffix: str) -> Records:
    """Return a function that reads a table of an archive as it stands there."""

    def read_table(name: str) -> list[dict[str, str]]:
        with zipfile.ZipFile(path) as opened:
            member = next(each for each in opened.namelist() if each.rpartition("/")[2] == f"{name}{suffix}")
            data = opened.read(member).decode()
        if suffix == ".csv":
            return list(csv.DictReader(io.StringIO(data, newline="")))
        header, *lines = (line.split("\t") for line in data.split("\n") if line)
        return [dict(zip(header, ("" if cell == "n/a" else cell for cell in line), strict=True)) for line in lines]

    return read_table


RATING = ("O*NET-SOC Code", "Element ID", "Scale ID", "Data Value", "Date", "Domain Source")
_CODE = "CASE WHEN instr(occupation.code, '.') THEN occupation.code ELSE occupation.code || '.00' END"
_DATE = "substr({0}.rated, 5) || '/' || substr({0}.rated, 1, 4)"
QUESTIONS = {
    "interests": (RATING, "element.code, scale, value / 100.0", "rating", "element", "kind = 'interests'"),
    "skills": ((*RATING[:4], "N", "Standard Error", "Recommend Suppress", "Not Relevant", *RATING[4:]),
               "element.code, scale, value / 100.0, n, standard_error / 10000.0, suppressed, not_relevant",
               "rating", "element", "kind = 'skills'"),
    "education": (("O*NET-SOC Code", "Category", "Data Value", "N", "Standard Error", "Recommend Suppress",
                   *RATING[4:]), "education.level, share / 100.0, n, standard_error / 10000.0, suppressed",
                  "education", "", "1"),
    "job_zones": (("O*NET-SOC Code", "Job Zone", *RATING[4:]), "zone", "job_zone", "", "1"),
    "tasks": (("O*NET-SOC Code", "Task ID", "Task", "Task Type", "Incumbents Responding", *RATING[4:]),
              "task.id, statement, task.kind, n", "task", "", "1"),
}  # fmt: skip
"""Headers of a table, and how what they hold is read from the database."""

KEPT = {
    "alternate_titles": (("O*NET-SOC Code",), ("Alternate Title",), ("Short Title",)),
    "reported_titles": (("O*NET-SOC Code",), ("Reported Job Title",)),
    "activities": (("O*NET-SOC Code",), ("DWA ID",)),
    "activity_titles": (("DWA ID", "DWA Element ID"), ("DWA Title", "DWA Element Name")),
}
"""The headers of each column of tables that are compared with the texts that are kept of them."""

ARCHIVES = [
    ("27.0", "db_27_0_text.zip", ".txt", {
        "interests": "Interests", "education": "Education, Training, and Experience", "job_zones": "Job Zones",
        "tasks": "Task Statements", "technologies": "Technology Skills", "related": "Related Occupations",
        "alternate_titles": "Alternate Titles", "reported_titles": "Sample of Reported Titles",
        "activities": "Tasks to DWAs", "activity_titles": "DWA Reference"}),
    pytest.param("30.3", "db_30_3_csv.zip", ".csv", {
        "interests": "career_interest_types", "skills": "essential_skills", "education": "education",
        "job_zones": "job_zones", "tasks": "task_statements", "technologies": "software_skills",
        "related": "related_occupations", "reported_titles": "sample_of_reported_titles",
        "activity_titles": "gwas_to_iwas_to_dwas"}, marks=pytest.mark.slow),
]  # fmt: skip


@pytest.mark.parametrize(("release", "name", "suffix", "tables"), ARCHIVES)
def test_every_cell_of_a_database_is_in_the_file(
    release: str, name: str, suffix: str, tables: Mapping[str, str], tmp_path: Path
) -> None:
    path = ONET.with_name(name)
    if not path.is_file():
        pytest.skip("the O*NET databases are not here")
    printed = records_of(path, suffix)
    with imported(tmp_path, path) as database:
        for table in QUESTIONS.keys() & tables.keys():
            rows = [row for row in printed(tables[table]) if table != "education" or row["Scale ID"] == "RL"]
            wanted = sorted(tuple(_value(header, row[header]) for header in QUESTIONS[table][0]) for row in rows)
            assert _kept(database, release, table) == wanted, table
        for table in KEPT.keys() & tables.keys():
            rows = printed(tables[table])
            headers = [next(each for each in names if each in rows[0]) for names in KEPT[table]]
            assert _kept_lines(database, release, table) == {tuple(row[each] for each in headers) for row in rows}, (
                table
            )
        _lists_are(database, release, printed, tables)
        if release == "30.3":
            assert _searched(database) == {
                (row["O*NET-SOC Code"], row["Reported Job Title"]) for row in printed(tables["reported_titles"])
            }


def _kept_lines(database: sqlite3.Connection, release: str, table: str) -> set[tuple[str, ...]]:
    """Return the rows of a table that a newer release may put in place of: the text that is kept of it."""
    asked = "SELECT data FROM imported_text WHERE name = ?"
    ((data,),) = database.execute(asked, (f"onet-{release}.{table}",))
    return {tuple(line.split("\t")) for line in lzma.decompress(data).decode().split("\n")[1:-1]}


def _searched(database: sqlite3.Connection) -> set[tuple[str, str]]:
    """Return code and title of the reported titles of 30.3 that a search finds."""
    found = database.execute(
        f"SELECT {_CODE}, title.title FROM title JOIN occupation ON occupation.id = occupation"
        " WHERE list = 'reported' AND release = (SELECT id FROM release WHERE key = 'onet-30.3')"
    )
    return set(found)


def _value(header: str, cell: str) -> str:
    numbers = ("Data Value", "N", "Standard Error", "Category", "Job Zone", "Task ID", "Incumbents Responding")
    if header in ("Recommend Suppress", "Not Relevant"):
        return {"Y": "1", "N": "0", "": ""}[cell]
    return str(float(cell)) if header in numbers and cell else " ".join(cell.split())


def _kept(database: sqlite3.Connection, release: str, table: str) -> list[tuple[str, ...]]:
    headers, columns, name, beside, condition = QUESTIONS[table]
    joined = f"JOIN {beside} ON {beside}.id = {name}.{beside}" if beside else ""
    rows = database.execute(
        f"SELECT {_CODE}, {columns}, {_DATE.format(name)}, rater.name FROM {name} {joined}"
        f" JOIN occupation ON occupation.id = {name}.occupation JOIN rater ON rater.id = {name}.rater"
        f" WHERE {name}.release = (SELECT id FROM release WHERE key = 'onet-{release}') AND {condition}"
    )
    return sorted(tuple(_text(header, cell) for header, cell in zip(headers, row, strict=True)) for row in rows)


def _text(header: str, cell: object) -> str:
    if header in ("Recommend Suppress", "Not Relevant"):
        return "" if cell is None else str(cell)
    return "" if cell is None else str(float(cell)) if isinstance(cell, int | float) else str(cell)


def _lists_are(database: sqlite3.Connection, release: str, printed: Records, tables: Mapping[str, str]) -> None:
    of = f"(SELECT id FROM release WHERE key = 'onet-{release}')"
    found = database.execute(
        f"SELECT {_CODE}, element.title, in_demand, hot FROM technology JOIN element ON element.id = element"
        f" JOIN occupation ON occupation.id = occupation WHERE release = {of}"
    )
    name = "Example" if release == "27.0" else "Workplace Example"
    flags = {"Y": 1, "N": 0, "": None}
    assert set(found) == {
        (row["O*NET-SOC Code"], row[name], flags[row.get("In Demand", "")], flags[row["Hot Technology"]])
        for row in printed(tables["technologies"])
    }
    other = _CODE.replace("occupation.", "other.")
    found = database.execute(
        f"SELECT {_CODE}, rank, {other}, tier FROM related JOIN occupation ON occupation.id = occupation"
        f" JOIN occupation AS other ON other.id = related.related WHERE release = {of}"
    )
    assert set(found) == {
        (row["O*NET-SOC Code"], int(row["Index"]), row["Related O*NET-SOC Code"], row["Relatedness Tier"])
        for row in printed(tables["related"])
    }
