"""Recognize a table of the O*NET database by its columns, and check its cells: text, Excel and the layout since 30.3.

Each table is a file of its own. Those that are told apart by their elements alone (Skills, Knowledge, Interests and
others that are not used have one header) are known by the first row.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from careercli.errors import CareerError
from careercli.official.cells import FLAGS, in_units
from careercli.official.importers import onet, onet_place
from careercli.official.importers.checked import NOT_A_CODE, matches
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import Layout, Table
from careercli.official.importers.sheets import Row
from careercli.official.releases import BUNDLED_TABLES

LOOKED_FOR = "O*NET (O*NET-SOC Code and the columns of a table)"

_CODE = "O*NET-SOC Code"
_RENAMED = {
    "Workplace Example": "Example", "Job Title": "Alternate Title", "DWA Element ID": "DWA ID",
    "DWA Element Name": "DWA Title",
}  # fmt: skip
"""Headers since 30.3, and what they were before."""

_DOMAINS = {
    "2.A": "essential_skills", "2.B": "transferable_skills", "2.C": "knowledge", "1.B.1": "interests",
    "2.D": "education",
}  # fmt: skip
"""The tables that elements belong to, by the beginning of their ids."""

TASKS = {
    "code": _CODE, "id": "Task ID", "rank": "", "statement": "Task", "kind": "Task Type",
    "n": "Incumbents Responding", "date": "Date", "source": "Domain Source",
}  # fmt: skip
ACTIVITIES = {"code": _CODE, "id": "DWA ID"}
ACTIVITY_TITLES = {"id": "DWA ID", "title": "DWA Title"}


class Kind(NamedTuple):
    """A kind of table: our columns and their headers, and how many cells tell a row from others."""

    columns: Mapping[str, str]
    keys: int


KINDS = {
    "essential_skills": Kind(onet.RATINGS, 4),
    "transferable_skills": Kind(onet.RATINGS, 4),
    "knowledge": Kind(onet.RATINGS, 4),
    "interests": Kind(onet.INTERESTS, 4),
    "education": Kind(onet.EDUCATION, 2),
    "technologies": Kind(onet.TECHNOLOGIES, 2),
    "job_zones": Kind(onet.JOB_ZONES, 1),
    "alternate_titles": Kind(onet.ALTERNATE_TITLES, 3),
    "reported_titles": Kind(onet.REPORTED_TITLES, 2),
    "related": Kind(onet.RELATED, 2),
    "activities": Kind(ACTIVITIES, 2),
    "activity_titles": Kind(ACTIVITY_TITLES, 1),
    "tasks": Kind(TASKS, 2),
    "names": Kind(onet.OCCUPATIONS, 1),
}

_OPTIONAL = ("in_demand", "rank")
"""Columns that a table may lack: the first before 28.1, and the second is counted here."""

_REPEATED = ("activities", "activity_titles")
"""Tables made of rows of tasks: an activity is in many."""

_RECOGNIZED_BY = {
    "names": ("Title", "Description"),
    "technologies": ("Example", "Hot Technology"),
    "job_zones": ("Job Zone",),
    "alternate_titles": ("Alternate Title",),
    "reported_titles": ("Reported Job Title",),
    "related": ("Related O*NET-SOC Code",),
    "tasks": ("Task ID", "Task", "Task Type"),
    "activities": ("DWA ID",),
}
"""The headers that tell a table, beside that of the code, of those that elements do not tell."""

_NAMES = {
    "skills": "essential_skills", "essential skills": "essential_skills",
    "transferable skills": "transferable_skills", "knowledge": "knowledge", "interests": "interests",
    "career interest types": "interests", "education training and experience": "education", "education": "education",
    "technology skills": "technologies", "software skills": "technologies", "job zones": "job_zones",
    "alternate titles": "alternate_titles", "job titles": "alternate_titles",
    "sample of reported titles": "reported_titles", "related occupations": "related", "tasks to dwas": "activities",
    "dwa reference": "activity_titles", "gwas to iwas to dwas": "activity_titles", "task statements": "tasks",
    "occupation data": "names",
}  # fmt: skip
"""Tables by the names of their files: one of these whose header is another is damaged."""

_UNITS = {"value": 100, "n": 1, "standard_error": 10_000, "share": 100, "index": 1}
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,6})?")
_CHECKS = {
    **dict.fromkeys(("code", "related"), matches(r"\d\d-\d{4}\.\d\d", NOT_A_CODE)),
    "element_id": matches(r"\d(\.[A-Za-z0-9]{1,3}){1,8}", "is not an id of an element"),
    "id": matches(r"\d{1,9}|4(\.[A-Za-z0-9]{1,4}){2,8}", "is not an id"),
    "scale": matches(r"IM|LV|OI|IH", "is not a scale of this table"),
    "date": matches(r"(0[1-9]|1[0-2])/(19|20)\d\d", "is not a month"),
    "tier": matches(r"Primary-Short|Primary-Long|Supplemental", "is not a tier"),
    "category": matches(r"[1-9]|1[0-2]", "is not a level of education"),
    "zone": matches(r"[1-5]", "is not a job zone"),
    "kind": matches(r"Core|Supplemental|", "is not a type of a task"),
}
_FLAGS = ("suppress", "not_relevant", "hot", "in_demand")
_HIGHEST = {"value": 7, "share": 100}
"""The end of the longest scale, and all of those asked in percent."""
_REQUIRED = ("value", "share", "index")
"""Numbers that every row has."""

_LONGEST, _LONGEST_TASK = 200, 1_000
_NO_CELL = "n/a"


def _recognizes(first: Sequence[Row]) -> bool:
    header = set(_headers(first[0].cells)) if first else set()
    return _CODE in header or header >= set(ACTIVITY_TITLES.values())


def _headers(cells: Sequence[str]) -> list[str]:
    return [_RENAMED.get(cell.strip(), cell.strip()) for cell in cells]


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the tables of a file; several where its rows belong to several.

    Raises Unused, and CareerError where the release is nowhere, a column is missing or a cell cannot be one of O*NET.
    """
    lines = iter(rows)
    top, first = next(lines), next(lines, None)
    header, where = _headers(top.cells), _where(download, top)
    name = _kind_of(header, first.cells if first else ()) or _NAMES.get(onet_place.name_of(download), "")
    if not name:
        raise onet_place.unused(download, "a table of O*NET that is not used")
    release = onet_place.required_release(download)
    of_sheet = (row for row in chain([first] if first else [], lines) if row.sheet == top.sheet)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for table, line in _Reader(header, name, where).lines(of_sheet):
        found[table].append(line)
    if not found:
        raise CareerError(f"{where}: has no rows of O*NET")
    if name == "names":
        raise onet_place.unused(download, f"titles of the occupations of O*NET {release}, which come with careercli")
    return [table_of(release, each, of_table) for each, of_table in found.items()]


LAYOUT = Layout(LOOKED_FOR, _recognizes, _tables)


def table_of(release: str, name: str, lines: list[str]) -> Table:
    """Return a table of a release of O*NET."""
    return Table(f"onet-{release}.{name}", tuple(KINDS[name].columns), lines, KINDS[name].keys)


def bundled(download: Download) -> list[Table]:
    """Return the table, without its rows, that a file of an archive is by its name, if careercli comes with it."""
    name = _NAMES.get(onet_place.name_of(download), "")
    release = onet_place.release_of(download) if name and not download.is_named else ""
    is_bundled = f"onet-{release}.{name}" in BUNDLED_TABLES
    return [table_of(release, name, [])] if is_bundled else []


def refuse_unknown(download: Download) -> None:
    """Raise PassedOver for a file of O*NET that has no table; CareerError if by its name it should have one."""
    if onet_place.release_of(download) and not download.is_named:
        if onet_place.name_of(download) in _NAMES:
            raise CareerError(f"{download.label}: has no column {_CODE}")
        raise onet_place.unused(download, "")


def _where(download: Download, row: Row) -> str:
    return f"{download.label}: sheet “{row.sheet}”" if row.sheet else download.label


def _kind_of(header: Sequence[str], first: Sequence[str]) -> str:
    """Return the table that a header belongs to, or the element of the first row; empty for one that is not used."""
    columns = set(header)
    if _CODE not in columns:
        return "activity_titles"
    if {"Element ID", "Scale ID", "Data Value"} <= columns:
        return _domain(dict(zip(header, first, strict=False)).get("Element ID", ""))
    return next((name for name, headers in _RECOGNIZED_BY.items() if columns.issuperset(headers)), "")


def _domain(element: str) -> str:
    return _DOMAINS.get(element[:3]) or _DOMAINS.get(element[:5], "")


class _Reader:
    """Checks the rows of a table, and makes lines of our columns of them."""

    def __init__(self, header: Sequence[str], name: str, where: str) -> None:
        """Raises CareerError where a column is missing."""
        self._header, self._name, self._where = header, name, where
        columns = KINDS[name].columns
        missing = [each for column, each in columns.items() if each not in header and column not in _OPTIONAL]
        if missing:
            raise CareerError(f"{where}: has no column {', '.join(missing)}")
        self._at = {each: number for number, each in enumerate(header)}
        self._kept: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._seen: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._ranks: Counter[str] = Counter()

    def lines(self, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
        """Yield the table that each row belongs to, and its line. Raises CareerError for the first bad row."""
        for row in rows:
            if len(row.cells) < len(self._header) and any(row.cells):
                raise self._error(row, "has fewer cells than the header")
            for table in self._tables(row.cells) if any(row.cells) else ():
                if line := self._new_line(row, table):
                    yield table, line

    def _new_line(self, row: Row, table: str) -> str:
        """Return the line of a row in a table; empty where it was there before, and may be again."""
        cells, keys, seen = self._cells(row, table), KINDS[table].keys, self._seen[table]
        line, key = "\t".join(cells), "\t".join(cells[:keys])
        if key not in seen:
            seen[key] = line
            return line
        if table in _REPEATED and seen[key] == line:
            return ""
        raise self._error(row, f"a second row of {' '.join(cells[:keys])}")

    def _tables(self, cells: Sequence[str]) -> list[str]:
        """Return the tables that a row belongs to; of education none where it is no required level."""
        if self._name == "education" and cells[self._at["Scale ID"]] != onet.REQUIRED_EDUCATION:
            return []
        if self._name in _DOMAINS.values():
            return [each for each in (_domain(cells[self._at["Element ID"]]),) if each]
        has_titles = self._name == "activities" and "DWA Title" in self._at
        return [self._name, "activity_titles"] if has_titles else [self._name]

    def _cells(self, row: Row, table: str) -> list[str]:
        return [self._cell(row, column, header) for column, header in KINDS[table].columns.items()]

    def _cell(self, row: Row, column: str, header: str) -> str:
        if column == "rank":
            code = row.cells[self._at[_CODE]]
            self._ranks[code] += 1
            return str(self._ranks[code])
        at, kept = self._at.get(header), self._kept[column]
        if at is None:
            return ""
        cell = row.cells[at]
        if cell not in kept:
            kept[cell] = self._checked(row, column, header, cell)
        return kept[cell]

    def _checked(self, row: Row, column: str, header: str, printed: str) -> str:
        """Return a cell as it is kept: a number in its shortest form, as workbooks have 4 where texts have 4.00."""
        cell = "" if printed == _NO_CELL else printed
        if reason := _fault(column, cell):
            raise self._error(row, f"{header} “{cell[:40]}” {reason}")
        return cell.rstrip("0").rstrip(".") if column in _UNITS and "." in cell else cell

    def _error(self, row: Row, reason: str) -> CareerError:
        return CareerError(f"{self._where}{', ' if row.sheet else ': '}row {row.number}: {reason}")


def _fault(column: str, cell: str) -> str:
    if column in _CHECKS:
        return _CHECKS[column](cell)
    if column in _FLAGS:
        return "" if cell in FLAGS and (cell or column != "hot") else "is neither Y nor N"
    if column in _UNITS:
        return _number_fault(column, cell)
    longest = _LONGEST_TASK if column == "statement" else _LONGEST
    if len(cell) > longest or (not cell and column != "short"):
        return f"is empty or longer than {longest} characters"
    return "" if cell.isprintable() else "holds characters that do not print"


def _number_fault(column: str, cell: str) -> str:
    if not cell and column not in _REQUIRED:
        return ""
    if not _NUMBER.fullmatch(cell):
        return "is not a number"
    if float(cell) > _HIGHEST.get(column, float(cell)):
        return f"is above {_HIGHEST[column]}"
    try:
        in_units(cell, _UNITS[column])
    except ValueError as error:
        return str(error)
    return ""
