"""`catalogue.toml`: what an editor says of each volume."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from encodings.aliases import aliases
from typing import Annotated, Literal, NamedTuple, Self, get_args

from pydantic import AfterValidator, Field, model_validator

from builder.records.base import Count, Listed, Positive, Record, Said, Texts, nearest, wrong
from builder.records.corrections import Corrections
from builder.records.layout import Layout
from builder.records.names import Names
from builder.records.profile import Profile
from builder.records.yearbook import NAMELESS, Yearbook

Kind = Literal["yearbook", "chronicle", "gazette", "plan", "document"]
Texture = Literal["plain-text", "ocr-markdown", "pdf-text"]
KINDS: tuple[str, ...] = get_args(Kind)
TEXTURES: tuple[str, ...] = get_args(Texture)
_RANK = {"yearbook": 0, "chronicle": 0, "gazette": 1, "plan": 2, "document": 2}
# What `yearbook new` leaves for the editor to fill in.
OPEN = "待填"
_ID = re.compile(r"[a-z]+-[0-9a-z]+(?:-[0-9a-z]+)*")
_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        raise wrong("toml.date", said=value)
    return value


def _encoding(value: str) -> str:
    try:
        codecs.lookup(value)
    except LookupError:
        near = nearest(value, [*aliases, *aliases.values()])
        raise wrong("toml.encoding/unknown", encoding=value, near=near) from None
    return value


def _file(value: str) -> str:
    if "/" in value or "\\" in value:
        raise wrong("toml.file", said=value)
    return value


class Expect(Record):
    """What was counted by eye; None where nothing is expected. `removed`: rule -> how many characters it takes out."""

    months: Count | None = None
    entries: Count | None = None
    subsections: Count | None = None
    items: Count | None = None
    documents: Count | None = None
    sections: Count | None = None
    boxes: Count | None = None
    headings: Count | None = None
    tables: Count | None = None
    rosters: Count | None = None
    removed: Mapping[str, Count] = {}

    def counted(self) -> dict[str, int]:
        """The expectations that are given, by name; those of rules as `removed.<rule>`."""
        given: dict[str, int] = self.model_dump(exclude={"removed"}, exclude_none=True)
        return given | {f"removed.{rule}": n for rule, n in self.removed.items()}


class Accept(Record):
    """A doubtful boundary that the editor has looked at: raw text that stands in its line, and why it is right."""

    near: Said
    why: Said


class Original(Record):
    """The file that a raw text was converted from, which is kept beside it; `by` is the converter."""

    file: Annotated[str, AfterValidator(_file)]
    sha256: Said
    by: str = ""


class VolumeRecord(Record):
    """A volume. `published` is YYYY, YYYY-MM or YYYY-MM-DD; `file` the raw file where it is not `<id>.txt`;
    `first_page` the number printed on the first page; `markers` the signs of further entries; `batch` a word that
    volumes bear which joined together: links between the volumes of earlier batches stand as they were. `year` is the
    one told of; `volume_year` the one in the title of a yearbook, which tells of the year before."""

    id: Said
    kind: Kind
    texture: Texture
    sha256: str
    title: Said
    publisher: Said
    year: Annotated[int, Field(ge=1, le=9999)]
    volume_year: Annotated[int, Field(ge=1, le=9999)] | None = None
    place: str | None = None
    published: Annotated[str, AfterValidator(_date)] | None = None
    issue: Positive | None = None
    issue_total: Positive | None = None
    about: str | None = None
    batch: str | None = None
    first_page: int | None = None
    markers: Texts | None = None
    file: Annotated[str, AfterValidator(_file)] | None = None
    encoding: Annotated[str, AfterValidator(_encoding)] | None = None
    original: Original | None = None
    expect: Expect = Expect()
    profile: Profile = Profile()
    accept: Annotated[tuple[Accept, ...], Listed] = ()

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not _ID.fullmatch(self.id) or not self.id.startswith(f"{self.kind}-"):
            raise wrong("catalogue.id", "id", id=self.id, kind=self.kind)
        if OPEN in (self.title, self.publisher):
            key = "title" if self.title == OPEN else "publisher"
            raise wrong("catalogue.open", key)
        return self

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Where the volume stands among others: by kind, year and issue."""
        return _RANK[self.kind], self.year, self.issue or 0, self.id

    @property
    def marks(self) -> tuple[str, ...]:
        """The signs of further entries that the catalogue declares."""
        return tuple(self.profile.marks or self.markers or ())

    @property
    def raw(self) -> str:
        """The name of the raw file."""
        return self.file or f"{self.id}.txt"


class Catalogue(Record):
    """Who publishes, and all volumes, in the order of the file."""

    yearbook: Yearbook = NAMELESS
    volume: Annotated[tuple[VolumeRecord, ...], Listed] = ()

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not self.volume:
            raise wrong("catalogue.empty")
        ids = [one.id for one in self.volume]
        twice = next((n for n, one in enumerate(ids) if one in ids[:n]), None)
        if twice is not None:
            raise wrong("catalogue.duplicate", "volume", twice, id=ids[twice])
        return self


# What stands for a volume where there is no catalogue: a rule by itself.
NO_VOLUME = VolumeRecord(
    id="document-0", kind="document", texture="plain-text", sha256="", title="无题", publisher="无", year=1000
)


class VolumeData(NamedTuple):
    """All that rules and readers may know of a volume beside its text."""

    record: VolumeRecord = NO_VOLUME
    corrections: Corrections = Corrections()
    layout: Layout = Layout()
    names: Names = Names()
