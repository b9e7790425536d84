"""careercli show: one role, its evidence and its profile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.formats import FORMATS
from careercli.official import releases
from tests.conftest import Ask
from tests.model.test_fields import BUNDLED_KEYS
from tests.program import Ended, run


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("show 29-1141 --section duties", "nothing is known of 29-1141 in duties; for what is, add --full, or --section"
         " moves"),
        ("show 15-1252 --section places,duties", "nothing is known of 15-1252 in places,duties; for what is, add"),
        ("compare 29-1141 15-1252 --columns family", "nothing is known of 29-1141 and 15-1252; for what is, add"),
        ("compare 29-1141 15-1252 --filter zzz", "--filter: no row has “zzz”"),
        ("compare 29-1141 29-1141@OH --section duties --differences", "--differences: no row differs"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["table", "tsv", "json"])
def test_an_answer_without_a_claim_says_so(line: str, said: str, form: str, ask: Ask) -> None:
    found = ask(*line.split(), "-f", form)
    assert found.code == 0
    assert found.err.startswith(f"careercli: {said}")
    assert found.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "more"), [("noc-tech", ", or --section duties"), ("29-1141", ", or --section moves"), ("55-1011", "")]
)
def test_the_section_advertised_has_something(name: str, more: str, ask: Ask) -> None:
    assert f"more: --full{more}; evidence" in ask("show", name, "-f", "table").out


def test_rows_are_those_of_a_comparison_of_one(ask: Ask) -> None:
    answer = ask("show", "noc-tech", "--full")
    assert answer.cells[0] == ["section", "field", "label", "noc-tech"]
    assert [cells[1] for cells in answer.cells[1:]] == BUNDLED_KEYS
    assert ask("show", "noc-tech", "-f", "json").json["baseline"] == "noc-tech"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("options", ["", "--full", "--section people", "--evidence", "--per hour", "--evidence --full"])
def test_every_format_answers_every_option(ask: Ask, form: str, options: str) -> None:
    answer = ask("show", "tech-support-rep", *options.split(), "-f", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out


def test_people_stand_only_where_they_are_asked_for(ask: Ask) -> None:
    for form in ("table", "tsv", "json", "md"):
        assert "Asian" not in ask("show", "noc-tech", "-f", form).out
        assert "Asian" not in ask("show", "noc-tech", "--evidence", "-f", form).out
        assert "Asian" in ask("show", "noc-tech", "--full", "-f", form).out


def test_shares_keep_their_unknown_part_and_their_printed_sum(ask: Ask) -> None:
    (row,) = ask("show", "noc-tech", "--columns", "race", "-f", "json").json["rows"]
    shares = {claim["item"]: claim["value"] for claim in row["cells"]["noc-tech"] if claim["source"] == "zippia"}
    assert shares["Unknown"] == 5.1
    assert round(sum(shares.values()), 1) == 100.1


# As a profile


def test_a_role_is_written_as_the_profile_it_came_from(ask: Ask, profiles: Callable[..., str]) -> None:
    answer = ask("show", "network operations technician", "-f", "yaml")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("title: Network Operation Technician\naliases:\n  - NOC technician\n")
    folder = profiles(noc_tech=answer.out)
    assert ask("show", "noc-tech", "-f", "yaml", "--roles", folder) == answer
    bundled = ask("show", "noc-tech", "--full", "-f", "json")
    assert ask("show", "noc-tech", "--full", "-f", "json", "--roles", folder) == bundled


@pytest.mark.parametrize("name", ["mine.yaml", "mine.yml", "MINE.YAML", "mine.txt"])
def test_a_file_of_yaml_is_a_profile(ask: Ask, tmp_path: Path, name: str) -> None:
    out = ask("show", "noc-tech", "-f", "yaml").out
    form = [] if name.lower().endswith("ml") else ["-f", "yaml"]
    answer = ask("show", "noc-tech", *form, "-o", str(tmp_path / name))
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8") == out


@pytest.mark.parametrize("line", ["compare noc-tech isp-tech", "roles", "salary noc-tech"])
def test_only_show_writes_a_profile(ask: Ask, tmp_path: Path, line: str) -> None:
    hint = "careercli show ROLE -f yaml writes a profile"
    ask(*line.split(), "-f", "yaml").refuses(2, f"--format: cannot be “yaml”; {hint}\n")
    path = str(tmp_path / "x.yml")
    ask(*line.split(), "-o", path).refuses(2, f"--output: cannot be “{path}”; {hint}\n")
    assert not Path(path).exists()


@pytest.mark.parametrize(
    "option",
    ["--full", "--section pay", "--evidence", "--per hour", "--columns median", "--sort median", "--desc", "--limit 0",
     "--no-header"],
)  # fmt: skip
def test_a_profile_is_written_whole(ask: Ask, tmp_path: Path, option: str) -> None:
    said = f"{option.split(maxsplit=1)[0]}: not allowed with -f yaml, which writes the whole profile\n"
    for form in (["-f", "yaml"], ["-o", str(tmp_path / "x.yaml")]):
        ask("show", "noc-tech", *option.split(), *form).refuses(2, said)
    assert not (tmp_path / "x.yaml").exists()


def test_everything_a_profile_leaves_no_choice_of_is_named(ask: Ask) -> None:
    answer = ask("show", "noc-tech", "--desc", "--full", "-f", "yaml")
    assert answer.err == "careercli: --full, --desc: not allowed with -f yaml, which writes the whole profile\n"


@pytest.mark.parametrize("name", ["15-1231", "Computer Network Support Specialists"])
def test_an_occupation_is_no_profile(ask: Ask, name: str) -> None:
    ask("show", name, "-f", "yaml").refuses(
        1, "15-1231 is an occupation and has no profile; start one with careercli new my-role\n"
    )


def test_a_source_called_like_a_release_keeps_its_name(ask: Ask, profiles: Callable[..., str]) -> None:
    release = releases.ALL[0].id
    text = f"title: Mine\n\nsources:\n  {release}:\n    publisher: Acme\n    date: unknown\n\nmajor: Networks\n"
    folder = profiles(mine=text)
    assert f"mine/{release}" in ask("show", "mine", "-f", "json", "--full", "--roles", folder).json["sources"]
    assert ask("show", "mine", "-f", "yaml", "--roles", folder).out == text


def test_a_profile_is_utf_8_or_nothing(profiles: Callable[..., str], tmp_path: Path) -> None:
    folder = profiles(mine="title: Café\n", plain="title: Cafe\n")
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    said = "careercli: a profile is UTF-8 but standard output is not; add -o mine.yaml\n"
    assert run("show", "mine", "-f", "yaml", "--roles", folder, **latin) == Ended(1, "", said)
    assert run("show", "plain", "-f", "yaml", "--roles", folder, **latin) == Ended(0, "title: Cafe\n", "")
    path = str(tmp_path / "out.yaml")
    assert run("show", "mine", "-o", path, "--roles", folder, **latin) == Ended(0, "", "")
    assert Path(path).read_bytes() == "title: Café\n".encode()


def test_help_says_that_yaml_is_of_show_alone(ask: Ask) -> None:
    assert ", yaml." in ask("show", "--help").out
    assert "yaml" not in ask("compare", "--help").out


def test_an_earlier_year_shows_the_newest_releases_of_then() -> None:
    shown = run("show", "15-1231", "--as-of", "2022", "-f", "table")
    assert (shown.code, shown.err) == (0, "")
    assert "Computer Network Support Specialists, as of 2022\n" in shown.out
    assert "the middle is 68,050 a year" in shown.out
    assert "OUTLOOK" not in shown.out
    assert "a BLS OEWS May 2022" in shown.out


NO_OHIO = "has no figures for Ohio; OEWS May 2025 has places"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--as-of", "2012"), 1, "--as-of: no release of 2012 or before is here; the first is of 2021"),
        (("--as-of", "19"), 1, "--as-of: “19” is not a year, such as 2019"),
        (("--as-of", "2022", "--adjust", "prices"), 2, "--as-of: not allowed with --adjust"),
        (("--as-of", "2022", "-f", "yaml"), 2, "--as-of: not allowed with -f yaml"),
        (("--as-of", "2012", "--area", "OH"), 1, "--as-of: no release of 2012 or before is here; the first is of 2021"),
        (("--as-of", "2022", "--area", "OH"), 1, f"15-1231: OEWS May 2022 {NO_OHIO}"),
        (("--as-of", "2024", "--area", "OH", "--section", "pay"), 1, f"15-1231: OEWS May 2024 {NO_OHIO}"),
    ],
)
def test_what_no_earlier_release_has_is_one_line(arguments: tuple[str, ...], code: int, message: str) -> None:
    assert run("show", "15-1231", *arguments) == Ended(code, "", f"careercli: {message}\n")


def test_a_place_is_shown_as_of_a_year_whose_wages_are_here() -> None:
    shown = run("show", "15-1231@OH", "--as-of", "2025", "-f", "table").out
    assert "Computer Network Support Specialists, as of 2025, Ohio" in shown
    assert "the middle is 70,080 a year" in shown


def test_a_role_as_of_a_year_is_its_occupation() -> None:
    shown = run("show", "noc-tech", "--as-of", "2024", "--columns", "median")
    assert shown.out == run("show", "15-1231", "--as-of", "2024", "--columns", "median").out
    assert shown.err == (
        "careercli: --as-of: only official figures have years; shown is 15-1231 Computer Network Support Specialists\n"
    )


SAID = {
    "ccna": "no role or occupation is named “ccna”; profiles name it as a skill or certification: careercli roles ccna",
    "lawer": "no role or occupation is named “lawer”; did you mean 23-1011 Lawyers (median 159,670)?",
    "work from home": "no role or occupation is named “work from home”",
}


@pytest.mark.parametrize("typed", SAID)
def test_a_name_of_nothing_is_answered_with_what_it_may_be(typed: str, ask: Ask) -> None:
    assert ask("show", typed).err == f"careercli: {SAID[typed]}\n"


def test_a_short_form_of_two_letters_is_asked_about(ask: Ask) -> None:
    assert ask("show", "dr").err.startswith("careercli: “dr” may be 29-1216 General Internal Medicine Physicians (")


@pytest.mark.parametrize(("typed", "meant"), [("noc", "noc-tech"), ("NOC analyst", "15-1231"), ("sde", "15-1252")])
def test_a_reviewed_name_is_the_role_whose_id_begins_with_it(typed: str, meant: str, ask: Ask) -> None:
    answer = ask("show", typed)
    assert (answer.code, answer.cells[0][-1]) == (0, meant)
    assert answer.err.startswith(f"careercli: “{typed}” is read as {meant}")
