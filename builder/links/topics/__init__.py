"""What an entry or a document is about, and what else is."""
