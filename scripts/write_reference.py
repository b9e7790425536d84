"""Write the reference of keys into docs/profiles.md, between two HTML comments.

    python scripts/write_reference.py

The tables are generated from the JSON Schema of a profile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from careercli.model import fields
from careercli.profiles.keys import WRITABLE
from careercli.profiles.schema import Schema, schema

TARGET = Path(__file__).resolve().parent.parent / "docs" / "profiles.md"
BEGIN, END = "<!-- Written by scripts/write_reference.py -->", "<!-- End of what it writes -->"


def reference() -> str:
    """Return the tables, each under its heading."""
    known = schema()
    parts = {
        "A profile": (known, [key for key in known["properties"] if key not in WRITABLE]),
        "A source": (_definition(known, "source"), None),
        "A row of `wages`": (_definition(known, "row_of_wages"), None),
        "A statement of a field": (_definition(known, "statement"), None),
        **{
            f"Fields: {title}": (known, [field.key for field in WRITABLE.values() if field.section == section])
            for section, title in fields.SECTIONS.items()
        },
    }
    return "\n".join(line for title, (part, keys) in parts.items() for line in _table(known, title, part, keys))


def updated(text: str) -> str:
    """Return the docs with the current reference."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{reference()}\n{END}{after}"


def _table(known: Schema, title: str, part: Schema, keys: Iterable[str] | None) -> Iterator[str]:
    yield from ("", f"### {title}", "", "| key | holds | meaning |", "|---|---|---|")
    for key in part["properties"] if keys is None else keys:
        holds = part["properties"][key]
        name = f"**`{key}`**" if key in part.get("required", ()) else f"`{key}`"
        yield f"| {name} | {_holds(known, holds)} | {holds['description']} |"


def _holds(known: Schema, holds: Schema) -> str:
    """Return what a key holds, in words: the title of its definition."""
    where = _definition(known, holds["$ref"].rpartition("/")[2]) if "$ref" in holds else holds
    return str(where["title"])


def _definition(known: Schema, name: str) -> Schema:
    found: Schema = known["definitions"][name]
    return found


def main() -> None:
    TARGET.write_text(updated(TARGET.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{TARGET.name}: {reference().count('| `')} keys")


if __name__ == "__main__":
    main()
