"""Warnings about legal but doubtful values: the limit of each, and the notes that silence them."""

import pytest

from careercli.profiles.checks.rules import cut_values, warnings
from careercli.profiles.files import lines_of
from careercli.profiles.reading import examine
from tests.profiles.mistakes import claim


def doubted(text: str) -> list[str]:
    """Return the warnings about a profile that is valid except perhaps for its last lines, which are `text`."""
    return of_profile(claim(text))


def of_profile(text: str) -> list[str]:
    reading = examine(text.encode(), "x.yaml")
    found = list(warnings(reading))
    assert all(problem.is_warning and problem.hint for problem in found)
    return [problem.message for problem in found]


CUT = [
    ("tools: Cisco #9300", ["“#9300” is a comment, not a part of the value"]),
    ("major: {value: Acme #1\n  }", ["“#1” is a comment, not a part of the value"]),
    ("tools: Cisco # the usual", []),
    ("tools: Cisco ### the usual", []),
    ("tools: C#", []),
    ('tools: "Cisco #9300"', []),
    ('tools: "Cisco" #9300', []),
    ("tools: |\n  Cisco #9300", []),
    ("#tools: Cisco", []),
]


@pytest.mark.parametrize(("text", "found"), CUT)
def test_a_comment_that_may_be_a_part_of_the_value_is_doubted(text: str, found: list[str]) -> None:
    data = claim(text).encode()
    problems = list(cut_values(examine(data, "x.yaml"), lines_of(data)))
    assert [problem.message for problem in problems] == found
    assert all(problem.is_warning and problem.hint for problem in problems)


# Shares


@pytest.mark.parametrize(
    ("shares", "total"),
    [
        ("{Male: 50%, Female: 50%}", ""),
        ("{Male: 60.3%, Female: 40.2%}", ""),
        ("{Male: 83.7%, Female: 16.8%}", ""),
        (
            "{a: 11.1, b: 2.4, c: 12.5, d: 11.7, e: 10.7, f: 3.6, g: 8.8, h: 39.7}",
            "",
        ),  # 100.50000000000001 in floating point
        ("{Male: 60.3%, Female: 40.21%}", "100.51"),
        ("{Male: 60%, Female: 41%}", "101"),
        ("{" + ", ".join(f"s{n}: 0.1" for n in range(1005)) + "}", ""),
        ("{" + ", ".join(f"s{n}: 0.1" for n in range(1006)) + "}", "100.6"),
        ("{Male: 10%}", ""),
        ("{Male: 100%, Female: 100%}", "200"),
    ],
)
def test_shares_may_pass_the_whole_by_half_a_point(shares: str, total: str) -> None:
    said = [f"the shares of gender add up to {total} %"] if total else []
    assert doubted(f"gender: {shares}") == said


def test_shares_are_added_up_for_each_statement() -> None:
    assert doubted("gender: {Male: 60}\nrace: {White: 60}") == []
    assert doubted("gender: [{Male: 60}, {value: {Male: 60}, date: 2020}]") == []
    assert doubted("gender: [{Male: 60}, {value: {Male: 60}, level: entry}]") == []
    assert doubted("gender: [{Male: 60}, {Female: 60}]") == ["the shares of gender add up to 120 %"]


def test_what_is_no_share_of_a_whole_is_not_added_up() -> None:
    assert doubted("skills: {Switches: 90%, Routing: 80%}\nlgbt: [60%, 60%]") == []


# Periods


def test_a_growth_has_no_period_of_its_own() -> None:
    assert doubted("growth: 5%") == ["growth has no period"]
    assert doubted("growth: [5%, {value: 6%, note: By 2034.}, 7%]") == ["growth has no period"] * 2


def test_a_row_of_wages_without_a_period_is_told_once() -> None:
    assert doubted("wages: {low: $1, median: $2, high: $3}") == ["row of wages has no period"]
    two = "wages: [{median: $1}, {level: entry, median: $1}]"
    assert doubted(two) == ["row of wages has no period"] * 2


@pytest.mark.parametrize("row", ["per: week", "perr: year", "per: ", "per: [year]"])
def test_a_period_that_is_wrong_is_not_missing_too(row: str) -> None:
    assert doubted(f"wages: {{median: $52000, {row}}}") == []


# The minimum wage


@pytest.mark.parametrize(
    ("row", "is_below"),
    [
        ("per: hour, low: $7.25", False),
        ("per: hour, low: $7.24", True),
        ("per: hour, low: $0", True),
        ("per: year, low: $15080", False),
        ("per: year, low: '$15,079.99'", True),
        ("per: year, low: around $52", True),
        ("per: year, low: up to $52", True),
        ("per: year, low: under $52", True),
        ("per: year, low: over $52", False),
        ("per: year, low: at least $52", False),
        ("per: year, low: $52+", False),
        ("per: year, low: EUR 52", False),
        ("per: hour, currency: CAD, low: $5", False),
        ("per: hour, currency: USD, low: 5", True),
    ],
)
def test_less_than_the_minimum_wage_is_doubted(row: str, is_below: bool) -> None:
    said = ["low is below the US federal minimum wage of 7.25 an hour"] if is_below else []
    assert doubted(f"wages: {{{row}}}") == said


# Hours and years


@pytest.mark.parametrize(
    ("hour", "year", "differs"),
    [
        ("$25", "$52000", False),
        ("$25.50", "$52000", False),  # 53,040 is 2 % over
        ("$25.51", "$52000", True),
        ("$24.50", "$52000", False),  # 50,960 is 2 % under
        ("$24.49", "$52000", True),
        ("around $20", "$52000", True),
        ("$20", "around $52000", True),
        ("over $20", "$52000", False),
        ("at least $30", "$52000", True),
        ("up to $30", "$52000", False),
        ("under $20", "$52000", True),
        ("$30", "over $52000", False),
        ("$20", "over $52000", True),
        ("$20", "at most $52000", False),
        ("$30", "at most $52000", True),
        ("over $20", "at least $52000", True),
        ("up to $20", "under $52000", True),
        ("over $20", "under $52000", False),
        ("over $30", "under $52000", True),
        ("EUR 20", "$52000", False),
        ("EUR 20", "EUR 52000", True),
    ],
)
def test_an_hour_and_a_year_of_one_source_may_lie_two_percent_apart(hour: str, year: str, differs: bool) -> None:
    rows = [f"{{per: hour, mean: {hour}}}", f"{{per: year, mean: {year}}}"]
    for ordered in (rows, rows[::-1]):
        said = doubted(f"wages: [{', '.join(ordered)}]")
        assert [message.startswith("mean: ") for message in said] == [True] * differs


@pytest.mark.parametrize("other", ["level: entry", "population: 15-1231", "area: TX", "date: 2020", "source: page"])
def test_only_figures_of_one_thing_are_compared(other: str) -> None:
    sources = "sources: {site: {publisher: P, date: unknown}, page: {publisher: Q, date: unknown}}"
    text = f"title: A\n{sources}\nwages: [{{per: hour, mean: $20}}, {{per: year, mean: $60000, OTHER}}]\n"
    assert len(of_profile(text.replace(", OTHER", ""))) == 1
    assert of_profile(text.replace("OTHER", other)) == []


def test_figures_of_other_statistics_are_not_compared() -> None:
    assert doubted("wages: [{per: hour, mean: $20}, {per: year, median: $60000}]") == []


# Dates


UNDATED = ["source s has no date"]


@pytest.mark.parametrize(
    ("source", "major", "said"),
    [
        ("publisher: P", "B", UNDATED),
        ("publisher: P, caveat: three reviews", "B", UNDATED),
        ("publisher: P, date: unknown", "B", []),
        ("publisher: P, date: 2024", "B", []),
        ("publisher: P, date: never", "B", []),
        ("publisher: P, note: No date is printed.", "B", []),
        ("publisher: P", "{value: B, date: 2024}", []),
        ("publisher: P", "{value: B, date: unknown}", []),
        ("publisher: P", "{value: B, note: Of last year.}", []),
        ("publisher: P", "{value: B, area: TX}", UNDATED),
        ("publisher: P", "[B, C, D]", UNDATED),
        ("publisher: P", "{missing: Not said.}", UNDATED),
        ("publisher: P", "{value: B, date: never}", UNDATED),
        ("publisher: P, dates: 2024", "B", []),
    ],
)
def test_a_source_that_is_relied_on_has_a_date_or_says_that_it_has_none(
    source: str, major: str, said: list[str]
) -> None:
    assert of_profile(f"title: A\nsources: {{s: {{{source}}}}}\nmajor: {major}\n") == said


# What silences them


@pytest.mark.parametrize("silenced_by", ["note: As printed.", "caveat: as printed"])
@pytest.mark.parametrize(
    "text",
    [
        "gender: {value: {Male: 90, Female: 20}, SAID}",
        "growth: {value: 5%, SAID}",
        "wages: {median: $52000, SAID}",
        "wages: {per: hour, median: $2.13, SAID}",
        "wages: [{per: hour, mean: $20, SAID}, {per: year, mean: $60000}]",
        "wages: [{per: hour, mean: $20}, {per: year, mean: $60000, SAID}]",
    ],
)
def test_a_note_or_a_caveat_on_the_claim_says_that_it_is_known(text: str, silenced_by: str) -> None:
    assert len(doubted(text.replace(", SAID", ""))) == 1
    assert doubted(text.replace("SAID", silenced_by)) == []


def test_a_note_on_the_source_says_nothing_of_its_claims() -> None:
    assert of_profile("title: A\nsources: {s: {publisher: P, date: 2024, note: N}}\ngrowth: 5%\n") == [
        "growth has no period"
    ]


def test_what_is_missing_is_not_doubted() -> None:
    assert doubted("growth: {missing: None given.}\nwages: {missing: None given.}\ngender: {missing: No.}") == []


def test_caveats_are_told_beside_mistakes_of_other_lines() -> None:
    assert doubted("growth: 5%\nage: old\ngender: {Male: 90, Female: 20}") == [
        "the shares of gender add up to 110 %",
        "growth has no period",
    ]


def test_what_may_come_of_a_mistake_is_not_doubted() -> None:
    """A comma in braces truncates the amount; this gives one error and no warning."""
    assert doubted("wages: {per: year, median: $52,000}") == []


def test_a_file_that_cannot_be_read_is_not_doubted() -> None:
    assert of_profile("title: [\n") == []
    assert of_profile("- a\n") == []
