"""Rules of typed or extracted plain text: page numbers, running heads, hard-wrapped lines."""
