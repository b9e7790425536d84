"""Official figures are asked for in SQL: right, through an index, from a file that is built the same each time."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.errors import CareerError
from careercli.model.claims import Occupation
from careercli.model.words import normalize
from careercli.official import onet, releases
from careercli.store import build, lists, official, search
from tests.conftest import Ask
from tests.indexed import Damage, instead, overwritten, sql

AGAIN = "python -m careercli.store.build"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """official.sqlite as it is built from the texts of today."""
    return Path(build.build(str(tmp_path_factory.mktemp("built") / "official.sqlite")))


def rows(path: Path | str) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every ordinary table."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = [
        name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not name.startswith(("sqlite_", "title_fts", "occupation_fts"))
    ]  # fmt: skip
    found = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    database.close()
    return found


# -- the build


@pytest.mark.slow
def test_the_same_texts_make_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = Path(build.build(str(tmp_path / "again.sqlite")))
    assert again.read_bytes() == built.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["again.sqlite"]


@pytest.mark.slow  # tests/official/test_texts.py holds the same file to the cells of the texts.
def test_the_database_beside_the_package_is_that_of_the_texts(built: Path) -> None:
    assert rows(official.PATH) == rows(built), f"the texts changed since it was built: {AGAIN}"


def test_it_has_been_analyzed_and_has_no_free_page() -> None:
    database = sqlite3.connect(official.BUNDLED)
    assert database.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0] >= 10
    assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert database.execute("PRAGMA page_size").fetchone() == (4096,)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


def test_a_text_of_an_unknown_release_is_refused_and_leaves_what_there_was(tmp_path: Path) -> None:
    texts = Path(shutil.copytree(build.TEXTS, tmp_path / "texts"))
    (texts / "oews-1999-05.national.tsv").write_text("OCC_CODE\n", encoding="utf-8")
    kept = tmp_path / "official.sqlite"
    kept.write_text("before", encoding="utf-8")
    with pytest.raises(ValueError, match="oews-1999-05"):
        build.build(str(kept), texts)
    assert kept.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["official.sqlite", "texts"]


def test_a_cell_that_cannot_be_kept_exactly_is_refused(tmp_path: Path) -> None:
    texts = Path(shutil.copytree(build.TEXTS, tmp_path / "texts"))
    path = texts / "parities-2024.metros.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("\t95.469\n", "\t95.4691\n"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"95\.4691"):
        build.build(str(tmp_path / "official.sqlite"), texts)


# -- plans

OCCUPATION = "SEARCH occupation USING INDEX sqlite_autoindex_occupation_1 (code=?)"
CODE = "SEARCH occupation USING COVERING INDEX sqlite_autoindex_occupation_1 (code=?)"
ONE = "SEARCH one USING COVERING INDEX sqlite_autoindex_occupation_1 (code=?)"
OTHER = "SEARCH other USING INTEGER PRIMARY KEY (rowid=?)"
NAMED = "SEARCH occupation USING INTEGER PRIMARY KEY (rowid=?)"
RELEASE = "SEARCH release USING COVERING INDEX sqlite_autoindex_release_1 (key=?)"
AREA = "SEARCH area USING COVERING INDEX sqlite_autoindex_area_1 (code=?)"
FAMILY = "SEARCH family USING INTEGER PRIMARY KEY (rowid=?)"
ELEMENT = "SEARCH element USING INTEGER PRIMARY KEY (rowid=?)"
RATER = "SEARCH rater USING INTEGER PRIMARY KEY (rowid=?)"
PRICE = "SEARCH price USING INTEGER PRIMARY KEY (rowid=?)"
ONE_WAGE = "SEARCH wage USING PRIMARY KEY (release=? AND occupation=? AND area=?)"
WAGES_OF_ONE = "SEARCH wage USING PRIMARY KEY (release=? AND occupation=?)"
AREA_BY_ID = "SEARCH area USING INTEGER PRIMARY KEY (rowid=?)"
TERM = "SEARCH title_term USING PRIMARY KEY (term=?)"
CODES = "SCAN occupation USING COVERING INDEX sqlite_autoindex_occupation_1"
RATED = "SEARCH importance USING PRIMARY KEY (release=? AND occupation=?)"
LEVEL = "SEARCH level USING PRIMARY KEY (release=? AND occupation=? AND element=? AND scale=?)"
OF_ENTRIES = [
    FAMILY,
    ONE_WAGE,
    RELEASE,
    AREA,
    "SEARCH missing USING PRIMARY KEY (id=? AND measure=?)",
    "SEARCH measure USING COVERING INDEX sqlite_autoindex_measure_1 (name=?)",
    "SEARCH projection USING PRIMARY KEY (release=? AND occupation=?)",
    RELEASE,
]
PLANS = {
    "occupation": [OCCUPATION, FAMILY],
    "wages": [ONE_WAGE, RELEASE, AREA],
    "top places": [WAGES_OF_ONE, RELEASE, AREA_BY_ID],
    "capped places": [
        WAGES_OF_ONE,
        RELEASE,
        AREA_BY_ID,
        "SEARCH measure USING COVERING INDEX sqlite_autoindex_measure_1 (name=?)",
        "SEARCH missing USING PRIMARY KEY (id=? AND measure=?)",
    ],
    "marks": [
        "SEARCH missing USING PRIMARY KEY (id=?)",
        "SEARCH measure USING INTEGER PRIMARY KEY (rowid=?)",
    ],
    "projection": ["SEARCH projection USING PRIMARY KEY (release=? AND occupation=?)", RELEASE],
    "separations": ["SEARCH separation USING PRIMARY KEY (release=? AND occupation=?)", RELEASE],
    "reason": ["SEARCH reason USING PRIMARY KEY (release=? AND occupation=?)", RELEASE],
    "exposure": ["SEARCH exposure USING PRIMARY KEY (release=? AND occupation=?)", RELEASE],
    "people": [
        "SEARCH demographic USING PRIMARY KEY (release=? AND occupation=?)",
        RELEASE,
        "SEARCH census_occupation USING INTEGER PRIMARY KEY (rowid=?)",
    ],
    "ratings": ["SEARCH rating USING PRIMARY KEY (release=? AND occupation=?)", RELEASE, ELEMENT, RATER],
    "rated": [CODE, RATED, RELEASE, ELEMENT, LEVEL, RATER],
    "measures": [RATED, RELEASE, CODE, ELEMENT, LEVEL],
    "every technology": [CODE, "SEARCH technology USING PRIMARY KEY (release=? AND occupation=?)", RELEASE, ELEMENT],
    "skills named": ["SEARCH element_name USING PRIMARY KEY (name=?)", ELEMENT],
    "listed by": [CODES, "SEARCH technology USING PRIMARY KEY (release=? AND occupation=? AND element=?)", RELEASE],
    "often listed": ["SEARCH technology USING PRIMARY KEY (release=?)", RELEASE],
    "technologies listed": ["SEARCH technology_total USING PRIMARY KEY (release=?)", RELEASE, NAMED],
    "important in": [
        CODES,
        "SEARCH rating USING PRIMARY KEY (release=? AND occupation=? AND element=? AND scale=?)",
        RELEASE,
        ELEMENT,
    ],
    "occupations rated": ["SEARCH rated_total USING INTEGER PRIMARY KEY (rowid=?)", RELEASE],
    "job zones": ["SEARCH job_zone USING PRIMARY KEY (release=?)", RELEASE, NAMED],
    "high points": [CODES, "SEARCH rating USING PRIMARY KEY (release=? AND occupation=?)", RELEASE],
    "required education": [
        "SEARCH education USING PRIMARY KEY (release=? AND occupation=?)",
        RELEASE,
        "SEARCH education_level USING INTEGER PRIMARY KEY (rowid=?)",
        RATER,
    ],
    "interests": ["SEARCH rating USING PRIMARY KEY (release=? AND occupation=?)", RELEASE, ELEMENT, RATER],
    "related": ["SEARCH related USING PRIMARY KEY (release=? AND occupation=? AND rank<?)", RELEASE, NAMED],
    "tasks": ["SEARCH task USING PRIMARY KEY (release=? AND occupation=?)", RELEASE, RATER],
    "technologies": ["SEARCH technology USING PRIMARY KEY (release=? AND occupation=?)", RELEASE, ELEMENT],
    "wages of all": ["SCAN occupation", FAMILY, ONE_WAGE, RELEASE, AREA, AREA_BY_ID],
    "entries": ["SCAN occupation", *OF_ENTRIES],
    "some entries": [OCCUPATION, *OF_ENTRIES],
    "parts": [
        "SEARCH listed USING PRIMARY KEY (occupation=?)",
        CODE,
        "SEARCH part USING INTEGER PRIMARY KEY (rowid=?)",
    ],
    "areas": ["SCAN area", PRICE],
    "area": ["SEARCH area USING INDEX sqlite_autoindex_area_1 (code=?)", PRICE],
    "wages by area": [OCCUPATION, FAMILY, WAGES_OF_ONE, RELEASE, AREA_BY_ID],
    "wages of all areas by the year": ["SEARCH wage USING PRIMARY KEY (release=?)", RELEASE],
    "wages of all areas by the hour": ["SEARCH wage USING PRIMARY KEY (release=?)", RELEASE],
    "wages by industry": [
        "SEARCH industry_wage USING PRIMARY KEY (release=? AND occupation=?)",
        RELEASE,
        CODE,
        "SEARCH industry USING INTEGER PRIMARY KEY (rowid=?)",
    ],
    "parities": [
        "SCAN area",
        PRICE,
        "SEARCH price_parity USING PRIMARY KEY (release=? AND area=? AND year=?)",
        RELEASE,
    ],
    "parity": [
        "SEARCH area USING INDEX sqlite_autoindex_area_1 (code=?)",
        PRICE,
        "SEARCH price_parity USING PRIMARY KEY (release=? AND area=?)",
        RELEASE,
    ],
    "price indexes": ["SEARCH cpi USING PRIMARY KEY (release=?)", RELEASE],
    "alike titles": [
        "SEARCH title_key USING PRIMARY KEY (key=?)",
        "SEARCH title USING INTEGER PRIMARY KEY (rowid=?)",
        NAMED,
        "SEARCH release USING INTEGER PRIMARY KEY (rowid=?)",
    ],
    "words between": ["SEARCH title_word USING PRIMARY KEY (word>? AND word<?)"],
    "words among": ["SEARCH title_word USING PRIMARY KEY (word=?)"],
    "votes": [TERM, "SEARCH title_vote USING PRIMARY KEY (term=?)"],
    "votes for all": ["SCAN title_total"],
    "named": [NAMED],
    "alike": [
        ONE,
        "SEARCH related USING PRIMARY KEY (release=? AND occupation=?)",
        RELEASE,
        OTHER,
        ONE,
        "SEARCH nearest USING PRIMARY KEY (occupation=? AND rank<?)",
        OTHER,
    ],
    "steps": ["SCAN alike"],
    "medians": [
        "SCAN occupation",
        ONE_WAGE,
        RELEASE,
        AREA,
        "SEARCH missing USING PRIMARY KEY (id=? AND measure=?)",
        "SEARCH measure USING COVERING INDEX sqlite_autoindex_measure_1 (name=?)",
    ],
    "nearest": [
        ONE,
        "SEARCH nearest USING PRIMARY KEY (occupation=?)",
        OTHER,
        *(f"SEARCH {name} USING INTEGER PRIMARY KEY (rowid=?)" for name in ("first", "second")),
        "SEARCH related USING PRIMARY KEY (release=? AND occupation=?)",
        RELEASE,
    ],
    "terms of": [TERM, "SEARCH title_vote USING PRIMARY KEY (term=? AND occupation=?)", CODE],
}
"""Of each question what is searched, by which index and which of its columns.

Lists scan occupations or areas alone; steps are one row; a vote reads how many titles each of 1,000 occupations has."""


BUILD = {"zones", "ratings of all", "activity stems", "titles of all", "title terms"}
"""Questions of the build alone, which reads all occupations."""


@pytest.mark.parametrize("question", PLANS)
def test_a_question_is_answered_by_index(question: str) -> None:
    sql = official.question(question)
    names = dict.fromkeys(re.findall(r":(\w+)", sql), "")
    database = sqlite3.connect(official.BUNDLED)
    plan = [str(row[3]) for row in database.execute(f"EXPLAIN QUERY PLAN {sql}", names)]
    database.close()
    assert [step for line in plan if (step := step_of(line))] == PLANS[question]


def step_of(line: str) -> str:
    """A line of a plan as every SQLite words it; nothing where it searches no table of the file."""
    line = re.sub(r" TABLE | AS \w+ ", " ", line).replace(" LEFT-JOIN", "").strip()
    is_of_the_file = line.startswith(("SEARCH", "SCAN")) and not re.search(r"subquery|SUBQUERY|json_each", line)
    return line if is_of_the_file else ""


# -- questions


def test_every_question_has_its_plan_or_scans_nothing_but_names() -> None:
    asked = {name for name in official.questions() if not name.startswith("{")}
    names = {"job zone", "titles", "codes", "detailed occupations", "area codes", "skills with", "skills like"}
    assert asked - PLANS.keys() - BUILD == names


def test_an_occupation_is_asked_for_in_a_place_and_of_a_release() -> None:
    oews, ep = releases.newest("OEWS"), releases.newest("EP")
    whole, waged = official.occupation("15-1231"), official.occupation("15-1231", sources=(oews,))
    elsewhere = official.occupation("15-1231", area="OH")
    assert whole
    assert waged
    assert elsewhere
    assert waged.claims == tuple(
        claim for claim in whole.claims if claim.source == oews and not claim.field.startswith("top_")
    )
    # No wage of the nation stands for one of Ohio; what has no place but the nation stays.
    assert {claim.area for claim in elsewhere.claims if claim.source == oews} == {"OH"}
    others = tuple(claim for claim in elsewhere.claims if claim.source != oews and claim.field != "price_parity")
    assert others == tuple(claim for claim in whole.claims if claim.source != oews)
    assert [claim.value for claim in elsewhere.claims if claim.field == "price_parity"] == [92.774]
    projected = official.occupation("15-1231", sources=(ep,))
    assert projected
    assert {claim.source for claim in projected.claims} == {ep}
    assert official.occupation("15-0000") is None


def every_occupation() -> Iterator[Occupation]:
    for code, _, _ in official.titles():
        found = official.occupation(code)
        assert found
        yield found


def figure(each: Occupation, field: str) -> object:
    """The value of a field's first claim of a year or of no period, with its bound."""
    claims = (claim for claim in each.claims if claim.field == field and claim.period in ("", "year"))
    claim = next(claims, None)
    return f"{claim.bound}{claim.value}" if claim and claim.bound else claim and claim.value


def test_the_entry_of_every_occupation_says_what_its_claims_say() -> None:
    found = lists.entries(official.codes())
    assert len(found) == len(official.titles())
    for each in every_occupation():
        row = found[each.code]
        median = f"{row.bound}{row.median}" if row.bound else row.median
        assert (row.code, row.title, row.detail, row.family) == each[:4]
        assert median == figure(each, "median"), each.code
        assert row.employment_change == figure(each, "employment_change"), each.code
        assert row.entry_education == figure(each, "entry_education"), each.code
    assert list(lists.entries()) == [each for each in sorted(found) if found[each].detail != "broad"]


def test_the_wages_of_all_are_those_of_each() -> None:
    oews = releases.newest("OEWS")
    found = {each.code: each for each in lists.wages_of_all()}
    assert len(found) == 830
    for code, each in found.items():
        assert each == official.occupation(code, sources=(oews,))
    ohio = {each.code: each for each in lists.wages_of_all("OH")}
    assert 600 < len(ohio) < 830
    for code in ("15-1231", "29-1214", "27-2011"):
        assert ohio[code] == official.occupation(code, "OH", (oews,))
    assert list(lists.wages_of_all("ZZ")) == []


def test_an_occupation_is_found_by_the_texts_its_claims_say() -> None:
    database = sqlite3.connect(f"file:{official.PATH}?mode=ro", uri=True)
    texts = {
        code: said
        for code, *said in database.execute(
            "SELECT code, names, skills, education FROM occupation_text JOIN occupation ON id = occupation"
        )
    }
    for each in every_occupation():
        names, skills, education = (text.split("\n") for text in texts[each.code])
        assert names == list(dict.fromkeys(map(normalize, [each.code, each.title, each.family])))
        rated = [claim.item for claim in each.claims if claim.field in ("skills", "knowledge")]
        used = [f"{c.item} {c.value}" for c in each.claims if c.field == "technologies" and c.value != onet.HOT]
        assert skills == (list(dict.fromkeys(map(normalize, rated + used))) or [""])
        assert education == [normalize(str(figure(each, "entry_education") or ""))]
    terms = "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, occupation_fts, 'row')"
    database.execute(terms)
    words = {word for said in texts.values() for text in said for word in text.split()}
    assert {word for (word,) in database.execute("SELECT term FROM terms")} == words
    searched = {word for said in texts.values() for text in said[:2] for word in text.split()}
    assert {word for (word,) in database.execute("SELECT word FROM occupation_word")} == searched
    database.close()


@pytest.mark.parametrize(("column", "name"), [("names", "Registered Nurses"), ("skills", "Troubleshooting")])
def test_a_word_is_found_in_the_column_it_stands_in(column: str, name: str) -> None:
    database = sqlite3.connect(f"file:{official.PATH}?mode=ro", uri=True)
    match = f"{column} : " + " AND ".join(f'"{word}"' for word in normalize(name).split())
    found = database.execute("SELECT rowid FROM occupation_fts WHERE occupation_fts MATCH ?", (match,)).fetchall()
    wanted = [each for each in every_occupation() if normalize(name) in normalize(text_of(each, column))]
    assert len(found) == len(wanted) > 0
    database.close()


def text_of(each: Occupation, column: str) -> str:
    if column == "names":
        return f"{each.title} {each.family}"
    return " / ".join(claim.item for claim in each.claims if claim.field == "skills" and claim.value != onet.HOT)


# -- damage


DAMAGE: dict[str, Damage] = {
    "missing": Path.unlink,
    "empty": lambda path: os.truncate(path, 0),
    "half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "short by one byte": lambda path: os.truncate(path, path.stat().st_size - 1),
    "text": lambda path: path.write_text("no database " * 1000, encoding="utf-8"),
    "garbage behind its header": overwritten(100, b"\xa5" * (os.path.getsize(official.BUNDLED) - 100)),
    "a folder": instead(Path.mkdir),
    "of another schema": sql("DROP TABLE wage"),
}


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the database that questions go to, under a name that a URI would read otherwise."""
    path = tmp_path / "a #?%20 folder" / "official.sqlite"
    path.parent.mkdir()
    shutil.copy(official.BUNDLED, path)
    monkeypatch.setattr(official, "PATH", str(path))
    forget()
    yield path
    forget()


def forget() -> None:
    for each in (official._opened, official.occupation, official._codes, search._bundled):
        each.cache_clear()


def test_the_copy_answers_before_it_is_damaged(damaged: Path, ask: Ask) -> None:
    answer = ask("compare", "15-1231", "15-1232", "-f", "csv")
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize(
    "words", [("compare", "15-1231", "15-1232"), ("salary", "15-1231"), ("show", "registered nurses")]
)
def test_a_damaged_file_is_one_line_that_says_which_and_what_to_do(
    words: tuple[str, ...], damage: Damage, damaged: Path, ask: Ask
) -> None:
    damage(damaged)
    answer = ask(*words)
    assert (answer.code, answer.out) == (1, "")
    assert re.fullmatch(
        rf"careercli: {re.escape(str(damaged))}: cannot be read \(.+\); install careercli again\n", answer.err
    )


def test_a_question_raises_what_the_program_prints(damaged: Path) -> None:
    damaged.unlink()
    with pytest.raises(CareerError, match="install careercli again"):
        official.titles()
