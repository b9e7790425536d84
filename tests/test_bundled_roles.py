"""The bundled roles as data: which there are, the sources of their claims, and their links.

Six roles are tested in test_seed_facts; this file tests the sixteen others. Most of their claims are our
own judgment and marked as such; CITED and RELATED list all claims that they attribute to others.
"""

import os
import re
from collections import Counter
from datetime import date
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from careercli.model import fields
from careercli.model.claims import Claim, Role, Source
from careercli.official.importers import onet
from careercli.profiles.checks.check import check
from careercli.store import official
from tests.make import role_in

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "careercli" / "data" / "roles"
SHARED = Path(os.environ.get("CAREERCLI_SHARED", ROOT.parent / "shared"))
SEEDS = SHARED / "seeds"
ONET = SHARED / "data" / "onet" / "db_29_3_excel.zip"

SIX = ("noc-tech", "support-tech", "it-support", "tech-support-rep", "tech-support", "isp-tech")
"""The roles that the five documents describe; test_seed_facts tests their claims."""

# Title, occupation, and words that the note on the occupation must contain.
BUNDLED: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "noc-tech": ("Network Operation Technician", "15-1231", ("Our reading", "names only the family")),
    "support-tech": ("Customer Support Technician", "15-1232", ("Our reading", "43-4051) as well")),
    "it-support": ("IT Customer Support Specialist", "15-1232", ("Our reading", "wider computer support specialists")),
    "tech-support-rep": ("Technical Support Representative", "15-1232", ("Our reading", "no official category")),
    "tech-support": ("Tech Support Professional", "15-1232", ("Our reading", "no official category")),
    "isp-tech": ("ISP Technician", "49-2022", ("Our reading", "no official category")),
    "help-desk": ("Help Desk Technician", "15-1232", ("O*NET 29.3", "reported titles", "little doubt")),
    "technical-support-specialist": (
        "Technical Support Specialist", "15-1232", ("Our reading", "O*NET 29.3", "15-1231", "where the network"),
    ),
    "application-support-analyst": (
        "Application Support Analyst", "15-1232", ("Our reading", "does not list this title", "15-1211"),
    ),
    "field-support-tech": ("Field Support Technician", "49-2011", ("O*NET 29.3", "15-1232 would fit better")),
    "tech-support-engineer": ("Technical Support Engineer", "15-1232", ("Our reading", "15-1252", "17-2072.01")),
    "technical-writer": ("Technical Writer", "27-3042", ("O*NET 29.3", "43-9081", "narrower")),
    "support-team-lead": ("Support Team Lead", "15-1232", ("doubtful", "group 15", "no code for supervisors")),
    "field-supervisor": ("Field Supervisor", "49-1011", ("doubtful", "does not list it", "of every kind")),
    "sysadmin": ("System Administrator", "15-1244", ("Little doubt", "small firms")),
    "network-engineer": ("Network Engineer", "15-1241", ("doubtful", "15-1241.01", "15-1244")),
    "cybersecurity-analyst": ("Cybersecurity Analyst", "15-1212", ("Little doubt", "15-1299.06", "more senior")),
    "cloud-specialist": ("Cloud Specialist", "15-1299.08", ("does not list the title", "No wage", "mixes unlike")),
    "it-manager": ("IT Manager", "11-3021", ("Our reading", "15-1299.09", "heads of IT")),
    "customer-success-manager": ("Customer Success Manager", "", ("Left out on purpose", "43-1011", "mislead")),
    "sales-engineer": ("Sales Engineer", "41-9031", ("Little doubt", "41-4011", "not of IT alone")),
    "project-manager": ("Project Manager", "13-1082", ("doubtful", "15-1299.09", "projects of every kind")),
}  # fmt: skip

OCCUPATION_CAVEATS = {
    "support-tech": "perhaps 43-4051, customer service",
    "technical-support-specialist": "perhaps 15-1231, network support",
    "application-support-analyst": "perhaps 15-1211, systems analysts",
    "tech-support-engineer": "perhaps 15-1252, software developers",
    "support-team-lead": "the people led; no code for their leads",
    "field-supervisor": "supervisors of all mechanics and repairers",
    "network-engineer": "that code is of network architects",
    "cloud-specialist": "rated only; no wage is published",
    "project-manager": "projects of every kind, not IT alone",
}
"""Caveats that must be shown beside the occupation's figures."""

NO_WAGE = {
    "cloud-specialist": "No wage is published for 15-1299.08, and none of our sources gives one.",
    "customer-success-manager": "No occupation fits, and none of our sources gives a wage.",
}
"""Roles without any wage, and the reason."""

OURS = tuple(role_id for role_id in BUNDLED if role_id not in SIX)
"""The ids of the sixteen roles."""

DOCUMENTS = {
    "remotely": "seeds/001_26e6a5d08a985f16.txt",
    "acwib": "seeds/002_c3befcd80256e418.txt",
    "article": "seeds/003_01a67d2ec13f0c45.txt",
    "opencourser": "seeds/004_fcde97f70c87f801.txt",
    "acwib-guide": "seed-facts.md",  # its pages are not among the seed documents; the inventory lists what they add
}
"""Source -> its document in the shared folder."""

SOURCES = {"editorial", "onet-related", *DOCUMENTS}

Row = tuple[str, str, str, str]

# Role -> field, words of the claim, source, and the words of the document that support it.
CITED: dict[str, list[Row]] = {
    "help-desk": [
        ("summary", "straight away", "remotely", "provide immediate assistance to users"),
        ("summary", "on the phone", "remotely", "over the phone or through remote access"),
        ("certifications", "CompTIA A+", "remotely", "such as CompTIA A+"),
        ("tools", "help-desk software: Zendesk, Freshdesk", "remotely", "such as Zendesk or Freshdesk"),
        ("tools", "remote access: TeamViewer, Remote Desktop", "remotely", "TeamViewer or Remote Desktop"),
        ("setting", "call center", "remotely", "often work in a call center"),
        ("setting", "help desk", "remotely", "or help desk environment"),
        ("setting", "beside technical support representatives", "acwib", "or Help Desk Technicians"),
        ("related", "it-support", "remotely", "- Help Desk Support: These professionals"),
        ("related", "tech-support-rep", "acwib", "a call center with other Technical Support"),
    ],
    "technical-support-specialist": [
        ("summary", "complex", "remotely", "customers with complex technical issues"),
        ("summary", "in depth", "remotely", "in-depth guidance"),
        ("responsibilities", "complex technical problems", "remotely", "complex technical"),
        ("responsibilities", "a higher level", "remotely", "escalate problems to higher"),
        ("responsibilities", "Advise in depth", "remotely", "software or hardware-related"),
        ("certifications", "CompTIA", "article", "certifications, like CompTIA"),
        ("certifications", "Cisco", "article", "CompTIA, Cisco"),
        ("certifications", "AWS", "article", "Cisco, and AWS"),
        ("learning", "the employer's technology", "article", "learning its tech stack"),
        ("learning", "goes on, with certifications", "article", "climbing the ladder"),
        ("skills", "Operating Systems: a firm command", "article", "Mastery in Windows"),
        ("skills", "Networking: LAN, WAN and VPN", "article", "LAN, WAN, and VPN"),
        ("skills", "Hardware: what is wrong", "article", "diagnose issues with computers"),
        ("skills", "Software Troubleshooting", "article", "resolve software conflicts"),
        ("skills", "Scripting and Automation", "article", "like Python or Bash"),
        ("skills", "Security Protocols", "article", "malware removal, firewall"),
        ("skills", "Remote Support Tools", "article", "built-in OS remote assistance"),
        ("soft_skills", "Communication: ", "article", "Communication: Clear, concise"),
        ("soft_skills", "Patience: ", "article", "Remaining calm and supportive"),
        ("soft_skills", "Problem-Solving: ", "article", "Quick, analytical thinking"),
        ("soft_skills", "Adaptability: ", "article", "varying user proficiency levels"),
        ("soft_skills", "Empathy: ", "article", "Understanding user frustrations"),
        ("soft_skills", "Time Management: ", "article", "during high-demand periods"),
        ("soft_skills", "Team Collaboration: ", "article", "other IT professionals and"),
        ("tools", "TeamViewer", "article", "tools like TeamViewer"),
        ("tools", "AnyDesk", "article", "TeamViewer, AnyDesk"),
        ("tools", "remote assistance", "article", "built-in OS remote assistance"),
        ("technologies", "Windows", "article", "Windows, macOS"),
        ("technologies", "macOS", "article", "macOS, and Linux"),
        ("technologies", "Linux", "article", "and Linux"),
        ("technologies", "LAN", "article", "troubleshooting LAN"),
        ("technologies", "WAN", "article", "LAN, WAN"),
        ("technologies", "VPN", "article", "VPN connections"),
        ("technologies", "Python", "article", "like Python"),
        ("technologies", "Bash", "article", "or Bash"),
        ("technologies", "firewalls", "article", "firewall configurations"),
        ("next_roles", "technical: sysadmin", "article", "roles like system administrator"),
        ("next_roles", "technical: network-engineer", "article", "or network engineer"),
        ("next_roles", "cybersecurity-analyst", "article", "such as cybersecurity analyst"),
        ("next_roles", "specialist: cloud-specialist", "article", "or cloud specialist"),
        ("next_roles", "support-team-lead", "article", "becoming team leads"),
        ("next_roles", "management: it-manager", "article", "or IT managers"),
        ("next_roles", "customer-success-manager", "article", "like customer success manager"),
        ("next_roles", "customer-facing: sales-engineer", "article", "or sales engineer"),
        ("related", "tech-support", "article", "Technical support specialists need a blend"),
        ("related", "it-support", "remotely", "- Technical Support Specialist: Technical"),
    ],
    "application-support-analyst": [
        ("summary", "a particular application", "remotely", "specialize in supporting"),
        ("summary", "with its developers", "remotely", "work closely with developers"),
        ("responsibilities", "as long as they are used", "remotely", "ongoing support and"),
        ("responsibilities", "Install and upgrade", "remotely", "installations or upgrades"),
        ("responsibilities", "with developers", "remotely", "work closely with developers"),
        ("related", "it-support", "remotely", "- Application Support Analyst: These"),
    ],
    "field-support-tech": [
        ("summary", "on site", "remotely", "provide on-site technical support to customers"),
        ("summary", "lends a hand with IT systems", "remotely", "hands-on assistance with IT systems"),
        ("certifications", "CompTIA A+", "remotely", "such as CompTIA A+"),
        ("responsibilities", "Travel to customers", "remotely", "travel to customer locations"),
        ("responsibilities", "Install and repair hardware", "remotely", "install or repair hardware"),
        ("responsibilities", "Troubleshoot networks", "remotely", "troubleshoot network issues"),
        ("responsibilities", "in person", "remotely", "hands-on assistance with IT systems"),
        ("setting", "on site, at the customers' premises", "remotely", "customer locations"),
        ("related", "it-support", "remotely", "- Field Support Technician: Field support"),
    ],
    "tech-support-engineer": [
        ("summary", "one step behind the front line", "acwib", "one step removed from the customer"),
        ("summary", "product defects", "acwib", "(usually newly identified product defects)"),
        ("education_required", "a four-year degree", "acwib-guide", "with a 4-year degree"),
        ("responsibilities", "the hardest cases", "acwib", "handling the most difficult situations"),
        ("responsibilities", "newly found product defects", "acwib", "newly identified product"),
        ("responsibilities", "technical writers, at times", "acwib", "might also be involved in"),
        ("responsibilities", "in classes, at times", "acwib", "training classes for new users"),
        ("setting", "at one remove from the customer", "acwib", "one step removed from the customer"),
        ("related", "tech-support-rep", "acwib", "by Technical Support Representatives (usually"),
        ("related", "technical-writer", "acwib", "technical assistance to Technical Writers"),
    ],
    "technical-writer": [
        ("responsibilities", "Document a product", "acwib", "Writers documenting that particular product"),
        ("related", "tech-support-engineer", "acwib", "providing technical assistance to Technical"),
    ],
    "support-team-lead": [
        ("steps", "Start in tech support", "article", "move into managerial roles, becoming team leads"),
        ("responsibilities", "Oversee a support team", "article", "overseeing support teams"),
    ],
    "field-supervisor": [
        ("steps", "Work as an ISP technician", "opencourser", "With experience and additional training"),
        ("related", "isp-tech", "opencourser", "network engineer, field supervisor"),
        ("employers", "telecommunications", "opencourser", "within the telecommunications industry"),
    ],
    "sysadmin": [
        ("learning", "CompTIA, Cisco and AWS", "article", "certifications, like CompTIA, Cisco, and AWS"),
        ("skills", "Troubleshooting: brought along", "article", "leveraging their troubleshooting skills"),
    ],
    "network-engineer": [
        ("learning", "experience and further", "opencourser", "With experience and additional training"),
        ("learning", "CompTIA, Cisco and AWS", "article", "certifications, like CompTIA, Cisco, and AWS"),
        ("skills", "Troubleshooting: brought along", "article", "leveraging their troubleshooting skills"),
    ],
    "cybersecurity-analyst": [
        ("learning", "CompTIA, Cisco and AWS", "article", "certifications, like CompTIA, Cisco,"),
    ],
    "cloud-specialist": [
        ("learning", "CompTIA, Cisco and AWS", "article", "certifications, like CompTIA, Cisco, and AWS"),
    ],
    "it-manager": [
        ("learning", "CompTIA, Cisco and AWS", "article", "certifications, like CompTIA, Cisco, and AWS"),
        ("responsibilities", "Support Teams: oversees them", "article", "IT managers, overseeing support teams"),
        ("responsibilities", "Infrastructure: plans", "article", "strategizing IT infrastructure improvements"),
    ],
    "customer-success-manager": [
        ("learning", "continuous learning", "article", "Continuous learning and certifications"),
        ("skills", "Product Knowledge", "article", "their in-depth product knowledge"),
        ("responsibilities", "Client Satisfaction", "article", "drive client satisfaction"),
        ("related", "sales-engineer", "article", "customer success manager or sales engineer"),
    ],
    "sales-engineer": [
        ("learning", "continuous learning", "article", "Continuous learning and certifications"),
        ("skills", "Product Knowledge", "article", "their in-depth product knowledge"),
        ("responsibilities", "Sales: helps to make them", "article", "drive client satisfaction and sales"),
        ("related", "customer-success-manager", "article", "customer success manager or sales engineer"),
    ],
    "project-manager": [
        ("learning", "experience and further", "opencourser", "With experience and additional training"),
        ("setting", "telecommunications", "opencourser", "within the telecommunications industry"),
    ],
}

# Role -> the role that O*NET lists as related -> their occupations.
RELATED: dict[str, dict[str, tuple[str, str]]] = {
    "help-desk": {"noc-tech": ("15-1232", "15-1231")},
    "technical-support-specialist": {"noc-tech": ("15-1232", "15-1231")},
    "application-support-analyst": {"sysadmin": ("15-1232", "15-1244")},
    "field-support-tech": {"isp-tech": ("49-2011", "49-2022"), "help-desk": ("49-2011", "15-1232")},
    "tech-support-engineer": {"sysadmin": ("15-1232", "15-1244")},
    "technical-writer": {"project-manager": ("27-3042", "13-1082")},
    "support-team-lead": {"it-manager": ("15-1232", "11-3021")},
    "field-supervisor": {},
    "sysadmin": {
        "network-engineer": ("15-1244", "15-1241"),
        "noc-tech": ("15-1244", "15-1231"),
        "it-support": ("15-1244", "15-1232"),
    },
    "network-engineer": {
        "sysadmin": ("15-1241", "15-1244"),
        "noc-tech": ("15-1241", "15-1231"),
        "isp-tech": ("15-1241", "49-2022"),
    },
    "cybersecurity-analyst": {
        "sysadmin": ("15-1212", "15-1244"),
        "network-engineer": ("15-1212", "15-1241"),
        "cloud-specialist": ("15-1212", "15-1299.08"),
    },
    "cloud-specialist": {
        "sysadmin": ("15-1299.08", "15-1244"),
        "network-engineer": ("15-1299.08", "15-1241"),
        "cybersecurity-analyst": ("15-1299.08", "15-1212"),
    },
    "it-manager": {
        "project-manager": ("11-3021", "13-1082"),
        "sysadmin": ("11-3021", "15-1244"),
        "network-engineer": ("11-3021", "15-1241"),
    },
    "customer-success-manager": {},
    "sales-engineer": {"cloud-specialist": ("41-9031", "15-1299.08")},
    "project-manager": {"cloud-specialist": ("13-1082", "15-1299.08")},
}

ROWS = [
    pytest.param(role_id, row, id=f"{role_id}-{row[0]}-{number}")
    for role_id, rows in CITED.items()
    for number, row in enumerate(rows)
]

needs_documents = pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not here")
needs_onet = pytest.mark.skipif(not ONET.is_file(), reason="the O*NET 29.3 release is not here")


@cache
def profile(role_id: str) -> Role:
    return role_in(str(FOLDER / f"{role_id}.yaml"))


def links(role_id: str) -> list[Claim]:
    return [claim for claim in profile(role_id).own if is_link(claim)]


def is_link(claim: Claim) -> bool:
    return fields.BY_KEY[claim.field].kind == fields.LINKS and claim.value is not None


def plain(text: str) -> str:
    """Return a text on one line in lower case."""
    return " ".join(text.split()).casefold()


@cache
def document(source_id: str) -> str:
    return plain((SHARED / DOCUMENTS[source_id]).read_text(encoding="utf-8"))


# -- Which roles there are.


def test_the_folder_holds_the_roles_of_the_table_and_nothing_else() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{role_id}.yaml" for role_id in BUNDLED)


@pytest.mark.parametrize("role_id", BUNDLED)
def test_a_role_has_its_title_its_occupation_and_the_caveat_about_it(role_id: str) -> None:
    role, (title, occupation, caveat) = profile(role_id), BUNDLED[role_id]
    assert (role.title, role.occupation) == (title, occupation)
    assert [words for words in caveat if words not in role.occupation_note] == []
    assert role.occupation_caveat == OCCUPATION_CAVEATS.get(role_id, "")


@pytest.mark.parametrize("role_id", [role_id for role_id, (_, occupation, _) in BUNDLED.items() if occupation])
def test_the_occupation_of_a_role_is_one_that_the_bundled_releases_have(role_id: str) -> None:
    assert official.occupation(profile(role_id).occupation)


ALTERNATIVES = {
    "support-tech": "43-4051",
    "technical-support-specialist": "15-1231",
    "application-support-analyst": "15-1211",
    "tech-support-engineer": "15-1252",
    "network-engineer": "15-1244",
}
"""The other occupation that a role may belong to; the rest of the doubtful ones name none."""


def test_a_doubtful_role_names_the_other_occupation_it_may_belong_to_and_that_has_figures() -> None:
    named = {id: role.occupation_alternatives for id in BUNDLED if (role := profile(id)).occupation_alternatives}
    assert named == {id: (code,) for id, code in ALTERNATIVES.items()}
    for id, code in ALTERNATIVES.items():
        found = official.occupation(code)
        assert found
        assert any(claim.field == "median" and claim.value for claim in found.claims)
        assert code in profile(id).occupation_note or code in profile(id).occupation_caveat, id


def test_no_name_of_a_role_is_a_name_of_another() -> None:
    names = [
        name
        for role_id in BUNDLED
        for name in {spoken(each) for each in (role_id, profile(role_id).title, *profile(role_id).aliases)}
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def spoken(name: str) -> str:
    return name.casefold().replace("-", " ")


# -- Claims of the sixteen roles and their sources.


@pytest.mark.parametrize("role_id", OURS)
def test_a_role_has_five_fields_two_aliases_and_links(role_id: str) -> None:
    role = profile(role_id)
    told = {claim.field for claim in role.own if claim.value is not None and not is_link(claim)}
    assert len(told) >= 5
    assert len(set(role.aliases)) == len(role.aliases) >= 2
    assert links(role_id)


@pytest.mark.parametrize("role_id", OURS)
def test_every_claim_is_said_by_one_of_the_known_sources(role_id: str) -> None:
    assert {claim.source.id for claim in profile(role_id).own} <= SOURCES
    assert all(claim.source.publisher_or_title and claim.source.title for claim in profile(role_id).own)


@pytest.mark.parametrize("role_id", OURS)
def test_what_we_judge_ourselves_says_so_wherever_it_is_named(role_id: str) -> None:
    ours = {claim.source for claim in profile(role_id).own if claim.source.id == "editorial"}
    assert {(source.publisher, source.method, source.caveat) for source in ours} == {
        ("careercli", "opinion", "our own judgment")
    }


@pytest.mark.parametrize("role_id", OURS)
def test_no_claim_is_a_number_and_no_wage_is_named_but_where_there_is_none_for_a_reason(role_id: str) -> None:
    role = profile(role_id)
    assert [claim for claim in role.own if isinstance(claim.value, int | float)] == []
    wages = [claim for claim in role.own if fields.BY_KEY[claim.field].kind == fields.MONEY]
    said = {(claim.value, claim.source.id, claim.note) for claim in wages}
    assert said == ({(None, "editorial", NO_WAGE[role_id])} if role_id in NO_WAGE else set())


def test_every_role_without_a_wage_of_its_occupation_says_so() -> None:
    assert {role_id for role_id in OURS if not has_official_wage(profile(role_id).occupation)} == set(NO_WAGE)


def has_official_wage(code: str) -> bool:
    occupation = official.occupation(code) if code else None
    return any(claim.field in fields.WAGES and claim.value for claim in (occupation.claims if occupation else ()))


def test_a_key_of_a_source_means_the_same_source_in_every_profile() -> None:
    meant: dict[str, set[Source]] = {}
    for role_id in BUNDLED:
        for claim in profile(role_id).own:
            meant.setdefault(claim.source.id, set()).add(claim.source)
    assert {key: sources for key, sources in meant.items() if len(sources) > 1} == {}


# -- Links between roles.


def test_nothing_is_found_wrong_with_the_bundled_profiles() -> None:
    codes = {code for code, _, _ in official.titles()}
    assert check([str(FOLDER / f"{role_id}.yaml") for role_id in BUNDLED], {}, codes) == []


@pytest.mark.parametrize("role_id", OURS)
def test_a_link_has_the_title_of_the_role_it_leads_to(role_id: str) -> None:
    assert [claim for claim in links(role_id) if claim.as_printed != BUNDLED[str(claim.value)][0]] == []


@pytest.mark.parametrize("role_id", BUNDLED)
def test_a_link_leads_to_another_profile_or_says_that_there_is_none(role_id: str) -> None:
    assert [claim for claim in links(role_id) if claim.value == role_id] == []
    assert [claim for claim in links(role_id) if claim.value not in BUNDLED and not claim.note] == []


def test_next_roles_never_come_back_to_where_they_start_whatever_a_note_says() -> None:
    steps = {
        role_id: {str(claim.value) for claim in links(role_id) if claim.field == "next_roles"} for role_id in BUNDLED
    }
    order = list(TopologicalSorter(steps).static_order())  # raises CycleError
    assert set(order) >= set(BUNDLED)


# -- Claims that the sixteen roles attribute to a document.


def matching(role_id: str, row: Row) -> list[Claim]:
    """Return the claims of a profile that match a row of CITED."""
    field, words, source_id, _ = row
    return [
        claim
        for claim in profile(role_id).own
        if (claim.field, claim.source.id) == (field, source_id) and words in f"{claim.item}: {claim.value}"
    ]


@pytest.mark.parametrize(("role_id", "row"), ROWS)
def test_each_cited_row_is_exactly_one_claim_of_its_profile(role_id: str, row: Row) -> None:
    assert role_id in OURS
    assert len(matching(role_id, row)) == 1


@pytest.mark.parametrize("role_id", OURS)
def test_nothing_is_put_in_the_mouth_of_a_document_without_a_row(role_id: str) -> None:
    known = [claim for row in CITED.get(role_id, ()) for claim in matching(role_id, row)]
    assert [claim for claim in profile(role_id).own if claim.source.id in DOCUMENTS and claim not in known] == []


@needs_documents
@pytest.mark.parametrize(("source_id", "words"), sorted({row[2:] for rows in CITED.values() for row in rows}))
def test_the_words_that_bear_a_cited_claim_out_stand_in_its_document(source_id: str, words: str) -> None:
    assert plain(words) in document(source_id)


# -- Claims that the sixteen roles attribute to O*NET.


@pytest.mark.parametrize("role_id", OURS)
def test_the_roles_that_onet_relates_are_those_of_the_table_with_their_codes(role_id: str) -> None:
    found = {str(claim.value): claim for claim in links(role_id) if claim.source.id == "onet-related"}
    assert set(found) == set(RELATED[role_id])
    for other, codes in RELATED[role_id].items():
        assert codes == (BUNDLED[role_id][1], BUNDLED[other][1])
        assert found[other].field == "related"
        assert [code for code in codes if code not in found[other].note] == []
        assert "likeness, not a move" in found[other].note


@pytest.mark.parametrize("role_id", OURS)
def test_onet_is_named_for_related_roles_only(role_id: str) -> None:
    assert {claim.field for claim in profile(role_id).own if claim.source.id == "onet-related"} <= {"related"}


@needs_onet
@pytest.mark.parametrize("pair", sorted({pair for pairs in RELATED.values() for pair in pairs.values()}))
def test_onet_lists_the_related_occupation(pair: tuple[str, str]) -> None:
    assert tuple(map(onet_code, pair)) in related_occupations()


def onet_code(code: str) -> str:
    return code if "." in code else f"{code}.00"


@cache
def related_occupations() -> set[tuple[str, str]]:
    rows = onet.table(ONET, "Related Occupations")
    return {(row["O*NET-SOC Code"], row["Related O*NET-SOC Code"]) for row in rows}


# -- Education, where O*NET's raters contradict a profile.


@pytest.mark.parametrize("role_id", ["cloud-specialist", "field-support-tech", "help-desk", "tech-support-rep"])
def test_what_a_profile_says_of_onets_raters_is_what_they_say(role_id: str) -> None:
    notes = "".join({claim.note for claim in profile(role_id).own if claim.field == "education_required"})
    occupation = official.occupation(profile(role_id).occupation)
    assert occupation
    reported = [claim for claim in occupation.claims if claim.field == "education_reported"]
    shares = re.findall(r"([\d.]+) %", notes)
    assert shares
    assert set(shares) <= {claim.as_printed for claim in reported if claim.value}
    rated_by = re.search(r"(\d+) (workers|experts)", reported[0].note)
    month = date.fromisoformat(f"{reported[0].as_of}-01").strftime("%B %Y")
    assert rated_by
    assert [part for part in (*rated_by.groups(), month) if part not in notes] == []


def test_itil_foundation_says_whose_it_is_and_which_version_is_current() -> None:
    said = {
        role_id: f"{claim.item} {claim.value} {claim.note}"
        for role_id in BUNDLED
        for claim in profile(role_id).own
        if "ITIL Foundation" in (claim.item, claim.value)
    }
    assert set(said) == {"application-support-analyst", "help-desk", "it-manager", "support-team-lead"}
    assert [text for text in said.values() if "PeopleCert" not in text or "Version 5" not in text] == []


# -- Facts are taken from documents, sentences are not.

LONGEST_RUN = 7
"""Longest run of words that a profile may share with a document: enough for a title, not for a sentence."""


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of words that is one word longer than allowed."""
    words = re.findall(r"\w+", text.casefold())
    size = LONGEST_RUN + 1
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


@cache
def runs_of_documents() -> set[tuple[str, ...]]:
    documents = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return set().union(*map(runs, documents))


def texts_of(role_id: str) -> list[str]:
    """Return the texts of a profile one by one, so that a list of names and figures does not form a sentence."""
    role = profile(role_id)
    said = [role.title, role.occupation_note, role.occupation_caveat, *role.aliases]
    for claim in role.own:
        source = claim.source
        said += [str(claim.value), claim.item, claim.as_printed, claim.note, claim.caveat, source.title, source.note]
    return said + (FOLDER / f"{role_id}.yaml").read_text(encoding="utf-8").splitlines()


@needs_documents
@pytest.mark.parametrize("role_id", BUNDLED)
def test_no_sentence_of_a_source_document_is_copied(role_id: str) -> None:
    assert len(runs_of_documents()) > 3000
    assert {run for text in texts_of(role_id) for run in runs(text) & runs_of_documents()} == set()
