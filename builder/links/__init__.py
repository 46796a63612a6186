"""Links between entries, documents, persons, places and offices: all computed, none written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.language.sorting import Slugs
from builder.links.assemble import Assembly
from builder.links.corpus import units
from builder.model.linkage import Linkage
from builder.model.volume import Volume
from builder.records.names import Names
from builder.records.volume import VolumeRecord


def link(
    volumes: Sequence[Volume],
    names: Names,
    records: Mapping[str, VolumeRecord],
    slugs: Mapping[str, Slugs] | None = None,
) -> Linkage:
    """All links of the volumes. `names` is `names.toml`; `records` the catalogue by volume id.

    `slugs` give out the addresses of persons, places and the like, by kind; without them all are new.

    Pure: no file is read, the same input gives the same links. The time grows with the text.
    """
    return Assembly(units(volumes), names, records, slugs or {}).linkage()
