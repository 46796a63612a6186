"""Pages about the text: 校勘记 (every correction and doubt) and 文本说明 (what was removed, and why)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builder.edition.chapter import Chapters, Shown
from builder.edition.counts import places_of
from builder.edition.notes import case_anchor, evidence
from builder.edition.read import Read
from builder.edition.withheld import Withheld
from builder.model.volume import Volume
from builder.records.corrections import Correction, Doubt
from builder.writers.markdown import front
from builder.writers.markdown.setting import set_page

Row = Mapping[str, Any]


def about_pages(reads: Sequence[Read], chapters: Sequence[Chapters]) -> dict[str, str]:
    """Both pages, by their path below `docs/`."""
    titles = {read.volume.id: read.record.title for read in reads}
    cases = [_cases(read, some, titles) for read, some in zip(reads, chapters, strict=True)]
    return {
        "text/corrections.md": _page("corrections", "校勘记", 30, cases),
        "text/statement.md": _page("statement", "文本说明", 20, [_statement(read) for read in reads]),
    }


def _page(name: str, title: str, order: int, volumes: Sequence[Row]) -> str:
    body = set_page(name, f"text/{name}/", volumes=volumes)
    return front.page({"title": title, "kind": "about", "order": order}, body)


def _cases(read: Read, chapters: Chapters, titles: Mapping[str, str]) -> Row:
    volume, data, places = read.volume.id, read.facts.data.corrections, dict[str, list[Shown]]()
    hidden = Withheld(read.ledger)
    for shown in chapters.places():
        places.setdefault(shown.case, []).append(shown)

    def listed(kind: str, records: Sequence[Correction | Doubt]) -> Iterator[Row]:
        for number, record in enumerate(records):
            anchor = case_anchor(volume, kind, number)
            yield {"anchor": anchor, "places": places.get(anchor, []), **_reading(record, titles, hidden)}

    lists = [
        ("fix", "改正", "改作", "理由", list(listed("fix", data.correction))),
        ("doubt", "存疑", "或作", "说明", list(listed("doubt", data.doubt))),
    ]
    found = Counter(case.removeprefix(f"{volume}-").split("-")[0] for case, some in places.items() for _ in some)
    return {"id": volume, "title": titles[volume], "fix": found["fix"], "doubt": found["doubt"], "lists": lists}


def _reading(record: Correction | Doubt, titles: Mapping[str, str], hidden: Withheld) -> dict[str, str]:
    """What stood there, with a few characters around it, what was put or may be meant, why, and what shows it."""
    fix = record if isinstance(record, Correction) else None
    if fix and fix.withheld:
        said = {"before": "■", "was": "", "behind": "", "now": "不公开"}
        return said | {"why": fix.note, "see": ""}
    near, found = hidden.shown(record.near), record.near.partition(record.find)
    before, find = near[: len(found[0])], near[len(found[0]) : len(found[0] + found[1])]
    behind = near[len(before + find) :]
    now = record.put if isinstance(record, Correction) else record.maybe
    return {
        "before": before[-12:],
        "was": hidden.shown(fix.base) if fix and fix.base is not None else find,
        "behind": behind[:12],
        "now": now if now.strip() else "（空格）" if now else "（删）" if fix else "—",
        "why": record.why,
        "see": evidence({"see": record.see}, titles),
    }


def _statement(read: Read) -> Row:
    removed, added = read.ledger.counts()
    moved = Counter[str]()
    for edit in read.ledger.rows:
        moved[edit.rule] += len(edit.old) if edit.to >= 0 else 0
    rules = [
        (rule, read.reasons.get(rule, ""), (removed[rule], added[rule], moved[rule]))
        for rule in sorted({*removed, *added, *+moved})
    ]
    data = read.facts.data.corrections
    said: dict[str, Any] = {"id": read.volume.id, "title": read.record.title, "sum": read.sum, "rules": rules}
    said |= {"fix": places_of(data.correction), "doubt": places_of(data.doubt)}
    return said | {"completeness": list(completeness(read.volume))}


def completeness(volume: Volume) -> Iterator[str]:
    """What the volume's own contents promise, and what is there; what is announced and missing."""
    listed = [c for c in volume.contents if "大事记" not in c.title]
    if volume.subsections:
        sections = len({part.section for part in volume.subsections})
        items = sum(len(part.entries) for part in volume.subsections)
        said = f"类目 {sections} 个、分目 {len(volume.subsections)} 个、条目 {items} 条"
        yield f"目录所列 {len(volume.contents)} 题；刊出{said}。"
    elif volume.kind == "chronicle" and volume.contents:
        yield f"目录所列 {len(volume.contents)} 个月，刊出 {len(volume.months)} 个月。"
    elif volume.contents:
        yield f"目录所列文件 {len(listed)} 件，刊出 {len(volume.documents)} 件。"
    elif volume.documents:
        yield f"所据文本无目录；刊出文件 {len([d for d in volume.documents if not d.chapter])} 件。"
    chapters = [d for d in volume.documents if d.chapter]
    if chapters:
        yield f"规划正文 {len(chapters)} 章。"
    entries = sum(len(month.entries) for month in volume.months)
    if entries:
        yield f"大事记 {len(volume.months)} 个月 {entries} 条。"
    for document in volume.documents:
        for one in (a for a in document.attachments if a.missing):
            yield f"{document.number_read}：{one.label}“{one.title.s or one.announced}”未随原书刊出。"
