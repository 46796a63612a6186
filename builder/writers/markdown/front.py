"""Front matter: what a page's template and the editors need to know, beside the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import frontmatter
import yaml


class _Whole(dict[str, Any]):
    """The front matter as a whole: a key per line, whatever it holds."""


class _Dumper(yaml.CSafeDumper):
    """Short lists and maps in one line, so that a diff shows one line per entry or note."""


def _plain(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, int | str) for one in value)


def _flow(dumper: yaml.CSafeDumper, value: Mapping[str, Any]) -> yaml.MappingNode:
    flat = not isinstance(value, _Whole) and all(not isinstance(v, dict | list) or _plain(v) for v in value.values())
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=flat)


def _row(dumper: yaml.CSafeDumper, value: list[Any]) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=_plain(value))


_Dumper.add_representer(dict, _flow)
_Dumper.add_representer(_Whole, _flow)
_Dumper.add_representer(list, _row)


def page(meta: dict[str, Any], body: str) -> str:
    """A page: front matter (keys in the order given, empty ones left out) and Markdown."""
    kept = _Whole({k: v for k, v in meta.items() if v is not None and v != [] and v != ""})
    post = frontmatter.Post(body.strip("\n"))
    post.metadata = kept
    text = frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1 << 20)
    return str(text) + "\n"
