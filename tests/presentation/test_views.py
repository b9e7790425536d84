"""Test views: a screen shows what the view's command line prints."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from careercli.catalog import catalog
from careercli.formats import comparison_table, delimited
from careercli.formats.layout import TableStyle
from careercli.presentation import rows
from careercli.presentation.argv import command_line
from careercli.presentation.compare_view import CompareView
from careercli.presentation.views import CatalogView, PayView, ProfileView, View
from careercli.profiles import directories
from tests.conftest import Ask, FixedDay

TWO = ("noc-tech", "support-tech")
THREE = (*TWO, "tech-support-rep")

COMPARED = (
    CompareView(TWO),
    CompareView(THREE, baseline="tech-support-rep"),
    CompareView(THREE, differences=True),
    CompareView(THREE, text="wage"),
    CompareView(TWO, text="-"),
    CompareView(TWO, transpose=True),
    CompareView(TWO, sections="pay,skills", differences=True),
    CompareView(TWO, full=True, period="hour"),
    CompareView(TWO, columns="median,growth"),
    CompareView(THREE, sort="label", descending=True),
    CompareView(THREE, sort="median", transpose=True, limit=2),
    CompareView(TWO, descending=True, limit=3),
    CompareView(("noc-tech", "15-1232")),
    CompareView(("noc-tech",)),
    ProfileView("isp-tech").as_comparison,
    ProfileView("isp-tech", full=True, period="hour").as_comparison,
    ProfileView("15-1232", sections="outlook").as_comparison,
)


def read(view: CompareView) -> catalog.Catalog:
    return catalog.Catalog([*view.directories, directories.BUNDLED], print)


@pytest.mark.parametrize("view", COMPARED, ids=lambda view: " ".join(view.argv()))
def test_a_comparison_holds_the_lines_that_its_command_prints(view: CompareView, ask: Ask) -> None:
    comparison = view.comparison(read(view).find_all(view.roles))
    page = view.page(comparison, FixedDay.today())
    as_table = comparison_table.transposed if view.transpose else comparison_table.as_table
    answer = ask(*view.argv(), "-f", "table", width=100)
    assert (answer.code, answer.err) == (0, "")
    assert page.lines
    assert answer.out.startswith(as_table(page, TableStyle(100)))


@pytest.mark.parametrize(
    "view", [view for view in COMPARED if not view.transpose], ids=lambda view: " ".join(view.argv())
)
def test_a_comparison_holds_the_rows_that_its_command_prints(view: CompareView, ask: Ask) -> None:
    columns, records = rows.wide(view.ordered(view.comparison(read(view).find_all(view.roles))))
    assert ask(*view.argv(), "-f", "tsv").out == "".join(
        delimited.as_tsv(columns, ([row.get(name) for name in columns] for row in records[: view.limit]))
    )


def test_every_view_of_a_catalog_is_a_command_line() -> None:
    view = CatalogView("network oper", "computer", "linux", "ccna", "associate", 60_000, "median", True, True)
    assert view.argv() == [
        "roles", "network", "oper", "--family", "computer", "--skill", "linux", "--certification", "ccna",
        "--education", "associate", "--min-wage", "60000", "--sort", "median", "--desc", "--all",
    ]  # fmt: skip
    assert CatalogView().argv() == ["roles"]
    assert PayView(TWO).argv() == ["salary", *TWO]
    assert PayView(TWO, "hour").argv() == ["salary", *TWO, "--per", "hour"]


ASKED = (
    CatalogView("netwrok"),
    CatalogView("-tech --all"),
    CatalogView(family="it", sort="title", descending=True),
    CatalogView(skill="linux", min_wage=60_000.5),
    PayView(),
    PayView(TWO, "hour"),
    ProfileView("noc-tech", directories=("a b", "c'd")),
)


@pytest.mark.parametrize("view", ASKED, ids=lambda view: " ".join(view.argv()))
def test_the_command_line_takes_every_view(
    view: View, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for directory in view.directories:
        Path(directory).mkdir()
    answer = ask(*view.argv())
    assert answer.code == 0
    assert answer.lines


def test_a_command_line_names_the_directories(profiles, ask: Ask) -> None:  # type: ignore[no-untyped-def]
    folder = profiles(mine="title: Mine")
    view = CompareView(("mine", "noc-tech"), full=True, directories=(folder,))
    assert view.argv()[-2:] == ["--roles", folder]
    assert ask(*view.argv()).lines[0].split("\t")[3:] == ["mine", "noc-tech"]


WORDS = ("a b", "it's", "$(id)", "", "\x1b]0;x\x07", "a\nb", "\u202eabc", "é", "\\'\x01", "-", "\udcff", "*", "~")


@pytest.mark.parametrize("word", WORDS, ids=ascii)
def test_a_shell_reads_a_command_as_it_was_meant_and_no_terminal_is_commanded(word: str) -> None:
    line = command_line(["roles", word])
    assert line.isprintable()
    shown = subprocess.run(
        ["bash", "-c", f"careercli() {{ printf '%s\\0' \"$@\"; }}; {line}"], capture_output=True, check=True
    )
    assert shown.stdout.split(b"\0")[:-1] == [b"roles", os.fsencode(word)]
