"""Test views: a screen shows what the view's command line prints."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from careercli.catalog import catalog
from careercli.errors import CareerError
from careercli.formats import comparison_table, delimited
from careercli.formats.layout import TableStyle
from careercli.official.releases import NATION
from careercli.presentation import rows
from careercli.presentation.argv import command_line
from careercli.presentation.compare_view import CompareView
from careercli.presentation.views import (
    CatalogView,
    MoveView,
    PathView,
    PayView,
    PlacesView,
    ProfileView,
    SimilarView,
    SkillsView,
    View,
    bare,
    export_argv,
    file_name,
    placed,
)
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


COMMANDS: list[tuple[View, str]] = [
    (CatalogView(), "roles"),
    (
        CatalogView("network oper", "computer", "linux", "ccna", "associate", 60_000, "median", True, True),
        "roles network oper --family computer --skill linux --certification ccna --education associate"
        " --min-wage 60000 --sort median --desc --all",
    ),
    (CatalogView("network", area="OH"), "roles network --area OH"),
    (CompareView(("noc-tech@OH", "isp-tech@OH")), "compare noc-tech@OH isp-tech@OH"),
    (CompareView(("noc-tech", "noc-tech@OH"), area="US"), "compare noc-tech@US noc-tech@OH"),
    (CompareView(("a", "b"), baseline="b", area="US"), "compare a@US b@US --baseline b@US"),
    (ProfileView("noc-tech", full=True, area="US"), "show noc-tech@US --full"),
    (ProfileView("noc-tech@18140", area="US"), "show noc-tech@18140"),
    (PayView(TWO, "hour"), "salary noc-tech support-tech --per hour"),
    (PayView(("noc-tech", "isp-tech@OH"), area="US"), "salary noc-tech@US isp-tech@OH"),
    (PayView(area="OH"), "salary --area OH"),
    (PlacesView("noc-tech"), "places noc-tech"),
    (
        PlacesView("noc-tech", "metro", "new york", "prices", "hour", "employment", True, ("d",)),
        "places noc-tech --adjust prices --per hour --type metro --find 'new york' --sort employment --desc --roles d",
    ),
    (SimilarView(("noc-tech",)), "similar noc-tech"),
    (SimilarView(("noc-tech",), ("my",), NATION), "similar noc-tech@US --roles my"),
    (PathView(("noc-tech@OH",), area=NATION), "path noc-tech@OH"),
    (
        PathView(("noc-tech", "sysadmin"), "gap", True, area=NATION),
        "path noc-tech@US sysadmin@US --by gap --no-pay-cut",
    ),
    (PathView(("me", "offer:acme"), area=NATION), "path me offer:acme"),
    (SkillsView(("noc-tech", "sysadmin"), area=NATION), "skills noc-tech sysadmin"),
]


@pytest.mark.parametrize(("view", "command"), COMMANDS, ids=[command for _, command in COMMANDS])
def test_a_view_is_a_command_line(view: View, command: str) -> None:
    assert command_line(view.argv()) == f"careercli {command}"
    name, *rest = shlex.split(command)
    assert export_argv(view, "x.md") == [name, "-o", "x.md", *rest]


@pytest.mark.parametrize(
    ("view", "name"),
    [
        (PlacesView("noc-tech", "metro"), "places-noc-tech.md"),
        (PathView(("noc-tech", "sysadmin")), "path-noc-tech-sysadmin.md"),
        (SimilarView(("noc-tech",)), "similar-noc-tech.md"),
    ],
)
def test_a_view_is_saved_under_the_names_of_its_roles(view: View, name: str) -> None:
    assert file_name(view) == name


def test_an_id_moves_to_another_place() -> None:
    assert placed("noc-tech", "OH") == placed("noc-tech@18140", "OH") == "noc-tech@OH"
    assert placed("noc-tech@OH", "US") == placed("noc-tech@OH", "") == bare("noc-tech@OH") == "noc-tech"


@pytest.mark.parametrize("name", ["me", "ME", "offer:acme", "me@OH", "offer:acme@OH"])
def test_me_and_offers_stay_in_their_place(name: str) -> None:
    assert placed(name, "WA") == name


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        (PathView(("noc-tech", "noc-tech")), "noc-tech is both ends"),
        (PathView(("noc-tech", "15-1231")), "are one occupation"),
        (PathView(("it-manager", "support-tech")), "no route from it-manager to support-tech"),
        (SkillsView(("no-such-role",)), "no role or occupation is named “no-such-role”"),
        (SimilarView(("customer-success-manager",)), "has no occupation to hold others against"),
    ],
    ids=str,
)
def test_what_cannot_be_shown_says_why(view: MoveView, problem: str) -> None:
    with pytest.raises(CareerError, match=problem):
        view.page(catalog.Catalog([directories.BUNDLED], print))


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
