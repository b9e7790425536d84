"""What a profile may not hold: each mistake gets one line that says where, what and how to mend it."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from careercli.errors import CareerError, Problem, ProfileError
from careercli.profiles import read_file, read_text

ROOT = str(Path(__file__).parent.parent)
NOC_TECH = Path(ROOT, "careercli/data/roles/noc-tech.yaml").read_bytes()


def claim(text: str) -> str:
    """A profile that is right up to its fourth line, which is `text`."""
    return f"title: A\nsources:\n  site: {{publisher: P}}\n{text}\n"


KEYS_OF_A_PROFILE = "a profile holds title, aliases, occupation, sources, wages and fields such as summary or skills"

# fmt: off
# A mistake, the file that holds it, where and what the message says, and its hint.
MISTAKES: list[tuple[str, str | bytes, str, str]] = [
    # Files that are something else, or not UTF-8.
    ("an empty file", b"", "1:1: the file is empty", "a profile starts with 'title: …'"),
    ("only blank lines", "\n\n \n", "1:1: the file is empty", "a profile starts with 'title: …'"),
    ("only comments", "# a role, one day\n", "1:1: the file is empty", "a profile starts with 'title: …'"),
    ("a lone document start", "---\n", "1:1: the file is empty", "a profile starts with 'title: …'"),
    ("a null document", "null\n", "1:1: the file is empty", "a profile starts with 'title: …'"),
    ("one byte too many", b"#" * 262_145, "1:1: the file is larger than 256 KB", "a profile is a few pages"),
    ("UTF-16 with its mark", "title: A\n".encode("utf-16"),
     "1:1: the file is UTF-16 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("UTF-16 big-endian with its mark", "\ufefftitle: A".encode("utf-16-be"),
     "1:1: the file is UTF-16 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("UTF-16 without a mark", "title: A\n".encode("utf-16-le"),
     "1:2: the file holds the control character U+0000", "remove it, and save the file as UTF-8 text"),
    ("UTF-32 with its mark", "title: A\n".encode("utf-32"),
     "1:1: the file is UTF-32 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("UTF-32 big-endian with its mark", "\ufefftitle: A".encode("utf-32-be"),
     "1:1: the file is UTF-32 text, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("Latin-1", "title: Café\n".encode("latin-1"), "1:11: the file is not UTF-8, byte 10", "save it as UTF-8 text"),
    ("cp1252 quotes on the second line", "title: A\nmajor: “IT”\n".encode("cp1252"),
     "2:8: the file is not UTF-8, byte 16", "save it as UTF-8 text"),
    ("a broken byte after a byte order mark", b"\xef\xbb\xbftitle: \xff\n",
     "1:8: the file is not UTF-8, byte 10", "save it as UTF-8 text"),
    ("an overlong slash", b"title: \xc0\xaf\n", "1:8: the file is not UTF-8, byte 7", "save it as UTF-8 text"),
    ("an encoded surrogate", b"title: \xed\xa0\x80\n",
     "1:8: the file is not UTF-8, byte 7", "save it as UTF-8 text"),
    ("a code point past the last", b"title: \xf4\x90\x80\x80\n",
     "1:8: the file is not UTF-8, byte 7", "save it as UTF-8 text"),
    ("a cut-off character at the end", b"title: caf\xc3",
     "1:11: the file is not UTF-8, byte 10", "save it as UTF-8 text"),
    ("a NUL", b"title: A\0B\n",
     "1:9: the file holds the control character U+0000", "remove it, and save the file as UTF-8 text"),
    ("a raw escape", b"title: \x1b[31mA\n",
     "1:8: the file holds the control character U+001B", "remove it, and save the file as UTF-8 text"),
    ("a raw C1 control", "title: \x9b31mA\n",
     "1:8: the file holds the control character U+009B", "remove it, and save the file as UTF-8 text"),
    ("a raw next-line", "title: A\x85B\n",
     "1:9: the file holds the control character U+0085", "remove it, and save the file as UTF-8 text"),
    ("a DEL", "title: A\x7f\n",
     "1:9: the file holds the control character U+007F", "remove it, and save the file as UTF-8 text"),
    ("a ^Z at the end, as DOS leaves it", b"title: A\r\n\x1a",
     "2:1: the file holds the control character U+001A", "remove it, and save the file as UTF-8 text"),
    ("a line separator", "title: A\u2028B\n",
     "1:9: the file holds the control character U+2028", "remove it, and save the file as UTF-8 text"),
    ("a control after old Mac line ends", b"title: A\rmajor: \x07\r",
     "2:8: the file holds the control character U+0007", "remove it, and save the file as UTF-8 text"),
    ("a zip archive", b"PK\x03\x04\x14\0",
     "1:1: the file is a zip archive or workbook, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a gzip archive", b"\x1f\x8b\x08\0",
     "1:1: the file is a gzip archive, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a picture", b"\x89PNG\r\n\x1a\n",
     "1:1: the file is a picture, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a program", b"\x7fELF\x02",
     "1:1: the file is a program, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a database", b"SQLite format 3\0",
     "1:1: the file is a database, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a PDF document", b"%PDF-1.7",
     "1:1: the file is a PDF document, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a web page", b"\n<!DOCTYPE html>\n<title>A</title>",
     "1:1: the file is a web page or XML, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a web page without a doctype", b"<HTML><body>",
     "1:1: the file is a web page or XML, not a profile", "a profile is YAML, saved as UTF-8 text"),
    ("a git conflict", "title: A\n<<<<<<< HEAD\nmajor: B\n=======\nmajor: C\n>>>>>>> other\n",
     "2:1: a git conflict is left here (<<<<<<<)", "keep one side and remove the lines of <, = and >"),
    ("the end of a git conflict", "title: A\n>>>>>>> other\n",
     "2:1: a git conflict is left here (>>>>>>>)", "keep one side and remove the lines of <, = and >"),
    # YAML that cannot be read.
    ("a colon in a plain text", "title: Support: level two\n",
     "1:15: a ':' stands where no key can be", "quote a text that holds ': ', and indent keys alike"),
    ("a key indented under a text", "title: A\n  major: B\n",
     "2:8: a ':' stands where no key can be", "quote a text that holds ': ', and indent keys alike"),
    ("keys that do not line up", "  title: A\nmajor: B\n",
     "2:1: this does not line up with the first key", "indent keys alike, and write one profile a file"),
    ("a key less indented than its list", "aliases:\n  - a\n b: c\n",
     "3:2: a key was expected here", "indent keys alike, and put quotes around a whole text"),
    ("a tab before a key", "\ttitle: A\n", "1:1: a tab stands where only spaces may", "indent with spaces"),
    ("a tab under a key", "title: A\n\tmajor: B\n", "2:1: a tab stands where only spaces may", "indent with spaces"),
    ("a tab before a list", "aliases:\n\t- a\n", "2:1: a tab stands where only spaces may", "indent with spaces"),
    ("a tab in a block of text", "summary: |\n a\n\tb\n",
     "3:1: a tab stands where only spaces may", "indent with spaces"),
    ("a single quote left open", "title: 'A\nmajor: B\n",
     "1:8: a quoted text is not closed", "close it with the same quote"),
    ("a double quote left open", 'title: A\nmajor: "B\n',
     "2:8: a quoted text is not closed", "close it with the same quote"),
    ("an apostrophe in single quotes", "title: 'it's'\n",
     "1:12: a key was expected here", "indent keys alike, and put quotes around a whole text"),
    ("a text after a quoted text", 'title: "A" role\n',
     "1:12: a key was expected here", "indent keys alike, and put quotes around a whole text"),
    ("a brace left open", "gender: {Male: 50%\nmajor: B\n",
     "1:9: a { is not closed, or lacks a comma", "close it with }, and put a comma between items"),
    ("a comma missing in braces", "gender: {Male: 50% Female: 50%}\n",
     "1:9: a { is not closed, or lacks a comma", "close it with }, and put a comma between items"),
    ("a bracket left open", "aliases: [a, b\nmajor: B\n",
     "1:10: a [ is not closed, or lacks a comma", "close it with ], and put a comma between items"),
    ("a bracket too many", "aliases: [a]]\n",
     "1:13: a key was expected here", "indent keys alike, and put quotes around a whole text"),
    ("a closing brace for a value", "title: }\n",
     "1:8: a value was expected here", "put a text that starts with a sign in quotes"),
    ("a line that is no key", "title: A\nmajor\n",
     "2:1: a line is neither 'key: value' nor part of the text above", "write 'key: value', or indent it"),
    ("a key without its blank", "title: A\nmajor:B\n",
     "2:1: a line is neither 'key: value' nor part of the text above", "write 'key: value', or indent it"),
    ("a text that starts with a backtick", "title: `A`\n",
     "1:8: a text cannot start with this sign", "put the text in quotes"),
    ("a text that starts with an at sign", "title: @home\n",
     "1:8: a text cannot start with this sign", "put the text in quotes"),
    ("a text that starts with a percent sign", "title: %A\n",
     "1:8: a text cannot start with this sign", "put the text in quotes"),
    ("a backslash before a wrong letter", 'title: "C:\\Work"\n',
     "1:11: a backslash stands before the wrong letter", "write \\\\ for a backslash, or use single quotes"),
    ("half a character as an escape", 'title: "\\ud83d"\n',
     "1:11: an escape stands for half a character", "write the character itself"),
    ("a text on the line of its block sign", "title: > A\n",
     "1:8: a text cannot follow | or > on their line", "put the text in quotes"),
    ("a list on the line of its key", "aliases: - a\n",
     "1:10: a list cannot start here", "start '- ' on a line of its own"),
    ("a map beside a list", "- a\nb: c\n",
     "2:1: this does not line up with the list above", "start each line of the list with '- '"),
    ("a question mark for a value", "title: ? A\n", "1:8: a '?' cannot stand here", "put the text in quotes"),
    ("a document line inside quotes", 'title: "A\n---\nB"\n',
     "2:1: --- or ... stands inside a quoted text", "close the quotes before it"),
    ("a second document", "title: A\n---\ntitle: B\n",
     "2:1: a second document starts here", "write one profile a file"),
    ("an empty second document", "title: A\n---\n",
     "2:1: a second document starts here", "write one profile a file"),
    ("a second document without a mark", "title: A\n...\ntitle: B\n",
     "3:1: this does not line up with the first key", "indent keys alike, and write one profile a file"),
    ("a tag line", "%TAG ! tag:example.org,2000:\n---\ntitle: A\n",
     "1:1: tags (!) are not used here", "remove the line"),
    ("another version of YAML", "%YAML 3.0\n---\ntitle: A\n",
     "1:1: the file asks for another version of YAML", "remove the line that starts with %YAML"),
    ("an unknown directive", "%PROFILE 1\n---\ntitle: A\n",
     "1:1: a line cannot start with %", "remove it, or put the text in quotes"),
    # YAML that a profile has no use for.
    ("an anchor", "title: &t A\nmajor: *t\n",
     "1:8: anchors (&) and aliases (*) are not used here", "write the value out, or put the text in quotes"),
    ("an alias of nothing", "title: *t\n",
     "1:8: anchors (&) and aliases (*) are not used here", "write the value out, or put the text in quotes"),
    ("an ampersand alone", "title: & more\n", "1:8: a text cannot start with & or *", "put the text in quotes"),
    ("an alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
     "1:4: anchors (&) and aliases (*) are not used here", "write the value out, or put the text in quotes"),
    ("a list that holds itself", "aliases: &a\n  - *a\n",
     "1:10: anchors (&) and aliases (*) are not used here", "write the value out, or put the text in quotes"),
    ("a merge key", "title: A\n<<: {major: B}\n", "2:1: merge keys (<<) are not used here", "write the keys out"),
    ("a Python tag", "title: !!python/object/apply:os.system ['true']\n",
     "1:8: tags (!) are not used here", "remove it, or put the text in quotes"),
    ("an include", "title: !include secret.yaml\n",
     "1:8: tags (!) are not used here", "remove it, or put the text in quotes"),
    ("a plain string tag", "title: !!str 12\n",
     "1:8: tags (!) are not used here", "remove it, or put the text in quotes"),
    ("an undeclared tag handle", "title: !e!x A\n",
     "1:8: tags (!) are not used here", "remove it, or put the text in quotes"),
    ("a key twice", "title: A\nmajor: B\ntitle: C\n",
     "3:1: the key “title” stands here twice", "it is on line 1 already"),
    ("a key twice, once in quotes", '{title: A, "title": B}\n',
     "1:12: the key “title” stands here twice", "it is on line 1 already"),
    ("a share twice", claim("gender: {Male: 50%, Male: 50%}"),
     "4:21: the key “Male” stands here twice", "it is on line 4 already"),
    ("a list for a key", "[a, b]: c\n", "1:1: a list cannot be a key", "put the text in quotes"),
    ("a mapping for a key", "{a: b}: c\n", "1:1: a mapping cannot be a key", "put the text in quotes"),
    ("a null for a key", "title: A\n~: B\n", "2:1: a key is empty", "write 'key: value', or put the text in quotes"),
    ("no key before a colon", "? \n: B\n", "1:2: a key is empty", "write 'key: value', or put the text in quotes"),
    ("brackets 26 deep", "[" * 26 + "]" * 26,
     "1:26: lists and mappings are nested deeper than 25 levels", "close the brackets"),
    ("braces 30,000 deep", "{a: " * 30_000,
     "1:101: lists and mappings are nested deeper than 25 levels", "close the brackets"),
    ("more values than a profile holds", "aliases:\n" + "- a\n" * 10_000,
     "9999:3: the file holds more than 10,000 values", "split it"),
    # Profiles of the wrong shape.
    ("one word", "Network technician\n",
     "1:1: the file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("a title without a blank after its colon", "title:A\n",
     "1:1: the file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("a number", "12\n", "1:1: the file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("a list", "- title: A\n",
     "1:1: the file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("an empty mapping", "{}\n",
     "1:1: the file is not a mapping", "a profile is lines of 'key: value', first 'title: …'"),
    ("no title", "# mine\naliases: [a]\n", "2:1: the profile has no title", "add a line 'title: …'"),
    ("a null title", "title:\n", "1:7: title is empty", "fill it in, or leave it out"),
    ("a blank title", 'title: "  "\n', "1:8: title is empty", "fill it in, or leave it out"),
    ("a tilde for a title", "title: ~\n", "1:8: title is empty", "fill it in, or leave it out"),
    ("a title of two", "title: [A, B]\n", "1:8: title is a list, not one value", "write one value"),
    ("a mapping for a title", "title: {en: A}\n", "1:8: title is a mapping, not one value", "write one value"),
    ("a title too long", "title: " + "x" * 201, "1:8: title is longer than 200 characters", "shorten it"),
    ("a number for a title", "title: 365\n", "1:8: title is a number, not text", 'quote it: "365"'),
    ("true for an alias", "title: A\naliases: [a, true]\n",
     "2:14: aliases is true or false, not text", 'quote it: "true"'),
    ("an empty list of aliases", "title: A\naliases: []\n", "2:10: aliases is empty", "fill it in, or leave it out"),
    ("a misspelt key", "titel: A\n", "1:1: “titel” is no key of a profile", "did you mean title?"),
    ("a key in capitals", "title: A\nMAJOR: B\n", "2:1: “MAJOR” is no key of a profile", "did you mean major?"),
    ("a key nothing is near", "title: A\nzodiac: leo\n",
     "2:1: “zodiac” is no key of a profile", KEYS_OF_A_PROFILE),
    ("a very long key", "title: A\n" + "q" * 900 + ": B\n",
     "2:1: “qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq…” is no key of a profile",
     KEYS_OF_A_PROFILE),
    ("a key of two lines", 'title: A\n"q\\nq": B\n',
     "2:1: “q q” is no key of a profile", KEYS_OF_A_PROFILE),
    ("an official figure", "title: A\nemployment: 5\n",
     "2:1: employment cannot stand here", "official figures come from releases only"),
    ("a wage outside its row", "title: A\nmedian: $52,000\n",
     "2:1: median cannot stand here", "write it in a row of 'wages:'"),
    ("an occupation by its title", "title: A\noccupation: Network technician\n",
     "2:13: occupation cannot be “Network technician”", "write a SOC code like 15-1232"),
    ("an O*NET code", "title: A\noccupation: 15-1231.00\n",
     "2:13: occupation cannot be “15-1231.00”", "write a SOC code like 15-1232"),
    ("a code in Arabic digits", "title: A\noccupation: ١٥-١٢٣١\n",
     "2:13: occupation cannot be “١٥-١٢٣١”", "write a SOC code like 15-1232"),
    # Sources.
    ("a claim without any source", "title: A\nmajor: B\n",
     "2:1: major has no source", "add 'sources:' and who says this"),
    ("a null for the sources", "title: A\nsources:\n",
     "2:9: sources is not a mapping", "write 'sources:', then '  name:', then its publisher"),
    ("a list of sources", "title: A\nsources: [a]\n",
     "2:10: sources is not a mapping", "write 'sources:', then '  name:', then its publisher"),
    ("a source that is a text", "title: A\nsources: {s: Site}\n",
     "2:14: source s is not a mapping", "give its publisher, title and date"),
    ("a source with a capital", "title: A\nsources: {Site: {publisher: P}}\n",
     "2:11: “Site” cannot name a source", "use small letters, digits and hyphens"),
    ("a source nobody publishes", "title: A\nsources: {s: {title: T}}\n",
     "2:11: source s has no publisher", "add 'publisher: …'"),
    ("a null publisher", "title: A\nsources: {s: {publisher: }}\n",
     "2:26: publisher is empty", "fill it in, or leave it out"),
    ("a misspelt key of a source", "title: A\nsources: {s: {publisher: P, titel: T}}\n",
     "2:29: “titel” is no key of a source", "did you mean title?"),
    ("an unknown key of a source", "title: A\nsources: {s: {publisher: P, doi: D}}\n",
     "2:29: “doi” is no key of a source",
     "it may hold publisher, title, url, release, date, area, method, licence, note, doubt"),
    ("a date to the day", "title: A\nsources: {s: {publisher: P, date: 2024-05-01}}\n",
     "2:35: date cannot be “2024-05-01”", "write 2024-05, 2024 or unknown"),
    ("a thirteenth month", "title: A\nsources: {s: {publisher: P, date: 2024-13}}\n",
     "2:35: date cannot be “2024-13”", "write 2024-05, 2024 or unknown"),
    ("a date in words", "title: A\nsources: {s: {publisher: P, date: May 2024}}\n",
     "2:35: date cannot be “May 2024”", "write 2024-05, 2024 or unknown"),
    ("an unknown method", "title: A\nsources: {s: {publisher: P, method: guess}}\n",
     "2:37: method cannot be “guess”", "use survey or model or projection or opinion or unknown"),
    ("an address of a script", "title: A\nsources: {s: {publisher: P, url: \'javascript:alert(1)\'}}\n",
     "2:34: url cannot be “javascript:alert(1)”", "write an address that starts with https://"),
    ("an address with an escape in it", 'title: A\nsources: {s: {publisher: P, url: "https://a\\eb"}}\n',
     "2:34: url cannot be “https://a\x1bb”", "write an address that starts with https://"),
    ("a claim by a misspelt source", claim("major: {value: B, source: sit}"),
     "4:27: “sit” is not a source of this profile", "did you mean site?"),
    ("a claim by an unknown source", claim("major: {value: B, source: census}"),
     "4:27: “census” is not a source of this profile", "declare it under 'sources:'"),
    ("a claim of an unknown population", claim("major: {value: B, population: everyone}"),
     "4:31: population cannot be “everyone”", "write a SOC code like 15-1232 or role"),
    ("a claim of an unknown level", claim("major: {value: B, level: expert}"),
     "4:26: level cannot be “expert”", "use entry or experienced-new or experienced"),
    # Wages.
    ("a bare amount for wages", claim("wages: $52,000"),
     "4:8: a row of wages is not a mapping", "write '- per: year', then amounts such as 'median: $52,000'"),
    ("an empty list of wages", claim("wages: []"), "4:8: wages is empty", "fill it in, or leave it out"),
    ("a row that is an amount", claim("wages: [$52]"),
     "4:9: a row of wages is not a mapping", "write '- per: year', then amounts such as 'median: $52,000'"),
    ("a row without its period", claim("wages: {median: $52}"),
     "4:8: a row of wages has no period", "add 'per: year' or 'per: hour'"),
    ("a period nobody is paid by", claim("wages: {per: fortnight, median: $52}"),
     "4:14: per cannot be “fortnight”", "use year or hour"),
    ("a misspelt period", claim("wages: {per: yearly, median: $52}"),
     "4:14: per cannot be “yearly”", "did you mean year?"),
    ("a row without amounts", claim("wages: {per: year, note: N}"),
     "4:8: a row of wages has no amount", "add one of median, mean, p10, p25, p75, p90, estimate, low, high"),
    ("a misspelt statistic", claim("wages: {per: year, meadian: $52}"),
     "4:20: “meadian” is no key of a row of wages", "did you mean median or mean?"),
    ("an amount without a currency", claim("wages: {per: year, median: 52000}"),
     "4:28: median: “52000” names no currency", "write $52,000, or add currency: EUR"),
    ("an amount in words", claim("wages: {per: year, median: lots}"),
     "4:28: median: “lots” is not an amount", "write it like $64,272 or over $82,000"),
    ("a null amount", claim("wages: {per: year, median: }"), "4:28: median is empty", "fill it in, or leave it out"),
    ("a negative amount", claim("wages: {per: year, median: -$5}"),
     "4:28: median: “-$5” is negative", "a wage is zero or more"),
    ("a negative amount after its sign", claim("wages: {per: year, median: $-5}"),
     "4:28: median: “$-5” is negative", "a wage is zero or more"),
    ("an amount of nineteen digits", claim("wages: {per: year, median: $" + "9" * 19 + "}"),
     "4:28: median: “$9999999999999999999” is longer than 18 digits", "check it"),
    ("an endless amount", claim("wages: {per: year, median: $" + "9" * 4_000 + "}"),
     "4:28: median: “$9999999999999999999999999999999999999999999999999999999999…” is longer than 18 digits",
     "check it"),
    ("an infinite amount", claim("wages: {per: year, currency: USD, median: .inf}"),
     "4:43: median: “.inf” is not an amount", "write it like $64,272 or over $82,000"),
    ("an amount in exponents", claim("wages: {per: year, currency: USD, median: 1e5}"),
     "4:43: median: “1e5” is not an amount", "write it like $64,272 or over $82,000"),
    ("an unknown currency of an amount", claim("wages: {per: year, median: XAU 52}"),
     "4:28: median: “XAU 52” has an unknown currency XAU", "use a code such as USD or EUR"),
    ("an unknown currency of a row", claim("wages: {per: year, currency: EURO, median: 52}"),
     "4:30: currency cannot be “EURO”", "did you mean EUR?"),
    ("an unknown currency beside amounts of another", claim("wages: {per: year, currency: XXX, median: $52}"),
     "4:30: currency cannot be “XXX”", "use a code such as USD or EUR"),
    ("euros in a row of dollars", claim("wages: {per: year, currency: USD, median: €52}"),
     "4:43: median: “€52” is in € and in USD", "keep one currency"),
    ("two currencies in a row", claim("wages: {per: year, low: $52, high: €60}"),
     "4:8: a row of wages mixes currencies", "write a row for each"),
    ("an inverted range", claim("wages: {per: year, low: $60, high: $52}"),
     "4:25: low is above high", "exchange the two"),
    ("percentiles out of order", claim("wages: {per: year, p10: $60, median: $70, p90: $65}"),
     "4:38: median is above p90", "exchange the two"),
    ("an unquoted comma in braces", claim("wages: {per: year, median: $52,000}"),
     "4:32: “000” is no key of a row of wages", "quote an amount with a comma inside { }"),
    ("amounts beside a reason for none", claim("wages: {missing: none given, median: $52}"),
     "4:30: median stands beside 'missing:'", "keep the amounts or the reason, not both"),
    ("an empty reason for no wages", claim("wages: {missing: }"),
     "4:18: missing is empty", "fill it in, or leave it out"),
    # Other fields.
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
    ("null for a text", claim("major: null"), "4:8: major is empty", "fill it in, or leave it out"),
    ("a text too long", claim("summary: " + "x" * 5_001),
     "4:10: summary is longer than 5,000 characters", "shorten it"),
    ("an empty list for a text", claim("major: []"), "4:8: major is empty", "fill it in, or leave it out"),
    ("a list in a list", claim("major: [[B]]"), "4:9: major holds a list inside a list", "write one list"),
    ("a mapping for a text", claim("major: {name: B}"),
     "4:8: major is a mapping, not a text", "write the value itself, or 'value: …'"),
    ("a note without a value", claim("major: {note: N}"),
     "4:9: major has 'note:' but no value", "put what it says under 'value:', or why it says nothing under 'missing:'"),
    ("a value and a reason for none", claim("major: {value: B, missing: none given}"),
     "4:19: major has both 'value:' and 'missing:'", "keep one"),
    ("a misspelt key beside a value", claim("major: {value: B, notes: N}"),
     "4:19: “notes” is no key of a statement of major", "did you mean note?"),
    ("an empty list of values", claim("major: {value: []}"), "4:16: major is empty", "fill it in, or leave it out"),
    ("a word for a number", claim("age: forty"),
     "4:6: age: “forty” is not a number", "write it like 12, 12.5 or 1,250"),
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
    ("a negative count", claim("jobs: -5"), "4:7: jobs: “-5” is negative", "write a number of zero or more"),
    ("a number of nineteen digits", claim("jobs: " + "9" * 19),
     "4:7: jobs: “9999999999999999999” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a number of a thousand groups", claim("jobs: 1" + ",000" * 1_000 + ".5"),
     "4:7: jobs: “1,000,000,000,000,000,000,000,000,000,000,000,000,000,000,0…” is not a number",
     "write it like 12, 12.5 or 1,250"),
    ("a mapping for a number", claim("age: {mean: 43}"),
     "4:6: age is a mapping, not a number", "write the value itself, or 'value: …'"),
    ("a number in Arabic digits", claim("age: ٤٣"),
     "4:6: age: “٤٣” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a share over the whole", claim("lgbt: 101%"), "4:7: lgbt: “101%” is not a share", "a share is 0 to 100 %"),
    ("a negative share", claim("gender: {Male: -5%, Female: 5%}"),
     "4:16: gender, Male: “-5%” is not a share", "a share is 0 to 100 %"),
    ("a skill over the whole", claim("skills: {Switches: 150%}"),
     "4:20: skills, Switches: “150%” is not a share", "a share is 0 to 100 %"),
    ("a share in words", claim("gender: {Male: most}"),
     "4:16: gender, Male: “most” is not a number", "write it like 12, 12.5 or 1,250"),
    ("a share left out", claim("gender: {Male: 50%, Female}"),
     "4:27: gender, Female is empty", "fill it in, or leave it out"),
    ("shares as a text", claim("gender: half and half"),
     "4:9: gender is not a mapping", "write lines of 'item: 12%'"),
    ("shares as an empty mapping", claim("gender: {}"), "4:9: gender is empty", "fill it in, or leave it out"),
    ("a note among shares", claim("gender: {note: N, Male: 50%}"),
     "4:10: gender has 'note:' but no value",
     "put what it says under 'value:', or why it says nothing under 'missing:'"),
    ("a note among skills", claim("skills: {note: N, Switches: 5%}"),
     "4:10: skills has 'note:' but no value",
     "put what it says under 'value:', or why it says nothing under 'missing:'"),
    ("a blank name of a skill", claim('skills: {" ": 5%}'),
     "4:10: a name in skills is empty", "fill it in, or leave it out"),
    ("a name of a skill too long", claim("skills:\n  " + "x" * 201 + ": 5%"),
     "5:3: a name in skills is longer than 200 characters", "shorten it"),
    ("a number in a list of texts", claim("tools: [pliers, 2024]"),
     "4:17: tools is a number, not text", 'quote it: "2024"'),
    ("a null in a list of texts", claim("tools: [pliers, ]\nsetting:\n  -\n"),
     "6:4: setting is empty", "fill it in, or leave it out"),
    ("a link as a text", claim("next_roles: Network engineer"),
     "4:13: next_roles is not a mapping", "write lines of 'id: title'"),
    ("a link by its title", claim("next_roles: {Network engineer: 1}"),
     "4:14: “Network engineer” is not the id of a role", "write small letters, digits and hyphens, then the title"),
    ("a link that climbs out of the directory", claim("next_roles: {../network-engineer: Network engineer}"),
     "4:14: “../network-engineer” is not the id of a role", "write small letters, digits and hyphens, then the title"),
    ("a link with an id too long", claim("next_roles:\n  " + "x" * 81 + ": Network engineer"),
     "5:3: “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” is not the id of a role",
     "write small letters, digits and hyphens, then the title"),
    ("a link with a lookalike letter", claim("next_roles: {nоc-tech: NOC technician}"),
     "4:14: “nоc-tech” is not the id of a role", "write small letters, digits and hyphens, then the title"),
    ("a link without a title", claim("next_roles: {network-engineer: }"),
     "4:32: next_roles, network-engineer is empty", "fill it in, or leave it out"),
    ("a branch in a branch", claim("next_roles: {up: {on: {network-engineer: Network engineer}}}"),
     "4:19: next_roles, on is not a title", "write 'id: title', or one branch of such lines"),
    ("an empty branch", claim("next_roles: {up: {}}"),
     "4:14: next_roles, up is not a title", "write 'id: title', or one branch of such lines"),
    ("a list of titles for a link", claim("next_roles: {network-engineer: [A, B]}"),
     "4:14: next_roles, network-engineer is not a title", "write 'id: title', or one branch of such lines"),
]
# fmt: on


def problems(text: str | bytes) -> list[str]:
    """What reading `text` as a profile complains of; nothing where it is good."""
    try:
        read_text(text if isinstance(text, bytes) else text.encode(), "x.yaml")
    except ProfileError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(("text", "said", "hint"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_mistake_is_told_once_with_its_place_and_a_hint(text: str | bytes, said: str, hint: str) -> None:
    assert problems(text) == [f"{said}; {hint}"]


def test_every_message_is_one_short_line() -> None:
    for name, text, _, _ in MISTAKES:
        for said in problems(text):
            assert said.splitlines() == [said], name
            assert len(said) < 200, name


def test_all_mistakes_of_a_profile_are_told_in_the_order_of_the_file() -> None:
    text = claim("wages:\n  - {per: year, low: $9, high: $7}\n  - {per: week, mean: 5}\nmajr: B\nage: old\nlgbt: 200%")
    assert problems(text) == [
        "5:22: low is above high; exchange the two",
        "6:11: per cannot be “week”; use year or hour",
        "6:23: mean: “5” names no currency; write $52,000, or add currency: EUR",
        "7:1: “majr” is no key of a profile; did you mean major?",
        "8:6: age: “old” is not a number; write it like 12, 12.5 or 1,250",
        "9:7: lgbt: “200%” is not a share; a share is 0 to 100 %",
    ]


def test_a_wrong_source_is_told_once_however_often_it_is_named() -> None:
    text = "title: A\nsources: {S: {publisher: P}}\nmajor: {value: B, source: S}\ncollege: {value: C, source: S}\n"
    assert problems(text) == ["2:11: “S” cannot name a source; use small letters, digits and hyphens"]


def test_a_profile_of_nothing_but_mistakes_stops_at_the_twenty_fifth() -> None:
    assert len(problems("".join(f"titles{n}: A\n" for n in range(4_000)))) == 25


def test_the_message_of_the_error_is_the_first_problem_behind_the_path() -> None:
    with pytest.raises(ProfileError) as caught:
        read_text(b"titel: A\nmajr: B\n", "roles/x.yaml")
    assert str(caught.value) == "roles/x.yaml:1:1: “titel” is no key of a profile; did you mean title?"
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    "name",
    [
        f"{name}.yaml"
        for name in ("Noc", "noc_tech", "-noc", "", ".", "a.b", "nоc", "café", "\x1b", "a\n", " a", "x" * 81)
    ],
)
def test_a_file_name_that_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_text(b"title: A\n", name)
    hint = "rename it to at most 80 small letters, digits and hyphens, then .yaml"
    assert [str(problem) for problem in caught.value.problems] == [f"1:1: the file's name is not an id; {hint}"]


@pytest.mark.parametrize("name", ["15-1232.yaml", "00-0000.yml"])
def test_a_file_named_like_an_occupation_is_refused(name: str) -> None:
    """Its code would mean the occupation, and the profile could never be asked for."""
    with pytest.raises(ProfileError) as caught:
        read_text(b"title: A\n", name)
    (problem,) = caught.value.problems
    assert str(problem) == "1:1: the file's name is an occupation's code; rename it, say to my-role.yaml"
    assert read_text(b"title: A\n", "15-12321.yaml").id == "15-12321"


@pytest.mark.parametrize("date", ["1899", "2100-01", "0001", "9999-12"])
def test_a_year_that_is_none_of_ours_is_refused(date: str) -> None:
    (said,) = problems(f'title: A\nsources: {{s: {{publisher: P, date: "{date}"}}}}\n')
    assert said == f"2:35: date cannot be “{date}”; write 2024-05, 2024 or unknown"
    assert problems(f'title: A\nsources: {{s: {{publisher: P, date: "19{date[2:]}"}}}}\n') == []


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nsources: {s: {publisher: P, doubt: DOUBT}}\n",
        "title: A\nsources: {s: {publisher: P}}\nmajor: {value: B, doubt: DOUBT}\n",
        "title: A\nsources: {s: {publisher: P}}\nwages: {per: year, mean: $9, doubt: DOUBT}\n",
    ],
)
def test_a_doubt_is_short_enough_for_a_cell(text: str) -> None:
    assert problems(text.replace("DOUBT", "d" * 60)) == []
    (said,) = problems(text.replace("DOUBT", "d" * 61))
    assert "doubt is longer than 60 characters" in said


def test_a_source_of_nobody_needs_a_title() -> None:
    (said,) = problems("title: A\nsources: {s: {publisher: unknown}}\n")
    assert said == "2:11: source s has neither publisher nor title; add 'title: …'"


# Slips that may be true


def warnings(text: str) -> list[str]:
    found: list[Problem] = []
    read_text(text.encode(), "x.yaml", found)
    return [str(warning) for warning in found]


def test_shares_well_over_the_whole_are_a_warning() -> None:
    said = "4:9: the shares of gender add up to 100.6 %; check them against the source"
    assert warnings(claim("gender: {Male: 83.7%, Female: 16.9%}")) == [said]


def test_shares_over_the_whole_by_rounding_are_not() -> None:
    assert warnings(claim("gender: {Male: 83.7%, Female: 16.8%}")) == []


def test_a_role_that_leads_to_itself_is_a_warning() -> None:
    assert warnings(claim("next_roles: {x: A}")) == ["4:14: next_roles leads back to this role; remove the line"]


# What is no regular file


def refusal(path: Path | str) -> str:
    with pytest.raises(CareerError) as caught:
        read_file(str(path))
    return str(caught.value)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert refusal(tmp_path / "x.yaml") == f"{tmp_path}/x.yaml: is not a regular file"


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may be no longer than about 100 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("x.yaml")
        assert refusal("x.yaml") == "x.yaml: is not a regular file"


def test_a_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    assert refusal(tmp_path / "x.yaml") == f"{tmp_path}/x.yaml: is not a regular file"


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_link_to_a_device_is_refused(tmp_path: Path, device: str) -> None:
    (tmp_path / "x.yaml").symlink_to(device)
    assert refusal(tmp_path / "x.yaml") == f"{tmp_path}/x.yaml: is not a regular file"


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to("nowhere")
    assert refusal(tmp_path / "x.yaml") == f"{tmp_path}/x.yaml: No such file or directory"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to("x.yaml")
    assert refusal(tmp_path / "x.yaml") == f"{tmp_path}/x.yaml: Too many levels of symbolic links"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_nobody_may_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").touch(mode=0o000)
    assert refusal(tmp_path / "x.yaml") == f"{tmp_path}/x.yaml: Permission denied"


def test_a_path_no_system_has_is_refused() -> None:
    assert refusal("a\0b.yaml") == "a\0b.yaml: no file has such a name"
    assert refusal("x" * 300 + ".yaml") == "x" * 300 + ".yaml: File name too long"


def test_a_sparse_file_of_a_terabyte_is_refused_by_its_size(tmp_path: Path) -> None:
    with open(tmp_path / "x.yaml", "wb") as file:
        file.truncate(1 << 40)
    assert refusal(tmp_path / "x.yaml") == (
        f"{tmp_path}/x.yaml:1:1: the file is larger than 256 KB; a profile is a few pages"
    )


def test_no_file_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    before = os.listdir("/dev/fd")
    refusal(tmp_path / "x.yaml")
    assert os.listdir("/dev/fd") == before


# Bombs: each is read in a process that may use two seconds and 64 MB beyond an import


BOMBS = {
    "brackets": "[" * 30_000,
    "braces": "{" * 30_000,
    "braces with keys": "{a: " * 30_000,
    "brackets, one a line": "[\n" * 30_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "ever deeper lines": "".join(" " * depth + "a:\n" for depth in range(700)),
    "sexagesimal numbers": "title: " + "1:" * 120_000 + "1",
    "a huge number for a text": "title: " + "9" * 250_000,
    "a huge number": "age: " + "9" * 250_000,
    "a huge key": "a" * 250_000 + ": b",
    "huge keys": ("? " + "a" * 60_000 + "\n") * 4,
    "keys in quotes that never end": "'a\n" * 60_000,
    "anchors": "".join(f"a{n}: &a{n} x\n" for n in range(9_000)),
    "aliases": "a: &a [x, x, x, x]\n" + "b: [" + "*a, " * 50_000 + "]",
    "merge keys": "a: &a {k: v}\n" + "b: {" + "<<: *a, " * 20_000 + "}",
    "tag lines": "".join(f"%TAG !a{n}! b\n" for n in range(15_000)) + "---\ntitle: A",
    "documents": "---\n" * 60_000,
    "comments": "#\n" * 120_000,
    "blank lines": "\n" * 250_000,
    "unknown keys": "".join(f"titles{n}: A\n" for n in range(4_900)),
    "unknown sources": claim("tools: [" + "{value: A, source: sit}, " * 1_900 + "]"),
    "sources": "title: A\nsources:\n" + "".join(f"  s{n}: {{publisher: P}}\n" for n in range(2_400)),
    "links": claim("next_roles:\n" + "".join(f"  s{n}: P\n" for n in range(4_900))),
    "escapes": 'title: "' + "\\x1b" * 60_000 + '"',
    "folded lines": "summary: >\n" + "  a\n" * 60_000,
    "an amount of words": claim("wages: {per: year, low: " + "over " * 900 + "}"),
    "an amount of digits": claim("wages: {per: year, low: " + "1," * 2_000 + "}"),
}

READ_WITHIN_LIMITS = """
import resource, sys
from careercli.errors import CareerError
from careercli.profiles import read_file
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (64 << 20),) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
try:
    print("read", len(read_file(sys.argv[1]).own))
except CareerError as error:
    print(error)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to limit a process")
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_costs_little_time_and_memory(tmp_path: Path, bomb: str) -> None:
    (tmp_path / "x.yaml").write_text(bomb)
    assert 1_000 < len(bomb) <= 262_144
    read = [sys.executable, "-c", READ_WITHIN_LIMITS, "x.yaml"]
    done = subprocess.run(
        read, cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": ROOT}
    )
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    assert len(done.stdout) < 250


# Noise: whatever a damaged profile is, it is a role or a ProfileError


def survives(data: bytes) -> bool:
    try:
        read_text(data, "x.yaml", [])
    except ProfileError as error:
        return all(len(str(problem).splitlines()) == 1 and len(str(problem)) < 250 for problem in error.problems)
    return True


def test_a_profile_cut_off_anywhere_is_read_or_refused() -> None:
    for end in range(0, len(NOC_TECH), 17):
        assert survives(NOC_TECH[:end]), end


def test_a_profile_with_random_bytes_is_read_or_refused() -> None:
    chance = random.Random(2080)
    for _ in range(300):
        data = bytearray(NOC_TECH)
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert survives(bytes(data)), bytes(data)


def test_a_profile_with_signs_of_yaml_strewn_in_is_read_or_refused() -> None:
    chance = random.Random(15_1231)
    signs = [*"-?:,[]{}#&*!|>'\"%@`~<=\t\n\r 0.$", "\u2028", "<<: ", "---\n", "null", "value: ", "[]", "{}", "1e9", "−"]
    text = NOC_TECH.decode()
    for _ in range(300):
        at = chance.randrange(len(text))
        damaged = text[:at] + chance.choice(signs) + text[at + chance.choice((0, 0, 1, 30)) :]
        assert survives(damaged.encode()), (at, damaged[at - 20 : at + 20])


def test_pure_noise_is_refused() -> None:
    chance = random.Random(64_272)
    for size in range(1, 200):
        assert problems(chance.randbytes(size)), size
