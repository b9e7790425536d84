"""Importers: a publisher's own file -> rows of cells exactly as printed."""
