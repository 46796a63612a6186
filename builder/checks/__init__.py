"""What `yearbook check` holds: the outside proof, links, private data, arithmetic."""
