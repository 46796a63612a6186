"""Persons: where they are named, what office they hold, when that changes."""
