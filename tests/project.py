"""A small project of its own under a temporary folder: a catalogue, raw files, nothing else."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

SAMPLE = """某市大事记
1月

1日，市政府召开会议。

△市长到某县调研。

6日至7日，某大会举行。

是月

△全市完成造林一万亩。
"""
# A plan as far as the first paragraph of its first section.
PLAN = """某市人民政府文件
某政发〔2031〕7号
某市人民政府
关于印发某市规划的通知
各县人民政府：
《某市规划》已经同意，现印发给你们。
某市人民政府
2031年5月8日
（此件公开发布）
某市规划
规划依据建议编制。
第一章 总论
本章总述全局。
第一节 形势
改革取得突破。全市改革全面发力。
"""


def _toml(value: object) -> str:
    """A number, a list of texts, a table of such, or a text as TOML."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return str(value) if isinstance(value, int) else f'"{value}"'


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
    lines = [f"{key} = {_toml(value)}" for key, value in (known | facts).items()]
    return "\n".join(["[[volume]]", *lines, ""])


def project(folder: Path, raw: str | bytes = SAMPLE, **facts: object) -> Path:
    """Lay out a project whose one volume has the raw text `raw`; returns its folder."""
    data = raw.encode("utf-8") if isinstance(raw, str) else raw
    sources = folder / "source_texts"
    sources.mkdir(parents=True)
    (sources / "catalogue.toml").write_text(catalogue_entry(data, **facts), "utf-8")
    (sources / f"{facts.get('id', 'chronicle-1999')}.txt").write_bytes(data)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def rendered(root: Path, pages: Mapping[str, str] | None = None, address: str = "") -> Path:
    """What MkDocs makes of `root/docs` (with these pages written into it) at a public address; returns its folder."""
    for name, text in (pages or {}).items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"{config}\nsite_url: {address}\n" if address else config, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)
    return root / "site"
