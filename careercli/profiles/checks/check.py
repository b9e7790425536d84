"""What is wrong with profiles, each alone and all together: names taken twice, links to nowhere, circles."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from careercli.errors import CareerError, Problem, suggestion
from careercli.model import fields
from careercli.model.claims import OCCUPATION_CODE, ROLE_ID
from careercli.model.words import normalize
from careercli.profiles.checks.cycles import cycles
from careercli.profiles.checks.rules import caveats
from careercli.profiles.filenames import SUFFIXES, absolute, id_and_suffix
from careercli.profiles.files import lines_of, read_bytes
from careercli.profiles.nodes import Node, quoted
from careercli.profiles.reading import Placed, Reading, examine, in_order
from careercli.store import official as bundled


class Finding(NamedTuple):
    """A problem in a file, and the line of the file it is in, where there is one."""

    file: str
    problem: Problem
    line: str = ""


class File(NamedTuple):
    """One file as read: the id its name gives it, and what it holds."""

    path: str
    id: str
    data: bytes
    reading: Reading


def check(paths: Sequence[str], beside: Mapping[str, str]) -> list[Finding]:
    """Everything wrong with the files `paths`, in their order and by line.

    `beside` are the other profiles they may link to: id -> path. They are read, and not themselves
    complained of.
    """
    found: dict[str, list[Problem]] = {path: [] for path in paths}
    files = [file for path in paths if (file := _read(path, found[path]))]
    for problem_of in (_alone, _twice_in_a_folder):
        for file, problem in problem_of(files):
            found[file.path].append(problem)
    roles = _effective(files, beside)
    known = {*beside, *(id_and_suffix(path)[0] for path in paths)}
    for problem_of_all in (partial(_names, rivals=_rivals(files, beside)), partial(_links, known=known), _circles):
        for file, problem in problem_of_all(roles):
            if file.path in found:
                found[file.path].append(problem)
    lines = {file.path: lines_of(file.data) for file in files if found[file.path]}
    return [
        Finding(path, problem, _line(lines.get(path, []), problem))
        for path, problems in found.items()
        for problem in in_order(problems)
    ]


def _line(lines: Sequence[str], problem: Problem) -> str:
    return lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""


def _read(path: str, problems: list[Problem]) -> File | None:
    """The file as read; where it cannot be, that is said in `problems`."""
    name, suffix = id_and_suffix(path)
    try:
        data = read_bytes(path)
    except CareerError as error:
        # Its message is what `check` says of the whole file: no line of it was seen.
        said = getattr(error, "problems", ())
        problems += said or [Problem(0, 0, str(error).removeprefix(f"{path}: "), code="not-readable")]
        return None
    if f".{suffix}" not in SUFFIXES and ROLE_ID.fullmatch(name) and not OCCUPATION_CODE.fullmatch(name):
        problems.append(Problem(1, 1, "a profile's file is named *.yaml", f"rename it to {name}.yaml", "file-name"))
    return File(path, name, data, examine(data, path))


def _effective(files: Sequence[File], beside: Mapping[str, str]) -> dict[str, File]:
    """Every role that can be linked to: the first file of each id, those that are checked before the others."""
    roles: dict[str, File] = {}
    for file in files:
        roles.setdefault(file.id, file)
    others = (_read(path, []) for role_id, path in beside.items() if role_id not in roles)
    return roles | {file.id: file for file in others if file}


Found = Iterator[tuple[File, Problem]]


def _alone(files: Iterable[File]) -> Found:
    """What is wrong in each file whatever the others say."""
    for file in files:
        for problem in (*file.reading.problems, *caveats(file.reading)):
            yield file, problem
        role, node = file.reading.role, file.reading.nodes.get("occupation")
        if role and role.occupation and node and not role.occupation_note and not bundled.occupation(role.occupation):
            message = f"no bundled release has the occupation {role.occupation}"
            yield file, node.problem(message, "check the code, or say why in 'occupation_note:'", "no-occupation", True)


def _twice_in_a_folder(files: Iterable[File]) -> Found:
    first: dict[tuple[str, str], File] = {}
    for file in files:
        key = (os.path.dirname(absolute(file.path)), file.id)
        other = first.setdefault(key, file)
        if other is not file:
            yield file, Problem(1, 1, f"{other.path} has the same id", "remove one", "duplicate-id")


def _rivals(files: Sequence[File], beside: Mapping[str, str]) -> dict[str, set[str]]:
    """Whose names a file must not share: every role's where it is in use, else those of the others that are checked."""
    checked = {file.id for file in files}
    in_use = {file.id for file in files if absolute(beside.get(file.id, "")) == absolute(file.path)}
    return {role_id: checked | (set(beside) if role_id in in_use else set()) for role_id in checked}


def _names(roles: Mapping[str, File], rivals: Mapping[str, set[str]]) -> Found:
    """Titles and aliases that lead to another role, or to none because two roles have them."""
    owners: dict[str, list[str]] = {}
    for role_id, file in roles.items():
        role = file.reading.role
        for name in {normalize(each) for each in (role.title, *role.aliases)} if role else ():
            owners.setdefault(name, []).append(role_id)
    ids = {normalize(role_id): role_id for role_id in roles}
    for role_id, theirs in rivals.items():
        file = roles[role_id]
        for name, node in _name_nodes(file.reading):
            other = ids.get(normalize(name), role_id)
            if other != role_id and other in theirs:
                message = f"{quoted(name)} is the id of another role ({roles[other].path})"
                yield file, node.problem(message, "name it otherwise", "taken-name")
                continue
            others = list(
                islice((each for each in owners.get(normalize(name), ()) if each != role_id and each in theirs), 3)
            )
            if others:
                message = f"{quoted(name)} names {' and '.join(others)} too"
                yield file, node.problem(message, "let it name one role", "shared-name", True)


def _name_nodes(reading: Reading) -> Iterator[tuple[str, Node]]:
    """A role's title and aliases, and where each stands."""
    role, nodes = reading.role, reading.nodes
    if role and "title" in nodes and nodes["title"].kind == "scalar":
        yield role.title, nodes["title"]
    if role and "aliases" in nodes:
        aliases = nodes["aliases"]
        for node in aliases.list if aliases.kind == "list" else [aliases]:
            if node.kind == "scalar":
                yield node.text.strip(), node


def _links(roles: Mapping[str, File], known: Container[str]) -> Found:
    """Links to none of the `known` ids, those of files that cannot be read among them; a note says that it is so."""
    hints: dict[str, str] = {}
    for role_id, file in roles.items():
        for claim, node in _links_of(file):
            if claim.value == role_id:
                yield file, node.problem(f"{claim.field} leads back to this role", "remove the line", "circle", True)
            elif (to := str(claim.value)) not in known and not claim.note:
                if to not in hints and len(hints) * len(roles) < _MOST_COMPARED:
                    hints[to] = suggestion(to, roles)
                hint = hints.get(to) or "write that profile, or say in a note that there is none"
                yield file, node.problem(f"no profile has the id {to}", hint, "unknown-role", True)


_MOST_COMPARED = 200_000
"""So many ids are looked at for what a misspelt one may mean: about a second's work."""


def _links_of(file: File) -> list[Placed]:
    return [placed for placed in file.reading.claims if _is_link(placed)]


def _is_link(placed: Placed) -> bool:
    return fields.BY_KEY[placed.claim.field].kind == fields.LINKS and placed.claim.value is not None


def _circles(roles: Mapping[str, File]) -> Found:
    """Next roles that lead back to where they start; one warning a circle, at its first role."""
    graph: dict[str, dict[str, Placed]] = {}
    for role_id, file in roles.items():
        steps = graph.setdefault(role_id, {})
        for placed in _links_of(file):
            claim = placed.claim
            if claim.field == "next_roles" and claim.value in roles and claim.value != role_id and not claim.note:
                steps.setdefault(str(claim.value), placed)
    for way in cycles(graph):
        start, following = way[:2]
        shown = " → ".join(way if len(way) <= _MOST_SHOWN else [*way[:3], "…", *way[-2:]])
        message = f"next_roles come back to this role: {shown}"
        node = graph[start][following].node
        yield roles[start], node.problem(message, "remove a step, or say why in a note", "circle", True)


_MOST_SHOWN = 6
