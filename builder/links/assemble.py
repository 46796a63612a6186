"""The order in which links are found: who, what number, what title, where, then what it has to do with what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from builder.language.sorting import Slugs, slug
from builder.links.corpus import Unit, by_batch
from builder.links.documents.announced import announce, announced_titles
from builder.links.documents.numbers import Numbers, find_all
from builder.links.documents.titles import Shelf, Titled, find_titles, group, key
from builder.links.events import matters
from builder.links.events.differences import differences
from builder.links.events.events import Evidence, same_events
from builder.links.events.timelines import find_series, find_yearly
from builder.links.names import suggest
from builder.links.names.hits import Hits, fill, items, keyed
from builder.links.names.organisations import Directory, find_organisations, learn_companies
from builder.links.names.places import Gazetteer, find_places, learn_towns, place_items
from builder.links.names.spans import settled
from builder.links.persons.changes import changes
from builder.links.persons.mentions import Named, find_persons
from builder.links.persons.offices import held, offices
from builder.links.persons.people import people, person_ids
from builder.links.persons.titleship import OfficeTitles
from builder.links.topics.likeness import Topics
from builder.links.topics.over_years import over_years
from builder.links.topics.related import found, related, yearly_names
from builder.links.topics.subjects import subjects
from builder.model.linkage import IndexItem, Link, Linkage, Mention, Title
from builder.records.names import Names
from builder.records.volume import VolumeRecord

Bearer = tuple[str, str, str] | None


class Assembly:
    """Finds everything once and puts it together."""

    def __init__(
        self, units: Sequence[Unit], names: Names, records: Mapping[str, VolumeRecord], slugs: Mapping[str, Slugs]
    ) -> None:
        self.slugs = defaultdict(Slugs, slugs)
        self.units, self.names, self.records = units, names, records
        self.by_id = {unit.id: unit for unit in units}
        self.batch = {one.id: one.batch or one.id for one in records.values()}
        self.result = Linkage()
        self.persons = dict[str, list[Named]]()
        self.numbers: Numbers = find_all(units, names.series, self.slugs["numbers"])
        self.gazetteer = Gazetteer(names.places)
        self.directory = Directory(names.organisations, names.places.city, self._other_cities())
        self.places, self.organisations = Hits(self.gazetteer.groups), Hits(self.directory.groups)
        for row in by_batch(units, self.batch).values():
            self._find_names(row)
        self._drop_inner_places()
        self.titles = self._find_titles()

    def _find_names(self, units: Sequence[Unit]) -> None:
        """Persons, places and organisations of one batch: what it teaches, it teaches itself alone, or a volume
        that joins later would change the pages that were there."""
        self.persons |= find_persons(self.names, units)
        gazetteer, directory = self.gazetteer.branch(), self.directory.branch()
        learn_towns(gazetteer, units)
        learn_companies(directory, units)
        self.places.hits |= find_places(gazetteer, units).hits
        self.organisations.hits |= find_organisations(directory, units).hits
        self.gazetteer.take(gazetteer)
        self.directory.take(directory)

    def _other_cities(self) -> list[str]:
        away = [form for form, name in self.gazetteer.form.items() if self.gazetteer.groups.get(name) == "市外"]
        return [*away, *(county for county in self.gazetteer.counties if county.endswith("市"))]

    def _drop_inner_places(self) -> None:
        """清河集团 is no mention of the river; 东山县人民医院 is one of the county."""
        counties = self.gazetteer.counties
        for owner, hits in self.places.hits.items():
            houses = self.organisations.hits.get(owner, [])
            if houses:
                self.places.hits[owner] = [
                    hit
                    for hit in hits
                    if hit.name in counties
                    or not any(h.part == hit.part and h.start <= hit.start and hit.end <= h.end for h in houses)
                ]

    def _find_titles(self) -> dict[str, list[tuple[int, Titled, Bearer]]]:
        documents = [unit for unit in self.units if unit.document]
        shelves = {name: Shelf(row) for name, row in by_batch(documents, self.batch).items()}

        def found(unit: Unit, title: str) -> Bearer:
            """The document of its own batch, or else of the first that has one."""
            own = shelves.get(self.batch.get(unit.volume, ""))
            rest = (shelf for shelf in shelves.values() if shelf is not own)
            return next((one for shelf in (own, *rest) if shelf and (one := shelf.find(title))), None)

        return {
            unit.id: [
                (part, title, found(unit, title.title))
                for part, text in enumerate(unit.texts)
                for title in find_titles(text)
            ]
            for unit in self.units
        }

    def linkage(self) -> Linkage:
        """The whole, in the order that later parts need."""
        self._people()
        self._indexes()
        self._titles()
        self._events()
        self._lists()
        self.result.spans = {unit.id: row for unit in self.units if (row := settled(unit, self._spans(unit)))}
        return self.result

    def _people(self) -> None:
        out, units = self.result, self.units
        readings = self.names.persons.readings
        reader = OfficeTitles(self.names)
        told = [one for unit in units if unit.entry for one in changes(unit, self.persons[unit.id], reader)]
        self.ids = person_ids(units, self.persons, readings, self.slugs["persons"])
        by_person = held(units, self.persons, told)
        out.persons = people(units, self.persons, self.ids, by_person, readings)
        shown = self.names.offices.shown.titles
        out.offices = offices(shown, by_person, told, self.ids)

    def _indexes(self) -> None:
        out, units = self.result, self.units
        self.place_ids = place_items(self.gazetteer, units, self.places, self.slugs["places"])
        self.house_ids = items(units, self.organisations, self.slugs["organisations"])
        out.places = sorted(self.place_ids.values(), key=lambda p: p.pinyin)
        out.organisations = sorted(self.house_ids.values(), key=lambda o: o.pinyin)
        out.projects = matters.projects(units, self.names.projects)
        out.meetings = matters.meetings(units, self.names.meetings)
        out.tables = matters.tables(units)
        out.numbers = sorted(self.numbers.index.values(), key=lambda n: (n.pinyin.split("\t")[0], n.name))
        out.cites, out.cited_by = self.numbers.cites, self.numbers.cited_by

    def _titles(self) -> None:
        out, slugs, found = self.result, self.slugs["titles"], dict[str, Title]()
        documents = {unit.id: unit for unit in self.units if unit.document}
        for unit in self.units:
            for part, title, bearer in self.titles[unit.id]:
                kind = group(unit.texts[part], title)
                if kind == "文件" or unit.entry:
                    name = key(title.title) or title.title
                    if name not in found:
                        found[name] = Title(slugs.take(slug(title.title)[:80], name), title.title, group=kind)
                        keyed(found[name])
                    fill(found[name], unit, title.title)
                    found[name].document = found[name].document or (bearer[0] if bearer else None)
                if unit.entry:
                    here, rule, why = bearer or (None, "", "")
                    out.mentions.setdefault(unit.id, []).append(Mention(title.title, here, rule, why))
            if unit.entry:
                self._announce(unit, documents)
        out.titles = sorted(found.values(), key=lambda t: t.pinyin)

    def _announce(self, unit: Unit, documents: Mapping[str, Unit]) -> None:
        row = self.titles[unit.id]
        for part, text in enumerate(unit.texts):
            bearers = {title: bearer for at, title, bearer in row if at == part}
            said = [(t, b[0]) for t in announced_titles(text, list(bearers)) if (b := bearers[t])]
            announcements, doubts = announce(unit, said, documents)
            for one in announcements:
                self.result.announced.setdefault(one.document, []).append(one.entry)
            self.result.checks.extend(doubts)

    def _events(self) -> None:
        out, units = self.result, self.units
        topics = Topics(units, self.persons, self.batch)
        weights = self.names.events
        known = Evidence(self.persons, _names(self.places), _names(self.organisations), weights)
        out.same_event = same_events(topics, known, units)
        out.differences = differences(self.by_id, out.same_event, self.persons)
        settings = self.names.related
        shares = found(topics, settings)
        out.related = related(topics, shares, out.same_event, settings.least)
        self.alike_yearly = yearly_names(topics, shares, settings)

    def _lists(self) -> None:
        out, units = self.result, self.units
        out.over_years, out.figures = over_years(units)
        out.series = find_series(units, self.names.timelines)
        out.recurring = find_yearly(units, self.names.yearly)
        named: dict[str, Sequence[IndexItem]] = {
            "人物": out.persons,
            "地名": out.places,
            "机构": out.organisations,
            "项目与活动": out.projects,
            "会议": out.meetings,
            "文件": [t for t in out.titles if t.group == "文件"],
            "表": out.tables,
        }
        known = {item.name for row in named.values() for item in row}
        out.subjects = subjects({**named, "主题": matters.quoted(units, known)})
        doubtful = suggest.doubtful_namesakes(self.persons, units)
        forms = self.directory.form
        proposed = suggest.suggestions(units, self.persons, forms, self.gazetteer.form, doubtful)
        listed = {entry for one in out.recurring for _, entry in one.entries}
        checked = frozenset(self.names.checked.texts)
        rest = suggest.yearly(self.alike_yearly, listed)
        out.suggestions = [one for one in (*proposed, *rest) if one.text not in checked]

    def _spans(self, unit: Unit) -> Iterator[Link]:
        for one in self.persons[unit.id]:
            yield Link(one.part, one.start, one.end, "person", self.ids[one.key], one.rule, one.why)
        for hit in self.places.hits[unit.id]:
            yield Link(hit.part, hit.start, hit.end, "place", self.place_ids[hit.name].id, hit.rule, hit.form)
        for hit in self.organisations.hits[unit.id]:
            yield Link(hit.part, hit.start, hit.end, "organisation", self.house_ids[hit.name].id, hit.rule, hit.form)
        for part, number in self.numbers.hits[unit.id]:
            item = self.numbers.index[number.number]
            if item.document and item.document != unit.id:
                yield Link(part, number.start, number.end, "document", item.document, "number", number.number)
            elif not item.document:
                yield Link(part, number.start, number.end, "number", item.id, "number", number.number)
        for part, title, bearer in self.titles[unit.id]:
            if bearer and bearer[0] != unit.id:
                yield Link(part, title.start, title.end, "document", bearer[0], bearer[1], bearer[2])


def _names(index: Hits) -> dict[str, frozenset[str]]:
    return {owner: frozenset(hit.name for hit in hits) for owner, hits in index.hits.items()}
