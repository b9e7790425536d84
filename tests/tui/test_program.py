"""The real program, driven as a person drives it, with all that may come between; and the terminal afterwards."""

import os
import random
import re
import shlex
import signal
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import profile, run
from tests.tui.terminal import TerminalDriver, opened

FIRST = "Help Desk Technician"
ENTER, ESCAPE, INTERRUPT = "\r", "\x1b", "\x03"


def steps(it: TerminalDriver) -> Iterator[str]:
    """From the list to the evidence of a wage, step by step; each yields what the person has just seen."""
    it.until(FIRST)
    yield "the list"
    it.send("/noc-tech")
    it.until("› Network Operation Technician")
    it.send(ENTER + " ")
    it.until("1 marked")
    it.send(ESCAPE)
    it.until("22 roles · 1 marked")
    it.send("/isp-tech")
    it.until("› ISP Technician")
    it.send(ENTER + " ")
    it.until("2 marked")
    it.send(ESCAPE)
    it.until("22 roles · 2 marked")
    yield "marks"
    it.send("c")
    it.until("›76,220")
    yield "the comparison"
    it.send("n")
    it.until("›58,240–98,750")
    yield "the next difference"
    it.send(ENTER)
    it.until("noc-tech: middle half")
    it.until("esc close")  # The last line of the card: what it hides is hidden.
    yield "the card"


SEEN = {
    "the list": f"›   {FIRST}",
    "marks": "22 roles · 2 marked",
    "the comparison": "›76,220",
    "the next difference": "›58,240–98,750",
    "the card": "noc-tech: middle half",
}
"""What the screen shows after each step."""


def test_the_command_that_is_copied_prints_the_lines_that_are_shown(tmp_path: Path) -> None:
    with opened(XDG_STATE_HOME=str(tmp_path)) as it:
        assert tuple(steps(it)) == tuple(SEEN)
        it.send(ESCAPE)
        it.until("›58,240–98,750")
        it.send("dy")
        it.until("copied")
        shown = list(it.lines)
        it.leave(INTERRUPT)
    command = copied(it.written)
    assert command == "careercli compare noc-tech isp-tech --differences"
    ended = run(*shlex.split(command)[1:], "-f", "table", COLUMNS="80")
    assert (ended.code, ended.err) == (0, "")
    labels = [line[:30].strip() for line in shown if re.match(r"  \S.* [a-d]  ", line[:36])]
    as_printed = [line[:26].strip() for line in ended.out.splitlines()]
    assert len(labels) >= 3
    assert [label for label in labels if not any(label.startswith(each) for each in as_printed if each)] == []


def copied(written: bytes) -> str:
    """What the program told the terminal to copy."""
    (text,) = re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)(?:\x07|\x1b\\)", written)
    return b64decode(text, validate=True).decode()


@pytest.mark.parametrize(
    ("step", "number"), [("the card", signal.SIGTERM), ("marks", signal.SIGHUP), ("the comparison", signal.SIGINT)]
)
def test_a_signal_in_the_middle_leaves_the_terminal_as_it_was_found(
    step: str, number: signal.Signals, tmp_path: Path
) -> None:
    with opened(XDG_STATE_HOME=str(tmp_path)) as it:
        assert step in steps(it)
        it.process.send_signal(number)
        assert it.ended() == 128 + number
        assert it.is_restored
    assert (tmp_path / "careercli" / "marks").read_text() == "noc-tech\nisp-tech\n"


def test_a_signal_while_it_starts_leaves_the_terminal_as_it_was_found() -> None:
    with opened() as it:
        it.until_written(b"\x1b[?1049h")
        it.process.send_signal(signal.SIGTERM)
        assert it.ended() in (143, -signal.SIGTERM)
        assert it.is_restored


ODD = ((1, 1), (1, 1000), (1000, 1), (2, 1000), (1000, 2), (3, 3), (19, 59), (20, 60), (70, 250))


@pytest.mark.parametrize("resizes", [4, pytest.param(40, marks=pytest.mark.slow)])
def test_resizes_between_the_steps_change_nothing(resizes: int, tmp_path: Path) -> None:
    sizes = random.Random(7)
    with opened(XDG_STATE_HOME=str(tmp_path)) as it:
        for step in steps(it):
            for _ in range(resizes):
                odd = sizes.random() < 0.25
                it.resize(*(sizes.choice(ODD) if odd else (sizes.randrange(1, 60), sizes.randrange(1, 200))))
                it.read(0.002)
            it.resize_anew(24, 80)
            it.until(SEEN[step])
        it.settle()  # What was drawn for another size may still be there.
        it.send(ESCAPE)
        it.settle()  # Escape and g sent at once would be alt+g.
        it.until("›58,240–98,750")
        it.send("g")
        it.until("› pay: isp-tech pays less")
        it.send("n")
        it.until("›76,220")
        for part in (" 76,220  median, listed", "\n careercli compare noc-tech isp-tech\n", "n next diff"):
            it.until(part)
        it.settle()
        after = but_for_the_scroll_bar(it)
        it.leave(INTERRUPT)
    with opened("noc-tech", "isp-tech", XDG_STATE_HOME=str(tmp_path)) as it:
        it.until("›76,220")
        for part in (" 76,220  median, listed", "\n careercli compare noc-tech isp-tech\n", "n next diff"):
            it.until(part)
        it.settle()
        assert but_for_the_scroll_bar(it) == after


def but_for_the_scroll_bar(it: TerminalDriver) -> list[str]:
    return [line[:79].rstrip() for line in it.lines]


HOSTILE = "\\e]0;owned\\a\\e]52;c;b3duZWQ=\\a\\e[2J\\x9b31m\\x9d0;owned\\x9c\\u202eevil\\u2066\\u200f"


def test_nothing_of_a_hostile_profile_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    folder = tmp_path / "roles"
    folder.mkdir()
    for name in ("a", "b"):
        text, listed = f'"{name} {HOSTILE}"', f'["{name} {HOSTILE}"]'
        fields = {"summary": text, "schedule": text, "skills": listed, "aliases": listed,
                  "tools": f'{{"{name} {HOSTILE}": "{HOSTILE}"}}'}  # fmt: skip
        source = f'{{survey: {{publisher: "{HOSTILE}", title: "{HOSTILE}", note: "{HOSTILE}"}}}}'
        (folder / f"{name}.yaml").write_text(profile(text, sources=source, **fields))
    with opened("--roles", str(folder), XDG_STATE_HOME=str(tmp_path)) as it:
        it.until(FIRST)
        it.send("/evil")
        it.until("2 of 24 roles")
        it.send(ENTER + "  ")
        it.until("2 marked")
        it.send("g" + ENTER)
        it.until("careercli · a")
        it.send(ESCAPE)
        it.until("2 of 24 roles")
        it.send("c")
        it.until("compare · 2 roles")
        it.send("f" + ENTER)
        it.until("esc close")
        it.send(ESCAPE)
        it.until("compare · 2 roles · base a · all")
        it.send(ESCAPE)
        it.until("2 of 24 roles")
        it.send("p")
        it.until("pay by the year · 2 roles")
        it.send("y")
        it.until("copied")
        it.leave(INTERRUPT)
    assert b"\\u{1b}]0;owned" in it.written
    assert injected(it.written) == []


def injected(written: bytes) -> list[str]:
    """What stands in the output that only data can have put there."""
    text = written.decode("utf-8")
    controls = re.findall(r"[\x80-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]", text)
    strings = re.findall(r"\x1b[\]PX^_][^\x1b\x07]*", text)
    return [*controls, *(each for each in strings if "owned" in each or "b3duZWQ=" in each)]


def test_a_terminal_that_is_closed_in_the_middle_ends_the_program(tmp_path: Path) -> None:
    with opened(XDG_STATE_HOME=str(tmp_path)) as it:
        assert "the next difference" in steps(it)
        os.close(it.theirs)
        os.close(it.ours)
        assert it.process.wait(5) == 129


def test_settings_name_the_place_and_the_theme(tmp_path: Path) -> None:
    settings = tmp_path / "careercli" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('area = "OH"\ntheme = "textual-light"\n')
    with opened(XDG_CONFIG_HOME=str(tmp_path)) as it:
        it.until("22 roles · Ohio")
        it.until("careercli roles --area OH")
        it.leave()
    with opened("noc-tech", "noc-tech@WA", "noc-tech@US", XDG_CONFIG_HOME=str(tmp_path), CAREERCLI_AREA="texas") as it:
        it.until("careercli compare noc-tech@TX noc-tech@WA noc-tech@US")
        it.leave("qq")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "textual-lite"', "config.toml: there is no theme “textual-lite”; did you mean “textual-light”"),
        ('area = "nowhereville"', "no place is named “nowhereville”"),
        ('aera = "OH"', "unknown key “aera”; did you mean “area”"),
    ],
)
def test_a_wrong_setting_is_said_before_the_screen_is_touched(tmp_path: Path, text: str, said: str) -> None:
    settings = tmp_path / "careercli" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(f"{text}\n")
    with opened(columns=200, XDG_CONFIG_HOME=str(tmp_path)) as it:
        assert it.ended() == 1
        assert said in it.text
        assert b"\x1b[" not in it.written


def test_the_marked_names_are_printed_when_the_explorer_is_left(tmp_path: Path) -> None:
    picked = tmp_path / "picked"
    with picked.open("wb") as output, opened("--pick", output=output, rows=30, XDG_STATE_HOME=str(tmp_path)) as it:
        it.until(FIRST)
        it.until_so(lambda: it.lines[29].endswith("q quit"), "the screen is not as high as the terminal")
        it.send("/noc-tech" + ENTER + " ")
        it.until("1 marked")
        it.leave()
    assert picked.read_text() == "noc-tech\n"


def test_nothing_marked_prints_nothing_and_is_no_error(tmp_path: Path) -> None:
    picked = tmp_path / "picked"
    with picked.open("wb") as output, opened("--pick", output=output, XDG_STATE_HOME=str(tmp_path)) as it:
        it.until(FIRST)
        it.leave()
    assert picked.read_bytes() == b""


def test_a_theme_that_was_chosen_is_kept_and_that_of_the_settings_goes_first(tmp_path: Path) -> None:
    kept = tmp_path / "careercli" / "theme"
    with opened(XDG_STATE_HOME=str(tmp_path)) as it:
        it.until(FIRST)
        it.send("\x14")
        it.until_so(kept.exists, "the theme is not kept")
        it.leave()
    assert kept.read_text() == "textual-light\n"
    dark, light = b"48;2;18;18;18m", b"48;2;224;224;224m"
    with opened(XDG_STATE_HOME=str(tmp_path), COLORTERM="truecolor") as it:
        it.until(FIRST)
        assert (light in it.written, dark in it.written) == (True, False)
    (tmp_path / "careercli" / "config.toml").write_text('theme = "textual-dark"\n')
    with opened(XDG_STATE_HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path), COLORTERM="truecolor") as it:
        it.until(FIRST)
        assert (light in it.written, dark in it.written) == (False, True)
