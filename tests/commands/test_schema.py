"""careercli schema: print the JSON Schema."""

import json
from pathlib import Path

import pytest

from careercli.profiles.schema import schema
from tests.conftest import Ask


def test_the_schema_goes_to_a_file(ask: Ask, tmp_path: Path) -> None:
    for _ in range(2):  # The file may be overwritten, as after an update of careercli.
        answer = ask("schema", "-o", str(tmp_path / "careercli.schema.json"))
        assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert json.loads((tmp_path / "careercli.schema.json").read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize("output", ["-", "/dev/stdout"])
def test_standard_output_may_be_named(ask: Ask, output: str) -> None:
    assert ask("schema", "-o", output).json == schema()
