"""careercli, alone: what it is, three examples, and how old its data is."""

from datetime import date

from careercli.commands.output import write_to
from careercli.official.releases import age, newest


def run() -> None:
    """Print the welcome."""
    wages, projections = newest("OEWS"), newest("EP")
    data = f"BLS wages of {wages.release}, {age(wages, date.today())}; BLS projections {projections.release}"
    write_to(
        "",
        "careercli compares jobs in the terminal: any number of roles, side by side,\n"
        "offline, with the evidence behind every figure.\n"
        "\n"
        "  careercli compare noc-tech support-tech     roles side by side\n"
        "  careercli show noc-tech --evidence          where each figure comes from\n"
        "  careercli salary --all -f tsv | head        wages for scripts\n"
        "\n"
        f"Data: {data}.\n"
        "More: careercli --help\n",
    )
