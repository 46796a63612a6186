"""What things are called, wherever an output says so: kinds of volumes, pages, dates, weekdays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from builder.language.dates import era_years
from builder.language.headings import heading
from builder.language.sections import key
from builder.model.volume import Entry, Part, Subsection

KINDS = {"yearbook": "年鉴", "chronicle": "大事记", "gazette": "政府公报", "plan": "规划纲要", "document": "文件"}
_WEEKDAYS = "一二三四五六日"


def weekday(day: str) -> str:
    """`2021-03-15` -> 星期一."""
    return f"星期{_WEEKDAYS[date.fromisoformat(day).weekday()]}"


def weekdays(first: str, last: str | None) -> str:
    """The weekdays of a span: 星期一; 星期六至日 within a week; the first alone for longer ones."""
    said = weekday(first)
    if not last or last == first or (date.fromisoformat(last) - date.fromisoformat(first)).days >= 7:
        return said
    return f"{said}至{weekday(last)[2:]}"


def beside(entry: Entry, *, spans: bool = True) -> str:
    """What stands beside the label of an entry: the Gregorian year of an era, the weekdays.

    Without `spans`, where the room is narrow, a weekday stands beside a single day alone.
    """
    if entry.named:
        return ""
    said = [f"{year}年" for year in era_years(entry.label)]
    days = entry.precision == "day" or (spans and entry.precision == "range")
    return " ".join([*said, *([weekdays(entry.start, entry.end)] if entry.start and days else [])])


def month_name(year: int, month: int) -> str:
    """2021年3月; 2021年 for what stands in no month (0)."""
    return f"{year}年{month}月" if month else f"{year}年"


def part_name(part: Part) -> str:
    """What a page of entries is called: 2021年3月; 农业·水利, 综述."""
    if isinstance(part, Subsection):
        return f"{part.section}·{part.name}" if part.section and part.name else part.title
    return month_name(part.year, part.month)


def day_name(day: str) -> str:
    """`2021-03-15` -> 2021年3月15日; `2021-03` -> 2021年3月; `2021` -> 2021年."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(day.split("-"), "年月日", strict=False))


def opening(month: Part, headings: Sequence[str]) -> str:
    """What the headings printed above a month leave unsaid of year and month, to stand in front of them:
    2021年 before 3月; nothing before 2021年3月; 1937年1月 · before 民国二十六年一月; its section
    before a subsection."""
    name = part_name(month)
    if isinstance(month, Subsection):
        if not headings:
            return name
        # The first page of a section bears its printed heading.
        return "" if not month.name or key(headings[0]) == key(month.section) else f"{month.section} · "
    named = [one for line in headings if (one := heading(line))]
    if not headings:
        return name
    if not any(map(era_years, headings)):
        if any(one.year for one in named) and any(one.month for one in named):
            return ""
        if headings[0][0].isdigit() and named and named[0].month:
            return f"{month.year}年"
    return f"{name} · "


def full_date(entry: Entry, month: Part) -> str:
    """What a reader would call the entry: 2021年3月15日; 2021年3月6日至7日 (和, 、 as printed);
    2021年3月 是月; 1956年 春夏之交; an item by its name: 水利·概况."""
    if entry.named:
        return entry.named
    if entry.start is None:
        name = month_name(month.year, month.month)
        return name if name.endswith(entry.label) else f"{name} {entry.label}"
    year, start, day = (int(part) for part in entry.start.split("-"))
    said = f"{year}年{start}月{day}日"
    if entry.end and entry.end != entry.start:
        end_year, end_month, end_day = (int(part) for part in entry.end.split("-"))
        said += next((sign for sign in "和、" if sign in entry.label), "至")
        said += f"{end_year}年" if end_year != year else ""
        said += f"{end_month}月" if end_month != start else ""
        said += f"{end_day}日"
    return said
