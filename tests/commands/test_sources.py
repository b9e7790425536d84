"""careercli sources: every source with its title, date and license."""

from collections.abc import Callable

import pytest

from careercli.official import releases
from careercli.official.releases import attribution
from careercli.presentation.text_width import width_of
from careercli.profiles import directories
from tests.conftest import Ask
from tests.make import role_in

COLUMNS = ["id", "publisher", "title", "release", "as_of", "license", "url", "newer"]


def test_every_source_of_a_claim_is_there_once(ask: Ask) -> None:
    known = [source["id"] for source in ask("sources", "-f", "json").json]
    roles = [role_in(path) for path in directories.files_in(directories.BUNDLED)]
    cited = {claim.source.id for role in roles for claim in role.own} | {each.id for each in releases.ALL}
    assert sorted(known) == sorted(cited)


def test_what_nobody_knows_is_empty_or_null(ask: Ask) -> None:
    (article,) = [row for row in ask("sources", "-f", "ndjson").out.splitlines() if '"article"' in row]
    assert '"publisher": null' in article
    assert '"as_of": null' in article


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_table_fits_and_ends_with_the_attribution_of_onet(ask: Ask, width: int) -> None:
    answer = ask("sources", "-f", "table", width=width)
    assert "".join(answer.out.split()).endswith("".join(attribution().split()))
    assert max(map(width_of, answer.lines)) <= width


def test_one_key_that_means_two_sources_is_told_apart(ask: Ask, profiles: Callable[..., str]) -> None:
    text = "title: A\nsources: {editorial: {publisher: Another, date: 2026}}\nmajor: B\n"
    rows = ask("sources", "--roles", profiles(a_role=text)).cells
    assert ["a-role/editorial", "Another"] not in [row[:2] for row in rows]
    assert ["editorial", "Another"] in [row[:2] for row in rows]
    assert sum(row[0].endswith("/editorial") and row[1] == "careercli" for row in rows) > 1


def test_a_column_it_does_not_know_is_wrong_usage(ask: Ask) -> None:
    ask("sources", "--columns", "licens").refuses(2, "--columns: a source has no “licens”; did you mean license?\n")


@pytest.mark.parametrize("width", [40, 80, 120, 160, 200])
def test_an_address_is_broken_only_where_no_line_holds_it(ask: Ask, width: int) -> None:
    words = set(ask("sources", "-f", "table", width=width).out.split())
    urls = {source["url"] for source in ask("sources", "-f", "json").json if source["url"]}
    assert {url for url in urls if url not in words} == {url for url in urls if len(url) > width - 2}
    broken = set(ask("sources", "-f", "table", width=1000).out.split()) - words
    assert not {each for each in broken if "://" not in each and not each.startswith(tuple(COLUMNS))}


def test_the_columns_stand_side_by_side_where_they_fit_whole(ask: Ask) -> None:
    short = ask("sources", "--columns", "id,release,url", "--limit", "3", "-f", "table", width=80).lines
    assert short[0].split() == ["id", "release", "url"]
    assert short[3].split() == ["onet-30.2", "30.2", "https://www.onetcenter.org/database.html"]
    assert ask("sources", "--columns", "id,release,url", "--limit", "3", "-f", "table", width=60).lines[1:3] == [
        "  release: May 2025",
        "  url: https://www.bls.gov/oes/",
    ]


def test_markdown_ends_with_the_attribution_of_onet(ask: Ask) -> None:
    *rows, blank, last = ask("sources", "-f", "md", "--limit", "2").lines
    assert len(rows) == 4
    assert (blank, last) == ("", attribution().replace("*", "\\*"))


@pytest.mark.parametrize("name", ["tsv", "csv", "json", "ndjson"])
def test_programs_get_rows_alone(ask: Ask, name: str) -> None:
    assert "O*NET®" not in ask("sources", "-f", name).out


def test_the_help_says_nothing_of_wages(ask: Ask) -> None:
    assert "wage" not in ask("sources", "--help").out


def test_what_answers_and_is_over_18_months_old_is_never_silent(ask: Ask) -> None:
    answer = ask("sources", "--columns", "id")
    assert answer.err == (
        "careercli: projections-2024-34 is over 18 months old; newer: 2025-35, published 2026-08-27\n"
        "careercli: parities-2024 is over 18 months old; none newer is known\n"
        "careercli: cps-2022 is over 18 months old; newer: 2025\n"
    )
    assert "months" not in answer.out
