"""The digital yearbook: damaged raw texts in, a site, prints and data out."""
