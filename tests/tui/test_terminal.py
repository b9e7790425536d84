"""The real program on a pseudo-terminal: what terminals and keyboards may do to it, and where there is none."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from tests.program import run
from tests.tui.terminal import opened

FIRST = "Application Support Analyst"


@pytest.mark.parametrize("keys", ["q", "\x03", "/\x03", "?\x03", "f\x03"])
def test_keys_that_quit(keys: str) -> None:
    with opened() as it:
        it.until(FIRST)
        it.send(keys)
        assert it.ended() == 0
        assert it.is_restored


def test_a_stop_and_a_continue_draw_the_screen_anew() -> None:
    with opened() as it:
        it.until(FIRST)
        it.send("\x1a")
        it.until_written(b"\x1b[?1049l")
        it.until_stopped()
        os.killpg(it.process.pid, signal.SIGCONT)
        it.until_written(b"\x1b[?1049h", times=2)
        it.send("G")
        it.until("› Technical Writer")
        it.send("q")
        assert it.ended() == 0
        assert it.is_restored


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (0, 0), (3, 3), (1000, 2), (2, 500), (300, 1000)])
def test_any_size_to_begin_with(rows: int, columns: int) -> None:
    with opened("noc-tech", "support-tech", rows=rows, columns=columns) as it:
        it.until_written(b"\x1b[?1049h")
        it.resize(30, 100)
        it.until("›73,340")
        it.send("q")
        assert it.ended() == 0
        assert it.is_restored


def test_a_terminal_that_is_too_small_says_what_is_needed() -> None:
    with opened(rows=19, columns=80) as it:
        it.until("needs 60 columns by 20 lines")
        assert FIRST not in it.text
        it.resize(20, 60)
        it.until(FIRST)
        it.resize(24, 59)
        it.until("needs 60 columns by 20 lines")


HOSTILE = {
    "invalid UTF-8": b"\xff\xfe\x80\xc3",
    "Latin-1": "\xe9t\xe9".encode("latin-1"),
    "C1": b"\x9b31m\x9d0;x\x9c",
    "NUL": b"\x00\x00",
    "a paste with escapes": b"\x1b[200~\x1b[31mred\x1b]0;owned\x07\x1b[201~",
    "a long paste": b"\x1b[200~" + b"word " * 13_000 + b"\x1b[201~",
    "absurd mouse reports": b"\x1b[<0;99999;99999M\x1b[<35;-5;0M\x1b[<999;1;1m\x1b[M\xff\xff\xff",
    "stray answers": b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[1;1R\x1b[?2026;2$y\x1b[?1;2c\x1bP1$r0m\x1b\\",
    "half a sequence": b"\x1b[1;",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=list(HOSTILE))
def test_whatever_the_keyboard_sends_to_the_list_keys_go_on_working(data: bytes) -> None:
    with opened() as it:
        it.until(FIRST)
        it.send(data)
        assert it.ended_by("\x03") == 0
        assert it.is_restored
        assert b"\x1b]0;owned" not in it.written


def test_whatever_the_keyboard_sends_to_the_filter_keys_go_on_working() -> None:
    with opened() as it:
        it.until(FIRST)
        it.send("/")
        it.until("type to filter")
        for data in HOSTILE.values():
            it.send(data)
        assert it.ended_by("\x03") == 0
        assert it.is_restored
        assert b"\x1b]0;owned" not in it.written


@pytest.mark.parametrize("changes", [{"TERM": "dumb"}, {"TERM": ""}, {"TERM": None}])
def test_no_terminal_worth_the_name_gets_one_line_and_no_escape(changes: dict[str, str | None]) -> None:
    with opened("noc-tech", "support-tech", **changes) as it:
        assert it.ended() == 2
        assert it.written == (
            b"careercli: browse needs a terminal for input, output and errors;"
            b" use careercli compare noc-tech support-tech\r\n"
        )


@pytest.mark.parametrize(
    ("names", "instead"),
    [((), "roles"), (("noc-tech",), "show noc-tech"), (("noc-tech", "isp-tech"), "compare noc-tech isp-tech")],
)
def test_a_pipe_gets_one_line_with_the_command_to_use(names: tuple[str, ...], instead: str) -> None:
    ended = run("browse", *names)
    need = "browse needs a terminal for input, output and errors"
    assert (ended.code, ended.out, ended.err) == (2, "", f"careercli: {need}; use careercli {instead}\n")


def test_an_unknown_role_is_said_before_the_screen_is_touched() -> None:
    with opened("noc-tehc") as it:
        assert it.ended() == 1
        assert b"did you mean noc-tech" in it.written
        assert b"\x1b" not in it.written


def test_an_empty_no_color_means_colour() -> None:
    with opened(NO_COLOR="", COLORTERM="truecolor") as coloured, opened(NO_COLOR="1", COLORTERM="truecolor") as plain:
        for it in (coloured, plain):
            it.until(FIRST)
    assert _hues(coloured.written)
    assert not _hues(plain.written)


def _hues(written: bytes) -> set[bytes]:
    """The colours written that are no shade of grey."""
    found = set()
    for part in written.split(b"\x1b[")[1:-1]:
        numbers = part.partition(b"m")[0].split(b";")
        for at in range(len(numbers) - 4):
            if numbers[at] in (b"38", b"48") and numbers[at + 1] == b"2" and len(set(numbers[at + 2 : at + 5])) > 1:
                found.add(b";".join(numbers[at + 2 : at + 5]))
    return found


def test_a_crash_leaves_the_terminal_and_says_one_line() -> None:
    broken = (
        "import sys; from careercli.tui import catalogue;"
        "catalogue.CatalogueScreen.action_pay = lambda self: 1 / 0;"
        "from careercli.__main__ import main; main()"
    )
    with opened(program=(sys.executable, "-c", broken)) as it:
        it.until(FIRST)
        it.send("p")
        assert it.ended() == 1
        assert it.is_restored
        assert "careercli: the explorer broke off: ZeroDivisionError" in it.text
