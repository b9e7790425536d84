"""Find what `me` and `offer:NAME` mean: a role in a place of its own, with what a person says about it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from careercli.errors import CareerError
from careercli.model.claims import ME, OFFER, Area, Role, Subject
from careercli.moves import offers

Named = Callable[[str, "Area | None"], Subject]
ADD_ROLE = "add a line such as role: noc-tech"


def own_subject(name: str, named: Named, area_of: Callable[[str], Area | None], warn: Callable[[str], None]) -> Subject:
    """Return the subject of `me` or `offer:NAME`; its place is its own, whatever place is in force.

    `named` finds a role in an area, `area_of` the area of a place; `warn` is told that `me` names no role. Raises
    CareerError for a file that cannot be used, an offer that is not there, nothing said of `me`, and another place
    behind `@`.
    """
    path = offers.own_path(os.environ)
    me = offers.load(path)
    own_name, _, place = name.strip().partition("@")
    own_name = own_name.casefold()
    offer = None if own_name == ME else offers.offer_named(me, own_name.removeprefix(OFFER))
    if offer is None and not os.path.lexists(path):
        raise CareerError(f"{path or 'me.yaml'}: no such file; careercli new --me makes it")
    if offer is None and not me.is_described:
        offered = f"; offers are named like {OFFER}{me.offers[0].name}" if me.offers else ""
        raise CareerError(f"{path}: names no role, wage or skills of yours; {ADD_ROLE}{offered}")
    role, where, at = (offer.role, offer.area, offer.at) if offer else (me.role, me.area, me.at)
    try:
        area = area_of(where)
        found = named(role, area) if role else Subject(Role(ME, "Me", (), "", ()), None, area)
    except CareerError as error:
        raise CareerError(f"{path}:{at}: {error}") from None
    if place and area_of(place) != area:
        raise CareerError(f"{own_name} is in {area.title if area else 'the nation'}; name its role: {role}@{place}")
    of_role = found.role or Role("", found.title, (), found.occupation, ())
    if not role:
        warn(f"{path}: names no role, so {own_name} has no official figures; {ADD_ROLE}")
    own = (*offers.own_claims(me, own_name, area), *of_role.own)
    return found._replace(role=of_role._replace(id=own_name, own=own))


def own_names() -> list[str]:
    """Return `me`, if the private file says anything of it, and every `offer:NAME`. Raises CareerError."""
    me = offers.load(offers.own_path(os.environ))
    return [*([ME] if me.is_described else []), *(f"{OFFER}{offer.name}" for offer in me.offers)]


def offer_id(name: str) -> str:
    """Return `offer:NAME` if the private file has an offer of this name, else an empty text."""
    with suppress(CareerError):
        offer = offers.load(offers.own_path(os.environ)).offer(name.strip().casefold())
        return f"{OFFER}{offer.name}" if offer else ""
    return ""


def own_skills() -> tuple[list[str], str]:
    """Return the skills and credentials of the private file, and its place. Raises CareerError where it has none."""
    path = offers.own_path(os.environ)
    me = offers.load(path)
    if not os.path.lexists(path):
        raise CareerError(f"{path or 'me.yaml'}: no such file; careercli new --me makes it")
    if not (me.skills or me.credentials):
        raise CareerError(f"{path}: names no skills; add a line such as skills: [networking, python]")
    return [*me.skills, *me.credentials], me.area


def role_behind(name: str) -> str:
    """Return the role that `me` or `offer:NAME` names, with its place: `noc-tech@OH`. Raises CareerError if none."""
    path = offers.own_path(os.environ)
    me = offers.load(path)
    own_name = name.strip().partition("@")[0].casefold()
    named = me if own_name == ME else offers.offer_named(me, own_name.removeprefix(OFFER))
    if not named.role:
        raise CareerError(f"{own_name} names no role; {ADD_ROLE} to {path}")
    return f"{named.role}@{named.area}" if named.area else named.role
