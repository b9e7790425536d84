"""careercli new ID: a profile to fill in, with every key and what it means."""

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

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False, help="The role's id, such as my-role.")]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write to a new file, named ID.yaml.")]


def run(role_id: Id, output: Output = "") -> None:
    """Print a profile to fill in: what it must say, and behind a # every other key with what it means.

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
        raise UsageError(f"“{role_id}” is an occupation's code, not a role's id; choose another, such as my-role")
    if not ROLE_ID.fullmatch(role_id):
        fixed = _corrected(role_id)
        such = f", such as {fixed}" if ROLE_ID.fullmatch(fixed) and not OCCUPATION_CODE.fullmatch(fixed) else ""
        raise UsageError(f"“{role_id}” is no id of a role; use at most 80 small letters, digits and hyphens{such}")


def _corrected(role_id: str) -> str:
    """The id that was meant: `my-role` for `My Role`."""
    letters = unicodedata.normalize("NFKD", role_id).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", letters.lower()).strip("-")[:80].rstrip("-")


def _check_file(role_id: str, path: str) -> None:
    """A profile's file is named after its id, and none is ever overwritten."""
    if os.path.basename(path) not in [role_id + suffix for suffix in SUFFIXES]:
        raise UsageError(f"--output: “{path}”: a profile's file is named after its id: {role_id}.yaml")
    if os.path.lexists(path):
        raise CareerError(f"{path}: exists already; remove it first, or choose another id")
