"""How things are cited: the works of a volume, and every place in it, in every form.

The GB/T 7714-2025 forms (only `.` and `[ ]` are half width, no day of access but for web documents) follow
the rendered examples of the Zotero Chinese community's style of 2025 (zotero-chinese/styles) and of
gbt7714-bibtex-style, which agree:
a part of a book, `程根伟. 1998年…[M]//许厚泽，赵其国. 长江流域….北京：科学出版社，1999：32-36.` (no. 93);
a part by the author of its book, `大黄[M]//国家药典委员会. …. 北京：…，2020：24-25.` (no. 235);
a book on line, `中国造纸学会. 中国造纸年鉴：2003[M/OL]. 北京：中国轻工业出版社，2003. http://….` (no. 218);
an article of a serial, `杨洪升. …[J]. 文献，2013（1）：56-75.` (no. 94), on line
`…[J/OL]. 中华移植杂志（电子版），2010，4（3）：225-228. http://….` (no. 249);
a number behind the title, `题名：编号[R/OL]` (no. 282); a whole serial, 8.4.2 of the standard;
an unknown place, `[出版地不详]`, and a year that is only likely, `[1936]`, 8.4.1 and 8.4.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from builder.edition.chapter import Chapter, Chapters
from builder.edition.names import month_name, part_name
from builder.edition.printed import pages_of
from builder.edition.provisions import provision
from builder.edition.walk import Annex, BoxFrame, Grid, Line, Node, People, Told, lines_of
from builder.model.address import entry_url, volume_folder
from builder.model.volume import Document, Entry, Part, Subsection
from builder.records.volume import VolumeRecord
from builder.records.yearbook import NAMELESS, Yearbook


class Publication(NamedTuple):
    """The volume that a work stands in; `year` is that of publication, `told` the year it tells of.

    `published` and `year` are '' where nobody has said them. A serial appears in the year of its issue.
    """

    kind: str
    title: str
    publisher: str
    place: str
    published: str
    year: str
    told: str
    issue: str

    @property
    def authors(self) -> list[str]:
        """Its editors."""
        return self.publisher.split("、")

    @property
    def serial(self) -> str:
        """The name of a serial without year and issue; '' for a book."""
        return self.title.split(" ")[0] if self.kind == "gazette" else ""


class Work(NamedTuple):
    """What is cited. `whole`: the volume itself; `authors` its own, `[]` where they are those of the book."""

    id: str
    url: str
    title: str
    pages: str
    authors: list[str]
    number: str = ""
    date: str = ""
    place: str = ""
    whole: bool = False


def source_of(record: VolumeRecord) -> Publication:
    """The bibliographic facts of a record of the catalogue."""
    return publication(record.kind, record.model_dump())


def publication(kind: str, facts: Mapping[str, Any]) -> Publication:
    """The bibliographic facts of a volume of this kind, from its record or from the front matter of its page."""
    published = str(facts.get("published") or (facts["year"] if kind == "gazette" else ""))
    said = (kind, str(facts["title"]), str(facts["publisher"]), str(facts.get("place") or ""))
    return Publication(*said, published, published[:4], str(facts["year"]), str(facts.get("issue") or ""))


def works(chapters: Chapters, record: VolumeRecord) -> Iterator[Work]:
    """Everything of a volume that can be cited: itself, months, subsections and entries, documents and their places."""
    source = source_of(record)
    name = source.title
    yield Work(chapters.volume.id, volume_folder(chapters.volume.id), name, "", source.authors, whole=True)
    for part, chapter in chapters.parts:
        yield from _part(part, chapter)
    for document, chapter in chapters.documents:
        yield from _document(document, chapter)


def _part(part: Part, chapter: Chapter) -> Iterator[Work]:
    title = cited_part(part)
    yield Work(chapter.id, chapter.url, title, chapter.pages.cited(), [])
    for node in chapter.nodes:
        if isinstance(node, Told):
            entry, pages = node.entry, pages_of(node.entry)
            yield Work(entry.id, entry_url(entry.id), _entry_title(entry, part), pages.cited(), [])


def cited_part(part: Part) -> str:
    """The title under which a page of entries is cited: 2021年3月大事记, 农业·水利."""
    name = part_name(part)
    return name if isinstance(part, Subsection) else f"{name}大事记"


def _entry_title(entry: Entry, part: Part) -> str:
    """2021年3月15日第2条, 2021年3月是月第1条, 1956年春夏之交第1条; an item by its name: 水利·概况."""
    if entry.named:
        return entry.named
    *_, day, number = entry.id.rpartition("/")[2].split("-")
    said = f"{int(day)}日" if len(day) == 2 else entry.label
    name = month_name(part.year, part.month)
    return f"{name}{'' if name.endswith(said) else said}第{number}条"


def _document(document: Document, chapter: Chapter) -> Iterator[Work]:
    authors = [document.issuer_read] if document.issuer_read else []
    facts = (document.number_read, document.date or "")
    yield Work(chapter.id, chapter.url, document.title.s, chapter.pages.cited(), authors, *facts)
    for anchor, words, page in places(chapter.nodes):
        url, said = f"{chapter.url}#{anchor}", str(page or "")
        yield Work(f"{chapter.id}#{anchor}", url, document.title.s, said, authors, *facts, place=words)


def places(nodes: Iterable[Node], within: str = "") -> Iterator[tuple[str, str, int | None]]:
    """Every place with an anchor in a document: (anchor, what it is called, printed page it begins on).

    `within` is the label of the annex that the nodes stand in: its articles count anew.
    """
    for node in nodes:
        anchor, words = _place(node)
        if anchor and anchor != "top":
            first = next(iter(lines_of([node])), None)
            yield anchor, within + words, first.page if first else None
        if isinstance(node, Line) and node.runin and node.runin.anchor:
            yield node.runin.anchor, within + provision(node.runin.anchor, node.runin.text.s), node.page
        if isinstance(node, Annex):
            yield from places(node.nodes, node.annex.label)
        elif isinstance(node, BoxFrame):
            yield from places(node.nodes, within)


def _place(node: Node) -> tuple[str | None, str]:
    if isinstance(node, Line):
        own = None if node.runin and node.runin.anchor == node.anchor else node.anchor
        return own, provision(own, node.text.s) if own else ""
    if isinstance(node, Grid | People):
        return node.caption.anchor, node.caption.text.s or "表"
    if isinstance(node, BoxFrame):
        return node.title.anchor, f"专栏{node.box.number}"
    # The anchor of an annex stands at its title, its label, or its first block.
    inside = {anchor for anchor, _, _ in places(node.nodes)} if isinstance(node, Annex) else set()
    annex = node.annex if isinstance(node, Annex) else None
    return (annex.anchor if annex and annex.anchor not in inside else None), annex.label if annex else ""


class Citer:
    """Writes citations; `address` is the public address of the site with a slash at its end, or ''."""

    def __init__(self, source: Publication, address: str, yearbook: Yearbook = NAMELESS) -> None:
        self.source, self._address, self.yearbook = source, address, yearbook

    def where(self, work: Work) -> str:
        """The public address; without one the id by which this yearbook has the work."""
        return f"{self._address}{work.url}" if self._address else f"{self.yearbook.name}：{work.id}"

    def gbt(self, work: Work) -> str:
        """GB/T 7714-2025."""
        book, tail = self.source, f"{self.where(work)}."
        own = f"{'，'.join(work.authors)}. " if work.authors else ""
        imprint = f"{book.place or '[出版地不详]'}：{'，'.join(book.authors)}，{book.year or f'[{book.told}]'}"
        title = work.title + (f"：{work.number}" if work.number else "") + (f"·{work.place}" if work.place else "")
        pages = f"：{work.pages}" if work.pages else ""
        if work.whole:
            name, issue = (book.serial, f" {book.told}（{book.issue}）.") if book.serial else (book.title, "")
            return f"{own}{name}[{'J' if book.serial else 'M'}/OL].{issue} {imprint}. {tail}"
        if book.serial:
            return f"{own}{title}[J/OL]. {book.serial}，{book.told}（{book.issue}）{pages}. {tail}"
        return f"{own}{title}[M/OL]//{'，'.join(book.authors)}. {book.title}. {imprint}{pages}. {tail}"

    def title(self, work: Work) -> str:
        """The title with the place in it, for forms that have a field of their own for the number."""
        return f"{work.title}·{work.place}" if work.place else work.title
