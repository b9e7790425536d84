"""careercli new ID: print a profile to fill in, with every key and its meaning."""

import os
import re
import unicodedata
from typing import Annotated

import typer

from careercli.commands.output import STDOUT, write_to
from careercli.commands.stderr import say
from careercli.errors import CareerError, UsageError
from careercli.model.claims import OCCUPATION_CODE, ROLE_ID
from careercli.profiles.filenames import SUFFIXES
from careercli.profiles.template import template

Id = Annotated[str | None, typer.Argument(metavar="ID", show_default=False, help="Id of the role, such as my-role.")]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write to a new file named ID.yaml.")]
Mine = Annotated[bool, typer.Option("--me", help="Start the private file of your own role, offers and skills.")]


def run(role_id: Id = None, output: Output = "", mine: Mine = False) -> None:
    """Print a profile to fill in: required keys, then all other keys commented out, each with its meaning.

    \b
    careercli new my-role
    careercli new my-role -o my-role.yaml
    careercli new --me
    """
    if mine and role_id is not None:
        raise UsageError("--me starts the file of your own role, and takes no id")
    if mine:
        _start_own(output)
        return
    if role_id is None:
        raise UsageError("missing argument 'ID'; see careercli new --help")
    _check_id(role_id)
    if output not in STDOUT:
        _check_file(role_id, output)
    write_to(output, template(role_id))


def _start_own(output: str) -> None:
    """Write the private file where there is none; print its template where there is one. `output` is a file to write.

    No file is ever replaced.
    """
    from careercli.moves import offers
    from careercli.profiles.own_text import template as template_of_own

    if not output:
        path = offers.own_path(os.environ)
        if offers.create(path):
            say(f"wrote {path}; the role in it is an example: change it")
            return
        say(f"{path} is there already and stays as it is")
    if output in STDOUT:
        write_to("", template_of_own())
    else:
        _refuse_existing(output, "use another name")
        write_to(output, template_of_own())
        os.chmod(output, 0o600)


def _check_id(role_id: str) -> None:
    if OCCUPATION_CODE.fullmatch(role_id):
        raise UsageError(f"“{role_id}” is an occupation code, not a role id; use another id, such as my-role")
    if not ROLE_ID.fullmatch(role_id):
        fixed = _corrected(role_id)
        example = f", such as {fixed}" if ROLE_ID.fullmatch(fixed) and not OCCUPATION_CODE.fullmatch(fixed) else ""
        hint = f"use at most 80 lower-case letters, digits and hyphens{example}"
        raise UsageError(f"“{role_id}” is not a valid role id; {hint}")


def _corrected(role_id: str) -> str:
    """Return the nearest valid id: `my-role` for `My Role`."""
    letters = unicodedata.normalize("NFKD", role_id).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", letters.lower()).strip("-")[:80].rstrip("-")


def _check_file(role_id: str, path: str) -> None:
    """Raise UsageError if the file is not named after the id, CareerError if it exists."""
    if os.path.basename(path) not in [role_id + suffix for suffix in SUFFIXES]:
        raise UsageError(f"--output: cannot be “{path}”; a profile is named after its id: {role_id}.yaml")
    _refuse_existing(path, "use another id")


def _refuse_existing(path: str, otherwise: str) -> None:
    if os.path.lexists(path):
        raise CareerError(f"{path}: file exists; remove it, or {otherwise}")
