"""Pages that are set from the templates in `templates/`."""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from builder.model.address import relative
from builder.writers.markdown import escape
from builder.writers.templates import templates

TEMPLATES = templates("builder.writers.markdown")
TEMPLATES.filters["markdown"] = lambda s: Markup(escape.markdown(str(s), head=False))


def set_page(name: str, url: str, **facts: Any) -> str:
    """The template `name` as the Markdown of the page at `url`; in it `way` leads from there."""
    return TEMPLATES.get_template(f"{name}.jinja").render(facts, way=partial(relative, page=url))
