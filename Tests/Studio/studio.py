"""The built program's studio on a copy of a content, and a browser without scripts to work in it."""

import html.parser
import http.client
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import urllib.parse

from Preview.preview import Preview, wait
from program import PROGRAM, ROOT

PAGE = "2021/realizzazione/scuole/nuova-mensa"
FILE = "2021/1-scuole/1-nuova-mensa.md"


class Form:
    """The form of a page as a browser without scripts sends it: names and values in their order."""

    def __init__(self, action="", pairs=()):
        self.action, self.pairs = action, list(pairs)

    def __getitem__(self, name):
        return [value for key, value in self.pairs if key == name]

    def names(self, start="f."):
        return [key for key, _ in self.pairs if key.startswith(start)]

    def set(self, name, *values):
        """Types into a control, or chooses; a control that was not there is added."""
        place = next((at for at, (key, _) in enumerate(self.pairs) if key == name), len(self.pairs))
        self.pairs = [pair for pair in self.pairs if pair[0] != name]
        self.pairs[place:place] = [(name, value) for value in values]
        return self


class Reader(html.parser.HTMLParser):
    """Reads the forms of a page, with the controls that would be sent."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.forms, self.links, self.ids, self.buttons = [], [], set(), []
        self.area = self.select = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "form":
            self.forms.append(Form(values.get("action", "")))
        if tag == "a":
            self.links.append(values.get("href", ""))
        form = self.forms[-1] if self.forms else None
        name = values.get("name")
        if tag == "button":
            self.buttons.append((name, values.get("value", "")))
        if tag == "input" and name and form is not None:
            kind = values.get("type", "text")
            if kind not in ("radio", "checkbox") or "checked" in values:
                form.pairs.append((name, values.get("value", "")))
        if tag == "textarea":
            self.area = [name, ""]
        if tag == "select":
            self.select = [name, None, None]
        if tag == "option" and self.select:
            if self.select[1] is None:
                self.select[1] = values.get("value", "")
            if "selected" in values:
                self.select[2] = values.get("value", "")

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            name, text = self.area
            # The parser of HTML drops the first line end.
            text = text[1:] if text.startswith("\n") else text
            if self.forms:
                self.forms[-1].pairs.append((name, text.replace("\n", "\r\n")))
            self.area = None
        if tag == "select":
            name, first, chosen = self.select
            self.forms[-1].pairs.append((name, first if chosen is None else chosen))
            self.select = None


class Page:
    def __init__(self, status, fields, body, address):
        self.status, self.fields, self.address = status, fields, address
        self.text = body.decode("utf-8")
        self.reader = Reader(self.text)

    @property
    def form(self):
        """The form of the record or the file: the one that has most controls."""
        return max(self.reader.forms, key=lambda form: len(form.pairs))


class Studio(Preview):
    """A studio that runs for as long as a `with` lasts, with a browser of its own."""

    has_written = False

    def write(self, *arguments):
        super().write(*arguments)
        self.has_written = True

    def settle(self):
        """Waits for a state that was read after all that was written: a file that is written as it was makes one."""
        self.has_written = False
        told = len(self.lines)
        path = self.content / "sito.yml"
        path.write_bytes(path.read_bytes())
        # Changes of one burst are told as one, by the first and how many others there are.
        wait("a state of after that", lambda: any(
            "sito.yml" in line or " altr" in line for line in self.lines[told:] if "pagine" in line or "errore" in line))

    def start(self, port=0):
        self.state = self.folder / "stato"
        self.process = subprocess.Popen(
            [PROGRAM, "studio", "--senza-browser", "--port", str(port), *self.options],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "USER": "prova", "XDG_STATE_HOME": str(self.state),
                 **(self.environment or {})},
        )
        self.lines = []
        threading.Thread(target=self._read, daemon=True).start()
        entrance = wait("the entrance", lambda: self.said(r"http://[^/:]+:(\d+)/(_studio/entra\?chiave=\w+)"))
        self.port = int(entrance.group(1))
        self.url = f"http://127.0.0.1:{self.port}/"
        wait("the first pages", lambda: self.said(r"(pagine|pages), \d+ ms|errore|error"))
        self.entrance = entrance.group(2)
        self.cookie = self.get(self.entrance)[1]["set-cookie"].split(";")[0]

    def restart(self):
        self.stop()
        self.start()

    # What a browser does

    def open(self, path=PAGE):
        """A page of the studio, as the browser that was opened with it sees it."""
        path = path if path.startswith("/") else "/_studio/" + path
        status, fields, body = self.get(urllib.parse.quote(path.lstrip("/"), safe="/?=&#~%+"), Cookie=self.cookie)
        if status in (302, 303):
            return self.open(fields["location"].split("#")[0])
        return Page(status, fields, body, path)

    def send(self, form, action="salva", **headers):
        """Presses a button of a form; follows to the page after it."""
        body = urllib.parse.urlencode(form.pairs + [("azione", action)]).encode()
        status, fields, answer = self.post(form.action, body, **headers)
        if status == 303:
            return self.open(fields["location"].split("#")[0])
        return Page(status, fields, answer, form.action)

    def post(self, path, body, **headers):
        fields = {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": self.url.rstrip("/"),
            "Sec-Fetch-Site": "same-origin", "Cookie": self.cookie,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", path, body, {name: value for name, value in fields.items() if value is not None})
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, answer

    def all_forms(self):
        """The addresses of all records, found by following links as a person would."""
        seen, queue, forms = set(), [f"/_studio/"], []
        while queue:
            path = queue.pop()
            page = self.open(path)
            if len(page.form.pairs) > 3 and page.form["h"] if page.reader.forms else False:
                forms.append(path)
                continue
            for link in page.reader.links:
                link = urllib.parse.unquote(link.split("#")[0])
                if link.startswith("/_studio/") and link not in seen and "nome" not in link and "vista" not in link:
                    seen.add(link)
                    queue.append(link)
        return sorted(forms)


def tree(folder):
    """The bytes of all files of a folder, but the editors' own."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(pathlib.Path(folder).rglob("*"))
        if path.is_file() and "_redazione" not in path.parts
    }
