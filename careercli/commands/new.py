"""careercli new ID: print a profile to fill in, with every key and its meaning."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import Annotated

import typer

from careercli.commands.output import STDOUT, write_to
from careercli.errors import CareerError, UsageError
from careercli.model.claims import OCCUPATION_CODE, ROLE_ID
from careercli.profiles.filenames import SUFFIXES
from careercli.profiles.template import template

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False, help="Id of the role, such as my-role.")]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write to a new file named ID.yaml.")]


def run(role_id: Id, output: Output = "") -> None:
    """Print a profile to fill in: required keys, then all other keys commented out, each with its meaning.

    \b
    careercli new my-role
    careercli new my-role -o my-role.yaml
    careercli new acme-offer | grep -v '^ *#'
    """
    _check_id(role_id)
    if output not in STDOUT:
        _check_file(role_id, output)
    write_to(output, template(role_id))


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
    if os.path.lexists(path):
        raise CareerError(f"{path}: file exists; remove it, or use another id")
