"""The example of a company's own ladder is one: `check` is content, and its rungs compare."""

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Ask

ROOT = Path(__file__).parent.parent
LADDER = ROOT / "docs" / "ladder"
TEXT = (ROOT / "docs" / "ladder.md").read_text(encoding="utf-8")
RUNGS = ("noc-tech-1", "noc-tech-2", "senior-noc-tech", "noc-lead", "noc-manager")


def test_check_finds_nothing(ask: Ask) -> None:
    found = ask("check", str(LADDER))
    assert (found.code, found.out, found.err) == (0, "", "careercli: 6 profiles: no error, no warning\n")


def test_each_rung_leads_to_the_next_and_the_wider_role_holds_all(ask: Ask) -> None:
    found = ask("compare", *RUNGS, "network-operations", "--roles", str(LADDER), "--columns", "next_roles,role_types")
    next_roles, kinds = (cells[3:] for cells in found.cells[1:])
    assert next_roles == [*RUNGS[1:], "", ""]
    assert kinds[-1] == " | ".join(RUNGS)


def test_bands_rise_and_are_subtracted_but_not_ranked_against_official_wages(ask: Ask) -> None:
    found = ask("compare", *RUNGS, "--roles", str(LADDER), "--columns", "low,high")
    for cells in found.cells[1:]:
        assert sorted(cells[3:], key=int) == cells[3:]
    rows = ask("compare", *RUNGS, "--roles", str(LADDER), "--columns", "low,median", "-f", "json").json["rows"]
    assert rows[0]["difference"]["noc-tech-2"]["absolute"] == 10_000
    assert rows[1]["difference"]["noc-tech-2"]["verdict"] == "same"


LINES = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("careercli")])
def test_the_lines_of_the_page_work(line: str, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    ask("offer", "add", "acme", "68000", "--role", "noc-tech", "--area", "OH")
    found = ask(*shlex.split(line)[1:])
    assert found.code == 0
    assert found.out or " check " in line


def test_an_offer_may_name_a_rung(ask: Ask) -> None:
    ask("offer", "add", "mine", "60000", "--role", "noc-tech-2", "--area", "OH", "--roles", str(LADDER))
    found = ask("compare", "offer:mine", "noc-tech-2@OH", "--roles", str(LADDER), "--columns", "low,high,offer")
    assert (found.code, found.err) == (0, "")
    assert found.cells[1][3:] == ["54000", "54000"]


def test_the_page_names_every_file() -> None:
    assert sorted(path.stem for path in LADDER.glob("*.yaml")) == sorted((*RUNGS, "network-operations"))
