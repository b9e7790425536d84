"""careercli new ID: the template of a profile."""

import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from careercli.profiles.keys import PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS
from careercli.profiles.reading import read_text
from careercli.profiles.schema import schema
from careercli.profiles.template import SCHEMA_FILE, template
from tests.conftest import Ask
from tests.edited import as_data


def uncommented(text: str, sign: str = "#") -> str:
    """Return the template with every example uncommented; comments, which start with `# `, stay."""
    return re.sub(rf"^( *)(?!# \S){sign}", r"\1", text, flags=re.MULTILINE)


def keys_in(data: object) -> set[str]:
    if isinstance(data, list):
        return set().union(*map(keys_in, data))
    return set(data).union(*map(keys_in, data.values())) if isinstance(data, dict) else set()


# The template


def test_the_template_is_a_profile_that_says_nothing_yet() -> None:
    role = read_text(template("my-role").encode(), "my-role.yaml")
    assert (role.id, role.title, role.own, role.occupation) == ("my-role", "My Role", (), "")


def test_the_template_is_told_by_name_where_its_schema_is() -> None:
    first, second, *_ = template("my-role").splitlines()
    assert first == "# yaml-language-server: $schema=careercli.schema.json"
    assert f"careercli schema -o {SCHEMA_FILE}" in second


@pytest.mark.parametrize("sign", ["#", "# ?"], ids=["the sign alone", "the sign and a blank, as editors do"])
def test_every_example_loads_and_fits_the_schema(sign: str) -> None:
    text = uncommented(template("my-role"), sign)
    assert len(read_text(text.encode(), "my-role.yaml").own) > 60
    assert list(Draft7Validator(schema()).iter_errors(as_data(text))) == []


def test_careercli_check_has_nothing_to_say_of_it(ask: Ask, tmp_path: Path) -> None:
    for text in (template("my-role"), uncommented(template("my-role"))):
        (tmp_path / "my-role.yaml").write_text(text, encoding="utf-8")
        answer = ask("check", str(tmp_path / "my-role.yaml"))
        assert (answer.code, answer.out) == (0, "")
        assert "no error, no warning" in answer.err


def test_every_example_loads_alone() -> None:
    text = template("my-role")
    examples = re.findall(r"^#\w.*\n(?:#  .*\n)*", text, re.MULTILINE)
    assert len(examples) > 40
    by_key = {example.partition(":")[0].removeprefix("#"): example for example in examples}
    needed = {"occupation_caveat": ["occupation"], "occupation_alternatives": ["occupation", "occupation_caveat"]}
    for key, example in by_key.items():
        said = text
        for each in (example, *(by_key[other] for other in needed.get(key, ()))):
            said = said.replace(each, uncommented(each))
        read_text(said.encode(), "my-role.yaml")


def test_every_key_is_there_with_its_meaning() -> None:
    text = template("my-role")
    said = keys_in(as_data(uncommented(text)))
    for keys in (PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS):
        assert set(keys) <= said
        for key, meaning in keys.items():
            assert re.search(rf"^[# -]*{key}:.*  # {re.escape(meaning)}$", text, re.MULTILINE), key


@pytest.mark.parametrize(
    ("role_id", "title"),
    [
        ("my-role", "My Role"), ("null", "Null"), ("true", "True"), ("no", "No"), ("12", "12"), ("1e5", "1e5"),
        ("0x1f", "0x1f"), ("a-", "A"), ("a--b", "A B"), ("x" * 80, "X" + "x" * 79),
    ],
)  # fmt: skip
def test_the_title_is_a_text_whatever_the_id_is(role_id: str, title: str) -> None:
    text = template(role_id)
    assert read_text(text.encode(), f"{role_id}.yaml").title == title
    assert as_data(text)["title"] == title


# The command


def test_a_profile_goes_to_a_new_file_and_is_found_there(ask: Ask, tmp_path: Path) -> None:
    answer = ask("new", "my-role", "-o", str(tmp_path / "my-role.yaml"))
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert (tmp_path / "my-role.yaml").read_text(encoding="utf-8") == template("my-role")
    shown = ask("roles", "my role", "--roles", str(tmp_path), "-f", "tsv", "--columns", "id,title", "--no-header")
    assert (shown.code, shown.out, shown.err) == (0, "my-role\tMy Role\n", "")


def test_a_file_that_exists_is_never_overwritten(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "my-role.yaml"
    path.write_text("mine")
    ask("new", "my-role", "-o", str(path)).refuses(1, f"{path}: file exists; remove it, or use another id\n")
    assert path.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_never_overwritten(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "my-role.yaml").symlink_to("elsewhere")
    assert ask("new", "my-role", "-o", str(tmp_path / "my-role.yaml")).code == 1
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["role.yaml", "my-role.txt", "my-role", "my-role.yaml.bak", "My-role.yaml"])
def test_a_file_is_named_after_its_id(ask: Ask, tmp_path: Path, name: str) -> None:
    answer = ask("new", "my-role", "-o", str(tmp_path / name))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith("”; a profile is named after its id: my-role.yaml\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("role_id", "such"),
    [
        ("My Role", ", such as my-role"),
        ("my_role.yaml", ", such as my-role-yaml"),
        ("-Café Ops-", ", such as cafe-ops"),
        ("../x", ", such as x"),
        ("A" * 99, f", such as {'a' * 80}"),
        ("15_1232", ""),
        ("日本", ""),
        ("", ""),
    ],
)
def test_an_invalid_id_gets_a_valid_suggestion_if_there_is_one(ask: Ask, role_id: str, such: str) -> None:
    answer = ask("new", "--", role_id)
    assert (answer.code, answer.out) == (2, "")
    hint = "is not a valid role id; use at most 80 lower-case letters, digits and hyphens"
    assert answer.err == f"careercli: “{role_id}” {hint}{such}\n"


@pytest.mark.parametrize("code", ["15-1232", "15-1299.08"])
def test_an_occupations_code_is_no_id(ask: Ask, code: str) -> None:
    ask("new", code).refuses(2, f"“{code}” is an occupation code, not a role id; use another id, such as my-role\n")
