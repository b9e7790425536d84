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
"""What is shown of O*NET, and the tables of a release that hold it; a release tells of it if it has them all."""

NEAR = ("job_zones", "knowledge", "interests", "activities", "alternate_titles", "reported_titles")
"""The parts of O*NET that our own measure of what is near is made of."""

NOT_BUNDLED = "tasks"
"""The part of O*NET that comes from imported releases alone."""
