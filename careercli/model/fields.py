"""Declare every field once, and format its claims for people and programs.

A field becomes a key of a profile, a `--columns` name, a JSON key, a row of the comparison and a
line of the explorer. Keys are public: they change only with the interface.
"""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.model import numbers
from careercli.model.claims import Claim, Number, Value

MONEY, COUNT, PERCENT, NUMBER = "money", "count", "percent", "number"
TEXT, ORDINAL, LIST, SHARES, WEIGHTS, LINKS = "text", "ordinal", "list", "shares", "weights", "links"

RATINGS = ("importance", "level", "interest")
"""Statistics of a weight that is a point on a rating scale rather than a percent."""

_SCORES = (*RATINGS, "exposure", "percentile")
"""Statistics of weights that are no percent."""

_AS_PRINTED = ("parity", "exposure")
"""Statistics whose numbers programs get as the source prints them."""

MISSING = "none in source"
"""Text for people if a source says that it has no figure."""

UNKNOWN = "—"
"""Text for people if no source has a claim."""

BOUND_SIGNS = {"": "", ">=": "≥", "<=": "≤", "~": "about ", ">": "over ", "<": "under "}
"""Texts for people before a number, by its bound."""


class Field(NamedTuple):
    """One comparable attribute of a role or an occupation.

    `kind` is the shape of its values: `money`, `count`, `percent`, `number`, `text`, `ordinal` (a
    step of an ordered scale), `list` (texts, with or without an item), `shares` (items with a
    percent), `weights` (items with a percent, a text or neither) or `links` to other roles.
    `statistic` is what its claims measure, and `period` what they are counted by. `official` fields
    come from releases only and cannot be written in a profile. `meaning` explains the field to
    authors of profiles if the label alone does not.
    """

    section: str
    key: str
    label: str
    kind: str
    statistic: str = ""
    period: str = ""
    official: bool = False
    meaning: str = ""

    @property
    def is_wage(self) -> bool:
        return self.kind == MONEY

    @property
    def holds_many(self) -> bool:
        return self.kind in (LIST, SHARES, WEIGHTS, LINKS)


SECTIONS = {
    "pay": "Pay",
    "outlook": "Outlook",
    "entry": "Getting in",
    "skills": "Skills",
    "duties": "The work",
    "moves": "Moves",
    "people": "People",
    "places": "Places",
}

SUMMARY = ("pay", "outlook", "entry", "skills")
"""The sections shown unless `--full` or `--section` asks for others."""

NOT_IN_SUMMARY = ("best_city", "best_state", "best_company", "best_industry", "jobs", "openings_rate")
"""Fields of those sections that the summary leaves out."""

FIELDS = (
    Field("pay", "median", "median wage", MONEY, "median"),
    Field("pay", "mean", "mean wage", MONEY, "mean"),
    Field("pay", "p10", "10th percentile", MONEY, "p10", meaning="10th percentile: a tenth earn less"),
    Field("pay", "p25", "25th percentile", MONEY, "p25", meaning="25th percentile: a quarter earn less"),
    Field("pay", "p75", "75th percentile", MONEY, "p75", meaning="75th percentile: a quarter earn more"),
    Field("pay", "p90", "90th percentile", MONEY, "p90", meaning="90th percentile: a tenth earn more"),
    Field("pay", "estimate", 'site "average"', MONEY, "estimate", meaning="an “average” that the site does not define"),
    Field("pay", "low", "range, low end", MONEY, "low", meaning="low end of a range that names no percentile"),
    Field("pay", "high", "range, high end", MONEY, "high", meaning="high end of a range that names no percentile"),
    Field("pay", "best_city", "best-paying city", TEXT, meaning="city said to pay best"),
    Field("pay", "best_state", "best-paying state", TEXT, meaning="state said to pay best"),
    Field("pay", "top_states", "highest medians, states", LIST, official=True),
    Field("pay", "top_metros", "highest medians, metros", LIST, official=True),
    Field("pay", "best_company", "best-paying company", TEXT, meaning="employer said to pay best"),
    Field("pay", "best_industry", "best-paying industry", TEXT, meaning="industry said to pay best"),
    Field("pay", "pay_factors", "what moves pay", LIST),
    Field("pay", "offer", "your own pay", LIST, "offer", official=True),
    Field("outlook", "employment", "jobs held", COUNT, "count", official=True),
    Field("outlook", "employment_change", "projected change", PERCENT, "change", official=True),
    Field("outlook", "openings", "openings a year", COUNT, "count", period="year", official=True),
    Field("outlook", "openings_rate", "openings per 100 jobs", NUMBER, "rate", period="year", official=True),
    Field("outlook", "self_employed", "self-employed", PERCENT, "share", official=True),
    Field("outlook", "growth", "site growth rate", PERCENT, "change", meaning="growth a site gives for these jobs"),
    Field("outlook", "jobs", '"number of jobs"', COUNT, "count", meaning="number of these jobs a site gives"),
    Field("outlook", "satisfaction", "job satisfaction", TEXT, meaning="how satisfied workers are, in words"),
    Field("outlook", "demand", "demand, in words", TEXT, meaning="how sought after workers are, in words"),
    Field("outlook", "why_it_changes", "why it changes, our words", TEXT, official=True),
    Field("outlook", "ai_exposure", "what AI could assist", WEIGHTS, "exposure", official=True),
    Field("entry", "entry_education", "usual entry education", ORDINAL, official=True),
    Field("entry", "work_experience", "experience needed", TEXT, official=True),
    Field("entry", "on_the_job_training", "training on the job", TEXT, official=True),
    Field("entry", "education_required", "education asked for", LIST, meaning="education that employers ask for"),
    Field("entry", "education_reported", "education said to be needed", SHARES, "share", official=True),
    Field("entry", "degree_held", "degree workers hold", SHARES, "share", meaning="degrees that workers hold"),
    Field("entry", "major", "most common major", TEXT),
    Field("entry", "college", "most common college", TEXT),
    Field("entry", "time_to_become", "time to become", TEXT, meaning="how long it takes to enter the job"),
    Field("entry", "years_experience", '"years of experience"', NUMBER, meaning="years of experience, needed or held"),
    Field("entry", "steps", "how to become one", LIST, meaning="steps into the job, in order"),
    Field("entry", "certifications", "certifications", LIST),
    Field("entry", "job_zone", "job zone", NUMBER, official=True),
    Field("entry", "learning", "ways to learn", LIST),
    Field("skills", "skills", "skills", WEIGHTS, "share", meaning="skills the work takes, with or without weights"),
    Field("skills", "soft_skills", "soft skills", LIST, meaning="personal and interpersonal skills"),
    Field("skills", "knowledge", "knowledge", WEIGHTS, "share", meaning="subjects to know, with or without weights"),
    Field("skills", "tools", "tools", LIST, meaning="devices and programs used at work"),
    Field("skills", "technologies", "technologies", LIST, meaning="systems, languages and protocols used at work"),
    Field("skills", "interests", "interests, 1 to 7", WEIGHTS, "interest", official=True),
    Field("duties", "family", "family", TEXT, meaning="group of jobs the role belongs to"),
    Field("duties", "summary", "what they do", TEXT),
    Field("duties", "responsibilities", "responsibilities", LIST),
    Field("duties", "tasks", "tasks", LIST, official=True),
    Field("duties", "setting", "where the work is", LIST, meaning="places and employers where the work is done"),
    Field("duties", "schedule", "hours", LIST, meaning="working hours, shifts and on-call duty"),
    Field("duties", "challenges", "challenges and remedies", LIST, meaning="challenges, each with a remedy"),
    Field("duties", "role_types", "kinds of this role", LINKS, meaning="narrower roles that are kinds of this one"),
    Field("moves", "next_roles", "next roles", LINKS, meaning="roles that people move on to"),
    Field("moves", "related", "related roles", LINKS, meaning="roles that are similar or work alongside"),
    Field("people", "age", "average age", NUMBER, "age", meaning="average age of workers, in years"),
    Field("people", "gender", "gender", SHARES, "share"),
    Field("people", "race", "race and ethnicity", SHARES, "share"),
    Field("people", "lgbt", "LGBT", PERCENT, "share", meaning="share of workers who are LGBT"),
    Field("places", "locations", "cities with most jobs", LIST, meaning="places with the most of these jobs"),
    Field("places", "employers", "employers", LIST, meaning="companies, or kinds of companies, with these jobs"),
    Field("places", "price_parity", "price parity, US is 100", NUMBER, "parity", official=True),
)

BY_KEY = {field.key: field for field in FIELDS}

WAGES = tuple(field.key for field in FIELDS if field.is_wage)

ASCENDING = (("low", "high"), ("p10", "p25", "median", "p75", "p90"))
"""Wages of one row that must not decrease from left to right."""


def of_sections(sections: Iterable[str]) -> list[Field]:
    """Return the fields of these sections, in the order of FIELDS."""
    wanted = set(sections)
    return [field for field in FIELDS if field.section in wanted]


def of_summary() -> list[Field]:
    """Return the fields of the summary."""
    return [field for field in of_sections(SUMMARY) if field.key not in NOT_IN_SUMMARY]


def plain_value(claim: Claim) -> str:
    """Return a claim's value for programs: a plain number, a text or an id; empty if it has no value."""
    if claim.value is None:
        return ""
    if isinstance(claim.value, str):
        return claim.value
    return claim.as_printed if claim.statistic in _AS_PRINTED else numbers.plain(claim.value)


def bounded(claim: Claim) -> Value:
    """Return a claim's value for programs with its bound: the number `64272`, or the text `>=239200`."""
    return claim.bound + plain_value(claim) if claim.bound else claim.value


def cell(claim: Claim) -> str:
    """Return a claim as one part of a wide cell for programs: `entry 31200`, `Switches 5`, `sysadmin`."""
    item = "" if BY_KEY[claim.field].kind == LINKS else claim.item
    parts = [item, claim.experience, claim.bound + plain_value(claim)]
    return " ".join(part for part in parts if part)


def text(claim: Claim) -> str:
    """Return a claim's value for people, without its item: `≥239,200`, `+1.8 %`, a link's title."""
    field = BY_KEY[claim.field]
    if claim.value is None:
        return claim.caveat or MISSING
    if isinstance(claim.value, str):
        return claim.as_printed if field.kind == LINKS else claim.value
    bound = BOUND_SIGNS[claim.bound]
    if field.kind in (MONEY, COUNT) or field.key == "offer":
        is_adjusted = claim.prices and claim.basis == "calculated"
        return bound + numbers.grouped(to_hundreds(claim.value, claim.period) if is_adjusted else claim.value)
    number = _decimal(claim)
    if field.statistic == "change" and field.official:
        number = numbers.signed(number)
    is_percent = field.kind in (PERCENT, SHARES, WEIGHTS) and claim.statistic not in _SCORES
    return bound + number + (" %" if is_percent else "")


def _decimal(claim: Claim) -> str:
    """Return a number other than an amount for people: parities as printed, scores to three decimals."""
    if claim.statistic == "parity":
        return claim.as_printed
    return f"{claim.number:.3f}" if claim.statistic == "exposure" else numbers.decimal(claim.number)


def to_hundreds(amount: Number, period: str) -> Number:
    """Return an adjusted wage as precisely as people should read it: to $100 a year, to a cent an hour."""
    return numbers.half_up(amount / 100, 0) * 100 if period == "year" else numbers.half_up(amount)


def phrase(claim: Claim) -> str:
    """Return a claim's value for people after its item: `Switches 5 %`, `Patience: staying calm`."""
    if not claim.item:
        return text(claim)
    if BY_KEY[claim.field].kind == LINKS:
        return f"{text(claim)} ({claim.item})"
    return f"{claim.item}{':' if isinstance(claim.value, str) else ''} {text(claim)}"


def shown(value: Value) -> str:
    """Return a plain value for people: grouped if it is a whole number, `—` if it is None or empty."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, str):
        return value
    return numbers.grouped(value) if isinstance(value, int) else numbers.decimal(value)


def bounded_text(value: Value) -> Value:
    """Return a bound such as `>=239200` as its text for people, `≥239,200`; numbers and None are returned unchanged."""
    if not isinstance(value, str) or not value:
        return value
    bound, number = numbers.split_bound(value)
    return BOUND_SIGNS[bound] + numbers.grouped(numbers.read_number(number))


def change_text(value: Value) -> Value:
    """Return a projected change in percent as its text for people: `+1.8 %`; None stays None."""
    return value if value is None else f"{numbers.signed(numbers.decimal(float(value)))} %"
