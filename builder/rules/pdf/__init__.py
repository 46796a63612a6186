"""Rules for the text layers of PDF files."""
