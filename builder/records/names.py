"""`names.toml`: spellings that are known, and the weights and patterns of links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from builder.records.base import Count, Counting, Listed, Pattern, Patterns, Record, Said, Texts

# group -> names, each with its other spellings: name|other spelling@place.
Groups = Mapping[str, Texts]


class Namesake(Record):
    """Two people of one name: a word of the entry says which."""

    name: Said
    context: Annotated[tuple[Said, ...], Listed, Field(min_length=1)]
    note: str = ""


class Persons(Record):
    """The grammar by which names of persons are found."""

    surnames: str = ""
    compound: Texts = ()
    readings: Mapping[str, str] = {}
    foreign: str = ""
    never_last: str = ""
    after: Texts = ()
    before: Texts = ()
    after_place: Texts = ()
    does: Texts = ()
    wins: Texts = ()
    not_names: Texts = ()
    namesake: Annotated[tuple[Namesake, ...], Listed] = ()


class Shown(Record):
    """Offices whose holders are shown as a line of time."""

    titles: Texts = ()


class Offices(Record):
    """Words and patterns of offices."""

    words: Texts = ()
    lead: Texts = ()
    lead_patterns: Patterns = ()
    within: Patterns = ()
    parties: Texts = ()
    short: Texts = ()
    same: Mapping[str, str] = {}
    shown: Shown = Shown()


class Shadow(Record):
    """Names that hold the short name of a place and are no place."""

    names: Texts = ()


class Places(Record):
    """The city, its counties with their spellings, further places."""

    city: str = ""
    not_before: Mapping[str, Texts] = {}
    not_names: Texts = ()
    counties: Mapping[str, Texts] = {}
    shadow: Shadow = Shadow()
    known: Groups = Field(default={})


class Events(Record):
    """Points for and against two entries telling of one event, and how far apart they may be."""

    days: Count = 0
    words: Count = 0
    candidates: Count = 0
    enough: float = 0
    least_text: float = 0
    twice: float = 0
    twice_text: float = 0
    text: float = 0
    shared: float = 0
    shared_full: float = 1
    same_day: float = 0
    same_range: float = 0
    days_off: float = 0
    lead: float = 0
    lead_against: float = 0
    persons: float = 0
    nobody_shared: float = 0
    number: float = 0
    number_against: float = 0
    title: float = 0
    place: float = 0
    organisation: float = 0
    act: float = 0
    act_against: float = 0
    acts: Mapping[str, Texts] = {}


class Related(Record):
    """How alike the entries of one matter, and of one yearly event, are at least."""

    words: Count = 6
    candidates: Count = 20
    least: float = 0.3
    yearly: float = 0.4
    yearly_name: float = 20
    yearly_days: Count = 45


class Checked(Record):
    """Suggestions that were looked at and are none."""

    texts: Texts = ()


class Names(Record):
    """All that is known by name."""

    series: Mapping[str, str] = {}
    persons: Persons = Persons()
    offices: Offices = Offices()
    places: Places = Places()
    organisations: Groups = Field(default={})
    projects: Groups = Field(default={})
    meetings: Mapping[str, Pattern] = {}
    events: Events = Events()
    related: Related = Related()
    timelines: Mapping[str, Counting] = {}
    yearly: Mapping[str, Pattern] = {}
    checked: Checked = Checked()
