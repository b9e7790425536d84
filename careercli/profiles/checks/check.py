"""Check profiles, each alone and all together: shared names, links to missing roles, cycles."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from careercli.errors import CareerError, Problem, suggestion
from careercli.model import fields
from careercli.model.claims import OCCUPATION_CODE, ROLE_ID, is_own
from careercli.model.words import normalize
from careercli.profiles.checks.cycles import cycles
from careercli.profiles.checks.rules import cut_values, warnings
from careercli.profiles.filenames import SUFFIXES, absolute, id_and_suffix
from careercli.profiles.files import lines_of, read_bytes
from careercli.profiles.nodes import Node, quoted
from careercli.profiles.reading import Placed, Reading, examine, in_order


class Finding(NamedTuple):
    """A problem in a file, and the text of the line it is in (empty if there is none)."""

    file: str
    problem: Problem
    line: str = ""


class File(NamedTuple):
    """One file: its path, the id its name gives the role, its bytes and its parsed content."""

    path: str
    id: str
    data: bytes
    reading: Reading


Found = Iterator[tuple[File, Problem]]
"""Problems, each with its file."""


def check(
    paths: Sequence[str],
    others: Mapping[str, str],
    occupations: Container[str],
    retirement: Callable[[str], str] = lambda code: "",
) -> list[Finding]:
    """Return the problems of the files `paths`, in the order of `paths` and by line.

    `others` maps ids to the paths of the other profiles they may link to; problems of those are not
    returned. `occupations` holds the codes that have official figures; `retirement` says what became of
    another code, or returns an empty text.
    """
    problems: dict[str, list[Problem]] = {path: [] for path in paths}
    files = [file for path in paths if (file := _read(path, problems[path]))]
    roles = _roles_by_id(files, others)
    ids = {*others, *(id_and_suffix(path)[0] for path in paths)}
    found = chain(
        _each_alone(files, occupations, retirement),
        _duplicate_ids(files),
        _shared_names(roles, _competitors(files, others)),
        _broken_links(roles, ids),
        _link_cycles(roles),
    )
    for file, problem in found:
        if file.path in problems:
            problems[file.path].append(problem)
    lines = {file.path: lines_of(file.data) for file in files if problems[file.path]}
    return [
        Finding(path, problem, _line(lines.get(path, []), problem))
        for path, of_file in problems.items()
        for problem in in_order(of_file)
    ]


def _line(lines: Sequence[str], problem: Problem) -> str:
    return lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""


def _read(path: str, problems: list[Problem]) -> File | None:
    """Read a file; if that fails, add the reason to `problems` and return None."""
    name, suffix = id_and_suffix(path)
    try:
        data = read_bytes(path)
    except CareerError as error:
        of_content = getattr(error, "problems", ())
        problems += of_content or [Problem(0, 0, str(error).removeprefix(f"{path}: "), code="not-readable")]
        return None
    if f".{suffix}" not in SUFFIXES and ROLE_ID.fullmatch(name) and not OCCUPATION_CODE.fullmatch(name):
        problems.append(Problem(1, 1, "file name does not end in .yaml", f"rename it to {name}.yaml", "file-name"))
    return File(path, name, data, examine(data, path))


def _roles_by_id(files: Sequence[File], others: Mapping[str, str]) -> dict[str, File]:
    """Return every role that can be linked to: the first file of each id, checked files before the others."""
    roles: dict[str, File] = {}
    for file in files:
        roles.setdefault(file.id, file)
    rest = (_read(path, []) for role_id, path in others.items() if role_id not in roles)
    return roles | {file.id: file for file in rest if file}


def _each_alone(files: Iterable[File], occupations: Container[str], retirement: Callable[[str], str]) -> Found:
    """Yield the problems that depend on one file only."""
    for file in files:
        cut = cut_values(file.reading, lines_of(file.data))
        for problem in (*file.reading.problems, *warnings(file.reading), *cut):
            yield file, problem
        role, node = file.reading.role, file.reading.nodes.get("occupation")
        if role and role.occupation and node and not role.occupation_note and role.occupation not in occupations:
            message = f"no bundled release has the occupation {role.occupation}"
            hint = retirement(role.occupation) or "check the code, or explain it in 'occupation_note:'"
            yield file, node.problem(message, hint, "no-occupation", True)


def _duplicate_ids(files: Iterable[File]) -> Found:
    """Yield every file whose folder has an earlier file of the same id, such as x.yml beside x.yaml."""
    firsts: dict[tuple[str, str], File] = {}
    for file in files:
        key = (os.path.dirname(absolute(file.path)), file.id)
        first = firsts.setdefault(key, file)
        if first is not file:
            yield file, Problem(1, 1, f"{first.path} has the same id", "remove one", "duplicate-id")


def _competitors(files: Sequence[File], others: Mapping[str, str]) -> dict[str, set[str]]:
    """Map each checked id to the ids it must share no name with.

    These are the checked roles, and for a file that is in use all roles in use.
    """
    checked = {file.id for file in files}
    in_use = {file.id for file in files if absolute(others.get(file.id, "")) == absolute(file.path)}
    return {role_id: checked | (set(others) if role_id in in_use else set()) for role_id in checked}


def _shared_names(roles: Mapping[str, File], competitors: Mapping[str, set[str]]) -> Found:
    """Yield titles and aliases that are another role's id, title or alias."""
    owners: dict[str, list[str]] = {}
    for role_id, file in roles.items():
        role = file.reading.role
        for name in {normalize(each) for each in (role.title, *role.aliases)} if role else ():
            owners.setdefault(name, []).append(role_id)
    ids = {normalize(role_id): role_id for role_id in roles}
    for role_id, compared in competitors.items():
        file = roles[role_id]
        for name, node in _name_nodes(file.reading):
            if is_own(name):
                message = f"{quoted(name)} is reserved for a person's own role and offers"
                yield file, node.problem(message, "use another name", "taken-name")
                continue
            other = ids.get(normalize(name), role_id)
            if other != role_id and other in compared:
                message = f"{quoted(name)} is the id of another role ({roles[other].path})"
                yield file, node.problem(message, "use another name", "taken-name")
                continue
            sharing = (each for each in owners.get(normalize(name), ()) if each != role_id and each in compared)
            first_three = list(islice(sharing, 3))
            if first_three:
                message = f"{quoted(name)} is also a name of {' and '.join(first_three)}"
                yield file, node.problem(message, "use it for one role only", "shared-name", True)


def _name_nodes(reading: Reading) -> Iterator[tuple[str, Node]]:
    """Yield a role's title and aliases, each with its node."""
    role, nodes = reading.role, reading.nodes
    if role and "title" in nodes and nodes["title"].kind == "scalar":
        yield role.title, nodes["title"]
    if role and "aliases" in nodes:
        aliases = nodes["aliases"]
        for node in aliases.list if aliases.kind == "list" else [aliases]:
            if node.kind == "scalar":
                yield node.text.strip(), node


def _broken_links(roles: Mapping[str, File], known: Container[str]) -> Found:
    """Yield links of a role to itself, and links without a note to ids that are not `known`."""
    hints: dict[str, str] = {}
    for role_id, file in roles.items():
        for claim, node in _links_of(file):
            if claim.value == role_id:
                yield file, node.problem(f"{claim.field} links to its own role", "remove the line", "circle", True)
            elif (target := str(claim.value)) not in known and not claim.note:
                if target not in hints and len(hints) * len(roles) < _MOST_COMPARED:
                    hints[target] = suggestion(target, roles)
                hint = hints.get(target) or "write that profile, or say in a note that there is none"
                yield file, node.problem(f"no profile has the id {target}", hint, "unknown-role", True)


_MOST_COMPARED = 200_000
"""Comparisons of a missing id with a known one, about a second's work; later missing ids get no suggestion."""


def _links_of(file: File) -> list[Placed]:
    links = [placed for placed in file.reading.claims if fields.BY_KEY[placed.claim.field].kind == fields.LINKS]
    return [placed for placed in links if placed.claim.value is not None]


def _link_cycles(roles: Mapping[str, File]) -> Found:
    """Yield one warning per cycle of next roles, at its first role. A note on a link takes it out."""
    graph: dict[str, dict[str, Placed]] = {}
    for role_id, file in roles.items():
        links = graph.setdefault(role_id, {})
        for placed in _links_of(file):
            claim = placed.claim
            if claim.field == "next_roles" and claim.value in roles and claim.value != role_id and not claim.note:
                links.setdefault(str(claim.value), placed)
    for cycle in cycles(graph):
        start, following = cycle[:2]
        shown = " → ".join(cycle if len(cycle) <= _MOST_SHOWN else [*cycle[:3], "…", *cycle[-2:]])
        node = graph[start][following].node
        hint = "remove a link, or explain it in a note"
        yield roles[start], node.problem(f"next_roles form a cycle: {shown}", hint, "circle", True)


_MOST_SHOWN = 6
"""Roles of a cycle that a message names."""
