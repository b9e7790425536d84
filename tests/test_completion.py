"""Shell completion of commands and role ids."""

import sys
from pathlib import Path

from tests.program import run

PROGRAM = "import sys; from careercli.__main__ import main; sys.argv[0] = 'careercli'; sys.exit(main())"


def offered(words: str, **environ: str) -> list[str]:
    """Return the words that bash receives for a line whose last word is incomplete."""
    asked = {"_CAREERCLI_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    ended = run(program=(sys.executable, "-c", PROGRAM), **asked, **environ)
    assert (ended.code, ended.err) == (0, "")
    return ended.out.split()


def test_a_command_is_completed() -> None:
    assert offered("careercli sa") == ["salary"]


def test_the_id_of_a_role_is_completed() -> None:
    assert offered("careercli compare noc-tech tech-s") == ["tech-support", "tech-support-engineer", "tech-support-rep"]


def test_so_is_what_stands_for_the_marked_roles() -> None:
    assert offered("careercli compare @") == ["@marked"]


def test_the_code_of_an_occupation_is_completed() -> None:
    assert offered("careercli show 15-123") == ["15-1230", "15-1231", "15-1232"]
    assert offered("careercli show 99") == []


def test_the_users_own_roles_are_among_them(tmp_path: Path) -> None:
    (tmp_path / "noc-lead.yaml").write_text("this is not even a profile")
    assert offered("careercli show noc", CAREERCLI_ROLES=str(tmp_path)) == ["noc-lead", "noc-tech"]
    for command in ("show", "browse"):
        assert offered(f"careercli {command} --roles {tmp_path} noc") == ["noc-lead", "noc-tech"]
    settings = tmp_path / "careercli" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(f"roles = ['{tmp_path}']")
    assert offered("careercli show noc", XDG_CONFIG_HOME=str(tmp_path)) == ["noc-lead", "noc-tech"]
    settings.write_text("roles = [")
    assert offered(f"careercli show --roles {tmp_path} noc", XDG_CONFIG_HOME=str(tmp_path)) == ["noc-tech"]
    assert offered("careercli show --roles /nowhere noc") == ["noc-tech"]


def test_no_profile_is_read_for_it(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_bytes(b"\xff")
    assert offered("careercli show bro", CAREERCLI_ROLES=str(tmp_path)) == ["broken"]
