"""The offices that stand in front of a name: 省人大常委会副主任、市委书记|张志川."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from builder.links.persons_find import Found

_HARD = re.compile(r".*[。；：！？”》\n]")
_PARTY = re.compile(r"(?:党委|党组|党工委)?(?:第一)?$")
_REACH = 90


class Titles:
    """Cuts the text in front of a name into offices."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        data = names.get("offices", {})
        places = names.get("places", {})
        self._ends = tuple(sorted(data.get("words", ()), key=len, reverse=True))
        self._lead = tuple(sorted(data.get("lead", ()), key=len, reverse=True))
        self._phrases = [re.compile(f"^(?:{pattern})") for pattern in data.get("lead_patterns", ())]
        self._same = {k: v for k, v in data.get("same", {}).items() if isinstance(v, str)}
        self._short = frozenset(data.get("short", ()))
        city, counties = str(places.get("city", "")), "|".join(places.get("counties", {}))
        self._city = re.compile(rf"^{city}(?!{counties or '$'})") if city else re.compile(r"(?!)")

    def before(self, text: str, at: int, others: Sequence[Found]) -> tuple[str, ...]:
        """The offices of the name at `at`. `others` are the names in front of it in the same text.

        In 副市长梁丽萍、武健鹏 the office is the second's too: a name that follows another with
        nothing but 、 between bears what stands in front of the first.
        """
        for other in reversed(others):
            if text[other.end : at] in ("、", "和"):
                at = other.start
            else:
                break
        start = max((o.end for o in others if o.end <= at), default=0)
        context = text[max(start, at - _REACH) : at]
        hard = _HARD.match(context)
        context = context[hard.end() :] if hard else context
        return self.split(context[context.rfind("，") + 1 :])

    def split(self, context: str) -> tuple[str, ...]:
        """The offices of a list like 市委副书记、市长 that ends at its end.

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
        return tuple(self._housed(pieces, i) for i in range(len(pieces)))

    def change(self, said: str) -> tuple[str, ...]:
        """The offices of a list that a change names: 晋城市委委员、常委、副书记、阳城县委书记.

        Bare ones behind the first belong to its house.
        """
        house, found = "", list[str]()
        for piece in re.split(r"[、，]|和(?=[^、]{4})", said):
            title = self.clean(piece)
            word = next((w for w in self._ends if title.endswith(w)), None)
            if word is None:
                break
            if piece.strip() == word and house:
                title = self.clean(house + title)
            house = title[: -len(word)]
            found.append(title)
        return tuple(found)

    def _housed(self, pieces: list[str], i: int) -> str:
        title = pieces[i]
        if title in self._short and i:
            front = pieces[i - 1]
            word = next(w for w in self._ends if front.endswith(w))
            title = _PARTY.sub("", front[: -len(word)]) + title
        return self._same.get(title, title)

    def clean(self, piece: str) -> str:
        """One office without the words of the sentence in front of it, in its usual spelling."""
        title = "".join(piece.split())
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
