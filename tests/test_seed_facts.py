"""Test that the bundled profiles state every fact of their source documents, and nothing else.

FACTS lists the facts of the five documents, one row a fact: field, item, value, the value as printed,
and other attributes of the claim. A tuple as value lists words that the claim's text must contain,
as profiles restate facts in their own words.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from careercli.model import fields
from careercli.model.claims import Claim, Role
from tests.make import role_in

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "careercli" / "data" / "roles"

Fact = tuple[Any, ...]

YEAR = {"period": "year", "currency": "USD"}
HOUR = {"period": "hour", "currency": "USD"}
ENTRY = {**HOUR, "experience": "entry"}
NEW = {**HOUR, "experience": "experienced-new"}
EXPERIENCED = {**HOUR, "experience": "experienced"}
SISTER = {"source": "acwib-guide"}
METHOD = {"source": "zippia-method", "as_of": "2022-03"}
MADE_OF = ("weighted average", "job postings")

FACTS: dict[str, list[Fact]] = {
    "noc-tech": [
        ("estimate", "", 64272, "$64,272", {**YEAR, "statistic": "estimate", "method": "model"}),
        ("estimate", "", 64272, "$64,272", {**YEAR, "note": "average without saying of what"}),
        ("estimate", "", 64272, "$64,272", {**YEAR, "note": "45,884 (22.06 an hour, 48,270 jobs)"}),
        ("estimate", "", 64272, "$64,272", {**YEAR, "note": "40.1 %"}),
        ("estimate", "", 30.9, "$30.90", {**HOUR, "statistic": "estimate", "note": "Exactly the yearly figure"}),
        ("low", "", 41000, "$41,000", {**YEAR, "statistic": "low"}),
        ("high", "", 99000, "$99,000", {**YEAR, "statistic": "high"}),
        ("high", "", 99000, "$99,000", {**YEAR, "note": "middle of the range, 70,000"}),
        ("pay_factors", "Zippia's own figures", MADE_OF, None, {**METHOD, "note": "BLS, foreign labor certification"}),
        ("pay_factors", "Zippia's own figures", MADE_OF, None, {**METHOD, "note": "any title, not of what moves pay"}),
        ("best_city", "", "Mountain View, CA", None, {"note": "No amount"}),
        ("best_state", "", "California", None, {"note": "No amount"}),
        ("best_company", "", "Bloomberg", None, {"note": "No amount"}),
        ("best_industry", "", "Retail", None, {"note": "cannot be checked"}),
        ("growth", "", 5, "5%", {"statistic": "change", "note": "No period"}),
        ("growth", "", 5, "5%", {"note": "5 % for many network titles"}),
        ("jobs", "", 68874, "68,874", {"statistic": "count", "note": "Held or open is not said"}),
        ("satisfaction", "", None, None, {"note": "dash"}),
        ("degree_held", "Bachelor's degree", 49, "49%", {"statistic": "share", "note": "not what employers ask for"}),
        ("major", "", "Computer Information Systems", None, {}),
        ("college", "", "University of Pennsylvania", None, {}),
        ("time_to_become", "", "1-2 years", None, {}),
        ("years_experience", "", 2, "2", {"note": "without a unit; the upper end of the time to become"}),
        ("skills", "Troubleshoot", 9, "9%", {"statistic": "share", "note": "never states"}),
        ("skills", "Troubleshoot", 9, "9%", {"note": "adds up to 38"}),
        ("skills", "Troubleshoot", 9, "9%", {"note": "top three"}),
        ("skills", "Network Operations", 8, "8%", {"note": "top three"}),
        ("skills", "Customer Service", 7, "7%", {"note": "top three"}),
        ("skills", "NOC", 5, "5%", {}),
        ("skills", "Switches", 5, "5%", {}),
        ("skills", "Technical Support", 4, "4%", {}),
        ("soft_skills", "", "organization", None, {}),
        ("soft_skills", "", ("explaining", "network problems"), None, {}),
        ("soft_skills", "", ("listening", "customers"), None, {}),
        ("technologies", "", "DMS", None, {}),
        ("technologies", "", "SNMP", None, {}),
        ("technologies", "", "X.400-500", None, {}),
        ("technologies", "", "VPN", None, {}),
        ("technologies", "", ("NIDs",), None, {}),
        ("technologies", "", ("F5 BigIP", "GTM", "LTM"), None, {}),
        ("technologies", "", "iRules", None, {}),
        ("technologies", "", "SSL", None, {}),
        ("technologies", "", "BGP", None, {}),
        ("technologies", "", "OSPF", None, {}),
        ("technologies", "", "DNS", None, {}),
        ("technologies", "", "Unix", None, {}),
        ("technologies", "", ("Cisco", "routers", "switches"), None, {}),
        ("technologies", "", ("Aruba", "wireless controllers"), None, {}),
        ("family", "", "Computer and mathematical", None, {}),
        ("summary", "", ("technical help", "computer network"), None, {}),
        ("summary", "", ("repairs networks and routers",), None, {}),
        ("summary", "", ("customer", "finds the source"), None, {}),
        ("summary", "", ("step-by-step guidelines",), None, {}),
        ("summary", "", ("configures servers",), None, {}),
        ("summary", "", ("better infrastructure",), None, {}),
        ("summary", "", ("preventive maintenance",), None, {}),
        ("summary", "", ("organized", "technically"), None, {}),
        ("responsibilities", "", ("digital", "voice and data", "DMS", "SNMP", "X.400-500"), None, {}),
        ("responsibilities", "", ("NIDs", "VPN", "private IP"), None, {}),
        ("responsibilities", "", ("F5 BigIP GTM/LTM", "iRules", "SSL offload", "WIPs", "VIPs"), None, {}),
        ("responsibilities", "", ("basic routing", "BGP", "OSPF"), None, {}),
        ("responsibilities", "", ("DNS", "stores", "call centers", "vendors", "Unix"), None, {}),
        ("responsibilities", "", ("Cisco routers and switches", "Aruba wireless controllers"), None, {}),
        ("setting", "", "stores", None, {"note": "example duties"}),
        ("setting", "", "call centers", None, {"note": "example duties"}),
        ("setting", "", "vendors", None, {"note": "example duties"}),
        ("age", "", 43, "43", {"statistic": "age"}),
        ("gender", "Male", 83.7, "83.7%", {"statistic": "share"}),
        ("gender", "Female", 16.3, "16.3%", {"statistic": "share"}),
        ("race", "Black or African American", 8.9, "8.9%", {"statistic": "share"}),
        ("race", "Unknown", 5.1, "5.1%", {"note": "100.1"}),
        ("race", "Hispanic or Latino", 12.6, "12.6%", {"note": "counted among races"}),
        ("race", "Asian", 8.8, "8.8%", {"note": "no year or base"}),
        ("race", "White", 64.4, "64.4%", {}),
        ("race", "American Indian and Alaska Native", 0.3, "0.3%", {}),
        ("lgbt", "", 9, "9%", {"statistic": "share"}),
        ("employers", "", "Bloomberg", None, {"note": "best-paying company"}),
    ],
    "support-tech": [
        ("estimate", "", 36361, "$36,361", {**YEAR, "statistic": "estimate", "method": "model"}),
        ("estimate", "", 36361, "$36,361", {**YEAR, "note": "average without saying of what"}),
        ("estimate", "", 17.48, "$17.48", {**HOUR, "statistic": "estimate", "note": "36,358.40"}),
        ("estimate", "", 17.48, "$17.48", {**HOUR, "note": "2,080 hours"}),
        ("low", "", 23000, "$23,000", {**YEAR, "statistic": "low"}),
        ("high", "", 56000, "$56,000", {**YEAR, "statistic": "high"}),
        ("high", "", 56000, "$56,000", {**YEAR, "note": "middle of the range, 39,500"}),
        ("pay_factors", "Zippia's own figures", MADE_OF, None, {**METHOD, "note": "BLS, foreign labor certification"}),
        ("pay_factors", "Zippia's own figures", MADE_OF, None, {**METHOD, "note": "any title, not of what moves pay"}),
        ("best_city", "", "New York, NY", None, {"note": "No amount"}),
        ("best_city", "", "New York, NY", None, {"note": "not in the best-paying state"}),
        ("best_state", "", "New Jersey", None, {"note": "No amount"}),
        ("best_company", "", "Adobe", None, {"note": "No amount"}),
        ("best_industry", "", "Technology", None, {"note": "No amount"}),
        ("growth", "", 10, "10%", {"statistic": "change", "note": "No period"}),
        ("growth", "", 10, "10%", {"note": "10 % for many support titles"}),
        ("growth", "", 10, "10%", {"note": "9 % over 2020-30 and 6 % over 2023-33"}),
        ("growth", "", 10, "10%", {"note": "−2.7 % over 2024-34"}),
        ("jobs", "", 117102, "117,102", {"statistic": "count", "note": "Held or open is not said"}),
        ("satisfaction", "", None, None, {"note": "dash"}),
        ("degree_held", "Bachelor's degree", 46, "46%", {"statistic": "share", "note": "not what employers ask for"}),
        ("major", "", "Business", None, {}),
        ("college", "", "Stanford University", None, {}),
        ("time_to_become", "", "1-2 years", None, {}),
        ("years_experience", "", 2, "2", {"note": "without a unit; the upper end of the time to become"}),
        ("skills", "Customer Service", 12, "12%", {"statistic": "share", "note": "never states"}),
        ("skills", "Customer Service", 12, "12%", {"note": "first two tied"}),
        ("skills", "Customer Service", 12, "12%", {"note": "adds up to 55"}),
        ("skills", "Customer Support", 12, "12%", {"note": "first three as the most important"}),
        ("skills", "SQL", 9, "9%", {"note": "first three as the most important"}),
        ("skills", "Customer Inquiries", 8, "8%", {}),
        ("skills", "Java", 7, "7%", {}),
        ("skills", "Customer Issues", 7, "7%", {}),
        ("technologies", "", "TCP/IP", None, {"note": "fit the description badly"}),
        ("technologies", "", "IBM UNIX servers", None, {}),
        ("technologies", "", "SQL Server", None, {}),
        ("technologies", "", "Microsoft servers", None, {}),
        ("technologies", "", "Linux", None, {}),
        ("technologies", "", "SCCM", None, {}),
        ("tools", "", "instruction manuals", None, {}),
        ("tools", "", "technical tickets", None, {}),
        ("family", "", "Computer and mathematical", None, {}),
        ("summary", "", ("complaints", "from a distance", "one step after another"), None, {}),
        ("summary", "", ("set up", "programs"), None, {}),
        ("summary", "", ("manual",), None, {}),
        ("summary", "", ("answers", "inquiries"), None, {}),
        ("summary", "", ("escalates", "immediate supervisor"), None, {}),
        ("summary", "", ("watches how systems do",), None, {}),
        ("summary", "", ("technical tickets",), None, {}),
        ("responsibilities", "", ("TCP/IP database", "inventory", "hospital", "printers", "scanners"), None, {}),
        ("responsibilities", "", ("backups", "replication", "disaster recovery"), None, {}),
        ("responsibilities", "", ("new IBM UNIX servers", "on site"), None, {}),
        ("responsibilities", "", ("SQL server", "optical", "scanning"), None, {}),
        ("responsibilities", "", ("Microsoft servers", "web hosting", "Linux"), None, {}),
        ("responsibilities", "", ("SCCM", "user profiles"), None, {"note": "résumés"}),
        ("setting", "", "remote support", None, {}),
        ("setting", "", "hospitals", None, {"note": "example duties"}),
        ("setting", "", "web hosting", None, {"note": "example duties"}),
        ("age", "", 42, "42", {"statistic": "age"}),
        ("gender", "Male", 66.1, "66.1%", {"statistic": "share"}),
        ("gender", "Female", 33.9, "33.9%", {"statistic": "share"}),
        ("race", "Black or African American", 10.7, "10.7%", {"statistic": "share"}),
        ("race", "Unknown", 5.4, "5.4%", {"note": "100.0"}),
        ("race", "Hispanic or Latino", 16.2, "16.2%", {"note": "counted among races"}),
        ("race", "Asian", 10.6, "10.6%", {"note": "no year or base"}),
        ("race", "White", 56.7, "56.7%", {}),
        ("race", "American Indian and Alaska Native", 0.4, "0.4%", {}),
        ("lgbt", "", 11, "11%", {"statistic": "share"}),
        ("employers", "", "Adobe", None, {"note": "best-paying company"}),
    ],
    "it-support": [
        ("median", "", 54760, "$54,760", {**YEAR, "statistic": "median", "method": "survey", "area": "US"}),
        ("median", "", 54760, "$54,760", {"as_of": "2020-05", "population": "15-1230"}),
        ("median", "", 54760, "$54,760", {"note": "Headed an average"}),
        ("median", "", 54760, "$54,760", {"note": "May 2019 for the broad code 15-1230"}),
        ("median", "", 55510, "$55,510", {**YEAR, "source": "ooh", "as_of": "2020-05", "population": "15-1230"}),
        ("median", "", 55510, "$55,510", {"source": "ooh", "note": "57,910 in 2021 (network 62,760, user 49,770)"}),
        ("median", "", 55510, "$55,510", {"source": "ooh", "note": "61,550 in 2024 (user 60,340)"}),
        ("low", "", 36000, "around $36,000", {**YEAR, "bound": "~", "as_of": "", "note": "mixes around with over"}),
        ("high", "", 82000, "over $82,000", {**YEAR, "bound": ">", "as_of": "", "note": "mixes around with over"}),
        ("high", "", 82000, "over $82,000", {"bound": ">", "note": "31,220 and 84,510 in May 2018"}),
        ("pay_factors", "", "location", None, {}),
        ("pay_factors", "", "experience", None, {}),
        ("pay_factors", "", "industry", None, {}),
        ("pay_factors", "", ("size", "reputation"), None, {}),
        ("pay_factors", "", "responsibilities", None, {}),
        ("pay_factors", "", ("expertise",), None, {}),
        ("growth", "", None, None, {"note": "no number"}),
        ("growth", "", None, None, {"note": "9 % over 2020-30, 6 % over 2023-33"}),
        ("growth", "", None, None, {"note": "−2.7 % over 2024-34"}),
        ("jobs", "", None, None, {"note": "no count"}),
        ("demand", "", ("keep rising",), None, {"note": "without a number"}),
        ("education_required", "", ("degree is not always required",), None, {}),
        ("education_required", "", ("computer science", "information systems", "technical support"), None, {}),
        ("steps", "", ("Study", "without a degree"), None, {}),
        ("steps", "", ("technical skills", "projects", "internships", "entry-level"), None, {}),
        ("steps", "", ("saying technical things plainly", "writing"), None, {}),
        ("steps", "", ("Work with customers",), None, {}),
        ("steps", "", ("certification", "CompTIA A+"), None, {}),
        ("certifications", "", "CompTIA A+", None, {"note": "hardware, software, networking and troubleshooting"}),
        ("skills", "Technical Knowledge", ("operating systems", "networking", "troubleshooting"), None, {}),
        ("skills", "Technical Knowledge", ("common software", "hardware"), None, {}),
        ("skills", "Problem-Solving", ("what is wrong", "critically"), None, {}),
        ("skills", "Communication", ("explaining", "active listening"), None, {}),
        ("skills", "Patience and Empathy", ("calm", "frustrated", "confused"), None, {}),
        ("skills", "Time Management", ("several inquiries",), None, {"note": "top five"}),
        ("tools", "help-desk software", ("Zendesk", "Freshdesk"), None, {}),
        ("tools", "remote access", ("TeamViewer", "Remote Desktop"), None, {}),
        ("tools", "diagnostics", ("system monitoring", "network analyzers"), None, {}),
        ("tools", "knowledge base", ("articles", "guides"), None, {}),
        ("tools", "communication", ("email", "phone", "chat"), None, {}),
        ("summary", "", ("front line of IT", "comes here first"), None, {}),
        ("summary", "", ("hardware, software", "IT service"), None, {}),
        ("responsibilities", "", ("Troubleshoot", "software"), None, {}),
        ("responsibilities", "", ("complex systems", "applications", "devices"), None, {}),
        ("responsibilities", "", ("inquiries", "phone", "email", "chat"), None, {}),
        ("responsibilities", "", ("Document", "ticketing system"), None, {}),
        ("responsibilities", "", ("Escalate", "IT department"), None, {}),
        ("setting", "", ("front line", "IT department"), None, {}),
        ("setting", "", "phone, email and chat", None, {}),
        ("role_types", "", "help-desk", ("Help Desk Support", "call center", "from afar"), {}),
        ("role_types", "", "technical-support-specialist", ("Technical Support Specialist", "escalates"), {}),
        ("role_types", "", "technical-support-specialist", ("in-depth guidance",), {}),
        ("role_types", "", "application-support-analyst", ("Application Support Analyst", "developers"), {}),
        ("role_types", "", "application-support-analyst", ("installs, upgrades",), {}),
        ("role_types", "", "field-support-tech", ("Field Support Technician", "on site", "travels"), {}),
        ("locations", "San Francisco, CA", ("technology industry",), None, {"note": "no figure"}),
        ("locations", "New York, NY", ("finance", "technology"), None, {"note": "no figure"}),
        ("locations", "Seattle, WA", ("Microsoft", "Amazon"), None, {"note": "no figure"}),
        ("locations", "Austin, TX", ("startup",), None, {"note": "no figure"}),
        ("locations", "Chicago, IL", ("mixed economy",), None, {"note": "no figure"}),
        ("employers", "", "Microsoft", None, {"note": "Seattle"}),
        ("employers", "", "Amazon", None, {"note": "Seattle"}),
    ],
    "tech-support-rep": [
        ("low", "", 6, "$6", {**ENTRY, "statistic": "low", "as_of": "", "area": ""}),
        ("low", "", 6, "$6", {**ENTRY, "note": "below the federal minimum wage"}),
        ("low", "", 6, "$6", {**ENTRY, "note": "pre-2009"}),
        ("low", "", 6, "$6", {**ENTRY, "note": "6.55 since July 2008 and 7.25 since July 2009"}),
        ("low", "", 6, "$6", {**ENTRY, "note": "California's, 6.25 since January 2001"}),
        ("high", "", 22, "$22", {**ENTRY, "statistic": "high", "as_of": "", "area": ""}),
        ("mean", "", 15, "$15", {**ENTRY, "statistic": "mean", "method": "unknown", "as_of": "", "area": ""}),
        ("mean", "", 15, "$15", {**ENTRY, "note": "not the midpoint, 14."}),
        ("low", "", 10, "$10", {**NEW, "statistic": "low", "as_of": "", "area": ""}),
        ("high", "", 31, "$31", {**NEW, "statistic": "high", "as_of": "", "area": ""}),
        ("mean", "", 18, "$18", {**NEW, "statistic": "mean", "method": "unknown", "as_of": "", "area": ""}),
        ("mean", "", 18, "$18", {**NEW, "note": "not the midpoint, 20.5"}),
        ("mean", "", 18, "$18", {**NEW, "note": "new to the job"}),
        ("low", "", 13, "$13", {**EXPERIENCED, "statistic": "low", "as_of": "", "area": ""}),
        ("high", "", 37, "$37", {**EXPERIENCED, "statistic": "high", "as_of": "", "area": ""}),
        ("mean", "", 24, "$24", {**EXPERIENCED, "statistic": "mean", "method": "unknown", "as_of": "", "area": ""}),
        ("mean", "", 24, "$24", {**EXPERIENCED, "note": "not the midpoint, 25."}),
        ("mean", "", 24, "$24", {**EXPERIENCED, "note": "bands overlap"}),
        ("mean", "", 24, "$24", {**EXPERIENCED, "note": "likely the Bay Area"}),
        ("education_required", "", ("high school diploma", "GED"), None, SISTER),
        ("education_required", "", ("GED",), None, {"caveat": "O*NET's workers ask for more today"}),
        ("soft_skills", "", "patience", None, {"note": "critical"}),
        ("tools", "expert system", ("some companies", "steps"), None, {}),
        ("tools", "documentation", ("one knows", "colleagues"), None, {}),
        ("summary", "", ("Frontline",), None, {}),
        ("summary", "", ("telephone", "most of the day"), None, {}),
        ("summary", "", ("couple of minutes", "an hour or more"), None, {}),
        ("responsibilities", "", ("by telephone", "minutes", "an hour or longer"), None, {}),
        ("responsibilities", "", ("Wait", "restart"), None, {}),
        ("responsibilities", "", ("email", "nothing else"), None, {}),
        ("responsibilities", "", ("Document each call", "problem", "solution"), None, {}),
        ("setting", "", ("call center", "help desk technicians"), None, {}),
        ("setting", "", ("very small companies", "one or two"), None, {}),
        ("schedule", "", ("Variable", "around the clock"), None, {}),
        ("next_roles", "", "tech-support-engineer", "Technical Support Engineer", {"source": "acwib"}),
        ("next_roles", "", "tech-support-engineer", None, {"note": "one step"}),
        ("next_roles", "", "senior-tech-support-rep", "Senior Technical Support Representative", SISTER),
        ("next_roles", "", "call-center-manager", "Call Center Manager", SISTER),
        ("next_roles", "", "tech-support-coordinator", "Technical Support Coordinator", SISTER),
        ("next_roles", "", "tech-support-coordinator", None, {**SISTER, "note": "only the engineer has a profile"}),
        ("next_roles", "with a four-year degree", "tech-support-engineer", "Technical Support Engineer", SISTER),
        ("related", "", "help-desk", "Help Desk Technician", {"note": "same call center"}),
        ("related", "", "tech-support-engineer", "Technical Support Engineer", {"note": "hardest cases"}),
        ("related", "", "tech-support-engineer", "Technical Support Engineer", {"note": "defects just discovered"}),
        ("related", "", "tech-support-engineer", "Technical Support Engineer", {"note": "helps technical writers"}),
        ("related", "", "tech-support-engineer", "Technical Support Engineer", {"note": "trains new users"}),
        ("related", "", "technical-writer", "Technical Writer", {"note": "Documents the product"}),
        ("related", "", "instructor", "Instructor", {**SISTER, "note": "transferable"}),
        ("related", "", "consultant", "Consultant", {**SISTER, "note": "transferable"}),
        ("related", "", "customer-service-rep", "Customer Service Representative", {**SISTER, "note": "transferable"}),
        ("related", "", "pc-repair-tech", "PC Repair Technician", {**SISTER, "note": "transferable"}),
    ],
    "tech-support": [
        ("estimate", "", None, None, {"note": "prints no pay"}),
        ("low", "", None, None, {"note": "prints no pay"}),
        ("high", "", None, None, {"note": "prints no pay"}),
        ("growth", "", None, None, {"note": "prints no growth"}),
        ("jobs", "", None, None, {"note": "prints no count"}),
        ("education_required", "", None, None, {"note": "names no education"}),
        ("certifications", "", "CompTIA", None, {"note": "Vendors only"}),
        ("certifications", "", "Cisco", None, {"note": "Vendors only"}),
        ("certifications", "", "AWS", None, {"note": "Vendors only"}),
        ("learning", "", ("technology of the company",), None, {}),
        ("learning", "", ("continuous learning", "certifications"), None, {}),
        ("skills", "Operating Systems", ("Windows", "macOS", "Linux"), None, {"note": "technical skills"}),
        ("skills", "Networking", ("LAN", "WAN", "VPN"), None, {}),
        ("skills", "Hardware", ("computers", "printers", "mobile"), None, {}),
        ("skills", "Software Troubleshooting", ("installing", "configuring", "conflicts"), None, {}),
        ("skills", "Scripting and Automation", ("Python", "Bash"), None, {}),
        ("skills", "Security Protocols", ("malware removal", "firewalls", "data protection"), None, {}),
        ("skills", "Remote Support Tools", ("TeamViewer", "AnyDesk", "operating system"), None, {}),
        ("soft_skills", "Communication", ("clear", "not technical"), None, {}),
        ("soft_skills", "Patience", ("calm", "frustrated"), None, {}),
        ("soft_skills", "Problem-Solving", ("quick", "analytical"), None, {}),
        ("soft_skills", "Adaptability", ("technologies", "every level"), None, {}),
        ("soft_skills", "Empathy", ("reassuring",), None, {}),
        ("soft_skills", "Time Management", ("busy times",), None, {}),
        ("soft_skills", "Team Collaboration", ("IT colleagues", "departments"), None, {}),
        ("tools", "", "TeamViewer", None, {}),
        ("tools", "", "AnyDesk", None, {}),
        ("tools", "", ("built into the operating system",), None, {}),
        ("tools", "", "ticketing system", None, {}),
        ("technologies", "", "Windows", None, {}),
        ("technologies", "", "macOS", None, {}),
        ("technologies", "", "Linux", None, {}),
        ("technologies", "", "LAN", None, {}),
        ("technologies", "", "WAN", None, {}),
        ("technologies", "", "VPN", None, {}),
        ("technologies", "", "Python", None, {}),
        ("technologies", "", "Bash", None, {}),
        ("technologies", "", "firewalls", None, {}),
        ("summary", "", ("businesses and homes",), None, {}),
        ("summary", "", ("hardware", "software", "outages short"), None, {}),
        ("responsibilities", "", ("software, hardware and network problems", "step by step"), None, {}),
        ("responsibilities", "", ("higher-level support",), None, {}),
        ("responsibilities", "", ("setup", "maintenance tips"), None, {}),
        ("responsibilities", "", ("simple words",), None, {}),
        ("responsibilities", "", ("Log issues and solutions", "records"), None, {}),
        ("responsibilities", "", ("up to date", "technology"), None, {}),
        ("responsibilities", "", ("several things at a time",), None, {}),
        ("setting", "", "businesses", None, {}),
        ("setting", "", "homes", None, {}),
        ("challenges", "Technical Knowledge Gaps", ("upskilling",), None, {}),
        ("challenges", "Customer Communication", ("plain language", "listening"), None, {}),
        ("challenges", "High-Stress Environment", ("breaks", "stress management", "culture"), None, {}),
        ("challenges", "Problem-Solving", ("creativity", "collaboration"), None, {}),
        ("challenges", "Time Management", ("ticketing system", "priorities"), None, {}),
        ("challenges", "Keeping Up with Technology", ("workshops", "industry news"), None, {}),
        ("next_roles", "technical", "sysadmin", "System Administrator", {}),
        ("next_roles", "technical", "network-engineer", "Network Engineer", {}),
        ("next_roles", "specialist", "cybersecurity-analyst", "Cybersecurity Analyst", {}),
        ("next_roles", "specialist", "cloud-specialist", "Cloud Specialist", {}),
        ("next_roles", "management", "support-team-lead", "Team Lead", {}),
        ("next_roles", "management", "it-manager", "IT Manager", {}),
        ("next_roles", "customer-facing", "customer-success-manager", "Customer Success Manager", {}),
        ("next_roles", "customer-facing", "sales-engineer", "Sales Engineer", {}),
    ],
    "isp-tech": [
        ("estimate", "", None, None, {"note": "prints no pay"}),
        ("low", "", None, None, {"note": "prints no pay"}),
        ("high", "", None, None, {"note": "prints no pay"}),
        ("growth", "", None, None, {"note": "no number"}),
        ("jobs", "", None, None, {"note": "no count"}),
        ("demand", "", ("Telecommunications", "growing industry"), None, {"note": "without a number"}),
        ("education_required", "formal education", ("none required",), None, {}),
        ("education_required", "high school diploma or equivalent", ("preferred",), None, {}),
        ("education_required", "technical training", ("telecommunications", "computer science"), None, {}),
        ("certifications", "", ("Certified Broadband Installer (CBI)",), None, {"note": "BICSI"}),
        ("certifications", "", ("Broadband Installer (CBI)",), None, {"caveat": "credited to BICSI; unverified"}),
        ("certifications", "", ("Certified Broadband Installer (CBI)",), None, {"note": "(BPI) of SCTE"}),
        ("learning", "", ("online courses", "network fundamentals"), None, {}),
        ("learning", "", ("online courses", "troubleshooting"), None, {}),
        ("learning", "", ("online courses", "customer service"), None, {}),
        ("learning", "", ("hands-on", "many technologies"), None, {}),
        ("soft_skills", "", "customer service", None, {}),
        ("soft_skills", "", "communication", None, {}),
        ("soft_skills", "", "interpersonal skills", None, {}),
        ("soft_skills", "", "problem-solving", None, {}),
        ("tools", "traffic analysis", ("specialized software",), None, {}),
        ("tools", "outage detection", ("specialized software", "before customers"), None, {}),
        ("technologies", "", "routers", None, {}),
        ("technologies", "", "modems", None, {}),
        ("technologies", "", "cables", None, {}),
        ("summary", "", ("Installs, maintains and repairs", "internet service providers"), None, {}),
        ("summary", "", ("differ with the employer",), None, {}),
        ("responsibilities", "Installing", ("configures", "routers", "modems", "cables"), None, {}),
        ("responsibilities", "Installing", ("homes and firms",), None, {}),
        ("responsibilities", "Repairing", ("hardware, software and line faults", "damaged equipment"), None, {}),
        ("responsibilities", "Monitoring", ("network traffic", "outages"), None, {}),
        ("responsibilities", "Customer support", ("explains", "concerns"), None, {}),
        ("setting", "", "residential customers", None, {}),
        ("setting", "", "commercial customers", None, {}),
        ("next_roles", "", "network-engineer", "Network Engineer", {"note": "experience and further training"}),
        ("next_roles", "", "field-supervisor", "Field Supervisor", {}),
        ("next_roles", "", "project-manager", "Project Manager", {}),
        ("employers", "", "internet service providers", None, {}),
        ("employers", "", "telecommunications companies", None, {}),
    ],
}

SOURCES = {
    ("noc-tech", "zippia"): ("Zippia", "https://www.zippia.com/network-operation-technician-jobs/", "model"),
    ("noc-tech", "zippia-method"): ("Zippia", "https://www.zippia.com/salary-methodology/", "unknown"),
    ("support-tech", "zippia"): ("Zippia", "https://www.zippia.com/network-operation-technician-jobs/", "model"),
    ("support-tech", "zippia-method"): ("Zippia", "https://www.zippia.com/salary-methodology/", "unknown"),
    ("it-support", "remotely"): ("remotely.jobs", "https://remotely.jobs/it-customer-support-jobs", "unknown"),
    ("it-support", "ooh"): ("US Bureau of Labor Statistics", "https://www.bls.gov/ooh/", "survey"),
    ("tech-support-rep", "acwib"): ("Alameda County Workforce Investment Board", "http://www.acwib.org/cg/", "unknown"),
    ("tech-support-rep", "acwib-guide"): ("Alameda County Workforce Investment Board", "", "unknown"),
    ("tech-support", "article"): ("", "", "unknown"),
    ("isp-tech", "opencourser"): ("OpenCourser", "https://opencourser.com/career/i1hztq/isp-technician", "unknown"),
}

# Lists that keep the order of the documents.
ORDERS = {
    ("noc-tech", "skills"): (
        "Troubleshoot", "Network Operations", "Customer Service", "NOC", "Switches", "Technical Support",
    ),
    ("support-tech", "skills"): (
        "Customer Service", "Customer Support", "SQL", "Customer Inquiries", "Java", "Customer Issues",
    ),
    ("it-support", "skills"): (
        "Technical Knowledge", "Problem-Solving", "Communication", "Patience and Empathy", "Time Management",
    ),
    ("it-support", "locations"): (
        "San Francisco, CA", "New York, NY", "Seattle, WA", "Austin, TX", "Chicago, IL",
    ),
    ("it-support", "steps"): ("Study", "technical skills", "plainly", "customers", "certification"),
    ("tech-support", "next_roles"): (
        "System Administrator", "Network Engineer", "Cybersecurity Analyst", "Cloud Specialist",
        "Team Lead", "IT Manager", "Customer Success Manager", "Sales Engineer",
    ),
    ("tech-support", "challenges"): (
        "Technical Knowledge Gaps", "Customer Communication", "High-Stress Environment",
        "Problem-Solving", "Time Management", "Keeping Up with Technology",
    ),
}  # fmt: skip

ROWS = [
    pytest.param(role, fact, id=f"{role}-{fact[0]}-{number}")
    for role, facts in FACTS.items()
    for number, fact in enumerate(facts)
]


@cache
def profile(role_id: str) -> Role:
    return role_in(str(FOLDER / f"{role_id}.yaml"))


def matching(role_id: str, fact: Fact) -> list[Claim]:
    """Return the claims of a profile that state `fact`."""
    field, item, value, as_printed, more = fact
    return [
        claim
        for claim in profile(role_id).own
        if (claim.field, claim.item) == (field, item)
        and matches(claim.value, value)
        and (as_printed is None or matches(claim.as_printed, as_printed))
        and all(has_attribute(claim, name, wanted) for name, wanted in more.items())
    ]


def matches(found: Any, wanted: Any) -> bool:
    """Return True for an equal value of the same type, or a text with every word of a tuple."""
    if isinstance(wanted, tuple):
        return isinstance(found, str) and all(word.casefold() in found.casefold() for word in wanted)
    return found == wanted and isinstance(found, str) == isinstance(wanted, str)


def has_attribute(claim: Claim, name: str, wanted: str) -> bool:
    if name == "note":
        return wanted in claim.note
    return (claim.source.id if name == "source" else getattr(claim, name)) == wanted


@pytest.mark.parametrize(("role_id", "fact"), ROWS)
def test_each_fact_is_exactly_one_claim_of_its_profile(role_id: str, fact: Fact) -> None:
    assert len(matching(role_id, fact)) == 1


@pytest.mark.parametrize("role_id", FACTS)
def test_every_claim_has_a_fact(role_id: str) -> None:
    known = [claim for fact in FACTS[role_id] for claim in matching(role_id, fact)]
    assert [claim for claim in profile(role_id).own if claim not in known] == []


@pytest.mark.parametrize(("role_id", "source_id"), SOURCES)
def test_a_source_has_its_publisher_its_page_and_its_method(role_id: str, source_id: str) -> None:
    sources = {claim.source.id: claim.source for claim in profile(role_id).own}
    publisher, url, method = SOURCES[role_id, source_id]
    source = sources[source_id]
    assert (source.publisher, source.method) == (publisher, method)
    assert source.url.startswith(url)
    assert bool(source.url) == bool(url)


@pytest.mark.parametrize("role_id", FACTS)
def test_every_claim_has_a_known_source_with_a_publisher_a_title_and_a_caveat(role_id: str) -> None:
    used = {claim.source.id: claim.source for claim in profile(role_id).own}
    assert set(used) == {source for role, source in SOURCES if role == role_id}
    for source in used.values():
        assert bool(source.publisher) == ((role_id, source.id) != ("tech-support", "article"))
        assert source.publisher_or_title
        assert source.title
        assert source.note


@pytest.mark.parametrize("role_id", FACTS)
def test_only_what_carries_a_date_is_dated(role_id: str) -> None:
    dated = [(claim.source.id, claim.as_of) for claim in profile(role_id).own if claim.as_of]
    methodology = [("zippia-method", "2022-03")]
    wanted = {
        "it-support": [("remotely", "2020-05"), ("ooh", "2020-05")],  # the two medians
        "noc-tech": methodology,
        "support-tech": methodology,
    }
    assert dated == wanted.get(role_id, [])


def test_both_profiles_of_the_pair_page_name_the_same_page_and_what_its_figures_are_made_of() -> None:
    one, two = profile("noc-tech"), profile("support-tech")
    assert {claim.source for claim in one.own} == {claim.source for claim in two.own}
    assert {claim.source.id for claim in one.own} == {"zippia", "zippia-method"}


@pytest.mark.parametrize(("role_id", "field"), ORDERS)
def test_a_list_keeps_the_order_of_its_document(role_id: str, field: str) -> None:
    names = [claim.name for claim in profile(role_id).own if claim.field == field]
    if fields.BY_KEY[field].kind == fields.LINKS:
        names = [claim.as_printed for claim in profile(role_id).own if claim.field == field]
    wanted = ORDERS[role_id, field]
    assert len(names) == len(wanted)
    assert all(part in name for part, name in zip(wanted, names, strict=True))


@pytest.mark.parametrize(
    ("role_id", "alias"),
    [
        ("noc-tech", "NOC technician"),
        ("support-tech", "customer support tech"),
        ("it-support", "IT support"),
        ("it-support", "IT support specialist"),
        ("tech-support-rep", "tech support rep"),
        ("tech-support", "tech support"),
        ("tech-support", "technical support"),
        ("isp-tech", "broadband technician"),
    ],
)
def test_a_profile_answers_to_the_names_people_use(role_id: str, alias: str) -> None:
    assert alias in profile(role_id).aliases
