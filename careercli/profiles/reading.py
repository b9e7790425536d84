"""Nodes -> a Role: what each key of a profile may hold, and what is wrong where it does not.

The tables in keys.py are the format. docs/profiles.md shows it by example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple, ParamSpec, TypeVar

from careercli.errors import Problem, ProfileError, suggestion
from careercli.model import fields
from careercli.model.claims import OCCUPATION_CODE, ROLE, ROLE_ID, Claim, Number, Role, Source
from careercli.model.fields import Field
from careercli.profiles import scalars
from careercli.profiles.filenames import id_and_suffix
from careercli.profiles.files import BadYaml, read_bytes
from careercli.profiles.keys import CLAIM_KEYS, PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS, WRITABLE, Keys
from careercli.profiles.nodes import MOST_PROBLEMS, Node, parse, quoted
from careercli.profiles.scalars import LEAVE_OUT, Bad, listed

_PROFILE_HINT = "a profile holds title, aliases, occupation, sources, wages and fields such as summary or skills"

_AVERAGE = "write 'estimate:', or 'mean:' or 'median:' where the source says so"
_LOW, _HIGH = "write 'low:'", "write 'high:'"
_WORDS_FOR_PAY = {
    **dict.fromkeys(("average", "avg", "salary", "pay"), _AVERAGE),
    **dict.fromkeys(("min", "minimum"), _LOW),
    **dict.fromkeys(("max", "maximum"), _HIGH),
}
"""What people write for an amount -> what a row of wages calls it."""

_SAID_KEYS = tuple(key for key in CLAIM_KEYS if key != "source")

_UP_TO, _AT_LEAST = ("<", "<="), (">", ">=")

_Amount = tuple[Number, str, str]
_Given = ParamSpec("_Given")
_Read = TypeVar("_Read")


class Placed(NamedTuple):
    """A claim, and the node of the file that says it."""

    claim: Claim
    node: Node


class _Said(NamedTuple):
    """What a statement says of each of its claims."""

    source: Source
    as_of: str
    area: str
    method: str
    population: str
    experience: str
    note: str
    caveat: str


class Reading(NamedTuple):
    """What one file holds, as far as it could be read: its role, what is wrong, and where each thing stands.

    `role` is None where nothing could be read. `problems` are in the order of the file; where there
    are any, the role is not to be shown. `said` are the claims and `places` the node of each.
    `undated` are the names of sources whose date is relied on and not given. `nodes` are the values
    of the file's own keys.
    """

    role: Role | None
    problems: tuple[Problem, ...]
    said: tuple[Claim, ...] = ()
    places: tuple[Node, ...] = ()
    undated: tuple[Node, ...] = ()
    nodes: Mapping[str, Node] = {}

    @property
    def claims(self) -> tuple[Placed, ...]:
        """Each claim with its node, put together for whoever asks: most load a role and do not."""
        return tuple(map(Placed, self.said, self.places))


def read_file(path: str) -> Role:
    """The role in the file `path`; its id is the file's name. Raises ProfileError or CareerError."""
    return read_text(read_bytes(path), path)


def read_text(data: bytes, path: str) -> Role:
    """The role written in `data`, said to be the file `path`. Raises ProfileError."""
    reading = examine(data, path)
    if reading.problems:
        raise ProfileError(path, reading.problems)
    assert reading.role
    return reading.role


def examine(data: bytes, path: str) -> Reading:
    """Everything that can be told of the profile in `data`, said to be the file `path`."""
    role_id, _ = id_and_suffix(path)
    wrong = _bad_name(role_id)
    problems = [Problem(1, 1, *wrong)] if wrong else []
    try:
        root = parse(data, problems)
    except BadYaml as error:
        return Reading(None, in_order([*problems, error.problem]))
    reader = _Reader(role_id, problems)
    role = None
    with suppress(_TooMany):
        role = reader.role(root)
    if len(problems) >= MOST_PROBLEMS:
        last = in_order(problems)[-1]
        problems.append(Problem(last.line, last.column, "there may be more wrong", "mend these first", "more"))
    said, places, undated = tuple(reader.claims), tuple(reader.nodes), tuple(reader.undated.values())
    return Reading(role, in_order(problems), said, places, undated, root.map if root.kind == "map" else {})


def _bad_name(role_id: str) -> tuple[str, str, str] | None:
    """Why a file of that name can hold no profile: message, hint and code."""
    if not ROLE_ID.fullmatch(role_id):
        hint = "rename it to at most 80 small letters, digits and hyphens, then .yaml"
        return "the file's name is not an id", hint, "file-name"
    if OCCUPATION_CODE.fullmatch(role_id):
        return "the file's name is an occupation's code", "rename it, say to my-role.yaml", "file-name"
    return None


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


class _TooMany(Exception):
    """There are more problems than anyone reads at once."""


class _Reader:
    """Reads one profile and gathers everything that is wrong with it."""

    def __init__(self, role_id: str, problems: list[Problem]) -> None:
        self.role_id = role_id
        self.problems = problems
        self.sources: dict[str, Source] = {}
        self.silent: dict[str, Node] = {}
        self.undated: dict[str, Node] = {}
        self.claims: list[Claim] = []
        self.nodes: list[Node] = []
        self.bare: _Said | None = None

    def role(self, root: Node) -> Role:
        if not self._try(_must_be_map, root, "the file", "a profile is lines of 'key: value', first 'title: …'"):
            raise _TooMany
        if self._knows(root, PROFILE_KEYS, "profile") and "title" not in root.map:
            self._note(Bad(root, "the profile has no title", "add a line 'title: …'", "missing-key"))
        title = self._one(root, "title", scalars.title) or self.role_id
        aliases = self._one(root, "aliases", scalars.titles) or ()
        occupation = self._one(root, "occupation", scalars.occupation_code) or ""
        occupation_note = self._one(root, "occupation_note", scalars.text) or ""
        occupation_caveat = self._one(root, "occupation_caveat", scalars.caveat) or ""
        if "occupation_caveat" in root.map and not ("occupation" in root.map or root.lacks):
            at, hint = root.keys["occupation_caveat"], "remove it, or add 'occupation:'"
            self._note(Bad(at, "occupation_caveat stands without an occupation", hint, "missing-key"))
        self._one(root, "sources", self._sources)
        self._need_a_source(root)
        self._one(root, "wages", self._wages)
        for key, node in root.map.items():
            if key in WRITABLE:
                self._try(self._field, WRITABLE[key], node)
        return Role(self.role_id, title, aliases, occupation, tuple(self.claims), occupation_note, occupation_caveat)

    # -- keeping on after a mistake

    def _note(self, bad: Bad) -> None:
        self.problems.append(bad.problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _TooMany

    def _try(self, read: Callable[_Given, _Read], *given: _Given.args, **named: _Given.kwargs) -> _Read | None:
        try:
            return read(*given, **named)
        except Bad as bad:
            self._note(bad)
            return None

    def _one(self, parent: Node, key: str, read: Callable[[Node, str], _Read]) -> _Read | None:
        return self._try(read, parent.map[key], key) if key in parent.map else None

    def _knows(self, node: Node, known: Keys, what: str) -> bool:
        """Notes the keys that do not belong. Where there are any, what seems missing may be misspelt."""
        if not node.keys.keys() <= known.keys():
            node.lacks = True
            for at in [at for key, at in node.keys.items() if key not in known]:
                self._note(_unknown_key(at, known, what))
        return not node.lacks

    # -- sources

    def _sources(self, node: Node, what: str) -> None:
        _must_be_map(node, what, "write 'sources:', then '  name:', then its publisher")
        for name, each in node.map.items():
            # Known even where it is wrong, so that one mistake is told once.
            self.sources[name] = Source(name, "")
            self._try(self._source, node.keys[name], each)

    def _source(self, name: Node, node: Node) -> None:
        if not ROLE_ID.fullmatch(name.text):
            raise Bad(name, f"{quoted(name.text)} cannot name a source", "use small letters, digits and hyphens")
        _must_be_map(node, f"source {name.text}", "give its publisher, title and date")
        if self._knows(node, SOURCE_KEYS, "source") and "publisher" not in node.map:
            raise Bad(name, f"source {name.text} has no publisher", "add 'publisher: …'", "missing-key")
        said = dict.fromkeys(SOURCE_KEYS, "")
        said |= {key: self._one(node, key, scalars.attribute) or "" for key in SOURCE_KEYS if key in node.map}
        if said["publisher"] == scalars.UNKNOWN:
            said["publisher"] = ""
            if not said["title"]:
                raise Bad(name, f"source {name.text} has neither publisher nor title", "add 'title: …'", "missing-key")
        if not ({"date", "note"} & set(node.map) or node.lacks):
            self.silent[name.text] = name
        self.sources[name.text] = Source(
            name.text, said["publisher"], said["title"], said["url"], said["release"], said["date"],
            said["area"], said["license"], said["method"] or "unknown", note=_noted(said["note"], said["caveat"]),
            caveat=said["caveat"],
        )  # fmt: skip

    def _need_a_source(self, root: Node) -> None:
        """Whatever a profile says, someone says it: the first source unless a claim names another."""
        claiming = [root.keys[key] for key in root.map if key == "wages" or key in WRITABLE]
        if claiming and not self.sources:
            if "sources" not in root.map:
                hint = "add 'sources:' and who says this"
                self._note(Bad(claiming[0], f"{claiming[0].text} has no source", hint, "missing-key"))
            self.sources[""] = Source("", "")

    def _unsaid(self) -> _Said:
        """What goes for a bare value; the same for all, so found once."""
        if self.bare is None:
            self.bare = self._attributes({})
        return self.bare

    def _attributes(self, given: Mapping[str, Node]) -> _Said:
        """What a statement says of its claims: source, date, area and so on, the source's by default."""
        source = self._source_of(given.get("source"))
        said: dict[str, str | None] = {}
        for key in _SAID_KEYS:
            if key in given:
                said[key] = self._try(scalars.attribute, given[key], key)
        get = said.get
        date, caveat = get("date"), get("caveat") or ""
        if date is None and "note" not in given and source.id in self.silent:
            self.undated[source.id] = self.silent[source.id]
        return _Said(
            source,
            source.as_of if date is None else date,
            get("area") or source.area,
            get("method") or source.method,
            get("population") or ROLE,
            get("level") or "",
            _noted(get("note") or "", caveat),
            caveat,
        )

    def _source_of(self, node: Node | None) -> Source:
        first = next(iter(self.sources.values()))
        if node is None:
            return first
        name = self._try(scalars.text, node, "source")
        if name and name not in self.sources:
            hint = suggestion(name, self.sources) or "declare it under 'sources:'"
            self._note(Bad(node, f"{quoted(name)} is not a source of this profile", hint, "unknown-source"))
        return self.sources.get(name or "", first)

    def _claim(
        self, field: Field, node: Node, value: str | Number | None, said: _Said, as_printed: str = "", item: str = "",
        bound: str = "", period: str | None = None, currency: str = "",
    ) -> None:  # fmt: skip
        source, as_of, area, method, population, experience, note, caveat = said
        statistic = "" if isinstance(value, str) else field.statistic
        period = field.period if period is None else period
        # From a tuple: a call of Claim takes half as long again, and one by name more.
        self.claims.append(Claim._make((
            field.key, value, source, as_printed, item, bound, statistic, experience, period, currency, area, as_of,
            population, method, "listed", "", note, None, False, caveat,
        )))  # fmt: skip
        self.nodes.append(node)

    # -- wages

    def _wages(self, node: Node, what: str) -> None:
        if node.kind == "list" and not (node.list or node.lacks):
            raise Bad(node, f"{what} is empty", LEAVE_OUT)
        for row in node.list if node.kind == "list" else [node]:
            self._try(self._wage_row, row)

    def _wage_row(self, row: Node) -> None:
        _must_be_map(row, "a row of wages", "write '- per: year', then amounts such as 'median: $52,000'")
        complete = self._knows(row, WAGE_KEYS, "row of wages")
        said = self._attributes(row.map)
        if "missing" in row.map:
            self._no_wages(row, said)
            return
        if complete and not any(key in row.map for key in fields.WAGES):
            raise Bad(row, "a row of wages has no amount", f"add one of {listed(fields.WAGES)}")
        period = self._one(row, "per", scalars.attribute) or ""
        amounts = self._amounts(row)
        if not complete or ("per" in row.map and not period):
            # What is doubtful about the rest may come of what is wrong.
            return
        for key, (value, bound, code) in amounts.items():
            as_printed = row.map[key].text.strip()
            self._claim(fields.BY_KEY[key], row.map[key], value, said, as_printed, "", bound, period, code)

    def _no_wages(self, row: Node, said: _Said) -> None:
        """A source that has no wage at all says so of the three figures a site prints."""
        extra = next((row.keys[key] for key in ("per", "currency", *fields.WAGES) if key in row.map), None)
        if extra:
            raise Bad(extra, f"{extra.text} stands beside 'missing:'", "keep the amounts or the reason, not both")
        reason = said._replace(note=scalars.text(row.map["missing"], "missing"))
        for key in ("estimate", "low", "high"):
            self._claim(fields.BY_KEY[key], row, None, reason)

    def _amounts(self, row: Node) -> dict[str, _Amount]:
        """The amounts of a row that can be used, in the order of the fields."""
        currency = scalars.attribute(row.map["currency"], "currency") if "currency" in row.map else ""
        keys = [key for key in fields.WAGES if key in row.map]
        read = {key: self._try(scalars.amount, row.map[key], key, currency) for key in keys}
        amounts = {key: amount for key, amount in read.items() if amount}
        if len({code for _, _, code in amounts.values()}) > 1:
            self._note(Bad(row, "a row of wages mixes currencies", "write a row for each"))
        else:
            self._check_order(row, amounts)
        return amounts

    def _check_order(self, row: Node, amounts: Mapping[str, _Amount]) -> None:
        for scale in fields.ASCENDING:
            steps = [key for key in scale if key in amounts]
            for low, high in pairwise(steps):
                if _is_above(amounts[low], amounts[high]):
                    self._note(Bad(row.map[low], f"{low} is above {high}", "exchange the two"))

    # -- every other field

    def _field(self, field: Field, node: Node) -> None:
        """A field's value: one statement, or a list of them."""
        if node.kind == "list" and not (node.list or node.lacks):
            raise Bad(node, f"{field.key} is empty", LEAVE_OUT)
        for each in node.list if node.kind == "list" else [node]:
            self._try(self._statement, field, each)

    def _statement(self, field: Field, node: Node) -> None:
        """A bare value, or `value:` (or `missing:`) with who says so, when, where and a note."""
        if node.kind != "map":
            self._value(field, node, self._unsaid())
            return
        if node.lacks:
            # What was refused may be the very key that tells a statement from a mapping of items.
            return
        if "value" not in node.map and "missing" not in node.map:
            _refuse_stray_keys(field, node)
            self._value(field, node, self._unsaid())
            return
        self._knows(node, STATEMENT_KEYS, f"statement of {field.key}")
        said = self._attributes(node.map)
        if "missing" in node.map:
            if "value" in node.map:
                raise Bad(node.keys["missing"], f"{field.key} has both 'value:' and 'missing:'", "keep one")
            reason = node.map["missing"]
            self._claim(field, reason, None, said._replace(note=scalars.text(reason, "missing")))
            return
        value = node.map["value"]
        if value.kind == "list" and not (value.list or value.lacks):
            raise Bad(value, f"{field.key} is empty", LEAVE_OUT)
        for each in value.list if value.kind == "list" else [value]:
            self._try(self._value, field, each, said)

    def _value(self, field: Field, node: Node, said: _Said) -> None:
        if node.kind == "list":
            raise Bad(node, f"{field.key} holds a list inside a list", "write one list")
        if node.kind == "map":
            self._mapping(field, node, said)
        elif field.kind in (fields.LINKS, fields.SHARES):
            shape = "id: title" if field.kind == fields.LINKS else "item: 12%"
            raise Bad(node, f"{field.key} is not a mapping", f"write lines of '{shape}'")
        else:
            self._claim(field, node, scalars.one_value(node, field), said, node.text.strip())

    def _mapping(self, field: Field, node: Node, said: _Said) -> None:
        if not (node.map or node.lacks):
            raise Bad(node, f"{field.key} is empty", LEAVE_OUT)
        if field.kind == fields.LINKS:
            self._links(field, node, said)
        elif field.holds_many:
            self._items(field, node, said)
        else:
            kind = "text" if field.kind == fields.TEXT else "number"
            raise Bad(node, f"{field.key} is a mapping, not a {kind}", "write the value itself, or 'value: …'")

    def _items(self, field: Field, node: Node, said: _Said) -> None:
        name = f"a name in {field.key}"
        for key, each in node.map.items():
            item = scalars.checked(node.keys[key], name, scalars.MOST_TITLE)
            share = field.kind == fields.SHARES or (field.kind == fields.WEIGHTS and scalars.is_percent(each))
            read: Callable[[Node, str], str | Number] = scalars.percent if share else scalars.text
            try:
                value = read(each, field.key)
            except Bad:
                # Once more, to say which item it is: to name each good one as well would cost more.
                self._try(read, each, f"{field.key}, {quoted(item)[1:-1]}")
            else:
                self._claim(field, each, value, said, each.text.strip(), item)

    def _links(self, field: Field, node: Node, said: _Said, branch: str = "") -> None:
        for key, each in node.map.items():
            at = node.keys[key]
            if each.kind == "map" and each.map and not branch:
                self._links(field, each, said, scalars.checked(at, f"a name in {field.key}", scalars.MOST_TITLE))
            elif each.kind != "scalar":
                hint = "write 'id: title', or one branch of such lines"
                self._note(Bad(at, f"{field.key}, {quoted(key)[1:-1]} is not a title", hint))
            elif not ROLE_ID.fullmatch(key):
                hint = "write small letters, digits and hyphens, then the title"
                self._note(Bad(at, f"{quoted(key)} is not the id of a role", hint))
            else:
                self._link(field, at, each, said, branch)

    def _link(self, field: Field, key: Node, node: Node, said: _Said, branch: str) -> None:
        title = self._try(scalars.title, node, f"{field.key}, {key.text}")
        if title:
            self._claim(field, key, key.text, said, title, branch)


def _must_be_map(node: Node, what: str, hint: str) -> bool:
    if node.kind != "map" or not (node.map or node.lacks):
        raise Bad(node, f"{what} is not a mapping", hint)
    return True


def _noted(note: str, caveat: str) -> str:
    """A note that says its caveat too: tables show the caveat alone, programs and cards the note."""
    if caveat.casefold() in note.casefold():
        return note
    return f"{caveat[0].upper()}{caveat[1:]}. {note}".strip()


def _unknown_key(at: Node, known: Keys, what: str) -> Bad:
    """Why a key does not stand where it does, and what does."""
    key = at.text
    if key in fields.BY_KEY and known is PROFILE_KEYS:
        wage = fields.BY_KEY[key].is_wage
        hint = "write it in a row of 'wages:'" if wage else "official figures come from releases only"
        return Bad(at, f"{key} cannot stand here", hint, "unknown-key")
    if key.isdecimal():
        hint = "quote an amount with a comma inside { }"
        return Bad(at, f"{quoted(key)} is no key of a {what}", hint, "unknown-key")
    hint = _elsewhere(key, known) or suggestion(key, known)
    every = _PROFILE_HINT if known is PROFILE_KEYS else f"it may hold {listed(known)}"
    return Bad(at, f"{quoted(key)} is no key of a {what}", hint or every, "unknown-key")


def _elsewhere(key: str, known: Keys) -> str:
    """Where a key belongs that stands at the top, or what a row of wages calls an amount; nothing for other keys."""
    if known is WAGE_KEYS:
        return _WORDS_FOR_PAY.get(key.casefold(), "")
    if known is not PROFILE_KEYS:
        return ""
    if key.casefold() in _WORDS_FOR_PAY or (key in WAGE_KEYS and key not in STATEMENT_KEYS):
        return "write it in a row of 'wages:'"
    if key in SOURCE_KEYS:
        return "write it under a source in 'sources:'" + (", or beside a 'value:'" if key in CLAIM_KEYS else "")
    # A lone 'source:' is rather a misspelt 'sources:'.
    return "write it beside a 'value:'" if key in CLAIM_KEYS and key != "source" else ""


def _refuse_stray_keys(field: Field, node: Node) -> None:
    """A note beside bare items would read as one more item."""
    stray = next((key for key in node.keys.values() if key.text in CLAIM_KEYS and not key.quoted), None)
    if stray:
        hint = "put what it says under 'value:', or why it says nothing under 'missing:'"
        raise Bad(stray, f"{field.key} has '{stray.text}:' but no value", hint)


def _is_above(low: _Amount, high: _Amount) -> bool:
    """Whether the lower end exceeds the higher for certain, whatever bounds stand before them."""
    return low[0] > high[0] and low[1] not in _UP_TO and high[1] not in _AT_LEAST
