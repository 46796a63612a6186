"""Rules for texts of every texture."""
