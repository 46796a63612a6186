"""Build and links: CPU time for the five volumes, and how it grows with the text.

The peer in the same run is the same work on one copy of the text: ten copies should take about ten times.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import process_time

from builder.commands.read import read_all
from builder.links import link
from builder.model.volume import Entry, Volume
from builder.sources import catalogue

COPIES = 10


def later(volume: Volume, times: int) -> Volume:
    """The same volume some years later, under ids of its own."""

    def moved(day: str | None) -> str | None:
        return None if day is None else f"{int(day[:4]) + 2 * times}{day[4:]}".replace("-02-29", "-02-28")

    def entry(one: Entry) -> Entry:
        return replace(one, id=one.id.replace("/", f"-{times}/"), start=moved(one.start), end=moved(one.end))

    return replace(
        volume,
        id=f"{volume.id}-{times}",
        months=[
            replace(
                m, id=m.id.replace("/", f"-{times}/"), year=m.year + 2 * times, entries=[entry(e) for e in m.entries]
            )
            for m in volume.months
        ],
        documents=[replace(d, id=d.id.replace("/", f"-{times}/")) for d in volume.documents],
    )


def main() -> None:
    """Print the table."""
    sources = catalogue.load(Path("source_texts"))
    begin = process_time()
    volumes = [read.volume for read in read_all(sources)]
    reading = process_time() - begin
    begin = process_time()
    link(volumes, sources.names, {})
    once = process_time() - begin
    many = [later(volume, times) for times in range(COPIES) for volume in volumes]
    begin = process_time()
    link(many, sources.names, {})
    grown = process_time() - begin
    print(f"reading five volumes: {reading:.2f} s of CPU; their links: {once:.2f} s")
    print(f"links at {COPIES} times the text: {grown:.2f} s, ratio {grown / once:.1f}")


if __name__ == "__main__":
    main()
