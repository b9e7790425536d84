"""The real program on a pseudo-terminal: what terminals and keyboards may do to it, and where there is none."""

import ast
import inspect
import os
import re
import signal
import sys
import textwrap
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType

import pytest
import textual
from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.widgets import Input

import careercli.tui
from tests.program import run
from tests.tui.conftest import Explore
from tests.tui.terminal import opened

FIRST = "Help Desk Technician"


@pytest.mark.parametrize("keys", ["q", "\x03", "/\x03", "?\x03", "f\x03"])
def test_keys_that_quit(keys: str) -> None:
    with opened() as it:
        it.until(FIRST)
        it.leave(keys)


def test_a_stop_and_a_continue_draw_the_screen_anew() -> None:
    with opened() as it:
        it.until(FIRST)
        it.send("\x1a")
        it.until_written(b"\x1b[?1049l")
        it.until_stopped()
        os.killpg(it.process.pid, signal.SIGCONT)
        it.until_written(b"\x1b[?1049h", times=2)
        it.press_until("G", "›   Customer Success Manager")
        it.leave()


def test_a_continue_after_a_stop_that_nobody_asked_for_draws_the_screen_anew() -> None:
    with opened() as it:
        it.until(FIRST)
        os.killpg(it.process.pid, signal.SIGSTOP)
        it.until_stopped()
        os.killpg(it.process.pid, signal.SIGCONT)
        it.until_written(b"\x1b[?1049h", times=2)
        it.press_until("G", "›   Customer Success Manager")
        it.leave()


WAITING = """
import os, select
end = os._exit
def wait(code):
    while not select.select([0], [], [], 0.01)[0]:
        os.write(1, b"waiting")
    end(code)
os._exit = wait
from careercli.__main__ import main
main()
"""
"""The program, waiting for a line of input before its very end."""


@pytest.mark.a_tenth
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(("reason", "code"), [("q", 0), ("\x03", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_the_first_reason_to_end_counts(reason: str | signal.Signals, code: int, number: signal.Signals) -> None:
    with opened(program=(sys.executable, "-c", WAITING)) as it:
        it.until(FIRST)
        if isinstance(reason, str):
            it.send(reason)
        else:
            it.process.send_signal(reason)
        it.until_written(b"\x1b[?2004l")
        for _ in range(2000):
            if b"waiting" in it.written or it.process.poll() is not None:
                break
            it.process.send_signal(number)
            it.read(0.005)
        it.process.send_signal(number)
        it.send("\n")
        assert it.ended() == code
        assert it.is_restored


def test_ctrl_c_in_a_terminal_that_is_left_throws_nothing_away() -> None:
    with opened(program=(sys.executable, "-c", WAITING)) as it:
        it.until(FIRST)
        it.send("q")
        it.until_written(b"\x1b[?2004l")
        it.until_set_back()  # What the program writes meanwhile is not read: ctrl+c throws it away.
        os.write(it.ours, b"\x03")
        it.until_written(b"waiting")
        it.leave("\n")


def test_an_end_that_takes_too_long_still_leaves_the_terminal_as_it_was_found() -> None:
    stuck = (
        "import time; from textual.drivers.linux_driver import LinuxDriver;"
        "LinuxDriver.disable_input = lambda self: time.sleep(60);"
        "from careercli.__main__ import main; main()"
    )
    with opened(program=(sys.executable, "-c", stuck)) as it:
        it.until(FIRST)
        it.process.send_signal(signal.SIGTERM)
        assert it.ended() == 143
        assert it.is_restored


def test_a_start_that_breaks_off_leaves_the_terminal_as_it_was_found() -> None:
    broken = (
        "from textual.drivers.linux_driver import LinuxDriver;"
        "LinuxDriver._query_in_band_window_resize = lambda self: 1 / 0;"
        "from careercli.__main__ import main; main()"
    )
    with opened(program=(sys.executable, "-c", broken)) as it:
        assert it.ended() == 1
        assert b"\x1b[?1049h" in it.written
        assert it.is_restored
        assert "careercli: the explorer crashed: ZeroDivisionError" in it.text


def test_reports_in_pixels_are_ended_where_a_terminal_can_do_them() -> None:
    with opened() as it:
        it.until(FIRST)
        it.send("\x1b[?2048;2$y")
        it.until_written(b"\x1b[?1016h")
        it.leave()


@pytest.mark.a_tenth
@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (0, 0), (3, 3), (1000, 2), (2, 500), (300, 1000)])
def test_any_size_to_begin_with(rows: int, columns: int) -> None:
    with opened("noc-tech", "support-tech", rows=rows, columns=columns) as it:
        it.until_written(b"\x1b[?1049h")
        it.resize(30, 100)
        it.until("›76,220")
        it.leave("\x03")


SLOW = """
import os, time
look = os.get_terminal_size
def slow(*descriptor):
    size = look(*descriptor)
    time.sleep(0.1)
    return size
os.get_terminal_size = slow
from careercli.__main__ import main
main()
"""
"""The program, with time for another resize each time that it has looked at the size."""


def test_the_last_of_two_resizes_counts_also_where_it_comes_while_the_first_is_handled() -> None:
    with opened("noc-tech", "support-tech", program=(sys.executable, "-c", SLOW)) as it:
        it.until("›76,220")
        it.resize(30, 100)
        time.sleep(0.04)
        it.resize_anew(24, 80)
        it.settle()
        assert it.is_drawn_whole


def test_a_terminal_that_is_too_small_says_what_is_needed() -> None:
    with opened(rows=19, columns=80) as it:
        it.until("needs 60 columns by 20 lines")
        assert FIRST not in it.text
        it.resize(20, 60)
        it.until(FIRST)
        it.resize(24, 59)
        it.until("needs 60 columns by 20 lines")


def test_the_size_is_that_of_the_terminal_whatever_the_environment_says() -> None:
    with opened(COLUMNS="30", LINES="5") as it:
        it.until(FIRST)


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


@pytest.mark.a_tenth
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


def test_an_empty_no_color_means_color() -> None:
    with opened(NO_COLOR="", COLORTERM="truecolor") as colored, opened(NO_COLOR="1", COLORTERM="truecolor") as plain:
        for it in (colored, plain):
            it.until(FIRST)
    assert _hues(colored.written)
    assert not _hues(plain.written)


def _hues(written: bytes) -> set[bytes]:
    """The colors written that are no shade of gray."""
    found = set()
    for part in written.split(b"\x1b[")[1:-1]:
        numbers = part.partition(b"m")[0].split(b";")
        for at in range(len(numbers) - 4):
            if numbers[at] in (b"38", b"48") and numbers[at + 1] == b"2" and len(set(numbers[at + 2 : at + 5])) > 1:
                found.add(b";".join(numbers[at + 2 : at + 5]))
    return found


def test_a_crash_leaves_the_terminal_and_says_one_line() -> None:
    broken = (
        "import sys; from careercli.tui.screens import catalog;"
        "catalog.CatalogScreen.action_pay = lambda self: 1 / 0;"
        "from careercli.__main__ import main; main()"
    )
    with opened(program=(sys.executable, "-c", broken)) as it:
        it.until(FIRST)
        it.send("p")
        assert it.ended() == 1
        assert it.is_restored
        line = it.written.rpartition(b"\x1b[?1004l")[2]
        assert line.startswith(b"careercli: the explorer crashed: ZeroDivisionError")
        assert line.count(b"\r\n") == 1


PLACES = [(-1, 5), (5, -1), (80, 5), (5, 24), (99_998, 99_998), (30, 0), (30, 1), (60, 12), (30, 22), (30, 23)]
"""Outside of the screen on all sides; and its title, its preview, its command and its keys."""


@pytest.mark.a_tenth
@pytest.mark.parametrize("keys", [" c", "", "/", "\r", "?", "f", "p", "e"])
async def test_a_click_where_nothing_takes_the_focus_leaves_it_where_it_was(explore: Explore, keys: str) -> None:
    async with explore() as it:
        await it.press(*("enter" if key == "\r" else key for key in keys))
        for at in PLACES:
            screen = it.app.screen
            before = screen.focused
            for kind in (events.MouseDown, events.MouseUp, events.MouseScrollDown):
                it.app.post_message(kind(None, *at, 0, 0, 1, False, False, False))
                await it.settle()
            if it.app.screen is screen:  # Some of what can be clicked opens another.
                assert screen.focused is (screen.get_focusable_widget_at(*at) or before), at
            assert it.app.screen.focused, at


TUI = Path(careercli.tui.__file__).parent
NAMES = {
    "_fatal_error": App._handle_exception,
    "_get_terminal_size": LinuxDriver.start_application_mode,
    "_in_band_window_resize": LinuxDriver.process_message,
    "_writer_thread": LinuxDriver.__init__,
}
"""Private names that careercli/tui/driver.py relies on, and the function of Textual that uses each."""


@pytest.mark.parametrize("name", NAMES)
def test_textual_still_uses_the_private_names_that_the_driver_relies_on(name: str) -> None:
    assert name in names_in(NAMES[name].__code__), (
        f"Textual {textual.__version__} no longer uses {name}: read the reason beside it in careercli/tui/driver.py,"
        " find another way there, then change NAMES in this test"
    )


def names_in(code: CodeType) -> set[str]:
    """The names that a function and those within it use."""
    inner = (each for each in code.co_consts if isinstance(each, CodeType))
    return set(code.co_names).union(*map(names_in, inner))


def test_textual_still_has_the_parser_of_keys_that_the_driver_relies_on() -> None:
    try:
        parser = import_module("textual._xterm_parser").XTermParser()
        assert [event.key for event in parser.feed("q")] == ["q"]
    except (ImportError, AttributeError, TypeError) as error:
        pytest.fail(
            f"Textual {textual.__version__} no longer has the key parser that careercli/tui/driver.py reads with"
            f" ({error}): read the reason beside its import, find another way there, then change this test"
        )


def test_only_the_driver_uses_private_names_of_textual() -> None:
    of_textual = set[str]().union(*map(defined_by, BASES))
    found = {str(path.relative_to(TUI)): set(private_names(path, of_textual)) for path in TUI.rglob("*.py")}
    assert {path: names for path, names in found.items() if names} == {
        "driver.py": {"textual._xterm_parser", *NAMES}
    }, "use public names of Textual, or move the use to careercli/tui/driver.py with its reason and a test"


def private_names(path: Path, of_textual: set[str]) -> Iterator[str]:
    """Yield the private modules of Textual that a file imports, and private names that it uses or overrides."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual._"):
            yield node.module or ""
        elif isinstance(node, ast.ClassDef):
            yield from {each.name for each in node.body if isinstance(each, FUNCTIONS)} & of_textual
        elif isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id == "os"):
            yield from {node.attr} & of_textual


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BASES = {base for kind in (App, LinuxDriver, ModalScreen, ScrollView, Input) for base in kind.__mro__
         if base.__module__.startswith("textual.")}  # fmt: skip
"""The classes of Textual that those of the explorer derive from."""


def defined_by(base: type) -> set[str]:
    """The private methods and attributes that a class defines, class attributes and those of `self`."""
    source = ast.parse(textwrap.dedent(inspect.getsource(base)))
    stored = {
        node.attr for node in ast.walk(source) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    return {name for name in {*vars(base), *stored} if re.match("_[a-z]", name)}
