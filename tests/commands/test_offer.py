"""careercli offer, and `me` and `offer:NAME` wherever a role is named."""

import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from careercli.formats import FORMATS
from tests.conftest import Ask
from tests.program import PROGRAM, environ, run

ADD = ("offer", "add", "acme", "68000", "--role", "noc-tech", "--area", "OH", "--hours", "37.5", "--note", "on call")
COLUMNS = "name\tamount\tper\trole\tarea\thours\tnote\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the private file of `ask`, which is not there yet."""
    return tmp_path / "config" / "careercli" / "me.yaml"


def write(own: Path, text: str) -> None:
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text, encoding="utf-8")


# The list


def test_an_offer_is_kept_listed_and_removed(ask: Ask, own: Path) -> None:
    assert ask("offer", "list").out == COLUMNS
    added = ask(*ADD)
    assert (added.code, added.out, added.err) == (0, "", f"careercli: added offer:acme to {own}\n")
    assert ask("offer").out == f"{COLUMNS}acme\t68000\tyear\tnoc-tech\tOH\t37.5\ton call\n"
    assert ask("offer", "list", "-f", "json").json == [
        {"name": "acme", "amount": 68000, "per": "year", "role": "noc-tech", "area": "OH", "hours": 37.5,
         "note": "on call"}
    ]  # fmt: skip
    removed = ask("offer", "remove", "acme")
    assert (removed.code, removed.out, removed.err) == (0, "", f"careercli: removed the offer acme from {own}\n")
    assert ask("offer", "list").out == COLUMNS


def test_a_list_is_sorted_cut_and_chosen_from_like_any_other(ask: Ask) -> None:
    for name, amount in (("b", "$50,000"), ("a", "34.50")):
        ask("offer", "add", name, amount, "--role", "15-1232@OH", "--per", "hour" if name == "a" else "year")
    found = ask("offer", "list", "--sort", "amount", "--desc", "--columns", "name,amount,role,area,hours")
    assert found.out == "name\tamount\trole\tarea\thours\nb\t50000\t15-1232\tOH\t\na\t34.5\t15-1232\tOH\t\n"
    assert ask("offer", "list", "--limit", "1", "--no-header", "--columns", "name").out == "b\n"


WRONG = {
    ("offer", "drop", "acme"): (2, "offer: cannot “drop”"),
    ("offer", "add", "acme"): (2, "offer add: write careercli offer add NAME AMOUNT --role ROLE"),
    ("offer", "add", "acme", "1"): (2, "offer add needs --role ROLE"),
    ("offer", "remove"): (2, "offer remove: write careercli offer remove NAME"),
    ("offer", "list", "acme"): (2, "offer list: write careercli offer list"),
    ("offer", "list", "--role", "noc-tech"): (2, "--role, --area, --per, --hours and --note go with offer add"),
    ("offer", "add", "Acme!", "1", "--role", "noc-tech"): (2, "“Acme!” is not a name of an offer"),
    ("offer", "add", "acme", "a lot", "--role", "noc-tech"): (2, "the amount “a lot” is not an amount"),
    ("offer", "add", "acme", "60k", "--role", "noc-tech"): (
        2, "the amount “60k” is shortened; write it out, like 64000\n"
    ),
    ("offer", "add", "acme", "28.50", "--role", "noc-tech"): (
        2, "the amount “28.50” is too little per year; if it is per hour, write --per hour\n"
    ),
    ("offer", "add", "acme", "58000", "--role", "noc-tech", "--per", "hour"): (
        2, "the amount “58000” is too much per hour; if it is per year, write --per year\n"
    ),
    ("offer", "add", "acme", "28.5/hr", "--role", "noc-tech"): (
        2, "the amount “28.5/hr” says its period; write the amount here and --per year or --per hour beside it\n"
    ),
    ("offer", "beta", "68000"): (2, "offer: cannot “beta”; to add it: careercli offer add beta 68000 --role ROLE\n"),
    ("offer", "adde"): (2, "offer: cannot “adde”; did you mean add?\n"),
    ("offer", "add", "acme", "€60000", "--role", "noc-tech"): (2, "the amount “€60000” is in"),
    ("offer", "add", "acme", "nan", "--role", "noc-tech"): (2, "the amount “nan” is not an amount"),
    ("offer", "add", "acme", "1", "--role", "noc-tech", "--per", "day"): (2, "--per: cannot be “day”"),
    ("offer", "add", "acme", "1000", "--role", "noc-tech", "--hours", "200"): (2, "--hours: “200” is not a number"),
    ("offer", "add", "acme", "1000", "--role", "zzzz"): (1, "no role or occupation is named “zzzz”"),
    ("offer", "add", "acme", "1000", "--role", "noc-tech", "--area", "zzzz"): (1, "no place is named “zzzz”"),
    ("offer", "remove", "acme"): (1, "there is no offer “acme”; careercli offer add adds one"),
    ("offer", "list", "--columns", "pay"): (2, "--columns: offer list has no “pay”"),
    ("compare", "offer:acme", "noc-tech"): (1, "there is no offer “acme”; careercli offer add adds one"),
    ("show", "me"): (1, "FILE: no such file; careercli new --me makes it"),
}  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_what_is_wrong_is_told_in_one_line_and_changes_nothing(arguments: tuple[str, ...], ask: Ask, own: Path) -> None:
    code, message = WRONG[arguments]
    ask(*arguments).refuses(code, message.replace("FILE", str(own)))
    assert not own.exists()


def test_a_name_that_is_taken_is_refused(ask: Ask, own: Path) -> None:
    ask(*ADD)
    before = own.read_bytes()
    ask("offer", "add", "acme", "1000", "--role", "it-manager").refuses(
        1, "there is an offer acme; remove it first: careercli offer remove acme\n"
    )
    assert own.read_bytes() == before


def test_an_offer_named_without_its_prefix_is_hinted_at(ask: Ask) -> None:
    ask(*ADD)
    ask("show", "acme").refuses(1, "no role or occupation is named “acme”; did you mean offer:acme?\n")
    ask("compare", "Acme", "noc-tech").refuses(1, "no role or occupation is named “Acme”; did you mean offer:acme?\n")
    ask("offer", "acme").refuses(2, "offer: cannot “acme”; to see it: careercli show offer:acme\n")
    assert ask("offer", "remove", "offer:acme").code == 0


# The file


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o277])
def test_nobody_else_may_read_the_file_whatever_the_umask_is(mask: int, ask: Ask, own: Path) -> None:
    before = os.umask(mask)
    try:
        assert ask(*ADD).code == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    assert sorted(path.name for path in own.parent.iterdir()) == ["me.yaml"]


def test_a_file_that_others_could_read_is_private_after_a_change(ask: Ask, own: Path) -> None:
    write(own, "role: noc-tech\n")
    own.chmod(0o644)
    ask(*ADD)
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    assert own.read_text().startswith("role: noc-tech\n")


NAMING = ("offer list", "offer remove acme", "compare me noc-tech", "show offer:acme", shlex.join(ADD))
BROKEN = {
    "role: [": ":2:1: expected a value here",
    "offers: {acme: {amount: x, role: a}}": ":1:25: amount: “x” is not an amount",
    "zz\x1b: 1": ":1:3: file contains the control character U+001B",
    '"z\\e[31m": 1': ":1:1: unknown key “z\\u{1b}[31m”",
}


@pytest.mark.parametrize("text", BROKEN)
@pytest.mark.parametrize("line", NAMING)
def test_a_broken_file_is_told_in_one_line_and_stays_as_it_is(text: str, line: str, ask: Ask, own: Path) -> None:
    write(own, text)
    ask(*shlex.split(line)).refuses(1, f"{own}{BROKEN[text]}")
    assert own.read_text() == text


@pytest.mark.parametrize("line", ["compare noc-tech support-tech", "roles noc", "salary", "show noc-tech", "check"])
def test_a_broken_file_disturbs_nothing_that_does_not_name_it(line: str, ask: Ask, own: Path) -> None:
    write(own, "role: [")
    found = ask(*shlex.split(line))
    assert found.code == 0
    assert str(own) not in found.out + found.err


@pytest.mark.parametrize("kind", ["pipe", "folder", "dangling link", "loop"])
def test_what_is_no_file_is_refused_without_waiting(kind: str, ask: Ask, own: Path) -> None:
    own.parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(own)
    elif kind == "folder":
        own.mkdir()
    else:
        own.symlink_to("nowhere" if kind == "dangling link" else "me.yaml")
    for line in ("offer list", shlex.join(ADD)):
        ask(*shlex.split(line)).refuses(1, f"{own}: ")


@pytest.mark.parametrize("changes", [{"HOME": None}, {"HOME": "missing"}, {"XDG_CONFIG_HOME": "/dev/null"}])
def test_without_a_home_there_are_no_offers_and_none_is_kept(changes: dict[str, str | None], tmp_path: Path) -> None:
    known = {"XDG_CACHE_HOME": str(tmp_path / "cache"), **changes}
    if changes.get("HOME"):
        known["HOME"] = str(tmp_path / "missing")
    assert run("offer", "list", **known).out == COLUMNS
    added = run("offer", "add", "acme", "1000", "--role", "15-1232", **known)
    assert (added.code, added.out, added.err.count("\n")) == (1, "", 1)
    assert not (tmp_path / "missing").exists()


def test_offers_added_at_once_are_all_kept(tmp_path: Path, ask: Ask) -> None:
    known = environ(HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path / "config"))
    lines = [[*PROGRAM, "offer", "add", f"offer-{n}", "50000", "--role", "15-1232"] for n in range(6)]
    started = [subprocess.Popen(line, env=known, stderr=subprocess.DEVNULL) for line in lines]
    assert [process.wait(60) for process in started] == [0] * 6
    assert len(ask("offer", "list").lines) == 7


def test_other_commands_do_not_load_what_reads_the_file() -> None:
    program = (
        "import sys; from careercli.cli import run; run(sys.argv[1:]);"
        "print(*(name for name in sys.modules if 'moves' in name or name.endswith('.own_text')), file=sys.stderr)"
    )
    for line in ("compare noc-tech support-tech", "roles noc", "salary 15-1232", "--help"):
        ended = run(*line.split(), program=(sys.executable, "-c", program))
        assert ended.err == "\n", line


# As a column


SHORT = (
    "your own pay: offer acme, 68,000 a year, stands between the 25th percentile (55,640) and the median (70,080) of"
    " 15-1231 in Ohio, May 2025, base pay, if full-time all year; not clearly below the median; by the hour, 34.87"
    " stands between the median (33.69) and the 75th percentile (44.10); not clearly above the median."
)


def offer_row(answer: Any) -> Any:
    return next(row for row in answer.json["rows"] if row["field"] == "offer")


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "json", "ndjson", "md"])
@pytest.mark.parametrize("options", ["", "--adjust prices", "--per hour", "--full", "--long", "--transpose"])
def test_an_offer_is_compared_in_every_format(form: str, options: str, ask: Ask) -> None:
    ask(*ADD)
    found = ask("compare", "offer:acme", "noc-tech@OH", "support-tech@OH", "-f", form, *options.split())
    assert (found.code, found.err) == (0, "")
    assert "offer:acme@OH" in found.out or form == "ndjson"
    flat = " ".join(found.out.split())
    assert "25th" in flat


def test_a_comparison_says_where_an_offer_stands_in_each_occupation(ask: Ask) -> None:
    ask(*ADD)
    found = ask("compare", "offer:acme", "noc-tech@WA", "support-tech@OH", "-f", "json")
    assert SHORT in found.json["short"]
    assert found.json["roles"][0] == {
        "id": "offer:acme@OH", "title": "Network Operation Technician", "occupation": "15-1231", "area": "OH",
        "caveat": None,
    }  # fmt: skip
    row = offer_row(found)
    listed, hourly, position = row["cells"]["offer:acme@OH"]
    assert (listed["value"], listed["per"], listed["note"], listed["source"]) == (68000, "year", "on call", "me.yaml")
    assert (hourly["value"], hourly["basis"]) == (34.87, "calculated")
    assert hourly["derivation"] == "68,000 a year ÷ (52 × 37.5 hours)"
    assert position["value"] in SHORT
    (elsewhere,) = row["cells"]["noc-tech@WA"]
    assert (elsewhere["area"], "of 15-1231 in Ohio" in elsewhere["value"]) == ("OH", True)
    assert [each["population"] for each in row["cells"]["support-tech@OH"]] == ["15-1232", "43-4051"]
    assert {each["verdict"] for each in row["difference"].values()} == {"none"}


def test_official_figures_of_an_offer_are_not_told_as_the_offers_own(ask: Ask) -> None:
    ask(*ADD)
    found = ask("compare", "offer:acme", "it-manager@OH", "-f", "json").json["short"]
    assert found[0].startswith("pay: it-manager@OH pays more: ")
    assert "against the occupation of offer:acme@OH" not in found[0] or "(70,080)" in found[0]


def test_each_of_two_offers_for_one_occupation_stands_in_its_own_column(ask: Ask) -> None:
    ask(*ADD)
    ask("offer", "add", "globex", "50000", "--role", "noc-tech")
    ask("offer", "add", "desk", "50000", "--role", "help-desk")
    names = ("offer:acme", "offer:globex", "offer:desk", "noc-tech")
    cells = offer_row(ask("compare", *names, "-f", "json"))["cells"]
    stands = {
        id: [claim["item"] for claim in claims if claim.get("population") != "role"] for id, claims in cells.items()
    }
    assert stands == {
        "offer:acme@OH": ["acme", "desk"], "offer:globex": ["globex", "desk"],
        "offer:desk": ["acme", "globex", "desk"], "noc-tech": ["acme", "globex", "desk"],
    }  # fmt: skip


def test_your_own_pay_is_the_first_of_a_page_unless_an_order_is_asked(ask: Ask) -> None:
    ask(*ADD)
    own_first = ask("show", "offer:acme", "--section", "pay", "-f", "table")
    assert own_first.out.index("your own pay") < own_first.out.index("official median wage")
    asked = ask("show", "offer:acme", "--columns", "median,offer", "-f", "table")
    assert asked.out.index("official median wage") < asked.out.index("your own pay")
    assert ask("show", "offer:acme", "--section", "pay").cells[-1][1] == "offer"


def test_an_offer_stays_in_its_own_place(ask: Ask) -> None:
    ask(*ADD)
    assert ask("compare", "offer:acme", "noc-tech", "--area", "WA").cells[0][3:] == ["offer:acme@OH", "noc-tech@WA"]
    assert ask("show", "offer:acme@OH").cells[0][3:] == ["offer:acme@OH"]
    elsewhere = ask("show", "offer:acme@WA")
    assert (elsewhere.code, elsewhere.err) == (1, "careercli: offer:acme is in Ohio; name its role: noc-tech@WA\n")


def test_two_offers_are_never_ranked(ask: Ask) -> None:
    ask(*ADD)
    ask("offer", "add", "globex", "90000", "--role", "noc-tech", "--area", "OH")
    found = ask("compare", "offer:acme", "offer:globex", "--columns", "offer", "-f", "json")
    assert offer_row(found)["difference"]["offer:globex@OH"] == {
        "verdict": "none", "why": "where your own pay stands is no verdict",
    }  # fmt: skip
    cells = offer_row(found)["cells"]
    assert [sum("percentile" in str(claim["value"]) for claim in claims) for claims in cells.values()] == [1, 1]


def test_wages_of_an_offer_are_its_occupations_and_stderr_says_where_it_stands(ask: Ask) -> None:
    ask(*ADD)
    found = ask("salary", "offer:acme", "--area", "OH", "--area", "WA", "--columns", "role,area,source,median")
    assert [cells[0] for cells in found.cells[1:]] == ["offer:acme@OH"] * (len(found.cells) - 1)
    assert found.err == f"careercli: {SHORT.removeprefix('your own pay: ').removesuffix('.')}\n"
    everywhere = ask("salary", "offer:acme", "--area", "all")
    assert (everywhere.code, everywhere.out) == (2, "")


def test_no_list_holds_an_offer_that_is_not_named(ask: Ask) -> None:
    ask(*ADD)
    for line in ("roles", "roles acme", "salary", "salary --all", "compare noc-tech@OH support-tech@OH", "sources"):
        assert "acme" not in ask(*shlex.split(line)).out
        assert "68000" not in ask(*line.split(), "-f", "csv").out


def test_an_offer_is_no_profile(ask: Ask, own: Path) -> None:
    ask(*ADD)
    ask("show", "offer:acme", "-f", "yaml").refuses(1, f"offer:acme@OH is no profile; name its role, or see {own}\n")


# me


def test_me_works_right_after_the_file_is_made(ask: Ask, own: Path) -> None:
    made = ask("new", "--me")
    assert (made.code, made.out) == (0, "")
    assert made.err == f"careercli: wrote {own}; the role in it is an example: change it\n"
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    for form in FORMATS:
        found = ask("compare", "me", "noc-tech", "-f", form)
        assert (found.code, found.err) == (0, "")
        assert "me" in found.out


def test_the_file_is_never_written_over(ask: Ask, own: Path, tmp_path: Path) -> None:
    write(own, "role: noc-tech\n")
    again = ask("new", "--me")
    assert (again.code, again.err) == (0, f"careercli: {own} is there already and stays as it is\n")
    assert again.out.startswith("# Your own role and offers")
    assert own.read_text() == "role: noc-tech\n"
    other = tmp_path / "other.yaml"
    assert ask("new", "--me", "-o", str(other)).code == 0
    assert (other.read_text(), stat.S_IMODE(other.stat().st_mode)) == (again.out, 0o600)
    assert ask("new", "--me", "-o", str(other)).err == (
        f"careercli: {other}: file exists; remove it, or use another name\n"
    )
    assert ask("new", "my-role", "--me").code == 2


def test_me_is_the_own_role_in_the_own_place_with_what_the_file_says(ask: Ask, own: Path) -> None:
    write(own, "role: tech-support\narea: columbus oh\nwage: 52000\nwage_wanted: 70000\nskills: [Juggling]\n"
               "credentials: [CompTIA A+]\n")  # fmt: skip
    found = ask("show", "me", "-f", "json").json
    assert found["roles"][0]["id"] == "me@18140"
    row = next(row for row in found["rows"] if row["field"] == "offer")
    assert [claim["item"] for claim in row["cells"]["me@18140"] if claim.get("per") == "year"] == [
        "pay today",
        "pay wanted",
    ]
    assert found["short"][1].startswith(
        "your own pay: pay today, 52,000 a year, stands between the 25th percentile (49,520)"
    )
    assert "Pay wanted, 70,000 a year, stands" in found["short"][1]
    skills = next(row for row in found["rows"] if row["field"] == "skills")["cells"]["me@18140"]
    assert skills[0] == {"value": "Juggling", "population": "role", "source": "me.yaml"}


def test_me_without_a_role_is_what_the_file_says_alone(ask: Ask, own: Path) -> None:
    write(own, "skills: [python]\n")
    found = ask("compare", "me", "noc-tech", "--columns", "median,offer")
    assert (found.code, found.out) == (
        0, "section\tfield\tlabel\tme\tnoc-tech\npay\tmedian\tmedian wage\t\t76220\npay\toffer\tyour own pay\t\t\n"
    )  # fmt: skip
    assert found.err == (
        f"careercli: {own}: names no role, so me has no official figures; add a line such as role: noc-tech\n"
    )
    assert "pay: me: no occupation is known." in ask("compare", "me", "noc-tech", "-f", "json").json["short"]


@pytest.mark.parametrize(
    "text", ["", "# later\n", "area: OH\neducation: PhD\n", "offers: {a: {amount: 1000, role: x}}\n"]
)
@pytest.mark.parametrize("line", ["compare me noc-tech", "show me", "salary me", "similar me"])
def test_a_file_that_says_nothing_of_me_is_told_with_what_to_write(text: str, line: str, ask: Ask, own: Path) -> None:
    write(own, text)
    offered = "; offers are named like offer:a" if "offers" in text else ""
    said = f"{own}: names no role, wage or skills of yours; add a line such as role: noc-tech{offered}\n"
    ask(*line.split()).refuses(1, said)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("role: zzzz\n", ":1:1: no role or occupation is named “zzzz”"),
        ("role: me\n", ":1:1: no role or occupation is named “me”"),
        ("role: noc-tech\narea: zzzz\n", ":1:1: no place is named “zzzz”"),
        ("offers:\n  acme: {amount: 1000, role: 'offer:acme'}\n", ":2:3: no role or occupation is named “offer:acme”"),
    ],
)
def test_a_name_in_the_file_that_means_nothing_is_told_with_its_line(
    text: str, message: str, ask: Ask, own: Path
) -> None:
    write(own, text)
    ask("show", "offer:acme" if "offers" in text else "me").refuses(1, f"{own}{message}")


# Reserved names


def test_check_refuses_a_profile_that_takes_a_reserved_name(ask: Ask, profiles: Any) -> None:
    text = "title: Someone\nsources: {a: {publisher: A, date: unknown}}\n"
    folder = profiles(me=text, other=text.replace("Someone", "Offer:acme\naliases: [ME]"))
    found = ask("check", folder, "-f", "tsv", "--columns", "line,code,message,hint", "--no-header")
    assert found.code == 1
    assert found.out == (
        "1\tfile-name\tme is reserved for the file that careercli new --me makes\trename it, for example to"
        " my-role.yaml\n"
        "1\ttaken-name\t“Offer:acme” is reserved for a person's own role and offers\tuse another name\n"
        "2\ttaken-name\t“ME” is reserved for a person's own role and offers\tuse another name\n"
    )
