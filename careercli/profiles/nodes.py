"""YAML text -> located nodes, with limits. Nothing here knows what a profile is.

Values are built from libyaml's events, so that nothing expands, recurses or runs: no anchors, no
aliases, no merge keys, no tags, no second document, bounded in bytes, nodes and depth. Scalars stay
text; what a word such as `no` or `012` means is for the field that holds it to say.
"""

from __future__ import annotations

import re

import yaml

from careercli.errors import Problem

MOST_BYTES = 256 * 1024
MOST_NODES = 10_000
MOST_DEPTH = 25

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAGIC = {
    b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive", b"\x89PNG": "a picture",
    b"\x7fELF": "a program", b"SQLite": "a database", b"%PDF": "a PDF document",
    b"\xff\xfe": "UTF-16 text", b"\xfe\xff": "UTF-16 text", b"\x00\x00\xfe\xff": "UTF-32 text",
}  # fmt: skip


class BadYaml(Exception):
    """The text is not YAML that a profile may be written in."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class Node:
    """A scalar, list or mapping and where it starts; lines and columns count from 1.

    `value` is a text, a list of nodes, or a dict from a key's text to its node; `keys` gives a
    mapping's keys as nodes. `quoted` is true of a scalar written in quotes or as a block.
    """

    __slots__ = ("kind", "value", "keys", "line", "column", "quoted")

    def __init__(self, kind: str, line: int, column: int) -> None:
        self.kind, self.line, self.column = kind, line, column
        self.quoted = False
        self.value: str | list[Node] | dict[str, Node] = ""
        self.keys: dict[str, Node] = {}

    @property
    def text(self) -> str:
        assert isinstance(self.value, str)
        return self.value

    @property
    def list(self) -> list[Node]:
        assert isinstance(self.value, list)
        return self.value

    @property
    def map(self) -> dict[str, Node]:
        assert isinstance(self.value, dict)
        return self.value

    @property
    def is_null(self) -> bool:
        return self.kind == "scalar" and not self.quoted and self.value in ("", "~", "null", "Null", "NULL")

    def problem(self, message: str, hint: str = "") -> Problem:
        return Problem(self.line, self.column, message, hint)


def parse(data: bytes) -> Node:
    """The one document of `data`. Raises BadYaml."""
    text = _decode(data)
    events = yaml.parse(text, Loader=_Loader)
    try:
        return _build(events, text)
    except yaml.MarkedYAMLError as error:
        raise BadYaml(_yaml_problem(error)) from None
    except yaml.YAMLError as error:
        raise BadYaml(_reader_problem(error, text)) from None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError):
        raise BadYaml(Problem(1, 1, "is not valid YAML")) from None


def _decode(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise BadYaml(Problem(1, 1, f"is larger than {MOST_BYTES // 1024} KB", "split it"))
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise BadYaml(Problem(1, 1, f"is {kind}, not a YAML profile", "save it as UTF-8 text"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise BadYaml(Problem(line, column, f"is not UTF-8, byte {error.start}", "save it as UTF-8")) from None
    return text.removeprefix("\ufeff")


def _yaml_problem(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = error.problem or error.context or "is not valid YAML"
    hint = ""
    if "mapping values are not allowed" in said:
        hint = "a text with ': ' in it needs quotes"
    elif "cannot start any token" in said:
        hint = "indent with spaces, and quote a text that starts with a sign"
    elif "could not find expected ':'" in said:
        hint = "each line needs 'key: value'"
    return Problem(line, column, said, hint)


def _reader_problem(error: yaml.YAMLError, text: str) -> Problem:
    position = getattr(error, "position", 0) or 0
    before = text.encode("utf-8")[:position].decode("utf-8", "ignore")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    reason = getattr(error, "reason", "") or "is not valid YAML"
    return Problem(line, column, reason, "remove the character, or write it as an escape in quotes")


def _build(events: object, text: str) -> Node:
    """The root node of a stream of events; a stack stands for recursion."""
    root: Node | None = None
    stack: list[Node] = []
    pending: list[Node | None] = []  # per open mapping: the key that waits for its value
    count = 0
    for event in events:  # type: ignore[attr-defined]
        kind = type(event).__name__
        if kind in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
            continue
        mark = event.start_mark
        here = Problem(mark.line + 1, mark.column + 1, "")
        if kind == "DocumentStartEvent":
            if root is not None:
                _refuse(here, "starts a second document", "one profile a file: remove this '---'")
            continue
        if kind in ("SequenceEndEvent", "MappingEndEvent"):
            stack.pop()
            pending.pop()
            continue
        count += 1
        if count > MOST_NODES:
            _refuse(here, f"holds more than {MOST_NODES:,} values")
        if kind == "AliasEvent" or event.anchor:
            _refuse(here, "uses an anchor or alias (& or *)", "write the value out, or quote the text")
        if event.tag and event.tag != "!":
            _refuse(here, "uses a tag (!)", "remove it, or quote the text")
        node = _node(event, kind)
        if not stack:
            root = node
        else:
            _attach(stack[-1], pending, node)
        if node.kind != "scalar":
            if len(stack) >= MOST_DEPTH:
                _refuse(here, f"is nested deeper than {MOST_DEPTH} levels")
            stack.append(node)
            pending.append(None)
    if root is None:
        raise BadYaml(Problem(1, 1, "is empty", "a profile starts with 'title: …'"))
    return root


def _node(event: object, kind: str) -> Node:
    mark = event.start_mark  # type: ignore[attr-defined]
    line, column = mark.line + 1, mark.column + 1
    if kind == "ScalarEvent":
        node = Node("scalar", line, column)
        node.value = event.value  # type: ignore[attr-defined]
        node.quoted = not event.implicit[0]  # type: ignore[attr-defined]
        if _SURROGATE.search(node.value):
            _refuse(node.problem(""), "holds half a character (a surrogate)", "write the whole character")
        return node
    node = Node("list" if kind == "SequenceStartEvent" else "map", line, column)
    node.value = [] if node.kind == "list" else {}
    return node


def _attach(parent: Node, pending: list[Node | None], node: Node) -> None:
    if parent.kind == "list":
        parent.list.append(node)
        return
    key = pending[-1]
    if key is not None:
        parent.map[key.text] = node
        pending[-1] = None
        return
    if node.kind != "scalar":
        _refuse(node.problem(""), "uses a list or mapping as a key", "quote the text if it starts with [ or {")
    if node.text == "<<" and not node.quoted:
        _refuse(node.problem(""), "uses a merge key (<<)", "write the keys out")
    if node.text in parent.keys:
        first = parent.keys[node.text].line
        _refuse(node.problem(""), f"has the key “{node.text}” twice", f"it stands on line {first} already")
    parent.keys[node.text] = node
    pending[-1] = node


def _refuse(at: Problem, message: str, hint: str = "") -> None:
    raise BadYaml(Problem(at.line, at.column, message, hint))
