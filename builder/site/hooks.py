"""MkDocs hooks: navigation and what stands around the text, made from `docs/` alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from builder.site import assets, mend, preview, today
from builder.site.context import Frame
from builder.site.made import made
from builder.site.site import Site, navigation

# One build at a time: MkDocs calls the events of a build in order, in one thread.
_frames: dict[str, Frame] = {}
_serving: dict[str, bool] = {}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is the live preview."""
    _serving["now"] = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """In the live preview, read the raw texts anew."""
    if _serving.get("now") and config.config_file_path:
        preview.read_anew(Path(config.config_file_path).parent)


def on_post_build(config: MkDocsConfig) -> None:
    """In the live preview, show search, data and files to carry away, as they were finished last."""
    if _serving.get("now") and config.config_file_path:
        preview.bring_along(Path(config.config_file_path).parent / "site", Path(config.site_dir))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the front matter of all pages, set the navigation, put our style and script in the place of Material's."""
    pages = {file.src_uri: file.content_string for file in files.documentation_pages()}
    site = Site(pages)
    config.nav = navigation(site)
    for file in list(files):
        if file.src_uri.startswith("assets/") and file.inclusion is InclusionLevel.UNDEFINED and not file.generated_by:
            files.remove(file)
    own = {name: (assets.named(name, content), content) for name, content in assets.own().items()}
    for name, content in own.values():
        files.append(File.generated(config, name, content=content))
    for name, content in assets.search().items():
        files.append(File.generated(config, f"search/{name}", content=content))
    addresses = {name: address for name, (address, _) in own.items()}
    _frames["now"] = Frame(site, addresses, dict(config.extra), made(config.config_file_path))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Set the text of a page in its rows and links; keep what its template needs."""
    return _frames["now"].content(page.file.src_uri, html)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """When all texts are known: the days of the year, a script for each month. Our templates escape by themselves."""
    env.autoescape = lambda name: (name or "").startswith(("yearbook/", "main.html", "404.html"))
    for month, rows in _frames["now"].days().items():
        files.append(File.generated(config, f"assets/today/{month:02}.js", content=today.script(rows)))
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What our templates show, as `y`."""
    context["y"] = _frames["now"].context(page.file.src_uri, page.canonical_url or "")
    if _serving.get("now"):  # MkDocs' own script that loads a changed page stands in the page itself
        context["y"]["policy"] = ""
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page for a wrong address has the same frame."""
    context["y"] = _frames["now"].bare("404" if template_name == "404.html" else "")
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Our own mends; no site map of MkDocs', which bears the day of the build."""
    return "" if template_name.startswith("sitemap") else mend.mend(output_content, "404")


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take away what Material's base brings and we do not use."""
    return mend.mend(output, str(page.meta.get("kind", "about")))
