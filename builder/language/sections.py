"""Names of sections, subsections and items: how they are dressed, numbered and compared, which every yearbook has."""

from __future__ import annotations

import re
import unicodedata

from builder.language.dates import label
from builder.language.headings import heading

# 第三编 农业, 三、农业, 卷三 农业. 第一部电影, 第二类水库 are words: a gap tells; 3.5亿元 is a figure.
_ORDINAL = r"第[一二三四五六七八九十百\d]{1,4}(?:[编卷][ \u3000:：、]*|[篇部类][ \u3000:：、]+)"
_NUMBER = re.compile(
    rf"^(?:{_ORDINAL}|第[一二三四五六七八九十百\d]{{1,4}}[章节][ \u3000:：、]*"
    r"|[卷编][一二三四五六七八九十\d]{1,3}[ \u3000]+"
    r"|[（(]?[一二三四五六七八九十]{1,3}[）)、.．][ \u3000]*|\d{1,2}(?:\.\d{1,2})*[、.．][ \u3000]*)(?=[^\s\d])"
)
_SECTION_NUMBER = re.compile(rf"^(?:{_ORDINAL}|卷[一二三四五六七八九十\d]{{1,3}}[ \u3000]+)(?=\S)")
_OPEN, _CLOSE = "【〖［[〔", "】〗］]〕"
# The title of an item in brackets. What else stands in brackets at the head of a line: the sign of a note, the year of
# a number, the word of a caption.
_NO_TITLE = r"[注表图附]?[ \u3000]*[\d一二三四五六七八九十〇]{0,4}[ \u3000]*[】〗］\]〕]"
BRACKET = re.compile(
    rf"[{re.escape(_OPEN)}](?!{_NO_TITLE})(?P<title>[^{re.escape(_OPEN + _CLOSE)}。；]{{1,40}})[{re.escape(_CLOSE)}]"
)
_DRESS = "【】〖〗［］[]〔〕◆◇●○■□★☆※·•*#—－- \u3000"
_TITLED = re.compile(r"《[^《》]*》")
_LONGEST, _SHORTEST = 26, 5
_TEXT = re.compile(
    r"[。；，：！？…,;:!?\t|]|^[（(]|[）)]?[\d.．]+$|^注|^附表|^表[\d一二三四五六七八九十]|^图[\d一二三四五六七八九十]"
)
# Sections of nearly every yearbook, by what stands in them.
CHRONICLES = ("大事记", "年度大事", "大事纪要", "大事辑要", "大事纪略", "大事要览", "大事记略")
DOCUMENTS = (
    "特载", "特辑", "特稿", "专文", "专载", "专记", "专辑", "附录", "文献", "重要文献", "重要文件", "重要文件选编",
    "文件选编", "法规文件", "法规选载", "规范性文件", "统计公报", "调研报告", "领导讲话", "重要讲话", "政策文件",
)  # fmt: skip
# What a document is called.
_DOCUMENT = re.compile(
    r"(?:公报|报告|讲话|条例|规定|办法|决定|通知|规划|纲要|方案|细则|通告|章程)(?:[（(][^（）()]{1,12}[）)])?$"
)
# Pages in front of the contents.
PREFACES = ("编辑说明", "编纂说明", "编写说明", "凡例", "前言", "序言", "编者的话")
_PREFACE = 12
INDEXES = ("索引", "主题索引", "条目索引", "内容索引", "分析索引", "综合索引")
ROSTERS = ("人物", "名录", "荣誉", "人物名录", "人物·荣誉", "先进名录", "机构名录", "荣誉榜", "表彰名录")
KNOWN = frozenset((*CHRONICLES, *DOCUMENTS, *INDEXES, *ROSTERS, "统计资料", "图片专辑"))


def key(name: str) -> str:
    """A name as it is compared: without the number of a section, dress, spaces and signs, in one width. The number of
    a heading stays: 二、农业 of a report is not the section 农业."""
    folded = unicodedata.normalize("NFKC", _SECTION_NUMBER.sub("", _undressed(name)))
    return "".join(c for c in folded if c.isalnum())


def shown(name: str) -> str:
    """A name as it is said: without number, dress and spaces."""
    return "".join(_NUMBER.sub("", _undressed(name)).split())


def _undressed(name: str) -> str:
    """A name without the signs around it; 《东海年鉴》编纂 keeps those that are its own."""
    inner = name.strip(_DRESS)
    return inner[1:-1].strip(_DRESS) if _TITLED.fullmatch(inner) else inner


def is_preface(line: str) -> bool:
    """True for the heading of a page in front: 编辑说明, 凡例, 序."""
    name = key(line)
    return len(name) <= _PREFACE and (name.startswith(PREFACES) or name == "序")


def is_chronicle(name: str) -> bool:
    """True for the name of a chronicle: 大事记, 2018年大事记."""
    return len(name) <= _LONGEST and name.endswith(CHRONICLES)


def is_document(name: str) -> bool:
    """True for the title of a document: it closes with the kind that it is of."""
    return len(name) > _SHORTEST and _DOCUMENT.search(name.strip()) is not None


def is_numbered(line: str) -> bool:
    """True for a line that bears the number of a section (第三编 农业)."""
    return _SECTION_NUMBER.match(line.strip(_DRESS)) is not None


def stands(line: str) -> bool:
    """True for a line that may be the name of a section, a subsection or an item: short, no sentence, no date."""
    s = line.strip()
    if not s or len(key(s)) > _LONGEST or _TEXT.search(s) or not key(s) or key(s).isdigit():
        return False
    return is_chronicle(key(s)) or is_document(s) or not _is_date(s) and heading(s) is None


def _is_date(s: str) -> bool:
    """True for a line that begins with a date; a year may open a title (2017年主要领导名录)."""
    found = label(s)
    return found is not None and (found.width == len(s) or any(one.month for one in found.points))


def is_book(name: str) -> bool:
    """True for the name of a yearbook (东海年鉴, 东海年鉴2018), which heads pages and nothing of the book."""
    return "".join(c for c in name if c.isalpha()).rstrip("年卷版").endswith(("年鉴", "年鑑"))
