"""Two example roles and their comparison, small enough to check as a whole string in every format."""

from datetime import date
from typing import Any

from careercli.compare.comparison import Comparison, compare
from careercli.model.claims import Claim, Subject
from careercli.model.fields import BY_KEY
from careercli.presentation.builder import LineFilter
from careercli.presentation.page import ComparisonPage
from careercli.presentation.summary import full
from tests.make import make_claim, make_occupation, make_role, of_site

TODAY = date(2026, 11, 21)


def own(value: Any, field: str, **changes: Any) -> Claim:
    return of_site(value, field, **{"currency": "", "period": "", **changes})


def median(value: int, code: str) -> Claim:
    return make_claim(value, population=code)


X = make_role(
    "desk-tech",
    of_site(64_272, "estimate", as_printed="$64,272", note="Called an average."),
    own(9, "skills", item="SQL", statistic="share", as_printed="9%", caveat="of what: not stated"),
    own("sysadmin", "next_roles", as_printed="System Administrator", statistic=""),
    title="Desk Technician",
    occupation="15-1231",
    official=make_occupation("15-1231", median(73_340, "15-1231")),
)
Y = make_role(
    "網路員",
    of_site(36_361, "estimate", bound=">", as_printed="over $36,361"),
    title="網路技術員",
    occupation="15-1232",
    official=make_occupation("15-1232", median(60_340, "15-1232")),
)
KEYS = ("median", "estimate", "skills", "next_roles")


def comparison(*roles: Subject, period: str = "year") -> Comparison:
    return compare(roles or (X, Y), [BY_KEY[key] for key in KEYS], period=period)


def page(*roles: Subject) -> ComparisonPage:
    return full(comparison(*roles), TODAY, LineFilter())
