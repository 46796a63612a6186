"""Looks things up by id: what a link to an entry, a document or a named thing says, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable

from builder.edition.names import full_date
from builder.edition.runs import Span
from builder.model.address import document_url, entry_url
from builder.model.linkage import Linkage
from builder.model.volume import Document, Entry, Volume

INDEX = "index/"
FOLDERS = {"person": "persons", "place": "places", "organisation": "organisations", "number": "numbers"}
_SNIPPET = 48
Aid = dict[str, str]


class Library:
    """All entries and documents by id, with their links."""

    def __init__(self, volumes: Iterable[Volume], linkage: Linkage) -> None:
        self.linkage = linkage
        self.entries: dict[str, Entry] = {}
        self.documents: dict[str, Document] = {}
        self.dates: dict[str, str] = {}
        self.years: dict[str, int] = {}
        for volume in volumes:
            self.documents |= {document.id: document for document in volume.documents}
            for part in volume.parts:
                for entry in part.entries:
                    self.entries[entry.id] = entry
                    self.dates[entry.id] = full_date(entry, part)
                    self.years[entry.id] = part.year
        self._known = {kind.rstrip("s"): {item.id for item in items} for kind, items in linkage.named().items()}
        self._known["number"] = {item.id for item in linkage.numbers}

    def span_url(self, kind: str, target: str) -> str | None:
        """Where a linked stretch of text leads; None where there is nothing to show."""
        if kind == "document":
            return document_url(target) if target in self.documents else None
        if target not in self._known.get(kind, ()):
            return None
        return f"{INDEX}persons/{target}/" if kind == "person" else f"{INDEX}{FOLDERS[kind]}/#{target}"

    def known(self, spans: Iterable[Span]) -> list[Span]:
        """Those spans of links that lead somewhere."""
        return [one for one in spans if self.span_url(one.name, one.target) is not None]

    def url(self, owner: str) -> str:
        """The address of an entry or document."""
        return entry_url(owner) if owner in self.entries else document_url(owner)

    def name(self, owner: str) -> str:
        """What a link to an entry or document says: its date and book, or its number and title."""
        if owner in self.entries:
            if self.entries[owner].named:
                return f"年鉴{owner.partition('/')[0].removeprefix('yearbook-')} {self.dates[owner]}"
            if owner.startswith("yearbook-"):
                return f"年鉴{owner.partition('/')[0].removeprefix('yearbook-')}大事记{self.dates[owner]}"
            book = "公报大事记" if owner.startswith("gazette-") else "大事记"
            return f"{book}{self.dates[owner]}"
        document = self.documents[owner]
        return f"{document.number_read} {document.title.s}".strip()

    def _year(self, owner: str) -> str:
        return f"{self.years[owner]}年"

    def snippet(self, owner: str) -> str:
        """The first words of an entry, the title of a document."""
        if owner not in self.entries:
            return self.documents[owner].title.s
        text = next((one.s for one in self.entries[owner].paragraphs if one.s), "")
        return text if len(text) <= _SNIPPET else text[:_SNIPPET] + "…"

    def aids(self, owners: Iterable[str]) -> list[Aid]:
        """Links to entries and documents as front matter holds them."""
        return [{"text": self.name(owner), "url": self.url(owner)} for owner in owners]

    def entry_aids(self, entry: str) -> dict[str, list[Aid]]:
        """The aids of an entry: documents it names, the same event elsewhere, related matters."""
        links = self.linkage
        documents = [m.document for m in links.mentions.get(entry, ()) if m.document]
        see = [pair.entry for pair in links.same_event.get(entry, ())]
        same = links.over_years.get(entry, ())
        found = {
            "documents": self.aids(dict.fromkeys(documents)),
            "see": self.aids(see),
            "related": self.aids(one for one in links.related.get(entry, ()) if one not in same),
            "years": [{"text": self._year(one), "url": self.url(one)} for one in same if one != entry],
        }
        return {key: value for key, value in found.items() if value}

    def figures(self, entry: str) -> list[dict[str, object]]:
        """The figures of an item's tables over the years, as front matter holds them."""
        return [
            {"name": one.name, "years": list(one.years), "rows": [[label, *said] for label, said in one.rows]}
            for one in self.linkage.figures.get(entry, ())
        ]

    def document_aids(self, document: str) -> dict[str, list[Aid]]:
        """The aids of a document: who announced it, what it cites and what cites it, related matters."""
        links = self.linkage
        cites = []
        for one in links.cites.get(document, ()):
            text = one.number + (f"《{one.title}》" if one.title else "")
            cites.append({"text": text, "url": document_url(one.document)} if one.document else {"text": text})
        found = {
            "announced": self.aids(links.announced.get(document, ())),
            "cites": cites,
            "cited_by": self.aids(links.cited_by.get(document, ())),
            "related": self.aids(links.related.get(document, ())),
        }
        return {key: value for key, value in found.items() if value}
