"""The program as a process: closed or full streams, signals, limits, and unusual environments."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.program import COMMANDS, PROGRAM, SCRIPT, Ended, answer, environ, run, shell

CLOSED = "careercli: cannot write to standard output: it is closed\n"
FULL = "careercli: cannot write to standard output: No space left on device\n"

every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command or "careercli")
buffering = pytest.mark.parametrize("unbuffered", [None, "1"], ids=["buffered", "unbuffered"])

# -- standard streams


def _reader_leaves(command: str, lines: int, unbuffered: str | None) -> Ended:
    """Run a command whose reader reads `lines` lines and closes the pipe."""
    process = subprocess.Popen(
        [*PROGRAM, *command.split()],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environ(PYTHONUNBUFFERED=unbuffered),
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    read = b"".join(process.stdout.readline() for _ in range(lines))
    process.stdout.close()
    said = process.stderr.read().decode()
    return Ended(process.wait(30), read.decode(), said)


@pytest.mark.a_tenth
@every_command
def test_a_reader_that_never_reads_ends_the_program_in_silence(command: str) -> None:
    ended = _reader_leaves(command, 0, None)
    assert (ended.code in (0, -signal.SIGPIPE), ended.err) == (True, "")


@buffering
def test_a_reader_that_leaves_after_a_line_ends_the_program_in_silence(unbuffered: str | None) -> None:
    ended = _reader_leaves("salary --all -f csv", 1, unbuffered)
    assert (ended.code, ended.err) == (-signal.SIGPIPE, "")
    assert ended.out.startswith("role,title,population,")


def test_an_unbuffered_answer_larger_than_a_pipe_arrives_whole() -> None:
    assert len(answer("salary --all -f csv")) > 65536
    assert run("salary", "--all", "-f", "csv", PYTHONUNBUFFERED="1").out == answer("salary --all -f csv")


@pytest.mark.a_tenth
@every_command
def test_a_closed_standard_output_is_said_in_one_line(command: str) -> None:
    assert shell('"$@" >&-', *command.split()) == Ended(1, "", CLOSED)


@pytest.mark.a_tenth
@every_command
def test_a_full_disk_is_said_in_one_line(command: str) -> None:
    assert shell('"$@" >/dev/full', *command.split()) == Ended(1, "", FULL)


def test_a_full_disk_is_said_where_python_does_not_buffer() -> None:
    assert shell('"$@" >/dev/full', "roles", PYTHONUNBUFFERED="1") == Ended(1, "", FULL)


def test_a_file_that_may_not_grow_is_said_in_one_line(tmp_path: Path) -> None:
    ended = shell('ulimit -f 0; "$@" >roles.tsv', "roles", cwd=tmp_path)
    assert ended == Ended(1, "", "careercli: cannot write to standard output: File too large\n")


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", "<&-", "<&- 2>&-", "2>/dev/null </dev/full"])
def test_the_other_streams_change_neither_answer_nor_status(streams: str) -> None:
    # Two commands that write to stderr.
    ended = shell(f'"$@" {streams}', "roles", "-v")
    assert (ended.code, ended.out) == (0, answer("roles"))
    ended = shell(f'"$@" {streams}', "show", "no-such-role")
    assert (ended.code, ended.out) == (1, "")


def test_an_answer_is_whole_where_nobody_reads_the_narration() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, "roles", "-v"], check=False, stdout=subprocess.PIPE, stderr=writer, env=environ(), text=True
    )
    os.close(writer)
    assert (done.returncode, done.stdout) == (0, answer("roles"))


def test_every_stream_may_be_closed_at_once(tmp_path: Path) -> None:
    assert shell('"$@" <&- >&- 2>&-', "roles") == Ended(1, "", "")
    assert shell('"$@" <&- >&- 2>&-', "roles", "-o", "roles.tsv", cwd=tmp_path) == Ended(0, "", "")
    assert (tmp_path / "roles.tsv").read_text() == answer("roles")


# -- signals

MOMENTS = [0, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.17]
"""Seconds after the first lines of the program: before these Python itself is starting, and shows where."""

BEGUN = "import os; from careercli.__main__ import main; os.write(2, b'begun\\n'); main()"


def _ended_by(number: signal.Signals, after: float) -> Ended:
    process = subprocess.Popen(
        [sys.executable, "-c", BEGUN, "salary", "--all"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environ(),
    )  # fmt: skip
    assert process.stderr
    assert process.stderr.readline() == "begun\n"
    time.sleep(after)
    process.send_signal(number)
    return Ended(process.wait(30), "", process.stderr.read())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_is_met_at_once_and_in_silence(number: signal.Signals) -> None:
    for after in MOMENTS:
        ended = _ended_by(number, after)
        assert (ended.code in (-number, 0), ended.err) == (True, ""), after


def test_an_interrupt_at_any_moment_is_silent_once_the_program_has_begun() -> None:
    for after in MOMENTS:
        ended = _ended_by(signal.SIGINT, after)
        assert (ended.code in (-signal.SIGINT, 128 + signal.SIGINT, 0), ended.err) == (True, ""), after


@pytest.mark.parametrize("module", ["signal", "careercli.errors", "typer.main", "careercli.store.profiles"])
def test_an_interrupt_while_modules_load_is_silent(module: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-c", SCRIPT, "salary", "--all"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environ(),
    )  # fmt: skip
    assert process.stderr
    # -X importtime writes the name of each loaded module to stderr.
    for line in process.stderr:
        if line.rpartition("|")[2].strip() == module:
            break
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    assert process.wait(30) in (-signal.SIGINT, 128 + signal.SIGINT)
    assert not [line for line in rest.splitlines() if not line.startswith("import time:")]


def test_an_ignored_signal_stays_ignored() -> None:
    ended = shell("""trap '' INT; "$@" & sleep 0.05; kill -INT $! 2>/dev/null; wait $!""", "roles")
    assert ended == Ended(0, answer("roles"), "")


# -- limits and folders


@pytest.mark.parametrize("limit", ["ulimit -n 24", "ulimit -f 0", "ulimit -c 0", "umask 777", "umask 000"])
def test_limits_change_no_answer(limit: str, tmp_path: Path) -> None:
    assert shell(f'{limit}; "$@"', "roles", cwd=tmp_path) == Ended(0, answer("roles"), "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.a_tenth
@pytest.mark.parametrize(
    "changes",
    [
        {"HOME": None},
        {"HOME": ""},
        {"HOME": "relative/home"},
        {"HOME": "/dev/null"},
        {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "relative", "XDG_CACHE_HOME": "relative"},
        {"XDG_CONFIG_HOME": "/dev/null", "XDG_CACHE_HOME": "/dev/null", "XDG_DATA_HOME": "/dev/null"},
        {"XDG_CONFIG_HOME": sys.executable, "XDG_CACHE_HOME": sys.executable},
        {"XDG_CONFIG_HOME": "", "CAREERCLI_ROLES": ""},
        {"CAREERCLI_ROLES": ":::"},
        {"LANG": None, "TERM": None, "PATH": None},
        {"LC_ALL": "xx_YY.UTF-8"},
        {"PYTHONOPTIMIZE": "2"},
        {"PYTHONUTF8": "1"},
        {"PYTHONWARNINGS": "default"},
        {"PYTHONDEVMODE": "1"},
    ],
    ids=str,
)
def test_a_strange_environment_changes_no_answer(changes: dict[str, Any]) -> None:
    assert run("show", "NOC technician", **changes) == Ended(0, answer("show noc-tech"), "")


def test_nothing_but_the_index_is_written_at_home(tmp_path: Path) -> None:
    run("compare", "noc-tech", "support-tech", HOME=str(tmp_path))
    written = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert written == [".cache/careercli/profiles-1.sqlite"]


@pytest.mark.parametrize("program", [(sys.executable, "-P", "-m", "careercli"), (sys.executable, "-P", "-c", SCRIPT)])
def test_nothing_is_imported_from_the_current_folder(program: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("yaml", "rich", "typer", "csv", "json", "careercli", "sitecustomize", "difflib"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('this file was run')\n")
    command = "compare noc-tech support-tech -f table"
    assert run(*command.split(), cwd=tmp_path, program=program) == Ended(0, answer(command), "")


DISAPPEARING = """
import os, sys
from careercli.__main__ import main
*arguments, folder, looks = sys.argv[1:]
left, isdir = iter(range(int(looks))), os.path.isdir
os.path.isdir = lambda path: next(left, None) is not None if path == folder else isdir(path)
sys.argv[1:] = [*arguments, "--roles", folder]
main()
"""
"""Runs careercli with a directory that os.path.isdir finds the first `looks` times only."""


@pytest.mark.a_tenth
@pytest.mark.parametrize("command", ["roles", "salary", "browse", "check", "compare noc-tech isp-tech"])
@pytest.mark.parametrize("looks", range(4))
def test_a_directory_that_disappears_between_two_looks_raises_nothing(looks: int, command: str, tmp_path: Path) -> None:
    folder = tmp_path / "roles"
    folder.mkdir()
    program = (sys.executable, "-c", DISAPPEARING)
    ended = run(*command.split(), str(folder), str(looks), program=program)
    if not looks:
        assert ended == Ended(1, "", f"careercli: --roles: {folder} is not a directory\n")
    assert all(line.startswith("careercli: ") for line in ended.err.splitlines())
    assert ended.code in (0, 1, 2)


def test_the_current_folder_may_be_gone(tmp_path: Path) -> None:
    line = 'mkdir gone; cd gone; rmdir ../gone; "$@"'
    assert shell(line, "roles", cwd=tmp_path) == Ended(0, answer("roles"), "")
    ended = shell(line, "roles", "-o", "roles.csv", cwd=tmp_path)
    assert ended == Ended(1, "", "careercli: roles.csv: cannot write: No such file or directory\n")


# -- terminals and locales

ASCII_PLACES = [
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX"},
    {"LANG": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
    {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "en_US.ISO-8859-1"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "cp437"},
]


@pytest.mark.parametrize("changes", ASCII_PLACES, ids=str)
def test_a_place_without_utf8_gets_tables_in_plain_ascii(changes: dict[str, Any]) -> None:
    ended = run("compare", "noc-tech", "support-tech", "--full", "-f", "table", **changes)
    assert (ended.code, ended.err, ended.out.isascii()) == (0, "", True)
    assert len(ended.out.splitlines()) > 50


@pytest.mark.parametrize("encoding", ["ascii", "ascii:strict", "latin-1", "utf-8"])
def test_machine_formats_spell_out_what_the_encoding_lacks(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("title: Café 日本 – naïve\n", encoding="utf-8")
    ended = run("roles", "--roles", str(tmp_path), "--columns", "title", "--limit", "30", PYTHONIOENCODING=encoding)
    shown = {
        "utf-8": "Café 日本 – naïve",
        "latin-1": "Café \\u65e5\\u672c \\u2013 naïve".encode("latin-1").decode("utf-8", "surrogateescape"),
    }
    assert ended.code == 0
    assert shown.get(encoding, "Caf\\xe9 \\u65e5\\u672c \\u2013 na\\xefve") in ended.out.splitlines()


@pytest.mark.parametrize("command", ["", "--help", "compare --help", "--version", "show nöwhere"])
def test_help_and_errors_are_printed_in_any_encoding(command: str) -> None:
    ended = run(*command.split(), PYTHONIOENCODING="ascii:strict", LC_ALL="C", PYTHONUTF8="0")
    assert "Traceback" not in ended.err
    assert (ended.out + ended.err).isascii()


@pytest.mark.parametrize("columns", ["0", "1", "5", "20", "1000", "99999999999", "abc", "-5", "", "٨٠"])
def test_any_width_shows_something(columns: str) -> None:
    ended = run("compare", "noc-tech", "support-tech", "-f", "table", COLUMNS=columns)
    assert (ended.code, ended.err) == (0, "")
    assert "76,220" in ended.out
    assert ended.out.count("\n") > 10


def test_a_width_changes_no_machine_format() -> None:
    assert run("roles", COLUMNS="5").out == answer("roles")


PIPES = [
    {"TERM": None}, {"TERM": "dumb"}, {"TERM": "no-such-terminal"}, {"NO_COLOR": "1"}, {"NO_COLOR": ""},
    {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "PY_COLORS": "1", "TTY_COMPATIBLE": "1", "TTY_INTERACTIVE": "1"},
    {"CI": "true", "GITHUB_ACTIONS": "true", "GITLAB_CI": "true", "COLORTERM": "truecolor"},
    {"PAGER": "cat", "LESS": "-R"},
]  # fmt: skip


@pytest.mark.parametrize("changes", PIPES, ids=str)
def test_a_pipe_is_never_colored_whatever_the_environment_says(changes: dict[str, Any]) -> None:
    command = "compare noc-tech support-tech -f table" if "CI" not in changes else "roles --help"
    ended = run(*command.split(), **changes)
    assert ended == Ended(0, answer(command), "")
    assert "\x1b" not in ended.out


def test_a_pipe_is_colored_where_that_is_asked() -> None:
    colored = run("roles", "-f", "table", "--color", "always")
    assert "\x1b[1m" in colored.out
    assert colored.out.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "") == answer("roles -f table")
    assert run("roles", "--color", "always").out == answer("roles")
