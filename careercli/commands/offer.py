"""careercli offer add NAME AMOUNT, offer list, offer remove NAME: keep offers of your own in a private file."""

import os
from typing import Annotated

import typer

from careercli.catalog.own import offer_id
from careercli.commands.options import AreaName, one_of, shares_options
from careercli.commands.output import write_rows
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.commands.stderr import say
from careercli.errors import UsageError, did_you_mean
from careercli.model.claims import OFFER, PERIODS, ROLE_ID, Number, Value
from careercli.model.own import Offer, read_hours, read_pay
from careercli.model.wages import NotAnAmount
from careercli.moves import offers
from careercli.official.releases import NATION
from careercli.presentation import rows
from careercli.profiles.scalars import MAX_TEXT

ACTIONS = {"add": 2, "list": 0, "remove": 1}
"""The actions, and how many words follow each."""

COLUMNS = ("name", "amount", "per", "role", "area", "hours", "note")

Action = Annotated[
    str, typer.Argument(metavar="add|list|remove", show_default=False, help="What to do; by default list.")
]
Name = Annotated[str, typer.Argument(metavar="[NAME]", show_default=False, help="Name of the offer, such as acme.")]
Amount = Annotated[str, typer.Argument(metavar="[AMOUNT]", show_default=False, help="Pay in US dollars.")]
Role = Annotated[str, typer.Option("--role", metavar="ROLE", help="The role: an id, a code or a title.")]
Per = Annotated[str, typer.Option("--per", metavar="PERIOD", help="The amount is per year or hour; by default year.")]
Hours = Annotated[str, typer.Option("--hours", metavar="N", help="Hours a week, such as 37.5.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Anything else to know.")]


@shares_options
def run(
    request: Request,
    action: Action = "list",
    name: Name = "",
    amount: Amount = "",
    role: Role = "",
    area: AreaName = "",
    per: Per = "",
    hours: Hours = "",
    note: Note = "",
) -> None:
    """Keep offers in a private file of your own; offer:NAME is then named like a role.

    \b
    careercli offer add acme 68000 --role noc-tech --area OH
    careercli compare offer:acme noc-tech@OH
    careercli offer remove acme
    """
    _check(action, [word for word in (name, amount) if word], [role, area, per, hours, note])
    name = name.removeprefix(OFFER)
    path = offers.own_path(os.environ)
    if action == "list":
        _write(request, offers.load(path).offers)
    elif action == "remove":
        offers.remove(path, name)
        say(f"removed the offer {name} from {path}")
    else:
        offers.add(path, _offer(request, name, amount, role, area, per, hours, note))
        say(f"added offer:{name} to {path}")


def _check(action: str, words: list[str], options: list[str]) -> None:
    """Raise UsageError unless the action is known and has its words, and options are those of `add` alone."""
    if action not in ACTIONS:
        raise UsageError(f"offer: cannot “{action}”{_meant(action, words)}")
    if len(words) != ACTIONS[action]:
        usage = {"add": " NAME AMOUNT --role ROLE", "list": "", "remove": " NAME"}[action]
        raise UsageError(f"offer {action}: write careercli offer {action}{usage}")
    if action != "add" and any(options):
        raise UsageError("--role, --area, --per, --hours and --note go with offer add")


def _meant(action: str, words: list[str]) -> str:
    """Return the end of the message on an unknown action: how to show or add the offer, else what is near."""
    own = offer_id(action)
    if own:
        return f"; to see it: careercli show {own}"
    if words and words[0].strip("$")[:1].isdigit():
        return f"; to add it: careercli offer add {action} {words[0]} --role ROLE"
    return did_you_mean(action, ACTIONS) or "; use add, list or remove"


def _offer(request: Request, name: str, amount: str, role: str, area: str, per: str, hours: str, note: str) -> Offer:
    """Return the offer that the command line describes; its role and place are kept by id and code."""
    if not ROLE_ID.fullmatch(name):
        raise UsageError(f"“{name}” is not a name of an offer; use at most 80 lower-case letters, digits and hyphens")
    if not role:
        raise UsageError("offer add needs --role ROLE; for example --role noc-tech")
    if len(note) > MAX_TEXT:
        raise UsageError(f"--note: is longer than {MAX_TEXT:,} characters")
    period = one_of(per or PERIODS[0], PERIODS, "--per")
    pay, week = _pay(amount, period), _hours(hours)
    catalog = request.catalog()
    subject = catalog.find(role)
    place = catalog.area(area or in_force("area")) if area or not subject.area else subject.area
    found = subject.bare_id
    return Offer(name, pay, period, found, place.code if place else NATION, week, note)


def _pay(text: str, period: str) -> Number:
    try:
        return read_pay(text, period)
    except NotAnAmount as error:
        # A shell would read the $ of an example, and a command line has options for keys.
        reason = str(error).replace("per: ", "--per ").replace("$64,000", "64000")
        raise UsageError(f"the amount “{text}” {reason}") from None


def _hours(text: str) -> Number | None:
    try:
        return read_hours(text) if text else None
    except ValueError as error:
        raise UsageError(f"--hours: “{text}” {error}") from None


def _write(request: Request, found: tuple[Offer, ...]) -> None:
    columns = rows.chosen(request.columns, COLUMNS, "offer list")
    records: list[dict[str, Value]] = [
        dict(zip(COLUMNS, (o.name, o.amount, o.per, o.role, o.area or NATION, o.hours, o.note), strict=True))
        for o in found
    ]
    ordered = rows.sorted_rows(COLUMNS, records, "offer list", request.sort, request.descending)
    write_rows(request, columns, ordered, ("amount", "hours"))
