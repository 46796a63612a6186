"""What prints take from the links: lines of the indexes at the back, 另见, documents of the year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.model.linkage import IndexItem, Linkage
from builder.model.volume import Volume
from builder.records.volume import VolumeRecord


class Links:
    """The links of all volumes, asked one owner at a time."""

    def __init__(self, volumes: Sequence[Volume], records: Sequence[VolumeRecord], linkage: Linkage) -> None:
        self._linkage = linkage
        # What a reader of paper finds a thing by: its source, its name there, its printed page.
        self._known: dict[str, tuple[str, str, int | None]] = {}
        for volume, record in zip(volumes, records, strict=True):
            title = record.title
            for part in volume.parts:
                source = f"《{title}》" + ("大事记" if volume.kind == "gazette" else "")
                for entry in part.entries:
                    item = entry.named or f"{part.month}月{_day(entry.label, part.month)}"
                    self._known[entry.id] = (source, item, entry.page)
            for document in volume.documents:
                number = f"（{document.number_read}）" if document.number_read else ""
                self._known[document.id] = ("", f"《{document.title.s}》{number}", document.page)

    def see(self, owner: str) -> list[dict[str, Any]]:
        """另见: the same event elsewhere, documents that an entry announces, entries that announce one."""
        link = self._linkage
        targets = [pair.entry for pair in link.same_event.get(owner, [])]
        targets += [m.document for m in link.mentions.get(owner, []) if m.document]
        targets += link.announced.get(owner, [])
        known = [t for t in dict.fromkeys(targets) if t in self._known and t != owner]
        # Two entries of one day on one page are one place to a reader of paper.
        places: dict[tuple[str, str, int | None], str] = {}
        for one in sorted(known, key=lambda t: self._known[t][0]):
            places.setdefault(self._known[one], one)
        return [{"id": one, "source": s, "item": item, "page": page} for (s, item, page), one in places.items()]

    def indexes(self, volume: Volume) -> dict[str, list[dict[str, Any]]]:
        """The lines of the indexes of a volume: names with the key of their marks, subjects with owners."""
        link = self._linkage
        own = f"{volume.id}/"
        listed = {item.name for item in (*link.persons, *link.places)}
        subjects: dict[str, dict[str, Any]] = {}
        for one in link.subjects:
            owners = [owner for owner in [*one.mentions, *one.documents] if owner.startswith(own)]
            # Names have indexes of their own; a term of two groups is one line.
            if owners and one.name not in listed:
                line = subjects.setdefault(one.name, {"name": one.name, "sort": one.pinyin, "owners": []})
                line["owners"] = sorted({*line["owners"], *owners})
        return {
            "person": _lines("person", link.persons, own),
            "place": _lines("place", link.places, own),
            "subject": list(subjects.values()),
        }

    def announced_in(self, volume: Volume) -> list[dict[str, Any]]:
        """The documents that the volume's entries announce and that stand in these volumes."""
        rows = []
        for document, entries in self._linkage.announced.items():
            own = [e for e in entries if e.startswith(f"{volume.id}/")]
            if own and document in self._known:
                rows.append({"id": document, "label": self._known[document][1], "entries": own})
        return sorted(rows, key=lambda row: (str(row["entries"]), str(row["id"])))


def _lines(kind: str, items: Sequence[IndexItem], own: str) -> list[dict[str, Any]]:
    here = [i for i in items if any(o.startswith(own) for o in [*i.mentions, *i.documents])]
    ordered = sorted(here, key=lambda i: (i.pinyin, i.id))
    return [{"key": f"{kind}:{i.id}", "name": i.name, "sort": i.pinyin} for i in ordered]


def _day(label: str, month: int) -> str:
    """The label behind the month's name: 3月15日条; a label with a month of its own is not said twice."""
    return f"{label.removeprefix(f'{month}月')}条"
