"""The command `yearbook`: it brings readers, links and writers together."""
