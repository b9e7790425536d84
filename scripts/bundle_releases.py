"""Write our compact text of the official releases we ship, and build official.sqlite from it.

    python scripts/bundle_releases.py FOLDER

FOLDER holds the publishers' files as `bls-oews/national_M2024_dl.xlsx` (OEWS, May 2024),
`bls-ep/2024-34/occupation.xlsx` (Employment Projections 2024-34), both in the US public domain, and
`onet/db_29_3_excel.zip` (O*NET 29.3, CC BY 4.0), of which figures and names are taken and no sentence.
Needs the extra `import`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from careercli.official.importers import ep, oews, onet, text, workbook
from careercli.store import build


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    archive = folder / "onet" / "db_29_3_excel.zip"
    wages = workbook.records(folder / "bls-oews" / "national_M2024_dl.xlsx")
    projections = workbook.records(folder / "bls-ep" / "2024-34" / "occupation.xlsx", "Table 1.2", header=1)
    rated = [record for name in ("Skills", "Knowledge") for record in onet.table(archive, name)]
    technologies, zones = (onet.table(archive, name) for name in ("Technology Skills", "Job Zones"))
    for name, columns, rows in (
        ("oews-2024-05.national", oews.NATIONAL, oews.national(wages)),
        ("projections-2024-34.occupations", ep.COLUMNS, ep.occupations(projections)),
        ("onet-29-3.ratings", tuple(onet.RATINGS), onet.rows(rated, onet.RATINGS)),
        ("onet-29-3.technologies", tuple(onet.TECHNOLOGIES), onet.rows(technologies, onet.TECHNOLOGIES)),
        ("onet-29-3.job_zones", tuple(onet.JOB_ZONES), onet.rows(zones, onet.JOB_ZONES)),
    ):
        path = text.write(build.TEXTS, name, columns, rows)
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    build.build()


if __name__ == "__main__":
    main()
