"""careercli check: exit codes, files checked, formats and carets."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pytest

from careercli.formats.layout import TableStyle
from careercli.formats.problems import as_lines
from careercli.model.sanitize import visible
from careercli.presentation.text_width import width_of
from careercli.profiles.checks.check import check
from careercli.profiles.directories import BUNDLED, files_in
from tests.conftest import Ask
from tests.profiles.mistakes import MISTAKES, claim
from tests.program import on_terminal, run, shell

COLUMNS = ["file", "line", "column", "severity", "code", "message", "hint"]

GOOD = "title: A role\n"
WRONG = "titel: A role\n"
CAVEATFUL = claim("growth: 5%")

WRONG_SAID = "1:1: error: unknown key “titel”; did you mean “title”?\n"
CAVEATFUL_SAID = (
    "4:9: warning: growth has no period; give the period in a note, or say there that the source has none\n"
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**texts: str | bytes) -> None:
    """Write `x="title: X"` as x.yaml in the current folder."""
    for name, text in texts.items():
        Path(f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())


# Exit codes


def test_an_error_exits_1_and_is_counted(ask: Ask) -> None:
    write(x=WRONG)
    answer = ask("check", "x.yaml")
    assert (answer.code, answer.out) == (1, f"x.yaml:{WRONG_SAID}")
    assert answer.err == "careercli: 1 profile: 1 error, no warning\n"


def test_warnings_alone_exit_0(ask: Ask) -> None:
    write(x=CAVEATFUL)
    answer = ask("check", "x.yaml")
    assert (answer.code, answer.out) == (0, f"x.yaml:{CAVEATFUL_SAID}")
    assert answer.err == "careercli: 1 profile: no error, 1 warning\n"


def test_a_retired_code_is_answered_with_what_it_became(ask: Ask, profiles: Callable[..., str]) -> None:
    answer = ask("check", profiles(x="title: X\noccupation: 15-1142"), "-f", "json")
    assert answer.json[0]["message"] == "no bundled release has the occupation 15-1142"
    assert answer.json[0]["hint"] == (
        "“15-1142” is a code of SOC 2010 (Network and Computer Systems Administrators);"
        " it became 15-1244 Network and Computer Systems Administrators"
    )


def test_errors_and_warnings_are_counted_apart(ask: Ask) -> None:
    write(x=CAVEATFUL + "age: old\njobs: many\n", y=CAVEATFUL.replace("title: A", "title: Y role"), z=GOOD)
    answer = ask("check", "x.yaml", "y.yaml", "z.yaml")
    assert answer.code == 1
    assert answer.err == "careercli: 3 profiles: 2 errors, 2 warnings\n"


def test_an_error_that_is_not_shown_still_exits_1(ask: Ask) -> None:
    write(x=CAVEATFUL + "age: old\n")
    answer = ask("check", "x.yaml", "--limit", "1")
    assert (answer.code, answer.out) == (1, f"x.yaml:{CAVEATFUL_SAID}")
    assert ask("check", "x.yaml", "--limit", "0", "-f", "json").code == 1


# Files that are checked


def test_a_folder_is_all_its_profiles_and_none_of_the_folders_in_it(ask: Ask) -> None:
    for name in ("d/x.yaml", "d/y.yml", "d/.hidden.yaml", "d/z.yaml~", "d/deeper/w.yaml"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(WRONG)
    answer = ask("check", "d")
    assert answer.out == f"d/x.yaml:{WRONG_SAID}d/y.yml:{WRONG_SAID}"
    assert ask("check", "d/deeper", "d").out == f"d/deeper/w.yaml:{WRONG_SAID}{answer.out}"


NONE_INSIDE = "error: no profile in this folder; check reads *.yaml and *.yml, but not in subfolders"
NO_FILE = "error: No such file or directory; give files or folders"


def test_a_folder_without_profiles_is_an_error_and_the_others_are_checked(ask: Ask) -> None:
    write(x=WRONG)
    Path("d/deeper").mkdir(parents=True)
    for name in ("d/deeper/x.yaml", "d/.hidden.yaml", "d/x.json"):
        Path(name).write_text(WRONG)
    answer = ask("check", "d")
    assert (answer.code, answer.lines) == (1, [f"d: {NONE_INSIDE}"])
    assert answer.err == "careercli: no profile: 1 error, no warning\n"
    assert ask("check", "x.yaml", "d", "./d/").out == f"d: {NONE_INSIDE}\nx.yaml:{WRONG_SAID}"
    (record,) = ask("check", "d", "-f", "json").json
    assert (record["file"], record["line"], record["code"]) == ("d", None, "not-readable")


def test_a_folder_in_use_that_nobody_named_may_be_empty(ask: Ask) -> None:
    Path("d").mkdir()
    assert ask("check", "--roles", "d").code == 0


def test_the_name_of_a_role_is_no_file_and_where_the_role_is_is_told(ask: Ask) -> None:
    Path("mine").mkdir()
    Path("mine/my-role.yaml").write_text(GOOD)
    answer = ask("check", "noc-tech", "NOC-Tech", "noc-tec", "./noc-tech", "my-role", "--roles", "mine")
    bundled = os.path.join(BUNDLED, "noc-tech.yaml")
    assert answer.lines == [
        f"noc-tech: {NO_FILE}; that role is in {bundled}",
        f"NOC-Tech: {NO_FILE}; that role is in {bundled}",
        f"noc-tec: {NO_FILE}",
        f"my-role: {NO_FILE}; that role is in mine/my-role.yaml",
    ]
    assert answer.err == "careercli: no profile: 4 errors, no warning\n"


def test_a_file_of_the_name_of_a_role_is_checked(ask: Ask) -> None:
    Path("noc-tech").write_text(GOOD)
    assert ask("check", "noc-tech").out.startswith("noc-tech:1:1: error: file name is not a valid role id")


def test_a_link_to_a_file_that_was_named_and_is_not_there_leads_nowhere(ask: Ask) -> None:
    write(x=claim("next_roles: {zebra: Z}"))
    assert "no profile has the id zebra" in ask("check", "x.yaml", "zebra.yaml").out


def test_a_path_that_is_given_twice_is_checked_once(ask: Ask) -> None:
    write(x=WRONG)
    for paths in (["x.yaml", "x.yaml"], ["x.yaml", "."], ["x.yaml", "./x.yaml", str(Path.cwd() / "x.yaml")]):
        answer = ask("check", *paths)
        assert answer.out == f"x.yaml:{WRONG_SAID}"
        assert answer.err == "careercli: 1 profile: 1 error, no warning\n"


def test_a_path_that_leads_nowhere_is_told_and_the_others_are_checked(ask: Ask) -> None:
    write(x=WRONG)
    os.mkfifo("pipe.yaml")
    answer = ask("check", "nowhere.yaml", "pipe.yaml", "x.yaml")
    assert answer.code == 1
    assert answer.lines[:2] == [
        f"nowhere.yaml: {NO_FILE}",
        "pipe.yaml: error: is not a regular file",
    ]
    assert answer.lines[2] == f"x.yaml:{WRONG_SAID}".rstrip()
    assert ask("check", "x.yaml/y").lines == ["x.yaml/y: error: Not a directory; give files or folders"]
    Path("dangling.yaml").symlink_to("nowhere")
    assert "dangling.yaml: error: No such file or directory" in ask("check", ".").lines[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_nobody_may_read_is_an_error(ask: Ask) -> None:
    Path("d").mkdir(mode=0o000)
    assert ask("check", "d").code == 1


def test_the_profiles_in_use_are_those_of_all_directories_and_may_link_to_one_another(ask: Ask) -> None:
    Path("mine").mkdir()
    Path("mine/my-role.yaml").write_text(claim("next_roles: {noc-tech: N, other: O, zebra: Z}"))
    Path("mine/other.yaml").write_text(GOOD)
    answer = ask("check", "--roles", "mine")
    assert answer.lines == [
        "mine/my-role.yaml:4:37: warning: no profile has the id zebra; "
        "write that profile, or say in a note that there is none"
    ]
    assert answer.err == f"careercli: {len(files_in(BUNDLED)) + 2} profiles: no error, 1 warning\n"
    assert ask("check", "mine/my-role.yaml", "--roles", "mine").out == answer.out
    settings = Path("careercli/config.toml").absolute()
    settings.parent.mkdir()
    settings.write_text('roles = ["mine"]')
    assert run("check", cwd=".", XDG_CONFIG_HOME=str(settings.parent.parent)).out == answer.out
    alone = ask("check", "mine/my-role.yaml").lines
    assert [line.partition("has the id ")[2].partition(";")[0] for line in alone] == ["other", "zebra"]


def test_a_folder_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    ended = shell('mkdir gone; cd gone; rmdir ../gone; "$@" 2>&1', "check", "x.yaml", cwd=tmp_path)
    assert ended.code == 1
    assert ended.out == f"x.yaml: {NO_FILE}\ncareercli: no profile: 1 error, no warning\n"


def test_prose_is_told_apart_from_a_profile(ask: Ask) -> None:
    Path("note.txt").write_text("Dear team,\n\nHere is: the offer\n")
    Path("plain.yaml").write_text("Dear team,\n\nWe hired one.\n")
    assert ask("check", "note.txt", "plain.yaml").lines == [
        "note.txt:1:1: error: file name does not end in .yaml; rename it to note.yaml",
        "note.txt:3:8: error: unexpected ':'; quote text that contains ': ', and align the keys",
        "plain.yaml:1:1: error: file is not a mapping; a profile is lines of 'key: value', first 'title: …'",
    ]


# Programs


def test_what_has_no_place_has_none_for_programs(ask: Ask) -> None:
    (record,) = ask("check", "nowhere.yaml", "-f", "json").json
    assert record == {
        "file": "nowhere.yaml", "line": None, "column": None, "severity": "error", "code": "not-readable",
        "message": "No such file or directory", "hint": "give files or folders",
    }  # fmt: skip
    assert ask("check", "nowhere.yaml", "-f", "tsv").cells[1][1:3] == ["", ""]


@pytest.mark.parametrize(("name", "empty"), [("json", "[]\n"), ("ndjson", ""), ("tsv", "\t".join(COLUMNS) + "\n")])
def test_where_nothing_is_wrong_programs_read_no_rows(ask: Ask, name: str, empty: str) -> None:
    write(x=GOOD)
    answer = ask("check", "x.yaml", "-f", name)
    assert (answer.code, answer.out, answer.err) == (0, empty, "")


def test_columns_and_order_may_be_chosen(ask: Ask) -> None:
    write(x=CAVEATFUL + "age: old\n", b=WRONG)
    answer = ask("check", "x.yaml", "b.yaml", "-f", "tsv", "--columns", "code,file", "--sort", "code", "--no-header")
    assert answer.cells == [["bad-value", "x.yaml"], ["no-period", "x.yaml"], ["unknown-key", "b.yaml"]]
    answer = ask("check", "x.yaml", "-f", "tsv", "--columns", "line", "--sort", "line", "--desc", "--limit", "1")
    assert answer.cells == [["line"], ["5"]]


@pytest.mark.parametrize("option", ["--columns=file", "--sort=line", "--desc"])
def test_lines_for_people_have_no_columns_to_choose(ask: Ask, option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is reported before any file is read."""
    monkeypatch.setattr("careercli.profiles.checks.check.read_bytes", lambda path: pytest.fail(f"{path} is read"))
    write(x=GOOD)
    said = "check: --columns, --sort and --desc need -f tsv, csv, json, ndjson or md\n"
    ask("check", "x.yaml", option).refuses(2, said)


def test_the_help_says_nothing_of_wages(ask: Ask) -> None:
    assert "wage" not in ask("check", "--help").out


def test_lines_may_go_to_a_file(ask: Ask) -> None:
    write(x=WRONG)
    answer = ask("check", "x.yaml", "-o", "said.txt")
    assert (answer.code, answer.out) == (1, "")
    assert Path("said.txt").read_text() == f"x.yaml:{WRONG_SAID}"


# Pipes, terminals and files


def test_ascii_is_ascii(tmp_path: Path) -> None:
    write(x="titel: é\n")
    ended = run("check", "x.yaml", cwd=tmp_path, LC_ALL="C")
    assert ended.out == 'x.yaml:1:1: error: unknown key "titel"; did you mean "title"?\n'
    shown = on_terminal("check", "x.yaml", cwd=tmp_path, LC_ALL="C", NO_COLOR="1")
    assert shown.out.isascii()
    assert "    titel: \\u{e9}\n    ^\n" in shown.out


def carets(text: str | bytes, tmp_path: Path, columns: int = 120, **changes: str) -> list[tuple[str, str]]:
    """Return each line of the profile that the terminal shows, with the caret line below it."""
    write(x=text)
    shown = on_terminal("check", "x.yaml", cwd=tmp_path, columns=columns, **{"NO_COLOR": "1", **changes}).out
    lines = shown.split("\n")
    return [(lines[at - 1], line) for at, line in enumerate(lines) if line.strip() == "^"]


def test_a_terminal_shows_the_line_and_the_place(tmp_path: Path) -> None:
    write(x=claim("age: old"))
    ended = on_terminal("check", "x.yaml", cwd=tmp_path)
    assert ended.code == 1
    assert ended.out == (
        "x.yaml:4:6: \x1b[1merror: \x1b[0mage: “old” is not a number; write it like 12, 12.5 or 1,250\n"
        "    age: old\n"
        "         ^\n"
        "careercli: 1 profile: 1 error, no warning\n"
    )


@pytest.mark.a_tenth
@pytest.mark.parametrize(
    "before",
    [
        "Plain text", "職種職種", "ｆｕｌｌ", "e\u0301e\u0301a\u0308", "\U0001f468\u200d\U0001f4bb",
        "\U0001f1fa\U0001f1f8", "\u05d0\u05d1\u05d2", "\u0639\u0631\u0628", "क्षि", "a\u202eb\u2066c", "z\u200bw",
        "soft\u00adhyphen", "a\tb\tc", "q" + "\u0301" * 40, "한국어", "\u200d\u0301", "•→…",
    ],
)  # fmt: skip
def test_the_caret_stands_under_the_place_whatever_is_before_it(before: str, tmp_path: Path) -> None:
    ((line, caret),) = carets(claim(f"tools: ['{before}', 12@]").replace("12@", "12"), tmp_path)
    at = line.index("12]")
    assert width_of(line[:at]) == len(caret) - 1
    assert not [char for char in line if category(char) in ("Cc", "Cf") and char != "\u200d"]


def test_the_caret_stands_under_a_control_character_that_is_spelled_out(tmp_path: Path) -> None:
    assert carets(b"title: \x1b]0;x\x07\n", tmp_path) == [("    title: \\u{1b}]0;x\\u{7}", "           ^")]
    assert carets("title: A\x0cB\n", tmp_path) == [("    title: A B", "            ^")]


def test_right_to_left_text_in_a_message_is_isolated_on_a_terminal_alone(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("title: X\nתואר: 1\n", encoding="utf-8")
    assert "unknown key “\u2068תואר\u2069”;" in on_terminal("check", "x.yaml", cwd=tmp_path).out
    assert "unknown key “תואר”;" in run("check", "x.yaml", cwd=tmp_path).out


def test_a_byte_order_mark_moves_no_caret(tmp_path: Path) -> None:
    assert carets("\ufefftitle: 12\n", tmp_path) == [("    title: 12", "           ^")]


def test_a_broken_byte_is_shown_as_such_and_no_other_files_bytes_are(tmp_path: Path) -> None:
    assert carets(b"title: caf\xe9s\n", tmp_path) == [("    title: caf\ufffds", "              ^")]
    assert carets(b"PK\x03\x04secret", tmp_path) == []
    assert carets("title: A\n".encode("utf-16"), tmp_path) == []


@pytest.mark.parametrize("columns", [20, 40, 80, 120, 300])
@pytest.mark.parametrize("filler", ["x", "職", "e\u0301", "\u202e"])
@pytest.mark.parametrize("sides", [(0, 3000), (3000, 0), (3000, 3000), (30, 3000), (3000, 30)])
def test_a_long_line_is_cut_around_the_place(columns: int, filler: str, sides: tuple[int, int]) -> None:
    left, right = (filler * size for size in sides)
    write(x=claim(f"tools: ['{left}', {{value: 12@, note: '{right}'}}]").replace("12@", "12"))
    (finding,) = [each for each in check(["x.yaml"], {}, ()) if "is a number" in each.problem.message]
    _, line, caret = "".join(as_lines([finding], TableStyle(columns), with_caret=True)).splitlines()
    assert width_of(line) <= max(columns, 26)
    assert line[4] == "…" or not left or sides[0] == 30
    assert width_of(line[: line.index("12")]) == len(caret) - 1


def test_a_place_past_the_end_of_a_line_has_a_caret(tmp_path: Path) -> None:
    assert carets("title:\n", tmp_path) == [("    title:", "          ^")]


def test_a_problem_on_an_empty_line_has_no_caret(tmp_path: Path) -> None:
    assert carets("\n\n", tmp_path) == []


HOSTILE = (
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b]8;;https://a.example\x1b\\link", "\x9b31m", "\u202egnp.exe", "\u2066x",
    "z\u200bw", "[red]x[/red]", "[@click=app.quit]q[/]", "\U000e0041", "a\nb\rc\td", "\x7f\x08\x08",
)  # fmt: skip


def file_of(text: str) -> str:
    """Return a file name that contains `text`, without the characters that no name may have."""
    return f"bad {text.replace('/', '|')}.yaml"


@pytest.mark.a_tenth
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_never_reaches_a_terminal_as_it_is(text: str, tmp_path: Path) -> None:
    escaped = json.dumps(text)
    write(x=claim(f"{escaped}: B\nage: {escaped}\nnext_roles: {{{escaped}: A}}\ntools: [{escaped}, 12]"))
    Path(file_of(text)).write_text(WRONG)
    Path("raw.yaml").write_bytes(f"title: {text}\n\x00".encode())
    shown = on_terminal("check", ".", cwd=tmp_path, NO_COLOR="1").out
    piped = run("check", ".", cwd=tmp_path)
    for out in (shown, piped.out + piped.err):
        assert len(out) > 300
        assert not [char for char in out if category(char) in ("Cc", "Cf") and char != "\n"], out
    if "[" in text and text.isprintable():
        assert text in shown


@pytest.mark.parametrize("name", ["json", "ndjson", "csv", "tsv", "md"])
def test_a_hostile_text_reaches_no_program_with_power(name: str, ask: Ask) -> None:
    for text in HOSTILE:
        Path(file_of(text)).write_text(WRONG)
    out = ask("check", ".", "-f", name).out
    assert not [char for char in out if category(char) in ("Cc", "Cf") and char not in "\t\r\n"]
    if name in ("json", "ndjson"):
        records = json.loads(out) if name == "json" else [json.loads(line) for line in out.splitlines()]
        assert {each["file"] for each in records} == {f"./{file_of(text)}" for text in HOSTILE}


# Fixing problems one by one

TEN = """\
title: 365
aliases: &names [the offer]
occupation: 151231
sources:
  letter: {publisher: Acme, date: May 2026}
  review: {publisher: A review site}
wages:
  - {per: yearly, median: $52000}
  - {per: hour, low: $35, high: $25, source: review}
major: {value: Networks, source: letters}
sumary: Keeps networks up
schedule: Days
schedule: Nights
growth: 5%
"""

FIXES = [
    ("title is a number, not text; quote it: \"365\"", "title: 365", 'title: "365"'),
    ("anchors (&) and aliases (*) are not allowed; write the value out", "&names [", "["),
    ("occupation cannot be “151231”; write 15-1231", "151231", "15-1231"),
    ("date cannot be “May 2026”; write 2024-05, 2024 or unknown", "date: May 2026", "date: 2026-05"),
    ("source review has no date; add 'date: 2026-10', or 'date: unknown'", "site}", "site, date: unknown}"),
    ("per cannot be “yearly”; did you mean “year”?", "yearly", "year"),
    ("low is above high; swap the two", "low: $35, high: $25", "low: $25, high: $35"),
    ("“letters” is not a source of this profile; did you mean “letter”?", "source: letters", "source: letter"),
    ("unknown key “sumary”; did you mean “summary”?", "sumary", "summary"),
    ("duplicate key “schedule”; first used on line 12", "schedule: Nights\n", ""),
    ("growth has no period; give the period in a note", "growth: 5%", "growth: {value: 5%, note: By 2034.}"),
]  # fmt: skip


def test_eleven_mistakes_are_reported_at_once_and_fixed_one_by_one_by_their_hints(ask: Ask) -> None:
    text = TEN
    write(x=text)
    told = ask("check", "x.yaml").lines
    assert len(told) == len(FIXES) > 10
    for left, (said, wrong, right) in zip(range(len(FIXES), 0, -1), FIXES, strict=True):
        lines = ask("check", "x.yaml").lines
        assert len(lines) == left
        assert sum(said in line for line in lines) == 1, said
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
        write(x=text)
    answer = ask("check", "x.yaml")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "careercli: 1 profile: no error, no warning\n"


def test_the_lines_of_every_mistake_in_one_folder_are_those_of_each_alone(ask: Ask) -> None:
    """Hundreds of bad files in one folder give the same problems, and a good one among them none."""
    expected = {}
    for number, case in enumerate(each for cases in MISTAKES.values() for each in cases):
        if isinstance(case.files, str | bytes) and not any("links to its own" in line for line, _ in case.said):
            write(**{f"x{number}": case.files})
            expected[f"./x{number}.yaml"] = [line.partition(":")[2] for line, _ in case.said]
    write(good="title: Good\n")
    got: dict[str, list[str]] = {file: [] for file in expected}
    for record in ask("check", ".", "-f", "json").json:
        if record["code"] not in (
            "shared-name",
            "unknown-role",
        ):  # Most cases share a title, and link to the same role.
            hint = f"; {record['hint']}" if record["hint"] else ""
            place = f"{record['line']}:{record['column']}: {record['severity']}"
            got[record["file"]].append(visible(f"{place}: {record['message']}{hint}"))
    assert len(got) > 200
    assert got == expected


def test_a_copy_of_a_role_that_is_not_in_use_may_have_its_names(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(ask("show", "cybersecurity-analyst", "-f", "yaml").out, encoding="utf-8")
    answer = ask("check", str(tmp_path / "c.yaml"))
    assert (answer.code, answer.out) == (0, "")
    in_use = ask("check", str(tmp_path / "c.yaml"), "--roles", str(tmp_path))
    assert in_use.code == 1
    assert "is the id of another role" in in_use.lines[0]
