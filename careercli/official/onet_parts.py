"""The parts of O*NET that careercli shows: which tables of a release hold each."""

PARTS = {
    "job_zones": ("job_zones",),
    "skills": ("essential_skills", "transferable_skills"),
    "knowledge": ("knowledge",),
    "education": ("education",),
    "technologies": ("technologies",),
    "interests": ("interests",),
    "related": ("related",),
    "tasks": ("tasks",),
    "activities": ("activities", "activity_titles"),
    "alternate_titles": ("alternate_titles",),
    "reported_titles": ("reported_titles",),
}
"""The parts of O*NET that are shown, and the tables of each; a release tells of a part if it has all its tables."""

NEAR = ("job_zones", "knowledge", "interests", "activities", "alternate_titles", "reported_titles")
"""The parts of O*NET that our own measure of what is near is made of."""

NOT_BUNDLED = "tasks"
"""The part of O*NET that comes from imported releases alone."""
