"""Build sources, claims, roles and occupations; a test states only the attributes it depends on. Read a profile."""

from typing import Any

from careercli.model.claims import ROLE, Claim, Occupation, Role, Source, Subject
from careercli.official.releases import newest
from careercli.profiles.files import read_bytes
from careercli.profiles.reading import read_text

BLS = newest("OEWS")
PERCENTILES = ("median", "p10", "p25", "p75", "p90")
SITE = Source("site", "Site", "A page", url="https://site.example/page", method="model")


def make_source(id: str = "survey", **changes: Any) -> Source:
    known = Source(id, "Publisher", f"The {id}", as_of="2024-05", area="US", method="survey", series="SURVEY")
    return known._replace(**changes)


def make_claim(value: Any = 50_000, field: str = "median", **changes: Any) -> Claim:
    """Return a claim; by default the yearly OEWS median of 15-1231, with a band of 1 %."""
    source = changes.pop("source", BLS)
    known: dict[str, Any] = {
        "statistic": field, "period": "year", "currency": "USD", "area": source.area, "as_of": source.as_of,
        "population": "15-1231", "method": source.method, "as_printed": str(value),
        "band_percent": 1.0 if field in PERCENTILES else None,
    }  # fmt: skip
    return Claim(field, value, source, **{**known, **changes})


def of_site(value: Any, field: str = "estimate", **changes: Any) -> Claim:
    """Return what SITE, which prints no date and no place, says of a role; by default a yearly wage in dollars."""
    return make_claim(value, field, **{"source": SITE, "population": ROLE, **changes})


def make_occupation(code: str = "15-1231", *claims: Claim, **changes: Any) -> Occupation:
    known = Occupation(code, f"Workers {code}", "detailed", "Computer Occupations", claims)
    return known._replace(**changes)


def make_role(id: str = "x", *claims: Claim, official: Occupation | None = None, **changes: Any) -> Subject:
    return Subject(Role(id, id.title(), (), "", claims)._replace(**changes), official)


def role_in(path: str) -> Role:
    """Return the role in a file. Raises ProfileError or CareerError."""
    return read_text(read_bytes(path), path)
