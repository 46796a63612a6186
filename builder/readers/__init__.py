"""Readers: one per kind of volume, from the cleaned text to the model."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.volume import Volume
from builder.readers.chronicle import read as read_chronicle
from builder.readers.document import read as read_document
from builder.readers.gazette import read as read_gazette
from builder.readers.source import Source
from builder.readers.yearbook import read as read_yearbook

READERS: dict[str, Callable[[Source], Volume]] = {
    "yearbook": read_yearbook,
    "chronicle": read_chronicle,
    "gazette": read_gazette,
    "plan": read_document,
    "document": read_document,
}
