"""What the links are once they are found: plain data for the writers. No finding, no writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Link:
    """A piece of running text that leads somewhere.

    `part` is the index in the owner's texts (`entry.paragraphs`, `list(document.texts())`);
    `target` an id of `kind`. `rule` and `why` say what found it, for `yearbook explain`.
    """

    part: int
    start: int
    end: int
    kind: str
    target: str
    rule: str = ""
    why: str = ""


@dataclass
class IndexItem:
    """A line of an index: where a name is met. `mentions` are entries, `documents` documents.

    `pinyin` and `strokes` are sort keys: compare them as strings.
    """

    id: str
    name: str
    pinyin: str = ""
    strokes: str = ""
    mentions: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)
    group: str = ""


@dataclass
class Held:
    """An office as a person bore it: first and last date seen, and the entries that show it."""

    title: str
    first: str
    last: str
    entries: list[str] = field(default_factory=list)


@dataclass
class Person(IndexItem):
    """A person: offices in the order of their first date, months, and who is named beside."""

    offices: list[Held] = field(default_factory=list)
    months: dict[str, int] = field(default_factory=dict)
    together: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class Place(IndexItem):
    """A place; `within` is the id of the place it belongs to, whose entries include its own."""

    within: str | None = None
    own: int = 0


@dataclass
class DocumentNumber(IndexItem):
    """A document number, normalised; `document` is None where it is not in these volumes."""

    series: str = ""
    year: int = 0
    serial: int = 0
    title: str = ""
    document: str | None = None


@dataclass
class Title(IndexItem):
    """A title in 《》; `document` is None where it is not in these volumes."""

    document: str | None = None


@dataclass
class Holder:
    """Who held an office: first and last date seen; `change` is the entry that tells of the change."""

    person: str
    first: str
    last: str
    entries: list[str] = field(default_factory=list)
    began: str | None = None
    ended: str | None = None


@dataclass
class Office:
    """An office with its holders, in the order of time."""

    id: str
    title: str
    pinyin: str
    strokes: str
    holders: list[Holder] = field(default_factory=list)


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for (or against) a link, with its points."""

    name: str
    points: float
    evidence: str = ""


@dataclass
class Pair:
    """An entry of another chronicle that tells of the same event."""

    entry: str
    score: float
    reasons: list[Reason] = field(default_factory=list)


@dataclass
class Difference:
    """Where two accounts of one event differ: `kind` 日期, 人名, 职务, 数字."""

    entry: str
    other: str
    kind: str
    here: str
    there: str


@dataclass
class Cite:
    """A document number in a document's text; `title` is the 《》 in front of it, if any."""

    number: str
    title: str
    document: str | None


@dataclass
class Mention:
    """A title in 《》 in an entry; `document` is None where it is not in these volumes."""

    title: str
    document: str | None
    rule: str = ""
    why: str = ""


@dataclass
class Step:
    """One step of a series: its number, where it stands, its date (None for 是月)."""

    number: int
    owner: str
    date: str | None


@dataclass
class Series:
    """A numbered series as a timeline; `gaps` are (first, last) numbers that stand nowhere."""

    id: str
    name: str
    steps: list[Step]
    gaps: list[tuple[int, int]]


@dataclass
class Recurring:
    """The same yearly event: (year, entry) in the order of time."""

    id: str
    name: str
    entries: list[tuple[int, str]]


@dataclass(frozen=True)
class Suggestion:
    """Something that looks like a name and is in no list: `stub` is TOML to paste."""

    kind: str
    text: str
    owner: str
    stub: str


@dataclass(frozen=True)
class Figures:
    """A column that the tables of an item have in several years: its name, the years, (label of a row, its figures)."""

    name: str
    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Contradiction:
    """A link that contradicts another: for `yearbook check`."""

    name: str
    owner: str
    facts: dict[str, str]


@dataclass
class Linkage:
    """All links of all volumes. Keys are ids of entries and documents."""

    spans: dict[str, list[Link]] = field(default_factory=dict)
    persons: list[Person] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    organisations: list[IndexItem] = field(default_factory=list)
    projects: list[IndexItem] = field(default_factory=list)
    meetings: list[IndexItem] = field(default_factory=list)
    tables: list[IndexItem] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    numbers: list[DocumentNumber] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    cites: dict[str, list[Cite]] = field(default_factory=dict)
    cited_by: dict[str, list[str]] = field(default_factory=dict)
    announced: dict[str, list[str]] = field(default_factory=dict)
    same_event: dict[str, list[Pair]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    related: dict[str, list[str]] = field(default_factory=dict)
    over_years: dict[str, list[str]] = field(default_factory=dict)
    figures: dict[str, list[Figures]] = field(default_factory=dict)
    series: list[Series] = field(default_factory=list)
    recurring: list[Recurring] = field(default_factory=list)
    subjects: list[IndexItem] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    checks: list[Contradiction] = field(default_factory=list)

    def named(self) -> dict[str, Sequence[IndexItem]]:
        """The indexes whose items are ids of their own in the data files."""
        return {"persons": self.persons, "places": self.places, "organisations": self.organisations}
