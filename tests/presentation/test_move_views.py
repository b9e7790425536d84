"""Views of moves: the command line of each, and the file it is saved to."""

from __future__ import annotations

import pytest

from careercli.catalog.catalog import Catalog
from careercli.errors import CareerError
from careercli.official.releases import NATION
from careercli.presentation.argv import command_line
from careercli.presentation.views import MoveView, PathView, SimilarView, SkillsView, export_argv, file_name, placed
from careercli.profiles.directories import BUNDLED

COMMANDS: list[tuple[MoveView, str]] = [
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


@pytest.mark.parametrize(("view", "command"), COMMANDS, ids=[each[1] for each in COMMANDS])
def test_a_view_is_a_command_line(view: MoveView, command: str) -> None:
    assert command_line(view.argv()) == f"careercli {command}"
    name, *rest = command.split()
    assert export_argv(view, "x.md") == [name, "-o", "x.md", *rest]


def test_a_view_is_saved_under_the_names_of_its_roles() -> None:
    assert file_name(PathView(("noc-tech", "sysadmin"))) == "path-noc-tech-sysadmin.md"
    assert file_name(SimilarView(("noc-tech",))) == "similar-noc-tech.md"


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
        view.page(Catalog([BUNDLED], print))
