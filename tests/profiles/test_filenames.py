"""Ids and folders derived from the text of a path."""

from pathlib import Path

import pytest

from careercli.profiles.filenames import absolute, id_and_suffix


def test_two_ways_to_write_a_path_share_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert {absolute(path) for path in ("x", "./x", "y/../x", "x/", str(tmp_path / "x"))} == {str(tmp_path / "x")}


def test_a_folder_that_is_gone_leaves_a_path_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert absolute("./x.yaml") == "x.yaml"


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("noc-tech.yaml", ("noc-tech", "yaml")), ("a.b/noc-tech.yml", ("noc-tech", "yml")),
        ("15-1299.08.yaml", ("15-1299.08", "yaml")), ("a.b/noc-tech", ("", "noc-tech")),
    ],
)  # fmt: skip
def test_the_id_is_the_name_without_its_last_suffix(path: str, parts: tuple[str, str]) -> None:
    assert id_and_suffix(path) == parts
