"""Answer what became of the occupation codes that SOC 2018 does not have."""

from collections.abc import Iterator
from typing import NamedTuple

from careercli.store import official
from careercli.store.reviewed import reviewed

SYSTEMS = {"soc-2010": "SOC 2010", "oews-2018": "OEWS May 2018", "oews-2019": "OEWS May 2019"}


class RetiredCode(NamedTuple):
    """A code of an older system, its title there, and the SOC 2018 codes that hold its work, between spaces.

    `source` is the Census crosswalk, the direct match titles of SOC 2018, or a review.
    """

    code: str
    system: str
    title: str
    successors: str
    source: str


def retired_codes() -> Iterator[RetiredCode]:
    """Return every retired code, sorted."""
    return map(RetiredCode._make, reviewed("retired_codes"))


def retirement(code: str) -> str:
    """Return what became of a code or of a specialty's code, as a sentence; an empty text unless it is retired."""
    found = next((each for each in retired_codes() if each.code == code[:7]), None)
    if not found:
        return ""
    titles = {each: title for each, title, _ in official.titles()}
    *most, last = [f"{each} {titles[each]}" for each in found.successors.split()] or [""]
    became = f"it became {', '.join(most)}{' and ' if most else ''}{last}"
    fate = became if last else "retired; successor not known here"
    return f"“{found.code}” is a code of {SYSTEMS[found.system]} ({found.title}); {fate}"
