"""All published ids with a digest of what each names, and the ids that entries keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.edition.read import Read
from builder.engine.sketch import likeness, pairs, same, sketch
from builder.engine.text import Text
from builder.language.sorting import Slugs
from builder.model.blocks import Block
from builder.model.linkage import IndexItem, Linkage
from builder.model.volume import Attachment, Document, Entry, Volume
from builder.sources.register import GONE, Register

NAMED = ("persons", "places", "organisations", "numbers", "titles")


def slugs_of(register: Register) -> dict[str, Slugs]:
    """For each kind of named things the addresses that it has given out."""
    return {kind: Slugs(register.below(f"index/{kind}/")) for kind in NAMED}


def named_ids(linkage: Linkage, slugs: Mapping[str, Slugs]) -> Iterator[tuple[str, str]]:
    """The ids of named things; the digest is of the name and of what tells namesakes apart."""
    kinds: dict[str, Sequence[IndexItem]] = {**linkage.named(), "numbers": linkage.numbers, "titles": linkage.titles}
    for kind, items in kinds.items():
        yield from ((f"index/{kind}/{item.id}", slugs[kind].given[item.id]) for item in items)


def ids_of(reads: Sequence[Read]) -> Iterator[tuple[str, str]]:
    """Every id that a volume publishes: its own, its months, entries, documents and their anchors."""
    for read in reads:
        raw = read.ledger.raw
        yield read.volume.id, read.record.sha256[:16]
        for part in read.volume.parts:
            whole: set[int] = set()
            for entry in part.entries:
                mine = pairs(entry.texts(), raw)
                whole |= mine
                yield entry.id, sketch(mine)
                yield from (
                    (f"{part.id}#{block.anchor}", sketch(pairs(block.texts(), raw)))
                    for block in entry.blocks
                    if block.anchor
                )
            yield part.id, sketch(whole)
        for document in read.volume.documents:
            yield document.id, sketch(pairs(document.texts(), raw))
            for anchor, thing in _anchored(document):
                yield f"{document.id}#{anchor}", sketch(pairs(_own(thing), raw))


def _anchored(document: Document) -> Iterator[tuple[str, Block | Attachment]]:
    for block in document.all_blocks():
        if block.anchor:
            yield block.anchor, block
    yield from ((one.anchor, one) for one in document.attachments)


def _own(thing: Block | Attachment) -> Iterator[Text]:
    if isinstance(thing, Block):
        yield thing.text
        yield from thing.texts()
    else:
        yield from (thing.label_text, thing.title)
        if not (thing.label_text.s or thing.title.s):
            yield from (text for block in thing.blocks[:1] for text in block.texts())


def settle(volume: Volume, raw: str, register: Register) -> None:
    """Give each entry the registered id whose text it has; to a new one the number above all of its date.

    A volume that took over another one's ids (`gazette-2020-1 = gazette-2020-01`) numbers as that one did.
    """
    known: dict[str, str] = {}
    for old in (old for old, told in register.aliases.items() if told.now == (volume.id,)):
        for rest in register.below(f"{old}/"):
            known[rest] = GONE if f"{old}/{rest}" in register.aliases else register.digests[f"{old}/{rest}"]
    known |= register.below(f"{volume.id}/")
    dates: dict[str, list[Entry]] = {}
    for entry in (entry for part in volume.parts for entry in part.entries):
        dates.setdefault(entry.id.rpartition("-")[0], []).append(entry)
    published: dict[str, dict[str, str]] = {}
    for rest, digest in known.items():
        one = f"{volume.id}/{rest}"
        published.setdefault(one.rpartition("-")[0], {})[one] = digest
    for date, entries in dates.items():
        _number(date, entries, published.get(date, {}), raw)


def _number(date: str, entries: list[Entry], known: Mapping[str, str], raw: str) -> None:
    found: list[tuple[float, bool, int, str]] = []
    for at, entry in enumerate(entries):
        mine = sketch(pairs(entry.texts(), raw)) if known else ""
        for one, digest in known.items():
            here = one == entry.id
            if (here and not digest) or (digest not in ("", GONE) and same(digest, mine)):
                found.append((-likeness(digest or mine, mine), not here, at, one))
    given: dict[int, str] = {}
    for *_, at, one in sorted(found):
        if at not in given and one not in given.values():
            given[at] = one
    numbers = [int(number) for one in known if (number := one.rpartition("-")[2]).isdigit()]
    highest = max(numbers, default=0)
    for at, entry in enumerate(entries):
        if at not in given:
            highest += 1
        entry.id = given.get(at, f"{date}-{highest}")
