"""Write careercli's own compact form of the official releases it ships.

    python scripts/bundle_releases.py FOLDER

FOLDER holds the publishers' files as `bls-oews/national_M2024_dl.xlsx` (OEWS, May 2024),
`bls-ep/2024-34/occupation.xlsx` (Employment Projections 2024-34), both in the US public domain, and
`onet/db_29_3_excel.zip` (O*NET 29.3, CC BY 4.0), of which figures and names are taken and no sentence.
Cells are carried over as printed; what their marks mean is read in careercli/official/.
"""

from __future__ import annotations

import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from careercli.official import oews, onet, projections

TARGET = Path(__file__).resolve().parent.parent / "careercli" / "data" / "occupations"

OEWS_HEADERS = {
    "soc_code": "OCC_CODE", "title": "OCC_TITLE", "level": "O_GROUP", "employment": "TOT_EMP",
    "employment_prse": "EMP_PRSE", "mean_prse": "MEAN_PRSE", "annual_only": "ANNUAL",
    "hourly_only": "HOURLY", "a_mean": "A_MEAN", "a_p10": "A_PCT10", "a_p25": "A_PCT25",
    "a_median": "A_MEDIAN", "a_p75": "A_PCT75", "a_p90": "A_PCT90", "h_mean": "H_MEAN",
    "h_p10": "H_PCT10", "h_p25": "H_PCT25", "h_median": "H_MEDIAN", "h_p75": "H_PCT75",
    "h_p90": "H_PCT90",
}  # fmt: skip
EP_HEADERS = {
    "soc_code": "2024 National Employment Matrix code",
    "employment_base": "Employment, 2024",
    "employment_target": "Employment, 2034",
    "change_percent": "Employment change, percent, 2024–34",
    "openings": "Occupational openings, 2024–34 annual average",
    "entry_education": "Typical education needed for entry",
    "work_experience": "Work experience in a related occupation",
    "on_the_job_training": "Typical on-the-job training needed to attain competency in the occupation",
}

ONET_COLUMNS = ("code", "title", "job_zone", "skills", "knowledge", "technologies")
MOST_RATED = 10
"""How many skills, and how many fields of knowledge, of each occupation are carried over."""

Row = dict[str, Any]


def sheet_rows(path: Path | BytesIO, sheet: int | str, header_row: int) -> Iterator[Row]:
    """Each row below the header, as a dict by the header's names."""
    book = openpyxl.load_workbook(path, read_only=True)
    rows = book.worksheets[sheet] if isinstance(sheet, int) else book[sheet]
    lines = rows.iter_rows(values_only=True)
    for _ in range(header_row):
        next(lines)
    names = [str(name).strip() for name in next(lines)]
    for line in lines:
        yield dict(zip(names, line, strict=False))


def oews_rows(folder: Path) -> Iterator[list[str]]:
    """Detailed, broad and major rows; a code that is both broad and detailed once, as detailed."""
    rows = list(sheet_rows(folder / "bls-oews" / "national_M2024_dl.xlsx", 0, 0))
    detailed = {row["OCC_CODE"] for row in rows if row["O_GROUP"] == "detailed"}
    for row in rows:
        experience = row["O_GROUP"]
        if experience in ("detailed", "major") or (experience == "broad" and row["OCC_CODE"] not in detailed):
            yield [as_printed(row[header]) for header in OEWS_HEADERS.values()]


def projection_rows(folder: Path) -> Iterator[list[str]]:
    """Line items and the summaries of broad codes (a broad code's last digit is 0, and not its third)."""
    path = folder / "bls-ep" / "2024-34" / "occupation.xlsx"
    for row in sheet_rows(path, "Table 1.2", 1):
        kind, code = row["Occupation type"], row[EP_HEADERS["soc_code"]]
        if kind == "Line item" or (kind == "Summary" and code.endswith("0") and not code.endswith("00")):
            yield [as_printed(row[header]) for header in EP_HEADERS.values()]


def onet_rows(folder: Path) -> Iterator[list[str]]:
    """Every occupation with a job zone; `.00` codes as the SOC code they are."""
    archive = zipfile.ZipFile(folder / "onet" / "db_29_3_excel.zip")

    def table(name: str) -> dict[str, list[Row]]:
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in sheet_rows(BytesIO(archive.read(f"db_29_3_excel/{name}.xlsx")), 0, 0):
            rows[row["O*NET-SOC Code"]].append(row)
        return rows

    zones, skills, knowledge = table("Job Zones"), table("Skills"), table("Knowledge")
    technologies = table("Technology Skills")
    for code, (zone,) in zones.items():
        job_zone = "|".join((as_printed(zone["Job Zone"]), month(zone["Date"]), zone["Domain Source"]))
        rated = (top_rated(each[code]) for each in (skills, knowledge))
        yield [code.removesuffix(".00"), zone["Title"], job_zone, *rated, sought(technologies[code])]


def top_rated(rows: list[Row]) -> str:
    """`2014-07|Analyst|Critical Thinking=3.75=8=0.1637|…`: date, who rated, then each element.

    An element has its importance, how many rated it and the standard error.

    Left out is what the publisher suppresses, or marks as not relevant in the row of its level.
    """
    irrelevant = {row["Element ID"] for row in rows if row["Not Relevant"] == "Y"}
    kept = [
        row for row in rows
        if row["Scale ID"] == "IM" and row["Recommend Suppress"] != "Y" and row["Element ID"] not in irrelevant
    ]  # fmt: skip
    kept.sort(key=lambda row: (-row["Data Value"], row["Element ID"]))
    heads = {(month(row["Date"]), row["Domain Source"]) for row in kept}
    assert len(heads) <= 1, heads
    columns = ("Element Name", "Data Value", "N", "Standard Error")
    rated = ["=".join(as_printed(row[name]) for name in columns) for row in kept[:MOST_RATED]]
    return "|".join([*heads.pop(), *rated]) if heads else ""


def sought(rows: list[Row]) -> str:
    """`Linux=DH|Python=H`: technologies in demand for the occupation (D), then those hot everywhere (H)."""
    marked = [
        (row["Example"], f"{'D' * (row['In Demand'] == 'Y')}{'H' * (row['Hot Technology'] == 'Y')}") for row in rows
    ]
    return "|".join(f"{name}={marks}" for name, marks in sorted(marked, key=lambda each: "D" not in each[1]) if marks)


def month(date: str) -> str:
    """`07/2014` as `2014-07`."""
    return f"{date[3:]}-{date[:2]}"


def as_printed(cell: Any) -> str:
    """A workbook's cell as text: `146450`, `22.12`, `#`, empty; `TRUE` flags stay."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip().replace("\t", " ").replace("\n", " ")


def write(name: str, columns: Iterable[str], rows: Iterable[list[str]]) -> None:
    lines = ["\t".join(columns), *("\t".join(row) for row in sorted(rows))]
    path = TARGET / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 1} rows, {path.stat().st_size:,} bytes")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    write(oews.FILE, OEWS_HEADERS, oews_rows(folder))
    write(projections.FILE, EP_HEADERS, projection_rows(folder))
    write(onet.FILE, ONET_COLUMNS, onet_rows(folder))


if __name__ == "__main__":
    main()
