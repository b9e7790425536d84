"""careercli schema: print the JSON Schema of a profile, for editors."""

import json
from typing import Annotated

import typer

from careercli.commands.output import write_to
from careercli.profiles.schema import schema

Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")]


def run(output: Output = "") -> None:
    """Print the JSON Schema of a profile. Editors use it to check and complete profiles.

    \b
    careercli schema
    careercli schema -o careercli.schema.json
    careercli schema | python3 -m json.tool --sort-keys
    """
    write_to(output, json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
