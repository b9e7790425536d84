"""Generate profiles of the bundled ones' size and shape, for benchmarks of a large catalog.

    python benchmarks/made.py FOLDER COUNT

writes FOLDER/made-00001.yaml and so on. A seed and a number always give the same file. All content is
invented. Files are dated in 2024, so that none looks as if it were changed while it was read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from careercli.official.importers import text

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "careercli" / "data"
WRITTEN = 1_704_067_200
"""The start of 2024: file number n is dated n seconds later."""

EXPERIENCES = (
    "Junior", "Senior", "Lead", "Principal", "Associate", "Staff", "Regional", "Night", "Contract", "Chief",
    "Deputy", "Assistant",
)  # fmt: skip
DOMAINS = (
    "Network", "Payroll", "Hydrology", "Warehouse", "Radiology", "Telephony", "Database", "Turbine", "Irrigation",
    "Fiber", "Storage", "Broadcast", "Catering", "Claims", "Compliance", "Dispatch", "Elevator", "Forestry",
    "Freight", "Geology", "Harbor", "Insurance", "Laboratory", "Logistics", "Machining", "Maintenance", "Metering",
    "Nursery", "Orchard", "Packaging", "Pipeline", "Plumbing", "Procurement", "Quarry", "Railway", "Refinery",
    "Retail", "Robotics", "Satellite", "Shipyard", "Solar", "Survey", "Textile", "Transit", "Tunnel", "Utility",
    "Vaccine", "Welding",
)  # fmt: skip
JOBS = (
    "Technician", "Analyst", "Engineer", "Coordinator", "Inspector", "Operator", "Planner", "Auditor", "Scheduler",
    "Specialist", "Supervisor", "Manager", "Trainer", "Estimator", "Installer", "Assessor", "Buyer", "Clerk",
    "Controller", "Designer", "Developer", "Examiner", "Fitter", "Investigator", "Librarian", "Mechanic", "Modeler",
    "Officer", "Programmer", "Recruiter", "Researcher", "Surveyor", "Tester", "Tutor", "Writer", "Adviser",
    "Broker", "Chemist", "Curator", "Dispatcher",
)  # fmt: skip
SKILLS = (
    "Troubleshooting", "Scripting", "Networking", "Bookkeeping", "Negotiation", "Calibration", "Data Entry",
    "Budgeting", "Soldering", "Forecasting", "Technical Writing", "Scheduling", "Quality Control",
    "Root Cause Analysis", "Statistics", "Customer Service", "Risk Assessment", "Inventory Control",
    "Contract Review", "Preventive Maintenance", "Rigging", "Blueprint Reading", "Sampling", "Spreadsheet Modeling",
    "Incident Response", "Backup and Recovery", "Purchasing", "Cost Estimation", "Route Planning",
    "Accounts and Permissions", "Wiring", "Site Surveys", "Interviewing", "Load Testing", "Cable Management",
    "Hazard Analysis", "Shift Handover", "Vendor Management", "Metrology", "Drafting",
)  # fmt: skip
TRAITS = (
    "Patience", "Care", "Planning", "Empathy", "Adaptability", "Time Management", "Team Collaboration", "Writing",
    "Listening", "Orderliness", "Curiosity", "Calm", "Tact", "Persistence", "Attention to Detail", "Leadership",
)  # fmt: skip
TECHNOLOGIES = (
    "Linux", "Windows Server", "PowerShell", "Bash", "Python", "SQL", "DNS", "DHCP", "VPN", "BGP", "OSPF", "SNMP",
    "SSL", "Oracle", "SAP", "AutoCAD", "MATLAB", "LabVIEW", "Modbus", "SCADA", "GIS", "Excel", "Power BI",
    "Tableau", "Jira", "Git", "Docker", "Kubernetes", "Terraform", "Ansible", "Microsoft 365", "Salesforce",
    "ServiceNow", "Zendesk", "RFID", "barcode scanners", "torque wrenches", "oscilloscopes", "multimeters",
    "spectrum analyzers", "drones", "lidar",
)  # fmt: skip
CERTIFICATIONS = (
    "CompTIA A+", "CompTIA Network+", "CompTIA Security+", "Cisco CCNA", "OSHA 30-Hour", "Six Sigma Green Belt",
    "ITIL Foundation", "First Aid", "Forklift License", "Certified Payroll Professional", "Lean Bronze", "API 510",
)  # fmt: skip
CHORES = (
    "Check", "Document", "Repair", "Order", "Measure", "Replace", "Install", "Report", "Plan", "Review", "Test",
    "Watch", "Calibrate", "Compare", "Explain", "Schedule", "Inspect", "Configure", "Trace", "Clean",
)  # fmt: skip
THINGS = (
    "pumps and valves", "customer accounts", "delivery routes", "monthly figures", "switches and routers",
    "spare parts", "safety records", "work orders", "test results", "server backups", "supplier contracts",
    "machine settings", "field samples", "training plans", "alarm logs", "rental agreements", "cable runs",
    "stock levels", "user requests", "shift reports", "license renewals", "control panels", "storage tanks",
    "price lists", "survey maps",
)  # fmt: skip
ENDS = (
    "before each shift", "for the night crew", "in turns with the other sites", "as the manual says",
    "with the customer", "when an alarm asks for it", "every week", "so that a colleague can go on",
    "without stopping the line", "together with the supplier", "after a fault", "at the end of the month",
    "from afar where that is faster", "by phone and email", "in the ticketing system",
    "where somebody has to be there",
)  # fmt: skip
QUALITIES = (
    "old and new", "large or small", "of every kind", "found and lost", "as far as they go", "one after another",
    "their own and others'", "known to few", "bought or rented", "in use or not", "right or wrong",
    "in every season",
)  # fmt: skip
PLACES = (
    "control room", "customer sites", "head office", "open country", "plant floor", "call center", "laboratory",
    "home office", "warehouse", "public works department", "hospital", "school district", "harbor",
)  # fmt: skip

SOURCES = """\
sources:
  site:
    publisher: {publisher}
    title: {title}
    url: https://example.org/{id}-jobs/{id}-what-they-do-and-earn
    date: unknown       # the page prints none
    method: model
    note: The publisher calls its salaries a weighted average, and does not say of what.
  survey:
    publisher: {other}
    title: Survey of pay, {title}
    url: https://example.com/pay/{id}
    date: {date}
    area: US
    method: survey
    note: Members who answered; how many, the page leaves out.
  editorial:
    publisher: careercli
    title: Made for a benchmark
    date: 2026-11
    area: US
    method: opinion
    license: MIT
    caveat: made up
    note: Nobody is quoted, and no figure is true.
"""
PUBLISHERS = ("Wageboard", "Jobpages", "Paylist", "Workfinder", "Tradesource", "Rolebook", "Careerfacts", "Hirewise")


def make_profiles(folder: str | os.PathLike[str], count: int, seed: str = "careercli") -> list[Path]:
    """Write `count` profiles into `folder`, creating it if needed; return their paths in order."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    codes, roles = _codes(), _roles()
    paths = [target / f"made-{number:05}.yaml" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        path.write_text(_Profile(number, Random(f"{seed}/{number}"), codes, roles).text(), encoding="utf-8")
        os.utime(path, (WRITTEN + number, WRITTEN + number))
    os.utime(target, (WRITTEN, WRITTEN))
    return paths


def _codes() -> list[str]:
    """Return the codes of all detailed occupations in the newest bundled release of wages."""
    newest = max((DATA / "releases").glob("oews-*.national.tsv*"))
    return [row["OCC_CODE"] for row in text.read(newest) if row["O_GROUP"] == "detailed"]


def _roles() -> list[str]:
    """Return the ids of the bundled profiles."""
    return sorted(path.stem for path in (DATA / "roles").glob("*.yaml"))


class _Profile:
    """One profile, determined by its number and its random generator."""

    def __init__(self, number: int, dice: Random, codes: Sequence[str], roles: Sequence[str]) -> None:
        self.number, self.dice, self.codes, self.roles = number, dice, codes, roles
        self.id = f"made-{number:05}"
        self.experience, self.domain, self.job, self.title = _title(number)

    def text(self) -> str:
        return "\n".join(
            [*self.head(), *self.wages(), *self.entry(), *self.skills(), *self.duties(), *self.moves(), ""]
        )

    def head(self) -> Iterator[str]:
        dice, job = self.dice, self.job.lower()
        yield "# Made for a benchmark: nothing here is true."
        yield f"title: {self.title}"
        yield "aliases:"
        for alias in (
            f"{self.domain} {job} {self.number}",
            f"{self.experience.lower()} {job} of {self.domain.lower()} {self.number}",
            f"{dice.choice(SKILLS).lower()} {job} {self.number}",
            *([f"{self.domain} {dice.choice(SKILLS)} {job} {self.number}"] if self.number % 2 else []),
        ):
            yield f"  - {alias}"
        yield f"occupation: {dice.choice(self.codes)}"
        yield f"occupation_note: >-\n  Drawn by lot. The page itself names only the family; {dice.choice(THINGS)} and"
        yield f"  {dice.choice(THINGS)} {dice.choice(ENDS)} would point to another code as well."
        yield ""
        publisher, other = dice.sample(PUBLISHERS, 2)
        date = f"{dice.randint(2019, 2025)}-{dice.randint(1, 12):02}"
        yield SOURCES.format(id=self.id, title=self.title, publisher=publisher, other=other, date=date)

    def wages(self) -> Iterator[str]:
        """Yield a site's yearly and hourly estimates; in every second profile also a survey's percentiles."""
        hour = self.dice.randint(1500, 9000) / 100
        year = round(hour * 2080)
        yield "wages:"
        yield f"  - per: year\n    estimate: ${year:,}"
        yield f"    low: ${round(year * 0.6, -3):,.0f}\n    high: ${round(year * 1.5, -3):,.0f}"
        yield "    note: >-\n      Called an average without saying of what; that is not the middle of the range."
        yield f"  - per: hour\n    estimate: ${hour:.2f}\n    note: The yearly figure over 2,080 hours."
        if self.number % 2 == 0:
            typical = round(year * self.dice.uniform(0.9, 1.1), -1)
            yield f"  - source: survey\n    per: year\n    median: ${typical:,.0f}"
            yield f"    p10: ${round(typical * 0.6, -1):,.0f}\n    p90: ${round(typical * 1.7, -1):,.0f}"
        yield ""

    def entry(self) -> Iterator[str]:
        dice = self.dice
        yield from self.listed(
            "education_required",
            self.items(2, lambda: f"{dice.choice(SKILLS).lower()}, learned at a {dice.choice(PLACES)} or elsewhere"),
        )
        yield from self.listed("steps", self.items(4, self.chore))
        yield from self.listed("certifications", dice.sample(CERTIFICATIONS, 3))
        if self.number % 3 == 0:
            yield from self.listed(
                "learning", self.items(3, lambda: f"a month of {dice.choice(THINGS)} {dice.choice(ENDS)}")
            )
        yield ""

    def skills(self) -> Iterator[str]:
        dice = self.dice
        yield "skills:\n  note: The page's own order; it gives no weights.\n  value:"
        yield from self.under(dice.sample(SKILLS, 6), "    ")
        yield "soft_skills:"
        yield from self.under(dice.sample(TRAITS, 4), "  ")
        yield "tools:"
        yield from (f"  {thing}: {', '.join(dice.sample(TECHNOLOGIES, 2))}" for thing in dice.sample(THINGS, 5))
        yield f"technologies: [{', '.join(dice.sample(TECHNOLOGIES, 8))}]"
        yield ""

    def duties(self) -> Iterator[str]:
        dice, thing = self.dice, self.dice.choice(THINGS)
        yield f"summary: >-\n  Looks after {thing} of the {self.domain.lower()} trade {dice.choice(ENDS)}, and"
        yield f"  answers to whoever runs the {dice.choice(PLACES)}. In a small firm the {self.job.lower()} also has to"
        yield f"  {self.chore().lower()}."
        yield "responsibilities:"
        yield from self.under(dice.sample(SKILLS, 6), "  ")
        yield from self.listed("setting", dice.sample(PLACES, 3))
        yield "challenges:"
        yield from self.under(dice.sample(TRAITS, 4), "  ")
        yield ""

    def moves(self) -> Iterator[str]:
        following, *related = self.dice.sample(self.roles, 4)
        yield f"next_roles:\n  value: {{{following}: {following.replace('-', ' ').title()}}}\n  source: editorial"
        yield "related:\n  source: editorial\n  note: Drawn by lot; that is likeness at most, not a move.\n  value:"
        for role in related:
            yield f"    {role}: {role.replace('-', ' ').title()}"

    def chore(self) -> str:
        """Return a task in a dozen words."""
        choice = self.dice.choice
        return f"{choice(CHORES)} {choice(THINGS)} and {choice(THINGS)}, {choice(QUALITIES)}, {choice(ENDS)}"

    def items(self, count: int, draw: Callable[[], str]) -> list[str]:
        """Return `count` drawn texts without duplicates."""
        return list(dict.fromkeys(draw() for _ in range(count)))

    def listed(self, key: str, texts: Sequence[str]) -> Iterator[str]:
        yield f"{key}:"
        yield from (f"  - {text}" for text in texts)

    def under(self, items: Sequence[str], indent: str) -> Iterator[str]:
        yield from (f"{indent}{item}: {self.chore().lower()}" for item in items)


def _title(number: int) -> tuple[str, str, str, str]:
    """Return a unique level, domain, job and title; titles of numbers above 23,040 end in the number."""
    choices = len(EXPERIENCES) * len(DOMAINS) * len(JOBS)
    place = number * 7919 % choices
    place, experience = divmod(place, len(EXPERIENCES))
    domain, job = divmod(place, len(JOBS))
    words = EXPERIENCES[experience], DOMAINS[domain], JOBS[job]
    return *words, " ".join(words) + (f" {number}" if number > choices else "")


def main() -> int:
    if len(sys.argv) != 3 or not sys.argv[2].isdecimal():
        sys.exit("usage: python benchmarks/made.py FOLDER COUNT")
    paths = make_profiles(sys.argv[1], int(sys.argv[2]))
    print(f"{len(paths)} profiles in {sys.argv[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
