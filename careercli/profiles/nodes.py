"""YAML text -> located nodes, with limits. Nothing here knows what a profile is.

Values are built from libyaml's events, so that nothing expands, recurses or runs: no anchors, no
aliases, no merge keys, no tags, no second document, bounded in bytes, nodes and depth. Scalars stay
text; what a word such as `no` or `012` means is for the field that holds it to say.
"""

from __future__ import annotations

import re

import yaml

from careercli.errors import Problem
from careercli.profiles.files import BadYaml, decode

MOST_NODES = 10_000
MOST_DEPTH = 25

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG_LINE = re.compile("^%TAG", re.MULTILINE)

# What libyaml says -> what a person can do about it, the first that fits: told where it stumbled ...
_STUMBLED = (
    ("tab character", "a tab stands where only spaces may", "indent with spaces"),
    ("mapping values are not allowed", "a ':' stands where no key can be",
     "quote a text that holds ': ', and indent keys alike"),
    ("cannot start any token", "a text cannot start with this sign", "put the text in quotes"),
    ("expected key", "a key was expected here", "indent keys alike, and put quotes around a whole text"),
    ("expected '-'", "this does not line up with the list above", "start each line of the list with '- '"),
    ("block sequence entries", "a list cannot start here", "start '- ' on a line of its own"),
    ("mapping keys are not allowed", "a '?' cannot stand here", "put the text in quotes"),
    ("node content", "a value was expected here", "put a text that starts with a sign in quotes"),
    ("document start", "this does not line up with the first key", "indent keys alike, and write one profile a file"),
    ("document indicator", "--- or ... stands inside a quoted text", "close the quotes before it"),
    ("Unicode character escape", "an escape stands for half a character", "write the character itself"),
    ("escape", "a backslash stands before the wrong letter", "write \\\\ for a backslash, or use single quotes"),
    ("hexdecimal", "a backslash stands before the wrong letter", "write \\\\ for a backslash, or use single quotes"),
    ("YAML document", "the file asks for another version of YAML", "remove the line that starts with %YAML"),
)  # fmt: skip
# ... and where the thing it stumbled in begins.
_BEGUN = (
    ("',' or '}'", "a { is not closed, or lacks a comma", "close it with }, and put a comma between items"),
    ("',' or ']'", "a [ is not closed, or lacks a comma", "close it with ], and put a comma between items"),
    ("end of stream", "a quoted text is not closed", "close it with the same quote"),
    ("expected ':'", "a line is neither 'key: value' nor part of the text above", "write 'key: value', or indent it"),
    ("alphabetic or numeric", "a text cannot start with & or *", "put the text in quotes"),
    ("comment or line break", "a text cannot follow | or > on their line", "put the text in quotes"),
    ("directive", "a line cannot start with %", "remove it, or put the text in quotes"),
    ("tag handle", "tags (!) are not used here", "remove it, or put the text in quotes"),
    ("expected '>'", "tags (!) are not used here", "remove it, or put the text in quotes"),
)


class Node:
    """A scalar, list or mapping and where it starts; lines and columns count from 1.

    `value` is a text, a list of nodes, or a dict from a key's text to its node; `keys` gives a
    mapping's keys as nodes. `quoted` is true of a scalar written in quotes or as a block.
    """

    __slots__ = ("column", "keys", "kind", "line", "quoted", "value")

    def __init__(self, kind: str, line: int, column: int, value: str | list[Node] | dict[str, Node]) -> None:
        self.kind, self.line, self.column, self.value = kind, line, column, value
        self.quoted = False
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
    text = decode(data)
    tag_line = _TAG_LINE.search(text)
    if tag_line:
        line = text.count("\n", 0, tag_line.start()) + 1
        raise BadYaml(Problem(line, 1, "tags (!) are not used here", "remove the line"))
    try:
        return _build(text)
    except yaml.MarkedYAMLError as error:
        raise BadYaml(_yaml_problem(error, text)) from None
    except (yaml.YAMLError, ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError):
        raise BadYaml(_not_yaml(1, 1)) from None


def quoted(text: str) -> str:
    """`text` as a message shows it: one line, in quotes, and cut where it is long."""
    line = " ".join(text[:200].split())
    return f"“{line}”" if len(line) <= 60 and len(text) <= 200 else f"“{line[:59]}…”"


def _build(text: str) -> Node:
    builder = _Builder()
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.NodeEvent):
            builder.add(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.close()
        elif isinstance(event, yaml.DocumentStartEvent) and builder.root:
            line, column = _place(event)
            raise BadYaml(Problem(line, column, "a second document starts here", "write one profile a file"))
    if builder.root is None or builder.root.is_null:
        raise BadYaml(Problem(1, 1, "the file is empty", "a profile starts with 'title: …'"))
    return builder.root


class _Builder:
    """Puts nodes together as events come; `open` stands for recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []
        self.waiting: list[Node | None] = []  # per open node: the key that has no value yet
        self.count = 0

    def add(self, event: yaml.NodeEvent) -> None:
        node = _node(event)
        self.count += 1
        if self.count > MOST_NODES:
            _refuse(node, f"the file holds more than {MOST_NODES:,} values", "split it")
        if self.open:
            self._attach(self.open[-1], node)
        else:
            self.root = node
        if node.kind != "scalar":
            if len(self.open) == MOST_DEPTH:
                _refuse(node, f"lists and mappings are nested deeper than {MOST_DEPTH} levels", "close the brackets")
            self.open.append(node)
            self.waiting.append(None)

    def close(self) -> None:
        self.open.pop()
        self.waiting.pop()

    def _attach(self, parent: Node, node: Node) -> None:
        if parent.kind == "list":
            parent.list.append(node)
            return
        key = self.waiting[-1]
        if key is None:
            _check_key(parent, node)
            parent.keys[node.text] = node
            self.waiting[-1] = node
        else:
            parent.map[key.text] = node
            self.waiting[-1] = None


def _node(event: yaml.NodeEvent) -> Node:
    line, column = _place(event)
    if isinstance(event, yaml.ScalarEvent):
        node = Node("scalar", line, column, event.value)
        node.quoted = not event.implicit[0]
        if _SURROGATE.search(event.value):
            _refuse(node, "a text holds half a character (a surrogate)", "write the whole character")
    elif isinstance(event, yaml.SequenceStartEvent):
        node = Node("list", line, column, [])
    else:
        node = Node("map", line, column, {})
    if event.anchor:
        _refuse(node, "anchors (&) and aliases (*) are not used here", "write the value out, or put the text in quotes")
    if getattr(event, "tag", None) not in (None, "!"):
        _refuse(node, "tags (!) are not used here", "remove it, or put the text in quotes")
    return node


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _check_key(parent: Node, key: Node) -> None:
    if key.kind != "scalar":
        _refuse(key, f"a {key.kind if key.kind == 'list' else 'mapping'} cannot be a key", "put the text in quotes")
    if key.is_null:
        _refuse(key, "a key is empty", "write 'key: value', or put the text in quotes")
    if key.text == "<<" and not key.quoted:
        _refuse(key, "merge keys (<<) are not used here", "write the keys out")
    if key.text in parent.keys:
        first = parent.keys[key.text].line
        _refuse(key, f"the key {quoted(key.text)} stands here twice", f"it is on line {first} already")


def _refuse(node: Node, message: str, hint: str = "") -> None:
    raise BadYaml(node.problem(message, hint))


def _yaml_problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """libyaml's complaint in words of ours."""
    said, stumbled = error.problem or "", error.problem_mark or error.context_mark
    mark, row = error.context_mark or stumbled, _said_in(_BEGUN, said)
    if row is None:
        mark, row = stumbled, _said_in(_STUMBLED, said)
    if mark is None:
        return _not_yaml(1, 1)
    if text[mark.index : mark.index + 1] == "\t":
        row = _STUMBLED[0]
    line, column = mark.line + 1, mark.column + 1
    return Problem(line, column, row[1], row[2]) if row else _not_yaml(line, column)


def _said_in(table: tuple[tuple[str, str, str], ...], said: str) -> tuple[str, str, str] | None:
    return next((row for row in table if row[0] in said), None)


def _not_yaml(line: int, column: int) -> Problem:
    return Problem(line, column, "this is not valid YAML", "a profile is lines of 'key: value', first 'title: …'")
