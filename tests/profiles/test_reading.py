"""Valid profiles: every form that the format allows, and the role it gives."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from careercli.errors import ProfileError
from careercli.model import fields
from careercli.model.claims import Claim, Role, Source
from careercli.profiles.reading import read_text
from tests.make import role_in

SITE = Source("site", "Site", as_of="2024-05", area="US", method="survey")
HEAD = """\
title: A Role
sources:
  site: {publisher: Site, date: 2024-05, area: US, method: survey}
  page: {publisher: Page, url: https://page.example/a}
"""


def read(text: str) -> Role:
    return read_text(text.encode(), "roles/a-role.yaml")


def claims(text: str) -> list[Claim]:
    """Return the claims of a profile with two sources: site (May 2024, US) and page (no date or area)."""
    return list(read(HEAD + text).own)


def said(text: str) -> list[tuple[str, object]]:
    """Return the items and values of these claims."""
    return [(claim.item, claim.value) for claim in claims(text)]


# The role


def test_a_title_is_all_a_profile_needs() -> None:
    assert read("title: A Role\n") == Role("a-role", "A Role", (), "", ())


def test_a_role_has_aliases_an_occupation_and_a_caveat_about_it() -> None:
    role = read("title: A\naliases: [B, the C]\noccupation: 15-1231\noccupation_note: Our reading.\n")
    assert (role.aliases, role.occupation, role.occupation_note) == (("B", "the C"), "15-1231", "Our reading.")
    assert role.occupation_caveat == ""


def test_the_few_words_of_the_caveat_stand_by_themselves() -> None:
    role = read("title: A\noccupation: 15-1231\noccupation_note: Our reading.\noccupation_caveat: perhaps 15-1244\n")
    assert (role.occupation_note, role.occupation_caveat) == ("Our reading.", "perhaps 15-1244")
    assert read("title: A\noccupation_caveat: perhaps it is\noccupation: 15-1231\n").occupation_note == ""


@pytest.mark.parametrize("codes", ["15-1244", "[15-1244]", "[15-1244.00]"])
def test_other_occupations_that_it_may_belong_to_are_codes(codes: str) -> None:
    role = read(f"title: A\noccupation: 15-1231\noccupation_caveat: b\noccupation_alternatives: {codes}\n")
    assert role.occupation_alternatives == ("15-1244",)


def test_one_alias_needs_no_list() -> None:
    assert read("title: A\naliases: B\n").aliases == ("B",)


@pytest.mark.parametrize("path", ["x.yaml", "/a/b/x.yaml", "../x.yml", "x.YAML"])
def test_the_id_is_the_name_of_the_file(path: str) -> None:
    assert read_text(b"title: A\n", path).id == "x"


def test_a_file_is_read_from_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("title: A\n")
    (tmp_path / "linked.yaml").symlink_to("real.yaml")
    assert role_in(str(tmp_path / "linked.yaml")).id == "linked"


# Sources


def test_a_source_says_who_when_where_and_how() -> None:
    role = read("""\
title: A
sources:
  bls:
    publisher: BLS
    title: OEWS
    url: https://bls.example/oes
    release: May 2024
    date: 2024-05
    area: US
    method: survey
    license: public domain
    note: Wages only.
major: B
""")
    assert role.own[0].source == Source(
        "bls", "BLS", "OEWS", "https://bls.example/oes", "May 2024", "2024-05", "US", "public domain", "survey",
        note="Wages only.",
    )  # fmt: skip


def test_a_source_may_have_a_caveat_and_nobody_behind_it() -> None:
    text = "title: A\nsources: {s: {publisher: unknown, title: A leaflet, caveat: pre-2009}}\nmajor: B\n"
    source = read(text).own[0].source
    assert (source.publisher, source.title, source.caveat) == ("", "A leaflet", "pre-2009")
    assert source.publisher_or_title == "“A leaflet”"
    assert Source("s", "P", "T").publisher_or_title == "P"


def test_a_statement_and_a_row_of_wages_may_have_a_caveat() -> None:
    (growth,) = claims("growth: {value: 5%, caveat: no period given, note: Longer.}")
    assert (growth.caveat, growth.note) == ("no period given", "No period given. Longer.")
    found = claims("wages: [{per: year, low: $1, high: $2, caveat: guessed}, {per: year, mean: $3}]")
    assert [claim.caveat for claim in found] == ["guessed", "guessed", ""]


def test_the_first_source_says_whatever_names_no_other() -> None:
    assert claims("major: B") == [
        Claim("major", "B", SITE, as_printed="B", area="US", as_of="2024-05", method="survey"),
    ]


def test_a_claim_takes_date_area_and_method_from_the_source_it_names() -> None:
    page = Source("page", "Page", url="https://page.example/a")
    assert claims("major: {value: B, source: page}") == [Claim("major", "B", page, as_printed="B")]


def test_a_claim_may_say_when_where_of_whom_and_how_itself() -> None:
    assert claims(
        "major: {value: B, date: 2020, area: TX, population: 15-1232, method: model, level: entry, note: Rounded.}"
    ) == [
        Claim("major", "B", SITE, as_printed="B", experience="entry", area="TX", as_of="2020", population="15-1232",
              method="model", note="Rounded."),
    ]  # fmt: skip


def test_an_unknown_date_is_not_that_of_the_source() -> None:
    assert claims("major: {value: B, date: unknown}")[0].as_of == ""


def test_sources_may_follow_what_they_say() -> None:
    assert read("major: B\nsources: {s: {publisher: P}}\ntitle: A\n").own[0].source.publisher == "P"


# Fields


def test_a_claim_without_a_figure_keeps_the_reason() -> None:
    (claim,) = claims("satisfaction: {missing: The page prints a dash.}")
    assert (claim.value, claim.as_printed, claim.note) == (None, "", "The page prints a dash.")


def test_a_field_may_hold_what_several_sources_say() -> None:
    text = "major:\n  - B\n  - {value: C, source: page}\n  - {missing: Not asked., source: page}\n"
    assert [(claim.value, claim.source.id) for claim in claims(text)] == [("B", "site"), ("C", "page"), (None, "page")]


def test_a_list_is_one_claim_an_entry() -> None:
    assert said("tools: [pliers, label maker]") == [("", "pliers"), ("", "label maker")]


def test_a_list_may_have_a_note() -> None:
    (first, second) = claims("tools:\n  note: Partly.\n  value:\n    - pliers\n    - tester\n")
    assert (first.value, first.note, second.value, second.note) == ("pliers", "Partly.", "tester", "Partly.")


def test_an_entry_of_a_list_may_have_a_name() -> None:
    assert said("soft_skills: {Patience: staying calm}") == [("Patience", "staying calm")]


def test_shares_are_percents_of_items() -> None:
    (claim, _) = claims("gender: {Male: 83.7%, Female: 16.3}")
    assert (claim.item, claim.value, claim.as_printed, claim.statistic) == ("Male", 83.7, "83.7%", "share")
    assert said("gender: {Male: 83.7%, Female: 16.3}") == [("Male", 83.7), ("Female", 16.3)]


def test_shares_may_have_a_note() -> None:
    text = "gender:\n  note: Undated.\n  value: {Male: 84%}\n"
    assert [(claim.item, claim.note) for claim in claims(text)] == [("Male", "Undated.")]


def test_skills_have_a_percent_a_text_or_neither() -> None:
    assert said("skills: {Switches: 5%, Routing: often}") == [("Switches", 5), ("Routing", "often")]
    assert said("skills: [Switches, Routing]") == [("", "Switches"), ("", "Routing")]


def test_links_are_ids_with_titles() -> None:
    (claim,) = claims("next_roles: {network-engineer: Network Engineer}")
    assert (claim.value, claim.as_printed, claim.item) == ("network-engineer", "Network Engineer", "")


def test_links_may_branch_and_carry_a_note() -> None:
    text = """\
next_roles:
  note: Drawn by hand.
  value:
    noc-tech: NOC Technician
    up:
      network-engineer: Network Engineer
      noc-tech: NOC Technician
"""
    assert [(claim.item, claim.value, claim.as_printed, claim.note) for claim in claims(text)] == [
        ("", "noc-tech", "NOC Technician", "Drawn by hand."),
        ("up", "network-engineer", "Network Engineer", "Drawn by hand."),
        ("up", "noc-tech", "NOC Technician", "Drawn by hand."),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("jobs: 68,874", 68_874),
        ('jobs: "68,874"', 68_874),
        ("jobs: 0", 0),
        ("jobs: 999999999999999999", 999_999_999_999_999_999),
        ("growth: 5%", 5),
        ("growth: 5 %", 5),
        ("growth: -3.5", -3.5),
        ("growth: +120%", 120),
        ("lgbt: 9%", 9),
        ("age: 43", 43),
        ("age: 043", 43),
        ("age: 43.50", 43.5),
    ],
)
def test_a_number_is_read_as_it_is_printed(text: str, value: object) -> None:
    (claim,) = claims(text)
    assert claim.value == value
    assert type(claim.value) is type(value)


# Words that other YAML parsers convert to other types


@pytest.mark.parametrize(
    "word",
    [
        "no", "NO", "yes", "on", "off", "y", "n", "1:30", "12:30:45", "1_000", "2024-05-01", "2024-05-01T10:00:00Z",
        "0b101", "1.2.3", "=", "nullable", "~5", "v1", "1e", "0x", "-", "truely", "NaN", "inf", "--- a",
    ],
)  # fmt: skip
def test_a_text_stays_the_text_it_is(word: str) -> None:
    quote = "'" if word in ("=", "-", "--- a") else ""
    assert said(f"major: {quote}{word}{quote}") == [("", word)]


@pytest.mark.parametrize("word", ["true", "null", "~", "12", "1e5", "0o14", ".inf", "no"])
def test_a_text_in_quotes_is_always_text(word: str) -> None:
    assert said(f'major: "{word}"') == [("", word)]
    assert said(f"major: '{word}'") == [("", word)]
    assert said(f"major: |-\n  {word}") == [("", word)]


def test_a_text_may_run_over_lines() -> None:
    assert said("summary: >-\n  Helps\n  people.\n") == [("", "Helps people.")]
    assert said("summary: |\n  Helps.\n  Listens.\n") == [("", "Helps.\nListens.")]
    assert said("summary: Helps\n  people.\n") == [("", "Helps people.")]


def test_a_text_may_be_as_long_as_five_thousand_characters() -> None:
    assert said("summary: " + "x" * 5_000) == [("", "x" * 5_000)]


def test_control_characters_written_as_escapes_are_kept() -> None:
    assert said('major: "\\e[31m\\x9b\\0\\u202e"') == [("", "\x1b[31m\x9b\0\u202e")]


@pytest.mark.parametrize(
    "word", ["[/] [red] :skull:", "=1+1", "<script>", "{{x}} ${x} %s", "日本語 עברית العربية 👩🏽\u200d🚒"]
)
def test_a_text_may_be_any_writing(word: str) -> None:
    assert said(f"major: '{word}'") == [("", word)]


# Wages


def wages(row: str) -> list[tuple[str, object, str, str, str, str]]:
    return [(c.field, c.value, c.bound, c.currency, c.period, c.as_printed) for c in claims(f"wages:\n  - {{{row}}}")]


def test_a_row_of_wages_is_a_claim_for_each_amount() -> None:
    assert claims("wages:\n  - per: hour\n    level: entry\n    mean: $15\n    note: N\n") == [
        Claim("mean", 15, SITE, as_printed="$15", statistic="mean", experience="entry", period="hour", currency="USD",
              area="US", as_of="2024-05", method="survey", note="N"),
    ]  # fmt: skip


def test_wages_of_one_row_need_no_list() -> None:
    assert [claim.value for claim in claims("wages:\n  per: year\n  low: $41,000\n  high: $99,000\n")] == [
        41_000,
        99_000,
    ]


def test_the_fields_of_wages_are_all_there() -> None:
    row = "per: year, currency: USD, " + ", ".join(f"{key}: 50000" for key in fields.WAGES)
    assert tuple(claim[0] for claim in wages(row)) == fields.WAGES


def test_an_amount_may_be_a_bound() -> None:
    assert wages('per: year, low: "around $36,000", high: "over $82,000"') == [
        ("low", 36_000, "~", "USD", "year", "around $36,000"),
        ("high", 82_000, ">", "USD", "year", "over $82,000"),
    ]


def test_a_range_of_bounds_is_inverted_only_where_that_is_certain() -> None:
    assert len(wages('per: year, p75: "up to $90", p90: $80')) == 2
    assert len(wages('per: year, p75: $90, p90: "over $80"')) == 2
    assert len(wages("per: year, p75: $90, p90: $90")) == 2


def test_an_amount_may_have_cents_and_any_currency() -> None:
    assert wages("per: hour, estimate: $30.90") == [("estimate", 30.9, "", "USD", "hour", "$30.90")]
    assert wages("per: year, mean: €52000") == [("mean", 52_000, "", "EUR", "year", "€52000")]
    assert wages("per: year, mean: CHF 90000") == [("mean", 90_000, "", "CHF", "year", "CHF 90000")]
    assert wages("per: year, currency: SEK, mean: 90000") == [("mean", 90_000, "", "SEK", "year", "90000")]


def test_a_source_without_any_wage_says_so_of_what_a_site_prints() -> None:
    found = claims("wages: {missing: Behind a login., source: page}")
    assert [(claim.field, claim.value, claim.note, claim.source.id) for claim in found] == [
        ("estimate", None, "Behind a login.", "page"),
        ("low", None, "Behind a login.", "page"),
        ("high", None, "Behind a login.", "page"),
    ]


# Encoding, line ends and styles


@pytest.mark.parametrize(
    "data",
    [
        b"title: A\nmajor: B\nsources: {s: {publisher: P}}\n",
        b"\xef\xbb\xbftitle: A\nmajor: B\nsources: {s: {publisher: P}}\n",
        b"title: A\r\nmajor: B\r\nsources: {s: {publisher: P}}\r\n",
        b"title: A\rmajor: B\rsources: {s: {publisher: P}}\r",
        b"title: A\nmajor: B\nsources: {s: {publisher: P}}",
        b"---\ntitle: A\nmajor: B\nsources: {s: {publisher: P}}\n...\n",
        b"%YAML 1.2\n---\ntitle: A\nmajor: B\nsources: {s: {publisher: P}}\n",
        b"# mine\n\n  title: A # the title\n\n  major: B\n  sources: {s: {publisher: P}}\n",
        b"'title': A\n\"major\": B\n? sources\n: s:\n    publisher: P\n",
        b'{"title": "A", "major": "B", "sources": {"s": {"publisher": "P"}}}',
        b"title: A\nmajor:\tB\nsources: {s: {publisher:\tP}}\n",
    ],
    ids=[
        "plain", "byte order mark", "CRLF", "CR", "no last newline", "document marks", "YAML 1.2",
        "comments and indent", "quoted keys", "JSON", "tabs between",
    ],
)  # fmt: skip
def test_a_profile_may_be_written_in_many_ways(data: bytes) -> None:
    source = Source("s", "P")
    assert read_text(data, "x.yaml") == Role("x", "A", (), "", (Claim("major", "B", source, as_printed="B"),))


def test_json_with_escapes_is_a_profile() -> None:
    text = json.dumps({"title": "A", "major": "café, 日本", "sources": {"s": {"publisher": "P"}}})
    assert read(text).own[0].value == "café, 日本"


def test_a_profile_may_hold_exactly_256_kilobytes() -> None:
    text = HEAD + "major: B\n"
    assert len(read(text + "#" * (262_144 - len(text))).own) == 1


def test_a_profile_may_be_nested_25_deep_and_says_what_is_wrong_there() -> None:
    with pytest.raises(ProfileError, match="unknown key “a”"):
        read("{a: " + "[" * 24 + "]" * 24 + "}")


def test_loading_profiles_needs_neither_a_screen_nor_a_database() -> None:
    script = (
        "import sys, careercli.profiles; print(*sorted(set(sys.modules) & {'rich', 'textual', 'typer', 'sqlite3'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
