"""The index of persons, and a page for each of them."""

from __future__ import annotations

from itertools import groupby

from builder.edition.library import Library
from builder.model.linkage import Held, Person
from builder.writers.markdown import escape
from builder.writers.markdown.indexes.parts import by_letter, link, owners, page, row

URL = "index/persons/"
_STEPS = 12
NOTE = "索引由程序依职务与姓名编成，供检索之用，不具法律效力；遗漏与误收请指正。"


def pages(library: Library) -> dict[str, str]:
    """The list of persons and all their pages."""
    names = {person.id: person.name for person in library.linkage.persons}
    made = {f"{URL}{person.id}.md": _person(person, library, names) for person in library.linkage.persons}
    return {f"{URL}index.md": _list(library), **made}


def _list(library: Library) -> str:
    persons = library.linkage.persons
    body = [f"共 {len(persons)} 人，按姓名拼音排列；点姓名见其职务、年月与全部条目。{NOTE}"]
    body += by_letter(persons, _row)
    return page("人名索引", URL, body, count=len(persons))


def _row(person: Person) -> str:
    office = escape.plain_html(person.offices[-1].title) if person.offices else ""
    return row(person, f'<a href="{person.id}/">{escape.plain_html(person.name)}</a>', f"<span>{office}</span>")


def _person(person: Person, library: Library, names: dict[str, str]) -> str:
    here = f"{URL}{person.id}/"
    body = [f"见于 {len(person.mentions)} 条大事记、{len(person.documents)} 件文件。{NOTE}"]
    if person.offices:
        body += ["## 职务 { #offices }", _offices(person.offices, library, here)]
    body += ["## 年月 { #months }", _months(person)]
    if person.together:
        links = [link(names[other], f"{URL}{other}/", here) + f" {n}" for other, n in person.together if other in names]
        body += ["## 常同见 { #together }", f"<p>{'、'.join(links)}</p>"]
    dated = [(owner, library.dates[owner][:4]) for owner in person.mentions]
    for year, some in groupby(sorted(dated, key=lambda pair: pair[1]), key=lambda pair: pair[1]):
        listed = [owner for owner, _ in some]
        body += [f"## {year}年 {{ #year-{year} }}", _owners(library, listed, here)]
    if person.documents:
        body += ["## 文件 { #documents }", _owners(library, person.documents, here)]
    return page(person.name, here, body, count=len(person.mentions) + len(person.documents))


def _owners(library: Library, listed: list[str], here: str) -> str:
    return "\n".join(['<ul class="places">', *owners(library, listed, here), "</ul>"])


def _offices(offices: list[Held], library: Library, here: str) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("职务", "首见", "末见"))
    rows = []
    for held in offices:
        ends = [held.first, held.last]
        where = [held.entries[0], held.entries[-1]] if held.entries else ["", ""]
        cells = [link(day, library.url(one), here) if one else day for day, one in zip(ends, where, strict=True)]
        rows.append(f"<tr><td>{escape.plain_html(held.title)}</td><td>{cells[0]}</td><td>{cells[1]}</td></tr>")
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return f'<div class="table" tabindex="0" role="group" aria-label="职务">{table}</div>'


def _months(person: Person) -> str:
    """The months in which a person is named, as a table of years and months with a bar for each month."""
    most = max(person.months.values(), default=1)
    heads = "".join(f'<th scope="col">{month}月</th>' for month in range(1, 13))
    rows = []
    for year in sorted({month[:4] for month in person.months}):
        cells = "".join(_cell(person.months.get(f"{year}-{month:02}", 0), most) for month in range(1, 13))
        rows.append(f'<tr><th scope="row">{year}</th>{cells}</tr>')
    corner = '<th scope="col"><span class="sr">年</span></th>'
    table = f"<thead><tr>{corner}{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    box = '<div class="table" tabindex="0" role="group" aria-label="各月条数">'
    return f'{box}<table class="grid small">{table}</table></div>'


def _cell(count: int, most: int) -> str:
    return f'<td class="h{max(1, round(count / most * _STEPS))}">{count}</td>' if count else "<td></td>"
