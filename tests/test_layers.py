"""The house stands: imports point down, and a command loads only what it needs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import careercli

ROOT = Path(careercli.__file__).parent

LAYERS = (
    {"errors", "model", "text", "figures", "filenames", "directories", "circles", "search", "measure", "ahead"},
    {"fields", "wages", "profiles", "official", "cards", "shelf", "store"},
    {"verdicts", "listing", "shelving", "catalog", "compare", "early"},
    {"rows", "salaries", "wage_lines", "wage_shelf", "shipping", "lines", "checking", "views"},
    {"formats", "tui"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""What may import what: a part imports its own layer and those before it."""

ONLY_IN = {
    "yaml": {"profiles"},
    "sqlite3": {"store"},
    "textual": {"tui"},
    "rich": {"formats", "measure", "tui"},
    "typer": {"commands", "cli"},
}


def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py"))


def part_of(path: Path) -> str:
    """The part of the house a file belongs to: its folder, or its own name at the top."""
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every absolute name a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(part: str) -> int:
    return next(index for index, parts in enumerate(LAYERS) if part in parts)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    here = part_of(path)
    if here == "__init__":
        return
    for name in imported(path):
        head, _, rest = name.partition(".")
        if head == "careercli" and rest and rest.split(".")[0] != "__version__":
            there = rest.split(".")[0]
            assert layer(there) <= layer(here), f"{path} imports {name}"
            assert {here, there} != {"formats", "tui"}, "formats and tui never meet"
        assert here in ONLY_IN.get(head, {here}), f"{path} imports {head}"
        assert head != "click", "click is a part of typer"


def test_no_command_imports_another() -> None:
    from careercli.cli import COMMANDS

    for path in (ROOT / "commands").glob("*.py"):
        others = {f"careercli.commands.{name}" for name in COMMANDS if name != path.stem}
        assert not [name for name in imported(path) if name.rpartition(".")[0] in others or name in others]


def loaded_by(*arguments: str) -> set[str]:
    """The top-level packages and careercli modules that a run has loaded at its end."""
    program = (
        "import sys; from careercli.cli import run; code = run(sys.argv[1:]); sys.stdout.flush();"
        "print(*sorted(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


PIPED = (
    ["compare", "noc-tech", "support-tech"],
    ["compare", "noc-tech", "support-tech", "-f", "csv", "--long"],
    ["compare", "noc-tech", "support-tech", "-f", "json"],
    ["compare", "noc-tech", "support-tech", "-f", "md"],
    ["salary", "noc-tech"],
    ["roles", "-f", "ndjson"],
    ["show", "noc-tech"],
    ["new", "my-role"],
    ["schema"],
    ["sources"],
    ["sources", "-f", "md"],
    ["check", "-f", "json"],
    ["--help"],
    [],
)


@pytest.mark.parametrize("arguments", PIPED, ids=" ".join)
def test_a_piped_command_loads_neither_rich_nor_textual(arguments: list[str]) -> None:
    found = loaded_by(*arguments)
    assert "rich" not in found
    assert "textual" not in found


def test_a_table_loads_no_more_of_rich_than_its_measuring() -> None:
    found = loaded_by("compare", "noc-tech", "support-tech", "-f", "table")
    assert "rich.cells" in found
    assert not {"rich.console", "rich.table", "textual"} & found


def test_help_loads_no_command() -> None:
    assert not {name for name in loaded_by("--help") if name.startswith("careercli.commands.compare")}


def test_a_command_loads_no_other_command() -> None:
    found = loaded_by("salary", "noc-tech")
    assert "careercli.commands.salary" in found
    assert not {"careercli.commands.compare", "careercli.commands.roles", "careercli.commands.show"} & found


def test_a_question_about_occupations_alone_reads_no_profile() -> None:
    assert not {"yaml", "sqlite3"} & loaded_by("compare", "15-1231", "15-1232")


def test_what_names_no_profile_opens_no_index() -> None:
    for arguments in (["--help"], ["--version"], [], ["compare", "--help"]):
        assert "sqlite3" not in loaded_by(*arguments), arguments
