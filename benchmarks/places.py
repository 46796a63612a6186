"""The measuring rooms: a server that counts compressed bytes, a browser on a slow line."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, Page

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
}
# A line of 10 Mbit/s with 40 ms there and back.
LINE = {"offline": False, "latency": 40, "downloadThroughput": 10_000_000 / 8, "uploadThroughput": 1_250_000}


@dataclass
class Site:
    """A folder that is served, and what was asked of it: path -> bytes sent."""

    folder: Path
    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)
    packed: dict[Path, bytes] = field(default_factory=dict)

    def body(self, path: Path) -> bytes:
        """Return a file as it is sent: compressed once, so that no measurement pays for it."""
        if path not in self.packed:
            self.packed[path] = gzip.compress(path.read_bytes(), 9, mtime=0)
        return self.packed[path]


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a folder, compressed, on a free port of this machine."""
    site = Site(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = folder / unquote(urlsplit(self.path).path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_response(404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body = site.body(path)
            site.sent.append((path.relative_to(folder).as_posix(), len(body)))
            self.send_response(200)
            self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}/"
    yield site
    server.shutdown()
    server.server_close()


def slow_page(context: BrowserContext) -> Page:
    """Return a new page on the slow line."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    return page
