"""The ratings that moves are measured by."""

import pytest

from careercli.store import official
from careercli.store.ratings import Measures, measures


@pytest.fixture(scope="session")
def rated() -> dict[str, list[Measures]]:
    """Return the ratings of every rated occupation by code, in the order of elements."""
    codes = sorted(official.codes_of(range(10_000)))
    return {code: sorted(found) for code in codes if (found := measures(code))}
