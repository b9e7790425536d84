"""Nodes -> a Role: what each key of a profile may hold, and what is wrong where it does not.

The tables of keys below are the format. docs/profiles.md shows it by example.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import replace

from careercli import fields, figures, wages
from careercli.errors import CareerError, Problem, ProfileError, did_you_mean
from careercli.fields import Field
from careercli.model import LEVELS, METHODS, PERIODS, ROLE, Claim, Role, Source
from careercli.profiles.nodes import MOST_BYTES, BadYaml, Node, parse

ROLE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
SOC_CODE = re.compile(r"\d\d-\d{4}")
MOST_TITLE = 200
MOST_TEXT = 5_000

WRITABLE = {field.key: field for field in fields.FIELDS if not field.official and not field.is_wage}
PROFILE_KEYS = ("title", "aliases", "occupation", "occupation_note", "sources", "wages", *WRITABLE)
SOURCE_KEYS = ("publisher", "title", "url", "release", "date", "area", "method", "licence", "note")
CLAIM_KEYS = ("source", "date", "area", "population", "method", "level", "note")
WAGE_KEYS = ("per", "currency", *CLAIM_KEYS, "missing", *fields.WAGES)

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_NUMBER = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d{1,18})(\.\d{1,18})?")
_LOOKS_TYPED = re.compile(
    r"true|True|TRUE|false|False|FALSE|[-+]?(\d+|0o[0-7]+|0x[0-9a-fA-F]+|\.\d+|\d+\.\d*)([eE][-+]?\d+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_ASCENDING = (("low", "high"), ("p10", "p25"), ("p25", "median"), ("median", "p75"), ("p75", "p90"))


class _Bad(Exception):
    """One value that cannot be used; the reader notes it and goes on with the next."""

    def __init__(self, node: Node, message: str, hint: str = "") -> None:
        self.problem = node.problem(message, hint)


def read_file(path: str) -> Role:
    """The role in the file `path`; its id is the file's name. Raises ProfileError or CareerError."""
    return read_text(_bytes(path), path)


def read_text(data: bytes, path: str) -> Role:
    """The role written in `data`, said to be the file `path`. Raises ProfileError."""
    role_id = os.path.basename(path).rpartition(".")[0]
    if not ROLE_ID.fullmatch(role_id):
        wrong = Problem(1, 1, "the file's name is not an id", "rename it to small letters, digits and hyphens")
        raise ProfileError(path, [wrong])
    try:
        root = parse(data)
    except BadYaml as error:
        raise ProfileError(path, [error.problem]) from None
    reader = _Reader()
    role = reader.role(role_id, path, root)
    if reader.problems:
        raise ProfileError(path, sorted(reader.problems, key=lambda p: (p.line, p.column)))
    return role


def _bytes(path: str) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise CareerError(f"{path}: {error.strerror}") from None
    with open(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise CareerError(f"{path}: is not a regular file")
        if status.st_size > MOST_BYTES:
            size = Problem(1, 1, f"is larger than {MOST_BYTES // 1024} KB", "split it")
            raise ProfileError(path, [size])
        try:
            return file.read(MOST_BYTES + 1)
        except OSError as error:
            raise CareerError(f"{path}: {error.strerror}") from None


class _Reader:
    """Reads one profile and gathers everything that is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.claims: list[Claim] = []

    def role(self, role_id: str, path: str, root: Node) -> Role:
        blank = Role(role_id, role_id, (), "", (), path=path)
        if root.kind != "map":
            self._note(_Bad(root, "is not a profile", "a profile is lines of 'key: value', first 'title: …'"))
            return blank
        self._unknown_keys(root, PROFILE_KEYS, "profile")
        if "title" not in root.map:
            self._note(_Bad(root, "has no title", "add a line 'title: …'"))
        title = self._one(root, "title", lambda node: _text(node, "title", MOST_TITLE)) or role_id
        aliases = self._one(root, "aliases", lambda node: _texts(node, "aliases")) or ()
        code = self._one(root, "occupation", _soc_code) or ""
        doubt = self._one(root, "occupation_note", lambda node: _text(node, "occupation_note")) or ""
        if "sources" in root.map:
            self._sources(root.map["sources"])
        if "wages" in root.map:
            self._try(self._wages, root.map["wages"])
        for key, node in root.map.items():
            if key in WRITABLE:
                self._try(self._field, WRITABLE[key], node)
        return replace(
            blank, title=title, aliases=aliases, occupation=code, occupation_note=doubt, own=tuple(self.claims)
        )

    # -- keeping on after a mistake

    def _note(self, bad: _Bad) -> None:
        self.problems.append(bad.problem)

    def _try(self, read, *arguments):  # type: ignore[no-untyped-def]
        try:
            return read(*arguments)
        except _Bad as bad:
            self._note(bad)
            return None

    def _one(self, parent: Node, key: str, read):  # type: ignore[no-untyped-def]
        return self._try(read, parent.map[key]) if key in parent.map else None

    def _unknown_keys(self, node: Node, known: tuple[str, ...], what: str) -> None:
        for key, at in node.keys.items():
            if key in known:
                continue
            if key in fields.BY_KEY and what == "profile":
                wage = fields.BY_KEY[key].is_wage
                hint = "write it as a row of 'wages:'" if wage else "official figures are never written by hand"
                self._note(_Bad(at, f"“{key}” does not stand here", hint))
            elif key.replace(",", "").isdigit():
                self._note(_Bad(at, f"“{key}” is no key of a {what}", "quote an amount with a comma inside { }"))
            else:
                near = did_you_mean(key, known).removeprefix("; ")
                self._note(_Bad(at, f"“{key}” is no key of a {what}", near or f"it may hold {_listed(known)}"))

    # -- sources

    def _sources(self, node: Node) -> None:
        if node.kind != "map" or not node.map:
            self._note(_Bad(node, "sources is not a mapping", "write 'sources:', then '  name:', then its publisher"))
            return
        for name, each in node.map.items():
            if not ROLE_ID.fullmatch(name):
                hint = "use small letters, digits and hyphens"
                self._note(_Bad(node.keys[name], f"“{name}” cannot name a source", hint))
            else:
                self._try(self._source, name, each)

    def _source(self, name: str, node: Node) -> None:
        _must_be(node, "map", f"source {name}", "give its publisher, title and date")
        self._unknown_keys(node, SOURCE_KEYS, "source")
        if "publisher" not in node.map:
            raise _Bad(node, f"source {name} has no publisher", "add 'publisher: …'")
        said: dict[str, str] = {}
        for key in SOURCE_KEYS:
            read = {"date": _date, "method": _method, "url": _url}.get(key, lambda n, k=key: _text(n, k))
            said[key] = self._one(node, key, read) or ""
        self.sources[name] = Source(
            name, said["publisher"], said["title"], said["url"], said["release"], said["date"],
            said["area"], said["licence"], said["method"] or "unknown", note=said["note"],
        )  # fmt: skip

    def _attributes(self, node: Node | None, at: Node) -> dict[str, str]:
        """What a statement says of its claims: source, date, area and so on, the source's by default."""
        said = node.map if node is not None else {}
        source = self._source_of(said.get("source"), at)
        readers = {"date": _date, "method": _method, "level": _level, "population": _population}
        found = {}
        for key in CLAIM_KEYS[1:]:
            found[key] = readers.get(key, lambda n, k=key: _text(n, k))(said[key]) if key in said else None
        return {
            "source": source.id,
            "as_of": source.as_of if found["date"] is None else found["date"],
            "area": source.area if found["area"] is None else found["area"],
            "method": found["method"] or source.method,
            "population": found["population"] or ROLE,
            "level": found["level"] or "",
            "note": found["note"] or "",
        }

    def _source_of(self, node: Node | None, at: Node) -> Source:
        if node is None:
            if not self.sources:
                raise _Bad(at, "has no source", "add 'sources:' and who says this")
            return next(iter(self.sources.values()))
        name = _text(node, "source")
        if name not in self.sources:
            hint = did_you_mean(name, self.sources).removeprefix("; ") or "declare it under 'sources:'"
            raise _Bad(node, f"“{name}” is not a source of this profile", hint)
        return self.sources[name]

    def _claim(self, field: Field, value: str | int | float | None, said: Mapping[str, str], **more: str) -> None:
        rest = {key: text for key, text in said.items() if key != "source"}
        statistic = "" if isinstance(value, str) else field.statistic
        arguments = {"statistic": statistic, "per": field.per, **rest, **more}
        self.claims.append(Claim(field.key, value, self.sources[said["source"]], **arguments))  # type: ignore[arg-type]

    # -- wages

    def _wages(self, node: Node) -> None:
        for row in node.list if node.kind == "list" else [node]:
            self._try(self._wage_row, row)

    def _wage_row(self, row: Node) -> None:
        _must_be(row, "map", "a row of wages", "write '- per: year', then amounts such as 'median: $52,000'")
        self._unknown_keys(row, WAGE_KEYS, "row of wages")
        said = self._attributes(row, row)
        if "missing" in row.map:
            reason = {**said, "note": _text(row.map["missing"], "missing")}
            for key in ("estimate", "low", "high"):
                self._claim(fields.BY_KEY[key], None, reason)
            return
        if "per" not in row.map:
            raise _Bad(row, "a row of wages has no period", "add 'per: year' or 'per: hour'")
        per = _choice(row.map["per"], "per", PERIODS)
        currency = _text(row.map["currency"], "currency") if "currency" in row.map else ""
        amounts = {}
        for key in fields.WAGES:
            if key in row.map:
                amounts[key] = self._try(_amount, row.map[key], key, currency)
        if not amounts:
            raise _Bad(row, "a row of wages has no amount", f"add one of {_listed(fields.WAGES)}")
        self._check_order(row, amounts)
        for key, amount in amounts.items():
            if amount:
                value, bound, code = amount
                printed = row.map[key].text
                self._claim(
                    fields.BY_KEY[key], value, said, per=per, printed=printed, bound=bound, currency=code
                )

    def _check_order(self, row: Node, amounts: Mapping[str, tuple[int | float, str, str] | None]) -> None:
        for small, great in _ASCENDING:
            one, two = amounts.get(small), amounts.get(great)
            if one and two and one[0] > two[0]:
                self._note(_Bad(row.map[small], f"{small} is above {great}", "exchange the two"))
        codes = {amount[2] for amount in amounts.values() if amount}
        if len(codes) > 1:
            self._note(_Bad(row, "a row of wages mixes currencies", "write a row for each"))

    # -- every other field

    def _field(self, field: Field, node: Node) -> None:
        """A field's value: one statement, or a list of them."""
        if node.kind == "list":
            if not node.list:
                raise _Bad(node, f"{field.key} is empty", "remove it; what is left out is unknown")
            for each in node.list:
                self._try(self._statement, field, each)
        else:
            self._statement(field, node)

    def _statement(self, field: Field, node: Node) -> None:
        """A bare value, or `value:` (or `missing:`) with who says so, when, where and a note."""
        if node.kind != "map" or not {"value", "missing"} & set(node.map):
            said = self._attributes(None, node)
            self._value(field, node, said)
            return
        self._unknown_keys(node, ("value", "missing", *CLAIM_KEYS), f"statement of {field.key}")
        said = self._attributes(node, node)
        if "missing" in node.map:
            if "value" in node.map:
                raise _Bad(node.keys["missing"], "has both a value and a reason why it is missing", "keep one")
            self._claim(field, None, {**said, "note": _text(node.map["missing"], "missing")})
            return
        value = node.map["value"]
        for each in value.list if value.kind == "list" else [value]:
            self._try(self._value, field, each, said)

    def _value(self, field: Field, node: Node, said: Mapping[str, str]) -> None:
        if node.kind == "map":
            if field.kind == fields.LINKS:
                self._links(field, node, said)
            elif field.kind in (fields.SHARES, fields.WEIGHTS, fields.LIST):
                self._items(field, node, said)
            else:
                hint = "write the value itself, or 'value:' with a source, date or note"
                raise _Bad(node, f"{field.key} is not one {field.kind}", hint)
        elif node.kind == "list":
            raise _Bad(node, f"{field.key} holds a list inside a list", "write one list")
        elif field.kind in (fields.LINKS, fields.SHARES):
            shape = "id: title" if field.kind == fields.LINKS else "item: 12%"
            raise _Bad(node, f"{field.key} is not a mapping", f"write lines of '{shape}'")
        else:
            value = _scalar(node, field)
            self._claim(field, value, said, printed=node.text)

    def _items(self, field: Field, node: Node, said: Mapping[str, str]) -> None:
        if not node.map:
            raise _Bad(node, f"{field.key} is empty", "remove it; what is left out is unknown")
        for item, each in node.map.items():
            _checked(node.keys[item], field.key, MOST_TITLE)
            share = field.kind == fields.SHARES or (field.kind == fields.WEIGHTS and _is_percent(each))
            value = self._try(_percent if share else _text, each, f"{field.key}, {item}")
            if value is not None:
                self._claim(field, value, said, item=item, printed=each.text)

    def _links(self, field: Field, node: Node, said: Mapping[str, str], branch: str = "") -> None:
        for key, each in node.map.items():
            if each.kind == "map" and not branch:
                self._links(field, each, said, branch=_checked(node.keys[key], field.key, MOST_TITLE))
            elif not ROLE_ID.fullmatch(key) or each.kind == "map":
                hint = "use small letters, digits and hyphens, then the title"
                self._note(_Bad(node.keys[key], f"“{key}” is not the id of a role", hint))
            else:
                title = self._try(_text, each, field.key, MOST_TITLE)
                if title:
                    self._claim(field, key, said, item=branch, printed=title)


def _must_be(node: Node, kind: str, what: str, hint: str) -> None:
    if node.kind != kind or (kind == "map" and not node.map):
        raise _Bad(node, f"{what} is not a {'mapping' if kind == 'map' else kind}", hint)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _checked(node: Node, what: str, most: int = MOST_TEXT) -> str:
    """The text of a scalar that is short enough and not blank."""
    if node.kind != "scalar":
        raise _Bad(node, f"{what} is a {'list' if node.kind == 'list' else 'mapping'}, not one text")
    if not node.text.strip() or node.is_null:
        raise _Bad(node, f"{what} is empty", "remove it; what is left out is unknown")
    if len(node.text) > most:
        raise _Bad(node, f"{what} is longer than {most:,} characters", "shorten it")
    return node.text.strip()


def _text(node: Node, what: str, most: int = MOST_TEXT) -> str:
    text = _checked(node, what, most)
    if not node.quoted and _LOOKS_TYPED.fullmatch(text):
        kind = "true or false" if text[:1] in "tTfF" else "a number"
        raise _Bad(node, f"{what} is {kind}, not text", f'quote it: "{text}"')
    return text


def _texts(node: Node, what: str) -> tuple[str, ...]:
    each = node.list if node.kind == "list" else [node]
    return tuple(_text(one, what, MOST_TITLE) for one in each)


def _choice(node: Node, what: str, known: tuple[str, ...]) -> str:
    text = _checked(node, what)
    if text not in known:
        hint = did_you_mean(text, known).removeprefix("; ") or f"use {' or '.join(known)}"
        raise _Bad(node, f"{what} cannot be “{text}”", hint)
    return text


def _method(node: Node) -> str:
    return _choice(node, "method", METHODS)


def _level(node: Node) -> str:
    return _choice(node, "level", LEVELS)


def _soc_code(node: Node) -> str:
    text = _checked(node, "occupation")
    if not SOC_CODE.fullmatch(text):
        raise _Bad(node, f"“{text}” is not a SOC code", "write it like 15-1232")
    return text


def _population(node: Node) -> str:
    text = _checked(node, "population")
    return text if text == ROLE else _soc_code(node)


def _date(node: Node) -> str:
    text = _checked(node, "date")
    if text == "unknown":
        return ""
    if not _DATE.fullmatch(text):
        raise _Bad(node, f"date cannot be “{text}”", "write 2024-05, 2024 or unknown")
    return text


def _url(node: Node) -> str:
    text = _checked(node, "url")
    if not text.startswith(("https://", "http://")) or any(char.isspace() for char in text):
        raise _Bad(node, "url is not an address", "it starts with https://")
    return text


def _amount(node: Node, what: str, currency: str) -> tuple[int | float, str, str]:
    try:
        return wages.read_amount(_checked(node, what), currency)
    except wages.NotAnAmount as error:
        reason, _, hint = str(error).partition("; ")
        raise _Bad(node, f"{what}: “{node.text}” {reason}", hint) from None


def _number(node: Node, what: str, text: str) -> int | float:
    if not _NUMBER.fullmatch(text):
        raise _Bad(node, f"{what}: “{node.text}” is not a number", "write it like 12 or 12.5")
    return figures.read_number(text)


def _percent(node: Node, what: str) -> int | float:
    text = _checked(node, what)
    value = _number(node, what, text.removesuffix("%").rstrip())
    if not 0 <= value <= 100:
        raise _Bad(node, f"{what}: {text} is not a share", "a share is 0 to 100 %")
    return value


def _is_percent(node: Node) -> bool:
    return node.kind == "scalar" and bool(_NUMBER.fullmatch(node.text.strip().removesuffix("%").rstrip()))


def _scalar(node: Node, field: Field) -> str | int | float:
    """The value of a field that holds one thing, by the field's kind."""
    if field.kind in (fields.TEXT, fields.LIST, fields.WEIGHTS):
        return _text(node, field.key)
    text = _checked(node, field.key)
    if field.kind == fields.PERCENT and field.statistic == "share":
        return _percent(node, field.key)
    value = _number(node, field.key, text.removesuffix("%").rstrip() if field.kind == fields.PERCENT else text)
    if value < 0 and field.kind != fields.PERCENT:
        raise _Bad(node, f"{field.key} is negative", "a count is zero or more")
    return value


