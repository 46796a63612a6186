"""Where each id of a volume stands: the texts it names, counted as the links of their owner count them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.model import Document, Entry, Month, Volume
from builder.model.blocks import Block, Box, Heading, Item, Paragraph, Signature
from builder.model.volume import Attachment


@dataclass
class Place:
    """What an id names: said in words, its texts with their parts of `owner`, further lines to say.

    The part of a text is its index in the texts of the owner; -1 where links do not count it.
    """

    id: str
    said: str
    owner: str = ""
    texts: list[tuple[int, Text]] = field(default_factory=list)
    more: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """True for an entry or a document, false for a part of one and for what has no links."""
        return self.id == self.owner


@dataclass
class _Block:
    block: Block
    start: int
    end: int


def places(volume: Volume) -> dict[str, Place]:
    """Every id of a volume with its place, but for the volume itself."""
    found = [Place(f"{volume.id}#{page.id}", f"卷首“{page.title}”", "", _loose(page.texts())) for page in volume.front]
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


def _month(month: Month) -> Place:
    said = f"{month.year}年{month.month}月，大事 {len(month.entries)} 条"
    more = [f"  {entry.id}：{_beginning(entry.reading)}" for entry in month.entries]
    return Place(month.id, said, "", _loose(month.headings), more)


def _entry(month: Month, entry: Entry) -> Place:
    texts = [(-1, entry.label_text), *enumerate(entry.paragraphs)]
    return Place(entry.id, f"{month.year}年{month.month}月{_day(entry)}的一条大事", entry.id, texts)


def _day(entry: Entry) -> str:
    """The label without the month that some printed labels bear themselves; 是月 apart from the month."""
    day = entry.label.rsplit("月", 1)[-1] if entry.label[:1].isdigit() and "至" not in entry.label else entry.label
    return day if day[:1].isdigit() else f" {day}"


def _document(document: Document) -> Iterator[Place]:
    title = " ".join(filter(None, [document.number_read, f"《{document.title.s}》"]))
    texts = list(document.texts())

    def part(anchor: str, said: str, start: int, end: int) -> Place:
        own = [(n, texts[n]) for n in range(start, end)]
        return Place(f"{document.id}#{anchor}", f"{title}{said}", document.id, own)

    yield Place(document.id, title, document.id, list(enumerate(texts)))
    at, run = len(document.head()), list[Block]()
    for piece in [*document.parts(), None]:
        if isinstance(piece, Block):
            run.append(piece)
            continue
        yield from (part(*one) for one in _anchored(run, at))
        at, run = at + _size(run), []
        if piece is not None:
            yield part(piece.anchor, f"的{piece.label}", at, at + sum(1 for _ in piece.texts()))
            yield from (part(*one) for one in _anchored(piece.blocks, at + 2))
            at += sum(1 for _ in piece.texts())
    yield from (_missing(document, title, one) for one in document.attachments if one.missing)


def _missing(document: Document, title: str, one: Attachment) -> Place:
    more = [f"  只在正文之后列名：{one.announced or one.title.s}。附件本身未见于底本。"]
    return Place(f"{document.id}#{one.anchor}", f"{title}的{one.label}", document.id, [], more)


def _anchored(blocks: Sequence[Block], at: int) -> Iterator[tuple[str, str, int, int]]:
    """Anchor, name, first part and end of each provision, table and box among neighbouring blocks."""
    placed = []
    for block in blocks:
        placed.append(_Block(block, at, at + _size([block])))
        at = placed[-1].end
        if isinstance(block, Box):
            yield from _anchored(block.blocks, placed[-1].start + 1)
    for number, one in enumerate(placed):
        if one.block.anchor:
            # A run-in head stands in the block behind it, whatever that is.
            runin = isinstance(one.block, Heading) and one.block.runin
            behind = placed[number + 1 + runin :]
            end = next((other.start for other in behind if _ends(one.block, other.block)), at)
            yield one.block.anchor, f"的“{_beginning(one.block.text.s) or '表'}”", one.start, end


def _ends(block: Block, other: Block) -> bool:
    """True when `other` no longer belongs to the provision that `block` opens."""
    if isinstance(other, Signature):
        return True
    if isinstance(block, Heading | Item):
        return isinstance(other, Heading | Item) and other.level <= block.level
    if isinstance(block, Paragraph):
        # An article goes on over its items, up to the next article or chapter.
        return isinstance(other, Heading) or (isinstance(other, Paragraph) and bool(other.anchor))
    return True


def _size(blocks: Iterable[Block]) -> int:
    return sum(1 for block in blocks for _ in block.texts())


def _beginning(text: str) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= 24 else f"{line[:24]}…"
