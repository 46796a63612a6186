"""The offices that stand in front of a name: 省人大常委会副主任、市委书记|张志川."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from builder.links.persons.find import Found
from builder.records.names import Names

_HARD = re.compile(r".*[。；：！？”》\n]")
_PARTY = re.compile(r"(?:党委|党组|党?工委)?(?:第一)?$")
# The head of a place is named behind an office of its party committee: 朝阳区委常委、副区长.
_HEAD = re.compile(r"(?:常务)?副?(?P<kind>[省州市县区乡镇])长")
_PLACE = "(?P<place>.+?{0}){0}?委"
# A committee of a party that has more than one office in a row: 九三学社中央常委、某省委主委.
_CHAIR = re.compile(r"[\u3400-\u9fff]{2,8}(?:委|委会)副?主委")
_STANDING = "常务委员会"
# Who meets elects: 某某研究会第六次会员代表大会; its name stands at the head of a sentence.
_ASSEMBLY = re.compile(
    r"(?:^|[。\n])(?P<body>[\u3400-\u9fff]{4,20}?)第[一二三四五六七八九十0-9]+[届次][^，。；]{0,8}"
    r"(?:会员|理事|代表)[^，。；]{0,6}大会"
)
_NOTED = re.compile(r"[（(](?P<said>[^（）()]{2,30})[）)]")
_REACH = 90


class OfficeTitles:
    """Cuts the text in front of a name into offices."""

    def __init__(self, names: Names) -> None:
        data, places = names.offices, names.places
        self._ends = tuple(sorted(data.words, key=len, reverse=True))
        self._lead = tuple(sorted(data.lead, key=len, reverse=True))
        self._phrases = [re.compile(f"^(?:{pattern})") for pattern in data.lead_patterns]
        self._same = data.same
        self._within = [re.compile(pattern) for pattern in data.within]
        self._parties = data.parties
        self._short = frozenset(data.short)
        city, counties = places.city, "|".join(places.counties)
        self._city = re.compile(rf"^{city}(?!{counties or '$'})") if city else re.compile(r"(?!)")

    def before(self, text: str, at: int, others: Sequence[Found]) -> tuple[str, ...]:
        """The offices of the name at `at`. `others` are the names in front of it in the same text.

        In 副市长梁丽萍、武健鹏 the office is the second's too: a name that follows another with
        nothing but 、 between bears what stands in front of the first. In 某集团董事长刘军、总经理崔建军
        a bare office belongs to the house of the person in front.
        """
        for other in reversed(others):
            if text[other.end : at] in ("、", "和"):
                at = other.start
            else:
                break
        last = max((o for o in others if o.end <= at), key=lambda o: o.end, default=None)
        start = last.end if last else 0
        context = text[max(start, at - _REACH) : at]
        hard = _HARD.match(context)
        context = context[hard.end() :] if hard else context
        context = context[context.rfind("，") + 1 :]
        house = ""
        if last and context == text[start:at] and context.startswith("、") and context[1:] in self._short:
            house = next(reversed(self.before(text, last.start, [o for o in others if o.end <= last.start])), "")
        return self.split(context, house)

    def noted(self, text: str, at: int) -> tuple[str, ...]:
        """The offices that stand in brackets behind a name which ends at `at`: 申红卫（市应急管理局调研员）."""
        found = _NOTED.match(text, at)
        return self.split(found["said"]) if found else ()

    def split(self, context: str, front: str = "") -> tuple[str, ...]:
        """The offices of a list like 市委副书记、市长 that ends at its end; `front` is an office in front of it.

        From the right, as far as the pieces are offices; a bare one (院长, 行长) belongs to the
        house of the piece in front of it: 省社会科学院党组书记、院长 is 省社会科学院院长.
        """
        pieces: list[str] = []
        for piece in reversed(re.split(r"[、，]", context.strip("、，和与及 "))):
            title = self.clean(piece)
            if len(title) < 2 or not title.endswith(self._ends):
                break
            pieces.append(title)
        pieces.reverse()
        return tuple(self._housed(title, before) for before, title in pairwise([front, *pieces]))

    def change(self, said: str, context: str = "", front: str = "") -> tuple[str, ...]:
        """The offices of a list that a change names: 某市委委员、常委、副书记、西河县委书记.

        Bare ones behind the first belong to its house. A bare first one belongs to the assembly that
        elects (`context` is the text in front of the change), or it is the deputy of `front`, the
        office that the same sentence gave to another: 张志川任某市代表团团长，范丽霞任副团长.
        """
        house, found = "", list[str]()
        for piece in re.split(r"[、，]|和(?=[^、]{4})", said):
            title = self.clean(piece)
            word = next((w for w in self._ends if title.endswith(w)), None)
            if word is None:
                break
            bare = piece.strip() == word
            if house and (bare or (title.startswith(_STANDING) and house.endswith("委员会"))):
                title = self.clean(house + title)
            elif bare and not found:
                title = self._elected(title, context, front)
            house = title[: -len(word)]
            found.append(title)
        return tuple(found)

    def _elected(self, title: str, context: str, front: str) -> str:
        if front.endswith(title.removeprefix("副")) and title.startswith("副") and not front.endswith(title):
            return front.removesuffix(title[1:]) + title
        meeting = next(reversed(list(_ASSEMBLY.finditer(context))), None)
        return meeting["body"] + title if meeting and title in self._short else title

    def _housed(self, title: str, front: str) -> str:
        """An office with the house that it shares with the one in front of it."""
        house = self._house(front)
        if title in self._short:
            title = _PARTY.sub("", house) + title
        elif head := _HEAD.fullmatch(title):
            place = re.fullmatch(_PLACE.format(head["kind"]), house)
            title = place["place"] + title if place else title
        elif _CHAIR.fullmatch(title) and not title.startswith(self._parties):
            title = next((party for party in self._parties if house.startswith(party)), "") + title
        return self._same.get(title, title)

    def _house(self, title: str) -> str:
        """What an office is one of: its words without 董事长."""
        return title.removesuffix(next((w for w in self._ends if title.endswith(w)), ""))

    def clean(self, piece: str) -> str:
        """One office without the words of the sentence in front of it, in its usual spelling."""
        title = "".join(piece.split())
        for pattern in self._within:
            title = pattern.sub("", title)
        for pattern in self._phrases:
            rest = pattern.sub("", title)
            title = rest if rest.endswith(self._ends) else title
        done = False
        while not done:
            done = True
            for word in self._lead:
                if title.startswith(word) and title[len(word) :].endswith(self._ends):
                    title, done = title[len(word) :], False
                    break
        title = self._city.sub("市", title)
        return self._same.get(title, title)
