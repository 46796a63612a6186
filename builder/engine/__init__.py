"""The engine: texts with raw offsets, rules that only propose, the ledger, and the one hand that edits."""
