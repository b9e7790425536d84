"""Compare subjects field by field: rows of claims, the verdict on each pair, and wages as rows."""
