"""What stands around the text on a page: made from `docs/` alone, for the MkDocs plugin. Imports no more."""
