"""careercli match."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ask

WELDER = "title: Weaver\nsources: {s: {publisher: Someone, title: A, date: '2024'}}\nskills: [loom setting]\n"


def test_a_role_is_found_by_its_own_profile(ask: Ask, profiles: Callable[..., str]) -> None:
    found = ask("match", "--skills", "Loom setting, dowsing", "--roles", profiles(weaver=WELDER))
    assert found.err == "careercli: no source names “dowsing”\n"
    assert found.cells == [
        ["role", "title", "score", "matched", "missing", "median", "entry_education", "job_zone", "caveat", "area"],
        ["weaver", "Weaver", "10.5", "Loom setting", "dowsing", "", "", "", "", "US"],
    ]


def test_matches_for_people(ask: Ask, profiles: Callable[..., str]) -> None:
    found = ask("match", "--skills", "loom setting", "--roles", profiles(weaver=WELDER), "-f", "table", "--explain",
                width=60)  # fmt: skip
    assert (
        found.out
        == """\
score  role                                           median
 10.5  Weaver (weaver)                                     —
       has loom setting; —
       loom setting: loom setting, in the profile; 1 of 946
       occupations and profiles name it: log2(1 + 3 × 946
       ÷ 1 ÷ 2) = 10.5
score: the more and the rarer the skills, the higher; it
says nothing of how well you know them
median in US dollars a year, BLS OEWS May 2025; names of
skills from profiles and O*NET 30.2
"""
    )


def test_a_place_and_a_wage_are_obeyed(ask: Ask) -> None:
    found = ask("match", "--skills", "ccna, linux", "--min-wage", "80000", "--area", "OH",
                "--columns", "role,median,area,matched")  # fmt: skip
    assert found.cells[1][0] == "network-engineer@OH"
    assert found.cells[1][3] == "ccna, linux"
    for role, median, area, _ in found.cells[1:]:
        assert (role.endswith("@OH"), area) == (True, "OH")
        assert int(median.removeprefix(">=")) >= 80_000


def test_nothing_matches_is_a_header_and_no_error(ask: Ask) -> None:
    found = ask("match", "--skills", "linux", "--min-wage", "9000000", "--columns", "role,score")
    assert (found.code, found.out, found.err) == (0, "role\tscore\n", "careercli: nothing matches\n")
    assert ask("match", "--skills", "qqzzqq", "-f", "json").out == "[]\n"


def test_a_doubtful_role_carries_its_sign(ask: Ask) -> None:
    lines = ask("match", "--skills", "sql, customer service, java", "-f", "table", "--limit", "1", width=80).lines
    assert lines[1].endswith("61,860 ?")
    assert "? support-tech: perhaps 43-4051, customer service" in lines


def test_the_arithmetic_adds_up(ask: Ask) -> None:
    for row in ask("match", "--skills", "sql, java", "--explain", "-f", "json", "--limit", "5").json:
        parts = [float(part.rpartition("= ")[2]) for part in row["explain"].split(" | ")]
        assert sum(parts) == pytest.approx(row["score"], abs=0.11)


INTERESTS = {"social": "social", "S": "social", "SE": "social, enterprising", "inv, r": "investigative, realistic"}


@pytest.mark.parametrize("asked", INTERESTS)
def test_interests_are_named_by_word_beginning_or_letter(asked: str, ask: Ask) -> None:
    one = ask("match", "--skills", "linux", "--interests", asked)
    assert one.code == 0
    assert one.out == ask("match", "--skills", "linux", "--interests", INTERESTS[asked]).out


WRONG = {
    ("match",): (2, "match needs me, or --skills"),
    ("match", "--skills", " , "): (2, "match needs me, or --skills"),
    ("match", "--skills", ",".join(map(str, range(51)))): (2, "match needs me, or --skills"),
    ("match", "--skills", "sql", "--job-zone", "6"): (2, "--job-zone: a number from 1 to 5"),
    ("match", "--skills", "sql", "--interests", "boring"): (2, "--interests: cannot be “boring”; use realistic,"),
    ("match", "--skills", "sql", "--min-wage", "lots"): (2, "--min-wage: “lots” is no amount of dollars a year"),
    ("match", "--skills", "sql", "--sort", "socre"): (2, "--sort: match has no “socre”; did you mean score?"),
    ("match", "--skills", "sql", "--area", "qqqq"): (1, "no place is named “qqqq”"),
}


@pytest.mark.parametrize("command", WRONG, ids=lambda command: " ".join(command)[:60])
def test_what_cannot_be_asked_is_said_in_one_line(command: tuple[str, ...], ask: Ask) -> None:
    ask(*command).refuses(*WRONG[command])


HOSTILE = (
    "\x1b[31mred", "%", "_", "'; drop table element; --", '"a" NEAR b*', "\udcff", "a" * 5000, "(a+)+$[", "\0",
    "\U0010ffff", "\ud7ffabcd",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_any_text_may_be_a_skill(text: str, ask: Ask) -> None:
    found = ask("match", "--skills", text, "--limit", "2")
    assert found.code == 0
    assert "\x1b" not in found.out + found.err


def test_me_is_the_skills_credentials_and_place_of_the_private_file(ask: Ask, tmp_path: Path) -> None:
    private = tmp_path / "config" / "careercli" / "me.yaml"
    private.parent.mkdir(parents=True)
    private.write_text("area: OH\nskills: [sql, java]\ncredentials: [CCNA]\n")
    of_me = ask("match", "me", "--skills", "linux", "--limit", "5")
    assert of_me == ask("match", "--skills", "sql, java, CCNA, linux", "--area", "OH", "--limit", "5")
    private.write_text("area: OH\n")
    assert "names no skills" in ask("match", "me").err
    assert ask("match", "you").code == 2


MEANT = {
    "epic": "epic (Epic Systems)",
    "adobe": "adobe (Adobe Photoshop)",
    "sales": "sales (Sales and Marketing)",
    "math": "math (Mathematics)",
    "med math": "med math",
    "law": "law (Law and Government)",
}
"""What the first match has of a skill as it was typed."""


@pytest.mark.parametrize("typed", MEANT)
def test_makers_and_fields_of_knowledge_come_before_words_within_names_of_products(typed: str, ask: Ask) -> None:
    found = ask("match", "--skills", typed, "--columns", "matched", "--no-header")
    assert found.err == ""
    assert found.lines[0] == MEANT[typed]


def test_of_alike_scores_the_one_rated_highest_comes_first(ask: Ask) -> None:
    assert ask("match", "--skills", "math", "--columns", "role", "--no-header").lines[0] == "15-2021"


@pytest.mark.parametrize("typed", ["nursing", "phlebotomy", "ux", "icu", "patient care", "machine learning"])
def test_a_word_of_job_titles_is_no_skill_and_the_way_to_jobs_is_said(typed: str, ask: Ask) -> None:
    found = ask("match", "--skills", typed, "--columns", "role")
    assert found.lines == ["role"]
    assert found.err == f"careercli: “{typed}”: in job titles, no named skill; see careercli roles {typed}\n"
    assert len(ask("roles", typed).cells) > 1


def test_a_short_word_is_not_corrected(ask: Ask) -> None:
    assert ask("match", "--skills", "acls").err == "careercli: no source names “acls”\n"
