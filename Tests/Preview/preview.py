"""The built program's preview on a copy of the small content, and ways to talk to it."""

import contextlib
import html
import http.client
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from program import PROGRAM, ROOT

ACHIEVEMENT = "2021/scuole/nuova-mensa/"
ACHIEVEMENT_FILE = "2021/1-scuole/1-nuova-mensa.md"
OBJECTIVE = "2021/scuole/"
PATIENCE = 30


def wait(what, until, patience=PATIENCE):
    """Asks again and again until the answer is true, and gives it."""
    end = time.monotonic() + patience
    while True:
        answer = until()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"this did not come within {patience} s: {what}")
        time.sleep(0.01)


class Preview:
    """A preview that runs for as long as a `with` lasts, in a folder of its own."""

    def __init__(self, *options, content=ROOT / "Tests/Golden/Base", environment=None):
        self.options, self.environment = options, environment
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bilancio-preview-"))
        shutil.copytree(content, self.folder / "content")
        shutil.copytree(ROOT / "themes/comune", self.folder / "themes/comune")
        axe = next((ROOT / ".build/pages").rglob("axe.min.js"))
        (self.folder / ".build/axe").mkdir(parents=True)
        shutil.copy(axe, self.folder / ".build/axe")
        self.content = self.folder / "content"
        self.lines = []

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, port=0):
        self.process = subprocess.Popen(
            [PROGRAM, "preview", "--port", str(port), *self.options],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **(self.environment or {})},
        )
        self.lines = []
        threading.Thread(target=self._read, daemon=True).start()
        address = wait("the line with the address", lambda: self.said(r"http://([^/:]+):(\d+)/"))
        self.port = int(address.group(2))
        self.url = f"http://127.0.0.1:{self.port}/"
        wait("the first pages", lambda: self.said(r"(pagine|pages), \d+ ms|errore|error") or "--quiet" in self.options)

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def said(self, pattern):
        """The newest match of a pattern in what the terminal shows."""
        found = [match for line in list(self.lines) if (match := re.search(pattern, line))]
        return found[-1] if found else None

    def stop(self):
        """The seconds that it took after Ctrl-C."""
        begin = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(10)
        return time.monotonic() - begin

    # Files

    def read(self, path=ACHIEVEMENT_FILE):
        return (self.content / path).read_text(encoding="utf-8")

    def write(self, text, path=ACHIEVEMENT_FILE):
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).write_text(text, encoding="utf-8")

    @contextlib.contextmanager
    def changed(self, old, new, path=ACHIEVEMENT_FILE):
        """A text with other words in it, as it was when this ends."""
        text = self.read(path)
        assert old in text, f"{path} has no {old!r}"
        self.write(text.replace(old, new), path)
        try:
            yield
        finally:
            self.write(text, path)

    # Requests

    def get(self, path="", method="GET", **headers):
        """Status, fields and text of what an address of the site answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, "/" + path, headers=fields)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, body

    def text(self, path=""):
        return self.get(path)[2].decode("utf-8")

    def shows(self, words, path=ACHIEVEMENT):
        wait(f"{words!r} on /{path}", lambda: words in html.unescape(self.text(path)))

    def hides(self, words, path=ACHIEVEMENT):
        wait(f"no {words!r} on /{path}", lambda: words not in html.unescape(self.text(path)))

    def raw(self, request, half_close=True):
        """What the server answers to bytes that no library would send, until it ends the connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            if half_close:
                connection.shutdown(socket.SHUT_WR)
            answer = b""
            with contextlib.suppress(ConnectionResetError):
                while part := connection.recv(65536):
                    answer += part
        return answer

    def news(self):
        """The stream of news, as pairs of a name and its data."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/_preview/eventi")
        response = connection.getresponse()
        assert response.getheader("Content-Type") == "text/event-stream"
        name = None
        while True:
            line = response.readline().decode("utf-8").rstrip("\n")
            if line.startswith("event: "):
                name = line[len("event: ") :]
            elif line.startswith("data: "):
                yield name, json.loads(line[len("data: ") :])
