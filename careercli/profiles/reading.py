"""Read a profile: convert its nodes to a Role, and collect every problem with its position.

The tables in keys.py define the format; docs/profiles.md explains it by example.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar, TypeVarTuple

from careercli.errors import Problem, ProfileError, suggestion
from careercli.model import fields, words
from careercli.model.claims import OCCUPATION_CODE, ROLE, ROLE_ID, Claim, Number, Role, Source, is_own
from careercli.model.fields import Field
from careercli.profiles import scalars
from careercli.profiles.filenames import id_and_suffix
from careercli.profiles.files import BadYaml
from careercli.profiles.keys import CLAIM_KEYS, PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS, WRITABLE, Keys
from careercli.profiles.nodes import MAPPING_HINT, MAX_PROBLEMS, NOT_YAML, REFUSED, Node, more_problems, parse, quoted
from careercli.profiles.scalars import LEAVE_OUT, Bad

_PROFILE_HINT = "a profile has title, aliases, occupation, sources, wages and fields such as summary or skills"

_AVERAGE = "write 'estimate:', or 'mean:' or 'median:' if the source says so"
_OTHER_NAMES = {
    **dict.fromkeys(("average", "avg", "salary", "pay"), _AVERAGE),
    **dict.fromkeys(("min", "minimum"), "write 'low:'"),
    **dict.fromkeys(("max", "maximum"), "write 'high:'"),
}
"""Keys that people write for an amount -> the hint that names ours."""

_PLACE = "write it as the 'area:' of a source"
_EMPLOYER = "name it as the publisher of a source, or in the title"
_TIMES = "write it under 'schedule:'"
_FOREIGN_KEYS = {
    **dict.fromkeys(("name", "position", "job", "job_title", "role"), "write 'title:'"),
    **dict.fromkeys(("description", "overview"), "write 'summary:'"),
    **dict.fromkeys(("company", "employer", "organization"), _EMPLOYER),
    **dict.fromkeys(("location", "city", "state", "country", "region", "place"), _PLACE),
    **dict.fromkeys(("hours", "shift", "shifts", "employment_type"), _TIMES),
    **dict.fromkeys(("remote", "hybrid", "onsite"), "write it under 'setting:' or 'schedule:'"),
    **dict.fromkeys(("qualifications", "requirements"), "write 'education_required:' or 'certifications:'"),
    **dict.fromkeys(("education", "degree"), "write 'education_required:', or 'degree_held:' for what workers have"),
    **dict.fromkeys(("certificates", "certs"), "write 'certifications:'"),
    **dict.fromkeys(("duties", "tasks", "highlights"), "write 'responsibilities:'"),
    "experience": "write 'years_experience:'",
}
"""Keys that postings and résumés have -> the hint that names ours."""

_new: Callable[[type[Claim], tuple[object, ...]], Claim] = tuple.__new__

_Amount = tuple[Number, str, str]
_Given = TypeVarTuple("_Given")
_Read = TypeVar("_Read")

_NEEDED = {"occupation_caveat": "occupation", "occupation_alternatives": "occupation_caveat"}
"""Keys of a profile that say nothing without another."""


class Placed(NamedTuple):
    """A claim and its node in the file."""

    claim: Claim
    node: Node


class _Attributes(NamedTuple):
    """The attributes that a statement gives all its claims."""

    source: Source
    as_of: str
    area: str
    method: str
    population: str
    experience: str
    note: str
    caveat: str


class Reading(NamedTuple):
    """The content of one file: its role, its problems, and the nodes of both.

    `role` is None if the file is not a mapping; do not show it if there are `problems`, which are in
    the order of the file. `claims_read` are the claims, `claim_nodes` the node of each. `undated` are the
    names of sources that give no date to claims that need one. `nodes` are the values of the
    top-level keys.
    """

    role: Role | None
    problems: tuple[Problem, ...]
    claims_read: tuple[Claim, ...] = ()
    claim_nodes: tuple[Node, ...] = ()
    undated: tuple[Node, ...] = ()
    nodes: Mapping[str, Node] = {}

    @property
    def claims(self) -> tuple[Placed, ...]:
        """The claims with their nodes. Loading a role does not need them, so they are paired on demand."""
        return tuple(map(Placed, self.claims_read, self.claim_nodes))


def read_text(data: bytes, path: str) -> Role:
    """Return the role in `data`, the content of the file `path`; its id is the file's name. Raises ProfileError."""
    reading = examine(data, path)
    if reading.problems:
        raise ProfileError(path, reading.problems)
    assert reading.role
    return reading.role


def examine(data: bytes, path: str) -> Reading:
    """Return the role and all problems in `data`, the content of the file `path`."""
    role_id, _ = id_and_suffix(path)
    name_problem = _file_name_problem(role_id)
    problems = [name_problem] if name_problem else []
    try:
        root = parse(data, problems)
    except BadYaml as error:
        # What follows a refused value on its line is only an echo of it.
        lines = {problem.line for problem in problems if problem.code == REFUSED}
        is_echo = error.problem.code == NOT_YAML and error.problem.line in lines
        return Reading(None, in_order(problems if is_echo else [*problems, error.problem]))
    reader = _Reader(role_id, problems)
    role = None
    with suppress(_TooManyProblems):
        role = reader.role(root)
    if len(problems) >= MAX_PROBLEMS:
        problems.append(more_problems(in_order(problems)[-1]))
    claims, nodes, undated = tuple(reader.claims), tuple(reader.nodes), tuple(reader.undated.values())
    return Reading(role, in_order(problems), claims, nodes, undated, root.map if root.kind == "map" else {})


def _file_name_problem(role_id: str) -> Problem | None:
    """Return the problem of a file name that gives no valid role id."""
    if not ROLE_ID.fullmatch(role_id):
        message = "file name is not a valid role id: use lower-case letters, digits and hyphens"
        return Problem(1, 1, message, "rename the file, at most 80 characters before .yaml", "file-name")
    if OCCUPATION_CODE.fullmatch(role_id):
        return Problem(1, 1, "file name is an occupation code", "rename it, for example to my-role.yaml", "file-name")
    if is_own(role_id):
        hint = "rename it, for example to my-role.yaml"
        return Problem(1, 1, "me is reserved for the file that careercli new --me makes", hint, "file-name")
    return None


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


class _TooManyProblems(Exception):
    """MAX_PROBLEMS have been recorded."""


class _Reader:
    """Reads one profile and records its problems."""

    def __init__(self, role_id: str, problems: list[Problem]) -> None:
        self.role_id = role_id
        self.problems = problems
        self.sources: dict[str, Source] = {}
        self.dateless: dict[str, Node] = {}
        self.undated: dict[str, Node] = {}
        self.claims: list[Claim] = []
        self.nodes: list[Node] = []

    def role(self, root: Node) -> Role:
        if not self._try(_require_mapping, root, "file", MAPPING_HINT):
            raise _TooManyProblems
        if self._has_known_keys(root, PROFILE_KEYS, "profile") and "title" not in root.map:
            self._record(Bad(root, "profile has no title", "add a line 'title: …'", "missing-key"))
        title = self._one(root, "title", scalars.title) or self.role_id
        aliases = self._one(root, "aliases", scalars.titles) or ()
        occupation = self._one(root, "occupation", scalars.occupation_code) or ""
        occupation_note = self._one(root, "occupation_note", scalars.text) or ""
        occupation_caveat = self._one(root, "occupation_caveat", scalars.caveat) or ""
        alternatives = self._one(root, "occupation_alternatives", scalars.occupation_codes) or ()
        for key, needed in _NEEDED.items():
            if key in root.map and not (needed in root.map or root.lacks):
                hint = f"remove it, or add '{needed}:'"
                without = f"{key} without an {needed}"
                self._record(Bad(root.keys[key], without, hint, "missing-key"))
        self._one(root, "sources", self._sources)
        self._require_a_source(root)
        if "wages" in root.map:
            self._try(self._each, root.map["wages"], "wages", self._wage_row)
        for key, node in root.map.items():
            if key in WRITABLE:
                self._try(self._each, node, key, self._statement, WRITABLE[key])
        own = tuple(self.claims)
        return Role(self.role_id, title, aliases, occupation, own, occupation_note, occupation_caveat, alternatives)

    # -- continuing after a problem

    def _record(self, bad: Bad) -> None:
        self.problems.append(bad.problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise _TooManyProblems

    def _try(self, read: Callable[[*_Given], _Read], *given: *_Given) -> _Read | None:
        try:
            return read(*given)
        except Bad as bad:
            self._record(bad)
            return None

    def _one(self, parent: Node, key: str, read: Callable[[Node, str], _Read]) -> _Read | None:
        return self._try(read, parent.map[key], key) if key in parent.map else None

    def _each(self, node: Node, name: str, read: Callable[[Node, *_Given], None], *given: *_Given) -> None:
        """Read a node, or every entry of its list if it is one."""
        if node.kind == "list" and not (node.list or node.lacks):
            raise Bad(node, f"{name} is empty", LEAVE_OUT)
        for each in node.list if node.kind == "list" else [node]:
            try:
                read(each, *given)
            except Bad as bad:
                self._record(bad)

    def _has_known_keys(self, node: Node, known: Keys, parent: str) -> bool:
        """Record unknown keys; return True if there are none. If there are, a missing key may just be misspelled."""
        if not node.keys.keys() <= known.keys():
            node.lacks = True
            for at in [at for key, at in node.keys.items() if key not in known]:
                self._record(_unknown_key(at, known, parent))
        return not node.lacks

    # -- sources

    def _sources(self, node: Node, key: str) -> None:
        _require_mapping(node, key, "write 'sources:', then '  name:', then its publisher")
        for name, each in node.map.items():
            # Added even if it has problems, so that claims that use it add no further problem.
            self.sources[name] = Source(name, "")
            self._try(self._source, node.keys[name], each)

    def _source(self, name: Node, node: Node) -> None:
        if not ROLE_ID.fullmatch(name.text):
            hint = "use lower-case letters, digits and hyphens"
            raise Bad(name, f"{quoted(name.text)} is not a valid source id", hint)
        _require_mapping(node, f"source {name.text}", "give its publisher, title and date")
        if self._has_known_keys(node, SOURCE_KEYS, "source") and "publisher" not in node.map:
            raise Bad(name, f"source {name.text} has no publisher", "add 'publisher: …'", "missing-key")
        given = dict.fromkeys(SOURCE_KEYS, "")
        given |= {key: self._try(scalars.attribute, at, key) or "" for key, at in node.map.items() if key in given}
        if given["publisher"] == scalars.UNKNOWN:
            given["publisher"] = ""
            if not given["title"]:
                raise Bad(name, f"source {name.text} has neither publisher nor title", "add 'title: …'", "missing-key")
        if not ({"date", "note"} & set(node.map) or node.lacks):
            self.dateless[name.text] = name
        self.sources[name.text] = Source(
            name.text, given["publisher"], given["title"], given["url"], given["release"], given["date"],
            given["area"], given["license"], given["method"] or "unknown",
            note=scalars.note_with_caveat(given["note"], given["caveat"]), caveat=given["caveat"],
        )  # fmt: skip

    def _require_a_source(self, root: Node) -> None:
        """Record a problem if the profile has claims but no sources."""
        claiming = [root.keys[key] for key in root.map if key == "wages" or key in WRITABLE]
        if claiming and not self.sources:
            if "sources" not in root.map:
                hint = "add 'sources:' with a publisher"
                self._record(Bad(claiming[0], f"{claiming[0].text} has no source", hint, "missing-key"))
            self.sources[""] = Source("", "")

    @cached_property
    def _defaults(self) -> _Attributes:
        """The attributes of a value without `value:`: those of the first source."""
        return self._attributes({})

    def _attributes(self, given: Mapping[str, Node]) -> _Attributes:
        """Return the attributes that the keys of a statement give; its source's are the defaults."""
        source = self._source_of(given.get("source"))
        values: dict[str, str | None] = {}
        for key in CLAIM_KEYS:
            if key in given and key != "source":
                values[key] = self._try(scalars.attribute, given[key], key)
        get = values.get
        date, caveat = get("date"), get("caveat") or ""
        if date is None and "note" not in given and source.id in self.dateless:
            self.undated[source.id] = self.dateless[source.id]
        return _Attributes(
            source,
            source.as_of if date is None else date,
            get("area") or source.area,
            get("method") or source.method,
            get("population") or ROLE,
            get("level") or "",
            scalars.note_with_caveat(get("note") or "", caveat),
            caveat,
        )

    def _source_of(self, node: Node | None) -> Source:
        first = next(iter(self.sources.values()))
        if node is None:
            return first
        name = self._try(scalars.text, node, "source")
        if name and name not in self.sources:
            hint = suggestion(name, self.sources) or "declare it under 'sources:'"
            self._record(Bad(node, f"{quoted(name)} is not a source of this profile", hint, "unknown-source"))
        return self.sources.get(name or "", first)

    def _claim(
        self, field: Field, node: Node, value: str | Number | None, attributes: _Attributes, as_printed: str = "",
        item: str = "", bound: str = "", period: str | None = None, currency: str = "",
    ) -> None:  # fmt: skip
        source, as_of, area, method, population, experience, note, caveat = attributes
        statistic = "" if isinstance(value, str) else field.statistic
        period = field.period if period is None else period
        # Calling Claim takes twice as long, and keywords even more.
        self.claims.append(_new(Claim, (
            field.key, value, source, as_printed, item, bound, statistic, experience, period, currency, area, as_of,
            population, method, "listed", "", note, None, False, caveat, None, "",
        )))  # fmt: skip
        self.nodes.append(node)

    # -- wages

    def _wage_row(self, row: Node) -> None:
        _require_mapping(row, "row of wages", "write '- per: year', then amounts such as 'median: $52,000'")
        complete = self._has_known_keys(row, WAGE_KEYS, "row of wages")
        attributes = self._attributes(row.map)
        if "missing" in row.map:
            self._no_wages(row, attributes)
            return
        if complete and not any(key in row.map for key in fields.WAGES):
            raise Bad(row, "row of wages has no amount", f"add one of {', '.join(fields.WAGES)}")
        period = self._one(row, "per", scalars.attribute) or ""
        amounts = self._amounts(row)
        if not complete or ("per" in row.map and not period):
            # Warnings about the rest of the row might only be due to these problems.
            return
        for key, (value, bound, code) in amounts.items():
            as_printed = row.map[key].text.strip()
            self._claim(fields.BY_KEY[key], row.map[key], value, attributes, as_printed, "", bound, period, code)

    def _no_wages(self, row: Node, attributes: _Attributes) -> None:
        """Add claims without a value for estimate, low and high, the figures that sites print."""
        extra = next((row.keys[key] for key in ("per", "currency", *fields.WAGES) if key in row.map), None)
        if extra:
            raise Bad(extra, f"{extra.text} beside 'missing:'", "keep the amounts or the reason, not both")
        reason = attributes._replace(note=scalars.text(row.map["missing"], "missing"))
        for key in ("estimate", "low", "high"):
            self._claim(fields.BY_KEY[key], row, None, reason)

    def _amounts(self, row: Node) -> dict[str, _Amount]:
        """Return the valid amounts of a row by key, in the order of the fields."""
        currency = scalars.attribute(row.map["currency"], "currency") if "currency" in row.map else ""
        keys = [key for key in fields.WAGES if key in row.map]
        read = {key: self._try(scalars.amount, row.map[key], key, currency) for key in keys}
        amounts = {key: amount for key, amount in read.items() if amount}
        if len({code for _, _, code in amounts.values()}) > 1:
            self._record(Bad(row, "row of wages mixes currencies", "write one row per currency"))
        else:
            self._check_order(row, amounts)
        return amounts

    def _check_order(self, row: Node, amounts: Mapping[str, _Amount]) -> None:
        for scale in fields.ASCENDING:
            steps = [key for key in scale if key in amounts]
            for low, high in pairwise(steps):
                if _is_above(amounts[low], amounts[high]):
                    self._record(Bad(row.map[low], f"{low} is above {high}", "swap the two"))

    # -- every other field

    def _statement(self, node: Node, field: Field) -> None:
        """Read a bare value, or `value:` or `missing:` with the attributes beside it."""
        if node.kind != "map":
            self._value(node, field, self._defaults)
            return
        if node.lacks:
            # The refused key may be the one that distinguishes a statement from a mapping of items.
            return
        if "value" not in node.map and "missing" not in node.map:
            _refuse_stray_keys(field, node)
            self._value(node, field, self._defaults)
            return
        self._has_known_keys(node, STATEMENT_KEYS, f"statement of {field.key}")
        attributes = self._attributes(node.map)
        if "missing" in node.map:
            if "value" in node.map:
                raise Bad(node.keys["missing"], f"{field.key} has both 'value:' and 'missing:'", "keep one")
            reason = node.map["missing"]
            self._claim(field, reason, None, attributes._replace(note=scalars.text(reason, "missing")))
            return
        self._each(node.map["value"], field.key, self._value, field, attributes)

    def _value(self, node: Node, field: Field, attributes: _Attributes) -> None:
        if node.kind == "list":
            raise Bad(node, f"{field.key} has a list inside a list", "write one list")
        if node.kind == "map":
            self._mapping(field, node, attributes)
        elif field.kind in scalars.TEXTS:
            value = scalars.text(node, field.key)
            self._claim(field, node, value, attributes, value)
        elif field.kind in (fields.LINKS, fields.SHARES):
            shape = "id: title" if field.kind == fields.LINKS else "item: 12%"
            raise Bad(node, f"{field.key} is not a mapping", f"write lines of '{shape}'")
        else:
            self._claim(field, node, scalars.one_number(node, field), attributes, node.text.strip())

    def _mapping(self, field: Field, node: Node, attributes: _Attributes) -> None:
        if not (node.map or node.lacks):
            raise Bad(node, f"{field.key} is empty", LEAVE_OUT)
        if field.kind == fields.LINKS:
            self._links(field, node, attributes)
        elif field.holds_many:
            self._items(field, node, attributes)
        else:
            kind = "text" if field.kind == fields.TEXT else "number"
            raise Bad(node, f"{field.key} is a mapping, not a {kind}", "write the value itself, or 'value: …'")

    def _items(self, field: Field, node: Node, attributes: _Attributes) -> None:
        name = f"a name in {field.key}"
        for key, each in node.map.items():
            item = scalars.checked(node.keys[key], name, scalars.MAX_TITLE)
            share = field.kind == fields.SHARES or (field.kind == fields.WEIGHTS and scalars.is_percent(each))
            read: Callable[[Node, str], str | Number] = scalars.percent if share else scalars.text
            try:
                value = read(each, field.key)
            except Bad:
                if each.kind == "list" and field.kind != fields.SHARES:
                    hint = f"write each line as '- {quoted(item)[1:-1]}: …', or one plain list"
                    self._record(Bad(each, f"{field.key} has a list under a topic", hint))
                    continue
                # Read it again to name the item in the message; naming every valid item would be slower.
                self._try(read, each, f"{field.key}, {quoted(item)[1:-1]}")
            else:
                self._claim(field, each, value, attributes, each.text.strip(), item)

    def _links(self, field: Field, node: Node, attributes: _Attributes, branch: str = "") -> None:
        for key, each in node.map.items():
            at = node.keys[key]
            if each.kind == "map" and each.map and not branch:
                self._links(field, each, attributes, scalars.checked(at, f"a name in {field.key}", scalars.MAX_TITLE))
            elif each.kind != "scalar":
                hint = "write 'id: title', or one branch of such lines"
                self._record(Bad(at, f"{field.key}, {quoted(key)[1:-1]} needs a title", hint))
            elif not ROLE_ID.fullmatch(key):
                hint = "use lower-case letters, digits and hyphens, then the title"
                self._record(Bad(at, f"{quoted(key)} is not a valid role id", hint))
            elif title := self._try(scalars.title, each, f"{field.key}, {key}"):
                self._claim(field, at, key, attributes, title, branch)


def _require_mapping(node: Node, name: str, hint: str) -> bool:
    if node.kind != "map" or not (node.map or node.lacks):
        raise Bad(node, f"{name} is not a mapping", hint)
    return True


def _unknown_key(at: Node, known: Keys, parent: str) -> Bad:
    """Return the problem of a key that is unknown or belongs elsewhere; `parent` is what has the key."""
    key = at.text
    if key in fields.BY_KEY and known is PROFILE_KEYS:
        wage = fields.BY_KEY[key].is_wage
        hint = "write it in a row of 'wages:'" if wage else "official figures come from releases only"
        hint = "careercli offer add keeps offers in a file of your own" if key == "offer" else hint
        return Bad(at, f"{key} is not allowed here", hint, "unknown-key")
    if key.isdecimal():
        hint = "quote an amount with a comma inside { }"
    else:
        hint = _where_it_belongs(key, known) or _misspelled(key, known)
    all_keys = _PROFILE_HINT if known is PROFILE_KEYS else f"a {parent} has {', '.join(known)}"
    return Bad(at, f"unknown key {quoted(key)}", hint or all_keys, "unknown-key")


def _misspelled(key: str, known: Keys) -> str:
    """Return the hint that names the keys spelled nearly like `key`; empty if none is, as a guess misleads."""
    near = " or ".join(f"“{each}”" for each in words.nearest(key.casefold(), known))
    return f"did you mean {near}?" if near else ""


def _where_it_belongs(key: str, known: Keys) -> str:
    """Return the hint for a top-level key that belongs elsewhere, or for another name of an amount; else empty."""
    if known is WAGE_KEYS:
        return _OTHER_NAMES.get(key.casefold(), "")
    if known is not PROFILE_KEYS:
        return ""
    if key.casefold() in _OTHER_NAMES or (key in WAGE_KEYS and key not in STATEMENT_KEYS):
        return "write it in a row of 'wages:'"
    if key in SOURCE_KEYS:
        return "write it under a source in 'sources:'" + (", or beside a 'value:'" if key in CLAIM_KEYS else "")
    if key.casefold() in _FOREIGN_KEYS:
        return _FOREIGN_KEYS[key.casefold()]
    # At the top, 'source:' is rather a misspelled 'sources:'.
    return "write it beside a 'value:'" if key in CLAIM_KEYS and key != "source" else ""


def _refuse_stray_keys(field: Field, node: Node) -> None:
    """Raise Bad for a key such as `note:` beside bare items, where it would be read as one more item."""
    stray = next((key for key in node.keys.values() if key.text in CLAIM_KEYS and not key.quoted), None)
    if stray:
        hint = "put the items under 'value:', or the reason for none under 'missing:'"
        raise Bad(stray, f"{field.key} has '{stray.text}:' but no value", hint)


def _is_above(low: _Amount, high: _Amount) -> bool:
    """Return True if `low` exceeds `high` whatever their bounds allow."""
    return low[0] > high[0] and low[1] not in ("<", "<=") and high[1] not in (">", ">=")
