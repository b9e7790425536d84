"""A role written as a profile reads back exactly the same."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from careercli.errors import ProfileError
from careercli.model import fields
from careercli.model.claims import EXPERIENCES, METHODS, Role
from careercli.model.sanitize import visible
from careercli.profiles.directories import BUNDLED
from careercli.profiles.keys import WRITABLE
from careercli.profiles.reading import read_text
from careercli.profiles.writing import as_profile
from tests.conftest import Ask
from tests.make import role_in
from tests.test_hostile_profiles import HOSTILE
from tests.test_hostile_profiles import yaml as quoted

Tree = Any


def read(text: str) -> Role:
    return read_text(text.encode(), "a-role.yaml")


def flow(tree: Tree) -> str:
    """Return a tree as YAML in flow style with every text quoted, unlike what writing.py writes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"? {quoted(key)} : {flow(each)}" for key, each in tree.items()) + "}"
    return "[" + ", ".join(map(flow, tree)) + "]" if isinstance(tree, list) else quoted(tree)


def again(text: str) -> str:
    """Return the profile that is written for the role of `text`, and check that both give the same role."""
    role = read(text)
    written = as_profile(role)
    assert read(written) == role, written
    assert as_profile(read(written)) == written, "written once more, it stays as it is"
    assert all(visible(line) == line == line.rstrip(" ") for line in written.split("\n")), "all there is shows"
    return written


def usable(path: Path) -> bool:
    try:
        role_in(str(path))
    except ProfileError:
        return False
    return True


PROFILES = [path for path in sorted(Path(BUNDLED).glob("*.yaml")) if usable(path)]

# Whole profiles


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_bundled_role_reads_back_the_same(path: Path) -> None:
    written = again(path.read_text(encoding="utf-8"))
    assert read_text(written.encode(), path.name) == role_in(str(path))
    assert all(len(line) <= 100 for line in written.splitlines() if "http" not in line)


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_bundled_role_answers_the_same(path: Path, ask: Ask, profiles: Callable[..., str]) -> None:
    written = profiles(**{path.stem: ask("show", path.stem, "-f", "yaml").out})
    for options in (["--full"], ["--full", "--long"], ["--section", "pay"]):
        bundled = ask("compare", path.stem, "15-1231", *options, "-f", "json")
        assert bundled.code == 0
        assert ask("compare", path.stem, "15-1231", *options, "-f", "json", "--roles", written) == bundled


SMALL = """\
title: Network Technician at Acme
aliases:
  - the Acme offer
occupation: 15-1231
occupation_note: Our reading of the duties in the letter.
occupation_caveat: perhaps 15-1244
occupation_alternatives:
  - 15-1244

sources:
  letter:
    publisher: Acme
    title: Offer letter
    date: 2026-10
    area: IL
  review:
    publisher: unknown
    title: Working at Acme
    date: unknown
    method: opinion
    note: Read in November.
    caveat: three reviews

wages:
  - per: hour
    median: $31
    note: Before the night allowance.
  - per: year
    currency: EUR
    level: entry
    source: review
    low: around 60,000
    high: 75,000
    caveat: nobody says of whom
  - missing: Asked, and not answered.
    source: review

growth:
  missing: The letter says nothing.

education_required:
  value: associate's degree
  date: unknown
  note: Or two years of experience.
certifications: CompTIA Network+

skills:
  Switches: 40%
  Customer service: 10%
tools:
  - pliers
  - label maker: >-
      for every cable, whatever the hurry, and again after each change of a port or of a rack

summary: >-
  Keeps the network of Acme up: switches, cables, and whoever is at the other end of the telephone.
  "No two days are alike": so it says.
schedule:
  - Four nights a week, three off
  - value: Five days a week
    source: review

next_roles:
  technical:
    network-engineer: Network Engineer
  manager: Manager
"""


def test_a_profile_is_written_as_a_person_would_write_it() -> None:
    assert again(SMALL) == SMALL


def test_a_role_of_which_nothing_is_said_is_a_title() -> None:
    assert again("title: A\n") == "title: A\n"


def test_figures_of_the_occupation_are_left_out(ask: Ask) -> None:
    written = ask("show", "noc-tech", "-f", "yaml").out
    assert "occupation: 15-1231\n" in written
    assert "employment" not in written


# Texts


WORDS = """
true False yes NO on off y null Null ~ = << 1 -1 +1 1.5 .5 1. 1e5 0x1F 0o17 012 .inf -.INF .nan
2024 2024-05 2024-05-17 2024-05-17T10:00:00Z 1:30 1_000 802.11 15-1231 --- ... - ? : -- a: :a #a
"""
"""Texts that some version of YAML does not read as text."""

TEXTS = [
    *HOSTILE, *WORDS.split(),
    # punctuation
    *["a: b", "a:b", "a :b", "a #b", "a# b", "- a", "? a", ": a", "-a", "?a", "a:", "[a]", "{a: b}", "a, b", "a]"],
    *["&a", "*a", "!a", "!!str a", "|", "> a", "|-", "%YAML 1.2", "@a", "`a`", "'a'", '"a"', "a'b", 'a"b', "<<<<<<< a"],
    *["'", '"', "\\", "a\\", "\\n", "\\x41", "''", '""', "'a", 'a"', "=======", ">>>>>>>", "# a", "%TAG ! a"],
    # lines and spaces
    *["a\nb", "a\n\nb", "a\n  b", "a \nb", "a\n\tb", "a\r\nb", "a\tb", "a  b", "a:\n  b", "a\n" * 9],
    *["a\n- b\n# c\n--- d", "---\na", "...\nb", "# a\nb", "- a\n- b", "a\n \nb", "a\n<<<<<<< b\n=======\nc"],
    *["a\u00a0", "\u3000a", "a\u00a0b"],
    # scripts and symbols
    *["é", "e\u0301", "naïve: é", "日本語", "دستور\u200cها", "न\u094d\u200dय: x", "שלום", "😀"],
    *["👩\u200d💻", "❤\ufe0f: x", "a\u200db", "“a”", "…", "−5"],
    *["\ufffd", "\ue000", "\U0010ffff", "\U000f0000", "\ufeffa", "\u2028", "a\ufffe", "\u200b", "\u034f"],
    # long
    *["word " * 60, "word: " * 60, "# word " * 60, "- word " * 60, "w" * 300, ("w" * 150 + " ") * 3, "two  " * 60],
    *["well-known-" * 20 + " " + "on-call " * 60, "a — b " * 60],
    *['"word" ' * 60, "\\ " * 60, "é日 " * 60, "\u202e " * 60, "word " * 60 + "\n" + "word " * 60, "a " * 2_400],
]  # fmt: skip
TEXTS = [text for text in TEXTS if text.strip()]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:30]))
def test_a_text_comes_back_wherever_it_stands(text: str) -> None:
    name, caveat = text[:200], text[:60]
    tree = {
        "title": name, "aliases": [name, "b"], "occupation_note": text,
        "occupation": "15-1231", "occupation_caveat": caveat,
        "sources": {"s": {"publisher": text + ".", "title": text, "area": text, "note": text, "caveat": caveat}},
        "wages": [{"per": "year", "low": "$1", "area": text, "note": text}, {"missing": text, "caveat": caveat}],
        "major": text, "college": {"value": text, "note": text}, "family": [text, {"missing": text}],
        "tools": [text, {name: text + "."}, text], "skills": {name: "5%", "b": text + "."}, "race": {name: "5%"},
        "next_roles": {name: {"a": name}, "b": name}, "related": {"value": {"b": name}, "note": text},
    }  # fmt: skip
    again(flow(tree))


@pytest.mark.parametrize("text", [text for text in TEXTS if visible(text) == text], ids=lambda text: ascii(text[:30]))
def test_any_program_reads_a_text_as_text(text: str) -> None:
    read_by_another = yaml.safe_load(as_profile(read(flow({"title": text[:200], "occupation_note": text}))))
    assert read_by_another == {"title": text[:200].strip(), "occupation_note": text.strip()}


def test_a_text_is_quoted_only_where_it_must_be() -> None:
    written = again(flow({"title": "a: b", "aliases": ["it's", "yes", "C#", "a #b", 'say "hi"', "\x1b[0m", "-a"]}))
    assert written == (
        'title: "a: b"\naliases:\n  - it\'s\n  - "yes"\n  - C#\n  - "a #b"\n  - say "hi"\n  - "\\u001B[0m"\n  - "-a"\n'
    )


def test_a_text_of_several_lines_keeps_them() -> None:
    assert "summary: |-\n  One:\n\n    - two # three\n" in again(
        flow({"title": "A", "sources": {"s": {"publisher": "P"}}, "summary": "One:\n\n  - two # three"})
    )


def test_the_longest_key_is_written() -> None:
    head = {"title": "A", "sources": {"s": {"publisher": "P"}}}
    name = "\u200b" * 200
    branch = {name: {"a": "A", "b": "B"}}
    again(flow(head | {"skills": {name: "5%"}, "tools": ["a", {name: "word " * 60}], "related": [branch, branch]}))


# Claims

HEAD = "title: A\nsources: {s: {publisher: P, date: 2024-05, area: US, method: survey}, t: {publisher: Q}}\n"


@pytest.mark.parametrize(
    "text",
    [
        # wages
        "wages: [{per: year, low: 'around $36,000', high: 'over $82,000'}]",
        "wages: [{per: year, low: '≥ 5 EUR', high: '> 6 EUR', mean: '~ 5.50€'}, {per: hour, low: 5+, currency: EUR}]",
        "wages: [{per: year, low: $5, high: '6', currency: CAD}, {per: year, low: $5, high: USD 6}]",
        "wages: [{per: hour, median: '  up  to   $5 '}, {per: hour, median: \"$5\\n+\"}]",
        "wages: [{per: year, median: $5}, {per: year, p75: $4}, {per: year, p90: $4}, {per: year, p10: $9}]",
        "wages: [{per: year, high: $5}, {per: year, low: $6}, {per: year, low: up to $7, high: $5}]",
        "wages: [{per: year, median: $5, mean: $6}, {per: year, median: $5}, {per: hour, mean: $6}]",
        "wages: [{per: year, estimate: $5}, {per: year, low: $1, high: $9}, {per: year, low: $1, level: entry}]",
        "wages: [{missing: None.}, {missing: None.}, {missing: None., level: entry}]",
        "wages: [{per: year, low: $5, note: None.}, {missing: None., source: t, date: unknown, caveat: none at all}]",
        # one text, one number
        "major: [B, B, {value: B, source: t}, {value: [B, C], source: t}, {missing: No.}, {missing: No.}, D]",
        "major: {value: B, date: unknown, area: TX, population: 15-1232, method: unknown, level: entry, note: N.}",
        "major: {value: B, date: 2024, population: role, method: survey, area: US}",
        "growth: [5%, 5 %, -3.7%, +3, '1,250.5 %']\nlgbt: 9%\njobs: ['68,874', 5, 12.50]\nage: 012",
        # lists
        "tools: [a, b: c, d: e, b: f, g, g]",
        "tools: [a, {value: [b, {c: d}], note: N.}, {value: b, note: N.}, {missing: M.}, e]",
        "tools: {value: {value: a}}\nsteps: [{value: {note: a}}, b]\nlearning: {value: {missing: a}, note: b}",
        'tools: {"a": b, " a": c, "a ": d}',
        # weights and shares
        "skills: {a: 5%, b: text, c: 5}\nknowledge: [a, b: 5%, {c: 4 %, d: text}, {value: e, source: t}]",
        "gender: [{A: 60%}, {value: {B: 40%}, source: t}, {A: 50.5%}]\nrace: {value: {value: 5%, note: 6%}}",
        "degree_held: [{missing: M., source: t}, {A: 60%}, {A: 60%}]",
        # links
        "next_roles: {x: {a: A, b: B}, c: C, y: {a: A}}\nrelated: {a: A, a-b: B}",
        "next_roles: [{x: {a: A}}, {c: C}, {x: {b: B}}]\nrelated: [{x: {a: A}}, {y: {b: B}}, {x: {c: C}}]",
        "next_roles: [{x: {a: A}}, {c: C}, {x: {a: A, b: B}}, {x: {a: A}}, {c: C}, {x: X}, {x: {x: X}}]",
        "next_roles: {value: {value: Value, note: {source: S}}}\nrelated: {on: 'On', '12': Twelve, 'null': {'no': N}}",
        # caveats
        "growth: [{value: 5%, caveat: no base, note: Longer.}, {value: 5%, caveat: no base, note: no base at all}]",
        "growth: [{value: 5%, caveat: no base, note: No base. No base. X.}, {missing: M., caveat: a dash, note: N.}]",
        "growth: [{value: 5%, caveat: no base}, {value: 5%, caveat: no base, note: No base.}]",
        "growth: [{value: 5%, caveat: no base, note: 'No base.  X.'}, {value: 5%, caveat: no base, note: No base.X}]",
        "growth: [{value: 5%, caveat: ıx, note: N}, {value: 5%, caveat: ıx, note: Ix. N}, {value: 5, caveat: ŉß}]",
    ],
)
def test_claims_of_every_kind_come_back(text: str) -> None:
    again(HEAD + text)


def test_a_source_may_be_called_like_a_word_of_yaml() -> None:
    names = ["2020", "no", "null", "true", "1e5", "0x1"]
    sources = {name: {"publisher": "unknown", "title": name} for name in names}
    again(flow({"title": "A", "sources": sources, "major": [{"value": "B", "source": name} for name in names]}))


def test_the_source_that_says_most_stands_first() -> None:
    written = again(HEAD + "wages: {per: year, low: $5}\nmajor: {value: B, source: t}\ncollege: {value: C, source: t}")
    assert written.index("\n  t:") < written.index("\n  s:") < written.index("source: s") == written.rindex("source:")


def test_a_caveat_is_not_said_twice() -> None:
    written = again(HEAD + "growth: {value: 5%, caveat: no period, note: Longer.}")
    assert "  value: 5%\n  caveat: no period\n  note: Longer.\n" in written


def test_the_longest_note_beside_a_caveat_comes_back() -> None:
    again(flow({"title": "A", "sources": {"s": {"publisher": "P"}}, "age": said("43", note="n" * 5_000, caveat="d")}))


# Random profiles


def said(value: Tree, **attributes: str) -> Tree:
    return {"value": value, **attributes}


class Dice:
    """Generates random profiles, all valid, many unusual."""

    SIGNS = "ab AB12é日.,:;#-?!&*|>%@`'\"\\[]{}<=~/$\n\t \u200b\u202e\u2028\x1b\x85\u0301\u00a0😀"

    def __init__(self, seed: int) -> None:
        self.by = random.Random(seed)

    def text(self, most: int = 150) -> str:
        if self.by.random() < 0.4:
            return self.by.choice(TEXTS)[:most].strip() or "x"
        signs = self.by.choices([*self.SIGNS, "word ", ": ", " #", "\n\n"], k=self.by.randint(1, 20))
        return "".join(signs)[:most].strip() or "x"

    def some(self, make: Callable[[], Tree], most: int = 4) -> list[Tree]:
        return [make() for _ in range(self.by.randint(1, most))]

    def attributes(self, sources: list[str]) -> dict[str, str]:
        every: dict[str, Callable[[], str]] = {
            "source": lambda: self.by.choice(sources),
            "date": lambda: self.by.choice(["2024", "2024-05", "unknown"]),
            "area": lambda: self.by.choice(["US", "TX", self.text()]),
            "population": lambda: self.by.choice(["role", "15-1230"]),
            "method": lambda: self.by.choice(METHODS),
            "level": lambda: self.by.choice(EXPERIENCES),
            "note": self.text,
            "caveat": lambda: self.text(60),
        }
        return {key: every[key]() for key in self.by.sample(list(every), self.by.choice([0, 0, 0, 1, 2, 8]))}

    def number(self) -> str:
        return self.by.choice(["0", "7", "012", "12.5", " 3.70 ", "99"])

    def percent(self) -> str:
        return self.number() + self.by.choice(["", "%", " %"])

    def link(self) -> tuple[str, Tree]:
        role_id = self.by.choice(["a", "b", "value", "note", "no", "12"])
        if self.by.random() < 0.3:
            return (self.by.choice(["x", "y", self.text()]), {role_id: self.text()})
        return (role_id, self.text())

    def mapping(self, kind: str) -> Tree:
        pairs: dict[str, Callable[[], tuple[str, Tree]]] = {
            fields.LINKS: self.link,
            fields.SHARES: lambda: (self.name(), self.percent()),
            fields.WEIGHTS: lambda: (self.name(), self.by.choice([self.percent(), self.text() + "x"])),
            fields.LIST: lambda: (self.name(), self.text() + "x"),
        }
        return dict(self.some(pairs[kind]))

    def name(self) -> str:
        return self.by.choice(["a", " a", "b", "value", "missing", "source", self.text()])

    def value(self, kind: str) -> Tree:
        if kind in (fields.LINKS, fields.SHARES) or (kind in (fields.LIST, fields.WEIGHTS) and self.by.random() < 0.4):
            return self.mapping(kind)
        return {fields.NUMBER: self.number, fields.COUNT: self.number, fields.PERCENT: self.percent}.get(
            kind, self.text
        )()

    def statement(self, kind: str, sources: list[str]) -> Tree:
        attributes = self.attributes(sources)
        if self.by.random() < 0.2:
            return {"missing": self.text(), **attributes}
        value = self.value(kind) if self.by.random() < 0.5 else self.some(lambda: self.value(kind))
        return {"value": value, **attributes}

    def wages(self, sources: list[str]) -> Tree:
        attributes = self.attributes(sources)
        if self.by.random() < 0.2:
            return {"missing": self.text(), **attributes}
        amounts = ["around $36,000", "$36000", "$ 36,000.00", "≥ $36000", "$36,000+", "~$36000", "up to $36,000"]
        row = {key: self.by.choice(amounts) for key in self.by.sample(fields.WAGES, self.by.randint(1, 5))}
        currency = {"currency": self.by.choice(["USD", "CAD"])} if self.by.random() < 0.3 else {}
        return {"per": self.by.choice(["year", "hour"]), **currency, **row, **attributes}

    def profile(self) -> Tree:
        names = self.by.sample(["s", "t", "no", "2020", "null"], 3)
        keys = self.by.sample(list(WRITABLE), self.by.randint(0, 8))
        claims = {key: self.some(lambda key=key: self.statement(WRITABLE[key].kind, names)) for key in keys}
        return {
            "title": self.text(), "aliases": self.some(self.text), "occupation": "15-1232",
            "occupation_note": self.text(), "occupation_caveat": self.text(60),
            "occupation_alternatives": self.some(lambda: self.by.choice(["15-1231", "43-4051"])),
            "sources": {name: {"publisher": self.text(), **self.source()} for name in names},
            "wages": self.some(lambda: self.wages(names), 6), **claims,
        }  # fmt: skip

    def source(self) -> dict[str, str]:
        attributes = self.attributes([""])
        kept = {key: each for key, each in attributes.items() if key not in ("source", "population", "level")}
        return {"title": self.text(), **kept}


@pytest.mark.a_tenth
@pytest.mark.parametrize("seed", range(400))
def test_whatever_can_be_read_can_be_written(seed: int) -> None:
    again(flow(Dice(seed).profile()))
