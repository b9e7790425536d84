"""`@marked` on the command line stands for all marked roles."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.store.marks import Marks
from tests.conftest import Ask


@pytest.fixture
def mark(tmp_path: Path) -> Callable[..., None]:
    """Return a function that marks roles in the state folder of `ask`."""

    def marked(*ids: str) -> None:
        Marks(str(tmp_path / "state" / "careercli" / "marks")).replace(ids)

    return marked


def test_the_marked_roles_are_compared_in_their_order(ask: Ask, mark: Callable[..., None]) -> None:
    mark("support-tech", "15-1231", "noc-tech")
    answer = ask("compare", "@marked")
    assert (answer.code, answer.err) == (0, "")
    assert answer.cells[0] == ["section", "field", "label", "support-tech", "15-1231", "noc-tech"]
    assert answer.out == ask("compare", "support-tech", "15-1231", "noc-tech").out


def test_they_stand_beside_others(ask: Ask, mark: Callable[..., None]) -> None:
    mark("support-tech")
    answer = ask("compare", "isp-tech", "@marked", "noc-tech", "--columns", "median")
    assert answer.cells[0][3:] == ["isp-tech", "support-tech", "noc-tech"]


def test_one_marked_role_is_shown_and_several_are_not(ask: Ask, mark: Callable[..., None]) -> None:
    mark("support-tech")
    assert ask("show", "@marked").out == ask("show", "support-tech").out
    assert ask("show", "@marked", "-f", "yaml").out == ask("show", "support-tech", "-f", "yaml").out
    mark("support-tech", "noc-tech")
    ask("show", "@marked").refuses(2, "show takes one role; for more, use careercli compare support-tech noc-tech\n")


def test_their_wages_are_listed(ask: Ask, mark: Callable[..., None]) -> None:
    mark("support-tech", "noc-tech")
    assert ask("salary", "@marked").out == ask("salary", "support-tech", "noc-tech").out


@pytest.mark.parametrize("command", ["compare", "show", "salary"])
def test_without_marks_one_line_tells_how_to_mark(ask: Ask, command: str) -> None:
    ask(command, "@marked").refuses(1, "@marked: no role is marked; mark roles with space in careercli browse\n")


def test_why_there_are_none_is_said(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "state" / "careercli" / "marks").mkdir(parents=True)
    answer = ask("salary", "@marked")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "marks: Is a directory); mark roles with space" in answer.err


def test_one_mark_is_too_few_to_compare(ask: Ask, mark: Callable[..., None]) -> None:
    mark("support-tech")
    ask("compare", "@marked").refuses(2, "compare needs two or more roles; for one role, use careercli show\n")


def test_marks_that_name_nothing_any_more_are_said_in_one_line(ask: Ask, mark: Callable[..., None]) -> None:
    mark("gone", "support-tech", "99-9999", "noc-tech")
    answer = ask("compare", "@marked", "--columns", "median")
    assert answer.code == 0
    assert answer.cells[0][3:] == ["support-tech", "noc-tech"]
    assert answer.err == "careercli: @marked: left out gone, 99-9999, which no longer exist\n"


def test_a_marked_role_of_ones_own_needs_its_directory(
    ask: Ask, mark: Callable[..., None], profiles: Callable[..., str]
) -> None:
    folder = profiles(mine="title: Mine")
    mark("mine", "noc-tech")
    assert ask("compare", "@marked", "--roles", folder).cells[0][3:] == ["mine", "noc-tech"]
    assert ask("show", "@marked").err == "careercli: @marked: left out mine, which no longer exists\n"


@pytest.mark.parametrize("command", ["compare", "show", "salary"])
def test_the_help_names_it(ask: Ask, command: str) -> None:
    assert "@marked" in ask(command, "--help").out
