"""careercli without arguments."""

from __future__ import annotations

from tests.conftest import Ask

WELCOME = """\
careercli compares jobs in the terminal: any number of roles, side by side,
offline, with the evidence behind every figure.

  careercli compare noc-tech support-tech     roles side by side
  careercli show noc-tech --evidence          where each figure comes from
  careercli salary --all -f tsv | head        wages for scripts

Data: BLS wages of May 2025, 18 months old; BLS projections 2024-34.
More: careercli --help
"""


def test_what_it_is_three_examples_and_how_old_the_data_is(ask: Ask) -> None:
    answer = ask()
    assert (answer.code, answer.out, answer.err) == (0, WELCOME, "")
