"""Names and lists: what a name means, and which roles and occupations match."""
