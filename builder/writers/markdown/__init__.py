"""The Markdown writer: model -> pages with front matter, as they are committed under `docs/`."""
