"""What the README and the docs print is what the program does."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from careercli import cli
from careercli.profiles.keys import PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS
from careercli.store.marks import Marks, marks_path
from scripts import draw_explorer, write_reference
from tests.conftest import Ask
from tests.profiles.mistakes import ERRORS, WARNINGS
from tests.program import Ended, options_of

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROFILES = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
EXPLORER = (ROOT / "docs" / "explorer.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
HOUSE = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")


def test_the_screen_in_the_readme_is_the_programs_own(ask: Ask) -> None:
    ((command, as_printed),) = re.findall(r"```console\n\$ careercli ([^\n]*)\n(.*?)```", README, re.DOTALL)
    assert ask(*shlex.split(command), "-f", "table", width=88) == Ended(0, as_printed, "")


def commands() -> Iterator[str]:
    """Every command line of ours that the README shows, up to a pipe."""
    yield from re.findall(r"`(careercli [^`]*)`", README)
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL):
        yield from (line.partition(" | ")[0] for line in block.splitlines() if line.startswith("careercli "))


NOT_RUN = ("my-offer", "careercli import", "COMMAND", "--install-completion", "browse")
"""Lines that need a file of one's own, stand for many, write to a shell's own files, or need a terminal."""


@pytest.mark.parametrize("line", [line for line in commands() if not any(word in line for word in NOT_RUN)])
def test_every_command_in_the_readme_works(line: str, ask: Ask, tmp_path: Path) -> None:
    Marks(marks_path({"XDG_STATE_HOME": str(tmp_path / "state")})).replace(["noc-tech", "support-tech"])
    found = ask(*shlex.split(line)[1:])
    assert found.code == 0
    assert found.out
    assert "over 18 months old" in found.err if line.startswith("careercli sources") else not found.err


SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", COMMANDS, re.DOTALL | re.MULTILINE))
"""The parts of docs/commands.md: heading -> text."""

SHARED = SECTIONS["Options shared by the commands that print rows"]


def test_the_readme_names_every_command() -> None:
    for name in cli.COMMANDS:
        assert f"`careercli {name}" in README or f"`{name}`" in README, (
            f"README.md does not name {name}: add a row to its table “to | type” with an example of it"
        )


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_the_docs_name_every_option_of_every_command(command: str) -> None:
    if command:
        assert f"`{command}`" in SECTIONS, (
            f"docs/commands.md does not explain {command}: add a section “## `{command}`” with what it prints,"
            " and a row for each option that is its own"
        )
    explained = SECTIONS[f"`{command}`"] + SHARED if command else COMMANDS.partition("\n## ")[0]
    for option in {*options_of(command)} - {"--help"}:
        assert re.search(rf"`{option}[ `]", explained), (
            f"docs/commands.md does not explain {option}: add a row for it to the table of"
            f" {f'“## `{command}`”' if command else 'careercli itself'}"
        )


def test_the_docs_explain_no_option_that_is_gone() -> None:
    known = {option for command in ("", *cli.COMMANDS) for option in options_of(command)}
    assert set(re.findall(r"`(--[a-z-]+)", COMMANDS)) <= known


def test_the_readmes_example_of_an_own_role_works(tmp_path: Path, ask: Ask) -> None:
    model = ROOT / "careercli" / "data" / "roles" / "noc-tech.yaml"
    (tmp_path / "my-offer.yaml").write_text(model.read_text(encoding="utf-8"), encoding="utf-8")
    found = ask("compare", "my-offer", "noc-tech", "--roles", str(tmp_path))
    assert (found.code, found.cells[0][3:]) == (0, ["my-offer", "noc-tech"])


def test_the_readmes_set_up_is_two_lines_that_each_make_their_own_environment() -> None:
    lines = re.findall(r"^python3 -m venv (\S+) && .*$", README, re.MULTILINE)
    assert lines == [".venv", ".venv-test"]


def test_the_example_of_a_profile_is_one(tmp_path: Path, ask: Ask) -> None:
    example = re.findall(r"```yaml\n(.*?)```", PROFILES, re.DOTALL)[0]
    (tmp_path / "acme-offer.yaml").write_text(example, encoding="utf-8")
    found = ask("compare", "acme-offer", "noc-tech", "--roles", str(tmp_path), "--columns", "median,schedule")
    assert (found.code, found.err) == (0, "")
    assert "64480 | 76220\t76220" in found.out
    assert "Four nights a week, three off" in found.out


def test_the_reference_of_keys_is_what_the_schema_says_today() -> None:
    assert write_reference.updated(PROFILES) == PROFILES, "run python scripts/write_reference.py"


def test_the_reference_names_every_key_that_may_be_written() -> None:
    rows = re.findall(r"^\| \**`(\w+)`\** \| [^|]+ \| [^|]+ \|$", PROFILES, re.MULTILINE)
    assert set(rows) == {*PROFILE_KEYS, *SOURCE_KEYS, *WAGE_KEYS, *STATEMENT_KEYS}


def test_the_keys_of_the_explorer_are_those_of_its_bindings() -> None:
    assert draw_explorer.updated(EXPLORER) == EXPLORER, "run python scripts/draw_explorer.py"


def test_the_screens_of_the_explorer_are_those_that_are_drawn() -> None:
    shown = re.findall(r"\]\(images/(\w+)\.svg\)", EXPLORER)
    assert sorted(shown) == sorted(draw_explorer.SCREENS)
    assert sorted(path.stem for path in (ROOT / "docs" / "images").glob("*.svg")) == sorted(shown)


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


def test_the_docs_name_every_code_of_a_problem() -> None:
    text = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8").partition("## Check it")[2]
    errors, warnings = text.partition("of warnings:")[0], text.partition("of warnings:")[2].partition("\n")[0]
    assert sorted(re.findall(r"`([a-z-]+)`", errors.partition("codes of errors:")[2])) == sorted(ERRORS)
    assert sorted(re.findall(r"`([a-z-]+)`", warnings)) == sorted(WARNINGS)


def test_the_readme_credits_onet_as_its_license_asks() -> None:
    assert "O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration" in README
    assert "https://creativecommons.org/licenses/by/4.0/" in README
    assert "O*NET® is a trademark of USDOL/ETA" in README


def test_the_hook_is_a_command_line_of_ours_that_looks_at_profiles() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = hook["entry"].split()
    assert (program, hook["language"]) == ("careercli", "python")
    assert cli.run([*arguments, str(ROOT / "careercli" / "data" / "roles" / "noc-tech.yaml")]) == 0
    assert re.search(hook["files"], "careercli/data/roles/noc-tech.yaml")
    assert not re.search(hook["files"], ".github/workflows/check.yml")
