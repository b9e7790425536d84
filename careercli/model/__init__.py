"""The domain: sources, claims, roles, occupations, and how their figures read. Values only, no input or output."""
