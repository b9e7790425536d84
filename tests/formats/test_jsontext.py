"""Test JSON of rows: null for unknown values, ASCII, one row a line, and bounds beside their numbers."""

import pytest

from careercli.formats.jsontext import as_json, as_ndjson
from careercli.presentation.rows import RowValues


def test_rows_are_an_array_one_object_a_line() -> None:
    rows: list[RowValues] = [{"a": 1, "b": ""}, {"a": "é\x1b", "b": 2.5}]
    assert "".join(as_json(["a", "b"], rows)) == ('[\n{"a": 1, "b": null},\n{"a": "\\u00e9\\u001b", "b": 2.5}\n]\n')
    assert "".join(as_json(["a"], [])) == "[]\n"
    assert "".join(as_ndjson(["a"], rows)) == '{"a": 1}\n{"a": "\\u00e9\\u001b"}\n'


BOUNDED: list[tuple[RowValues, str]] = [
    ({"median": ">=239200", "title": ">=5"}, '{"median": 239200, "title": ">=5", "bounds": {"median": ">="}}'),
    ({"median": "~17.5", "title": "x"}, '{"median": 17.5, "title": "x", "bounds": {"median": "~"}}'),
    ({"median": 64272, "title": "x"}, '{"median": 64272, "title": "x"}'),
    ({"median": "54760 | >82000", "title": None}, '{"median": "54760 | >82000", "title": null}'),
]


@pytest.mark.parametrize(("row", "line"), BOUNDED, ids=str)
def test_a_wage_is_a_number_and_its_bound_beside_it(row: RowValues, line: str) -> None:
    assert "".join(as_ndjson(["median", "title"], [row])) == line + "\n"
