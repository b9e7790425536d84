"""Read me.yaml, the private file of a person's own role and offers. It is YAML with the limits of a profile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from careercli.errors import Problem, ProfileError, suggestion
from careercli.model.claims import PERIODS, ROLE_ID, Number
from careercli.model.own import PAY_TODAY, PAY_WANTED, Me, Offer, read_hours, read_pay
from careercli.profiles import scalars
from careercli.profiles.files import BadYaml
from careercli.profiles.nodes import MAPPING_HINT, Node, parse, quoted
from careercli.profiles.scalars import Bad

_Read = TypeVar("_Read")

KEYS: Mapping[str, str] = {
    "role": "role of today: an id, an occupation code or a title",
    "area": "place: a state, a city or a code; without it, the nation",
    "wage": "pay of today",
    "per": "period of both wages: year or hour",
    "hours": "hours a week",
    "wage_wanted": "pay that is wanted",
    "skills": "what you can do",
    "credentials": "licenses, certifications, certificates and degrees",
    "education": "highest level of education",
    "offers": "offers by name",
}
"""Keys of the file and their meanings."""

OFFER_KEYS: Mapping[str, str] = {
    "amount": "pay in US dollars",
    "per": "period of the amount: year or hour",
    "role": "role: an id, an occupation code or a title",
    "area": "place: a state, a city or a code; without it, the nation",
    "hours": "hours a week",
    "note": "anything else to know",
}
"""Keys of an offer and their meanings."""


def read_me(data: bytes, path: str) -> Me:
    """Return what `data`, the content of the file `path`, says. Raises ProfileError with the first mistake."""
    root = root_of(data, path)
    try:
        return _me(root) if root else Me()
    except Bad as bad:
        raise ProfileError(path, [bad.problem]) from None


def root_of(data: bytes, path: str) -> Node | None:
    """Return the mapping that the file holds, None if it holds nothing but comments. Raises ProfileError."""
    problems: list[Problem] = []
    try:
        root = parse(data, problems)
    except BadYaml as error:
        found = error.problem
        if found.message == "file is empty" and not problems:
            return None
        hint = found.hint if found.hint != MAPPING_HINT else "write lines of 'key: value', such as 'role: noc-tech'"
        problems.append(found._replace(hint=hint))
    if problems:
        raise ProfileError(path, sorted(problems, key=lambda each: (each.line, each.column)))
    if root.kind != "map":
        raise ProfileError(path, [root.problem("file is not a mapping", "write lines such as 'role: noc-tech'")])
    return root


def _me(root: Node) -> Me:
    _require_known(root, KEYS, "me.yaml")
    per, hours = _per(root), _one(root, "hours", _hours)
    wage, wanted = (_one(root, key, partial(_amount, per=per)) for key in ("wage", "wage_wanted"))
    at = root.keys["role"] if "role" in root.map else root
    return Me(
        _one(root, "role", scalars.title) or "",
        _one(root, "area", _area) or "",
        Offer(PAY_TODAY, wage, per, hours=hours) if wage else None,
        Offer(PAY_WANTED, wanted, per, hours=hours) if wanted else None,
        _one(root, "skills", scalars.titles) or (),
        _one(root, "credentials", scalars.titles) or (),
        _one(root, "education", scalars.title) or "",
        _one(root, "offers", _offers) or (),
        f"{at.line}:{at.column}",
    )


def _offers(node: Node, key: str) -> tuple[Offer, ...]:
    if node.is_null:
        return ()
    if node.kind != "map":
        raise Bad(node, f"{key} is not a mapping", "write 'offers:', then '  acme:', then its amount and role")
    return tuple(_offer(node.keys[name], each) for name, each in node.map.items())


def _offer(name: Node, node: Node) -> Offer:
    if not ROLE_ID.fullmatch(name.text):
        raise Bad(name, f"{quoted(name.text)} is not a valid name", "use lower-case letters, digits and hyphens")
    if node.kind != "map":
        raise Bad(name, f"offer {name.text} is not a mapping", "write its amount and role below it, indented")
    _require_known(node, OFFER_KEYS, "an offer")
    for key in ("amount", "role"):
        if key not in node.map:
            raise Bad(name, f"offer {name.text} has no {key}", f"add '{key}: …'", "missing-key")
    per = _per(node)
    return Offer(
        name.text,
        _amount(node.map["amount"], "amount", per),
        per,
        scalars.title(node.map["role"], "role"),
        _one(node, "area", _area) or "",
        _one(node, "hours", _hours),
        _one(node, "note", scalars.text) or "",
        f"{name.line}:{name.column}",
    )


def _require_known(node: Node, known: Mapping[str, str], parent: str) -> None:
    """Raise Bad for the first unknown key."""
    unknown = next((at for key, at in node.keys.items() if key not in known), None)
    if unknown:
        hint = suggestion(unknown.text, known) or f"{parent} has {', '.join(known)}"
        raise Bad(unknown, f"unknown key {quoted(unknown.text)}", hint, "unknown-key")


def _one(parent: Node, key: str, read: Callable[[Node, str], _Read]) -> _Read | None:
    return read(parent.map[key], key) if key in parent.map else None


def _per(node: Node) -> str:
    return scalars.choice(node.map["per"], "per", PERIODS) if "per" in node.map else PERIODS[0]


def _area(node: Node, name: str) -> str:
    """Return a place; a code of digits needs no quotes."""
    return scalars.checked(node, name, scalars.MAX_TITLE)


def _amount(node: Node, name: str, per: str) -> Number:
    return scalars.converted(node, name, partial(read_pay, period=per))


_hours = partial(scalars.converted, read=read_hours)
