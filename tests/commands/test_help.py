"""The examples in each --help work."""

import zipfile
from pathlib import Path

import pytest

from careercli.cli import COMMANDS
from tests.official.workbooks import national, written
from tests.program import answer, profile, shell

EVERY = ("", *COMMANDS)

SAYS_MORE = ("careercli check", "careercli offer", "careercli new --me", "careercli path", "careercli sources")
"""Beginnings of examples that say on stderr what was done, or left out."""


def examples(command: str) -> list[str]:
    """Return the example command lines in the help of one command."""
    return [
        line.strip() for line in answer(f"{command} --help".strip()).splitlines() if line.startswith("  careercli ")
    ]


@pytest.mark.parametrize("command", EVERY)
def test_every_help_has_three_examples_whole_on_a_line(command: str) -> None:
    assert len(examples(command)) == 3


@pytest.mark.parametrize("command", EVERY)
def test_no_help_has_a_default_of_zero_for_what_is_not_asked(command: str) -> None:
    zeros = [line for line in answer(f"{command} --help".strip()).splitlines() if "[default: 0]" in line]
    assert zeros == (["  --min-jobs N         Only places with N jobs or more.  [default: 0]"] * (command == "places"))


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("command", [command for command in EVERY if command != "browse"])
def test_every_example_works(command: str, number: int, tmp_path: Path) -> None:
    line = examples(command)[number]
    if line.startswith("careercli check"):
        (tmp_path / "offers").mkdir()
        for path in ("my-role", "offers/one"):
            (tmp_path / f"{path}.yaml").write_text(profile(path))
    if "offer:" in line or "offer remove" in line:
        shell('"$@"', *["offer", "add", "acme", "68000", "--role", "noc-tech", "--area", "OH"], HOME=str(tmp_path))
    if "2019" in line:
        pytest.importorskip("python_calamine")
        (tmp_path / "Downloads").mkdir()
        written(tmp_path / "Downloads", "national_M2017_dl.xlsx", national(year=2017))
        written(tmp_path, "national_M2019_dl.xlsx", national(year=2019))
        with zipfile.ZipFile(tmp_path / "oesm18nat.zip", "w") as archive:
            archive.writestr("national_M2018_dl.xlsx", national(year=2018))
        if "import national" not in line:
            shell('"$@"', "import", "national_M2019_dl.xlsx", cwd=tmp_path, HOME=str(tmp_path))
    ended = shell(line.replace("careercli", '"$@"', 1), cwd=tmp_path, HOME=str(tmp_path))
    assert ended.code == 0
    assert not ended.err or line.startswith(SAYS_MORE)


@pytest.mark.parametrize("command", ["", "salary"])
def test_the_wages_picked_by_column_number_are_wages_and_no_heading(command: str) -> None:
    (line,) = [line for line in examples(command) if "awk" in line]
    found = shell(line.replace("careercli", '"$@"', 1)).out.splitlines()
    wages = [cells.split("\t") for cells in answer("salary --all -f tsv").splitlines()]
    assert "title" not in found
    assert "Network Operation Technician" not in found
    assert found == [cells[1] for cells in wages[1:] if cells[14].lstrip(">=") and is_over(cells[14])]


def is_over(median: str) -> bool:
    """Return True if awk sees the median as over 100,000; a bound makes it text, which sorts after digits."""
    return median > "100000" if median.startswith(">") else float(median) > 100_000
