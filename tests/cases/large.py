"""A yearbook as large as a county's: 600,000 characters, 1,000 items, by a seeded generator, with its truth."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

SEED, SECTIONS, SUBSECTIONS, ITEMS, CHARACTERS = 20261128, 20, 170, 1000, 600_000
_PAGE = 900
_HEADS = (
    "农业", "工业", "交通", "商贸", "财税", "金融", "教育", "科技", "文化", "卫生",
    "体育", "民政", "政法", "军事", "城建", "环保", "旅游", "乡镇", "群团", "社会",
)  # fmt: skip
_PARTS = (
    "综合管理", "业务建设", "队伍建设", "安全监管", "公共服务", "项目建设",
    "市场培育", "宣传教育", "改革创新",
)  # fmt: skip
_TITLES = (
    "重点工程", "专项整治", "技术推广", "人才培养", "制度建设", "惠民实事",
    "招商引资", "信息公开", "对外交流", "应急演练", "示范创建", "志愿服务",
)  # fmt: skip
_WHO = (
    "县政府", "县委办公室", "主管部门", "各乡镇", "有关单位", "县人大常委会",
    "县政协", "行业协会", "驻县企业", "基层站所",
)  # fmt: skip
_DID = (
    "召开", "完成", "组织", "推进", "启动", "验收", "印发", "开展", "修订", "建成",
)  # fmt: skip
_WHAT = (
    "年度工作会议", "阶段目标任务", "集中检查活动", "重点项目前期", "便民服务中心", "实施方案",
    "专题培训班", "统计调查", "配套管网", "数据平台",
)  # fmt: skip
_NAMES = "江浦若水云汀石岭松青竹梅兰桂杉榆槐柏枫桐荷菱苇塘坪坝".strip()


class Item(NamedTuple):
    """Where an item stands, what it is called, what it says, on which page."""

    section: str
    subsection: str
    title: str
    text: str
    page: int


def large() -> tuple[str, list[Item]]:
    """The raw text and its items."""
    made = _Printer(random.Random(SEED))
    for section, subsections in _plan(made.dice):
        made.section(section)
        for subsection, titles in subsections:
            made.subsection(subsection)
            for title in titles:
                made.item(section, subsection, title)
    return made.book(), made.items


def _plan(dice: random.Random) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Sections with their subsections and the titles of their items; 概况 opens each subsection."""
    left, at = ITEMS - SUBSECTIONS, 0
    for number, section in enumerate(_HEADS[:SECTIONS]):
        count = (SUBSECTIONS + SECTIONS - 1 - number) // SECTIONS
        subsections: list[tuple[str, list[str]]] = []
        for n in range(count):
            more = left // (SUBSECTIONS - at)
            left, at = left - more, at + 1
            titles = dice.sample(_TITLES, more)
            subsections.append((f"{section}{_PARTS[n]}", ["概况" if dice.random() < 0.7 else "概　况", *titles]))
        yield section, subsections


class _Printer:
    """Sets the book page by page."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.items = dice, list[Item]()
        self._pages: list[list[str]] = [[]]
        self._room, self._contents, self._heads = _PAGE, list[str](), list[str]()

    @property
    def page(self) -> int:
        return len(self._pages)

    def section(self, name: str) -> None:
        if self._pages[-1]:
            self._turn()
        self._heads.extend([name] * (self.page - len(self._heads)))
        self._list(name, 0)
        self._pages[-1] += [name, ""]

    def subsection(self, name: str) -> None:
        self._list(name, 1)
        self._pages[-1] += ["", name, ""]

    def item(self, section: str, subsection: str, title: str) -> None:
        if self._room < 120:
            self._turn()
        paragraphs = [self._said(self.dice.randint(220, 330)) for _ in range(2)]
        self.items.append(Item(section, subsection, "".join(title.split()), "\n".join(paragraphs), self.page))
        self._set(f"【{title}】　{paragraphs[0]}")
        self._set(f"　　{paragraphs[1]}")

    def _said(self, length: int) -> str:
        said = ""
        while len(said) < length:
            day = f"{self.dice.randint(1, 12)}月{self.dice.randint(1, 28)}日，" if self.dice.random() < 0.3 else ""
            place = f"{self.dice.choice(_NAMES)}{self.dice.choice(_NAMES)}镇"
            figure = f"，投入资金{self.dice.randint(10, 9999)}万元" if self.dice.random() < 0.4 else ""
            what = f"{self.dice.choice(_WHO)}在{place}{self.dice.choice(_DID)}{self.dice.choice(_WHAT)}"
            said += f"{day}{what}{figure}，惠及群众{self.dice.randint(100, 99999)}人。"
        return said

    def _set(self, line: str) -> None:
        """A paragraph, cut in the midst of a sentence where its page ends."""
        while len(line) > self._room:
            cut = next(
                (at for at in range(self._room, 20, -1) if "一" <= line[at] <= "鿿" and "一" <= line[at - 1] <= "鿿"),
                21,
            )
            self._pages[-1].append(line[:cut])
            line = line[cut:]
            self._turn()
        self._pages[-1].append(line)
        self._room -= len(line)

    def _turn(self) -> None:
        self._heads.extend([self._heads[-1]] * (self.page - len(self._heads)))
        self._pages.append([])
        self._room = _PAGE

    def _list(self, name: str, deep: int) -> None:
        self._contents.append(f"{'　　' * deep}{name}……………………{self.page}")

    def book(self) -> str:
        """The pages with their running heads and numbers, below the cover and the contents."""
        self._heads.extend([self._heads[-1]] * (self.page - len(self._heads)))
        lines = ["江浦年鉴（2019）", "江浦县地方志办公室　编", "", "目　录", "", *self._contents, ""]
        opened = {name: at for at, name in reversed(list(enumerate(self._heads)))}
        for at, page in enumerate(self._pages):
            head = "江浦年鉴（2019）" if at % 2 else self._heads[at]
            lines += [head] if opened[self._heads[at]] != at else []
            lines += [*page, f"— {at + 1} —"]
        return "\n".join(lines) + "\n"
