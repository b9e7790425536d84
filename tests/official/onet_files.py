"""Make archives of the O*NET database in its three layouts: text, Excel, and the tables since 30.3."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence

from tests.official.workbooks import xlsx

Row = dict[str, str]

CODE = "15-1231.00"
LAYOUTS = ("text", "excel", "csv")

_NEW_NAMES = {
    "Skills": "essential_skills", "Interests": "career_interest_types", "Technology Skills": "software_skills",
    "Education, Training, and Experience": "education", "Alternate Titles": "job_titles",
    "DWA Reference": "gwas_to_iwas_to_dwas",
}  # fmt: skip
_NEW_HEADERS = {
    "Example": "Workplace Example", "Alternate Title": "Job Title", "DWA ID": "DWA Element ID",
    "DWA Title": "DWA Element Name",
}  # fmt: skip
_ONLY_IN_TABLES = ("Title", "Scale Name", "DWA Title")
"""Headers that the text layout leaves out, the last in Tasks to DWAs."""


def rated(element: str, name: str, scale: str, value: str, **cells: str) -> Row:
    """Return a row of Skills, Knowledge or Abilities."""
    return {
        "O*NET-SOC Code": CODE, "Title": "Computer Network Support Specialists", "Element ID": element,
        "Element Name": name, "Scale ID": scale, "Scale Name": "Importance", "Data Value": value, "N": "8",
        "Standard Error": "0.1250", "Lower CI Bound": "3.88", "Upper CI Bound": "4.37", "Recommend Suppress": "N",
        "Not Relevant": "n/a", "Date": "08/2023", "Domain Source": "Analyst", **cells,
    }  # fmt: skip


def listed(**cells: str) -> Row:
    """Return a row of another table."""
    return {"O*NET-SOC Code": CODE, "Title": "Computer Network Support Specialists"} | cells


DATED = {"Date": "08/2023", "Domain Source": "Analyst"}
TABLES: dict[str, list[Row]] = {
    "Occupation Data": [listed(Description="Analyze, test and evaluate.")],
    "Skills": [rated("2.A.1.a", "Reading Comprehension", "IM", "4.00"),
               rated("2.A.1.a", "Reading Comprehension", "LV", "4.12", **{"Recommend Suppress": "Y"})],
    "Transferable Skills": [rated("2.B.1.a", "Social Perceptiveness", "IM", "3.10")],
    "Knowledge": [rated("2.C.1.a", "Administration and Management", "IM", "2.50")],
    "Abilities": [rated("1.A.1.a.1", "Oral Comprehension", "IM", "4.75")],
    "Interests": [listed(**{"Element ID": "1.B.1.a", "Element Name": "Realistic", "Scale ID": "OI",
                            "Scale Name": "Occupational Interests", "Data Value": "1.33"}, **DATED)],
    "Education, Training, and Experience": [
        listed(**{"Element ID": "2.D.1", "Element Name": "Required Level of Education", "Scale ID": scale,
                  "Scale Name": "Level", "Category": category, "Data Value": "46.93", "N": "27",
                  "Standard Error": "0.00", "Lower CI Bound": "n/a", "Upper CI Bound": "n/a",
                  "Recommend Suppress": "n/a"}, **DATED)
        for scale, category in (("RL", "5"), ("RW", "1"))],
    "Job Zones": [listed(**{"Job Zone": "4"}, **DATED)],
    "Technology Skills": [listed(Example="“Zeta” Console", **{"Commodity Code": "1", "Commodity Title": "x",
                                                              "Hot Technology": "Y", "In Demand": "N"})],
    "Alternate Titles": [listed(**{"Alternate Title": "Network Whisperer", "Short Title": "n/a", "Source(s)": "08"})],
    "Sample of Reported Titles": [listed(**{"Reported Job Title": 'The "Cable" Person', "Shown in My Next Move": "N"})],
    "Related Occupations": [listed(**{"Related O*NET-SOC Code": "15-1244.00", "Related Title": "x",
                                      "Relatedness Tier": "Primary-Short", "Index": "1"})],
    "Tasks to DWAs": [listed(**{"Task ID": "1", "Task": "x", "DWA ID": "4.A.2.a.4.I09.D03",
                                "DWA Title": "Analyze networks."}, **DATED)] * 2,
    "DWA Reference": [{"Element ID": "4.A.2.a.4", "Element Name": "x", "IWA ID": "4.A.2.a.4.I09", "IWA Title": "x",
                       "DWA ID": "4.A.2.a.4.I09.D03", "DWA Title": "Analyze networks."}],
    "Task Statements": [
        listed(**{"Task ID": task, "Task": text, "Task Type": kind, "Incumbents Responding": "n/a"}, **DATED)
        for task, text, kind in (("9", "Sweep the rack.", "Supplemental"), ("7", 'Keep "uptime" up.', "Core"))],
    "Work Context": [rated("4.C.1.a.2.c", "Public Speaking", "CX", "3.00", Category="n/a")],
}  # fmt: skip
"""A table of each kind, as Excel has it, with the columns of text alone left to `archive`."""


def archive(release: str, layout: str, tables: Mapping[str, Sequence[Row]] | None = None, read_me: str = "") -> bytes:
    """Return an archive of a release in a layout, with a Read Me unless that is `-`."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, rows in (TABLES if tables is None else tables).items():
            file, content = member(name, layout, rows)
            opened.writestr(file, content)
        if read_me != "-":
            opened.writestr("Read Me.txt", read_me or f"O*NET {release} Database\nAugust 2022 Release\n")
    return data.getvalue()


def member(name: str, layout: str, rows: Sequence[Row]) -> tuple[str, bytes]:
    """Return the name and the content of a table in a layout."""
    if layout == "excel":
        cells = [list(rows[0]), *([cell.replace("n/a", "") for cell in row.values()] for row in rows)]
        return f"{name}.xlsx", xlsx({name[:31]: cells})
    if layout == "text":
        names = [
            each for each in rows[0] if name in ("Occupation Data", "DWA Reference") or each not in _ONLY_IN_TABLES
        ]
        lines = ["\t".join(names), *("\t".join(row[each] for each in names) for row in rows)]
        return f"{name}.txt", ("\n".join(lines) + "\n").encode()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_NEW_HEADERS.get(each, each) for each in rows[0]])
    writer.writerows([cell.replace("n/a", "") for cell in row.values()] for row in rows)
    return f"{_NEW_NAMES.get(name, name.lower().replace(' ', '_'))}.csv", text.getvalue().encode()
