"""Directories of profiles: their order, which profile wins, and that a bad file affects nothing else."""

import os
import socket
from pathlib import Path

import pytest

from tests.program import Ended, answer, profile, run


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Make folders a, b, c and the user's own, each with a role named after it and a role that all have."""
    for name in ("a", "b", "c", "config/careercli/roles"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / f"only-{name[0]}.yaml").write_text(profile(f"Only in {name[0]}"))
        (folder / "all.yaml").write_text(profile(f"All, from {name[0]}"))
    (tmp_path / "config/careercli/roles/own.yaml").write_text(profile("Of the user"))
    return tmp_path


def _titles(*arguments: str, cwd: Path, **changes: str) -> list[str]:
    """Return the titles of the roles that are not bundled."""
    ended = run("roles", "--columns", "id,title", *arguments, cwd=cwd, **changes)
    assert (ended.code, ended.err) == (0, "")
    known = answer("roles --columns id,title").split("\n")
    return [line.partition("\t")[2] for line in ended.out.split("\n") if line not in known]


def test_each_directory_adds_its_roles_and_the_first_wins(folders: Path) -> None:
    config = str(folders / "config")
    assert _titles(cwd=folders) == []
    assert _titles(cwd=folders, HOME=str(folders)) == []
    assert _titles("--roles", "a", cwd=folders) == ["All, from a", "Only in a"]
    assert _titles("--roles", "b", "--roles", "a", cwd=folders) == ["All, from b", "Only in a", "Only in b"]
    assert _titles(cwd=folders, CAREERCLI_ROLES="c::a:") == ["All, from c", "Only in a", "Only in c"]
    assert _titles(cwd=folders, XDG_CONFIG_HOME=config) == ["All, from c", "Only in c", "Of the user"]
    assert _titles("--roles", "b", cwd=folders, CAREERCLI_ROLES="a", XDG_CONFIG_HOME=config) == [
        "All, from b", "Only in a", "Only in b", "Only in c", "Of the user",
    ]  # fmt: skip


def test_a_home_has_its_configuration_where_xdg_says_nothing_valid(folders: Path) -> None:
    (folders / ".config").symlink_to("config")
    for config in ("", "config", "./config"):
        assert "Of the user" in _titles(cwd=folders, HOME=str(folders), XDG_CONFIG_HOME=config)


def test_a_named_role_is_of_the_first_directory_too(folders: Path) -> None:
    places = {"CAREERCLI_ROLES": "c:b", "XDG_CONFIG_HOME": str(folders / "config")}
    shown = run("show", "all", "-f", "json", "--roles", "a", cwd=folders, **places)
    assert '"title":"All, from a"' in shown.out
    shown = run("show", "all", "-f", "json", cwd=folders, **places)
    assert '"title":"All, from c"' in shown.out


def test_a_profile_stands_before_the_bundled_one_of_its_id(tmp_path: Path) -> None:
    (tmp_path / "noc-tech.yaml").write_text(profile("Mine"))
    assert _titles("--roles", ".", cwd=tmp_path) == ["Mine"]


def test_what_stands_behind_another_is_said_on_request(folders: Path) -> None:
    for command in ("roles", "show all"):
        ended = run(*command.split(), "-v", "--roles", "a", "--roles", "b", cwd=folders, XDG_CACHE_HOME=None)
        assert "careercli: b/all.yaml is hidden by a/all.yaml\n" in ended.err
        assert "careercli: reading a/all.yaml\n" in ended.err
        assert "reading b/all.yaml" not in ended.err


def test_one_id_twice_in_a_directory_is_an_error_that_names_both(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(profile("First"))
    (tmp_path / "x.yml").write_text(profile("Second"))
    (tmp_path / "y.yml").write_text(profile("Other"))
    said = "careercli: ./x.yaml and ./x.yml are the same id; remove one\n"
    assert run("show", "x", "--roles", ".", cwd=tmp_path) == Ended(1, "", said)
    assert run("compare", "x", "y", "--roles", ".", cwd=tmp_path) == Ended(1, "", said)
    ended = run("roles", "--roles", ".", cwd=tmp_path)
    assert (ended.code, ended.err) == (0, said)
    assert run("show", "y", "--roles", ".", cwd=tmp_path).code == 0


@pytest.mark.parametrize("place", ["missing", "a/only-a.yaml", "/dev/null"])
def test_a_directory_that_is_none(place: str, folders: Path) -> None:
    asked = run("roles", "--roles", place, cwd=folders)
    assert asked == Ended(1, "", f"careercli: --roles: {place} is not a directory\n")
    listed = run("roles", cwd=folders, CAREERCLI_ROLES=place)
    said = f"careercli: CAREERCLI_ROLES: {place} is not a directory; left out\n"
    assert listed == Ended(0, answer("roles"), said)
    for question in ("show noc-tech", "compare noc-tech support-tech", "salary"):
        named = run(*question.split(), cwd=folders, CAREERCLI_ROLES=place)
        assert named == Ended(0, answer(question), said)


def _fill_with_oddities(folder: Path) -> None:
    """Make one good profile and every kind of bad file in a directory."""
    (folder / "good.yaml").write_text(profile("Good"))
    (folder / "linked.yaml").symlink_to("good.yaml")
    (folder / "broken.yaml").write_text("title: [\n")
    (folder / "empty.yaml").touch()
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "fifo.yaml")
    (folder / "dangling.yaml").symlink_to("nowhere.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / "terminal.yaml").symlink_to("/dev/tty")
    with socket.socket(socket.AF_UNIX) as listener:
        # The path of a socket is limited to about 100 bytes, so use a name in the current folder.
        before = Path.cwd()
        os.chdir(folder)
        listener.bind("socket.yaml")
        os.chdir(before)
    (folder / "Upper.yaml").write_text(profile("Upper"))
    (folder / "spa ce.yaml").write_text(profile("Space"))
    (folder / "-f.yaml").write_text(profile("Dash"))
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.yaml")).write_text(profile("Bytes"))
    (folder / ("x" * 81 + ".yaml")).write_text(profile("Long"))
    (folder / ".hidden.yaml").write_text("title: [\n")
    (folder / "notes.txt").write_text("title: [\n")
    (folder / "good.yaml~").write_text("title: [\n")
    (folder / "nested").mkdir()
    (folder / "nested" / "deep.yaml").write_text("title: [\n")


ODD = {
    "broken": "./broken.yaml:2:1: ",
    "empty": "./empty.yaml:1:1: ",
    "folder": "./folder.yaml: is not a regular file",
    "fifo": "./fifo.yaml: is not a regular file",
    "dangling": "./dangling.yaml: No such file or directory",
    "loop": "./loop.yaml: Too many levels of symbolic links",
    "device": "./device.yaml: is not a regular file",
    "terminal": "./terminal.yaml: ",
    "socket": "./socket.yaml: is not a regular file",
    "Upper": "./Upper.yaml:1:1: file name is not a valid role id: ",
    "spa ce": "./spa ce.yaml:1:1: file name is not a valid role id: ",
    "-f": "./-f.yaml:1:1: file name is not a valid role id: ",
    "\\u{dcff}\\u{dcfe}": "./\\u{dcff}\\u{dcfe}.yaml:1:1: file name is not a valid role id: ",
    "x" * 81: f"./{'x' * 81}.yaml:1:1: file name is not a valid role id: ",
}


def test_what_cannot_be_used_is_one_line_and_changes_nothing_else(tmp_path: Path) -> None:
    _fill_with_oddities(tmp_path)
    ended = run("roles", "--columns", "id,title", "--roles", ".", cwd=tmp_path)
    good = {"good\tGood", "linked\tGood", *answer("roles --columns id,title").split("\n")}
    assert ended.code == 0
    assert set(ended.out.split("\n")) == good
    lines = ended.err.splitlines()
    assert len(lines) == len(ODD)
    for start in ODD.values():
        (line,) = [each for each in lines if each.startswith(f"careercli: {start}")]
        assert line.endswith("; left out")
    assert run("show", "noc-tech", "--roles", ".", cwd=tmp_path) == Ended(0, answer("show noc-tech"), "")


@pytest.mark.parametrize("role_id", ["broken", "empty", "folder", "fifo", "dangling", "loop", "device", "socket"])
def test_what_is_asked_for_by_its_id_and_cannot_be_used_is_an_error(role_id: str, tmp_path: Path) -> None:
    _fill_with_oddities(tmp_path)
    ended = run("compare", "noc-tech", role_id, "--roles", ".", cwd=tmp_path)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert ended.err.startswith(f"careercli: {ODD[role_id]}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(profile())
    (tmp_path / "x.yaml").chmod(0)
    said = "careercli: ./x.yaml: Permission denied"
    assert run("roles", "--roles", ".", cwd=tmp_path) == Ended(0, answer("roles"), f"{said}; left out\n")
    assert run("show", "x", "--roles", ".", cwd=tmp_path) == Ended(1, "", f"{said}\n")


def test_the_order_in_which_files_were_made_changes_nothing(tmp_path: Path) -> None:
    outs = set()
    for folder, names in (("one", "cab"), ("two", "bca")):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.yaml").write_text(profile(f"Role {name}"))
        outs.add(run("roles", "--roles", folder, cwd=tmp_path).out)
    assert len(outs) == 1
