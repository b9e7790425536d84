"""What a person takes away: the command of a view, its rows in a file, the address of a source."""

import asyncio
import re
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest

from careercli.commands.browse import export
from careercli.formats import SUFFIXES
from careercli.official.releases import newest
from careercli.presentation.text_width import width_of
from careercli.tui.dialogs import export as export_screen
from careercli.tui.dialogs.source_dialog import SourceDialog
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.keys import KeyLine
from tests.conftest import Ask
from tests.tui.conftest import HIGH, LOW, Driven, Explore
from tests.tui.told import told


async def copied(it: Driven) -> list[str]:
    """The arguments of the command that `y` copies."""
    await it.press("y")
    command = it.app.clipboard
    assert command == it.command
    assert told(it) == f"copied, if the terminal lets programs copy: {command}"
    name, *argv = shlex.split(command)
    assert name == "careercli"
    return argv


def shown(it: Driven) -> list[Row]:
    """Every row of the list or comparison, those off the screen too, without headings and what stands below."""
    grid = it.app.screen.query_one(Grid)
    rows = [grid._row_of(thing) for thing in grid._things]
    return [row for row in rows if not row.kind]


def cells(row: Row) -> list[str]:
    return ["; ".join([cell] if isinstance(cell, str) else cell) for cell in row.cells]


def in_markdown(text: str) -> list[list[str]]:
    """The rows of a document's tables, its marks and the letters of evidence taken away."""
    lines = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("| ---")]
    plain = [re.sub(r"\\(.)", r"\1", line) for line in lines]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in plain]


def bare(text: str) -> str:
    """What a cell says, without the letter of who says it and what a list puts before each thing."""
    plain = re.sub(r"\s+", " ", re.sub(r" \[[a-z*]+\]|[()→·]", " ", text))
    return plain.replace(" ;", ";").strip()


CATALOGUES: tuple[tuple[str, ...], ...] = (
    (),
    ("slash", *"network", "enter"),
    ("slash", *"netwrok", "enter"),
    ("s", "s", "S"),
    ("slash", *"tech", "enter", "s", "s", "s"),
    ("slash", *"surgeon", "enter", "s", "s", "s"),
    ("f", *"protective", "tab", "tab", "tab", "tab", *"60000", "enter"),
    ("a", "slash", *"nurse", "enter"),
)


@pytest.mark.a_tenth
@pytest.mark.parametrize("keys", CATALOGUES, ids=" ".join)
async def test_the_command_of_a_catalog_lists_its_roles(keys: Sequence[str], explore: Explore, ask: Ask) -> None:
    async with explore() as it:
        await it.press(*keys)
        argv, grid = await copied(it), it.app.screen.query_one(Grid)
        ids = [row.id for row in map(grid._row_of, grid._things) if row.id]
        is_grouped = it.app.screen._is_grouped
    printed = [line[0] for line in ask(*argv).cells[1:]]
    # Under their occupations roles stand in an order of the screen's own.
    assert sorted(printed) == sorted(ids) if is_grouped else printed == ids


COMPARISONS: tuple[tuple[str, ...], ...] = (
    (),
    ("d",),
    ("f",),
    ("f", "d", "H"),
    ("H",),
    ("l", "b"),
    ("l", "x", "d"),
    ("l", "comma", "d"),
    ("1", "4"),
    ("slash", *"wage", "enter"),
)


@pytest.mark.a_tenth
@pytest.mark.parametrize("keys", COMPARISONS, ids=" ".join)
async def test_the_command_of_a_comparison_prints_its_lines(keys: Sequence[str], explore: Explore, ask: Ask) -> None:
    async with explore("noc-tech", "support-tech", "tech-support-rep", size=HIGH) as it:
        await it.press(*keys)
        argv = await copied(it)
        rows = [cells(row) for row in shown(it)]
        heads = [column.label for column in it.app.screen.query_one(Grid)._columns]
    as_printed = in_markdown(ask(*argv, "-f", "md").out)
    assert rows
    assert as_printed[0] == ["", *heads[2:]]
    said = [line for line in as_printed if line[0]]
    assert [[line[0], *map(bare, line[1:])] for line in said] == [[r[0], *map(bare, r[2:])] for r in rows]


MOVES: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    (("noc-tech",), ("m",), "id"),
    (("support-tech@OH",), ("m",), "id"),
    (("tech-support",), ("R",), "to"),
    (("tech-support",), ("R", "down", "right"), "to"),
    (("tech-support@OH",), ("R", "l"), "to"),
    (("support-tech", "it-manager"), ("R",), "to"),
    (("support-tech", "it-manager"), ("R", "s"), "to"),
    (("support-tech", "it-manager"), ("R", "s", "s", "n"), "to"),
)


@pytest.mark.a_tenth
@pytest.mark.parametrize(("roles", "keys", "column"), MOVES, ids=[" ".join((*each[0], *each[1])) for each in MOVES])
async def test_the_command_of_moves_prints_the_same_roles(
    roles: Sequence[str], keys: Sequence[str], column: str, explore: Explore, ask: Ask
) -> None:
    async with explore(*roles) as it:
        await it.press(*keys)
        argv = await copied(it)
        ids = [row.role for row in it.app.screen._rows.values()]
    assert [line[0] for line in ask(*argv, "--columns", column).cells[1:]] == ids
    assert len(ids) > 2


@pytest.mark.parametrize("roles", [("noc-tech", "support-tech"), ("help-desk", "it-manager"), ("noc-tech",)])
async def test_the_command_of_skills_prints_the_same_names(roles: Sequence[str], explore: Explore, ask: Ask) -> None:
    async with explore(*roles) as it:
        await it.press("I")
        argv = await copied(it)
        names = [row.cells[0].removesuffix(" ?") for row in it.app.screen._rows.values()]
    printed = list(dict.fromkeys(line[0] for line in ask(*argv, "--columns", "name").cells[1:]))
    # Of O*NET's technologies the screen, as the printed table, has those in demand alone.
    assert [name for name in names if name not in printed] == []
    assert len(roles) == 1 or {*names} == {*printed}


async def test_the_command_of_a_turned_comparison_prints_its_roles(explore: Explore, ask: Ask) -> None:
    async with explore("noc-tech", "support-tech", size=HIGH) as it:
        await it.press("t")
        argv = await copied(it)
        rows = [cells(row) for row in shown(it)]
    as_printed = in_markdown(ask(*argv, "-f", "md").out)
    assert [[line[0], *map(bare, line[1:])] for line in as_printed[1:]] == [[r[0], *map(bare, r[1:])] for r in rows]


PROFILES: tuple[tuple[str, ...], ...] = ((), ("f",), ("H",), ("f", "H"))


@pytest.mark.a_tenth
@pytest.mark.parametrize("keys", PROFILES, ids=" ".join)
@pytest.mark.parametrize("role", ["noc-tech", "tech-support-rep", "15-1232"])
async def test_the_command_of_a_profile_prints_its_lines(
    role: str, keys: Sequence[str], explore: Explore, ask: Ask
) -> None:
    async with explore(role) as it:
        await it.press(*keys)
        argv = await copied(it)
        rows = [cells(row) for row in shown(it)]
    lines: list[list[str]] = []
    for label, _, said in rows:
        if label:
            lines.append([label, bare(said)])
        else:
            lines[-1][1] += f"; {bare(said)}"
    as_printed = in_markdown(ask(*argv, "-f", "md").out)
    assert [[line[0], bare(line[1])] for line in as_printed if line[0]] == lines


@pytest.mark.parametrize("keys", [(), ("h",)], ids=["year", "hour"])
async def test_the_command_of_a_scale_prints_its_bands(keys: Sequence[str], explore: Explore, ask: Ask) -> None:
    async with explore(size=HIGH) as it:
        for role in ("noc-tech", "support-tech", "tech-support-rep"):
            it.app.marks.toggle(role)
        await it.press("p", *keys)
        argv = await copied(it)
        bands = [cells(row) for row in shown(it)]
        widths = [column.width for column in it.app.screen.query_one(Grid)._columns]
    table = ask(*argv, "-f", "table", width=sum(widths) + 3)
    assert all(width_of(line) <= sum(widths) + 3 for line in table.lines)
    for figure, label, drawing in bands:
        bar = next((part for part in drawing.split() if set(part) <= set("-=|.o>")), "")  # Between two figures.
        wanted = f"{figure.rjust(widths[0])} {label.ljust(widths[1])}  {' ' * drawing.find(bar)}{bar}"
        assert wanted.rstrip() in table.lines


async def test_directories_go_along(explore: Explore, ask: Ask, profiles: Callable[..., str]) -> None:
    folder = profiles("my roles", mine="title: Mine")
    async with explore("mine", "noc-tech", given=[folder]) as it:
        argv = await copied(it)
    assert argv[-2:] == ["--roles", folder]
    assert ask(*argv).cells[0][3:] == ["mine", "noc-tech"]


async def test_the_view_is_written_to_a_file_in_the_format_of_its_suffix(
    explore: Explore, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with explore("noc-tech", "support-tech") as it:
        it.app.export = export
        await it.press("d", "e")
        assert "compare-noc-tech-support-tech.md" in it.text
        await it.press("enter")
        assert told(it) == f"{tmp_path}/compare-noc-tech-support-tech.md is written"
        await it.press("e", *"mine", "full_stop", *"csv", "enter")
        assert told(it) == f"{tmp_path}/mine.csv is written"
    command = ("compare", "noc-tech", "support-tech", "--differences")
    written = (tmp_path / "compare-noc-tech-support-tech.md").read_text()
    assert written == ask(*command, "-f", "md").out
    assert (tmp_path / "mine.csv").read_text() == ask(*command, "-f", "csv").out


async def named(it: Driven, name: str) -> None:
    """Ask for a file of that name."""
    keys = {".": "full_stop", "/": "slash"}
    await it.press("e", "ctrl+u", *(keys.get(sign, sign) for sign in name), "enter")


async def test_a_file_that_is_there_is_replaced_only_where_one_says_so_again(
    explore: Explore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("mine")
    asked: list[Sequence[str]] = []
    async with explore("noc-tech") as it:
        it.app.export = lambda argv: asked.append(argv) or ""  # type: ignore[func-returns-value]
        await named(it, "a.csv")
        assert "a.csv is there already; ⏎ again replaces it" in it.text
        await it.press("escape")
        assert asked == []
        await named(it, "a.csv")
        await it.press("enter")
    assert asked == [["show", "-o", str(tmp_path / "a.csv"), "noc-tech", "--full"]]


SAID = {
    "a": "{}/a.md is written",
    "a.xlsx": "has no suffix of a format",
    "folder": "folder is a folder",
    "": "name a file",
    "no/x.csv": "! {}/no/x.csv: cannot write: No such file or directory",
}
"""What is said of the name of a file; one without a suffix is Markdown."""


@pytest.mark.parametrize("name", SAID)
async def test_what_became_of_a_file_is_said(
    name: str, explore: Explore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    async with explore("noc-tech") as it:
        it.app.export = export
        await named(it, name)
        assert SAID[name].format(tmp_path) in f"{told(it)}\n{it.text}"


def test_whoever_quits_need_not_wait_for_a_file(
    explore: Explore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    goes_on, is_written = Event(), Event()

    def export_slowly(argv: Sequence[str]) -> str:
        goes_on.wait(30)
        is_written.set()
        return ""

    async def quit_while_writing() -> None:
        async with explore("noc-tech", wait=False) as it:
            it.app.export = export_slowly
            await it.until_shown("median")
            await it.pilot.press("e", "enter")
            await it.until_shown("writing")
            await it.pilot.press("ctrl+c")

    asyncio.run(quit_while_writing())
    assert not is_written.is_set()
    goes_on.set()


def test_every_suffix_that_is_named_has_a_format() -> None:
    named = re.findall(r"\w+", export_screen.SUFFIXES.replace(" or ", " "))
    assert len(named) == 6
    assert set(named) <= set(SUFFIXES)


async def test_the_address_of_a_source_is_shown_copied_and_opened_only_by_a_key_of_its_own(
    explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    async with explore("noc-tech") as it:
        monkeypatch.setattr(it.app, "open_url", opened.append)
        await it.press("o")
        assert "https://www.bls.gov/oes/" in it.text
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setattr("sys.platform", "linux")
        await it.press("b")
        assert told(it) == "! there is no browser to open here; y copies the address"
        await it.press("y")
        assert it.app.clipboard == "https://www.bls.gov/oes/"
        assert opened == []
        monkeypatch.setenv("DISPLAY", ":0")
        await it.press("o", "b")
        assert opened == ["https://www.bls.gov/oes/"]


async def test_an_address_that_is_no_web_page_is_not_opened(explore: Explore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    opened: list[str] = []
    async with explore() as it:
        monkeypatch.setattr(it.app, "open_url", opened.append)
        it.app.push_screen(SourceDialog([newest("OEWS")._replace(url="file:///etc/passwd")]))
        await it.settle()
        assert "file:///etc/passwd" in it.text
        await it.press("b")
        assert told(it) == "! there is no browser to open here; y copies the address"
    assert opened == []


async def test_every_source_of_a_cell_is_listed_and_that_under_the_cursor_copied(explore: Explore) -> None:
    addresses = [
        "https://remotely.jobs/it-customer-support-jobs",
        "https://www.bls.gov/ooh/computer-and-information-technology/computer-support-specialists.htm",
    ]
    async with explore("it-support", size=HIGH) as it:
        await it.press("down", "o")
        assert all(address in re.sub(r"[\s│]", "", it.text) for address in addresses)
        await it.press("down", "y")
        assert it.app.clipboard == addresses[1]
        await it.press("o", "enter")
        assert it.app.clipboard == addresses[0]
        assert told(it) == f"copied, if the terminal lets programs copy: {addresses[0]}"


@pytest.mark.parametrize(("roles", "keys"), [(("noc-tech",), ()), (("noc-tech", "support-tech"), ()), ((), ("p",))])
async def test_the_line_that_says_whom_a_letter_stands_for_leads_to_its_address(
    roles: Sequence[str], keys: Sequence[str], explore: Explore
) -> None:
    async with explore(*roles, size=HIGH) as it:
        await it.press(*keys, "end")
        while "BLS OEWS May 2025, " not in it.cursor_line:
            await it.press("up")
        await it.press("o")
        assert "https://www.bls.gov/oes/" in it.text


@pytest.mark.parametrize("size", [LOW, HIGH], ids=["80", "140"])
async def test_what_is_said_hides_nothing_that_is_read(explore: Explore, size: tuple[int, int]) -> None:
    roles = ["cloud-specialist", "customer-success-manager", "application-support-analyst", "cybersecurity-analyst"]
    async with explore(*roles, size=size) as it:
        evidence = it.lines[-5:-2]
        await it.press("y")
        said = 2
        assert it.lines[-4 - said : -1 - said] == evidence
        assert " ".join(it.text.split()).endswith(f"{' '.join(roles)} {' '.join(it.lines[-1].split())}")
        await it.press("enter")
        card = [line for line in it.lines if "│" in line]
        await it.press("y")
        assert told(it) == f"copied, if the terminal lets programs copy: {it.app.clipboard}"
        assert [line for line in card[:8] if line not in it.lines] == []
        assert it.app.screen.query_one("#notice").region.bottom == it.app.screen.query_one(KeyLine).region.y
        assert not it.app.screen.query("Toast")


async def test_without_a_source_there_is_no_address(explore: Explore) -> None:
    async with explore("it-manager", "noc-tech") as it:
        await it.press("f", *["down"] * 6)
        assert 'site "average"' in it.cursor_line
        assert "›—" in it.cursor_line
        await it.press("o")
        assert told(it) == "no source with an address is under the cursor"
