"""What the README and the docs print is what the program does."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from careercli import cli
from careercli.commands import comparing
from careercli.profiles.keys import WRITABLE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOUSE = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")


class DrawnOn(date):
    """The day the README's screen was drawn; ages of releases count to it."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 21)


def test_the_screen_in_the_readme_is_the_programs_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(comparing, "date", DrawnOn)
    monkeypatch.setenv("COLUMNS", "88")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    (screen,) = re.findall(r"```console\n\$ careercli ([^\n]*)\n(.*?)```", README, re.DOTALL)
    command, printed = screen
    assert cli.run([*shlex.split(command), "-f", "table"]) == 0
    assert capsys.readouterr().out == printed


def commands() -> Iterator[str]:
    """Every command line of ours that the README shows, up to a pipe."""
    yield from re.findall(r"`(careercli [^`]*)`", README)
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL):
        yield from (line.partition(" | ")[0] for line in block.splitlines() if line.startswith("careercli "))


NOT_RUN = ("my-offer", "COMMAND", "--install-completion")
"""Lines that need a file of one's own, stand for many, or write to a shell's own files."""


@pytest.mark.parametrize("line", [line for line in commands() if not any(word in line for word in NOT_RUN)])
def test_every_command_in_the_readme_works(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(shlex.split(line)[1:]) == 0
    printed = capsys.readouterr()
    assert printed.out
    assert printed.err == ""


def test_the_readmes_example_of_an_own_role_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = ROOT / "careercli" / "data" / "roles" / "noc-tech.yaml"
    (tmp_path / "my-offer.yaml").write_text(model.read_text(encoding="utf-8"), encoding="utf-8")
    assert cli.run(["compare", "my-offer", "noc-tech", "--roles", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("section\tfield\tlabel\tmy-offer\tnoc-tech\n")


def test_the_readmes_set_up_is_two_lines_that_each_make_their_own_environment() -> None:
    lines = re.findall(r"^python3 -m venv (\S+) && .*$", README, re.MULTILINE)
    assert lines == [".venv", ".venv-test"]


def test_the_example_of_a_profile_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "acme-offer.yaml").write_text(example, encoding="utf-8")
    assert cli.run(["compare", "acme-offer", "noc-tech", "--roles", str(tmp_path), "--columns", "median,schedule"]) == 0
    printed = capsys.readouterr()
    assert "64480 | 73340\t73340" in printed.out
    assert "Four nights a week, three off" in printed.out
    assert printed.err == ""


def test_the_fields_named_for_profiles_are_all_that_may_be_written() -> None:
    text = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8").partition("## The fields")[2]
    named = {word for group in re.findall(r"`([a-z_ ]+)`", text) for word in group.split()}
    assert named == set(WRITABLE)


def test_the_map_of_the_house_is_short_and_names_every_file_at_the_top() -> None:
    assert len(HOUSE.splitlines()) < 100
    for path in (ROOT / "careercli").glob("*.py"):
        if path.stem != "__init__":
            assert path.name in HOUSE, f"docs/house.md does not say what {path.name} is"


@pytest.mark.parametrize("text", [README, HOUSE], ids=["README", "house"])
def test_every_file_that_is_linked_or_named_exists(text: str) -> None:
    linked = [name for name in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in name]
    named = re.findall(r"`((?:careercli|docs|scripts|benchmarks|tests)/[\w./-]+)`", text)
    assert linked or named
    for name in (*linked, *named):
        assert (ROOT / name).exists(), name
