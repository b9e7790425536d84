"""Mistakes in a profile, or in a folder of profiles, and the exact lines that `check` prints about them.

A case has a name, its file or files, and the expected output: for the single file x.yaml the position
with the message, then the hint; otherwise a list of all lines.
"""

import os
import re
import socket
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

ERRORS = (
    "bad-value", "duplicate-id", "duplicate-key", "file-name", "missing-key", "more", "not-readable", "not-text",
    "not-yaml", "refused-yaml", "taken-name", "too-large", "unknown-key", "unknown-source",
)  # fmt: skip
WARNINGS = (
    "circle", "comment", "hour-and-year", "minimum-wage", "no-date", "no-occupation", "no-period", "shared-name",
    "shares", "unknown-role",
)  # fmt: skip
"""All problem codes by severity. They are public: programs match them."""

KNOWN_CODES = frozenset(("15-1231", "15-1232"))
"""The occupations that have official figures in these tests."""


class Named(dict[str, str]):
    """Files that are given to `check` by name, instead of as the content of their folder."""


Files = str | bytes | dict[str, str] | dict[bytes, str] | dict[str, str | bytes] | Named | Callable[[], object]
"""The content of x.yaml, or files by name, or a function that makes files in the current folder."""

Row = tuple[str, Files, str, str] | tuple[str, Files, list[str]]


class Case(NamedTuple):
    """One mistake: its files, and each line that `check` prints with the code of the problem."""

    name: str
    files: Files
    said: list[tuple[str, str]]

    def make(self) -> list[str]:
        """Write the files into the current folder; return the names to check, or none to check the folder."""
        files = self.files
        if callable(files):
            files()
            return []
        for name, held in (files if isinstance(files, dict) else {"x.yaml": files}).items():
            path = Path(os.fsdecode(name))
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(held if isinstance(held, bytes) else held.encode())
        return sorted(files) if isinstance(files, Named) else []


def kind(code: str, *rows: Row) -> list[Case]:
    """Return cases whose problems have this code, unless a line ends with another code in brackets."""
    severity = "warning" if code in WARNINGS else "error"
    cases = []
    for name, files, *said in rows:
        lines = said[0] if isinstance(said[0], list) else [f"x.yaml:{_with_severity(said[0], severity)}; {said[1]}"]
        cases.append(Case(name, files, [_with_code(line, code) for line in lines]))
    return cases


def _with_severity(said: str, severity: str) -> str:
    """Insert the severity: `1:8: title is empty` -> `1:8: error: title is empty`."""
    place, _, message = said.partition(": ")
    return f"{place}: {severity}: {message}"


def _with_code(line: str, code: str) -> tuple[str, str]:
    named = re.fullmatch(r"(.*) \[([a-z-]+)\]", line, re.DOTALL)
    return (named[1], named[2]) if named else (line, code)


def claim(text: str) -> str:
    """Return a profile that is valid except perhaps for its fourth line, which is `text`."""
    return f"title: A\nsources:\n  site: {{publisher: P, date: unknown}}\n{text}\n"


_NUMBERS = count(1)


def linking(*role_ids: str) -> str:
    """Return a profile with a unique title whose next roles are these."""
    links = ", ".join(f"{role_id}: Next" for role_id in role_ids)
    return f"title: Role {next(_NUMBERS)}\n{claim(f'next_roles: {{{links}}}').partition(chr(10))[2] if links else ''}"


def chain(length: int) -> dict[str, str]:
    """Return roles r000, r001 …, each linked to the next."""
    return {f"r{n:03}.yaml": linking(*[f"r{n + 1:03}"][: length - 1 - n]) for n in range(length)}


def circle(length: int) -> dict[str, str]:
    return {f"r{n:03}.yaml": linking(f"r{(n + 1) % length:03}") for n in range(length)}


def complete(size: int) -> dict[str, str]:
    """Return roles that are all linked to one another."""
    return {f"r{n:03}.yaml": linking(*(f"r{m:03}" for m in range(size) if m != n)) for n in range(size)}


def sparse() -> None:
    with open("x.yaml", "wb") as file:
        file.truncate(1 << 40)


def bound_socket() -> None:
    # The path of a socket is limited to about 100 bytes, so use a name in the current folder.
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("x.yaml")


def linked_pipe() -> None:
    os.mkfifo("pipe")
    os.symlink("pipe", "x.yaml")


def linked_twice() -> None:
    Path("x.yaml").write_text("title: A\n")
    os.symlink("x.yaml", "x.yml")


def linked_users() -> None:
    Path("passwd").write_text("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\n")
    os.symlink("passwd", "x.yaml")


def circle_of_links() -> None:
    os.symlink("y.yaml", "x.yaml")
    os.symlink("x.yaml", "y.yaml")


def unreadable() -> None:
    Path("x.yaml").touch(mode=0o000)


def good_beside_bad() -> None:
    Path("good.yaml").write_text("title: A\n")
    os.symlink("nowhere", "x.yaml")


KEYS_OF_A_PROFILE = "a profile has title, aliases, occupation, sources, wages and fields such as summary or skills"

NO_IDS = (
    ("a capital", "Noc", "Noc"), ("an underscore", "noc_tech", "noc_tech"), ("a hyphen in front", "-noc", "-noc"),
    ("a point", "a.b", "a.b"), ("a lookalike letter", "nоc", "nоc"), ("an accent", "café", "café"),
    ("an accent of its own", "cafe\u0301", "cafe\u0301"), ("an escape", "a\x1b[31m", "a\\u{1b}[31m"),
    ("a line end", "a\nb", "a b"), ("a blank in front", " a", " a"), ("too long a name", "x" * 81, "x" * 81),
    ("Arabic digits", "٣", "٣"), ("a device of Windows, spelled its way", "CON", "CON"),
    ("a text that is turned around", "a\u202eb", "a\\u{202e}b"),
)  # fmt: skip
"""Invalid role ids: description, file name, and how messages show it."""

ANCHORS = "error: anchors (&) and aliases (*) are not allowed; write the value out, or quote the text"

# fmt: off
MISTAKES: dict[str, list[Case]] = {
  "nothing in the file": kind(
    "not-yaml",
    ("an empty file", b"", "1:1: file is empty", "a profile starts with 'title: …'"),
    ("only blank lines", "\n\n \n", "1:1: file is empty", "a profile starts with 'title: …'"),
    ("only comments", "# a role, one day\n", "1:1: file is empty", "a profile starts with 'title: …'"),
    ("a lone document start", "---\n", "1:1: file is empty", "a profile starts with 'title: …'"),
    ("a null document", "null\n", "1:1: file is empty", "a profile starts with 'title: …'"),
    ("a byte order mark alone", b"\xef\xbb\xbf", "1:1: file is empty", "a profile starts with 'title: …'"),
    ("a tilde", "~\n", "1:1: file is empty", "a profile starts with 'title: …'"),
  ),
  "a file too large": kind(
    "too-large",
    ("one byte too many", b"#" * 262_145, "1:1: file is larger than 256 KB", "a profile is a few pages"),
    ("a terabyte that holds nothing", sparse, "1:1: file is larger than 256 KB", "a profile is a few pages"),
  ),
  "UTF-16 or UTF-32": kind(
    "not-text",
    ("UTF-16 with its mark", "title: A\n".encode("utf-16"),
     "1:1: file is UTF-16 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("UTF-16 big-endian with its mark", "\ufefftitle: A".encode("utf-16-be"),
     "1:1: file is UTF-16 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("UTF-16 without a mark", "title: A\n".encode("utf-16-le"),
     "1:2: file contains the control character U+0000", "remove it, and save the file as UTF-8 text"),
    ("UTF-32 with its mark", "title: A\n".encode("utf-32"),
     "1:1: file is UTF-32 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("UTF-32 big-endian with its mark", "\ufefftitle: A".encode("utf-32-be"),
     "1:1: file is UTF-32 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
  ),
  "bytes that are not UTF-8": kind(
    "not-text",
    ("Latin-1", "title: Café\n".encode("latin-1"), "1:11: file is not UTF-8 at byte 10", "save it as UTF-8 text"),
    ("cp1252 quotes on the second line", "title: A\nmajor: “IT”\n".encode("cp1252"),
     "2:8: file is not UTF-8 at byte 16", "save it as UTF-8 text"),
    ("a broken byte after a byte order mark", b"\xef\xbb\xbftitle: \xff\n",
     "1:8: file is not UTF-8 at byte 10", "save it as UTF-8 text"),
    ("an overlong slash", b"title: \xc0\xaf\n", "1:8: file is not UTF-8 at byte 7", "save it as UTF-8 text"),
    ("an encoded surrogate", b"title: \xed\xa0\x80\n",
     "1:8: file is not UTF-8 at byte 7", "save it as UTF-8 text"),
    ("a code point past the last", b"title: \xf4\x90\x80\x80\n",
     "1:8: file is not UTF-8 at byte 7", "save it as UTF-8 text"),
    ("a cut-off character at the end", b"title: caf\xc3",
     "1:11: file is not UTF-8 at byte 10", "save it as UTF-8 text"),
    ("a broken byte after a wide character", "title: 職".encode() + b"\xff",
     "1:9: file is not UTF-8 at byte 10", "save it as UTF-8 text"),
    ("a broken byte after Windows line ends", b"title: A\r\nmajor: \xe9\r\n",
     "2:8: file is not UTF-8 at byte 17", "save it as UTF-8 text"),
    ("a name of a file that another system wrote", {b"\xff.yaml": "title: A\n"}, [
        "\\u{dcff}.yaml:1:1: error: file name is not a valid role id: use lower-case letters, digits and hyphens; "
        "rename the file, at most 80 characters before .yaml [file-name]",
    ]),
  ),
  "a control character": kind(
    "not-text",
    ("a NUL", b"title: A\0B\n",
     "1:9: file contains the control character U+0000", "remove it, and save the file as UTF-8 text"),
    ("a raw escape", b"title: \x1b[31mA\n",
     "1:8: file contains the control character U+001B", "remove it, and save the file as UTF-8 text"),
    ("a raw C1 control", "title: \x9b31mA\n",
     "1:8: file contains the control character U+009B", "remove it, and save the file as UTF-8 text"),
    ("a raw next-line", "title: A\x85B\n",
     "1:9: file contains the control character U+0085", "remove it, and save the file as UTF-8 text"),
    ("a DEL", "title: A\x7f\n",
     "1:9: file contains the control character U+007F", "remove it, and save the file as UTF-8 text"),
    ("a ^Z at the end, as DOS leaves it", b"title: A\r\n\x1a",
     "2:1: file contains the control character U+001A", "remove it, and save the file as UTF-8 text"),
    ("a line separator", "title: A\u2028B\n",
     "1:9: file contains the control character U+2028", "remove it, and save the file as UTF-8 text"),
    ("a control after old Mac line ends", b"title: A\rmajor: \x07\r",
     "2:8: file contains the control character U+0007", "remove it, and save the file as UTF-8 text"),
    ("a form feed", "title: A\fB\nmajor: B\n",
     "1:9: file contains the control character U+000C", "remove it, and save the file as UTF-8 text"),
    ("a byte order mark that is upside down", "title: A\ufffe\n",
     "1:9: file contains the control character U+FFFE", "remove it, and save the file as UTF-8 text"),
  ),
  "a web page or XML": kind(
    "not-text",
    ("a web page", b"\n<!DOCTYPE html>\n<title>A</title>",
     "1:1: file is a web page or XML, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a web page without a doctype", b"<HTML><body>",
     "1:1: file is a web page or XML, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("an XML file", b"<?xml version='1.0'?><a/>",
     "1:1: file is a web page or XML, not a profile", "a profile is YAML, saved as UTF-8 text"),
  ),
  "an archive, a picture or a program": kind(
    "not-text",
    ("a zip archive", b"PK\x03\x04\x14\0",
     "1:1: file is a zip archive or workbook, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a gzip archive", b"\x1f\x8b\x08\0",
     "1:1: file is a gzip archive, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a picture", b"\x89PNG\r\n\x1a\n",
     "1:1: file is a picture, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a program", b"\x7fELF\x02",
     "1:1: file is a program, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a database", b"SQLite format 3\0",
     "1:1: file is a database, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a PDF document", b"%PDF-1.7",
     "1:1: file is a PDF document, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a Word document of old", b"\xd0\xcf\x11\xe0\xa1\xb1",
     "1:1: file is an Office document, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a bzip2 archive", b"BZh91AY",
     "1:1: file is a bzip2 archive, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("an RTF document", b"{\\rtf1\\ansi}",
     "1:1: file is an RTF document, not a profile", "a profile is YAML, saved as UTF-8 text"),
  ),
  "a git conflict": kind(
    "not-text",
    ("a git conflict", "title: A\n<<<<<<< HEAD\nmajor: B\n=======\nmajor: C\n>>>>>>> other\n",
     "2:1: unresolved git conflict (<<<<<<<)", "keep one side and remove the lines of <, = and >"),
    ("the end of a git conflict", "title: A\n>>>>>>> other\n",
     "2:1: unresolved git conflict (>>>>>>>)", "keep one side and remove the lines of <, = and >"),
    ("the middle of a git conflict", "title: A\n=======\ntitle: B\n",
     "2:1: unresolved git conflict (=======)", "keep one side and remove the lines of <, = and >"),
  ),
  "a colon where no key can be": kind(
    "not-yaml",
    ("a colon in a plain text", "title: Support: level two\n",
     "1:15: unexpected ':'", "quote text that contains ': ', and align the keys"),
    ("a key indented under a text", "title: A\n  major: B\n",
     "2:8: unexpected ':'", "quote text that contains ': ', and align the keys"),
  ),
  "a tab that indents": kind(
    "not-yaml",
    ("a tab before a key", "\ttitle: A\n", "1:1: a tab is not allowed as indentation", "indent with spaces"),
    ("a tab under a key", "title: A\n\tmajor: B\n", "2:1: a tab is not allowed as indentation", "indent with spaces"),
    ("a tab before a list", "aliases:\n\t- a\n", "2:1: a tab is not allowed as indentation", "indent with spaces"),
    ("a tab in a block of text", "summary: |\n a\n\tb\n",
     "3:1: a tab is not allowed as indentation", "indent with spaces"),
  ),
  "a quote left open": kind(
    "not-yaml",
    ("a single quote left open", "title: 'A\nmajor: B\n",
     "1:8: quoted text is not closed", "close it with the same quote"),
    ("a double quote left open", 'title: A\nmajor: "B\n',
     "2:8: quoted text is not closed", "close it with the same quote"),
    ("a document line inside quotes", 'title: "A\n---\nB"\n',
     "2:1: --- or ... inside quoted text", "close the quotes before it"),
  ),
  "a bracket left open": kind(
    "not-yaml",
    ("a brace left open", "gender: {Male: 50%\nmajor: B\n",
     "1:9: a { is not closed, or lacks a comma", "close it with }, and put a comma between items"),
    ("a comma missing in braces", "gender: {Male: 50% Female: 50%}\n",
     "1:9: a { is not closed, or lacks a comma", "close it with }, and put a comma between items"),
    ("a bracket left open", "aliases: [a, b\nmajor: B\n",
     "1:10: a [ is not closed, or lacks a comma", "close it with ], and put a comma between items"),
    ("a # that hides a bracket", "title: A\naliases: [C #1]\n",
     "2:13: a # after a space begins a comment, and hides the closing bracket", "quote the text that holds the #"),
    ("a # that hides a brace", "title: A\ngender: {Male #1: 50%}\n",
     "2:15: a # after a space begins a comment, and hides the closing bracket", "quote the text that holds the #"),
    ("a comment beside an open bracket", "aliases: [a, # (the first]\nmajor: B\n",
     "1:10: a [ is not closed, or lacks a comma", "close it with ], and put a comma between items"),
  ),
  "lines that do not line up": kind(
    "not-yaml",
    ("keys that do not line up", "  title: A\nmajor: B\n",
     "2:1: this is not aligned with the first key", "align the keys, and write one profile per file"),
    ("a key less indented than its list", "aliases:\n  - a\n b: c\n",
     "3:2: expected a key here", "align the keys, and quote a text as a whole"),
    ("an apostrophe in single quotes", "title: 'it's'\n",
     "1:12: text after a closing quote or bracket", "double an apostrophe in single quotes, or use double quotes"),
    ("a text after a quoted text", 'title: "A" role\n',
     "1:12: text after a closing quote or bracket", "quote the whole text"),
    ("a text after a quoted entry of a list", 'title: A\ntools:\n  - "Network+" or higher\n',
     "3:16: text after a closing quote or bracket", "quote the whole text"),
    ("a text after brackets in a list", "title: A\ntools:\n  - [CompTIA] A+\n",
     "3:15: text after a closing quote or bracket", "quote the whole text"),
    ("a bracket too many", "aliases: [a]]\n",
     "1:13: text after a closing quote or bracket", "quote the whole text"),
    ("a list on the line of its key", "aliases: - a\n",
     "1:10: a list cannot start here", "start '- ' on a line of its own"),
    ("a map beside a list", "- a\nb: c\n",
     "2:1: this is not aligned with the list above", "start each line of the list with '- '"),
    ("a second document without a mark", "title: A\n...\ntitle: B\n",
     "3:1: this is not aligned with the first key", "align the keys, and write one profile per file"),
  ),
  "a text that starts with a sign": kind(
    "not-yaml",
    ("a closing brace for a value", "title: }\n",
     "1:8: expected a value here", "quote text that starts with punctuation"),
    ("a text that starts with a backtick", "title: `A`\n",
     "1:8: text cannot start with this character", "quote the text"),
    ("a text that starts with an at sign", "title: @home\n",
     "1:8: text cannot start with this character", "quote the text"),
    ("a text that starts with a percent sign", "title: %A\n",
     "1:8: text cannot start with this character", "quote the text"),
    ("a text on the line of its block sign", "title: > A\n",
     "1:8: text cannot follow | or > on the same line", "quote the text"),
    ("a question mark for a value", "title: ? A\n", "1:8: unexpected '?'", "quote the text"),
    ("an ampersand alone", "title: & more\n", "1:8: text cannot start with & or *", "quote the text"),
  ),
  "a wrong escape": kind(
    "not-yaml",
    ("a backslash before a wrong letter", 'title: "C:\\Work"\n',
     "1:11: unknown escape after a backslash", "write \\\\ for a backslash, or use single quotes"),
    ("half a character as an escape", 'title: "\\ud83d"\n',
     "1:11: escape of half a character (a surrogate)", "write the character itself"),
  ),
  "a line that is no key": kind(
    "not-yaml",
    ("a line that is no key", "title: A\nmajor\n",
     "2:1: line is neither 'key: value' nor part of the text above", "write 'key: value', or indent it"),
    ("a key without its blank", "title: A\nmajor:B\n",
     "2:1: line is neither 'key: value' nor part of the text above", "write 'key: value', or indent it"),
  ),
  "a second document": kind(
    "refused-yaml",
    ("a second document", "title: A\n---\ntitle: B\n",
     "2:1: a second document starts here", "write one profile per file"),
    ("an empty second document", "title: A\n---\n",
     "2:1: a second document starts here", "write one profile per file"),
    ("a broken second document", "title: A\n---\n[\n",
     "2:1: a second document starts here", "write one profile per file"),
  ),
  "a directive": kind(
    "not-yaml",
    ("another version of YAML", "%YAML 3.0\n---\ntitle: A\n",
     "1:1: unsupported version of YAML", "remove the line that starts with %YAML"),
    ("an unknown directive", "%PROFILE 1\n---\ntitle: A\n",
     "1:1: a line cannot start with %", "remove it, or quote the text"),
  ),
  "an anchor or an alias": kind(
    "refused-yaml",
    ("an anchor", "title: A\naliases: &a [B]\n",
     "2:10: anchors (&) and aliases (*) are not allowed", "write the value out, or quote the text"),
    ("an anchor and its alias", "title: &t A\nmajor: *t\n", [f"x.yaml:1:8: {ANCHORS}", f"x.yaml:2:8: {ANCHORS}"]),
    ("an alias of nothing", "title: *t\n",
     "1:8: anchors (&) and aliases (*) are not allowed", "write the value out, or quote the text"),
    ("an alias with text behind it", "title: *nix administration\n", [f"x.yaml:1:8: {ANCHORS}"]),
    ("an alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", [
        f"x.yaml:{place}: {ANCHORS}" for place in ("1:4", "2:4", "2:8", "2:12", "3:4", "3:8", "3:12")
    ]),
    ("a list that holds itself", "aliases: &a\n  - *a\n", [f"x.yaml:1:10: {ANCHORS}", f"x.yaml:2:5: {ANCHORS}"]),
    ("an anchor on a key", "title: A\n&k major: B\n",
     "2:1: anchors (&) and aliases (*) are not allowed", "write the value out, or quote the text"),
    ("an alias among good things, which are read on", claim("tools: [a, *b]\nage: old"), [
        f"x.yaml:4:12: {ANCHORS}",
        "x.yaml:5:6: error: age: “old” is not a number; write it like 12, 12.5 or 1,250 [bad-value]",
    ]),
  ),
  "a merge key": kind(
    "refused-yaml",
    ("a merge key", "title: A\n<<: {major: B}\n", "2:1: merge keys (<<) are not allowed", "write the keys out"),
    ("a merge key in a row of wages", claim("wages: [{<<: {per: year}, mean: $52000}]"),
     "4:10: merge keys (<<) are not allowed", "write the keys out"),
    ("a merge-key bomb",
     "a: &a {k: v}\nb: &b {<<: [*a, *a]}\n", [
        f"x.yaml:1:4: {ANCHORS}",
        f"x.yaml:2:4: {ANCHORS}",
        "x.yaml:2:8: error: merge keys (<<) are not allowed; write the keys out",
        f"x.yaml:2:13: {ANCHORS}",
        f"x.yaml:2:17: {ANCHORS}",
    ]),
  ),
  "a tag": kind(
    "refused-yaml",
    ("a tag line", "%TAG ! tag:example.org,2000:\n---\ntitle: A\n",
     "1:1: tags (!) are not allowed", "remove the line"),
    ("a Python tag", "title: !!python/object/apply:os.system ['true']\n",
     "1:8: tags (!) are not allowed", "remove it, or quote the text"),
    ("an include", "title: !include secret.yaml\n",
     "1:8: tags (!) are not allowed", "remove it, or quote the text"),
    ("a plain string tag", "title: !!str 12\n",
     "1:8: tags (!) are not allowed", "remove it, or quote the text"),
    ("an undeclared tag handle", "title: !e!x A\n", [
        "x.yaml:1:8: error: tags (!) are not allowed; remove it, or quote the text [not-yaml]",
    ]),
    ("an environment variable", "title: !ENV ${HOME}\n",
     "1:8: tags (!) are not allowed", "remove it, or quote the text"),
    ("a set", "title: A\naliases: !!set {a, b}\n",
     "2:10: tags (!) are not allowed", "remove it, or quote the text"),
    ("tags on the whole and on a part", "!!map\ntitle: !x A\n", [
        "x.yaml:1:1: error: tags (!) are not allowed; remove it, or quote the text",
        "x.yaml:2:8: error: tags (!) are not allowed; remove it, or quote the text",
    ]),
  ),
  "a key twice": kind(
    "duplicate-key",
    ("a key twice", "title: A\naliases: [B]\ntitle: C\n",
     "3:1: duplicate key “title”", "first used on line 1"),
    ("a key twice, once in quotes", '{title: A, "title": B}\n',
     "1:12: duplicate key “title”", "first used on line 1"),
    ("a share twice", claim("gender: {Male: 50%, Male: 50%}"),
     "4:21: duplicate key “Male”", "first used on line 4"),
    ("a key of a row twice", claim("wages:\n  - per: year\n    mean: $52,000\n    mean: $53,000"),
     "7:5: duplicate key “mean”", "first used on line 6"),
    ("a key three times", "title: A\ntitle: B\ntitle: C\n", [
        "x.yaml:2:1: error: duplicate key “title”; first used on line 1",
        "x.yaml:3:1: error: duplicate key “title”; first used on line 1",
    ]),
  ),
  "a key that is no text": kind(
    "refused-yaml",
    ("a list for a key", "[a, b]: c\n", "1:1: a list cannot be a key", "quote the text"),
    ("a mapping for a key", "{a: b}: c\n", "1:1: a mapping cannot be a key", "quote the text"),
    ("a null for a key", "title: A\n~: B\n", "2:1: key is empty", "write 'key: value', or quote the text"),
    ("no key before a colon", "? \n: B\n", "1:2: key is empty", "write 'key: value', or quote the text"),
  ),
  "brackets nested too deep": kind(
    "refused-yaml",
    ("brackets 26 deep", "[" * 26 + "]" * 26,
     "1:26: more than 25 levels of nesting", "close the brackets"),
    ("braces 30,000 deep", "{a: " * 30_000,
     "1:101: more than 25 levels of nesting", "close the brackets"),
    ("lists 26 deep, one a line", "".join(" " * depth + "-\n" for depth in range(27)),
     "26:26: more than 25 levels of nesting", "close the brackets"),
  ),
  "too many values": kind(
    "refused-yaml",
    ("more values than a profile holds", "aliases:\n" + "- a\n" * 10_000,
     "9999:3: file has more than 10,000 values", "split it"),
    ("more keys than a profile holds", "".join(f"k{number}: v\n" for number in range(5_001)),
     "5000:8: file has more than 10,000 values", "split it"),
  ),
  "a file that is no mapping": kind(
    "bad-value",
    ("one word", "Network technician\n",
     "1:1: file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("a title without a blank after its colon", "title:A\n",
     "1:1: file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("a number", "12\n", "1:1: file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("a list", "- title: A\n",
     "1:1: file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("an empty mapping", "{}\n",
     "1:1: file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
  ),
  "no title": kind(
    "missing-key",
    ("no title", "# mine\naliases: [a]\n", "2:1: profile has no title", "add a line 'title: …'"),
    ("everything but a title", "aliases: [a]\noccupation: 15-1231\n",
     "1:1: profile has no title", "add a line 'title: …'"),
  ),
  "a link that is no id": kind(
    "bad-value",
    ("a link by its title", claim("next_roles: {Network engineer: 1}"),
     "4:14: “Network engineer” is not a valid role id", "use lower-case letters, digits and hyphens, then the title"),
    ("a link that climbs out of the directory", claim("next_roles: {../network-engineer: Network engineer}"),
     "4:14: “../network-engineer” is not a valid role id",
     "use lower-case letters, digits and hyphens, then the title"),
    ("a link with an id too long", claim("next_roles:\n  " + "x" * 81 + ": Network engineer"),
     "5:3: “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” is not a valid role id",
     "use lower-case letters, digits and hyphens, then the title"),
    ("a link with a lookalike letter", claim("next_roles: {nоc-tech: NOC technician}"),
     "4:14: “nоc-tech” is not a valid role id", "use lower-case letters, digits and hyphens, then the title"),
  ),
  "a link without its title": kind(
    "bad-value",
    ("a link without a title", claim("next_roles: {network-engineer: }"),
     "4:32: next_roles, network-engineer is empty", "fill it in, or leave it out"),
    ("a branch in a branch", claim("next_roles: {up: {on: {network-engineer: Network engineer}}}"),
     "4:19: next_roles, on needs a title", "write 'id: title', or one branch of such lines"),
    ("an empty branch", claim("next_roles: {up: {}}"),
     "4:14: next_roles, up needs a title", "write 'id: title', or one branch of such lines"),
    ("a list of titles for a link", claim("next_roles: {network-engineer: [A, B]}"),
     "4:14: next_roles, network-engineer needs a title", "write 'id: title', or one branch of such lines"),
    ("a title that is a number", claim("next_roles: {network-engineer: 2}"),
     "4:32: next_roles, network-engineer is a number, not text", 'quote it: "2"'),
  ),
  "a name too long or empty": kind(
    "bad-value",
    ("a blank name of a skill", claim('skills: {" ": 5%}'),
     "4:10: a name in skills is empty", "fill it in, or leave it out"),
    ("a name of a skill too long", claim("skills:\n  " + "x" * 201 + ": 5%"),
     "5:3: a name in skills is longer than 200 characters", "shorten it"),
  ),
  "nothing where something belongs": kind(
    "bad-value",
    ("a null title", "title:\n", "1:7: title is empty", "fill it in, or leave it out"),
    ("a blank title", 'title: "  "\n', "1:8: title is empty", "fill it in, or leave it out"),
    ("a tilde for a title", "title: ~\n", "1:8: title is empty", "fill it in, or leave it out"),
    ("an empty list of aliases", "title: A\naliases: []\n", "2:10: aliases is empty", "fill it in, or leave it out"),
    ("a null publisher", "title: A\nsources: {s: {publisher: }}\n",
     "2:26: publisher is empty", "fill it in, or leave it out"),
    ("an empty list of wages", claim("wages: []"), "4:8: wages is empty", "fill it in, or leave it out"),
    ("a null amount", claim("wages: {per: year, median: }"), "4:28: median is empty", "fill it in, or leave it out"),
    ("an empty reason for no wages", claim("wages: {missing: }"),
     "4:18: missing is empty", "fill it in, or leave it out"),
    ("null for a text", claim("major: null"), "4:8: major is empty", "fill it in, or leave it out"),
    ("an empty list for a text", claim("major: []"), "4:8: major is empty", "fill it in, or leave it out"),
    ("an empty list of values", claim("major: {value: []}"), "4:16: major is empty", "fill it in, or leave it out"),
    ("a share left out", claim("gender: {Male: 50%, Female}"),
     "4:27: gender, Female is empty", "fill it in, or leave it out"),
    ("shares as an empty mapping", claim("gender: {}"), "4:9: gender is empty", "fill it in, or leave it out"),
    ("a null in a list of texts", claim("tools: [pliers, ]\nsetting:\n  -\n"),
     "6:4: setting is empty", "fill it in, or leave it out"),
  ),
  "a list or a mapping where one value belongs": kind(
    "bad-value",
    *((f"a list under a topic of {key}", claim(f"{key}:\n  Highlights: [a, b]\n"),
       f"5:15: {key} has a list under a topic", "write each line as '- Highlights: …', or one plain list")
      for key in ("responsibilities", "skills")),
    ("a list under a share", claim("gender: {Male: [a]}"),
     "4:16: gender, Male is a list, not one value", "write one value"),
    ("a title of two", "title: [A, B]\n", "1:8: title is a list, not one value", "write one value"),
    ("a mapping for a title", "title: {en: A}\n", "1:8: title is a mapping, not one value", "write one value"),
    ("a list in a list", claim("major: [[B]]"), "4:9: major has a list inside a list", "write one list"),
    ("a mapping for a text", claim("major: {name: B}"),
     "4:8: major is a mapping, not a text", "write the value itself, or 'value: …'"),
    ("a mapping for a number", claim("age: {mean: 43}"),
     "4:6: age is a mapping, not a number", "write the value itself, or 'value: …'"),
  ),
  "a text too long": kind(
    "bad-value",
    ("a title too long", "title: " + "x" * 201, "1:8: title is longer than 200 characters", "shorten it"),
    ("a text too long", claim("summary: " + "x" * 5_001),
     "4:10: summary is longer than 5,000 characters", "shorten it"),
  ),
  "a number or a yes where text belongs": kind(
    "bad-value",
    ("a number for a title", "title: 365\n", "1:8: title is a number, not text", 'quote it: "365"'),
    ("true for an alias", "title: A\naliases: [a, true]\n",
     "2:14: aliases is true or false, not text", 'quote it: "true"'),
    ("a number for a text", claim("major: 12"), "4:8: major is a number, not text", 'quote it: "12"'),
    ("an octal number for a text", claim("major: 0o14"), "4:8: major is a number, not text", 'quote it: "0o14"'),
    ("a number with a leading zero for a text", claim("major: 012"),
     "4:8: major is a number, not text", 'quote it: "012"'),
    ("an exponent for a text", claim("major: 1e5"), "4:8: major is a number, not text", 'quote it: "1e5"'),
    ("infinity for a text", claim("major: .inf"), "4:8: major is a number, not text", 'quote it: ".inf"'),
    ("no number at all for a text", claim("major: .nan"), "4:8: major is a number, not text", 'quote it: ".nan"'),
    ("true for a text", claim("major: True"), "4:8: major is true or false, not text", 'quote it: "True"'),
    ("a number too long to quote for a text", claim("major: " + "9" * 50),
     "4:8: major is a number, not text", "quote it"),
    ("a number in a list of texts", claim("tools: [pliers, 2024]"),
     "4:17: tools is a number, not text", 'quote it: "2024"'),
  ),
  "an official figure or a wage in the wrong place": kind(
    "unknown-key",
    ("an official figure", "title: A\nemployment: 5\n",
     "2:1: employment is not allowed here", "official figures come from releases only"),
    ("a wage outside its row", "title: A\nmedian: $52,000\n",
     "2:1: median is not allowed here", "write it in a row of 'wages:'"),
  ),
  "a key that belongs elsewhere": kind(
    "unknown-key",
    ("a date at the top", "title: A\ndate: 2024-05\n",
     "2:1: unknown key “date”", "write it under a source in 'sources:', or beside a 'value:'"),
    ("a note at the top", "title: A\nnote: Read in May.\n",
     "2:1: unknown key “note”", "write it under a source in 'sources:', or beside a 'value:'"),
    ("a caveat at the top", "title: A\ncaveat: of whom\n",
     "2:1: unknown key “caveat”", "write it under a source in 'sources:', or beside a 'value:'"),
    ("a publisher at the top", "title: A\npublisher: P\n",
     "2:1: unknown key “publisher”", "write it under a source in 'sources:'"),
    ("an address at the top", "title: A\nurl: https://a.example\n",
     "2:1: unknown key “url”", "write it under a source in 'sources:'"),
    ("one source at the top, and no sources", "title: A\nsource: {publisher: P}\n",
     "2:1: unknown key “source”", "did you mean “sources”?"),
    *((f"{key} of a posting", f"title: A\n{key}: B\n", f"2:1: unknown key “{key}”", hint)
      for keys, hint in (
          (("name", "position"), "write 'title:'"),
          (("description",), "write 'summary:'"),
          (("company", "employer"), "name it as the publisher of a source, or in the title"),
          (("location", "City", "state"), "write it as the 'area:' of a source"),
          (("hours", "shift"), "write it under 'schedule:'"),
          (("remote",), "write it under 'setting:' or 'schedule:'"),
          (("qualifications", "requirements"), "write 'education_required:' or 'certifications:'"),
          (("education",), "write 'education_required:', or 'degree_held:' for what workers have"),
          (("duties",), "write 'responsibilities:'"),
          (("industry", "benefits", "tags"), KEYS_OF_A_PROFILE),
      ) for key in keys),
    ("a level at the top", "title: A\nlevel: entry\n",
     "2:1: unknown key “level”", "write it beside a 'value:'"),
    ("a period at the top", "title: A\nper: year\n",
     "2:1: unknown key “per”", "write it in a row of 'wages:'"),
    ("a salary at the top", "title: A\nSalary: $52,000\n",
     "2:1: unknown key “Salary”", "write it in a row of 'wages:'"),
  ),
  "an amount by another name": kind(
    "unknown-key",
    *((f"{said} in a row of wages", claim(f"wages: {{per: year, {said}: $52}}"),
       f"4:20: unknown key “{said}”", hint)
      for names, hint in (
          (("average", "avg", "salary", "Pay"), "write 'estimate:', or 'mean:' or 'median:' if the source says so"),
          (("min", "minimum"), "write 'low:'"),
          (("max", "Maximum"), "write 'high:'"),
      ) for said in names),
    ("an average of a source", "title: A\nsources: {s: {publisher: P, avg: $5}}\n",
     "2:29: unknown key “avg”",
     "a source has publisher, title, url, release, date, area, method, license, note, caveat"),
  ),
  "an unknown key": kind(
    "unknown-key",
    ("a misspelled key", "titel: A\n", "1:1: unknown key “titel”", "did you mean “title”?"),
    ("a key in capitals", "title: A\nMAJOR: B\n", "2:1: unknown key “MAJOR”", "did you mean “major”?"),
    ("a key nothing is near", "title: A\nzodiac: leo\n",
     "2:1: unknown key “zodiac”", KEYS_OF_A_PROFILE),
    ("a very long key", "title: A\n" + "q" * 900 + ": B\n",
     "2:1: unknown key “qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq…”",
     KEYS_OF_A_PROFILE),
    ("a key of two lines", 'title: A\n"q\\nq": B\n',
     "2:1: unknown key “q q”", KEYS_OF_A_PROFILE),
    ("a misspelled key of a source", "title: A\nsources: {s: {publisher: P, titel: T}}\n",
     "2:29: unknown key “titel”", "did you mean “title”?"),
    ("an unknown key of a source", "title: A\nsources: {s: {publisher: P, doi: D}}\n",
     "2:29: unknown key “doi”",
     "a source has publisher, title, url, release, date, area, method, license, note, caveat"),
    ("a misspelled statistic", claim("wages: {per: year, meadian: $52}"),
     "4:20: unknown key “meadian”", "did you mean “median”?"),
    ("an unquoted comma in braces", claim("wages: {per: year, median: $52,000}"),
     "4:32: unknown key “000”", "quote an amount with a comma inside { }"),
    ("a misspelled key beside a value", claim("major: {value: B, notes: N}"),
     "4:19: unknown key “notes”", "did you mean “note”?"),
    ("the British spelling of a key", "title: A\nsources: {s: {publisher: P, licence: CC0}}\n",
     "2:29: unknown key “licence”", "did you mean “license”?"),
    ("a key of an earlier version in a source", "title: A\nsources: {s: {publisher: P, doubt: D}}\n",
     "2:29: unknown key “doubt”",
     "a source has publisher, title, url, release, date, area, method, license, note, caveat"),
    ("a key of an earlier version in a profile", "title: A\noccupation: 15-1231\noccupation_doubt: D\n",
     "3:1: unknown key “occupation_doubt”", KEYS_OF_A_PROFILE),
    ("a misspelled caveat", claim("major: {value: B, caveet: N}"),
     "4:19: unknown key “caveet”", "did you mean “caveat”?"),
    ("a key of another language", "title: A\n職種: B\n", "2:1: unknown key “職種”", KEYS_OF_A_PROFILE),
    ("a key that would command a terminal", 'title: A\n"\\e]0;x\\a": B\n', [
        f"x.yaml:2:1: error: unknown key “\\u{{1b}}]0;x\\u{{7}}”; {KEYS_OF_A_PROFILE}",
    ]),
    ("a key that turns the direction of writing", "title: A\na\u202eb: B\n", [
        f"x.yaml:2:1: error: unknown key “a\\u{{202e}}b”; {KEYS_OF_A_PROFILE}",
    ]),
    ("a key of markup", 'title: A\n"[red]x[/]": B\n', [
        f"x.yaml:2:1: error: unknown key “[red]x[/]”; {KEYS_OF_A_PROFILE}",
    ]),
  ),
  "an occupation that is no code": kind(
    "bad-value",
    ("an occupation by its title", "title: A\noccupation: Network technician\n",
     "2:13: occupation cannot be “Network technician”", "write a SOC code like 15-1232"),
    ("an O*NET code cut short", "title: A\noccupation: 15-1231.0\n",
     "2:13: occupation cannot be “15-1231.0”", "write 15-1231"),
    ("a code in Arabic digits", "title: A\noccupation: ١٥-١٢٣١\n",
     "2:13: occupation cannot be “١٥-١٢٣١”", "write a SOC code like 15-1232"),
    ("a code without its hyphen", "title: A\noccupation: 151231\n",
     "2:13: occupation cannot be “151231”", "write 15-1231"),
    ("a number that is no code", "title: A\noccupation: 151299999\n",
     "2:13: occupation cannot be “151299999”", "write a SOC code like 15-1232"),
  ),
  "a caveat about no occupation": kind(
    "missing-key",
    ("no occupation", "title: A\noccupation_note: None fits.\noccupation_caveat: perhaps 15-1232\n",
     "3:1: occupation_caveat without an occupation", "remove it, or add 'occupation:'"),
    ("a misspelled occupation", "title: A\nocupation: 15-1232\noccupation_caveat: of leads\n", [
        "x.yaml:2:1: error: unknown key “ocupation”; "
        "did you mean “occupation”? [unknown-key]",
    ]),
    ("an occupation that is no code", "title: A\noccupation: support\noccupation_caveat: of leads\n", [
        "x.yaml:2:13: error: occupation cannot be “support”; write a SOC code like 15-1232 [bad-value]",
    ]),
    ("an empty caveat", "title: A\noccupation: 15-1232\noccupation_caveat:\n", [
        "x.yaml:3:19: error: occupation_caveat is empty; fill it in, or leave it out [bad-value]",
    ]),
    ("a caveat too long", f"title: A\noccupation: 15-1232\noccupation_caveat: {'x' * 61}\n", [
        "x.yaml:3:20: error: occupation_caveat is longer than 60 characters; shorten it [bad-value]",
    ]),
  ),
  "other occupations of a role": kind(
    "missing-key",
    ("no caveat", "title: A\noccupation: 15-1232\noccupation_alternatives: [15-1231]\n",
     "3:1: occupation_alternatives without an occupation_caveat", "remove it, or add 'occupation_caveat:'"),
    ("an empty list", "title: A\noccupation: 15-1232\noccupation_caveat: b\noccupation_alternatives: []\n", [
        "x.yaml:4:26: error: occupation_alternatives is empty; fill it in, or leave it out [bad-value]",
    ]),
    ("no code", "title: A\noccupation: 15-1232\noccupation_caveat: b\noccupation_alternatives: [15-1231, b]\n", [
        "x.yaml:4:36: error: occupation_alternatives cannot be “b”; write a SOC code like 15-1232 [bad-value]",
    ]),
  ),
  "claims that nobody makes": kind(
    "missing-key",
    ("a claim without any source", "title: A\nmajor: B\n",
     "2:1: major has no source", "add 'sources:' with a publisher"),
    ("wages without any source", "title: A\nwages: {per: year, mean: $52000}\n",
     "2:1: wages has no source", "add 'sources:' with a publisher"),
  ),
  "sources that are no mapping": kind(
    "bad-value",
    ("a null for the sources", "title: A\nsources:\n",
     "2:9: sources is not a mapping", "write 'sources:', then '  name:', then its publisher"),
    ("a list of sources", "title: A\nsources: [a]\n",
     "2:10: sources is not a mapping", "write 'sources:', then '  name:', then its publisher"),
    ("a source that is a text", "title: A\nsources: {s: Site}\n",
     "2:14: source s is not a mapping", "give its publisher, title and date"),
  ),
  "a name that is not a valid source id": kind(
    "bad-value",
    ("a source with a capital", "title: A\nsources: {Site: {publisher: P}}\n",
     "2:11: “Site” is not a valid source id", "use lower-case letters, digits and hyphens"),
    ("a source with a blank", "title: A\nsources: {my site: {publisher: P}}\n",
     "2:11: “my site” is not a valid source id", "use lower-case letters, digits and hyphens"),
    ("a wrong source, told once however often it is named",
     "title: A\nsources: {S: {publisher: P}}\nmajor: {value: B, source: S}\ncollege: {value: C, source: S}\n",
     "2:11: “S” is not a valid source id", "use lower-case letters, digits and hyphens"),
  ),
  "a source without its publisher": kind(
    "missing-key",
    ("a source nobody publishes", "title: A\nsources: {s: {title: T}}\n",
     "2:11: source s has no publisher", "add 'publisher: …'"),
    ("a source of nobody, without a title", "title: A\nsources: {s: {publisher: unknown}}\n",
     "2:11: source s has neither publisher nor title", "add 'title: …'"),
  ),
  "a date that is none": kind(
    "bad-value",
    ("a date to the day", "title: A\nsources: {s: {publisher: P, date: 2024-05-01}}\n",
     "2:35: date cannot be “2024-05-01”", "write 2024-05, 2024 or unknown"),
    ("a thirteenth month", "title: A\nsources: {s: {publisher: P, date: 2024-13}}\n",
     "2:35: date cannot be “2024-13”", "write 2024-05, 2024 or unknown"),
    ("a date in words", "title: A\nsources: {s: {publisher: P, date: May 2024}}\n",
     "2:35: date cannot be “May 2024”", "write 2024-05, 2024 or unknown"),
    ("a year before ours", "title: A\nsources: {s: {publisher: P, date: 1899}}\n",
     "2:35: date cannot be “1899”", "write 2024-05, 2024 or unknown"),
    ("a year after ours", claim('major: {value: B, date: "2100-01"}'),
     "4:25: date cannot be “2100-01”", "write 2024-05, 2024 or unknown"),
  ),
  "a method, level or population that is none": kind(
    "bad-value",
    ("an unknown method", "title: A\nsources: {s: {publisher: P, method: guess}}\n",
     "2:37: method cannot be “guess”", "use survey or model or projection or opinion or unknown"),
    ("a claim of an unknown population", claim("major: {value: B, population: everyone}"),
     "4:31: population cannot be “everyone”", "write a SOC code like 15-1232 or role"),
    ("a claim of an unknown level", claim("major: {value: B, level: expert}"),
     "4:26: level cannot be “expert”", "use entry or experienced-new or experienced"),
  ),
  "an address that is none": kind(
    "bad-value",
    ("an address of a script", "title: A\nsources: {s: {publisher: P, url: \'javascript:alert(1)\'}}\n",
     "2:34: url cannot be “javascript:alert(1)”", "write an address that starts with https://"),
    ("an address with an escape in it", 'title: A\nsources: {s: {publisher: P, url: "https://a\\eb"}}\n',
     "2:34: url cannot be “https://a\\u{1b}b”", "write an address that starts with https://"),
    ("an address without its scheme", "title: A\nsources: {s: {publisher: P, url: www.a.example}}\n",
     "2:34: url cannot be “www.a.example”", "write an address that starts with https://"),
    ("an address with a blank in it", "title: A\nsources: {s: {publisher: P, url: 'https://a b'}}\n",
     "2:34: url cannot be “https://a b”", "write an address that starts with https://"),
  ),
  "a claim by an unknown source": kind(
    "unknown-source",
    ("a claim by a misspelled source", claim("major: {value: B, source: sit}"),
     "4:27: “sit” is not a source of this profile", "did you mean “site”?"),
    ("a claim by an unknown source", claim("major: {value: B, source: census}"),
     "4:27: “census” is not a source of this profile", "declare it under 'sources:'"),
  ),
  "wages that are no rows": kind(
    "bad-value",
    ("a bare amount for wages", claim("wages: $52,000"),
     "4:8: row of wages is not a mapping", "write '- per: year', then amounts such as 'median: $52,000'"),
    ("a row that is an amount", claim("wages: [$52]"),
     "4:9: row of wages is not a mapping", "write '- per: year', then amounts such as 'median: $52,000'"),
  ),
  "a figure without its period": kind(
    "no-period",
    ("a row in one line", claim("wages: {median: $52000}"),
     "4:17: row of wages has no period", "add 'per: year' or 'per: hour', or say in a note that the source has none"),
    ("a growth", claim("growth: 5%"),
     "4:9: growth has no period", "give the period in a note, or say there that the source has none"),
    ("a row, told once", claim("wages:\n  low: $52,000\n  high: $62,000"),
     "5:8: row of wages has no period", "add 'per: year' or 'per: hour', or say in a note that the source has none"),
  ),
  "a period nobody is paid by": kind(
    "bad-value",
    ("a period nobody is paid by", claim("wages: {per: fortnight, median: $52}"),
     "4:14: per cannot be “fortnight”", "use year or hour"),
    ("a misspelled period", claim("wages: {per: yearly, median: $52}"),
     "4:14: per cannot be “yearly”", "did you mean “year”?"),
    ("a month", claim("wages:\n  - per: month\n    mean: $5,200"), "5:10: per cannot be “month”",
     "use year or hour"),
  ),
  "a row without amounts": kind(
    "bad-value",
    ("a row without amounts", claim("wages: {per: year, note: N}"),
     "4:8: row of wages has no amount", "add one of median, mean, p10, p25, p75, p90, estimate, low, high"),
    ("a row of a period alone", claim("wages: {per: hour}"),
     "4:8: row of wages has no amount", "add one of median, mean, p10, p25, p75, p90, estimate, low, high"),
  ),
  "an amount without a currency": kind(
    "bad-value",
    ("an amount without a currency", claim("wages: {per: year, median: 52000}"),
     "4:28: median: “52000” names no currency", "write $52,000, or add currency: EUR"),
    ("a range of bare numbers", claim("wages:\n  per: year\n  low: 52000\n  high: 62,000"), [
        "x.yaml:6:8: error: low: “52000” names no currency; write $52,000, or add currency: EUR",
        "x.yaml:7:9: error: high: “62,000” names no currency; write $52,000, or add currency: EUR",
    ]),
  ),
  "an amount that cannot be read": kind(
    "bad-value",
    ("an amount in words", claim("wages: {per: year, median: lots}"),
     "4:28: median: “lots” is not an amount", "write it like $64,272 or over $82,000"),
    ("an infinite amount", claim("wages: {per: year, currency: USD, median: .inf}"),
     "4:43: median: “.inf” is not an amount", "write it like $64,272 or over $82,000"),
    ("an amount in exponents", claim("wages: {per: year, currency: USD, median: 1e5}"),
     "4:43: median: “1e5” is not an amount", "write it like $64,272 or over $82,000"),
    ("a range in one amount", claim("wages: {per: year, mean: $52000-$60000}"),
     "4:26: mean: “$52000-$60000” is two amounts", "write them as low and high"),
    ("thousands by a letter", claim("wages: {per: year, mean: $52k}"),
     "4:26: mean: “$52k” is shortened", "write it out, like $64,000"),
    ("digits in groups", claim("wages: {per: year, mean: $52 000}"),
     "4:26: mean: “$52 000” has spaces between its digits", "write it like 52,000"),
    ("a currency in two ways", claim("wages: {per: year, mean: US$52000}"),
     "4:26: mean: “US$52000” writes its currency in two ways", "write it like USD 52,000"),
    ("an amount with its period", claim("wages: {per: hour, mean: $25/hour}"),
     "4:26: mean: “$25/hour” says its period",
     "write the amount here and per: year or per: hour beside it"),
    ("a point for thousands", claim("wages: {per: year, mean: €52.000}"),
     "4:26: mean: “€52.000” has more than two decimals", "write thousands as 52,000 and cents as 17.48"),
  ),
  "a negative number": kind(
    "bad-value",
    ("a negative amount", claim("wages: {per: year, median: -$5}"),
     "4:28: median: “-$5” is negative", "a wage is zero or more"),
    ("a negative amount after its sign", claim("wages: {per: year, median: $-5}"),
     "4:28: median: “$-5” is negative", "a wage is zero or more"),
    ("a negative count", claim("jobs: -5"), "4:7: jobs: “-5” is negative", "write a number of zero or more"),
  ),
  "too many digits": kind(
    "bad-value",
    ("an amount of nineteen digits", claim("wages: {per: year, median: $" + "9" * 19 + "}"),
     "4:28: median: “$9999999999999999999” is longer than 18 digits", "check it"),
    ("an endless amount", claim("wages: {per: year, median: $" + "9" * 4_000 + "}"),
     "4:28: median: “$9999999999999999999999999999999999999999999999999999999999…” is longer than 18 digits",
     "check it"),
    ("a number of nineteen digits", claim("jobs: " + "9" * 19),
     "4:7: jobs: “9999999999999999999” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a number of a thousand groups", claim("jobs: 1" + ",000" * 1_000 + ".5"),
     "4:7: jobs: “1,000,000,000,000,000,000,000,000,000,000,000,000,000,000,0…” is not a number",
     "write it like 12, 12.5 or 1,250"),
  ),
  "an unknown currency": kind(
    "bad-value",
    ("an unknown currency of an amount", claim("wages: {per: year, median: XAU 52}"),
     "4:28: median: “XAU 52” has an unknown currency XAU", "use a code such as USD or EUR"),
    ("an unknown currency of a row", claim("wages: {per: year, currency: EURO, median: 52}"),
     "4:30: currency cannot be “EURO”", "did you mean “EUR”?"),
    ("an unknown currency beside amounts of another", claim("wages: {per: year, currency: XXX, median: $52}"),
     "4:30: currency cannot be “XXX”", "use a code such as USD or EUR"),
  ),
  "two currencies in a row": kind(
    "bad-value",
    ("euros in a row of dollars", claim("wages: {per: year, currency: USD, median: €52}"),
     "4:43: median: “€52” is in € and in USD", "keep one currency"),
    ("two currencies in a row", claim("wages: {per: year, low: $52000, high: €60000}"),
     "4:8: row of wages mixes currencies", "write one row per currency"),
  ),
  "an inverted range": kind(
    "bad-value",
    ("an inverted range", claim("wages: {per: year, low: $60000, high: $52000}"),
     "4:25: low is above high", "swap the two"),
    ("percentiles out of order", claim("wages: {per: year, p10: $60000, median: $70000, p90: $65000}"),
     "4:41: median is above p90", "swap the two"),
    ("a whole row upside down", claim("wages: {per: year, p25: $90000, median: $70000, p75: $50000}"), [
        "x.yaml:4:25: error: p25 is above median; swap the two",
        "x.yaml:4:41: error: median is above p75; swap the two",
    ]),
  ),
  "amounts beside a reason for none": kind(
    "bad-value",
    ("amounts beside a reason for none", claim("wages: {missing: none given, median: $52}"),
     "4:30: median beside 'missing:'", "keep the amounts or the reason, not both"),
    ("a value and a reason for none", claim("major: {value: B, missing: none given}"),
     "4:19: major has both 'value:' and 'missing:'", "keep one"),
  ),
  "a word where a number belongs": kind(
    "bad-value",
    ("a word for a number", claim("age: forty"),
     "4:6: age: “forty” is not a number", "write it like 12, 12.5 or 1,250"),
    *((f"{years} years", claim(f"years_experience: {years}"), f"4:19: years_experience: “{years}” is not a number",
       f'write it as the reason why there is no number: {{missing: "{years}"}}')
      for years in ("0-3", "2 to 6", "8+", "5+ years", "at least 8", "over 3")),
    ("yes for a number", claim("age: yes"), "4:6: age: “yes” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a clock time for a number", claim("age: 1:30"),
     "4:6: age: “1:30” is not a number", "write it like 12, 12.5 or 1,250"),
    ("underscores in a number", claim("jobs: 1_000"),
     "4:7: jobs: “1_000” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a hexadecimal number", claim("age: 0x2b"),
     "4:6: age: “0x2b” is not a number", "write it like 12, 12.5 or 1,250"),
    ("not a number", claim("age: .nan"), "4:6: age: “.nan” is not a number", "write it like 12, 12.5 or 1,250"),
    ("an exponent for a number", claim("jobs: 1e5"),
     "4:7: jobs: “1e5” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a badly grouped number", claim("jobs: 12,34"),
     "4:7: jobs: “12,34” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a number in Arabic digits", claim("age: ٤٣"),
     "4:6: age: “٤٣” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a share in words", claim("gender: {Male: most}"),
     "4:16: gender, Male: “most” is not a number", "write it like 12, 12.5 or 1,250"),
  ),
  "a share that is none": kind(
    "bad-value",
    ("a share over the whole", claim("lgbt: 101%"), "4:7: lgbt: “101%” is not a share", "write 0 to 100 %"),
    ("a negative share", claim("gender: {Male: -5%, Female: 5%}"),
     "4:16: gender, Male: “-5%” is not a share", "write 0 to 100 %"),
    ("a skill over the whole", claim("skills: {Switches: 150%}"),
     "4:20: skills, Switches: “150%” is not a share", "write 0 to 100 %"),
    ("a share of more digits than any", claim("lgbt: 100.01"), "4:7: lgbt: “100.01” is not a share",
     "write 0 to 100 %"),
  ),
  "shares or links that are no mapping": kind(
    "bad-value",
    ("shares as a text", claim("gender: half and half"),
     "4:9: gender is not a mapping", "write lines of 'item: 12%'"),
    ("a link as a text", claim("next_roles: Network engineer"),
     "4:13: next_roles is not a mapping", "write lines of 'id: title'"),
  ),
  "a note without its value": kind(
    "bad-value",
    ("a note without a value", claim("major: {note: N}"),
     "4:9: major has 'note:' but no value", "put the items under 'value:', or the reason for none under 'missing:'"),
    ("a note among shares", claim("gender: {note: N, Male: 50%}"),
     "4:10: gender has 'note:' but no value",
     "put the items under 'value:', or the reason for none under 'missing:'"),
    ("a note among skills", claim("skills: {note: N, Switches: 5%}"),
     "4:10: skills has 'note:' but no value",
     "put the items under 'value:', or the reason for none under 'missing:'"),
  ),
  "a caveat too long for a cell": kind(
    "bad-value",
    ("of a source", f"title: A\nsources: {{s: {{publisher: P, caveat: {'d' * 61}}}}}\n",
     "2:37: caveat is longer than 60 characters", "shorten it"),
    ("of a value", claim(f"major: {{value: B, caveat: {'d' * 61}}}"),
     "4:27: caveat is longer than 60 characters", "shorten it"),
    ("of a wage", claim(f"wages: {{per: year, mean: $52000, caveat: {'d' * 61}}}"),
     "4:42: caveat is longer than 60 characters", "shorten it"),
  ),
  "more mistakes than anyone reads": kind(
    "more",
    ("unknown keys", "title: A\n" + "".join(f"k{number}: B\n" for number in range(100)), [
        *(f"x.yaml:{number + 2}:1: error: unknown key “k{number}”; {KEYS_OF_A_PROFILE} [unknown-key]"
          for number in range(100)),
        "x.yaml:101:1: error: there may be more problems; fix these first",
    ]),
    ("one fewer", "title: A\n" + "".join(f"k{number}: B\n" for number in range(99)), [
        f"x.yaml:{number + 2}:1: error: unknown key “k{number}”; {KEYS_OF_A_PROFILE} [unknown-key]"
        for number in range(99)
    ]),
    ("tags", "title: A\naliases:\n" + "- !x a\n" * 5_000, [
        *(f"x.yaml:{number}:3: error: tags (!) are not allowed; remove it, or quote the text [refused-yaml]"
          for number in range(3, 103)),
        "x.yaml:102:3: error: there may be more problems; fix these first",
    ]),
    ("tags first, and then YAML that cannot be read", "title: !x A\nmajor: !y B\ncollege: [\n", [
        "x.yaml:1:8: error: tags (!) are not allowed; remove it, or quote the text [refused-yaml]",
        "x.yaml:2:8: error: tags (!) are not allowed; remove it, or quote the text [refused-yaml]",
        "x.yaml:4:1: error: expected a value here; quote text that starts with punctuation [not-yaml]",
    ]),
  ),
  "a file's name that is no id": kind(
    "file-name",
    *((said, {f"{name}.yaml": "title: A\n"}, [
        f"{shown}.yaml:1:1: error: file name is not a valid role id: use lower-case letters, digits and hyphens; "
        "rename the file, at most 80 characters before .yaml",
    ]) for said, name, shown in NO_IDS),
    ("and a mistake in it", {"My role.yaml": "titel: A\n"}, [
        "My role.yaml:1:1: error: file name is not a valid role id: use lower-case letters, digits and hyphens; "
        "rename the file, at most 80 characters before .yaml",
        "My role.yaml:1:1: error: unknown key “titel”; did you mean “title”? [unknown-key]",
    ]),
  ),
  "a file's name that is the code of an occupation": kind(
    "file-name",
    ("a SOC code", {"15-1232.yaml": "title: A\n"}, [
        "15-1232.yaml:1:1: error: file name is an occupation code; rename it, for example to my-role.yaml",
    ]),
    ("a code of nothing", {"00-0000.yml": "title: A\n"}, [
        "00-0000.yml:1:1: error: file name is an occupation code; rename it, for example to my-role.yaml",
    ]),
    ("one digit more, which is an id", {"15-12321.yaml": "title: A\n"}, []),
  ),
  "a file that is not named .yaml": kind(
    "file-name",
    ("a text file", Named({"noc.txt": "title: A\n"}), [
        "noc.txt:1:1: error: file name does not end in .yaml; rename it to noc.yaml",
    ]),
    ("in capitals", Named({"noc.YAML": "title: A\n"}), [
        "noc.YAML:1:1: error: file name does not end in .yaml; rename it to noc.yaml",
    ]),
    ("a backup", Named({"noc.yaml~": "title: A\n"}), [
        "noc.yaml~:1:1: error: file name does not end in .yaml; rename it to noc.yaml",
    ]),
    ("no suffix at all", Named({"noc": "title: A\n"}), [
        "noc:1:1: error: file name is not a valid role id: use lower-case letters, digits and hyphens; "
        "rename the file, at most 80 characters before .yaml",
    ]),
    ("the code of an occupation", Named({"15-1232.txt": "title: A\n"}), [
        "15-1232.txt:1:1: error: file name is an occupation code; rename it, for example to my-role.yaml",
    ]),
  ),
  "the same id twice": kind(
    "duplicate-id",
    ("by two suffixes", {"x.yaml": "title: A\n", "x.yml": "title: B\n"}, [
        "x.yml:1:1: error: x.yaml has the same id; remove one",
    ]),
    ("by a link", linked_twice, ["x.yml:1:1: error: x.yaml has the same id; remove one"]),
    ("and both are wrong", {"x.yaml": "titel: A\n", "x.yml": "titel: B\n"}, [
        "x.yaml:1:1: error: unknown key “titel”; did you mean “title”? [unknown-key]",
        "x.yml:1:1: error: unknown key “titel”; did you mean “title”? [unknown-key]",
        "x.yml:1:1: error: x.yaml has the same id; remove one",
    ]),
    ("but in two folders, where one stands behind the other",
     Named({"a/x.yaml": "title: A\n", "b/x.yaml": "title: A\n"}), []),
  ),
  "what is no profile of its folder": kind(
    "",
    ("a hidden file", {".x.yaml": "titel: A\n"}, []),
    ("a backup", {"x.yaml~": "titel: A\n", "x.yaml.bak": "titel: A\n", "#x.yaml#": "titel: A\n"}, []),
    ("a text", {"README.md": "# Read me\n", "x.YAML": "titel: A\n", "x.yaml.swp": b"\0"}, []),
    ("a folder in the folder", {"sub/x.yaml": "titel: A\n", ".git/x.yaml": "titel: A\n"}, []),
  ),
  "a name that is another role's id": kind(
    "taken-name",
    ("an alias", {"a.yaml": "title: A role\naliases: [b]\n", "b.yaml": "title: B role\n"}, [
        "a.yaml:2:11: error: “b” is the id of another role (b.yaml); use another name",
    ]),
    ("an alias in capitals and with blanks",
     {"a.yaml": "title: A role\naliases:\n  - NOC   Tech\n", "noc-tech.yaml": "title: B role\n"}, [
        "a.yaml:3:5: error: “NOC Tech” is the id of another role (noc-tech.yaml); use another name",
    ]),
    ("one alias, not in a list", {"a.yaml": "title: A role\naliases: b\n", "b.yaml": "title: B role\n"}, [
        "a.yaml:2:10: error: “b” is the id of another role (b.yaml); use another name",
    ]),
    ("a title", {"a.yaml": "title: Noc tech\n", "noc-tech.yaml": "title: B role\n"}, [
        "a.yaml:1:8: error: “Noc tech” is the id of another role (noc-tech.yaml); use another name",
    ]),
    ("each that of the other", {"a.yaml": "title: A role\naliases: b\n", "b.yaml": "title: B role\naliases: a\n"}, [
        "a.yaml:2:10: error: “b” is the id of another role (b.yaml); use another name",
        "b.yaml:2:10: error: “a” is the id of another role (a.yaml); use another name",
    ]),
    ("a very long alias", {"a.yaml": f"title: A role\naliases: 'b{' ' * 180}c'\n", "b-c.yaml": "title: B role\n"}, [
        "a.yaml:2:10: error: “b c” is the id of another role (b-c.yaml); use another name",
    ]),
    ("its own", {"a.yaml": "title: A\naliases: [a]\n"}, []),
  ),
  "a name that two roles have": kind(
    "shared-name",
    ("titles", {"a.yaml": "title: The role\n", "b.yaml": "title: the ROLE\n"}, [
        "a.yaml:1:8: warning: “The role” is also a name of b; use it for one role only",
        "b.yaml:1:8: warning: “the ROLE” is also a name of a; use it for one role only",
    ]),
    ("an alias and a title", {"a.yaml": "title: A role\naliases: [x, the role]\n", "b.yaml": "title: The-role\n"}, [
        "a.yaml:2:14: warning: “the role” is also a name of b; use it for one role only",
        "b.yaml:1:8: warning: “The-role” is also a name of a; use it for one role only",
    ]),
    ("in another case of a letter", {"a.yaml": "title: CAFÉ\n", "b.yaml": "title: café\n"}, [
        "a.yaml:1:8: warning: “CAFÉ” is also a name of b; use it for one role only",
        "b.yaml:1:8: warning: “café” is also a name of a; use it for one role only",
    ]),
    ("composed and decomposed", {"a.yaml": "title: Caf\u00e9\n", "b.yaml": "title: Cafe\u0301\n"}, [
        "a.yaml:1:8: warning: “Caf\u00e9” is also a name of b; use it for one role only",
        "b.yaml:1:8: warning: “Cafe\u0301” is also a name of a; use it for one role only",
    ]),
    ("five of them", {f"{role_id}.yaml": "title: The role\n" for role_id in "abcde"}, [
        f"{role_id}.yaml:1:8: warning: “The role” is also a name of {others}; use it for one role only"
        for role_id, others in (("a", "b and c and d"), ("b", "a and c and d"), ("c", "a and b and d"),
                                ("d", "a and b and c"), ("e", "a and b and c"))
    ]),
  ),
  "a link to no role": kind(
    "unknown-role",
    ("a misspelled one", {"a.yaml": linking("nocs-tech"), "noc-tech.yaml": "title: N\n"}, [
        "a.yaml:4:14: warning: no profile has the id nocs-tech; did you mean “noc-tech”?",
    ]),
    ("one nobody wrote", {"a.yaml": linking("zebra")}, [
        "a.yaml:4:14: warning: no profile has the id zebra; "
        "write that profile, or say in a note that there is none",
    ]),
    ("one nobody wrote, and a note that says so",
     {"a.yaml": claim("next_roles: {value: {zebra: Z}, note: There is no such profile.}")}, []),
    ("on a branch, and related", {"a.yaml": claim("next_roles: {up: {zebra: Z}}\nrelated:\n  yak: Y")}, [
        "a.yaml:4:19: warning: no profile has the id zebra; "
        "write that profile, or say in a note that there is none",
        "a.yaml:6:3: warning: no profile has the id yak; write that profile, or say in a note that there is none",
    ]),
    ("no link, and why", {"a.yaml": claim("next_roles: {missing: The page names none.}")}, []),
    ("one that cannot be read", {"a.yaml": linking("b"), "b.yaml": "titel: B\n"}, [
        "b.yaml:1:1: error: unknown key “titel”; did you mean “title”? [unknown-key]",
    ]),
  ),
  "a link to itself": kind(
    "circle",
    ("a next role", claim("next_roles: {x: A}"), "4:14: next_roles links to its own role", "remove the line"),
    ("a related role", claim("related: {x: A}"), "4:11: related links to its own role", "remove the line"),
    ("a kind of it", claim("role_types: {sorts: {x: A}}"), "4:22: role_types links to its own role",
     "remove the line"),
  ),
  "a circle of next roles": kind(
    "circle",
    ("of two", {"a.yaml": linking("b"), "b.yaml": linking("a")}, [
        "a.yaml:4:14: warning: next_roles form a cycle: a → b → a; "
        "remove a link, or explain it in a note",
    ]),
    ("of two, one step with a note", {
        "b.yaml": linking("c"), "c.yaml": claim("next_roles: {value: {b: B}, note: Some go back.}"),
    }, []),
    ("of 500", circle(500), [
        "r000.yaml:4:14: warning: next_roles form a cycle: "
        "r000 → r001 → r002 → … → r499 → r000; remove a link, or explain it in a note",
    ]),
    ("two of them", {"a.yaml": linking("b"), "b.yaml": linking("a"), "c.yaml": linking("d"), "d.yaml": linking("c")}, [
        "a.yaml:4:14: warning: next_roles form a cycle: a → b → a; "
        "remove a link, or explain it in a note",
        "c.yaml:4:14: warning: next_roles form a cycle: c → d → c; "
        "remove a link, or explain it in a note",
    ]),
    ("of related roles, which may be", {
        "b.yaml": claim("related: {c: C}"), "c.yaml": "title: C role\n" + claim("related: {b: B}").partition("\n")[2],
    }, []),
  ),
  "what is no regular file": kind(
    "not-readable",
    ("a pipe", lambda: os.mkfifo("x.yaml"), ["x.yaml: error: is not a regular file"]),
    ("a socket", bound_socket, ["x.yaml: error: is not a regular file"]),
    ("a folder", lambda: os.mkdir("x.yaml"), ["x.yaml: error: is not a regular file"]),
    ("nothing, by a link to the device", lambda: os.symlink("/dev/null", "x.yaml"),
     ["x.yaml: error: is not a regular file"]),
    ("zeros without end", lambda: os.symlink("/dev/zero", "x.yaml"), ["x.yaml: error: is not a regular file"]),
    ("a link to a pipe", linked_pipe, ["x.yaml: error: is not a regular file"]),
  ),
  "a file that cannot be opened": kind(
    "not-readable",
    ("a link to nothing", lambda: os.symlink("nowhere", "x.yaml"), ["x.yaml: error: No such file or directory"]),
    ("a link to itself", lambda: os.symlink("x.yaml", "x.yaml"),
     ["x.yaml: error: Too many levels of symbolic links"]),
    ("a circle of links", circle_of_links, [
        "x.yaml: error: Too many levels of symbolic links", "y.yaml: error: Too many levels of symbolic links",
    ]),
    ("a file nobody may read", unreadable, ["x.yaml: error: Permission denied"]),
    ("a good one beside a bad one", good_beside_bad, ["x.yaml: error: No such file or directory"]),
  ),
  "a link to a file that is no profile": kind(
    "bad-value",
    ("the users of the system", linked_users, [
        "x.yaml:1:1: error: file is not a mapping; a profile is lines of 'key: value', first 'title: …'",
    ]),
  ),
  "shares over the whole": kind(
    "shares",
    ("by six tenths", claim("gender: {Male: 83.7%, Female: 16.9%}"),
     "4:16: the shares of gender add up to 100.6 %", "check them, or explain it in a note"),
    ("of degrees", claim("degree_held: {Bachelor: 80, Master: 70}"),
     "4:25: the shares of degree_held add up to 150 %", "check them, or explain it in a note"),
    ("of one of two dates", claim("gender: [{Male: 50, Female: 50}, {value: {Male: 90, Female: 20}, date: 2024}]"),
     "4:49: the shares of gender add up to 110 %", "check them, or explain it in a note"),
  ),
  "a comment that cuts a value": kind(
    "comment",
    ("a number of an exam", claim("certifications:\n  - CompTIA A+ #220-1101"),
     "5:5: “#220-1101” is a comment, not a part of the value", "quote the value, or put a space behind the #"),
    ("a rank", claim("best_company: Acme #1 in the state"),
     "4:15: “#1 in the state” is a comment, not a part of the value", "quote the value, or put a space behind the #"),
  ),
  "a wage below the minimum": kind(
    "minimum-wage",
    ("an hour's", claim("wages: {per: hour, low: $7.24, high: $20}"),
     "4:25: low is below the US federal minimum wage of 7.25 an hour",
     "check the period and the digits, or explain it in a note"),
    ("a year's, which is an hour's", claim("wages: {per: year, median: $28.50}"),
     "4:28: median is below the US federal minimum wage of 7.25 an hour",
     "check the period and the digits, or explain it in a note"),
    ("in thousands", claim("wages: {per: year, low: $52, high: $62}"), [
        "x.yaml:4:25: warning: low is below the US federal minimum wage of 7.25 an hour; "
        "check the period and the digits, or explain it in a note",
        "x.yaml:4:36: warning: high is below the US federal minimum wage of 7.25 an hour; "
        "check the period and the digits, or explain it in a note",
    ]),
  ),
  "an hour and a year that disagree": kind(
    "hour-and-year",
    ("by a half", claim("wages: [{per: hour, mean: $20}, {per: year, mean: $62400}]"),
     "4:27: mean: 20 an hour is 41,600 in 2,080 hours, not 62,400", "check both, or explain it in a note"),
  ),
  "a source without its date": kind(
    "no-date",
    ("that a claim relies on", "title: A\nsources: {s: {publisher: P}}\nmajor: B\n",
     "2:11: source s has no date", "add 'date: 2026-10', or 'date: unknown' if it has none"),
    ("that a wage relies on", "title: A\nsources:\n  s: {publisher: P}\nwages: {per: year, mean: $52000}\n",
     "3:3: source s has no date", "add 'date: 2026-10', or 'date: unknown' if it has none"),
    ("and which of two", "title: A\nsources: {s: {publisher: P, date: 2024}, t: {publisher: Q}}\n"
     "major: [B, {value: C, source: t}]\n",
     "2:42: source t has no date", "add 'date: 2026-10', or 'date: unknown' if it has none"),
    ("that says nothing", "title: A\nsources: {s: {publisher: P}}\n", []),
  ),
  "an occupation that no release has": kind(
    "no-occupation",
    ("a code of nothing", "title: A\noccupation: 99-9999\n",
     "2:13: no bundled release has the occupation 99-9999", "check the code, or explain it in 'occupation_note:'"),
    ("a specialty of nothing", "title: A\noccupation: 15-1231.77\n",
     "2:13: no bundled release has the occupation 15-1231.77", "check the code, or explain it in 'occupation_note:'"),
    ("with a note", "title: A\noccupation: 99-9999\noccupation_note: Of the next release.\n", []),
    ("that it has, as O*NET writes it", "title: A\noccupation: 15-1231.00\n", []),
  ),
}
# fmt: on
