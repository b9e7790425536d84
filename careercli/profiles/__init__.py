"""YAML profiles -> roles; says what is wrong at file:line:column."""

from careercli.profiles.reading import examine, read_file, read_text

__all__ = ["examine", "read_file", "read_text"]
