"""Places and organisations: known names, and names that are learnt."""
