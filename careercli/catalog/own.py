"""Find what `me` and `offer:NAME` mean: a role in a place of its own, with what a person says about it."""

from __future__ import annotations

import os
from collections.abc import Callable

from careercli.errors import CareerError
from careercli.model.claims import ME, OFFER, Area, Role, Subject
from careercli.moves import offers

Named = Callable[[str, "Area | None"], Subject]


def own_subject(name: str, named: Named, area_of: Callable[[str], Area | None]) -> Subject:
    """Return the subject of `me` or `offer:NAME`; its place is its own, whatever place is in force.

    `named` finds a role in an area, `area_of` the area of a place. Raises CareerError for a file that cannot be
    used, an offer that is not there, and another place behind `@`.
    """
    path = offers.own_path(os.environ)
    me = offers.load(path)
    own_name, _, place = name.strip().partition("@")
    own_name = own_name.casefold()
    offer = None if own_name == ME else offers.offer_named(me, own_name.removeprefix(OFFER))
    if offer is None and not os.path.lexists(path):
        raise CareerError(f"{path or 'me.yaml'}: no such file; careercli new --me makes it")
    role, where, at = (offer.role, offer.area, offer.at) if offer else (me.role, me.area, me.at)
    try:
        area = area_of(where)
        found = named(role, area) if role else Subject(Role(ME, "Me", (), "", ()), None, area)
    except CareerError as error:
        raise CareerError(f"{path}:{at}: {error}") from None
    if place and area_of(place) != area:
        raise CareerError(f"{own_name} is in {area.title if area else 'the nation'}; name its role: {role}@{place}")
    of_role = found.role or Role("", found.title, (), found.occupation, ())
    own = (*offers.own_claims(me, own_name, area), *of_role.own)
    return found._replace(role=of_role._replace(id=own_name, own=own))


def own_names() -> list[str]:
    """Return `me` and every `offer:NAME` of the private file, none if there is no file. Raises CareerError."""
    path = offers.own_path(os.environ)
    me = offers.load(path)
    return [ME, *(f"{OFFER}{offer.name}" for offer in me.offers)] if os.path.lexists(path) else []


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
    me = offers.load(offers.own_path(os.environ))
    own_name = name.strip().partition("@")[0].casefold()
    named = me if own_name == ME else offers.offer_named(me, own_name.removeprefix(OFFER))
    if not named.role:
        raise CareerError(f"{own_name} names no role; add a line `role:` to me.yaml")
    return f"{named.role}@{named.area}" if named.area else named.role
