"""Change the offers of me.yaml in its text: lines of anything else, comments and their order stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.errors import CareerError
from careercli.model import numbers
from careercli.model.own import Me, Offer
from careercli.profiles.nodes import Node
from careercli.profiles.own import KEYS, read_me, root_of
from careercli.profiles.writing import Figure, Tree, entries

_HEAD = "# Your own role and offers, for careercli. Nobody else may read this file; nothing sends it anywhere.\n"

_EXAMPLES = {
    "role": "support-tech", "area": "OH", "wage": "52000", "per": "year", "hours": "40", "wage_wanted": "70000",
    "skills": "[Linux, customer service]", "credentials": "[CompTIA A+]", "education": "Associate's degree",
}  # fmt: skip
_EXAMPLE_OFFER = Offer("acme", 68000, "year", "noc-tech", "OH", 37.5, "on call every third week")
_MEANING_AT = 40
"""Column at which the meaning of a key starts."""


def template() -> str:
    """Return the text of a new me.yaml: an example of a role, and every other key as a commented example."""
    lines = [_HEAD.rstrip(), "# The role is an example: change it. To use another line, remove its #.", ""]
    for key, example in _EXAMPLES.items():
        sign = "" if key == "role" else "#"
        lines.append(f"{f'{sign}{key}: {example}':<{_MEANING_AT}}  # {KEYS[key]}")
    lines += ["", "# careercli offer add writes offers below this line.", "#offers:"]
    lines += [f"#{line}" for line in entries({_EXAMPLE_OFFER.name: _tree(_EXAMPLE_OFFER)}, "  ")]
    return "\n".join(lines) + "\n"


def with_offer(data: bytes, path: str, offer: Offer) -> bytes:
    """Return the content of the file with one more offer at the end of its offers. Raises CareerError."""
    before = read_me(data, path)
    return _changed(data or _HEAD.encode(), path, before._replace(offers=(*before.offers, offer)), offer, "")


def without_offer(data: bytes, path: str, name: str) -> bytes:
    """Return the content of the file without one of its offers, and the comments inside it. Raises CareerError."""
    before = read_me(data, path)
    left = tuple(each for each in before.offers if each.name != name)
    return _changed(data, path, before._replace(offers=left), None, name)


def _changed(data: bytes, path: str, wanted: Me, added: Offer | None, removed: str) -> bytes:
    """Return the changed content. Raises CareerError where it would not say exactly what is wanted."""
    text = data.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    root = root_of(data, path)
    key = root.keys.get("offers") if root else None
    if root is None or key is None:
        lines += [newline] * bool(lines and lines[-1].strip()) + [f"offers:{newline}"]
        start, end, new = len(lines), len(lines), list(_written([added] if added else [], "  "))
    else:
        start, end, new = _place(lines, key, root.map["offers"], wanted, added, removed)
    lines[start:end] = [f"{line}{newline}" for line in new]
    changed = "".join(lines).encode()
    try:
        is_right = _without_places(read_me(changed, path)) == _without_places(wanted)
    except CareerError:
        is_right = False
    if not is_right:
        where = f"{path}:{key.line}:{key.column}" if key else path
        raise CareerError(f"{where}: offers are written in a way that cannot be changed here; edit the file")
    return changed


def _place(
    lines: Sequence[str], key: Node, node: Node, wanted: Me, added: Offer | None, removed: str
) -> tuple[int, int, list[str]]:
    """Return which lines to replace, as a first and an end, and the lines that come in their place.

    Offers in braces, and none at all, are written anew, each key on a line of its own.
    """
    in_braces = node.kind != "map" or not node.map or lines[node.line - 1][node.column - 1 :].startswith("{")
    if in_braces:
        head = lines[key.line - 1].rstrip() if node.is_null and not node.text else f"{' ' * (key.column - 1)}offers:"
        end = key.line if node.is_null else _end(lines, key, node)
        return key.line - 1, end, [head, *_written(wanted.offers, " " * (key.column + 1))]
    if removed:
        at = node.keys[removed]
        return at.line - 1, _end(lines, at, node.map[removed]), []
    last = next(reversed(node.map))
    end = _end(lines, node.keys[last], node.map[last])
    return end, end, list(_written([added] if added else [], " " * (node.keys[last].column - 1)))


def _end(lines: Sequence[str], key: Node, node: Node) -> int:
    """Return the index behind the last line of a key and its value: lines that are indented deeper than the key."""
    end = max(_lines_of(node), default=key.line)
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) >= key.column):
        end += 1
    while end > key.line and not lines[end - 1].strip():
        end -= 1
    return end


def _lines_of(node: Node) -> Iterator[int]:
    yield node.line
    for each in node.list if node.kind == "list" else node.map.values() if node.kind == "map" else ():
        yield from _lines_of(each)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without_places(me: Me) -> Me:
    return me._replace(at="", offers=tuple(offer._replace(at="") for offer in me.offers))


def _written(offers: Sequence[Offer], pad: str) -> Iterator[str]:
    return (line for text in entries({offer.name: _tree(offer) for offer in offers}, pad) for line in text.split("\n"))


def _tree(offer: Offer) -> Tree:
    hours = "" if offer.hours is None else numbers.plain(offer.hours)
    tree: dict[str, Tree] = {
        "amount": Figure(numbers.plain(offer.amount)), "per": offer.per, "role": offer.role, "area": offer.area,
        "hours": Figure(hours), "note": offer.note,
    }  # fmt: skip
    return {key: value for key, value in tree.items() if value}
