"""careercli, alone: what it is, three examples, and how old its data is."""

from __future__ import annotations

from datetime import date

from careercli.commands.output import write_text
from careercli.official.bundled import age
from careercli.official.oews import SOURCE as WAGES
from careercli.official.projections import SOURCE as PROJECTIONS


def run() -> None:
    """Print the welcome."""
    data = f"BLS wages of {WAGES.release}, {age(WAGES, date.today())}; BLS projections {PROJECTIONS.release}"
    write_text(
        "careercli compares jobs in the terminal: any number of roles, side by side,\n"
        "offline, with the evidence behind every figure.\n"
        "\n"
        "  careercli compare noc-tech support-tech     roles side by side\n"
        "  careercli show noc-tech --evidence          where each figure comes from\n"
        "  careercli salary --all -f tsv | head        wages for scripts\n"
        "\n"
        f"Data: {data}.\n"
        "More: careercli --help\n"
    )
