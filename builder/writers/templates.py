"""Templates of the writers: a text is escaped unless a writer says that it is markup."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def templates(package: str) -> Environment:
    """The Jinja templates in the folder `templates/` of a package; a name that is not given is an error."""
    loader = PackageLoader(package)
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
