"""YAML text -> located nodes, with limits. Nothing here knows what a profile is.

Values are built from libyaml's events, so that nothing expands, recurses or runs: no anchors, no
aliases, no merge keys, no tags, no second document, bounded in bytes, nodes and depth. Scalars stay
text; what a word such as `no` or `012` means is for the field that holds it to say.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn, TypeAlias

import yaml

from careercli.errors import Problem
from careercli.profiles.files import BadYaml, decode

MOST_NODES = 10_000
MOST_DEPTH = 25
MOST_PROBLEMS = 100
"""More than anyone reads at once; the rest is told when these are mended."""

NOT_YAML, REFUSED = "not-yaml", "refused-yaml"
"""Codes of problems: the text is no YAML, or YAML that a profile may not be written in."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What stands for nothing where it has no quotes."""

_ODD_KEYS = NULLS | {"<<"}
"""The texts that no key may be unless it is quoted; a list or mapping has the empty one."""

_Nodes: TypeAlias = "list[Node]"
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

    A scalar has a `text`, and is `quoted` where it is written in quotes or as a block. A list has a
    `list` of nodes. A mapping has a `map` from a key's text to its node, and its `keys` as nodes. A
    list or mapping that something was refused from `lacks` it. The builder fills in what a kind has:
    an `__init__` would be one call more for every value of a file.
    """

    __slots__ = ("keys", "kind", "lacks", "list", "map", "mark", "quoted", "text")

    kind: str
    mark: Any
    text: str
    quoted: bool
    lacks: bool
    list: _Nodes
    map: dict[str, Node]
    keys: dict[str, Node]

    @property
    def line(self) -> int:
        return self.mark.line + 1 if self.mark else 1

    @property
    def column(self) -> int:
        return self.mark.column + 1 if self.mark else 1

    @property
    def is_null(self) -> bool:
        return self.kind == "scalar" and self.text in NULLS and not self.quoted

    def problem(self, message: str, hint: str = "", code: str = "bad-value", is_warning: bool = False) -> Problem:
        return Problem(self.line, self.column, message, hint, code, is_warning)


_LEFT_OUT = Node()
"""Stands for a key that is refused, so that its value is left out too."""


def parse(data: bytes, problems: list[Problem]) -> Node:
    """The one document of `data`. Raises BadYaml.

    Keys and values that are refused are left out, and said in `problems`.
    """
    text = decode(data)
    tag_line = _TAG_LINE.search(text) if "%TAG" in text else None
    if tag_line:
        line = text.count("\n", 0, tag_line.start()) + 1
        raise BadYaml(Problem(line, 1, "tags (!) are not used here", "remove the line", REFUSED))
    try:
        return _build(text, problems)
    except yaml.MarkedYAMLError as error:
        raise BadYaml(_yaml_problem(error, text)) from None
    except (yaml.YAMLError, ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError):
        raise BadYaml(_not_yaml(1, 1)) from None


def quoted(text: str) -> str:
    """`text` as a message shows it: one line, in quotes, and cut where it is long."""
    line = " ".join(text[:200].split())
    return f"“{line}”" if len(line) <= 60 and len(text) <= 200 else f"“{line[:59]}…”"


def _build(text: str, problems: list[Problem]) -> Node:
    root = _Builder(problems).build(text)
    if root is None or (root.is_null and not problems):
        raise BadYaml(Problem(1, 1, "the file is empty", "a profile starts with 'title: …'", NOT_YAML))
    return root


class _Builder:
    """Puts nodes together as events come; `open` stands for recursion."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.open: list[Node] = []

    def build(self, text: str) -> Node | None:
        """The root, if there is one.

        This loop is half of what a profile costs to load. So it calls nothing of ours for a good
        scalar, tells events apart by their class alone, and leaves the marks to whoever asks a node.
        """
        root = parent = key = None  # `key` is that of `parent` which has no value yet
        outer: list[Node | None] = []  # such keys of the nodes around `parent`
        count = 0
        for event in iter(_Loader(text).get_event, None):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node = Node()
                node.kind, node.mark = "scalar", event.start_mark
                node.text, node.quoted = event.value, not event.implicit[0]
            elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                self.open.pop()
                parent, key = self.open[-1] if self.open else None, outer.pop()
                continue
            elif issubclass(kind, yaml.NodeEvent):
                node = _node(event)
            else:
                if root and kind is yaml.DocumentStartEvent:
                    _give_up(_node(event), "a second document starts here", "write one profile a file")
                continue
            count += 1
            if count > MOST_NODES:
                _give_up(node, f"the file holds more than {MOST_NODES:,} values", "split it")
            is_good = True
            if event.anchor or event.tag or not node.text.isascii():
                is_good = self._keeps(_refused(event, node))
            if parent is None:
                root = node
            elif parent.kind == "list":
                if is_good:
                    parent.list.append(node)
            elif key is None:
                if is_good and (node.text in _ODD_KEYS or node.text in parent.keys):
                    is_good = self._keeps(_bad_key(parent, node))
                if is_good:
                    parent.keys[node.text] = node
                key = node if is_good else _LEFT_OUT
            else:
                if is_good and key is not _LEFT_OUT:
                    parent.map[key.text] = node
                elif key is not _LEFT_OUT:
                    del parent.keys[key.text]
                key = None
            if kind is not yaml.ScalarEvent and kind is not yaml.AliasEvent:
                if len(self.open) == MOST_DEPTH:
                    message = f"lists and mappings are nested deeper than {MOST_DEPTH} levels"
                    _give_up(node, message, "close the brackets")
                self.open.append(node)
                outer.append(key)
                parent, key = node, None
        return root

    def _keeps(self, problem: Problem | None) -> bool:
        """Whether a value stays, which it does where there is no problem with it."""
        if problem is None:
            return True
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise BadYaml(Problem(problem.line, problem.column, "there may be more wrong", "mend these first", "more"))
        for node in self.open:
            node.lacks = True
        return False


def _node(event: yaml.Event) -> Node:
    """A list or mapping that starts, or an empty scalar in place of anything else."""
    node = Node()
    node.mark, node.text, node.quoted, node.lacks = event.start_mark, "", False, False
    if isinstance(event, yaml.SequenceStartEvent):
        node.kind, node.list = "list", []
    elif isinstance(event, yaml.MappingStartEvent):
        node.kind, node.map, node.keys = "map", {}, {}
    else:
        node.kind = "scalar"
    return node


def _refused(event: Any, node: Node) -> Problem | None:
    """Why a value is left out, whatever it stands for."""
    if _SURROGATE.search(node.text):
        return node.problem("a text holds half a character (a surrogate)", "write the whole character", REFUSED)
    if event.anchor:
        hint = "write the value out, or put the text in quotes"
        return node.problem("anchors (&) and aliases (*) are not used here", hint, REFUSED)
    if event.tag not in (None, "!"):
        return node.problem("tags (!) are not used here", "remove it, or put the text in quotes", REFUSED)
    return None


def _bad_key(parent: Node, key: Node) -> Problem | None:
    """Why `key` cannot stand in `parent`."""
    if key.kind != "scalar":
        message = f"a {key.kind if key.kind == 'list' else 'mapping'} cannot be a key"
        return key.problem(message, "put the text in quotes", REFUSED)
    if key.is_null:
        return key.problem("a key is empty", "write 'key: value', or put the text in quotes", REFUSED)
    if key.text == "<<" and not key.quoted:
        return key.problem("merge keys (<<) are not used here", "write the keys out", REFUSED)
    if key.text in parent.keys:
        first = parent.keys[key.text].line
        message = f"the key {quoted(key.text)} stands here twice"
        return key.problem(message, f"it is on line {first} already", "duplicate-key")
    return None


def _give_up(node: Node, message: str, hint: str) -> NoReturn:
    raise BadYaml(node.problem(message, hint, REFUSED))


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
    return Problem(line, column, row[1], row[2], NOT_YAML) if row else _not_yaml(line, column)


def _said_in(table: tuple[tuple[str, str, str], ...], said: str) -> tuple[str, str, str] | None:
    return next((row for row in table if row[0] in said), None)


def _not_yaml(line: int, column: int) -> Problem:
    message, hint = "this is not valid YAML", "a profile is lines of 'key: value', first 'title: …'"
    return Problem(line, column, message, hint, NOT_YAML)
