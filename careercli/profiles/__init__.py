"""YAML profiles -> roles; says what is wrong at file:line:column."""

from careercli.profiles.reading import read_file, read_text
from careercli.profiles.scalars import ROLE_ID, SOC_CODE

__all__ = ["ROLE_ID", "SOC_CODE", "read_file", "read_text"]
