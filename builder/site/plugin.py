"""The MkDocs plugin: navigation and what stands around the text, made from `docs/` alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, cast

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from builder.site import assets, mend, preview, today
from builder.site.context import Frame
from builder.site.made import made
from builder.site.site import Site, navigation
from builder.sources.settings import yearbook

_TEMPLATES = Path(__file__).parent / "theme" / "overrides"


class Settings(Config):
    """The plugin has no settings of its own: what the site is called stands in the catalogue."""


class Yearbook(BasePlugin[Settings]):
    """One build at a time: MkDocs calls the events of a build in order, in one thread."""

    frame: Frame
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is the live preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The name from the catalogue; our templates in front of the theme's, wherever the package is installed."""
        config.theme.dirs.insert(0, str(_TEMPLATES))
        here = yearbook(_root(config))
        config.site_name, config.site_description = here.name, here.about or config.site_description
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """In the live preview, read the raw texts anew."""
        if self.serving and config.config_file_path:
            preview.read_anew(Path(config.config_file_path).parent)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """In the live preview, show search, data and files to carry away, as they were finished last."""
        if self.serving and config.config_file_path:
            preview.bring_along(Path(config.config_file_path).parent / "site", Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the front matter of all pages, set the navigation, put our files in the place of Material's."""
        pages = {file.src_uri: file.content_string for file in files.documentation_pages()}
        site = Site(pages)
        config.nav = navigation(site)
        for file in list(files):
            if (
                file.src_uri.startswith("assets/")
                and file.inclusion is InclusionLevel.UNDEFINED
                and not file.generated_by
            ):
                files.remove(file)
        own = {name: (assets.named(name, content), content) for name, content in assets.own().items()}
        for name, content in own.values():
            files.append(File.generated(config, name, content=content))
        for name, content in assets.search().items():
            files.append(File.generated(config, f"search/{name}", content=content))
        addresses = {name: address for name, (address, _) in own.items()}
        self.frame = Frame(site, addresses, yearbook(_root(config)), made(config.config_file_path))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set the text of a page in its rows and links; keep what its template needs."""
        return self.frame.content(page.file.src_uri, html)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """When all texts are known: the days of the year, a script for each month. Our templates escape."""
        env.autoescape = lambda name: (name or "").startswith(("yearbook/", "main.html", "404.html"))
        for month, rows in self.frame.days().items():
            files.append(File.generated(config, f"assets/today/{month:02}.js", content=today.script(rows)))
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """What our templates show, as `y`."""
        y = self.frame.context(page.file.src_uri, page.canonical_url or "")
        # MkDocs' own script that loads a changed page stands in the page itself.
        return _with(context, y | {"policy": ""} if self.serving else y)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The page for a wrong address has the same frame."""
        return _with(context, self.frame.bare("404" if template_name == "404.html" else ""))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Our own mends; no site map of MkDocs', which bears the day of the build."""
        return "" if template_name.startswith("sitemap") else mend.mend(output_content, "404")

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take away what Material's base brings and we do not use."""
        return mend.mend(output, str(page.meta.get("kind", "about")))


def _root(config: MkDocsConfig) -> Path:
    """The folder of the project; the folder of now where MkDocs was given its settings without a file."""
    return Path(config.config_file_path).parent if config.config_file_path else Path()


def _with(context: TemplateContext, y: dict[str, Any]) -> TemplateContext:
    """The context of a template with what is ours."""
    cast(dict[str, Any], context)["y"] = y
    return context
