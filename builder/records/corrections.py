"""`corrections/<volume>.toml`: what is put right, what is withheld, what is only doubtful."""

from __future__ import annotations

from typing import Annotated, Any

from builder.records.base import Listed, Positive, Record, Said, wrong

_PLACED = ("near", "find", "put")
_NEVER_WITHHELD = (*_PLACED, "times", "see", "base")


class Correction(Record):
    """A correction: in `near`, which stands `times` times in the raw text, `find` is to be `put`.

    `base` is what stood there where a rule changed it before. A withheld one (`withheld = true`) names no text of its
    own but what stands `after` and `before` it, and bears a `note` for readers.
    """

    near: str = ""
    find: str = ""
    put: str = ""
    times: Positive = 1
    why: str = ""
    see: str = ""
    base: str | None = None
    by: str = ""
    withheld: bool = False
    after: str = ""
    before: str = ""
    note: str = ""

    @classmethod
    def check(cls, data: dict[str, Any]) -> None:
        """A withheld one names other keys than the others."""
        if not isinstance(data.get("withheld", False), bool):
            return
        if data.get("withheld"):
            given = [key for key in _NEVER_WITHHELD if key in data]
            if given or not data.get("after") or not data.get("before"):
                raise wrong("correction.withheld", *given[:1])
            return
        lacking = [key for key in (*_PLACED, "why") if key not in data]
        if lacking:
            raise wrong("toml.lacks", keys="、".join(lacking))
        for key in ("near", "find", "why"):
            if data[key] == "":
                raise wrong("toml.empty", key, what=key)


class Doubt(Record):
    """A doubt: what `find` in `near` may be, without changing it."""

    near: Said
    find: Said
    maybe: str = ""
    times: Positive = 1
    why: Said
    see: str = ""
    by: str = ""


class Corrections(Record):
    """What stands in the file of one volume."""

    correction: Annotated[tuple[Correction, ...], Listed] = ()
    doubt: Annotated[tuple[Doubt, ...], Listed] = ()

    @classmethod
    def check(cls, data: dict[str, Any]) -> None:
        """One place is put right once."""
        seen = set[tuple[str, str]]()
        tables = data.get("correction")
        for at, one in enumerate(tables if isinstance(tables, list) else ()):
            place = _place(one)
            if place[0] and place in seen:
                raise wrong("correction.twice", "correction", at, near=place[0][:24])
            seen.add(place)


def _place(one: Any) -> tuple[str, str]:
    get = one.get if isinstance(one, dict) else {}.get
    return "".join(str(get("near", "")).split()), "".join(str(get("find", "")).split())
