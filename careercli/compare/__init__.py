"""Comparing subjects field by field: the rows, the verdict on each pair, and wages as rows."""
