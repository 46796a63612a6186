"""Search: the index files of the site (design, section 5).

The index is made from the units of the model, never from the theme's pages.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .alphabet import characters
from .chars import write_chars
from .codec import encode, write_script
from .direct import write_direct
from .facets import write_facets
from .layout import GRAIN, lay_out
from .postings import pairs, write_postings
from .texts import write_ids, write_texts

__all__ = ["write_search"]

FORMAT = 2


def _stamp(*what: Any) -> str:
    """Return a digest of the input: pages ask for files by it, so that no old copy is served."""
    coded = json.dumps([FORMAT, *what], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(coded.encode("utf-8")).hexdigest()[:8]


def write_search(
    units: Sequence[Mapping[str, Any]],
    facets: Mapping[str, Mapping[str, Any]],
    out: Path,
    direct: Sequence[Mapping[str, Any]] = (),
    labels: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Write the files that the scripts of search ask for below `out` (the folder `search/` of the site).

    `units` are the rows of units.json. `facets[unit id]` may carry year, month, issuer, page,
    number, persons, places, organisations. `direct` are the direct answers: kind, label, url and
    further keys. `labels[facet][value]` is what a reader sees instead of a value, as the title of
    a volume. What an older build left in `out/data` is removed. Raises KeyError for a unit that
    lacks a field, OSError where `out` cannot be written.
    """
    data = out / "data"
    shutil.rmtree(data, ignore_errors=True)
    layout = lay_out(units)
    alphabet = characters(units)
    write_script(data, "fields", [*layout.table(), encode(alphabet)])
    written = write_postings(pairs(layout.fields), alphabet, layout.end, data)
    write_script(
        data,
        "directory",
        {
            "stamp": _stamp(units, facets, direct, labels),
            "units": len(units),
            "grain": GRAIN,
            "titlesEnd": layout.titles_end,
            "end": layout.end,
            "pairs": written.first,
            "weights": written.weights,
            "chars": write_chars(layout.fields, written.common, data),
            "texts": write_texts(units, facets, alphabet, data),
            "idsPerFile": write_ids(units, data),
            "facets": write_facets(units, facets, data),
            "direct": write_direct(direct, data),
            "labels": labels or {},
        },
    )
