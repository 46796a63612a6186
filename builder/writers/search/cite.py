"""Citations for the browser: one file for each page, for its own box and for lists of hits.

The words are those of `data/citations/`; the browser fills in the day of access and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .codec import write_script

Row = Mapping[str, Any]


def write_cite(citations: Sequence[Row], out: Path) -> None:
    """Write `cite/<page>.js` below `out` (the folder `search/` of the site) for each page.

    `citations` are rows of the citation files. A file holds, by anchor (`""`: the page), title, GB/T 7714,
    BibTeX, RIS and CSL-JSON.
    """
    pages: dict[str, dict[str, list[str]]] = {}
    for row in citations:
        page, _, anchor = row["url"].partition("#")
        csl = json.dumps(row["csl"], ensure_ascii=False, indent=1)
        pages.setdefault(page, {})[anchor] = [row["title"], row["gbt"], row["bibtex"], row["ris"], csl]
    for page, forms in pages.items():
        write_script(out, f"cite/{page.rstrip('/')}", forms)
