"""Test JSON of comparisons: public keys in a fixed order, null for unknown values, ASCII, one row a line in NDJSON."""

import json
import math

import pytest

from careercli.compare.comparison import compare
from careercli.formats.comparison_json import comparison_as_json, comparison_as_ndjson
from careercli.model.claims import Source
from careercli.model.fields import BY_KEY
from tests.formats.example import X, comparison, own
from tests.make import make_role

ROW = (
    '{"section":"pay","field":"median","label":"median wage","differs":true,"cells":{"desk-tech":[{"value":73340,'
    '"statistic":"median","per":"year","currency":"USD","area":"US","as_of":"2025-05","population":"15-1231",'
    '"source":"oews-2025-05"}],"\\u7db2\\u8def\\u54e1":[{"value":60340,"statistic":"median","per":"year",'
    '"currency":"USD","area":"US","as_of":"2025-05","population":"15-1232","source":"oews-2025-05"}]},"difference":'
    '{"\\u7db2\\u8def\\u54e1":{"verdict":"ranked","absolute":-13000,"percent":-17.7,"why":"lower"}}}\n'
)


def test_a_row_of_ndjson_is_one_element_of_rows() -> None:
    lines = list(comparison_as_ndjson(comparison()))
    assert lines[0] == ROW
    document = json.loads(comparison_as_json(comparison(), []))
    assert [json.loads(line) for line in lines] == document["rows"]


def test_the_keys_are_the_public_ones_in_their_order() -> None:
    document = json.loads(comparison_as_json(comparison(), ["a note"]))
    assert list(document) == ["roles", "baseline", "short", "rows", "notes", "sources", "data"]
    assert [list(role) for role in document["roles"]] == [["id", "title", "occupation", "area", "caveat"]] * 2
    row = document["rows"][0]
    assert list(row) == ["section", "field", "label", "differs", "cells", "difference"]
    (claim,) = row["cells"]["desk-tech"]
    assert list(claim) == ["value", "statistic", "per", "currency", "area", "as_of", "population", "source"]
    assert row["difference"] == {"網路員": {"verdict": "ranked", "absolute": -13_000, "percent": -17.7, "why": "lower"}}
    assert document["notes"] == ["a note"]
    assert document["sources"]["site"] == {
        "publisher": "Site", "title": "A page", "method": "model", "url": "https://site.example/page",
    }  # fmt: skip
    assert document["data"] == {"oews": "May 2025", "ep": "2024-34", "onet": "30.2"}


def test_the_baseline_has_no_difference_of_its_own() -> None:
    row = json.loads(comparison_as_json(comparison(), []))["rows"][0]
    assert list(row["cells"]) == ["desk-tech", "網路員"]
    assert list(row["difference"]) == ["網路員"]


def test_a_value_is_bare_and_its_bound_beside_it() -> None:
    document = json.loads(comparison_as_json(comparison(), []))
    (claim,) = document["rows"][1]["cells"]["網路員"]
    assert (claim["value"], claim["bound"], claim["printed"]) == (36_361, ">", "over $36,361")


def test_an_unknown_cell_is_an_empty_list_and_a_missing_occupation_null() -> None:
    document = json.loads(comparison_as_json(comparison(make_role("x")), []))
    assert document["roles"] == [{"id": "x", "title": "X", "occupation": None, "area": "US", "caveat": None}]
    assert [row["cells"] for row in document["rows"]] == [{"x": []}] * 4


def test_a_link_is_an_id_and_its_title_what_is_printed() -> None:
    (claim,) = json.loads(comparison_as_json(comparison(X), []))["rows"][3]["cells"]["desk-tech"]
    assert (claim["value"], claim["printed"]) == ("sysadmin", "System Administrator")


def test_short_sentences_stand_before_the_rows() -> None:
    assert json.loads(comparison_as_json(comparison(), [], ["B pays more."]))["short"] == ["B pays more."]


def test_a_source_whose_own_method_is_unknown_has_those_of_its_claims() -> None:
    source = Source("s", "S")
    role = make_role("x", *(own(1, k, source=source, method=m) for k, m in (("growth", "opinion"), ("age", "survey"))))
    found = json.loads(comparison_as_json(compare([role], [BY_KEY["growth"], BY_KEY["age"]]), []))
    assert found["sources"]["s"]["method"] == "opinion, survey"


def test_no_number_that_json_lacks_is_ever_written() -> None:
    role = make_role("x", own(math.nan, "growth", source=Source("s", "S")))
    with pytest.raises(ValueError, match="JSON"):
        comparison_as_json(compare([role], [BY_KEY["growth"]]), [])
