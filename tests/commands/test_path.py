"""careercli path: next steps and routes over the bundled profiles and all occupations."""

from pathlib import Path

import pytest

from careercli.presentation.route_rows import COLUMNS
from tests.conftest import Ask
from tests.program import profile

ADVANCEMENT = {
    ("tech-support", "technical"): {"sysadmin", "network-engineer"},
    ("tech-support", "specialist"): {"cybersecurity-analyst", "cloud-specialist"},
    ("tech-support", "management"): {"support-team-lead", "it-manager"},
    ("tech-support", "customer-facing"): {"customer-success-manager", "sales-engineer"},
    ("isp-tech", ""): {"network-engineer", "field-supervisor", "project-manager"},
    ("tech-support-rep", ""): {"tech-support-engineer"},
}
"""The advancement that the documents state: role and branch, and where they lead."""


@pytest.mark.parametrize(("role", "branch"), ADVANCEMENT)
def test_the_advancement_that_documents_state_is_a_path_to_walk(role: str, branch: str, ask: Ask) -> None:
    steps = [row for row in ask("path", role, "-f", "json").json if row["edge"] == "document"]
    assert ADVANCEMENT[role, branch] <= {row["to"] for row in steps if (row["branch"] or "") == branch}
    for end in ADVANCEMENT[role, branch]:
        (first, *_) = ask("path", role, end, "-f", "json", "--routes", "1").json
        assert (first["step"], first["from"], first["to"], first["edge"]) == (1, role, end, "document")


def test_a_row_says_who_leads_where_and_what_it_pays(ask: Ask) -> None:
    found = ask("path", "isp-tech", "--limit", "3", "--area", "OH")
    assert found.cells == [
        list(COLUMNS),
        ["1", "1", "isp-tech@OH", "network-engineer@OH", "", "61680", "131070", "document", "opencourser",
         "network-engineer@OH: that code is of network architects"],
        ["2", "1", "isp-tech@OH", "field-supervisor@OH", "", "61680", "78730", "document", "opencourser",
         "field-supervisor@OH: supervisors of all mechanics and repairers"],
        ["3", "1", "isp-tech@OH", "project-manager@OH", "", "61680", "95770", "document", "opencourser",
         "project-manager@OH: projects of every kind, not IT alone"],
    ]  # fmt: skip


def test_the_tree_of_an_isp_technician(ask: Ask) -> None:
    assert ask("path", "isp-tech", "-f", "table", "--limit", "4", width=80).lines == TREE


TREE = """\
isp-tech · ISP Technician · 63,890 as 49-2022
United States
├─ says OpenCourser
│  ├─ network-engineer  134,050 ?  +70,160 +109.8 %
│  │    Network Engineer: Bachelor's degree; experience: 5 years or more ?
│  │    more under either reading
│  │    certifications: Cisco Certified Network Associate (CCNA), CCNP
│  │    Enterprise, JNCIA-Junos and CompTIA Network+
│  ├─ field-supervisor   79,860 ?  +15,970 +25 % (1)
│  │    Field Supervisor: High school diploma or equivalent; experience: less
│  │    than 5 years ?
│  │    certifications: Broadband Premises Installer (BPI) and Certified
│  │    Associate in Project Management (CAPM)
│  └─ project-manager   102,320 ?  +38,430 +60.2 % (2)
│       Project Manager: Bachelor's degree ?
│       certifications: Certified Associate in Project Management (CAPM),
│       Project Management Professional (PMP), CompTIA Project+ and 2 more
└─ related by O*NET 30.2: alike, not moves
   └─ 49-9052            74,330    +10,440 +16.3 %
        Telecommunications Line Installers and Repairers: High school diploma or
        equivalent; long-term on-the-job training
(1) not ranked: doubtful occupation: supervisors of all mechanics and repairers
(2) not ranked: doubtful occupation: projects of every kind, not IT alone
? network-engineer as 15-1241: that code is of network architects
? field-supervisor as 49-1011: supervisors of all mechanics and repairers
? project-manager as 13-1082: projects of every kind, not IT alone
related occupations are alike in what is done and known; nobody has counted who
moves
medians in US dollars a year: BLS OEWS May 2025, everyone in these occupations;
no overtime, bonuses or self-employed
usual schooling, experience and training: BLS projections 2024-34, of the nation
""".splitlines()


def test_a_route_over_an_occupation_names_the_profile_that_says_so(ask: Ask) -> None:
    rows = ask("path", "15-1231", "it-manager", "--routes", "3", "--columns", "from,to,edge,source").cells[1:]
    assert ["15-1244", "it-manager", "profile", "sysadmin/editorial"] in rows


@pytest.mark.parametrize("by", ["steps", "gap", "wage"])
def test_no_step_of_a_route_without_pay_cuts_is_clearly_lower(by: str, ask: Ask) -> None:
    asked = ("path", "35-3023", "29-1215", "--by", by, "-f", "json", "--columns", "verdict,change")
    if by == "steps":
        assert min(row["change"] or 0 for row in ask(*asked).json) < 0
    found = ask(*asked, "--no-pay-cut")
    assert "steps are left out, as they have no medians that may be compared" in found.err
    for row in found.json:
        assert row["verdict"] in ("unclear", "same") or (row["verdict"] in ("ranked", "at-least") and row["change"] > 0)


def test_a_route_by_wage_has_the_best_worst_step(ask: Ask) -> None:
    def worst(*options: str) -> int:
        rows = ask(
            "path", "support-tech", "15-1211", *options, "-f", "json", "--routes", "1", "--columns", "change"
        ).json
        return min(row["change"] for row in rows)

    assert worst("--by", "wage") >= worst("--by", "steps")


def test_a_route_has_at_most_as_many_steps_as_asked(ask: Ask) -> None:
    found = ask("path", "35-3023", "29-1215", "--max-steps", "4", "--by", "gap", "--columns", "step")
    assert max(int(step) for (step,) in found.cells[1:]) <= 4
    ask("path", "35-3023", "29-1215", "--max-steps", "2").refuses(
        1, "no route from 35-3023 to 29-1215 of at most 2 steps; the shortest has 4: --max-steps 4\n"
    )


WRONG = {
    ("path", "isp-tech", "application-support-analyst"): (
        1, "no route from isp-tech to application-support-analyst; the nearest that can be reached is 15-1232"
        " Computer User Support Specialists: careercli path isp-tech 15-1232"),
    ("path", "sysadmin", "15-1244"): (1, "sysadmin and 15-1244 are one occupation; name two roles, or two occupations"),
    ("path", "noc-tech", "noc-tech"): (2, "noc-tech is both ends; where it leads to: careercli path noc-tech"),
    ("path", "noc-tech@OH", "it-manager@WA"): (2, "a route stays in one place; name it once: --area WA"),
    ("path", "noc-tech", "--by", "wage"): (
        2, "--by, --no-pay-cut, --max-steps and --routes are of routes; name where to get to, too"),
    ("path", "noc-tech", "it-manager", "--by", "luck"): (2, "--by: cannot be “luck”; use steps, gap, wage"),
    ("path", "noc-tech", "it-manager", "--max-steps", "99"): (2, "--max-steps: is a number from 1 to 30"),
    ("path", "noc-tech", "it-manager", "--routes", "-1"): (2, "--routes: is a number from 1 to 100"),
    ("path", "noc-tech", "--columns", "wage"): (2, "--columns: path has no “wage”; did you mean change?"),
}  # fmt: skip


@pytest.mark.parametrize("command", WRONG, ids=" ".join)
def test_what_cannot_be_asked_is_said_in_one_line(command: tuple[str, ...], ask: Ask) -> None:
    ask(*command).refuses(*WRONG[command])


def test_a_role_that_leads_nowhere_keeps_the_header(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "hermit.yaml").write_text(profile("Hermit"), encoding="utf-8")
    found = ask("path", "hermit", "--roles", str(tmp_path))
    assert found.cells == [list(COLUMNS)]
    assert found.err == "careercli: nothing is known of where hermit leads to\n"


LADDER = '{survey: {publisher: Acme, title: The ladder, date: "2026", area: US, method: survey}}'


def test_a_companys_own_ladder_is_walked_by_its_own_medians(ask: Ask, tmp_path: Path) -> None:
    rungs = {"rung-one": "{rung-two: Rung two}", "rung-two": "{rung-three: Rung three}", "rung-three": "{}"}
    for number, (id, following) in enumerate(rungs.items(), 1):
        text = profile(
            id.title(), sources=LADDER, wages=f"[{{per: year, median: ${number}0000}}]",
            **({"next_roles": following} if following != "{}" else {}),
        )  # fmt: skip
        (tmp_path / f"{id}.yaml").write_text(text, encoding="utf-8")
    found = ask("path", "rung-one", "rung-three", "--by", "wage", "--no-pay-cut", "--roles", str(tmp_path),
                "--columns", "from,to,median_from,median_to,edge,verdict")  # fmt: skip
    assert found.cells[1:] == [
        ["rung-one", "rung-two", "10000", "20000", "document", "ranked"],
        ["rung-two", "rung-three", "20000", "30000", "document", "ranked"],
    ]


def test_me_leads_on_from_my_role_in_its_place(tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "careercli").mkdir()
    (tmp_path / "careercli" / "me.yaml").write_text("role: tech-support\narea: OH\n")
    assert ask("path", "me", "-f", "tsv").out == ask("path", "tech-support@OH", "-f", "tsv").out
    (row, *_) = ask("path", "me", "it-manager", "-f", "json").json
    assert (row["from"], row["to"]) == ("tech-support@OH", "it-manager@OH")
    (tmp_path / "careercli" / "me.yaml").write_text("wage: 52000\n")
    found = ask("path", "me")
    found.refuses(1, "me names no role; add a line such as role: noc-tech to ")
