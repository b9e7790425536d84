"""Wrong command lines: one line on stderr with a suggestion, nothing on stdout, exit 2."""

from importlib import import_module
from typing import Any

import pytest
import typer

from careercli import cli, formats
from careercli.model import fields
from tests.conftest import Ask
from tests.program import PROGRAM, SCRIPT, Ended, run

FORMATS = ", ".join(formats.FORMATS)
ROLE_COLUMNS = "id, title, occupation, family, median, employment_change, entry_education, caveat, match, area"
SECTIONS = ", ".join(fields.SECTIONS)
TWO = "compare noc-tech support-tech"

WRONG = {
    # commands
    "rolse": "unknown command “rolse”; did you mean roles or browse?",
    "Compare noc-tech support-tech": "unknown command “Compare”; did you mean compare?",
    "--version=3": "option '--version' does not take a value; see careercli --help",
    **{word: f"unknown command “{word}”; use careercli roles" for word in ("ls", "list", "search", "find")},
    "diff a b": "unknown command “diff”; use careercli compare",
    "help": "unknown command “help”; use careercli --help",
    "help compare": "unknown command “help”; use careercli compare --help",
    # options
    **{
        f"show noc-tech --{word} toledo": f"unknown option --{word}; use --area PLACE"
        for word in ("location", "city", "state", "place", "metro")
    },
    "roles --state OH": "unknown option --state; use --area PLACE",
    "places noc-tech --state OH": "unknown option --state; use --in STATE",
    "check --state OH": "unknown option --state; see careercli check --help",
    f"{TWO} --json": "unknown option --json; use -f json",
    "salary --csv": "unknown option --csv; use -f csv",
    "roles --formt json": "unknown option --formt; did you mean --format or --sort?",
    "roles -x": "unknown option -x; see careercli roles --help",
    "roles -fx": f"--format: cannot be “x”; use {FORMATS}",
    "roles --desc=1": "option '--desc' does not take a value; see careercli roles --help",
    "roles --limit": "option '--limit' requires an argument; see careercli roles --help",
    "roles -f": "option '-f' requires an argument; see careercli roles --help",
    "roles --wat": "unknown option --wat; see careercli roles --help",
    # options that stand before the command
    "--roles d compare a b": "option --roles goes after the command: careercli COMMAND --roles",
    "-f json roles": "option -f goes after the command: careercli COMMAND -f",
    "--limit=3 roles": "option --limit goes after the command: careercli COMMAND --limit",
    "-v roles": "option -v goes after the command: careercli COMMAND -v",
    "--baseline a compare a b": "option --baseline goes after the command: careercli COMMAND --baseline",
    "--versoin": "unknown option --versoin; did you mean --version?",
    "--wat roles": "unknown option --wat; see careercli --help",
    # formats
    "roles -f jsn": "--format: cannot be “jsn”; did you mean json or ndjson?",
    "roles -f xml": f"--format: cannot be “xml”; use {FORMATS}",
    "roles -f JSON": "--format: cannot be “JSON”; did you mean json or ndjson?",
    "roles -o roles.xml": f"--output: “roles.xml” has no suffix of a format; add -f {FORMATS.replace(', ', ', -f ')}",
    "roles -o roles": f"--output: “roles” has no suffix of a format; add -f {FORMATS.replace(', ', ', -f ')}",
    # columns, sections, keys
    "roles --columns id,titel": "--columns: roles has no “titel”; did you mean title?",
    "roles --columns x1": f"--columns: roles has no “x1”; choose from {ROLE_COLUMNS}",
    "roles --columns ,,": f"--columns: no name given; choose from {ROLE_COLUMNS}",
    f"{TWO} --section ,,": f"--section: no name given; choose from {SECTIONS}",
    "check -f tsv --columns lines": "--columns: a problem has no “lines”; did you mean line?",
    "salary --columns rolle": "--columns: salary has no “rolle”; did you mean role?",
    f"{TWO} --columns medain": "--columns: a comparison has no “medain”; did you mean median or mean?",
    f"{TWO} --section pya": "--section: a comparison has no “pya”; did you mean pay?",
    f"{TWO} --full --section duty": "--section: a comparison has no “duty”; did you mean duties?",
    "roles --sort medain": "--sort: roles has no “medain”; did you mean median?",
    "salary --sort medain": "--sort: salary has no “medain”; did you mean median or mean?",
    "roles --sort id,title": "--sort: takes one key, not “id,title”",
    "salary --sort median,mean": "--sort: takes one key, not “median,mean”",
    f"{TWO} -f table --sort ,": "--sort: takes one key, not “,”",
    # values
    "salary --per day": "--per: cannot be “day”; use year, hour",
    f"{TWO} --per yaer": "--per: cannot be “yaer”; did you mean year?",
    "roles --color alwys": "--color: cannot be “alwys”; did you mean always?",
    "roles --color yes": "--color: cannot be “yes”; use auto, always, never",
    "roles --limit -1": "--limit: a number of rows is zero or more",
    "roles --limit ten": "invalid value for '--limit': 'ten' is not a whole number; see careercli roles --help",
    "roles --limit 1.5": "invalid value for '--limit': '1.5' is not a whole number; see careercli roles --help",
    "roles --min-wage high": "--min-wage: “high” is no amount of dollars a year; write it like 60000",
    # too few or too many roles
    "compare": "compare needs two or more roles; for one role, use careercli show",
    "compare noc-tech": "compare needs two or more roles; for one role, use careercli show",
    "compare noc-tech NOC-TECH": "all names mean noc-tech; for one role, use careercli show noc-tech",
    "new": "missing argument 'ID'; see careercli new --help",
    "show": "show needs a role; list them with careercli roles",
    "show noc-tech isp-tech": "show takes one role; for more, use careercli compare noc-tech isp-tech",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_is_said_in_one_line(line: str, ask: Ask) -> None:
    assert ask(*line.split()) == Ended(2, "", f"careercli: {WRONG[line]}\n")


def test_typer_still_has_the_private_parts_that_cli_uses() -> None:
    """careercli.cli reads three attributes of one of Typer's errors and takes three types for annotations."""
    for arguments, option in ((["--wat"], "--wat"), (["--version=3"], "")):
        with pytest.raises(typer.TyperException) as caught:
            typer.main.get_command(cli.app).main(arguments, standalone_mode=False)
        found, context = cli.unknown_option(caught.value)
        assert (found, bool(context)) == (option, bool(option)), (
            f"typer {typer.__version__} no longer marks an unknown option by `possibilities`, `option_name` and `ctx`: "
            "change unknown_option in careercli/cli.py, or pin typer lower"
        )
    for module, name in (("core", "Command"), ("core", "Context"), ("formatting", "HelpFormatter")):
        assert hasattr(import_module(f"typer._click.{module}"), name), (
            f"typer {typer.__version__} no longer has typer._click.{module}.{name}: "
            "change the types of LazyGroup in careercli/cli.py, or pin typer lower"
        )


def test_an_unknown_command_is_told_every_command(ask: Ask) -> None:
    ask("frobnicate").refuses(2, "unknown command “frobnicate”; the commands are roles, show, compare, salary")


@pytest.mark.parametrize("program", [PROGRAM, (PROGRAM[0], "-c", SCRIPT)], ids=["module", "script"])
def test_the_program_itself_ends_with_the_same_status(program: tuple[str, ...]) -> None:
    said = "careercli: option --roles goes after the command: careercli COMMAND --roles\n"
    assert run("--roles", "d", "compare", "a", "b", program=program) == Ended(2, "", said)
    said = "careercli: no role or occupation is named “qqqq”\n"
    assert run("show", "qqqq", program=program) == Ended(1, "", said)


ESCAPES = "\x1b]0;x\x07\x9b31m\u202e\n\r\t"
SHOWN = "\\u{1b}]0;x\\u{7}\\u{9b}31m\\u{202e}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((ESCAPES,), f"unknown command “{SHOWN}   ”"),
        (("roles", "-f", ESCAPES), f"--format: cannot be “{SHOWN}   ”"),
        (("roles", "--columns", ESCAPES), f"--columns: roles has no “{SHOWN}”"),
        (("roles", "--sort", ESCAPES), f"--sort: roles has no “{SHOWN}”"),
        (("roles", f"--{ESCAPES}"), f"unknown option --{SHOWN}   ; see"),
        (("roles", "-o", f"/nowhere/{ESCAPES}.csv"), f"/nowhere/{SHOWN}   .csv: cannot write: No such file"),
        (("roles", "--roles", ESCAPES), f"--roles: {SHOWN}    is not a directory"),
        (("show", ESCAPES), f"no role or occupation is named “{SHOWN}   ”"),
        (("show", "a", ESCAPES), f"show takes one role; for more, use careercli compare a {SHOWN}"),
        (("compare", "noc-tech", "isp-tech", "--section", ESCAPES), f"--section: a comparison has no “{SHOWN}”"),
    ],
)
def test_escapes_in_arguments_are_shown_and_not_obeyed(arguments: tuple[str, ...], said: str, ask: Ask) -> None:
    ended = ask(*arguments)
    assert ended.code in (1, 2)
    assert ended.out == ""
    assert ended.err.startswith(f"careercli: {said}")
    assert (ended.err[:-1] + "x").isprintable()


def test_escapes_in_a_number_are_shown_and_not_obeyed(ask: Ask) -> None:
    ended = ask("roles", "--limit", "\x1b]0;x\x07")
    message = r"invalid value for '--limit': '\x1b]0;x\x07' is not a whole number; see careercli roles --help"
    assert ended == Ended(2, "", f"careercli: {message}\n")


LONG = "a" * 60 + "…" + "a" * 30


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "a" * 9_000), f"no role or occupation is named “{LONG}”"),
        (("roles", "-f", "a" * 9_000), f"--format: cannot be “{LONG}”; use {FORMATS}"),
        (("roles", f"--{'a' * 9_000}"), f"unknown option --{LONG[2:-1]}; see careercli roles --help"),
        (("show", "qqq " * 2_000), f"no role or occupation is named “{'qqq ' * 15}…{('qqq ' * 8)[2:]}”"),
    ],
)  # fmt: skip
def test_a_long_value_is_clipped_and_the_message_is_not(arguments: tuple[str, ...], said: str, ask: Ask) -> None:
    assert ask(*arguments).err == f"careercli: {said}\n"


def test_a_long_message_of_many_short_words_is_clipped_too(ask: Ask) -> None:
    ended = ask("show", *["a"] * 2_000)
    assert ended.err.startswith("careercli: show takes one role; for more, use careercli compare a a a")
    assert ended.err.count("\n") == 1
    assert 400 < len(ended.err) < 900


def test_a_name_that_a_search_finds_more_of_leads_to_that_search(ask: Ask) -> None:
    ended = ask("show", "help desk hero")
    said = "careercli: no role or occupation is named “help desk hero”; near it: careercli roles --all help desk hero\n"
    assert ended == Ended(1, "", said)
    found = ask(*ended.err.rpartition("careercli ")[2].split())
    assert found.out.count("\n") > 4


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("compare noc-tech isp-tech", "a comparison has no “x1”; the column field of careercli show noc-tech --full"
         " -f tsv names them"),
        ("salary", "salary has no “x1”; the first line of -f tsv names them"),
        ("sources", "a source has no “x1”; choose from id, publisher, title, release, as_of, license, url, newer"),
    ],
)  # fmt: skip
def test_what_is_known_is_listed_where_it_is_short_and_else_where_to_find_it(line: str, hint: str, ask: Ask) -> None:
    ended = ask(*line.split(), "--columns", "x1")
    assert ended.err == f"careercli: --columns: {hint}\n"


BYTES = b"\xff\xfe\x80"
BYTES_SHOWN = "\\u{dcff}\\u{dcfe}\\u{dc80}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((BYTES,), f"unknown command “{BYTES_SHOWN}”; the commands are "),
        (("show", BYTES), f"no role or occupation is named “{BYTES_SHOWN}”\n"),
        (("roles", "--columns", BYTES), f"--columns: roles has no “{BYTES_SHOWN}”; choose from {ROLE_COLUMNS}\n"),
        (("roles", "--roles", BYTES), f"--roles: {BYTES_SHOWN} is not a directory\n"),
        (
            ("roles", b"-o/nowhere/" + BYTES + b".csv"),
            f"/nowhere/{BYTES_SHOWN}.csv: cannot write: No such file or ",
        ),
    ],
)
def test_arguments_that_are_not_utf8_are_shown_by_their_bytes(arguments: tuple[str | bytes, ...], said: str) -> None:
    ended = run(*arguments)
    assert ended.code in (1, 2)
    assert ended.out == ""
    assert ended.err.startswith(f"careercli: {said}")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=["utf-8", "ascii"])
def test_a_search_that_is_not_utf8_finds_nothing(locale: dict[str, Any]) -> None:
    ended = run("roles", BYTES, "--no-header", **locale)
    assert ended == Ended(0, "", "careercli: nothing matches\n")


@pytest.mark.parametrize("options", ["--columns=", "--sort=", "--format=", "--roles=/", "--limit=99"])
def test_an_option_that_asks_nothing_changes_nothing(options: str, ask: Ask) -> None:
    assert ask("roles", *options.split()) == ask("roles")
