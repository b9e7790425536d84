"""Tell which codes of occupations contain others, and which gather all other occupations of their group."""

from __future__ import annotations

from functools import lru_cache

from careercli.model.claims import ROLE

HYBRID_RESIDUALS = {
    "11-9198", "13-1198", "13-2098", "15-2098", "17-3098", "25-3097", "27-4098", "29-1228",
    "29-1298", "29-2098", "29-9098", "33-9098", "39-9098", "47-5098", "51-2098", "53-6098",
}  # fmt: skip
"""Codes of OEWS 2020 and earlier that merge an "all other" occupation with another."""


def is_residual(code: str) -> bool:
    """Return True for an "all other" code, as its title says, its group, or a known hybrid of older releases.

    The code of a specialty (`15-1299.09`) is never one, nor a group with a member of its own (`51-2090`).
    """
    if "." in code or not (code.endswith(("9", "90")) or code in HYBRID_RESIDUALS):
        return False
    codes = members(code) or [code]
    titles = _titles()
    return all(each not in titles or gathers_all_other(titles[each]) for each in codes)


def gathers_all_other(title: str) -> bool:
    """Return True for the title of an "all other" occupation."""
    return "all other" in title.casefold()


def members(whole: str) -> list[str]:
    """Return the occupations of a broad one; none of a detailed one."""
    if not whole.endswith("0"):
        return []
    return [code for code in _titles() if code != whole and "." not in code and contains(whole, code)]


@lru_cache(1)
def _titles() -> dict[str, str]:
    from careercli.store import official

    return {code: title for code, title, _ in official.titles()}


def contains(whole: str, part: str) -> bool:
    """Return True if `whole` is a group that the code `part` belongs to: equal up to the trailing zeros."""
    return ROLE not in (whole, part) and part.startswith(whole.rstrip("0-"))
