"""The index pages: lists of names, a page per person, offices, series, the two books compared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from builder.edition.figures import bar
from builder.edition.library import INDEX, Library
from builder.model.address import document_url
from builder.model.linkage import IndexItem, Person
from builder.writers.markdown import escape, front
from builder.writers.markdown.setting import set_page

_LISTED = "共 {n} 条，按拼音排列。"
NOTE = "索引由程序依职务与姓名编成，供检索之用，不具法律效力；遗漏与误收请指正。"


class Index(NamedTuple):
    """An index: its title, what stands above it (`{n}`: how many lines it has), the template that sets it."""

    title: str
    lead: str
    template: str = "list"


INDEXES = {
    "persons": Index("人名索引", "共 {n} 人，按姓名拼音排列；点姓名见其职务、年月与全部条目。" + NOTE),
    "places": Index("地名索引", "共 {n} 处，按拼音排列；县（市、区）的条目含其所辖乡镇、村与景点的条目。"),
    "organisations": Index("机构索引", _LISTED),
    "offices": Index(
        "职务索引", "据条目所见编成：首见、末见为书中所载日期，不是任免日期；任免之事见所列条目。", "offices"
    ),
    "projects": Index("项目与行动索引", _LISTED),
    "meetings": Index("会议索引", _LISTED),
    "numbers": Index("文号索引", "共 {n} 号，按系列、年份、序号排列；未收录者列出处。"),
    "titles": Index("题名索引", "条目与文件中书名号内的题名，共 {n} 条；有链接者全文见本书。"),
    "series": Index(
        "连续编号的会议与通告", "逐次编号的会议、通告、巡察，依编号排列；书中未载的号数一并说明。", "series"
    ),
    "recurring": Index("{years}皆有的活动", "同一活动在不同年份的条目。", "recurring"),
    "differences": Index("两书异同", "两书记同一事而日期、人名、职务或数字有异者，并列于此，不作取舍。", "differences"),
    "subjects": Index("主题索引", _LISTED),
}


class Group(NamedTuple):
    """Lines of an index under one heading, whose anchor is empty where no row of letters leads to it."""

    heading: str
    anchor: str
    items: list[IndexItem]


def index_pages(library: Library) -> dict[str, str]:
    """Every index page, by its path below `docs/`."""
    setter = _Setter(library)
    years = {2: "两年"}.get(len(set(library.years.values())), "历年")
    indexes = {name: one._replace(title=one.title.format(years=years)) for name, one in INDEXES.items()}
    lists = {name: getattr(library.linkage, name) for name in INDEXES}
    counts = {name: len(items) for name, items in lists.items()}
    lead = "各卷累积编制，随卷更新；皆为检索之辅助，不具法律效力。"
    made = {f"{INDEX}index.md": setter.page("overview", "索引", INDEX, lead, indexes=indexes, counts=counts)}
    for name, items in lists.items():
        index, file = indexes[name], f"{name}/index.md" if name == "persons" else f"{name}.md"
        facts = {"index": name, "heading": index.title, "items": items, "count": counts[name]}
        facts |= (
            {"groups": by_series(items) if name == "numbers" else by_letter(items)} if index.template == "list" else {}
        )
        lead = index.lead.format(n=counts[name])
        made[INDEX + file] = setter.page(index.template, index.title, f"{INDEX}{name}/", lead, **facts)
    for person in library.linkage.persons:
        url, count = f"{INDEX}persons/{person.id}/", len(person.mentions) + len(person.documents)
        lead = f"见于 {len(person.mentions)} 条大事记、{len(person.documents)} 件文件。{NOTE}"
        facts = {"person": person, "years": _years(person, library), "months": _months(person), "count": count}
        made[f"{INDEX}persons/{person.id}.md"] = setter.page("person", person.name, url, lead, **facts)
    return made


class _Setter:
    """Sets pages of the templates."""

    def __init__(self, library: Library) -> None:
        links = library.linkage
        names = {"persons": {one.id: one.name for one in links.persons}, "places": {p.id: p.name for p in links.places}}
        self._known = {"library": library, "names": names, "years_of": years_of, "document_url": document_url}

    def page(self, template: str, title: str, url: str, lead: str, **facts: Any) -> str:
        """A page: front matter, title, lead, and what the template makes of the facts."""
        body = set_page(f"indexes/{template}", url, **self._known, **facts).strip("\n")
        kept = {"count": facts["count"]} if "count" in facts else {}
        meta = {"title": title, "kind": "index", "url": url, "description": f"{title}：{lead}"[:120], **kept}
        return front.page(meta, f"# {escape.markdown(title, head=False)} {{ #top }}\n\n{lead}\n\n{body}")


def by_letter(items: Sequence[IndexItem]) -> list[Group]:
    """Items in pinyin order under the letters they begin with; digits and Latin stand under 0."""

    def letter(item: IndexItem) -> str:
        first = item.pinyin[:1].upper()
        return first if "A" <= first <= "Z" else "0"

    ordered = sorted(items, key=lambda item: (item.pinyin, item.id))
    return [Group(one, f"letter-{one.lower()}", list(some)) for one, some in groupby(ordered, key=letter)]


def by_series(numbers: Sequence[Any]) -> list[Group]:
    """Document numbers under their series, in the order of year and serial number."""
    ordered = sorted(numbers, key=lambda n: (n.pinyin.split("-")[0], n.series, n.year, n.serial))
    return [Group(series, "", list(some)) for series, some in groupby(ordered, key=lambda n: str(n.series))]


def years_of(item: IndexItem) -> list[str]:
    """The years of the entries that name something."""
    return sorted({owner.partition("/")[2][:4] for owner in item.mentions})


def _years(person: Person, library: Library) -> list[tuple[str, list[str]]]:
    """Year -> the entries of it that name a person."""
    dated = sorted(((library.dates[owner][:4], owner) for owner in person.mentions), key=lambda one: one[0])
    return [(year, [owner for _, owner in some]) for year, some in groupby(dated, key=lambda one: one[0])]


def _months(person: Person) -> list[tuple[str, list[tuple[int, int]]]]:
    """Year -> for each of its months how often a person is named, and the height of the month's bar."""
    most, counts = max(person.months.values(), default=1), person.months
    rows = {year: [counts.get(f"{year}-{month:02}", 0) for month in range(1, 13)] for year in {m[:4] for m in counts}}
    return [(year, [(n, bar(n, most)) for n in rows[year]]) for year in sorted(rows)]
