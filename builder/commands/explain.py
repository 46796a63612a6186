"""`yearbook explain`: what happened to a raw line, where a page's line came from, why a link is there."""

from __future__ import annotations

import difflib
import re
from functools import cached_property
from pathlib import Path

import frontmatter

from builder.commands.ids import slugs_of
from builder.commands.page_line import PageLine, line_of
from builder.commands.places import IdPlace, places, same, tables_of
from builder.commands.read import read_all, read_volume
from builder.commands.story import Story
from builder.edition.read import Read
from builder.edition.walk import Grid, lines_of, walk_document
from builder.engine.text import Text
from builder.links import link
from builder.model.linkage import IndexItem, Linkage, Person
from builder.sources import catalogue, register
from builder.sources.finding import Findings, only

_LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+)")
_INDEXES = {"persons": "人物", "places": "地名", "organisations": "机构"}


def explain(root: Path, place: str) -> list[str]:
    """The story of a raw line (`chronicle-2020.txt:306`), a page's line (`docs/…/03.md:25`) or an id.

    Raises `Findings` when there is no such place.
    """
    return Explainer(root).explain(place)


class Explainer:
    """Explains places of one project, which is read once, and only as far as a question needs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources = catalogue.load(root / "source_texts")

    @cached_property
    def reads(self) -> dict[str, Read]:
        """Every volume by its id."""
        return {read.volume.id: read for read in read_all(self.sources)}

    @cached_property
    def linkage(self) -> Linkage:
        """All links."""
        reads = self.reads.values()
        records = {one.volume.id: one.record for one in reads}
        slugs = slugs_of(register.load(self.sources.folder))
        return link([one.volume for one in reads], self.sources.names, records, slugs)

    @cached_property
    def places(self) -> dict[str, IdPlace]:
        """Every id but those of volumes and of names."""
        return {name: place for read in self.reads.values() for name, place in places(read.volume).items()}

    def explain(self, place: str) -> list[str]:
        """The story of a place; raises `Findings` when there is none."""
        found = _LINE.fullmatch(place)
        if not found:
            return self._id(place)
        if found["file"].endswith(".md"):
            return self._page_line(found["file"], int(found["line"]))
        return Story(self._volume(found["file"], place)).tell([int(found["line"])])

    def _volume(self, file: str, place: str) -> Read:
        for one in self.sources.volumes:
            if Path(file).name in (one.raw, one.id):
                return read_volume(self.sources, one)
        raise only(place, 1, "explain.place/file")

    def _id(self, asked: str) -> list[str]:
        name = same(asked)
        if name in self.reads:
            return _volume_lines(self.reads[name])
        if found := self.places.get(name):
            return self._place(found)
        if name.startswith("index/") and (item := self._item(name)):
            counted = f"见于 {len(item.mentions)} 条大事记、{len(item.documents)} 件文件"
            return [f"{_INDEXES[name.split('/')[1]]} {item.name}：{counted}", *self._mentions(name, item)]
        raise self._unknown(asked, name)

    def _place(self, place: IdPlace) -> list[str]:
        story = Story(self.reads[re.split("[/#]", place.id)[0]])
        lines = story.lines(text for _, text in place.texts)
        span = "–".join(dict.fromkeys(str(line) for line in (lines[0], lines[-1]))) if lines else ""
        where = f"，底本第 {span} 行" if span else ""
        return [f"{place.id}：{place.said}{where}", *place.more, *story.tell(lines), *link_lines(place, self.linkage)]

    def _item(self, name: str) -> IndexItem | None:
        _, kind, slug = [*name.split("/"), "", ""][:3]
        return next((item for item in self.linkage.named().get(kind, ()) if item.id == slug), None)

    def _mentions(self, name: str, item: IndexItem) -> list[str]:
        kind = name.split("/")[1].removesuffix("s")
        said = [f"  又作 {'、'.join(item.variants)}"] if item.variants else []
        if isinstance(item, Person):
            said += [f"  {held.title}：{held.first} 至 {held.last}" for held in item.offices]
        for owner, spans in self.linkage.spans.items():
            texts = dict(self.places[owner].texts)
            for one in spans:
                if (one.kind, one.target) == (kind, item.id):
                    words = texts[one.part].s[one.start : one.end]
                    said.append(f"  {owner} “{words}”：{one.rule} {one.why}".rstrip())
        return said

    def _unknown(self, asked: str, name: str) -> Findings:
        kinds = self.linkage.named().items() if name.startswith("index/") else ()
        names = [f"index/{kind}/{item.id}" for kind, items in kinds for item in items]
        near = difflib.get_close_matches(name, [*names, *self.places, *self.reads], 3)
        return only(asked, 1, "explain.place/near" if near else "explain.place/help", near="、".join(near))

    def _page_line(self, file: str, number: int) -> list[str]:
        path = Path(file) if Path(file).exists() else self.root / file
        if not path.exists():
            raise only(f"{file}:{number}", 1, "explain.place/page")
        page = path.read_text("utf-8").splitlines()
        if not 1 <= number <= len(page):
            raise only(file, number, "explain.line/page", count=len(page))
        facts = frontmatter.loads("\n".join(page)).metadata
        volume = str(facts.get("volume") or (facts.get("id", "") if facts.get("kind") == "volume" else ""))
        if not any(one.id == volume for one in self.sources.volumes):
            raise only(file, number, "explain.line/loose")
        line = line_of(page, number)
        return [f"{file} 第 {number} 行：{line.said}", *self._behind(line, volume, str(facts.get("id", "")))]

    def _behind(self, line: PageLine, volume: str, page: str) -> list[str]:
        if line.entry:
            return self._place(self.places[f"{volume}/{line.entry}"])
        story = Story(self._volume(volume, volume))
        if line.table:
            return story.tell(story.lines(table_texts(self.reads[volume], page, *line.table)))
        return story.tell(range(line.lines[0], line.lines[1] + 1)) if line.lines else []


def table_texts(read: Read, page: str, number: int, row: int) -> list[Text]:
    """The texts that begin in a row of the page's table `number`; of the whole table where the row is -1."""
    document = next((one for one in read.volume.documents if one.id == page), None)
    tables = list(tables_of(walk_document(document))) if document else []
    if number >= len(tables):
        return []
    table = tables[number]
    if row < 0:
        return [line.text for line in lines_of([table])]
    if isinstance(table, Grid):
        return [line.text for cell, line in table.cells if cell.row == row]
    return [line.text for line in table.rows[row][1]]


def link_lines(place: IdPlace, linkage: Linkage) -> list[str]:
    """Why a place leads where it does: each link with its rule and evidence; what holds for all only of a whole."""
    said, texts = [], dict(place.texts)
    for span in linkage.spans.get(place.owner, ()):
        if span.part in texts:
            words = texts[span.part].s[span.start : span.end]
            said.append(f"链接 “{words}” → {span.kind} {span.target}：{span.rule} {span.why}".rstrip())
    if place.id != place.owner:
        return said
    for pair in linkage.same_event.get(place.owner, ()):
        reasons = "、".join(f"{r.name} {r.points:+g} {r.evidence}".strip() for r in pair.reasons)
        said.append(f"另见 {pair.entry}（{pair.score:g} 分：{reasons}）")
    titles = linkage.mentions.get(place.owner, ())
    said += [f"题名 《{one.title}》 → {one.document or '未收录'}：{one.rule} {one.why}".rstrip() for one in titles]
    return [*said, *(f"大事记载其制发 {one}" for one in linkage.announced.get(place.owner, ()))]


def _volume_lines(read: Read) -> list[str]:
    volume, total = read.volume, read.sum
    kept = f"底本 {total.raw} 字符 = 刊出 {total.published} + 依规则删去 {total.removed}"
    said = [f"{volume.id}：{read.record.title}，{kept}"]
    said += [f"  {month.id}：{len(month.entries)} 条" for month in volume.parts]
    return [*said, *(f"  {one.id}：{one.number_read}《{one.title.s}》" for one in volume.documents)]
