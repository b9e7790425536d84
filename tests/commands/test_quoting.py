"""A name of several words without quotes is answered with the command line to type."""

import pytest

from tests.conftest import Ask

QUOTED = {
    "show help desk": (2, "careercli show 'help desk'"),
    "show registered nurse --area OH --per hour": (2, "careercli show 'registered nurse' --area OH --per hour"),
    "path help desk sysadmin": (2, "careercli path 'help desk' sysadmin"),
    "path help desk": (1, "careercli path 'help desk'"),
    "path help desk registered nurse --by gap": (2, "careercli path 'help desk' 'registered nurse' --by gap"),
    "places registered nurse": (2, "careercli places 'registered nurse'"),
    "similar registered nurse": (2, "careercli similar 'registered nurse'"),
    "skills registered nurse help desk": (2, "careercli skills 'registered nurse' 'help desk'"),
    "salary registered nurse": (1, "careercli salary 'registered nurse'"),
    "compare help desk noc-tech": (1, "careercli compare 'help desk' noc-tech"),
    "compare help desk": (1, "careercli show 'help desk'"),
}
AS_BEFORE = {
    "show noc-tech help-desk": (2, "show takes one role; for more, use careercli compare noc-tech help-desk"),
    "show zzzz yyyy": (2, "show takes one role; for more, use careercli compare zzzz yyyy"),
    "path a b c": (2, "got unexpected extra argument(s) (c); see careercli path --help"),
    "compare zzzz noc-tech": (1, "no role or occupation is named “zzzz”"),
    "places help desk sysadmin": (2, "got unexpected extra argument(s) (desk sysadmin); see careercli places --help"),
    "match me python": (2, "got unexpected extra argument(s) (python); see careercli match --help"),
    "roles help desk zzzz --columns": (2, "option '--columns' requires an argument; see careercli roles --help"),
}


@pytest.mark.parametrize("line", QUOTED)
def test_words_that_together_name_something_are_answered_with_quotes(line: str, ask: Ask) -> None:
    code, quoted = QUOTED[line]
    ask(*line.split()).refuses(code, f"a name of several words needs quotes: {quoted}\n")


@pytest.mark.parametrize("line", AS_BEFORE)
def test_other_words_are_answered_as_one_by_one(line: str, ask: Ask) -> None:
    code, said = AS_BEFORE[line]
    ask(*line.split()).refuses(code, f"{said}\n")


def test_skills_without_their_option_are_answered_with_it(ask: Ask) -> None:
    said = "skills go behind --skills: careercli match --skills 'python, sql' --limit 2\n"
    ask("match", "python", "sql", "--limit", "2").refuses(2, said)
