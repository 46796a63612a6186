"""Indexes that are lists on one page: places, organisations, projects, meetings, titles, numbers, subjects."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from builder.edition.library import INDEX, Library
from builder.model.address import document_url
from builder.model.linkage import Item, Number, Place, Subject, Title
from builder.writers.markdown import escape
from builder.writers.markdown.indexes.parts import brief, by_letter, link, page, row

NAMES = {
    "persons": "人名索引",
    "places": "地名索引",
    "organisations": "机构索引",
    "offices": "职务索引",
    "projects": "项目与行动索引",
    "meetings": "会议索引",
    "numbers": "文号索引",
    "titles": "题名索引",
    "series": "连续编号的会议与通告",
    "recurring": "两年皆有的活动",
    "differences": "两书异同",
    "subjects": "主题索引",
}


def overview(library: Library) -> str:
    """The page that leads to all indexes."""
    links = library.linkage
    counts = {name: len(getattr(links, name)) for name in NAMES}
    items = [
        f'<li><a href="{name}/">{title}</a> <small>{counts[name]}</small></li>'
        for name, title in NAMES.items()
        if counts[name]
    ]
    body = [
        "各卷累积编制，随卷更新；皆为检索之辅助，不具法律效力。",
        "\n".join(['<ul class="index">', *items, "</ul>"]),
    ]
    return page("索引", INDEX, body)


def pages(library: Library) -> dict[str, str]:
    """All list pages."""
    links = library.linkage
    plain = {"organisations": links.organisations, "projects": links.projects, "meetings": links.meetings}
    made = {f"{INDEX}{name}.md": _plain(name, items, library) for name, items in plain.items()}
    made[f"{INDEX}places.md"] = _places(library)
    made[f"{INDEX}titles.md"] = _titles(links.titles, library)
    made[f"{INDEX}numbers.md"] = _numbers(links.numbers, library)
    made[f"{INDEX}subjects.md"] = _subjects(links.subjects, library)
    return made


def _row(item: Item, library: Library, here: str, name: str = "", more: str = "") -> str:
    also = f"<em>又作{escape.plain_html('、'.join(item.variants))}</em> " if item.variants else ""
    where = brief(library, [*item.mentions, *item.documents], here)
    return row(item, name or escape.plain_html(item.name), f'{also}{more}<div class="where">{where}</div>')


def _plain(name: str, items: Sequence[Item], library: Library) -> str:
    here = f"{INDEX}{name}/"
    body = [f"共 {len(items)} 条，按拼音排列。", *by_letter(items, lambda item: _row(item, library, here))]
    return page(NAMES[name], here, body, count=len(items))


def _places(library: Library) -> str:
    here, places = f"{INDEX}places/", library.linkage.places
    names = {place.id: place.name for place in places}

    def one(place: Place) -> str:
        within = f'<em>属<a href="#{place.within}">{names[place.within]}</a></em> ' if place.within in names else ""
        return _row(place, library, here, more=within)

    lead = f"共 {len(places)} 处，按拼音排列；县（市、区）的条目含其所辖乡镇、村与景点的条目。"
    return page(NAMES["places"], here, [lead, *by_letter(places, one)], count=len(places))


def _titles(titles: Sequence[Title], library: Library) -> str:
    here = f"{INDEX}titles/"

    def one(title: Title) -> str:
        name = f"《{title.name}》"
        shown = link(name, document_url(title.document), here) if title.document else escape.plain_html(name)
        return _row(title, library, here, shown)

    lead = f"条目与文件中书名号内的题名，共 {len(titles)} 条；有链接者全文见本书。"
    return page(NAMES["titles"], here, [lead, *by_letter(titles, one)], count=len(titles))


def _numbers(numbers: Sequence[Number], library: Library) -> str:
    here = f"{INDEX}numbers/"
    body = [f"共 {len(numbers)} 号，按系列、年份、序号排列；未收录者列出处。"]
    ordered = sorted(numbers, key=lambda n: (n.pinyin.split("-")[0], n.series, n.year, n.serial))
    for series, some in groupby(ordered, key=lambda n: n.series):
        items = [_number(one, library, here) for one in some]
        body += [f"## {escape.markdown(series, head=False)}", "\n".join(['<ul class="index">', *items, "</ul>"])]
    return page(NAMES["numbers"], here, body, count=len(numbers))


def _number(one: Number, library: Library, here: str) -> str:
    shown = link(one.name, document_url(one.document), here) if one.document else escape.plain_html(one.name)
    more = f"<em>《{escape.plain_html(one.title)}》</em> " if one.title else ""
    return _row(one, library, here, shown, more + ("" if one.document else "<small>未收录</small> "))


def _subjects(subjects: Sequence[Subject], library: Library) -> str:
    here = f"{INDEX}subjects/"
    items = [
        Item(
            one.id,
            one.term,
            one.pinyin,
            one.strokes,
            [o for o, _ in one.places if o in library.entries],
            [o for o, _ in one.places if o not in library.entries],
        )
        for one in subjects
    ]
    body = [f"共 {len(items)} 条，按拼音排列。", *by_letter(items, lambda item: _row(item, library, here))]
    return page(NAMES["subjects"], here, body, count=len(items))
