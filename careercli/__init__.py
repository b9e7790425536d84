"""careercli: compare jobs in the terminal, with the evidence behind every figure."""

__version__ = "0.1.0"
