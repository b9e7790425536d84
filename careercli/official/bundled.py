"""The bundled releases under the names that older modules ask by; see official/releases.py and store/official.py."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.model.claims import Occupation
from careercli.official import releases
from careercli.official.releases import ALL as RELEASES
from careercli.official.releases import age
from careercli.store import official
from careercli.store.official import SPECIALTY, family_of

__all__ = ["RELEASES", "SPECIALTY", "age", "family_of", "occupation", "titles"]


def occupation(code: str, wages_only: bool = False) -> Occupation | None:
    """Return an occupation with its newest official claims, or with those of OEWS alone; None if there is none."""
    return official.occupation(code, sources=(releases.newest("OEWS"),) if wages_only else None)


def titles() -> Iterator[tuple[str, str, str]]:
    """Yield code, title and level of every occupation that can be named."""
    return iter(official.titles())
