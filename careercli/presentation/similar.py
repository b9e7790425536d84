"""Say what a list of the nearest roles and occupations shows to people."""

from collections.abc import Sequence

from careercli.moves.similarity import SimilarEntry
from careercli.official.onet_parts import NEAR
from careercli.official.releases import newest_wages, of_onet
from careercli.presentation.phrases import joined_with_and
from careercli.presentation.sources import in_place, name_of


def note(shown: Sequence[SimilarEntry]) -> str:
    """Return what the figures are, and what `?` means where it stands."""
    if not shown:
        return ""
    of = joined_with_and([name_of(source) for source in of_onet(*NEAR, "related")])
    area = shown[0].entry.area
    text = (
        f"near by our own measure of {of}, not a move; listed: O*NET's related occupations;"
        f" median{in_place(area)}: US dollars a year, {name_of(newest_wages(area))}"
    )
    doubtful = any(each.entry.caveat for each in shown)
    return f"{text}; ? the role may belong to another occupation: careercli show ROLE" if doubtful else text
