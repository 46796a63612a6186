"""Rules: small functions that only propose edits. THE table of them is `table.py`."""

from builder.rules.table import TABLE

__all__ = ["TABLE"]
