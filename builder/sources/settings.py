"""What an edition is and where it will stand: from the catalogue and `mkdocs.yml`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import ValidationError

from builder.records.yearbook import NAMELESS, Yearbook


class Settings(NamedTuple):
    """The public address (with a slash at its end, '' where there is none), and who publishes."""

    address: str
    yearbook: Yearbook


def settings(root: Path) -> Settings:
    """The settings of the project in the folder `root`."""
    path = root / "mkdocs.yml"
    address = str(_config(path).get("site_url") or "")
    return Settings(f"{address.rstrip('/')}/" if address else "", yearbook(root))


def _config(path: Path) -> Mapping[str, object]:
    """What `mkdocs.yml` says. A faulty file is what MkDocs speaks of."""
    try:
        said = yaml.load(path.read_text("utf-8"), _Loader)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return said if isinstance(said, dict) else {}


class _Loader(yaml.SafeLoader):
    """Reads the tags that MkDocs allows: `!ENV [NAME, a default]` as MkDocs does, all others as nothing."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """The value of the first variable that is set, else the default: the last of several."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value))
    names = [str(one) for one in loader.construct_sequence(node)]
    default = names.pop() if len(names) > 1 else None
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
for _tag in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(_tag, lambda loader, suffix, node: None)


def yearbook(root: Path) -> Yearbook:
    """Who publishes the edition in the folder `root`. A faulty catalogue is what `yearbook build` speaks of."""
    path = root / "source_texts" / "catalogue.toml"
    try:
        return Yearbook.model_validate(tomllib.loads(path.read_text("utf-8")).get("yearbook", {}))
    except (OSError, ValueError, ValidationError):
        return NAMELESS
