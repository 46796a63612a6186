"""Rules for texts that a recognising program wrote as Markdown."""
