"""careercli import: newer projections take the place of the bundled ones, older ones answer for their year."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.official.workbooks import old_projections, projected, projections, written
from tests.program import Import, run

pytest.importorskip("python_calamine")


OUTLOOK = ("show", "15-1231", "-f", "ndjson", "--columns", "employment_change,openings,openings_rate,entry_education")


def outlook(program: Import) -> list[tuple[str, object]]:
    """Return source and value of the outlook of 15-1231."""
    rows = [json.loads(line) for line in program(*OUTLOOK).out.splitlines()]
    return [(claim["source"], claim["value"]) for row in rows for claim in row["cells"]["15-1231"]]


def test_the_education_of_newer_projections_is_found(program: Import, tmp_path: Path) -> None:
    written(tmp_path, "a.xlsx", projections(projected(education="Doctoral or professional degree")))
    program("import", "a.xlsx")
    found = program("roles", "--education", "doctoral", "--all", "--columns", "id", "--no-header").out.split()
    assert "15-1231" in found


def test_newer_projections_take_the_place_of_the_bundled_ones(program: Import, tmp_path: Path) -> None:
    before = outlook(program)
    assert {source for source, _ in before} == {"projections-2024-34"}
    assert program("import", written(tmp_path, "occupation.xlsx", projections())).out.endswith(
        "occupation.xlsx\timported\tprojections-2025-35\t2\t0\t\n"
    )
    assert outlook(program) == [
        ("projections-2025-35", each) for each in (6.3, 9900, 6.0, "Bachelor's degree")
    ]  # fmt: skip
    assert "projections-2025-35" in program("sources").out
    asked = ("roles", "--all", "network support", "--columns", "id,employment_change", "--no-header")
    assert "15-1231\t6.3\n" in program(*asked).out
    program("import", "--remove", "projections-2025-35")
    assert outlook(program) == before


@pytest.mark.parametrize(("made", "release"), [(old_projections, "2016-26"), (projections, "2019-29")])
def test_older_projections_are_joined_by_code_and_title_and_shown_by_year(
    made: Callable[..., bytes], release: str, program: Import, tmp_path: Path
) -> None:
    renamed = projected(title="Network specialists", code="15-1232")
    written(tmp_path, "old.xlsx", made(projected(), renamed, base=int(release[:4])))
    assert program("import", "old.xlsx").out.endswith(f"old.xlsx\timported\tprojections-{release}\t2\t2\t\n")
    assert program("show", "15-1231", "-f", "table").out == run("show", "15-1231", "-f", "table").out
    shown = json.loads(program("show", "15-1231", "--as-of", "2020", "--section", "outlook", "-f", "json").out)
    assert shown["roles"][0]["title"] == "Computer Network Support Specialists, as of 2020"
    figures = {row["field"]: row["cells"]["15-1231"][0] for row in shown["rows"] if row["cells"]["15-1231"]}
    assert {claim["source"] for claim in figures.values()} == {f"projections-{release}"}
    assert (figures["employment_change"]["value"], figures["openings_rate"]["value"]) == (6.3, 6.0)
    assert program("show", "15-1232", "--as-of", "2020").err == (
        "careercli: --as-of: no release of 2020 or before that is here has figures of 15-1232\n"
    )
