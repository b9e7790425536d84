"""Writing answers: to files, whole or not at all, to terminals and to pagers."""

import os
import shlex
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from careercli.formats import FORMATS
from tests.conftest import Ask
from tests.program import SCRIPT, Ended, answer, environ, on_terminal, run, shell

# -- formats

PRINTED = {
    "match --skills 'sql, customer service, java' --limit 3": "Customer Support Technician",
    "offer list": "",
    "path support-tech it-manager": "175,140",
    "path tech-support": "175,140",
    "places noc-tech": "101,750",
    "salary": "64,272",
    "similar noc-tech --limit 3": "titles share: network, LAN; knowledge rated alike: Computers and Electronics",
    "skills noc-tech": "Monitoring",
    "skills tech-support cybersecurity-analyst": "Monitoring",
}
"""Command lines, and what is said in every format; programs get numbers without commas."""


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("line", PRINTED)
def test_every_format_says_the_same(line: str, form: str, ask: Ask) -> None:
    found = ask(*shlex.split(line), "-f", form)
    assert (found.code, found.err) == (0, "")
    assert found.out or (line, form) == ("offer list", "ndjson")
    assert PRINTED[line].replace(",", "") in found.out.replace(",", "")


# -- files


@pytest.mark.parametrize(
    ("name", "form"),
    [("x.tsv", "tsv"), ("x.CSV", "csv"), ("x.json", "json"), ("x.jsonl", "ndjson"), ("x.md", "md"), ("x.txt", "table")],
)
def test_a_file_holds_what_its_suffix_asks_for(name: str, form: str, tmp_path: Path) -> None:
    assert run("roles", "-o", name, cwd=tmp_path) == Ended(0, "", "")
    assert (tmp_path / name).read_text() == answer(f"roles -f {form}")
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_standard_output_may_be_named(name: str, tmp_path: Path) -> None:
    assert run("roles", "-o", name) == Ended(0, answer("roles"), "")
    shell(f'echo kept >log; "$@" -o {name} >>log', "roles", cwd=tmp_path)
    assert (tmp_path / "log").read_text() == "kept\n" + answer("roles")


def test_a_device_or_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tsv")
    assert shell('cat pipe.tsv & "$@"; wait', "roles", "-o", "pipe.tsv", cwd=tmp_path).out == answer("roles")
    assert stat.S_ISFIFO((tmp_path / "pipe.tsv").stat().st_mode)
    assert run("roles", "-f", "tsv", "-o", "/dev/stderr").err == answer("roles")
    assert run("roles", "-f", "tsv", "-o", "/dev/null") == Ended(0, "", "")


def test_a_file_that_is_replaced_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.write_text("old")
    old.chmod(0o640)
    (tmp_path / "link.csv").symlink_to("old.csv")
    assert run("roles", "-o", "link.csv", cwd=tmp_path) == Ended(0, "", "")
    assert (tmp_path / "link.csv").is_symlink()
    assert old.read_text() == answer("roles -f csv")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_link_to_no_file_yet_makes_that_file(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to("new.csv")
    assert run("roles", "-o", "link.csv", cwd=tmp_path) == Ended(0, "", "")
    assert (tmp_path / "new.csv").read_text() == answer("roles -f csv")


@pytest.mark.parametrize(("umask", "mode"), [("000", 0o644), ("022", 0o644), ("077", 0o600), ("777", 0o000)])
def test_a_new_file_is_never_for_others_to_write(umask: str, mode: int, tmp_path: Path) -> None:
    assert shell(f'umask {umask}; "$@"', "roles", "-o", "x.csv", cwd=tmp_path) == Ended(0, "", "")
    assert stat.S_IMODE((tmp_path / "x.csv").stat().st_mode) == mode


def test_a_name_may_be_as_long_as_the_system_allows_and_no_text_at_all(tmp_path: Path) -> None:
    names = {b"x" * 251 + b".csv", b"\xff\xfe.csv", b"a\nb \x1b.csv"}
    for name in names:
        assert run("roles", b"-o" + name, cwd=tmp_path) == Ended(0, "", "")
    assert set(os.listdir(os.fsencode(tmp_path))) == names


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/dev/full", "No space left on device"),
        ("folder", "Is a directory"),
        ("missing/x.csv", "No such file or directory"),
        ("file/x.csv", "Not a directory"),
        ("loop", "Too many levels of symbolic links"),
        ("x" * 300, "File name too long"),
    ],
)
def test_a_file_that_cannot_be_written_is_said_in_one_line(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    before = sorted(os.listdir(tmp_path))
    ended = run("roles", "-f", "csv", "-o", name, cwd=tmp_path)
    assert ended == Ended(1, "", f"careercli: {name}: cannot write: {reason}\n")
    assert sorted(os.listdir(tmp_path)) == before


def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("old")
    ended = shell('ulimit -f 0; "$@"', "roles", "-o", "x.csv", cwd=tmp_path)
    assert ended == Ended(1, "", "careercli: x.csv: cannot write: File too large\n")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("x.csv", "old")]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_what_is_read_only_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("old")
    (tmp_path / "x.csv").chmod(0o444)
    said = "careercli: x.csv: cannot write: Permission denied\n"
    assert run("roles", "-o", "x.csv", cwd=tmp_path) == Ended(1, "", said)
    tmp_path.chmod(0o555)
    assert run("roles", "-o", "y.csv", cwd=tmp_path) == Ended(1, "", said.replace("x.csv", "y.csv"))
    tmp_path.chmod(0o755)
    assert (tmp_path / "x.csv").read_text() == "old"


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("old")
    assert run("show", "no-such-role", "-o", "x.csv", cwd=tmp_path).code == 1
    assert (tmp_path / "x.csv").read_text() == "old"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_old_file_or_the_new_one_and_nothing_else(number: signal.Signals, tmp_path: Path) -> None:
    new = answer("salary --all -f csv")
    for after in (0.15, 0.25, 0.35):
        (tmp_path / "x.csv").write_text("old")
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, "salary", "--all", "-o", "x.csv"], cwd=tmp_path, env=environ()
        )
        time.sleep(after)
        process.send_signal(number)
        assert process.wait(30) in (0, -number)
        assert (tmp_path / "x.csv").read_text() in ("old", new)
        assert os.listdir(tmp_path) == ["x.csv"]


# -- terminals


def test_a_terminal_gets_a_table_in_color() -> None:
    shown = on_terminal("roles")
    assert shown.code == 0
    assert "\x1b[1m" in shown.out
    assert "76,220" in shown.out


@pytest.mark.parametrize(
    ("options", "changes", "is_colored"),
    [
        ("", {"NO_COLOR": "1"}, False),
        ("", {"NO_COLOR": ""}, True),
        ("", {"TERM": "dumb"}, False),
        ("", {"TERM": None}, False),
        ("--color never", {}, False),
        ("--color always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("-f tsv", {}, False),
        ("-f tsv --color always", {}, False),
        ("-f json", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_color_on_a_terminal(options: str, changes: dict[str, Any], is_colored: bool) -> None:
    shown = on_terminal("roles", *options.split(), **changes)
    assert (shown.code, "\x1b" in shown.out) == (0, is_colored)


def test_an_error_on_a_terminal_is_one_plain_line() -> None:
    assert on_terminal("rolse").out == "careercli: unknown command “rolse”; did you mean roles or browse?\n"


@pytest.mark.parametrize("columns", [1, 20, 80, 300])
def test_a_table_is_as_wide_as_its_terminal(columns: int) -> None:
    shown = on_terminal("roles", "--color", "never", rows=500, columns=columns)
    assert "76,220" in shown.out
    assert max(map(len, shown.out.splitlines())) <= max(columns, 20)


# -- pagers


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """Return a pager that saves its input to a file."""
    script = tmp_path / "pager"
    script.write_text('#!/bin/sh\ncat >"$0.kept"\necho paged\n')
    script.chmod(0o755)
    return script


def test_a_table_longer_than_the_terminal_goes_through_the_pager(pager: Path) -> None:
    shown = on_terminal("roles", "--color", "never", rows=4, PAGER=str(pager))
    assert (shown.code, shown.out) == (0, "paged\n")
    kept = pager.with_name("pager.kept").read_text()
    assert kept == on_terminal("roles", "--color", "never", rows=500, PAGER=str(pager)).out
    assert "76,220" in kept


@pytest.mark.parametrize(
    ("arguments", "program"),
    [
        ("roles --no-pager", "{}"), ("roles -f tsv", "{}"), ("roles", ""), ("roles", "  "),
        ("roles", "no-such-pager"), ("roles", "/"), ("roles", "'unbalanced"),
    ],
)  # fmt: skip
def test_without_a_pager_the_table_is_printed(arguments: str, program: str, pager: Path) -> None:
    shown = on_terminal(*arguments.split(), rows=4, PAGER=program.format(pager))
    assert shown.code == 0
    assert "noc-tech" in shown.out
    assert "No such file" not in shown.out
    assert not pager.with_name("pager.kept").exists()


@pytest.mark.parametrize("program", ["head -1", "sh -c 'exec 0<&-; exit 0'"])
def test_leaving_the_pager_early_is_silent(program: str) -> None:
    shown = on_terminal("salary", "--all", rows=4, PAGER=program)
    assert shown.code == 0
    assert shown.out.count("\n") <= 1
    assert "Broken" not in shown.out


@pytest.mark.parametrize("program", ["sh -c 'exec 0<&-; exit 3'", "sh -c 'kill -9 $$'", "false"])
def test_a_pager_that_fails_leaves_the_table_to_be_printed(program: str) -> None:
    shown = on_terminal("roles", rows=4, PAGER=program)
    assert shown == on_terminal("roles", "--no-pager", rows=4)
    assert "76,220" in shown.out


def test_a_pager_gets_its_arguments(pager: Path) -> None:
    pager.write_text('#!/bin/sh\ncat >/dev/null\necho "$@"\n')
    assert on_terminal("roles", rows=4, PAGER=f"{pager} -F 'a b'").out == "-F a b\n"


def test_a_pipe_is_never_paged(pager: Path) -> None:
    assert run("salary", "-f", "table", PAGER=str(pager)).out == answer("salary -f table")
    assert not pager.with_name("pager.kept").exists()


def test_the_program_of_the_pager_may_be_interrupted() -> None:
    """Ctrl+C reaches both processes; the program ends when the pager does."""
    script = "trap 'echo interrupted; exit' INT; kill -INT $PPID; kill -INT $$; cat"
    shown = on_terminal("roles", rows=4, PAGER=f'sh -c "{script}"')
    assert (shown.code, shown.out) == (0, "interrupted\n")
