"""Where each id of a volume stands: the texts it names, counted as the links of their owner count them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from builder.edition.walk import Annex, BoxFrame, Grid, Line, Node, People, lines_of, walk_document
from builder.engine.text import Text
from builder.model.volume import Document, Entry, Month, Volume

_LEVELLED = ("heading", "item")


@dataclass
class IdPlace:
    """What an id names: said in words, its texts with their parts of `owner`, further lines to say.

    The part of a text is its index in the texts of the owner; -1 where links do not count it.
    """

    id: str
    said: str
    owner: str = ""
    texts: list[tuple[int, Text]] = field(default_factory=list)
    more: list[str] = field(default_factory=list)


def places(volume: Volume) -> dict[str, IdPlace]:
    """Every id of a volume with its place, but for the volume itself."""
    front = [(f"{volume.id}#{page.id}", f"卷首“{page.title}”", _loose(page.texts())) for page in volume.front]
    found = [IdPlace(name, said, "", texts) for name, said, texts in front]
    for month in volume.months:
        found += [_month(month), *(_entry(month, entry) for entry in month.entries)]
    for document in volume.documents:
        found += _document(document)
    return {place.id: place for place in found}


def same(place: str) -> str:
    """The id for another spelling of it: an entry behind its month's page, an address of an index, the top.

    `chronicle-2021/2021-03#2021-03-15-2` -> `chronicle-2021/2021-03-15-2`.
    """
    page, _, anchor = place.partition("#")
    anchor = anchor.removeprefix("on-")
    volume, _, name = page.partition("/")
    if page.startswith("index/"):
        return f"{page.rstrip('/')}/{anchor}".rstrip("/")
    if name[:4].isdigit() and anchor.startswith(f"{name}-"):
        return f"{volume}/{anchor}"
    return page if anchor in ("", "top") else place


def _loose(texts: Iterable[Text]) -> list[tuple[int, Text]]:
    return [(-1, text) for text in texts]


def _month(month: Month) -> IdPlace:
    said = f"{month.year}年{month.month}月，大事 {len(month.entries)} 条"
    more = [f"  {entry.id}：{_beginning(entry.reading)}" for entry in month.entries]
    return IdPlace(month.id, said, "", _loose(month.headings), more)


def _entry(month: Month, entry: Entry) -> IdPlace:
    texts = [(-1, entry.label_text), (-1, entry.title), *enumerate(entry.paragraphs)]
    return IdPlace(entry.id, f"{month.year}年{month.month}月{_day(entry)}的一条大事", entry.id, texts)


def _day(entry: Entry) -> str:
    """The label without the month that some printed labels bear themselves; 是月 apart from the month."""
    day = entry.label.rsplit("月", 1)[-1] if entry.label[:1].isdigit() and "至" not in entry.label else entry.label
    return day if day[:1].isdigit() else f" {day}"


def _document(document: Document) -> Iterator[IdPlace]:
    title = " ".join(filter(None, [document.number_read, f"《{document.title.s}》"]))
    nodes = walk_document(document)
    yield IdPlace(document.id, title, document.id, [(line.part, line.text) for line in lines_of(nodes)])
    for anchor, said, lines in _anchored(nodes):
        own = [(line.part, line.text) for line in lines]
        yield IdPlace(f"{document.id}#{anchor}", f"{title}的{said}", document.id, own)
    for one in document.attachments:
        if one.missing:
            more = [f"  只在正文之后列名：{one.announced or one.title.s}。附件本身未见于底本。"]
            yield IdPlace(f"{document.id}#{one.anchor}", f"{title}的{one.label}", document.id, [], more)


def _anchored(nodes: Sequence[Node]) -> Iterator[tuple[str, str, Iterable[Line]]]:
    """Anchor, name and lines of each provision, table, box and annex."""
    for number, node in enumerate(nodes):
        if isinstance(node, Annex):
            yield node.annex.anchor, node.annex.label, lines_of([node])
            yield from _anchored(node.nodes)
        elif isinstance(node, Grid | People | BoxFrame):
            head = node.title if isinstance(node, BoxFrame) else node.caption
            if head.anchor:
                yield head.anchor, f"“{_beginning(head.text.s) or '表'}”", lines_of([node])
            yield from _anchored(node.nodes if isinstance(node, BoxFrame) else [])
        elif isinstance(node, Line):
            own = node.level if node.kind in _LEVELLED else None
            heads = [(node.runin.anchor, node.runin.text.s, node.runin.level)] if node.runin else []
            for anchor, said, level in [*heads, (node.anchor, node.text.s, own)]:
                if anchor and node.kind != "title":
                    # A flow chart with a number is a provision by itself.
                    alone = node.kind == "flow"
                    behind = (n for n in range(number + 1, len(nodes)) if alone or _ends(level, nodes[n]))
                    yield anchor, f"“{_beginning(said)}”", lines_of(nodes[number : next(behind, len(nodes))])


def _ends(level: int | None, other: Node) -> bool:
    """True when `other` no longer belongs to the provision of this level (None: an article) that is opened.

    An article goes on over its items, up to the next article or chapter.
    """
    if not isinstance(other, Line):
        return isinstance(other, Annex)
    if level is None:
        article = other.kind == "paragraph" and other.anchor is not None
        return other.kind in ("signature", "heading") or other.runin is not None or article
    levels = [other.level] if other.kind in _LEVELLED else [other.runin.level] if other.runin else []
    return other.kind == "signature" or any(one <= level for one in levels)


def tables_of(nodes: Iterable[Node]) -> Iterator[Grid | People]:
    """The tables and rosters of a page, in its order."""
    for node in nodes:
        if isinstance(node, Grid | People):
            yield node
        elif isinstance(node, Annex | BoxFrame):
            yield from tables_of(node.nodes)


def _beginning(text: str) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= 24 else f"{line[:24]}…"
