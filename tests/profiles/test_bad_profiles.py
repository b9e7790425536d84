"""Invalid profiles: each mistake gives one line with its position, a message and a hint.

The table of mistakes is in mistakes.py.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from careercli.errors import CareerError, ProfileError, did_you_mean, suggestion
from careercli.formats.layout import TableStyle
from careercli.formats.problems import as_lines
from careercli.model.sanitize import visible
from careercli.profiles.checks import check
from careercli.profiles.directories import files_in
from careercli.profiles.reading import read_text
from tests.make import role_in
from tests.profiles.mistakes import ERRORS, KNOWN_CODES, MISTAKES, WARNINGS, Case, claim

ROOT = str(Path(__file__).parent.parent.parent)
NOC_TECH = Path(ROOT, "careercli/data/roles/noc-tech.yaml").read_bytes()

CASES = {f"{kind}: {case.name}": case for kind, cases in MISTAKES.items() for case in cases}


def said_of(case: Case) -> list[tuple[str, str]]:
    """Make the files of a case in the current folder; return the lines of `check`, each with its code."""
    named = case.make()
    findings = check.check(named or [os.path.basename(path) for path in files_in(".")], {}, KNOWN_CODES)
    lines = [line.rstrip("\n") for line in as_lines(findings, TableStyle(), with_caret=False)]
    return list(zip(lines, [finding.problem.code for finding in findings], strict=True))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_mistake_is_told_once_with_its_place_and_a_hint(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if case.name == "a file nobody may read" and os.geteuid() == 0:
        pytest.skip("root may read everything")
    monkeypatch.chdir(tmp_path)
    assert said_of(case) == case.said


def test_the_table_is_long_and_every_kind_is_distinct() -> None:
    assert len(MISTAKES) >= 45
    assert len(CASES) == sum(map(len, MISTAKES.values())) >= 270
    assert sum(bool(case.said) for case in CASES.values()) >= 270


def test_every_code_is_known_and_used_and_has_one_severity() -> None:
    lines = [said for case in CASES.values() for said in case.said]
    assert {code for line, code in lines if ": error: " in line} == set(ERRORS)
    assert {code for line, code in lines if ": warning: " in line} == set(WARNINGS)
    assert not set(ERRORS) & set(WARNINGS)


def test_every_message_is_one_short_line() -> None:
    for name, case in CASES.items():
        for line, _ in case.said:
            assert line.splitlines() == [line], name
            assert len(line.partition(": ")[2]) < 200, name


def test_a_profile_with_a_mistake_is_refused_with_the_same_words_and_one_with_caveats_alone_is_not() -> None:
    for name, case in CASES.items():
        if not isinstance(case.files, str | bytes):
            continue
        text = case.files if isinstance(case.files, bytes) else case.files.encode()
        wrong = [line.partition(":")[2].replace(": error: ", ": ", 1) for line, _ in case.said if ": error: " in line]
        assert [visible(problem) for problem in problems(text)] == wrong, name


def test_a_near_name_is_suggested_alone_or_as_the_end_of_a_line() -> None:
    assert (suggestion("titel", ["title"]), did_you_mean("titel", ["title"])) == (
        "did you mean “title”?",
        "; did you mean title?",
    )
    assert (suggestion("zodiac", ["title"]), did_you_mean("zodiac", ["title"])) == ("", "")


def problems(text: str | bytes) -> list[str]:
    """Return the problems of `text` as a profile; an empty list if it is valid."""
    try:
        read_text(text if isinstance(text, bytes) else text.encode(), "x.yaml")
    except ProfileError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_all_mistakes_of_a_profile_are_told_in_the_order_of_the_file() -> None:
    text = claim("wages:\n  - {per: year, low: $9, high: $7}\n  - {per: week, mean: 5}\nmajr: B\nage: old\nlgbt: 200%")
    assert problems(text) == [
        "5:22: low is above high; swap the two",
        "6:11: per cannot be “week”; use year or hour",
        "6:23: mean: “5” names no currency; write $52,000, or add currency: EUR",
        "7:1: unknown key “majr”; did you mean “major”?",
        "8:6: age: “old” is not a number; write it like 12, 12.5 or 1,250",
        "9:7: lgbt: “200%” is not a share; write 0 to 100 %",
    ]


def test_a_profile_of_nothing_but_mistakes_stops_at_the_hundredth() -> None:
    said = problems("".join(f"titles{n}: A\n" for n in range(4_000)))
    assert len(said) == 101
    assert said[-1] == "100:1: there may be more problems; fix these first"


def test_the_message_of_the_error_is_the_first_problem_behind_the_path() -> None:
    with pytest.raises(ProfileError) as caught:
        read_text(b"titel: A\nmajr: B\n", "roles/x.yaml")
    assert str(caught.value) == "roles/x.yaml:1:1: unknown key “titel”; did you mean “title”?"
    assert caught.value.exit_code == 1


@pytest.mark.parametrize("name", ["", ".", "a\n", "noc_tech", "x" * 81])
def test_a_file_whose_name_is_no_id_is_not_read(name: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_text(b"title: A\n", f"{name}.yaml")
    hint = "rename the file, at most 80 characters before .yaml"
    assert [str(problem) for problem in caught.value.problems] == [
        f"1:1: file name is not a valid role id: use lower-case letters, digits and hyphens; {hint}"
    ]


# Files that are not regular files


def refusal(path: Path | str) -> str:
    with pytest.raises(CareerError) as caught:
        role_in(str(path))
    return str(caught.value)


def test_a_path_no_system_has_is_refused() -> None:
    assert refusal("a\0b.yaml") == "a\0b.yaml: not a valid file name"
    assert refusal("x" * 300 + ".yaml") == "x" * 300 + ".yaml: File name too long"


def test_no_file_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    before = os.listdir("/dev/fd")
    refusal(tmp_path / "x.yaml")
    assert os.listdir("/dev/fd") == before


# Bombs: each is read in a process limited to two seconds and 64 MB more than the import needs


BOMBS = {
    "brackets": "[" * 30_000,
    "braces": "{" * 30_000,
    "braces with keys": "{a: " * 30_000,
    "brackets, one a line": "[\n" * 30_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "ever deeper lines": "".join(" " * depth + "a:\n" for depth in range(700)),
    "sexagesimal numbers": "title: " + "1:" * 120_000 + "1",
    "a huge number for a text": "title: " + "9" * 250_000,
    "a huge number": "age: " + "9" * 250_000,
    "a huge key": "a" * 250_000 + ": b",
    "huge keys": ("? " + "a" * 60_000 + "\n") * 4,
    "keys in quotes that never end": "'a\n" * 60_000,
    "anchors": "".join(f"a{n}: &a{n} x\n" for n in range(9_000)),
    "aliases": "a: &a [x, x, x, x]\n" + "b: [" + "*a, " * 50_000 + "]",
    "merge keys": "a: &a {k: v}\n" + "b: {" + "<<: *a, " * 20_000 + "}",
    "tag lines": "".join(f"%TAG !a{n}! b\n" for n in range(15_000)) + "---\ntitle: A",
    "documents": "---\n" * 60_000,
    "comments": "#\n" * 120_000,
    "blank lines": "\n" * 250_000,
    "unknown keys": "".join(f"titles{n}: A\n" for n in range(4_900)),
    "unknown sources": claim("tools: [" + "{value: A, source: sit}, " * 1_900 + "]"),
    "sources": "title: A\nsources:\n" + "".join(f"  s{n}: {{publisher: P}}\n" for n in range(2_400)),
    "links": claim("next_roles:\n" + "".join(f"  s{n}: P\n" for n in range(4_900))),
    "escapes": 'title: "' + "\\x1b" * 60_000 + '"',
    "folded lines": "summary: >\n" + "  a\n" * 60_000,
    "an amount of words": claim("wages: {per: year, low: " + "over " * 900 + "}"),
    "an amount of digits": claim("wages: {per: year, low: " + "1," * 2_000 + "}"),
}

READ_WITHIN_LIMITS = """
import resource, sys
from careercli.errors import CareerError
from tests.make import role_in
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (64 << 20),) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
try:
    print("read", len(role_in(sys.argv[1]).own))
except CareerError as error:
    print(error)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to limit a process")
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_costs_little_time_and_memory(tmp_path: Path, bomb: str) -> None:
    (tmp_path / "x.yaml").write_text(bomb)
    assert 1_000 < len(bomb) <= 262_144
    read = [sys.executable, "-c", READ_WITHIN_LIMITS, "x.yaml"]
    done = subprocess.run(
        read, cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": ROOT}
    )
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    assert len(done.stdout) < 250


# Noise: a damaged profile gives a role or a ProfileError, never another exception


def survives(data: bytes) -> bool:
    try:
        read_text(data, "x.yaml")
    except ProfileError as error:
        return all(len(str(problem).splitlines()) == 1 and len(str(problem)) < 250 for problem in error.problems)
    return True


def test_a_profile_cut_off_anywhere_is_read_or_refused() -> None:
    for end in range(0, len(NOC_TECH), 17):
        assert survives(NOC_TECH[:end]), end


def test_a_profile_with_random_bytes_is_read_or_refused() -> None:
    chance = random.Random(2080)
    for _ in range(300):
        data = bytearray(NOC_TECH)
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert survives(bytes(data)), bytes(data)


def test_a_profile_with_signs_of_yaml_strewn_in_is_read_or_refused() -> None:
    chance = random.Random(15_1231)
    signs = [*"-?:,[]{}#&*!|>'\"%@`~<=\t\n\r 0.$", "\u2028", "<<: ", "---\n", "null", "value: ", "[]", "{}", "1e9", "−"]
    text = NOC_TECH.decode()
    for _ in range(300):
        at = chance.randrange(len(text))
        damaged = text[:at] + chance.choice(signs) + text[at + chance.choice((0, 0, 1, 30)) :]
        assert survives(damaged.encode()), (at, damaged[at - 20 : at + 20])


def test_pure_noise_is_refused() -> None:
    chance = random.Random(64_272)
    for size in range(1, 200):
        assert problems(chance.randbytes(size)), size
