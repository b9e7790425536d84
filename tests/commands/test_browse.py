"""Export a view to a file by running the command that prints it."""

from pathlib import Path

import pytest

from careercli.commands import browse
from careercli.commands.browse import export
from careercli.presentation.compare_view import CompareView
from careercli.presentation.views import CatalogView, PayView, ProfileView, View, export_argv, file_name
from tests.conftest import Ask

TWO = ("noc-tech", "support-tech")
VIEWS = (
    CatalogView("network", sort="median"),
    CatalogView("-tech"),
    CompareView(TWO, differences=True, text="-"),
    ProfileView("noc-tech", full=True),
    PayView(TWO, "hour"),
)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: " ".join(view.argv()))
def test_a_view_is_written_as_its_command_prints_it(view: View, ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "-a b.csv"
    assert export(export_argv(view, str(path))) in ("", "nothing matches; --all searches every occupation too")
    command, *rest = view.argv()
    assert path.read_text(encoding="utf-8") == ask(command, "-f", "csv", *rest).out


def test_what_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no role or occupation is named “nobody-at-all”"):
        export(["show", "nobody-at-all", "-o", str(tmp_path / "x.csv")])
    with pytest.raises(OSError, match="cannot write"):
        export(["show", "noc-tech", "-o", str(tmp_path / "no" / "x.csv")])


def test_what_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browse, "_PROGRAM", "import time; time.sleep(60)")
    monkeypatch.setattr(browse, "_TIMEOUT", 0.2)
    with pytest.raises(OSError, match="not written within"):
        export(["roles"])


def test_the_current_folder_is_no_place_for_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit(3)")
    (tmp_path / "careercli").mkdir()
    (tmp_path / "careercli" / "__init__.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert export(["roles", "-o", "x.csv"]) == ""


def test_a_file_is_named_after_its_view() -> None:
    assert [file_name(view) for view in VIEWS] == [
        "roles.md", "roles.md", "compare-noc-tech-support-tech.md", "show-noc-tech.md",
        "salary-noc-tech-support-tech.md",
    ]  # fmt: skip
    assert file_name(CompareView(TWO * 9)) == f"compare-{'noc-tech-support-tech-' * 2}noc-tech.md"
