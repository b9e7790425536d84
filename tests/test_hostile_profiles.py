"""Test hostile texts in profiles: every format prints them safely, and programs read back the same text."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.cli import COMMANDS as CLI
from careercli.formats import FORMATS
from tests.conftest import Ask
from tests.program import options_of, profile, run

HOSTILE = {
    # terminal commands
    "\x1b[31mred\x1b[0m": "\\u{1b}[31mred\\u{1b}[0m",
    "\x1b]0;title\x07": "\\u{1b}]0;title\\u{7}",
    "\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\": "\\u{1b}]8;;https://a.example\\u{1b}\\link\\u{1b}]8;;\\u{1b}\\",
    "\x1b]52;c;QUJD\x07": "\\u{1b}]52;c;QUJD\\u{7}",
    "\x9b31m\x9d0;t\x9c": "\\u{9b}31m\\u{9d}0;t\\u{9c}",
    "nul\0bel\x07del\x7f.": "nul\\u{0}bel\\u{7}del\\u{7f}.",
    # bidi and invisible characters
    "user\u202egnp.exe\u2066": "user\\u{202e}gnp.exe\\u{2066}",
    "zero\u200bwidth\ufeffsoft\u00adhyphen": "zero\\u{200b}width\\u{feff}soft\\u{ad}hyphen",
    "tag\U000e0041": "tag\\u{e0041}",
    # separators of lines and cells
    "one\ttwo\nthree\rfour\r\nfive": "one two three four  five",
    "next\x85line\u2028paragraph\u2029end": "next line paragraph end",
    # spreadsheet formulas
    "=HYPERLINK(1)": "=HYPERLINK(1)",
    "+1+cmd": "+1+cmd",
    "-1+cmd": "-1+cmd",
    "@SUM(A1)": "@SUM(A1)",
    "＝1+1": "＝1+1",
    # syntax of other programs
    'say "hi", then; go': 'say "hi", then; go',
    "[red]x[/red] [/] [link=https://a.example]l[/link] :skull:": (
        "[red]x[/red] [/] [link=https://a.example]l[/link] :skull:"
    ),
    "[@click=app.quit]quit[/] [$primary]x": "[@click=app.quit]quit[/] [$primary]x",
    "</script><script>alert(1)</script>": "</script><script>alert(1)</script>",
    '" onload="x': '" onload="x',
    "&lt;&amp;&#60;": "&lt;&amp;&#60;",
    "{{7*7}} {% x %} ${x} %s %(a)s {0} {a}": "{{7*7}} {% x %} ${x} %s %(a)s {0} {a}",
    "'; DROP TABLE roles; -- % _": "'; DROP TABLE roles; -- % _",
    '"a" NEAR b* OR (': '"a" NEAR b* OR (',
    "(a+)+$[": "(a+)+$[",
    "$(id) `id` | rm": "$(id) `id` | rm",
    "**b** [l](x) # h <b> _i_": "**b** [l](x) # h <b> _i_",
}
"""Texts, each with its printed form."""

IDS = {f"a-{number:02}": text for number, text in enumerate(HOSTILE)}

UNSAFE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
CELLS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

COMMANDS = {
    "roles": ["roles"],
    "show": ["show", "a-00", "--full"],
    "evidence": ["show", "a-00", "--evidence"],
    "compare": ["compare", *IDS, "--full"],
    "transposed": ["compare", *IDS, "--full", "--transpose"],
    "long": ["compare", *IDS, "--full", "--long"],
    "salary": ["salary"],
    "places": ["places", "a-00", "--limit", "3"],
    "similar": ["similar", "a-00"],
    "skills": ["skills", "a-00"],
    "gap": ["skills", "a-00", "a-01"],
    "match": ["match", "--skills", "red", "--limit", "3"],
    "path": ["path", "a-00", "--columns", "branch,to,to_title"],
    "tree": ["path", "a-00"],
    "offer": ["offer", "list"],
    "an offer": ["compare", *(f"offer:{name}" for name in IDS), "--long", "--columns", "role,note"],
    "import": ["import", "--again"],
    "sources": ["sources"],
    "check": ["check"],
}


def test_every_command_that_writes_formats_is_among_them() -> None:
    assert {line[0] for line in COMMANDS.values()} == {name for name in CLI if "--format" in options_of(name)}


def yaml(text: str) -> str:
    """Return `text` as a quoted YAML scalar in ASCII."""
    escaped = (char if " " <= char <= "~" and char not in '"\\' else f"\\U{ord(char):08x}" for char in text)
    return f'"{"".join(escaped)}"'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory of profiles that repeat one hostile text each."""
    path = tmp_path_factory.mktemp("hostile")
    for role_id, text in IDS.items():
        said = yaml(text)
        source = f'{{publisher: {said}, title: {said}, release: {said}, license: {said}, note: {said}, date: "2024"}}'
        (path / f"{role_id}.yaml").write_text(
            profile(
                said, aliases=f"[{yaml('x' + text)}]", occupation="15-1231", occupation_note=said,
                sources=f"{{survey: {source}}}", wages=f"[{{per: year, median: $50000, note: {said}}}]",
                summary=said, demand=f"{{value: {said}, note: {said}}}", skills=f"[{said}]",
                responsibilities=f"[{said}, {said}]", family=said, next_roles=f"{{{said}: {{gone: {said}}}}}",
            )
        )  # fmt: skip
    offers = "".join(f"  {name}: {{amount: 1000, role: a-00, note: {yaml(text)}}}\n" for name, text in IDS.items())
    (path / "config" / "careercli").mkdir(parents=True)
    (path / "config" / "careercli" / "me.yaml").write_text(f"offers:\n{offers}")
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_format_of_any_command_prints_control_characters(
    command: str, form: str, folder: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    found = ask(*COMMANDS[command], "-f", form, "--roles", str(folder))
    out = found.out
    assert found.code == 0
    assert not UNSAFE.search(found.err)
    if form == "csv":
        # In CSV a value keeps its line ends, inside quotes.
        rows = list(csv.reader(io.StringIO(out, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        out = re.sub(r"[\r\n\t]", " ", out)
    elif form == "tsv":
        assert len({line.count("\t") for line in out.split("\n")[:-1]}) == 1
    elif form == "json":
        json.loads(out)
    elif form == "ndjson":
        for line in out.split("\n")[:-1]:
            json.loads(line)
    assert not UNSAFE.search(out)
    if form in ("json", "ndjson"):
        assert out.isascii()


@pytest.mark.parametrize("line", ["roles", "show heb", "show heb --evidence", "compare heb noc-tech", "sources"])
def test_right_to_left_text_is_isolated_for_people_alone(line: str, ask: Ask, profiles: Callable[..., str]) -> None:
    source = "{publisher: ספר עברי, date: 2026-01}"
    folder = profiles(heb=profile("טכנאי רשתות", sources=f"{{a: {source}}}", wages="[{median: $1, per: year}]"))
    answers = {form: ask(*line.split(), "-f", form, "--roles", folder).out for form in FORMATS}
    assert [form for form, text in answers.items() if "\u2068" in text] == ["table"]


def test_a_right_to_left_title_can_be_copied_from_a_table(ask: Ask, profiles: Callable[..., str]) -> None:
    folder = profiles(heb="title: טכנאי רשתות")
    assert ask("show", "\u2068טכנאי רשתות\u2069", "-f", "yaml", "--roles", folder).out == "title: טכנאי רשתות\n"


def _answer(*arguments: str, folder: Path) -> str:
    ended = run(*arguments, "--roles", str(folder))
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def test_people_see_what_is_written(folder: Path) -> None:
    table = _answer("roles", "-f", "table", "--columns", "id,title", "--no-header", folder=folder)
    assert table.split("\n")[: len(IDS)] == [f"{role_id:30}{HOSTILE[text]}" for role_id, text in IDS.items()]
    tsv = _answer("roles", "-f", "tsv", "--columns", "id,title", "--no-header", folder=folder)
    assert tsv.split("\n")[: len(IDS)] == [f"{role_id}\t{HOSTILE[text]}" for role_id, text in IDS.items()]


def test_markdown_escapes_its_own_marks(folder: Path) -> None:
    lines = _answer("roles", "-f", "md", "--columns", "title", folder=folder).split("\n")
    assert r"| \*\*b\*\* \[l\](x) \# h \<b\> \_i\_ |" in lines
    assert r"| $(id) \`id\` \| rm |" in lines
    assert r"| \</script\>\<script\>alert(1)\</script\> |" in lines
    assert r"| \&lt;\&amp;\&\#60; |" in lines


def test_json_holds_the_very_text(folder: Path) -> None:
    titles = {row["id"]: row["title"] for row in json.loads(_answer("roles", "-f", "json", folder=folder))}
    assert {role_id: titles[role_id] for role_id in IDS} == IDS
    document = json.loads(_answer("compare", *IDS, "--full", "-f", "json", folder=folder))
    (summary,) = [row["cells"] for row in document["rows"] if row["field"] == "summary"]
    assert {role_id: summary[role_id][0]["value"] for role_id in IDS} == IDS


def test_csv_gives_back_every_text_but_for_what_would_command_a_terminal(folder: Path) -> None:
    text = _answer("roles", "-f", "csv", "--columns", "id,title", folder=folder)
    titles = dict(csv.reader(io.StringIO(text, newline=""), strict=True))
    lines = "one\ttwo\nthree\rfour\r\nfive"
    assert titles["a-09"] == lines
    assert {role_id: titles[role_id] for role_id in IDS} == {
        role_id: lines if text == lines else HOSTILE[text] for role_id, text in IDS.items()
    }


@pytest.mark.parametrize("command", ["roles", "compare", "transposed", "long", "salary"])
def test_safe_cells_leave_no_formula_and_touch_nothing_else(command: str, folder: Path) -> None:
    arguments = [*COMMANDS[command], "-f", "csv", "--roles", str(folder)]
    exact, safe = (
        list(csv.reader(io.StringIO(run(*arguments, *more).out, newline=""))) for more in ((), ("--safe-cells",))
    )
    is_number = re.compile(r"-?[0-9]+(\.[0-9]+)?")
    guarded = 0
    for before, after in zip(exact, safe, strict=True):
        for cell, kept in zip(before, after, strict=True):
            is_formula = cell.startswith(CELLS) and not is_number.fullmatch(cell)
            assert kept == ("'" + cell if is_formula else cell)
            guarded += is_formula
    assert guarded >= (4 if command in ("roles", "compare", "transposed", "long") else 0)


NOTHING = "careercli: nothing matches\n"


@pytest.mark.parametrize(
    "text", [*HOSTILE, "%", "_", "*", "\\", "'", '"', "--", "\ud800", "\ud7ff" * 5, "[" * 3_000, "a" * 100_000]
)
def test_any_text_may_be_searched_for(text: str, folder: Path, ask: Ask) -> None:
    found = ask("roles", "--columns", "id", "--no-header", "--roles", str(folder), "-f", "tsv", "--", text)
    assert (found.code, found.err) == (0, "" if found.out else NOTHING)
    if text in HOSTILE:
        assert f"a-{list(HOSTILE).index(text):02}" in found.out.split()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_role_is_found_by_any_title(text: str, folder: Path, ask: Ask) -> None:
    found = ask("show", "-f", "json", "--roles", str(folder), "--", text)
    assert (found.code, found.json["baseline"]) == (0, f"a-{list(HOSTILE).index(text):02}")


def test_what_is_wrong_in_a_hostile_file_is_said_in_one_safe_line(tmp_path: Path) -> None:
    (tmp_path / "a\x1b]0;x\x07\nb.yaml").write_text("title: x\n")
    (tmp_path / "bad.yaml").write_text('title: x\n"\\e]0;x\\a\\n": 1\n')
    (tmp_path / "worse.yaml").write_text('title: "\x1b[31m"\n')
    ended = run("roles", "--roles", str(tmp_path), "--limit", "0", "--no-header")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.count("\n") == 3
    assert not UNSAFE.search(ended.err)
    assert "a\\u{1b}]0;x\\u{7} b.yaml:1:1: file name is not a valid role id" in ended.err
    one = run("show", "bad", "--roles", str(tmp_path))
    assert (one.code, one.out, one.err.count("\n")) == (1, "", 1)
    assert not UNSAFE.search(one.err)


def test_hostile_directory_names_are_shown_safely(tmp_path: Path) -> None:
    folder = tmp_path / "\x1b]0;x\x07"
    folder.mkdir()
    (folder / "x.yaml").write_text("title: [\n")
    ended = run("roles", "-v", "--roles", str(folder), CAREERCLI_ROLES=str(tmp_path / "\x9b1m"))
    assert ended.code == 0
    assert not UNSAFE.search(ended.err)
    assert f"{tmp_path}/\\u{{1b}}]0;x\\u{{7}}/x.yaml:2:1: " in ended.err
    assert f"CAREERCLI_ROLES: {tmp_path}/\\u{{9b}}1m is not a directory" in ended.err
