"""Profiles checked together: the order of findings, links to other profiles, and long cycles."""

import sys
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pytest

from careercli.profiles.checks.check import Finding, check
from careercli.profiles.directories import files_in
from tests.profiles.mistakes import KNOWN_CODES, chain, circle, claim, complete, linking
from tests.quickest import quickest


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(files: Mapping[str, str]) -> list[str]:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return list(files)


def found(files: Mapping[str, str], beside: Mapping[str, str] | None = None) -> list[str]:
    """Return `file:line:column code` of each finding in `files`; `beside` are other profiles, in beside/*.yaml."""
    others = {role_id: f"beside/{role_id}.yaml" for role_id in beside or {}}
    write({others[role_id]: text for role_id, text in (beside or {}).items()})
    return list(map(place, check(write(files), others, KNOWN_CODES)))


def place(finding: Finding) -> str:
    problem = finding.problem
    return f"{finding.file}:{problem.line}:{problem.column} {problem.code}"


# The order of findings


def test_what_is_found_is_in_the_order_of_the_files_and_then_of_their_lines() -> None:
    wrong = claim("age: old\ngender: {Male: 90, Female: 20}\njobs: many\nnext_roles: {zebra: Z}\nMAJOR: B")
    assert found({"b.yaml": wrong, "c.yaml": "titel: C\n"}) == [
        "b.yaml:4:6 bad-value",
        "b.yaml:5:16 shares",
        "b.yaml:6:7 bad-value",
        "b.yaml:7:14 unknown-role",
        "b.yaml:8:1 unknown-key",
        "c.yaml:1:1 unknown-key",
    ]


def test_places_count_as_people_do_and_not_as_texts_sort() -> None:
    lines = "".join(f"k{number}: B\n" for number in range(1, 13))
    said = found({"x.yaml": f"title: A\n{lines}"})
    assert said == [f"x.yaml:{number}:1 unknown-key" for number in range(2, 14)]


def test_the_whole_file_comes_before_its_lines() -> None:
    write({"x.yaml": "title: A\n", "x.yml": "titel: A\n"})
    assert list(map(place, check(["x.yaml", "x.yml"], {}, KNOWN_CODES))) == [
        "x.yml:1:1 unknown-key",
        "x.yml:1:1 duplicate-id",
    ]


def test_the_order_of_the_files_on_disk_changes_nothing() -> None:
    files = {
        "a.yaml": linking("b", "zebra"), "b.yaml": linking("a"), "c.yaml": "titel: C\n",
        "d.yaml": "title: The role\n", "d.yml": "title: The role\n", "e.yaml": "title: the role\naliases: a\n",
    }  # fmt: skip
    seen = set()
    for number, names in enumerate(permutations(files)):
        if number % 60:
            continue
        folder = Path(str(number))
        write({str(folder / name): files[name] for name in names})
        seen.add(
            "\n".join(place(each).removeprefix(f"{number}/") for each in check(files_in(str(folder)), {}, KNOWN_CODES))
        )
    assert seen == {
        "a.yaml:4:14 circle\na.yaml:4:23 unknown-role\nc.yaml:1:1 unknown-key\nd.yaml:1:8 shared-name\n"
        "d.yml:1:1 duplicate-id\ne.yaml:1:8 shared-name\ne.yaml:2:10 taken-name"
    }


def test_a_finding_has_the_line_it_is_in() -> None:
    Path("x.yaml").write_bytes("\ufefftitle: A\r\n# ü\r\nagee: 5\rbonus: many".encode())
    assert [(each.problem.line, each.line) for each in check(["x.yaml"], {}, KNOWN_CODES)] == [
        (3, "agee: 5"),
        (4, "bonus: many"),
    ]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"title: A\x0cB\nmajor: B", "title: A\x0cB"),
        ("title: A\u2028B\n".encode(), "title: A\u2028B"),
        ("\ufefftitel: A\n".encode(), "titel: A"),
        (b"title: caf\xe9\n", "title: caf\ufffd"),
        (b"\x89PNG\r\n\x1a\n", ""),
        (b"PK\x03\x04 title: A\n", ""),
        ("title: A\n".encode("utf-16"), ""),
        (b"", ""),
        (b"#" * 300_000, ""),
    ],
)
def test_the_line_is_as_long_as_its_columns_count_and_no_bytes_are_shown(data: bytes, line: str) -> None:
    Path("x.yaml").write_bytes(data)
    (finding,) = check(["x.yaml"], {}, KNOWN_CODES)
    assert finding.line == line


# Links to other profiles


def test_roles_beside_are_linked_to_and_not_complained_of() -> None:
    assert found({"a.yaml": linking("b")}, {"b": linking("zebra"), "c": "titel: C\n"}) == []
    assert found({"a.yaml": linking("b")}) == ["a.yaml:4:14 unknown-role"]


def test_a_link_to_a_role_that_cannot_be_read_leads_somewhere() -> None:
    assert found({"a.yaml": linking("c")}, {"c": "titel: [\n"}) == []


@pytest.mark.parametrize("text", ["titel: [\n", "title: '" + "x" * 300_000, "\0"])
def test_a_link_to_a_checked_file_that_cannot_be_read_leads_somewhere(text: str) -> None:
    (said,) = found({"a.yaml": linking("b"), "b.yaml": text})
    assert said.startswith("b.yaml:")


def test_a_name_that_a_role_beside_has_is_told_of_a_checked_one_that_is_in_use() -> None:
    files, beside = {"a.yaml": "title: The role\naliases: b\n"}, {"b": "title: the role\naliases: A role\n"}
    assert found(files, beside) == []
    in_use = {"a": "./a.yaml", "b": "beside/b.yaml"}
    assert list(map(place, check(["a.yaml"], in_use, KNOWN_CODES))) == [
        "a.yaml:1:8 shared-name",
        "a.yaml:2:10 taken-name",
    ]


def test_a_checked_role_stands_in_the_place_of_the_one_of_its_id_beside() -> None:
    assert found({"a.yaml": "title: The role\n"}, {"a": "title: The role\naliases: [a]\n"}) == []
    assert found({"a.yaml": linking("b"), "b.yaml": "title: B\n"}, {"b": linking("a")}) == []


def test_of_two_checked_roles_of_one_id_the_first_is_linked_to_and_has_its_names() -> None:
    files = {"1/a.yaml": "title: One\n", "2/a.yaml": "title: Two\n", "3/b.yaml": "title: Two\n"}
    assert found(files) == []
    assert found({**files, "3/b.yaml": "title: One\n"}) == ["1/a.yaml:1:8 shared-name", "3/b.yaml:1:8 shared-name"]


def test_a_circle_through_roles_beside_is_told_at_the_first_checked_role() -> None:
    beside = {"a": linking("m"), "z": linking("a")}
    assert found({"y.yaml": linking("zebra"), "m.yaml": linking("z")}, beside) == [
        "y.yaml:4:14 unknown-role",
        "m.yaml:4:14 circle",
    ]


def test_a_circle_of_roles_beside_alone_is_not_told() -> None:
    assert found({"m.yaml": linking("a")}, {"a": linking("b"), "b": linking("a")}) == []


def test_a_circle_is_told_the_shortest_way_round() -> None:
    write({"a.yaml": linking("b", "d"), "b.yaml": linking("c"), "c.yaml": linking("d"), "d.yaml": linking("a")})
    (finding,) = check(["a.yaml", "b.yaml", "c.yaml", "d.yaml"], {}, KNOWN_CODES)
    assert finding.problem.message == "next_roles form a cycle: a → d → a"
    assert place(finding) == "a.yaml:4:23 circle"


def test_a_circle_that_is_mended_shows_the_next_one() -> None:
    files = {"a.yaml": linking("b", "c"), "b.yaml": linking("a"), "c.yaml": linking("a")}
    assert found(files) == ["a.yaml:4:14 circle"]
    assert found({**files, "b.yaml": "title: B role\n"}) == ["a.yaml:4:23 circle"]


# Hints


def test_a_misspelled_link_is_told_what_is_near_however_many_others_are_wrong() -> None:
    files = {"noc-tech.yaml": "title: N\n", **{f"r{n}.yaml": linking(f"zebra-{n}") for n in range(400)}}
    files["a.yaml"] = linking("noc-tecj")
    findings = {each.file: each.problem for each in check(sorted(write(files)), {}, KNOWN_CODES)}
    assert len(findings) == 401
    assert findings["a.yaml"].hint == "did you mean “noc-tech”?"
    assert findings["r7.yaml"].hint == "write that profile, or say in a note that there is none"


# Many files


@pytest.mark.parametrize(
    ("files", "cycles"),
    [(chain(1500), 0), (complete(60), 1), (circle(500), 1), (circle(2), 1)],
    ids=["a chain of 1,500", "60 that all lead to all", "a circle of 500", "a circle of 2"],
)
def test_many_steps_take_little_time_and_no_recursion(files: dict[str, str], cycles: int) -> None:
    paths = write(files)

    def look() -> None:
        assert [each.problem.code for each in check(paths, {}, KNOWN_CODES)] == ["circle"] * cycles

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(200)
    try:
        assert quickest(look) < 1
    finally:
        sys.setrecursionlimit(limit)


def test_hundreds_of_wrong_links_and_equal_names_take_little_time() -> None:
    paths = write({f"r{n}.yaml": claim(f"next_roles: {{zebra-{n}: Z}}") for n in range(1000)})

    def look() -> None:
        assert len(check(paths, {}, KNOWN_CODES)) == 2000

    assert quickest(look) < 3
