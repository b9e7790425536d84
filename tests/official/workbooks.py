"""Make workbooks of the layouts of OEWS, cell by cell, without a library."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from careercli.official.importers import oews

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = f'<Relationship Id="rId{{0}}" Type="{_OFFICE}/{{1}}" Target="{{2}}"/>'
_MAIN = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

Rows = Sequence[Sequence[str]]

ERRORS = ("#REF!", "#N/A", "#DIV/0!")
"""Texts that become cells with an error, as a spreadsheet has them."""


def xlsx(sheets: Mapping[str, Rows], extra: str = "") -> bytes:
    """Return a workbook of these sheets; `extra` is more XML in the rows of the first."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(_RELATION.format(1, "officeDocument", "xl/workbook.xml")))
        names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1))
        archive.writestr("xl/workbook.xml", f"<workbook {_MAIN}><sheets>{names}</sheets></workbook>")
        relations = "".join(
            _RELATION.format(n, "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)
        )
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS.format(relations))
        for number, rows in enumerate(sheets.values(), 1):
            lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows) + extra * (number == 1)
            archive.writestr(
                f"xl/worksheets/sheet{number}.xml", f"<worksheet {_MAIN}><sheetData>{lines}</sheetData></worksheet>"
            )
    return data.getvalue()


def _cell(text: str) -> str:
    if text.replace(".", "", 1).isdigit():
        return f"<c><v>{text}</v></c>"
    if text in ERRORS:
        return f'<c t="e"><v>{text}</v></c>'
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else "<c/>"


def row(code: str = "15-1231", title: str = "Computer Network Support Specialists", **cells: str) -> dict[str, str]:
    """Return a row of a national workbook; `cells` change figures that follow from nothing."""
    figures = dict.fromkeys(oews.NATIONAL[3:-2], "10") | {"TOT_EMP": "1000", "A_MEDIAN": "50000", "H_MEDIAN": "24.5"}
    return {"OCC_CODE": code, "OCC_TITLE": title, "O_GROUP": "detailed", **figures, "ANNUAL": "", "HOURLY": "", **cells}


def national(*rows: Mapping[str, str], year: int = 2016, columns: Sequence[str] = oews.NATIONAL) -> bytes:
    """Return a national workbook of a year with these rows, by default one."""
    lines = [list(columns), *([each.get(name, "") for name in columns] for each in (rows or (row(),)))]
    return xlsx({f"national_M{year}_dl": lines, "Field Descriptions": [[f"May {year} OES Estimates"]]})


def written(folder: Path, name: str, data: bytes) -> str:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(data)
    return str(path)


def all_data(*rows: Mapping[str, str], year: int = 2024) -> bytes:
    """Return a workbook of the layout of all_data_M_2025.xlsx with these rows."""
    columns = [
        "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE",
        *oews.NATIONAL[:3], "JOBS_1000", "LOC_QUOTIENT", *FIGURES,
    ]  # fmt: skip
    lines = [[each.get(name, "") for name in columns] for each in rows]
    return xlsx({f"All May {year} data": [columns, *lines], "Field Descriptions": [[f"May {year} OEWS Estimates"]]})


def placed(area: str, title: str, kind: str, **cells: str) -> dict[str, str]:
    """Return a row of that layout of an area: kind is 1 for the nation, 2 for a state, 4 for a metropolitan area."""
    where = {"AREA": area, "AREA_TITLE": title, "AREA_TYPE": kind, "NAICS": "000000", "I_GROUP": "cross-industry"}
    return row(**(where | {"JOBS_1000": "1.234", "LOC_QUOTIENT": "0.98"} | cells))


FIGURES = oews.NATIONAL[3:]


def projections(*rows: Mapping[str, str], base: int = 2025) -> bytes:
    """Return a workbook of the Employment Projections in the layout of 2024-34, with these rows, by default one."""
    years, target = f"{base}–{base - 1990}", base + 10
    occupations = {
        f"{base} National Employment Matrix title": "title", f"{base} National Employment Matrix code": "code",
        "Occupation type": "type", f"Employment, {base}": "base", f"Employment, {target}": "target",
        f"Employment change, percent, {years}": "change", f"Percent self employed, {base}": "self",
        f"Occupational openings, {years} annual average": "openings",
        "Typical education needed for entry": "education",
        "Work experience in a related occupation": "experience",
        "Typical on-the-job training needed to attain competency in the occupation": "training",
    }  # fmt: skip
    leaving = {
        **dict(list(occupations.items())[:5]), f"Labor force exit rate, {years} annual average": "exits",
        f"Occupational transfer rate, {years} annual average": "transfers",
        f"Total occupational separations rate, {years} annual average": "leaving",
    }  # fmt: skip
    found = rows or (projected(),)
    tables = {"Table 1.2": occupations, "Table 1.10": leaving}
    return xlsx({
        "Index": [["Table 1.2"]],
        **{
            name: [[f"{name} of {years}"], list(columns), *([row[key] for key in columns.values()] for row in found),
                   ["Footnotes:", *[""] * (len(columns) - 1)]]
            for name, columns in tables.items()
        },
    })  # fmt: skip


def projected(**cells: str) -> dict[str, str]:
    """Return a row of the projections."""
    return {
        "title": "  Computer network support specialists", "code": "15-1231", "type": "Line item", "base": "160.1",
        "target": "170.2", "change": "6.3", "self": "—", "openings": "9.9", "education": "Bachelor's degree",
        "experience": "None", "training": "None", "exits": "2.1", "transfers": "4.2", "leaving": "6.3",
    } | cells  # fmt: skip


def old_projections(*rows: Mapping[str, str], base: int = 2016) -> bytes:
    """Return a workbook of the Employment Projections in the layout of 2016-26, whose header is over two rows."""
    years = f"{base}-{base - 1990}"
    first = {"title": f"{base} National Employment Matrix title and code", "code": "", "type": "Occupation type",
             "base": "Employment", "target": "", "number": f"Employment Change, {years}", "change": ""}  # fmt: skip
    below = {"base": f"{base}", "target": f"{base + 10}", "number": "Number", "change": "Percent"}
    complete = first | {
        "self": f"Percent self employed, {base}", "openings": f"Occupational openings, {years} annual average",
        "education": "Typical education needed for entry",
        "experience": "Work experience in a related occupation",
        "training": "Typical on-the-job training needed to attain competency in the occupation",
    }  # fmt: skip
    leaving = first | {
        "exits": f"Occupational separations rate, {years} annual average",
        "transfers": "",
        "leaving": "",
    }
    of_rates = below | {"exits": "Labor force exits", "transfers": "Occupational transfers", "leaving": "Total"}
    found = [{"number": "10.1", **row} for row in rows or (projected(),)]
    sheets = {"Table 1.7": (complete, below), "Table 1.10": (leaving, of_rates)}
    assigned = [f"{base} National Employment Matrix title and code", "", "Typical education needed for entry"]
    return xlsx({
        "Index": [["Table 1.7"]], "Table 1.12": [["Table 1.12"], assigned, ["Chief executives", "11-1011", "None"]],
        **{
            name: [[name], list(columns.values()), [names.get(key, "") for key in columns],
                   *([row[key] for key in columns] for row in found), ["Source: BLS", *[""] * (len(columns) - 1)]]
            for name, (columns, names) in sheets.items()
        },
    })  # fmt: skip


def zipped(workbook: bytes) -> bytes:
    """Return an archive that holds a workbook as a.xlsx."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.xlsx", workbook)
    return data.getvalue()
