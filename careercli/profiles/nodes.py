"""Parse a safe subset of YAML into nodes with line and column.

Nodes are built from libyaml's events, so that nothing expands, recurses or runs: anchors, aliases,
merge keys, tags and second documents are refused, and bytes, nodes and depth are limited. Scalars
stay text; the key that holds one decides what `no` or `012` means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

import yaml

from careercli.errors import Problem
from careercli.profiles.files import BadYaml, decode

MAX_NODES = 10_000
MAX_DEPTH = 25
MAX_PROBLEMS = 100
"""Problems reported for one file; further ones appear once these are fixed."""

NOT_YAML, REFUSED = "not-yaml", "refused-yaml"
"""Problem codes: text that is not YAML, and YAML that profiles must not use."""

MAPPING_HINT = "a profile is lines of 'key: value', first 'title: …'"

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Unquoted scalars that YAML 1.2 reads as null."""

_SPECIAL_KEYS = NULLS | {"<<"}
"""Unquoted texts that cannot be a key. Lists and mappings have an empty text, and cannot be one either."""

_Nodes: TypeAlias = "list[Node]"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG_LINE = re.compile("^%TAG", re.MULTILINE)

# Part of libyaml's message, our message, our hint; the first match counts. The position is where parsing stopped.
_AT_ERROR = (
    ("tab character", "a tab is not allowed as indentation", "indent with spaces"),
    ("mapping values are not allowed", "unexpected ':'", "quote text that contains ': ', and align the keys"),
    ("cannot start any token", "text cannot start with this character", "quote the text"),
    ("expected key", "expected a key here", "align the keys, and quote a text as a whole"),
    ("expected '-'", "this is not aligned with the list above", "start each line of the list with '- '"),
    ("block sequence entries", "a list cannot start here", "start '- ' on a line of its own"),
    ("mapping keys are not allowed", "unexpected '?'", "quote the text"),
    ("node content", "expected a value here", "quote text that starts with punctuation"),
    ("document start", "this is not aligned with the first key", "align the keys, and write one profile per file"),
    ("document indicator", "--- or ... inside quoted text", "close the quotes before it"),
    ("Unicode character escape", "escape of half a character (a surrogate)", "write the character itself"),
    ("escape", "unknown escape after a backslash", "write \\\\ for a backslash, or use single quotes"),
    ("hexdecimal", "unknown escape after a backslash", "write \\\\ for a backslash, or use single quotes"),
    ("YAML document", "unsupported version of YAML", "remove the line that starts with %YAML"),
)  # fmt: skip
# The same for messages about a construct that libyaml could not finish. The position is where it starts.
_AT_START = (
    ("',' or '}'", "a { is not closed, or lacks a comma", "close it with }, and put a comma between items"),
    ("',' or ']'", "a [ is not closed, or lacks a comma", "close it with ], and put a comma between items"),
    ("end of stream", "quoted text is not closed", "close it with the same quote"),
    ("expected ':'", "line is neither 'key: value' nor part of the text above", "write 'key: value', or indent it"),
    ("alphabetic or numeric", "text cannot start with & or *", "quote the text"),
    ("comment or line break", "text cannot follow | or > on the same line", "quote the text"),
    ("directive", "a line cannot start with %", "remove it, or quote the text"),
    ("tag handle", "tags (!) are not allowed", "remove it, or quote the text"),
    ("expected '>'", "tags (!) are not allowed", "remove it, or quote the text"),
)


_AT_ENTRY = [row for row in _AT_ERROR if row[0] in ("expected key", "expected '-'")]
_OPEN = _AT_START[:2]
_CUT = ("a # after a space begins a comment, and hides the closing bracket", "quote the text that holds the #")
_HIDING_COMMENT = re.compile(r"[ \t](#[^ \t\n][^\n]*[]}])")


class Node:
    """A scalar, list or mapping and its position; lines and columns count from 1.

    A scalar has a `text`, and is `quoted` if it is written in quotes or as a block. A list has a
    `list` of nodes. A mapping has a `map` from each key's text to the value's node, and `keys` from
    the same texts to the key's node. A list or mapping `lacks` something if a part of it was refused.
    There is no `__init__`: one call less for every value of a file.
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


_REFUSED_KEY = Node()
"""Placeholder for a refused key; its value is dropped too."""


def parse(data: bytes, problems: list[Problem]) -> Node:
    """Return the root of the only document in `data`. Raises BadYaml.

    Refused keys and values are left out and added to `problems`.
    """
    text = decode(data)
    tag_line = _TAG_LINE.search(text) if "%TAG" in text else None
    if tag_line:
        line = text.count("\n", 0, tag_line.start()) + 1
        raise BadYaml(Problem(line, 1, "tags (!) are not allowed", "remove the line", REFUSED))
    try:
        root = _Builder(text, problems).root()
    except yaml.MarkedYAMLError as error:
        raise BadYaml(_yaml_problem(error, text)) from None
    except (yaml.YAMLError, ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError):
        raise BadYaml(_not_yaml(1, 1)) from None
    if root is None or (root.is_null and not problems):
        raise BadYaml(Problem(1, 1, "file is empty", "a profile starts with 'title: …'", NOT_YAML))
    return root


def quoted(text: str) -> str:
    """Return `text` for use in a message: in quotes, on one line, at most 60 characters."""
    line = " ".join(text[:200].split())
    return f"“{line}”" if len(line) <= 60 and len(text) <= 200 else f"“{line[:59]}…”"


def more_problems(last: Problem) -> Problem:
    """Return the problem that ends a list of MAX_PROBLEMS."""
    return Problem(last.line, last.column, "there may be more problems", "fix these first", "more")


class _Builder:
    """Builds the nodes of a document from its events."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self._events: Iterator[Any] = iter(_Loader(text).get_event, None)
        self._problems = problems
        self._open: list[Node] = []
        """The lists and mappings that are not complete."""

    def root(self) -> Node | None:
        """Return the root, or None if there is no document."""
        root = None
        for event in self._events:
            if issubclass(type(event), yaml.NodeEvent):
                root = _node(event)
                self._keeps(_refused(event, root))
                if root.kind != "scalar":
                    self._fill(root, 1)
            elif root and type(event) is yaml.DocumentStartEvent:
                _give_up(_node(event), "a second document starts here", "write one profile per file")
        return root

    def _fill(self, parent: Node, count: int) -> int:
        """Read what is in a list or mapping; return the number of nodes read so far, `count` of them before.

        This loop is half the cost of loading a profile. For a valid scalar it therefore calls no
        function of ours, compares event classes by identity and computes no line numbers.
        """
        if len(self._open) == MAX_DEPTH:
            _give_up(parent, f"more than {MAX_DEPTH} levels of nesting", "close the brackets")
        self._open.append(parent)
        is_list = parent.kind == "list"
        key = None  # the key that waits for its value
        for event in self._events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node = Node()
                node.kind, node.mark = "scalar", event.start_mark
                node.text, node.quoted = event.value, not event.implicit[0]
            elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                break
            else:
                node = _node(event)
            count += 1
            if count > MAX_NODES:
                _give_up(node, f"file has more than {MAX_NODES:,} values", "split it")
            is_good = True
            if event.anchor or event.tag or not node.text.isascii():
                is_good = self._keeps(_refused(event, node))
            if is_list:
                if is_good:
                    parent.list.append(node)
            elif key is None:
                if is_good and (node.text in _SPECIAL_KEYS or node.text in parent.keys):
                    is_good = self._keeps(_bad_key(parent, node))
                if is_good:
                    parent.keys[node.text] = node
                key = node if is_good else _REFUSED_KEY
            else:
                if is_good and key is not _REFUSED_KEY:
                    parent.map[key.text] = node
                elif key is not _REFUSED_KEY:
                    del parent.keys[key.text]
                key = None
            if node.kind != "scalar":
                count = self._fill(node, count)
        self._open.pop()
        return count

    def _keeps(self, problem: Problem | None) -> bool:
        """Return True if there is no problem; else record it, mark the open nodes as incomplete and return False."""
        if problem is None:
            return True
        self._problems.append(problem)
        if len(self._problems) >= MAX_PROBLEMS:
            raise BadYaml(more_problems(problem))
        for node in self._open:
            node.lacks = True
        return False


def _node(event: yaml.Event) -> Node:
    """Return a scalar, or an empty list or mapping for its start event; other events give an empty scalar."""
    node = Node()
    node.mark, node.text, node.quoted, node.lacks = event.start_mark, "", False, False
    if isinstance(event, yaml.ScalarEvent):
        node.kind, node.text, node.quoted = "scalar", event.value, not event.implicit[0]
    elif isinstance(event, yaml.SequenceStartEvent):
        node.kind, node.list = "list", []
    elif isinstance(event, yaml.MappingStartEvent):
        node.kind, node.map, node.keys = "map", {}, {}
    else:
        node.kind = "scalar"
    return node


def _refused(event: Any, node: Node) -> Problem | None:
    """Return the problem of a value that contains a surrogate, an anchor, an alias or a tag."""
    if _SURROGATE.search(node.text):
        return node.problem("text contains half a character (a surrogate)", "write the whole character", REFUSED)
    if event.anchor:
        hint = "write the value out, or quote the text"
        return node.problem("anchors (&) and aliases (*) are not allowed", hint, REFUSED)
    if event.tag not in (None, "!"):
        return node.problem("tags (!) are not allowed", "remove it, or quote the text", REFUSED)
    return None


def _bad_key(parent: Node, key: Node) -> Problem | None:
    """Return the problem of a key that `parent` cannot have."""
    if key.kind != "scalar":
        message = f"a {key.kind if key.kind == 'list' else 'mapping'} cannot be a key"
        return key.problem(message, "quote the text", REFUSED)
    if key.is_null:
        return key.problem("key is empty", "write 'key: value', or quote the text", REFUSED)
    if key.text == "<<" and not key.quoted:
        return key.problem("merge keys (<<) are not allowed", "write the keys out", REFUSED)
    if key.text in parent.keys:
        first = parent.keys[key.text].line
        return key.problem(f"duplicate key {quoted(key.text)}", f"first used on line {first}", "duplicate-key")
    return None


def _give_up(node: Node, message: str, hint: str) -> NoReturn:
    raise BadYaml(node.problem(message, hint, REFUSED))


def _yaml_problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """Return libyaml's error as a message a person can act on."""
    reason, error_mark = error.problem or "", error.problem_mark or error.context_mark
    mark, row = error.context_mark or error_mark, _row_for(_AT_START, reason)
    if row is None:
        mark, row = error_mark, _row_for(_AT_ERROR, reason)
    if mark is None:
        return _not_yaml(1, 1)
    if text[mark.index : mark.index + 1] == "\t":
        row = _AT_ERROR[0]
    if row in _AT_ENTRY:
        row = _after_closing(text, mark.index) or row
    elif row in _OPEN and error_mark and (hidden := _hidden_by_comment(text, mark.index, error_mark.index)):
        # A # never starts a line here, so its column counts from that of the bracket.
        return Problem(mark.line + 1, mark.column + 1 + hidden - mark.index, *_CUT, NOT_YAML)
    line, column = mark.line + 1, mark.column + 1
    return Problem(line, column, row[1], row[2], NOT_YAML) if row else _not_yaml(line, column)


def _after_closing(text: str, at: int) -> tuple[str, str, str] | None:
    """Return the row for text that follows a closing quote or bracket on its line, or None."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if not before.rstrip().endswith(("'", '"', "]", "}")):
        return None
    is_apostrophe = before.endswith("'") and text[at].isalpha()
    hint = "double an apostrophe in single quotes, or use double quotes" if is_apostrophe else "quote the whole text"
    return ("", "text after a closing quote or bracket", hint)


def _hidden_by_comment(text: str, start: int, end: int) -> int:
    """Return the index of the first # that begins a comment with the closing bracket in it, or 0."""
    found = _HIDING_COMMENT.search(text, start, end)
    return found.start(1) if found and "\n" not in text[start : found.start(1)] else 0


def _row_for(table: tuple[tuple[str, str, str], ...], reason: str) -> tuple[str, str, str] | None:
    return next((row for row in table if row[0] in reason), None)


def _not_yaml(line: int, column: int) -> Problem:
    return Problem(line, column, "not valid YAML", MAPPING_HINT, NOT_YAML)
