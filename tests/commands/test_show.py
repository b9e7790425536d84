"""careercli show: one role, as compare with one."""

from __future__ import annotations

import pytest

from tests.conftest import Ask
from tests.test_fields import KEYS

SCREEN = """\
                           it-support
                           IT Customer Support Specialist
PAY   US dollars a year
  official median       a  60,340
  10th–90th percentile  a  38,780–98,010
  median, own source       54,760 (15-1230, 2020-05, in truth May 2019) [b]
                           55,510 (15-1230, 2020-05) [c]
  range                 b  about 36,000 to over 82,000
OUTLOOK
  projected change      d  −3.7 %
  openings a year       d  40,800
  growth, own source    b  none in source
  jobs held             a  697,210
  "number of jobs"      b  none in source
GETTING IN
  usual education       d  Some college, no degree
  certifications        b  CompTIA A+
SKILLS
  skills                b  Technical Knowledge, Problem-Solving +3

a BLS OEWS May 2024, 30 months old (no overtime, bonuses or self-employed):
  whole occupation 15-1232
b remotely.jobs, undated unless said, method not stated: this title and whole
  occupation 15-1230, never ranked against a
c US Bureau of Labor Statistics, 2020 median pay, 78 months old: whole
  occupation 15-1230, never ranked against a
d BLS projections 2024-34: whole occupation 15-1232
? it-support as 15-1232: Our reading of the duties; the page itself speaks of
  the wider computer support specialists.
more: --full, or --section duties; evidence: careercli show it-support
--evidence
"""


def test_a_role_on_one_screen(ask: Ask) -> None:
    assert ask("show", "it-support", "-f", "table", width=80).out == SCREEN


def test_rows_are_those_of_a_comparison_of_one(ask: Ask) -> None:
    answer = ask("show", "noc-tech", "--full")
    assert answer.cells[0] == ["section", "field", "label", "noc-tech"]
    assert [cells[1] for cells in answer.cells[1:]] == [key for keys in KEYS.values() for key in keys.split()]
    assert ask("show", "noc-tech", "-f", "json").json["baseline"] == "noc-tech"


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "ndjson", "md", "table"])
@pytest.mark.parametrize("options", ["", "--full", "--section people", "--evidence", "--per hour", "--evidence --full"])
def test_every_format_answers_every_option(ask: Ask, form: str, options: str) -> None:
    answer = ask("show", "tech-support-rep", *options.split(), "-f", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out


def test_evidence_says_what_is_printed_in_every_format_that_has_room(ask: Ask) -> None:
    assert "printed “$64,272”" in ask("show", "noc-tech", "--evidence", "-f", "table").out
    rows = ask("show", "noc-tech", "--evidence", "-f", "json").json["rows"]
    assert "$64,272" in [claim["printed"] for row in rows for claim in row["cells"]["noc-tech"]]
    assert ask("show", "noc-tech", "--evidence").cells[0][:3] == ["section", "field", "role"]


def test_people_stand_only_where_they_are_asked_for(ask: Ask) -> None:
    for form in ("table", "tsv", "json", "md"):
        assert "Asian" not in ask("show", "noc-tech", "-f", form).out
        assert "Asian" not in ask("show", "noc-tech", "--evidence", "-f", form).out
        assert "Asian" in ask("show", "noc-tech", "--full", "-f", form).out


def test_shares_keep_their_unknown_part_and_their_printed_sum(ask: Ask) -> None:
    (row,) = ask("show", "noc-tech", "--columns", "race", "-f", "json").json["rows"]
    shares = {claim["item"]: claim["value"] for claim in row["cells"]["noc-tech"]}
    assert shares["Unknown"] == 5.1
    assert round(sum(shares.values()), 1) == 100.1


def test_an_occupation_is_shown_by_its_code(ask: Ask) -> None:
    answer = ask("show", "Registered Nurses", "-f", "json").json
    assert answer["roles"] == [{"id": "29-1141", "title": "Registered Nurses", "occupation": "29-1141"}]


def test_no_role_and_two_roles_are_wrong_usage(ask: Ask) -> None:
    assert ask("show").code == 2
    two = ask("show", "noc-tech", "isp-tech")
    assert two.code == 2
    assert "careercli compare noc-tech isp-tech" in two.err


def test_an_unknown_role_prints_nothing_but_what_is_near(ask: Ask) -> None:
    answer = ask("show", "noc-teck")
    assert (answer.code, answer.out) == (1, "")
    assert "noc-tech" in answer.err
