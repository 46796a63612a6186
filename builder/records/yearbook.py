"""`[yearbook]` of the catalogue: who publishes this edition. The one place that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from builder.records.base import Record, Said, wrong

_KEY = re.compile(r"[a-z][a-z0-9-]*")
_TAG = re.compile(r"tag:[^\s:,]+,[12]\d{3}(?:-\d{2}){0,2}:\S*")


def _key(value: str) -> str:
    if not _KEY.fullmatch(value):
        raise wrong("yearbook.key", said=value)
    return value


def _tag(value: str) -> str:
    if value and not _TAG.fullmatch(value):
        raise wrong("yearbook.tag", said=value)
    return value


class Yearbook(Record):
    """An office's edition. `about` says in one sentence what it holds; `key` begins the keys of BibTeX and names the
    folder of the bundle; `tag` names feeds for ever where there is no public address (RFC 4151); `examples` are those
    of the search help by their kind (two, phrase, minus, near, title, person, number, time), found where not given."""

    name: Said = "数字年鉴"
    place: str = ""
    publisher: str = ""
    about: str = ""
    key: Annotated[str, AfterValidator(_key)] = "yearbook"
    tag: Annotated[str, AfterValidator(_tag)] = ""
    examples: Mapping[str, str] = {}
    contact: str = ""
    edition: str = ""

    @property
    def feed_tag(self) -> str:
        """What the ids of feeds begin with."""
        return self.tag or f"tag:{self.key}.invalid,2000:"


# What an edition is called whose catalogue does not say.
NAMELESS = Yearbook()
