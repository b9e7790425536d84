"""config.toml gives settings; any mistake in it is one line that says where and how to fix it."""

import os
from pathlib import Path

import pytest

from careercli.commands.settings import read_settings, settings_path
from careercli.errors import CareerError


def write(folder: Path, text: str | bytes) -> str:
    path = folder / "config.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, 'area = "OH"\nroles = ["/a", "/b"]\ntheme = "nord"\nper = "hour"\nadjust = "prices"\n')
    assert read_settings(path) == {
        "area": "OH", "roles": ("/a", "/b"), "theme": "nord", "per": "hour", "adjust": "prices",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "# nothing\n", 'area = ""\n'])
def test_what_is_not_said_is_empty(text: str, tmp_path: Path) -> None:
    assert not any(read_settings(write(tmp_path, text)).values())
    assert read_settings(str(tmp_path / "missing.toml")) == read_settings("") == {}


def test_one_directory_may_be_a_text_and_a_home_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert read_settings(write(tmp_path, 'roles = "~/roles"')) == {"roles": ("/home/me/roles",)}


WRONG = {
    'aera = "OH"': ":1:1: unknown key “aera”; did you mean “area”?",
    '\n\nzzzz = 1': ":3:1: unknown key “zzzz”; the keys are area, roles, theme, per, adjust",
    "[area]\nx = 1": ':1:1: area is a text; write it like area = "OH"',
    "area = 5": ':1:1: area is a text; write it like area = "OH"',
    "roles = 5": ':1:1: roles are directories; write them like roles = ["~/roles"]',
    "roles = [1]": ':1:1: roles are directories; write them like roles = ["~/roles"]',
    'per = "day"': ":1:1: per cannot be “day”; use year or hour",
    'area = "OH"\nadjust = "taxes"': ":2:1: adjust cannot be “taxes”; use prices",
    "area = OH": ":1:8: Invalid value",
    'area = "OH"\narea = "WA"': ":2:1: Cannot overwrite a value",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_is_said_with_its_place(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(CareerError) as error:
        read_settings(path)
    assert str(error.value).startswith(path + WRONG[text])
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"a = " + b"[" * 9000, "is nested too deeply"),
        (b"#" * 300_000, "too large"),
    ],
    ids=["binary", "deep", "huge"],
)
def test_a_hostile_file_is_refused_in_one_line(data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(CareerError, match=reason):
        read_settings(write(tmp_path, data))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    with pytest.raises(CareerError, match="is not a regular file"):
        read_settings(str(tmp_path / "config.toml"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CareerError, match="is not a regular file"):
        read_settings(str(tmp_path / "pipe"))


def test_the_file_is_where_xdg_says() -> None:
    assert settings_path({"XDG_CONFIG_HOME": "/c", "HOME": "/h"}) == "/c/careercli/config.toml"
    assert settings_path({"XDG_CONFIG_HOME": "c", "HOME": "/h"}) == "/h/.config/careercli/config.toml"
    assert settings_path({}) == ""
