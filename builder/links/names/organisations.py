"""Organisations: listed ones in all their spellings, and companies found by the end of their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy

from builder.language.lexicon import Lexicon
from builder.links.corpus import Unit
from builder.links.names.hits import At, Hits
from builder.links.names.lists import listed
from builder.records.names import Groups

_COMPANY = re.compile(
    r"(?:[\u3400-\u9fff]|（[\u3400-\u9fff]{1,8}）){4,26}?(?:有限责任公司|股份有限公司|有限公司)(?!的?(?:董事|总经理))?"
)
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州"
    "|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
_LEAD = (
    r".*(?:与|到|在|由|对|向|赴|的|会见|走访|发布|入驻|等|和(?={places})|以及|是|家(?={places}|企业)|深入|先后|了|^同"
    r"|牵头企业|其中|^原|表彰|授予|调研|获|包括|成立|组建|拜访|使用)"
)
_COUNTY = re.compile(r"^[\u3400-\u9fff]{2}[县区]")
_TOWN = re.compile(r"^(?:.{2}[县市])?.{2,3}镇(?=.{2,}有限)")
# Groups whose names are the beginning of an office more often than not.
_OFFICIAL = ("党委部门", "人大政协", "议事协调机构", "法院检察院与军队", "省与中央", "市政府部门", "人民团体与党派")
_OFFICE = re.compile(
    r"党?组?(?:党委)?(?:常务)?副?(?:部长|书记|主任|局长|组长|院长|常委|委员|董事|总经理|经理|行长|总裁|司令员|政委|政治委员|厅长|检察长|秘书长|队长|主席|副书记|成员|员)"
)


class Directory:
    """All known organisations: spelling -> name, name -> group; and the cities that are not this one."""

    def __init__(self, names: Groups, city: str, others: Iterable[str]) -> None:
        self.form: dict[str, str] = {}
        self.groups: dict[str, str] = {}
        self.city = city
        self._others = tuple(sorted({name.removesuffix("市") for name in others}))
        for one in listed(names):
            self.learn(one.name, one.group, one.forms)

    def learn(self, name: str, group: str, forms: Iterable[str]) -> None:
        """Add an organisation; one whose name begins with 市 is also met with the city's full name."""
        self.groups.setdefault(name, group)
        for form in forms:
            self.form.setdefault(form, name)
            if form.startswith("市"):
                self.form.setdefault(self.city + form[1:], name)

    def branch(self) -> Directory:
        """A copy that may learn what this one does not know."""
        other = copy(self)
        other.form, other.groups = dict(self.form), dict(self.groups)
        return other

    def take(self, other: Directory) -> None:
        """Take what another has learned, where it says nothing against what is known."""
        self.form = other.form | self.form
        self.groups |= {name: group for name, group in other.groups.items() if name not in self.groups}

    def elsewhere(self, text: str, start: int) -> bool:
        """True when 市教育局 at `start` belongs to another city: 郑州市教育局, or is the end of a word."""
        return text[start] == "市" and text.endswith(self._others, 0, start)


def learn_companies(directory: Directory, units: Iterable[Unit]) -> list[str]:
    """Companies by the end of their name, in entries only; the new names, in order."""
    new: list[str] = []
    lead = re.compile(_LEAD.replace("{places}", f"{_PROVINCES}|{directory.city.removesuffix('市') or '本市'}"))
    for unit in units:
        if unit.entry is None:
            continue
        for found in _COMPANY.finditer(unit.reading):
            name = _local(_TOWN.sub("", lead.sub("", found[0])), directory.city)
            if len(name) >= 8 and name not in directory.form:
                directory.learn(_known(directory, name) or name, "企业", (name,))
                new.append(name)
    return new


def _local(name: str, city: str) -> str:
    """A company's name without the city (and county) in front of it, where enough of a name is left."""
    rest = name.removeprefix(city) if city else name
    if rest == name:
        return name
    return next((one for one in (_COUNTY.sub("", rest), rest) if len(one) > 8), name)


def _known(directory: Directory, name: str) -> str | None:
    """The known company of which `name` is a longer spelling: 高都镇金工铸业有限公司."""
    return next((directory.form[name[i:]] for i in range(1, len(name) - 7) if name[i:] in directory.form), None)


def find_organisations(directory: Directory, units: Sequence[Unit]) -> Hits:
    """Where organisations are named; not where the name is part of an office (市委组织部部长)."""
    lexicon = Lexicon(directory.form)
    index = Hits(groups=directory.groups)
    for unit in units:
        index.add(unit, _in_unit(directory, lexicon, unit))
    return index


def _in_unit(directory: Directory, lexicon: Lexicon, unit: Unit) -> Iterator[At]:
    for part, text in enumerate(unit.texts):
        for hit in lexicon.find(text):
            name = directory.form[hit.name]
            official = directory.groups[name] in _OFFICIAL
            if directory.elsewhere(text, hit.start) or (official and _OFFICE.match(text, hit.end)):
                continue
            yield At(part, hit.start, hit.end, name, hit.name, "organisation.listed")
