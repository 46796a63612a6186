"""A small project of its own under a temporary folder: a catalogue, raw files, nothing else."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

SAMPLE = """某市大事记
1月

1日，市政府召开会议。

△市长到某县调研。

6日至7日，某大会举行。

是月

△全市完成造林一万亩。
"""


def catalogue_entry(data: bytes, **facts: object) -> str:
    """A [[volume]] of the catalogue for a raw file; `facts` replace or add lines."""
    known: dict[str, object] = {
        "id": "chronicle-1999",
        "kind": "chronicle",
        "texture": "plain-text",
        "sha256": hashlib.sha256(data).hexdigest(),
        "title": "某市大事记（1999）",
        "publisher": "某市地方志办公室",
        "year": 1999,
    }
    lines = [f"{k} = {v}" if isinstance(v, int) else f'{k} = "{v}"' for k, v in (known | facts).items()]
    return "\n".join(["[[volume]]", *lines, ""])


def project(folder: Path, raw: str | bytes = SAMPLE, **facts: object) -> Path:
    """Lay out a project whose one volume has the raw text `raw`; returns its folder."""
    data = raw.encode("utf-8") if isinstance(raw, str) else raw
    sources = folder / "source_texts"
    sources.mkdir(parents=True)
    (sources / "catalogue.toml").write_text(catalogue_entry(data, **facts), "utf-8")
    (sources / f"{facts.get('id', 'chronicle-1999')}.txt").write_bytes(data)
    shutil.copy(Path(__file__).parents[1] / "mkdocs.yml", folder)
    return folder
