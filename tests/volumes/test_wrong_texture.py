"""The five volumes read under each texture that is not theirs: no heading is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.commands.build import product
from builder.edition.read import Read
from builder.model.blocks import Block, Box, Heading
from builder.records.volume import TEXTURES
from tests.volumes.five import FIVE, five_alone

# A title, and the first line of an item, that the book breaks into two lines, each glued to what follows. That
# the text is broken into lines is told there, as one doubt.
BROKEN = {"gazette-2021-2 as plain-text": {2847}, "gazette-2021-2 as ocr-markdown": {2216}}


def heads(read: Read) -> set[int]:
    """The raw lines on which titles, headings and labels of entries begin; run-in heads are no lines."""
    found = [d.title for d in read.volume.documents if d.title.s]
    for document in read.volume.documents:
        blocks = [*document.blocks, *(block for one in document.attachments for block in one.blocks)]
        found += [one.text for one in _all(blocks) if isinstance(one, Heading) and not one.runin]
    found += [entry.label_text for month in read.volume.months for entry in month.entries if entry.label_text.s]
    return {read.ledger.line(text.first()) for text in found}


def _all(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from _all(block.blocks)


def retold(root: Path, folder: Path, volume: str, texture: str) -> Read:
    """A volume by another texture, as a newcomer would declare it: no data beside its record, no expectations."""
    five_alone(root, folder)
    path = folder / "source_texts" / "catalogue.toml"
    head, *tables = re.split(r"(?m)^(?=\[\[volume\]\])", path.read_text("utf-8"))
    table = next(one for one in tables if f'id = "{volume}"' in one).split("\n[")[0]
    path.write_text(head + re.sub(r'texture = "[^"]+"', f'texture = "{texture}"', table) + "\n", "utf-8")
    for one in [*(folder / "source_texts").glob("*/*.toml"), folder / "source_texts" / "published_ids.txt"]:
        one.unlink()
    return product(folder)[0][0]


@pytest.mark.parametrize("texture", TEXTURES)
@pytest.mark.parametrize("volume", FIVE)
def test_what_is_lost_is_doubted_at_its_line(
    volume: str, texture: str, root: Path, tmp_path: Path, reads: dict[str, Read]
) -> None:
    if texture == reads[volume].record.texture:
        return
    read = retold(root, tmp_path, volume, texture)
    lost = heads(reads[volume]) - heads(read)
    doubted = {read.ledger.line(one.offset) for one in read.doubts}
    assert lost - doubted == BROKEN.get(f"{volume} as {texture}", set())
    # A wrong texture is never taken for a right one: the plan's headings are found, but it is told.
    assert read.doubts
