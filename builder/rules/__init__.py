"""Rules: small functions that only propose edits. THE table of them is `table.py`."""
