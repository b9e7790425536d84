"""Hold the domain: sources, claims, roles, occupations, fields, wages and numbers; values only, no input or output."""
