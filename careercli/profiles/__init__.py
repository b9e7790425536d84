"""YAML profiles -> roles; says what is wrong at file:line:column."""

from careercli.profiles.reading import read_file, read_text

__all__ = ["read_file", "read_text"]
