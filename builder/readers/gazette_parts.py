"""The parts of a document: what it transmits, its schemes, its annexes — lines told apart, not yet read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.language.labels import squeeze
from builder.language.numbering import number
from builder.readers.shapes import PUBLIC, annex_list, title_like
from builder.readers.source import Source
from builder.readers.titles import signed_date

_LABEL = re.compile(r"(?:附件|附表|附录) ?(?P<number>[0-9０-９]{0,2}|[一二三四五六七八九十]{1,2})[：:]?")
_QUOTED = re.compile(r"《([^《》]+(?:〈[^〉]*〉[^《》]*)*)》")
_YEAR = r"[12][0-9]{3} ?年?"
_SUBTITLE = re.compile(
    rf"[（(](?:{_YEAR}(?: ?[—－–-]+ ?{_YEAR})?(?:度|版|修订|试行)?|试行|暂行|草案|(?:修订|试行|征求意见)稿?)[）)]"
)
# What stands at the foot of a document, below its signing block.
_FOOTER = re.compile(r"[（(]?[ \u3000]*(?:主题词|主送|抄送|抄报|分送|发送|联系人|联系电话|打印|校对|共印)")
_LISTED = re.compile(r"(?:附(?:件)? ?[：:] ?)?(?:(?P<number>[0-9０-９]{1,2}) ?[.．、] ?)?(?P<title>.*)", re.DOTALL)


@dataclass
class Part:
    """A run of lines: `kind` body, scheme (with a title of level 0) or annex (with label and title)."""

    kind: str
    title: Text = field(default_factory=Text.empty)
    label: Text = field(default_factory=Text.empty)
    lines: list[Text] = field(default_factory=list)
    group: int = 0


@dataclass
class Announced:
    """A line of a list of annexes: `number` is 0 where the only annex bears none."""

    group: int
    number: int
    title: str


def parts_of(lines: list[Text], source: Source) -> tuple[list[Part], list[Announced]]:
    """The parts of a document's lines in printed order, and the annexes that it announces."""
    parts = [Part("body")]
    announced: list[Announced] = []
    titles = _quoted(lines)
    i = group = 0
    while i < len(lines):
        listed = annex_list(lines, i)
        if listed:
            group += 1
            announced.extend(_announced(lines[i : i + listed], group))
            parts[-1].lines.extend(lines[i : i + listed])
            i += listed
            continue
        took = _opens(lines, i, titles, source, parts, group)
        if not took:
            parts[-1].lines.append(lines[i])
        i += took or 1
    return parts, announced


def _opens(lines: list[Text], i: int, titles: set[str], source: Source, parts: list[Part], group: int) -> int:
    """How many lines open a new part at line `i` (its label and title); 0 where none begins."""
    if _LABEL.fullmatch(lines[i].s):
        count = _title_lines(lines, i + 1, source)
        parts.append(Part("annex", Text.join(lines[i + 1 : i + 1 + count]), lines[i], group=max(group, 1)))
        return 1 + count
    if not title_like(lines[i]) or _FOOTER.match(lines[i].s):
        return 0
    if _after_signature(lines, i) or squeeze(lines[i].s) in titles:
        count = max(_title_lines(lines, i, source), 1)
        parts.append(Part("scheme", Text.join(lines[i : i + count]), group=group))
        return count
    if parts[-1].kind != "annex" and source.marked("heading", lines[i]) and _only_table(lines, i + 1):
        parts.append(Part("annex", lines[i], group=max(group, 1)))
        return 1
    return 0


def _title_lines(lines: list[Text], i: int, source: Source) -> int:
    """How many lines from line `i` on are a title.

    A line in brackets belongs to a title above it where it gives years or says 试行, else it is a line
    of the form below. Where the first line bears a heading mark, a line without one is text.
    """
    count = 0
    marked = i < len(lines) and source.marked("heading", lines[i])
    while i + count < len(lines) and count < 4 and title_like(lines[i + count]):
        s = lines[i + count].s
        bracketed = s[0] in "（("
        if bracketed and not (count and _SUBTITLE.fullmatch(s)):
            break
        if count and _is_form(s):
            break
        if count and not bracketed and marked and not source.marked("heading", lines[i + count]):
            break
        count += 1
    return count


def _is_form(s: str) -> bool:
    return bool(re.search(r"[〔［\[][^〕]*[〕］\]] *(?:第 *)?号|年 +月 +日|[：:]", s))


def _after_signature(lines: list[Text], i: int) -> bool:
    """True when the line above is the date of a signature, or the public note under one."""
    above = i - 1
    if above >= 0 and PUBLIC.fullmatch(lines[above].s):
        above -= 1
    return above >= 0 and signed_date(lines[above].s) is not None


def _only_table(lines: list[Text], i: int) -> bool:
    rows = [line for line in lines[i:] if "\t" in line.s]
    return bool(rows) and "\t" in lines[i].s and len(rows) == len(lines) - i


def _quoted(lines: list[Text]) -> set[str]:
    """The titles that the paragraphs in front of the first signature quote: what is transmitted."""
    found: set[str] = set()
    for line in lines:
        if signed_date(line.s):
            break
        if number(line.s) is None:
            found.update(squeeze(title) for title in _QUOTED.findall(line.s))
    return found


def _announced(lines: list[Text], group: int) -> list[Announced]:
    found: list[Announced] = []
    for line in lines:
        one = _LISTED.fullmatch(line.s)
        if one and one["title"].strip():
            found.append(Announced(group, label_number(one["number"] or ""), one["title"].strip()))
    return found


def label_number(printed: str) -> int:
    """The number of a label (附件 4, 附件７); 0 for a label without one."""
    digits = squeeze(printed)
    if digits.isdigit():
        return int(digits)
    found = number(f"{digits}、") if digits else None
    return found.value if found else 0


def part_number(label: Text) -> int:
    """The number that a label of an annex bears; 0 without one."""
    found = _LABEL.fullmatch(label.s)
    return label_number(found["number"] or "") if found else 0
