"""The data writer: model -> rows of the JSON files that other programs read (design, section 5)."""
