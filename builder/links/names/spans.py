"""From all that was found to links in the running text: no two overlap, the longest wins."""

from __future__ import annotations

from collections.abc import Iterable

from builder.links.corpus import Unit
from builder.model.blocks import Heading
from builder.model.linkage import Link

_RANK = {"document": 0, "number": 1, "person": 2, "organisation": 3, "place": 4}


def settled(unit: Unit, spans: Iterable[Link]) -> list[Link]:
    """The spans that stand, in the order of the text. No link in a heading or a document's header.

    In a document a place or an organisation is linked once per text: a plan names 城区 on every line.
    """
    silent = _silent(unit)
    kept: list[Link] = []
    for part, row in _by_part(spans).items():
        if part in silent:
            continue
        chosen: list[Link] = []
        for span in sorted(row, key=lambda s: (s.start - s.end, _RANK[s.kind], s.start)):
            if all(span.end <= other.start or other.end <= span.start for other in chosen):
                chosen.append(span)
        kept.extend(_once(chosen) if unit.document else chosen)
    return sorted(kept)


def _once(spans: list[Link]) -> Iterable[Link]:
    seen: set[tuple[str, str]] = set()
    for span in sorted(spans):
        name = (span.kind, span.target)
        if span.kind in ("person", "document", "number") or name not in seen:
            yield span
        seen.add(name)


def _by_part(spans: Iterable[Link]) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = {}
    for span in spans:
        if span.start < span.end:
            found.setdefault(span.part, []).append(span)
    return found


def _silent(unit: Unit) -> set[int]:
    if unit.document is None:
        return set()
    heads = {at for at, block in unit.blocks if isinstance(block, Heading) and not block.runin}
    return heads | set(range(len(unit.document.head())))
