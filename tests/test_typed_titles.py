"""Titles as people typed them, and which role or occupation each is: by name, and first in the list."""

import re

import pytest

from tests.conftest import Ask

ITS_OWN = {
    "electrician": "47-2111", "help desk": "help-desk", "helpdesk": "help-desk", "helpdesk analyst": "help-desk",
    "IT support": "it-support", "lawyer": "23-1011", "mechanical engineers": "17-2141", "sysadmin": "sysadmin",
    "customer service representatives": "43-4051", "actors": "27-2011", "nurse practitioner": "29-1171",
    "project manager": "project-manager", "civil engineer": "17-2051", "Registered Nurse": "29-1141",
    "Software Developer": "15-1252", "Electrician": "47-2111", "Lawyer": "23-1011", "Civil Engineer": "17-2051",
    "System Administrators": "sysadmin", "NOC technicians": "noc-tech", "Penetration Testers": "15-1299.04",
    "Video Game Designers": "15-1255.01", "Baristas": "35-3023.01", "15-1299.04": "15-1299.04",
    "Acute Care Nurses": "29-1141.01", "151231": "15-1231", "15-1231.00": "15-1231", "15.1231": "15-1231",
    "15-1231.0": "15-1231", "15–1231": "15-1231", "SOC 15-1231": "15-1231",
    "15-1231.00 - Computer Network Support Specialists": "15-1231",
}  # fmt: skip
"""Titles, and codes in every form, that are a role's or an occupation's own."""

LISTED = {
    "HR generalist": "13-1071", "Senior Software Engineer (Remote)": "15-1252", "software engineer": "15-1252",
}  # fmt: skip
"""Titles on the list of one occupation alone."""

REVIEWED = {
    "Amazon delivery driver": "53-3033", "CEO": "11-1011", "CFO": "11-1011", "CIO": "11-3021", "CNA": "31-1131",
    "CPA": "13-2011", "CRNA": "29-1151", "CTO": "11-3021", "DBA": "15-1242", "EMT": "29-2042",
    "hair stylist": "39-5012", "HVAC": "49-9021", "IT technician": "15-1232", "LPN": "29-2061", "LVN": "29-2061",
    "NOC analyst": "15-1231", "OT": "29-1122", "PA": "29-1071", "pentester": "15-1299.04", "PT": "29-1123",
    "realtor": "41-9022", "recruiter": "13-1071", "RN": "29-1141", "SDET": "15-1253", "speech therapist": "29-1127",
    "X-ray tech": "29-2034", "HVAC tech": "49-9021", "high school teacher": "25-2031", "Police Officer": "33-3051",
}  # fmt: skip
"""Everyday names of one occupation."""

SEVERAL = {
    "cable guy": "49-2022 49-9052", "cook": "35-2014 35-2012 35-2011 35-2015 35-1011",
    "doctor": "29-1216 29-1215 29-1221 29-1218 29-1223", "field tech": "49-2011 49-2022 17-3024",
    "lineman": "49-9051 49-9052", "med tech": "29-2010 31-1131", "PM": "13-1082 15-1299.09 11-2021",
    "professor": "25-1199 25-1071 25-1121 25-1011 25-1123", "secretary": "43-6014 43-6013 43-6012",
    "SRE": "15-1252 15-1299.08 15-1244", "warehouse worker": "53-7062 53-7065", "OTR": "53-3032 29-1122",
}  # fmt: skip
"""Everyday names of several occupations, best first."""


@pytest.mark.parametrize("typed", [*ITS_OWN, *LISTED, *REVIEWED, *SEVERAL])
def test_what_is_meant_stands_first_in_the_list(typed: str, ask: Ask) -> None:
    answer = ask("roles", "--all", typed, "--columns", "id", "--no-header")
    meant = (ITS_OWN | LISTED | REVIEWED | SEVERAL)[typed].split()
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[: len(meant)] == meant


@pytest.mark.parametrize(("typed", "meant"), ITS_OWN.items())
def test_a_title_of_its_own_names_it_in_silence(typed: str, meant: str, ask: Ask) -> None:
    answer = ask("show", typed)
    assert (answer.code, answer.err, answer.cells[0][-1]) == (0, "", meant)


@pytest.mark.parametrize(("typed", "meant"), [*LISTED.items(), *REVIEWED.items()])
def test_another_title_of_one_occupation_names_it_in_one_line(typed: str, meant: str, ask: Ask) -> None:
    answer = ask("show", typed)
    assert (answer.code, answer.cells[0][-1]) == (0, meant)
    is_read = f"is read as {meant} [^:]+: .+" if typed in REVIEWED else rf"is a title of {meant} .+ \(O\*NET 30\.2\)"
    aside = "” without “.+" if "Senior" in typed else ""
    assert re.fullmatch(f"careercli: “{re.escape(typed)}{aside}” {is_read}\\n", answer.err)


@pytest.mark.parametrize(("typed", "candidates"), SEVERAL.items())
def test_a_title_of_several_occupations_names_none_and_they_are_said_with_their_medians(
    typed: str, candidates: str, ask: Ask
) -> None:
    answer = ask("show", typed)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"careercli: “{typed}” may be ")
    assert answer.err.endswith("; name one by its code\n")
    said = re.findall(r"(\d\d-\d{4}(?:\.\d\d)?) [^()]+ \((?:median [\d,]+|no median)\)", answer.err)
    assert said == candidates.split()[:3]
