"""Servers on the loopback interface: one for a site's files, one that takes its feedback."""

import functools
import http.server
import threading
import urllib.parse


class Files(http.server.SimpleHTTPRequestHandler):
    """Serves a site under its own path, with each page's policy as a header where that is asked."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, site, with_policy):
        self.site, self.with_policy = site, with_policy
        super().__init__(*arguments, directory=str(site.folder))

    def translate_path(self, path):
        path = urllib.parse.urlsplit(path).path
        if not path.startswith(self.site.base):
            return str(self.site.folder / "outside the site")
        return super().translate_path("/" + path[len(self.site.base) :])

    def end_headers(self):
        if self.with_policy:
            page = self.site.page(urllib.parse.urlsplit(self.path).path)
            if page is not None and page.policy:
                self.send_header("Content-Security-Policy", page.policy)
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Answers(http.server.BaseHTTPRequestHandler):
    """Takes a posted form, remembers it and sends the reader on to an answer page."""

    protocol_version = "HTTP/1.1"
    answer = b"<!doctype html><html lang=it><title>Grazie</title><h1>Grazie della risposta</h1>"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.posts.append((self.path, self.headers.get("Content-Type", ""), body.decode("utf-8")))
        self.send_response(303)
        self.send_header("Location", "/grazie")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.answer)))
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, *arguments):
        pass


class Server:
    """A server on a free port of the loopback interface, for as long as a `with` lasts."""

    def __init__(self, handler):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        # The browser drops connections that it opened in advance; that is no fault worth a traceback.
        self.server.handle_error = lambda *arguments: None
        self.server.posts = []
        self.origin = f"http://127.0.0.1:{self.server.server_port}"

    @classmethod
    def of(cls, site, with_policy=False):
        return cls(functools.partial(Files, site=site, with_policy=with_policy))

    @property
    def posts(self):
        return self.server.posts

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *arguments):
        self.server.shutdown()
        self.server.server_close()
