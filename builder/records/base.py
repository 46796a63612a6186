"""What all records share: strict, frozen, and a table with an unknown key is refused with the nearest known one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

# Where no known word is near.
NONE = "—"


def wrong(key: str, *at: str | int, **facts: object) -> PydanticCustomError:
    """A fault: the key of its message, where in the table it stands (keys and numbers), what fills the message."""
    return PydanticCustomError("wrong", "{key}", {"key": key, "at": at, "facts": facts})


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like another; a dash where none is."""
    names = {one.lower(): one for one in known}
    found = difflib.get_close_matches(word.lower(), names, 1, 0.5)
    return names[found[0]] if found else NONE


class Record(BaseModel):
    """A table of a data file. Its fields are the keys that may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _known(cls, data: Any) -> Any:
        keys = [field.alias or name for name, field in cls.model_fields.items()]
        unknown = [key for key in data if key not in keys] if isinstance(data, dict) else []
        if unknown:
            raise wrong("toml.unknown", unknown[0], near=nearest(unknown[0], keys), known="、".join(keys))
        if isinstance(data, dict):
            cls.check(data)
        return data

    @classmethod
    def check(cls, data: dict[str, Any]) -> None:
        """Raise `wrong` for what the types of the fields cannot say, before they are looked at."""


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error:
        raise wrong("toml.pattern", pattern=value) from None
    return value


def _counting(value: str) -> str:
    if re.compile(_pattern(value)).groups < 1:
        raise wrong("toml.group", pattern=value)
    return value


Said = Annotated[str, Field(min_length=1)]
Listed = BeforeValidator(_tuple)
Texts = Annotated[tuple[Said, ...], Listed]
Pattern = Annotated[str, Field(min_length=1), AfterValidator(_pattern)]
Patterns = Annotated[tuple[Pattern, ...], Listed]
# A pattern with a group that is the number.
Counting = Annotated[str, AfterValidator(_counting)]
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
