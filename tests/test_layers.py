"""The house stands: imports point down, and a command loads only what it needs."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import careercli
from careercli import cli
from careercli.formats import FORMATS
from tests.program import COMMANDS

ROOT = Path(careercli.__file__).parent

LAYERS = (
    "errors model",
    "official profiles",
    "store",
    "compare moves catalog",
    "presentation",
    "formats tui",
    "commands",
    "cli",
    "__main__",
)
"""The files and folders of careercli/, from the bottom up: each imports its own layer and those before it."""

MOST_AT_THE_TOP = 17
"""Files and folders directly in careercli/."""

ONLY_IN = {
    "yaml": {"profiles"},
    "sqlite3": {"store"},
    "textual": {"tui"},
    "rich": {"formats", "presentation", "tui"},
    "typer": {"commands", "cli"},
    "python_calamine": {"official"},
}
"""Which files and folders may import a package."""


def imported(path: Path) -> Iterator[str]:
    """Every absolute name a file imports, wherever in the file, also for types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


FILES = {path.relative_to(ROOT).with_suffix("").as_posix(): path for path in sorted(ROOT.rglob("*.py"))}
"""Every file of the package by its name in the tables above: `cli`, `tui/app`, `tui/__init__`."""

IMPORTS = {name: sorted(set(imported(path))) for name, path in FILES.items()}


def file_of(imported: str) -> str:
    """The file that is meant by `careercli.tui.app.Explorer`, or by `careercli.lines.Line`."""
    parts = imported.split(".")[1:]
    names = ["/".join(parts[:end]) for end in range(len(parts), 0, -1)]
    return next((found for name in names for found in (name, f"{name}/__init__") if found in FILES), "__init__")


GRAPH = {name: {file_of(each) for each in IMPORTS[name] if each.split(".")[0] == "careercli"} for name in FILES}
"""Each file, and the files of ours that it imports."""


def layer(name: str) -> int:
    """Where a file stands in the table, 0 at the bottom; what runs before every file stands below all."""
    part = name.partition("/")[0]
    found = [index for index, parts in enumerate(LAYERS) if part in parts.split()]
    assert found or part == "__init__", (
        f"careercli/{part} is in no layer: write its name into LAYERS of tests/test_layers.py,"
        " in the lowest layer that is not below anything it imports, and what it holds into docs/house.md"
    )
    return found[0] if found else -1


def test_imports_point_down() -> None:
    assert [f"{name} imports {there}" for name in FILES for there in GRAPH[name] if layer(there) > layer(name)] == []


def test_no_file_imports_itself_by_way_of_others() -> None:
    try:
        TopologicalSorter(GRAPH).prepare()
    except CycleError as error:
        pytest.fail(f"these files import one another: {' <- '.join(error.args[1])}; move what they share below them")


def test_the_top_of_the_package_is_small() -> None:
    found = sorted(path.name for path in ROOT.iterdir() if path.name != "__pycache__")
    assert len(found) <= MOST_AT_THE_TOP, f"put the new one into a folder: {', '.join(found)}"


def test_formats_and_the_explorer_never_meet() -> None:
    for here, there in (("formats/", "tui/"), ("tui/", "formats/")):
        assert not [name for name in FILES if name.startswith(here) for each in GRAPH[name] if each.startswith(there)]


def test_each_package_is_imported_only_where_it_may_be() -> None:
    for name, found in IMPORTS.items():
        for head in {each.split(".")[0] for each in found}:
            assert name.partition("/")[0] in ONLY_IN.get(head, {name.partition("/")[0]}), f"{name} imports {head}"
            assert head != "click", f"{name} imports click, which is a part of typer"


def test_no_command_imports_another() -> None:
    commands = {f"commands/{name}" for name in cli.COMMANDS}
    assert not [name for name in FILES if name.startswith("commands/") if (GRAPH[name] & commands) - {name}]


def loaded_by(*arguments: str) -> set[str]:
    """The top-level packages and careercli modules that a run has loaded at its end."""
    program = (
        "import sys; from careercli.cli import run; code = run(sys.argv[1:]); sys.stdout.flush();"
        "print(*sorted(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


PIPED = [line.split() for line in (*COMMANDS, *(f"compare noc-tech support-tech -f {name}" for name in FORMATS[1:]))]
"""A command line for each command and for each format but the table."""


def test_no_piped_command_loads_rich_or_textual() -> None:
    """All run in one process, one after another: the first that loads one of the two is named."""
    program = (
        "import json, sys; from careercli.cli import run\n"
        "for line in json.loads(sys.argv[1]):\n"
        "    assert run(line) == 0, line\n"
        "    assert not {'rich', 'textual'} & {*sys.modules}, line"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(PIPED)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_a_table_loads_no_more_of_rich_than_its_measuring_and_that_for_wide_letters_alone(tmp_path: Path) -> None:
    (tmp_path / "wide.yaml").write_text("title: 網路技術員\n", encoding="utf-8")
    assert not {"rich", "textual"} & loaded_by("compare", "noc-tech", "support-tech", "-f", "table")
    found = loaded_by("compare", "noc-tech", "wide", "--roles", str(tmp_path), "-f", "table")
    assert "rich.cells" in found
    assert not {"rich.console", "rich.table", "textual"} & found


def test_help_loads_no_command() -> None:
    assert not {name for name in loaded_by("--help") if name.startswith("careercli.commands.compare")}


def test_a_command_loads_no_other_command() -> None:
    found = loaded_by("salary", "noc-tech")
    assert "careercli.commands.salary" in found
    assert not {"careercli.commands.compare", "careercli.commands.roles", "careercli.commands.show"} & found


def test_a_question_about_occupations_alone_reads_no_profile() -> None:
    assert "yaml" not in loaded_by("compare", "15-1231", "15-1232")


def test_what_names_no_profile_opens_no_index() -> None:
    for arguments in (["--help"], ["--version"], [], ["compare", "--help"]):
        assert "sqlite3" not in loaded_by(*arguments), arguments
